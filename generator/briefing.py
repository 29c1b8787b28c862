"""All pages linked and cross-checked: content -> Briefing and problems.

A page with a fault is named and left out; what points to it then points nowhere and is left out in silence, so that
one fault is one message.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator import dates, derive, markup, wikilinks
from generator.content import Content
from generator.derive import Report
from generator.frontmatter import Page
from generator.model import ArticleFront, Claim, EntityFront, EventFront, NoteFront, PageFront, Settings
from generator.names import fold, slug
from generator.problems import Problem, did_you_mean

Article = Page[ArticleFront]
Entity = Page[EntityFront]
Event = Page[EventFront]
Note = Page[NoteFront]
Standing = Page[PageFront]


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
    left_out: tuple[str, ...] = ()  # paths of pages with faults
    as_of: date | None = None  # day of the newest publication


def link(content: Content) -> tuple[Briefing, list[Problem]]:
    """Everything that belongs together, and every fault of the content with its line and remedy."""
    problems = list(content.problems)
    problems += _duplicate_ids(content)
    by_id: dict[str, Page[Any]] = {}
    for page in _all(content):
        by_id.setdefault(page.id, page)
    redirects = {old: page.id for page in _all(content) for old in getattr(page.front, "redirects", ())}
    problems += _redirect_faults(content, by_id)
    known = set(content.paths) | set(redirects)
    kinds = {"article": {p.id for p in content.articles}}
    for kind, pages in (("entity", content.entities), ("event", content.events)):
        living = {p.id for p in pages}
        kinds[kind] = living | {old for old, new in redirects.items() if new in living}
    for article in content.articles:
        problems += _article_faults(article, kinds, known)
    for event in content.events:
        problems += _references(
            event, [(("entities", i), id, "entity") for i, id in enumerate(event.front.entities)], kinds, known
        )
        if event.front.place:
            problems += _references(event, [(("place",), event.front.place, "entity")], kinds, known)
    names = _targets(content)
    readable = {page.path for page in _all(content)}
    complete = all(path in readable for where in content.paths.values() for path in where)
    for page in _all(content):
        problems += _wikilink_faults(page, known, names, complete)
    problems += _derived_faults(content, redirects)
    return _assemble(content, problems, redirects, names), sorted(set(problems))


def _all(content: Content) -> Iterable[Page[Any]]:
    for pages in (content.articles, content.entities, content.events, content.notes, content.pages):
        yield from pages


def _duplicate_ids(content: Content) -> list[Problem]:
    return [
        Problem(path, 1, f'the id "{id}" is also that of {where[0]}', "rename one of the files", rule="duplicate-id")
        for id, where in sorted(content.paths.items())
        for path in where[1:]
    ]


def _redirect_faults(content: Content, by_id: Mapping[str, Page[Any]]) -> list[Problem]:
    found: list[Problem] = []
    seen: dict[str, str] = {}
    for page in _all(content):
        for i, old in enumerate(getattr(page.front, "redirects", ())):
            where = page.line("redirects", i)
            if old in by_id or old in content.paths:
                found.append(
                    Problem(
                        page.path,
                        where,
                        f'"{old}" redirects, but has a page of its own',
                        "take one away",
                        rule="redirect",
                    )
                )
            elif seen.setdefault(old, page.id) != page.id:
                found.append(
                    Problem(page.path, where, f'"{old}" redirects to {seen[old]} as well', "leave one", rule="redirect")
                )
    return found


def _references(
    page: Page[Any],
    rows: Iterable[tuple[tuple[str | int, ...], str, str]],
    kinds: Mapping[str, set[str]],
    known: set[str],
) -> list[Problem]:
    """Ids that lead nowhere, or to a page of another kind. A page that exists but is faulty is named elsewhere."""
    found = []
    for at, id, kind in rows:
        if id in kinds[kind]:
            continue
        line = page.line(*at)
        if id not in known:
            remedy = did_you_mean(id, kinds[kind]) or "make its page, or take the id out"
            found.append(Problem(page.path, line, f'unknown {kind} "{id}"', remedy, rule="unknown-id"))
        elif any(id in others for name, others in kinds.items() if name != kind):
            found.append(
                Problem(
                    page.path,
                    line,
                    f'"{id}" is the id of another kind of page',
                    f"name an {kind} here",
                    rule="wrong-kind",
                )
            )
    return found


def _article_faults(article: Article, kinds: Mapping[str, set[str]], known: set[str]) -> list[Problem]:
    rows: list[tuple[tuple[str | int, ...], str, str]] = []
    found: list[Problem] = []
    for i, row in enumerate(article.front.entities):
        rows.append((("entities", i, "id"), row.id, "entity"))
    body: str | None = None
    for i, claim in enumerate(article.front.events):
        if claim.id and not claim.draft:
            rows.append((("events", i, "id"), claim.id, "event"))
        rows += [(("events", i, "entities", k), id, "entity") for k, id in enumerate(claim.entities)]
        if claim.place:
            rows.append((("events", i, "place"), claim.place, "entity"))
        rows += [(("events", i, "shared_with", k), id, "article") for k, id in enumerate(claim.shared_with)]
        if body is None:
            body = markup.fold(markup.plain(article.body))
        if markup.fold(claim.quote) not in body:
            line = article.line("events", i, "quote")
            remedy = "give the body's own words, without markup"
            found.append(
                Problem(
                    article.path,
                    line,
                    f'the quote "{_short(claim.quote)}" does not stand in the body',
                    remedy,
                    rule="quote",
                )
            )
        if not claim.id and not claim.draft:
            remedy = "give the id of an event, or draft: true"
            found.append(
                Problem(article.path, article.line("events", i), "the claim names no event", remedy, rule="claim")
            )
    return found + _references(article, rows, kinds, known)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57].rsplit(" ", 1)[0] + " …"


def _targets(content: Content) -> dict[str, tuple[str, ...]]:
    """What a wikilink may name: folded names, aliases and titles -> ids."""
    found: dict[str, set[str]] = defaultdict(set)
    for page in _all(content):
        front = page.front
        for name in (*getattr(front, "aliases", ()), getattr(front, "name", ""), getattr(front, "title", "")):
            if name:
                found[fold(name)].add(page.id)
    return {name: tuple(sorted(ids)) for name, ids in found.items()}


def _wikilink_faults(
    page: Page[Any], known: set[str], names: Mapping[str, tuple[str, ...]], complete: bool
) -> list[Problem]:
    """Links that lead nowhere. Where a page cannot be read its names are unknown, so a name may be its: no fault."""
    if "[[" not in page.body:
        return []
    found = []
    for to in wikilinks.find(page.body):
        id = to.target.partition("#")[0].strip()
        if not id or id in known:
            continue
        candidates = names.get(fold(id), ())
        line = page.body_line + to.line - 1
        if len(candidates) > 1:
            remedy = f"give one of the ids {', '.join(candidates)}"
            found.append(
                Problem(
                    page.path, line, f"the link [[{to.target}]] can mean {len(candidates)} pages", remedy, rule="link"
                )
            )
        elif not candidates and (complete or slug(id) == id):
            remedy = did_you_mean(id, known) or "link to a page that exists, or take the brackets away"
            found.append(Problem(page.path, line, f"the link [[{to.target}]] leads nowhere", remedy, rule="link"))
    return found


def claims_by_event(articles: Iterable[Article], redirects: Mapping[str, str]) -> dict[str, list[Report]]:
    """Event id -> the claims that count for it, in the order of the articles' dates."""
    found: dict[str, list[Report]] = defaultdict(list)
    for article in sorted(articles, key=lambda a: (published(a.front), a.id)):
        for report in derive.reports(article.id, article.front):
            if report.claim.id:
                found[redirects.get(report.claim.id, report.claim.id)].append(report)
    return found


