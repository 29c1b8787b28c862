"""The first page: what this briefing is, key events, disputes, who matters, newest sources."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import ENTITY_TYPES
from generator.views import addresses, changes, compared, numbers, one_report, overviews, sources
from generator.views.changes import Day
from generator.views.chronology import drawing_note, many_marks, overview
from generator.views.claims import Link, differences, summary
from generator.views.disputes import contested
from generator.views.drawing import Drawing
from generator.views.entries import Told, told
from generator.views.key_events import key_events, key_heading
from generator.views.lookup import EventFacts, Lookup, linked_text
from generator.views.notes import NoteLine, lines
from generator.views.prose_parts import linked
from generator.views.sources import SourceName
from generator.views.words import capital, count, t

_NAMES, _FEWER = 6, 4  # names in a column: of people; of each other type
_NEWEST = 4
_NOTES = 3
_CHANGES = 3


@dataclass(frozen=True, slots=True)
class Question:
    """A dispute in two lines."""

    title: str
    address: str
    summary: str


@dataclass(frozen=True, slots=True)
class NamedEntity:
    """A name of the columns, with its role or how often it is named."""

    name: str
    address: str
    gloss: str
    reports: str  # where the reports that the gloss counts are named; empty where it counts none


@dataclass(frozen=True, slots=True)
class Column:
    """Names of one kind."""

    label: str
    names: tuple[NamedEntity, ...]


@dataclass(frozen=True, slots=True)
class Home:
    """All of the page."""

    title: str
    description: str
    standfirst: tuple[Link, ...]  # the editors' words in pieces: what they tell leads to the events that hold it
    missing: tuple[str, ...]  # what to say, in paragraphs, of a briefing that has no event to show
    body: str
    facts: tuple[Link, ...]  # in a sentence each; its page
    wide: Drawing | None
    narrow: Drawing | None
    drawing_note: str
    many_marks: bool
    key_events: tuple[Told, ...]
    key_heading: str
    agree: str
    scope: str  # what was compared
    all_events: str
    questions: tuple[Question, ...]
    numbers: str  # address of the page of numbers side by side, where there is one
    notes: tuple[NoteLine, ...]
    more_notes: bool
    columns: tuple[Column, ...]
    overviews: tuple[Link, ...]
    newest: tuple[SourceName, ...]
    all_sources: str
    method: bool
    review: str
    changes: tuple[Day, ...]


def view(look: Lookup) -> Home:
    """The home page; with an empty briefing it says so."""
    page = look.briefing.pages.get("home")
    events = list(look.events.values())
    wide, narrow = overview(look)
    notes = lines(look, _NOTES)
    home = page.front if page else None
    return Home(
        title=home.title if home else look.name,
        description=linked_text(look.briefing, home.summary) if home and home.summary else _described(look),
        standfirst=linked(look, home.summary) if home and home.summary else (),
        missing=_missing(look),
        body=page.body.strip() if page else "",
        facts=facts(look),
        wide=wide,
        narrow=narrow,
        drawing_note=drawing_note(wide),
        many_marks=many_marks(wide),
        key_events=tuple(told(look, facts) for facts in key_events(look)),
        key_heading=key_heading(look),
        agree=t("withheld.disputes" if look.briefing.withheld_events else "home.agree"),
        scope=compared.scope(look),
        all_events=t("home.all_events", n=len(events)),
        questions=tuple(_question(look, facts) for facts in contested(look)[:5]),
        numbers=numbers.address(look),
        notes=notes,
        more_notes=len(look.note_heads) > _NOTES,
        columns=_columns(look),
        overviews=overviews.links(look),
        newest=_newest_sources(look),
        all_sources=t("home.all_sources", n=len(look.sources)),
        method="method" in look.briefing.pages,
        review=_review(look),
        changes=changes.days(look)[:_CHANGES],
    )


def _described(look: Lookup) -> str:
    return t("home.description", name=look.name)


def facts(look: Lookup) -> tuple[Link, ...]:
    """How much there is, how sure it is, as of when: each with the page that has more."""
    events = look.events
    open_ = len(contested(look))
    said = []
    if events:
        found = capital(t("home.events_from", n=len(events), reports=t("count.reports", n=len(look.sources))))
        said.append(Link(found, addresses.CHRONOLOGY))
        said.append(Link(_disputes(look, open_), addresses.DISPUTES))
        if alone := one_report.address(look):
            said.append(Link(capital(t("home.alone", n=one_report.number(look))), alone))
        if planned := sum(1 for f in events.values() if f.planned):
            said.append(Link(capital(t("home.planned", n=planned)), f"{addresses.CHRONOLOGY}#planned"))
    if latest := look.newest:
        key = "home.newest_dated" if sources.some_undated(look.briefing) else "home.newest"
        said.append(Link(t(key, date=latest), addresses.SOURCES))
    return tuple(said)


def _disputes(look: Lookup, number: int) -> str:
    if number:
        return capital(t("home.disputes_open", n=number))
    return t("home.no_dispute_shown") if look.briefing.withheld_events else t("home.no_disputes")


def _missing(look: Lookup) -> tuple[str, ...]:
    """What a reader is told who finds no event: nothing has been read, nothing found, or nothing checked yet."""
    if look.events:
        return ()
    if look.briefing.withheld_events:
        return (t("withheld.all_events"),)
    return (t("home.nothing_found"),) if look.sources else (t("home.welcome"), t("home.welcome_next"))


def _review(look: Lookup) -> str:
    days = [e.front.reviewed for e in look.briefing.events.values()]
    days += [e.front.reviewed for e in look.briefing.entities.values()]
    checked = sum(1 for day_ in days if day_)
    waiting = look.briefing.withheld_events + look.briefing.withheld_entities
    if waiting:
        return t("withheld.pages", n=waiting)
    if not days:
        return ""
    if checked == len(days):
        return t("home.all_checked")
    if checked:
        return t("home.some_checked", n=checked, total=count(len(days)))
    by_hand = [e.by_hand for e in look.briefing.events.values()] + [e.by_hand for e in look.briefing.entities.values()]
    return t("home.none_signed" if any(by_hand) else "home.none_checked")


def _newest_sources(look: Lookup) -> tuple[SourceName, ...]:
    """The newest first; where no source has a date, the first by name."""
    dated = [s for s in look.sources.values() if s.published]
    return tuple(dated[::-1][:_NEWEST] or list(look.sources.values())[:_NEWEST])


def _question(look: Lookup, facts: EventFacts) -> Question:
    said = summary(differences(look, facts)) or capital(facts.status.why) + "."
    return Question(facts.title, f"{addresses.DISPUTES}#{facts.id}", said)


def _columns(look: Lookup) -> tuple[Column, ...]:
    """Three columns: people; organisations; places and what else has a name. By independent sources, then by events."""
    by_kind: dict[str, list[str]] = {kind: [] for kind in ENTITY_TYPES}
    for id, entity in look.briefing.entities.items():
        if look.briefing.named_in.get(id):
            by_kind[entity.front.type].append(id)
    for ids in by_kind.values():
        ids.sort(key=lambda id: (-_publishers(look, id), -len(look.briefing.events_of.get(id, ())), id))
    others = [id for kind in ("agreement", "named_event", "equipment") for id in by_kind[kind][:2]]
    places = t("home.places_and_more") if others else t("types.place")
    made = (
        (t("types.person"), by_kind["person"][:_NAMES]),
        (t("types.organization"), by_kind["organization"][:_NAMES]),
        (places, [*by_kind["place"][:_FEWER], *others][: _NAMES + 1]),
    )
    return tuple(Column(label, tuple(_entity(look, id) for id in ids)) for label, ids in made if ids)


def _publishers(look: Lookup, id: str) -> int:
    """By how many it is named that do not belong together: reports of one publisher count once."""
    return len({look.sources[article].publisher or article for article in look.briefing.named_in[id]})


def _entity(look: Lookup, id: str) -> NamedEntity:
    """The role that the newest source states, else in how many reports it is named."""
    articles = look.briefing.named_in.get(id, ())
    roles = [row.role for article in reversed(articles) for row in look.rows.get((article, id), ()) if row.role]
    gloss = roles[0] if roles else t("count.in_reports", n=len(articles))
    where = addresses.entity(id)
    return NamedEntity(look.entity_name(id), where, gloss, "" if roles else f"{where}#reports")
