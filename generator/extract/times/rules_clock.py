"""Times of day: 10:30 a.m., 10 GMT, noon, Monday morning, tonight, last night, overnight.

A time of the clock takes its day from the day named beside it (`frames` joins the two), else from the date being told,
else from the day of publication.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from generator import dates
from generator.counts import NUMBERS
from generator.extract.times import lexicon
from generator.extract.times.reading import Context, Reading, Rule, rule
from generator.extract.times.rules_weekdays import weekday_of

_AT = frozenset("AT BY UNTIL FROM AFTER BEFORE BETWEEN APPROX TO SINCE DASH HYPHEN COMMA THAN AND".split())

_LEADS = frozenset("IN BY AT ON BEFORE AFTER UNTIL SINCE OVER THROUGH OF".split())


def _on(c: Context, clock: str) -> Reading:
    """The time on the day that the text is at."""
    told = c.story.near(c.paragraph)
    if c.story.last_paragraph != c.paragraph and c.published is not None and not c.story.historical:
        told = c.story.news  # "ended at noon": of the day that the article tells of
    if told is not None and c.published and told.lower > c.published and c.direction() == "past":
        told = None  # "called a strike from next Monday after prices were raised overnight"
    if told is not None and told.precision == "day" and told.lower == told.upper:
        return Reading("TIME", f"{dates.day(told.lower)}{clock}", "narrated", clock, tells=False)
    if c.published is not None and c.story.framed(c.paragraph) is None:
        return Reading("TIME", f"{dates.day(c.published)}{clock}", "published", clock, tells=False)
    return Reading("TIME", None, "none", clock, tells=False)


def _clock(c: Context) -> Reading | None:
    words = c.words("t")
    first = words[0]
    half = re.search(r"[ap]", "".join(words[1:])) or re.search(r"[ap]m", first)
    if first in NUMBERS:
        hour, minute = NUMBERS[first], 0
    else:
        digits = re.match(r"([0-9]{1,2})[:.]?([0-9]{2})?", first)
        if not digits:
            return None
        hour, minute = int(digits[1]), int(digits[2] or 0)
    if half is None and not c.has("zone") and ":" in first and (c.before() not in _AT or _timed_to_hundredths(c)):
        return None
    if half and half[0][0] == "p" and hour < 12:
        hour += 12
    elif half and half[0][0] == "a" and hour == 12:
        hour = 0
    if hour > 24 or minute > 59 or (half and hour > 23):
        return None
    return _on(c, f"T{hour:02d}:{minute:02d}")


def _timed_to_hundredths(c: Context) -> bool:
    """Of "1:53.08": what a race took."""
    end = c.tokens.ends[c.match.end() - 1]
    return c.tokens.text[end : end + 2][:1] == "." and c.tokens.text[end + 1 : end + 2].isdecimal()


def _oclock(c: Context) -> Reading | None:
    number = c.number("t")
    if number is None or not 0 < number <= 24:
        return None
    part = c.word("part")
    hour = int(number) + (12 if part in ("afternoon", "evening", "night") and number < 12 else 0)
    return _on(c, f"T{hour:02d}:00")


def _military(c: Context) -> Reading | None:
    """at 1500 hours"""
    word = c.word("t")
    if len(word) != 4 or c.before() not in _AT or int(word) > 2400 or int(word) % 100 > 59:
        return None
    return _on(c, f"T{word[:2]}:{word[2:]}")


def _noon(c: Context) -> Reading | None:
    return _on(c, "T12:00" if c.word("t") == "noon" else "T24:00")


def _half_past(c: Context) -> Reading | None:
    number = c.number("t")
    return _on(c, f"T{int(number):02d}:30") if number and number <= 12 else None


def _code(c: Context, group: str = "part") -> str:
    return "T" + lexicon.PARTS[c.word(group)]


def _day_part(c: Context) -> Reading | None:
    """Monday morning, last Friday night, yesterday evening."""
    words = c.words("which")
    if c.has("w"):
        word = words[-1] if words else ""
        found = weekday_of(c, c.weekday("w"), "following" if words[:2] == ["the", "next"] else word)
        if found is None:
            return Reading("TIME", None)
        return Reading("TIME", dates.day(found[0]) + _code(c), found[1])  # type: ignore[arg-type]
    if c.published is None:
        return Reading("TIME", None)
    day = c.published + timedelta(days=lexicon.DAYS_FROM_TODAY[c.word("t")])
    return Reading("TIME", dates.day(day) + _code(c), "published")


def _which_part(c: Context) -> Reading | None:
    """this morning, last night, that evening, the next morning, the previous night."""
    words = c.words("which")
    word = words[-1]
    if word in ("that", "same", "following", "previous", "preceding") or words[0] == "the":
        told = c.story.last_day
        if told is None:
            return Reading("TIME", None)
        shift = {"next": 1, "following": 1, "previous": -1, "preceding": -1}.get(word, 0)
        day = (told.upper if shift > 0 else told.lower) + timedelta(days=shift)
        return Reading("TIME", dates.day(day) + _code(c), "narrated")
    if c.published is None:
        return Reading("TIME", None)
    return Reading("TIME", _dated(c, {"last": -1, "past": -1, "next": 1}.get(word, 0)), "published")


def _dated(c: Context, shift: int) -> str:
    assert c.published is not None
    day: date = c.published + timedelta(days=shift)
    return dates.day(day) + _code(c)


def _tonight(c: Context) -> Reading:
    return Reading(
        "TIME", dates.day(c.published) + "TNI" if c.published else None, "published" if c.published else "none"
    )


def _part_alone(c: Context) -> Reading | None:
    """in the morning, at dawn, overnight, by nightfall."""
    word = c.word("part")
    before = c.before()
    if word != "overnight" and before not in _LEADS:
        return None
    if before in ("OF", "ON") and not c.has("the"):
        return None
    if not c.has("the") and word in ("morning", "afternoon", "evening"):
        return None
    if c.after() in ("OF", "TO") and word != "overnight":
        return Reading("TIME", None, "none", _code(c), tells=False)  # "the night of the flood" is not last night
    if word == "overnight" and c.after() in ("LOW", "CAP") and before in ("A", "THE"):
        return None
    return _on(c, _code(c))


def _small_hours(c: Context) -> Reading | None:
    return _on(c, "TMO") if c.after() == "OF" or c.before() == "IN" else None


def _part_hours(c: Context) -> Reading:
    """the early morning hours of Sunday"""
    return _on(c, _code(c))


_CLOCK = "(?P<t>CLOCK AM|DIGAM|(?:D2|NUM|DECIMAL) AM|CLOCK|(?:D2|DECIMAL|YEAR4|INT) (?=ZONE|LOCAL TIME))"
_ZONE = "(?: (?P<zone>ZONE|LOCAL TIME))?"
_WHICH = "(?P<which>(?:THE )?(?:LAST|PAST|NEXT|FOLLOWING|PREVIOUS|THIS|SAME)|(?:THAT|THIS) SAME|THAT)"

RULES: tuple[Rule, ...] = (
    rule(f"{_CLOCK}{_ZONE}(?: OPEN? LOCAL TIME)?", _clock),
    rule("(?:APPROX )?(?P<t>D2|NUM) OCLOCK(?: (?:IN|AT) (?:THE )?(?P<part>PART|NIGHT))?", _oclock),
    rule("(?P<t>YEAR4|INT) CLOCKUNITS", _military),
    rule("(?:APPROX )?(?P<t>NOON)(?: ZONE)?", _noon),
    rule("HALF PAST (?P<t>NUM|D2)", _half_past),
    rule("(?:THE )?EARLY CLOCKUNITS", _small_hours),
    rule("(?:THE )?(?:EARLY )?(?P<part>PART|NIGHT) CLOCKUNITS(?= OF| ON)", _part_hours),
    rule(f"(?:EARLY (?:ON )?)?(?:{_WHICH} )?(?P<w>WDAY) (?P<part>PART|NIGHT)(?! CAP)", _day_part),
    rule("(?:EARLY )?(?P<t>TODAY) (?P<part>PART|NIGHT)", _day_part),
    rule(f"(?:EARLY |EARLIER )?{_WHICH} (?P<part>PART|NIGHT)", _which_part),
    rule("(?:EARLY |EARLIER )?TONIGHT", _tonight),
    rule("(?P<the>THE )?(?:EARLY )?(?P<part>PART|NIGHT)(?! (?:UNIT|CLOCKUNIT|POSS))", _part_alone),
)
