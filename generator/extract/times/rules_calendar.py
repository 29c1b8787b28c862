"""Dates by their place in the calendar: days, months, seasons, quarters, years, decades, with or without the year.

Where the year is missing, it comes from the passage's frame or from the day of publication and the tense of the clause.
"""

from __future__ import annotations

from datetime import date, timedelta

from generator import dates
from generator.extract.times import holidays, lexicon, periods
from generator.extract.times.reading import Basis, Context, Reading, Rule, rule

# "early", "the end of", "later in"; what it modifies becomes approximate.
MOD = "(?P<mod>(?:THE )?(?:EARLY(?: HYPHEN? (?:TO|OR) EARLY)? (?:HYPHEN|ON)?|(?:THE )?EDGE OF|EARLIER IN|APPROX(?! TO)) )?"
# "last year" and its kin behind a month: May last year, January of the previous year.
RELYEAR = "(?:OF )?(?P<rel>LAST|THIS|NEXT|CURRENT|(?:THE|THAT) (?:SAME|PREVIOUS|FOLLOWING|CURRENT|COMING|NEXT)|THE|THAT) (?P<relunit>UNIT)"
_SHIFT = {"last": -1, "previous": -1, "preceding": -1, "prior": -1, "next": 1, "coming": 1, "following": 1, "upcoming": 1}


def date_reading(value: str, basis: Basis, c: Context) -> Reading:
    """A DATE, approximate where the expression says early, late or about; a day stays exact under "late"."""
    if c.has("mod") and (dates.parse(value).precision != "day" or "/" in value or _about(c)):
        value = periods.about(value)
    return Reading("DATE", value, basis)


def _about(c: Context) -> bool:
    return any(w in ("about", "around", "circa", "approximately", "roughly") for w in c.words("mod"))


def year_of(c: Context, month: int, day: int | None = None) -> tuple[int, Basis] | None:
    """The year of a month, or of a day in it, that is printed without one."""
    if c.has("y"):
        return full_year(c, "y"), "absolute"
    if c.has("relunit"):
        return _relative_year(c) if c.unit("relunit") == "Y" else None
    if (told := _year_in_sentence(c)) is not None:
        return told, "narrated"
    direction = c.direction()
    frame = c.story.framed(c.paragraph)
    published = c.published
    if frame is None and published is None:
        frame = c.story.near(c.paragraph)
    if frame is not None and direction != "future" and frame.precision in ("day", "month", "year", "season", "quarter", "half"):
        base = frame.lower
        wraps = frame.precision in ("day", "month") and frame.start is not None and month < base.month
        found = base.year + 1 if wraps and not c.story.historical else base.year
        if c.story.historical and wraps and base.month - month > 6:
            found = base.year + 1
        if published is None or (found, month) <= (published.year, published.month):
            return found, "narrated"
    if published is None:
        return None
    return nearest_year(published, month, day, direction), "published"


def _year_in_sentence(c: Context) -> int | None:
    """2016 in "since 2016, when, in March, …"."""
    at = c.match.start() - 1
    kinds = [c.tokens.kind(k) for k in range(at, at - 6, -1)]
    if "WHEN" not in kinds:
        return None
    behind = kinds.index("WHEN") + 1
    if not set(kinds[: behind - 1]) <= {"IN", "ON", "COMMA", "BY"}:
        return None
    behind += kinds[behind : behind + 1] == ["COMMA"]
    return int(c.tokens.words[at - behind]) if kinds[behind : behind + 1] == ["YEAR4"] else None


def nearest_year(published: date, month: int, day: int | None, direction: str) -> int:
    """The year by tense: the last such month or day for the past, the coming one for the future, else the nearer."""
    here = (month, day) if day else (month,)
    today = (published.month, published.day) if day else (published.month,)
    if direction == "past":
        return published.year if here <= today else published.year - 1
    if direction == "future":
        return published.year if here >= today else published.year + 1
    ahead = month - published.month
    if ahead > 5:  # a report looks back further than forward
        return published.year - 1
    return published.year + 1 if ahead < -8 else published.year


