"""The index of sources: provenance, who copies whom, and which source reports what."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from generator import markup
from generator.names import fold
from generator.views import compared, excerpts
from generator.views.claims import Link
from generator.views.credits import credited
from generator.views.lookup import EventFacts, Lookup
from generator.views.phrases import Phrase, phrase, short_day
from generator.views.words import capital, count, figure, joined, t

_WIDEST = 8  # columns of the matrix; more sources do not fit a page, and stand in the rows of their events
_LONGEST = 80  # rows of the matrix; with more events only those that several sources report stand in it
_APART = 40  # sources from which on the years of publication part the table
_CREDITS = 4  # names of credited origins in a row


@dataclass(frozen=True, slots=True)
class Row:
    """One source of the table of provenance. `basis` says from what a date was inferred; a printed one needs none."""

    id: str
    title: str
    address: str
    lang: str
    digest: bool
    published: Phrase
    basis: str
    publisher: str
    credits: str
    claims: int
    only_here: int
    length: str  # in words of the text that we keep


@dataclass(frozen=True, slots=True)
class Part:
    """Sources of one year of publication; in a short table one part without a name holds them all. Of many years the
    newest stands `open`, the rest is folded.
    """

    id: str
    name: str
    count: str
    open: bool
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """Two sources that print the same passages."""

    one: Link
    other: Link
    passages: str


@dataclass(frozen=True, slots=True)
class House:
    """Several sources of one publisher, which count as one report."""

    publisher: str
    reports: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source says of one event: "" nothing, "dated", "undated", "rival"; `said` is its date in words."""

    kind: str
    said: str
    source: str
    address: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One event over all sources."""

    title: str
    address: str
    date: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """A column of the matrix."""

    date: str
    publisher: str
    address: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Events by sources. `note` says which events are not in it. Without heads there are too many sources for columns:
    then each row has only the cells of those that report its event.
    """

    heads: tuple[Head, ...]
    rows: tuple[MatrixRow, ...]
    note: str
    scope: str  # what was compared


@dataclass(frozen=True, slots=True)
class SourcesIndex:
    """All of the page."""

    title: str
    description: str
    standfirst: str
    parts: tuple[Part, ...]
    credited: bool  # whether any source credits anybody
    copies: tuple[Copy, ...]
    houses: tuple[House, ...]
    no_copies: str  # said where there are neither copies nor houses
    digests_hide: str  # that digests cannot show what their originals share; "" without digests
    matrix: Matrix | None


def view(look: Lookup) -> SourcesIndex:
    """The index of a briefing's sources."""
    rows = tuple(_row(look, id, len(look.only_here.get(id, ()))) for id in look.sources)
    total = len(rows)
    digested = total > 1 and any(s.digest for s in look.sources.values())
    none_known = t("sources.no_copies_known") if digested else t("sources.no_copies")
    return SourcesIndex(
        title=t("nav.sources"),
        description=t("sources.description", n=total, name=look.name),
        standfirst=_standfirst(look, rows) if rows else t("sources.empty"),
        parts=_parts(look, rows),
        credited=any(row.credits for row in rows),
        copies=_copies(look),
        houses=_houses(look),
        no_copies=none_known if total > 1 else t("sources.only_one"),
        digests_hide=t("sources.digests_hide") if digested else "",
        matrix=_matrix(look) if total > 1 else None,
    )


def _parts(look: Lookup, rows: tuple[Row, ...]) -> tuple[Part, ...]:
    """The rows by year of publication, in their order; what has no date stands last."""
    if len(rows) < _APART:
        return (Part("", "", "", True, rows),) if rows else ()
    years: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        years[look.sources[row.id].year].append(row)
    newest = max(years)
    made = []
    for year in sorted(years, key=lambda y: (not y, y)):
        reports = t("count.reports_figure", n=len(years[year]), figure=figure(len(years[year])))
        name = year or t("sources.no_year")
        made.append(Part(f"published-{year or 'unknown'}", name, reports, year == newest, tuple(years[year])))
    return tuple(made)


def _standfirst(look: Lookup, rows: tuple[Row, ...]) -> str:
    said = [t("sources.standfirst", n=len(rows))]
    nameless = sum(1 for r in rows if not r.publisher)
    dateless = sum(1 for s in look.sources.values() if not s.dated)
    if nameless:
        said.append(t("sources.nameless", n=nameless))
    if dateless:
        said.append(t("sources.dateless", n=dateless))
    return " ".join(said)


