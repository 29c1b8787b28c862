"""A claim whose event is told no more finds another in the run that takes it away, not in the one behind it."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.desk import Desk

TALKS = "2023-05-03-anna-berg-travels-to-lisbon-for-talks-on-fishing"
SEEDS = {
    "one.md": "---\nlang: en\n---\nAnna Berg travelled to Lisbon on 3 May 2023 for talks on fishing.\n",
    "two.md": (
        "---\ntitle: A tour\ndate: 2023-05-12\nlang: en\n---\n"
        "Anna Berg visited Lisbon on 3 May 2023.\n\nAnna Berg visited Lisbon on Wednesday.\n"
    ),
}
ROW = "    when: on Wednesday\n    kind: visit\n    quote: Anna Berg visited Lisbon on Wednesday.\n"


def without_a_day(desk: Desk) -> None:
    desk.seed("two.md", "---\ntitle: A tour\nlang: en\n---\nAnna Berg visited Lisbon on Wednesday.\n")


def test_a_claim_that_loses_its_day_finds_the_visit_it_tells_of_at_once(desk: Desk) -> None:
    assert "2023-05-10-anna-berg-visits-lisbon" in desk.read("articles/a-tour.md")
    without_a_day(desk)
    desk.run()
    assert f"  - id: {TALKS}\n{ROW}" in desk.read("articles/a-tour.md")
    desk.settled()


def test_a_claim_that_an_editor_put_to_an_event_stays_there_without_a_day(desk: Desk) -> None:
    desk.replace("articles/a-tour.md", "id: 2023-05-10-anna-berg-visits-lisbon", f"id: {TALKS}")
    desk.run()
    (desk.seeds / "one.md").unlink()
    without_a_day(desk)
    desk.run()
    assert f"  - id: {TALKS}\n{ROW}" in desk.read("articles/a-tour.md")
    desk.settled()


def test_a_claim_of_an_event_that_an_editor_removed_finds_no_other(desk: Desk) -> None:
    (desk.content / desk.event("2023-05-10")).unlink()
    without_a_day(desk)
    desk.run()
    assert TALKS not in desk.read("articles/a-tour.md")
    desk.settled()
    assert not [page for page in desk.pages() if "visits-lisbon" in page]
