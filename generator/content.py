"""All of content/ as it was read: pages by folder, each with its model."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator import dates, derive, markup
from generator.derive import Report
from generator.frontmatter import Page
from generator.model import (
    ArticleFront,
    Conflict,
    EntityFront,
    EventFront,
    Front,
    NoteFront,
    PageFront,
    Proposal,
)
from generator.problems import Problem, label
from generator.settings import Settings

MERGED = ".merged.json"  # what `merge` took away, for `split` to bring back
REVIEWED = ".reviewed.json"  # what stood in events when a person signed them off
FOLDERS: dict[str, type[Front]] = {
    "articles": ArticleFront,
    "entities": EntityFront,
    "events": EventFront,
    "notes": NoteFront,
    "pages": PageFront,
}


Reported = set[tuple[str, str, str | None]]


def id_of(path: str) -> str:
    """Id of the page at a path: `events/a.md` -> `a`."""
    return path.rpartition("/")[2].removesuffix(".md")


def ids_in(folder: str, paths: Iterable[str]) -> set[str]:
    """Ids of those pages that lie in one folder (`paths` below content/)."""
    return {id_of(path) for path in paths if path.startswith(f"{folder}/")}


@dataclass(frozen=True, slots=True)
class Content:
    """All of content/ as it was read: the usable pages by folder, every page's id (usable or not), problems."""

    folder: str
    articles: tuple[Page[ArticleFront], ...] = ()
    entities: tuple[Page[EntityFront], ...] = ()
    events: tuple[Page[EventFront], ...] = ()
    notes: tuple[Page[NoteFront], ...] = ()
    pages: tuple[Page[PageFront], ...] = ()
    settings: Settings = field(default_factory=Settings)
    changes_at: tuple[int, ...] = ()  # line of the words of each of the settings' `changes`
    paths: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # id -> paths of the pages that have it
    proposals: tuple[Proposal, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    images: frozenset[str] | None = None  # paths below content/; `None` where nobody looked
    problems: tuple[Problem, ...] = ()

    def all(self) -> Iterator[Page[Any]]:
        """Every usable page, folder by folder."""
        for pages in (self.articles, self.entities, self.events, self.notes, self.pages):
            yield from pages

    def withheld(self, page: Page[Any]) -> bool:
        """Whether a page is of a kind that a person signs off, none has, and the settings show only what is checked."""
        signed = isinstance(page.front, EntityFront | EventFront)
        return signed and not page.front.reviewed and self.settings.unreviewed == "withhold"


def published(front: ArticleFront) -> tuple[date, date]:
    """First and last day on which an article may have been published; unknown sorts last."""
    if front.date:
        value = date.fromisoformat(front.date)
        return value, value
    if front.published_inferred:
        edtf = dates.parse(front.published_inferred.date)
        return edtf.lower, edtf.upper
    return dates.LAST, dates.LAST


def reported(articles: Iterable[Page[ArticleFront]], redirects: Mapping[str, str]) -> Mapping[str, Reported]:
    """Event id -> what an editor who signs it off has read: article, quote and date of each of its claims."""
    found = claims_by_event(articles, redirects)
    return {id: {(r.article, markup.fold(r.claim.quote), r.claim.date) for r in rows} for id, rows in found.items()}


def pointed(article: str, quote: str) -> str:
    """A claim as the page of an event names it: the article's id and the first words."""
    return f"{article}: {label(quote)}"


def claims_by_event(articles: Iterable[Page[ArticleFront]], redirects: Mapping[str, str]) -> dict[str, list[Report]]:
    """Event id -> the claims that count for it, in the order of the articles' dates."""
    found: dict[str, list[Report]] = defaultdict(list)
    for article in sorted(articles, key=lambda a: (published(a.front), a.id)):
        for report in derive.reports(article.id, article.front):
            if report.claim.id:
                found[redirects.get(report.claim.id, report.claim.id)].append(report)
    return found


def open_pairs(proposals: Iterable[Proposal], living: Mapping[str, str]) -> Iterator[tuple[int, Proposal]]:
    """The pairs that wait for an editor, each with its number; none whose ids one page has by now (`living`: old id ->
    id that stands for it).
    """
    for number, proposal in enumerate(proposals):
        if proposal.same is None and len({living.get(id, id) for id in proposal.pair}) > 1:
            yield number, proposal


def referred(articles: Mapping[str, ArticleFront], living: Mapping[str, str]) -> set[str]:
    """Pages of entities and events to which some article refers."""
    found: set[str] = set()
    for front in articles.values():
        found |= {f"entities/{living.get(row.id, row.id)}.md" for row in front.entities}
        for claim in front.events:
            ids = (*claim.entities, *([claim.place] if claim.place else []))
            found |= {f"entities/{living.get(id, id)}.md" for id in ids}
            if claim.id:
                found.add(f"events/{living.get(claim.id, claim.id)}.md")
    return found
