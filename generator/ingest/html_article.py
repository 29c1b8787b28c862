"""Which lines of a page are its article.

The page is read line by line, without what its markup sets apart. Paragraphs vote for the element that holds most of
them (as in Readability); trafilatura's reading decides how far around it the article goes; the headline says where it
begins. Within, a line is judged by itself and by its neighbours (as in jusText): prose stays, short lines stay where
prose stands on both sides, lines of links go. Other stories go that stand below or between in boxes of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from generator.ingest import boilerplate, html_blocks, html_byline, html_signs, html_tree, toplines
from generator.ingest.draft import Block
from generator.ingest.html_blocks import Traced, name_of
from generator.names import fold

_LOST = 0.6  # of the prose that one reading has: less of it, and the other has missed the article
_FINISHED = re.compile(r"[.!?…:。！？][”\"’'»)\]\d]*$")
_SIGNS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_DECAY = 0.6  # what a paragraph says for an element, with each level that lies between
_LEVELS = 5
_TEASER = 700  # characters of prose below a headline that is a link: more is an article
_MOST_LINES = 30_000


@dataclass
class _Page:
    """The lines of a page, and what is known of each."""

    lines: list[Traced]
    title: str
    weights: list[float] = field(default_factory=list)  # characters of prose; 0 of what is none
    voted: list[bool] = field(default_factory=list)  # whether trafilatura has it
    out: set[int] = field(default_factory=set)  # lines of other stories
    within: dict[Any, float] = field(default_factory=dict)  # element -> weight of all its lines
    elements: list[Any] = field(default_factory=list)  # in the order of the page
    span: dict[Any, tuple[int, int]] = field(default_factory=dict)  # element -> its first and last in that order

    def inside(self, number: int, box: Any) -> bool:
        """Whether a line stands in an element."""
        start, end = self.span[box]
        return start <= self.span[self.lines[number].element][0] <= end


class Reading(NamedTuple):
    """The blocks of the article, and the short lines about its headline that are none of them."""

    blocks: list[Block]
    around: list[str]


def article(tree: Any, found: Sequence[Block], title: str | None) -> Reading:
    """The article of a page. `found` is trafilatura's reading, empty where it found none."""
    body = tree.find("body")
    body = body if body is not None else tree
    page = _read(body, found, title)
    numbers = _kept(page, body, bool(found)) if page.lines else []
    own = [page.lines[n].block for n in numbers]
    lines = _around(page, numbers)
    titled = any(_is_title(page, line) for line in page.lines)
    if not found:
        return Reading(own, lines)
    if not _prose(own) and sum(len(b.text) for b in own) < 0.3 * sum(len(b.text) for b in found) and not titled:
        return Reading(list(found), lines)
    others = {_key(page.lines[n].block.text) for n in page.out}
    if (
        not own
        or (len(found) > 1 or len(own) == 1)
        and _prose(own) < _LOST * _prose([b for b in found if _key(b.text) not in others])
    ):
        return Reading(list(found), lines)
    return Reading(own, lines)


def _around(page: _Page, numbers: Sequence[int]) -> list[str]:
    """Between headline and text, then right above the headline, then right below the text."""
    prose = [n for n in numbers if page.weights[n]]
    if not prose:
        return []
    titled = [n for n, line in enumerate(page.lines[: prose[0]]) if _is_title(page, line)]
    top = titled[-1] if titled else max(0, prose[0] - 6)
    near = [*range(top, prose[0]), *range(top - 1, max(-1, top - 4), -1), *range(prose[-1] + 1, prose[-1] + 4)]
    taken = set(numbers)
    return [
        line
        for n in near
        if n < len(page.lines) and (n not in taken or n < prose[0])
        for line in page.lines[n].block.text.split("\n")
    ]


def _prose(blocks: Sequence[Block]) -> int:
    return sum(len(b.text) for b in blocks if boilerplate.is_prose(b.text))


def _read(body: Any, found: Sequence[Block], title: str | None) -> _Page:
    headline = fold(title or "")
    lines = html_blocks.traced(body, html_tree.apart(body, headline))[:_MOST_LINES]
    page = _Page(lines, headline)
    page.elements = list(body.iter())
    page.span = _spans(page.elements)
    known = {_key(b.text) for b in found}
    whole = "\n".join(_key(b.text) for b in found)
    for line in lines:
        key = _key(line.block.text)
        page.weights.append(_weight(line))
        page.voted.append(bool(key) and (key in known or (len(key) >= 20 and key in whole)))
    page.within = _within(page)
    _other_stories(page, body)
    for number in page.out:
        page.weights[number] = 0.0
    if page.out:
        page.within = _within(page)
    return page


def _spans(elements: Sequence[Any]) -> dict[Any, tuple[int, int]]:
    last: dict[Any, int] = {}
    for number in reversed(range(len(elements))):
        element = elements[number]
        last.setdefault(element, number)
        above = element.getparent()
        if above is not None:
            last.setdefault(above, last[element])
    return {element: (number, last[element]) for number, element in enumerate(elements)}


