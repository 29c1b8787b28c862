"""The temporal tagger: English time expressions in a text, and what each means as a date, a length or a recurrence.

After the TimeML guidelines (TIMEX3: DATE, TIME, DURATION, SET; extents without prepositions), with EDTF as the content
model has it for the values of dates. Pure functions over text; no language package.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator import dates
from generator.document import BareDay, Time
from generator.extract.times import frames, tagger
from generator.extract.times.cues import Direction
from generator.extract.times.reading import Basis
from generator.extract.times.tense import direction

__all__ = ["Basis", "Dated", "Direction", "bare", "find", "length", "read"]
_DAY = re.compile(r"\d|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_MONTH = re.compile(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")
_YEAR = re.compile(r"\d{4}")
# "Closed until 30 June", "set the first dive for 19 May": such a day may lie ahead though its clause tells the past.
_LIMIT = re.compile(r"\b(?:until|till|by|for|before|to|due(?: on)?)(?: the)? $", re.I)
_REACH = 12  # characters before it in which such a word stands


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression with how it was resolved: what its value hangs on, and the tense of its clause."""

    time: Time
    basis: Basis
    direction: Direction
    day: str | None = None  # of "two weeks later" the day that is reckoned, where its value is the week


def find(text: str, published: str | None, *, spans: Sequence[tuple[int, int, str | None]] = ()) -> tuple[Time, ...]:
    """Every time expression of the text, in its order; `text[t.start:t.end] == t.text`, none overlapping.

    `published` is an EDTF day, or an interval in which it lies: then a value stands only where each of its days gives
    the same. `spans` are stretches (start, end, day) with a day of publication of their own, or none.
    """
    return tuple(dated.time for dated in read(text, published, spans=spans))


def read(text: str, published: str | None, *, spans: Sequence[tuple[int, int, str | None]] = ()) -> tuple[Dated, ...]:
    """As `find`, with the basis of each value and the tense of the clause around it."""
    own = [(start, end, _days(day)[0]) for start, end, day in spans]
    first, last = _days(published)
    tokens, found = tagger.read(text, first, own)
    if last is not None and last != first:
        found = tagger.settled(found, tagger.read(text, last, own)[1])
        found = tagger.told(found, tagger.read(text, None, own)[1], last)
    made = []
    for item in (frames.opened(tokens, item) for item in found):
        start, end = tokens.starts[item.first], tokens.ends[item.beyond - 1]
        reading = item.reading
        time = Time(start, end, text[start:end], reading.type, reading.value)
        made.append(Dated(time, reading.basis, direction(tokens, item.first, item.beyond), reading.day))
    return tuple(made)


def bare(read: Sequence[Dated], text: str) -> tuple[BareDay, ...]:
    """The days, weekdays and months among these expressions of the text that are printed without a year."""
    return tuple(
        BareDay(d.time.start, d.time.text, _side(d, text), d.time.date is None)
        for d in read
        if d.time.type in ("DATE", "TIME") and not _YEAR.search(d.time.text)
        if _DAY.search(d.time.text) or (_MONTH.search(d.time.text) and " year" not in d.time.text)
    )


def _side(dated: Dated, text: str) -> Direction:
    """On which side of its text's own day it lies; not known of a limit that something past has."""
    limit = _LIMIT.search(text, max(0, dated.time.start - _REACH), dated.time.start)
    return "unknown" if limit and dated.direction == "past" else dated.direction


def length(time: Time) -> str | None:
    """The stated length of a happening, as P3D: a DURATION with a number, that is no age and no stretch up to a day."""
    if time.type != "DURATION" or not time.date or "X" in time.date:
        return None
    words = time.text.lower().replace("-", " ").split()
    if "old" in words or {"last", "past", "next", "coming", "previous", "following", "recent"} & set(words):
        return None
    return time.date


def _days(published: str | None) -> tuple[date | None, date | None]:
    """The first and last day on which it may have been published."""
    if not published or not dates.is_valid(published):
        return None, None
    value = dates.parse(published)
    return (value.lower, value.upper) if value.start and value.end else (None, None)
