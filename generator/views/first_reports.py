"""The same events in the order in which they became known: under the source that first reports each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from generator import dates
from generator.content import published
from generator.views.entries import Line, line
from generator.views.lookup import EventFacts, Lookup
from generator.views.phrases import day
from generator.views.sources import SourceName
from generator.views.words import capital, t

_STEPS = 14  # lines of the table of contents


@dataclass(frozen=True, slots=True)
class FirstReport:
    """One source with the events that no earlier one reports. `known`: how many are known once it is out; `placed`: why
    a source that prints no day stands where it does.
    """

    id: str
    source: SourceName
    placed: str
    events: tuple[Line, ...]
    repeats: str
    known: str
    count: str
    again: tuple[Line, ...]  # events that earlier sources report
    otherwise: tuple[Line, ...]  # of these, what this source dates as an earlier one cannot


@dataclass(frozen=True, slots=True)
class Step:
    """A line of "what was known by": a source, or a month of them, and how many events were known then."""

    label: str
    address: str
    known: str


@dataclass(frozen=True, slots=True)
class FirstReports:
    """All of the page."""

    title: str
    description: str
    standfirst: str
    reports: tuple[FirstReport, ...]
    steps: tuple[Step, ...]


def view(look: Lookup) -> FirstReports:
    """Sources in the order of publication; one whose day was inferred stands at the last day it can have appeared, so
    that nothing counts as known before it surely was; those without any day stand last.
    """
    order = {id: place for place, id in enumerate(look.sources)}
    first: dict[str, list[Line]] = defaultdict(list)
    again: dict[str, dict[str, bool]] = defaultdict(dict)  # source -> event -> whether it says otherwise
    for facts in look.events.values():
        by = min((r.article for r in facts.reports), key=lambda id: order[id], default=None)
        if by is None:
            continue
        first[by].append(line(facts))
        for i, report in enumerate(facts.reports):
            if report.article != by:
                other = again[report.article].get(facts.id, False) or _otherwise(facts, i)
                again[report.article][facts.id] = other
    rows, known = [], 0
    for id, source in look.sources.items():
        known += len(first[id])
        repeats = capital(t("first.repeats", n=len(again[id]))) if again[id] else ""
        told = tuple(line(look.events[e]) for e, rival in again[id].items() if not rival)
        against = tuple(line(look.events[e]) for e, rival in again[id].items() if rival)
        rows.append(
            FirstReport(
                id,
                source,
                _placed(look, source),
                tuple(first[id]),
                repeats,
                t("first.known", n=known),
                t("count.events", n=known),
                told,
                against,
            )
        )
    return FirstReports(
        title=t("first.title"),
        description=t("first.description", name=look.name),
        standfirst=t("first.standfirst") if rows else t("sources.empty"),
        reports=tuple(rows),
        steps=_steps(look, rows),
    )


def _placed(look: Lookup, source: SourceName) -> str:
    if source.dated:
        return ""
    last = published(look.briefing.articles[source.id].front)[1]
    return t("first.undated") if last == dates.LAST else t("first.inferred", date=day(last).text)


def _otherwise(facts: EventFacts, i: int) -> bool:
    """Whether the i-th report gives a date on the other side of a dispute than one that was there before."""
    dated = [j for j in range(i + 1) if facts.reports[j].claim.date]
    return i in dated and any((j in facts.rival) != (i in facts.rival) for j in dated)


def _steps(look: Lookup, rows: list[FirstReport]) -> tuple[Step, ...]:
    """Every source that brings something new; of many, the last of each month, then of each year."""
    new = [row for row in rows if row.events]
    for length in (7, 4):
        if len(new) <= _STEPS:
            break
        last = {published(look.briefing.articles[row.id].front)[1].isoformat()[:length]: row for row in new}
        new = list(last.values())
    return tuple(Step(_by(look, row.source), f"#{row.id}", row.count) for row in new) if len(new) > 1 else ()


def _by(look: Lookup, source: SourceName) -> str:
    """The day by which a source was out."""
    last = published(look.briefing.articles[source.id].front)[1]
    return source.head if last == dates.LAST else day(last).text
