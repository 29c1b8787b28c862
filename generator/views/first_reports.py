"""The same events in the order in which they became known: under the source that first reports each.

Many sources stand on a page for each year of publication, and those of a very full year on one for each month; the
first page then tells how much was known by the end of each month, and leads to them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

from generator import dates
from generator.content import published
from generator.views import addresses
from generator.views.claims import claim, ordered
from generator.views.entries import Reported
from generator.views.lookup import EventFacts, Lookup
from generator.views.phrases import phrase
from generator.views.sources import SourceName
from generator.views.words import capital, figure, t

_STEPS = 14  # lines of the table of contents
_APART = 40  # sources from which on each year has a page of its own
_FULL = 100  # sources of one year above which each of its months has one
_UNDATED = "undated"
_WEEK = 7
_NEWS = timedelta(days=_WEEK)
_MONTH = 31  # days of the longest time that can be news


@dataclass(frozen=True, slots=True)
class Known(Reported):
    """An event as one source told it on its day: its own date and words; only the title is of today."""

    value: str  # its date as EDTF; empty where the source gives none


@dataclass(frozen=True, slots=True)
class Part:
    """Some of what is new in a report: its news, what it announces, or what it recalls. One part alone has no label."""

    label: str
    events: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class FirstReport:
    """One source with the events that no earlier one reports. `known`: how many are known once it is out; `placed`: why
    a source that prints no day stands where it does.
    """

    id: str
    source: SourceName
    placed: str
    events: tuple[Known, ...]
    parts: tuple[Part, ...]  # the same events, the news of the day first
    repeats: str
    known: str
    count: str
    again: tuple[Known, ...]  # events that earlier sources report
    otherwise: tuple[Known, ...]  # of these, what this source dates as an earlier one cannot


@dataclass(frozen=True, slots=True)
class Step:
    """A line of "what was known by": a source, or a month of them, and how many events were known then."""

    label: str
    address: str
    known: str


@dataclass(frozen=True, slots=True)
class Period:
    """Reports that have a page of their own: of a year, a month, or without any day."""

    id: str
    name: str
    address: str
    count: str
    label: str  # of the link to its page
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class FirstReports:
    """The page of the second order: all of its reports, or the periods that have pages for them."""

    title: str
    description: str
    standfirst: str
    reports: tuple[FirstReport, ...]
    steps: tuple[Step, ...]
    periods: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class PeriodPage:
    """The reports of one period."""

    title: str
    description: str
    standfirst: str
    reports: tuple[FirstReport, ...]
    steps: tuple[Step, ...]
    before: Period | None
    after: Period | None


def view(look: Lookup) -> FirstReports:
    """The second order of a briefing."""
    rows = _rows(look)
    grouped = _grouped(look, rows)
    return FirstReports(
        title=t("first.title"),
        description=t("first.description", name=look.name),
        standfirst=t("first.standfirst_years" if grouped else "first.standfirst") if rows else t("sources.empty"),
        reports=() if grouped else tuple(rows),
        steps=() if grouped else _steps(look, rows),
        periods=tuple(_period(look, key, of) for key, of in grouped),
    )


def period_pages(look: Lookup) -> list[tuple[str, PeriodPage]]:
    """(address, page) for every period; none where one page holds all reports."""
    grouped = _grouped(look, _rows(look))
    links = [_period(look, key, of) for key, of in grouped]
    made = []
    for place, ((key, of), here) in enumerate(zip(grouped, links, strict=True)):
        when = t("first.of_undated") if key == _UNDATED else here.name
        page = PeriodPage(
            title=t("first.of", when=when),
            description=t("first.of_description", when=when, name=look.name),
            standfirst=t("first.of_standfirst", n=len(of), new=figure(sum(len(row.events) for row in of))),
            reports=tuple(of),
            steps=here.steps,
            before=links[place - 1] if place else None,
            after=links[place + 1] if place + 1 < len(links) else None,
        )
        made.append((here.address, page))
    return made


def _rows(look: Lookup) -> list[FirstReport]:
    """Sources in the order of publication; one whose day was inferred stands at the last day it can have appeared, so
    that nothing counts as known before it surely was; those without any day stand last.
    """
    order = {id: place for place, id in enumerate(look.sources)}
    first: dict[str, list[str]] = defaultdict(list)
    again: dict[str, dict[str, bool]] = defaultdict(dict)  # source -> event -> whether it says otherwise
    for facts in look.events.values():
        by = min((r.article for r in facts.reports), key=lambda id: order[id], default=None)
        if by is None:
            continue
        first[by].append(facts.id)
        for i, report in enumerate(facts.reports):
            if report.article != by:
                other = again[report.article].get(facts.id, False) or _otherwise(facts, i)
                again[report.article][facts.id] = other
    rows, known = [], 0
    for id, source in look.sources.items():
        new = tuple(_known(look, e, id) for e in first[id])
        known += len(new)
        rows.append(
            FirstReport(
                id,
                source,
                _placed(look, source),
                new,
                _parts(look, id, new),
                capital(t("first.repeats", n=len(again[id]))) if again[id] else "",
                t("first.known", n=known),
                t("count.events_figure", n=known, figure=figure(known)),
                tuple(_known(look, e, id) for e, rival in again[id].items() if not rival),
                tuple(_known(look, e, id) for e, rival in again[id].items() if rival),
            )
        )
    return rows


def _known(look: Lookup, event: str, source: str) -> Known:
    """What a source says of an event: the claim that tells most of it, one with a date where it gives one."""
    facts = look.events[event]
    own = [i for i in ordered(facts) if facts.reports[i].article == source]
    best = next((i for i in own if facts.reports[i].claim.date), own[0])
    said = facts.reports[best].claim
    return Known(
        facts.id,
        facts.title,
        facts.address,
        phrase(said.date, said.dated_by),
        claim(look, facts, best) if len(look.sources) < _APART else None,
        said.date or "",
    )


def _parts(look: Lookup, source: str, new: tuple[Known, ...]) -> tuple[Part, ...]:
    """The news of a report before what it announces, and that before what it recalls: a report is read for its news.

    News is what is dated within the week before publication, newest first; a time longer than a month is none.
    """
    first, last = published(look.briefing.articles[source].front)
    if last == dates.LAST:
        return (Part("", new),) if new else ()
    parts: dict[str, list[Known]] = {"first.news": [], "first.announced": [], "first.recalled": []}
    for row in new:
        value = dates.parse(row.value) if row.value else None
        if value is None or (value.lower <= last and (value.upper < first - _NEWS or value.days > _MONTH)):
            parts["first.recalled"].append(row)
        else:
            parts["first.announced" if value.lower > last else "first.news"].append(row)
    parts["first.news"].sort(key=_newest)
    made = [(t(key), tuple(rows)) for key, rows in parts.items() if rows]
    return tuple(Part(label if len(made) > 1 else "", rows) for label, rows in made)


def _newest(row: Known) -> tuple[bool, int]:
    """The newest day first; months, which may hold any day, behind them."""
    value = dates.parse(row.value)
    return value.days > _WEEK, -value.upper.toordinal()


def _grouped(look: Lookup, rows: list[FirstReport]) -> list[tuple[str, list[FirstReport]]]:
    """(key, rows) of the periods, in time; none where the rows fit one page. A key is "2031", "2031-03" or undated."""
    if len(rows) < _APART:
        return []
    outs = {row.id: _out(look, row.source) for row in rows}
    years = Counter(out[:4] for out in outs.values())

    def key(row: FirstReport) -> str:
        out = outs[row.id]
        return out[: 7 if years[out[:4]] > _FULL else 4] or _UNDATED

    made = [(period, list(of)) for period, of in groupby(rows, key)]
    return made if len(made) > 1 else []


def _period(look: Lookup, key: str, rows: list[FirstReport]) -> Period:
    address = addresses.of_reports(key)
    # Of a year the months, of a month the days; what has no day is not parted.
    new = [row for row in rows if row.events]
    last = _last(look, new, len(key) + 3) if key != _UNDATED else new[-1:]
    return Period(
        id=f"r{key}",
        name=t("sources.no_year") if key == _UNDATED else phrase(key).text,
        address=address,
        count=t("count.reports_figure", n=len(rows), figure=figure(len(rows))),
        label=t("first.in_full", n=len(rows)),
        steps=tuple(Step(_by(look, row.source), f"{address}#{row.id}", row.count) for row in last),
    )


def _placed(look: Lookup, source: SourceName) -> str:
    if source.dated:
        return ""
    out = _out(look, source)
    return t("first.inferred", date=phrase(out).text) if out else t("first.undated")


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
        new = _last(look, new, length)
    if len(new) < 2:
        return ()
    return tuple(
        Step(
            _by(look, row.source) if _out(look, row.source) else t("first.of_undated"),
            f"{addresses.FIRST_REPORTS}#{row.id}",
            row.count,
        )
        for row in new
    )


def _last(look: Lookup, rows: Iterable[FirstReport], length: int) -> list[FirstReport]:
    """The last row of each year (4 letters of its day), month (7) or day (10)."""
    return list({_out(look, row.source)[:length]: row for row in rows}.values())


def _out(look: Lookup, source: SourceName) -> str:
    """The day by which a source was out, "2031-03-04"; "" where nothing is known of it."""
    last = published(look.briefing.articles[source.id].front)[1]
    return "" if last == dates.LAST else last.isoformat()


def _by(look: Lookup, source: SourceName) -> str:
    """That day in words, or what the source is called at the head of a column."""
    out = _out(look, source)
    return phrase(out).text if out else source.head
