"""The dates that the reports of one event give, each alone, drawn over months, quarters or years."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from generator import dates
from generator.views.phrases import month_name, short_month

WIDTH, HEIGHT = 160, 12
_MOST_COLUMNS = 6
_RADIUS = 3


@dataclass(frozen=True, slots=True)
class Span:
    """A mark in a row: a bar from x, w wide, or a dot (w is 0) at x."""

    x: float
    w: float
    rival: bool


@dataclass(frozen=True, slots=True)
class Calendar:
    """Heads of the columns (all equally wide), and for every date its mark (`None`: no date)."""

    columns: tuple[str, ...]
    lines: tuple[float, ...]
    spans: tuple[Span | None, ...]


def calendar(given: Sequence[str | None], rivals: Sequence[bool]) -> Calendar | None:
    """A calendar for EDTF values; `None` where there is only one date, or the columns would be too many."""
    known = [dates.parse(text) for text in given if text]
    closed = [v for v in known if v.start and v.end]
    if len({v.text for v in closed}) < 2:
        return None
    begin, end = min(v.lower for v in closed), max(v.upper for v in closed)
    months = (end.year - begin.year) * 12 + end.month - begin.month + 1
    span_years = end.year - begin.year + 1
    if months <= _MOST_COLUMNS:
        first, number, place, names = _by_month(begin, months)
    elif months <= 3 * (_MOST_COLUMNS - 1):
        first, number, place, names = _by_quarter(begin, end)
    elif span_years <= _MOST_COLUMNS:
        first, number, place, names = _by_year(begin, span_years)
    else:
        return None
    scale = WIDTH / number

    def x(day: date, *, after: bool) -> float:
        return round(min(max(place(day, after) - first, 0), number) * scale, 1)

    spans: list[Span | None] = []
    for text, rival in zip(given, rivals, strict=True):
        value = dates.parse(text) if text else None
        if not value or not value.start or not value.end:
            spans.append(None)
            continue
        left, right = x(value.lower, after=False), x(value.upper, after=True)
        if right - left < 2 * _RADIUS + 1:
            spans.append(Span(round((left + right) / 2, 1), 0, rival))
        else:
            spans.append(Span(left + 0.7, round(right - left - 1.4, 1), rival))
    lines = tuple(round(i * scale, 1) for i in range(1, number))
    return Calendar(tuple(names), lines, tuple(spans))


_Place = Callable[[date, bool], float]


def _month_place(day: date, after: bool) -> float:
    """Months since the year 0, with the part of the month that has passed before the day (or after it)."""
    length = 31 if day.month == 12 else (date(day.year, day.month + 1, 1) - date(day.year, day.month, 1)).days
    return day.year * 12 + day.month - 1 + (day.day - (0 if after else 1)) / length


def _named(month: int, *, first: bool) -> str:
    """A month counted from the year 0; with its year where that is new to the reader."""
    year, number = month // 12, month % 12 + 1
    return short_month(year, number) if first or number == 1 else month_name(number, short=True)


def _by_month(begin: date, months: int) -> tuple[float, int, _Place, list[str]]:
    first = begin.year * 12 + begin.month - 1
    # A month of air on either side where there is room: a bar that fills the drawing says nothing.
    if months <= _MOST_COLUMNS - 2:
        first, months = first - 1, months + 2
    return first, months, _month_place, [_named(first + i, first=i == 0) for i in range(months)]


def _by_quarter(begin: date, end: date) -> tuple[float, int, _Place, list[str]]:
    first = begin.year * 4 + (begin.month - 1) // 3
    number = end.year * 4 + (end.month - 1) // 3 - first + 1
    names = [_named((first + i) * 3, first=i == 0) for i in range(number)]
    return first, number, lambda day, after: _month_place(day, after) / 3, names


def _by_year(begin: date, span: int) -> tuple[float, int, _Place, list[str]]:
    names = [str(begin.year + i) for i in range(span)]
    return begin.year, span, lambda day, after: _month_place(day, after) / 12, names
