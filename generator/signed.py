"""What an editor signed off stays told: another reading of the program alone takes no claim from a reviewed event.

The seed is the same as at the review, so nothing new is known of the world: only the program judges otherwise. Its
doubt is told, once, and the editor looks again; the claim, its event and whom it names stay until then.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from generator import markup, pasted
from generator.derive import Report
from generator.frontmatter import Page
from generator.merge import hashed
from generator.model import ArticleFront, Claim, EventFront
from generator.pairing import Claims

DOUBTED: Final = "@doubted"  # in the record of an article: hashes of the doubts that were told


@dataclass(frozen=True, slots=True)
class Doubt:
    """What the program reads otherwise than it stands in a reviewed event's claim."""

    article: str
    event: str
    quote: str
    said: str

    @property
    def hash(self) -> str:
        """By which it is known again, so that it is told once."""
        return hashed([self.event, self.quote, self.said])


def kept(
    front: ArticleFront,
    page: Page[ArticleFront],
    text: str,
    was: Sequence[Mapping[str, Any]],
    reviewed: Collection[str],
    living: Mapping[str, str],
    refused: Collection[str],
) -> tuple[ArticleFront, list[Doubt]]:
    """The article as it would be made, with the claims of reviewed events as they stand on its page.

    `text`: of the seed, plain and folded; `was`: the record of the claims that were last generated; `reviewed`: events;
    `living`: old id -> id; `refused`: entities that a person removed, which no claim keeps. A claim that a person made
    is the person's anyway.
    """
    mine = page.front.events
    if front.source.sha256 != page.front.source.sha256 or not any(
        living.get(c.id or "", c.id) in reviewed for c in mine
    ):
        return front, []
    rows = [c.as_dict() for c in mine], [c.as_dict() for c in front.events]
    pairs = Claims(markup.fold(markup.plain(page.body)), text, living).pair("events", was, *rows)
    made: list[Claim | None] = list(front.events)
    more: list[Claim] = []
    doubts: list[Doubt] = []
    for b, m, n in pairs:
        if b is None or m is None or "id" not in was[b] or mine[m].draft:
            continue
        claim = _living(mine[m], living, refused)
        if claim.id is None or claim.id not in reviewed:
            continue
        new = front.events[n] if n is not None else None
        if new and new.id and not new.draft and living.get(was[b]["id"], was[b]["id"]) != claim.id:
            continue  # an editor put it to this event, and the program still makes the claim
        made_once = {living.get(e, e) for e in mine[m].entities if hashed(e) in was[b].get("entities", ())}
        stays, said = _held(claim, new, made_once)
        if said:
            doubts.append(Doubt(page.id, claim.id, claim.quote, said))
        if n is not None:
            made[n] = stays
        else:
            more.append(stays)
    for claim in more:
        at = text.find(markup.fold(claim.quote))
        behind = (i for i, c in enumerate(made) if c and text.find(markup.fold(c.quote)) > at)
        made.insert(next(behind, len(made)), claim)
    events = tuple(c for c in made if c)
    if not doubts:
        return front, []
    named = {e for c in events if c.id in reviewed for e in c.entities}
    have = {living.get(r.id, r.id) for r in front.entities}
    lost = [r for r in page.front.entities if living.get(r.id, r.id) in named - have]
    entities = (*front.entities, *(r.model_copy(update={"id": living.get(r.id, r.id)}) for r in lost))
    return front.model_copy(update={"events": events, "entities": entities}), doubts


def _living(claim: Claim, living: Mapping[str, str], refused: Collection[str]) -> Claim:
    entities = dict.fromkeys(living.get(e, e) for e in claim.entities)
    place = living.get(claim.place, claim.place) if claim.place else None
    return claim.model_copy(
        update={
            "id": living.get(claim.id, claim.id) if claim.id else None,
            "entities": tuple(e for e in entities if e not in refused),
            "place": place if place not in refused else None,
        }
    )


def _held(claim: Claim, new: Claim | None, made_once: Collection[str]) -> tuple[Claim, str]:
    """The claim that stays, and what the program would now say of it; empty where it takes nothing away. `made_once`:
    whom the program named itself; whom an editor added, it need not find.
    """
    if new is None:
        return claim, "it finds no claim there"
    if new.draft or new.id is None:
        return claim, "it is not sure of date, actor or happening"
    if new.id != claim.id:
        return claim, f"it would tell it of {new.id}"
    if lost := [e for e in claim.entities if e in made_once and e not in new.entities]:
        entities = tuple(dict.fromkeys((*(e for e in claim.entities if e in made_once), *new.entities)))
        return new.model_copy(update={"entities": entities}), f"it does not name {', '.join(lost)} there"
    return new, ""


def event(
    front: EventFront,
    page: EventFront,
    reports: Sequence[Report],
    living: Mapping[str, str],
    there: Collection[str],
    articles: Mapping[str, ArticleFront],
) -> EventFront:
    """A reviewed event as it would be made, with what its page says of it: title, and whom and where a report still
    names, in the page's order. One claim more or less takes nobody off it whom another claim bears out, be it in its
    quote alone: whom a sentence mentions beside those who act, the program does not count among these.

    `reports`: its claims now; `living`: old id -> id; `there`: entities that have pages; `articles`: by id.
    """
    told = {e for r in reports for e in (*r.claim.entities, r.claim.place, *_quoted(r, articles)) if e}
    named = {living.get(e, e) for e in told}.intersection(there) | {*front.entities}
    mine = [living.get(e, e) for e in page.entities]
    place = living.get(page.place, page.place) if page.place else None
    return front.model_copy(
        update={
            "title": page.title,
            "entities": tuple(dict.fromkeys((*(e for e in mine if e in named), *front.entities))),
            "place": place if place in named else front.place,
        }
    )


def _quoted(report: Report, articles: Mapping[str, ArticleFront]) -> set[str]:
    """The entities that the quote of a report calls by a name which its article uses for them."""
    if report.article not in articles:
        return set()
    quote = markup.fold(report.claim.quote)
    return {
        row.id
        for row in articles[report.article].entities
        if any(_stands(markup.fold(name), quote) for name in row.names)
    }


def _stands(name: str, quote: str) -> bool:
    """Whether a name stands there as words of their own: no "Rome" in "Romero"."""
    at = pasted.find(quote, name)
    return at is not None and pasted.whole(quote, at)
