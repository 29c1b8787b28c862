"""What a page says of itself to search engines and archives: schema.org as JSON-LD, and Open Graph.

Only what the page says too: no date that is more exact, no author of words that nobody wrote. Names of types and
properties are those of schema.org; https://schema.org/docs/schemas.html.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from generator.dates import Point
from generator.views import addresses
from generator.views.article import ArticlePage
from generator.views.data.page import DataPage, Export
from generator.views.entity import EntityPage
from generator.views.event import EventPage
from generator.views.home import Home
from generator.views.lookup import EventFacts, Lookup
from generator.views.notes import NotePage
from generator.views.standing import NotFound
from generator.views.words import capital, spoken

Thing = dict[str, Any]
LinkTo = Callable[[str], str]

CONTEXT = "https://schema.org"
_TYPES = {"person": "Person", "organization": "Organization", "place": "Place", "named_event": "Event"}
_FORMATS = {
    "json": "application/json",
    "csv": "text/csv",
    "sqlite": "application/vnd.sqlite3",
    "xml": "application/atom+xml",
    "ics": "text/calendar",
}


def document(look: Lookup, view: Any, here: str, link: LinkTo, files: Sequence[Export] = ()) -> Thing:
    """The page at `here` as JSON-LD. `files` are those that the page of the data lists."""
    whole = {"@type": "WebSite", "@id": link(addresses.HOME), "name": look.name, "url": link(addresses.HOME)}
    page: Thing = {
        "@context": CONTEXT,
        "@type": "WebPage",
        "name": view.title,
        "description": view.description,
        "inLanguage": spoken().language,
    }
    if isinstance(view, NotFound):  # it stands at every address that leads nowhere, and at none of its own
        return page
    page |= {"@id": link(here), "url": link(here)}
    if isinstance(view, Home):
        data = {"@type": "Dataset", "@id": _name(addresses.DATA, link), "url": link(addresses.DATA)}
        described = {"name": look.name, "description": view.description}
        return {**page, **whole, **described, "hasPart": {**data, "name": look.name, "description": view.description}}
    made = _main(look, view, link, files)
    return {**page, "isPartOf": whole, **({"mainEntity": made} if made else {})}


def _main(look: Lookup, view: Any, link: LinkTo, files: Sequence[Export]) -> Thing | None:
    """What the page is about, where it is about one thing."""
    if isinstance(view, EventPage):
        return _event(look, look.events[view.id], link)
    if isinstance(view, EntityPage):
        return _entity(look, view.id, link, whole=True)
    if isinstance(view, ArticlePage):
        return _article(look, view.id, link)
    if isinstance(view, NotePage):
        return _note(look, view.id, link)
    if isinstance(view, DataPage):
        return _dataset(look, view, link, files)
    return None


def open_graph(look: Lookup, view: Any, url: str) -> tuple[tuple[str, str], ...]:
    """(property, content) for previews of links (ogp.me). `url`: the page's whole address, empty without a host."""
    kind = "website" if isinstance(view, Home) else "profile" if _is_person(view) else "article"
    pairs = [("og:type", kind), ("og:title", view.title), ("og:description", view.description)]
    pairs += [("og:url", url)] if url and not isinstance(view, NotFound) else []
    return (*pairs, ("og:site_name", look.name), ("og:locale", str(spoken().locale)))


def _is_person(view: Any) -> bool:
    return isinstance(view, EntityPage) and view.kind == "person"


def _name(address: str, link: LinkTo) -> str:
    """The name of what a page is about, which is not the page."""
    return f"{link(address)}#this"


def _event(look: Lookup, facts: EventFacts, link: LinkTo) -> Thing:
    where = facts.place
    others = [_entity(look, id, link) for id in facts.entities if id != where]
    articles = dict.fromkeys(report.article for report in facts.reports)
    said = f"{capital(facts.phrase.text)}. {facts.status.text}." if facts.phrase else f"{facts.status.text}."
    return _kept(
        {
            "@type": "Event",
            "@id": _name(facts.address, link),
            "identifier": facts.id,
            "name": facts.title,
            "description": said,
            **_days(facts),
            "eventStatus": f"{CONTEXT}/EventScheduled" if facts.planned else "",
            "location": _entity(look, where, link, whole=True) if where else None,
            "about": others,
            "subjectOf": [_article(look, id, link, short=True) for id in articles],
        }
    )


