"""A page as lines: what each weighs as prose, who else took it for the article, and which belong to other stories.

Boxes under a headline that is a link, and records of one make beside that of the page's own headline, are others'.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.ingest import boilerplate, html_blocks, html_signs, html_tree
from generator.ingest.draft import Block
from generator.ingest.html_blocks import Traced, name_of
from generator.names import fold

FINISHED = re.compile(r"[.!?…:。！？][”\"’'»)\]\d]*$")
_SIGNS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_TEASER = 700  # characters of prose below a headline that is a link: more is an article
_MOST_LINES = 30_000


@dataclass
class Page:
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


def read(body: Any, found: Sequence[Block], title: str | None) -> Page:
    """The lines of a page below its headline; `found` is trafilatura's reading."""
    headline = fold(title or "")
    lines = html_blocks.traced(body, html_tree.apart(body, headline))[:_MOST_LINES]
    page = Page(lines, headline)
    page.elements = list(body.iter())
    page.span = _spans(page.elements)
    known = {key(b.text) for b in found}
    whole = "\n".join(key(b.text) for b in found)
    for line in lines:
        letters = key(line.block.text)
        page.weights.append(_weight(line))
        page.voted.append(bool(letters) and (letters in known or (len(letters) >= 20 and letters in whole)))
    page.within = _within(page)
    _other_stories(page, body)
    page.out |= _pulled(page)
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


def key(text: str) -> str:
    """The letters and figures of a text, by which two readings of it are compared."""
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
    if FINISHED.search(text):
        return size if length >= 60 else size * 0.5 if words > 4 else 0.0
    return size * 0.5 if length >= 120 else 0.0


def _within(page: Page) -> dict[Any, float]:
    found: dict[Any, float] = {}
    for line, weight in zip(page.lines, page.weights, strict=True):
        if weight:
            found[line.element] = found.get(line.element, 0.0) + weight
    for element in reversed(page.elements):
        above = element.getparent()
        if above is not None and element in found:
            found[above] = found.get(above, 0.0) + found[element]
    return found


def is_title(page: Page, line: Traced) -> bool:
    """Whether a line is the page's headline, alone or with by-line and day."""
    text = line.block.text
    if not page.title or len(text) > 400:
        return False
    if "\n" not in text:
        return fold(text) == page.title
    # Headline, by-line and day may be lines of one block.
    lines = text.split("\n")
    return any(fold(one) == page.title for one in lines[:4]) and not any(boilerplate.is_prose(one) for one in lines)


def _other_stories(page: Page, body: Any) -> None:
    """Mark the lines of other stories: boxes under a headline that is a link, and records beside the headline's own."""
    boxes: set[Any] = set()
    for line in page.lines:
        text = line.block.text
        if line.block.kind == "heading" and line.linked >= 0.9 and len(text.split()) >= 3 and not is_title(page, line):
            box = line.element
            for _ in range(4):
                if box is None or box is body or page.within.get(box):
                    break
                box = box.getparent()
            if box is not None and box is not body and 0 < page.within.get(box, 0.0) <= _TEASER:
                boxes.add(box)
    boxes |= _records(page, body)
    teasers = _teasers(page)
    if not boxes and not teasers:
        return
    marked = {n for n, line in enumerate(page.lines) if _inside(line.element, boxes)} | teasers
    left = sum(w for n, w in enumerate(page.weights) if n not in marked)
    titled = [n for n, line in enumerate(page.lines) if is_title(page, line)]
    if titled and titled[0] in marked:
        return
    # A page that is nothing but teasers, or posts under linked headlines, is what it is.
    if left >= 0.4 * sum(page.weights) or (titled and left >= 120):
        page.out = marked


_TOLD = 250  # characters of a teaser: more is a paragraph


