"""Dated events as a calendar holds them: whole days, with the date in words wherever days would say too much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.views import recency, spoken
from generator.views.claims import ordered
from generator.views.lookup import EventFacts, Lookup
from generator.views.words import capital, t

_CLAIMS = 3  # told in a description; the event's page tells all


@dataclass(frozen=True, slots=True)
class Appointment:
    """One event. `first` and `last` are the days it may have been on, both included.

    `state` is iCalendar's: TENTATIVE for what is planned, CONFIRMED for what independent reports agree on, empty for
    what one report alone says, or what is disputed: nobody has confirmed that.
    """

    id: str
    address: str
    summary: str
    description: str
    first: date
    last: date
    state: str
    category: str
    place: str
    coordinates: tuple[float, float] | None
    known: date | None  # the day of its newest source


def appointments(look: Lookup) -> Iterator[Appointment]:
    """Every dated event, in time."""
    for id in look.in_time:
        facts = look.events[id]
        first, last = bounds(facts)
        yield Appointment(
            id=id,
            address=facts.address,
            summary=facts.title if exact(facts) else t("agenda.summary", title=facts.title, date=facts.phrase.text),
            description=_description(look, facts),
            first=first,
            last=last,
            state=_state(facts),
            category=facts.status.word,
            place=look.entity_name(facts.place) if facts.place else "",
            coordinates=look.briefing.entities[facts.place].front.coordinates if facts.place else None,
            known=recency.of_event(look.briefing, id),
        )


def bounds(facts: EventFacts) -> tuple[date, date]:
    """The first and the last day of a dated event; of a date that is open at one end, those of the other end."""
    value = facts.date
    assert value is not None
    start, end = value.start or value.end, value.end or value.start
    assert start is not None
    assert end is not None
    return start.lower, end.upper


def exact(facts: EventFacts) -> bool:
    """Whether the days are all there is to say: no month, no "about", no open end, no mere day of a report."""
    value = facts.date
    if value is None or value.start is None or value.end is None or value.approximate:
        return False
    return value.precision == "day" and facts.dated_by != "publication"


def _state(facts: EventFacts) -> str:
    if facts.planned:
        return "TENTATIVE"
    return "CONFIRMED" if facts.status.kind == "undisputed" else ""


def _description(look: Lookup, facts: EventFacts) -> str:
    """Date, status and what the first reports say, one to a line."""
    lines = [f"{capital(facts.phrase.text)}.", f"{facts.status.text}."]
    order = ordered(facts)
    lines += [spoken.claim(look, facts, i) for i in order[:_CLAIMS]]
    if len(order) > _CLAIMS:
        lines.append(t("agenda.more", n=len(order) - _CLAIMS))
    return "\n".join(lines)
