"""What a person signed off keeps its claims when only the program reads otherwise."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from typer.testing import CliRunner

from generator import cli
from generator.extract import claims
from tests.desk import Desk

PAGE = "articles/one.md"
SEEDS = {
    "one.md": (
        "---\ntitle: One\ndate: 2023-05-10\n---\n"
        "Anna Berg met Rui Salgado in Lisbon on 3 May 2023 for talks on fishing.\n\n"
        "Rui Salgado flew to Oslo on 9 May 2023.\n"
    )
}


@pytest.fixture
def reread(monkeypatch: pytest.MonkeyPatch) -> Callable[[Desk, Callable[[Any], Any]], Any]:
    """Run the converter as another program would read: what it makes of each claim of the meeting is given."""
    find = claims.find

    def run(desk: Desk, otherwise: Callable[[Any], Any]) -> Any:
        def found(doc: Any, document: Any, *more: Any) -> Any:
            made = [
                (otherwise(c) if "met Rui" in document.text[c.start : c.end] else c) for c in find(doc, document, *more)
            ]
            return tuple(c for c in made if c)

        monkeypatch.setattr(claims, "find", found)
        shutil.rmtree(desk.content / ".cache", ignore_errors=True)
        return desk.run()

    return run


def sign(desk: Desk, words: str = "lisbon") -> str:
    page = desk.event(words)
    done = CliRunner().invoke(cli.app, ["accept", page.split("/")[1][:-3], "--content", str(desk.content)])
    assert done.exit_code == 0, done.output
    return page


@pytest.mark.parametrize("otherwise", [lambda c: replace(c, draft=True), lambda c: None], ids=["draft", "no claim"])
def test_a_reviewed_event_keeps_the_claim_that_the_program_now_doubts(
    desk: Desk, reread: Any, otherwise: Callable[[Any], Any]
) -> None:
    page = sign(desk)
    event, article = desk.read(page), desk.read(PAGE)
    summary = reread(desk, otherwise)
    assert desk.read(PAGE) == article
    assert desk.read(page) == event.replace("---\n\n", "look_again: true\n---\n\n") or "look_again: true" in desk.read(
        page
    )
    assert [(d.article, f"events/{d.event}.md") for d in summary.doubted] == [("one", page)]
    assert desk.check() == []


def test_a_doubt_is_told_once_and_not_again_when_the_editor_has_looked(desk: Desk, reread: Any) -> None:
    page = sign(desk)
    reread(desk, lambda c: replace(c, draft=True))
    sign(desk)
    summary = reread(desk, lambda c: replace(c, draft=True))
    assert summary.doubted == ()
    assert "look_again" not in desk.read(page)
    desk.settled()


def test_a_reviewed_claim_keeps_whom_it_names(desk: Desk, reread: Any) -> None:
    page = sign(desk)
    reread(desk, lambda c: replace(c, mentions=c.mentions[:1], actors=c.actors[:1]))
    row = desk.read(PAGE).split("met Rui Salgado in Lisbon")[1].split("  - id:")[0]
    assert "rui-salgado" in row
    assert "anna-berg" in row
    assert "rui-salgado" in desk.read(page)


def test_whom_an_editor_added_the_program_need_not_find(desk: Desk) -> None:
    desk.replace(PAGE, "entities: [anna-berg, rui-salgado, lisbon]", "entities: [anna-berg, rui-salgado, lisbon, oslo]")
    desk.run()
    page = sign(desk)
    desk.seed("two.md", "---\ntitle: Two\ndate: 2023-06-01\n---\nEva Dahl saw Porto on 30 May 2023.\n")
    assert desk.run().doubted == ()
    assert "look_again" not in desk.read(page)
    assert "oslo]" in desk.read(PAGE)


def test_what_nobody_reviewed_follows_the_program(desk: Desk, reread: Any) -> None:
    page = desk.event("lisbon")
    assert reread(desk, lambda c: replace(c, draft=True)).doubted == ()
    assert page not in desk.pages()


def test_a_corrected_seed_is_news_also_of_a_reviewed_event(desk: Desk, reread: Any) -> None:
    sign(desk)
    desk.seed("one.md", SEEDS["one.md"].replace("Rui Salgado flew", "Rui Salgado also flew"))
    reread(desk, lambda c: replace(c, draft=True))
    assert "draft: true" in desk.read(PAGE)
