"""The converter runs again after seeds were corrected, renamed, copied or removed, or their pages were."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import briefing, store
from tests.desk import Desk
from tests.fishing import ONE, SEEDS


def test_a_changed_seed_updates_its_page_around_an_edited_paragraph(desk: Desk) -> None:
    desk.replace(ONE, "who thanked Norway for its offer.", "who thanked Norway for its offer. [sic]")
    desk.seed("one.txt", SEEDS["one.txt"].replace("on 9 May 2023.", "on 9 May 2023 by night."))
    assert desk.run().conflicts == ()
    text = desk.read(ONE)
    assert "[sic]" in text
    assert "on 9 May 2023 by night." in text.split("---")[2]
    assert "sha256" in text
    desk.settled()


def test_a_seed_that_was_renamed_and_corrected_is_known_by_what_it_says(desk: Desk) -> None:
    (desk.seeds / "one.txt").unlink()
    desk.seed("archive-7.txt", SEEDS["one.txt"].replace("on 9 May 2023.", "on 9 May 2023, at night."))
    summary = desk.run()
    assert [p for p in desk.pages() if p.startswith("articles/")] == ["articles/fishing-talks-end.md", ONE]
    assert "seed: archive-7.txt" in desk.read(ONE)
    assert summary.orphans == ()
    desk.settled()


def test_a_copy_of_a_seed_leaves_the_page_to_the_seed_that_has_its_name(desk: Desk) -> None:
    desk.seed("a-copy.txt", SEEDS["one.txt"])
    desk.run()
    assert "seed: one.txt" in desk.read(ONE)
    assert len([p for p in desk.pages() if p.startswith("articles/")]) == 3


def test_a_removed_article_does_not_come_back_under_another_name_of_its_seed(desk: Desk) -> None:
    (desk.content / ONE).unlink()
    desk.run()
    (desk.seeds / "one.txt").rename(desk.seeds / "b.txt")
    desk.run()
    assert [p for p in desk.pages() if p.startswith("articles/")] == ["articles/fishing-talks-end.md"]
    desk.settled()


def test_a_page_whose_seed_is_gone_is_marked_until_the_editor_decides(desk: Desk) -> None:
    (desk.seeds / "two.md").unlink()
    page = "articles/fishing-talks-end.md"
    before = desk.read(page)
    assert desk.run().orphans == ("fishing-talks-end",)
    assert desk.read(page) == before.replace(
        "publisher: The Harbour Post\n", "publisher: The Harbour Post\n  gone: undecided\n"
    )
    assert any(p.rule == "seed-gone" for p in briefing.link(store.load(desk.content))[1])
    desk.settled()
    desk.replace(page, "gone: undecided", "gone: kept  # on paper")
    desk.settled()
    assert not any(p.rule == "seed-gone" for p in briefing.link(store.load(desk.content))[1])
    desk.seed("two.md", SEEDS["two.md"])
    desk.run()
    assert "gone:" not in desk.read(page)
    assert "# on paper" in desk.read(page)
    desk.settled()


def test_an_article_that_cannot_be_read_for_a_while_takes_no_other_page_with_it(desk: Desk) -> None:
    before = desk.pages()
    mine = desk.edit(ONE, lambda t: t.replace("lang: en", "lang: [en", 1))
    other = desk.edit("articles/fishing-talks-end.md", lambda t: t.replace("date: '2023-05-12'", "date: soon", 1))
    desk.run()
    after = desk.pages()
    assert after.keys() == before.keys()
    assert (after[ONE].decode(), after["articles/fishing-talks-end.md"].decode()) == (mine, other)


def test_a_removed_article_stays_away_when_its_seed_is_renamed_and_corrected(desk: Desk) -> None:
    (desk.content / ONE).unlink()
    desk.run()
    (desk.seeds / "one.txt").unlink()
    desk.seed("z.txt", SEEDS["one.txt"].replace("on 9 May 2023.", "on 9 May 2023 in the rain."))
    desk.run()
    assert [p for p in desk.pages() if p.startswith("articles/")] == ["articles/fishing-talks-end.md"]
    desk.settled()


def test_a_name_that_an_editor_replaced_stays_its_page_s_while_only_a_removed_article_says_it(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.seeds.mkdir()
    said = "date 2023-05-12 Rui Salgado {} Oslo on 9 May 2023.\n"
    desk.seed("a.txt", said.format("flew to"))
    desk.seed("b.txt", said.format("visited"))
    desk.run()
    (away,) = [p for p in desk.pages() if p.startswith("articles/") and "flew" in p]
    (desk.content / away).unlink()
    desk.run()
    desk.replace("entities/rui-salgado.md", "name: Rui Salgado", "name: R. S.")
    desk.seed("b.txt", said.format("visited").replace("Salgado", "Salgueiro"))
    (page,) = [p for p in desk.pages() if p.startswith("articles/") and "visited" in p]
    desk.replace(page, "\nevents:\n", "\nevents:\n  - quote: Rui Salgado visited\n    draft: true\n")
    desk.run()
    desk.settled()
