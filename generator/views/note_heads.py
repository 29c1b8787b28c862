"""What a list tells of a note: a page that shows no more of it need not be made again when it says more."""

from __future__ import annotations

from collections.abc import Mapping

from generator.frontmatter import Page
from generator.model import NoteFront

Notes = Mapping[str, Page[NoteFront]]


def of(notes: Notes) -> dict[str, NoteFront]:
    """What stands above each note, the newest first; those without a day last."""
    fronts = [(id, page.front) for id, page in sorted(notes.items())]
    fronts.sort(key=lambda of: of[1].updated or of[1].date or "", reverse=True)
    return dict(fronts)


def openings(notes: Notes) -> dict[str, str]:
    """The beginning of each note: a list that shows some asks for no other's."""
    return {id: opening(page.body) for id, page in notes.items()}


def opening(body: str) -> str:
    """The first paragraph of running text of a note, as Markdown; empty where it has none."""
    return next((b for b in body.split("\n\n") if b.strip() and b.lstrip()[0] not in "#|>-*!`<["), "")
