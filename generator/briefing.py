"""All pages linked and cross-checked: content -> Briefing and problems.

A page with a fault is named and left out; what points to it then points nowhere and is left out in silence, so that
one fault is one message.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from generator import dates, faults, prose
from generator.content import Content, claims_by_event, published
from generator.derive import Report
from generator.frontmatter import Page
from generator.model import ArticleFront, Claim, EntityFront, EventFront, NoteFront, PageFront
from generator.names import fold
from generator.problems import Problem
from generator.settings import Settings

Article = Page[ArticleFront]
Entity = Page[EntityFront]
Event = Page[EventFront]
Note = Page[NoteFront]
Standing = Page[PageFront]


@dataclass(frozen=True, slots=True)
class Unshown:
    """A page that the site does not show: a draft, one with a fault, one that nobody has checked."""

    kind: str
    name: str  # of an entity or a source; of the others nothing is said


@dataclass(frozen=True, slots=True)
class Briefing:
    """What the site shows: only usable, published pages; every id in it leads to a page in it."""

    settings: Settings
    articles: Mapping[str, Article]
    entities: Mapping[str, Entity]
    events: Mapping[str, Event]
    notes: Mapping[str, Note]
    pages: Mapping[str, Standing]
    reports: Mapping[str, tuple[Report, ...]] = field(default_factory=dict)  # event -> its claims, by date of source
    named_in: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # entity -> articles
    events_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # entity -> events, in time
    redirects: Mapping[str, str] = field(default_factory=dict)  # old id -> id
    targets: Mapping[str, str] = field(default_factory=dict)  # folded name, alias or title -> id, where it is one only
    unshown: Mapping[str, Unshown] = field(default_factory=dict)  # id, old id, title of an event -> a page of editors
    left_out: tuple[str, ...] = ()  # paths of pages with faults
    as_of: date | None = None  # day of the newest publication
    withheld_events: int = 0  # told of by a report, and not shown until a person signs them off
    withheld_entities: int = 0  # the same of names


def link(content: Content) -> tuple[Briefing, list[Problem]]:
    """Everything that belongs together, and every fault of the content with its line and remedy."""
    linked = linked_pages(content)
    return linked.briefing, linked.problems


@dataclass(frozen=True, slots=True)
class Linked:
    """A briefing, its faults, and what `relinked` needs to make another one of it."""

    briefing: Briefing
    problems: list[Problem]  # each once, in order
    settled: list[Problem]  # those that no body of a note can change
    redirects: Mapping[str, str]
    names: Mapping[str, tuple[str, ...]]


def linked_pages(content: Content) -> Linked:
    """The same as `link`, with what can be used again."""
    redirects, names = faults.redirects(content), faults.targets(content)
    settled = faults.settled(content, redirects)
    problems = settled + prose.faults(content, redirects, names)
    made = _assemble(content, problems, redirects, names)
    return Linked(made, sorted(set(problems)), settled, redirects, names)


def relinked(content: Content, before: Linked) -> Linked | None:
    """`linked_pages` of content that differs from what was linked before in nothing but the bodies of notes.

    `None` where another page than before has a fault, and all has to be linked anew.
    """
    problems = before.settled + prose.faults(content, before.redirects, before.names)
    if _faulty(problems) != set(before.briefing.left_out):
        return None
    notes = {page.id: page for page in content.notes if page.id in before.briefing.notes}
    return replace(before, briefing=replace(before.briefing, notes=notes), problems=sorted(set(problems)))


def _faulty(problems: Iterable[Problem]) -> set[str]:
    """Paths of the pages with errors; a file of settings or decisions is no page that could be left out."""
    return {p.path for p in problems if p.level == "error" and p.path.endswith(".md")}


def _assemble(
    content: Content, problems: list[Problem], redirects: Mapping[str, str], names: Mapping[str, tuple[str, ...]]
) -> Briefing:
    faulty = _faulty(problems)

    def good(pages: Iterable[Page[Any]]) -> dict[str, Page[Any]]:
        kept: dict[str, Page[Any]] = {}
        for page in pages:
            if page.path not in faulty and not page.front.draft and not content.withheld(page):
                kept.setdefault(page.id, page)
        return kept

    articles, entities, events = good(content.articles), good(content.entities), good(content.events)
    notes, pages = good(content.notes), good(content.pages)
    reports = {
        id: tuple(Report(r.article, _resolved(r.claim, redirects, entities), r.publisher, r.published) for r in of)
        for id, of in claims_by_event(articles.values(), redirects).items()
        if id in events
    }
    events = {id: page for id, page in events.items() if id in reports or page.front.reviewed}
    named: dict[str, list[str]] = defaultdict(list)
    for article in sorted(articles.values(), key=lambda a: (published(a.front), a.id)):
        for id in dict.fromkeys(redirects.get(row.id, row.id) for row in article.front.entities):
            named[id].append(article.id)
    taking_part: dict[str, list[str]] = defaultdict(list)
    for event in (events[id] for id in in_time(events, articles, redirects)):
        ids = [*event.front.entities, *([event.front.place] if event.front.place else [])]
        for id in dict.fromkeys(redirects.get(i, i) for i in ids):
            if id in entities:
                taking_part[id].append(event.id)
    told = {redirects.get(c.id, c.id) for a in articles.values() for c in a.front.events if c.id and not c.draft}

    def waiting(pages: Iterable[Page[Any]], spoken_of: Container[str]) -> int:
        """How many pages stand ready but for a person's word."""
        ready = (p for p in pages if p.path not in faulty and not p.front.draft and p.id in spoken_of)
        return sum(1 for p in ready if content.withheld(p))

    live = {*articles, *entities, *events, *notes, *pages}
    days = [published(a.front)[1] for a in articles.values() if published(a.front)[1] != dates.LAST]
    return Briefing(
        content.settings, articles, entities, events, notes, pages,
        reports=reports,
        named_in={id: tuple(rows) for id, rows in named.items() if id in entities},
        events_of={id: tuple(rows) for id, rows in taking_part.items()},
        redirects={old: new for old, new in redirects.items() if new in live},
        targets={name: ids[0] for name, ids in names.items() if len(ids) == 1 and ids[0] in live},
        unshown=_unshown(content, live, redirects),
        left_out=tuple(sorted(faulty)),
        as_of=max(days, default=None),
        withheld_events=waiting(content.events, told),
        withheld_entities=waiting(content.entities, named),
    )  # fmt: skip


