"""Links in editors' texts name the id that a page has now; every other byte of the texts stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import wikilinks
from tests.desk import Desk, run

ENTITY = "---\nname: {}\ntype: person\n---\n{}"
EVENT = "---\ntitle: {}\ndate: '2023-05-03'\nstatus: unverified\nbecause: we were there\n---\n{}"
NOTE = (
    "---\ntitle: On Berg\ndate: 2023-06-01\n---\n"
    "[[anna-berg]] met [[anna-berg | her]] friend, [[ anna-berg#Her youth|as a\nchild]]; [[Anna Berg]] wrote.\r\n\n"
    "| who |\n| --- |\n| [[anna-berg\\|Berg]] |\n\n"
    "![[talks]]\n\n"
    "See [the page](../entities/anna-berg.md#her-youth), [[anna-berg-hansen]] and `[[anna-berg]]`.\n\n"
    "```\n[[anna-berg]]\n```\n"
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Two people, two events, an article and three texts that speak of them."""
    made = Desk(tmp_path)
    for folder in ("articles", "entities", "events", "notes", "pages"):
        (made.content / folder).mkdir(parents=True)
    files = {
        "entities/anna-berg.md": ENTITY.format("Anna Berg", "\n## Her youth\n\nMother of [[rui-salgado]].\n"),
        "entities/anna-berg-hansen.md": ENTITY.format("Anna Berg Hansen", ""),
        "entities/rui-salgado.md": ENTITY.format("Rui Salgado", "Knows [[anna-berg]] and [[rui-salgado|himself]].\n"),
        "events/talks.md": EVENT.format("Berg talks", "[[anna-berg]] spoke.\n"),
        "events/more-talks.md": EVENT.format("Berg talks more", ""),
        "articles/one.md": (
            "---\ntitle: One\nlang: en\nsource:\n  seed: one.md\n  sha256: aa\nrights: full\n---\n"
            "[[anna-berg|Berg]] came, they write [[anna-berg]].\n"
        ),
        "notes/on-berg.md": NOTE,
        "pages/home.md": "---\ntitle: Home\nsummary: 'All of [[anna-berg]]'  # ours\n---\nAll of [[anna-berg]].\n",
        "briefing.yaml": 'title: Fish\n# ours\nchanges:\n  - date: 2023-06-01\n    text: "[[anna-berg]] is new"\n',
    }
    for path, text in files.items():
        (made.content / path).write_bytes(text.encode())
    return made


def differ(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    return {path for path in before.keys() & after.keys() if before[path] != after[path]}


def test_a_rename_writes_links_anew_and_nothing_else(desk: Desk) -> None:
    before = desk.pages()
    said = run(desk, "rename", "anna-berg", "a-berg")
    note = NOTE.replace("[[anna-berg]] met [[anna-berg | her]]", "[[a-berg]] met [[a-berg | her]]")
    note = note.replace("[[ anna-berg#Her", "[[ a-berg#Her").replace("[[anna-berg\\|", "[[a-berg\\|")
    note = note.replace("entities/anna-berg.md#", "entities/a-berg.md#")
    assert desk.read("notes/on-berg.md") == note
    assert differ(before, desk.pages()) == {
        "notes/on-berg.md", "pages/home.md", "briefing.yaml", "articles/one.md", "entities/rui-salgado.md",
        "events/talks.md",
    }  # fmt: skip
    assert desk.read("articles/one.md").endswith("[[a-berg|Berg]] came, they write [[anna-berg]].\n")
    assert "summary: 'All of [[a-berg]]'  # ours\n" in desk.read("pages/home.md")
    assert desk.read("pages/home.md").endswith("All of [[a-berg]].\n")
    assert desk.read("briefing.yaml") == before["briefing.yaml"].decode().replace("anna-berg", "a-berg")
    assert "11 links to anna-berg now name a-berg: articles/one.md, briefing.yaml, " in said
    assert "notes/on-berg.md (5), pages/home.md (2)." in said
    assert desk.linked().redirects["anna-berg"] == "a-berg"


def test_a_renamed_event_is_still_set_into_a_note(desk: Desk) -> None:
    said = run(desk, "rename", "talks", "berg-talks")
    assert desk.read("notes/on-berg.md") == NOTE.replace("![[talks]]", "![[berg-talks]]")
    assert "1 link to talks now names berg-talks: notes/on-berg.md." in said
    run(desk, "merge", "more-talks", "berg-talks")
    assert desk.read("notes/on-berg.md") == NOTE.replace("![[talks]]", "![[more-talks]]")
    assert desk.check() == []


def test_a_merge_writes_links_anew_and_a_split_takes_that_back(desk: Desk) -> None:
    before = desk.pages()
    said = run(desk, "merge", "rui-salgado", "anna-berg")
    assert "links to anna-berg now name rui-salgado: " in said
    assert "[[rui-salgado]] met [[rui-salgado | her]]" in desk.read("notes/on-berg.md")
    assert "Mother of [[rui-salgado]]." in desk.read("entities/rui-salgado.md")
    run(desk, "split", "rui-salgado", "anna-berg")
    assert {path: text for path, text in desk.pages().items() if path in before} == before


def test_a_split_takes_back_the_links_of_lines_that_stand_and_names_the_others(desk: Desk) -> None:
    run(desk, "merge", "rui-salgado", "anna-berg")
    run(desk, "rename", "rui-salgado", "salgado")
    desk.replace("notes/on-berg.md", "See [the page]", "First: [[salgado]].\n\nLook at [the page]")
    said = run(desk, "split", "salgado", "anna-berg")
    assert "notes/on-berg.md: 1 link to anna-berg changed since the merge; look there." in said
    assert "[[anna-berg]] met [[anna-berg | her]]" in desk.read("notes/on-berg.md")
    assert "First: [[salgado]].\n\nLook at [the page](../entities/salgado.md#her-youth)" in desk.read(
        "notes/on-berg.md"
    )
    assert desk.read("entities/salgado.md").endswith("---\nKnows [[anna-berg]] and [[salgado|himself]].\n")


def test_links_of_other_kinds_stay() -> None:
    text = "[[a]] ![[a]] [w](a.md)"
    assert wikilinks.retarget(text, lambda link: "b", frozenset({"embed"})) == "[[a]] ![[b]] [w](a.md)"
