"""Words of time and tense: every word that a rule may look at, under the name of its class.

Lower case here; `tokens` also knows the capitalised and the upper-case spelling. A word stands in one class only. What
a class means in a rule is said where the rule stands; words of no class are LOW (small letters) or CAP (capital).
"""

from __future__ import annotations

from generator import dates
from generator.counts import NUMBERS

MONTHS: dict[str, int] = {name: number for number, name in enumerate(dates.MONTHS, 1)}
MONTHS_SHORT: dict[str, int] = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
    "dec": 12,
}  # fmt: skip
WEEKDAYS: dict[str, int] = {name: number for number, name in enumerate(dates.WEEKDAYS, 1)}
WEEKDAYS_SHORT: dict[str, int] = {
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip
# EDTF's groupings of months: spring to winter.
SEASONS: dict[str, int] = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24, "springtime": 21,
                           "summertime": 22, "wintertime": 24}  # fmt: skip
# TimeML's parts of the day.
PARTS: dict[str, str] = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "dawn": "MO", "daybreak": "MO", "sunrise": "MO",
    "dusk": "EV", "sunset": "EV", "nightfall": "NI", "nighttime": "NI", "daytime": "DT", "lunchtime": "MI",
    "midday": "MI", "overnight": "NI",
}  # fmt: skip

# Unit -> TimeML designator; those of the clock come after a T.
UNITS: dict[str, str] = {
    "day": "D", "week": "W", "weekend": "WE", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE",
    "century": "CE", "fortnight": "F", "millennium": "ML", "night": "N",
    "hour": "TH", "minute": "TM", "second": "TS", "hr": "TH", "min": "TM", "yr": "Y",
}  # fmt: skip
PLURALS: dict[str, str] = {
    "centuries": "century",
    "millennia": "millennium",
    "hrs": "hour",
    "mins": "minute",
    "yrs": "year",
    "secs": "second",
    **{unit + "s": unit for unit in UNITS if unit not in ("century", "millennium", "hr", "min", "yr")},
}

SCALES: dict[str, int] = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
ORDINALS: dict[str, int] = {
    "first": 1, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "second": 2, "twenty-first": 21,
}  # fmt: skip
DECADE_WORDS: dict[str, int] = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}

# Adverbs and adjectives of frequency -> the period that repeats (TimeML SET).
FREQUENCIES: dict[str, str] = {
    "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y", "annual": "P1Y", "annually": "P1Y",
    "quarterly": "P3M", "hourly": "PT1H", "nightly": "P1D", "biweekly": "P2W", "fortnightly": "P2W",
    "bimonthly": "P2M", "semiannual": "P6M", "biannual": "P6M", "biennial": "P2Y", "biennially": "P2Y",
    "triennial": "P3Y", "twice-yearly": "P6M",
}  # fmt: skip

PRESENT_WORDS = ("now", "currently", "nowadays", "presently")
PAST_WORDS = ("recently", "lately", "formerly", "previously")
FUTURE_WORDS = ("soon",)
# One word for a length that something takes -> that length.
LENGTH_WORDS: dict[str, str] = {
    "daylong": "P1D", "nightlong": "P1D", "weeklong": "P1W", "monthlong": "P1M", "yearlong": "P1Y", "hourlong": "PT1H",
    "decadelong": "P1DE", "centurylong": "P1CE", "hourslong": "PTXH", "dayslong": "PXD", "weekslong": "PXW",
    "monthslong": "PXM", "yearslong": "PXY", "decadeslong": "PXDE",
}  # fmt: skip
DAYS_FROM_TODAY: dict[str, int] = {"today": 0, "yesterday": -1, "tomorrow": 1}

