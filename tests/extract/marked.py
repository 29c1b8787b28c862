"""Texts with their names marked: `{words|type}` or `<words|type:entity>`.

Types: p person, o organization, l place, a agreement, e named_event, q equipment; `l|o` allows either, a question mark
makes the name optional, `-` marks what is no name. Without an id the entity is the slug of the words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from generator.model import EntityType
from generator.names import slug

CASES = Path(__file__).parent / "cases"
TYPES: dict[str, EntityType] = {
    "p": "person", "o": "organization", "l": "place", "a": "agreement", "e": "named_event", "q": "equipment",
}  # fmt: skip
_MARK = re.compile(r"[{<]([^{}<>|]+)\|([^{}<>]+)[}>]")


@dataclass(frozen=True)
class Gold:
    """One marked name."""

    start: int
    end: int
    text: str
    types: frozenset[str]
    entity: str
    optional: bool


def read(marked: str) -> tuple[str, list[Gold]]:
    """(the plain text, its names)."""
    text, found, at = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        words, rest = mark[1], mark[2]
        start = len(text)
        text += words
        if rest.startswith("-"):
            continue
        kinds, _, entity = rest.partition(":")
        types = frozenset(TYPES[k.rstrip("?")] for k in kinds.split("|"))
        found.append(Gold(start, len(text), words, types, entity or slug(words), "?" in kinds))
    return text + marked[at:], found


def cases() -> dict[str, tuple[str, list[Gold]]]:
    """Every marked text of the folder, by name."""
    return {p.stem: read(p.read_text(encoding="utf-8").rstrip("\n")) for p in sorted(CASES.glob("*.txt"))}
