"""A reviewed event whose reports change says so, and which articles it is about, until a person has looked again."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from typer.testing import CliRunner

from generator import cli, store
from tests.desk import Desk, run

SEEDS = {
    "one.md": (
        "---\ntitle: One\ndate: 2023-05-10\npublisher: The Harbour Post\n---\n"
        "Anna Berg visited Lisbon on 3 May 2023 for talks on fishing.\n\n"
        "Rui Salgado flew to Oslo on 9 May 2023.\n"
    ),
    "two.md": (
        "---\ntitle: Two\ndate: 2023-05-12\npublisher: Coastwise\n---\n"
        "Anna Berg travelled to Lisbon on 3 May 2023 to talk about fishing.\n"
    ),
}
LATER = (
    "---\ntitle: Three\ndate: 2023-05-14\npublisher: The Cod Gazette\n---\n"
    "Anna Berg visited Lisbon on 3 May 2023, her office said.\n"
)


TWO = "two: Anna Berg travelled to Lisbon on 3 May 2023 to talk about"
THREE = "three: Anna Berg visited Lisbon on 3 May 2023, her office said."


def signed(desk: Desk, words: str) -> str:
    id = desk.event(words)[7:-3]
    run(desk, "accept", id)
    desk.run()
    return id


def marks(desk: Desk, id: str) -> list[str]:
    """What the page says is new, changed or gone; the article and the first words of each claim."""
    (front,) = [e.front for e in store.load(desk.content).events if e.id == id]
    assert front.look_again == bool(front.look_at)
    return list(front.look_at)


def test_review_shows_which_report_is_new(desk: Desk) -> None:
    event = signed(desk, "lisbon")
    desk.seed("three.md", LATER)
    desk.run()
    assert marks(desk, event) == [THREE]
    said = run(desk, "review", keys="q\n")
    assert said.splitlines()[1] == f"CHANGED {event}"
    assert '  new or changed since then: The Cod Gazette, 2023-05-03: "Anna Berg visited Lisbon on 3 May 2023' in said
    assert re.search(r"(?m)^  Coastwise, 2023-05-03: \"Anna Berg travelled", said)
    checked = CliRunner().invoke(cli.app, ["check", "--content", str(desk.content)]).output
    assert f"before its reports changed ({THREE}); look again" in checked
    desk.settled()
    run(desk, "accept", event)
    assert marks(desk, event) == []
    desk.settled()


def test_what_comes_later_is_added_and_what_was_looked_at_is_forgotten(desk: Desk) -> None:
    event = signed(desk, "lisbon")
    desk.seed("three.md", LATER)
    desk.run()
    desk.seed("four.md", LATER.replace("Three", "Four").replace("her office", "the port"))
    desk.run()
    assert marks(desk, event) == [THREE, THREE.replace("three", "four").replace("her office said", "the port said")]
    desk.edit(f"events/{event}.md", lambda text: re.sub("look_again: true\n", "", text))
    desk.seed("five.md", LATER.replace("Three", "Five").replace("her office", "a clerk"))
    desk.run()
    assert marks(desk, event) == [THREE.replace("three", "five").replace("her office said", "a clerk said")]


def test_review_names_an_article_that_tells_of_it_no_more(desk: Desk) -> None:
    event = signed(desk, "lisbon")
    desk.seed("two.md", SEEDS["two.md"].replace("Anna Berg travelled to Lisbon on 3 May 2023 to talk", "They talk"))
    desk.run()
    assert marks(desk, event) == [TWO]
    assert f"  gone since then: {TWO}" in run(desk, "review", keys="q\n")


@pytest.mark.parametrize("both", [False, True], ids=["one reviewed", "both reviewed"])
def test_a_merge_that_adds_a_claim_to_a_reviewed_event_says_so_and_a_split_takes_it_back(
    desk: Desk, both: bool
) -> None:
    event, other = signed(desk, "lisbon"), signed(desk, "oslo") if both else desk.event("oslo")[7:-3]
    before = desk.pages()
    assert f"events/{event}.md was reviewed before its reports changed" in run(desk, "merge", event, other)
    assert marks(desk, event) == ["one: Rui Salgado flew to Oslo on 9 May 2023."]
    assert re.search(
        r'(?m)^  new or changed since then: The Harbour Post, 2023-05-09: "Rui', run(desk, "review", keys="q\n")
    )
    assert re.search(r'(?m)^  The Harbour Post, 2023-05-03: "Anna Berg visited', run(desk, "review", keys="q\n"))
    run(desk, "split", event, other)
    assert desk.pages() == before
    desk.settled()


@pytest.mark.parametrize("when", ["before the merge", "after it", "before, and convert ran"])
def test_a_title_of_the_editors_own_leaves_no_mark_that_says_nothing(desk: Desk, when: str) -> None:
    event, other = signed(desk, "lisbon"), desk.event_id("oslo")

    def write() -> None:
        desk.edit(f"events/{event}.md", lambda text: re.sub("(?m)^title: .*$", "title: Berg at the sea", text))

    if when != "after it":
        write()
    if when.endswith("ran"):
        desk.run()
    run(desk, "merge", event, other)
    assert marks(desk, event) == ["one: Rui Salgado flew to Oslo on 9 May 2023."]
    if when == "after it":
        write()
    assert f"events/{event}.md is again as it was reviewed" in run(desk, "split", event, other)
    assert marks(desk, event) == []
    desk.run()
    assert marks(desk, event) == []
    assert "title: Berg at the sea" in desk.read(f"events/{event}.md")
    desk.settled()


def test_a_split_after_a_new_review_is_news_of_the_page_that_was_reviewed(desk: Desk) -> None:
    event, other = signed(desk, "lisbon"), signed(desk, "oslo")
    run(desk, "merge", event, other)
    run(desk, "accept", event)
    run(desk, "split", event, other)
    assert marks(desk, event) == ["one: Rui Salgado flew to Oslo on 9 May 2023."]
    assert marks(desk, other) == []


def test_a_merge_that_was_looked_at_is_no_news_to_the_next_run(desk: Desk) -> None:
    event, other = signed(desk, "lisbon"), signed(desk, "oslo")
    run(desk, "merge", event, other)
    run(desk, "accept", event)
    desk.run()
    assert marks(desk, event) == []


def test_a_merge_with_an_event_that_nobody_reports_is_no_news(desk: Desk) -> None:
    event = signed(desk, "lisbon")
    run(desk, "new", "event", "Berg sees the sea")
    run(desk, "merge", event, "berg-sees-the-sea")
    assert marks(desk, event) == []


def test_a_split_of_a_reviewed_event_says_so(desk: Desk) -> None:
    event = signed(desk, "lisbon")
    run(desk, "split", event, "two", "--title", "Berg travels once more")
    assert marks(desk, event) == [TWO]


def test_an_article_that_an_editor_removes_is_news_of_a_reviewed_event(desk: Desk) -> None:
    event = signed(desk, "lisbon")
    (desk.seeds / "two.md").unlink()
    desk.run()
    assert marks(desk, event) == []
    run(desk, "refuse", "two", "--yes")
    desk.run()
    assert marks(desk, event) == ["two: article removed"]
    desk.settled()