def _days(facts: EventFacts) -> Thing:
    """Days, months and years as they are known. What is about right, or only the day of a report, is words alone."""
    value = facts.date
    if value is None or facts.dated_by == "publication":
        return {}
    end = value.end if value.interval else None
    return {"startDate": _day(value.start), "endDate": _day(end)}


def _day(point: Point | None) -> str:
    exact = point and not point.approximate and point.precision in ("day", "month", "year")
    return point.text if point and exact else ""


def _entity(look: Lookup, id: str, link: LinkTo, *, whole: bool = False) -> Thing:
    front, address = look.briefing.entities[id].front, addresses.entity(id)
    made: Thing = {
        "@type": _TYPES.get(front.type, "Thing"),
        "@id": _name(address, link),
        "name": front.name,
        "url": link(address),
    }
    if whole:
        made["alternateName"] = [a for a in front.aliases if a != front.name]
        made["sameAs"] = [url for url in map(addresses.external, front.same_as) if url]
        if front.coordinates and front.type == "place":
            latitude, longitude = front.coordinates
            made["geo"] = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    return _kept(made)


def _article(look: Lookup, id: str, link: LinkTo, *, short: bool = False) -> Thing:
    """An article as its publisher's; a digest as the briefing's own, based on what it condenses."""
    front, source = look.briefing.articles[id].front, look.sources[id]
    printed = {
        "@type": "NewsArticle",
        "datePublished": front.date or "",
        "publisher": _publisher(front.source.publisher),
    }
    mentions = [] if short else [_entity(look, entity, link) for entity in look.named[id]]
    if not source.digest:
        told = {"headline": "" if front.title_by else front.title, "inLanguage": front.lang, "mentions": mentions}
        more = {
            "url": addresses.external(front.source.url),
            "archivedAt": addresses.external(front.source.archived),
            "creditText": front.source.author or "",
        }
        return _kept({**printed, "@id": _name(source.address, link), "name": source.title, **told, **more})
    of = front.digest_of
    title, url = ("", of) if isinstance(of, str) else (of.title, of.url) if of else ("", "")
    original = {"name": title or "", "url": addresses.external(url), "creditText": front.source.author or ""}
    return _kept(
        {
            "@type": "Article",
            "@id": _name(source.address, link),
            "headline": source.title,
            "inLanguage": front.lang,
            "author": {"@type": "Organization", "name": look.name},
            "isBasedOn": _kept({**printed, **original}),
            "mentions": mentions,
        }
    )


def _publisher(name: str | None) -> Thing | None:
    return {"@type": "Organization", "name": name} if name else None


def _note(look: Lookup, id: str, link: LinkTo) -> Thing:
    front = look.briefing.notes[id].front
    return _kept(
        {
            "@type": "Article",
            "@id": _name(addresses.note(id), link),
            "headline": front.title,
            "description": front.summary or "",
            "creditText": front.author or "",
            "datePublished": front.date or "",
            "dateModified": front.updated or "",
            "publisher": _publisher(look.name),
        }
    )


def _dataset(look: Lookup, view: DataPage, link: LinkTo, files: Sequence[Export]) -> Thing:
    whole = [of for of in files if not of.example]
    return _kept(
        {
            "@type": "Dataset",
            "@id": _name(addresses.DATA, link),
            "name": look.name,
            "description": view.description,
            "creator": {"@type": "Organization", "name": look.name},
            "dateModified": look.briefing.as_of.isoformat() if look.briefing.as_of else "",
            "distribution": [
                {
                    "@type": "DataDownload",
                    "name": of.address.rpartition("/")[2],
                    "contentUrl": link(of.address),
                    "encodingFormat": _FORMATS[of.address.rpartition(".")[2]],
                    "contentSize": f"{of.size} B",
                }
                for of in whole
            ],
        }
    )


def _kept(thing: Thing) -> Thing:
    """Without what is not known."""
    return {key: value for key, value in thing.items() if value not in ("", None, [], {})}
