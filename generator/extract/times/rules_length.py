"""Lengths of time (DURATION) and recurring times (SET): three days, a five-year plan, the past two weeks; every Monday.

Values are TimeML's: P3D, P5Y, PT48H, P2DE for decades; X stands for a number that is not said ("several days" is PXD).
"""

from __future__ import annotations

from generator.counts import NUMBERS
from generator.extract.times import lexicon
from generator.extract.times.reading import Context, Reading, Rule, rule

_CLOCK_LETTER = {"TH": "H", "TM": "M", "TS": "S"}


# Units that TimeML has no letter for: how many of which other they are.
_MADE_OF = {"F": (2, "W"), "ML": (1000, "Y"), "N": (1, "D")}


# Half of one, in whole units.
_HALVES: dict[str, tuple[float, str]] = {"CE": (50, "Y"), "DE": (5, "Y"), "Y": (6, "M"), "TH": (30, "TM")}


def length(amount: float | None, unit: str) -> str:
    """TimeML's value of so many units; `None` is a number that is not said."""
    factor, unit = _MADE_OF.get(unit, (1, unit))
    total = None if amount is None else amount * factor
    if total == 0.5 and unit in _HALVES:
        total, unit = _HALVES[unit]
    number = "X" if total is None else str(int(total)) if total == int(total) else f"{total:.3f}".rstrip("0")
    return f"PT{number}{_CLOCK_LETTER[unit]}" if unit in _CLOCK_LETTER else f"P{number}{unit}"


def how_many(c: Context) -> float | None:
    """How many units the group `n` says; one where there is none, `None` where it is vague."""
    words = c.words("n")
    if not words:
        return 1.0
    if set(words) <= {"a", "an", "half", "-"} and "half" in words:
        return 0.5
    amount = c.number("n")
    return amount + 0.5 if amount is not None and "half" in words else amount


def _is_rate(c: Context) -> bool:
    """Whether "a day" means each day: something counted stands before it ("40 barrels a day", "$5 a month")."""
    tokens, first = c.tokens, c.match.start()
    if tokens.kind(first) != "A":
        return False  # "almost a minute"
    if c.words("n") not in (["a"], ["an"]) or c.before() not in (
        "LOW",
        "CAP",
        "INT",
        "D2",
        "N2",
        "DECIMAL",
        "TIMES",
        "ONCE",
        "TWICE",
        "UNITS",
        "CLOCKUNITS",
        "YEAR4",
        "PERCENT",
        "NUM",
        "CLOCKUNIT",
    ):
        return False
    return any(
        tokens.kind(at)
        in ("INT", "D2", "N2", "DECIMAL", "MONEY", "NUM", "TIMES", "ONCE", "TWICE", "YEAR4", "FEW", "DOZENS")
        for at in range(first - 1, first - 6, -1)
    )


def _stretch(c: Context) -> Reading | None:
    """three days, about two hours, a decade, half an hour, a year and a half."""
    unit, amount = c.unit("unit"), how_many(c)
    if c.has("tail"):
        amount = None if amount is None else amount + 0.5
    if _is_rate(c):
        if unit.startswith("T") and c.before_word() in _SPEEDS:
            return None
        return Reading("SET", length(1, unit), tells=False)
    if (c.words("n") in (["a"], ["an"]) and c.after() == "HYPHEN") or c.after() == "EARLIER":
        return None  # "less than | a week earlier"
    if c.words("n") == ["a"] and (
        unit == "Q" or (unit == "TM" and c.match.end() - c.match.start() == 2 and c.after() in ("LOW", "PASTV"))
    ):
        return None  # "a quarter of the votes", "a minute amount"
    if unit == "Q" and c.after() == "OF" and c.words("n")[:1] in (["three"], ["3"]):
        return None  # "three quarters of the votes"
    if unit in ("TS",) and c.words("n") in (["a"], ["the"], ["one"]):
        return None  # "a second attack"
    return Reading("DURATION", length(amount, unit), tells=False)


def compound(c: Context) -> Reading | None:
    """three hours and 20 minutes, one year and six months."""
    one, two = c.unit("unit"), c.unit("unit2")
    a, b = c.number("n"), c.number("n2")
    order = ["CE", "DE", "Y", "M", "W", "D", "TH", "TM", "TS"]
    if one not in order or two not in order or order.index(one) >= order.index(two) or a is None or b is None:
        return None
    first, second = length(a, one), length(b, two)
    clock = second.startswith("PT") and first.startswith("PT")
    return Reading("DURATION", first + second[2 if clock else 1 :], tells=False)


def _adjective(c: Context) -> Reading | None:
    """three-day, 24-hour, five-year-old, month-long, months-long."""
    if c.unit("unit") == "Q" and c.after() in ("OF", "POSS") and c.word("unit") in lexicon.PLURALS:
        return None  # "three-quarters of cases"
    plural = not c.has("n") and c.word("unit") in lexicon.PLURALS
    return Reading("DURATION", length(None if plural else how_many(c), c.unit("unit")), tells=False)


