"""What was compared, and what was not: that no contradiction is shown says nothing of sentences that make no event.

Only claims of one event are compared. A dated sentence of which the program is not sure is a draft, which the site does
not show: a reader learns how many a report still has, and looks for them there.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator import markup
from generator.views.claims import Link
from generator.views.lookup import Lookup
from generator.views.words import figure, t

_LISTED = 40  # reports; of more those with most


@dataclass(frozen=True, slots=True)
class Waiting:
    """A report of which some dated sentences are in no event yet."""

    source: Link
    count: str


def waiting(look: Lookup, id: str) -> int:
    """How many dated passages of an article were found and belong to no event that the site shows, each once."""
    shown = {markup.fold(claim.quote) for claim in look.claims[id]}
    rows = look.briefing.articles[id].front.events
    found = {markup.fold(c.quote) for c in rows if c.draft and not c.orphan and (c.date or c.when)}
    return len(found - shown)


def scope(look: Lookup) -> str:
    """What "no contradiction" speaks of; empty where there is nothing to compare."""
    return t("compared.scope", n=len(look.events)) if look.events and len(look.sources) > 1 else ""


def reports(look: Lookup) -> tuple[Waiting, ...]:
    """The reports with dated sentences of no event, in the order of publication."""
    if len(look.sources) < 2:
        return ()
    counted = [(id, n) for id in look.sources if (n := waiting(look, id))]
    if len(counted) > _LISTED:
        most = {id for id, _ in sorted(counted, key=lambda row: (-row[1], row[0]))[:_LISTED]}
        counted = [row for row in counted if row[0] in most]
    return tuple(
        Waiting(Link(look.sources[id].heading, look.sources[id].address), t("compared.count", n=n, figure=figure(n)))
        for id, n in counted
    )
