"""An article's page that was removed, and that a person brings back with git: it tells again what it told before."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.desk import Desk, assert_unchanged, run

ONE = "articles/one.md"
BOATS = "The boats of the port stayed at their moorings until dusk"
PLAN = "A second round is planned for October."
SEEDS = {
    "one.md": (
        "---\ntitle: One\ndate: 2023-05-10\npublisher: The Harbour Post\n---\n"
        "Anna Berg visited Lisbon on 3 May 2023 for talks on fishing.\n\nRui Salgado flew to Oslo on 9 May 2023.\n\n"
        f"{BOATS}, and nobody knew why.\n\nEva Dahl opened a school in Faro on 4 May 2023.\n\n{PLAN}\n"
    ),
    "two.md": (
        "---\ntitle: Two\ndate: 2023-05-12\npublisher: Coastwise\n---\n"
        "Anna Berg travelled to Lisbon on 3 May 2023 to talk about fishing.\n"
    ),
}


@pytest.fixture
def edited(desk: Desk) -> Desk:
    """An editor's desk: a quote pasted, a draft accepted, the date of a claim corrected, one put to another event."""
    desk.replace(ONE, "\nevents:\n", f"\nevents:\n  - quote: {BOATS}\n")
    run(desk, "accept", "one", PLAN)
    desk.run()
    desk.replace(ONE, "date: '2023-05-09'", "date: '2023-05-08'")
    desk.run()
    run(desk, "split", desk.event_id("lisbon"), "one", "--title", "Talks on fishing begin")
    desk.replace(ONE, f"id: {desk.event_id('oslo')}", f"id: {desk.event_id('school')}")
    desk.run()
    desk.settled()
    return desk


def pages(desk: Desk) -> dict[str, bytes]:
    return {path: text for path, text in desk.pages().items() if path.endswith(".md")}


@pytest.mark.parametrize(("runs", "name"), [(1, "one.md"), (2, "renamed.md")])
def test_the_page_is_brought_back_and_its_events_are_there_again(edited: Desk, runs: int, name: str) -> None:
    before = pages(edited)
    assert len([path for path in before if path.startswith("events/")]) == 5
    (edited.content / ONE).unlink()
    edited.run()
    assert not any("boats" in path for path in edited.pages())
    for _ in range(runs - 1):
        edited.settled(1)
    (edited.seeds / "one.md").rename(edited.seeds / name)
    edited.run()
    assert ONE not in edited.pages()
    (edited.content / ONE).write_bytes(before[ONE])
    edited.run()
    now = {path: text.replace(f"seed: {name}".encode(), b"seed: one.md") for path, text in pages(edited).items()}
    assert_unchanged(before, now)
    assert edited.check() == []
    edited.settled()