def _relative_year(c: Context) -> tuple[int, Basis] | None:
    words = c.words("rel")
    shift = _SHIFT.get(words[-1], 0)
    narrated = words[0] in ("the", "that") and words[-1] not in ("current", "coming", "next")
    if narrated:
        told = c.story.near(c.paragraph)
        if told is not None:
            return told.lower.year + shift, "narrated"
        if words == ["the"] or shift == 0:
            return (c.published.year, "published") if c.published else None
    return (c.published.year + shift, "published") if c.published else None


def full_year(c: Context, group: str) -> int:
    """A printed year with its century: '98 is 1998."""
    number, word = c.digits(group), c.word(group)
    if word[0] in "'’" or len(word) == 2:
        return number + (2000 if number < 40 else 1900)
    return number


def _unresolved(c: Context) -> Reading:
    return Reading("DATE", None)


def _day(c: Context) -> Reading | None:
    day, month = c.digits("d"), c.month("m")
    if not 1 <= day <= 31:
        return None
    year = _year_by_weekday(c, month, day) or year_of(c, month, day)
    if year is None:
        return _unresolved(c)
    return date_reading(periods.safe_day(year[0], month, day), year[1], c)


def _year_by_weekday(c: Context, month: int, day: int) -> tuple[int, Basis] | None:
    """Of the years around the publication, the one in which the printed weekday falls on that day."""
    published = c.published
    if published is None or c.has("y") or c.has("relunit") or not c.has("w") or c.story.framed(c.paragraph):
        return None
    fits = [y for y in (published.year, published.year - 1, published.year + 1)
            if day <= periods.last_day(y, month) and date(y, month, day).isoweekday() == c.weekday("w")]  # fmt: skip
    return (fits[0], "published") if fits else None


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
        return _unresolved(c)
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
        return _unresolved(c)
    start = year[0] - 1 if first > last else year[0]
    return Reading("DATE", f"{periods.month(start, first)}/{periods.month(year[0], last)}", year[1])


def _month(c: Context) -> Reading | None:
    month = c.month("m")
    year = year_of(c, month)
    return date_reading(periods.month(year[0], month), year[1], c) if year else _unresolved(c)


def _month_by_word(c: Context) -> Reading | None:
    """last May, this June, next January, the following March, that August."""
    month, words = c.month("m"), c.words("which")
    word = words[-1]
    published = c.published
    if words[0] in ("the", "that") and word in ("following", "previous", "same", "that", "preceding", "subsequent"):
        told = c.story.near(c.paragraph)
        if told is None:
            return _unresolved(c)
        year = told.lower.year
        if word in ("following", "subsequent"):
            year += month <= told.lower.month
        elif word in ("previous", "preceding"):
            year -= month >= told.lower.month
        return date_reading(periods.month(year, month), "narrated", c)
    if published is None:
        return _unresolved(c)
    if word in ("last", "past", "previous"):
        year = published.year - (month >= published.month)
    elif word in ("next", "coming", "upcoming", "following"):
        year = published.year + (month <= published.month)
    else:
        year = published.year
    return date_reading(periods.month(year, month), "published", c)


def _year(c: Context) -> Reading | None:
    return date_reading(periods.year(full_year(c, "y")), "absolute", c)


def _short_year(c: Context) -> Reading | None:
    if c.before() not in ("IN", "SINCE", "OF", "BY", "UNTIL", "SEASON", "FROM", "BACK", "EARLY", "AFTER", "BEFORE", "THE"):
        return None
    return Reading("DATE", periods.year(full_year(c, "y")), "absolute")


