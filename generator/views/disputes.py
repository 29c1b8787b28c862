"""The disputes: where reports cannot all be right, each with what is agreed and who says what."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views.claims import ClaimView, Difference, agreed, claim, differences, ordered
from generator.views.lookup import EventFacts, Lookup
from generator.views.phrases import NOTHING, Phrase
from generator.views.statuses import Status
from generator.views.words import capital, t


@dataclass(frozen=True, slots=True)
class Dispute:
    """One disputed event.

    `follows` is the date that the chronology gives it where dates differ, `because` the reason. `claims` stand here
    only where no date or figure differs: the editors hold it disputed for another reason.
    """

    id: str
    title: str
    address: str
    kind: str
    summary: str
    agreed: str
    differences: tuple[Difference, ...]
    claims: tuple[ClaimView, ...]
    follows: Phrase
    because: str
    status: Status


@dataclass(frozen=True, slots=True)
class Disputes:
    """All of the page."""

    title: str
    description: str
    kicker: str
    standfirst: str
    disputes: tuple[Dispute, ...]


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
        differences=found,
        claims=() if found else tuple(claim(look, facts, i) for i in ordered(facts)),
        follows=facts.phrase if facts.rival else NOTHING,
        because=look.briefing.events[facts.id].front.because or _reason(found),
        status=facts.status,
    )


def _reason(found: tuple[Difference, ...]) -> str:
    """Why the chronology follows what it follows, where the editors have not said it."""
    kinds = {d.kind for d in found}
    said = [t("disputes.no_reason")] if "date" in kinds else []
    said += [t("disputes.no_figure")] if "figures" in kinds else []
    return " ".join(said) or t("disputes.editors")


def summary(found: tuple[Difference, ...]) -> str:
    """Who says what, in a sentence: June, say three independent reports; July, says one report."""
    if not found:
        return ""
    said = [
        t("differ.say", n=reading.independent, title=reading.title.text)
        for reading in found[0].readings
        if reading.independent
    ]
    return capital("; ".join(said)) + "."


def disputed(look: Lookup) -> list[EventFacts]:
    """The disputed events, in time."""
    return [f for f in look.events.values() if f.status.kind == "disputed"]


def view(look: Lookup) -> Disputes:
    """The page of disputes."""
    rows = tuple(dispute(look, facts) for facts in disputed(look))
    return Disputes(
        title=t("nav.disputes"),
        description=t("disputes.description", n=len(rows), name=look.name),
        kicker=capital(t("disputes.open", n=len(rows))) if rows else "",
        standfirst=t("disputes.standfirst") if rows else t("disputes.empty"),
        disputes=rows,
    )
