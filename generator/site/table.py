"""The one table of the site: which view goes through which template to which address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.briefing import Briefing
from generator.views import (
    addresses,
    article,
    by_kind,
    changes,
    chronology,
    disputes,
    entities_index,
    entity,
    event,
    first_reports,
    geomap,
    home,
    network,
    notes,
    numbers,
    one_report,
    search,
    sources_index,
    standing,
)
from generator.views.lookup import Lookup

Made = tuple[str, Callable[[], Any], str]


@dataclass(frozen=True, slots=True)
class SitePage:
    """One page to write: its own address, its template below theme/templates/, what makes the view's value, and the
    content page that it shows (its path, for messages; empty where it is made of many).
    """

    address: str
    template: str
    make: Callable[[], Any]
    path: str = ""

    @property
    def view(self) -> Any:
        """The view's value, made when it is wanted: by the process that renders it."""
        return self.make()


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of page. `make` gives (address, what makes the view, path) of each, in the order of their ids. `apart`:
    no page is made of anything that was asked for to list them.
    """

    kind: str
    template: str
    make: Callable[[Lookup], Iterable[Made]]
    apart: bool = False


def _articles(look: Lookup) -> Iterator[Made]:
    for id in sorted(look.briefing.articles):
        yield addresses.source(id), partial(article.view, look, id), look.briefing.articles[id].path


def _years(look: Lookup) -> Iterator[Made]:
    for address, make in chronology.year_pages(look):
        yield address, make, ""


def _where_there_is_one(address: str, view: Callable[[Lookup], Any]) -> Callable[[Lookup], Iterator[Made]]:
    def make(look: Lookup) -> Iterator[Made]:
        made = view(look)
        if made is not None:
            yield address, partial(_same, made), ""

    return make


def _reports(look: Lookup) -> Iterator[Made]:
    for address, page in first_reports.period_pages(look):
        yield address, partial(_same, page), ""


def _same(view: Any) -> Any:
    return view


def _standing(look: Lookup) -> Iterator[Made]:
    for id in sorted(look.briefing.pages):
        if id != "home" and id not in addresses.RESERVED:
            yield addresses.page(id), partial(standing.view, look, id), look.briefing.pages[id].path


def _each(
    pages: Callable[[Briefing], Any], address: Callable[[str], str], view: Callable[[Lookup, str], Any]
) -> Callable[[Lookup], Iterator[Made]]:
    def make(look: Lookup) -> Iterator[Made]:
        of = pages(look.briefing)
        for id in sorted(of):
            yield address(id), partial(view, look, id), of[id].path

    return make


def _one(address: str, view: Callable[[Lookup], Any]) -> Callable[[Lookup], Iterator[Made]]:
    def make(look: Lookup) -> Iterator[Made]:
        yield address, partial(view, look), ""

    return make


TABLE: tuple[Row, ...] = (
    Row("home", "home.html", _one(addresses.HOME, home.view)),
    Row("chronology", "chronology.html", _one(addresses.CHRONOLOGY, chronology.view)),
    Row("year", "chronology_year.html", _years),
    Row("first_reports", "first_reports.html", _one(addresses.FIRST_REPORTS, first_reports.view)),
    Row("reports", "first_reports_period.html", _reports),
    Row("kinds", "kinds.html", _where_there_is_one(addresses.KINDS, by_kind.view)),
    Row("one_report", "one_report.html", _where_there_is_one(addresses.ONE_REPORT, one_report.view)),
    Row("disputes", "disputes.html", _one(addresses.DISPUTES, disputes.view)),
    Row("numbers", "numbers.html", _where_there_is_one(addresses.NUMBERS, numbers.view)),
    Row("event", "event.html", _each(lambda b: b.events, addresses.event, event.view), apart=True),
    Row("entities", "entities.html", _one(addresses.ENTITIES, entities_index.view)),
    Row("entity", "entity.html", _each(lambda b: b.entities, addresses.entity, entity.view), apart=True),
    Row("map", "map.html", _where_there_is_one(addresses.MAP, geomap.view)),
    Row("network", "network.html", _where_there_is_one(addresses.NETWORK, network.view)),
    Row("sources", "sources.html", _one(addresses.SOURCES, sources_index.view)),
    Row("article", "article.html", _articles, apart=True),
    Row("notes", "notes.html", _one(addresses.NOTES, notes.index)),
    Row("note", "note.html", _each(lambda b: b.notes, addresses.note, notes.view), apart=True),
    Row("page", "page.html", _standing, apart=True),
    Row("changes", "changes.html", _one(addresses.CHANGES, changes.view)),
    Row("search", "search.html", _one(addresses.SEARCH, search.view)),
    Row("not_found", "404.html", _one(addresses.NOT_FOUND, standing.not_found)),
)


def pages(look: Lookup) -> Iterator[SitePage]:
    """Every page of the site, in the order of the table."""
    for row in TABLE:
        for address, view, path in row.make(look):
            yield SitePage(address, row.template, view, path)
