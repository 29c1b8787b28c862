"""Text as tokens, and as a *shape*: a string with one character per token that names the token's class.

Rules are regular expressions over the shape (see `patterns`), so that a rule reads classes of words instead of letters,
and a position in the shape is the number of a token.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.extract.times import holidays, lexicon

# Classes that are not lists of words: numbers by their form, punctuation, and the rest.
_FORMS = (
    "LOW", "CAP", "D2", "N2", "YEAR4", "INT", "DECIMAL", "ORD", "DECADE", "SHORTYEAR", "ISO", "SLASHED", "CLOCK",
    "DIGAM",
    "QTR", "HALFYEAR", "FISCALYEAR", "HOLIDAY", "COMMA", "DOT", "STOP", "PARA", "HYPHEN", "DASH", "SLASH", "POSS",
    "MONEY",
    "PERCENT", "HASH", "OPEN", "QUOTE", "COLON", "MARK", "PASTV", "MAYBE",
)  # fmt: skip
NAMES: tuple[str, ...] = (*_FORMS, *lexicon.CLASSES)
# Letters only: they mean themselves in a pattern and in a set of characters.
_LETTERS = [
    chr(c) for c in (*range(65, 91), *range(97, 123), *range(0xC0, 0xD7), *range(0xD8, 0xF7), *range(0xF8, 0x180))
]
CODE: dict[str, str] = dict(zip(NAMES, _LETTERS, strict=False))
CLASS: dict[str, str] = {letter: name for name, letter in CODE.items()}

# One alternative per form; all repeats are bounded or consume what they have read, so that scanning is linear.
_TOKEN = re.compile(
    r"""
      [apAP]\.\s?[mM]\b\.?
    | [^\W\d_]+(?:['’][^\W\d_]+(?<!['’][sS]))?(?!\w)      # word; o'clock, don't
    | \n[ \t]*\n\s*                                       # end of a paragraph
    | \n(?=[A-Z][a-z]{2,8}\.?\ [0-9]{1,2},\ [0-9]{4}\ ?[:–—|-])  # of "… on May 10", before "July 4, 2011: …"
    | [0-9]{4}-[0-9]{2}-[0-9]{2}
      (?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?
      (?!\w)
    | [0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})(?![\w/])
    | (?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])-[0-9]{2}(?![\w-])   # 08-30-96, as agencies number their days
    | [0-9]{4}/[0-9]{1,2}/[0-9]{1,2}(?![\w/])
    | [0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}(?![\w.])
    | [0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?(?:[ap]m)?(?!\w|:[0-9])
    | [0-9]{1,3}(?:,[0-9]{3}){1,6}(?:\.[0-9]{1,6})?(?!\w)
    | [0-9]{1,15}\.[0-9]{1,15}(?!\w)
    | ['’][0-9]{2}s?(?!\w)
    | ['’][sS](?!\w)
    | \w+
    | [^\w\s]
    """,
    re.X,
)
_AMPM_CLOCK = re.compile(r"[0-9]{1,2}(?:[:.][0-9]{2})?[ap]m", re.I)
_ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof gen lt col maj brig sgt capt adm rev hon gov sen rep pres st mt jr sr vs etc inc ltd co corp no
    nos vol fig dept est approx jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat
    sun u.s u.k u.n eg ie al cf pp ca""".split()
)
_PUNCTUATION = {
    ",": "COMMA", ".": "DOT", "-": "HYPHEN", "‐": "HYPHEN", "‑": "HYPHEN", "–": "DASH", "—": "DASH", "/": "SLASH",
    "$": "MONEY", "€": "MONEY", "£": "MONEY", "¥": "MONEY", "₪": "MONEY", "₹": "MONEY", "%": "PERCENT", "#": "HASH",
    "(": "OPEN", "[": "OPEN", ":": "COLON", ";": "STOP", "!": "STOP", "?": "STOP",
    **dict.fromkeys("\"“”'‘’«»)]", "QUOTE"),
}  # fmt: skip


def _words() -> dict[str, str]:
    made: dict[str, str] = {}
    for name, words in lexicon.CLASSES.items():
        for word in words:
            for form in (word, word.capitalize(), word.upper()):
                made[form] = CODE[name]
    # What is a month, a weekday or a zone only with a capital; a surname, a verb or a common word without.
    for word in ("march", "may", "august", *lexicon.MONTHS_SHORT, *lexicon.WEEKDAYS_SHORT):
        made.pop(word, None)
    for word in (*lexicon.CLASSES["ZONE"], *lexicon.CLASSES["ERA"]):
        for form in (word, word.capitalize()):
            made.pop(form, None)
    for word in lexicon.IRREGULAR_PAST:
        made.setdefault(word, CODE["PASTV"])
    for word in lexicon.NOT_PAST:
        made.setdefault(word, CODE["LOW"])
    made.update({mark: CODE[name] for mark, name in _PUNCTUATION.items()})
    made.update(dict.fromkeys(("am", "pm", "AM", "PM"), CODE["AM"]))
    made["may"] = made["might"] = made["could"] = made["can"] = CODE["MAYBE"]
    for apostrophe in "'’":
        made[apostrophe + "s"] = made[apostrophe + "S"] = CODE["POSS"]
        made[f"o{apostrophe}clock"] = CODE["OCLOCK"]
        for word in ("wo", "would", "does", "do", "did", "is", "was", "are", "were", "has", "have", "had"):
            made[f"{word}n{apostrophe}t"] = made.get("will" if word == "wo" else word, CODE["LOW"])
        for subject in ("I", "he", "she", "it", "we", "you", "they", "He", "She", "It", "We", "You", "They"):
            made[f"{subject}{apostrophe}ll"] = CODE["WILL"]
            made[f"{subject}{apostrophe}ve"] = CODE["HAS"]
    return made


_CLASS_OF = _words()


def _numeric(token: str) -> str:
    """The class of a token with a digit in it."""
    if token.isdecimal() and token.isascii():
        number = int(token) if len(token) <= 6 else 1_000_000
        if len(token) <= 2:
            return "D2" if 1 <= number <= 31 else "N2"
        return "YEAR4" if len(token) == 4 and 1000 <= number <= 2199 else "INT"
    if token[0] in "'’":
        return "DECADE" if token[-1] == "s" else "SHORTYEAR"
    head = token.lower()
    if _AMPM_CLOCK.fullmatch(token):
        return "DIGAM"
    if head[-2:] in ("st", "nd", "rd", "th") and head[:-2].isdecimal():
        return "ORD"
    if head[-2:] == "0s" and head[:-1].isdecimal() and len(head) in (3, 5):
        return "DECADE"
    if len(head) == 2 and head[0] in "qh" and head[1] in "1234":
        return "QTR" if head[0] == "q" else "HALFYEAR" if head[1] in "12" else "CAP"
    if head[:2] == "fy" and head[2:].isdecimal() and len(head) in (4, 6):
        return "FISCALYEAR"
    if not head[0].isdecimal():
        return "CAP"
    if "-" in head:
        return "SLASHED" if head[2] == "-" else "ISO"
    if "/" in head or head.count(".") == 2:
        return "SLASHED"
    if ":" in head:
        return "CLOCK"
    if "," in head:
        return "INT"
    return "DECIMAL" if "." in head else "CAP"


@dataclass(slots=True)
class Tokens:
    """The tokens of one text: words, their offsets, and the shape. Equal lengths, in text order."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    shape: str

    def lower(self, index: int) -> str:
        """The word in small letters; empty beyond the ends."""
        return self.words[index].lower() if 0 <= index < len(self.words) else ""

    def kind(self, index: int) -> str:
        """The name of the token's class; PARA beyond the ends."""
        return CLASS[self.shape[index]] if 0 <= index < len(self.shape) else "PARA"


def _unknown(token: str) -> str:
    first = token[0]
    if token.isalpha():  # nearly all
        if first.isupper():
            return "CAP"
        return "PASTV" if token.endswith("ed") and len(token) > 4 else "LOW"
    if first == "\n":
        return "PARA"
    if any(c.isdecimal() for c in token) if len(token) < 40 else False:
        return _numeric(token)
    if token.lower() in ("a.m.", "p.m.", "a.m", "p.m") or (len(token) < 7 and token[1:2] == "."):
        return "AM"
    if not first.isalnum():
        return "MARK"
    if first.isupper():
        return "CAP"
    return "PASTV" if token.endswith("ed") and len(token) > 4 else "LOW"


def cut(text: str) -> Tokens:
    """Cut a text into tokens and class them. Linear in its length."""
    known = _CLASS_OF
    code = CODE
    matches = list(_TOKEN.finditer(text))
    words = [match.group() for match in matches]
    starts = [match.start() for match in matches]
    ends = [match.end() for match in matches]
    shape = [known.get(word) or code[_unknown(word)] for word in words]
    made = Tokens(text, words, starts, ends, "")
    _end_sentences(made, shape)
    _join_holidays(made, shape)
    made.shape = "".join(shape)
    return made


def _end_sentences(tokens: Tokens, shape: list[str]) -> None:
    """Turn the full stops that end a sentence from DOT into STOP."""
    dot, stop, para = CODE["DOT"], CODE["STOP"], CODE["PARA"]
    words, starts, ends, text = tokens.words, tokens.starts, tokens.ends, tokens.text
    last = len(words) - 1
    at = -1
    while True:
        try:
            at = shape.index(dot, at + 1)
        except ValueError:
            return
        if at == last or shape[at + 1] == para:
            shape[at] = stop
            continue
        following = words[at + 1]
        spaced = starts[at + 1] > ends[at]
        if not spaced and following[0] in "\"”'’)":  # "… ended." She
            shape[at] = stop
        elif spaced and (following[0].isupper() or following[0] in "\"“'‘(" or following[0].isdecimal()):
            previous = words[at - 1].lower() if at else ""
            short = len(previous) == 1 or previous in _ABBREVIATIONS
            if (
                not short
                or (following[0].isupper() and shape[at + 1] == CODE["THE"])
                or text[ends[at] : starts[at + 1]].count("\n") > 1
            ):
                shape[at] = stop


def _join_holidays(tokens: Tokens, shape: list[str]) -> None:
    """Make one token of class HOLIDAY of every holiday's name."""
    names = holidays.NAMES
    words = tokens.words
    joins: list[tuple[int, int]] = []
    taken = 0
    for i, word in enumerate(words):
        if word[0].isupper() and i >= taken and (rests := names.get(word.lower())):
            for rest in rests:
                if all(i + 1 + k < len(words) and folded(words[i + 1 + k]) == r for k, r in enumerate(rest)):
                    joins.append((i, i + 1 + len(rest)))
                    taken = i + 1 + len(rest)
                    break
    if not joins:
        return
    before = 0
    new: tuple[list[str], list[int], list[int], list[str]] = ([], [], [], [])
    for first, beyond in [*joins, (len(words), len(words))]:
        new[0].extend(words[before:first])
        new[1].extend(tokens.starts[before:first])
        new[2].extend(tokens.ends[before:first])
        new[3].extend(shape[before:first])
        if first < len(words):
            new[0].append(" ".join(folded(w) for w in words[first:beyond]))
            new[1].append(tokens.starts[first])
            new[2].append(tokens.ends[beyond - 1])
            new[3].append(CODE["HOLIDAY"])
        before = beyond
    tokens.words[:], tokens.starts[:], tokens.ends[:], shape[:] = new


def folded(word: str) -> str:
    """A word as the table of holidays spells it."""
    return word.lower().replace("’", "'")
