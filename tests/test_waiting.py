"""What waits for an editor, and the walk through it: proposals, names that look alike, conflicts, drafts, orphans."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.desk import Desk, fails, run
from tests.fishing import OF_ONE_DAY as SEEDS

__all__ = ["SEEDS"]  # what the fixture `converted` converts
PAIR = "# why\nproposals:\n  - pair: [anna-berg, rui-salgado]\n    score: 0.5\n    reasons: [near]  # hm\n"


def test_a_proposal_is_accepted_or_refused(desk: Desk) -> None:
    (desk.content / "proposals.yaml").write_text(PAIR)
    run(desk, "refuse", "rui-salgado", "anna-berg")
    assert desk.read("proposals.yaml") == PAIR + "    same: false\n"
    (desk.content / "proposals.yaml").write_text(PAIR)
    run(desk, "accept", "anna-berg", "rui-salgado")
    assert desk.read("proposals.yaml") == PAIR + "    same: true\n"
    assert desk.linked().redirects["rui-salgado"] == "anna-berg"
    desk.run()
    desk.settled()
    assert desk.check() == []


def test_a_pair_that_is_called_the_same_by_hand_is_joined_with_what_a_person_wrote_of_both(desk: Desk) -> None:
    for page in ("anna-berg", "rui-salgado"):
        desk.edit(f"entities/{page}.md", lambda t, page=page: t + f"What we know of {page}.\n")
    (desk.content / "proposals.yaml").write_text(PAIR + "    same: true\n")
    assert "rui-salgado.md is now part of entities/anna-berg.md" in desk.run().by_hand[0]
    assert desk.linked().redirects["rui-salgado"] == "anna-berg"
    for page in ("anna-berg", "rui-salgado"):
        assert f"What we know of {page}." in desk.read("entities/anna-berg.md")
    desk.settled()
    run(desk, "split", "anna-berg", "rui-salgado")
    assert desk.check() == []
    assert "What we know of rui-salgado." in desk.read("entities/rui-salgado.md")


def test_review_walks_through_what_is_open(desk: Desk) -> None:
    (desk.content / "proposals.yaml").write_text(PAIR)
    lisbon, oslo = desk.event_id("lisbon"), desk.event_id("oslo")
    said = run(desk, "review", keys="r\na\nx\nskip\nq\n")
    assert said.index("SAME?") < said.index("EVENT")
    assert "[a]ccept, [r]efuse, [e]dit, [s]kip, [q]uit, then Enter:" in said
    assert re.search(r"(?m)^  anna-berg: person Anna Berg; Prime Minister; in \w", said)
    assert '"x" is no answer here: type a for accept, ' in said
    assert "same: false" in desk.read("proposals.yaml")
    assert [e for e in (lisbon, oslo) if "reviewed" in desk.read(f"events/{e}.md")] == [
        next(line.removeprefix("EVENT ") for line in said.splitlines() if line.startswith("EVENT"))
    ]


def test_a_review_that_ends_while_it_asks_for_an_id_changes_nothing(desk: Desk) -> None:
    before = desk.pages()
    assert "merge it into (id): " in run(desk, "review", keys="m\n")
    assert desk.pages() == before


@pytest.mark.parametrize("editor", ['"vi', "no-such-editor --wait"])
def test_an_editor_that_cannot_be_opened_ends_no_review(
    desk: Desk, editor: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor)
    said = run(desk, "review", keys="e\nq\n")
    assert f"{editor}: " in said
    assert "name your editor in the variable EDITOR" in said


def test_a_conflict_is_decided_by_the_path_as_it_is_printed(desk: Desk) -> None:
    (desk.content / "conflicts.yaml").write_text(
        "conflicts:\n  - page: entities/anna-berg.md\n    field: name\n    yours: Anna Berg\n    new: A. Berg\n"
    )
    run(desk, "refuse", f"{desk.content.as_posix()}/entities/anna-berg.md", "name")
    assert "keep: yours" in desk.read("conflicts.yaml")


def test_a_conflict_of_a_paragraph_is_decided_by_the_key_alone(desk: Desk) -> None:
    page = next(p for p in desk.pages() if p.startswith("articles/"))
    rows = "".join(
        f"  - page: {page}\n    field: '{field}'\n    yours: A\n    new: B\n"
        for field in ("title", "body: Anna walked")
    )
    (desk.content / "conflicts.yaml").write_text(f"conflicts:\n{rows}", encoding="utf-8")
    (told,) = [line for line in run(desk, "check").splitlines() if "body: Anna walked" in line]
    assert f"briefing accept {page} 'body: Anna walked'" in told
    run(desk, "accept", page[9:-3], "body")
    assert desk.read("conflicts.yaml").partition("body: Anna walked")[2].count("keep: new") == 1
    assert "keep" not in desk.read("conflicts.yaml").partition("body: Anna walked")[0]


def test_of_two_conflicts_of_paragraphs_both_are_named(desk: Desk) -> None:
    page = next(p for p in desk.pages() if p.startswith("articles/"))
    rows = "".join(
        f"  - page: {page}\n    field: '{field}'\n    yours: A\n    new: B\n"
        for field in ("body: Anna walked", "body: Rui ran")
    )
    (desk.content / "conflicts.yaml").write_text(f"conflicts:\n{rows}", encoding="utf-8")
    assert 'give one of "body: Anna walked", "body: Rui ran"' in fails(desk, "refuse", page, "body")


def test_a_misspelt_field_of_a_conflict_is_named_with_the_right_one(desk: Desk) -> None:
    (page,) = [p for p in desk.pages() if p.startswith("articles/fishing")]
    (desk.content / "conflicts.yaml").write_text(
        f"conflicts:\n  - page: {page}\n    field: source.publisher\n    yours: A\n    new: B\n"
    )
    assert 'no conflict "source.publishr"; did you mean "source.publisher"?' in fails(
        desk, "accept", page[9:-3], "source.publishr"
    )


def test_drafts_and_orphans_are_decided_by_article_and_words(desk: Desk) -> None:
    (page, *_) = [p for p in desk.pages() if p.startswith("articles/")]
    article = page.split("/")[1][:-3]
    desk.edit(page, lambda t: t.replace("\nevents:\n", "\nevents:\n  - quote: visited\n    draft: true\n", 1))
    assert "no draft or orphan" in fails(desk, "accept", article, "walked")
    run(desk, "accept", article, "visit")
    assert "quote: visited\n" in desk.read(page)
    assert "draft: true" not in desk.read(page)
    desk.edit(page, lambda t: t.replace("quote: visited\n", "quote: flew to Mars\n    orphan: true\n", 1))
    assert "does not say" in fails(desk, "accept", f"articles/{article}.md", "Mars")
    run(desk, "refuse", f"articles/{article}.md", "Mars")
    assert "Mars" not in desk.read(page)


def test_two_names_that_look_alike_are_kept_apart_for_good(desk: Desk) -> None:
    for id, name in (("jon-lindquist", "Jon Lindquist"), ("jon-lindqvist", "Jon Lindqvist")):
        (desk.content / f"entities/{id}.md").write_text(f"---\nname: {name}\ntype: person\n---\n")
    said = run(desk, "review", keys="s\n" * 40)
    assert said.count("ALIKE? jon-lindquist and jon-lindqvist") == 1
    run(desk, "refuse", "jon-lindquist", "jon-lindqvist")
    assert "same: false" in desk.read("proposals.yaml")
    assert "ALIKE?" not in run(desk, "review", keys="s\n" * 40)
    assert desk.check() == []
