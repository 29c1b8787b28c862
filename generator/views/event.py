"""One event: what every source says of it, where they part, what came before and after."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from generator.model import ENTITY_TYPES
from generator.views import statuses
from generator.views.calendar import Span, calendar
from generator.views.chronology import entry_address
from generator.views.claims import ClaimView, Difference, Link, agreed, claim, differences, entity_links, ordered
from generator.views.lookup import Backlink, EventFacts, Lookup
from generator.views.phrases import Phrase, day
from generator.views.points import Point, points
from generator.views.search import Card, event_card
from generator.views.statuses import Status
from generator.views.words import capital, t


@dataclass(frozen=True, slots=True)
class DateRow:
    """What one report alone says about the date."""

    source: str
    post: str
    address: str
    date: Phrase
    when: str
    printed: bool
    basis: str
    rival: bool
    span: Span | None


@dataclass(frozen=True, slots=True)
class Alone:
    """What the only claim of an event says beside its words: no table is needed where nothing is compared."""

    source: str  # id
    date: DateRow | None
    point: Point


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The event before or after."""

    title: str
    address: str
    date: str


@dataclass(frozen=True, slots=True)
class Group:
    """Entities of one type under its name, or places."""

    label: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class EventPage:
    """All of the page. `body` is the editors' Markdown."""

    id: str
    title: str
    description: str
    date: Phrase
    date_note: str
    status: Status
    review: str
    standfirst: str
    body: str
    because: str
    agreed: str
    differences: tuple[Difference, ...]
    claims: tuple[ClaimView, ...]  # those that stand in no reading
    claims_title: str
    alone: Alone | None
    dates: tuple[DateRow, ...]
    columns: tuple[str, ...]  # heads of the drawn calendar; empty: none is drawn
    lines: tuple[float, ...]
    points: tuple[Point, ...]
    credited: bool  # whether any report speaks on another's word
    figures: bool  # whether any report gives one
    who: tuple[Group, ...]
    backlinks: tuple[Backlink, ...]
    cite: str
    as_of: str
    fingerprint: str
    before: Neighbour | None
    after: Neighbour | None
    in_chronology: str
    card: Card


def view(look: Lookup, id: str) -> EventPage:
    """The page of an event; `KeyError` for an unknown id."""
    facts = look.events[id]
    page = look.briefing.events[id]
    found = differences(look, facts)
    in_readings = {c.address for d in found for r in d.readings for c in r.claims}
    claims = tuple(c for c in (claim(look, facts, i) for i in ordered(facts)) if c.address not in in_readings)
    rows, columns, lines = _dates(look, facts)
    compared = points(look, facts)
    single = Alone(facts.reports[0].article, rows[0] if rows else None, compared[0]) if len(compared) == 1 else None
    before, after = _neighbours(look, facts)
    return EventPage(
        id=id,
        title=facts.title,
        description=t("event.description", title=facts.title, status=facts.status.text, name=look.name),
        date=facts.phrase,
        date_note="" if facts.date else t("date.none"),
        status=facts.status,
        review=statuses.review(page.front.reviewed),
        standfirst=_standfirst(facts),
        body=page.body.strip(),
        because=page.front.because or "",
        agreed=agreed(look, facts) if found else "",
        differences=found,
        claims=claims,
        claims_title=t("event.others_say") if found else t("event.say"),
        alone=single,
        dates=() if single else rows,
        columns=columns,
        lines=lines,
        points=() if single else compared,
        credited=any(point.said_by for point in compared),
        figures=any(r.claim.figures for r in facts.reports),
        who=_who(look, facts, page.front.place),
        backlinks=look.backlinks.get(id, ()),
        cite=_cite(look, facts),
        as_of=day(look.briefing.as_of).text,
        fingerprint=_fingerprint(look, facts),
        before=before,
        after=after,
        in_chronology=entry_address(look, facts),
        card=event_card(facts),
    )


def _standfirst(facts: EventFacts) -> str:
    """How it is known, in a sentence."""
    articles = len({r.article for r in facts.reports})
    if not articles:
        return t("event.no_report")
    if facts.independent == articles:
        return capital(t("event.known_from", n=articles))
    return capital(t("event.known_from_fewer", n=articles, origins=t("event.origins", n=facts.independent)))


def _dates(look: Lookup, facts: EventFacts) -> tuple[tuple[DateRow, ...], tuple[str, ...], tuple[float, ...]]:
    """A row for every report that says something about the date, in the order of the dates; the drawing's furniture."""
    indexes = [i for i in range(len(facts.reports)) if facts.reports[i].claim.date or facts.reports[i].claim.when]
    indexes.sort(key=lambda i: (i in facts.rival, not facts.reports[i].claim.date, i))
    views = [claim(look, facts, i) for i in indexes]
    drawn = calendar([facts.reports[i].claim.date for i in indexes], [i in facts.rival for i in indexes])
    rows = tuple(
        DateRow(
            source=v.source.heading,
            post=v.post,
            address=v.address,
            date=v.date,
            when=v.when,
            printed=v.printed,
            basis=v.basis,
            rival=v.rival,
            span=drawn.spans[n] if drawn else None,
        )
        for n, v in enumerate(views)
    )
    return rows, drawn.columns if drawn else (), drawn.lines if drawn else ()


def _who(look: Lookup, facts: EventFacts, place: str | None) -> tuple[Group, ...]:
    """Who takes part, by type; the place of the event apart."""
    where = look.briefing.redirects.get(place, place) if place else None
    others = [i for i in facts.entities if i != where]
    groups = []
    for kind in ENTITY_TYPES:
        ids = [i for i in others if look.briefing.entities[i].front.type == kind]
        if ids:
            label = t("event.who_place") if kind == "place" else t(f"types.{kind}")
            groups.append(Group(label, entity_links(look, ids)))
    if where in look.briefing.entities and where:
        groups.append(Group(t("event.where"), entity_links(look, (where,))))
    return tuple(groups)


def _cite(look: Lookup, facts: EventFacts) -> str:
    as_of = t("cite.as_of", date=day(look.briefing.as_of).text) if look.briefing.as_of else ""
    return t("cite.event", name=look.name, title=facts.title, id=facts.id, as_of=as_of)


def _fingerprint(look: Lookup, facts: EventFacts) -> str:
    """Twelve hexadecimal digits that change when the date, the status or any claim does."""
    front = look.briefing.events[facts.id].front
    parts = [facts.title, front.date or "", front.status, front.because or ""]
    parts += [f"{r.article}|{r.claim.date or ''}|{r.claim.quote}" for r in facts.reports]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]


def _neighbours(look: Lookup, facts: EventFacts) -> tuple[Neighbour | None, Neighbour | None]:
    if not facts.date:
        return None, None
    place = look.places[facts.id]
    before = look.in_time[place - 1] if place else None
    after = look.in_time[place + 1] if place + 1 < len(look.in_time) else None
    return _neighbour(look, before), _neighbour(look, after)


def _neighbour(look: Lookup, id: str | None) -> Neighbour | None:
    if id is None:
        return None
    facts = look.events[id]
    return Neighbour(facts.title, facts.address, facts.phrase.text)