def _row(look: Lookup, id: str, alone: int) -> Row:
    article = look.briefing.articles[id]
    source = look.sources[id]
    claims = look.claims[article.id]
    origins: dict[str, str] = {}
    for claim in claims:
        for name in (credited(claim.said_by or ""), t("sources.post_by", name=claim.post) if claim.post else None):
            if name:
                origins.setdefault(fold(name), name)
    names = list(origins.values())
    shown = names[:_CREDITS] + ([t("list.others", n=len(names) - _CREDITS)] if len(names) > _CREDITS else [])
    return Row(
        id=id,
        title=source.title,
        address=source.address,
        lang=source.lang,
        digest=source.digest,
        published=source.published,
        basis="" if source.dated else source.basis,
        publisher=source.publisher,
        credits=joined(shown),
        claims=len(claims),
        only_here=alone,
        length=figure(len(markup.plain(excerpts.shown(look.briefing, article)).split())),
    )


def _link(look: Lookup, id: str) -> Link:
    source = look.sources[id]
    return Link(source.running, source.address)


def _copies(look: Lookup) -> tuple[Copy, ...]:
    """Pairs of sources that share passages, by the number of claims in them."""
    pairs: Counter[tuple[str, str]] = Counter()
    for article in look.briefing.articles.values():
        for claim in look.claims[article.id]:
            for other in claim.shared_with:
                if other in look.sources:
                    first, second = sorted((article.id, other))
                    pairs[first, second] += 1
    order = {id: place for place, id in enumerate(look.sources)}
    found = []
    for (one, other), number in sorted(pairs.items(), key=lambda row: (order[row[0][0]], order[row[0][1]])):
        first, second = sorted((one, other), key=lambda id: order[id])
        # Each side of a pair names the other: half of the claims are the passages.
        passages = t("count.passages", n=max(number // 2, 1))
        start = _link(look, first)
        found.append(Copy(Link(capital(start.text), start.address), _link(look, second), passages))
    return tuple(found)


def _houses(look: Lookup) -> tuple[House, ...]:
    often = Counter(s.publisher for s in look.sources.values() if s.publisher)
    return tuple(House(name, count(n)) for name, n in sorted(often.items()) if n > 1)


def _matrix(look: Lookup) -> Matrix:
    events = [f for f in look.events.values() if f.reports]
    chosen = events
    if len(events) > _LONGEST:
        chosen = [f for f in events if f.status.kind == "disputed" or len({r.article for r in f.reports}) > 1]
    # The most reported stand where there is still no room for all; the list keeps the order of time.
    if len(chosen) > _LONGEST:
        by_weight = sorted(chosen, key=lambda f: (f.status.kind != "disputed", -f.independent, f.id))
        kept = {f.id for f in by_weight[:_LONGEST]}
        chosen = [f for f in chosen if f.id in kept]
    left_out = len(events) - len(chosen)
    note = t("sources.matrix_left_out", n=left_out) if left_out else ""
    wide = len(look.sources) > _WIDEST
    heads = () if wide else tuple(_head(look, id) for id in look.sources)
    return Matrix(heads, tuple(_matrix_row(look, f, wide) for f in chosen), note, compared.scope(look))


def _head(look: Lookup, id: str) -> Head:
    """The head of a narrow column: the day with its month shortened."""
    source, on = look.sources[id], look.briefing.articles[id].front.date
    return Head(short_day(date.fromisoformat(on)) if on else source.head, source.publisher, source.address)


def _matrix_row(look: Lookup, facts: EventFacts, wide: bool) -> MatrixRow:
    """One event; of many sources (`wide`) only those that report it have a cell."""
    rank = ("", "undated", "dated", "rival")
    cells: dict[str, Cell] = {}
    for i, report in enumerate(facts.reports):
        claim = report.claim
        source = look.sources[report.article]
        if i in facts.rival:
            kind, said = "rival", t("sources.cell_rival", date=phrase(claim.date, claim.dated_by).text)
        elif claim.date:
            kind, said = "dated", phrase(claim.date, claim.dated_by).text
        else:
            kind, said = "undated", t("sources.cell_undated")
        # A source that makes several claims shows the one that says most: a rival date, then any date.
        held = cells.get(report.article)
        if held is None or rank.index(kind) > rank.index(held.kind):
            cells[report.article] = Cell(kind, said, source.heading, source.address)
    empty = Cell("", t("sources.cell_no"), "", "")
    row = tuple(cells.values()) if wide else tuple(cells.get(id, empty) for id in look.sources)
    return MatrixRow(facts.title, facts.address, facts.phrase.text or t("date.none"), row)