# Class -> its words. The order decides where a word is named twice: the later one wins.
CLASSES: dict[str, tuple[str, ...]] = {
    "MONTH": tuple(MONTHS),
    "MONTHABBR": tuple(MONTHS_SHORT),
    "WEEKDAY": tuple(WEEKDAYS),
    "WEEKDAYABBR": tuple(WEEKDAYS_SHORT),
    "WEEKDAYS": tuple(day + "s" for day in WEEKDAYS),
    "SEASON": tuple(SEASONS),
    "PART": tuple(PARTS),
    "PARTS": ("mornings", "afternoons", "evenings"),
    "UNIT": tuple(UNITS),
    "UNITS": tuple(PLURALS),
    "NUM": tuple(NUMBERS),
    "SCALE": tuple(SCALES),
    "ORDW": tuple(ORDINALS),
    "CLOCKUNIT": ("hour", "minute", "hr", "min"),
    "CLOCKUNITS": ("hours", "minutes", "seconds", "hrs", "mins", "secs"),
    "SECOND": ("second",),
    "NIGHT": ("night",),
    "NIGHTS": ("nights",),
    "DECADEWORD": tuple(DECADE_WORDS),
    "FREQ": tuple(FREQUENCIES),
    "NOW": PRESENT_WORDS,
    "PASTWORD": PAST_WORDS,
    "FUTUREWORD": FUTURE_WORDS,
    "TODAY": tuple(DAYS_FROM_TODAY),
    "TONIGHT": ("tonight",),
    "NOON": ("noon", "midnight"),
    "HALF": ("half",),
    "COUPLE": ("couple", "handful"),
    "FEW": ("few", "several", "many", "numerous"),
    "DOZENS": ("dozens", "hundreds", "thousands", "tens", "scores"),
    "SOME": ("some",),
    "A": ("a", "an"),
    "THE": ("the",),
    "OWN": ("his", "her", "its", "their", "our", "my", "your"),
    "LAST": ("last",),
    "PAST": ("past",),
    "NEXT": ("next",),
    "COMING": ("coming", "upcoming", "ensuing"),
    "FOLLOWING": ("following", "subsequent"),
    "PREVIOUS": ("previous", "preceding", "prior"),
    "THIS": ("this",),
    "THESE": ("these", "those"),
    "THAT": ("that",),
    "SAME": ("same", "very"),
    "CURRENT": ("current", "present"),
    "RECENT": ("recent",),
    "LATEST": ("latest",),
    "LONGWORD": tuple(LENGTH_WORDS),
    "WHILE": ("while",),
    "PERIOD": ("period",),
    "EARLY": ("early", "late", "mid"),
    "EARLIER": ("earlier", "later"),
    "AGO": ("ago",),
    "BEFORE": ("before",),
    "AFTER": ("after",),
    "OF": ("of",),
    "ON": ("on",),
    "AT": ("at",),
    "IN": ("in", "during", "throughout", "within"),
    "AND": ("and", "&"),
    "OR": ("or",),
    "TO": ("to",),
    "THROUGH": ("through", "thru"),
    "UNTIL": ("until", "till", "til"),
    "SINCE": ("since",),
    "BY": ("by",),
    "FROM": ("from",),
    "BETWEEN": ("between",),
    "FOR": ("for",),
    "OVER": ("over", "across"),
    "EVERY": ("every", "each"),
    "OTHER": ("other",),
    "PER": ("per",),
    "ALL": ("all", "entire", "whole", "full"),
    "ONCE": ("once",),
    "TWICE": ("twice", "thrice"),
    "TIMES": ("times",),
    "TIME": ("time",),
    "APPROX": ("about", "around", "nearly", "almost", "roughly", "approximately", "circa", "just", "exactly", "barely"),
    "MORE": ("more", "less", "fewer", "longer", "shorter"),
    "THAN": ("than",),
    "LEAST": ("least", "most"),
    "UP": ("up",),
    # Between a number and its unit: "ten business days", "twelve straight days".
    "INROW": (
        "straight", "consecutive", "successive", "business", "working", "trading", "calendar", "solid", "uninterrupted",
    ),
    "FINAL": ("final", "closing", "concluding"),
    "EDGE": ("start", "beginning", "end", "middle", "close", "outset", "midst", "rest", "remainder", "turn"),
    "FISCAL": ("fiscal", "financial", "calendar", "academic"),
    "OLD": ("old", "olds"),
    "LONG": ("long",),
    "AGED": ("aged", "age", "ages"),
    "FUTURE": ("future",),
    "NEAR": ("near", "foreseeable", "immediate", "distant"),
    "MOMENT": ("moment",),
    "THEN": ("then",),
    "OCLOCK": ("o'clock",),
    "AM": ("am", "pm", "a.m.", "p.m.", "a.m", "p.m"),
    "ZONE": ("gmt", "utc", "bst", "cet", "cest", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "ist", "jst",
             "et", "eet", "eest", "aest"),
    "LOCAL": ("local",),
    "NOT": ("not", "n't"),
    "ERA": ("ad", "ce", "bc", "bce"),
    "WHEN": ("when", "where"),
    "AS": ("as",),
    # ---- tense ----
    "WILL": ("will", "shall", "would"),
    "BE": ("be", "been", "being"),
    "IS": ("is", "are", "am", "'s", "'re"),
    "HAS": ("has", "have", "'ve"),
    # Verbs of plan and duty: what follows them is still to come.
    "PLAN": (
        "plan", "plans", "planning", "expects", "expect", "aims", "aim", "hopes", "hope", "intends", "intend",
        "intended",
        "wants", "poised", "likely", "going", "agreed", "vowed", "pledged", "promised", "decided", "ready", "prepares",
        "preparing", "seeks", "urged", "ordered", "supposed", "tipped", "must", "should", "needs", "ahead", "agrees",
    ),
    # What is on a calendar, or was moved on it.
    "DUE": (
        "planned", "expected", "scheduled", "schedule", "due", "slated", "set", "booked", "billed", "postponed",
        "delayed",
        "deferred", "adjourned", "rescheduled", "off", "extended", "pencilled", "penciled", "forecast", "predicted",
    ),
    # Present tense of what is on a calendar: with a day it speaks of what comes.
    "OPENS": (
        "begins", "starts", "opens", "arrives", "kicks", "expires", "resumes", "concludes", "departs", "meets",
        "launches",
        "closes", "ends", "takes", "goes", "leaves", "convenes", "gathers", "returns", "runs", "falls",
    ),
    "WAS": ("was", "were", "had", "did"),
    "SAID": (
        "said", "told", "announced", "reported", "added", "confirmed", "stated", "wrote", "says", "tweeted", "warned",
    ),
    "SUPERLATIVE": (
        "highest", "lowest", "biggest", "largest", "worst", "best", "deadliest", "longest", "strongest", "fastest",
        "sharpest", "weakest", "only", "heaviest", "steepest", "hottest", "coldest", "wettest", "driest", "smallest",
    ),
}  # fmt: skip

