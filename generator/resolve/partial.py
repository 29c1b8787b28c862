"""What a claim's own words for the time leave open, and what they rule out.

"At the end of September" is a date about September in the content model, but it is no day in August; "in June", of
which year nobody can tell, is no May. Both keep reports of different happenings apart.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from generator import dates

_MONTH = re.compile(rf"\b(?:({'|'.join(dates.MONTHS)})|({'|'.join(m[:3] for m in dates.MONTHS)}|sept)\b\.?)", re.I)
_WEEKDAY = re.compile(rf"\b({'|'.join(dates.WEEKDAYS)})\b", re.I)
_DAY = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\b")
_BEFORE_MONTH = re.compile(r"(?<![\w:.-])(\d{1,2})(?:st|nd|rd|th)?(?: day)?(?: of)? $")
_BEHIND_MONTH = re.compile(r" (?:the )?(\d{1,2})(?:st|nd|rd|th)?(?![\w:]|-\d|\.\d)")
# Which share of a period its early, middle and late part is taken for: a third of it, and some days more on each side.
_EARLY = re.compile(r"\b(?:early|beginning|start|outset)\b", re.I)
_MID = re.compile(r"\b(?:mid|middle)\b", re.I)
_LATE = re.compile(r"\b(?:late|end|close)\b", re.I)
_SHARES = ((_EARLY, 0.0, 0.45), (_MID, 0.25, 0.75), (_LATE, 0.55, 1.0))


def narrowed(value: dates.Edtf, when: str | None) -> dates.Edtf:
    """The date without what "early", "mid" or "the end of" rule out: "the end of September" is its latter half.

    Other dates come back as they are; so does what is approximate in another way, "about September".
    """
    if not when or not value.approximate or value.interval or value.precision not in ("month", "year"):
        return value
    share = next(((low, high) for words, low, high in _SHARES if words.search(when)), None)
    if share is None:
        return value
    whole = dates.parse(value.text.rstrip("~?%"))
    first = whole.lower + timedelta(days=int(share[0] * whole.days))
    last = whole.lower + timedelta(days=max(int(share[1] * whole.days) - 1, 0))
    return dates.parse(dates.span(first, last))


def excludes(when: str | None, other: dates.Edtf) -> bool:
    """Whether words for a time whose year is unknown name another month, day or weekday than a date."""
    if not when or other.start is None or other.end is None or other.days > 366:
        return False
    month = _MONTH.search(when)
    if month:
        name = (month[1] or month[2]).lower()[:3]
        number = 1 + next(i for i, m in enumerate(dates.MONTHS) if m.startswith(name))
        if number not in _months(other.lower, other.upper):
            return True
        day = _DAY.search(when)
        return day is not None and other.days == 1 and other.lower.day != int(day[1])
    weekday = _WEEKDAY.search(when)
    if weekday and other.days == 1:
        return other.lower.weekday() != dates.WEEKDAYS.index(weekday[1].lower())
    return False


def agrees(when: str | None, other: dates.Edtf) -> bool:
    """Whether such words name the very month of a date that is told to the month or better."""
    return bool(when and _MONTH.search(when)) and other.days <= 31 and not excludes(when, other)


def month_day(text: str) -> tuple[int, int] | None:
    """Month and day of "On 4 October", "October 4th": one month, and one number beside it; else none."""
    months = list(_MONTH.finditer(text))
    if len(months) != 1:
        return None
    before, behind = _BEFORE_MONTH.search(text[: months[0].start()]), _BEHIND_MONTH.match(text[months[0].end() :])
    number = before or behind
    if number is None or (before and behind):
        return None
    name = (months[0][1] or months[0][2]).lower()[:3]
    return 1 + next(i for i, m in enumerate(dates.MONTHS) if m.startswith(name)), int(number[1])


def month(text: str) -> int | None:
    """The month of "in June", "by the end of August": one, and no number beside it; else none."""
    months = list(_MONTH.finditer(text))
    if len(months) != 1 or re.search(r"\d", text):
        return None
    name = (months[0][1] or months[0][2]).lower()[:3]
    return 1 + next(i for i, m in enumerate(dates.MONTHS) if m.startswith(name))


def _months(first: date, last: date) -> set[int]:
    found, day = {last.month}, first
    while day <= last and len(found) < 12:
        found.add(day.month)
        day += timedelta(days=27)
    return found
