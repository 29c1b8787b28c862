"""A claim that an editor puts to another event stays there, on the site, whatever its words alone would tell."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.desk import Desk, run

PAGE = "articles/talks-in-bergen-go-on.md"
WORDS = "signed a memorandum of understanding in Bergen"
SEEDS = {
    "one.md": (
        "---\ntitle: A yard\ndate: 2023-05-12\npublisher: The Mail\n---\n"
        "Harstad Yards signed an agreement with the fisheries minister of Norway in Bergen on 9 May 2023.\n"
    ),
    "two.md": (
        "---\ntitle: Talks in Bergen go on\ndate: 2023-06-12\npublisher: The Harbour Post\n---\n"
        "Anna Berg received the delegation in Bergen on 8 June 2023. "
        "The two sides signed a memorandum of understanding in Bergen on 9 May 2023, Berg recalled.\n"
    ),
}


def _split(desk: Desk) -> str:
    event = desk.event_id("harstad")
    assert f"- id: {event}" in desk.read(PAGE), desk.read(PAGE)
    run(desk, "split", event, WORDS, "--title", "Berg signs a memorandum")
    return desk.event_id("memorandum")


def test_a_claim_that_split_moved_stays_published_without_a_conflict(desk: Desk) -> None:
    new = _split(desk)
    page = desk.read(PAGE)
    assert desk.run().conflicts == ()
    assert desk.read(PAGE) == page
    assert desk.linked().events[new].front.date == "2023-05-09"
    desk.seed("three.md", "---\ntitle: Rain\ndate: 2023-06-14\n---\nRui Salgado flew to Oslo on 13 June 2023.\n")
    assert desk.run().conflicts == ()
    assert new in desk.linked().events
    desk.settled()


def test_a_moved_claim_is_an_orphan_only_once_its_words_are_gone(desk: Desk) -> None:
    new = _split(desk)
    desk.run()
    desk.seed("two.md", SEEDS["two.md"].split("The two sides")[0] + "Nothing was signed.\n")
    desk.run()
    assert "orphan: true" in desk.read(PAGE).split(f"- id: {new}")[1]