def _teasers(page: Page) -> set[int]:
    """The lines below a heading that announces other stories: each opens with a link, or tells more of such a line."""
    found: set[int] = set()
    number = 0
    while number < len(page.lines):
        line = page.lines[number]
        first, _, rest = line.block.text.partition("\n")
        sign = boilerplate.sign_of(first) if len(first) <= _TOLD else None
        number += 1
        if sign is None or sign.scope != "block" or is_title(page, line):
            continue
        run = [number - 1] if rest and line.opens >= 0 else []
        while number < len(page.lines) and _is_teaser(page, number, bool(run)):
            run.append(number)
            number += 1
        if run:
            found |= {*run, *range(run[0] - 1 if run[0] else 0, run[0])} if not rest else {*run}
    return found


def _is_teaser(page: Page, number: int, running: bool) -> bool:
    """Whether a line is a link with three words and more, opens with one, or stands below one and is short."""
    line = page.lines[number]
    if is_title(page, line) or len(line.block.text) > _TOLD:
        return False
    if line.opens == 0 or (line.linked >= 0.9 and len(line.block.text.split()) > 2):
        return True
    above, box = page.lines[number - 1], line.element.getparent()
    below_link = above.linked >= 0.9 or (above.opens == 0 and above.linked > 0.5)
    if not (running and below_link and line.block.kind != "heading" and box is not None):
        return False
    # In a box of the two: a paragraph that goes on below a list of links is the article's.
    return page.inside(number - 1, box) and page.within.get(box, 0.0) <= _TOLD


_GRAM = 5  # words by which a repeated quotation is looked up
_QUOTED = 3000  # characters: no paragraph is longer


def _pulled(page: Page) -> set[int]:
    """Quotations set apart that only repeat words of a paragraph, each with the name that may stand below it."""
    words = [re.findall(r"\w+", line.block.text.casefold()) for line in page.lines]
    where: dict[tuple[str, ...], int] = {}
    for number, said in enumerate(words):
        if len(said) > _GRAM and page.weights[number] and len(page.lines[number].block.text) <= _QUOTED:
            for at in range(len(said) - _GRAM + 1):
                where.setdefault(tuple(said[at : at + _GRAM]), number)
    found: set[int] = set()
    for number, line in enumerate(page.lines):
        first = where.get(tuple(words[number][:_GRAM]), number)
        other = page.lines[first]
        if first == number or line.linked or len(line.block.text) > _TOLD or is_title(page, line):
            continue
        repeated = f" {' '.join(words[number])} " in f" {' '.join(words[first])} " and len(words[number]) < len(
            words[first]
        )
        if not repeated or _make(line) == _make(other) or line.block.kind != "prose" or _is_subheading(line):
            continue
        found.add(number)
        below = page.lines[number + 1] if number + 1 < len(page.lines) else None
        if below and below.element.getparent() is line.element.getparent() is not other.element.getparent():
            found |= {number + 1} if len(below.block.text) <= 60 and not FINISHED.search(below.block.text) else set()
    return found


_SUBHEADING = 6  # words: a heading within the text quotes no more


def _is_subheading(line: Traced) -> bool:
    """Whether a line that repeats words of the text may be a heading in it."""
    said = html_signs.names(line.element) + html_signs.names(line.element.getparent())
    return html_signs.STANDFIRST.search(said) is not None or (
        len(line.block.text.split()) <= _SUBHEADING and "quote" not in said and "pull" not in said
    )


def _make(line: Traced) -> tuple[str, str | None]:
    """How a line is set: its element and class."""
    return name_of(line.element), line.element.get("class")


def _inside(element: Any, boxes: set[Any]) -> bool:
    while element is not None:
        if element in boxes:
            return True
        element = element.getparent()
    return False


def _records(page: Page, body: Any) -> set[Any]:
    """What stands beside the headline's own story under the same names, with headlines of its own."""
    line = next((one for one in page.lines if is_title(page, one)), None)
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
        told = same and (own.get("class") or name_of(own) == "article") and page.within.get(other)
        if told and any(True for _ in other.iter("h1", "h2", "h3")):
            found.add(other)
    return found