def _fraction(c: Context) -> Reading | None:
    """4 1/2 hours, a 3 1/2-year term"""
    part, whole = c.digits("part"), c.digits("whole")
    if not 0 < part < whole <= 8:
        return None
    return Reading("DURATION", length(c.digits("n") + part / whole, c.unit("unit")), tells=False)


def _and_half(c: Context) -> Reading | None:
    """two-and-a-half-year, two-and-one-half hours"""
    amount = NUMBERS.get(c.word("n"))
    return None if amount is None else Reading("DURATION", length(amount + 0.5, c.unit("unit")), tells=False)


def _measured(c: Context) -> Reading | None:
    """the past two years, the next few days, the first three months."""
    if not c.has("n") and c.words("which")[-1] in ("coming", "recent", "early"):
        return None
    if c.words("which") == ["last"] and c.before() in ("WILL", "MAYBE", "TO"):
        return None  # "could last two years"
    unit = c.unit("unit")
    return Reading("DURATION", length(how_many(c) if c.has("n") else None, unit), tells=False)


def _one_word(c: Context) -> Reading | None:
    """yearlong, weeklong"""
    return Reading("DURATION", lexicon.LENGTH_WORDS[c.word("w")], tells=False)


def _over_the(c: Context) -> Reading | None:
    """over the years, through the centuries"""
    if c.before() not in ("OVER", "THROUGH") or c.unit("unit") not in ("W", "M", "Y", "DE", "CE"):
        return None
    return Reading("DURATION", length(None, c.unit("unit")), tells=False)


def _quarter_of(c: Context) -> Reading | None:
    """a quarter of a century, a quarter-century"""
    if c.unit("quarter") != "Q" or c.unit("unit") != "CE" or c.after() == "AGO":
        return None
    return Reading("DURATION", "P25Y", tells=False)


def _between(c: Context) -> Reading | None:
    """six to eight weeks: a length whose number is not settled."""
    return Reading("DURATION", length(None, c.unit("unit")), tells=False)


def _whole(c: Context) -> Reading | None:
    return Reading("DURATION", length(1, c.unit("unit")), tells=False)


def _bare(c: Context) -> Reading | None:
    """for years, months of talks, hours after: how long is not said; at weekends: a recurrence."""
    before, after = c.before(), c.after()
    if before == "HYPHEN" or (c.unit("unit") == "Q" and before == "NUM"):
        return None  # megawatt-hours
    if c.unit("unit") == "TM" and after == "OF" and before in ("STOP", "PARA", "THE", "OWN"):
        return None  # "Minutes of the meeting"
    if c.unit("unit") == "WE":
        return Reading("SET", "XXXX-WXX-WE", tells=False) if before in ("AT", "ON") else None
    led = before in ("FOR", "OVER", "AFTER", "SINCE", "BY") and after != "POSS"
    if led or after in ("OF", "AFTER", "BEFORE", "LONG"):
        if before in ("THE", "OWN", "THESE", "THIS", "ORDW") and after not in ("AFTER", "BEFORE"):
            return None
        return Reading("DURATION", length(None, c.unit("unit")), tells=False)
    if before in ("PASTV", "THAN", "IN") and after != "HYPHEN":
        return Reading("DURATION", length(None, c.unit("unit")), tells=False)
    return None


def _frequency(c: Context) -> Reading | None:
    return Reading("SET", lexicon.FREQUENCIES[c.word("f")], tells=False)


def _every_unit(c: Context) -> Reading | None:
    amount: float | None = 1.0
    if c.has("n"):
        amount = 2.0 if c.word("n") == "other" else c.number("n") if "few" not in c.words("n") else None
    if c.word("n") in lexicon.ORDINALS:
        amount = float(lexicon.ORDINALS[c.word("n")])
    return Reading("SET", length(amount, c.unit("unit")), tells=False)


def _every_weekday(c: Context) -> Reading | None:
    part = f"T{lexicon.PARTS[c.word('part')]}" if c.has("part") else ""
    return Reading("SET", f"XXXX-WXX-{c.weekday('w')}{part}", tells=False)


def _every_part(c: Context) -> Reading | None:
    word = c.word("part").removesuffix("s")
    return Reading("SET", f"XXXX-XX-XXT{lexicon.PARTS[word]}", tells=False)


def _every_month(c: Context) -> Reading | None:
    return Reading("SET", f"XXXX-{c.month('m'):02d}", tells=False)


def _every_season(c: Context) -> Reading | None:
    code = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}[lexicon.SEASONS[c.word("s")]]
    return Reading("SET", f"XXXX-{code}", tells=False)


def _every_holiday(c: Context) -> Reading | None:
    return Reading("SET", "P1Y", tells=False)


# Of how fast something goes, or what is used: no recurrence.
_SPEEDS = frozenset("miles kilometers kilometres km mile kilometer kilometre knots metres meters feet".split())


def _times_per(c: Context) -> Reading | None:
    if c.before_word() in _SPEEDS and c.unit("unit").startswith("T"):
        return None
    return Reading("SET", length(1, c.unit("unit")), tells=False)


