"""From a page's lines to an article: front lines, headline, by-line, boilerplate, dateline and posts, in this order.

The same for plain text and for HTML: what a page prints is treated alike wherever it was copied from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.ingest import boilerplate, dateline, lead, posts
from generator.ingest.draft import About, Block, Draft, texts
from generator.names import fold

_TOP = 12  # blocks among which headline, by-line and day are looked for


def drafted(blocks: Sequence[Block], about: About) -> Draft:
    """The article among the lines of a page. What `about` knows already wins over what is found here."""
    rest = [b for b in blocks if b.text.strip()]
    found, rest = _front(rest)
    about = about.or_else(found)
    rest = [rest[n] for n in boilerplate.kept(texts(rest))]
    found, rest = _front(rest)
    about = about.or_else(found)
    about, rest = _headline(rest, about)
    lines = texts(rest[:_TOP])
    found, left = dateline.after_title(lines)
    return _with_dateline(posts.marked(_remaining(rest, lines, left)), about.or_else(found))


def _front(blocks: list[Block]) -> tuple[About, list[Block]]:
    lines = texts(blocks[:_TOP])
    found, left = dateline.front(lines)
    return found, _remaining(blocks, lines, left)


def _remaining(blocks: list[Block], lines: list[str], left: list[str]) -> list[Block]:
    """The blocks of the lines that are left; only the first of these can have lost something at its beginning."""
    gone = len(lines) - len(left)
    rest = list(blocks[gone:])
    if rest and left and rest[0].text != left[0]:
        rest[0] = rest[0].as_prose(left[0])
    return rest


def _headline(blocks: list[Block], about: About) -> tuple[About, list[Block]]:
    """The title, and the blocks without it: a heading, or a first line that is one."""
    if len(blocks) < 2:
        return about, blocks
    first = blocks[0]
    if about.title is not None:
        # The page prints its title again above the text.
        if fold(first.text) == fold(about.title):
            return about, blocks[1:]
        return about, blocks
    following = next((b.text for b in blocks[1:6] if boilerplate.is_prose(b.text)), blocks[1].text)
    if first.kind in ("prose", "heading") and lead.is_headline(first.text, following):
        return replace(about, title=" ".join(first.text.split())), blocks[1:]
    return about, blocks


def _with_dateline(blocks: list[Block], about: About) -> Draft:
    if blocks and blocks[0].kind == "prose":
        body = "\n".join(texts(blocks[1:]))
        found, text = dateline.dateline(blocks[0].text, body)
        if text != blocks[0].text:
            about = about.or_else(found)
            blocks = [blocks[0].as_prose(text), *blocks[1:]]
    return Draft(tuple(blocks), about)
