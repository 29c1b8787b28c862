"""The day of an article that gives none, once editors part or join the events from which it follows."""

from __future__ import annotations

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
