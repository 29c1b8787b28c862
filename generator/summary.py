"""What one run of the converter did, for whoever tells a person."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Conflict
from generator.problems import Problem
from generator.signed import Doubt


@dataclass(frozen=True, slots=True)
class Summary:
    """What one run did."""

    articles: int = 0
    entities: int = 0
    events: int = 0
    drafts: int = 0
    proposals: int = 0  # pairs of entities that wait for a decision
    written: tuple[str, ...] = ()
    new: tuple[str, ...] = ()  # those of them that were not there before; empty where none was
    renamed: tuple[tuple[str, str, str], ...] = ()  # page, its title or name before, and now
    edited: tuple[str, ...] = ()  # a person's pages that the machine has nothing to add to
    joined: tuple[str, ...] = ()  # what was done with pairs that a person called the same
    merged: tuple[str, ...] = ()  # a person's pages into which something new came
    removed: tuple[str, ...] = ()
    again: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()  # removed events whose quote was pasted; claims
    returned: tuple[tuple[str, str], ...] = ()  # path of each of them that git had; the commit
    taken_away: tuple[str, ...] = ()
    look_again: tuple[str, ...] = ()  # events that somebody reviewed before their reports changed
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
