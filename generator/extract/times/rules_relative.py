"""Dates reckoned from a day: today, last week, three days ago, two weeks later, the following year, that month.

From the day of publication where the words point at the writer's own day (*last*, *ago*, a bare weekday); from the date
being told where they point back into the text (*that*, *the next*, *later*).
"""

from __future__ import annotations

from datetime import date, timedelta

from generator import dates
from generator.extract.times import lexicon, periods
from generator.extract.times.missing_year import date_reading, unresolved
from generator.extract.times.reading import Context, Reading, Rule, rule

_FIGURE = 12  # tokens before an expression, among which a figure is one that it is compared with
_BACK = frozenset("last past previous preceding prior".split())
# What ends a phrase, or begins what is told behind it.
_ENDS = frozenset("COMMA STOP PARA QUOTE DASH AND IN AT ON WHEN DOT PASTV WAS BY".split())
_AHEAD = frozenset("next coming following upcoming ensuing subsequent".split())


def _today(c: Context) -> Reading:
    if c.published is None:
        return unresolved()
    day = c.published + timedelta(days=lexicon.DAYS_FROM_TODAY[c.word("t")])
    return Reading("DATE", dates.day(day), "published")


def _day_next_to(c: Context) -> Reading:
    """the day after tomorrow, the day before yesterday; a week from today."""
    if c.published is None:
        return unresolved()
    days = lexicon.DAYS_FROM_TODAY[c.word("t")] + (1 if c.word("side") == "after" else -1)
    return Reading("DATE", dates.day(c.published + timedelta(days=days)), "published")


def period(c: Context, unit: str, words: list[str]) -> Reading | None:
    """The period that last, this, next … and a unit name; the day of publication or the date being told decides."""
    word = words[-1] if words else ""
    definite = words[0] in ("the", "that") if words else False
    told = c.story.meant(c.paragraph) if word in ("that", "same", "very") else c.story.near(c.paragraph)
    narrated = word in ("same", "that", "very") or (
        definite and (word in _BACK | _AHEAD) and word not in ("last", "past", "coming")
    )
    shift = -1 if word in _BACK else 1 if word in _AHEAD else 0
    if narrated:
        base = told if told is not None and _fine_enough(told, unit) else None
        if base is None:
            if (
                unit in ("M", "Y", "Q")
                and word in ("previous", "preceding", "following")
                and c.published
                and told is None
            ):
                return Reading("DATE", periods.around(unit, c.published, shift), "published")
            return unresolved()
        if unit == "D" and c.published and base.lower > c.published and c.direction() == "past" and c.story.news:
            base = c.story.news  # "is to be sentenced on Sept. 9. His wife was acquitted the same day."
        start = base.upper if shift > 0 else base.lower
        return Reading("DATE", periods.around(unit, start, shift), "narrated")
    if c.published is None:
        return unresolved()
    value = periods.around(unit, c.published, shift)
    return Reading("DATE", value, "published") if value else None


def _same_last_year(c: Context) -> Reading | None:
    """the same period last year, the same quarter last year, this time last year"""
    if c.unit("unit") != "Y" or c.published is None:
        return None
    last = periods.around("Y", c.published, -1)
    told = c.story.near(c.paragraph)
    if told is not None and told.precision in ("quarter", "month") and c.unit("same") in ("Q", "M"):
        value = periods.around(c.unit("same"), told.lower, -4 if c.unit("same") == "Q" else -12)
        return Reading("DATE", value, "narrated", tells=False) if value else None
    return Reading("DATE", last, "published", tells=False) if last else None


_YEAR_ENDS = 10  # the month from which on the end of the year may be told as past


def _looks_ahead(c: Context) -> bool:
    return c.before() == "OVER" or c.story.near(c.paragraph) is None or c.direction() == "future"


def _fine_enough(told: dates.Edtf, unit: str) -> bool:
    longest = {"D": 8, "N": 8, "W": 8, "WE": 8, "M": 31, "Q": 92, "Y": 366, "DE": 3660, "CE": 36600}
    return told.days <= longest.get(unit, 0) and not (unit == "D" and told.days > 8)


