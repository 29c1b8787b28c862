"""Years and what is made of them: decades, centuries, seasons, quarters, halves, fiscal years."""

from __future__ import annotations

from generator import dates
from generator.extract.times import lexicon, periods
from generator.extract.times.missing_year import (
    MOD,
    RELYEAR,
    WHICH,
    YEAR,
    date_reading,
    full_year,
    nearest_year,
    relative_year,
    unresolved,
)  # fmt: skip
from generator.extract.times.reading import Context, Reading, Rule, rule


def _year(c: Context) -> Reading | None:
    return date_reading(periods.year(full_year(c, "y")), "absolute", c)


# Before "'98", which may be a quotation mark and a number as well.
_BEFORE_SHORT = frozenset("IN SINCE OF BY UNTIL SEASON FROM EARLY AFTER BEFORE THE".split())


def _short_year(c: Context) -> Reading | None:
    if c.before() not in _BEFORE_SHORT:
        return None
    return Reading("DATE", periods.year(full_year(c, "y")), "absolute")


def _years(c: Context) -> Reading | None:
    """1969-72, 2010–2014, 2021/22; 2024-03 and 2021-11 are months, for two digits that do not count on."""
    first, last = full_year(c, "y"), c.digits("y2")
    if last < 100:
        if len(c.word("y2")) != 2:
            return None
        if last <= first % 100 and 1 <= last <= 12 and c.words("link") == ["-"]:
            return Reading("DATE", periods.month(first, last), "absolute")
        last += first // 100 * 100
        if last < first and last % 100 == 0:  # 1999-00
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
        if c.before() == "OWN" or (c.word("dec")[0] not in "'’" and not _definite(c)):
            return None  # "in his 60s" is an age, "in the mid 20s" a temperature
        if c.word("dec")[0] not in "'’" and c.has("mod"):
            return None
        number += 2000 if number < 20 else 1900
    if not 1000 <= number <= 2100:
        return None
    return date_reading(
        f"{number // 100}XX" if number % 100 == 0 and number < 1900 else periods.decade(number), "absolute", c
    )


def _decade_with_apostrophe(c: Context) -> Reading | None:
    """the 1980's, the mid-1980's: of a year the article is not said."""
    number = c.digits("dec")
    if number % 10:
        return None
    value = periods.decade(number)
    return Reading("DATE", periods.about(value) if len(c.words("mod")) > 1 else value, "absolute")


def _definite(c: Context) -> bool:
    """Whether the expression has an article: "the 60s", "the late sixties"."""
    return "the" in (c.tokens.lower(k) for k in range(c.match.start(), c.match.end()))


def _decade_word(c: Context) -> Reading | None:
    if not _definite(c):
        return None
    return date_reading(periods.decade(1900 + 10 * lexicon.DECADE_WORDS[c.word("dec")]), "absolute", c)


def _century(c: Context) -> Reading | None:
    if c.unit("unit") != "CE" or (c.before() == "OWN"):
        return None
    if not (_definite(c) or c.has("mod") or c.has("hyphen") or c.before() in ("IN", "SINCE", "OF", "A", "AND")):
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
        year = relative_year(c) if c.unit("relunit") == "Y" else None
        return date_reading(f"{periods.year(year[0])}-{season}", year[1], c) if year else unresolved()
    starts = {21: 3, 22: 6, 23: 9, 24: 12}[season]
    word = which[0] if which else ""
    told = c.story.near(c.paragraph)
    if word == "next" and c.words("which")[0] == "the" and told and (published is None or c.direction() == "past"):
        word = "following"
    if word in ("that", "same", "following", "previous"):
        if told is None:
            return unresolved()
        shift = {"following": int(starts <= told.upper.month), "previous": -int(starts >= told.lower.month)}.get(
            word, 0
        )
        return date_reading(f"{periods.year(told.lower.year + shift)}-{season}", "narrated", c)
    if not word:
        frame = c.story.framed(c.paragraph) or (c.story.near(c.paragraph) if published is None else None)
        if frame and c.direction() != "future":
            return date_reading(f"{periods.year(frame.lower.year)}-{season}", "narrated", c)
    if published is None:
        return unresolved()
    # The winter that is running began last year when it is January or February.
    now = published.year - (season == 24 and published.month < 3)
    running = starts <= published.month < starts + 3 or (season == 24 and published.month < 3)
    if word in ("last", "past"):
        year_ = now - 1 if running or (starts > published.month and season != 24) else now
        year_ = published.year - 1 if season == 24 and not running else year_
    elif word in ("next", "coming", "upcoming"):
        year_ = now + 1 if running or starts <= published.month else now
    elif word in ("this", "current") or running:
        year_ = now
    else:
        year_ = nearest_year(published, starts, None, c.direction())
    return date_reading(f"{periods.year(year_)}-{season}", "published", c)


