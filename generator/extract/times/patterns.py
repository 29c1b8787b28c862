"""The language of rules: regular expressions whose words are token classes.

    MONTH DOT? (?P<day>D2|ORD) (COMMA? (?P<year>YEAR4))?

Names of classes (and of the macros below) are put in for their characters; everything else is Python's `re`, with
white space left out. Repeats in a pattern are bounded, so that matching is linear in the text.
"""

from __future__ import annotations

import re

from generator.extract.times.tokens import CODE

_ALIASES: dict[str, str] = {
    "MON": "(?:MONTH|MONTHABBR DOT?)",
    "WDAY": "(?:WEEKDAY|WEEKDAYABBR DOT?)",
    "DAYNUM": "(?:D2|ORD)",
    "LINK": "(?:HYPHEN|DASH|TO|THROUGH|UNTIL|SLASH)",
    "DASHES": "(?:HYPHEN|DASH)",
    "ORDINAL": "(?:ORD|ORDW|SECOND)",
    "DIGITS": "(?:D2|N2|INT|DECIMAL|YEAR4)",
    "NUMBER": (
        "(?:(?:A )?(?:NUM )?SCALE(?: (?:AND )?NUM(?: HYPHEN? NUM)?)?"
        "|NUM(?: HYPHEN NUM| NUM)?|(?:D2|N2|INT|DECIMAL|YEAR4)(?: SCALE)?)"
    ),
}
_NAME = re.compile(r"\b[A-Z][A-Z0-9]+\b|\bA\b")


def _put_in(pattern: str) -> str:
    for _ in range(3):
        pattern = re.sub(r"\b[A-Z]{2,}\b", lambda m: _ALIASES.get(m[0], m[0]), pattern)
    return _NAME.sub(lambda m: CODE[m[0]], pattern)


def source(pattern: str) -> str:
    """The pattern over the characters of a shape; `KeyError` where it names no class."""
    return re.sub(r"\s+", "", _put_in(pattern))


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern ready to match shapes."""
    return re.compile(source(pattern))


def classes(names: str) -> str:
    """A set of characters for the named classes, as `[…]`."""
    return "[" + "".join(CODE[name] for name in names.split()) + "]"
