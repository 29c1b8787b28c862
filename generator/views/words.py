"""Every word of the interface in one catalogue, so that a translation is one more table.

A text may hold `{name}` for a value. A pair of texts is (singular, plural), chosen by the value `n`; in them `{n}` is
the number in words up to twelve, in figures above, and `{n:cap}` the same with a capital.
"""

from __future__ import annotations

from babel import Locale
from babel.numbers import format_decimal, format_scientific

from generator.views.catalogue import ENGLISH, NUMBERS

# Dates and numbers follow the language of the catalogue, never a language that the words are not in.
LOCALE = Locale.parse("en_GB")
LANGUAGE = "en"
_BEYOND = 1e21  # Babel groups the digits of no number of more than 28, decimals among them


class _Counted(str):
    """A number in words that can begin a sentence: `{n:cap}`."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        return capital(self) if spec == "cap" else super().__format__(spec)


def t(key: str, **values: object) -> str:
    """The text of a key with its values put in; `KeyError` for an unknown key, so that none is forgotten."""
    text = ENGLISH[key]
    number = values.get("n")
    if isinstance(text, tuple):
        text = text[0] if number == 1 else text[1]
    if isinstance(number, int):
        values = {**values, "n": _Counted(count(number))}
    return text.format(**values)


def count(number: int) -> str:
    """A whole number: in words from none to twelve, in grouped figures above."""
    return NUMBERS[number] if 0 <= number < len(NUMBERS) else format_decimal(number, locale=LOCALE)


def figure(number: int) -> str:
    """A whole number in grouped figures: 1,204."""
    return str(format_decimal(number, locale=LOCALE))


def quantity(value: float) -> str:
    """A figure as a report gives it: 3,200 or 4.5; a number that no report has, as 1E308, is left in powers of ten."""
    if abs(value) >= _BEYOND:
        return str(format_scientific(value, locale=LOCALE))
    return str(format_decimal(value, locale=LOCALE))


def capital(text: str) -> str:
    """The text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def listed(parts: list[str] | tuple[str, ...]) -> str:
    """One, two and three: a list within a sentence."""
    if len(parts) < 2:
        return "".join(parts)
    return t("list.last", first=", ".join(parts[:-1]), last=parts[-1])