def _which_unit(c: Context) -> Reading | None:
    unit, words = c.unit("unit"), c.words("which")
    if unit in ("TH", "TM", "TS", "ML", ""):
        return None
    stretched = unit in ("W", "M", "Y", "DE", "CE") and c.before() in ("OVER", "IN", "FOR")
    if words == ["this", "past"] and c.published:
        over = unit == "WE" and c.published.isoweekday() > 5
        value = periods.around(unit, c.published, 0 if over else -1)
        return Reading("DATE", value, "published") if value else None
    if words[-1:] == ["past"] or (
        stretched and (words == ["the", "last"] or (words == ["the", "next"] and _looks_ahead(c)))
    ):
        # "over the past year" measures a stretch of time; "last year" names one.
        return Reading("DURATION", f"P1{'D' if unit == 'N' else unit}", tells=False)
    if unit == "D" and words[-1] == "present":
        return Reading("DATE", "PRESENT_REF", tells=False)
    if unit == "D" and words[-1] in ("last", "this", "current"):
        return None
    read = period(c, unit, words)
    if read is None or read.value is None or read.type != "DATE":
        return read
    return date_reading(read.value, read.basis, c)


def _edge_of_unit(c: Context) -> Reading | None:
    """the end of the year, later in the week, mid-month."""
    unit = c.unit("unit")
    if unit not in ("W", "WE", "M", "Q", "Y", "DE", "CE", "D"):
        return None
    if "joint" in c.match.re.groupindex and not c.has("joint") and not _year_end(c, unit):
        return None
    framed = c.story.framed(c.paragraph)
    told = c.story.near(c.paragraph) if framed or c.published is None else None
    if told is None and unit == "M":
        told = c.story.month_ahead(c.paragraph)
    base = told.lower if told is not None and _fine_enough(told, unit) else c.published
    if base is None:
        return unresolved()
    if told is None and unit == "Y" and base.month < _YEAR_ENDS and "end" in c.words("mod") and c.direction() == "past":
        base, told = _last_end(c, base)
    value = periods.month(base.year, 1) if unit == "Y" and "turn" in c.words("mod") else periods.around(unit, base)
    return date_reading(value, "narrated" if told else "published", c) if value else None


def _last_end(c: Context, published: date) -> tuple[date, dates.Edtf | None]:
    """Of "ended at the end of the year", printed in March: the end of the year told before it, or else of the last."""
    told = c.story.near(c.paragraph)
    if told is not None and told.upper < published and _fine_enough(told, "Y"):
        return told.lower, told
    return date(max(1, published.year - 1), 1, 1), None


def _year_end(c: Context, unit: str) -> bool:
    """Whether two bare nouns are the end of the year: "at year end", "by year end"."""
    return unit == "Y" and c.word("mod") in ("end", "close") and c.before() in ("AT", "BY", "UNTIL", "BEFORE", "SINCE")


def _shifted(base: date, amount: float, unit: str) -> str | None:
    """The period of the unit, so many units from the day; fractions of a year are months, of a month nothing."""
    if amount != int(amount):
        if unit == "Y":
            return periods.around("M", base, round(amount * 12))
        return None
    if abs(amount) > 9998:
        return None
    return periods.around(unit, base, int(amount))


def _amount(c: Context) -> float | None:
    words = c.words("n")
    amount = c.number("n")
    if set(words) <= {"a", "an", "half", "-"} and "half" in words:
        return 0.5
    return amount + 0.5 if amount is not None and (c.has("half") or "half" in words) else amount


def _ago(c: Context) -> Reading | None:
    unit = c.unit("unit")
    amount = _amount(c) if c.has("n") else None
    if c.has("quarter"):  # a quarter of a century ago
        if c.unit("quarter") != "Q" or unit not in ("CE", "DE"):
            return None
        amount = 0.25
    if unit.startswith("T"):
        return Reading("TIME", None)
    if amount is None:
        return Reading("DATE", "PAST_REF")
    if c.published is None:
        return unresolved()
    if amount * {"CE": 100, "DE": 10, "Y": 1}.get(unit, 0) >= c.published.year:
        return unresolved()  # before the calendar begins
    value = _shifted(c.published, -amount, unit if unit != "N" else "D")
    if unit == "DE":
        value = periods.about(periods.year(c.published.year - round(10 * amount)))
    elif unit == "CE":
        value = periods.about(periods.year(c.published.year - round(100 * amount)))
    elif unit == "F":
        value = periods.week(c.published - timedelta(weeks=round(2 * amount)))
    if value and c.has("approx") and c.word("approx") not in ("just", "exactly"):
        value = periods.about(value)
    return Reading("DATE", value, "published") if value else unresolved()


def _from_now(c: Context) -> Reading | None:
    unit, amount = c.unit("unit"), _amount(c)
    if unit.startswith("T"):
        return Reading("TIME", "FUTURE_REF")
    if amount is None:
        return Reading("DATE", "FUTURE_REF")
    if c.published is None:
        return unresolved()
    value = _shifted(c.published, amount, unit)
    return Reading("DATE", value, "published") if value else unresolved()


