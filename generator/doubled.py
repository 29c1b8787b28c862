"""Names that the pages of two entities have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from generator.content import Content
from generator.frontmatter import Page
from generator.model import EntityFront
from generator.names import fold
from generator.problems import Problem


def of(pages: Sequence[Page[EntityFront]]) -> dict[str, list[Page[EntityFront]]]:
    """Folded name -> the pages that have it as name or alias, where they are more than one."""
    on: dict[str, dict[str, Page[EntityFront]]] = defaultdict(dict)
    for page in pages:
        for name in (page.front.name, *page.front.aliases):
            on[fold(name)][page.id] = page
    return {name: [*found.values()] for name, found in on.items() if len(found) > 1}


def sharing(pages: Sequence[Page[EntityFront]], theirs: Collection[str]) -> set[str]:
    """Ids of the pages that share a name with one that a person wrote on (`theirs`: paths)."""
    return {
        page.id
        for shared in of(pages).values()
        if any(f"entities/{page.id}.md" in theirs for page in shared)
        for page in shared
    }


def faults(content: Content) -> list[Problem]:
    """A name that two pages of one kind have, on both of them, unless an editor keeps the two apart.

    Of people with names of more than a word, the bare surname may be both's.
    """
    apart = {frozenset(p.pair) for p in content.proposals if p.same is False}
    told = set[tuple[str, str]]()
    found = []
    for name, shared in of(content.entities).items():
        for page in shared:
            for other in shared:
                pair = (page.id, other.id)
                alike = page is not other and page.front.type == other.front.type
                alike = alike and not (" " not in name and _in_full(page) and _in_full(other))
                if alike and frozenset(pair) not in apart and pair not in told:
                    told.add(pair)
                    found.append(_fault(page, other))
    return found


def _in_full(page: Page[EntityFront]) -> bool:
    return page.front.type == "person" and " " in page.front.name


def _fault(page: Page[EntityFront], other: Page[EntityFront]) -> Problem:
    theirs = {fold(name) for name in (other.front.name, *other.front.aliases)}
    at: tuple[Any, ...] = ("name",)
    name = page.front.name
    if fold(name) not in theirs:
        at, name = next((("aliases", i), n) for i, n in enumerate(page.front.aliases) if fold(n) in theirs)
    keep, drop = sorted((page.id, other.id), key=lambda id: (len(id), id))
    remedy = (
        f"briefing merge {keep} {drop} makes them one; else take it off one of them, "
        f"or briefing refuse {keep} {drop} if two are called so"
    )
    return Problem(page.path, page.line(*at), f'"{name}" is a name of {other.path} too', remedy, "warning", "two-pages")