def _years(c: Context) -> Reading | None:
    """1969-72, 2010–2014, 2021/22."""
    first, last = full_year(c, "y"), c.digits("y2")
    if last < 100:
        if len(c.word("y2")) != 2:
            return None
        last += first // 100 * 100
        if last < first:
            last += 100
    if not first < last <= first + 200:
        return None
    if c.match.end() < len(c.tokens.words) and c.after() in ("HYPHEN", "UNITS"):
        return None
    return Reading("DATE", f"{periods.year(first)}/{periods.year(last)}", "absolute")


def _fiscal(c: Context) -> Reading | None:
    year = full_year(c, "y") if c.has("y") else c.digits("y")
    return date_reading(periods.year(year), "absolute", c)


def _fiscal_token(c: Context) -> Reading | None:
    number = int(c.word("fy")[2:])
    return Reading("DATE", periods.year(number if number > 99 else 2000 + number), "absolute")


def _decade(c: Context) -> Reading | None:
    number = c.digits("dec")
    if c.word("dec")[0] in "'’" or number < 100:
        if c.before() == "OWN" or (c.word("dec")[0] not in "'’" and not c.has("the")):
            return None  # "in his 60s" is an age, "in the mid 20s" a temperature
        if c.word("dec")[0] not in "'’" and c.has("mod"):
            return None
        number += 2000 if number < 20 else 1900
    if not 1000 <= number <= 2100:
        return None
    return date_reading(f"{number // 100}XX" if number % 100 == 0 and number < 1900 else periods.decade(number), "absolute", c)


def _decade_word(c: Context) -> Reading | None:
    return date_reading(periods.decade(1900 + 10 * lexicon.DECADE_WORDS[c.word("dec")]), "absolute", c)


def _century(c: Context) -> Reading | None:
    if c.unit("unit") != "CE" or (c.before() == "OWN"):
        return None
    if not (c.has("the") or c.has("mod") or c.has("hyphen") or c.before() in ("IN", "SINCE", "OF", "A", "AND")):
        return None
    number = c.ordinal("o")
    if c.has("tens"):
        number += 20
    return date_reading(periods.century(number), "absolute", c)


def _season(c: Context) -> Reading | None:
    season = lexicon.SEASONS[c.word("s")]
    if c.has("y"):
        return date_reading(f"{periods.year(full_year(c, 'y'))}-{season}", "absolute", c)
    published, which = c.published, c.words("which")[-1:] if c.has("which") else []
    if c.has("relunit"):
        year = _relative_year(c) if c.unit("relunit") == "Y" else None
        return date_reading(f"{periods.year(year[0])}-{season}", year[1], c) if year else _unresolved(c)
    starts = {21: 3, 22: 6, 23: 9, 24: 12}[season]
    word = which[0] if which else ""
    if word in ("that", "same", "following", "previous"):
        told = c.story.near(c.paragraph)
        if told is None:
            return _unresolved(c)
        shift = {"following": int(starts <= told.lower.month), "previous": -int(starts >= told.lower.month)}.get(word, 0)
        return date_reading(f"{periods.year(told.lower.year + shift)}-{season}", "narrated", c)
    if not word:
        frame = c.story.framed(c.paragraph) or (c.story.near(c.paragraph) if published is None else None)
        if frame and c.direction() != "future":
            return date_reading(f"{periods.year(frame.lower.year)}-{season}", "narrated", c)
    if published is None:
        return _unresolved(c)
    # The winter that is running began last year when it is January or February.
    now = published.year - (season == 24 and published.month < 3)
    running = starts <= published.month < starts + 3 or season == 24 and published.month < 3
    if word in ("last", "past"):
        year_ = now - 1 if running or starts > published.month and season != 24 else now
        year_ = published.year - 1 if season == 24 and not running else year_
    elif word in ("next", "coming", "upcoming"):
        year_ = now + 1 if running or starts <= published.month else now
    elif word in ("this", "current"):
        year_ = now
    elif running:
        year_ = now
    else:
        year_ = nearest_year(published, starts, None, c.direction())
    return date_reading(f"{periods.year(year_)}-{season}", "published", c)


