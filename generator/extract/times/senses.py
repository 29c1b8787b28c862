"""Which sense a word has here: a month or a verb, a weekday or a newspaper, a year or a number.

`settle` looks at each doubtful token's neighbours and takes the class away where the other sense is meant. The rules
are regularities of English print: what may stand before a month, what follows a number that counts.
"""

from __future__ import annotations

import re

from generator.extract.times import day_names, lexicon
from generator.extract.times.patterns import classes
from generator.extract.times.tokens import CODE, Tokens

_DOUBTFUL = re.compile(
    classes("MONTH MONTHABBR WEEKDAY WEEKDAYABBR SEASON FREQ YEAR4 AM NIGHT PART ZONE TODAY NOON UNITS CLOCKUNITS")
)
# What stands before a month in running text.
_BEFORE_MONTH = frozenset(
    "IN BY SINCE UNTIL OF LAST NEXT THIS EARLY FROM THROUGH BETWEEN BEFORE AFTER EVERY D2 ORD ORDW THAT PAST COMING "
    "FOLLOWING PREVIOUS TO EDGE".split()
)
_AFTER_MONTH = frozenset("YEAR4 D2 ORD SHORTYEAR".split())
_TITLES = frozenset("mr mrs ms dr prof gen lt col sgt capt adm rev sen rep gov st".split())
# Before a weekday and another name: that weekday is somebody's first name.
_OFFICES = _TITLES | frozenset("judge justice chief pastor bishop inspector ms sir lady king".split())
_FIRST_NAMES = frozenset("april may june august".split())  # also given names and surnames
_SHORT_NEIGHBOURS = frozenset("D2 ORD YEAR4 SHORTYEAR".split())
# What introduces a year.
_BEFORE_YEAR = frozenset(
    "IN SINCE BY UNTIL FROM OF EARLY BETWEEN AFTER BEFORE THROUGH APPROX OPEN EDGE FISCAL MONTH SEASON HOLIDAY QTR "
    "HALFYEAR "
    "MONTHABBR EARLIER D2 ORD COMMA TO AND OR DASH HYPHEN SLASH THE A POSS OVER THIS FOR AGO OWN LAST UNIT WEEKDAY "
    "AT QUOTE "
    "EVERY NEXT THAT DUE THAN ON STOP PARA COLON IS WAS AS".split()
)
_PREPOSITIONS = frozenset("IN SINCE BY UNTIL FROM OF EARLY BETWEEN AFTER BEFORE THROUGH".split())
_ENDS_PHRASE = frozenset("COMMA STOP PARA DOT OPEN QUOTE COLON DASH HYPHEN POSS AND OR TO UNTIL THROUGH SLASH".split())
_SEASON_BEFORE = frozenset(
    "IN THE THIS LAST NEXT EARLY OF SINCE BY UNTIL EVERY THAT PAST COMING PREVIOUS FOLLOWING A SAME FROM".split()
)
_LED = frozenset("IN BY SINCE UNTIL FROM OVER OF BEFORE AFTER THROUGH".split())


def settle(tokens: Tokens) -> None:
    """Reclass the doubtful tokens of a text, in place."""
    shape = list(tokens.shape)
    for match in _DOUBTFUL.finditer(tokens.shape):
        at = match.start()
        kind = tokens.kind(at)
        keep = _CHECKS[kind](tokens, at)
        if keep is not True:
            shape[at] = CODE[keep or ("CAP" if tokens.words[at][0].isupper() else "LOW")]
    tokens.shape = "".join(shape)


def _month(tokens: Tokens, at: int) -> bool | str:
    word, before, after = tokens.lower(at), tokens.kind(at - 1), tokens.kind(at + 1)
    if word not in ("march", "may", *_FIRST_NAMES):
        return True
    if after in _AFTER_MONTH:
        return True
    if after == "COMMA" and tokens.kind(at + 2) == "YEAR4":
        return True
    if before == "CAP" or (before == "DOT" and tokens.lower(at - 2) in _TITLES):
        return False  # Jane March, Mr. May
    if word == "may" and _named_with_months(tokens, at):
        return True
    if word == "may" and before not in _BEFORE_MONTH:
        return "CAP"
    if word == "march" and (after in ("ON", "FOR", "TO", "AT") and before not in _PREPOSITIONS):
        return after in ("TO", "FOR") and before in _BEFORE_MONTH
    if word == "march" and before in ("THE", "A", "OWN") and after in ("OF", "ON", "FOR", "TO", "THROUGH", "FROM"):
        return False
    if word in _FIRST_NAMES and after == "CAP" and word != "may":
        # A capital behind it is a surname, unless a preposition of time stands before: "in June Brazil won".
        return before in ("IN", "SINCE", "UNTIL", "THROUGH", "BETWEEN", "EARLY", "LAST", "THIS", "NEXT", "D2", "ORD")
    if word in _FIRST_NAMES and after in ("SAID", "WAS", "IS", "HAS", "WILL") and before not in _BEFORE_MONTH:
        return False
    if word == "may" and after == "CAP" and before in ("BY", "OF", "TO", "AND", "FROM", "AFTER", "BEFORE", "UNTIL"):
        return False
    return not (word == "may" and after == "POSS" and before not in ("IN", "LAST", "THIS", "SINCE", "UNTIL"))


