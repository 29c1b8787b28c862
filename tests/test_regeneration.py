"""The converter runs again over pages that people have changed: theirs stays, the machine's arrives."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import briefing, store
from tests.desk import Desk

SEEDS = {
    "one.txt": (
        "date 2023-05-10 Prime Minister Anna Berg visited Lisbon on 3 May 2023 for talks on fishing.\n\n"
        "She met the Portuguese foreign minister, Rui Salgado, who thanked Norway for its offer.\n\n"
        "Rui Salgado flew to Oslo on 9 May 2023.\n"
    ),
    "two.md": (
        "---\ntitle: Fishing talks end\ndate: 2023-05-12\npublisher: The Harbour Post\n---\n"
        "Anna Berg travelled to Lisbon in May 2023 to talk about fishing.\n\n"
        "Rui Salgado flew to Oslo on 9 May 2023, the ministry said.\n"
    ),
}
ONE = "articles/prime-minister-anna-berg-visited-lisbon-on-3-may-2023-for.md"


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    desk = Desk(folder)
    desk.seeds.mkdir()
    for name, text in SEEDS.items():
        desk.seed(name, text)
    desk.run()
    return folder


@pytest.fixture
def desk(converted: Path, tmp_path: Path) -> Desk:
    shutil.copytree(converted, tmp_path / "c")
    return Desk(tmp_path / "c")


# ---- what a person changed stays, what the machine changed arrives ----


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


# ---- claims ----


def test_a_shortened_quote_and_its_date_stay_and_no_second_claim_comes(desk: Desk) -> None:
    desk.replace(
        ONE,
        "quote: Prime Minister Anna Berg visited Lisbon on 3 May 2023 for talks on fishing.",
        "quote: Anna Berg visited Lisbon on 3 May 2023",
    )
    before = desk.read(ONE).count("  - id: 2023")
    desk.seed(
        "three.txt", "date 2023-06-01 Prime Minister Anna Berg visited Lisbon on 4 May 2023 for talks on fishing.\n"
    )
    desk.run()
    text = desk.read(ONE)
    assert "quote: Anna Berg visited Lisbon on 3 May 2023\n" in text
    assert text.count("  - id: 2023") == before
    assert len([p for p in desk.pages() if p.startswith("events/")]) == 2
    desk.settled()


def test_a_removed_claim_does_not_come_back_even_when_the_seed_is_corrected(desk: Desk) -> None:
    desk.edit(ONE, lambda t: re.sub(r"  - id: 2023-05-09.*?(?=---)", "", t, flags=re.S))
    assert "flew to Oslo" not in desk.read(ONE).split("---")[1]
    desk.run()
    assert "flew to Oslo" not in desk.read(ONE).split("---")[1]
    desk.seed("one.txt", SEEDS["one.txt"].replace("flew to Oslo on", "flew on to Oslo on"))
    desk.run()
    assert "to Oslo" not in desk.read(ONE).split("---")[1]
    assert "flew on to Oslo on" in desk.read(ONE)
    desk.settled()


def test_a_removed_event_does_not_come_back_from_old_or_new_articles(desk: Desk) -> None:
    page = desk.event("oslo")
    (desk.content / page).unlink()
    desk.run()
    desk.seed("three.txt", "date 2023-06-01 Rui Salgado flew to Oslo on 9 May 2023 with his whole staff.\n")
    summary = desk.run()
    assert [p for p in desk.pages() if "oslo" in p and p.startswith("events/")] == []
    assert summary.removed == (page,)
    assert desk.check() == []
    desk.settled()


def test_a_removed_entity_does_not_come_back_under_another_id(desk: Desk) -> None:
    (desk.content / "entities/rui-salgado.md").unlink()
    desk.run()
    desk.seed("three.txt", "date 2023-06-01 Rui Salgado flew to Oslo on 9 May 2023.\n")
    desk.run()
    assert [p for p in desk.pages() if "salgado" in p and p.startswith("entities/")] == []
    assert desk.check() == []
    desk.settled()


def test_a_claim_of_a_persons_own_is_anchored_to_corrected_words_or_listed_as_an_orphan(desk: Desk) -> None:
    mine = (
        "  - quote: who thanked Norway for its offer  # we heard it\n    date: '2023-05-03'\n    draft: true\n"
        "  - quote: She met the Portuguese foreign minister\n    date: '2023-05-03'\n    draft: true\n"
    )
    desk.replace(ONE, "\n---\n", "\n" + mine + "---\n")
    desk.seed(
        "one.txt",
        SEEDS["one.txt"]
        .replace("who thanked Norway for its offer", "who thanked Norway for its new offer")
        .replace("She met the Portuguese foreign minister, Rui Salgado,", "There was also Rui Salgado,"),
    )
    summary = desk.run()
    text = desk.read(ONE)
    assert "quote: who thanked Norway for its new offer  # we heard it\n" in text
    assert "quote: She met the Portuguese foreign minister\n" in text
    assert "orphan: true" in text
    assert [q for _, q in summary.anchored] == ["who thanked Norway for its new offer"]
    assert [q for _, q in summary.unanchored] == ["She met the Portuguese foreign minister"]
    assert desk.check() == []
    assert any("orphan" in p.rule for p in briefing.link(store.load(desk.content))[1])
    desk.settled()
    desk.seed("one.txt", SEEDS["one.txt"])
    desk.run()
    assert "orphan" not in desk.read(ONE)


def test_a_slip_mended_in_the_body_is_mended_in_the_quotes(desk: Desk) -> None:
    desk.edit(
        ONE,
        lambda t: (
            t[: t.rindex("---")] + t[t.rindex("---") :].replace("for talks on fishing", "for talks about fishing")
        ),
    )
    desk.run()
    text = desk.read(ONE)
    assert "quote: Prime Minister Anna Berg visited Lisbon on 3 May 2023 for talks about fishing" in text
    assert desk.check() == []
    desk.settled()


# ---- seeds ----


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


# ---- merging by hand ----


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


# ---- paste a quote, get a claim ----


def paste(desk: Desk, row: str) -> None:
    desk.replace(ONE, "\nevents:\n", f"\nevents:\n{row}")


def test_a_pasted_quote_becomes_a_claim_of_the_event_that_it_tells_of(desk: Desk) -> None:
    paste(desk, "  - quote: Anna Berg visited Lisbon on 3 May 2023  # from the desk\n")
    assert desk.check() == []
    before = desk.read(ONE)
    summary = desk.run()
    event = desk.event("lisbon").removeprefix("events/").removesuffix(".md")
    row = (
        f"  - id: {event}\n    date: '2023-05-03'\n    when: 3 May 2023\n    kind: visit\n"
        "    quote: Anna Berg visited Lisbon on 3 May 2023  # from the desk\n    entities: [anna-berg, lisbon]\n"
    )
    assert row in desk.read(ONE)
    assert desk.read(ONE) == before.replace("  - quote: Anna Berg visited Lisbon on 3 May 2023  # from the desk\n", row)
    assert summary.filled == ((ONE, "Anna Berg visited Lisbon on 3 May 2023"),)
    assert desk.check() == []
    desk.settled()


def test_a_pasted_quote_of_which_nothing_was_known_gets_an_event_of_its_own(desk: Desk) -> None:
    paste(desk, "  - quote: Rui Salgado, who thanked Norway for its offer\n")
    desk.run()
    page = desk.event("thanked")
    assert "date: 2023-05-10~" in desk.read(ONE)
    assert "dated_by: publication" in desk.read(ONE)
    assert "entities: [rui-salgado, norway]" in desk.read(ONE)
    assert "date: 2023-05-10~" in desk.read(page)
    assert desk.check() == []
    desk.settled()
    made, _ = briefing.link(store.load(desk.content))
    assert page.removeprefix("events/").removesuffix(".md") in made.events


def test_what_an_editor_gives_beside_a_pasted_quote_stays(desk: Desk) -> None:
    paste(desk, "  - quote: Rui Salgado, who thanked Norway for its offer\n    date: '2023-05-04'\n")
    desk.run()
    assert "date: '2023-05-04'\n    quote: Rui Salgado, who" in desk.read(ONE).replace(
        "    dated_by: publication\n", ""
    ) or ("date: '2023-05-04'" in desk.read(ONE))
    desk.settled()


def test_a_pasted_quote_that_is_not_there_is_named_with_the_nearest_words(desk: Desk) -> None:
    paste(desk, "  - quote: Anna Berg visits Lisbon on 3 May 2023\n")
    (fault,) = desk.check()
    assert '"Anna Berg visited Lisbon on 3 May 2023"' in fault


def test_a_draft_that_an_editor_publishes_stays_published(desk: Desk) -> None:
    desk.seed(
        "four.txt",
        "date 2023-06-01 Anna Berg and Eva Dahl came to Bergen. Eva Dahl has led the port since January 2019.\n",
    )
    desk.run()
    (page,) = [p for p in desk.pages() if "eva-dahl" in p and p.startswith("articles/")]
    assert "quote: Eva Dahl has led the port since January 2019." in desk.read(page)
    desk.replace(page, "    draft: true\n", "")
    desk.run()
    event = desk.event("leads-the-port")
    desk.settled()
    assert event in desk.pages()
    assert desk.check() == []