def _key(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _weight(line: Traced) -> float:
    """How much a line speaks for its surroundings being the article: its length, where it is prose."""
    text = line.block.text
    if line.linked > 0.5 or line.block.kind == "heading":
        return 0.0
    # A Chinese or Japanese sign says as much as three letters, and no blanks part the words.
    signs = 0 if text.isascii() else len(_SIGNS.findall(text))
    length, words = len(text) + 2 * signs, len(text.split()) + signs // 2
    size = length * (1 - line.linked)
    if _FINISHED.search(text):
        return size if length >= 60 else size * 0.5 if words > 4 else 0.0
    return size * 0.5 if length >= 120 else 0.0


def _within(page: _Page) -> dict[Any, float]:
    found: dict[Any, float] = {}
    for line, weight in zip(page.lines, page.weights, strict=True):
        if weight:
            found[line.element] = found.get(line.element, 0.0) + weight
    for element in reversed(page.elements):
        above = element.getparent()
        if above is not None and element in found:
            found[above] = found.get(above, 0.0) + found[element]
    return found


def _is_title(page: _Page, line: Traced) -> bool:
    text = line.block.text
    if not page.title or len(text) > 400:
        return False
    if "\n" not in text:
        return fold(text) == page.title
    # Headline, by-line and day may be lines of one block.
    lines = text.split("\n")
    return any(fold(one) == page.title for one in lines[:4]) and not any(boilerplate.is_prose(one) for one in lines)


def _other_stories(page: _Page, body: Any) -> None:
    """Mark the lines of other stories: boxes under a headline that is a link, and records beside the headline's own."""
    boxes: set[Any] = set()
    for line in page.lines:
        text = line.block.text
        if line.block.kind == "heading" and line.linked >= 0.9 and len(text.split()) >= 3 and not _is_title(page, line):
            box = line.element
            for _ in range(4):
                if box is None or box is body or page.within.get(box):
                    break
                box = box.getparent()
            if box is not None and box is not body and 0 < page.within.get(box, 0.0) <= _TEASER:
                boxes.add(box)
    boxes |= _records(page, body)
    if not boxes:
        return
    marked = {n for n, line in enumerate(page.lines) if _inside(line.element, boxes)}
    left = sum(w for n, w in enumerate(page.weights) if n not in marked)
    titled = [n for n, line in enumerate(page.lines) if _is_title(page, line)]
    if titled and titled[0] in marked:
        return
    # A page that is nothing but teasers, or posts under linked headlines, is what it is.
    if left >= 0.4 * sum(page.weights) or (titled and left >= 120):
        page.out = marked


def _inside(element: Any, boxes: set[Any]) -> bool:
    while element is not None:
        if element in boxes:
            return True
        element = element.getparent()
    return False


def _records(page: _Page, body: Any) -> set[Any]:
    """What stands beside the headline's own story under the same names, with headlines of its own."""
    line = next((one for one in page.lines if _is_title(page, one)), None)
    if line is None:
        return set()
    own = line.element
    while own is not None and own is not body and not page.within.get(own):
        own = own.getparent()
    if own is None or own is body or own.getparent() is None:
        return set()
    found: set[Any] = set()
    for other in own.itersiblings():
        same = name_of(other) == name_of(own) and other.get("class") == own.get("class")
        if same and (own.get("class") or name_of(own) == "article") and page.within.get(other):
            if any(True for _ in other.iter("h1", "h2", "h3")):
                found.add(other)
    return found


def _kept(page: _Page, body: Any, has_votes: bool) -> list[int]:
    """The numbers of the article's lines."""
    core = _core(page, body, has_votes)
    inside = [n for n, line in enumerate(page.lines) if n not in page.out and page.inside(n, core)]
    prose = [n for n in inside if page.weights[n]]
    if not prose:
        return _short(page, inside)
    headline = _headline(page, prose)
    if headline is not None:
        inside, prose = [n for n in inside if n > headline], [n for n in prose if n > headline]
    first, last = prose[0], prose[-1]
    first = _from(page, inside, first)
    last = _to(page, inside, last)
    top = prose[min(2, len(prose) - 1)]  # a standfirst may come first
    numbers = [
        n for n in inside if first <= n <= last and _stays(page, n) and not (n < top and _is_meta(page.lines[n]))
    ]
    if headline is not None:
        numbers = [n for n in range(headline + 1, first) if n not in page.out and _is_standfirst(page, n)] + numbers
    return _without_bare_headings(page, numbers)


def _short(page: _Page, inside: Sequence[int]) -> list[int]:
    """The lines of a page without a paragraph: what stands with the headline, else what trafilatura has."""
    lines = [n for n in inside if page.lines[n].linked < 0.5 and not _is_meta(page.lines[n])]
    titled = next((n for n in inside if _is_title(page, page.lines[n])), None)
    box = page.lines[titled].element if titled is not None else None
    while titled is not None and box is not None and name_of(box) not in ("body", "html"):
        below = [n for n in lines if n > titled and page.inside(n, box)]
        if below:
            return below
        box = box.getparent()
    return [n for n in lines if page.voted[n]] or lines


def _core(page: _Page, body: Any, has_votes: bool) -> Any:
    """The element that holds the article."""
    scores: dict[Any, float] = {}
    for line, weight in zip(page.lines, page.weights, strict=True):
        above, share = line.element, 1.0
        if name_of(above) in ("p", "li", "blockquote", "pre", "dd", "dt", "tr") and above is not body:
            above = above.getparent()
        for _ in range(_LEVELS):
            if above is None or not weight:
                break
            scores[above] = scores.get(above, 0.0) + weight * share
            above, share = above.getparent(), share * _DECAY
    if not scores:
        return body
    best = max(scores, key=lambda e: scores[e])
    titled = [a for line in page.lines if _is_title(page, line) for a in (line.element, *line.element.iterancestors())]
    for above in best.iterancestors():
        if above is body.getparent():
            break
        more = page.within.get(above, 0.0) - page.within.get(best, 0.0)
        if more <= 0:
            continue
        if has_votes:
            # A little more beside an article that is whole is hardly its own.
            little = more < 0.4 * page.within.get(best, 0.0) and any(best is a for a in titled)
            widens = not little and _agreed(page, above, best) >= 0.6 * more
        else:
            widens = name_of(above) == "article" or above.get("itemprop") == "articleBody"
        if widens:
            best = above
    return best


def _agreed(page: _Page, outer: Any, inner: Any) -> float:
    """How much of the prose that stands in one element but not in the other trafilatura has."""
    return sum(
        weight
        for number, (weight, voted) in enumerate(zip(page.weights, page.voted, strict=True))
        if weight and voted and not page.inside(number, inner) and page.inside(number, outer)
    )


def _headline(page: _Page, prose: Sequence[int]) -> int | None:
    """The line of the headline below which the article stands."""
    total = sum(page.weights[n] for n in prose)
    found = None
    for number, line in enumerate(page.lines):
        if _is_title(page, line):
            before = sum(page.weights[n] for n in prose if n < number)
            if before <= 0.3 * total and number < prose[-1]:
                found = number
    return found


def _is_meta(line: Traced) -> bool:
    """Whether a short line tells about the article: its author, its day, its rubric."""
    text = line.block.text
    if len(text) > 160:
        return False
    if toplines.tells(text) or html_byline.tells(text):
        return True
    said = html_signs.names(line.element) + html_signs.names(line.element.getparent())
    return html_signs.META.search(said) is not None and not _FINISHED.search(text)


def _from(page: _Page, inside: Sequence[int], first: int) -> int:
    """Where the article begins: headings and short lines right above its first paragraph belong to it."""
    at = first
    for number in reversed([n for n in inside if n < first]):
        line = page.lines[number]
        if _is_meta(line) or boilerplate.sign_of(line.block.text):
            continue
        if line.linked > 0.3 or not (page.voted[number] or line.block.kind == "heading" or _says(page, number, first)):
            break
        at = number
    return at


def _says(page: _Page, number: int, neighbour: int) -> bool:
    """Whether a short line is a sentence, and set as the paragraph beside it is."""
    line, other = page.lines[number], page.lines[neighbour]
    return (
        _FINISHED.search(line.block.text) is not None
        and len(line.block.text.split()) > 1
        and name_of(line.element) == name_of(other.element)
        and line.element.getparent() is other.element.getparent()
    )


_LASTING = frozenset(("item", "quote", "code", "table"))


def _to(page: _Page, inside: Sequence[int], last: int) -> int:
    """Where it ends: with its last paragraph, or with a list, table, quotation or short line that follows."""
    at = last
    for number in [n for n in inside if n > last]:
        line = page.lines[number]
        said = _says(page, number, at)
        if line.linked > 0.5 or not (said or page.voted[number] or line.block.kind in _LASTING):
            break
        at = number
    return at


def _stays(page: _Page, number: int) -> bool:
    line = page.lines[number]
    if page.weights[number]:
        return True
    if line.block.kind == "heading":
        return line.linked < 0.9 or page.voted[number]
    return line.linked <= 0.5 or (page.voted[number] and line.linked < 0.8)


def _is_standfirst(page: _Page, number: int) -> bool:
    """Whether a line between headline and text sums the article up."""
    line = page.lines[number]
    text = line.block.text
    if line.linked > 0.3 or len(text) < 20 or boilerplate.is_caption(text) or boilerplate.sign_of(text):
        return False
    if toplines.tells(text):
        return False
    element = line.element
    for _ in range(3):
        if element is None:
            break
        said = html_signs.names(element)
        if html_signs.STANDFIRST.search(said):
            return True
        if html_signs.META.search(said):
            return False
        element = element.getparent()
    return _FINISHED.search(text) is not None and len(text.split()) >= 7


def _without_bare_headings(page: _Page, numbers: Sequence[int]) -> list[int]:
    """Without headings under which nothing is left."""
    made: list[int] = []
    following = False
    for number in reversed(numbers):
        heading = page.lines[number].block.kind == "heading"
        if heading and not following and not made:
            continue
        made.append(number)
        following = True
    return made[::-1]