PRE = "(?:THE )?(?:(?:(?:THE )?(?:APPROX|SOME)|(?:MORE|UP) (?:THAN|TO)|AT (?:THE )?LEAST|OVER|NOT MORE THAN) ){0,2}"
_UNITW = "(?P<unit>UNITS|CLOCKUNITS|NIGHTS|UNIT|CLOCKUNIT|NIGHT|SECOND)"
MANY = "(?:UNITS|CLOCKUNITS|NIGHTS)"
ONE = "(?:UNIT|CLOCKUNIT|NIGHT)"
_HALF = "(?:A )?HALF (?:HYPHEN )?(?:A )?"
COUNT = "(?:NUMBER(?: AND A HALF)?|A (?:FEW|COUPLE(?: OF)?)|FEW|COUPLE OF|DOZENS OF|(?:A )?HALF (?:HYPHEN )?(?:A )?)"
_LAST = "(?:(?:THE|THIS|THESE|OWN|ALL) )?(?:LAST|PAST|NEXT|COMING|FOLLOWING|PREVIOUS|ORDW|RECENT|EARLY)"

RECURRING: tuple[Rule, ...] = (
    rule(
        f"(?:(?:ONCE|TWICE|(?:NUM|D2|FEW) TIMES|A (?:COUPLE|FEW) (?:OF )?TIMES) )(?:A|PER|EVERY) (?P<unit>{ONE})",
        _times_per,
    ),
    rule(f"EVERY (?:(?P<n>OTHER|NUMBER|ORDW|FEW|A FEW|COUPLE OF) )?(?P<unit>{ONE}|{MANY})", _every_unit),
    rule("EVERY (?P<w>WDAY)(?: (?P<part>PART|NIGHT))?", _every_weekday),
    rule("(?P<w>WEEKDAYS)", _every_weekday),
    rule("EVERY (?P<part>PART|NIGHT)", _every_part),
    rule("(?:THE )?(?P<part>PARTS)", _every_part),
    rule("EVERY (?P<m>MON)", _every_month),
    rule("EVERY (?P<s>SEASON)", _every_season),
    rule("EVERY HOLIDAY", _every_holiday),
    rule(f"PER (?P<unit>{ONE}|SECOND)", _times_per),
    rule("(?P<f>FREQ)", _frequency),
)
LENGTHS: tuple[Rule, ...] = (
    rule(f"(?P<which>{_LAST}) (?P<n>{COUNT}|FEW )?(?P<unit>{MANY})", _measured),
    rule(f"(?P<which>{_LAST}) (?P<n>{_HALF})(?P<unit>UNIT)", _measured),
    rule(
        f"{PRE}(?P<n>D2|N2|INT) (?P<part>D2) SLASH (?P<whole>D2) HYPHEN? (?P<unit>{ONE}|{MANY})(?: HYPHEN OLD)?",
        _fraction,
    ),
    rule(f"{PRE}(?P<n>NUMBER|A) {_UNITW} AND (?P<n2>NUMBER|A) (?P<unit2>UNITS|CLOCKUNITS|UNIT|CLOCKUNIT)", compound),
    rule(f"(?P<n>NUMBER) HYPHEN (?P<unit>{ONE}|UNITS|CLOCKUNITS|SECOND)(?: HYPHEN (?:OLD|LONG))?", _adjective),
    rule(f"(?P<unit>{ONE}|{MANY}) HYPHEN (?:LONG|OLD)", _adjective),
    rule("(?P<w>LONGWORD)", _one_word),
    rule(f"(?P<n>NUM HYPHEN AND HYPHEN (?:A|NUM) HYPHEN HALF) HYPHEN? (?P<unit>{ONE}|{MANY})", _and_half),
    rule(
        f"{PRE}(?:{_LAST} )?(?:NUMBER (?:TO|OR) NUMBER|DIGITS DASHES DIGITS) HYPHEN? "
        f"(?P<unit>{MANY}|{ONE})(?! (?:AGO|EARLIER))",
        _between,
    ),
    rule("(?:A )?(?P<quarter>UNIT) (?:OF A|HYPHEN)? (?P<unit>UNIT)", _quarter_of),
    rule(f"ALL (?:OF )?(?:THE )?(?P<unit>{ONE})", _whole),
    rule(f"(?:THE|A|THIS|THAT) ALL (?P<unit>{ONE})", _whole),
)
# Behind all other rules: what is left when no date claims the words.
LOOSE: tuple[Rule, ...] = (
    rule(f"{PRE}(?P<n>NUM|A) {_UNITW} AND A (?P<tail>HALF)", _stretch),
    rule(f"{PRE}(?P<n>{COUNT}) {_UNITW}(?: OLD)?", _stretch),
    rule(f"{PRE}(?P<n>A) (?:FISCAL )?(?P<unit>{ONE})", _stretch),
    rule("THE (?P<unit>UNITS)", _over_the),
    rule(f"(?P<unit>{MANY})", _bare),
)
