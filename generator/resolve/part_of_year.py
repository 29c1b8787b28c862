"""In which part of the year an undated article was written: after what it tells as past, before what is to come.

"The bridge was opened on 3 September … The barge will be sold in November": such a page is of September, October or
November. A day or month without its year is one of the last eleven months where it is past, and one of the coming eight
where it is still ahead. Of which year they are, other clues say; these only narrow it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.document import BareDay, Extraction
from generator.resolve import partial

YEAR = timedelta(days=350)  # within which a day that is past is told without its year
COMING = timedelta(days=240)  # ahead, within which a day is announced without its year
ONE = timedelta(days=1)
CLEARLY = 2  # times as far from what is told another part of the days must be
# What was to come once may be over: "was to begin on 3 May", "had been planned for June".
_OVER = re.compile(r"\b(?:was|were|had|been|would|should|could)\b", re.I)
_STOP = re.compile(r"[.!?]\s|\n")


@dataclass(frozen=True, slots=True)
class _Part:
    """The days of a year on which a text that says this can have been written: from one day of it on, so many."""

    month: int
    day: int | None
    ahead: bool

    def gap(self, day: date) -> int:
        """Days from it to that day, or from that day to it where it is still ahead."""
        begin = self.day or (28 if self.ahead else 1)
        reckoned = (date(2001, self.month, min(begin, 28)) - date(2001, day.month, min(day.day, 28))).days
        return (reckoned if self.ahead else -reckoned) % 365

    def spans(self, first: date, last: date) -> Iterator[tuple[date, date]]:
        """Those that reach into the days from first to last."""
        for year in range(first.year - 1, last.year + 2):
            try:
                begin = date(year, self.month, self.day or 1)
            except ValueError:
                continue
            end = begin if self.day else (begin + timedelta(days=31)).replace(day=1) - ONE
            span = (begin - COMING, end - ONE) if self.ahead else (begin, end + YEAR)
            if span[0] <= last and span[1] >= first:
                yield max(first, span[0]), min(last, span[1])


def narrowed(extraction: Extraction, first: date, last: date) -> tuple[date, date] | None:
    """The first and last of these days on which all that the text says can be said; none where there is no such day.

    Where several parts of these days are left, it is the one that lies by far the nearest to what is told; else all.
    """
    spans, parts = [(first, last)], _parts(extraction)
    for part in parts:
        mine = list(part.spans(first, last))
        spans = sorted({(max(a, c), min(b, d)) for a, b in spans for c, d in mine if max(a, c) <= min(b, d)})
    if len(runs := _runs(spans)) > 1 and len({p.ahead for p in parts}) > 1:
        costs = sorted((min(_distance(parts, day) for day in run), run) for run in runs)
        if costs[0][0] * CLEARLY <= costs[1][0]:
            return costs[0][1]
    return (runs[0][0], runs[-1][1]) if runs else None


def _distance(parts: Sequence[_Part], day: date) -> int:
    """How far a day lies from the last that is told as past, and from the first that is still to come."""
    sides = ([p.gap(day) for p in parts if p.ahead is ahead] for ahead in (True, False))
    return sum(min(side) for side in sides if side)


def _runs(spans: Sequence[tuple[date, date]]) -> list[tuple[date, date]]:
    made: list[tuple[date, date]] = []
    for begin, end in spans:
        if made and begin <= made[-1][1] + ONE:
            made[-1] = made[-1][0], max(made[-1][1], end)
        else:
            made.append((begin, end))
    return made


def _parts(extraction: Extraction) -> list[_Part]:
    """What each of its days and months says; nothing those of a month that is told as past and as to come."""
    text, made = extraction.document.text, []
    for bare in extraction.bare:
        if not bare.open or bare.direction not in ("past", "future") or "year" in bare.text:
            continue
        ahead = bare.direction == "future"
        if ahead and _once_ahead(text, bare):
            continue
        if key := partial.month_day(bare.text):
            made.append(_Part(*key, ahead))
        elif number := partial.month(bare.text):
            made.append(_Part(number, None, ahead))
    both = {p.month for p in made if p.ahead} & {p.month for p in made if not p.ahead}
    return [p for p in dict.fromkeys(made) if p.month not in both or (p.day and not p.ahead)]


def _once_ahead(text: str, bare: BareDay) -> bool:
    """Whether its sentence tells of a plan of former days."""
    begin = max((m.end() for m in _STOP.finditer(text, max(0, bare.start - 300), bare.start)), default=bare.start - 300)
    return bool(_OVER.search(text, max(0, begin), bare.start))
