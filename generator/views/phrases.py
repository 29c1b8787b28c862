"""EDTF values as a reader says them, never more exact than the source: 5 May 2031, about June 2032, the 2030s.

A phrase is a run of pieces; a piece with a machine-readable value becomes `<time datetime>`, one for each end. Only
days, months and years have such a value in HTML; seasons, quarters and decades are plain words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from string import Formatter

from babel.dates import format_date

from generator import dates
from generator.dates import Edtf, Point
from generator.views.words import remembered, spoken, t, template


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a date; `datetime` is the value of HTML's attribute, `None` where it has none."""

    text: str
    datetime: str | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A date in words. `str()` and `.text` give it whole; empty where nothing is known."""

    pieces: tuple[Piece, ...] = ()

    @property
    def text(self) -> str:
        """The whole phrase."""
        return "".join(p.text for p in self.pieces)

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.pieces)


NOTHING = Phrase()
DEADLINE = "deadline"  # how a date is meant that is the last one of a plan

# Patterns in which the first day of a month may have a form of its own (French: 1er).
_FIRSTS = frozenset({"day", "day_month", "short_day"})
# Letters of a short month where there is no room for more: English has three, but "Sept".
_SHORT_MONTH = {"en": 3}


@remembered(65536)
def _format(day: date, pattern: str) -> str:
    """A day by one of the catalogue's patterns, in Babel's notation: the language decides on order and names."""
    name = f"first_{pattern}" if day.day == 1 and pattern in _FIRSTS else pattern
    return str(format_date(day, template(f"date.pattern.{name}"), locale=spoken().locale))


def month_name(month: int, *, short: bool = False) -> str:
    """January, or Jan."""
    name = _format(date(2000, month, 1), "short_month_name" if short else "month_name")
    return name[: _SHORT_MONTH.get(spoken().language)] if short else name


def short_month(year: int, month: int) -> str:
    """Jan 2031, where there is little room."""
    return t("date.of_year", name=month_name(month, short=True), year=year)


def short_day(day: date) -> str:
    """5 Sept 2031, where there is little room."""
    return _format(day, "short_day")


def month(day: date) -> str:
    """January 2031."""
    return _format(day, "month")


def _value(point: Point) -> str | None:
    return point.text.rstrip("~?%") if point.precision in ("day", "month", "year") else None


def _words(point: Point, year: bool) -> str:
    first = point.lower
    if point.precision == "day":
        return _format(first, "day" if year else "day_month")
    if point.precision == "month":
        return _format(first, "month" if year else "month_name")
    if point.precision == "year":
        return str(first.year) if year else t("date.in_the_year")
    if point.precision == "decade":
        return t("date.decade", year=first.year - first.year % 10)
    if point.precision == "century":
        return t("date.century", year=point.text[:2] + "00")
    name = t(f"date.group.{point.text.rstrip('~?%')[-2:]}")
    if not year:
        return name
    return t("date.of_year" if point.precision == "season" else "date.quarter_of_year", name=name, year=first.year)


def _said(key: str, **parts: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """A text of the catalogue whose places are filled with pieces: "from {first} to {last}"."""
    made: list[Piece] = []
    for words, name, _, _ in Formatter().parse(template(key)):
        made += [Piece(words)] if words else []
        made += parts[name] if name else ()
    return tuple(made)


def _exactness(point: Point) -> str:
    """Which words a language may want before a date: those before a day, a month or year, or anything else."""
    return {"day": "day", "month": "month", "year": "month"}.get(point.precision, "other")


def _point(point: Point, year: bool) -> tuple[Piece, ...]:
    piece = (Piece(_words(point, year), _value(point)),)
    if not point.approximate:
        return piece
    if point.text.endswith("?"):
        return _said("date.maybe", date=piece)
    return _said(f"date.about.{_exactness(point)}", date=piece)


def _interval(value: Edtf, year: bool) -> tuple[Piece, ...]:
    start, end = value.start, value.end
    if start is None:
        assert end is not None
        return _said(f"date.until.{_exactness(end)}", date=_point(end, year))
    if end is None:
        return _said(f"date.since.{_exactness(start)}", date=_point(start, year))
    if start.text == end.text:
        return _point(start, year)
    if start.precision == end.precision == "day" and not value.approximate:
        first, last = start.lower, end.lower
        if (first.year, first.month) == (last.year, last.month):
            begin = Piece(_format(first, "day_number"), _value(start))
            return _said("date.days", first=(begin,), last=(Piece(_words(end, year), _value(end)),))
    # The year stands once, at the end, where both ends are in it.
    once = start.lower.year == end.lower.year and "year" not in (start.precision, end.precision)
    exact = _exactness(start) if start.precision == end.precision and not value.approximate else "other"
    return _said(f"date.span.{exact}", first=_point(start, not once), last=_point(end, year or not once))


@remembered(65536)
def phrase(text: str | None, dated_by: str | None = None) -> Phrase:
    """The full phrase of an EDTF value. `dated_by="publication"`: all that is known is the day of the report; DEADLINE:
    it is the last day of a plan.
    """
    if not text:
        return NOTHING
    value = dates.parse(text)
    if dated_by == "publication":
        return _reported(value, year=True)
    if value.interval:
        return Phrase(_interval(value, year=True))
    if dated_by == DEADLINE and value.start:
        return _by(value.start, year=True)
    assert value.start is not None
    return Phrase(_point(value.start, year=True))


def _by(point: Point, year: bool) -> Phrase:
    return Phrase(_said(f"date.by.{_exactness(point)}", date=_point(point, year)))


def _reported(value: Edtf, year: bool) -> Phrase:
    """The day of a report is known, only the event's is not: said without "about"."""
    exact = dates.parse(value.text.replace("~", "").replace("?", "").replace("%", ""))
    if exact.interval:
        return Phrase(_said("date.reported.span", date=_interval(exact, year)))
    assert exact.start is not None
    return Phrase(_said(f"date.reported.{_exactness(exact.start)}", date=_point(exact.start, year)))


