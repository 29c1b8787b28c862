"""The time axis of a drawing: where events are dense at full width, thin stretches before and after folded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.views import phrases

_LINEAR_YEARS = 5  # a span of no more years is drawn evenly
_DENSE_SHARE = 0.7  # of the events lie within the years that are drawn at full width
_JOIN_SHARE = 0.06  # a neighbouring year with this share of them (at least two) belongs to these years
_MONTHS_FROM = 8  # events from which on the months within one or two dense years are looked at
_MONTHS_SHARE = 0.5  # of the months of these years: only a stretch no longer than that is drawn alone
_GAP = 2  # months: what lies no further from the dense ones is drawn with them
_FOLDED_BEFORE, _FOLDED_AFTER = 0.14, 0.08  # of the width
_YEAR_ROOM = 44  # pixels that a year's label needs
_MONTH_LABEL_ROOM = 62  # pixels that the label of a month with its year needs
_MONTH_NAME_ROOM = 180  # pixels of a year from which on Apr, Jul and Oct are named
_TICK_ROOM = 5.5  # pixels of a month from which on months are ticked


@dataclass(frozen=True, slots=True)
class AxisText:
    """A label under the axis; `strong` for years, `end` where it ends at x instead of beginning there."""

    x: float
    text: str
    strong: bool
    end: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """Pixels for days. `stretches` are (first day, last day, from x, to x) with days as ordinals."""

    stretches: tuple[tuple[int, int, float, float], ...]
    texts: tuple[AxisText, ...]
    years: tuple[float, ...]
    ticks: tuple[float, ...]
    breaks: tuple[float, ...]  # where the scale changes
    dense_from: str  # the year or month before which time is drawn narrower; empty where it is not

    def x(self, day: date) -> float:
        """Where a day begins."""
        at = day.toordinal()
        first, last, left, right = next((s for s in self.stretches if at <= s[1]), self.stretches[-1])
        share = (min(max(at, first), last) - first) / max(last - first, 1)
        return round(left + share * (right - left), 1)


def _dense(years: Counter[int]) -> tuple[int, int]:
    """First and last of the years that hold most events in the shortest stretch, with their busy neighbours."""
    known = sorted(years)
    if known[-1] - known[0] < _LINEAR_YEARS:
        return known[0], known[-1]
    total = sum(years.values())
    best = (known[-1] - known[0], known[0], known[-1])
    low, held = 0, 0
    for year in known:
        held += years[year]
        while held - years[known[low]] >= _DENSE_SHARE * total:
            held -= years[known[low]]
            low += 1
        if held >= _DENSE_SHARE * total:
            best = min(best, (year - known[low], known[low], year))
    first, last = best[1], best[2]
    busy = max(2.0, _JOIN_SHARE * total)
    while years[first - 1] >= busy:
        first -= 1
    while years[last + 1] >= busy:
        last += 1
    return first, last


def _dense_months(starts: Sequence[date], first: date, last: date) -> tuple[date, date]:
    """Within one or two dense years the months that hold most events, where these are few: first and last day."""
    months = Counter(day.year * 12 + day.month - 1 for day in starts)
    known = sorted(months)
    inside = [m for m in known if first.year * 12 <= m < (last.year + 1) * 12]
    if last.year - first.year > 1 or months.total() < _MONTHS_FROM:
        return first, last
    best = (inside[-1] - inside[0], inside[0], inside[-1])
    for place, low in enumerate(inside):
        held = 0
        for high in inside[place:]:
            held += months[high]
            if held >= _DENSE_SHARE * months.total():
                best = min(best, (high - low, low, high))
                break
    low, high = best[1], best[2]
    while near := [m for m in known if low - _GAP <= m < low]:
        low = near[0]
    while near := [m for m in known if high < m <= high + _GAP]:
        high = near[-1]
    drawn = inside[-1] - (first.year * 12 if known[0] < first.year * 12 else inside[0]) + 1
    if high - low + 1 > _MONTHS_SHARE * drawn:
        return first, last
    return date(low // 12, low % 12 + 1, 1), _month_end(date(high // 12, high % 12 + 1, 1))


def axis(spans: Sequence[tuple[date, date]], left: float, right: float) -> Axis:
    """An axis for marks that begin and end on these days (inclusive), between two x."""
    years = Counter(first.year for first, _ in spans)
    years_dense = _dense(years)
    begin, end = min(s for s, _ in spans), max(e for _, e in spans)
    first, last = date(years_dense[0], 1, 1), date(years_dense[1], 12, 31)
    first, last = _dense_months([start for start, _ in spans], first, last)
    before, after = begin < first, end > last
    width = right - left
    dense_left = left + (width * _FOLDED_BEFORE if before else 0)
    dense_right = right - (width * _FOLDED_AFTER if after else 0)
    dense_begin = first if before else begin.replace(day=1)
    dense_end = last if after else _month_end(end)
    if (dense_end - dense_begin).days < 60:  # a few days alone would look like an age
        dense_begin, dense_end = _month_before(dense_begin), _month_end(dense_end + timedelta(days=1))
    stretches = []
    if before:
        stretches.append((date(begin.year, 1, 1).toordinal(), dense_begin.toordinal() - 1, left, dense_left - 4))
    stretches.append((dense_begin.toordinal(), dense_end.toordinal() + 1, dense_left, dense_right))
    if after:
        stop = _month_end(end).toordinal()
        stretches.append((dense_end.toordinal() + 1, stop, dense_right + 4, right))
    made = Axis(tuple(stretches), (), (), (), (), "")
    texts, lines, ticks = _furniture(made, dense_begin, dense_end, dense_left, dense_right, left if before else None)
    if before:
        texts.insert(0, AxisText(left, str(begin.year), strong=True))
    if after:
        within = last.month < 12 and end.year == last.year
        name = phrases.short_month(end.year, end.month) if within else str(end.year)
        texts.append(AxisText(right, name, strong=True, end=True))
        lines.append(dense_right)
    breaks = ((dense_left - 4,) if before else ()) + (
        (dense_right,) if after and (end.year > last.year + 1 or last.month < 12) else ()
    )
    dense_from = (phrases.month(first) if first.month > 1 else str(first.year)) if before else ""
    return Axis(made.stretches, tuple(texts), tuple(lines), tuple(ticks), breaks, dense_from)


def _furniture(
    on: Axis, begin: date, end: date, left: float, right: float, folded: float | None
) -> tuple[list[AxisText], list[float], list[float]]:
    """Year labels and lines, month names and ticks of the dense stretch."""
    year_width = (right - left) * 365.25 / max((end - begin).days, 1)
    step = next((s for s in (1, 2, 5, 10, 20, 50, 100) if s * year_width >= _YEAR_ROOM), 200)
    texts: list[AxisText] = []
    lines: list[float] = []
    ticks: list[float] = []
    free = left if folded is None else left - 1
    for year in range(begin.year, end.year + 1):
        start = date(year, 1, 1)
        x = left if start <= begin else on.x(start)
        if start > begin or folded is not None:
            lines.append(x)
        if (year - begin.year) % step == 0 and x >= free and right - x >= _YEAR_ROOM * 0.7:
            # A stretch that begins within a year says in which month; where that has room.
            within = begin.month > 1 and start < begin and right - x >= 2 * _MONTH_LABEL_ROOM
            name = phrases.short_month(year, begin.month) if within else str(year)
            texts.append(AxisText(x + (4 if start > begin or folded is not None else 0), name, strong=True))
            free = x + (_MONTH_LABEL_ROOM if within else _YEAR_ROOM)
        if year_width / 12 >= _TICK_ROOM:
            for month in range(2, 13):
                if begin < date(year, month, 1) <= end:
                    tick = on.x(date(year, month, 1))
                    ticks.append(tick)
                    named = month in (4, 7, 10) or year_width >= _MONTH_NAME_ROOM * 4
                    if named and year_width >= _MONTH_NAME_ROOM and tick >= free and right - tick >= 30:
                        texts.append(AxisText(tick, phrases.month_name(month, short=True), strong=False))
    return texts, lines, ticks


def _month_end(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1) if day.year < 9999 else day


def _month_before(day: date) -> date:
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1) if day.year > 1 else day
