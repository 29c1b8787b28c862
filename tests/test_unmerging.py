"""A merge that is taken back: the page is as it was, with its claims, its names, its place and its address."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from typer.testing import CliRunner

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import cli, store
from tests.desk import Desk, run

SEEDS = {
    "one.txt": (
        "date 2023-05-10 Prime Minister Anna Berg visited Lisbon on 3 May 2023 for talks on fishing.\n\n"
        "Rui Salgado flew to Oslo on 9 May 2023. Salgado thanked Anna Berg in Oslo on 9 May 2023.\n"
    ),
    "two.md": (
        "---\ntitle: Fishing talks end\ndate: 2023-05-12\npublisher: The Harbour Post\n---\n"
        "Anna Berg travelled to Lisbon on 3 May 2023 to talk about fishing.\n\n"
        "Rui Salgado flew to Oslo on 9 May 2023, the ministry said.\n"
    ),
}


def told(desk: Desk) -> dict[str, list[tuple[str, str, tuple[str, ...], str | None]]]:
    """Event -> what its reports say: article, quote, entities, place."""
    return {
        id: sorted((r.article, r.claim.quote, tuple(sorted(r.claim.entities)), r.claim.place) for r in reports)
        for id, reports in desk.linked().reports.items()
    }


def said_of_all(desk: Desk) -> dict[str, object]:
    """What every page says, but for the order in lists."""

    def loose(value: object) -> object:
        if isinstance(value, dict):
            return {key: loose(v) for key, v in value.items()}
        return sorted(map(repr, map(loose, value))) if isinstance(value, list | tuple) else value

    return {p.path: loose(p.front.as_dict()) for p in store.load(desk.content).all()}


@pytest.mark.parametrize("convert", [False, True])
@pytest.mark.parametrize("pair", ["events", "people", "places"])
def test_a_split_by_the_old_id_brings_back_what_was_merged(desk: Desk, pair: str, convert: bool) -> None:
    lisbon = desk.event("lisbon")[7:-3]
    oslo = next(p for p in desk.pages() if p.startswith("events/") and "flies" in p)[7:-3]
    keep, drop = {"events": (lisbon, oslo), "people": ("anna-berg", "rui-salgado"), "places": ("lisbon", "oslo")}[pair]
    folder = "events" if pair == "events" else "entities"
    desk.edit(f"{folder}/{drop}.md", lambda t: t.replace("---\n", "---\n# ours\nmine: 1\n", 1) + "Prose of ours.\n")
    desk.run()
    pages, before, everything = desk.pages(), told(desk), said_of_all(desk)
    run(desk, "merge", keep, drop)
    assert desk.linked().redirects[drop] == keep
    if convert:
        desk.run()
    said = run(desk, "split", keep, drop)
    assert f"{folder}/{drop}.md is back as it was" in said
    assert drop not in desk.linked().redirects
    assert told(desk) == before
    if folder == "entities":
        events = {page: said for page, said in everything.items() if "/events/" in page}
        assert {page: said for page, said in said_of_all(desk).items() if page in events} == events
    if not convert:
        assert desk.pages() == pages
    desk.run()
    assert told(desk) == before
    assert desk.read(f"{folder}/{drop}.md").encode() == pages[f"{folder}/{drop}.md"]
    assert said_of_all(desk) == everything
    desk.settled()


def test_what_came_after_the_merge_stays_where_it_is(desk: Desk) -> None:
    run(desk, "merge", "anna-berg", "rui-salgado")
    desk.edit("entities/anna-berg.md", lambda t: t + "Written later.\n")
    desk.seed("three.txt", "date 2023-06-01 Anna Berg visited Madrid on 30 May 2023. Rui Salgado saw Porto.\n")
    desk.run()
    run(desk, "split", "anna-berg", "rui-salgado")
    desk.run()
    made = desk.linked()
    assert "Written later." in desk.read("entities/anna-berg.md")
    assert len(made.named_in["rui-salgado"]) == 3
    assert "Rui Salgado" not in made.entities["anna-berg"].front.aliases
    desk.settled()


def test_an_accepted_pair_that_is_split_again_is_not_joined_by_the_next_run(desk: Desk) -> None:
    (desk.content / "proposals.yaml").write_text(
        "proposals:\n  - pair: [anna-berg, rui-salgado]\n    score: 0.5\n    reasons: [near]  # hm\n"
    )
    run(desk, "accept", "anna-berg", "rui-salgado")
    desk.run()
    run(desk, "split", "anna-berg", "rui-salgado")
    assert "same: false" in desk.read("proposals.yaml")
    assert "# hm" in desk.read("proposals.yaml")
    desk.run()
    assert {"anna-berg", "rui-salgado"} <= set(desk.linked().entities)


def test_of_a_merge_by_hand_nothing_is_remembered_and_what_to_type_is_said(desk: Desk) -> None:
    (desk.content / "entities/rui-salgado.md").unlink()
    desk.edit("entities/anna-berg.md", lambda t: t.replace("---\n", "---\nredirects: [rui-salgado]\n", 1))
    done = CliRunner().invoke(cli.app, ["split", "anna-berg", "rui-salgado", "--content", str(desk.content)])
    assert done.exit_code == 2
    assert "give the names that leave, and --as rui-salgado" in done.output


@pytest.mark.parametrize("order", [("anna-berg", "rui-salgado"), ("rui-salgado", "anna-berg")])
def test_a_chain_of_merges_is_taken_back_in_any_order(desk: Desk, order: tuple[str, str]) -> None:
    (desk.content / "entities/eva-dahl.md").write_text("---\nname: Eva Dahl\ntype: person\n---\n")
    desk.run()
    before = told(desk)
    run(desk, "merge", "anna-berg", "rui-salgado")
    run(desk, "merge", "eva-dahl", "anna-berg")
    desk.run()
    for old in order:
        keep = desk.linked().redirects[old]
        run(desk, "split", keep, old)
    desk.run()
    assert told(desk) == before
    assert desk.linked().redirects == {}
    desk.settled()


def test_two_that_were_merged_are_not_said_to_stay_apart(desk: Desk) -> None:
    run(desk, "merge", "anna-berg", "rui-salgado")
    before = desk.pages()
    done = CliRunner().invoke(cli.app, ["refuse", "anna-berg", "rui-salgado", "--content", str(desk.content)])
    assert done.exit_code != 0
    assert "stay apart" not in done.output
    assert "rui-salgado was merged into anna-berg" in " ".join(done.output.split())
    assert "briefing split anna-berg rui-salgado" in " ".join(done.output.split())
    assert desk.pages() == before
    run(desk, "split", "anna-berg", "rui-salgado")
    assert "stay apart for good" in run(desk, "refuse", "anna-berg", "rui-salgado")


def rows(desk: Desk) -> dict[str, list[str]]:
    """Article -> the ids of its rows of entities, as they stand there."""
    return {a.id: [r.id for r in a.front.entities] for a in store.load(desk.content).articles}


@pytest.mark.parametrize("pair", [("anna-berg", "rui-salgado"), ("rui-salgado", "anna-berg"), ("lisbon", "oslo")])
def test_merged_and_split_over_and_over_no_row_stands_twice(desk: Desk, pair: tuple[str, str]) -> None:
    before = {article: sorted(ids) for article, ids in rows(desk).items()}
    for _ in range(2):
        run(desk, "merge", *pair)
        assert desk.run().conflicts == ()
        assert desk.check() == []
        run(desk, "split", *pair)
        assert desk.run().conflicts == ()
        assert {article: sorted(ids) for article, ids in rows(desk).items()} == before
    desk.settled()


def test_check_names_a_row_that_stands_twice(desk: Desk) -> None:
    page = next(p for p in desk.pages() if p.startswith("articles/fishing"))
    desk.replace(page, "entities:\n", "entities:\n  - id: oslo\n    names: [Oslo]\n")
    assert any('"oslo" has 2 rows' in said and page in said for said in desk.check_all())


@pytest.mark.parametrize("convert", [False, True])
def test_what_was_split_by_a_name_and_merged_again_leaves_no_conflict_and_no_old_id(desk: Desk, convert: bool) -> None:
    run(desk, "split", "rui-salgado", "Salgado")
    if convert:
        assert desk.run().conflicts == ()
    run(desk, "merge", "rui-salgado", "salgado")
    assert desk.run().conflicts == ()
    assert "conflicts.yaml" not in desk.pages()
    for article in store.load(desk.content).articles:
        named = [r.id for r in article.front.entities]
        claimed = [e for c in article.front.events for e in c.entities]
        assert "salgado" not in (*named, *claimed)
        assert len(set(named)) == len(named)
    desk.settled()


def test_what_was_merged_into_the_page_that_was_split_off_follows_it(desk: Desk) -> None:
    run(desk, "split", "rui-salgado", "Salgado")
    desk.run()
    run(desk, "merge", "salgado", "rui-salgado")
    assert desk.run().conflicts == ()
    assert not [p for p, ids in rows(desk).items() if "rui-salgado" in ids or len(set(ids)) < len(ids)]
    assert "rui-salgado" not in {
        e for a in store.load(desk.content).articles for c in a.front.events for e in c.entities
    }
    desk.settled()


PROSE = "She fishes.\n\nShe is the first of her office to fish.\n"


@pytest.mark.parametrize(
    ("edit", "stays"),
    [
        (lambda body: body + "\nWritten later.\n", "Prose of one.\n\nWritten later."),
        (lambda body: body.replace("to fish.", "to fish. Written later."), "Prose of one.\n\nWritten later."),
        (lambda body: body.replace("She fishes.", "Written later. She fishes."), "Prose of one.\n\nWritten later."),
        (lambda body: body.replace("She fishes.", "She fishes.\n\nIn between."), "Prose of one.\n\nIn between."),
        (lambda body: "Before.\n\n" + body.lstrip(), "Before.\n\nProse of one."),
        (lambda body: body.replace("She fishes.", "She often fishes."), "Prose of one.\n\nShe often fishes."),
        (lambda body: body.replace("\n\nShe fishes.", ""), "Prose of one."),
        (lambda body: body, "Prose of one."),
    ],
    ids=["a paragraph", "a sentence behind", "a sentence before", "between", "above", "reworded", "taken out", "none"],
)
def test_the_prose_of_the_page_that_comes_back_leaves_the_other_and_what_was_added_stays(
    desk: Desk, edit: Callable[[str], str], stays: str
) -> None:
    desk.edit("entities/anna-berg.md", lambda text: text + "\nProse of one.\n")
    desk.edit("entities/rui-salgado.md", lambda text: text + "\n" + PROSE)
    back = desk.read("entities/rui-salgado.md")
    run(desk, "merge", "anna-berg", "rui-salgado")
    head, body = desk.read("entities/anna-berg.md").rsplit("---\n", 1)
    assert PROSE in body
    desk.edit("entities/anna-berg.md", lambda text: f"{head}---\n{edit(body)}")
    run(desk, "split", "anna-berg", "rui-salgado")
    assert desk.read("entities/rui-salgado.md") == back
    assert desk.read("entities/anna-berg.md").rsplit("---\n", 1)[1].strip() == stays


def test_words_that_both_pages_had_stay_on_both(desk: Desk) -> None:
    for page in ("anna-berg", "rui-salgado"):
        desk.edit(f"entities/{page}.md", lambda text: text + "\nShe fishes.\n")
    run(desk, "merge", "anna-berg", "rui-salgado")
    run(desk, "split", "anna-berg", "rui-salgado")
    for page in ("anna-berg", "rui-salgado"):
        assert desk.read(f"entities/{page}.md").count("She fishes.") == 1


@pytest.mark.parametrize("kind", ["entities", "aliases"])
def test_what_an_editor_had_taken_out_before_a_merge_is_not_there_after_the_split(desk: Desk, kind: str) -> None:
    lisbon = desk.event("lisbon")[7:-3]
    oslo = next(p for p in desk.pages() if p.startswith("events/") and "flies" in p)[7:-3]
    if kind == "entities":  # the reports of one name him, and the other's page alone lists him
        keep, drop, page = oslo, lisbon, f"events/{oslo}.md"
        desk.edit(page, lambda t: re.sub(r"(?m)^entities: .*$", "entities: [oslo]", t))
        desk.edit(f"events/{lisbon}.md", lambda t: re.sub(r"(?m)^entities: \[", "entities: [rui-salgado, ", t))
    else:
        keep, drop, page = "rui-salgado", "anna-berg", "entities/rui-salgado.md"
        desk.edit(page, lambda t: t.replace("aliases: [Salgado]\n", ""))
        desk.edit("entities/anna-berg.md", lambda t: t.replace("---\n", "---\naliases: [Salgado]\n", 1))
    before = desk.read(page)
    run(desk, "merge", keep, drop)
    assert desk.read(page) != before
    run(desk, "split", keep, drop)
    assert desk.read(page) == before


def test_an_old_address_lives_through_a_merge_by_hand_a_split_and_a_merge_by_command(desk: Desk) -> None:
    (desk.content / "proposals.yaml").write_text(
        "proposals:\n  - pair: [anna-berg, rui-salgado]\n    score: 0.5\n    same: true\n"
    )
    desk.run()
    (keep,) = {"anna-berg", "rui-salgado"} & set(desk.linked().entities)
    (drop,) = {"anna-berg", "rui-salgado"} - {keep}
    assert desk.linked().redirects[drop] == keep
    run(desk, "split", keep, {"anna-berg": "Anna Berg", "rui-salgado": "Rui Salgado"}[drop], "--as", drop)
    desk.run()
    assert drop not in desk.linked().redirects
    run(desk, "merge", keep, drop)
    for _ in range(2):
        desk.run()
        assert desk.linked().redirects[drop] == keep


DAMAGED = {
    "no row": "[1]",
    "no page": '{"OLD": {"kept": {}, "rows": {}, "events": {}}}',
    "half of it": '{"OLD": {"page": "---\\n---\\n"}}',
    "rows that are none": '{"OLD": {"page": "", "kept": {}, "rows": {"a": 1}, "events": {}, "into": "INTO"}}',
    "a claim that is none": (
        '{"OLD": {"page": "", "kept": {}, "events": {}, "rows": {"a": {"names": [], "claims": {"b": 2}}}}}'
    ),
}


@pytest.mark.parametrize("damage", DAMAGED)
def test_a_memory_that_is_damaged_is_none(desk: Desk, damage: str) -> None:
    lisbon, oslo = desk.event("lisbon")[7:-3], next(p for p in desk.pages() if p.startswith("events/") and "flies" in p)
    old = oslo[7:-3]
    run(desk, "merge", lisbon, old)
    text = DAMAGED[damage].replace("OLD", old).replace("INTO", lisbon)
    (desk.content / ".merged.json").write_text(text)
    done = CliRunner().invoke(cli.app, ["split", lisbon, old, "--content", str(desk.content)])
    assert (done.exit_code, "nothing is remembered" in done.output) == (2, True)
    run(desk, "split", lisbon, "flew to Oslo", "--as", old, "--title", "A flight")
    assert desk.check() == []