# What a person called May may have, where an election, a figure or a meeting is that of a month.
_OF_MAY = frozenset("government cabinet administration ministry premiership family brothers sisters camp team".split())


def _named_with_months(tokens: Tokens, at: int) -> bool:
    """Of "April or May", "the May figures", "a May meeting": the month."""
    before, after = tokens.kind(at - 1), tokens.kind(at + 1)
    if before in ("AND", "OR", "TO", "DASH", "HYPHEN", "SLASH") and tokens.kind(at - 2) == "MONTH":
        return True
    if before == "HYPHEN" and tokens.kind(at - 2) == "EARLY":
        return True  # mid-May
    if after in ("AND", "OR", "TO", "DASH", "HYPHEN", "SLASH") and tokens.kind(at + 2) == "MONTH":
        return True
    if tokens.lower(at + 1) in ("futures", "delivery"):
        return True
    return before in ("THE", "A") and after == "LOW" and tokens.lower(at + 1) not in _OF_MAY


def _month_short(tokens: Tokens, at: int) -> bool | str:
    after = at + 1 + (tokens.kind(at + 1) == "DOT")
    if tokens.kind(after) in _SHORT_NEIGHBOURS or tokens.kind(at - 1) in ("D2", "ORD"):
        return True
    if tokens.kind(after) in ("HYPHEN", "DASH") and tokens.kind(after + 1) in ("MONTH", "MONTHABBR"):
        return True  # Jan.-March
    if (
        tokens.kind(at - 1) in ("HYPHEN", "DASH")
        and tokens.kind(at - 2 - (tokens.kind(at - 2) == "DOT")) == "MONTHABBR"
    ):
        return True
    dotted = after > at + 1
    return (dotted and tokens.kind(at - 1) in _BEFORE_MONTH) or (
        tokens.lower(at) == "sept" and tokens.kind(at - 1) == "IN"
    )


def _weekday(tokens: Tokens, at: int) -> bool | str:
    if not tokens.words[at][0].isupper():
        return True
    after, before = tokens.lower(at + 1), tokens.lower(at - 1)
    if after in lexicon.NAME_AFTER_DAY and tokens.words[at + 1][0].isupper():
        return False
    if before == "the" and tokens.kind(at + 1) == "CAP":
        return False  # the Friday Mosque, the Monday Club
    if tokens.kind(at + 1) == "NIGHT" and tokens.words[at + 1][0].isupper() and tokens.kind(at + 2) == "CAP":
        return False
    if before in _OFFICES and tokens.kind(at + 1) == "CAP":
        return False  # Judge Friday Amadi
    if tokens.kind(at + 1) == "CAP" and tokens.starts[at] in day_names.names(tokens.text):
        return False
    return not (before in lexicon.NAME_BEFORE_DAY and tokens.words[at - 1][0].isupper())


def _weekday_short(tokens: Tokens, at: int) -> bool | str:
    nxt = at + 1 + (tokens.kind(at + 1) == "DOT")
    if tokens.kind(nxt) == "COMMA":
        nxt += 1
    return tokens.kind(nxt) in ("D2", "ORD", "MONTH", "MONTHABBR") or (nxt > at + 1 and tokens.kind(at - 1) == "ON")


def _season(tokens: Tokens, at: int) -> bool | str:
    word, before, after = tokens.lower(at), tokens.kind(at - 1), tokens.kind(at + 1)
    if after in ("YEAR4", "SHORTYEAR") or (after == "OF" and tokens.kind(at + 2) in ("YEAR4", "THE", "LAST", "THIS")):
        return True
    if tokens.words[at][0].isupper() and after == "CAP":
        return False
    if word in ("spring", "fall", "winter", "summer", "autumn") and before not in _SEASON_BEFORE:
        return False
    if word in ("spring", "fall") and before in ("THE", "A", "OF", "BY"):
        # "the fall of the city", "a spring in the yard", "a fall of 3 percent"
        ends = after in _ENDS_PHRASE or after in ("AND", "BEFORE", "AFTER", "WHEN", "THAT", "THIS")
        return ends and tokens.kind(at - 2) in _LED
    return True