_BEFORE_SEASON = frozenset("IN SINCE BY UNTIL OF BEFORE AFTER FROM THROUGH OVER".split())


def _bare_season(c: Context) -> Reading | None:
    return _season(c) if c.before() in _BEFORE_SEASON or c.has("mod") else None


_GAME = frozenset(
    "guard guards quarterback quarterbacks touchdown touchdowns rebound rebounds lineman linebacker basketball "
    "football playoff playoffs overtime halftime tipoff scored coach".split()
)


def _of_a_game(c: Context) -> bool:
    """Whether "the second quarter" is one of a game: words of sport stand around it."""
    at = c.match.start()
    around = range(at - 30, c.match.end() + 30)
    return any(c.tokens.lower(k) in _GAME for k in around)


def _quarter(c: Context) -> Reading | None:
    if c.has("q"):
        number = int(c.word("q")[1])
    else:
        number = c.ordinal("o")
        if c.unit("unit") != "Q" or (not c.has("y") and _of_a_game(c)):
            return None
    if not 1 <= number <= 4:
        return None
    return _part_of_year(c, 32 + number, 3 * number - 2, 3)


def _last_quarter(c: Context) -> Reading | None:
    return _part_of_year(c, 36, 10, 3) if c.unit("unit") == "Q" else None


def _latest(c: Context) -> Reading | None:
    """the latest quarter: the last that is over; of results that are published today."""
    unit = c.unit("unit")
    if unit not in ("Q", "M", "Y"):
        return None
    if c.published is None:
        return unresolved()
    value = periods.around(unit, c.published, -1)
    return Reading("DATE", value, "published") if value else None


def _year_earlier(c: Context) -> Reading | None:
    """the year-earlier quarter, the year-ago month: the last one told, or the last that is over, a year before."""
    if c.unit("shift") != "Y":
        return None
    unit = c.unit("unit") if c.has("unit") else "Y"
    told = c.story.near(c.paragraph)
    if told is not None and told.precision == {"Q": "quarter", "M": "month"}.get(unit, "year"):
        here = told.lower
    elif c.published is not None:
        here = c.published
        if unit in ("Q", "M"):
            here = dates.parse(periods.around(unit, here, -1) or "").lower
    else:
        return unresolved()
    value = periods.around(unit, here, {"Q": -4, "M": -12}.get(unit, -1))
    return Reading("DATE", value, "published", tells=False) if value else None


# What firms report for half a year; a match has a first half as well.
_REPORTED = frozenset(
    "profit profits earnings results sales revenue revenues loss losses net income turnover operating output figures"
    " growth orders pretax pre-tax gdp exports imports".split()
)
_FAR = 25  # tokens of a sentence in which money tells that a firm's half is meant


def _half_alone(c: Context) -> Reading | None:
    """first-half profit; for the first half, where the sentence counts money."""
    if c.ordinal("o") not in (1, 2):
        return None
    if c.has("hyphen"):
        return _half(c) if c.after_word() in _REPORTED else None
    if c.before() not in ("IN", "FOR") or c.after() not in ("COMMA", "STOP", "FROM", "IN", "TO", "AND"):
        return None
    kinds = [c.tokens.kind(at) for at in range(c.match.end(), c.match.end() + _FAR)]
    sentence = kinds[: kinds.index("STOP")] if "STOP" in kinds else kinds
    return _half(c) if {"MONEY", "PERCENT"} & set(sentence) else None


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
        year = relative_year(c) if c.unit("relunit") == "Y" else None
        return date_reading(f"{periods.year(year[0])}-{group}", year[1], c) if year else unresolved()
    if c.published is None:
        return unresolved()
    direction, now = c.direction(), c.published
    if starts <= now.month < starts + months:
        year_ = now.year
    else:
        year_ = nearest_year(now, starts, None, direction if direction == "future" else "past")
    return date_reading(f"{periods.year(year_)}-{group}", "published", c)


def _era(c: Context) -> Reading | None:
    """79 AD, AD 79; years before Christ are dates that the content model cannot write."""
    if c.word("era").startswith("b"):
        return unresolved()
    return Reading("DATE", periods.year(c.digits("n")), "absolute")


