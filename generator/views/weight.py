"""Which events matter most: by reports, by how often later texts refer back to the day, by who takes part.

What a day means shows in what is said of it afterwards: a report of the week itself tells news, a text of months later
that names the day tells history. Counted are independent reports and articles, never claims, so that one long text does
not outweigh five short ones; logarithms, so that no measure drowns the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby
from math import log2

from generator import dates
from generator.views.lookup import EventFacts, Lookup

NEWS = timedelta(days=7)  # for so long a day is news; who names it later refers back to it
REPORTS, LATER, ACTORS = 2.0, 1.0, 1.0
LEADING = 2  # actors of an event that count: those whom most articles name


def heaviest(look: Lookup, events: Iterable[EventFacts], most: int) -> list[EventFacts]:
    """The `most` events of greatest weight, the greatest first; of equals, some from all of the time."""
    back, named = _referring_back(look), _named(look)

    def weight(facts: EventFacts) -> tuple[float, bool, int]:
        value = (
            REPORTS * log2(1 + facts.independent)
            + LATER * log2(1 + _later(facts, back))
            + ACTORS * _prominence(look, facts, named)
        )
        return -round(value, 6), facts.planned, -len(facts.reports)

    chosen: list[EventFacts] = []
    for _, of in groupby(sorted(events, key=weight), key=weight):
        equals = list(of)  # in time, as the sort is stable
        room = most - len(chosen)
        if len(equals) > room:
            equals = [equals[(2 * place + 1) * len(equals) // (2 * room)] for place in range(room)]
        chosen += equals
    return chosen


def _referring_back(look: Lookup) -> dict[date, set[str]]:
    """For every day the articles that name it when it is no news any more."""
    found: dict[date, set[str]] = defaultdict(set)
    for id, claims in look.claims.items():
        published = look.briefing.articles[id].front.date
        if not published:
            continue
        for claim in claims:
            value = dates.parse(claim.date) if claim.date and not claim.dated_by else None
            if value is not None and value.days == 1 and date.fromisoformat(published) - value.lower > NEWS:
                found[value.lower].add(id)
    return found


def _later(facts: EventFacts, back: dict[date, set[str]]) -> int:
    """How many articles refer back to an event's first day; of a month or a year nobody can tell what was meant."""
    if facts.date is None or facts.date.start is None or facts.date.precision != "day":
        return 0
    return len(back.get(facts.date.lower, ()))


def _named(look: Lookup) -> dict[str, int]:
    """For every entity how many articles name it."""
    count: dict[str, int] = defaultdict(int)
    for ids in look.named.values():
        for id in ids:
            count[id] += 1
    return count


def _prominence(look: Lookup, facts: EventFacts, named: dict[str, int]) -> float:
    """Which share of all articles names the leading actors of an event; places are no actors."""
    entities = look.briefing.entities
    shares = sorted((named.get(i, 0) for i in facts.entities if entities[i].front.type != "place"), reverse=True)
    return sum(shares[:LEADING]) / (LEADING * max(len(look.briefing.articles), 1))
