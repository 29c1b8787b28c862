"""Plain text cut into paragraphs, in whichever of the usual layouts it comes."""

from __future__ import annotations

import re

from generator import line_breaks


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, each on one line."""
    chunks = [[line for line in chunk.split("\n") if line.strip()] for chunk in re.split(r"\n(?:[ \t]*\n)+", text)]
    width = line_breaks.width(chunks)
    return [paragraph for chunk in chunks for paragraph in _joined(chunk, width)]


def _joined(chunk: list[str], width: int) -> list[str]:
    made: list[list[str]] = []
    before = ""
    for line in chunk:
        if not before or not line_breaks.goes_on(before, line, width):
            made.append([])
        made[-1].append(line.strip())
        before = line.rstrip()
    return [" ".join(lines) for lines in made]
