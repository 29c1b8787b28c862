"""A reviewed event whose reports change says so, and which articles it is about, until a person has looked again."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from typer.testing import CliRunner

from generator import cli
from tests.desk import Desk

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


def run(desk: Desk, *arguments: str, keys: str | None = None) -> str:
    done = CliRunner().invoke(cli.app, [*arguments, "--content", str(desk.content)], input=keys)
    assert done.exit_code == 0, done.output
    return done.output


def signed(desk: Desk, words: str) -> str:
    id = desk.event(words)[7:-3]
    run(desk, "accept", id)
    desk.run()
    return id


def marks(desk: Desk, id: str) -> str:
    return "".join(re.findall(r"(?m)^look_\w+: .*\n", desk.read(f"events/{id}.md")))


def test_review_shows_which_report_is_new(desk: Desk) -> None:
    event = signed(desk, "lisbon")
    desk.seed("three.md", LATER)
    desk.run()
    assert marks(desk, event) == "look_again: true\nlook_at: [three]\n"
    said = run(desk, "review", keys="q\n")
    assert said.splitlines()[1] == f"CHANGED {event}"
    assert '  new or changed since then: The Cod Gazette: "Anna Berg visited Lisbon on 3 May 2023' in said
    assert re.search(r"(?m)^  Coastwise: \"Anna Berg travelled", said)
    assert "before its reports changed: three" in CliRunner().invoke(
        cli.app, ["check", "--content", str(desk.content)]
    ).output.replace("\n", " ")
    desk.settled()
    run(desk, "accept", event)
    assert marks(desk, event) == ""
    desk.settled()


def test_what_comes_later_is_added_and_what_was_looked_at_is_forgotten(desk: Desk) -> None:
    event = signed(desk, "lisbon")
    desk.seed("three.md", LATER)
    desk.run()
    desk.seed("four.md", LATER.replace("Three", "Four").replace("her office", "the port"))
    desk.run()
    assert marks(desk, event) == "look_again: true\nlook_at: [three, four]\n"
    desk.edit(f"events/{event}.md", lambda text: text.replace("look_again: true\n", ""))
    desk.seed("five.md", LATER.replace("Three", "Five").replace("her office", "a clerk"))
    desk.run()
    assert marks(desk, event) == "look_again: true\nlook_at: [five]\n"


def test_review_names_an_article_that_tells_of_it_no_more(desk: Desk) -> None:
    event = signed(desk, "lisbon")
    desk.seed("two.md", SEEDS["two.md"].replace("Anna Berg travelled to Lisbon on 3 May 2023 to talk", "They talk"))
    desk.run()
    assert marks(desk, event) == "look_again: true\nlook_at: [two]\n"
    assert "  it tells of this no more: two" in run(desk, "review", keys="q\n")


def test_a_merge_that_adds_a_claim_to_a_reviewed_event_says_so_and_a_split_takes_it_back(desk: Desk) -> None:
    event, other = signed(desk, "lisbon"), desk.event("oslo")[7:-3]
    before = desk.pages()
    assert f"events/{event}.md was reviewed before its reports changed" in run(desk, "merge", event, other)
    assert marks(desk, event) == "look_again: true\nlook_at: [one]\n"
    run(desk, "split", event, other)
    assert desk.pages() == before
    desk.settled()


def test_a_merge_with_an_event_that_nobody_reports_is_no_news(desk: Desk) -> None:
    event = signed(desk, "lisbon")
    run(desk, "new", "event", "Berg sees the sea")
    run(desk, "merge", event, "berg-sees-the-sea")
    assert marks(desk, event) == ""


def test_a_split_of_a_reviewed_event_says_so(desk: Desk) -> None:
    event = signed(desk, "lisbon")
    run(desk, "split", event, "two", "--title", "Berg travels once more")
    assert marks(desk, event) == "look_again: true\nlook_at: [two]\n"


def test_an_article_that_an_editor_removes_is_news_of_a_reviewed_event(desk: Desk) -> None:
    event = signed(desk, "lisbon")
    (desk.seeds / "two.md").unlink()
    desk.run()
    assert marks(desk, event) == ""
    run(desk, "refuse", "two", "--yes")
    desk.run()
    assert marks(desk, event) == "look_again: true\nlook_at: [two]\n"
    desk.settled()
