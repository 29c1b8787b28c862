"""What one day changed in the content, as values; who knows it (git) is the edge's business."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Field:
    """A line of front matter that became another one; an empty text where there was or is none."""

    key: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PageRevision:
    """One page on one day. `kind`: "added", "changed" or "removed"; `title` is the one that a removed page had."""

    folder: str
    id: str
    kind: str
    title: str = ""
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Revision:
    """All pages that one day changed, as the evening differs from the evening before."""

    day: date
    pages: tuple[PageRevision, ...]
