"""A page of an entity that an editor made: its names are looked for in the articles, as they stand on it."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator.views import entity, event, home, lookup
from tests.desk import Desk, run

SEEDS = {
    "one.md": (
        "---\ntitle: One\ndate: 2023-05-10\n---\n"
        "Anna Berg met Rui Salgado in Lisbon on 3 May 2023 for talks with the steering group on fishing.\n"
    ),
    "two.md": "---\ntitle: Two\ndate: 2023-05-12\n---\nThe steering group was at work. Steering groups are many.\n",
}
PAGE = "---\nname: the steering group\ntype: organization\naliases: [The steering group]\n---\nOurs.\n"


def test_its_names_are_found_in_articles_and_events(desk: Desk) -> None:
    (desk.content / "entities/steering-group.md").write_text(PAGE)
    desk.run()
    made = desk.linked()
    assert sorted(made.named_in["steering-group"]) == ["one", "two"]
    assert "steering-group" in made.events[desk.event_id("2023-05-03")].front.entities
    assert desk.read("entities/steering-group.md") == PAGE
    desk.settled()
    desk.seed("three.md", "---\ntitle: Three\ndate: 2023-06-12\n---\nThe steering group met in Porto on 9 June 2023.\n")
    desk.run()
    assert "id: steering-group" in desk.read("articles/three.md")


def test_names_of_the_programs_own_pages_are_not_looked_for(desk: Desk) -> None:
    desk.seed(
        "three.md", "---\ntitle: Three\ndate: 2023-06-12\n---\nThe lisbon in the tank was a fish. Anna was well.\n"
    )
    before = desk.read("entities/lisbon.md")
    desk.replace("entities/lisbon.md", "name: Lisbon", "name: Lisbon\naliases: [the tank]")
    desk.run()
    assert "the tank" not in desk.read("articles/three.md").split("\n---\n")[0]
    assert desk.read("entities/lisbon.md") != before


def test_a_page_made_by_command_says_that_a_person_made_it(desk: Desk) -> None:
    run(desk, "new", "entity", "The steering group")
    assert "\nreviewed: " in desk.read("entities/the-steering-group.md")


EVENT = "---\ntitle: The group is at work\ndate: '2023-05-11'\nstatus: unverified\n---\n"
CLAIM = "events:\n  - id: the-group-works\n    date: '2023-05-11'\n    quote: The steering group was at work.\n---\n"
MACHINE, PERSON = "Found by a program; no editor has checked it yet", "Written by an editor; not signed off yet"


def words(desk: Desk) -> dict[str, str]:
    """Page -> what the site says of whether somebody checked it."""
    look = lookup.of(desk.linked())
    said = {f"events/{id}": event.view(look, id).review for id in look.briefing.events}
    return said | {f"entities/{id}": entity.view(look, id).review for id in look.briefing.entities}


@pytest.mark.parametrize("convert", [False, True])
def test_the_site_and_the_review_know_a_page_of_an_editors_own(desk: Desk, convert: bool) -> None:
    (desk.content / "entities/steering-group.md").write_text(PAGE)
    (desk.content / "events/the-group-works.md").write_text(EVENT)
    desk.edit("articles/two.md", lambda text: CLAIM.join(text.rsplit("---\n", 1)))
    run(desk, "rename", "lisbon", "lisboa")
    if convert:
        desk.run()
    said = words(desk)
    assert said.pop("entities/steering-group") == said.pop("events/the-group-works") == PERSON
    assert set(said.values()) == {MACHINE}
    look = lookup.of(desk.linked())
    assert home.view(look).review == "No editor has signed off any of this yet."
    shown = run(desk, "review", keys="s\n" * 20).split("\n\n")
    assert [item for item in shown if "written by an editor, not signed off yet" in item] == [
        item for item in shown if "steering-group\n" in item or "the-group-works\n" in item
    ]
    run(desk, "accept", "the-group-works")
    assert words(desk)["events/the-group-works"].startswith("Checked by an editor on ")


@pytest.mark.parametrize("convert", [False, True])
def test_without_the_record_of_what_was_generated_no_page_is_called_an_editors(desk: Desk, convert: bool) -> None:
    (desk.content / ".generated.json").unlink()
    if convert:
        desk.run()
    assert set(words(desk).values()) == {MACHINE}
