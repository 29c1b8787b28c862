"""Times without bounds (PAST_REF, PRESENT_REF, FUTURE_REF): recently, now, soon, once, in the future, at the time."""

from __future__ import annotations

from generator.extract.times.reading import Context, Reading, Rule, rule

_PAST, _PRESENT, _FUTURE = "PAST_REF", "PRESENT_REF", "FUTURE_REF"


def _soon(c: Context) -> Reading | None:
    # "as soon as Friday" dates by Friday; "soon after" by what comes before.
    return None if c.before() == "AS" or c.after() in ("AFTER", "AS") else Reading("DATE", _FUTURE, tells=False)


def _formerly(c: Context) -> Reading | None:
    return None if c.before() == "AS" and c.after() == "AS" else Reading("DATE", _PAST, tells=False)


def _now(c: Context) -> Reading | None:
    # "now that", "now-closed", "by now", "until now" all speak of the present.
    return Reading("DATE", _PRESENT, tells=False)


def _once(c: Context) -> Reading | None:
    """In "was once", "once lived", "who once": formerly; not "at once", "once a year", "once the vote is over"."""
    if c.before() == "WAS" and c.after() not in ("EVERY", "PER"):
        return Reading("DATE", _PAST, tells=False)
    if c.before() in ("AT", "MORE", "NUM") or c.after() in ("A", "THE", "EVERY", "PER", "OWN", "THIS", "IN"):
        return None
    if c.after() in ("PASTV", "WAS", "SAID", "HAS") and c.before() in ("LOW", "CAP", "QUOTE"):
        return Reading("DATE", _PAST, tells=False)
    return None


def _the_past(c: Context) -> Reading | None:
    if c.has("near") or (
        c.before() == "IN" and c.after_word() in ("it", "he", "she", "they", "we", "there", "this", "such")
    ):
        return Reading("DATE", _PAST, tells=False)
    if c.before() not in ("IN", "OF", "FROM", "TO"):
        return None
    if c.after() in ("LOW", "UNITS", "NUM", "FEW", "UNIT", "CAP", "D2"):
        return None
    return Reading("DATE", _PAST, tells=False)


def _the_future(c: Context) -> Reading | None:
    if c.has("near"):
        return Reading("DATE", _FUTURE, tells=False)
    if c.before() not in ("IN", "FOR") or (c.after() in ("OF", "LOW", "CAP") and c.has("the")):
        return None
    return Reading("DATE", _FUTURE, tells=False)


def _moment(c: Context) -> Reading | None:
    return Reading("DATE", _PRESENT, tells=False) if c.before() in ("AT", "FOR") else None


def _at_this_time(c: Context) -> Reading | None:
    """at this time: now; at one time: once"""
    if c.before() != "AT" or c.after() == "OF" or c.word("which") not in ("this", "one"):
        return None
    return Reading("DATE", _PRESENT if c.word("which") == "this" else _PAST, tells=False)


def _that_time(c: Context) -> Reading | None:
    """at the time, by then, since then: the date being told, where there is one."""
    if c.after() == "HYPHEN":
        return None  # "then-Colonel"
    if c.before() not in ("AT", "BY", "SINCE", "UNTIL", "FROM", "BEFORE", "UP"):
        return None
    if c.word("what") == "time" and (c.before() not in ("AT", "BY") or c.after() == "OF"):
        return None
    if c.word("what") == "time" and c.before() == "BY" and c.tokens.lower(c.match.start()) == "the":
        return None  # "by the time they came"
    told = c.story.near(c.paragraph)
    if told is not None and c.word("what") == "then":
        return Reading("DATE", told.text, "narrated", tells=False)
    return Reading("DATE", _PAST, tells=False)


def _present(c: Context) -> Reading | None:
    return Reading("DATE", _PRESENT, tells=False) if c.before() in ("AT",) else None


def _long_ago(c: Context) -> Reading | None:
    if c.before() == "AS" and c.after() == "AS":
        return None  # "as long ago as 1980"
    return Reading("DATE", _PAST, tells=False)


RULES: tuple[Rule, ...] = (
    rule("(?:NOT |A )?LONG (?:TIME )?AGO|A WHILE AGO|(?:FOR )?SOME TIME AGO", _long_ago),
    rule("(?P<which>THIS|NUM) TIME", _at_this_time),
    rule("NOW", _now),
    rule("(?:MORE |LEAST )?PASTWORD", _formerly),
    rule("FUTUREWORD", _soon),
    rule("ONCE", _once),
    rule("THE (?P<near>RECENT |NEAR )?PAST", _the_past),
    rule("(?P<the>THE )?(?P<near>NEAR )?FUTURE", _the_future),
    rule("THE MOMENT", _moment),
    rule("(?:THE|THAT) (?P<what>TIME)", _that_time),
    rule("(?P<what>THEN)", _that_time),
    rule("CURRENT", _present),
)
