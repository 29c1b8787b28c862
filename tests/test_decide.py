"""Merging, splitting, renaming, accepting and refusing: the pages afterwards, and after the converter ran again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import briefing, cli, store
from tests.desk import Desk, run

SEEDS = {
    "one.txt": (
        "date 2023-05-10 Prime Minister Anna Berg visited Lisbon on 3 May 2023 for talks on fishing.\n\n"
        "Rui Salgado flew to Oslo on 9 May 2023.\n"
    ),
    "two.md": (
        "---\ntitle: Fishing talks end\ndate: 2023-05-12\npublisher: The Harbour Post\n---\n"
        "Anna Berg travelled to Lisbon on 3 May 2023 to talk about fishing.\n\n"
        "Rui Salgado flew to Oslo on 9 May 2023, the ministry said.\n"
    ),
}


def fails(desk: Desk, *arguments: str) -> str:
    before = desk.pages()
    done = CliRunner().invoke(cli.app, [*arguments, "--content", str(desk.content)])
    assert done.exit_code == 2
    assert desk.pages() == before
    return done.output


def ids(desk: Desk) -> tuple[str, str]:
    """The event in Lisbon, and the one in Oslo."""
    return tuple(desk.event(w).removeprefix("events/").removesuffix(".md") for w in ("lisbon", "oslo"))  # type: ignore[return-value]


def linked(desk: Desk) -> briefing.Briefing:
    assert desk.check() == []
    return briefing.link(store.load(desk.content))[0]


def test_two_events_are_merged_and_the_old_address_lives(desk: Desk) -> None:
    lisbon, oslo = ids(desk)
    desk.edit(f"events/{oslo}.md", lambda t: t + "What we know of the flight.\n")
    before = desk.pages()
    run(desk, "merge", lisbon, oslo)
    made = linked(desk)
    assert made.redirects[oslo] == lisbon
    assert len(made.reports[lisbon]) == 4
    assert "What we know of the flight." in desk.read(f"events/{lisbon}.md")
    assert {k for k, v in desk.pages().items() if before.get(k) != v} == {
        f"events/{lisbon}.md",
        ".generated.json",
        ".merged.json",
    } - {k for k in (".generated.json",) if before[k] == desk.pages()[k]}
    desk.run()
    assert oslo not in linked(desk).events
    desk.settled()


def test_nothing_that_a_person_wrote_on_the_merged_page_is_lost(desk: Desk) -> None:
    first, second = ids(desk)
    desk.edit(
        f"events/{second}.md",
        lambda t: (
            re.sub(r"title: .*", "title: Ours alone  # by phone", t).replace("---\n", "---\nmykey: hello\n", 1)
            + "Prose of ours.\n"
        ),
    )
    said = run(desk, "merge", first, second)
    text = desk.read(f"events/{first}.md")
    for words in ("title: Ours alone", "by phone", "mykey: hello", "Prose of ours."):
        assert words in text
    assert "stands in it as comments: 2 lines" in said
    assert desk.check() == []
    desk.run()
    assert "mykey: hello" in desk.read(f"events/{first}.md")


def test_a_split_undoes_a_merge(desk: Desk) -> None:
    lisbon, oslo = ids(desk)
    run(desk, "merge", lisbon, oslo)
    desk.run()
    run(desk, "split", lisbon, "flew to Oslo", "--as", oslo, "--title", "Rui Salgado flies to Oslo")
    made = linked(desk)
    assert len(made.reports[lisbon]) == len(made.reports[oslo]) == 2
    assert oslo not in made.redirects
    assert made.events[oslo].front.date == "2023-05-09"
    desk.run()
    assert len(linked(desk).reports[oslo]) == 2
    desk.settled()


def test_a_report_in_the_words_of_another_leaves_an_event_alone(desk: Desk) -> None:
    desk.seed("three.md", "---\ntitle: A flight\ndate: 2023-05-11\n---\nRui Salgado flew to Oslo on 9 May 2023.\n")
    desk.run()
    _, oslo = ids(desk)
    before = desk.read(f"events/{oslo}.md")
    said = run(desk, "split", oslo, "a-flight", "--as", "a-flight-of-another", "--title", "Somebody else flies")
    first, last = said.splitlines()
    assert first == f"1 of 3 claims of events/{oslo}.md is now events/a-flight-of-another.md."
    assert "briefing convert" in last
    assert desk.read(f"events/{oslo}.md") == before
    made = linked(desk)
    assert made.events["a-flight-of-another"].front.status == "unverified"


def test_two_entities_are_merged_and_split_again(desk: Desk) -> None:
    run(desk, "merge", "anna-berg", "rui-salgado")
    made = linked(desk)
    assert made.entities["anna-berg"].front.aliases == ("Rui Salgado",)
    assert made.redirects["rui-salgado"] == "anna-berg"
    desk.run()
    assert "rui-salgado" not in linked(desk).entities
    desk.settled()
    run(desk, "split", "anna-berg", "Rui Salgado")
    made = linked(desk)
    assert made.entities["rui-salgado"].front.name == "Rui Salgado"
    assert len(made.named_in["rui-salgado"]) == 2
    assert "rui-salgado" not in made.redirects
    desk.run()
    made = linked(desk)
    assert {c.id for c in made.entities.values()} >= {"rui-salgado", "anna-berg"}
    assert "rui-salgado" in [e for r in made.reports[ids(desk)[1]] for e in r.claim.entities]
    assert "anna-berg" not in [e for r in made.reports[ids(desk)[1]] for e in r.claim.entities]
    desk.settled()


def test_a_renamed_event_keeps_its_claims_and_follows_them(desk: Desk) -> None:
    lisbon, _ = ids(desk)
    run(desk, "rename", lisbon, "lisbon-talks")
    assert linked(desk).redirects[lisbon] == "lisbon-talks"
    desk.seed("three.txt", "date 2023-06-01 Anna Berg travelled to Lisbon on 4 May 2023 to talk about fishing.\n")
    desk.run()
    made = linked(desk)
    assert len(made.reports["lisbon-talks"]) == 3
    assert made.events["lisbon-talks"].front.date == "2023-05-03/2023-05-04"
    assert lisbon not in made.events
    desk.settled()


def test_a_renamed_entity_keeps_its_mentions(desk: Desk) -> None:
    run(desk, "rename", "anna-berg", "berg")
    assert len(linked(desk).named_in["berg"]) == 2
    desk.run()
    made = linked(desk)
    assert len(made.named_in["berg"]) == 2
    assert "anna-berg" not in made.entities
    desk.settled()


def test_a_refused_event_goes_with_its_claims_and_stays_away(desk: Desk) -> None:
    lisbon, oslo = ids(desk)
    run(desk, "refuse", oslo)
    assert set(linked(desk).events) == {lisbon}
    desk.seed("three.txt", "date 2023-06-01 Rui Salgado flew to Oslo on 9 May 2023 with his staff.\n")
    desk.run()
    assert set(linked(desk).events) == {lisbon}
    desk.settled()


def test_a_refused_entity_goes_from_rows_claims_and_events(desk: Desk) -> None:
    run(desk, "refuse", "oslo")
    linked(desk)
    assert "oslo" not in "".join(desk.read(p) for p in desk.pages() if p.startswith("articles/")).replace(
        ids(desk)[1], ""
    )
    desk.run()
    assert "oslo" not in linked(desk).entities
    desk.settled()


def test_an_event_of_an_editors_own_that_was_refused_stays_away(desk: Desk) -> None:
    lisbon, oslo = ids(desk)
    run(desk, "rename", oslo, "flight")
    run(desk, "refuse", "flight", "--yes")
    desk.run()
    assert set(linked(desk).events) == {lisbon}
    desk.settled()


def test_sign_off_writes_the_day_and_nothing_else(desk: Desk) -> None:
    lisbon, _ = ids(desk)
    before = desk.read(f"events/{lisbon}.md")
    run(desk, "accept", lisbon)
    after = desk.read(f"events/{lisbon}.md").splitlines()
    assert next(line for line in after if line not in before.splitlines()).startswith("reviewed: ")
    assert len(after) == len(before.splitlines()) + 1
    assert "already" in run(desk, "accept", lisbon)
    desk.settled()


PAIR = "# why\nproposals:\n  - pair: [anna-berg, rui-salgado]\n    score: 0.5\n    reasons: [near]  # hm\n"


def test_a_proposal_is_accepted_or_refused(desk: Desk) -> None:
    (desk.content / "proposals.yaml").write_text(PAIR)
    run(desk, "refuse", "rui-salgado", "anna-berg")
    assert desk.read("proposals.yaml") == PAIR + "    same: false\n"
    (desk.content / "proposals.yaml").write_text(PAIR)
    run(desk, "accept", "anna-berg", "rui-salgado")
    assert desk.read("proposals.yaml") == PAIR + "    same: true\n"
    assert linked(desk).redirects["rui-salgado"] == "anna-berg"
    desk.run()
    desk.settled()
    assert desk.check() == []


def test_a_pair_that_is_called_the_same_by_hand_is_joined_with_what_a_person_wrote_of_both(desk: Desk) -> None:
    for page in ("anna-berg", "rui-salgado"):
        desk.edit(f"entities/{page}.md", lambda t, page=page: t + f"What we know of {page}.\n")
    (desk.content / "proposals.yaml").write_text(PAIR + "    same: true\n")
    assert "rui-salgado.md is now part of entities/anna-berg.md" in desk.run().joined[0]
    assert linked(desk).redirects["rui-salgado"] == "anna-berg"
    for page in ("anna-berg", "rui-salgado"):
        assert f"What we know of {page}." in desk.read("entities/anna-berg.md")
    desk.settled()
    run(desk, "split", "anna-berg", "rui-salgado")
    assert desk.check() == []
    assert "What we know of rui-salgado." in desk.read("entities/rui-salgado.md")


def test_names_that_leave_an_entity_are_taken_however_they_are_written(desk: Desk) -> None:
    run(desk, "merge", "anna-berg", "rui-salgado")
    desk.edit("entities/anna-berg.md", lambda t: t.replace("Rui Salgado", "Rui SALGADO, Rui Salgado", 1))
    assert "No article" not in run(desk, "split", "anna-berg", "Rui SALGADO", "--as", "the-other")
    names = {r.id for a in linked(desk).articles.values() for r in a.front.entities if "Rui Salgado" in r.names}
    assert names == {"the-other"}


def test_what_cannot_be_done_changes_nothing_and_says_what_can(desk: Desk) -> None:
    lisbon, oslo = ids(desk)
    assert 'did you mean "anna-berg"?' in fails(desk, "merge", "anna-brg", "oslo")
    assert "different kinds" in fails(desk, "merge", "anna-berg", lisbon)
    assert "mend the type first" in fails(desk, "merge", "anna-berg", "oslo")
    assert "has a page already" in fails(desk, "rename", lisbon, oslo)
    assert "no name" in fails(desk, "split", "anna-berg", "Bergie")
    assert "some must stay" in fails(desk, "split", oslo, "Rui Salgado flew")


def test_a_command_that_died_half_way_is_completed_by_the_next(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator import writing

    lisbon, oslo = ids(desk)
    whole = desk.pages()
    put, calls = writing._put, []

    def once(path: Path, text: str | None) -> None:
        calls.append(path)
        if len(calls) > 1:
            raise MemoryError
        put(path, text)

    monkeypatch.setattr(writing, "_put", once)
    CliRunner().invoke(cli.app, ["merge", lisbon, oslo, "--content", str(desk.content)])
    monkeypatch.undo()
    assert len(calls) == 2
    assert desk.pages() != whole
    run(desk, "accept", "anna-berg")
    made = linked(desk)
    assert made.redirects[oslo] == lisbon
    assert not (desk.content / f"events/{oslo}.md").exists()


def test_review_walks_through_what_is_open(desk: Desk) -> None:
    (desk.content / "proposals.yaml").write_text(PAIR)
    lisbon, oslo = ids(desk)
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


def test_a_new_page_explains_its_keys_and_is_sound(desk: Desk) -> None:
    for kind, title in (("note", "What we know"), ("entity", "Karen Lund"), ("event", "A storm")):
        assert (Path(run(desk, "new", kind, title).strip())).is_file()
    text = desk.read("notes/what-we-know.md")
    assert "title: What we know  # of the note" in text
    assert "# summary:  # one sentence for lists and search engines" in text
    assert "# entities: []  # who and what takes part" in desk.read("events/a-storm.md")
    assert "# date:  # EDTF, as 2024-03-31, 2024-03 or " in desk.read("events/a-storm.md")
    assert "look_again" not in desk.read("events/a-storm.md")
    assert desk.check() == []
    assert "no kind of page" in fails(desk, "new", "nots", "x")


def test_an_event_that_no_claim_tells_of_is_named_until_its_page_says_how_it_is_known(desk: Desk) -> None:
    (told, other) = [p[7:-3] for p in desk.pages() if p.startswith("events/")]
    assert not [fault for fault in desk.check_all() if "no claim tells" in fault]
    for page in [p for p in desk.pages() if p.startswith("articles/")]:
        desk.edit(page, lambda text: text.replace(told, other))
    (fault,) = [fault for fault in desk.check_all() if "no claim tells" in fault]
    assert f"events/{told}.md" in fault
    desk.edit(f"events/{told}.md", lambda text: text.replace("title:", "because: We were there.\ntitle:", 1))
    assert not [fault for fault in desk.check_all() if "no claim tells" in fault]


def test_a_conflict_is_decided_by_the_path_as_it_is_printed(desk: Desk) -> None:
    (desk.content / "conflicts.yaml").write_text(
        "conflicts:\n  - page: entities/anna-berg.md\n    field: name\n    yours: Anna Berg\n    new: A. Berg\n"
    )
    run(desk, "refuse", f"{desk.content.as_posix()}/entities/anna-berg.md", "name")
    assert "keep: yours" in desk.read("conflicts.yaml")


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


def test_a_date_corrected_by_hand_elsewhere_is_not_touched(desk: Desk) -> None:
    events = [p for p in desk.pages() if p.startswith("events/") and "\ndate: " in desk.read(p)]
    page = events[0]
    before = desk.edit(page, lambda t: re.sub(r"\ndate: .*", "\ndate: '1999-01'", t, count=1))
    for id in ("jon-lindquist", "jon-lindqvist"):
        (desk.content / f"entities/{id}.md").write_text(f"---\nname: {id}\ntype: person\n---\n")
    run(desk, "merge", "jon-lindquist", "jon-lindqvist")
    assert desk.read(page) == before
