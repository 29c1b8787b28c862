"""A new article tells of the day of a signed event, in words that do not settle it: one draft, and no doubled page."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.desk import Desk, run

SEEDS = {
    "one.md": (
        "---\ntitle: One\ndate: 2023-05-10\npublisher: The Harbour Post\n---\n"
        "Norwegian inspectors paid a visit to Lisbon on 3 May 2023 for talks on fishing.\n\n"
        "Rui Salgado flew to Oslo on 9 May 2023.\n"
    ),
}
QUOTE = "Two inspectors held a press conference in Lisbon on 3 May 2023."
NEW = f"---\ntitle: Two\ndate: 2023-05-12\npublisher: Coastwise\n---\n{QUOTE}\n"
TWO = "articles/two.md"


def sign(desk: Desk) -> str:
    page = desk.event("lisbon")
    run(desk, "accept", page[7:-3])
    desk.run()
    return page


@pytest.fixture
def waiting(desk: Desk) -> tuple[Desk, str, str]:
    """The desk, the signed event, and what `convert` said of the new article."""
    page = sign(desk)
    desk.seed("two.md", NEW)
    return desk, page, run(desk, "convert", str(desk.seeds))


def test_without_a_signature_it_has_its_own_page(desk: Desk) -> None:
    desk.seed("two.md", NEW)
    desk.run()
    assert sum("lisbon" in page for page in desk.pages() if page.startswith("events/")) == 2


def test_it_waits_as_a_draft_that_names_the_signed_event(waiting: tuple[Desk, str, str]) -> None:
    desk, page, said = waiting
    assert [p for p in desk.pages() if p.startswith("events/") and "lisbon" in p] == [page]
    row = desk.read(TWO).partition("\nevents:\n")[2].partition("\n---")[0]
    assert f"id: {page[7:-3]}\n" in row
    assert "draft: true" in row
    (told,) = [line for line in said.splitlines() if "may tell of" in line]
    assert page[7:-3] in told
    assert "briefing accept two" in told
    assert "look_again" not in desk.read(page)
    assert "may tell of" in run(desk, "review", keys="q\n")
    assert desk.check() == []
    assert "may tell of" not in run(desk, "convert", str(desk.seeds))
    desk.settled()


def test_accepted_it_is_a_claim_of_the_event_which_is_looked_at_again(waiting: tuple[Desk, str, str]) -> None:
    desk, page, _ = waiting
    run(desk, "accept", "two", QUOTE[:30])
    assert "look_again: true" in desk.read(page)
    desk.run()
    assert f"id: {page[7:-3]}" in desk.read(TWO)
    assert "draft" not in desk.read(TWO)
    assert desk.check() == []
    desk.settled()


def test_refused_it_does_not_come_back(waiting: tuple[Desk, str, str]) -> None:
    desk, page, _ = waiting
    run(desk, "refuse", "two", QUOTE[:30])
    desk.run()
    assert "events:" not in desk.read(TWO)
    assert [p for p in desk.pages() if p.startswith("events/") and "lisbon" in p] == [page]
    desk.settled()


def test_told_as_another_event_it_gets_its_own_page(waiting: tuple[Desk, str, str]) -> None:
    desk, page, _ = waiting
    desk.edit(TWO, lambda t: t.replace(f"id: {page[7:-3]}\n    ", "", 1).replace("    draft: true\n", ""))
    desk.run()
    assert sum("lisbon" in p for p in desk.pages() if p.startswith("events/")) == 2
    assert desk.check() == []
    desk.settled()


def test_another_happening_of_the_day_is_an_event_of_its_own(desk: Desk) -> None:
    sign(desk)
    desk.seed("two.md", "---\ntitle: Two\ndate: 2023-05-12\n---\nEva Dahl opened a school in Porto on 3 May 2023.\n")
    desk.run()
    assert desk.event("porto")


AGAIN = "The two sides met for talks in Lisbon on 3 May 2023."


def test_what_names_nobody_who_takes_part_does_not_join_a_signed_event(desk: Desk) -> None:
    desk.seed("one.md", SEEDS["one.md"].replace("Norwegian inspectors paid a visit to", "Anna Berg met Rui Salgado in"))
    desk.run()
    page = sign(desk)
    before = desk.read(page)
    desk.seed("two.md", NEW.replace(QUOTE, AGAIN))
    said = run(desk, "convert", str(desk.seeds))
    assert desk.read(page) == before
    row = desk.read(TWO).partition("\nevents:\n")[2].partition("\n---")[0]
    assert f"id: {page[7:-3]}\n" in row
    assert "draft: true" in row
    assert "may tell of" in said
    desk.settled()
    run(desk, "accept", "two", AGAIN[:30])
    desk.run()
    assert "draft" not in desk.read(TWO)
    assert "look_again: true" in desk.read(page)
    assert desk.check() == []
    desk.settled()
