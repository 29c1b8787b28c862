"""The key events: those that editors chose, else those that most independent reports tell."""

from __future__ import annotations

from itertools import groupby

from generator.views.labels import MOST
from generator.views.lookup import EventFacts, Lookup
from generator.views.words import t


def key_events(look: Lookup) -> list[EventFacts]:
    """At most so many as the overview labels, in time: the editors' (`key: true`), else those of most reports.

    One report alone makes no event more than any other: where no two agree on one, the latest stand.
    """
    events = list(look.events.values())
    chosen = [f for f in events if look.briefing.events[f.id].front.key]
    if not chosen:
        chosen = _most_reported([f for f in events if f.independent > 1])
    if not chosen:
        told = [f for f in events if f.reports and not f.planned]
        chosen = [f for f in told if f.date][-MOST:] or told[:MOST]
    wanted = {f.id for f in chosen}
    return [f for f in events if f.id in wanted]


def _most_reported(events: list[EventFacts]) -> list[EventFacts]:
    """Those of most independent reports; of equals, some from all of the time rather than all from its beginning."""
    chosen: list[EventFacts] = []
    for _, of in groupby(sorted(events, key=_weight), key=_weight):
        equals = list(of)  # in time, as the sort is stable
        room = MOST - len(chosen)
        if len(equals) > room:
            equals = [equals[(2 * place + 1) * len(equals) // (2 * room)] for place in range(room)]
        chosen += equals
    return chosen


def _weight(facts: EventFacts) -> tuple[int, bool, int]:
    return -facts.independent, facts.planned, -len(facts.reports)


def key_heading(look: Lookup) -> str:
    """What the key events are: chosen, most reported, or but the latest."""
    if any(e.front.key for e in look.briefing.events.values()):
        return t("home.key")
    several = any(f.independent > 1 for f in look.events.values())
    return t("home.key_auto") if several else t("home.key_latest")
