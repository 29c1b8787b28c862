"""What rests on one report: the events that were found in no other, under the report that tells of them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views import addresses
from generator.views.claims import claim, ordered
from generator.views.entries import Reported
from generator.views.lookup import Lookup
from generator.views.sources import SourceName
from generator.views.words import capital, count, figure, t

_TOLD = 120  # events; of more only the numbers stand here, and each report's page has its own
_LISTED = 14  # reports in the list above their events


@dataclass(frozen=True, slots=True)
class Teller:
    """A report that alone tells of some events. `address`: where its own page lists them."""

    id: str
    source: SourceName
    address: str
    count: str
    events: tuple[Reported, ...]  # none where there are too many for one page


@dataclass(frozen=True, slots=True)
class OneReport:
    """All of the page."""

    title: str
    description: str
    standfirst: str
    tellers: tuple[Teller, ...]
    whole: bool  # whether every event stands here with its words
    index: bool  # whether a list of the reports stands first: of very many it would only hide the events


def number(look: Lookup) -> int:
    """How many events were found in one report alone."""
    return sum(map(len, look.only_here.values()))


def view(look: Lookup) -> OneReport | None:
    """The reports in the order of publication; `None` where there is one report, or no such event."""
    lone = number(look)
    if not lone or len(look.sources) < 2:
        return None
    whole = lone <= _TOLD
    tellers = tuple(_teller(look, id, whole) for id in look.sources if look.only_here.get(id))
    return OneReport(
        title=t("alone.title"),
        description=t("alone.description", name=look.name),
        standfirst=capital(t("alone.standfirst", n=lone, total=count(len(look.events)))),
        tellers=tellers,
        whole=whole,
        index=not whole or 1 < len(tellers) <= _LISTED,
    )


def _teller(look: Lookup, id: str, whole: bool) -> Teller:
    source, ids = look.sources[id], look.only_here[id]
    return Teller(
        id=id,
        source=source,
        address=f"{source.address}#only",
        count=t("count.events_figure", n=len(ids), figure=figure(len(ids))),
        events=tuple(lone(look, event) for event in ids) if whole else (),
    )


def lone(look: Lookup, id: str) -> Reported:
    """An event with the claim that tells most of it."""
    facts = look.events[id]
    order = ordered(facts)
    return Reported(id, facts.title, facts.address, facts.phrase, claim(look, facts, order[0]) if order else None)


def address(look: Lookup) -> str:
    """Of the page; empty where there is none."""
    return addresses.ONE_REPORT if len(look.sources) > 1 and number(look) else ""
