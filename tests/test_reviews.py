"""What changed since a review, by hand or by command, is measured by what was seen then; what came and went is not."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import store
from tests.desk import Desk
from tests.test_look_again import LATER, SEEDS, THREE, TWO, marks, run, signed

__all__ = ["SEEDS"]  # for the fixture `converted`

OSLO = "one: Rui Salgado flew to Oslo on 9 May 2023."


def by_hand(desk: Desk, keep: str, drop: str) -> None:
    """Make one event of two as the guide says, without a command."""
    (desk.content / f"events/{drop}.md").unlink()
    desk.edit(f"events/{keep}.md", lambda text: text.replace("---\n", f"---\nredirects: [{drop}]\n", 1))


def test_a_merge_by_hand_asks_for_the_same_look_as_the_command(desk: Desk, tmp_path: Path) -> None:
    event, other = signed(desk, "lisbon"), desk.event("oslo")[7:-3]
    shutil.copytree(desk.content.parent, tmp_path / "other")
    commanded = Desk(tmp_path / "other")
    run(commanded, "merge", event, other)
    by_hand(desk, event, other)
    for each in (commanded, desk):
        each.run()
        assert marks(each, event) == [OSLO]
        each.settled()


def test_a_merge_by_hand_that_leaves_the_page_as_it_was_asks_for_a_look(desk: Desk) -> None:
    other, event = desk.event("oslo")[7:-3], desk.event("lisbon")[7:-3]
    told = {e.id: e.front for e in store.load(desk.content).events}
    everybody = ", ".join((*told[event].entities, *(e for e in told[other].entities if e not in told[event].entities)))
    desk.edit(
        f"events/{event}.md",
        lambda t: re.sub(r"(?m)^entities:.*\n(?:(?: |- ).*\n)*", f"because: ours\nentities: [{everybody}]\n", t),
    )
    signed(desk, "lisbon")
    by_hand(desk, event, other)
    desk.run()
    assert marks(desk, event) == [OSLO]
    (now,) = [e.front for e in store.load(desk.content).events if e.id == event]
    assert (now.title, now.date, now.place) == (told[event].title, told[event].date, told[event].place)
    assert "  new or changed since then: The Harbour Post, 2023-05-09" in run(desk, "review", keys="q\n")


def test_a_claim_that_is_moved_or_taken_out_by_hand_asks_for_a_look(desk: Desk) -> None:
    event = signed(desk, "lisbon")
    desk.edit("articles/two.md", lambda text: re.sub(r"(?ms)^events:\n.*?(?=^---)", "", text))
    desk.run()
    assert marks(desk, event) == [TWO]
    desk.settled()


def test_what_came_and_went_between_two_reviews_asks_for_no_look(desk: Desk) -> None:
    event = signed(desk, "lisbon")
    before = desk.pages()
    desk.seed("three.md", LATER)
    desk.run()
    assert marks(desk, event) == [THREE]
    (desk.seeds / "three.md").unlink()
    (desk.content / "articles/three.md").unlink()
    assert desk.run().as_reviewed == (event,)
    assert marks(desk, event) == []
    assert desk.read(f"events/{event}.md") == before[f"events/{event}.md"].decode()
    desk.settled()


def test_what_came_and_went_by_commands_asks_for_no_look(desk: Desk) -> None:
    event, other = signed(desk, "lisbon"), signed(desk, "oslo")
    run(desk, "merge", event, other)
    assert marks(desk, event) == [OSLO]
    said = run(desk, "split", event, "Rui Salgado flew", "--title", "Salgado flies")
    assert f"events/{event}.md is again as it was reviewed" in said
    assert f"in place of this, briefing split {event} {other} brings its page back" in said
    assert marks(desk, event) == []


def test_of_two_that_came_the_one_that_stays_is_still_to_be_looked_at(desk: Desk) -> None:
    event = signed(desk, "lisbon")
    desk.seed("three.md", LATER)
    desk.run()
    run(desk, "merge", event, desk.event("oslo")[7:-3])
    assert marks(desk, event) == [THREE, OSLO]
    run(desk, "split", event, "Rui Salgado flew", "--title", "Salgado flies")
    assert marks(desk, event) == [THREE]


@pytest.mark.parametrize("how", ["accept", "by hand", "another day"])
def test_what_was_looked_at_is_what_the_next_look_is_measured_by(desk: Desk, how: str) -> None:
    event = signed(desk, "lisbon")
    desk.seed("three.md", LATER)
    desk.run()
    if how == "accept":
        run(desk, "accept", event)
    else:
        desk.edit(
            f"events/{event}.md", lambda t: re.sub(r"(?m)^look_again: .*\n|^look_at:.*\n(?:(?: |- ).*\n)*", "", t)
        )
    if how == "another day":
        desk.edit(f"events/{event}.md", lambda t: re.sub(r"(?m)^reviewed: .*$", "reviewed: 2031-01-01", t))
    desk.run()
    (desk.seeds / "three.md").unlink()
    (desk.content / "articles/three.md").unlink()
    desk.run()
    assert marks(desk, event) == ["three: article removed"]


def test_a_look_that_a_person_asks_for_stays_until_a_person_has_looked(desk: Desk) -> None:
    event = signed(desk, "lisbon")
    desk.edit(f"events/{event}.md", lambda text: text.replace("---\n", "---\nlook_again: true  # ask Ann\n", 1))
    desk.run()
    (desk.seeds / "later.md").write_text(LATER.replace("visited Lisbon", "sailed past Faro"))
    desk.run()
    assert "look_again: true  # ask Ann" in desk.read(f"events/{event}.md")


def test_a_renamed_event_keeps_its_review(desk: Desk) -> None:
    event = signed(desk, "lisbon")
    run(desk, "rename", event, "berg-in-lisbon")
    desk.edit("articles/two.md", lambda text: re.sub(r"(?ms)^events:\n.*?(?=^---)", "", text))
    desk.run()
    assert marks(desk, "berg-in-lisbon") == [TWO]
