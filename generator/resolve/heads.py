"""The day that an undated article's own head bears: "By A. Writer · The Paper · 2 May 2024", "Last updated: 2 May".

A page that prints no day in any of its usual places may still begin with a line that does: a by-line, a dateline with
the hour, the stamp of a last change. Such a line is no sentence, stands before the first one, and is not older than
anything that the article tells as past. What it bears is inferred, and said to be.
"""

from __future__ import annotations

import re
from datetime import date

from generator import dates
from generator.document import Extraction

MOST_WORDS = 22  # of a line that is no sentence
REACH = 400  # characters of the text in which its head stands
OLDEST = 1980  # before, no line of a by-line and a day is that of a page
# What such a line is set with: marks between its parts, a by-line, an hour, a word for when it was put out.
_SIGNS = re.compile(
    r"[·|•—–]|\bBy [A-Z]|\b\d{1,2}:\d{2}\b|\bGMT\b|\bUTC\b|\b(?:updated|published|posted|filed|issued)\b"
)
_SENTENCE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|said|says)\b")
_UPDATED = re.compile(r"\bupdated\b", re.I)


def day(extraction: Extraction) -> tuple[str, str] | None:
    """(EDTF day, reason), or none."""
    text = extraction.document.text
    for time in extraction.times:
        if time.start >= REACH:
            return None
        value = (time.date or "")[:10]
        if (
            time.type not in ("DATE", "TIME")
            or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value)
            or not dates.is_valid(value)
        ):
            continue
        if not re.search(r"\d{4}|/\d{2}\b", time.text) or int(value[:4]) < OLDEST:
            continue  # a year that is printed, not reckoned
        line = text[text.rfind("\n", 0, time.start) + 1 : time.end] + text[time.end :].partition("\n")[0]
        if len(line.split()) > MOST_WORDS or not _SIGNS.search(line) or _SENTENCE.search(line):
            continue
        told = _latest(extraction, time.end)
        if told is not None and told > date.fromisoformat(value):
            continue
        word = "was last updated" if _UPDATED.search(line) else "is dated"
        return value, f"its head says that it {word} {value}"
    return None


def _latest(extraction: Extraction, after: int) -> date | None:
    """The last day that the text dates in full, as something past."""
    told = [
        dates.parse(c.date)
        for c in extraction.claims
        if c.date and c.start > after and c.done and not (c.planned or c.draft or c.dated_by or c.post)
        if c.when and re.search(r"\d{4}", c.when)
    ]
    return max((e.lower for e in told if e.start is not None and e.end is not None), default=None)
