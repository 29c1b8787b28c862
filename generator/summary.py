"""What one run of the converter did, for whoever tells a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from generator import frontmatter
from generator.content import Content
from generator.frontmatter import Page
from generator.model import Conflict, EntityFront, EventFront, Front
from generator.problems import Problem
from generator.signed import Doubt

_F = TypeVar("_F", bound=Front)


@dataclass(frozen=True, slots=True)
class Summary:
    """What one run did."""

    articles: int = 0
    entities: int = 0
    events: int = 0
    drafts: int = 0
    eventless: int = 0  # claims that a person wrote and that have no event yet
    proposals: int = 0  # pairs of entities that wait for a decision
    written: tuple[str, ...] = ()
    new: tuple[str, ...] = ()  # those of them that were not there before; empty where none was
    changed: tuple[str, ...] = ()  # those of them that were there, and hold no person's words
    renamed: tuple[tuple[str, str, str], ...] = ()  # page, its title or name before, and now
    edited: tuple[str, ...] = ()  # a person's pages that the machine has nothing to add to
    by_hand: tuple[str, ...] = ()  # what was done of pairs that a person called the same, and with pages that went
    merged: tuple[str, ...] = ()  # a person's pages into which something new came
    removed: tuple[str, ...] = ()  # pages that a person removed since the last run, and that would be made
    moved: tuple[tuple[str, str, str], ...] = ()  # page of an event, its date and status before, and now
    unverified: tuple[str, ...] = ()  # pages of articles that quote something else than what was verified
    again: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()  # removed events whose quote was pasted; claims
    returned: tuple[tuple[str, str], ...] = ()  # path of each of them that git had; the commit
    taken_away: tuple[str, ...] = ()
    look_again: tuple[tuple[str, tuple[str, ...]], ...] = ()  # events reviewed before their reports changed; at what
    as_reviewed: tuple[str, ...] = ()  # events that were to be looked at, and are again as they were reviewed
    doubted: tuple[Doubt, ...] = ()  # claims of reviewed events that this program would not make so
    perhaps: tuple[tuple[str, str, str], ...] = ()  # article, quote, event: drafts that may tell of a reviewed event
    stranded: tuple[tuple[str, str], ...] = ()  # path:line of prose that speaks of a page that was taken away; its id
    orphans: tuple[str, ...] = ()  # articles whose seed is gone
    foreign: tuple[str, ...] = ()  # articles in a language that is not read
    conflicts: tuple[Conflict, ...] = ()
    filled: tuple[tuple[str, str, str], ...] = ()  # page, quote, what was read from it: claims that a person had pasted
    anchored: tuple[tuple[str, str], ...] = ()  # page, quote: the new wording
    unanchored: tuple[tuple[str, str], ...] = ()  # page, quote that the article holds no more
    left: tuple[str, ...] = ()  # saved by somebody while this run was reading
    whole_texts: int = 0
    forgotten: bool = False  # whether nothing was known of what had been generated
    up_to_date: bool = False
    reader: tuple[str, ...] = ()  # sentences on what a second reader was asked, and what came of it
    problems: tuple[Problem, ...] = ()
    disk: Mapping[str, str] = field(default_factory=dict)  # path -> hash of every page that the run left


def renamed(content: Content, texts: Mapping[str, str | None]) -> tuple[tuple[str, str, str], ...]:
    """(path, before, now) of the events and entities that get another title or name. `texts`: path -> its new text."""
    rows = [(path, was.title, now.title) for path, was, now in _changed(content.events, texts, EventFront)]
    rows += [(path, was.name, now.name) for path, was, now in _changed(content.entities, texts, EntityFront)]
    return tuple(sorted(row for row in rows if row[1] != row[2]))


def moved(content: Content, texts: Mapping[str, str | None]) -> tuple[tuple[str, str, str], ...]:
    """(path, date and status before, and now) of the events that get another date, or are disputed or no more."""
    rows = [
        (path, f"{was.date or 'without a date'}, {was.status}", f"{now.date or 'without a date'}, {now.status}")
        for path, was, now in _changed(content.events, texts, EventFront)
        if was.date != now.date or (was.status != now.status and "disputed" in (was.status, now.status))
    ]
    return tuple(sorted(rows))


def _changed(
    pages: Sequence[Page[_F]], texts: Mapping[str, str | None], kind: type[_F]
) -> Iterator[tuple[str, _F, _F]]:
    """(path, before, now) of those of the pages that get another text."""
    folder = "events" if kind is EventFront else "entities"
    for page in pages:
        text = texts.get(path := f"{folder}/{page.id}.md")
        now = frontmatter.parse(text, kind, page.id, path)[0] if text is not None else None
        if now:
            yield path, page.front, now.front