def _frequency(tokens: Tokens, at: int) -> bool | str:
    if not tokens.words[at][0].isupper() or tokens.words[at].isupper():
        return True
    first = tokens.kind(at - 1) in ("STOP", "PARA", "QUOTE")
    return first and tokens.kind(at + 1) != "CAP"


def _counted_unit(tokens: Tokens, at: int) -> bool | str:
    """Not the "Minutes" of a title, "Ninety Minutes to Lund", nor of a name, the Thirty Years' War."""
    word = tokens.words[at]
    if not word[0].isupper() or word.isupper() or tokens.kind(at - 1) in ("STOP", "PARA", "QUOTE"):
        return True
    return not tokens.words[at - 1][0].isupper()


def _noon(tokens: Tokens, at: int) -> bool | str:
    """Not the "Midnight" of Midnight Sun Ltd or of "the Midnight Club"."""
    return not (
        tokens.words[at][0].isupper()
        and not tokens.words[at].isupper()
        and tokens.kind(at + 1) in ("CAP", "WEEKDAYABBR")
    )


def _am(tokens: Tokens, at: int) -> bool | str:
    if tokens.kind(at - 1) in ("D2", "NUM", "CLOCK", "DECIMAL"):
        return True
    return "IS" if tokens.lower(at) == "am" else "CAP"


def _zone(tokens: Tokens, at: int) -> bool | str:
    return tokens.kind(at - 1) in ("D2", "NUM", "CLOCK", "DECIMAL", "AM", "DIGAM", "YEAR4", "NOON", "N2", "INT", "TIME")


def _part(tokens: Tokens, at: int) -> bool | str:
    # A newspaper's "Evening Standard", a ship's "Dawn": capital within a sentence.
    if tokens.words[at][0].isupper() and not tokens.words[at].isupper():
        before = tokens.kind(at - 1)
        if before in ("WEEKDAY", "TODAY", "DOT", "STOP", "PARA", "QUOTE"):
            return tokens.kind(at + 1) != "CAP" or before == "WEEKDAY"
        return False
    return True


def _today(tokens: Tokens, at: int) -> bool | str:
    return not (tokens.words[at][0].isupper() and tokens.kind(at - 1) == "CAP" and tokens.kind(at - 2) != "STOP")


def of_a_year(tokens: Tokens, at: int) -> bool:
    """Whether the sentence before a token speaks of a year: "the year that nobody forgets was …"."""
    for k in range(at - 1, max(-1, at - 16), -1):
        if tokens.kind(k) in ("STOP", "PARA"):
            return False
        if tokens.lower(k) == "year":
            return True
    return False


def _year(tokens: Tokens, at: int) -> bool | str:
    """Whether four digits are a year. "INT" where they count or number something."""
    for asked in (_of_a_quantity, _beside_month, _of_a_row, _in_brackets, _before_noun):
        told = asked(tokens, at)
        if told is not None:
            return told
    return _by_century(tokens, at)


def _glued(tokens: Tokens, at: int) -> bool:
    """Whether nothing stands between a token and the one before."""
    return at > 0 and tokens.ends[at - 1] == tokens.starts[at]


def _of_a_quantity(tokens: Tokens, at: int) -> str | None:
    """Of "$1999", "2000 hours", "a 1500-year": it counts what stands behind, or money."""
    before, after = tokens.kind(at - 1), tokens.kind(at + 1)
    if (before in ("MONEY", "HASH", "PERCENT", "COLON") and _glued(tokens, at)) or after in ("PERCENT", "ZONE", "AM"):
        return "INT"
    unit = after in ("UNIT", "UNITS", "CLOCKUNIT", "CLOCKUNITS", "MONEY")
    return "INT" if unit or (after == "HYPHEN" and tokens.kind(at + 2) in ("UNIT", "CLOCKUNIT")) else None


