"""What one reading of the seeds changes in content/, beside what people made of the pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator import compose, frontmatter, markup, merge, store
from generator.content import Content, claims_by_event
from generator.document import Reading
from generator.frontmatter import Page
from generator.model import ArticleFront, EntityFront
from generator.problems import Problem


@dataclass(frozen=True, slots=True)
class Summary:
    """What one run did."""

    articles: int = 0
    entities: int = 0
    events: int = 0
    drafts: int = 0
    proposals: int = 0  # pairs of entities that wait for a decision
    written: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    taken_away: tuple[str, ...] = ()
    orphans: tuple[str, ...] = ()  # articles whose seed is gone
    foreign: tuple[str, ...] = ()  # articles in a language that is not read
    whole_texts: int = 0
    up_to_date: bool = False
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Before:
    """The content folder before the run: its pages, and which of them are a person's."""

    content: Content
    disk: Mapping[str, str]  # path below content/ -> hash
    last: Mapping[str, str]  # the same, as last generated

    @cached_property
    def theirs(self) -> set[str]:
        """Paths that a person made or changed."""
        return merge.edited(self.disk, self.last)

    @cached_property
    def gone(self) -> set[str]:
        """Paths that were generated and that a person removed."""
        return merge.removed(self.disk, self.last)

    @property
    def refused(self) -> set[str]:
        """Ids of entities and events that a person removed."""
        return {p.rpartition("/")[2].removesuffix(".md") for p in self.gone if not p.startswith("articles/")}

    @property
    def known(self) -> list[tuple[str, EntityFront]]:
        """Entity pages of people's making: evidence of who is who."""
        return [(p.id, p.front) for p in self.content.entities if f"entities/{p.id}.md" in self.theirs]

    @property
    def generated(self) -> dict[str, EntityFront]:
        """Entity pages of our own that nobody has touched."""
        return {p.id: p.front for p in self.content.entities if f"entities/{p.id}.md" not in self.theirs}

    @property
    def claimed(self) -> dict[tuple[str, str], str]:
        """(seed, folded quote) -> event, of the claims that exist already."""
        return {
            (a.front.source.seed, markup.fold(c.quote)): c.id
            for a in self.content.articles
            for c in a.front.events
            if c.id and not c.draft
        }

    @property
    def standing(self) -> set[str]:
        """Ids of pages that the converter never makes."""
        return {p.id for p in self.content.notes} | {p.id for p in self.content.pages}

    @property
    def articles(self) -> dict[str, str]:
        """Seed, and hash of seed -> the article's id."""
        fronts = [(a.front.source, a.id) for a in self.content.articles]
        return {source.seed: id for source, id in fronts} | {source.sha256: id for source, id in fronts}


def before(content: Path) -> Before:
    """Look at the folder once."""
    return Before(store.load(content), store.on_disk(content), store.generated(content))


def apply(content: Path, was: Before, reading: Reading, read: frozenset[str], problems: list[Problem]) -> Summary:
    """Write what is new, take away what nothing makes any more, leave what is a person's.

    `read`: the languages that are read, for the summary.
    """
    here, settings = was.content, was.content.settings
    documents = [e.document for e in reading.extractions]
    events = {key: h.id for h in reading.happenings for key in h.claims}
    ids = compose.slugs(documents, was.articles, was.standing | set(reading.identities.entities) | set(events.values()))
    pages: dict[str, str] = {}
    fronts: dict[str, ArticleFront] = {}
    refused = was.refused
    for d, extraction in enumerate(reading.extractions):
        rights = compose.rights_of(extraction.document, settings)
        front, body = compose.article(d, extraction, reading.identities, events, reading.shared, ids, rights, refused)
        fronts[ids[d]] = front
        pages[f"articles/{ids[d]}.md"] = frontmatter.dump(front, body)
    orphans = sorted(a.id for a in here.articles if a.id not in fronts and f"articles/{a.id}.md" in was.last)
    # What stands on disk decides for the pages of people and for articles whose seed is gone.
    final = dict(fronts)
    final.update({a.id: a.front for a in here.articles if f"articles/{a.id}.md" in was.theirs or a.id not in fronts})
    final = {id: front for id, front in final.items() if f"articles/{id}.md" not in was.gone}
    entities = compose.entity_pages(reading.identities, list(final.values()), reading.redirects)
    reports = claims_by_event([Page(id, "", front, "") for id, front in final.items()], {})
    happenings = compose.event_pages(reading.happenings, reports, set(entities) | {p.id for p in here.entities})
    pages |= {f"entities/{id}.md": frontmatter.dump(front, "") for id, front in entities.items()}
    pages |= {f"events/{id}.md": frontmatter.dump(front, "") for id, front in happenings.items()}
    keep = {f"articles/{id}.md" for id in orphans} | _referred(final)
    todo = merge.plan({p: store.digest(t) for p, t in pages.items()}, was.disk, was.last, keep)
    store.update(content, {p: pages[p] for p in todo.write}, todo.stale)
    made = {p: store.digest(pages[p]) for p in (*todo.write, *todo.same)}
    store.record(content, {p: v for p, v in was.last.items() if p not in todo.stale} | made)
    store.propose(content, compose.proposed(reading.identities))
    would = {f"entities/{id}.md" for id in reading.identities.entities} | {f"events/{id}.md" for id in events.values()}
    return Summary(
        articles=len(documents),
        entities=len(entities),
        events=len(happenings),
        drafts=sum(c.draft for f in fronts.values() for c in f.events),
        proposals=sum(p.same is None for p in store.load_proposals(content)[0]),
        written=todo.write,
        edited=todo.edited,
        removed=tuple(sorted(was.gone & (would | set(pages)))),
        taken_away=todo.stale,
        orphans=tuple(orphans),
        foreign=tuple(d.seed for d in documents if d.lang not in read),
        whole_texts=sum(f.rights == "full" and f.wording != "paraphrase" for f in final.values()),
        problems=tuple(problems),
    )


def _referred(articles: Mapping[str, ArticleFront]) -> set[str]:
    """Pages of entities and events to which some article refers."""
    found: set[str] = set()
    for front in articles.values():
        found |= {f"entities/{row.id}.md" for row in front.entities}
        for claim in front.events:
            found |= {f"entities/{id}.md" for id in (*claim.entities, *([claim.place] if claim.place else []))}
            if claim.id:
                found.add(f"events/{claim.id}.md")
    return found