# Longer than what begins with the same words in `rules_relative`, so tried before it.
LONGEST: tuple[Rule, ...] = (
    rule("(?P<rel>LAST|THIS|NEXT) (?P<relunit>UNIT) POSS (?P<o>ORDINAL) HYPHEN? (?P<unit>UNIT)", _quarter),
    rule("(?P<rel>LAST|THIS|NEXT) (?P<relunit>UNIT) POSS (?P<o>ORDINAL) HYPHEN? HALF", _half),
    rule("(?:THE )?(?:FISCAL (?:UNIT )?)?(?P<y>YEAR4) POSS (?P<o>ORDINAL) HYPHEN? (?P<unit>UNIT)", _quarter),
    rule("(?:THE )?(?:FISCAL (?:UNIT )?)?(?P<y>YEAR4) POSS? (?P<o>ORDINAL) HYPHEN? HALF", _half),
    rule("THE (?P<y>YEAR4) (?P<o>ORDINAL) HYPHEN? (?P<unit>UNIT)", _quarter),
    rule("THE (?P<y>YEAR4) PERIOD", _year),
    rule(f"THE LAST (?P<unit>UNIT) (?:OF {YEAR}|{RELYEAR})", _last_quarter),
    rule("UNIT HYPHEN? (?P<mod>EDGE) (?P<y>YEAR4)", _year),
    rule("(?:THE )?LATEST (?P<unit>UNIT)(?! HYPHEN)", _latest),
    rule("(?:THE )?(?P<shift>UNIT) HYPHEN (?:EARLIER|AGO) (?:(?P<unit>UNIT)|PERIOD)", _year_earlier),
)
RULES: tuple[Rule, ...] = (
    rule(
        f"{MOD}(?:THE )?(?:FISCAL )?(?P<o>ORDINAL) HYPHEN? (?:FISCAL )?(?P<unit>UNIT)"
        f"(?: (?:OF )?COMMA? (?:FISCAL )?{YEAR}| {RELYEAR})?",
        _quarter,
    ),
    rule(f"{MOD}(?:THE )?(?P<q>QTR)(?: (?:OF )?COMMA? (?:FISCAL )?{YEAR})?", _quarter),
    rule(f"{YEAR} (?P<q>QTR)", _quarter),
    rule(f"{YEAR} (?P<o>ORDINAL) HYPHEN? (?P<unit>UNIT)", _quarter),
    rule(f"(?:THE )?(?P<h>HALFYEAR) (?:OF )?{YEAR}", _half),
    rule(f"(?:THE )?(?P<o>ORDINAL) HYPHEN? HALF (?:(?:OF )?(?:FISCAL )?{YEAR}|{RELYEAR})", _half),
    rule("(?:THE )?(?P<o>ORDINAL) (?P<hyphen>HYPHEN )?HALF", _half_alone),
    rule("(?:THE )?(?P<s>SEASON) (?:OF )?(?P<y>YEAR4) (?:DASHES|SLASH) (?:D2|N2)", _season),
    rule(f"{MOD}(?:THE )?(?P<s>SEASON) (?:(?:OF )?COMMA? {YEAR}|{RELYEAR})", _season),
    rule(f"{MOD}{WHICH}(?P<s>SEASON)", _season),
    rule(f"{MOD}(?:THE )?(?P<s>SEASON)", _bare_season),
    rule(f"{MOD}(?:THE )?FISCAL (?:UNIT )?(?P<y>YEAR4)", _fiscal),
    rule("(?P<fy>FISCALYEAR)", _fiscal_token),
    rule("(?P<y>YEAR4) (?P<link>DASHES|SLASH) (?P<y2>YEAR4|D2|N2)", _years),
    rule(f"{MOD}(?:THE )?(?P<dec>DECADE)", _decade),
    rule(f"{MOD}(?:THE )?(?P<dec>DECADEWORD)", _decade_word),
    rule("(?P<mod>THE EARLY HYPHEN? |THE )(?P<dec>YEAR4) POSS", _decade_with_apostrophe),
    rule(f"{MOD}(?:THE )?(?:(?P<tens>NUM) HYPHEN )?(?P<o>ORDINAL)(?P<hyphen> HYPHEN)? (?P<unit>UNIT)", _century),
    rule(f"{MOD}(?:THE UNIT )?(?P<y>YEAR4)", _year),
    rule("(?P<y>SHORTYEAR)", _short_year),
    rule("(?P<n>D2|N2|INT|YEAR4) (?P<era>ERA)", _era),
    rule("(?P<era>ERA) (?P<n>D2|N2|INT|YEAR4)", _era),
)
