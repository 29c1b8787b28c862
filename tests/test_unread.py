"""A slip makes an article's page unreadable: it is told, and until it is mended no other page moves."""

from __future__ import annotations

import subprocess

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.desk import Desk, assert_unchanged, run

ONE = "articles/one.md"
SEEDS = {
    "one.md": (
        "---\ntitle: One\ndate: 2023-05-10\npublisher: The Harbour Post\n---\n"
        "Anna Berg visited Lisbon on 3 May 2023 for talks on fishing.\n\nRui Salgado flew to Oslo on 9 May 2023.\n\n"
        "She said: the quay is closed, and it will be so until June.\n"
    ),
    "two.md": (
        "---\ntitle: Two\ndate: 2023-05-12\npublisher: Coastwise\n---\n"
        "Anna Berg travelled to Lisbon on 3 May 2023 to talk about fishing.\n"
    ),
}


@pytest.fixture
def signed(desk: Desk) -> Desk:
    """An editor's desk: a date of a claim corrected, which its event follows, a quote pasted, and all events but one
    signed off.
    """
    desk.replace(ONE, "\nevents:\n", "\nevents:\n  - quote: and it will be so until June\n")
    desk.replace(ONE, "date: '2023-05-09'", "date: '2023-05-08'")
    desk.replace(ONE, "entities: [anna-berg, lisbon]", "entities: [anna-berg, lisbon, oslo]")
    desk.run()
    for page in desk.pages():
        if page.startswith("events/") and "until-june" not in page:
            run(desk, "accept", page[7:-3])
    desk.run()
    return desk


def others(desk: Desk) -> dict[str, bytes]:
    return {path: text for path, text in desk.pages().items() if path.endswith(".md") and path != ONE}


def git(desk: Desk, *words: str) -> None:
    who = ["git", "-c", "user.name=An Editor", "-c", "user.email=editor@example.org"]
    subprocess.run([*who, *words], cwd=desk.seeds.parent, check=True, capture_output=True)


@pytest.mark.parametrize("kept", ["by the last commit", "by one before it", "by no commit"])
def test_no_other_page_moves_and_nothing_is_left_of_it(signed: Desk, kept: str) -> None:
    if kept != "by no commit":
        git(signed, "init", "-q")
        git(signed, "add", "-A")
        git(signed, "commit", "-qm", "one")
    before, page = others(signed), signed.read(ONE)
    broken = signed.replace(ONE, "\nevents:\n", "\nevents:\n  - quote: She said: the quay is closed\n")
    if kept == "by one before it":
        git(signed, "commit", "-qam", "broken")
    said = run(signed, "convert", str(signed.seeds))
    assert "one.md:" in said
    assert "look again" not in said
    assert "reads it otherwise" not in said
    assert signed.read(ONE) == broken
    assert_unchanged(before, others(signed))
    signed.settled(1)
    (signed.content / ONE).write_text(page, encoding="utf-8")
    signed.run()
    assert_unchanged(before, others(signed))
    assert signed.read(ONE) == page
    signed.settled(1)


def test_an_event_to_be_looked_at_again_stays_so_while_another_page_cannot_be_read(signed: Desk) -> None:
    signed.seed("three.md", SEEDS["two.md"].replace("Two", "Three").replace("Coastwise", "The Pilot"))
    assert "look again" in run(signed, "convert", str(signed.seeds))
    before, page = others(signed), signed.read(ONE)
    assert any(b"look_at" in text for text in before.values())
    signed.replace(ONE, "title: One", "title: One: the talks")
    assert f"{ONE}:2:" in run(signed, "convert", str(signed.seeds))
    assert_unchanged(before, others(signed))
    (signed.content / ONE).write_text(page, encoding="utf-8")
    signed.run()
    assert_unchanged(before, others(signed))
