"""What is said of what was not compared: a reader must not take silence for agreement."""

from __future__ import annotations

import pytest

from generator.views import article, disputes, event, home, sources_index
from generator.views.lookup import Lookup
from tests.views.ferry import DIGEST, ENTITIES, EVENTS, NEWSPAPER, Build

CALM = "Compared: the dates and figures of the two events here. Dated sentences that belong to no event were not."


def drafted(*rows: str) -> str:
    """The digest with further rows that the program is not sure of."""
    added = "".join(f"      - {{{row}}}\n" for row in rows)
    return DIGEST.replace("    ---\n    In February", f"{added}    ---\n    In February")


def two(build: Build, tide: str) -> Lookup:
    """Reports that do not contradict one another, and the second one's drafts."""
    agreed = tide.replace("date: 2031-02,", "date: 2031-03-03,")
    events = {**EVENTS, "ferry-aground": EVENTS["ferry-aground"].replace("disputed", "undisputed")}
    del events["lamp-out"]
    return build(articles={"gazette": NEWSPAPER, "tide": agreed}, events=events, entities=ENTITIES)


LAMP = 'id: lamp-out, quote: "The lamp on the bank had been out"'
WHEN = 'draft: true, date: 2031-01, quote: "The lamp on the bank had been out, says Ms Harbour"'


@pytest.fixture
def calm(build: Build) -> Lookup:
    return two(build, drafted(WHEN).replace(f"      - {{{LAMP}}}\n", ""))


def test_no_contradiction_is_said_of_what_was_compared_alone(calm: Lookup) -> None:
    front, page = home.view(calm), disputes.view(calm)
    assert (front.agree, front.scope) == ("No contradiction was found in what was compared.", CALM)
    assert page.standfirst.startswith("No contradiction was found in what was compared.")
    assert page.scope == CALM
    matrix = sources_index.view(calm).matrix
    assert matrix is not None
    assert matrix.scope == CALM


def test_a_report_tells_how_many_of_its_dated_sentences_are_in_no_event(calm: Lookup) -> None:
    said = "One dated sentence of this report is in no event here, and was not compared."
    assert (article.view(calm, "tide").waiting, article.view(calm, "gazette").waiting) == (said, "")
    (row,) = disputes.view(calm).waiting
    assert (row.source.text, row.source.address, row.count) == (
        "The Evening Tide, 5 March 2031", "/sources/tide/", "1 dated sentence",
    )  # fmt: skip


@pytest.mark.parametrize(
    "row",
    [
        'draft: true, quote: "The lamp on the bank had been out, says Ms Harbour"',  # it gives no date
        'draft: true, date: 2031-03, quote: "In February a ferry struck a bank"',  # another claim shows these words
        'draft: true, orphan: true, date: 2031-01, quote: "The lamp was green"',  # the report says it no longer
    ],
)
def test_a_sentence_that_a_reader_would_not_miss_is_not_counted(build: Build, row: str) -> None:
    look = two(build, drafted(row).replace(f"      - {{{LAMP}}}\n", ""))
    assert article.view(look, "tide").waiting == ""
    assert disputes.view(look).waiting == ()


def test_an_event_says_what_its_status_rests_on(calm: Lookup) -> None:
    assert (
        "Only the dates and figures of the claims below were compared" in event.view(calm, "ferry-aground").standfirst
    )
    alone = "One report tells of it. Others may tell of it in sentences that were not recognised."
    assert event.view(calm, "inquiry-opens").standfirst == alone


def test_of_one_report_nothing_is_said_to_be_compared(build: Build) -> None:
    events = {id: EVENTS[id].replace("disputed", "unverified") for id in ("ferry-aground", "inquiry-opens")}
    look = build(articles={"gazette": NEWSPAPER}, events=events, entities=ENTITIES)
    assert (home.view(look).scope, disputes.view(look).scope, disputes.view(look).waiting) == ("", "", ())
