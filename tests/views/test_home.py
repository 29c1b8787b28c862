"""The first page: what it counts, which events it chooses, and what it says when there is nothing."""

from __future__ import annotations

from generator.views import entities_index, home, notes, standing
from generator.views.lookup import Lookup
from tests.views.ferry import DIGEST, ENTITIES, EVENTS, NEWSPAPER, Build


def test_the_home_page_counts_in_words(ferry: Lookup) -> None:
    page = home.view(ferry)
    assert tuple(fact.text for fact in page.facts) == (
        "Three events from two reports.",
        "One dispute is open.",
        "Two were found in one report alone.",
        "One is planned.",
        "The newest source is of 5 March 2031.",
    )
    assert page.review == "An editor has checked one of six pages."
    assert [s.id for s in page.newest] == ["tide", "gazette"]
    assert page.columns[0].names[0].gloss == "harbour master"


def test_a_source_without_a_date_may_be_newer_than_the_newest_that_has_one(build: Build) -> None:
    undated = DIGEST.replace("    date: 2031-03-05\n", "")
    assert undated != DIGEST
    page = home.view(build(articles={"gazette": NEWSPAPER, "tide": undated}, events=EVENTS, entities=ENTITIES))
    assert page.facts[-1].text == "The newest source with a date is of 4 March 2031."


def test_editors_choose_the_key_events(build: Build) -> None:
    events = {**EVENTS, "lamp-out": EVENTS["lamp-out"].replace("status:", "key: true\n    status:")}
    look = build(articles={"gazette": NEWSPAPER, "tide": DIGEST}, events=events, entities=ENTITIES)
    page = home.view(look)
    assert page.key_heading == "Key events"
    assert [e.line.id for e in page.key_events] == ["lamp-out"]


def test_what_one_report_alone_tells_is_not_called_most_reported(ferry: Lookup) -> None:
    page = home.view(ferry)
    assert page.key_heading == "Most reported events"
    assert [e.line.id for e in page.key_events] == ["ferry-aground"]


def test_with_every_event_from_one_report_the_home_page_shows_the_latest(build: Build) -> None:
    told = {id: EVENTS[id].replace("disputed", "unverified") for id in ("ferry-aground", "inquiry-opens")}
    page = home.view(build(articles={"gazette": NEWSPAPER}, events=told, entities=ENTITIES))
    assert page.key_heading == "Latest events"
    assert [e.line.id for e in page.key_events] == ["ferry-aground"]


def test_an_empty_briefing_says_what_is_missing(build: Build) -> None:
    look = build()
    page = home.view(look)
    assert page.missing[0] == "This briefing is still empty."
    assert (page.facts, page.review) == ((), "")
    assert entities_index.view(look).standfirst == "There are no names yet."
    assert notes.index(look).standfirst == "The editors have not written any notes yet."
    assert len(standing.not_found(look).links) > 2
