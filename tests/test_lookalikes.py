"""Names that look alike: what is shown to an editor, and what is not."""

from __future__ import annotations

import time

import pytest

from generator import lookalikes
from generator.frontmatter import Page
from generator.model import EntityFront


def page(id: str, name: str, type: str = "person", *aliases: str) -> Page[EntityFront]:
    front = EntityFront(name=name, type=type, aliases=aliases)  # type: ignore[arg-type]
    return Page(id, f"content/entities/{id}.md", front, "")


@pytest.mark.parametrize(
    ("one", "other", "type", "alike"),
    [
        ("Jon Lindquist", "Jon Lindqvist", "person", True),
        ("Anna Berg", "Anna Breg", "person", True),
        ("A. Lindquist", "Jon Lindquist", "person", False),
        ("J. Lindquist", "Jon Lindquist", "person", True),
        ("Jane Lindquist", "Jon Lindquist", "person", False),
        ("Berg", "Beng", "person", False),
        ("Harbour Board of Elian", "Elian Harbour Board", "organization", True),
        ("Port Harbour Board", "PHB", "organization", True),
        ("Harbour Board", "Harbor Board", "organization", True),
        ("Accord 2021", "Accord 2022", "agreement", False),
        ("Oslo", "Oslu", "place", False),  # too short to say
        ("Tromsø", "Tromso", "place", True),
    ],
)
def test_pairs(one: str, other: str, type: str, alike: bool) -> None:
    found = list(lookalikes.pairs([page("a", one, type), page("b", other, type)]))
    assert [(p.one, p.other) for p in found] == ([("a", "b")] if alike else [])


def test_of_other_types_decided_and_common_names_nothing_is_said() -> None:
    assert not list(lookalikes.pairs([page("a", "Elian Berg"), page("b", "Elian Berg", "place")]))
    pair = [page("a", "Elian Berg"), page("b", "Elian Bergs")]
    assert not list(lookalikes.pairs(pair, {frozenset(("a", "b"))}))
    many = [page(f"p{i}", "John Smith") for i in range(lookalikes.COMMON + 1)]
    assert not list(lookalikes.pairs(many))


def test_many_names_take_no_time() -> None:
    pages = [page(f"p{i}", f"Given{i % 97} Family{i} of Somewhere") for i in range(4000)]
    began = time.perf_counter()
    list(lookalikes.pairs(pages))
    assert time.perf_counter() - began < 20