# Verbs that move something to a later date, which stands behind "until" or "to".
DEFERRALS = frozenset(
    "postponed delayed deferred adjourned rescheduled off back extended suspended pushed moved slipped".split()
)

# Past tenses that do not end in -ed (and are not also a noun or a present).
IRREGULAR_PAST = frozenset(
    """arose ate became began bent bit blew bore bought broke brought built came caught chose clung crept dealt drank
    drew drove dug fell felt fled flew forgot fought found froze gave got grew heard held hid hung kept knew laid led
    lent lost made meant met outran overcame overthrew paid ran rang rode rose sang sank sat saw sent shook shot
    shrank slept slid sold sought spent spoke sprang stole stood strode struck stuck swam swept swore swung taught
    thought threw took tore underwent understood undertook went withdrew woke won wore wove withheld foresaw
    slew left snuck strove sped bred wept leapt dreamt burnt learnt hit quit
    died tied sued vied owed lied spun clad""".split()
)
# Words in -ed that are no past tense, or whose use before a noun is by far the commoner.
NOT_PAST = frozenset(
    """red bed shed sled need indeed hundred speed seed feed breed exceed proceed succeed weed deed greed creed bleed
    armed united related based alleged unmanned skilled wounded injured so-called advanced limited united unprecedented
    experienced aged embed retired sacred naked wicked rugged crowded displaced""".split()
)

# Nouns that are counted: a four-digit number before one of them is a quantity, not a year.
COUNTED = frozenset(
    """people persons men women children soldiers troops personnel workers employees jobs homes houses households
    families residents refugees migrants prisoners victims deaths casualties cases patients students pupils teachers
    voters votes seats members delegates participants fans spectators passengers vehicles cars trucks buses trains
    planes aircraft drones missiles rockets tanks ships boats tons tonnes kg kilograms pounds grams litres liters
    gallons barrels metres meters m km kilometres kilometers miles feet ft yards acres hectares square dollars euros
    rupees yen yuan shekels pounds pesos francs points runs calories watts megawatts mw kw hp copies pages words units
    shares items species islands villages towns cities schools hospitals companies businesses firms stores shops
    buildings apartments rooms beds flights hours days weeks months years minutes seconds times percent degrees
    animals cattle sheep trees bottles bags boxes doses tests vaccines officers police policemen firefighters
    protesters demonstrators rebels fighters militants athletes players volunteers civilians inmates guests visitors
    tourists pilgrims settlers farmers books objects artefacts artifacts pieces samples sites solar new or so more
    different other additional extra""".split()
)
# Nouns whose number is a name, not a year.
NUMBERED = frozenset(
    """resolution flight boeing airbus route highway room model section article no number nos page pages case order
    decree directive regulation rule form channel bus train line unit regiment squadron battalion lot level type
    series version windows act bill proposition paragraph verse psalm code area extension pin suite gate platform
    apollo iso usd eur gbp nis mark box""".split()
)
# Capitalised words that make a weekday or a frequency part of a name (newspapers, broadcasts, broadcasts' shows).
NAME_AFTER_DAY = frozenset(
    "times telegraph mail express mirror post star world herald night's review school service roast league".split()
)
NAME_BEFORE_DAY = frozenset(
    "bloody black good ash palm cyber super fat holy maundy shrove giving ruby sheffield".split()
)
