"""All of content/ as it was read: pages by folder, each with its model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.frontmatter import Page
from generator.model import ArticleFront, EntityFront, EventFront, Front, NoteFront, PageFront, Settings
from generator.problems import Problem

FOLDERS: dict[str, type[Front]] = {
    "articles": ArticleFront,
    "entities": EntityFront,
    "events": EventFront,
    "notes": NoteFront,
    "pages": PageFront,
}


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
    paths: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # id -> paths of the pages that have it
    problems: tuple[Problem, ...] = ()
