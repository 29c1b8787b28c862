"""The key events: those that editors chose, else the weightiest of those that several independent reports tell."""

from __future__ import annotations

from generator.views import weight
from generator.views.labels import MOST
from generator.views.lookup import EventFacts, Lookup
from generator.views.words import t


def key_events(look: Lookup) -> list[EventFacts]:
    """At most so many as the overview labels, in time: the editors' (`key: true`), else the weightiest.

    One report alone makes no event more than any other: where no two agree on one, the latest stand.
    """
    events = list(look.events.values())
    chosen = [f for f in events if look.briefing.events[f.id].front.key]
    if not chosen:
        several = [f for f in events if f.independent > 1]
        chosen = weight.heaviest(look, several, MOST)
    if not chosen:
        told = [f for f in events if f.reports and not f.planned]
        chosen = [f for f in told if f.date][-MOST:] or told[:MOST]
    wanted = {f.id for f in chosen}
    return [f for f in events if f.id in wanted]


def key_heading(look: Lookup) -> str:
    """What the key events are: chosen, most reported, or but the latest."""
    if any(e.front.key for e in look.briefing.events.values()):
        return t("home.key")
    several = any(f.independent > 1 for f in look.events.values())
    return t("home.key_auto") if several else t("home.key_latest")
