"""The same events in the order in which they became known: under the source that first reports each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from generator.views.entries import Line, line
from generator.views.lookup import Lookup
from generator.views.sources import SourceName
from generator.views.words import capital, t


@dataclass(frozen=True, slots=True)
class FirstReport:
    """One source with the events that no earlier one reports. `known`: how many are known once it is out."""

    id: str
    source: SourceName
    events: tuple[Line, ...]
    repeats: str
    known: str


@dataclass(frozen=True, slots=True)
class FirstReports:
    """All of the page."""

    title: str
    description: str
    standfirst: str
    reports: tuple[FirstReport, ...]


def view(look: Lookup) -> FirstReports:
    """Sources in the order of publication, those without a day last."""
    order = {id: place for place, id in enumerate(look.sources)}
    first: dict[str, list[Line]] = defaultdict(list)
    again: dict[str, set[str]] = defaultdict(set)
    for facts in look.events.values():
        by = min((r.article for r in facts.reports), key=lambda id: order[id], default=None)
        if by is None:
            continue
        first[by].append(line(facts))
        for report in facts.reports:
            if report.article != by:
                again[report.article].add(facts.id)
    rows, known = [], 0
    for id, source in look.sources.items():
        known += len(first[id])
        repeats = capital(t("first.repeats", n=len(again[id]))) if again[id] else ""
        rows.append(FirstReport(id, source, tuple(first[id]), repeats, t("first.known", n=known)))
    return FirstReports(
        title=t("first.title"),
        description=t("first.description", name=look.name),
        standfirst=t("first.standfirst") if rows else t("sources.empty"),
        reports=tuple(rows),
    )
