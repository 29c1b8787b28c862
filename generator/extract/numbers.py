"""Numbers in words and digits, of one word or several: "14", "thirty-five", "two thousand", "a hundred and twenty"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.counts import NUMBERS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SMALL = {word: n for word, n in NUMBERS.items() if n <= 20} | {"dozen": 12}
_TENS = {word: n for word, n in NUMBERS.items() if n > 20}
_WHOLE_TENS = frozenset({*_TENS, "twenty"})
_WORDS = frozenset({*_SMALL, *_TENS} - {"dozen", "zero"})
_COUNTED = frozenset({"hundred", "thousand", "million"})  # behind which smaller words go on with the number
SCALE = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "m": 1_000_000,
    "bn": 1_000_000_000,
}


def number(token: Token) -> float | None:
    """The number that a single word is."""
    text = token.lower_.replace(",", "")
    if text in _SMALL:
        return float(_SMALL[text])
    if text in _TENS:
        return float(_TENS[text])
    if re.fullmatch(r"\d{1,15}(?:\.\d{1,6})?", text):
        return float(text)
    return None


def amount(doc: Doc, i: int, last: int) -> tuple[float | None, int]:
    """The number that begins at `doc[i]`, of several words too, and behind which token it ends: "thirty-five", "two
    thousand", "a hundred and twenty".
    """
    value, at = number(doc[i]), i + 1
    if doc[i].lower_ == "a" and i + 3 < last and doc[i + 1].lower_ in _COUNTED and doc[i + 2].lower_ == "and":
        value = 1.0 if doc[i + 3].lower_ in _WORDS else None
    if value is None:
        return None, at
    if doc[i].lower_ in _WHOLE_TENS:
        one = at + (at < last and doc[at].text in ("-", "‐", "‑"))
        if one < last and 0 < _SMALL.get(doc[one].lower_, 0) < 10:
            value, at = value + _SMALL[doc[one].lower_], one + 1
    scale = 0
    while at < last and doc[at].lower_ in SCALE:
        scale = SCALE[doc[at].lower_]
        value, at = value * scale, at + 1
    more = at + (at < last and doc[at].lower_ == "and")
    if scale >= 100 and doc[at - 1].lower_ in _COUNTED and more < last and doc[more].lower_ in _WORDS:
        rest, end = amount(doc, more, last)
        if rest is not None and rest < scale:
            value, at = value + rest, end
    return value, at
