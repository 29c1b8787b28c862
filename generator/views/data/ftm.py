"""A briefing as FollowTheMoney entities, for programs of investigators (followthemoney.tech): one a line.

What their model has no word for is left out rather than bent: agreements and named events are keywords of the events
that they take part in, and a date that is only about right is words in a summary.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from generator.dates import Edtf, Point
from generator.views import spoken
from generator.views.claims import ordered
from generator.views.data.keys import key
from generator.views.data.rows import Data
from generator.views.lookup import EventFacts, Lookup
from generator.views.words import capital, t

Entity = dict[str, Any]

_SCHEMATA = {"person": "Person", "organization": "Organization", "place": "Address", "equipment": "Asset"}
_ACTORS = ("person", "organization")
# ISO 639-1 to the three letters of ISO 639-3 that their model wants, for the languages that newspapers are read in.
_LANGUAGES = dict(
    pair.split(":")
    for pair in (
        "ar:ara az:aze bg:bul bn:ben bs:bos ca:cat cs:ces da:dan de:deu el:ell en:eng es:spa et:est fa:fas fi:fin "
        "fr:fra he:heb hi:hin hr:hrv hu:hun hy:hye id:ind it:ita ja:jpn ka:kat ko:kor lt:lit lv:lav mk:mkd nl:nld "
        "no:nor pl:pol pt:por ro:ron ru:rus sk:slk sl:slv sq:sqi sr:srp sv:swe sw:swa th:tha tr:tur uk:ukr ur:urd "
        "vi:vie zh:zho"
    ).split()
)
_WIKIDATA = re.compile(r"https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/(Q\d+)")
_WIKIPEDIA = re.compile(r"https?://[a-z-]+\.wikipedia\.org/wiki/\S+")


def entities(look: Lookup, data: Data, link: Callable[[str], str], *, absolute: bool) -> Iterator[Entity]:
    """Every entity: names, sources, who is named where, events, what each claim says. `absolute`: links name a host."""

    def own(address: str) -> list[str]:
        return [link(address)] if absolute else []

    for id in data.entities:
        yield from _entity(data, id, own)
    for id in data.sources:
        yield _article(look, data, id, own)
    for id, rows in data.names.items():
        if data.entities[id].type in _SCHEMATA:
            roles: dict[str, dict[str, None]] = {}
            for row in rows:
                roles.setdefault(row.source, {}).update({row.role: None} if row.role else {})
            for source, of in roles.items():
                properties = {"document": [key(source)], "entity": [key(id)], "role": list(of)}
                yield _made(f"named.{key(source, id)}", "Documentation", properties)
    for facts in look.events.values():
        yield _event(look, data, facts, own)
        yield from _notes(look, facts)


def _made(id: str, schema: str, properties: dict[str, list[str]]) -> Entity:
    """Without properties that have no value, in the order of their names."""
    kept = {name: values for name, values in sorted(properties.items()) if values}
    return {"id": id, "schema": schema, "properties": kept}


def _entity(data: Data, id: str, own: Callable[[str], list[str]]) -> Iterator[Entity]:
    of = data.entities[id]
    schema = _SCHEMATA.get(of.type)
    if not schema:
        return
    properties = {
        "name": [of.name],
        "alias": list(of.aliases),
        "country": [of.country.lower()] if of.country else [],
        "sourceUrl": own(f"/entities/{id}/"),
        "wikidataId": [found[1] for url in of.same_as if (found := _WIKIDATA.match(url))][:1],
        "wikipediaUrl": [url for url in of.same_as if _WIKIPEDIA.fullmatch(url)],
    }
    if schema == "Address":
        properties["full"] = [of.name]
        if of.latitude is not None and of.longitude is not None:
            properties |= {"latitude": [f"{of.latitude:.6f}"], "longitude": [f"{of.longitude:.6f}"]}
    yield _made(key(id), schema, properties)


def _article(look: Lookup, data: Data, id: str, own: Callable[[str], list[str]]) -> Entity:
    """A source. A digest has this briefing as its publisher, and says what it condenses."""
    of, name = data.sources[id], look.sources[id]
    ours = name.digest
    label = name.running
    properties = {
        "name": [name.title],
        "title": [] if of.title_is_ours else [of.title],
        "publisher": [look.name] if ours else [of.publisher] if of.publisher else [],
        "author": [of.author] if of.author and not ours else [],
        "publishedAt": [of.published] if of.published and not ours else [],
        "language": [_LANGUAGES[of.lang]] if of.lang in _LANGUAGES else [],
        "sourceUrl": own(name.address) if ours or not of.address else [of.address],
        "summary": [capital(t("feed.digest", label=label)) + "."] if ours else [],
    }
    return _made(key(id), "Article", properties)


def _event(look: Lookup, data: Data, facts: EventFacts, own: Callable[[str], list[str]]) -> Entity:
    of = data.events[facts.id]
    kinds = {id: data.entities[id].type for id in facts.entities}
    places = [id for id in facts.entities if kinds[id] == "place"]
    said = f"{capital(facts.phrase.text) or t('date.none')}. {facts.status.text}."
    properties = {
        "name": [facts.title],
        "summary": [said],
        "involved": [key(id) for id in facts.entities if kinds[id] in _ACTORS],
        "addressEntity": [key(of.place)] if of.place and kinds.get(of.place) == "place" else [],
        "location": [look.entity_name(of.place)] if of.place else [],
        "locationMentioned": [look.entity_name(id) for id in places if id != of.place],
        "keywords": [look.entity_name(id) for id in facts.entities if kinds[id] not in (*_ACTORS, "place")],
        "proof": list(dict.fromkeys(key(report.article) for report in facts.reports)),
        "sourceUrl": own(facts.address),
        **_dates(facts.date if facts.dated_by != "publication" else None),
    }
    return _made(f"event.{key(facts.id)}", "Event", properties)


def _dates(value: Edtf | None) -> dict[str, list[str]]:
    """Days, months and years, as exact as they are known; of a season or quarter the year, where it lies in one."""
    if value is None:
        return {}
    if not value.interval:
        return {"date": _prefix(value.start)}
    return {"startDate": _prefix(value.start), "endDate": _prefix(value.end)}


def _prefix(point: Point | None) -> list[str]:
    if point is None or point.approximate or point.precision in ("decade", "century"):
        return []
    if point.precision in ("day", "month", "year"):
        return [point.text]
    return [str(point.lower.year)] if point.lower.year == point.upper.year else []


def _notes(look: Lookup, facts: EventFacts) -> Iterator[Entity]:
    """What each claim says, with who says it: quoted only where it was printed."""
    for i in ordered(facts):
        article, number = facts.reports[i].article, look.numbers[facts.id][i]
        properties = {
            "name": [spoken.source(look, facts, i)],
            "description": [spoken.claim(look, facts, i)],
            "entity": [f"event.{key(facts.id)}"],
            "proof": [key(article)],
        }
        yield _made(f"claim.{key(article, str(number))}", "Note", properties)