def published(front: ArticleFront) -> tuple[date, date]:
    """First and last day on which an article may have been published; unknown sorts last."""
    if front.date:
        value = date.fromisoformat(front.date)
        return value, value
    if front.published_inferred:
        edtf = dates.parse(front.published_inferred.date)
        return edtf.lower, edtf.upper
    return dates.LAST, dates.LAST


def _derived_faults(content: Content, redirects: Mapping[str, str]) -> list[Problem]:
    """Date and status that the claims do not give, without a `because`; none where an article cannot be read."""
    readable = {p.path for p in content.articles}
    if any("/articles/" in path and path not in readable for where in content.paths.values() for path in where):
        return []
    found = []
    claims = claims_by_event((a for a in content.articles if not a.front.draft), redirects)
    for event in content.events:
        of = claims.get(event.id, [])
        if not of or event.front.because:
            continue
        best = derive.best_date(of)
        remedy = "or say in because: why it is another"
        if best != event.front.date:
            line = event.line("date")
            given = f'the date "{event.front.date}"' if event.front.date else "no date"
            right = f"date: {best!r}" if best else "leave the date out"
            found.append(
                Problem(
                    event.path, line, f"{given} is not what the claims give", f"{right}, {remedy}", rule="derived-date"
                )
            )
        status = derive.status(of, event.front.date if event.front.date else best)
        if status != event.front.status:
            line = event.line("status")
            message = f'the status "{event.front.status}" is not what the claims give'
            found.append(Problem(event.path, line, message, f"status: {status}, {remedy}", rule="derived-status"))
    return found


