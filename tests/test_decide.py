"""Merging, splitting, renaming, accepting and refusing: the pages afterwards, and after the converter ran again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import cli
from tests.desk import Desk, fails, run
from tests.fishing import OF_ONE_DAY as SEEDS

__all__ = ["SEEDS"]  # what the fixture `converted` converts


def test_two_events_are_merged_and_the_old_address_lives(desk: Desk) -> None:
    lisbon, oslo = desk.event_id("lisbon"), desk.event_id("oslo")
    desk.edit(f"events/{oslo}.md", lambda t: t + "What we know of the flight.\n")
    before = desk.pages()
    run(desk, "merge", lisbon, oslo)
    made = desk.linked()
    assert made.redirects[oslo] == lisbon
    assert len(made.reports[lisbon]) == 4
    assert "What we know of the flight." in desk.read(f"events/{lisbon}.md")
    assert {k for k, v in desk.pages().items() if before.get(k) != v} == {
        f"events/{lisbon}.md",
        ".generated.json",
        ".merged.json",
    } - {k for k in (".generated.json",) if before[k] == desk.pages()[k]}
    desk.run()
    assert oslo not in desk.linked().events
    desk.settled()


def test_nothing_that_a_person_wrote_on_the_merged_page_is_lost(desk: Desk) -> None:
    first, second = desk.event_id("lisbon"), desk.event_id("oslo")
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
    assert "stands in it as comments: 3 lines" in said  # its place, too
    assert desk.check() == []
    desk.run()
    assert "mykey: hello" in desk.read(f"events/{first}.md")


def test_a_split_undoes_a_merge(desk: Desk) -> None:
    lisbon, oslo = desk.event_id("lisbon"), desk.event_id("oslo")
    run(desk, "merge", lisbon, oslo)
    desk.run()
    run(desk, "split", lisbon, "flew to Oslo", "--as", oslo, "--title", "Rui Salgado flies to Oslo")
    made = desk.linked()
    assert len(made.reports[lisbon]) == len(made.reports[oslo]) == 2
    assert oslo not in made.redirects
    assert made.events[oslo].front.date == "2023-05-09"
    desk.run()
    assert len(desk.linked().reports[oslo]) == 2
    desk.settled()


def test_a_report_in_the_words_of_another_leaves_an_event_alone(desk: Desk) -> None:
    desk.seed("three.md", "---\ntitle: A flight\ndate: 2023-05-11\n---\nRui Salgado flew to Oslo on 9 May 2023.\n")
    desk.run()
    oslo = desk.event_id("oslo")
    before = desk.read(f"events/{oslo}.md")
    said = run(desk, "split", oslo, "a-flight", "--as", "a-flight-of-another", "--title", "Somebody else flies")
    first, last = said.splitlines()
    assert first == f"1 of 3 claims of events/{oslo}.md is now events/a-flight-of-another.md."
    assert "briefing convert" in last
    assert desk.read(f"events/{oslo}.md") == before
    made = desk.linked()
    assert made.events["a-flight-of-another"].front.status == "unverified"


def test_two_entities_are_merged_and_split_again(desk: Desk) -> None:
    run(desk, "merge", "anna-berg", "rui-salgado")
    made = desk.linked()
    assert made.entities["anna-berg"].front.aliases == ("Rui Salgado",)
    assert made.redirects["rui-salgado"] == "anna-berg"
    desk.run()
    assert "rui-salgado" not in desk.linked().entities
    desk.settled()
    run(desk, "split", "anna-berg", "Rui Salgado")
    made = desk.linked()
    assert made.entities["rui-salgado"].front.name == "Rui Salgado"
    assert len(made.named_in["rui-salgado"]) == 2
    assert "rui-salgado" not in made.redirects
    desk.run()
    made = desk.linked()
    assert {c.id for c in made.entities.values()} >= {"rui-salgado", "anna-berg"}
    assert "rui-salgado" in [e for r in made.reports[desk.event_id("oslo")] for e in r.claim.entities]
    assert "anna-berg" not in [e for r in made.reports[desk.event_id("oslo")] for e in r.claim.entities]
    desk.settled()


def test_a_renamed_event_keeps_its_claims_and_follows_them(desk: Desk) -> None:
    lisbon = desk.event_id("lisbon")
    run(desk, "rename", lisbon, "lisbon-talks")
    assert desk.linked().redirects[lisbon] == "lisbon-talks"
    desk.seed("three.txt", "date 2023-06-01 Anna Berg travelled to Lisbon on 4 May 2023 to talk about fishing.\n")
    desk.run()
    made = desk.linked()
    assert len(made.reports["lisbon-talks"]) == 3
    assert made.events["lisbon-talks"].front.date == "2023-05-03/2023-05-04"
    assert lisbon not in made.events
    desk.settled()


def test_a_renamed_entity_keeps_its_mentions(desk: Desk) -> None:
    run(desk, "rename", "anna-berg", "berg")
    assert len(desk.linked().named_in["berg"]) == 2
    desk.run()
    made = desk.linked()
    assert len(made.named_in["berg"]) == 2
    assert "anna-berg" not in made.entities
    desk.settled()


def test_a_refused_event_goes_with_its_claims_and_stays_away(desk: Desk) -> None:
    lisbon, oslo = desk.event_id("lisbon"), desk.event_id("oslo")
    run(desk, "refuse", oslo)
    assert set(desk.linked().events) == {lisbon}
    desk.seed("three.txt", "date 2023-06-01 Rui Salgado flew to Oslo on 9 May 2023 with his staff.\n")
    desk.run()
    assert set(desk.linked().events) == {lisbon}
    desk.settled()


def test_a_refused_entity_goes_from_rows_claims_and_events(desk: Desk) -> None:
    run(desk, "refuse", "oslo")
    desk.linked()
    assert "oslo" not in "".join(desk.read(p) for p in desk.pages() if p.startswith("articles/")).replace(
        desk.event_id("oslo"), ""
    )
    desk.run()
    assert "oslo" not in desk.linked().entities
    desk.settled()


def test_an_event_of_an_editors_own_that_was_refused_stays_away(desk: Desk) -> None:
    lisbon, oslo = desk.event_id("lisbon"), desk.event_id("oslo")
    run(desk, "rename", oslo, "flight")
    run(desk, "refuse", "flight", "--yes")
    desk.run()
    assert set(desk.linked().events) == {lisbon}
    desk.settled()


def test_sign_off_writes_the_day_and_nothing_else(desk: Desk) -> None:
    lisbon = desk.event_id("lisbon")
    before = desk.read(f"events/{lisbon}.md")
    run(desk, "accept", lisbon)
    after = desk.read(f"events/{lisbon}.md").splitlines()
    assert next(line for line in after if line not in before.splitlines()).startswith("reviewed: ")
    assert len(after) == len(before.splitlines()) + 1
    assert "already" in run(desk, "accept", lisbon)
    desk.settled()


def test_names_that_leave_an_entity_are_taken_however_they_are_written(desk: Desk) -> None:
    run(desk, "merge", "anna-berg", "rui-salgado")
    desk.edit("entities/anna-berg.md", lambda t: t.replace("Rui Salgado", "Rui SALGADO, Rui Salgado", 1))
    assert "No article" not in run(desk, "split", "anna-berg", "Rui SALGADO", "--as", "the-other")
    names = {r.id for a in desk.linked().articles.values() for r in a.front.entities if "Rui Salgado" in r.names}
    assert names == {"the-other"}


def test_what_cannot_be_done_changes_nothing_and_says_what_can(desk: Desk) -> None:
    lisbon, oslo = desk.event_id("lisbon"), desk.event_id("oslo")
    assert 'did you mean "anna-berg"?' in fails(desk, "merge", "anna-brg", "oslo")
    assert "different kinds" in fails(desk, "merge", "anna-berg", lisbon)
    assert "mend the type first" in fails(desk, "merge", "anna-berg", "oslo")
    assert "has a page already" in fails(desk, "rename", lisbon, oslo)
    assert "no name" in fails(desk, "split", "anna-berg", "Bergie")
    assert "some must stay" in fails(desk, "split", oslo, "Rui Salgado flew")


def test_a_command_that_died_half_way_is_completed_by_the_next(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator import writing

    lisbon, oslo = desk.event_id("lisbon"), desk.event_id("oslo")
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
    made = desk.linked()
    assert made.redirects[oslo] == lisbon
    assert not (desk.content / f"events/{oslo}.md").exists()


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
    assert [fault for fault in desk.check_all() if "site leaves it out" in fault and f"accept {told}" in fault]
    run(desk, "accept", told)
    assert not [fault for fault in desk.check_all() if f"events/{told}.md" in fault]


def test_a_date_corrected_by_hand_elsewhere_is_not_touched(desk: Desk) -> None:
    events = [p for p in desk.pages() if p.startswith("events/") and "\ndate: " in desk.read(p)]
    page = events[0]
    before = desk.edit(page, lambda t: re.sub(r"\ndate: .*", "\ndate: '1999-01'", t, count=1))
    for id in ("jon-lindquist", "jon-lindqvist"):
        (desk.content / f"entities/{id}.md").write_text(f"---\nname: {id}\ntype: person\n---\n")
    run(desk, "merge", "jon-lindquist", "jon-lindqvist")
    assert desk.read(page) == before
