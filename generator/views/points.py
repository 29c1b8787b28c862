"""What each report says of an event beside its date: on whose word, with which spelling of the names, which figures."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views import addresses
from generator.views.lookup import EventFacts, Lookup
from generator.views.words import quantity


@dataclass(frozen=True, slots=True)
class Point:
    """One report's row. `names` are its own spellings, the fullest of each entity; `figures` are in words."""

    source: str
    post: str
    address: str
    said_by: str
    names: tuple[str, ...]
    figures: tuple[str, ...]
    rival: bool


def points(look: Lookup, facts: EventFacts) -> tuple[Point, ...]:
    """A row for every claim, in the order of publication."""
    rows = []
    for i, report in enumerate(facts.reports):
        claim = report.claim
        ids = dict.fromkeys([*claim.entities, *([claim.place] if claim.place else [])])
        figures = (" ".join(x for x in (quantity(f.value), f.unit, f.what) if x) for f in claim.figures)
        rows.append(
            Point(
                source=look.sources[report.article].heading,
                post=claim.post or "",
                address=addresses.claim(report.article, look.numbers[facts.id][i]),
                said_by=claim.said_by or "",
                names=tuple(_spelling(look, report.article, id) for id in ids),
                figures=tuple(figures),
                rival=i in facts.rival,
            )
        )
    return tuple(rows)


def _spelling(look: Lookup, article: str, id: str) -> str:
    """The fullest spelling of a report, its preferred name where the report's page gives none."""
    return next((row.names[0] for row in look.rows.get((article, id), ()) if row.names), look.entity_name(id))
