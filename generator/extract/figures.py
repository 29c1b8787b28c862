"""Figures: numbers that a clause gives for something that can be counted or paid."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from generator.document import RawFigure

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SMALL = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen "
        "eighteen nineteen twenty".split()
    )
}
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SCALE = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "m": 1_000_000,
    "bn": 1_000_000_000,
}
_MONEY = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "US$": "USD"}
_MONEY_WORDS = {
    "dollar": "USD",
    "euro": "EUR",
    "pound": "GBP",
    "yen": "JPY",
    "rupee": "INR",
    "franc": "CHF",
    "yuan": "CNY",
    "dirham": "MAD",
    "rouble": "RUB",
    "ruble": "RUB",
}
# Numbers of these are no figures of a happening: they measure time, rank or share, or count turns.
_NO_THING = frozenset(
    "year month week day hour minute second decade century time age percent % per cent half third quarter round part "
    "side "
    "way stage phase point hand season degree country nation state party".split()
)
# A bound is no figure: "at least 20" and "23" do not disagree.
_BOUNDS = frozenset("least most than over under almost nearly up fewer less maximum minimum".split())


def _number(token: Token) -> float | None:
    text = token.lower_.replace(",", "")
    if text in _SMALL:
        return float(_SMALL[text])
    if text in _TENS:
        return float(_TENS[text])
    if re.fullmatch(r"\d{1,15}(?:\.\d{1,6})?", text):
        return float(text)
    return None


def find(doc: Doc, first: int, last: int, skip: Collection[int]) -> tuple[RawFigure, ...]:
    """The figures of `doc[first:last]`; `skip` holds the tokens of time expressions."""
    found: list[RawFigure] = []
    i = first
    while i < last:
        token = doc[i]
        value = _number(token) if i not in skip else None
        if (
            value is None
            or token.dep_ in ("appos", "punct")
            or any(doc[k].lower_ in _BOUNDS for k in range(max(first, i - 3), i))
        ):
            i += 1
            continue
        unit = _MONEY.get(doc[i - 1].text) if i else None
        at = i + 1
        if at < last and doc[at].lower_ in _SCALE:
            value *= _SCALE[doc[at].lower_]
            at += 1
        thing = _counted(token)
        if thing is not None and thing.lemma_.lower() in _MONEY_WORDS:
            unit, thing = _MONEY_WORDS[thing.lemma_.lower()], None
        if (
            thing is not None
            and thing.lemma_ == "year"
            and at + 2 < len(doc)
            and doc[at + 1].lower_ in ("in", "behind")
        ):
            if doc[at + 2].lower_ in ("prison", "jail", "bars", "custody"):
                found.append(RawFigure("years in prison", value))
        elif unit:
            what = _worth(token)
            if what:
                found.append(RawFigure(what, value, unit))
        elif (
            thing is not None and value != 1 and thing.lemma_.lower() not in _NO_THING and thing.tag_ in ("NNS", "NNPS")
        ):
            found.append(RawFigure(thing.lemma_.lower(), value))
        i = at
    sums = [f for f in found if f.unit]
    if len(sums) == 1:  # one sum of money is the happening's, whatever noun stands nearest
        found[found.index(sums[0])] = RawFigure("sum", sums[0].value, sums[0].unit)
    return tuple(dict.fromkeys(found))


def _counted(token: Token) -> Token | None:
    head = token
    for _ in range(3):
        if head.dep_ in ("nummod", "compound", "quantmod") and head.head is not head:
            head = head.head
            if head.pos_ in ("NOUN", "PROPN"):
                return head
        else:
            break
    return None


def _worth(token: Token) -> str | None:
    """What a sum of money is paid for: the noun or verb above it."""
    head = token
    for _ in range(5):
        head = head.head
        if head.pos_ == "NOUN" and head.lemma_.lower() not in _SCALE and head.lemma_.lower() not in _MONEY_WORDS:
            return head.lemma_.lower()
        if head.pos_ == "VERB":
            return "sum"
    return None
