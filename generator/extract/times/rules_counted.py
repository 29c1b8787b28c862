"""Lengths with a word between number and unit, lengths in a length, and the last ones of a stretch.

Ten business days, twelve straight days, two full years; four hours 33 minutes; five days a week; the final hour.
And to the day: a year ago today.
"""

from __future__ import annotations

from datetime import date, timedelta

from generator.extract.times.reading import Context, Reading, Rule, rule
from generator.extract.times.rules_length import COUNT, MANY, ONE, PRE, compound, how_many, length


def _in_row(c: Context) -> Reading:
    """ten business days, twelve straight days, a full year"""
    return Reading("DURATION", length(how_many(c), c.unit("unit")), tells=False)


def _of_each(c: Context) -> Reading | None:
    """five days a week, three nights a month: what recurs by the longer unit."""
    order = ["TS", "TM", "TH", "N", "D", "W", "M", "Y"]
    short, long = c.unit("part"), c.unit("unit")
    if short not in order or long not in order or order.index(short) >= order.index(long):
        return None
    return Reading("SET", length(1, long), tells=False)


def _final(c: Context) -> Reading | None:
    """the final hour, the closing minutes, the final three months of 1994"""
    if c.unit("unit") in ("WE", "Q") or (c.unit("unit") == "TS" and not c.has("n")):
        return None
    return Reading("DURATION", length(how_many(c) if c.has("n") or c.has("one") else None, c.unit("unit")), tells=False)


def _to_the_day(c: Context) -> Reading | None:
    """a year ago today, two weeks ago today: that very day"""
    unit, amount = c.unit("unit"), c.number("n")
    if c.published is None or amount is None or amount != int(amount) or unit not in ("D", "W", "F", "M", "Y"):
        return None
    months = int(amount) * {"M": 1, "Y": 12}.get(unit, 0)
    if not months:
        day = c.published - timedelta(days=int(amount) * {"D": 1, "W": 7, "F": 14}[unit])
        return Reading("DATE", day.isoformat(), "published")
    at = c.published.year * 12 + c.published.month - 1 - months
    return Reading("DATE", date(at // 12, at % 12 + 1, c.published.day).isoformat(), "published")


RULES: tuple[Rule, ...] = (
    rule(f"(?P<n>NUMBER) (?P<part>{MANY}|{ONE}) (?:A|PER|EVERY) (?P<unit>UNIT)(?! HYPHEN)", _of_each),
    rule(f"{PRE}(?P<n>NUMBER|A (?:FEW|COUPLE(?: OF)?)|FEW) (?:INROW|ALL) (?P<unit>{MANY})", _in_row),
    rule(
        f"(?P<n>NUMBER) (?P<unit>{MANY}|{ONE}) COMMA? (?P<n2>NUMBER) (?P<unit2>UNITS|CLOCKUNITS|UNIT|CLOCKUNIT)",
        compound,
    ),
    rule(f"(?P<n>NUMBER|A) (?P<unit>{MANY}|{ONE}) AGO TODAY", _to_the_day),
    rule(f"THE (?:FINAL|LATEST) (?P<n>{COUNT} )?(?P<unit>{MANY})(?! OF THE)", _final),
    rule("THE FINAL (?P<one>)(?P<unit>CLOCKUNIT)", _final),
)
