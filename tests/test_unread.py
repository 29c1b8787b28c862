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
    """An editor's desk: a date of a claim corrected, which its event follows, and all events signed off."""
    desk.replace(ONE, "date: '2023-05-09'", "date: '2023-05-08'")
    desk.replace(ONE, "entities: [anna-berg, lisbon]", "entities: [anna-berg, lisbon, oslo]")
    desk.run()
    for page in desk.pages():
        if page.startswith("events/"):
            run(desk, "accept", page[7:-3])
    desk.run()
    return desk


def others(desk: Desk) -> dict[str, bytes]:
    return {path: text for path, text in desk.pages().items() if path.endswith(".md") and path != ONE}


@pytest.mark.parametrize("git", [True, False], ids=["with git", "without git"])
def test_no_other_page_moves_and_nothing_is_left_of_it(signed: Desk, git: bool) -> None:
    if git:
        who = ["git", "-c", "user.name=An Editor", "-c", "user.email=editor@example.org"]
        for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "one"]):
            subprocess.run([*who, *words], cwd=signed.seeds.parent, check=True, capture_output=True)
    before, page = others(signed), signed.read(ONE)
    broken = signed.replace(ONE, "\nevents:\n", "\nevents:\n  - quote: She said: the quay is closed\n")
    said = run(signed, "convert", str(signed.seeds))
    assert "one.md:" in said
    assert "look again" not in said
    assert "reads it otherwise" not in said
    assert signed.read(ONE) == broken
    if git:
        assert_unchanged(before, others(signed))
    else:
        assert not [path for path, text in others(signed).items() if b"look_again" in text]
    (signed.content / ONE).write_text(page, encoding="utf-8")
    signed.run()
    assert_unchanged(before, others(signed))
    assert signed.read(ONE) == page
    signed.settled()
