"""The converter runs again over pages that people have changed: theirs stays, the machine's arrives."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import briefing, store
from tests.desk import Desk
from tests.fishing import SEEDS

__all__ = ["SEEDS"]  # what the fixture `converted` converts


def test_an_edited_event_takes_what_is_new_beside_the_edit_and_nothing_else_moves(desk: Desk) -> None:
    page = desk.event("lisbon")
    desk.replace(page, "title: ", "# our headline\ntitle: 'Berg goes   to Lisbon' # ")
    mine = desk.replace(page, "---\n", "---\nmine: {a:   1}\n") + "Our prose.\n"
    desk.edit(page, lambda _: mine)
    desk.seed("three.txt", "date 2023-06-01 Anna Berg travelled to Lisbon on 4 May 2023 to talk about fishing.\n")
    summary = desk.run()
    text = desk.read(page)
    assert "date: 2023-05-03/2023-05-04" in text
    assert re.sub(r"\ndate: .*", "", text) == re.sub(r"\ndate: .*", "", mine)
    assert page in summary.merged
    assert summary.conflicts == ()
    desk.settled()


def test_another_wording_of_the_program_is_no_conflict_with_an_editors_title(desk: Desk) -> None:
    page = desk.event("lisbon")
    desk.edit(page, lambda t: re.sub(r"(?m)^title: .*$", "title: The talks of Lisbon", t))
    (desk.seeds / "two.md").unlink()
    (desk.content / "articles/fishing-talks-end.md").unlink()
    for words in ("went to Lisbon on 3 May 2023 for the talks", "arrived in Lisbon on 3 May 2023 to end the talks"):
        desk.seed("one.txt", SEEDS["one.txt"].replace("visited Lisbon on 3 May 2023 for talks", words))
        assert desk.run().conflicts == ()
        assert "title: The talks of Lisbon" in desk.read(page)
    desk.settled()


def test_a_corrected_name_stays_while_new_spellings_arrive(desk: Desk) -> None:
    desk.replace("entities/anna-berg.md", "name: Anna Berg", 'name: "Anna K. Berg"')
    desk.seed("three.txt", "date 2023-06-01 Premier Anna Berg of Norway visited Rome on 30 May 2023. Berg slept.\n")
    desk.run()
    text = desk.read("entities/anna-berg.md")
    assert 'name: "Anna K. Berg"' in text
    assert "Anna Berg" in text.split("aliases:")[1]
    desk.settled()
    assert 'name: "Anna K. Berg"' in desk.read("entities/anna-berg.md")


def test_windows_line_ends_and_a_byte_order_mark_survive_a_merge(desk: Desk) -> None:
    page = desk.event("lisbon")
    desk.edit(page, lambda t: "\ufeff" + t.replace("---\n", "---\n# ours\n", 1).replace("\n", "\r\n"))
    desk.seed(
        "three.txt", "date 2023-06-01 Prime Minister Anna Berg visited Lisbon on 4 May 2023 for talks on fishing.\n"
    )
    desk.run()
    text = desk.read(page)
    assert "date: 2023-05-03/2023-05-04\r\n" in text
    assert text.startswith("\ufeff---\r\n# ours\r\n")
    assert "\n" not in text.replace("\r\n", "")


def test_what_both_changed_is_the_persons_and_listed_with_both_values_until_decided(desk: Desk) -> None:
    page = desk.event("lisbon")
    desk.replace(page, "date: '2023-05-03'", "date: '2023-05-02'\nbecause: the harbour log says so")
    desk.seed(
        "three.txt", "date 2023-06-01 Prime Minister Anna Berg visited Lisbon on 4 May 2023 for talks on fishing.\n"
    )
    (row,) = desk.run().conflicts
    assert (row.page, row.field, row.yours, row.new) == (page, "date", "2023-05-02", "2023-05-03/2023-05-04")
    listed = desk.read("conflicts.yaml")
    assert "yours: '2023-05-02'" in listed
    desk.settled()
    assert desk.check() == []
    assert any("2023-05-03/2023-05-04" in str(p) for p in briefing.link(store.load(desk.content))[1])
    desk.edit("conflicts.yaml", lambda t: t + "    keep: new  # the log was wrong\n")
    assert desk.run().conflicts == ()
    assert "date: 2023-05-03/2023-05-04\nbecause" in desk.read(page).replace("status: undisputed\n", "").replace(
        "status: disputed\n", ""
    )
    assert not (desk.content / "conflicts.yaml").exists() or "log was wrong" in desk.read("conflicts.yaml")
    desk.settled()


def test_a_conflict_that_is_decided_for_the_page_is_not_asked_again(desk: Desk) -> None:
    page = desk.event("lisbon")
    desk.replace(page, "date: '2023-05-03'", "date: '2023-05-02'\nbecause: the harbour log says so")
    desk.seed(
        "three.txt", "date 2023-06-01 Prime Minister Anna Berg visited Lisbon on 4 May 2023 for talks on fishing.\n"
    )
    desk.run()
    desk.edit("conflicts.yaml", lambda t: t + "    keep: yours\n")
    assert desk.run().conflicts == ()
    desk.settled()
    assert "date: '2023-05-02'" in desk.read(page)


def test_comments_in_the_list_of_conflicts_survive(desk: Desk) -> None:
    page = desk.event("lisbon")
    desk.replace(page, "date: '2023-05-03'", "date: '2023-05-02'")
    desk.seed(
        "three.txt", "date 2023-06-01 Prime Minister Anna Berg visited Lisbon on 4 May 2023 for talks on fishing.\n"
    )
    desk.run()
    desk.edit("conflicts.yaml", lambda t: t.replace("yours:", "# ask Ann\n    yours:"))
    desk.seed(
        "four.txt", "date 2023-06-02 Prime Minister Anna Berg visited Lisbon on 5 May 2023 for talks on fishing.\n"
    )
    desk.run()
    assert "# ask Ann" in desk.read("conflicts.yaml")
    assert "2023-05-05" in desk.read("conflicts.yaml")


def test_pages_merged_by_hand_stay_one(desk: Desk) -> None:
    other = desk.event("oslo")
    (desk.content / other).unlink()
    page = desk.event("lisbon")
    old = other.removeprefix("events/").removesuffix(".md")
    desk.replace(page, "\n---\n", f"\nredirects: [{old}]\n---\n")
    (desk.content / "entities/rui-salgado.md").unlink()
    desk.replace("entities/anna-berg.md", "\n---\n", "\nredirects: [rui-salgado]\n---\n")
    desk.run()
    assert desk.check() == []
    assert [p for p in desk.pages() if p.startswith("events/")] == [page]
    desk.seed("three.txt", "date 2023-06-01 Rui Salgado flew to Oslo on 9 May 2023.\n")
    desk.run()
    assert desk.check() == []
    assert "Rui Salgado" in desk.read("entities/anna-berg.md")
    assert [p for p in desk.pages() if p.startswith("events/")] == [page]
    desk.settled()


def test_a_page_with_broken_front_matter_is_left_alone_and_the_rest_goes_on(desk: Desk) -> None:
    page = desk.event("lisbon")
    mine = desk.edit(page, lambda t: t.replace("title: ", "title: [", 1))
    desk.seed(
        "three.txt", "date 2023-06-01 Prime Minister Anna Berg visited Lisbon on 4 May 2023 for talks on fishing.\n"
    )
    desk.run()
    assert desk.read(page) == mine
    assert len([p for p in desk.pages() if p.startswith("articles/")]) == 3


def test_a_lost_record_loses_no_edit(desk: Desk) -> None:
    desk.replace("entities/anna-berg.md", "name: Anna Berg", "name: Anna K. Berg")
    before = desk.pages()
    (desk.content / ".generated.json").unlink()
    desk.run()
    after = desk.pages()
    assert {k: v for k, v in after.items() if k.endswith(".md")} == {
        k: v for k, v in before.items() if k.endswith(".md")
    } or b"Anna K. Berg" in after["entities/anna-berg.md"]
    assert "name: Anna K. Berg" in desk.read("entities/anna-berg.md")
