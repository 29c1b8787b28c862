"""The table of disagreements."""

from __future__ import annotations

import pytest

from generator.views import claims, disputes, event
from generator.views.lookup import Lookup
from tests.views.ferry import DIGEST, ENTITIES, EVENTS, NEWSPAPER, Build


def test_every_disagreement_is_a_row_of_one_table(ferry: Lookup) -> None:
    (row,) = disputes.view(ferry).rows
    assert (row.title, row.point, row.follows.text) == ("A ferry runs aground off Varno", "The date", "3 March 2031")
    assert [(s.title.text, s.rival, [x.text for x in s.sources]) for s in row.sides] == [
        ("3 March 2031", False, ["Coastal Gazette, 4 March 2031"]),
        ("February 2031", True, ["The Evening Tide, 5 March 2031"]),
    ]
    # One report stands against one: it must not be said that most hold the date that is shown.
    assert row.because.startswith("As many reports stand on either side")


def test_the_date_of_the_majority_is_said_to_be_so(build: Build) -> None:
    third = DIGEST.replace("2031-02,", "2031-03-03,").replace("b.txt", "c.txt").replace("The Evening Tide", "Sea Wire")
    third = third.replace("the coastguard", "a fisherman").replace("- {id: lamp-out", "- {draft: true, id: lamp-out")
    articles = {"gazette": NEWSPAPER, "tide": DIGEST, "wire": third}
    (row,) = disputes.view(build(articles=articles, events=EVENTS, entities=ENTITIES)).rows
    assert row.because == "More independent reports give or allow this date than any other."


def counted(build: Build, date: str, because: str) -> Lookup:
    """A ferry of whose passengers two reports give different numbers; the editors date it and say why."""
    second = DIGEST.replace("2031-02,", "2031-03-03, figures: [{what: people on board, value: 190}],")
    event = (
        EVENTS["ferry-aground"].replace('"2031-03-03"', f'"{date}"').replace("    reviewed", f"{because}    reviewed")
    )
    return build(
        articles={"gazette": NEWSPAPER, "tide": second}, events=EVENTS | {"ferry-aground": event}, entities=ENTITIES
    )


@pytest.mark.parametrize("date", ["2031-03-02", "2031-03"])
def test_why_a_date_was_chosen_does_not_explain_a_figure(build: Build, date: str) -> None:
    look = counted(build, date, "    because: The log has this day.\n")
    by_point = {row.point: (row.follows.text, row.because) for row in disputes.view(look).rows}
    assert by_point == {
        "The date": (event.view(look, "ferry-aground").date.text, "The log has this day."),
        "How many: people on board": ("", "We follow none of the figures: the chronology shows them all."),
    }
    (shown,) = disputes.view(look).disputes
    assert {(p.label, p.because) for p in shown.points} == {(k, v[1]) for k, v in by_point.items()}
    page = event.view(look, "ferry-aground")
    assert ([d.because for d in page.differences], page.because) == ([""], "The log has this day.")


def test_why_a_figure_stands_open_is_told_at_the_figure(build: Build) -> None:
    look = counted(build, "2031-03-03", "    because: Nobody has counted.\n")
    (row,) = disputes.view(look).rows
    assert (row.point, row.because) == ("How many: people on board", "Nobody has counted.")
    page = event.view(look, "ferry-aground")
    assert ([d.because for d in page.differences], page.because) == (["Nobody has counted."], "")


def test_where_only_a_figure_differs_the_day_is_what_all_agree_on(build: Build) -> None:
    (row,) = disputes.view(counted(build, "2031-03-03", "")).rows
    assert "All that give a date give 3 March 2031." in row.agreed


def test_the_words_of_a_report_whose_day_is_known_stand_first(build: Build) -> None:
    said = "The ferry ran aground off Varno on Monday with all its passengers on board"
    ferry = "---\ntitle: A ferry runs aground off Varno\ndate: '2031-03-03'\nstatus: undisputed\n---\n"

    def report(date: str, words: str) -> str:
        return (
            f"---\ntitle: T\n{date}source: {{seed: s, sha256: s}}\n"
            f"events: [{{id: it, date: '2031-03-03', quote: '{words}'}}]\n---\n{words}.\n"
        )

    articles = {"a": report("", f"{said}, they recall"), "b": report("date: 2031-03-04\n", said)}
    look = build(articles=articles, events={"it": ferry})
    assert [look.events["it"].reports[i].article for i in claims.ordered(look.events["it"])] == ["b", "a"]


def test_the_notes_that_speak_of_a_dispute_are_linked_from_it(build: Build, ferry: Lookup) -> None:
    assert disputes.view(ferry).rows[0].notes == ()
    note = "---\ntitle: What the log says\n---\nSee [[ferry-aground]].\n"
    made = build(articles={"gazette": NEWSPAPER, "tide": DIGEST}, events=EVENTS, entities=ENTITIES, notes={"log": note})
    view = disputes.view(made)
    assert [(n.text, n.address) for n in view.rows[0].notes] == [("What the log says", "/notes/log/")]
    assert view.disputes[0].notes == view.rows[0].notes


def test_both_sides_of_one_report_are_not_told_as_of_two(build: Build) -> None:
    beside = "said_by: Sea Line, figures: [{what: people on board, value: 190}]"
    both = NEWSPAPER.replace("Sea Line was silent", "Sea Line counted 190").replace(
        "      - id: inquiry-opens\n",
        f'      - {{id: ferry-aground, quote: "The Sea Line counted 190", {beside}}}\n      - id: inquiry-opens\n',
    )
    events = {key: EVENTS[key] for key in ("ferry-aground", "inquiry-opens")}
    entities = {key: ENTITIES[key] for key in ("lena-harbour", "varno", "sea-line")}
    look = build(articles={"gazette": both}, events=events, entities=entities)
    (row,) = disputes.view(look).rows
    assert [(s.title.text, s.count) for s in row.sides] == [
        ("190 people on board", "Sea Line"),
        ("212 people on board", "The report itself"),
    ]
    (shown,) = disputes.view(look).disputes
    assert shown.summary == (
        "One report gives both sides: 190 people on board, says Sea Line; 212 people on board, says the report itself."
    )
    assert shown.status.why == "one report gives different figures"
    assert event.view(look, "ferry-aground").differ == "Where one report gives two readings"


def test_two_reports_are_told_as_two(build: Build) -> None:
    look = counted(build, "2031-03-03", "")
    (shown,) = disputes.view(look).disputes
    assert shown.summary == "190 people on board, says one report; 212 people on board, says one report."
    assert shown.status.why == "reports give different figures"
    assert event.view(look, "ferry-aground").differ == "Where the reports disagree"
