"""Which lines of a page are its article.

The page is read line by line, without what its markup sets apart. Paragraphs vote for the element that holds most of
them (as in Readability); trafilatura's reading decides how far around it the article goes; the headline says where it
begins. Within, a line is judged by itself and by its neighbours (as in jusText): prose stays, short lines stay where
prose stands on both sides, lines of links go. Other stories go that stand below or between in boxes of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from generator.ingest import boilerplate, bylines, html_signs, toplines
from generator.ingest.days import day_in
from generator.ingest.draft import Block
from generator.ingest.html_blocks import Traced, name_of
from generator.ingest.html_page import FINISHED, Page, is_title, key, read

_LOST = 0.6  # of the prose that one reading has: less of it, and the other has missed the article
_DECAY = 0.6  # what a paragraph says for an element, with each level that lies between
_LEVELS = 5
_ENTRIES = 3  # entries by which a list is known for a chronology
_OPENING = 20  # characters within which an entry has its day


class Reading(NamedTuple):
    """The blocks of the article, and the short lines about its headline that are none of them."""

    blocks: list[Block]
    around: list[str]


def article(tree: Any, found: Sequence[Block], title: str | None) -> Reading:
    """The article of a page. `found` is trafilatura's reading, empty where it found none."""
    body = tree.find("body")
    body = body if body is not None else tree
    page = read(body, found, title)
    numbers = _kept(page, body, bool(found)) if page.lines else []
    own = [page.lines[n].block for n in numbers]
    lines = _around(page, numbers)
    titled = any(is_title(page, line) for line in page.lines)
    if not found:
        return Reading(own, lines)
    if not _prose(own) and sum(len(b.text) for b in own) < 0.3 * sum(len(b.text) for b in found) and not titled:
        return Reading(list(found), lines)
    others = {key(page.lines[n].block.text) for n in page.out}
    if not own or (_missed(own, [b for b in found if key(b.text) not in others]) and not len(found) == 1 < len(own)):
        return Reading(list(found), lines)
    return Reading(own, lines)


def _missed(own: Sequence[Block], found: Sequence[Block]) -> bool:
    """Whether our own reading has much less prose than the other."""
    return _prose(own) < _LOST * _prose(found)


def _around(page: Page, numbers: Sequence[int]) -> list[str]:
    """Between headline and text, then right above the headline, then right below the text."""
    prose = [n for n in numbers if page.weights[n]]
    if not prose:
        return []
    titled = [n for n, line in enumerate(page.lines[: prose[0]]) if is_title(page, line)]
    top = titled[-1] if titled else max(0, prose[0] - 6)
    # A standfirst may stand between the headline and what is told about the article.
    told = range(prose[0] + 1, prose[1]) if titled and prose[0] - top <= 2 and len(prose) > 1 else ()
    near = [*range(top, prose[0]), *told, *range(top - 1, max(-1, top - 4), -1), *range(prose[-1] + 1, prose[-1] + 4)]
    taken = set(numbers)
    return [
        line
        for n in near
        if n < len(page.lines) and (n not in taken or n < prose[0])
        for line in page.lines[n].block.text.split("\n")
    ]


def _prose(blocks: Sequence[Block]) -> int:
    return sum(len(b.text) for b in blocks if boilerplate.is_prose(b.text))


def _kept(page: Page, body: Any, has_votes: bool) -> list[int]:
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
        between = [n for n in range(headline + 1, first) if n not in page.out]
        numbers = [n for n in between if _is_standfirst(page, n, n == headline + 1)] + numbers
    return _without_bare_headings(page, numbers)


def _short(page: Page, inside: Sequence[int]) -> list[int]:
    """The lines of a page without a paragraph: what stands with the headline, else what trafilatura has."""
    lines = [n for n in inside if page.lines[n].linked < 0.5 and not _is_meta(page.lines[n])]
    titled = next((n for n in inside if is_title(page, page.lines[n])), None)
    box = page.lines[titled].element if titled is not None else None
    while titled is not None and box is not None and name_of(box) not in ("body", "html"):
        below = [n for n in lines if n > titled and page.inside(n, box)]
        if below:
            return below
        box = box.getparent()
    return [n for n in lines if page.voted[n]] or lines


