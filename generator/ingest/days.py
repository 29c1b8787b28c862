"""A day as news sites print it: day, month and year in one place, or no day at all."""

from __future__ import annotations

import re
from datetime import date

# The names of the months, English first, then German, French, Spanish, Italian, Portuguese, Dutch, Scandinavian.
_NAMES: tuple[str, ...] = (
    "january jan januar jänner janvier enero gennaio janeiro januari",
    "february feb februar feber février fevrier febrero febbraio fevereiro februari",
    "march mar märz maerz mars marzo março marco maart marts",
    "april apr avril abril aprile",
    "may mai mayo maggio maio mei maj",
    "june jun juni juin junio giugno junho",
    "july jul juli juillet julio luglio julho",
    "august aug août aout agosto augustus augusti",
    "september sept sep septembre septiembre setiembre settembre setembro",
    "october oct oktober okt octobre octubre ottobre outubro",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre decembre diciembre dicembre dezembro desember",
)
_MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTHS, key=lambda name: (-len(name), name))) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_YEAR_AGAIN = _YEAR.replace("year", "after")
_SHAPES = [
    re.compile(shape, re.I)
    for shape in (
        rf"(?<!\d){_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"(?<!\d){_YEAR}[/.]\s?(?P<number>\d\d?)[/.]\s?(?P<day>\d\d?)(?!\d)",
        rf"(?<!\d){_DAY}(?:\s+(?:of|de))?[\s./-]{{1,2}}{_MONTH}(?:\s+del?)?[,\s./-]{{1,2}}{_YEAR}(?!\d)",
        rf"\b{_MONTH}\s*{_DAY},?\s*{_YEAR}(?!\d)",
        rf"(?<![\d.])(?P<day>\d\d?)\.\s?(?P<number>\d\d?)\.\s?{_YEAR}(?!\d)",  # dots: day first, all over Europe
        rf"(?<!\d){_YEAR}(?P<number>0[1-9]|1[0-2])(?P<day>[0-3]\d)(?!\d)",
    )
]
# The year of wires and forms may have two digits: 69 to 99 are of the last century, as POSIX reads them.
_SLASHED = re.compile(r"(?<![\d/-])(?P<one>\d\d?)[/-](?P<other>\d\d?)[/-](?P<year>(?:19|20)?\d{2})(?![\d/-])")
_WEEKDAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag"
    r"|mittwoch|sonnabend|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes"
    r"|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|(?:maan|dins|woens|donder|vrij|zater|zon)dag"
    r"|(?:segunda|terça|quarta|quinta|sexta)-feira)\b[.,]?\s*"
)
_CLOCK = (
    r"(?:at\s+)?\d{1,2}(?:[:.h]\d{2})?(?::\d{2})?\s*+(?:[ap]\.?m\.?)?\s*+"
    r"(?:\(?[A-Z]{1,5}(?:[+-]\d{1,2}(?::?\d\d)?)?\)?)?"
)
_ANY_DAY = (
    rf"(?:{_MONTH}\s*\d{{1,2}}(?:st|nd|rd|th)?,?\s*(?:19|20)\d{{2}}|\d{{1,2}}(?:st|nd|rd|th|er|º|ª|\.)?"
    rf"(?:\s+(?:of|de))?[\s./-]{{1,2}}{_MONTH}(?:\s+del?)?[,\s./-]{{1,2}}(?:19|20)\d{{2}}"
    r"|(?:19|20)\d{2}[-/.]\s?\d{1,2}[-/.]\s?\d{1,2}\.?|\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:19|20)?\d{2})"
).replace("(?P<month>", "(?:")
_BETWEEN = r"[\s,|/·•–—-]*+"
_STAMP = re.compile(
    rf"\W*+(?:{_CLOCK}{_BETWEEN})?(?:{_WEEKDAY})?{_ANY_DAY}(?:T\d\d:\d\d\S*)?{_BETWEEN}(?:{_CLOCK})?{_BETWEEN}"
    r"(?:(?:in )?\d+ (?:minutes?|hours?|days?|weeks?|months?|years?)(?: ago)?)?[\s.|·•)\]]*",
    re.I,
)


def _made(year: str, month: int, day: str) -> str | None:
    whole = int(year) if len(year) == 4 else int(year) + (1900 if int(year) >= 69 else 2000)
    try:
        return date(whole, month, int(day)).isoformat()
    except ValueError:
        return None


def day_in(text: str, order: str | None = None) -> str | None:
    """The first full day in a short text, YYYY-MM-DD. 3/4/2022 is no day: it is two, by where one lives.

    `order` tells which comes first in such a day, "day" or "month", where that is known.
    """
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
        if one > 12 or one == other or (order == "day" and other <= 12):
            return _made(slashed["year"], other, slashed["one"])
        if other > 12 or order == "month":
            return _made(slashed["year"], one, slashed["other"])
    return None


_LONGER = re.compile(rf"(?:{_YEAR}(?:-(?P<number>0[1-9]|1[0-2]))?|{_MONTH},?\s+{_YEAR_AGAIN})", re.I)


def period_in(text: str) -> str | None:
    """The month or year (EDTF) that a whole text names, as magazines do: 2025-09, "September 2025", 2025."""
    found = _LONGER.fullmatch(text.strip())
    if not found:
        return None
    if found["month"]:
        return f"{found['after']}-{_MONTHS[found['month'].lower().rstrip('.')]:02d}"
    return found["year"] + (f"-{found['number']}" if found["number"] else "")


def is_stamp(line: str) -> bool:
    """Whether a line is nothing but a day, with or without weekday and time of day."""
    return len(line) <= 80 and _STAMP.fullmatch(line) is not None
