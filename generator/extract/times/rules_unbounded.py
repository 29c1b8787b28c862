"""Days and years without bounds: the months ahead, recent years, these days, one day, the other night."""

from __future__ import annotations

from generator.extract.times.reading import Context, Reading, Rule, rule


def _coming_units(c: Context) -> Reading | None:
    """the coming weeks, recent years, the years ahead, years past: a time without bounds."""
    word = c.word("which")
    return Reading("DATE", "FUTURE_REF" if word in ("coming", "upcoming", "ensuing") else "PAST_REF", tells=False)


def _units_ahead(c: Context) -> Reading | None:
    """the months ahead, the years to come."""
    if c.words("ahead")[-1] not in ("ahead", "come"):
        return None
    return Reading("DATE", "FUTURE_REF", tells=False)


def _some_day(c: Context) -> Reading | None:
    """One day it will, some day: a day to come, or one of long ago; "lasted one day" is a length."""
    word = c.word("n")
    if c.unit("unit") != "D" or word not in ("one", "some") or (word == "some" and c.word("unit") != "day"):
        return None
    if c.before() not in ("STOP", "PARA", "QUOTE", "WILL", "MAYBE", "THAT", "AND", "COMMA", "COLON"):
        return None
    if word == "one" and c.before() in ("AND", "COMMA", "THAT", "COLON"):
        return None
    ahead = word == "some" or c.before() in ("WILL", "MAYBE") or c.direction() == "future"
    return Reading("DATE", "FUTURE_REF" if ahead else "PAST_REF", tells=False)


def _other_day(c: Context) -> Reading | None:
    """the other day, the other night"""
    if c.unit("unit") not in ("D", "N") or c.before() in ("ON", "OF", "FOR"):
        return None
    return Reading("DATE", "PAST_REF", tells=False)


def _these_units(c: Context) -> Reading | None:
    if c.word("which") == "these" and c.unit("unit") in ("D",):
        return Reading("DATE", "PRESENT_REF", tells=False)
    return Reading("DATE", "PAST_REF", tells=False) if c.before() == "IN" else None


RULES: tuple[Rule, ...] = (
    rule("THE (?P<unit>UNITS|CLOCKUNITS) (?P<ahead>PLAN|TO LOW)", _units_ahead),
    rule("(?P<n>NUM|SOME) (?P<unit>UNIT)(?! (?:AGO|EARLIER|BEFORE|AFTER|OF|IN|FROM|HYPHEN|AND|OR|TO|LONG))", _some_day),
    rule("THE OTHER (?P<unit>UNIT|NIGHT)", _other_day),
    rule("(?:THE )?(?:LEAST )?(?P<which>COMING|RECENT) (?P<unit>UNITS|CLOCKUNITS)", _coming_units),
    rule("(?P<which>THESE) (?P<unit>UNITS)", _these_units),
)
