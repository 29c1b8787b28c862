"""An editor's date that no report allows: it is the editors', and no report is said to stand for or against it."""

from __future__ import annotations

import pytest

from generator.views import chronology, disputes, event, home
from generator.views.data import rows
from generator.views.lookup import Lookup
from tests.views.ferry import Build

ARTICLE = """\
    ---
    title: A barn burns at Ostrey
    date: 2031-05-{day}
    source: {{seed: {id}.txt, sha256: {id}{id}, publisher: {publisher}}}
    events:
      - {{id: fire, date: "{date}", quote: A barn burned down}}
    ---
    A barn burned down, {publisher} reports.
    """
EVENT = """\
    ---
    title: A barn burns down at Ostrey
    date: "2031-05-13"
    because: The fire brigade's log gives this day.
    status: {status}
    ---
    """


def two(build: Build, first: str, second: str, status: str = "disputed") -> Lookup:
    a = ARTICLE.format(day=14, id="a", publisher="Ostrey Post", date=first)
    b = ARTICLE.format(day=15, id="b", publisher="Radio Vell", date=second)
    return build(articles={"a": a, "b": b}, events={"fire": EVENT.format(status=status)})


SAID = (
    "the editors date it 13 May 2031 (The fire brigade's log gives this day); "
    "the two reports that give a date say 12 May 2031"
)


def test_every_page_says_whose_the_date_is(build: Build) -> None:
    look = two(build, "2031-05-12", "2031-05-12")
    page = event.view(look, "fire")
    assert (page.date.text, page.status.why) == ("13 May 2031", SAID)
    assert page.differences == ()
    assert not any(row.claim.rival for side in page.table.sides for row in side.rows)
    (dispute,) = disputes.view(look).disputes
    assert (dispute.kind, dispute.summary) == ("Editors’ judgement", f"The{SAID[3:]}.")
    assert (dispute.points[0].follows.text, dispute.points[0].because) == (
        "13 May 2031",
        "The fire brigade's log gives this day.",
    )
    (row,) = disputes.view(look).rows
    assert [(s.title.text, s.count, s.rival) for s in row.sides] == [("12 May 2031", "Two independent reports", False)]
    (year,) = chronology.view(look).groups
    assert [e.status.why for m in year.months for e in m.entries] == [SAID]


def test_it_is_not_counted_among_what_the_reports_disagree_on(build: Build) -> None:
    look = two(build, "2031-05-12", "2031-05-12")
    front = home.view(look)
    assert front.questions == ()
    assert [f.text for f in front.facts if "dispute" in f.address] == ["No dispute is open among these events."]
    assert disputes.view(look).kicker == ""


def test_reports_that_differ_too_are_compared_with_each_other(build: Build) -> None:
    look = two(build, "2031-05-11", "2031-05-15")
    page = event.view(look, "fire")
    assert [(r.title.text, r.independent) for r in page.differences[0].readings] == [
        ("11 May 2031", 1),
        ("15 May 2031", 1),
    ]
    assert page.status.why == (
        "one independent report against one; the editors date it 13 May 2031 (The fire brigade's log gives this day)"
    )
    assert len(home.view(look).questions) == 1


@pytest.mark.parametrize("status", ["undisputed", "disputed"])
def test_a_date_that_a_report_allows_is_no_such_case(build: Build, status: str) -> None:
    look = two(build, "2031-05-12", "2031-05", status)
    assert "editors date it" not in event.view(look, "fire").status.why


def test_in_the_data_the_claims_contradict_the_events_date(build: Build) -> None:
    look = two(build, "2031-05-12", "2031-05-12")
    assert [c.rival for c in rows.of(look, lambda address: address).claims["fire"]] == [True, True]
