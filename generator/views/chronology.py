"""The chronology: every event, oldest first, in years and months; without date and planned apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from generator.views import addresses, by_kind, one_report, statuses, weight
from generator.views.drawing import Drawing, draw
from generator.views.entries import Entry, Line, entry, line
from generator.views.filters import Filters, filters
from generator.views.key_events import key_events
from generator.views.labels import short
from generator.views.lookup import EventFacts, Lookup
from generator.views.phrases import month_name
from generator.views.words import capital, t

WIDE, NARROW, STRIP = 921, 323, 623  # pixels of the drawings: page, telephone, text column
_NAMED = 40  # events; of more only the key ones are named in the drawing
ON_ONE_PAGE = 200  # events; with more, every year has a page of its own


@dataclass(frozen=True, slots=True)
class Month:
    """The entries of one month; `name` is empty for what is dated to the year alone."""

    name: str
    label: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """One group of the chronology: a year, or what has no date, or what is planned."""

    id: str
    name: str
    kind: str  # "year", "undated", "planned"
    note: str
    address: str  # its own page
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter by status with how many events it shows."""

    kind: str  # "" is all
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Jump:
    """A link to a group of the page."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class YearLink:
    """A group's page, with how many events it holds."""

    name: str
    address: str
    count: str


@dataclass(frozen=True, slots=True)
class YearLines:
    """A group of a long chronology: its page, and its events in one line each."""

    id: str
    kind: str
    page: YearLink
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Chronology:
    """All of the page."""

    title: str
    description: str
    standfirst: str
    wide: Drawing | None
    narrow: Drawing | None
    drawing_note: str
    many_marks: bool
    choices: tuple[Choice, ...]
    filters: Filters | None
    jumps: tuple[Jump, ...]
    follow: tuple[Jump, ...]
    instead: tuple[Jump, ...]  # the same events in other orders
    groups: tuple[Year, ...]
    pages: tuple[YearLines, ...]  # instead of the groups, where there are too many events for one page
    unchecked: str


@dataclass(frozen=True, slots=True)
class YearPage:
    """One group of a long chronology."""

    title: str
    description: str
    standfirst: str
    group: Year
    choices: tuple[Choice, ...]
    filters: Filters | None
    before: YearLink | None
    after: YearLink | None


def paged(look: Lookup) -> bool:
    """Whether the chronology is too long for one page."""
    return len(look.events) > ON_ONE_PAGE


def entry_address(look: Lookup, facts: EventFacts) -> str:
    """Where an event's entry stands."""
    return addresses.in_chronology(facts.id, _group(facts) if paged(look) else "")


def _group(facts: EventFacts) -> str:
    return "planned" if facts.planned else str(facts.year) if facts.year else "undated"


def overview(
    look: Lookup, address: Callable[[EventFacts], str] | None = None, *, labelled: bool = True
) -> tuple[Drawing | None, Drawing | None]:
    """The drawing of all events, wide and narrow; without names where the list stands right under it."""
    events = list(look.events.values())
    key = key_events(look) if labelled else []
    labels = [(f.id, short(f.title)) for f in key]
    few = labelled and len(events) <= _NAMED
    rest = weight.heaviest(look, [f for f in events if f not in key], _NAMED) if few else []
    others = [(f.id, short(f.title)) for f in rest]
    lead = address or (lambda facts: facts.address)
    return draw(events, WIDE, labels=labels, others=others, address=lead), draw(events, NARROW)


def drawing_note(drawing: Drawing | None) -> str:
    """What the marks mean, and what the drawing does not show."""
    if not drawing:
        return ""
    said = [t("drawing.note")]
    if drawing.rivals is not None:
        said.append(t("drawing.rivals" if drawing.rivals else "drawing.rivals_untold"))
    if drawing.folded_before:
        said.append(t("drawing.folded", date=drawing.folded_before))
    if drawing.left_out:
        said.append(t("drawing.left_out", n=drawing.left_out))
    return " ".join(said)


def many_marks(drawing: Drawing | None) -> bool:
    """Whether a reader with a keyboard needs a way around its marks, each of which is a link."""
    return bool(drawing and len(drawing.marks) > 20)


def view(look: Lookup) -> Chronology:
    """The chronology of a briefing."""
    events = list(look.events.values())
    wide, narrow = overview(look, lambda facts: entry_address(look, facts), labelled=False)
    groups = _groups(look, events)
    apart = paged(look)
    unchecked = sum(1 for f in events if not look.briefing.events[f.id].front.reviewed)
    return Chronology(
        title=t("nav.chronology"),
        description=t("chronology.description", n=len(events), name=look.name),
        standfirst=_standfirst(look, len(events), apart),
        wide=wide,
        narrow=narrow,
        drawing_note=drawing_note(wide),
        many_marks=many_marks(wide),
        choices=_choices(events),
        filters=filters(look, events),
        jumps=tuple(Jump(g.name, f"#{g.id}") for g in groups),
        follow=_follow(look),
        instead=_instead(look),
        groups=() if apart else tuple(_year(look, g) for g in groups),
        pages=tuple(_lines(g) for g in groups) if apart else (),
        unchecked=_unchecked(look, unchecked, len(events)),
    )