def _bare_season(c: Context) -> Reading | None:
    if c.before() not in ("IN", "SINCE", "BY", "UNTIL", "OF", "BEFORE", "AFTER", "FROM", "THROUGH", "OVER") and not c.has("mod"):
        return None
    return _season(c)


def _quarter(c: Context) -> Reading | None:
    number = c.digits("q") % 10 if c.has("q") and c.word("q")[0] not in "qh" else 0
    if c.has("q"):
        number = int(c.word("q")[1])
    else:
        number = c.ordinal("o")
        if c.unit("unit") != "Q":
            return None
    if not 1 <= number <= 4:
        return None
    return _part_of_year(c, 32 + number, 3 * number - 2, 3)


def _half(c: Context) -> Reading | None:
    number = int(c.word("h")[1]) if c.has("h") else c.ordinal("o")
    if number not in (1, 2):
        return None
    if c.has("relunit") and c.unit("relunit") in ("M", "DE", "CE", "W"):
        return None
    return _part_of_year(c, 39 + number, 6 * number - 5, 6)


def _part_of_year(c: Context, group: int, starts: int, months: int) -> Reading | None:
    if c.has("y"):
        return date_reading(f"{periods.year(full_year(c, 'y'))}-{group}", "absolute", c)
    if c.has("relunit"):
        year = _relative_year(c) if c.unit("relunit") == "Y" else None
        return date_reading(f"{periods.year(year[0])}-{group}", year[1], c) if year else _unresolved(c)
    if c.published is None:
        return _unresolved(c)
    direction, now = c.direction(), c.published
    if starts <= now.month < starts + months:
        year_ = now.year
    else:
        year_ = nearest_year(now, starts, None, direction if direction == "future" else "past")
    return date_reading(f"{periods.year(year_)}-{group}", "published", c)


def _holiday(c: Context) -> Reading | None:
    name = c.word("h")
    known = holidays.day_of(name, 2000)
    if known is None:
        # Named but not computed: the year is all that is certain, and that is not the day.
        return Reading("DATE", None)
    word = c.words("which")[-1] if c.has("which") else ""
    if c.has("y"):
        year, basis = full_year(c, "y"), "absolute"
    elif word in ("last", "next", "this", "past", "coming"):
        if c.published is None:
            return _unresolved(c)
        here = holidays.day_of(name, c.published.year)
        assert here is not None
        year, basis = c.published.year, "published"
        if word in ("last", "past"):
            year -= here >= c.published
        elif word in ("next", "coming"):
            year += here <= c.published
    else:
        found = year_of(c, known.month, known.day)
        if found is None:
            return _unresolved(c)
        year, basis = found
    day = holidays.day_of(name, year)
    return Reading("DATE", dates.day(day), basis) if day else _unresolved(c)  # type: ignore[arg-type]


def _holiday_weekend(c: Context) -> Reading | None:
    if c.unit("unit") != "WE":
        return None
    day = _holiday(c)
    if day is None or day.value is None:
        return day
    return Reading("DATE", periods.weekend(dates.parse(day.value).lower), day.basis)


def _era(c: Context) -> Reading | None:
    """79 AD, AD 79; years before Christ are dates that the content model cannot write."""
    if c.word("era").startswith("b"):
        return _unresolved(c)
    return Reading("DATE", periods.year(c.digits("n")), "absolute")


def _iso(c: Context) -> Reading | None:
    word = c.tokens.words[c.match.start()]
    day = date.fromisoformat(word[:10])
    return Reading("TIME", word[:16], "absolute") if "T" in word else Reading("DATE", dates.day(day), "absolute")


def _slashed(c: Context) -> Reading | None:
    """18/07/2022 and 7/18/2022 where only one order is possible; year first is ISO's order."""
    parts = [int(p) for p in c.word("n").replace(".", "/").split("/")]
    if len(c.word("n").split("/")[0]) == 4:
        return Reading("DATE", periods.safe_day(parts[0], parts[1], parts[2]), "absolute")
    one, two, year = parts
    year = year if year > 99 else year + (2000 if year < 40 else 1900)
    if "." in c.word("n") or one > 12 or one == two:
        day, month = one, two
    elif two > 12:
        day, month = two, one
    else:
        return _unresolved(c)
    return Reading("DATE", periods.safe_day(year, month, day), "absolute")


