"""A briefing as records: each made once, linear in its claims. Nothing here that no page shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator import markup
from generator.model import DigestOf
from generator.views import addresses
from generator.views.claims import ordered
from generator.views.data import quoting
from generator.views.data.records import (
    ClaimEntityRecord,
    ClaimFigureRecord,
    ClaimRecord,
    EntityDocument,
    EntityRecord,
    EventDocument,
    EventEntityRecord,
    EventRecord,
    FigureRecord,
    NameRecord,
    Record,
    SourceRecord,
)
from generator.views.lookup import EventFacts, Lookup
from generator.views.phrases import phrase

LinkTo = Callable[[str], str]  # an address of the site -> as a link, with host and prefix


@dataclass(frozen=True, slots=True)
class Data:
    """All records of a briefing: events in time, entities and sources by id, claims by event."""

    entities: dict[str, EntityRecord]
    events: dict[str, EventRecord]
    claims: dict[str, tuple[ClaimRecord, ...]]  # event -> its claims, in the order of its page
    sources: dict[str, SourceRecord]
    names: dict[str, tuple[NameRecord, ...]]  # entity -> how sources call it


def of(look: Lookup, link: LinkTo) -> Data:
    """The records of a briefing."""
    return Data(
        entities={id: _entity(look, id, link) for id in sorted(look.briefing.entities)},
        events={id: _event(look, facts, link) for id, facts in look.events.items()},
        claims={id: tuple(_claim(look, facts, i, link) for i in ordered(facts)) for id, facts in look.events.items()},
        sources={id: _source(look, id, link) for id in sorted(look.briefing.articles)},
        names={id: _names(look, id) for id in sorted(look.briefing.entities)},
    )


def event_document(look: Lookup, data: Data, id: str) -> EventDocument:
    """One event with its claims and entities."""
    return EventDocument(
        **dict(data.events[id]),
        claims=data.claims[id],
        who=tuple(data.entities[e] for e in look.events[id].entities),
    )


def entity_document(look: Lookup, data: Data, id: str) -> EntityDocument:
    """One entity with its names and events."""
    chronology = tuple(data.events[e] for e in look.briefing.events_of.get(id, ()) if e in data.events)
    return EntityDocument(**dict(data.entities[id]), names=data.names[id], chronology=chronology)


def tables(data: Data) -> dict[str, tuple[type[Record], list[Record]]]:
    """Name -> kind of row and rows, tables that others refer to first."""
    claims = [claim for of in data.claims.values() for claim in of]
    return {
        "entities": (EntityRecord, list(data.entities.values())),
        "sources": (SourceRecord, list(data.sources.values())),
        "events": (EventRecord, list(data.events.values())),
        "claims": (ClaimRecord, list(claims)),
        "names": (NameRecord, [row for rows in data.names.values() for row in rows]),
        "event_entities": (EventEntityRecord, list(_taking_part(data))),
        "claim_entities": (ClaimEntityRecord, list(_named(claims))),
        "claim_figures": (ClaimFigureRecord, [_figure(c, f) for c in claims for f in c.figures]),
    }


def _taking_part(data: Data) -> Iterator[EventEntityRecord]:
    for event in data.events.values():
        for id in event.entities:
            yield EventEntityRecord(event=event.id, entity=id, is_place=id == event.place)


def _named(claims: list[ClaimRecord]) -> Iterator[ClaimEntityRecord]:
    for claim in claims:
        for id in dict.fromkeys((*claim.entities, *([claim.place] if claim.place else []))):
            yield ClaimEntityRecord(claim=claim.id, entity=id, is_place=id == claim.place)


def _figure(claim: ClaimRecord, figure: FigureRecord) -> ClaimFigureRecord:
    return ClaimFigureRecord(claim=claim.id, **dict(figure))


def _event(look: Lookup, facts: EventFacts, link: LinkTo) -> EventRecord:
    front = look.briefing.events[facts.id].front
    value = facts.date
    return EventRecord(
        id=facts.id,
        url=link(facts.address),
        title=facts.title,
        date=value.text if value else None,
        date_text=facts.phrase.text or None,
        first_day=value.lower.isoformat() if value and value.start else None,
        last_day=value.upper.isoformat() if value and value.end else None,
        dated_by=facts.dated_by,
        status=front.status,
        state="planned" if facts.planned and front.status != "disputed" else front.status,
        status_text=facts.status.text,
        key=front.key,
        because=front.because,
        reports=len(facts.reports),
        independent=facts.independent,
        entities=facts.entities,
        place=facts.place,
        reviewed=front.reviewed,
    )


def _claim(look: Lookup, facts: EventFacts, i: int, link: LinkTo) -> ClaimRecord:
    report, number = facts.reports[i], look.numbers[facts.id][i]
    stated, source = report.claim, look.sources[report.article]
    words = markup.fold(stated.quote)
    return ClaimRecord(
        id=f"{report.article}#c{number}",
        url=link(addresses.claim(report.article, number)),
        event=facts.id,
        source=report.article,
        publisher=report.publisher,
        published=report.published,
        wording="paraphrase" if source.digest else "quote",
        quote=None if source.digest else words,
        paraphrase=words if source.digest else None,
        date=stated.date,
        date_text=phrase(stated.date, stated.dated_by).text or None,
        when=stated.when,
        dated_by=stated.dated_by,
        said_by=stated.said_by,
        post=stated.post,
        rival=i in facts.rival or (facts.apart and stated.date is not None),
        origin=facts.groups[i] + 1,
        entities=stated.entities,
        place=stated.place,
        figures=tuple(FigureRecord(**f.model_dump()) for f in stated.figures),
        original_start=stated.original.start if stated.original else None,
        original_end=stated.original.end if stated.original else None,
        link=quoting.link_to_words(look, report.article, stated.quote) or None,
        target=quoting.target(look, report.article, stated.quote, link),
    )


def _entity(look: Lookup, id: str, link: LinkTo) -> EntityRecord:
    front = look.briefing.entities[id].front
    latitude, longitude = front.coordinates or (None, None)
    return EntityRecord(
        id=id,
        url=link(addresses.entity(id)),
        name=front.name,
        type=front.type,
        aliases=tuple(a for a in front.aliases if a != front.name),
        same_as=tuple(url for url in map(addresses.external, front.same_as) if url),
        latitude=latitude,
        longitude=longitude,
        country=front.country,
        sources=len(look.briefing.named_in.get(id, ())),
        events=len(look.briefing.events_of.get(id, ())),
        reviewed=front.reviewed,
    )


def _names(look: Lookup, id: str) -> tuple[NameRecord, ...]:
    """A row for every spelling of every source; one without a spelling where the source gives none."""
    made: dict[NameRecord, None] = {}
    for article in look.briefing.named_in.get(id, ()):
        for row in look.rows.get((article, id), ()):
            for name in row.names or (None,):
                made[NameRecord(source=article, entity=id, name=name, role=row.role, post=row.post)] = None
    return tuple(made)


def _source(look: Lookup, id: str, link: LinkTo) -> SourceRecord:
    front, name = look.briefing.articles[id].front, look.sources[id]
    of, inferred = front.digest_of, front.published_inferred
    title = of.title if isinstance(of, DigestOf) else None
    address = of.url if isinstance(of, DigestOf) else of
    return SourceRecord(
        id=id,
        url=link(name.address),
        title=front.title,
        title_is_ours=bool(front.title_by) or name.digest,
        wording="paraphrase" if name.digest else "quote",
        rights=front.rights,
        publisher=front.source.publisher,
        author=front.source.author,
        published=front.date,
        published_inferred=inferred.date if inferred and not front.date else None,
        inferred_from=inferred.reason if inferred and not front.date else None,
        lang=front.lang,
        address=addresses.external(front.source.url) or None,
        archived=addresses.external(front.source.archived) or None,
        retrieved=front.source.retrieved,
        verified=front.verified,
        digest_of=title,
        digest_of_address=addresses.external(address) or None,
        sha256=front.source.sha256,
        claims=len(look.claims[id]),
    )
