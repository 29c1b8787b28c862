"""Quotation marks and apostrophes of editors' prose as a printer sets them: it is typed with the straight ones of a
keyboard. What a source printed is never touched.

A mark at the beginning or after a space, a bracket, a dash or another opening mark opens; any other closes. A single
one before a figure (the ’90s) is an apostrophe.
"""

from __future__ import annotations

import re

from generator.views.words import template

_STRAIGHT = re.compile(r"[\"']")
_BEFORE_OPENING = frozenset(" \t\n\u00a0([{–—-/“‘")


def curled(text: str, before: str = "") -> str:
    """The text with the marks of the site's language; `before` is the character that stands before it, "" at the
    beginning of a block.
    """
    opening, closing = template("quote.words").split("{words}")

    def mark(found: re.Match[str]) -> str:
        at = found.start()
        last = text[at - 1] if at else before
        # An opening mark of the other kind stands before it straight as well: "'Tis so," he said.
        opens = not last or last in _BEFORE_OPENING or (last in "\"'" and (at < 2 or text[at - 2] in _BEFORE_OPENING))
        if found[0] == '"':
            return opening if opens else closing
        return "‘" if opens and not text[at + 1 : at + 2].isdigit() else "’"

    return _STRAIGHT.sub(mark, text)
