"""The day of an article that gives none, once editors part or join the events from which it follows."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.desk import Desk, run

SEEDS = {
    "one.md": (
        "---\ntitle: Copper\ndate: 2023-05-12\nlang: en\n---\n"
        "Chancellor Olaf Brandt will make an official visit to Chile on Monday for talks on copper.\n"
    ),
    "two.md": (
        "---\ntitle: A visit to Chile\nlang: en\n---\n"
        "Chancellor Olaf Brandt begins next week an official visit to Chile.\n\n"
        "In March, Olaf Brandt visited Peru.\n"
    ),
}


def test_a_claim_that_is_parted_keeps_its_inferred_day_run_after_run(desk: Desk) -> None:
    (page,) = [p for p in desk.pages() if p.startswith("articles/") and "published_inferred" in desk.read(p)]
    event = desk.event("chile")
    before = desk.read(page)
    id = event.removeprefix("events/").removesuffix(".md")
    run(desk, "split", id, "next week", "--title", "A visit begins", "--as", "to-chile")
    desk.run()
    assert desk.read(page) == before.replace(f"id: {id}", "id: to-chile")
    assert desk.check() == []
    desk.settled()
    desk.edit("entities/chile.md", lambda text: text.replace("---\n", "---\n# ours\n", 1))
    desk.run()
    assert desk.read(page) == before.replace(f"id: {id}", "id: to-chile")


DAYS = "  date: 2023-05-08/2023-05-14\n"


def undated(desk: Desk) -> str:
    (page,) = [p for p in desk.pages() if p.startswith("articles/") and DAYS in desk.read(p)]
    return page


def test_the_days_that_an_editor_infers_date_what_the_article_tells_in_one_run(desk: Desk) -> None:
    page = undated(desk)
    desk.replace(page, DAYS, "  date: 2024-05-06/2024-05-12\n")
    assert desk.run().conflicts == ()
    text = desk.read(page)
    assert "  date: 2024-05-06/2024-05-12\n" in text
    assert "    date: 2024-05-13/2024-05-19\n    when: next week\n    dated_by: inference\n" in text
    assert "    date: 2024-03\n    when: In March\n" in text
    desk.settled()


def test_where_an_editor_takes_the_inferred_days_out_nothing_is_dated_by_them(desk: Desk) -> None:
    page = undated(desk)
    desk.edit(page, lambda text: re.sub(r"published_inferred:\n(  .*\n)+", "", text))
    desk.run()
    text = desk.read(page)
    assert "published_inferred" not in text
    assert "dated_by: inference" not in text
    desk.settled()


def test_what_the_seeds_tell_anew_of_the_day_is_a_conflict_with_the_editors(desk: Desk) -> None:
    page = undated(desk)
    desk.replace(page, DAYS, "  date: 2024-05-06/2024-05-12\n")
    desk.run()
    desk.seed("two.md", SEEDS["two.md"].replace("next week", "this week"))
    assert [c.field for c in desk.run().conflicts] == ["published_inferred"]
    assert "  date: 2024-05-06/2024-05-12\n" in desk.read(page)
    run(desk, "accept", page, "published_inferred")
    assert desk.run().conflicts == ()
    assert "  date: 2023-05-15/2023-05-21\n" in desk.read(page)
    assert "    date: 2023-05-15/2023-05-21\n    when: this week\n" in desk.read(page)
    desk.settled()


def test_a_claims_day_that_an_editor_writes_is_said_to_be_inferred_by_nobody(desk: Desk) -> None:
    page = undated(desk)
    row = "    date: 2023-03\n    when: In March\n"
    desk.replace(page, f"{row}    dated_by: inference\n", row.replace("2023", "2022"))
    desk.run()
    desk.replace(page, DAYS, "  date: 2024-05-06/2024-05-12\n")
    assert [c.field[-5:] for c in desk.run().conflicts] == [".date"]
    assert row.replace("2023", "2022") + "    kind" in desk.read(page)
    desk.edit("conflicts.yaml", lambda text: text.replace("    new: ", "    keep: new\n    new: "))
    desk.run()
    assert row.replace("2023", "2024") + "    dated_by: inference\n" in desk.read(page)
    desk.settled()
