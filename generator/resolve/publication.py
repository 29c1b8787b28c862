"""When an article without a date was published, as far as it can be told from what it shares with dated articles.

"He arrives on Monday" in an undated article, and another that dates this arrival to Monday 18 July: then the first was
published in the seven days before it. Where nothing is shared but the news itself, the week around it must do. Nothing
shared: nothing is inferred, and relative dates stay unresolved.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator import dates
from generator.document import Extraction, Happening, Identities, RawClaim
from generator.resolve import own_days, part_of_year, partial, same_day, same_weekday

MONTH = 31
YEAR = timedelta(days=334)  # eleven months: of the twelfth nobody leaves the year out
_WEEK = 7  # days
_AROUND = 7  # days before and after an event in which its news is told


@dataclass(frozen=True, slots=True)
class _Clue:
    """The days on which an article can have been published, by one of its claims."""

    first: date
    last: date
    strong: bool
    reason: str

    @property
    def of_week(self) -> bool:
        """Whether it hangs on a weekday."""
        return (self.last - self.first).days == _WEEK - 1


def infer(
    extractions: Sequence[Extraction],
    happenings: Sequence[Happening],
    told: Mapping[int, Sequence[same_day.Found]],
    identities: Identities,
) -> dict[int, tuple[str, str]]:
    """Document number -> (EDTF interval, reason), for undated documents of which it can be told."""
    clues: dict[int, list[_Clue]] = defaultdict(list)
    for happening in happenings:
        rows = [(d, extractions[d].claims[c]) for d, c in happening.claims]
        known = [
            dates.parse(c.date)
            for d, c in rows
            if c.date and c.dated_by != "publication" and own_days.known(extractions[d])
        ]
        if not known:
            continue
        exact = min(known, key=lambda e: (e.days, e.sort_key))
        for d, claim in rows:
            document = extractions[d].document
            if document.published or document.inferred or claim.date or claim.post:
                continue
            if found := _clue(claim, exact, happening.title):
                clues[d].append(found)
    for d, days in told.items():
        clues[d] += [_yearless(row) for row in days]
    for d, days in same_weekday.found(extractions, identities).items():
        clues[d] += [_in_week(row) for row in days]
    years = _years(extractions, identities)
    for d, extraction in enumerate(extractions):
        if own_days.known(extraction):
            continue
        if own := own_days.between(extraction):
            clues[d].append(_Clue(own[0], own[1], True, own[2]))
        if d in years:
            clues[d] += [_weekday(*row) for row in own_days.weekdays(extraction, *years[d])]
    made: dict[int, tuple[str, str]] = {}
    for d, of in sorted(clues.items()):
        if not of or own_days.known(extractions[d]):
            continue
        if result := _together(of, extractions[d]):
            made[d] = result
    for d, extraction in enumerate(extractions):
        if extraction.document.stamped and (day := own_days.stamped(extraction, made.get(d), years.get(d))):
            made[d] = day
    return made


def _clue(claim: RawClaim, event: dates.Edtf, title: str) -> _Clue | None:
    reason = f"other reports date to {event.text}: {title}"
    if claim.when:
        span = _printed(claim.when.lower(), event, ahead=bool(claim.ahead))
        return _Clue(*span, True, f"it says {claim.when} of what {reason}") if span else None
    if claim.lead and event.days <= 31:
        around = timedelta(days=_AROUND)
        return _Clue(event.lower - around, event.upper + around, False, f"it tells as news what {reason}")
    return None


def _yearless(found: same_day.Found) -> _Clue:
    """Of "on 4 October", and others tell of that day: within the year behind it, or before it."""
    reason = f"it says {found.text} of what other reports date to {found.day.isoformat()}: {found.title}"
    if re.search(r"\blast year$", found.text):
        return _Clue(date(found.day.year + 1, 1, 1), date(found.day.year + 1, 12, 31), True, reason)
    first = found.day if found.direction == "past" else found.day - YEAR
    last = found.day - timedelta(days=1) if found.direction == "future" else found.day + YEAR
    return _Clue(first, last, True, reason)


def _in_week(found: same_day.Found) -> _Clue:
    """Of "on Tuesday", and others tell of that day: within the week that begins with it."""
    reason = f"it says {found.text} of what other reports date to {found.day.isoformat()}: {found.title}"
    return _Clue(found.day, found.day + timedelta(days=6), True, reason)


def _weekday(day: date, direction: str, words: str) -> _Clue:
    first = day if direction == "past" else day - YEAR
    last = day - timedelta(days=1) if direction == "future" else day + YEAR
    return _Clue(first, last, True, f"it says {words}, and that is a day of {day.year}")


def _years(extractions: Sequence[Extraction], identities: Identities) -> dict[int, tuple[int, int]]:
    """Document without a day -> the years in which dated ones about the same are published, one before and behind."""
    named: list[set[str]] = [set() for _ in extractions]
    for (d, _), id in identities.of_mention.items():
        named[d].add(id)
    dated: dict[str, tuple[int, int]] = {}  # entity -> first and last year of the dated articles that name it
    for d, ids in enumerate(named):
        if day := own_days.known(extractions[d]):
            year = int(day[:4])
            for id in ids:
                first, last = dated.get(id, (year, year))
                dated[id] = (min(first, year), max(last, year))
    made = {}
    for d, ids in enumerate(named):
        if own_days.known(extractions[d]):
            continue
        if found := [dated[id] for id in ids if id in dated]:
            first = min(first for first, _ in found) - 1
            if least := own_days.not_before(extractions[d]):
                first = max(first, least.year)
            made[d] = (first, max(last for _, last in found) + 1)
    return made


def _printed(when: str, event: dates.Edtf, *, ahead: bool) -> tuple[date, date] | None:
    """The days on which these words can stand for this event."""
    one, week = timedelta(days=1), timedelta(days=7)
    monday = event.lower - timedelta(days=event.lower.weekday())
    words = when.replace("-", " ").split()
    if "week" in words and event.days <= 7:
        shift = {"next": -1, "coming": -1, "this": 0, "last": 1, "past": 1}
        steps = next((n for w, n in shift.items() if w in words), None)
        return None if steps is None else (monday + steps * week, monday + steps * week + 6 * one)
    if (of_year := _of_year(when, words, event, ahead=ahead)) is not None:
        return of_year
    if event.days > 7:
        return None
    for word, days in (("tomorrow", -1), ("today", 0), ("tonight", 0), ("yesterday", 1)):
        if word in words:
            return event.lower + days * one, event.lower + days * one
    if any(w in words and event.lower.weekday() == n for n, w in enumerate(dates.WEEKDAYS)):
        return (event.lower - week, event.lower - one) if ahead else (event.lower, event.lower + 6 * one)
    return None


def _of_year(when: str, words: list[str], event: dates.Edtf, *, ahead: bool) -> tuple[date, date] | None:
    """The days on which "in November", "last September" or "last year" can have been written of an event.

    A month without its year is one of the last twelve, or of the next; "last September" is said once it is over.
    """
    one = timedelta(days=1)
    if words[-2:] in (["last", "year"], ["previous", "year"]) and event.lower.year == event.upper.year:
        year = event.lower.year + 1
        return date(year, 1, 1), date(year, 12, 31)
    if event.days > MONTH or re.search(r"\d{4}", when) or not partial.agrees(when, event):
        return None
    if ahead or "next" in words:
        return event.lower - YEAR, event.lower - one
    if "last" in words:
        return event.upper + one, event.upper + YEAR
    return event.lower, event.lower + YEAR


def _latest_told(extraction: Extraction) -> date | None:
    """The last day of the past that the article dates by itself: it is not older than that."""
    told = [
        dates.parse(c.date)
        for c in extraction.claims
        if c.date and not c.planned and not c.draft and not c.dated_by and not c.post
    ]
    return max((e.lower for e in told if e.end is not None and e.days <= 31), default=None)


def _together(clues: Sequence[_Clue], extraction: Extraction) -> tuple[str, str] | None:
    """(EDTF interval, reason) that these clues leave; none where they contradict each other.

    A weekday is shared by chance more often than a day and month: those that cannot be true with the rest give way.
    """
    strong = [c for c in clues if c.strong]
    if not strong:
        return _news(min(clues, key=lambda c: (c.last - c.first, c.first)), extraction)
    found, used = _common(strong, extraction), strong
    days = [c for c in strong if not c.of_week]
    if found is None and len(days) < len(strong):
        found, used = _common(days, extraction), days
    return None if found is None else (dates.span(*found), used[0].reason)


def _news(clue: _Clue, extraction: Extraction) -> tuple[str, str] | None:
    """The days on which it can have told that as news."""
    first = max(d for d in (clue.first, own_days.not_before(extraction), _latest_told(extraction)) if d)
    if first > clue.last or part_of_year.narrowed(extraction, first, clue.last) is None:
        return None
    return dates.span(first, clue.last), clue.reason


def _common(clues: Sequence[_Clue], extraction: Extraction) -> tuple[date, date] | None:
    """The days on which all of this can be said, and what the text says of itself."""
    if not clues:
        return None
    first, last = max(c.first for c in clues), min(c.last for c in clues)
    for least in (own_days.not_before(extraction), own_days.reached(extraction, last)):
        first = max(first, least or first)
    if first > last:
        return None
    last = own_days.not_after(extraction, first, last)
    narrowed = part_of_year.narrowed(extraction, first, last)
    return narrowed or (None if any(c.of_week for c in clues) else (first, last))
