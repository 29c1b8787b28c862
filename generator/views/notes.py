"""Editors' notes: the index, and one note with what links to it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from generator import wikilinks
from generator.views import addresses
from generator.views.entries import Line, line
from generator.views.lookup import Backlink, Lookup, linked_text, resolve
from generator.views.phrases import NOTHING, Phrase, phrase
from generator.views.search import Card, text_card
from generator.views.typography import curled
from generator.views.words import t


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A note in a list, newest first."""

    title: str
    address: str
    summary: str
    date: Phrase


@dataclass(frozen=True, slots=True)
class NotesIndex:
    """All of the index."""

    title: str
    description: str
    standfirst: str
    notes: tuple[NoteLine, ...]


@dataclass(frozen=True, slots=True)
class NotePage:
    """All of a note's page. `body` is Markdown with wikilinks."""

    id: str
    title: str
    description: str
    summary: str
    author: str
    date: Phrase
    updated: Phrase
    body: str
    speaks_of: tuple[Line, ...]
    backlinks: tuple[Backlink, ...]
    card: Card


def lines(look: Lookup, most: int | None = None) -> tuple[NoteLine, ...]:
    """So many notes, or all: the newest first; those without a day last."""
    return tuple(
        NoteLine(
            title=curled(front.title),
            address=addresses.note(id),
            summary=curled(front.summary or "") or linked_text(look.briefing, look.openings[id]),
            date=phrase(front.updated or front.date),
        )
        for id, front in islice(look.note_heads.items(), most)
    )


def index(look: Lookup) -> NotesIndex:
    """The index of notes."""
    notes = lines(look)
    return NotesIndex(
        title=t("nav.notes"),
        description=t("notes.description", name=look.name),
        standfirst=t("notes.standfirst") if notes else t("notes.empty"),
        notes=notes,
    )


def view(look: Lookup, id: str) -> NotePage:
    """The page of a note; `KeyError` for an unknown id."""
    page = look.briefing.notes[id]
    front = page.front
    found = [(link.kind, resolve(look.briefing, link.target)) for link in wikilinks.find(page.body)]
    shown = {id for kind, id in found if kind == "embed"}
    spoken = dict.fromkeys(id for _, id in found if id not in shown)
    return NotePage(
        id=id,
        title=curled(front.title),
        description=curled(front.summary or "") or t("notes.description", name=look.name),
        summary=curled(front.summary or ""),
        author=front.author or "",
        date=phrase(front.date),
        updated=phrase(front.updated) if front.updated != front.date else NOTHING,
        body=page.body,
        speaks_of=tuple(line(look.events[e]) for e in spoken if e and e in look.events),
        backlinks=look.backlinks.get(id, ()),
        card=text_card("note", front.date, phrase(front.date).text),
    )
