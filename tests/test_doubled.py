"""A name that two pages have: who has a row keeps it, and an editor is told."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import pytest
from typer.testing import CliRunner

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import cli
from tests.desk import Desk, run
from tests.fishing import OF_ONE_DAY as SEEDS

__all__ = ["SEEDS"]  # what the fixture `converted` converts
PAGE = "---\nname: Rui Salgado\ntype: person\n---\n"


def _reviewed(desk: Desk) -> None:
    run(desk, "accept", "rui-salgado")


def _alias(desk: Desk) -> None:
    named = "name: Rui M. Salgado\naliases:\n  - Rui Salgado"
    desk.replace("entities/rui-salgado.md", "name: Rui Salgado", named)


def _untouched(desk: Desk) -> None:
    """The first page is the converter's own."""


@pytest.mark.parametrize("first", [_reviewed, _alias, _untouched])
def test_a_second_page_of_a_name_takes_nobody_from_an_article(desk: Desk, first: Callable[[Desk], None]) -> None:
    oslo = desk.event("oslo")
    run(desk, "accept", oslo.removeprefix("events/").removesuffix(".md"))
    first(desk)
    desk.run()
    before = desk.pages()
    (desk.content / "entities/rui-salgado-2.md").write_text(PAGE)
    shutil.rmtree(desk.content / ".cache")
    assert desk.run().look_again == ()
    after = desk.pages()
    changed = [path for path in before if before[path] != after[path] and not path.startswith(".")]
    assert changed == []
    desk.settled()


def test_check_names_the_name_on_both_pages_until_they_are_one_or_kept_apart(desk: Desk) -> None:
    (desk.content / "entities/rui-salgado-2.md").write_text(PAGE)
    told = [line for line in desk.check_all() if "is a name of" in line]
    assert sorted(line.partition(".md:2:")[0].rpartition("/")[2] for line in told) == ["rui-salgado", "rui-salgado-2"]
    assert all("briefing merge rui-salgado rui-salgado-2" in line for line in told)
    run(desk, "refuse", "rui-salgado", "rui-salgado-2")
    assert desk.check_all() == []
    run(desk, "merge", "rui-salgado", "rui-salgado-2")
    desk.run()
    assert desk.check_all() == []


def test_an_undone_merge_of_such_pages_takes_nobody_from_an_article(desk: Desk) -> None:
    before = desk.read("articles/fishing-talks-end.md")
    (desk.content / "entities/rui-salgado-2.md").write_text(PAGE)
    run(desk, "merge", "rui-salgado", "rui-salgado-2")
    desk.run()
    run(desk, "split", "rui-salgado", "rui-salgado-2")
    desk.run()
    assert desk.read("articles/fishing-talks-end.md") == before
    desk.settled()


@pytest.mark.parametrize("name", ["Rui Salgado", "rui salgado", "Rui M. Salgado"])
def test_new_makes_no_second_page_of_a_name_unasked(desk: Desk, name: str) -> None:
    _alias(desk)
    before = desk.pages()
    done = CliRunner().invoke(cli.app, ["new", "entity", name, "--content", str(desk.content)])
    assert done.exit_code == 2
    assert "entities/rui-salgado.md" in done.output
    assert "--as" in done.output
    assert desk.pages() == before
    run(desk, "new", "entity", name, "--as", "rui-of-faro")
    assert f"name: {name}" in desk.read("entities/rui-of-faro.md")


def test_new_makes_no_second_event_or_note_of_a_title_unasked(desk: Desk) -> None:
    run(desk, "new", "note", "What we know")
    for kind, title in (("note", "What we know"), ("event", "Rui Salgado flies to Oslo")):
        done = CliRunner().invoke(cli.app, ["new", kind, title, "--content", str(desk.content)])
        assert done.exit_code == 2
        assert "has a page" in done.output


PROPOSED = "proposals:\n  - pair: [lisbon, oslo]  # ours\n    score: 0.6\n    reasons: [both by the sea]\n"


@pytest.mark.parametrize("keep", ["lisbon", "oslo"])
def test_a_merge_settles_the_question_whether_the_two_are_one(desk: Desk, keep: str) -> None:
    (desk.content / "proposals.yaml").write_text(PROPOSED)
    assert desk.run().proposals == 1
    drop = ({"lisbon", "oslo"} - {keep}).pop()
    run(desk, "merge", keep, drop)
    assert desk.read("proposals.yaml") == f"{PROPOSED}    same: true\n"
    assert desk.run().proposals == 0
    assert "SAME?" not in run(desk, "review", keys="quit\n")
    assert desk.check_all() == []
    run(desk, "split", keep, drop)
    assert desk.read("proposals.yaml") == f"{PROPOSED}    same: false\n"
    desk.run()
    desk.settled()


def test_a_merge_by_hand_settles_it_too(desk: Desk) -> None:
    (desk.content / "proposals.yaml").write_text(PROPOSED)
    (desk.content / "entities/lisbon.md").unlink()
    desk.replace("entities/oslo.md", "type: place", "type: place\naliases: [Lisbon]\nredirects: [lisbon]")
    assert desk.run().proposals == 0
    assert "SAME?" not in run(desk, "review", keys="quit\n")


def test_a_mark_for_a_doubt_that_is_no_more_goes(desk: Desk) -> None:
    path = desk.event("oslo")
    run(desk, "accept", path.removeprefix("events/").removesuffix(".md"))
    signed = desk.read(path)
    quote = "fishing-talks-end: Rui Salgado flew to Oslo on 9 May 2023, the ministry said."
    desk.edit(path, lambda text: text.replace("\n---\n", f"\nlook_again: true\nlook_at: ['{quote}']\n---\n", 1))
    desk.replace(".reviewed.json", '"claims"', '"asked": true, "claims"')
    assert desk.run().as_reviewed == (path.removeprefix("events/").removesuffix(".md"),)
    assert desk.read(path) == signed
    desk.settled()
