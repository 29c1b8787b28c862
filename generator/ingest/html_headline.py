"""The headline that readers see, where what a page tells machines is another: shortened, for sharing, or the site's.

Editors write a second title for search and for sharing; the heading above the text is the article's own. And a page of
a content system that knows no titles calls itself after its rubric: then the headline is the line that is set as one
and has the by-line or the day beside it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Any

from generator.ingest import bylines, html_signs, toplines
from generator.ingest.html_blocks import NEVER, name_of
from generator.ingest.publishers import SECTIONS
from generator.names import fold

_RUBRIC = SECTIONS | frozenset(
    """releases media newsroom newsroom: centre center room announcements statements stories articles posts blogs
    archive archives home page welcome events publications our company corporate investor relations all more
    views letters obituaries announcement statement notices notice""".split()
)
_MOST_PIECES = 4000  # texts of a page among which the headline is looked for
_BEHIND, _BEFORE = 5, 2  # texts beside a headline among which its by-line or day stands
_NAMED = re.compile(r"[ -](?:headlines?|headings?|hed|titles?|titel|titre|titulo|titolo)(?=[ -])")


def is_rubric(text: str) -> bool:
    """Whether a title is the name of a page's rubric, as "Press releases", and no article's."""
    words = fold(text).split()
    return 0 < len(words) <= 5 and all(word.strip(".,:&") in _RUBRIC or not word.strip(".,:&") for word in words)


def outranks(printed: str, said: str, parts: Sequence[str], alone: bool = False) -> bool:
    """Whether a printed heading is the headline, and not what the page is called where it is shared.

    `parts` are the parts of the page's title, which has the one or the other; or the one is contained in the other; or
    they share most words of the shorter, and the heading is `alone`, the only one of its rank.
    """
    one, other = fold(printed), fold(said)
    if is_rubric(printed) or len(one.split()) < 2:
        return False
    if is_rubric(said):
        return len(one.split()) > 3
    known = {fold(part) for part in parts}
    if one in known and other not in known:
        return True
    if len(other.split()) > 1 and (one in other or other in one):
        return True
    shared, words = set(one.split()) & set(other.split()), min(len(set(one.split())), len(set(other.split())))
    return alone and len(shared) >= max(3, 0.6 * words)


def above_byline(tree: Any, site: str | None) -> str | None:
    """The line that is set as a heading and has a by-line or a day beside it; none where no line is so."""
    body = tree.find("body")
    texts, start = _pieces(body if body is not None else tree)
    for element, first in start.items():
        if not _is_set_as_heading(element):
            continue
        own = [t for t in ((p or "").strip() for p in element.itertext()) if t]
        title = " ".join(" ".join(own).split())
        if not 4 <= len(title.split()) <= 30 or len(title) > 250 or fold(title) == fold(site or ""):
            continue
        beside = [*texts[first + len(own) : first + len(own) + _BEHIND], *texts[max(0, first - _BEFORE) : first]]
        if any(len(t) <= 120 and (toplines.tells(t) or bylines.tells(t)) for t in beside):
            return title
    return None


def _pieces(body: Any) -> tuple[list[str], dict[Any, int]]:
    """The texts of a page in order, and where among them each element begins."""
    texts: list[str] = []
    start: dict[Any, int] = {}
    open_tails: list[tuple[Any, str]] = []

    def close(until: Any) -> None:
        while open_tails and open_tails[-1][0] is not until:
            tail = open_tails.pop()[1]
            if tail:
                texts.append(tail)

    for element in itertools.islice(body.iter(), 10 * _MOST_PIECES):
        close(element.getparent())
        if len(texts) > _MOST_PIECES:
            break
        start[element] = len(texts)
        if name_of(element) and name_of(element) not in NEVER and (text := " ".join((element.text or "").split())):
            texts.append(text)
        open_tails.append((element, " ".join((element.tail or "").split()) if element is not body else ""))
    close(None)
    return texts, start


def _is_set_as_heading(element: Any) -> bool:
    """Whether an element is a heading: by its kind, its size or its name, and no link or part of a menu."""
    name = name_of(element)
    large = name == "font" and (element.get("size") or "").strip("+") in ("2", "3", "4", "5", "6", "7")
    large = large and (element.get("size") or "").strip() not in ("2", "3")  # absolute sizes of running text
    named = name in ("div", "p", "span", "td", "strong", "b") and _NAMED.search(html_signs.names(element)) is not None
    if not (name in ("h1", "h2", "h3", "h4") or large or named):
        return False
    return not any(name_of(a) in ("nav", "aside", "a", "footer", "li") for a in element.iterancestors())
