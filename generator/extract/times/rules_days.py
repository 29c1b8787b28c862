"""Days, months and weeks of the calendar: 18 July 2022, March 24-26, in December, the first week of June."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from generator import dates
from generator.extract.times import periods
from generator.extract.times.missing_year import (
    MOD,
    NO_NOUN,
    RELYEAR,
    WHICH,
    YEAR,
    date_reading,
    full_year,
    nearest_year,
    relative_year,
    unresolved,
    year_of,
)  # fmt: skip
from generator.extract.times.reading import Context, Reading, Rule, rule
from generator.extract.times.weekday_year import weekday_year


def _day(c: Context) -> Reading | None:
    day, month = c.ordinal("d"), c.month("m")
    if not 1 <= day <= 31:
        return None
    weekday = c.weekday("w") if c.has("w") else c.weekday("w2") if c.has("w2") else None
    year = weekday_year(c, month, day, weekday) if weekday is not None else year_of(c, month, day)
    if year is None:
        return unresolved()
    return date_reading(periods.safe_day(year[0], month, day), year[1], c)


def _days(c: Context) -> Reading | None:
    """24-25 March, March 24 to 26; with "and" only days that follow each other."""
    first, last = c.digits("d"), c.digits("d2")
    month = c.month("m")
    month2 = c.month("m2") if c.has("m2") else month
    joined = c.word("link")
    if not (1 <= first <= 31 and 1 <= last <= 31):
        return None
    if joined in ("and", "&") and c.before() != "BETWEEN" and (month2 != month or last != first + 1):
        return None
    year = year_of(c, month2, last)
    if year is None:
        return unresolved()
    from_year = year[0] - 1 if month > month2 else year[0]
    one, two = date(from_year, month, first), date(year[0], month2, last)
    return Reading("DATE", dates.span(one, two), year[1]) if one < two else None


def _months(c: Context) -> Reading | None:
    first, last = c.month("m"), c.month("m2")
    if c.word("link") in ("and", "&") and c.before() != "BETWEEN":
        return None
    if c.word("link") in ("to", "until", "through") and not c.has("y") and c.before() not in ("FROM", "BETWEEN"):
        return None
    year = year_of(c, last)
    if year is None:
        return unresolved()
    start = year[0] - 1 if first > last else year[0]
    return Reading("DATE", f"{periods.month(start, first)}/{periods.month(year[0], last)}", year[1])


# "December delivery", "May futures": what is traded for a month is traded before it.
_TRADED_FOR = frozenset({"delivery", "futures"})


def _month(c: Context) -> Reading | None:
    month = c.month("m")
    if c.after_word() in _TRADED_FOR and c.published is not None:
        return date_reading(periods.month(nearest_year(c.published, month, None, "future"), month), "published", c)
    year = year_of(c, month)
    return date_reading(periods.month(year[0], month), year[1], c) if year else unresolved()


def _month_by_word(c: Context) -> Reading | None:
    """last May, this June, next January, the following March, that August."""
    month, words = c.month("m"), c.words("which")
    word = words[-1]
    published = c.published
    if words[0] in ("the", "that") and word in ("following", "previous", "same", "that", "preceding", "subsequent"):
        told = c.story.near(c.paragraph)
        if words[0] == "that":
            told = c.story.meant(c.paragraph) or told  # "announced on 4 May 2014; … that March": the last year named
        if told is None:
            return unresolved()
        year = told.lower.year
        if word in ("following", "subsequent"):
            year += month <= told.upper.month
        elif word in ("previous", "preceding"):
            year -= month >= told.lower.month
        return date_reading(periods.month(year, month), "narrated", c)
    if published is None:
        return unresolved()
    if word == "last" and month == (published.month - 2) % 12 + 1:
        return unresolved()  # "last November", printed in December: that is mostly called "last month"
    if word in ("last", "past", "previous"):
        year = published.year - (month >= published.month)
    elif word in ("next", "coming", "upcoming", "following"):
        year = published.year + (month <= published.month)
    else:
        year = published.year
    return date_reading(periods.month(year, month), "published", c)


def _iso(c: Context) -> Reading | None:
    word = c.tokens.words[c.match.start()]
    day = date.fromisoformat(word[:10])
    return Reading("TIME", word[:16], "absolute") if "T" in word else Reading("DATE", dates.day(day), "absolute")


def _slashed(c: Context) -> Reading | None:
    """18/07/2022 and 7/18/2022 where only one order is possible; year first is ISO's order."""
    parts = [int(p) for p in re.split(r"[./-]", c.word("n"))]
    if len(c.word("n").split("/")[0]) == 4:
        return Reading("DATE", periods.safe_day(parts[0], parts[1], parts[2]), "absolute")
    one, two, year = parts
    year = year if year > 99 else year + (2000 if year < 40 else 1900)
    if "-" in c.word("n"):
        month, day = one, two
    elif "." in c.word("n") or one > 12 or one == two:
        day, month = one, two
    elif two > 12:
        day, month = two, one
    elif (order := _order(c.tokens.text)) is not None:
        day, month = (one, two) if order == "day first" else (two, one)
    elif c.published is not None and c.published.isoformat() in (here := _both_ways(year, one, two)):
        return Reading("DATE", here[here.index(c.published.isoformat())], "absolute")
    else:
        return unresolved()
    return Reading("DATE", periods.safe_day(year, month, day), "absolute")


