"""One event: what every source says of it, where they part, what came before and after."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from generator.model import ENTITY_TYPES
from generator.views import statuses
from generator.views.chronology import entry_address
from generator.views.claims import Difference, Link, agreed, differences, entity_links
from generator.views.entries import Line, line
from generator.views.lookup import Backlink, EventFacts, Lookup
from generator.views.phrases import Phrase
from generator.views.search import Card, event_card
from generator.views.statuses import Status
from generator.views.testimony import Table, testimony
from generator.views.words import t


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
    because: str  # the editors' reason, where it explains no point on which reports differ
    agreed: str
    differ: str  # the heading above the differences
    differences: tuple[Difference, ...]
    table: Table  # every claim, beside every other
    who: tuple[Group, ...]
    near: tuple[Line, ...]
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
    before, after = _neighbours(look, facts)
    return EventPage(
        id=id,
        title=facts.title,
        description=t("event.description", title=facts.title, status=facts.status.text, name=look.name),
        date=facts.phrase,
        date_note="" if facts.date else t("date.none"),
        status=facts.status,
        review=statuses.review(page.front.reviewed, changed=page.front.look_again, by_hand=page.by_hand),
        standfirst=_standfirst(look, facts),
        body=page.body.strip(),
        because="" if any(d.because for d in found) else page.front.because or "",
        agreed=agreed(look, facts) if found else "",
        differ=t("event.differ_within" if found and all(d.within for d in found) else "event.differ"),
        differences=found,
        table=testimony(look, facts, found),
        who=_who(look, facts),
        near=tuple(line(look.events[e]) for e in look.near.get(id, ())),
        backlinks=look.backlinks.get(id, ()),
        cite=_cite(look, facts),
        as_of=look.newest,
        fingerprint=_fingerprint(look, facts),
        before=before,
        after=after,
        in_chronology=entry_address(look, facts),
        card=event_card(facts),
    )


def _standfirst(look: Lookup, facts: EventFacts) -> str:
    """How it is known, in a sentence."""
    articles = len({r.article for r in facts.reports})
    if not articles:
        return t("event.no_report")
    if facts.independent == articles:
        said = t("event.known_from", n=articles)
    else:
        origins = "event.origins_shown" if articles == 1 else "event.origins"
        said = t("event.known_from_fewer", n=articles, origins=t(origins, n=facts.independent))
    if facts.status.kind == "undisputed":
        return f"{said} {t('event.scope')}"
    alone = facts.status.kind in ("unverified", "planned") and articles == 1 and len(look.sources) > 1
    return f"{said} {t('event.scope_alone')}" if alone else said


def _who(look: Lookup, facts: EventFacts) -> tuple[Group, ...]:
    """Who takes part, by type; the place of the event apart."""
    others = [i for i in facts.entities if i != facts.place]
    groups = []
    for kind in ENTITY_TYPES:
        ids = [i for i in others if look.briefing.entities[i].front.type == kind]
        if ids:
            label = t("event.who_place") if kind == "place" else t(f"types.{kind}")
            groups.append(Group(label, entity_links(look, ids)))
    if facts.place:
        groups.append(Group(t("event.where"), entity_links(look, (facts.place,))))
    return tuple(groups)


def _cite(look: Lookup, facts: EventFacts) -> str:
    last = look.newest
    as_of = t("cite.as_of", date=last) if last else ""
    return t("cite.event", name=look.name, title=facts.title, id=facts.id, as_of=as_of)


def _fingerprint(look: Lookup, facts: EventFacts) -> str:
    """Twelve hexadecimal digits that change when the date, the status or any claim does."""
    front = look.briefing.events[facts.id].front
    parts = [facts.title, front.date or "", front.status, front.because or ""]
    parts += [f"{r.article}|{r.claim.date or ''}|{r.claim.quote}" for r in facts.reports]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]


def _neighbours(look: Lookup, facts: EventFacts) -> tuple[Neighbour | None, Neighbour | None]:
    before, after = look.beside[facts.id] if facts.date else (None, None)
    return _neighbour(look, before), _neighbour(look, after)


def _neighbour(look: Lookup, id: str | None) -> Neighbour | None:
    if id is None:
        return None
    facts = look.events[id]
    return Neighbour(facts.title, facts.address, facts.phrase.text)