def _from_told(c: Context) -> Reading | None:
    """two weeks later, a year earlier, three days before: from the date being told."""
    unit = c.unit("unit")
    amount = _amount(c) if c.has("n") else None
    side = c.words("side")[-1]
    back = side in ("earlier", "before", "prior", "previously")
    if c.after() == "THAN" or (side in ("before", "after") and not _phrase_ends(c)):
        return None  # "three days before the vote": the length stands by itself
    if c.has("approx") and "than" in c.words("approx") and _counted(c):
        return None  # "4 cents less than a week earlier": it is the price that is less
    if unit.startswith("T"):
        return Reading("TIME", None)
    if amount is None:
        return Reading("DATE", "PAST_REF" if back else "FUTURE_REF", tells=False)
    told = c.story.near(c.paragraph)
    longest = "W" if unit == "F" else unit
    if told is not None and _fine_enough(told, longest):
        value = _shifted(told.upper if not back and unit == "D" else told.lower, -amount if back else amount, unit)
        if unit in ("DE", "CE"):
            years = round((10 if unit == "DE" else 100) * amount)
            value = periods.year(told.lower.year + (-years if back else years))
        weeks = {"W": 1, "F": 2}.get(unit, 0) * amount * (-1 if back else 1)
        exact = weeks == int(weeks) != 0 and told.days == 1 and not c.has("approx")
        day = (told.lower + timedelta(weeks=weeks)).isoformat() if exact else None
        if day is not None and back and c.words("n") in (["a"], ["an"]):
            day = periods.about(day)  # "a week earlier" is how long ago one remembers, and counts no days
        return Reading("DATE", value, "narrated", tells=not _compared(c), day=day) if value else unresolved()
    if back and c.published and unit in ("M", "Q", "Y") and told is None:
        value = _shifted(c.published, -amount, unit)
        return Reading("DATE", value, "published", tells=not _compared(c)) if value else unresolved()
    return unresolved()


def _compared(c: Context) -> bool:
    """Whether a figure is set beside one of then: "from $43 million a year earlier" moves no story."""
    first = c.match.start()
    return any(c.tokens.kind(at) in ("MONEY", "PERCENT") for at in range(max(0, first - _FIGURE), first))


def _counted(c: Context) -> bool:
    """Whether an amount stands right before the match: "5 percent", "4 cents"."""
    return c.before() == "PERCENT" or (
        c.before() in ("LOW", "UNITS") and c.before(2) in ("D2", "N2", "INT", "DECIMAL", "NUM", "YEAR4", "SCALE")
    )


def _phrase_ends(c: Context) -> bool:
    return c.after() in _ENDS or (c.after() == "THAT" and c.after(1) in _ENDS)  # "a day before that, they left"


def _unit_next_to(c: Context) -> Reading | None:
    """the day before, the year after, the week earlier; with something behind it, the day of that thing."""
    unit = c.unit("unit")
    if unit.startswith("T"):
        return None
    side = c.word("side")
    shift = -1 if side in ("before", "earlier") else 1
    if c.word("unit") == "night":
        day = c.story.last_day
        if day is None:
            return Reading("TIME", None)
        return Reading("TIME", dates.day(day.lower + timedelta(days=shift)) + "TNI", "narrated")
    if not _phrase_ends(c):
        if side in ("before", "after") and unit in ("D", "W", "M", "Y", "N"):
            return unresolved()
        return None
    told = c.story.near(c.paragraph)
    if told is None or not _fine_enough(told, unit):
        if shift < 0 and c.published and unit in ("M", "Y", "W") and told is None:
            return Reading("DATE", periods.around(unit, c.published, shift), "published")
        return unresolved()
    return Reading("DATE", periods.around(unit, told.upper if shift > 0 else told.lower, shift), "narrated")


def _unit_after_next(c: Context) -> Reading | None:
    """the week after next, the year before last."""
    if c.published is None:
        return unresolved()
    value = periods.around(c.unit("unit"), c.published, 2 if c.words("side")[0] == "after" else -2)
    return Reading("DATE", value, "published") if value else None


def _the_quarter(c: Context) -> Reading | None:
    """Of results: the quarter told before, else the last that is over."""
    kinds = {c.tokens.kind(at) for at in range(c.match.start() - 25, c.match.end() + 25)}
    if not kinds & {"MONEY", "PERCENT"}:
        return None
    told = c.story.near(c.paragraph)
    if told is not None and told.precision == "quarter":
        return Reading("DATE", told.text, "narrated", tells=False)
    value = periods.quarter(c.published, -1) if c.published else None
    return Reading("DATE", value, "published" if value else "none", tells=False)


