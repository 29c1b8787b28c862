"""Numbers and what they count, as plain text has them: "four hundred", "12,000 workers", "$4.5bn", "20 per cent"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

NUMBERS: dict[str, int] = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
# From four: two and three stand mostly for those of whom a text has just told ("the two countries").
_WORDS = {word: n for word, n in NUMBERS.items() if n > 3}
_TIMES = {
    "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "m": 1e6, "mn": 1e6, "bn": 1e9, "lakh": 1e5,
    "crore": 1e7,
}  # fmt: skip
SHARE = "per cent"
# Codes and signs before a sum, as they are read out.
MONEY = {
    "$": "dollars", "€": "euros", "£": "pounds", "USD": "dollars", "EUR": "euros", "GBP": "pounds", "DKK": "kroner",
    "NOK": "kroner", "SEK": "kronor", "CHF": "francs", "JPY": "yen", "INR": "rupees", "Rs": "rupees", "US$": "dollars",
}  # fmt: skip
_FOUND = re.compile(
    r"(?<![\w.,$€£-])(?P<sum>(?:US\$|[$€£]|(?:USD|EUR|GBP|DKK|NOK|SEK|CHF|JPY|INR|Rs)\.?) ?)?"
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d{{1,9}}(?:\.\d{{1,3}})?|(?i:{'|'.join(_WORDS)})(?=[ ]))"
    r"(?: ?(?P<times>hundred|thousand|million|billion|mn|bn|m|lakh|crore)\b)?"
    r"(?P<share> ?%| per ?cent\b)?(?: (?P<what>[a-z]{3,24})\b)?"
)
# What is told behind a number and is no thing that is counted: spans of time and words that lead on.
_NONE = frozenset(
    "year years month months week weeks day days hour hours minute minutes second seconds decade decades time times "
    "and the for but with from after before when who which that was were had has have per than more less out off "
    "others other into since until this his her their its are did will would can may said says".split()
)


@dataclass(frozen=True, slots=True)
class Count:
    """A number of something: where it stands in its text (characters), what is counted, how many."""

    start: int
    end: int
    what: str
    value: float


def counts(text: str) -> Iterator[Count]:
    """What an English text counts, in its order; a share is of "per cent", a sum of its currency.

    No spans of time, no numbers of two or three, and none without a word in small letters behind it.
    """
    for match in _FOUND.finditer(text):
        what = _what(match)
        if what:
            yield Count(match.start(), match.end(), what, _value(match))


def _what(match: re.Match[str]) -> str:
    if match["share"]:
        return SHARE
    if match["sum"]:
        return MONEY[match["sum"].strip(" .")]
    what = match["what"] or ""
    return "" if what in _NONE else what


def _value(match: re.Match[str]) -> float:
    written = match["number"].lower()
    value = float(_WORDS[written]) if written in _WORDS else float(written.replace(",", ""))
    return value * _TIMES.get(match["times"] or "", 1)