def _assemble(
    content: Content, problems: list[Problem], redirects: Mapping[str, str], names: Mapping[str, tuple[str, ...]]
) -> Briefing:
    faulty = {p.path for p in problems if p.level == "error"}

    def good(pages: Iterable[Page[Any]]) -> dict[str, Page[Any]]:
        kept: dict[str, Page[Any]] = {}
        for page in pages:
            if page.path not in faulty and not page.front.draft:
                kept.setdefault(page.id, page)
        return kept

    articles, entities, events = good(content.articles), good(content.entities), good(content.events)
    notes, pages = good(content.notes), good(content.pages)
    reports = {
        id: tuple(Report(r.article, _resolved(r.claim, redirects, entities), r.publisher) for r in of)
        for id, of in claims_by_event(articles.values(), redirects).items()
        if id in events
    }
    events = {id: page for id, page in events.items() if id in reports or page.front.reviewed}
    named: dict[str, list[str]] = defaultdict(list)
    for article in sorted(articles.values(), key=lambda a: (published(a.front), a.id)):
        for id in dict.fromkeys(redirects.get(row.id, row.id) for row in article.front.entities):
            named[id].append(article.id)
    taking_part: dict[str, list[str]] = defaultdict(list)
    for event in sorted(events.values(), key=_in_time):
        ids = [*event.front.entities, *([event.front.place] if event.front.place else [])]
        for id in dict.fromkeys(redirects.get(i, i) for i in ids):
            if id in entities:
                taking_part[id].append(event.id)
    live = {*articles, *entities, *events, *notes, *pages}
    days = [published(a.front)[1] for a in articles.values() if published(a.front)[1] != dates.LAST]
    return Briefing(
        content.settings, articles, entities, events, notes, pages,
        reports=reports,
        named_in={id: tuple(rows) for id, rows in named.items() if id in entities},
        events_of={id: tuple(rows) for id, rows in taking_part.items()},
        redirects={old: new for old, new in redirects.items() if new in live},
        targets={name: ids[0] for name, ids in names.items() if len(ids) == 1 and ids[0] in live},
        left_out=tuple(sorted(faulty)),
        as_of=max(days, default=None),
    )  # fmt: skip


def _resolved(claim: Claim, redirects: Mapping[str, str], entities: Mapping[str, Entity]) -> Claim:
    """The claim with living ids only."""
    ids = tuple(i for i in dict.fromkeys(redirects.get(e, e) for e in claim.entities) if i in entities)
    place = redirects.get(claim.place, claim.place) if claim.place else None
    return claim.model_copy(update={"entities": ids, "place": place if place in entities else None})


def _in_time(event: Event) -> tuple[bool, tuple[date, date, str], str]:
    value = dates.parse(event.front.date) if event.front.date else None
    return (value is None, value.sort_key if value else (dates.LAST, dates.LAST, ""), event.id)
