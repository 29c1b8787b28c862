"""A day as news sites print it: day, month and year in one place, or no day at all."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), 1
    )
    for name in names.split()
}  # fmt: skip
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_SHAPES = [
    re.compile(shape, re.I)
    for shape in (
        rf"(?<!\d){_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"(?<!\d){_YEAR}[/.]\s?(?P<number>\d\d?)[/.]\s?(?P<day>\d\d?)(?!\d)",
        rf"(?<!\d){_DAY}(?:\s+of)?[\s./-]{{1,2}}{_MONTH}[,\s./-]{{1,2}}{_YEAR}(?!\d)",
        rf"\b{_MONTH}\s*{_DAY},?\s*{_YEAR}(?!\d)",
        rf"(?<![\d.])(?P<day>\d\d?)\.\s?(?P<number>\d\d?)\.\s?{_YEAR}(?!\d)",  # dots: day first, all over Europe
        rf"(?<!\d){_YEAR}(?P<number>0[1-9]|1[0-2])(?P<day>[0-3]\d)(?!\d)",
    )
]
_SLASHED = re.compile(rf"(?<!\d)(?P<one>\d\d?)[/-](?P<other>\d\d?)[/-]{_YEAR}(?!\d)")
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?\s*"
_CLOCK = (
    r"(?:at\s+)?\d{1,2}(?:[:.h]\d{2})?(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{1,5}(?:[+-]\d{1,2}(?::?\d\d)?)?\)?)?"
)
_ANY_DAY = (
    rf"(?:{_MONTH}\s*\d{{1,2}}(?:st|nd|rd|th)?,?\s*(?:19|20)\d{{2}}|\d{{1,2}}(?:st|nd|rd|th)?"
    rf"(?:\s+of)?[\s./-]{{1,2}}{_MONTH}[,\s./-]{{1,2}}(?:19|20)\d{{2}}"
    r"|(?:19|20)\d{2}[-/.]\s?\d{1,2}[-/.]\s?\d{1,2}\.?|\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:19|20)\d{2})"
).replace("(?P<month>", "(?:")
_BETWEEN = r"[\s,|/·•–—-]*"
_STAMP = re.compile(
    rf"\W*(?:{_CLOCK}{_BETWEEN})?(?:{_WEEKDAY})?{_ANY_DAY}(?:T\d\d:\d\d\S*)?{_BETWEEN}(?:{_CLOCK})?{_BETWEEN}"
    r"(?:(?:in )?\d+ (?:minutes?|hours?|days?|weeks?|months?|years?)(?: ago)?)?[\s.|·•)\]]*",
    re.I,
)


def _made(year: str, month: int, day: str) -> str | None:
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return None


def day_in(text: str) -> str | None:
    """The first full day in a short text, YYYY-MM-DD. 3/4/2022 is no day: it is two, by where one lives."""
    best: tuple[int, str] | None = None
    for shape in _SHAPES:
        found = shape.search(text)
        if found and (best is None or found.start() < best[0]):
            parts = found.groupdict()
            month = _MONTHS[parts["month"].lower().rstrip(".")] if parts.get("month") else int(parts["number"])
            if made := _made(parts["year"], month, parts["day"]):
                best = found.start(), made
    if best:
        return best[1]
    if slashed := _SLASHED.search(text):
        one, other = int(slashed["one"]), int(slashed["other"])
        if one > 12 or one == other:
            return _made(slashed["year"], other, slashed["one"])
        if other > 12:
            return _made(slashed["year"], one, slashed["other"])
    return None


def is_stamp(line: str) -> bool:
    """Whether a line is nothing but a day, with or without weekday and time of day."""
    return len(line) <= 80 and _STAMP.fullmatch(line) is not None
