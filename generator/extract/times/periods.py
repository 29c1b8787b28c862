"""Periods of the calendar as EDTF values: the arithmetic of days, weeks, months and years.

Every function is total over the calendar of years 1 to 9999 and raises `ValueError` or `OverflowError` outside of it;
the resolver turns that into "unresolved". Weeks are ISO 8601: Monday to Sunday.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from generator import dates


def year(number: int) -> str:
    """EDTF of a year, 1 to 9999."""
    if not 1 <= number <= 9999:
        raise ValueError(f"{number} is outside the calendar")
    return f"{number:04d}"


def month(number: int, of: int) -> str:
    """EDTF of month `of` (1 to 12) of a year."""
    return f"{year(number)}-{of:02d}"


def shifted_month(day: date, months: int) -> str:
    """EDTF of the month that lies so many months after that of the day."""
    index = day.year * 12 + day.month - 1 + months
    return month(index // 12, index % 12 + 1)


def week(day: date) -> str:
    """The ISO week around a day, as an interval of its days."""
    monday = day - timedelta(days=day.weekday())
    return dates.span(monday, monday + timedelta(days=6))


def weekend(day: date) -> str:
    """Saturday and Sunday of the ISO week around a day."""
    saturday = day + timedelta(days=5 - day.weekday())
    return dates.span(saturday, saturday + timedelta(days=1))


def decade(number: int) -> str:
    """EDTF of the decade around a year."""
    return f"{year(number)[:3]}X"


def century(ordinal: int) -> str:
    """EDTF of the n-th century: the 19th is 18XX."""
    if not 2 <= ordinal <= 99:
        raise ValueError(f"no century {ordinal} in the calendar")
    return f"{ordinal - 1:02d}XX"


def quarter(day: date, shift: int = 0) -> str:
    """EDTF of the quarter around a day (33 to 36), or of one so many quarters later."""
    index = day.year * 4 + (day.month - 1) // 3 + shift
    return f"{year(index // 4)}-{33 + index % 4}"


def around(unit: str, day: date, shift: int = 0) -> str | None:
    """The period of a unit (TimeML designator) around a day, or so many units later; `None` for units of the clock."""
    if unit in ("D", "N"):
        return dates.day(day + timedelta(days=shift))
    if unit == "W":
        return week(day + timedelta(weeks=shift))
    if unit == "WE":
        return weekend(day + timedelta(weeks=shift))
    if unit == "F":
        return week(day + timedelta(weeks=2 * shift))
    if unit == "M":
        return shifted_month(day, shift)
    if unit == "Q":
        return quarter(day, shift)
    if unit == "Y":
        return year(day.year + shift)
    if unit == "DE":
        return decade(day.year + 10 * shift)
    if unit == "CE":
        return century(day.year // 100 + 1 + shift)
    return None


def safe_day(number: int, of: int, day: int) -> str:
    """EDTF of a day; `ValueError` where the calendar has no such day."""
    return dates.day(date(number, of, day))


def last_day(number: int, of: int) -> int:
    """How many days the month has."""
    return calendar.monthrange(number, of)[1]


def about(value: str) -> str:
    """The value as approximate: every end of it gets a ~."""
    return "/".join(part if part in ("..", "") or part[-1] in "~?%" else part + "~" for part in value.split("/"))


def easter(number: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous computus of 1876, valid from 1583)."""
    golden, hundreds, rest = number % 19, number // 100, number % 100
    leap, over = hundreds // 4, hundreds % 4
    moon = (19 * golden + hundreds - leap - (hundreds - (hundreds + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * over + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    index = moon + sunday - 7 * late + 114
    return date(number, index // 31, index % 31 + 1)
