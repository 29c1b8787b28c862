"""What the page of a signed event says stays as it was signed, as long as a report bears it out."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.desk import Desk, run

SEEDS = {
    "one.md": (
        "---\ntitle: One\ndate: 2023-05-10\npublisher: The Harbour Post\n---\n"
        "Anna Berg met Rui Salgado in Lisbon on 3 May 2023 for talks with Mara Kerhavi on fishing.\n\n"
        "Rui Salgado flew to Oslo on 9 May 2023 with Eva Dahl.\n"
    ),
    "two.md": (
        "---\ntitle: Two\ndate: 2023-05-12\npublisher: The Tide\n---\n"
        "Anna Berg met Rui Salgado in Lisbon on 3 May 2023. Rui Salgado travelled to Oslo on 9 May 2023.\n\n"
        "The Harbour Institute opened a school in Malta on 1 May 2023. It belongs to the Tide Academy.\n"
    ),
    "three.md": (
        "---\ntitle: Three\ndate: 2023-05-14\npublisher: The Cod Gazette\n---\n"
        "Norway renewed its treaty with Chile on 4 May 2023, as the third state after Malta and Cyprus.\n"
    ),
    "four.md": (
        "---\ntitle: Four\ndate: 2023-05-15\npublisher: Coastwise\n---\n"
        "Norway renewed its treaty with Chile on 4 May 2023, as did Malta and Cyprus.\n"
    ),
    "five.md": (
        "---\ntitle: Five\ndate: 2023-05-16\npublisher: The Buoy\n---\n"
        "Norway renewed its treaty with Chile on 4 May 2023.\n\n"
        "The treaty of Norway with Chile was renewed on 4 May 2023.\n"
    ),
}


def sign(desk: Desk, *words: str) -> list[str]:
    """The pages of the events with these words in their ids, signed off."""
    for word in words:
        run(desk, "accept", desk.event_id(word))
    return [desk.event(word) for word in words]


def line(desk: Desk, page: str, key: str) -> str:
    (found,) = re.findall(rf"(?m)^{key}: (.*)$", desk.read(page))
    return str(found)


def move(desk: Desk, quote: str, event: str) -> None:
    """Put the claim of article one with this quote to another event, by hand."""
    row = rf"(  - id: )\S+(\n(?:    .*\n)*?    quote: {re.escape(quote)})"
    desk.edit("articles/one.md", lambda text: re.sub(row, rf"\g<1>{event}\g<2>", text))


def test_a_signed_title_with_a_corrected_name_stays_when_its_entity_is_merged(desk: Desk) -> None:
    desk.replace("entities/harbour-institute.md", "name: Harbour Institute", "name: Harbor Institute")
    desk.run()
    (page,) = sign(desk, "malta")
    title = line(desk, page, "title")
    assert "Harbor Institute opens" in title
    run(desk, "merge", "tide-academy", "harbour-institute")
    desk.run()
    assert line(desk, page, "title") == title
    desk.settled()


def test_a_signed_title_stays_when_the_claim_that_gave_it_leaves(desk: Desk) -> None:
    (page,) = sign(desk, "oslo")
    title = line(desk, page, "title")
    assert "Eva Dahl" in title
    move(desk, "Rui Salgado flew to Oslo", desk.event_id("lisbon"))
    desk.run()
    assert line(desk, page, "title") == title
    assert line(desk, page, "look_again") == "true"
    desk.settled()


def test_a_claim_that_an_editor_puts_to_a_signed_event_takes_nobody_off_it(desk: Desk) -> None:
    (page,) = sign(desk, "lisbon")
    named = line(desk, page, "entities").strip("[]").split(", ")
    assert "mara-kerhavi" in named
    move(desk, "Rui Salgado flew to Oslo", desk.event_id("lisbon"))
    desk.run()
    assert line(desk, page, "entities").strip("[]").split(", ")[: len(named)] == named
    assert line(desk, page, "place") == "lisbon"
    desk.settled()


@pytest.mark.parametrize("command", [True, False], ids=["refused", "removed by hand"])
def test_who_stands_in_a_quote_that_remains_stays_on_a_signed_event(desk: Desk, command: bool) -> None:
    desk.replace("articles/four.md", "[norway, chile, malta, cyprus]", "[norway, chile]")  # who acts, and nobody else
    desk.run()
    (page,) = sign(desk, "treaty")
    before = line(desk, page, "entities")
    assert "malta" in before
    if command:
        (desk.seeds / "three.md").unlink()
        desk.run()
        run(desk, "refuse", "three", "--yes")
    else:
        (desk.content / "articles/three.md").unlink()
    desk.run()
    assert line(desk, page, "entities") == before
    desk.settled()
