"""Expressions that belong together, and the words before them: "10:30 on Friday", "from 2010 to 2014", since, until.

TimeML marks each end of "from 2010 to 2014" by itself; here the two are one DATE with an interval, because that is
what a claim can be dated with.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator import dates
from generator.extract.times import tense
from generator.extract.times.patterns import classes, compiled
from generator.extract.times.reading import Reading
from generator.extract.times.tokens import Tokens


@dataclass(slots=True)
class Found:
    """An expression with the tokens first..beyond-1 that it covers."""

    first: int
    beyond: int
    reading: Reading


_CLOCK_THEN_DAY = compiled("(?:COMMA|COMMA? ON|ON THE|OF|OF THE|FROM|LOCAL TIME(?: ON)?)?")
_DAY_THEN_CLOCK = compiled("(?:COMMA|COMMA? AT|COMMA? APPROX|AT APPROX|COMMA? BY|IN THE|FROM)?")
_RANGE = compiled("DASHES|TO|THROUGH|UNTIL|AND")
_STOP = re.compile(classes("STOP PARA"))
_SOON = 6  # tokens between a time and its day
_WEEK = timedelta(days=7)
_LATE = frozenset({"TEV", "TNI", "TAF"})
_VALUE_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def join(tokens: Tokens, found: list[Found]) -> list[Found]:
    """Merge what is one expression: a time of day with its day, the two ends of a stretch of time."""
    made: list[Found] = []
    for item in found:
        if made:
            merged = _timed(tokens, made[-1], item) or _stretch(tokens, made[-1], item)
            if merged:
                made[-1] = merged
                continue
        made.append(item)
    _adopt(tokens, made)
    return made


def _adopt(tokens: Tokens, made: list[Found]) -> None:
    """Give a time of day the day that its sentence names soon after: "at 8:10 a.m. (0340 GMT) on Sunday"."""
    day: Found | None = None
    for item in reversed(made):
        reading = item.reading
        if (
            reading.clock
            and day
            and day.first - item.beyond <= _SOON
            and not _STOP.search(tokens.shape, item.beyond, day.first)
        ):
            item.reading = Reading(
                "TIME", f"{(day.reading.value or '')[:10]}{reading.clock}", day.reading.basis, reading.clock
            )
            continue
        exact = reading.type in ("DATE", "TIME") and reading.value and _VALUE_DAY.match(reading.value)
        if not reading.clock:
            day = item if exact and "/" not in (reading.value or "") else None


def _timed(tokens: Tokens, one: Found, two: Found) -> Found | None:
    between = tokens.shape[one.beyond : two.first]
    if len(between) > 3:
        return None
    a, b = one.reading, two.reading
    if a.clock and b.type == "DATE" and _CLOCK_THEN_DAY.fullmatch(between):
        clock, day = a.clock, b
    elif b.clock and a.type == "DATE" and _DAY_THEN_CLOCK.fullmatch(between):
        clock, day = b.clock, a
    elif b.clock and a.type == "TIME" and not a.clock and a.value and _DAY_THEN_CLOCK.fullmatch(between) and between:
        day, clock = replace(a, value=a.value[:10]), _late(tokens, two, b.clock, a.value)  # "Monday morning at 10"
    elif a.clock and b.type == "TIME" and not b.clock and b.value and _CLOCK_THEN_DAY.fullmatch(between):
        day, clock = replace(b, value=b.value[:10]), _late(tokens, one, a.clock, b.value)
    else:
        return None
    if day.value is None:
        return Found(one.first, two.beyond, Reading("TIME", None))
    first, _, second = day.value.partition("/")  # "the night of 9-10 August" is that of the 9th
    if not _VALUE_DAY.fullmatch(first) or (second and clock != "TNI"):
        return None
    return Found(one.first, two.beyond, Reading("TIME", first + clock, day.basis))


def _late(tokens: Tokens, item: Found, clock: str, part: str) -> str:
    """Of "10 o'clock on Monday night", "Tuesday evening at 7:30": the hour of the later half of the day."""
    said = {tokens.kind(at) for at in range(item.first, item.beyond)} & {"AM", "DIGAM", "ZONE"}
    hour = int(clock[1:3]) if re.fullmatch("T[0-9]{2}:[0-9]{2}", clock) else 12
    earliest = 6 if part[10:] == "TNI" else 1
    if said or part[10:] not in _LATE or not earliest <= hour < 12:
        return clock
    return f"T{hour + 12}{clock[3:]}"


def _weekdays_apart(tokens: Tokens, one: Found, two: Found) -> tuple[str, str] | None:
    """Both days of "from Monday to Friday", where each alone was taken for its nearest."""
    kinds = {tokens.kind(one.beyond - 1), tokens.kind(two.beyond - 1)}
    if kinds != {"WEEKDAY"} or two.beyond - two.first > 1:
        return None
    first, last = date.fromisoformat(one.reading.value or ""), date.fromisoformat(two.reading.value or "")
    if first >= last and tense.direction(tokens, one.first, two.beyond) == "past":
        first -= _WEEK
    elif first >= last:
        last += _WEEK
    return dates.day(first), dates.day(last)


def _stretch(tokens: Tokens, one: Found, two: Found) -> Found | None:
    a, b = one.reading, two.reading
    if a.type != "DATE" or b.type != "DATE" or not a.value or not b.value or "/" in a.value or "/" in b.value:
        return None
    if a.value.endswith("REF") or b.value.endswith("REF"):
        return None
    between = tokens.shape[one.beyond : two.first]
    if not _RANGE.fullmatch(between):
        return None
    link, opening = tokens.kind(one.beyond), tokens.kind(one.first - 1)
    exact = dates.parse(a.value).precision == dates.parse(b.value).precision == "day"
    if (link == "AND" and opening != "BETWEEN") or (
        link in ("TO", "UNTIL") and opening not in ("FROM", "BETWEEN") and not exact
    ):
        return None
    if exact and (days := _weekdays_apart(tokens, one, two)):
        return Found(one.first, two.beyond, Reading("DATE", "/".join(days), b.basis))
    start, end = dates.parse(a.value), dates.parse(b.value)
    if start.upper >= end.upper or start.lower > end.lower:
        return None
    return Found(one.first, two.beyond, Reading("DATE", f"{a.value}/{b.value}", b.basis))


def opened(tokens: Tokens, item: Found) -> Found:
    """A date behind "since" or "until": open at one end where the clause tells of a state that lasts."""
    reading = item.reading
    if reading.type != "DATE" or not reading.value or "/" in reading.value or reading.value.endswith("REF"):
        return item
    at = item.first - 1
    while item.first - at < 4 and tokens.kind(at) in ("AT", "LEAST", "APPROX", "AS", "EARLY"):
        at -= 1  # since at least, since as early as
    before = tokens.kind(at)
    if tokens.kind(item.first) == "THEN":
        return item
    if before == "SINCE":
        comma = tokens.kind(item.beyond) == "COMMA"
        if tokens.kind(item.beyond + comma) == "WHEN":
            return item  # "since July, when he gave up his seat": the day of an act
        ranked = any(tokens.kind(at) in ("ORDW", "SUPERLATIVE") for at in range(item.first - 16, item.first - 1))
        if not ranked and tense.perfect(tokens, item.first - 1, item.beyond):
            return Found(item.first, item.beyond, replace(reading, value=f"{reading.value}/.."))
    elif before == "UNTIL":
        denied = (
            any(tokens.kind(at) == "NOT" for at in range(item.first - 7, item.first - 1))
            or tokens.lower(item.first - 2) == "not"
        )
        if not denied:
            return Found(item.first, item.beyond, replace(reading, value=f"../{reading.value}"))
    return item
