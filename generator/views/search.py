"""The page of the search, and what a page says of itself to it: its kind, its type, its years."""

from __future__ import annotations

from dataclasses import dataclass

from generator import dates
from generator.content import published
from generator.views import addresses
from generator.views.claims import Link
from generator.views.lookup import EventFacts, Lookup
from generator.views.words import t


@dataclass(frozen=True, slots=True)
class Card:
    """One result. `type` is an entity's; `note` stands under the title: a date, a type."""

    kind: str
    type: str = ""
    years: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class SearchPage:
    """All of the page. `ways`: where a reader without a script finds the same."""

    title: str
    description: str
    standfirst: str
    ways: tuple[Link, ...]


_MOST_YEARS = 30  # of one result; a longer span (a reign, a war) is found by its words


def _years(first: int, last: int) -> tuple[str, ...]:
    return tuple(str(year) for year in range(first, last + 1)) if 0 <= last - first < _MOST_YEARS else (str(first),)


def event_card(facts: EventFacts) -> Card:
    """An event: by the years in which it may have been."""
    value = facts.date
    years: tuple[str, ...] = ()
    if value:
        first = (value.lower if value.start else value.upper).year
        years = _years(first, value.upper.year if value.end else first)
    note = facts.phrase.text or t("date.none")
    return Card(t("search.kind_event"), years=years, note=f"{note} · {facts.status.word}")


def entity_card(look: Lookup, id: str) -> Card:
    """A name: by its type, and the years of its events."""
    kind = t(f"type.{look.briefing.entities[id].front.type}")
    found = {f.year for e in look.briefing.events_of.get(id, ()) if (f := look.events.get(e)) and f.year}
    articles = look.briefing.named_in.get(id, ())
    note = f"{kind} · {t('count.in_reports', n=len(articles))}" if articles else kind
    return Card(t("search.kind_entity"), kind, tuple(str(y) for y in sorted(found)), note)


def source_card(look: Lookup, id: str) -> Card:
    """A source: by the year in which it was published."""
    first, last = published(look.briefing.articles[id].front)
    years = () if first == dates.LAST else _years(first.year, last.year)
    return Card(t("search.kind_source"), years=years, note=look.sources[id].heading)


def text_card(kind: str, day: str | None = None, note: str = "") -> Card:
    """A note ("note") or a standing page ("page")."""
    return Card(t(f"search.kind_{kind}"), years=(day[:4],) if day else (), note=note)


def view(look: Lookup) -> SearchPage:
    """The page of the search."""
    ways = [
        Link(t("search.way_chronology"), addresses.CHRONOLOGY),
        Link(t("search.way_names"), addresses.ENTITIES),
        Link(t("search.way_sources"), addresses.SOURCES),
        Link(t("search.way_disputes"), addresses.DISPUTES),
        Link(t("search.way_reports"), addresses.FIRST_REPORTS),
    ]
    return SearchPage(t("nav.search"), t("search.description", name=look.name), t("search.standfirst"), tuple(ways))