def _unshown(content: Content, live: Container[str], redirects: Mapping[str, str]) -> dict[str, Unshown]:
    found: dict[str, Unshown] = {}
    kinds = {"articles": "article", "entities": "entity", "events": "event", "notes": "page", "pages": "page"}
    for folder, kind in kinds.items():
        for page in getattr(content, folder):
            if page.id in live:
                continue
            name = {"article": "title", "entity": "name"}.get(kind)
            found[page.id] = Unshown(kind, getattr(page.front, name) if name else "")
            if kind == "event":
                found.setdefault(fold(page.front.title), found[page.id])
    return found | {old: found[new] for old, new in redirects.items() if new in found}


def _resolved(claim: Claim, redirects: Mapping[str, str], entities: Mapping[str, Entity]) -> Claim:
    """The claim with living ids only."""
    ids = tuple(i for i in dict.fromkeys(redirects.get(e, e) for e in claim.entities) if i in entities)
    place = redirects.get(claim.place, claim.place) if claim.place else None
    return claim.model_copy(update={"entities": ids, "place": place if place in entities else None})


def in_time(events: Mapping[str, Event], articles: Mapping[str, Article], redirects: Mapping[str, str]) -> list[str]:
    """The ids of events as they happened; those of one day in the order in which the articles, the oldest first, begin
    to tell of them: an id tells nothing of what came first.
    """
    told: dict[str, int] = {}
    for article in sorted(articles.values(), key=lambda a: (published(a.front), a.id)):
        for claim in article.front.events:
            if claim.id and not claim.draft:
                told.setdefault(redirects.get(claim.id, claim.id), len(told))

    def key(event: Event) -> tuple[bool, tuple[date, date, str], int, str]:
        value = dates.parse(event.front.date) if event.front.date else None
        when = value.sort_key if value else (dates.LAST, dates.LAST, "")
        return value is None, when, told.get(event.id, len(told)), event.id

    return [event.id for event in sorted(events.values(), key=key)]
