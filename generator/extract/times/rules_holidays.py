"""Holidays as dates: Christmas Day 2020, last Easter, the Thanksgiving weekend."""

from __future__ import annotations

from datetime import date, timedelta

from generator import dates
from generator.extract.times import holidays
from generator.extract.times.missing_year import RELYEAR, WHICH, YEAR, full_year, unresolved, year_of
from generator.extract.times.reading import Context, Reading, Rule, rule


def _holiday(c: Context) -> Reading | None:
    name = c.word("h")
    known = holidays.day_of(name, 2000)
    if known is None:
        # Named but not computed: the year is all that is certain, and that is not the day.
        return Reading("DATE", None)
    word = c.words("which")[-1] if c.has("which") else ""
    if c.has("y"):
        year, basis = full_year(c, "y"), "absolute"
    elif word in ("last", "next", "this", "past", "coming"):
        if c.published is None:
            return unresolved()
        here = holidays.day_of(name, c.published.year)
        assert here is not None
        year, basis = c.published.year, "published"
        if word in ("last", "past"):
            year -= here >= c.published
        elif word in ("next", "coming"):
            year += here <= c.published
    else:
        found = year_of(c, known.month, known.day)
        if found is None:
            return unresolved()
        year, basis = found
        if basis == "published" and c.published is not None:  # a moveable feast: its day in that very year
            later, here = holidays.day_of(name, year + 1), holidays.day_of(name, year)
            if c.direction() == "past":
                year += 1 if later and later <= c.published else -1 if here and here > c.published else 0
            elif c.direction() == "future" and here and here < c.published:
                year += 1
    day = holidays.day_of(name, year)
    return Reading("DATE", dates.day(day), basis) if day else unresolved()  # type: ignore[arg-type]


def _holiday_weekend(c: Context) -> Reading | None:
    if c.unit("unit") != "WE":
        return None
    day = _holiday(c)
    if day is None or day.value is None:
        return day
    return Reading("DATE", _long_weekend(dates.parse(day.value).lower), day.basis)


def _next_to(c: Context) -> Reading | None:
    """the day after Christmas, the day before Valentine's Day"""
    if c.unit("unit") not in ("D", "N"):
        return None
    named = _holiday(c)
    if named is None or named.value is None:
        return named
    day = dates.parse(named.value).lower + timedelta(days=-1 if c.word("side") == "before" else 1)
    return Reading("DATE", dates.day(day), named.basis)


def _long_weekend(day: date) -> str:
    """The weekend that a holiday lengthens: from Thursday or Friday on, or up to Monday or Tuesday."""
    before = {1: 2, 2: 3}.get(day.isoweekday())
    if before:
        return dates.span(day - timedelta(days=before), day)
    sunday = day + timedelta(days=7 - day.isoweekday())
    return dates.span(
        min(day, sunday - timedelta(days=1)) if day.isoweekday() > 3 else sunday - timedelta(days=1), sunday
    )


# Before the rules for "the day after" something that has no day of its own.
NEXT: tuple[Rule, ...] = (rule("THE (?P<unit>UNIT|NIGHT) (?P<side>BEFORE|AFTER) (?P<h>HOLIDAY)", _next_to),)
RULES: tuple[Rule, ...] = (
    rule(f"(?:THE )?(?P<h>HOLIDAY) (?P<unit>UNIT)(?: {YEAR})?", _holiday_weekend),
    rule(f"(?P<h>HOLIDAY) (?:(?:OF |IN )?COMMA? {YEAR}|{RELYEAR})", _holiday),
    rule(f"(?:{WHICH})?(?P<h>HOLIDAY)", _holiday),
)
