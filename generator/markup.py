"""Markdown as plain text and back: what quotes are proved against.

`plain` takes the markup of Markdown off; `escape` writes plain text so that Markdown shows it as it is. Both leave
words and their order alone: `fold(plain(escape(text))) == fold(text)` for any text. The dialect is the one the site
renders: Python-Markdown with `extra` and `sane_lists`; `generator/_blocks.py` cuts it into blocks, `_inline.py` reads
what stands inside one. Two differences from the rendered page are wanted: a footnote's text stays where it is
written, and its number is not shown, since neither is part of the sentence that a quote is taken from.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from generator import line_breaks
from generator._blocks import blocks
from generator._inline import shown
from generator.names import Unused, slug

_INLINE = re.compile(r"[\\`*_{}\[\]|<&]")
# At the start of a line these begin a heading, a list, a quotation, a rule, a fence, a definition or an underline.
# Python-Markdown knows no backslash escape for "=", "~" and ":", so they become character references.
_LINE_MARKUP = re.compile(r"^(?:(?P<slash>[-#+>])|(?P<reference>[=~:]))", re.M)
_LINE_NUMBER = re.compile(r"^(\d{1,12})([.)])", re.M)
_INDENT = re.compile(r"^[^\S\n]+", re.M)
_EMPTY_LINES = re.compile(r"\n\s*\n")
_ENTITIES = {"<": "&lt;", "&": "&amp;"}


def fold(text: str) -> str:
    """White space folded to single spaces; what "verbatim" means in the content model."""
    return " ".join(text.split())


def escape(text: str) -> str:
    """Plain text as Markdown that shows it unchanged. Line breaks stay where they are; indentation goes, as it would
    make code of the line.
    """
    text = _INDENT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _INLINE.sub(lambda m: _ENTITIES.get(m[0]) or "\\" + m[0], text)
    text = _LINE_MARKUP.sub(lambda m: "\\" + m[0] if m["slash"] else f"&#{ord(m[0])};", text)
    return _LINE_NUMBER.sub(r"\1\\\2", text)


@lru_cache(maxsize=16384)  # a page's text is asked for by what checks it and by what shows it
def plain(markdown: str) -> str:
    """The text that Markdown shows, without its markup. Paragraphs, headings and quotations stand apart by an empty
    line, items of a list and rows of a table by a line break; lines that were broken at a width go on with a space.
    """
    return _laid_out(markdown)[0]


def quotations(markdown: str) -> tuple[tuple[int, int], ...]:
    """The spans of block quotations in `plain(markdown)`, as (start, end) offsets in characters."""
    return _laid_out(markdown)[1]


def headings(markdown: str) -> tuple[tuple[str, str], ...]:
    """The headings of a body in order: (text, the id that its attributes give, else an empty one)."""
    if "#" not in markdown and "==" not in markdown and "--" not in markdown:
        return ()
    cut, defined = blocks(markdown)
    return tuple((shown(b.text, defined), b.heading) for b in cut if b.heading is not None)


def anchor(markdown: str, heading: str) -> str | None:
    """The anchor of a heading on the page of a body, by its words or id; `None` where the body has no such heading.

    Anchors begin with `t-`, so that none meets an id of the page's own; of equal headings the first is meant.
    """
    wanted, names = slug(heading), Unused()
    for text, id in headings(markdown):
        made = names.of(f"t-{slug(id or text)}")
        if wanted in (slug(text), slug(id) if id else None, made) or heading == made:
            return made
    return None


def _laid_out(markdown: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    at, quotation = 0, 0
    cut, defined = blocks(markdown)
    shown_as = [_EMPTY_LINES.sub("\n\n", b.text.strip()) if b.literal else shown(b.text, defined) for b in cut]
    lines = [text.split("\n") for block, text in zip(cut, shown_as, strict=True) if text and not block.literal]
    width = line_breaks.width(lines)
    for block, text in zip(cut, shown_as, strict=True):
        if width and "\n" in text and not block.literal:
            text = _unbroken(text.split("\n"), width)
        if not text:
            continue
        if parts:
            gap = "\n" if block.tight else "\n\n"
            parts.append(gap)
            at += len(gap)
        if block.quotation:
            if block.quotation == quotation:
                spans[-1] = (spans[-1][0], at + len(text))
            else:
                spans.append((at, at + len(text)))
        quotation = block.quotation
        parts.append(text)
        at += len(text)
    return "".join(parts), tuple(spans)


def _unbroken(lines: list[str], width: int) -> str:
    """A paragraph whose lines were broken at a width, on one line; other lines stay. No character is added or lost."""
    gaps = [" " if line_breaks.goes_on(before, line, width) else "\n" for before, line in pairwise(lines)]
    return "".join(part for pair in zip(lines, [*gaps, ""], strict=True) for part in pair)


def stands_in(quote: str, body: str) -> bool:
    """Whether the quote stands verbatim in the plain text of a body."""
    return fold(quote) in fold(body)