def _beside_month(tokens: Tokens, at: int) -> bool | None:
    """Of "May 1999", "in the second half of 1870", "3 May, 1999": what stands before it has a year."""
    before, further = tokens.kind(at - 1), tokens.kind(at - 2)
    if before in ("MONTH", "MONTHABBR", "SEASON", "HOLIDAY", "QTR", "HALFYEAR", "FISCAL", "SHORTYEAR"):
        return True
    half = further == "HALF" and tokens.kind(at - 3) in ("ORD", "ORDW", "SECOND")
    if before == "OF" and (half or further in ("MONTH", "MONTHABBR", "SEASON", "QTR", "EDGE")):
        return True
    dated = further in ("D2", "ORD", "MONTH", "MONTHABBR", "HOLIDAY", "SEASON")
    return True if before in ("COMMA", "DOT") and dated else None


def _of_a_row(tokens: Tokens, at: int) -> bool | str | None:
    """Of "the object 1998 QK2", "Flight 1549", "us 1200", "12.1999": a name's number, or a part of one."""
    before, after, word = tokens.kind(at - 1), tokens.kind(at + 1), tokens.lower(at - 1)
    if after == "CAP" and re.fullmatch(r"[A-Z]{1,2}[0-9]{1,3}", tokens.words[at + 1]):
        return "INT"
    if word in lexicon.NUMBERED or word in ("$", "us"):
        return "INT"
    if before in ("DOT", "HYPHEN", "DASH", "SLASH") and _glued(tokens, at) and tokens.kind(at - 2) != "YEAR4":
        joined = before in ("HYPHEN", "DASH") and tokens.kind(at - 2) in ("EARLY", "LOW", "MONTH", "MONTHABBR", "D2")
        return joined or "INT"
    return None


def _in_brackets(tokens: Tokens, at: int) -> bool | None:
    """Of "1939-45", "(born 1956)", "about 1800,", "The year that nobody forgets is 1987."."""
    number, before, after = int(tokens.words[at]), tokens.kind(at - 1), tokens.kind(at + 1)
    if after in ("SLASH", "HYPHEN", "DASH") and tokens.kind(at + 2) in ("D2", "N2", "YEAR4") and 1800 <= number <= 2059:
        return True
    if tokens.kind(at - 2) == "OPEN" and after == "QUOTE" and 1500 <= number <= 2059:
        return True
    if before == "APPROX" and after in _ENDS_PHRASE:
        return True
    named = before in ("IS", "WAS") and after in ("STOP", "PARA") and 1500 <= number <= 2059
    return True if named and of_a_year(tokens, at) else None


def _before_noun(tokens: Tokens, at: int) -> str | None:
    """Of "2000 people", "1999.5", "of 1500 sailors": no year stands there, or a plural behind it is counted."""
    number, before, after = int(tokens.words[at]), tokens.kind(at - 1), tokens.kind(at + 1)
    if before not in _BEFORE_YEAR:
        return "INT"
    if after == "DECIMAL" or (after in ("HYPHEN", "DASH") and tokens.kind(at + 2) == "INT"):
        return "INT"
    follows = tokens.lower(at + 1)
    if follows in lexicon.COUNTED and after in ("LOW", "PASTV", "MORE"):
        return "INT"
    plural = after == "LOW" and follows.endswith("s") and not follows.endswith(("ss", "us"))
    ours = 1900 <= number <= 2059 and (before in ("THE", "POSS", "OWN") or (before == "IN" and bool(number % 100)))
    return "INT" if plural and not ours else None


_FAR_YEARS = frozenset("IN SINCE UNTIL EARLY BETWEEN FROM OPEN AND TO DASH HYPHEN BY OF AFTER BEFORE".split())


def _by_century(tokens: Tokens, at: int) -> bool | str:
    """By how far it lies from ours: years of long ago need a preposition of time or a bracket."""
    number, before, after = int(tokens.words[at]), tokens.kind(at - 1), tokens.kind(at + 1)
    if not 1900 <= number <= 2059:
        counted = before in ("OF", "TO", "BY") and after == "LOW"
        return True if before in _FAR_YEARS and not counted else "INT"
    if before == "A":
        return True if after in ("LOW", "CAP") else "INT"
    if before == "THAN":
        return True if number % 100 else "INT"
    return "INT" if before in ("OVER", "AT", "ON", "EVERY", "IS", "WAS") else True


_CHECKS = {
    "MONTH": _month, "MONTHABBR": _month_short, "WEEKDAY": _weekday, "WEEKDAYABBR": _weekday_short, "SEASON": _season,
    "FREQ": _frequency, "YEAR4": _year, "AM": _am, "NIGHT": _part, "PART": _part, "ZONE": _zone,
    "TODAY": _today, "NOON": _noon, "UNITS": _counted_unit, "CLOCKUNITS": _counted_unit,
}  # fmt: skip