def _standfirst(look: Lookup, number: int, apart: bool) -> str:
    if not number:
        return t("withheld.all_events" if look.briefing.withheld_events else "chronology.empty")
    return t("chronology.standfirst_lines", n=number) if apart else t("chronology.standfirst", n=number)


def year_pages(look: Lookup) -> list[tuple[str, Callable[[], YearPage]]]:
    """(address, what makes the page) of every group of the chronology; none where one group is all of it."""
    groups = _groups(look, look.events.values())
    if len(groups) < 2:
        return []
    links = [_page(g) for g in groups]
    beside = zip(groups, links, [None, *links], [*links[1:], None], strict=False)
    return [(g.address, partial(_year_page, look, g, here, before, after)) for g, here, before, after in beside]


def _year_page(
    look: Lookup, group: _Group, here: YearLink, before: YearLink | None, after: YearLink | None
) -> YearPage:
    events = group.events
    return YearPage(
        title=t("chronology.of", year=group.name),
        description=t("chronology.of_description", year=group.name, n=len(events), name=look.name),
        standfirst=group.note or capital(here.count) + ".",
        group=_year(look, group),
        choices=_choices(events),
        filters=filters(look, events),
        before=before,
        after=after,
    )


def _page(group: _Group) -> YearLink:
    return YearLink(group.name, group.address, t("count.events", n=len(group.events)))


def _lines(group: _Group) -> YearLines:
    lines = tuple(line(facts, group.year) for facts in group.events)
    return YearLines(group.id, group.kind, _page(group), lines)


def _unchecked(look: Lookup, number: int, total: int) -> str:
    if total and look.briefing.withheld_events:
        return t("withheld.events", n=look.briefing.withheld_events)
    if not total or not number:
        return t("chronology.all_checked") if total else ""
    if number < total:
        return capital(t("chronology.unchecked", n=number))
    by_hand = any(page.by_hand for page in look.briefing.events.values())
    return t("home.none_signed" if by_hand else "chronology.none_checked")


def _choices(events: Sequence[EventFacts]) -> tuple[Choice, ...]:
    counts = {kind: sum(1 for f in events if f.status.kind == kind) for kind in statuses.KINDS}
    present = [Choice(kind, t(f"status.{kind}"), number) for kind, number in counts.items() if number]
    return (Choice("", t("chronology.all"), len(events)), *present) if len(present) > 1 else ()


def _follow(look: Lookup) -> tuple[Jump, ...]:
    """The people and named events with most events: each has a chronology of its own."""
    entities = look.briefing.entities
    busy = [
        (id, len(rows))
        for id, rows in look.briefing.events_of.items()
        if len(rows) > 1 and entities[id].front.type in ("person", "organization", "named_event")
    ]
    busy.sort(key=lambda row: (-row[1], row[0]))
    return tuple(Jump(look.entity_name(id), addresses.entity(id)) for id, _ in busy[:4])


def _instead(look: Lookup) -> tuple[Jump, ...]:
    made = [(t("chronology.order"), addresses.FIRST_REPORTS), (t("chronology.by_kind"), by_kind.address(look)),
            (t("chronology.alone"), one_report.address(look))]  # fmt: skip
    return tuple(Jump(text, address) for text, address in made if address)


def _place_in_year(facts: EventFacts) -> int:
    """The month of the list in which an event stands; 0 for what is dated to the year, half or several years."""
    value = facts.date
    point = (value.start or value.end) if value else None
    if not point or point.precision in ("half", "year", "decade", "century"):
        return 0
    return (point.lower if value and value.start else point.upper).month


@dataclass(frozen=True, slots=True)
class _Group:
    """What a `Year` shows, before it is written out: of each month its number (0 for the year alone) and events."""

    id: str
    name: str
    note: str
    address: str
    year: int | None
    months: tuple[tuple[int, tuple[EventFacts, ...]], ...]
    kind: str = "year"

    @property
    def events(self) -> list[EventFacts]:
        return [facts for _, rows in self.months for facts in rows]


def _groups(look: Lookup, events: Iterable[EventFacts]) -> list[_Group]:
    dated = [f for f in events if f.date and not f.planned]
    place = {id: number for number, id in enumerate(look.events)}
    dated.sort(key=lambda f: (f.year, _place_in_year(f), place[f.id]))
    made = []
    for year, in_year in groupby(dated, key=lambda f: f.year):
        months = tuple((number, tuple(rows)) for number, rows in groupby(in_year, key=_place_in_year))
        made.append(_Group(f"y{year}", str(year), "", addresses.of_year(str(year)), year, months))
    for kind, chosen in (
        ("undated", [f for f in look.events.values() if not f.date]),
        ("planned", [f for f in look.events.values() if f.planned]),
    ):
        if chosen:
            name, note = t(f"chronology.{kind}"), t(f"chronology.{kind}_note")
            made.append(_Group(kind, name, note, addresses.of_year(kind), None, ((0, tuple(chosen)),), kind))
    return made


def _year(look: Lookup, group: _Group) -> Year:
    months = []
    for number, rows in group.months:
        name = capital(month_name(number)) if number else ""
        label = "" if group.year is None else f"{name} {group.year}".strip()
        months.append(Month(name, label, tuple(entry(look, facts, group.year) for facts in rows)))
    return Year(group.id, group.name, group.kind, group.note, group.address, tuple(months))
