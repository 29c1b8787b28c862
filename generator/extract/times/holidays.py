"""Holidays by name: those that the calendar fixes, and those whose day is known only from a table nobody prints.

A name is a run of words as `tokens` cuts them (an apostrophe-s is a word of its own). Feasts of the lunar calendars are
recognised and left unresolved: their days differ by country and sighting.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from generator.extract.times.periods import easter

Day = Callable[[int], date]


def _fixed(month: int, day: int) -> Day:
    return lambda year: date(year, month, day)


def _weekday(month: int, weekday: int, nth: int) -> Day:
    """The n-th such weekday (Monday is 0) of a month; the last one for -1."""

    def found(year: int) -> date:
        if nth < 0:
            end = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
            return end - timedelta(days=(end.weekday() - weekday) % 7)
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))

    return found


def _easter(days: int) -> Day:
    return lambda year: easter(year) + timedelta(days=days)


def _after_thanksgiving(days: int) -> Day:
    return lambda year: _weekday(11, 3, 4)(year) + timedelta(days=days)


_NAMES: dict[str, Day | None] = {
    "christmas": _fixed(12, 25), "christmas day": _fixed(12, 25), "christmas eve": _fixed(12, 24),
    "boxing day": _fixed(12, 26), "new year 's eve": _fixed(12, 31), "new year 's day": _fixed(1, 1),
    "new year 's": _fixed(1, 1), "new years eve": _fixed(12, 31), "new years day": _fixed(1, 1),
    "new year": _fixed(1, 1), "valentine 's day": _fixed(2, 14), "st patrick 's day": _fixed(3, 17),
    "st . patrick 's day": _fixed(3, 17), "halloween": _fixed(10, 31), "all saints ' day": _fixed(11, 1),
    "april fools ' day": _fixed(4, 1), "april fool 's day": _fixed(4, 1), "may day": _fixed(5, 1),
    "earth day": _fixed(4, 22), "bastille day": _fixed(7, 14), "juneteenth": _fixed(6, 19),
    "anzac day": _fixed(4, 25), "australia day": _fixed(1, 26), "canada day": _fixed(7, 1),
    "armistice day": _fixed(11, 11), "veterans day": _fixed(11, 11), "fourth of july": _fixed(7, 4),
    "the fourth of july": _fixed(7, 4), "july fourth": _fixed(7, 4),
    "guy fawkes night": _fixed(11, 5), "bonfire night": _fixed(11, 5),
    "epiphany": _fixed(1, 6), "groundhog day": _fixed(2, 2), "international women 's day": _fixed(3, 8),
    "thanksgiving": _weekday(11, 3, 4), "thanksgiving day": _weekday(11, 3, 4), "black friday": _after_thanksgiving(1),
    "cyber monday": _after_thanksgiving(4), "labor day": _weekday(9, 0, 1), "memorial day": _weekday(5, 0, -1),
    "columbus day": _weekday(10, 0, 2), "martin luther king day": _weekday(1, 0, 3),
    "presidents ' day": _weekday(2, 0, 3), "mother 's day": None, "father 's day": None,
    "independence day": None, "remembrance day": _fixed(11, 11), "remembrance sunday": _weekday(11, 6, 2),
    "easter": _easter(0), "easter sunday": _easter(0), "easter monday": _easter(1), "good friday": _easter(-2),
    "holy saturday": _easter(-1), "maundy thursday": _easter(-3), "palm sunday": _easter(-7),
    "ash wednesday": _easter(-46), "shrove tuesday": _easter(-47), "mardi gras": _easter(-47),
    "whit monday": _easter(50), "pentecost": _easter(49), "corpus christi": _easter(60), "ascension day": _easter(39),
    "holy week": None, "ramadan": None, "eid al - fitr": None, "eid al - adha": None, "eid": None, "yom kippur": None,
    "rosh hashanah": None, "passover": None, "hanukkah": None, "chanukah": None, "purim": None, "sukkot": None,
    "shavuot": None, "diwali": None, "holi": None, "nowruz": None, "lunar new year": None, "chinese new year": None,
    "ashura": None, "lent": None, "advent": None, "vesak": None,
}  # fmt: skip

# First word -> the rests that may follow it, the longest first.
NAMES: dict[str, tuple[tuple[str, ...], ...]] = {}
for _name in sorted(_NAMES, key=lambda n: (-len(n.split()), n)):
    _first, *_rest = _name.split()
    NAMES[_first] = (*NAMES.get(_first, ()), tuple(_rest))


def day_of(name: str, year: int) -> date | None:
    """The day of a holiday in a year; `None` where its calendar is not known here.

    `name` is folded as in the table. Days before 1583 are not computed for the feasts around Easter.
    """
    find = _NAMES.get(name)
    return find(year) if find else None
