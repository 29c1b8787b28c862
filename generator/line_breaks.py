"""Lines that were broken at a width, by hand or by a program: which of them go on with the one before.

A text may have its paragraphs apart by empty lines, one on each line, or broken at a width; it may mix the first two,
as when a headline stands right above its first paragraph. Broken lines that go on are nearly all of about one length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_ENDS_SENTENCE = re.compile(r"[.!?…:;”\"’')\]。！？]$")
_SIGNED = re.compile(r"by [A-ZÀ-Þ][\w.'’-]*+(?: [A-ZÀ-Þ][\w.'’-]*+){1,3} ?(?:[|,(].{0,60})?$")  # "by Ann Roe"
_NARROW = 132  # columns of the widest terminals; nobody breaks lines at more
_MANY = 4  # lines that are needed to speak of a width
_TOLERANCE = 3


def width(chunks: Iterable[Sequence[str]]) -> int:
    """The width at which lines were broken, in characters; 0 where none was. A chunk: lines with no empty one between.

    In a text that has a paragraph on each line, and in one whose lines are as long as they like, they are not.
    """
    rows = [[len(line.rstrip()) for line in chunk] for chunk in chunks]
    going_on = [length for row in rows for length in row[:-1]]
    longest = max((length for row in rows for length in row), default=0)
    if len(going_on) < _MANY or longest > _NARROW or longest < 30:
        return 0
    full = sum(1 for length in going_on if length >= longest - 18)
    return longest if full >= 0.6 * len(going_on) else 0


def goes_on(before: str, line: str, width: int) -> bool:
    """Whether a line continues the sentence or paragraph of the one before; `width`: of the text, see there."""
    first = line.lstrip()
    if not first or _SIGNED.match(first):
        return False  # a line of its own, however small its first letter
    if first[0].islower() and not _ENDS_SENTENCE.search(before):
        return True  # a sentence that was broken off goes on
    if not width or len(before) > width:
        return False
    if line[:1] in " \t" and before[:1] not in " \t":
        return False  # indented: a new paragraph
    # Had the next word still fitted, the line was not broken for want of room.
    return len(before) + 1 + len(first.split(" ", 1)[0]) > width - _TOLERANCE