def _the_unit(c: Context) -> Reading | None:
    """over the weekend, at the weekend: the last or the coming one, by tense; the week ended Aug. 3: a length."""
    if c.after_word() in ("ended", "ending") and c.unit("unit") in ("W", "M", "Q", "Y"):
        return Reading("DURATION", f"P1{c.unit('unit')}", tells=False)
    if c.unit("unit") == "Q" and c.before() in ("IN", "FOR") and c.after() in ("COMMA", "STOP", "FROM", "DASH"):
        return _the_quarter(c)
    if c.has("fiscal") or c.unit("unit") != "WE" or c.after() in ("OF", "HYPHEN"):
        return None
    if c.published is None or (c.story.steady and c.story.framed(c.paragraph)):
        return unresolved()
    ahead = c.before() == "FOR" or c.direction() == "future"  # "tickets for the weekend"
    past = c.published.isoweekday() < 6 and not ahead
    return Reading("DATE", periods.around("WE", c.published, -1 if past else 0), "published")


_COUNT = "(?:NUMBER(?: AND A HALF)?|A (?:FEW|COUPLE)(?: OF)?|FEW|COUPLE OF|DOZENS OF|(?:A )?HALF(?: A)?|SOME|A)"
_N = f"(?P<n>{_COUNT}) HYPHEN?"
_TAIL = "(?P<half> AND A HALF)?"
_WHICH = (
    "(?P<which>(?:THE )?(?:LAST|PAST|NEXT|COMING|FOLLOWING|PREVIOUS)"
    "|(?:THE )?(?:THIS|CURRENT)(?: COMING| PAST| SAME| CURRENT)?|(?:THE|THAT|THIS) SAME|THAT)"
)
_PRE = "(?P<approx>APPROX |SOME |(?:MORE|HALF) THAN |AT LEAST |OVER )?"
_UNIT = "(?P<unit>UNIT|NIGHT)"
_UNITS = "(?P<unit>UNITS|NIGHTS|CLOCKUNITS|UNIT|NIGHT|CLOCKUNIT|SECOND)"
_EDGE = "(?P<mod>(?:THE )?(?:(?:SAME )?EDGE OF|EARLIER IN|EARLY IN|EARLY HYPHEN?)) "

RULES: tuple[Rule, ...] = (
    rule(
        "(?:THE SAME|THIS) (?P<same>PERIOD|TIME|UNIT|MOMENT) (?:OF |IN )?(?:LAST|THE PREVIOUS) "
        "(?P<unit>UNIT)(?! HYPHEN)",
        _same_last_year,
    ),
    rule("THE UNIT (?P<side>BEFORE|AFTER) (?P<t>TODAY)", _day_next_to),
    rule("(?P<t>TODAY)", _today),
    rule("THE (?P<unit>UNIT) (?P<side>BEFORE LAST|AFTER NEXT)", _unit_after_next),
    rule("THE (?P<fiscal>FISCAL )?(?P<unit>UNIT)", _the_unit),
    rule(f"{_PRE}(?:{_N} )?{_UNITS}{_TAIL} AGO", _ago),
    rule("(?:A )?(?P<quarter>UNIT) (?:OF A|HYPHEN)? (?P<unit>UNIT) AGO", _ago),
    rule(f"{_N} {_UNITS} FROM (?:NOW|TODAY)", _from_now),
    rule(f"{_PRE}{_N} {_UNITS}{_TAIL} (?P<side>EARLIER|BEFORE|AFTER|PREVIOUS)", _from_told),
    rule(f"{_UNITS} (?P<side>EARLIER)", _from_told),
    rule(f"THE {_UNIT} (?P<side>BEFORE|AFTER|EARLIER)(?! TODAY)", _unit_next_to),
    rule(f"{_EDGE}(?:THE )?{_UNIT}", _edge_of_unit),
    rule(
        f"(?P<mod>EARLIER |(?:THE )?EARLY (?:IN )?HYPHEN?|(?:THE )?EDGE OF )?{_WHICH} (?:FISCAL )?{_UNIT}(?! HYPHEN)",
        _which_unit,
    ),
    rule("(?:THE )?(?P<unit>UNIT) (?P<joint>HYPHEN|POSS)? (?P<mod>EDGE)", _edge_of_unit),
)
