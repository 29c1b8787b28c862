"""A run that finds all as the last one left it reads nothing, and says the same; whatever has changed is new."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import convert
from tests.desk import Desk, assert_unchanged

SEEDS = {
    "one.md": (
        "---\ntitle: One\ndate: 2023-05-10\npublisher: The Harbour Post\n---\n"
        "Anna Berg visited Lisbon on 3 May 2023 for talks on fishing.\n\nRui Salgado flew to Oslo on 9 May 2023.\n"
    ),
    "two.md": (
        "---\ntitle: Two\ndate: 2023-05-12\npublisher: Coastwise\n---\n"
        "Anna Berg travelled to Lisbon on 3 May 2023 to talk about fishing.\n"
    ),
}
ONE = "articles/one.md"


def test_no_article_and_no_page_is_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert, "extract", lambda *_: pytest.fail("read the articles again"))
    monkeypatch.setattr(convert.before, "look", lambda *_: pytest.fail("read the pages again"))
    before = desk.pages()
    summary = desk.run()
    assert (summary.up_to_date, summary.articles, summary.written) == (True, 2, ())
    assert_unchanged(before, desk.pages())


CHANGES: dict[str, Callable[[Desk], object]] = {
    "a seed": lambda desk: desk.seed("one.md", SEEDS["one.md"].replace("9 May", "8 May")),
    "a new seed": lambda desk: desk.seed("three.txt", "Rui Salgado came home on 15 May 2023.\n"),
    "a seed that is gone": lambda desk: (desk.seeds / "two.md").unlink(),
    "a page of an article": lambda desk: desk.replace(ONE, "title: One", "title: The first"),
    "a page of an entity": lambda desk: desk.replace("entities/oslo.md", "name: Oslo", "name: Oslo town"),
    "a page that was removed": lambda desk: (desk.content / "entities/oslo.md").unlink(),
    "a page that is new": lambda desk: shutil.copy(desk.content / "entities/oslo.md", desk.content / "entities/o.md"),
    "a setting": lambda desk: (desk.content / "briefing.yaml").write_text("rights: {default: excerpt}\n"),
    "the record": lambda desk: (desk.content / ".generated.json").unlink(),
    "no cache": lambda desk: shutil.rmtree(desk.content / ".cache"),
    "a damaged cache": lambda desk: (desk.content / ".cache/last-run.json").write_text('{"fingerprint": 3}'),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_whatever_has_changed_is_looked_at(desk: Desk, change: Callable[[Desk], object]) -> None:
    change(desk)
    assert not desk.run().up_to_date


def test_what_an_editor_wrote_is_named_in_each_run(desk: Desk) -> None:
    desk.replace(ONE, "title: One", "title: The first")
    first, second = desk.run(), desk.run()
    assert second.up_to_date
    assert first.edited == second.edited == (ONE,)


def test_a_page_that_cannot_be_read_is_told_of_in_each_run(desk: Desk) -> None:
    desk.replace(ONE, "title: One", "title: One: two")
    first, second = desk.run(), desk.run()
    assert second.up_to_date
    for summary in (first, second):
        assert [(p.path.endswith(ONE), p.line) for p in summary.problems] == [(True, 2)]
        assert ONE not in summary.edited


def test_a_folder_of_pages_may_be_a_link(desk: Desk) -> None:
    (desk.content / "entities").rename(desk.content / "names")
    (desk.content / "entities").symlink_to("names")
    assert desk.run().up_to_date
    desk.seed("one.md", SEEDS["one.md"].replace("9 May", "8 May"))
    assert [page for page in desk.run().written if page.startswith("articles/")] == [ONE]
    assert (desk.content / "names/oslo.md").is_file()


def test_a_page_that_leads_out_of_the_content_counts_as_changed(desk: Desk, tmp_path: Path) -> None:
    page = desk.content / "entities/oslo.md"
    page.rename(tmp_path / "oslo.md")
    page.symlink_to(tmp_path / "oslo.md")
    summary = desk.run()
    assert not summary.up_to_date
    assert any("leads out" in p.message for p in summary.problems)


def test_a_page_saved_while_the_run_ends_is_looked_at_by_the_next(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    remember = convert.writing.remember_run

    def saved_before(*given: object) -> None:
        desk.replace("entities/oslo.md", "name: Oslo", "name: Oslo town")
        remember(*given)  # type: ignore[arg-type]

    desk.seed("one.md", SEEDS["one.md"].replace("9 May", "8 May"))
    monkeypatch.setattr(convert.writing, "remember_run", saved_before)
    desk.run()
    monkeypatch.undo()
    assert not desk.run().up_to_date
