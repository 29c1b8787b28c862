"""What every report says of one event, claim beside claim: its words, its date, its names, its figures.

One table holds it all, so that a reader compares down a column. Where reports cannot all be right, its rows stand under
the readings that they divide into.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.views.calendar import Span, calendar
from generator.views.claims import ClaimView, Difference, Link, claim, entity_links, hedge
from generator.views.lookup import EventFacts, Lookup, spelled
from generator.views.phrases import NOTHING, Phrase
from generator.views.sources import in_order
from generator.views.words import t


@dataclass(frozen=True, slots=True)
class Testimony:
    """One claim. `names` are as the sentence shown spells them; `meant` takes part, and is not named in it."""

    id: str
    claim: ClaimView
    names: tuple[str, ...]
    meant: tuple[Link, ...]
    figures: tuple[str, ...]
    span: Span | None


@dataclass(frozen=True, slots=True)
class Side:
    """The claims of one reading; without a `title` all that there are, or those that take no side (`label`)."""

    title: Phrase
    label: str
    count: str
    independent: int
    rival: bool
    rows: tuple[Testimony, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """All claims of an event. `columns` and `lines` are the furniture of the drawn dates; empty: none are drawn."""

    sides: tuple[Side, ...]
    columns: tuple[str, ...]
    lines: tuple[float, ...]
    figures: bool  # whether any claim gives one
    single: Testimony | None  # the only claim: nothing is compared


def testimony(look: Lookup, facts: EventFacts, differ: tuple[Difference, ...]) -> Table:
    """Every claim once: under the readings of the first point on which the reports differ, and in order of
    publication.
    """
    reports = facts.reports
    drawn = calendar([r.claim.date for r in reports], [i in facts.rival for i in range(len(reports))])
    articles = look.briefing.articles
    rows = [_row(look, facts, i, drawn.spans[i] if drawn else None) for i in range(len(reports))]
    placed = sorted(range(len(rows)), key=lambda i: (in_order(articles[reports[i].article]), i))
    by_address = {row.claim.address: i for i, row in enumerate(rows)}
    sides: list[Side] = []
    taken: set[int] = set()
    for reading in differ[0].readings if differ else ():
        of = {by_address[c.address] for c in reading.claims} - taken
        taken |= of
        sides.append(
            Side(
                reading.title,
                "",
                reading.count,
                reading.independent,
                reading.rival,
                tuple(rows[i] for i in placed if i in of),
            )
        )
    rest = tuple(rows[i] for i in placed if i not in taken)
    if rest:
        sides.append(Side(NOTHING, t("claim.others", n=len(rest)) if taken else "", "", 0, False, rest))
    return Table(
        sides=tuple(sides),
        columns=drawn.columns if drawn else (),
        lines=drawn.lines if drawn else (),
        figures=any(row.figures for row in rows),
        single=rows[0] if len(rows) == 1 else None,
    )


def _row(look: Lookup, facts: EventFacts, i: int, span: Span | None) -> Testimony:
    report = facts.reports[i]
    stated = report.claim
    found = spelled(look, report.article, stated.quote)
    meant = dict.fromkeys([*stated.entities, *([stated.place] if stated.place else [])])
    figures = (" ".join(x for x in (hedge(f.bound, f.value, f.unit), f.what) if x) for f in stated.figures)
    return Testimony(
        id=f"claim-{report.article}-{look.numbers[facts.id][i]}",
        claim=claim(look, facts, i),
        names=tuple(found.values()),
        meant=entity_links(look, [id for id in meant if id not in found]),
        figures=tuple(figures),
        span=span,
    )
