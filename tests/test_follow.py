"""What a command writes because the claims give it stays the machine's: later reports move it, and nobody is asked."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.desk import Desk, run

VISIT = "---\ntitle: {}\ndate: 2023-05-{}\npublisher: {}\n---\nAnna Berg visited Lisbon {} for talks on fishing.\n"
SEEDS = {
    "one.md": VISIT.format("One", 10, "The Harbour Post", "in May 2023"),
    "two.md": VISIT.format("Two", 12, "Coastwise", "on 3 May 2023"),
}


def told(desk: Desk, event: str) -> dict[str, str]:
    return dict(re.findall(r"(?m)^(date|status): '?([^'\n]*)'?$", desk.read(event)))


def refuse_two(desk: Desk) -> None:
    (desk.seeds / "two.md").unlink()
    desk.run()
    run(desk, "refuse", "two", "--yes")


@pytest.mark.parametrize("between", [True, False], ids=["convert between", "at once"])
def test_a_date_that_followed_a_refused_article_follows_the_next_report(desk: Desk, between: bool) -> None:
    event = desk.event("lisbon")
    assert told(desk, event) == {"date": "2023-05-03", "status": "undisputed"}
    refuse_two(desk)
    assert told(desk, event) == {"date": "2023-05", "status": "unverified"}
    if between:
        assert event not in desk.run().edited  # no person wrote on it
    text = "Prime Minister Anna Berg travelled to Lisbon on 3 May 2023 to talk about fishing, her office said.\n"
    desk.seed("three.md", f"---\ntitle: Three\ndate: 2023-05-14\npublisher: The Cod Gazette\n---\n{text}")
    assert not desk.run().conflicts
    assert told(desk, event) == {"date": "2023-05-03", "status": "undisputed"}
    desk.settled()


def test_a_date_that_a_person_gave_is_left_for_check_to_name(desk: Desk) -> None:
    event = desk.event("lisbon")
    desk.replace(event, "2023-05-03", "2023-05-04")
    refuse_two(desk)
    assert told(desk, event)["date"] == "2023-05-04"
    desk.run()
    assert told(desk, event)["date"] == "2023-05-04"
    assert any(event in fault and "2023-05" in fault for fault in desk.check())


def test_what_check_mended_follows_the_next_report(desk: Desk) -> None:
    event = desk.event("lisbon")
    article = "articles/two.md"
    desk.edit(article, lambda t: t.replace("date: '2023-05-03'", "date: '2023-05-04'"))
    run(desk, "check", "--fix")
    assert told(desk, event)["date"] == "2023-05-04"
    desk.edit(article, lambda t: t.replace("date: '2023-05-04'", "date: '2023-05-05'"))
    assert not desk.run().conflicts
    assert told(desk, event)["date"] == "2023-05-05"
    desk.settled()