_SLASHES = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d{2})(?![\d/])")


@lru_cache(maxsize=4)
def _order(text: str) -> str | None:
    """In which order a text writes day and month, where one of its dates tells, and none tells otherwise."""
    said = {"day first" if int(m[1]) > 12 else "month first" for m in _SLASHES.finditer(text)
            if (int(m[1]) > 12) != (int(m[2]) > 12)}  # fmt: skip
    return said.pop() if len(said) == 1 else None


def _both_ways(year: int, one: int, two: int) -> tuple[str, str]:
    return periods.safe_day(year, one, two), periods.safe_day(year, two, one)


def _nth_week(c: Context) -> Reading | None:
    """the first week of June, the last weekend in May: seven days from the 1st, 8th …; "last" is the last seven."""
    month, unit = c.month("m"), c.unit("unit")
    year = year_of(c, month)
    if year is None or unit not in ("D", "W", "WE"):
        return unresolved() if unit in ("D", "W", "WE") else None
    if unit == "D":
        nth = c.ordinal("o") if c.has("o") else periods.last_day(year[0], month)
        return Reading("DATE", periods.safe_day(year[0], month, nth), year[1])
    nth = c.ordinal("o") if c.has("o") else 0
    final = periods.last_day(year[0], month)
    if unit == "WE":
        saturday = date(year[0], month, 1)
        saturday += timedelta(days=(5 - saturday.weekday()) % 7)
        saturday += timedelta(weeks=nth - 1 if nth else (final - saturday.day) // 7)
        return Reading("DATE", dates.span(saturday, saturday + timedelta(days=1)), year[1])
    first = 7 * nth - 6 if nth else final - 6
    return Reading(
        "DATE", dates.span(date(year[0], month, first), date(year[0], month, min(first + 6, final))), year[1]
    )


def _nth_weekday(c: Context) -> Reading | None:
    """the first Sunday in May, the last Friday of June 1993."""
    month, year = c.month("m"), year_of(c, c.month("m"))
    if year is None:
        return unresolved()
    first = date(year[0], month, 1)
    day = 1 + (c.weekday("w") - first.isoweekday()) % 7
    final = periods.last_day(year[0], month)
    day += 7 * (c.ordinal("o") - 1) if c.has("o") else (final - day) // 7 * 7
    return Reading("DATE", periods.safe_day(year[0], month, day), year[1])


def _first_months(c: Context) -> Reading | None:
    """the first nine months of 2016, the last three months of this year: so many months of its twelve."""
    count = c.number("n")
    year = (full_year(c, "y"), "absolute") if c.has("y") else relative_year(c)
    if c.unit("unit") != "M" or count is None or not 1 < count < 12 or (c.has("o") and c.ordinal("o") != 1):
        return None
    if year is None or (c.has("relunit") and c.unit("relunit") != "Y"):
        return None
    first = 1 if c.has("o") else 13 - int(count)
    ends = periods.month(year[0], first), periods.month(year[0], first + int(count) - 1)
    return Reading("DATE", "/".join(ends), year[1])  # type: ignore[arg-type]


def _week_of(c: Context) -> Reading | None:
    day = _day(c)
    if day is None or day.value is None or c.unit("unit") not in ("W", "WE"):
        return day
    around = periods.week if c.unit("unit") == "W" else periods.weekend
    return Reading("DATE", around(dates.parse(day.value).lower), day.basis)


def _day_of_month(c: Context) -> Reading | None:
    """on the 9th, by the 24th: of the month that is told, else of the one around the publication."""
    day = c.digits("d")
    # "On the evening of the 15th"
    of_part = c.before() == "OF" and c.before(2) in ("PART", "NIGHT")
    led = of_part or c.before() in ("ON", "BY", "UNTIL", "SINCE", "FROM", "BEFORE", "AFTER")
    if not led or c.after() in (
        "OF",
        "HYPHEN",
        "D2",
        "N2",
        "INT",
        "UNIT",
    ):
        return None
    if c.after() == "CAP" and c.before(2) not in ("STOP", "PARA", ""):
        return None  # "with the 15th Infantry"; but "On the 15th Berg resigned"
    if (c.after() in ("LOW", "AND") and c.after_word() not in NO_NOUN) or not 1 <= day <= 31:
        return None
    told = c.story.near(c.paragraph)
    here = c.story.last_paragraph == c.paragraph  # "August 2014. On the 4th …": that month's, where it is not the news
    if (
        told is not None
        and told.precision in ("day", "month")
        and (
            c.published is None
            or c.story.historical
            or (here and (told.precision == "month" or (c.published - told.upper).days > _MONTH))
        )
    ):
        return Reading("DATE", periods.safe_day(told.upper.year, told.upper.month, day), "narrated")
    if c.published is None:
        return unresolved()
    anchor = c.published
    shift = 0
    if not c.story.historical:
        direction = "past" if of_part else c.direction()
        shift = (
            1 if direction == "future" and day < anchor.day else -1 if direction == "past" and day > anchor.day else 0
        )
    month = anchor.month - 1 + shift
    return Reading("DATE", periods.safe_day(anchor.year + month // 12, month % 12 + 1, day), "published")


_MONTH = 31  # days
_WEEKDAY = "(?:(?:(?:LAST|THIS|NEXT|COMING) )?(?:(?P<w>WDAY)|PART|NIGHT|TODAY) COMMA? (?:ON )?(?:THE )?)?"
# Behind the day: "8 February, a Monday, …", "8 February, the Monday before …"; not "3 May, the Sunday Herald".
_SAID_BEHIND = "(?: COMMA (?:A|THE) (?P<w2>WEEKDAY)(?= COMMA| STOP| PARA| BEFORE| AFTER| OF| WHEN| ON| THAT))?"
_DMY = f"(?P<d>DAYNUM|(?<=THE)ORDINAL(?=OF)) (?:OF )?(?P<m>MON)(?: COMMA? (?:OF )?{YEAR}| {RELYEAR})?"
_MDY = f"(?P<m>MON) (?:THE )?(?P<d>DAYNUM)(?! MON)(?: COMMA? (?:OF )?{YEAR}| COMMA? {RELYEAR})?"

# Longer than what begins with the same words in `rules_length` and `rules_relative`, so tried before it.
LONGEST: tuple[Rule, ...] = (
    rule(
        f"(?:THE )?(?:(?P<o>ORDW)|LAST) (?P<n>NUMBER) (?P<unit>UNITS) (?:OF (?:FISCAL )?{YEAR}|{RELYEAR})",
        _first_months,
    ),
    rule(
        f"THE (?:(?P<o>ORDINAL)|LAST) (?P<w>WEEKDAY) (?:OF|IN) (?P<m>MON)(?: (?:OF )?COMMA? {YEAR}| {RELYEAR})?",
        _nth_weekday,
    ),
    rule(f"THE ORDINAL? (?P<unit>UNIT) OF {_MDY}", _week_of),
    rule(f"THE (?P<unit>UNIT) OF (?:WDAY COMMA? )?(?:THE )?{_DMY}", _week_of),
    rule(f"THE (?:(?P<o>ORDINAL)|LAST) (?P<unit>UNIT) (?:OF|IN) (?P<m>MON)(?: (?:OF )?COMMA? {YEAR})?", _nth_week),
)
RULES: tuple[Rule, ...] = (
    rule("ISO", _iso),
    rule("(?P<n>SLASHED)", _slashed),
    rule(f"(?P<d>DAYNUM) (?P<m>MON) (?P<link>LINK|AND) (?:THE )?(?P<d2>DAYNUM) (?P<m2>MON)(?: COMMA? {YEAR})?", _days),
    rule(f"(?P<m>MON) (?P<d>DAYNUM) (?P<link>LINK|AND) (?P<m2>MON) (?P<d2>DAYNUM)(?: COMMA? {YEAR})?", _days),
    rule(
        f"(?:THE )?(?P<d>DAYNUM) (?P<link>LINK|AND) (?:THE )?(?P<d2>DAYNUM) (?:OF )?(?P<m>MON)(?: COMMA? {YEAR})?",
        _days,
    ),
    rule(f"(?P<m>MON) (?P<d>DAYNUM) (?P<link>LINK|AND) (?P<d2>DAYNUM)(?! MON)(?: COMMA? {YEAR})?", _days),
    rule(f"{MOD}{_WEEKDAY}(?:THE )?{_DMY}{_SAID_BEHIND}", _day),
    rule(f"{MOD}{_WEEKDAY}{_MDY}{_SAID_BEHIND}", _day),
    rule(f"(?P<m>MON) (?P<link>LINK|AND) (?P<m2>MON)(?: (?:OF )?COMMA? {YEAR})?", _months),
    rule(f"{MOD}(?P<m>MON) (?:(?:OF )?COMMA? {YEAR}|COMMA? {RELYEAR})", _month),
    rule(f"{MOD}{WHICH}(?P<m>MON)", _month_by_word),
    rule(f"{MOD}(?P<m>MON)", _month),
    rule("THE (?P<d>ORD)", _day_of_month),
)
