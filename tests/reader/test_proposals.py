"""What a second reader proposes arrives as drafts, marked with its name, and waits for an editor."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")
pytest.importorskip("llm", reason="needs the reader's package: pip install '.[reader]'")

from generator import cli, store, waiting
from generator import desk as desks
from tests.desk import assert_unchanged
from tests.reader.briefing import BOAT, CALM, CREWS, OTHER, PAGE, Newsroom, by_title
from tests.reader.plugin import said


def without_proposals(room: Newsroom) -> dict[str, bytes]:
    """The pages without what was proposed: what they said before."""
    pages = {p: t for p, t in room.pages().items() if b"\nproposed_by:" not in t and p != ".generated.json"}
    for path in (PAGE, OTHER):
        text = pages[path].decode()
        for row in room.rows(path):
            text = text.replace(f"{row}\n", "")
        pages[path] = text.encode()
    return pages


def items(room: Newsroom) -> list[waiting.Item]:
    return list(waiting.items(desks.Desk(store.load(room.content), store.texts(room.content))))


def briefing(room: Newsroom, *words: str) -> str:
    done = CliRunner().invoke(cli.app, [*words, "--content", str(room.content)])
    assert done.exit_code == 0, done.output
    return done.output


def test_what_stands_in_the_article_becomes_a_draft_with_the_models_name(room: Newsroom) -> None:
    room.ask()
    assert [re.sub(r"\n +", " | ", row) for row in room.rows(PAGE)] == [
        "  - date: '2031-03-04' | when: Tuesday | quote: Calm was back at the quay by Tuesday"
        " | proposed_by: llm:oracle | draft: true",
        "  - date: '2031-03-04' | when: 4 March 2031 | quote: On 4 March 2031 the first boat was late"
        " | proposed_by: llm:oracle | draft: true",
        "  - date: 2031-03-05~ | dated_by: publication | quote: The crews of the boats cheered."
        " | proposed_by: llm:oracle | draft: true",
    ]
    assert room.read("entities/lund.md").split("---\n")[1] == (
        "name: Lund\ntype: place\nproposed_by: llm:oracle\ndraft: true\n"
    )
    assert room.check() == []


def test_proposals_change_nothing_that_stood_there(room: Newsroom) -> None:
    before = {p: t for p, t in room.pages().items() if p != ".generated.json"}
    room.ask()
    assert_unchanged(before, without_proposals(room))


def test_a_page_that_a_person_works_in_gets_the_rows_and_nothing_else(room: Newsroom) -> None:
    room.replace(PAGE, "title: Ferry terminal opens in Ostvik\n", "title: The terminal  # ours\nmood: calm\n")
    room.replace(PAGE, "It had been a long winter", "It had been a very long winter")
    room.run()
    before = room.read(PAGE)
    room.ask()
    rows = "".join(f"{row}\n" for row in room.rows(PAGE))
    assert rows.count("proposed_by") == 3
    assert room.read(PAGE).replace(rows, "") == before


def test_the_first_conversion_may_have_a_second_reader(room: Newsroom) -> None:
    settled = room.ask().articles and room.pages()
    shutil.rmtree(room.content)
    room.content.mkdir()
    room.settings("reader: {local: [oracle]}\n")
    room.ask()
    assert_unchanged(settled, room.pages())


def test_a_second_run_asks_nothing_and_changes_no_byte(room: Newsroom) -> None:
    room.ask()
    before, asked = room.pages(), len(room.oracle.asked)
    assert asked == 2
    assert room.ask().up_to_date
    (room.content / ".cache/last-run.json").unlink()
    told = room.ask()
    assert len(room.oracle.asked) == asked
    assert_unchanged(before, room.pages())
    assert told.reader == ("llm:oracle: 0 articles asked, 2 from the cache.",)


def test_proposals_stay_without_the_model_and_without_the_cache(room: Newsroom) -> None:
    room.ask()
    room.settled()


def test_a_corrected_seed_is_asked_about_alone_and_what_it_bears_out_no_more_goes(room: Newsroom) -> None:
    room.ask()
    text = (room.seeds / "one.md").read_text(encoding="utf-8")
    room.seed("one.md", text.replace("Calm was back at the quay by Tuesday", "Calm was back at the quay by Monday"))
    room.ask()
    assert len(room.oracle.asked) == 3
    assert [CALM["quote"] in row for row in room.rows(PAGE)] == [False, False]


def test_a_passage_that_has_a_claim_or_a_draft_gets_no_second_one(room: Newsroom) -> None:
    ours = [
        {"quote": "Mara Quill opened the new ferry terminal", "when": None, "date": None},
        {
            "quote": "Mara Quill opened the new ferry terminal in Ostvik on 3 March 2031.",
            "when": "3 March 2031",
            "date": "2031-03-03",
        },
        {"quote": "The pilots had gone home early on Monday", "when": "early on Monday", "date": "2031-03-03"},
        BOAT,
        {**BOAT, "quote": "On 4 March 2031 the first boat was late, to nobody's surprise."},
    ]
    room.oracle.answer = by_title({"Ferry terminal": said(ours)})
    told = room.ask()
    assert len(room.rows(PAGE)) == 1
    assert "passages that have a claim already (4)" in told.reader[-1]


def test_another_model_adds_only_what_the_first_did_not_see(room: Newsroom) -> None:
    room.oracle.answer = by_title({"Ferry terminal": said([BOAT])})
    room.ask()
    room.oracle.model_id = "other"
    room.settings("reader: {local: [other]}\n")
    room.oracle.answer = by_title({"Ferry terminal": said([CREWS, {**BOAT, "quote": BOAT["quote"] + ", to nobody's"}])})
    room.ask(model="other")
    assert [("llm:oracle" in row, "llm:other" in row) for row in room.rows(PAGE)] == [(True, False), (False, True)]


# ---- what the editor does ----


def test_the_desk_shows_who_proposed_it(room: Newsroom) -> None:
    room.ask()
    by = [i for i in items(room) if any("llm:oracle" in line for line in i.details)]
    assert [(i.kind, i.title) for i in by] == [
        ("draft", f"{PAGE}: 2031-03-04"),
        ("draft", f"{PAGE}: 2031-03-04"),
        ("draft", f"{PAGE}: 2031-03-05~"),
        ("page", "lund"),
    ]
    assert by[0].details == (
        f'"{CALM["quote"]}"',
        "proposed by llm:oracle",
        'in its place: "Mara Quill opened the new ferry terminal in Ostvik on 3 March 2031. Calm was back at the quay '
        'by Tuesday, after the quarrel over berths. On 4 March 2031 the first boat was late, to …"',
    )
    assert by[3].details[:2] == ("place: Lund", "proposed by llm:oracle")
    assert "Ferries between Ostvik and Lund ran again on Wednesday." in by[3].details[2]
    done = CliRunner().invoke(cli.app, ["review", "--content", str(room.content)], input="r\n" * 30)
    assert "proposed by llm:oracle" in done.output


def test_an_accepted_proposal_becomes_a_claim_with_the_date_that_was_proved(room: Newsroom) -> None:
    room.ask()
    briefing(room, "accept", PAGE, "Calm was back")
    briefing(room, "accept", PAGE, "The crews of the boats")
    room.run()
    event = room.read(room.event("calm-was-back"))
    assert "title: Calm was back at the quay by Tuesday\n" in event
    assert "date: '2031-03-04'\n" in event
    assert "date: 2031-03-05~\n" in room.read(room.event("crews-of-the-boats"))
    assert room.check() == []
    rows = room.rows(PAGE)
    assert ["draft: true" in row for row in rows if "Calm was" in row or "The crews" in row] == [False, False]
    assert all("when: Tuesday" in row for row in rows if "Calm was" in row)
    room.ask()
    assert room.rows(PAGE) == rows
    assert len(room.oracle.asked) == 2
    room.settled()


def test_a_refused_proposal_does_not_come_back(room: Newsroom) -> None:
    room.ask()
    briefing(room, "refuse", PAGE, "Calm was back")
    briefing(room, "refuse", "lund")
    pages = {p: t for p, t in room.pages().items() if p != ".generated.json"}
    for again in (room.ask, room.run, room.ask):
        again()
        assert_unchanged(pages, {p: t for p, t in room.pages().items() if p != ".generated.json"})
    assert "entities/lund.md" not in room.pages()
    assert len(room.rows(PAGE)) == 2
    assert len(room.oracle.asked) == 2


def test_an_accepted_name_is_named_where_it_stands(room: Newsroom) -> None:
    room.ask()
    briefing(room, "accept", "lund")
    room.run()
    assert "  - id: lund\n    names: [Lund]\n" in room.read(OTHER)
    page = room.read("entities/lund.md")
    assert "draft" not in page
    assert "proposed_by: llm:oracle\n" in page
    event = room.read(room.event("ferries-between"))
    assert "entities: [ostvik, lund]\n" in event
    assert room.check() == []
    room.settled()


def test_what_an_editor_changed_in_a_draft_stays(room: Newsroom) -> None:
    room.ask()
    room.replace(PAGE, "date: '2031-03-04'\n    when: Tuesday", "date: 2031-03-02")
    room.replace("entities/lund.md", "type: place", "type: organization")
    room.ask()
    assert "  - date: 2031-03-02\n    quote: Calm was back" in room.read(PAGE)
    assert "type: organization\n" in room.read("entities/lund.md")
    room.settled()


def test_a_page_that_was_removed_is_not_asked_about(room: Newsroom) -> None:
    (room.content / PAGE).unlink()
    room.run()
    room.ask()
    assert len(room.oracle.asked) == 1
    assert PAGE not in room.pages()


def test_an_excerpt_shows_no_word_of_a_proposal_before_it_is_accepted(room: Newsroom) -> None:
    room.settings("rights: {default: excerpt}\nreader: {local: [oracle]}\n")
    room.run()
    body = room.read(PAGE).split("\n---\n")[1]
    room.ask()
    assert room.read(PAGE).split("\n---\n")[1] == body
    assert len(room.rows(PAGE)) == 3
    assert room.check() == []
    room.settled()
    briefing(room, "accept", PAGE, "Calm was back")
    assert room.run().unanchored == ()
    assert "Calm was back at the quay by Tuesday" in room.read(PAGE).split("\n---\n")[1]
    assert "the first boat was late" not in room.read(PAGE).split("\n---\n")[1]
    assert sum("draft: true" in row for row in room.rows(PAGE)) == 2
    assert room.check() == []
    room.settled()


def test_no_proposal_is_on_the_site(room: Newsroom, tmp_path: Path) -> None:
    from tests.site.pelican_run import run_pelican

    room.settings("rights: {default: excerpt}\nreader: {local: [oracle]}\n")
    room.ask()
    built = run_pelican(room.content, tmp_path / "output")
    text = "\n".join(
        p.read_text(encoding="utf-8")
        for p in built.folder.rglob("*")
        if p.suffix in (".html", ".json", ".xml", ".csv", ".ics")
    )
    assert "Mara Quill opened the new ferry terminal" in text
    assert [
        w for w in (CALM["quote"], BOAT["quote"], CREWS["quote"], "llm:oracle", "/entities/lund/") if w in text
    ] == []
