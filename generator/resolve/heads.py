"""The day that an undated article's own head bears: "By A. Writer · The Paper · 2 May 2024", "Last updated: 2 May".

A page that prints no day in any of its usual places may still begin with a line that does: a by-line, a dateline with
the hour, the stamp of a last change. Such a line is no sentence, stands before the first one, and is not older than
anything that the article tells as past. What it bears is inferred, and said to be.

A line of a day and capitalised words alone is such a line as well ("Lima and Osk, 21 November 2023", "Date: 9 August
2022", the masthead's "Monday 18 November 2024 Year XLI No. 3,902"), and so is the dateline before a first sentence
("OSK, December 9, 2024 - The firm confirms …"). Where a text has several lines that are no more than a day, they are
the entries of a chronology.
"""

from __future__ import annotations

import re
from datetime import date

from generator import dates
from generator.dates import MONTHS
from generator.document import Extraction

MOST_WORDS = 22  # of a line that is no sentence
REACH = 400  # characters of the text in which its head stands
OLDEST = 1980  # before, no line of a by-line and a day is that of a page
# What such a line is set with: marks between its parts, a by-line, an hour, a word for when it was put out.
_SIGNS = re.compile(
    r"[·|•—–]|\bBy [A-Z]|\b\d{1,2}:\d{2}\b|\bGMT\b|\bUTC\b|\b(?i:updated|published|posted|filed|issued)\b"
)
_SENTENCE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|said|says)\b")
_UPDATED = re.compile(r"\bupdated\b", re.I)
_MONTH = rf"(?:{'|'.join(f'{m[:3]}(?:{m[3:]})?' if m[3:] else m for m in MONTHS)}|sept)\.?"
_DAY = re.compile(
    rf"\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th)? (?P<m1>{_MONTH}),? (?P<y1>\d{{4}})\b"
    rf"|\b(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>\d{{4}})\b"
    r"|\b(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2})\b",
    re.I,
)
_ENTRY = re.compile(rf"(?:{_DAY.pattern})[ .:]*", re.I)
# What stands beside the day in a line of names, labels and numbers: no word in small letters but those of a place.
_BESIDE = re.compile(r"(?:\([^()]{0,40}\)|[^\W\d_a-z][\w.'’-]*+|\d[\d.,]*+|and|de|del|la|el|[,.:;/&-]|\s)*+")
_DATELINE = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*,? ){1,5}\(?$")
_BEHIND = re.compile(r"\)? ?(?:\([^()]{2,40}\) ?)?(?:[—–]|--?) ")


def day(extraction: Extraction) -> tuple[str, str] | None:
    """(EDTF day, reason), or none."""
    return _signed(extraction) or _bare(extraction)


def _bare(extraction: Extraction) -> tuple[str, str] | None:
    """The day in a line of day and names alone, or in a dateline."""
    text, start = extraction.document.text, 0
    if sum(bool(_ENTRY.fullmatch(line)) for line in text.split("\n")) > 1:
        return None
    for line in text[:REACH].split("\n"):
        start += len(line) + 1
        found = _DAY.search(line)
        if found is not None and _quoted(extraction, start - 1 - len(line)):
            return None
        if found is None:
            if len(line.split()) > MOST_WORDS:
                return None
            continue
        before, behind = line[: found.start()], line[found.end() :]
        bare = len(line.split()) <= MOST_WORDS and _BESIDE.fullmatch(before) and _BESIDE.fullmatch(behind)
        value = _value(found)
        if value is None or not (bare or (_DATELINE.fullmatch(before) and _BEHIND.match(behind))):
            return None
        told = _latest(extraction, start)
        late = told is not None and told > date.fromisoformat(value)
        return None if late else (value, f"its head says that it is dated {value}")
    return None


def _quoted(extraction: Extraction, at: int) -> bool:
    """Whether a place stands in a quotation."""
    return any(start <= at < end for start, end in extraction.document.quotes)


def _value(found: re.Match[str]) -> str | None:
    """The day as EDTF; none where there is no such day."""
    year, month, number = (next(g for g in (found[f"{k}{i}"] for i in (1, 2, 3)) if g) for k in "ymd")
    if not month.isdigit():
        month = str(next(n for n, m in enumerate(MONTHS, 1) if m.startswith(month.lower()[:3])))
    value = f"{year}-{int(month):02}-{int(number):02}"
    return value if dates.is_valid(value) and int(year) >= OLDEST else None


def _signed(extraction: Extraction) -> tuple[str, str] | None:
    """The day in a line with the marks of a by-line or a stamp."""
    text = extraction.document.text
    for time in extraction.times:
        if time.start >= REACH:
            return None
        value = (time.date or "")[:10]
        if _quoted(extraction, time.start):
            continue  # the hour of a message that is quoted
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
