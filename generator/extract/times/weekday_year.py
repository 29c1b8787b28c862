"""The year of a day that is printed with its weekday: "8 February, the Monday before the fair" is not of every year."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from generator.extract.times import periods
from generator.extract.times.missing_year import odd_year, year_of
from generator.extract.times.reading import Basis, Context

AROUND = (0, -1, 1)  # years from that of the publication in which such a day mostly lies, likeliest first
BACK = 4  # years: of a day longer ago news prints the year
_YEAR = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d/-]|[.,]\d)")


def weekday_year(c: Context, month: int, day: int, weekday: int) -> tuple[int, Basis] | None:
    """The year in which the day falls on the weekday; `None` where none near does: one of the two is a slip.

    A year that is printed with the day stands. Else it is one of the years around the publication; else the latest
    past one that the text names, or of the last few.
    """
    told = year_of(c, month, day)
    if c.has("y") or c.has("relunit") or odd_year(c):
        return told

    def fits(year: int) -> bool:
        return day <= periods.last_day(year, month) and date(year, month, day).isoweekday() == weekday

    if told is not None and told[1] == "narrated" and fits(told[0]):
        return told
    if c.published is None:
        return told if told is not None and fits(told[0]) else None
    here = c.published.year
    near = next((here + k for k in AROUND if fits(here + k)), None)
    if near is not None:
        return near, "published"
    named = [y for y in _years(c.tokens.text) if y < here and fits(y)]
    if named:
        return named[-1], "narrated"
    back = next((y for y in range(here - 2, here - BACK - 1, -1) if fits(y)), None)
    return (back, "narrated") if back is not None else None


@lru_cache(maxsize=4)
def _years(text: str) -> tuple[int, ...]:
    """The years that a text prints, in their order in time."""
    return tuple(sorted({int(m[0]) for m in _YEAR.finditer(text)}))
