"""Figures of other words than a count's: how deep, how strong, by what part it rose, what a share was bid for.

Two reports of one happening differ in them as often as in tolls: "at a depth of 611 metres", "fees went up by 60 per
cent", "an earthquake of magnitude 6.1", "412 kroner a share", "RM2.3 million".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.extract import acts, numbers
from generator.extract.tokens import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Codes and signs of currencies that are written before a number, with a space or without.
CODES = {
    "USD": "USD", "EUR": "EUR", "GBP": "GBP", "JPY": "JPY", "INR": "INR", "CHF": "CHF", "DKK": "DKK", "NOK": "NOK",
    "SEK": "SEK", "CZK": "CZK", "PLN": "PLN", "HUF": "HUF", "RON": "RON", "BGN": "BGN", "TRY": "TRY", "RUB": "RUB",
    "UAH": "UAH", "CNY": "CNY", "KRW": "KRW", "IDR": "IDR", "MYR": "MYR", "RM": "MYR", "THB": "THB", "PHP": "PHP",
    "VND": "VND", "PKR": "PKR", "BDT": "BDT", "LKR": "LKR", "ZAR": "ZAR", "KES": "KES", "NGN": "NGN", "GHS": "GHS",
    "EGP": "EGP", "MAD": "MAD", "AUD": "AUD", "NZD": "NZD", "CAD": "CAD", "BRL": "BRL", "MXN": "MXN", "ARS": "ARS",
    "CLP": "CLP", "COP": "COP", "PEN": "PEN", "SGD": "SGD", "HKD": "HKD", "AED": "AED", "SAR": "SAR", "ILS": "ILS",
    "R$": "BRL", "A$": "AUD", "C$": "CAD", "NZ$": "NZD", "S$": "SGD", "HK$": "HKD",
}  # fmt: skip
_GLUED = re.compile(r"([A-Z]{2,3}|[A-Z]{1,2}\$)(\d{1,6}(?:,\d{3}){0,4}(?:\.\d{1,3})?)(m|mn|mil|bn)?", re.A)
_SHORT = {"m": 1e6, "mn": 1e6, "mil": 1e6, "bn": 1e9}
_RISING = frozenset("rise increase climb grow jump raise lift hike".split())
_FALLING = frozenset("fall decrease drop decline shrink cut lower reduce slash".split())
_DEEP = re.compile(r"\b(?:depth|deep|down|below|beneath|dive|drill|seabed|sea floor|underground)\b", re.I)
_HIGH = re.compile(r"\b(?:height|altitude|high|above|summit|peak|climb|flew|flying)\b", re.I)
_LENGTHS = {"metre": "m", "meter": "m", "foot": "ft", "kilometre": "km", "kilometer": "km"}
_BEFORE_LIFT_OFF = re.compile(
    r"(second|minute)s? (?:before|short of|from) (?:the )?"
    r"(lift-?off|ignition|launch|take-?off|blast-?off|zero|end)\b",
    re.IGNORECASE,
)
AHEAD = 8  # tokens behind a number in which it is told before what
AROUND = 200  # characters in which a text says whether metres are of depth or of height


def glued(token: Token) -> tuple[str, float] | None:
    """Currency and number of a sum that is one word, "EUR13.2", "RM450m"."""
    found = _GLUED.fullmatch(token.text)
    if found is None or found[1] not in CODES:
        return None
    return CODES[found[1]], float(found[2].replace(",", "")) * _SHORT.get(found[3] or "", 1)


def sums(doc: Doc, first: int, last: int) -> Iterator[tuple[Token, int, str, float]]:
    """The sums whose currency is written as a code: token, index behind the number, currency, value."""
    i = first
    while i < last:
        code, at, value = None, i + 1, None
        if (one := glued(doc[i])) is not None:
            code, value = one
            while at < last and doc[at].lower_ in numbers.SCALE:
                value, at = value * numbers.SCALE[doc[at].lower_], at + 1
        elif doc[i].text in CODES and i + 1 < last:
            value, end = numbers.amount(doc, i + 1, last)
            code, at = (CODES[doc[i].text], end) if value is not None else (None, at)
        if code is not None and value is not None:
            yield doc[i], at, code, value
        i = at


def of_a_share(doc: Doc, at: int, last: int) -> bool:
    """Whether a sum whose words end before `doc[at]` is paid for one share: "412 kroner *a share*"."""
    return at + 1 < last and doc[at].lower_ in ("a", "per", "each") and doc[at + 1].lower_ == "share"


def change(number: Token, percent: Token) -> str | None:
    """What a percentage says that something rose or fell by: "fees rise" of "fees went up *by 60 percent*"."""
    by = next((t.head for t in (percent, number) if t.dep_ == "pobj" and t.head.lower_ == "by"), None)
    if by is None or by.head.pos_ != "VERB":
        return None
    verb = by.head
    lemma, particles = verb.lemma_.lower(), {c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod")}
    up = lemma in _RISING or (lemma in ("go", "put") and "up" in particles)
    down = lemma in _FALLING or (lemma in ("go", "come") and "down" in particles)
    if up == down or number.i < by.i:
        return None
    things = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    things = things or [c for c in verb.children if c.dep_ == "nsubj"]
    if len(things) != 1 or things[0].pos_ != "NOUN" or things[0].lemma_.lower() in acts.QUOTED:
        return None  # "shares rose by 6 percent": today
    return f"{things[0].lower_} {'rise' if up else 'fall'}"


def magnitude(number: Token) -> bool:
    """Whether a number is the strength of an earthquake: "of magnitude 6.1", "a 6.1-magnitude quake"."""
    doc = number.doc
    behind = [t.lower_ for t in doc[number.i + 1 : number.i + 3] if t.text != "-"]
    before = doc[number.i - 1].lower_ if number.i else ""
    return before == "magnitude" or behind[:1] == ["magnitude"]


def level(measure: Token) -> tuple[str, str] | None:
    """Of "at a depth of 611 *metres*", "at 9,000 *metres*": depth or height, and the unit."""
    unit = _LENGTHS.get(measure.lemma_.lower())
    head = measure.head
    if unit is None or measure.dep_ != "pobj":
        return None
    if head.lower_ == "of" and head.head.lower_ in ("depth", "height", "altitude"):
        return ("depth" if head.head.lower_ == "depth" else "height"), unit
    if head.lower_ != "at" or any(c.dep_ == "prep" for c in measure.children):
        return None
    start = max(0, measure.sent.start_char - AROUND)
    around = text_of(measure.doc)[start : measure.sent.end_char + AROUND]
    deep, high = bool(_DEEP.search(around)), bool(_HIGH.search(around))
    return ("depth" if deep else "height", unit) if deep != high else None


def countdown(doc: Doc, first: int, last: int) -> float | None:
    """How long before its end a count was stopped, in seconds: "41 seconds before lift-off"."""
    for i in range(first, last):
        value, at = numbers.amount(doc, i, last)
        told = _BEFORE_LIFT_OFF.match(doc[at : at + AHEAD].text) if value else None
        if told is None or value is None or (i > first and numbers.number(doc[i - 1]) is not None):
            continue
        if told[2].lower() != "end" or re.search(r"\bcount", doc[first:last].text, re.IGNORECASE):
            return value * (60 if told[1].lower() == "minute" else 1)
    return None


def in_hospital(people: Token) -> bool:
    """Whether those who are counted came to hospital: "four workers *were taken to hospital*"."""
    verb = people.head
    if people.dep_ != "nsubjpass" or verb.pos_ != "VERB":
        return False
    if verb.lemma_.lower() in ("hospitalise", "hospitalize"):
        return True
    places = (p for c in verb.children if c.dep_ == "prep" for p in c.children if p.dep_ == "pobj")
    brought = verb.lemma_.lower() in ("take", "bring", "rush", "fly", "airlift", "treat", "admit")
    return brought and any(p.lemma_.lower() in ("hospital", "clinic") for p in places)
