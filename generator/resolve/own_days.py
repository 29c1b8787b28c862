"""What an undated article's own words say about its day: not before what it tells as done, nor after what is to come.

Only days printed with their year count, and the days of posts that are set into it. A weekday beside a day and month
("Tuesday, August 27") fits one year in five or six; which years it can be, the dated articles about the same say.
That a text prints the year of some days says nothing about those where it does not: a report of this October tells of
"30 October 2021" and of "4 October" side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator import dates
from generator.document import Extraction
from generator.resolve import partial

FAR = timedelta(days=400)  # from the newest day told as done to the first one to come
STEP = 120  # days from one day of a tale to the next
COMING = 240  # days ahead within which a day is announced without its year
LEAD = 400  # characters in which the news of the day is told
MOST_YEARS = 6  # among which a weekday can tell the year; after five it may fall on the same day again
_STAMP = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
# What was planned once: it may be over.
_OVER = re.compile(r"\b(?:was|were|had|been)\b", re.I)
_STAMPED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")  # of a message in a quotation: "3 May 2031, 22:40"
_WEEKDAY = re.compile(rf"\b({'|'.join(dates.WEEKDAYS)})\b", re.I)


def known(extraction: Extraction) -> str | None:
    """The day that is printed, be it in its head alone or that of the last change."""
    document = extraction.document
    inferred = document.inferred[0] if document.inferred else ""
    return document.published or (inferred if _STAMP.fullmatch(inferred) else None)


def not_before(extraction: Extraction) -> date | None:
    """The newest day that the text dates in full as done, or of a post that it shows."""
    told = [dates.parse(c.date).lower for c in extraction.claims if c.date and c.done and _full(c.date, c.when)]
    told += [date.fromisoformat(p.published) for p in extraction.document.posts if p.published]
    told += [
        date.fromisoformat((t.date or "")[:10])
        for t in extraction.times
        if t.type == "TIME" and _STAMPED.fullmatch(t.date or "") and _YEAR.search(t.text)
        if any(start <= t.start < end for start, end in extraction.document.quotes)
    ]
    return max(told, default=None)


def between(extraction: Extraction) -> tuple[date, date, str] | None:
    """(first, last, reason): from the newest day told as done to the last one before what is planned."""
    first = not_before(extraction)
    if first is None:
        return None
    ahead = [
        c
        for c in extraction.claims
        if c.date
        and c.planned
        and "was to" not in c.doubts
        and not _OVER.search(extraction.document.text[c.start : c.end])
        and _full(c.date, c.when)
        and first < dates.parse(c.date).lower <= first + FAR
    ]
    if not ahead:
        return None
    plan = min(ahead, key=lambda c: dates.parse(c.date or "").lower)
    told = dates.parse(plan.date or "")
    last = told.upper if told.days > 1 else told.lower - timedelta(days=1)
    return first, last, f"it tells of {first.isoformat()} as past, and plans for {plan.date}"


def _full(value: str, when: str | None) -> bool:
    """Whether a day or month is printed with its year."""
    if not when or not _YEAR.search(when) or not dates.is_valid(value):
        return False
    found = dates.parse(value)
    return found.start is not None and found.end is not None and found.days <= 31


def reached(extraction: Extraction, last: date) -> date | None:
    """How far the text goes on, day by day without a year, from the newest day that it tells in full as done.

    "Lifted off on 3 May 2021 … On 16 May … On 2 June": where it lies before `last`, each is the next such day.
    """
    full = [c for c in extraction.claims if c.date and c.done and _full(c.date, c.when)]
    if not full:
        return None
    newest = max(full, key=lambda c: dates.parse(c.date or "").lower)
    day = dates.parse(newest.date or "").lower
    for bare in extraction.bare:
        key = partial.month_day(bare.text)
        if bare.start < newest.end or key is None:
            continue
        following = _day(day.year, *key)
        following = following if following and following >= day else _day(day.year + 1, *key)
        if bare.direction != "past" or following is None or following > last or (following - day).days > STEP:
            break
        day = following
    return day


def not_after(extraction: Extraction, first: date, last: date) -> date:
    """The day before the first that the text says is still to come, from `first` on; else `last`.

    "The court is to rule on 3 June", of a page that is not older than 1 March: a day that is announced without its year
    is the coming one, and seldom further off than some months.
    """
    for bare in extraction.bare:
        key = partial.month_day(bare.text)
        if bare.direction != "future" or key is None:
            continue
        coming = _day(first.year, *key)
        coming = coming if coming and coming > first else _day(first.year + 1, *key)
        if coming is None or not (first < coming <= last and (coming - first).days <= COMING):
            continue
        again = _day(coming.year + 1, *key)
        if again is None or again > last:  # else it is not known of which year
            last = coming - timedelta(days=1)
    return last


def weekdays(extraction: Extraction, first: int, last: int) -> Iterator[tuple[date, str, str]]:
    """(day, direction of its clause, words) of each weekday with day and month that fits one of these years alone."""
    if last - first > MOST_YEARS:
        return
    for bare in extraction.bare:
        text = bare.text
        weekday, key = _WEEKDAY.search(text), partial.month_day(text)
        if weekday is None or key is None:
            continue
        number = dates.WEEKDAYS.index(weekday[1].lower())
        fits = [d for year in range(first, last + 1) if (d := _day(year, *key)) and d.weekday() == number]
        if len(fits) == 1:
            yield fits[0], bare.direction, text


def stamped(
    extraction: Extraction, inferred: tuple[str, str] | None, years: tuple[int, int] | None
) -> tuple[str, str] | None:
    """(day, reason): the day of a dateline without a year, "LIMA, July 7", in the one year that it can be.

    That is the one of the days in which the article is known to lie; or else that in which it falls on the weekday
    that the lead names as the day of its news, among the years of the dated articles about the same.
    """
    words = extraction.document.stamped or ""
    key = partial.month_day(words)
    if key is None:
        return None
    if inferred is not None:
        known = dates.parse(inferred[0])
        fits = [d for y in range(known.lower.year, known.upper.year + 1) if (d := _day(y, *key)) and _near(d, known)]
    else:
        weekday = _WEEKDAY.search(words) or _WEEKDAY.search(extraction.document.text[:LEAD])
        if weekday is None or years is None or years[1] - years[0] > MOST_YEARS:
            return None
        number = dates.WEEKDAYS.index(weekday[1].lower())
        fits = [d for y in range(years[0], years[1] + 1) if (d := _day(y, *key)) and d.weekday() == number]
    if len(fits) != 1:
        return None
    return fits[0].isoformat(), f"it says {words}, and that is a day of {fits[0].year}"


def _near(day: date, known: dates.Edtf) -> bool:
    slack = timedelta(days=1)
    return known.lower - slack <= day <= known.upper + slack


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
