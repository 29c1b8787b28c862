"""content/.generated.json is lost: what stands on the pages is the editor's, all of it, also what is not there."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.desk import Desk, assert_unchanged, run

SEEDS = {
    "one.md": (
        "---\ntitle: One\ndate: 2023-05-10\npublisher: The Harbour Post\n---\n"
        "Anna Berg met Rui Salgado in Lisbon on 3 May 2023 for talks on fishing.\n\n"
        "Rui Salgado flew to Oslo on 9 May 2023.\n\n"
        "Anna Berg opened a harbour in Bergen on 2 April 2023.\n"
    ),
    "two.txt": (
        "Anna Berg will arrive in Lisbon next week for talks with Rui Salgado.\n\n"
        "Berg opened a school in Bergen in March.\n"
    ),
}
ONE = "articles/one.md"


def words(desk: Desk) -> dict[str, bytes]:
    return {path: text for path, text in desk.pages().items() if path.endswith(".md")}


def lose(desk: Desk) -> str:
    (desk.content / ".generated.json").unlink()
    return run(desk, "convert", str(desk.seeds))


@pytest.fixture
def edited(desk: Desk) -> Desk:
    """A claim taken out, whom another names and where taken out of it, a draft accepted, all events signed off."""
    desk.edit(ONE, lambda t: re.sub(r"  - id: \S*oslo\n(?:    .*\n)+", "", t))
    desk.edit(
        ONE, lambda t: re.sub(r"(bergen\n(?:    .*\n)*?)    when: .*\n((?:    .*\n)*?)    place: .*\n", r"\1\2", t)
    )
    assert "Rui Salgado flew" not in desk.read(ONE).partition("\n---\n")[0]
    assert "when: on 2 April 2023" not in desk.read(ONE)
    (two,) = (p for p in desk.pages() if p.startswith("articles/") and p != ONE)
    desk.edit(two, lambda t: t.replace("    draft: true\n", "    date: 2023-03\n", 1).replace("    draft: true\n", ""))
    desk.run()
    for page in desk.pages():
        if page.startswith("events/"):
            run(desk, "accept", page[7:-3])
    desk.run()
    desk.settled()
    return desk


def test_no_page_changes_and_no_signature_is_doubted(edited: Desk) -> None:
    before = words(edited)
    assert sum(b"reviewed: " in text for text in before.values()) > 1
    said = lose(edited)
    assert_unchanged(before, words(edited))
    assert "look again" not in said
    assert ".generated.json is not there" in said
    edited.settled()
    assert_unchanged(before, words(edited))


def test_a_new_seed_still_arrives(edited: Desk) -> None:
    lose(edited)
    edited.seed("three.md", "---\ntitle: Three\ndate: 2023-06-01\n---\nEva Dahl visited Porto on 30 May 2023.\n")
    assert ".generated.json is not there" not in run(edited, "convert", str(edited.seeds))
    assert edited.event("porto")


def test_a_quote_pasted_meanwhile_is_filled_in(edited: Desk) -> None:
    edited.edit(
        ONE, lambda t: t.replace("events:\n", "events:\n  - quote: Rui Salgado flew to Oslo on 9 May 2023\n", 1)
    )
    lose(edited)
    assert edited.event("oslo")
