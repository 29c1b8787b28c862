"""What the chronology can be filtered by: for each event its facets, for each facet its choices.

Without a script a reader has every entity's own chronology and every year's page; the script combines these choices.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator import dates
from generator.model import ENTITY_TYPES
from generator.views.catalogue import ENGLISH
from generator.views.entities_index import sort_key
from generator.views.lookup import EventFacts, Lookup
from generator.views.words import capital, t


@dataclass(frozen=True, slots=True)
class Facets:
    """What one event answers to. Values of a facet are parted by spaces; days are ISO, empty without a date."""

    who: str
    kinds: str
    sources: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a list, with how many events it leaves."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class OptionGroup:
    """Choices under one heading; an empty label: without one."""

    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Pick:
    """A list to choose from. `name` is its word in the address."""

    name: str
    label: str
    groups: tuple[OptionGroup, ...]


@dataclass(frozen=True, slots=True)
class Filters:
    """All that the script combines. `first` and `last` bound the days that can be asked for."""

    picks: tuple[Pick, ...]
    first: str
    last: str
    total: int


def facets(facts: EventFacts) -> Facets:
    """The values by which an event is found."""
    kinds = dict.fromkeys(token(r.claim.kind) for r in facts.reports if r.claim.kind)
    sources = dict.fromkeys(r.article for r in facts.reports)
    span = _span(facts)
    return Facets(
        who=" ".join(facts.entities),
        kinds=" ".join(kinds),
        sources=" ".join(sources),
        first=span[0].isoformat() if span else "",
        last=span[1].isoformat() if span else "",
    )


def token(word: str) -> str:
    """A kind of happening as one word, which a list of values parted by spaces can hold."""
    return "-".join(word.split())


def _span(facts: EventFacts) -> tuple[date, date] | None:
    """First and last day on which the event may have been; an open end lasts as long as any calendar."""
    value = facts.date
    if not value:
        return None
    return (value.lower if value.start else date(1, 1, 1)), (value.upper if value.end else dates.LAST)


def filters(look: Lookup, events: Sequence[EventFacts]) -> Filters | None:
    """The choices for these events; `None` where there is nothing to choose between."""
    if len(events) < 2:
        return None
    picks = [
        Pick("entity", t("filter.entity"), _entities(look, events)),
        Pick("kind", t("filter.kind"), _kinds(events)),
        Pick("source", t("filter.source"), _sources(look, events)),
    ]
    days = [day for f in events if f.date for day in (f.date.lower if f.date.start else None, f.date.upper) if day]
    known = [day for day in days if day != dates.LAST and day.year > 1]
    return Filters(
        picks=tuple(p for p in picks if sum(len(g.options) for g in p.groups) > 1),
        first=min(known).isoformat() if known else "",
        last=max(known).isoformat() if known else "",
        total=len(events),
    )


def _entities(look: Lookup, events: Sequence[EventFacts]) -> tuple[OptionGroup, ...]:
    counts = Counter(id for f in events for id in f.entities)
    groups = []
    for kind in ENTITY_TYPES:
        ids = [id for id in counts if look.briefing.entities[id].front.type == kind]
        ids.sort(key=lambda id: (sort_key(look.entity_name(id), kind), id))
        if ids:
            options = tuple(Option(id, look.entity_name(id), counts[id]) for id in ids)
            groups.append(OptionGroup(t(f"types.{kind}"), options))
    return tuple(groups)


def _kinds(events: Sequence[EventFacts]) -> tuple[OptionGroup, ...]:
    kinds: Counter[str] = Counter()
    words: dict[str, str] = {}
    for facts in events:
        of = {token(r.claim.kind): r.claim.kind for r in facts.reports if r.claim.kind}
        kinds.update(of.keys())
        words.update(of)
    options = tuple(Option(k, capital(kind_name(words[k])), kinds[k]) for k in sorted(kinds))
    return (OptionGroup("", options),) if options else ()


def kind_name(word: str) -> str:
    """The converter's kinds in the site's language; an editor's own stays as it is."""
    return t(f"kind.{word}") if f"kind.{word}" in ENGLISH else word


def _sources(look: Lookup, events: Sequence[EventFacts]) -> tuple[OptionGroup, ...]:
    counts = Counter(id for f in events for id in {r.article for r in f.reports})
    options = tuple(Option(id, s.heading, counts[id]) for id, s in look.sources.items() if counts[id])
    return (OptionGroup("", options),) if options else ()