def _nth_week(c: Context) -> Reading | None:
    """the first week of June, the last weekend in May: seven days from the 1st, 8th …; "last" is the last seven."""
    month, unit = c.month("m"), c.unit("unit")
    year = year_of(c, month)
    if year is None or unit not in ("W", "WE"):
        return _unresolved(c) if unit in ("W", "WE") else None
    nth = c.ordinal("o") if c.has("o") else 0
    final = periods.last_day(year[0], month)
    if unit == "WE":
        saturday = date(year[0], month, 1)
        saturday += timedelta(days=(5 - saturday.weekday()) % 7)
        saturday += timedelta(weeks=nth - 1 if nth else (final - saturday.day) // 7)
        return Reading("DATE", dates.span(saturday, saturday + timedelta(days=1)), year[1])
    first = 7 * nth - 6 if nth else final - 6
    return Reading("DATE", dates.span(date(year[0], month, first), date(year[0], month, min(first + 6, final))), year[1])


def _week_of(c: Context) -> Reading | None:
    day = _day(c)
    if day is None or day.value is None or c.unit("unit") not in ("W", "WE"):
        return day
    around = periods.week if c.unit("unit") == "W" else periods.weekend
    return Reading("DATE", around(dates.parse(day.value).lower), day.basis)


_WEEKDAY = "(?:(?:(?:LAST|THIS|NEXT|COMING) )?(?:(?P<w>WDAY)|PART|NIGHT|TODAY) COMMA? (?:ON )?(?:THE )?)?"
_YEAR = "(?P<y>YEAR4|SHORTYEAR)"
_DMY = f"(?P<d>DAYNUM) (?:OF )?(?P<m>MON)(?: COMMA? (?:OF )?{_YEAR}| {RELYEAR})?"
_MDY = f"(?P<m>MON) (?:THE )?(?P<d>DAYNUM)(?! MON)(?: COMMA? (?:OF )?{_YEAR}| COMMA? {RELYEAR})?"
_WHICH = "(?P<which>(?:THE )?(?:LAST|PAST|NEXT|COMING|FOLLOWING|PREVIOUS|THIS COMING|THIS PAST|THIS|SAME)|THAT SAME|THAT) "

# Longer than what begins with the same words in `rules_relative`, so tried before it.
LONGEST: tuple[Rule, ...] = (
    rule("(?P<rel>LAST|THIS|NEXT) (?P<relunit>UNIT) POSS (?P<o>ORDINAL) HYPHEN? (?P<unit>UNIT)", _quarter),
    rule("UNIT HYPHEN (?P<mod>EDGE) (?P<y>YEAR4)", _year),
    rule(f"THE ORDINAL? (?P<unit>UNIT) OF {_MDY}", _week_of),
    rule(f"THE (?P<unit>UNIT) OF (?:WDAY COMMA? )?(?:THE )?{_DMY}", _week_of),
    rule(f"THE (?:(?P<o>ORDINAL)|LAST) (?P<unit>UNIT) (?:OF|IN) (?P<m>MON)(?: (?:OF )?COMMA? {_YEAR})?", _nth_week),
)
RULES: tuple[Rule, ...] = (
    rule("ISO", _iso),
    rule("(?P<n>SLASHED)", _slashed),
    rule(f"(?P<d>DAYNUM) (?P<m>MON) (?P<link>LINK|AND) (?:THE )?(?P<d2>DAYNUM) (?P<m2>MON)(?: COMMA? {_YEAR})?", _days),
    rule(f"(?P<m>MON) (?P<d>DAYNUM) (?P<link>LINK|AND) (?P<m2>MON) (?P<d2>DAYNUM)(?: COMMA? {_YEAR})?", _days),
    rule(f"(?:THE )?(?P<d>DAYNUM) (?P<link>LINK|AND) (?:THE )?(?P<d2>DAYNUM) (?:OF )?(?P<m>MON)(?: COMMA? {_YEAR})?", _days),
    rule(f"(?P<m>MON) (?P<d>DAYNUM) (?P<link>LINK|AND) (?P<d2>DAYNUM)(?! MON)(?: COMMA? {_YEAR})?", _days),
    rule(f"{MOD}{_WEEKDAY}(?:THE )?{_DMY}", _day),
    rule(f"{MOD}{_WEEKDAY}{_MDY}", _day),
    rule(f"(?P<m>MON) (?P<link>LINK|AND) (?P<m2>MON)(?: (?:OF )?COMMA? {_YEAR})?", _months),
    rule(f"{MOD}(?P<m>MON) (?:(?:OF )?COMMA? {_YEAR}|COMMA? {RELYEAR})", _month),
    rule(f"{MOD}{_WHICH}(?P<m>MON)", _month_by_word),
    rule(f"{MOD}(?P<m>MON)", _month),
    rule(f"{MOD}(?:THE )?(?P<o>ORDINAL) HYPHEN? (?:FISCAL )?(?P<unit>UNIT)(?: (?:OF )?COMMA? (?:FISCAL )?{_YEAR}| {RELYEAR})?", _quarter),
    rule(f"{MOD}(?:THE )?(?P<q>QTR)(?: (?:OF )?COMMA? (?:FISCAL )?{_YEAR})?", _quarter),
    rule(f"{_YEAR} (?P<q>QTR)", _quarter),
    rule(f"(?:THE )?(?P<h>HALFYEAR) (?:OF )?{_YEAR}", _half),
    rule(f"(?:THE )?(?P<o>ORDINAL) HYPHEN? HALF (?:(?:OF )?(?:FISCAL )?{_YEAR}|{RELYEAR})", _half),
    rule(f"{MOD}(?:THE )?(?P<s>SEASON) (?:(?:OF )?COMMA? {_YEAR}|{RELYEAR})", _season),
    rule(f"{MOD}{_WHICH}(?P<s>SEASON)", _season),
    rule(f"{MOD}(?:THE )?(?P<s>SEASON)", _bare_season),
    rule(f"(?:THE )?(?P<h>HOLIDAY) (?P<unit>UNIT)(?: {_YEAR})?", _holiday_weekend),
    rule(f"(?P<h>HOLIDAY) (?:(?:OF |IN )?COMMA? {_YEAR}|{RELYEAR})", _holiday),
    rule(f"(?:{_WHICH})?(?P<h>HOLIDAY)", _holiday),
    rule(f"{MOD}(?:THE )?FISCAL (?:UNIT )?(?P<y>YEAR4)", _fiscal),
    rule("(?P<fy>FISCALYEAR)", _fiscal_token),
    rule("(?P<y>YEAR4) (?:DASHES|SLASH) (?P<y2>YEAR4|D2|N2)", _years),
    rule(f"(?P<the>THE )?{MOD}(?P<dec>DECADE)", _decade),
    rule(f"THE {MOD}(?P<dec>DECADEWORD)", _decade_word),
    rule(f"(?P<the>THE )?{MOD}(?:(?P<tens>NUM) HYPHEN )?(?P<o>ORDINAL)(?P<hyphen> HYPHEN)? (?P<unit>UNIT)", _century),
    rule(f"{MOD}(?:THE UNIT )?(?P<y>YEAR4)", _year),
    rule("(?P<y>SHORTYEAR)", _short_year),
    rule("(?P<n>D2|N2|INT|YEAR4) (?P<era>ERA)", _era),
    rule("(?P<era>ERA) (?P<n>D2|N2|INT|YEAR4)", _era),
)
