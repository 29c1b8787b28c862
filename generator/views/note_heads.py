"""What a list tells of a note: a page that shows no more of it need not be made again when it says more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.frontmatter import Page
from generator.model import NoteFront


@dataclass(frozen=True, slots=True)
class NoteHead:
    """What stands above a note, and the Markdown of its first paragraph of running text."""

    front: NoteFront
    opening: str


def of(notes: Mapping[str, Page[NoteFront]]) -> dict[str, NoteHead]:
    """The head of each note, by its id."""
    return {id: NoteHead(page.front, opening(page.body)) for id, page in notes.items()}


def opening(body: str) -> str:
    """The first paragraph of running text of a note, as Markdown; empty where it has none."""
    return next((b for b in body.split("\n\n") if b.strip() and b.lstrip()[0] not in "#|>-*!`<["), "")