def short(text: str | None, year: int, dated_by: str | None = None) -> Phrase:
    """The phrase within a group of that year: the year is left out wherever nothing else than it is meant."""
    if not text:
        return NOTHING
    value = dates.parse(text)
    points = [p for p in (value.start, value.end) if p]
    if any(p.lower.year != year or p.precision in ("decade", "century") for p in points) or value.precision == "year":
        exact = not value.approximate  # "about in the year" is no English: about 2031
        if value.precision == "year" and not value.interval and points[0].lower.year == year and exact:
            return Phrase(_point(points[0], year=False))
        return phrase(text, dated_by)
    if dated_by == "publication":
        return _reported(value, year=False)
    if value.interval:
        return Phrase(_interval(value, year=False))
    if dated_by == DEADLINE:
        return _by(points[0], year=False)
    return Phrase(_point(points[0], year=False))


def day(value: date | None) -> Phrase:
    """A calendar day in full."""
    return phrase(value.isoformat()) if value else NOTHING


# A run of days within one month is read as its beginning, middle or end: by the day in its middle.
_THIRDS = ((10, "date.early"), (20, "date.mid"), (31, "date.late"))
_LONGEST_THIRD = 16  # days; a longer run is only the month
_LONGEST_MONTHS = 100  # days; a longer run over several months is only the year


def rough(text: str) -> str:
    """An inferred day of publication in words that promise no more: mid-June 2032, June 2032, May or June 2032."""
    value = dates.parse(text)
    if value.start is None or value.end is None:
        return phrase(text).text
    first, last = value.lower, value.upper
    middle = date.fromordinal((first.toordinal() + last.toordinal()) // 2)
    if value.days == 1:
        return phrase(text.replace("~", "")).text
    if value.days <= _LONGEST_THIRD:
        part = next(key for limit, key in _THIRDS if middle.day <= limit)
        return t(part, month=month(middle))
    if (first.year, first.month) == (last.year, last.month):
        return month(first)
    if value.days <= _LONGEST_MONTHS and first.year == last.year:
        joiner = "date.either" if last.month - first.month == 1 else "date.years"
        return t(joiner, first=_format(first, "month_name"), last=month(last))
    return str(first.year) if first.year == last.year else phrase(text).text


def years(first: int, last: int) -> str:
    """A span of years as a heading says it."""
    return str(first) if first == last else t("date.years", first=first, last=last)
