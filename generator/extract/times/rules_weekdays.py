"""Weekdays: on Monday, last Friday, this coming Sunday, Tuesday of last week."""

from __future__ import annotations

from datetime import date, timedelta

from generator import dates
from generator.extract.times.missing_year import MOD, unresolved
from generator.extract.times.reading import Context, Reading, Rule, rule
from generator.extract.times.rules_relative import period

LONG_AHEAD = 5  # days


def weekday_of(c: Context, weekday: int, word: str) -> tuple[date, str] | None:
    """The day that a weekday's name means: by the word before it, else by the tense of its clause."""
    framed = c.story.framed(c.paragraph) is not None and c.story.near(c.paragraph) is not None
    told = c.story.last_day if framed or c.published is None else None
    if word in ("following", "that", "same", "subsequent", "previous", "preceding") or (told is not None and not word):
        told = told or c.story.last_day
        if told is None:
            return None
        if word in ("previous", "preceding"):
            return told.lower - timedelta(days=(told.lower.isoweekday() - weekday - 1) % 7 + 1), "narrated"
        least = 1 if word in ("following", "subsequent") else 0
        return told.lower + timedelta(days=(weekday - told.lower.isoweekday() - least) % 7 + least), "narrated"
    if c.published is None:
        return None
    here = c.published
    ahead = (weekday - here.isoweekday()) % 7
    if word in ("last", "past"):
        return here - timedelta(days=(here.isoweekday() - weekday - 1) % 7 + 1), "published"
    if word == "next":  # of next week; said early in a week, "next Sunday" is the one that closes it
        if ahead >= LONG_AHEAD:
            return here + timedelta(days=ahead), "published"
        return here + timedelta(days=weekday - here.isoweekday() + 7), "published"
    if word in ("coming", "upcoming"):
        return here + timedelta(days=ahead or 7), "published"
    direction = c.direction()
    if word == "this":
        behind = direction == "past" and ahead
        return here + timedelta(days=ahead - 7 if behind else ahead), "published"
    if ahead == 0 or direction == "future":
        return here + timedelta(days=ahead), "published"
    return here + timedelta(days=ahead - 7), "published"


def _weekday(c: Context) -> Reading | None:
    words = c.words("which")
    if c.after() == "POSS" and c.words("mod")[-1:] == ["of"]:
        return None  # "the start of Sunday's race"
    if c.before_word() == "a" and not words:
        return unresolved()  # "fell ill on a Monday": which one, it does not say
    word = words[-1] if words else ""
    if words[:1] == ["the"] and word == "next":
        word = "following"
    found = weekday_of(c, c.weekday("w"), word)
    return Reading("DATE", dates.day(found[0]), found[1]) if found else unresolved()  # type: ignore[arg-type]


def _weekday_of_week(c: Context) -> Reading | None:
    """Monday of last week, Friday next week, last week's Wednesday."""
    if c.unit("unit") != "W":
        return None
    around = period(c, "W", c.words("rel"))
    if around is None or around.value is None:
        return unresolved()
    monday = dates.parse(around.value).lower
    return Reading("DATE", dates.day(monday + timedelta(days=c.weekday("w") - 1)), around.basis)


def _week_after(c: Context) -> Reading | None:
    """a week on Monday, two weeks from Friday: so many weeks after the coming one."""
    weeks = c.number("n")
    if c.unit("unit") != "W" or not weeks or (c.has("from") and c.direction() == "past"):
        return None
    if c.published is None:
        return unresolved()
    ahead = (c.weekday("w") - c.published.isoweekday()) % 7
    return Reading("DATE", dates.day(c.published + timedelta(days=ahead + 7 * int(weeks))), "published")


def _before_last(c: Context) -> Reading | None:
    """the Sunday before last, the Monday after next: a week beyond the last or the next one."""
    if c.published is None:
        return unresolved()
    back = c.words("side")[0] == "before"
    found = weekday_of(c, c.weekday("w"), "last" if back else "coming")
    if found is None:
        return unresolved()
    return Reading("DATE", dates.day(found[0] + timedelta(days=-7 if back else 7)), "published")


def _british(c: Context) -> Reading | None:
    """Wednesday week: a week after the coming Wednesday."""
    if c.word("unit") != "week" or c.published is None or c.after() not in ("COMMA", "STOP", "PARA", "DOT", "QUOTE"):
        return None
    ahead = (c.weekday("w") - c.published.isoweekday()) % 7
    return Reading("DATE", dates.day(c.published + timedelta(days=ahead + 7)), "published")


_WHICH = (
    "(?P<which>(?:THE )?(?:LAST|PAST|NEXT|COMING|FOLLOWING|PREVIOUS)"
    "|(?:THE )?(?:THIS|CURRENT)(?: COMING| PAST)?|(?:THE|THAT|THIS) SAME|THAT)"
)


def _day_before(c: Context) -> Reading | None:
    """the Thursday before: before the day of which the story tells; of the fair that is named behind it, none knows."""
    if c.after() not in ("STOP", "COMMA", "PARA", ""):
        return None
    found = weekday_of(c, c.weekday("w"), "previous")
    return Reading("DATE", dates.day(found[0]), "narrated") if found else unresolved()


RULES: tuple[Rule, ...] = (
    rule("THE (?P<w>WDAY) BEFORE", _day_before),
    rule("(?:THE )?(?P<w>WDAY) (?P<side>BEFORE LAST|AFTER NEXT)", _before_last),
    rule("(?P<w>WEEKDAY) (?P<unit>UNIT)(?! HYPHEN)", _british),
    rule("(?P<n>A|NUM) (?P<unit>UNIT|UNITS) (?:ON|(?P<from>FROM)) (?P<w>WDAY)", _week_after),
    rule(
        "(?P<w>WDAY) (?:OF |IN )?(?P<rel>(?:THE )?(?:LAST|THIS|NEXT|COMING|FOLLOWING|PREVIOUS|SAME)) (?P<unit>UNIT)",
        _weekday_of_week,
    ),
    rule("(?P<rel>LAST|THIS|NEXT) (?P<unit>UNIT) (?:ON |POSS )(?P<w>WDAY)", _weekday_of_week),
    rule(
        f"{MOD}(?:{_WHICH} )?(?P<w>WDAY)(?! DOT? COMMA? (?:THE )?(?:MON (?:THE )?DAYNUM|DAYNUM (?:OF )?MON))", _weekday
    ),
)
