"""Which events lie near one another: of the same days, with some of the same actors, in the same country.

Reports tell one happening in many ways: an agreement by its signing and by what it restored, a drill by its name and by
who watched it. Where nothing proves that two events are one, they stay two; a reader is told of the other all the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.views.lookup import EventFacts

_MOST = 3  # near events that are named of each
_SLACK = 2  # days between two spans that still touch: a visit and what it ended with
_SHORT = 45  # days: of no longer spans one shared actor is enough
_LONGEST = 400  # days: a longer span (a reign, a decade) lies near to everything
_CROWDED = 40  # events of one actor in one month: who is everywhere tells nothing


def near(events: Mapping[str, EventFacts], countries: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Event -> at most three others, in time. `countries`: place -> its country, so that a capital stands for it.

    Linear: an event is compared with those alone that share an actor's month with it, and no month with more than
    forty events of one actor counts.
    """
    spans = {id: span for id, facts in events.items() if (span := _span(facts))}
    actors = {id: frozenset(countries.get(e, e) for e in events[id].entities) for id in spans}
    months: dict[tuple[str, int], list[str]] = defaultdict(list)
    often: dict[str, int] = defaultdict(int)
    for id, span in spans.items():
        for actor in actors[id]:
            often[actor] += 1
            for month in _months(span):
                months[actor, month].append(id)
    beside: dict[str, set[str]] = defaultdict(set)
    for of in months.values():
        if 1 < len(of) <= _CROWDED:
            for id in of:
                beside[id].update(of)
    found = {}
    for id, others in beside.items():
        rows = []
        for other in others - {id}:
            shared = actors[id] & actors[other]
            if _close(spans[id], spans[other], len(shared), min(len(actors[id]), len(actors[other]))):
                alike = bool(_kinds(events[id]) & _kinds(events[other]))
                rows.append((-len(shared) - alike, sum(often[a] for a in shared), _gap(spans[id], spans[other]), other))
        kept = {row[3] for row in sorted(rows)[:_MOST]}
        if kept:
            found[id] = tuple(e for e in sorted(kept, key=lambda e: (spans[e], e)))
    return found


def _span(facts: EventFacts) -> tuple[date, date] | None:
    value = facts.date
    if not value or not value.start or not value.end or value.days > _LONGEST:
        return None
    return value.lower, value.upper


def _months(span: tuple[date, date]) -> range:
    first, last = (day.year * 12 + day.month for day in span)
    # The slack may lead into the month before or after.
    first -= span[0].day <= _SLACK
    last += span[1].day >= 29 - _SLACK
    return range(first, last + 1)


def _gap(one: tuple[date, date], other: tuple[date, date]) -> int:
    """Days between two spans; none where they overlap."""
    return max((other[0] - one[1]).days, (one[0] - other[1]).days, 0)


def _close(one: tuple[date, date], other: tuple[date, date], shared: int, fewer: int) -> bool:
    """Whether two spans and what they share are enough to name one beside the other."""
    short = all((last - first).days < _SHORT for first, last in (one, other))
    if short:
        return shared > 0 and _gap(one, other) <= _SLACK
    return _gap(one, other) == 0 and shared > 1 and 2 * shared >= fewer


def _kinds(facts: EventFacts) -> set[str]:
    return {r.claim.kind for r in facts.reports if r.claim.kind}
