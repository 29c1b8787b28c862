"""One date value: EDTF strings as bounds, precision, comparison and order.

The subset of EDTF (Library of Congress, 2019) that the content model allows:

    2021  2021-11  2021-11-24          year, month, day
    2021-21 … 2021-24                  seasons (spring to winter)
    2022-33 … 2022-36, 2022-40, -41    quarters, halves
    202X  19XX                         decade, century
    2022-03~  2022-03?  2022-03%       approximate, uncertain, both
    A/B  A/..  ../B                    interval, open at an end

The package `edtf` reads the same values at 2 to 5 ms each; `tests/test_dates.py` uses it as the oracle.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

Precision = Literal["day", "month", "season", "quarter", "half", "year", "decade", "century"]

FIRST, LAST = date(1, 1, 1), date(9999, 12, 31)
# In English, from January and Monday on; `calendar` has them in the language of the machine.
MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()

_POINT = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}))?(?:-(\d{2}))?([~?%]?)")
# EDTF level 2 gives sub-year groupings; level 1 the seasons. Northern meteorological seasons, as the oracle has them.
_GROUPS: dict[int, tuple[Precision, int, int]] = {
    21: ("season", 3, 5), 22: ("season", 6, 8), 23: ("season", 9, 11), 24: ("season", 12, 12),
    33: ("quarter", 1, 3), 34: ("quarter", 4, 6), 35: ("quarter", 7, 9), 36: ("quarter", 10, 12),
    40: ("half", 1, 6), 41: ("half", 7, 12),
}  # fmt: skip
# How far "about" may reach beyond the value, in days: less than one further unit of its own precision.
_SLACK: dict[Precision, int] = {
    "day": 3, "month": 15, "season": 30, "quarter": 30, "half": 45, "year": 183, "decade": 1826, "century": 9131,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Point:
    """One end of a date: what the text says, and the days it spans (inclusive)."""

    text: str
    lower: date
    upper: date
    precision: Precision
    approximate: bool


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date as a source gives it: one point, or an interval whose ends may be open (`None`)."""

    text: str
    start: Point | None
    end: Point | None
    interval: bool

    @property
    def lower(self) -> date:
        """The first day it can mean; `date.min` where it is open."""
        return self.start.lower if self.start else FIRST

    @property
    def upper(self) -> date:
        """The last day it can mean (inclusive); `date.max` where it is open."""
        return self.end.upper if self.end else LAST

    @property
    def approximate(self) -> bool:
        """Whether an end is only about right."""
        return any(p.approximate for p in (self.start, self.end) if p)

    @property
    def precision(self) -> Precision:
        """The coarser of its ends' precisions."""
        order = list(_SLACK)
        return max((p.precision for p in (self.start, self.end) if p), key=order.index)

    @property
    def days(self) -> int:
        """How many days it spans; the fewer, the more precise."""
        return (self.upper - self.lower).days + 1

    @property
    def sort_key(self) -> tuple[date, date, str]:
        """Chronological order: what starts earlier, then what is more precise."""
        return (self.lower if self.start else self.upper, self.upper, self.text)

    def widened(self) -> tuple[date, date]:
        """The bounds with the slack that "about" gives to an approximate end."""
        lower, upper = self.lower, self.upper
        if self.start and self.start.approximate:
            lower = _shift(lower, -_SLACK[self.start.precision])
        if self.end and self.end.approximate:
            upper = _shift(upper, _SLACK[self.end.precision])
        return lower, upper

    def __str__(self) -> str:
        return self.text


def _shift(day: date, days: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + days, FIRST.toordinal()), LAST.toordinal()))


def _point(text: str) -> Point:
    match = _POINT.fullmatch(text)
    if not match:
        raise ValueError(f'"{text}" is not a date in EDTF (as 2021, 2021-11, 2021-11-24, 2021-11~)')
    year, second, day, qualifier = match.groups()
    approximate = bool(qualifier)
    if "X" in year:
        if second:
            raise ValueError(f'"{text}": a decade or century has no month')
        precision: Precision = "century" if year.endswith("XX") else "decade"
        first, last = max(int(year.replace("X", "0")), 1), int(year.replace("X", "9"))
        return Point(text, date(first, 1, 1), date(last, 12, 31), precision, approximate)
    number = int(year)
    if number < 1:
        raise ValueError(f'"{text}": the year 0000 is not supported')
    if not second:
        return Point(text, date(number, 1, 1), date(number, 12, 31), "year", approximate)
    month = int(second)
    if day:
        if not 1 <= month <= 12:
            raise ValueError(f'"{text}": {second} is no month (01 to 12)')
        try:
            exact = date(number, month, int(day))
        except ValueError:
            raise ValueError(f'"{text}" is no day of the calendar') from None
        return Point(text, exact, exact, "day", approximate)
    if 1 <= month <= 12:
        last_day = calendar.monthrange(number, month)[1]
        return Point(text, date(number, month, 1), date(number, month, last_day), "month", approximate)
    if month not in _GROUPS:
        raise ValueError(f'"{text}": {second} is no month (01 to 12), season (21 to 24), quarter or half')
    precision, first_month, last_month = _GROUPS[month]
    upper = date(number, last_month, calendar.monthrange(number, last_month)[1])
    if month == 24 and number < 9999:  # winter runs into the next year
        upper = date(number + 1, 3, 1) - timedelta(days=1)
    return Point(text, date(number, first_month, 1), upper, precision, approximate)


@lru_cache(maxsize=65536)
def parse(text: str) -> Edtf:
    """Read one EDTF value; `ValueError` with a sentence for the editor where it is none."""
    text = text.strip()
    if "/" not in text:
        point = _point(text)
        return Edtf(text, point, point, interval=False)
    first, _, last = text.partition("/")
    start = None if first == ".." else _point(first)
    end = None if last == ".." else _point(last)
    if start is None and end is None:
        raise ValueError(f'"{text}" is open at both ends')
    if start and end and start.lower > end.upper:
        raise ValueError(f'"{text}" ends before it begins')
    return Edtf(text, start, end, interval=True)


def usable(text: str) -> Edtf:
    """As `parse`, for a page: `ValueError` also at an end of the calendar, where nothing could come before or after."""
    read = parse(text)
    if any(point and (point.lower.year < 2 or point.upper.year > 9998) for point in (read.start, read.end)):
        raise ValueError(f'"{text}": the year must lie between 2 and 9998')
    return read


def is_valid(text: str) -> bool:
    """Whether `parse` would read it."""
    try:
        parse(text)
    except ValueError:
        return False
    return True


def compatible(one: Edtf, other: Edtf) -> bool:
    """Whether both can be true of one happening: their days, widened by "about", overlap."""
    (a, b), (c, d) = one.widened(), other.widened()
    return a <= d and c <= b


def contains(wide: Edtf, narrow: Edtf) -> bool:
    """Whether every day of the narrow one lies within the wide one."""
    return wide.lower <= narrow.lower and narrow.upper <= wide.upper


def day(value: date) -> str:
    """The EDTF value of a calendar day."""
    return value.isoformat()


def span(first: date, last: date) -> str:
    """The EDTF value of a run of days, both ends included."""
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
