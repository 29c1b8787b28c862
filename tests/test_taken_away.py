"""What goes with an article: entities that no other names, out of every event that the program put them into."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.desk import Desk, run

TWO = "articles/two.md"
SEEDS = {
    "one.md": "---\ntitle: One\ndate: 2023-05-10\n---\nAnna Berg visited Lisbon on 3 May 2023 for talks on fishing.\n",
    "two.md": (
        "---\ntitle: Two\ndate: 2023-05-12\n---\n"
        "Anna Berg travelled to Lisbon on 4 May 2023 for talks on fishing.\n\n"
        "Rui Salgado flew to Oslo on 9 May 2023.\n"
    ),
}


def refuse_two(desk: Desk) -> None:
    """The article as an editor refuses it who removed its seed."""
    (desk.seeds / "two.md").unlink()
    desk.run()
    run(desk, "refuse", "two", "--yes")
    desk.run()


def entities(desk: Desk, event: str) -> str:
    found = re.search(r"^entities: \[(.*)\]", desk.read(event), re.M)
    return found[1] if found else ""


def test_an_entity_that_goes_away_goes_out_of_an_event_whose_title_was_edited(desk: Desk) -> None:
    event = desk.event("oslo")
    desk.edit(event, lambda t: re.sub(r"title: .*", "title: Off to the north", t))
    assert entities(desk, event)
    refuse_two(desk)
    assert "entities/oslo.md" not in desk.pages()
    assert entities(desk, event) == ""
    assert "title: Off to the north" in desk.read(event)
    assert not [fault for fault in desk.check() if "unknown" in fault]
    desk.settled()


def test_it_is_there_again_with_its_article(desk: Desk) -> None:
    event, was = desk.event("oslo"), desk.read(TWO)
    desk.edit(event, lambda t: re.sub(r"title: .*", "title: Off to the north", t))
    before, seed = entities(desk, event), (desk.seeds / "two.md").read_text()
    refuse_two(desk)
    desk.seed("two.md", seed)
    (desk.content / TWO).write_text(was)
    desk.run()
    assert entities(desk, event) == before
    assert not [fault for fault in desk.check() if "unknown" in fault]


def test_an_entity_that_an_editor_put_to_an_event_keeps_its_page(desk: Desk) -> None:
    event = desk.event("lisbon")
    desk.edit(event, lambda t: re.sub(r"^entities: \[", "entities: [rui-salgado, ", t, flags=re.M))
    refuse_two(desk)
    assert "rui-salgado" in entities(desk, event)
    assert "entities/rui-salgado.md" in desk.pages()
    assert desk.check() == []


def test_a_date_that_an_editor_gave_with_a_reason_is_not_asked_again(desk: Desk) -> None:
    event = desk.event("lisbon")
    was = re.search(r"^date: .*$", desk.read(event), re.M)
    assert was
    desk.replace(event, was[0], "date: '2023-05-05'\nbecause: Her office gives the day.")
    desk.run()
    assert not desk.run().conflicts
    refuse_two(desk)
    assert not (desk.content / "conflicts.yaml").exists()
    assert "date: '2023-05-05'\n" in desk.read(event)
