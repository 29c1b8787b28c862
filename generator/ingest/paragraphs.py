"""Plain text cut into paragraphs, in whichever of the usual layouts it comes.

Empty lines between paragraphs; one paragraph a line; or lines broken at a width, with or without indentation. A
document may mix the first two, as when a headline stands right above its first paragraph.
"""

from __future__ import annotations

import re

_ENDS_SENTENCE = re.compile(r"[.!?…:;”\"’')\]。！？]$")
_SIGNED = re.compile(r"by [A-ZÀ-Þ][\w.'’-]*+(?: [A-ZÀ-Þ][\w.'’-]*+){1,3} ?(?:[|,(].{0,60})?$")  # "by Ann Roe"
_NARROW = 100  # nobody breaks lines by hand or program at more columns than this
_MANY = 4  # lines that are needed to speak of a width
_TOLERANCE = 3


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, each on one line."""
    chunks = [[line for line in chunk.split("\n") if line.strip()] for chunk in re.split(r"\n(?:[ \t]*\n)+", text)]
    width = _width(chunks)
    made: list[str] = []
    for chunk in chunks:
        made += _joined(chunk, width)
    return made


def _width(chunks: list[list[str]]) -> int:
    """The width at which lines were broken; 0 where none was.

    Broken lines that go on are nearly all of about one length. In a text that has a paragraph on each line, and in
    one whose lines are as long as they like, they are not.
    """
    going_on = [len(line.rstrip()) for chunk in chunks for line in chunk[:-1]]
    longest = max((len(line.rstrip()) for chunk in chunks for line in chunk), default=0)
    if len(going_on) < _MANY or longest > _NARROW or longest < 30:
        return 0
    full = sum(1 for length in going_on if length >= longest - 18)
    return longest if full >= 0.6 * len(going_on) else 0


def _joined(chunk: list[str], width: int) -> list[str]:
    made: list[list[str]] = []
    before = ""
    for line in chunk:
        if not before or not _goes_on(before, line, width):
            made.append([])
        made[-1].append(line.strip())
        before = line.rstrip()
    return [" ".join(lines) for lines in made]


def _goes_on(before: str, line: str, width: int) -> bool:
    """Whether a line continues the sentence or paragraph of the one before."""
    first = line.lstrip()
    if _SIGNED.match(first):
        return False  # a line of its own, however small its first letter
    if first[0].islower() and not _ENDS_SENTENCE.search(before):
        return True  # a sentence that was broken off goes on
    if not width or len(before) > width:
        return False
    if line[:1] in " \t" and before[:1] not in " \t":
        return False  # indented: a new paragraph
    # Had the next word still fitted, the line was not broken for want of room.
    return len(before) + 1 + len(first.split(" ", 1)[0]) > width - _TOLERANCE
