"""The disputes: where reports cannot all be right, each with what is agreed and who says what."""

from __future__ import annotations

from dataclasses import dataclass

from generator import derive
from generator.views import addresses, compared, numbers
from generator.views.claims import (
    ClaimView,
    Difference,
    Link,
    Reading,
    agreed,
    claim,
    differences,
    followed,
    ordered,
    reason_is_of_date,
    summary,
)
from generator.views.compared import Waiting
from generator.views.folds import cut
from generator.views.lookup import EventFacts, Lookup
from generator.views.phrases import NOTHING, Phrase
from generator.views.statuses import Status
from generator.views.words import capital, t

_SHOWN = 30  # disputes in full on the page; the table has all of them
_NAMED = 5  # sources of one reading in the table


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that is not settled: what the reports say, and why we read it so.

    `follows` is the date that the chronology gives it, where this is about the date. No `difference` stands where the
    reports can all be right and only the editors say otherwise; `label` is empty where the event has this point alone.
    """

    label: str
    difference: Difference | None
    follows: Phrase
    because: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """One disputed event.

    `claims` stand here only where no date or figure differs: the editors hold it disputed for another reason.
    """

    id: str
    title: str
    address: str
    kind: str
    summary: str
    agreed: str
    points: tuple[Point, ...]
    claims: tuple[ClaimView, ...]
    status: Status
    notes: tuple[Link, ...]  # of the editors, that speak of the event


@dataclass(frozen=True, slots=True)
class Side:
    """One reading in the table: what it says, who says so, how many of them are independent."""

    title: Phrase
    count: str
    rival: bool
    sources: tuple[Link, ...]
    more: str


@dataclass(frozen=True, slots=True)
class Row:
    """One disagreement in the table: a point on which the reports of one event differ."""

    title: str
    address: str
    point: str
    agreed: str
    sides: tuple[Side, ...]
    follows: Phrase
    because: str
    notes: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Disputes:
    """All of the page."""

    title: str
    description: str
    kicker: str
    standfirst: str
    disputes: tuple[Dispute, ...]  # each with its readings side by side, as many as a page holds
    rows: tuple[Row, ...]  # all of them
    numbers: str  # address of the page of numbers side by side, where there is one
    scope: str  # what was compared
    waiting: tuple[Waiting, ...]  # reports of which some dated sentences were not


def dispute(look: Lookup, facts: EventFacts) -> Dispute:
    """One disputed event."""
    found = differences(look, facts)
    kinds = [t("differ.kind_date")] if any(d.kind == "date" for d in found) else []
    kinds += [t("differ.kind_figures")] if any(d.kind == "figures" for d in found) else []
    return Dispute(
        id=facts.id,
        title=facts.title,
        address=facts.address,
        kind=" · ".join(kinds) or t("differ.kind_editors"),
        summary=summary(found) or capital(facts.status.why) + ".",
        agreed=agreed(look, facts),
        points=tuple(_points(look, facts, found)),
        claims=() if found else tuple(claim(look, facts, i) for i in ordered(facts)),
        status=facts.status,
        notes=_notes(look, facts.id),
    )


def _notes(look: Lookup, event: str) -> tuple[Link, ...]:
    own = {addresses.address(look.briefing, id) for id in look.briefing.notes}
    return tuple(Link(b.title, b.address) for b in look.backlinks.get(event, ()) if b.address in own)


def _rows(look: Lookup, facts: EventFacts) -> list[Row]:
    """The rows of one event: one for each point."""
    whole = dispute(look, facts)
    return [
        Row(
            title=facts.title,
            address=facts.address,
            point=point.label or whole.kind,
            agreed=whole.agreed,
            sides=tuple(_side(r) for r in point.difference.readings)
            if point.difference
            else (_side(followed(look, facts)),)
            if point.follows
            else (),
            follows=point.follows,
            because=point.because,
            notes=whole.notes,
        )
        for point in whole.points
    ]


def _side(reading: Reading) -> Side:
    shown, rest = cut(reading.sources, _NAMED)
    more = t("entity.more", n=len(rest)) if rest else ""
    return Side(reading.title, reading.count, reading.rival, shown, more)


def _points(look: Lookup, facts: EventFacts, found: tuple[Difference, ...]) -> list[Point]:
    """Every point with its own reason: the editors', else what the numbers of reports say for it."""
    given = look.briefing.events[facts.id].front.because or ""
    made = [Point(d.label, d, facts.phrase if d.kind == "date" else NOTHING, d.because or _reason(d)) for d in found]
    if not found:
        own = given or t("disputes.own_date" if facts.apart else "disputes.editors")
        return [Point("", None, facts.phrase if facts.apart else NOTHING, own)]
    if not facts.rival and (facts.apart or (given and reason_is_of_date(look, facts))):
        made.insert(0, Point(t("differ.date"), None, facts.phrase, given or t("disputes.own_date")))
    return made


def _reason(difference: Difference) -> str:
    """Why the chronology follows what it follows, where the editors have not said it."""
    if difference.kind == "figures":
        return t("disputes.no_figure")
    return t("disputes.most" if _leads(difference) else "disputes.even")


def _leads(difference: Difference) -> bool:
    """Whether the first reading has more independent reports than any other."""
    first, *others = (reading.independent for reading in difference.readings)
    return first > max(others, default=0)


def disputed(look: Lookup) -> list[EventFacts]:
    """The disputed events, in time."""
    return [f for f in look.events.values() if f.status.kind == "disputed"]


def contested(look: Lookup) -> list[EventFacts]:
    """Those that count as open: not where the reports agree, and only the editors give another date."""
    return [f for f in disputed(look) if not f.apart or f.rival or derive.rival_figures(f.reports)]


def _none(look: Lookup) -> str:
    """Why no dispute is shown: that reports agree can be said only where there are some, and all of them are shown."""
    if look.briefing.withheld_events:
        return t("withheld.disputes" if look.events else "withheld.all_events")
    return t(
        ("disputes.none_yet", "disputes.one_yet")[len(look.sources)] if len(look.sources) < 2 else "disputes.empty"
    )


def view(look: Lookup) -> Disputes:
    """The page of disputes."""
    open_ = contested(look)
    counted = {f.id for f in open_}
    events = open_ + [f for f in disputed(look) if f.id not in counted]
    made = tuple(dispute(look, facts) for facts in events[:_SHOWN])
    rows = tuple(row for facts in events for row in _rows(look, facts))
    return Disputes(
        title=t("nav.disputes"),
        description=t("disputes.description", n=len(open_), name=look.name),
        kicker=capital(t("disputes.open", n=len(open_))) if open_ else "",
        standfirst=t("disputes.standfirst") if open_ else _none(look),
        disputes=made,
        rows=rows,
        numbers=numbers.address(look),
        scope=compared.scope(look),
        waiting=compared.reports(look),
    )