def _core(page: Page, body: Any, has_votes: bool) -> Any:
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
    titled = [a for line in page.lines if is_title(page, line) for a in (line.element, *line.element.iterancestors())]
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


def _agreed(page: Page, outer: Any, inner: Any) -> float:
    """How much of the prose that stands in one element but not in the other trafilatura has."""
    return sum(
        weight
        for number, (weight, voted) in enumerate(zip(page.weights, page.voted, strict=True))
        if weight and voted and not page.inside(number, inner) and page.inside(number, outer)
    )


def _headline(page: Page, prose: Sequence[int]) -> int | None:
    """The line of the headline below which the article stands."""
    total = sum(page.weights[n] for n in prose)
    found = None
    for number, line in enumerate(page.lines):
        if is_title(page, line):
            before = sum(page.weights[n] for n in prose if n < number)
            if before <= 0.3 * total and number < prose[-1]:
                found = number
    return found


def _is_meta(line: Traced) -> bool:
    """Whether a short line tells about the article: its author, its day, its rubric."""
    text = line.block.text
    if len(text) > 160:
        return False
    if toplines.tells(text) or (len(text) <= 80 and not FINISHED.search(text) and bylines.authors_in(text)):
        return True
    said = html_signs.names(line.element) + html_signs.names(line.element.getparent())
    return html_signs.META.search(said) is not None and not FINISHED.search(text)


def _from(page: Page, inside: Sequence[int], first: int) -> int:
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


def _says(page: Page, number: int, neighbour: int) -> bool:
    """Whether a short line is a sentence, and set as the paragraph beside it is."""
    line, other = page.lines[number], page.lines[neighbour]
    return (
        FINISHED.search(line.block.text) is not None
        and len(line.block.text.split()) > 1
        and name_of(line.element) == name_of(other.element)
        and line.element.getparent() is other.element.getparent()
    )


_LASTING = frozenset(("item", "quote", "code", "table"))


def _to(page: Page, inside: Sequence[int], last: int) -> int:
    """Where it ends: with its last paragraph, or with a list, table, quotation or short line that follows."""
    at, behind = last, [n for n in inside if n > last]
    for place, number in enumerate(behind):
        line = page.lines[number]
        if line.block.kind == "heading" and _chronology(page, behind[place + 1 :]):
            continue
        said = _says(page, number, at)
        if line.linked > 0.5 or not (said or page.voted[number] or line.block.kind in _LASTING):
            break
        at = number
    return at


def _chronology(page: Page, numbers: Sequence[int]) -> bool:
    """Whether lines begin with a list of days and of what happened on them, which is no list of links."""
    first = [page.lines[n] for n in numbers[:_ENTRIES]]
    return len(first) == _ENTRIES and all(
        line.block.kind == "item" and not line.linked and day_in(line.block.text[:_OPENING]) is not None
        for line in first
    )


def _stays(page: Page, number: int) -> bool:
    line = page.lines[number]
    if page.weights[number]:
        return True
    if line.block.kind == "heading":
        return line.linked < 0.9 or page.voted[number]
    return line.linked <= 0.5 or (page.voted[number] and line.linked < 0.8)


def _is_standfirst(page: Page, number: int, next_to: bool = False) -> bool:
    """Whether a line between headline and text sums the article up; `next_to`: it stands right below the headline."""
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
    words = len(text.split())
    return (FINISHED.search(text) is not None and words >= 7) or (
        next_to and words >= 9 and not line.linked and day_in(text) is None and not bylines.authors_in(text)
    )


def _without_bare_headings(page: Page, numbers: Sequence[int]) -> list[int]:
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
