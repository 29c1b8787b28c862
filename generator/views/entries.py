"""An event as a line of a list: on the chronology in full, elsewhere with date, title and status."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.views.claims import (
    ClaimView,
    Difference,
    Link,
    claim,
    differences,
    entity_links,
    ordered,
    otherwise_dated,
    who_says,
)
from generator.views.filters import Facets, facets
from generator.views.lookup import EventFacts, Lookup, spelled
from generator.views.phrases import NOTHING, Phrase, short
from generator.views.statuses import Status
from generator.views.words import t


@dataclass(frozen=True, slots=True)
class Line:
    """An event in a short list. `printed_year` completes its date on paper, as an entry's does."""

    id: str
    title: str
    address: str
    date: Phrase
    status: Status
    facets: Facets
    printed_year: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """An event in a short list with what one source says of it; the status of a disputed one tells who says what."""

    line: Line
    claim: ClaimView | None


@dataclass(frozen=True, slots=True)
class Reported:
    """An event as one report tells of it; no `claim` where too many stand together for their words."""

    id: str
    title: str
    address: str
    date: Phrase
    claim: ClaimView | None


@dataclass(frozen=True, slots=True)
class Entry:
    """An event on the chronology. `printed_year` completes its date on paper, where the year may stand a page away."""

    id: str
    title: str
    address: str
    date: Phrase
    printed_year: str
    status: Status
    claim: ClaimView | None
    dated: tuple[ClaimView, ...]  # others that stand open, for their date is not the one shown
    more: tuple[ClaimView, ...]
    more_label: str
    differences: tuple[Difference, ...]
    who: tuple[Link, ...]
    where: Link | None
    unchecked: bool  # to be said only where others are checked
    facets: Facets


def line(facts: EventFacts, year: int | None = None) -> Line:
    """The short form, within the group of a year (`None`: the date stands whole)."""
    date, printed = _dated(facts, year)
    return Line(facts.id, facts.title, facts.address, date, facts.status, facets(facts), printed)


def _dated(facts: EventFacts, year: int | None) -> tuple[Phrase, str]:
    """The date as the group of a year has it, and the year that then is missing."""
    date = short(facts.date.text, year, facts.dated_by) if year and facts.date else facts.phrase
    return date, str(year) if year and date and str(year) not in date.text else ""


def told(look: Lookup, facts: EventFacts, about: str = "") -> Told:
    """The short form with words; those that name an entity, where the list is `about` one and some report names it."""
    order = ordered(facts)
    if about and len(order) > 1:
        order = sorted(order, key=lambda i: _names(look, facts, i, about))
    made = line(facts)
    differ = who_says(differences(look, facts)) if facts.status.kind == "disputed" else ""
    if differ:
        made = replace(made, status=replace(made.status, why=differ))
    return Told(made, claim(look, facts, order[0]) if order else None)


def _names(look: Lookup, facts: EventFacts, report: int, id: str) -> int:
    """0 where the words of a report name an entity, 1 where they mean it, else 2."""
    told_by = facts.reports[report]
    if id in spelled(look, told_by.article, told_by.claim.quote):
        return 0
    return 1 if id in (look.briefing.redirects.get(i, i) for i in told_by.claim.entities) else 2


def entry(look: Lookup, facts: EventFacts, year: int | None) -> Entry:
    """The full form, within the group of a year (`None`: the date stands whole)."""
    front = look.briefing.events[facts.id].front
    date, printed = _dated(facts, year)
    differing = differences(look, facts)
    order = ordered(facts)
    shown = {0} if order and not differing else set()
    claims = [claim(look, facts, i) for i in order]
    in_readings = {c.address for d in differing for r in d.readings for c in r.claims}
    others = [c for place, c in enumerate(claims) if place not in shown and c.address not in in_readings]
    known = {facts.phrase.text, *(r.title.text for d in differing for r in d.readings)}
    known |= {claims[i].date.text for i in shown} | {
        c.date.text for d in differing for r in d.readings for c in r.shown
    }
    dated = otherwise_dated(others, known)
    rest = [c for c in others if c not in dated]
    return Entry(
        id=facts.id,
        title=facts.title,
        address=facts.address,
        date=date,
        printed_year=printed,
        status=facts.status,
        claim=claims[0] if shown else None,
        dated=dated,
        more=tuple(rest),
        more_label=t("claim.more", n=len(rest)) if shown or dated else t("claim.others", n=len(rest)),
        differences=differing,
        who=entity_links(look, [i for i in facts.entities if i != facts.place]),
        where=entity_links(look, (facts.place,))[0] if facts.place else None,
        unchecked=look.any_checked and not front.reviewed,
        facets=facets(facts),
    )


def dateless(phrase: Phrase) -> str:
    """What stands where a date would."""
    return phrase.text if phrase is not NOTHING and phrase else t("date.none")
