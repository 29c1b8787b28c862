"""What is said where there is nothing, or not yet: never that reports agree where none, or not all, are shown."""

from __future__ import annotations

from pathlib import Path

from generator import briefing, store
from generator.views import article, chronology, disputes, home, lookup
from generator.views.lookup import Lookup
from tests.views.ferry import DIGEST, ENTITIES, EVENTS, NEWSPAPER, Build, make


def withheld(folder: Path, events: dict[str, str]) -> Lookup:
    (folder / "briefing.yaml").write_text("name: Ferries\nunreviewed: withhold\n", encoding="utf-8")
    return lookup.of(make(folder, articles={"gazette": NEWSPAPER, "tide": DIGEST}, events=events, entities=ENTITIES))


def test_withheld_pages_are_counted_and_nothing_is_said_of_them(tmp_path: Path) -> None:
    agreed = EVENTS["ferry-aground"].replace("    reviewed: 2031-03-09\n", "")
    checked = EVENTS["inquiry-opens"].replace("entities:", "reviewed: 2031-04-02\n    entities:")
    look = withheld(tmp_path, {**EVENTS, "ferry-aground": agreed, "inquiry-opens": checked})
    assert [*look.events] == ["inquiry-opens"]
    page = home.view(look)
    assert page.review == "Five pages that no editor has checked yet are not shown."
    assert [f.text for f in page.facts][1] == "No dispute is open among the events shown."
    assert page.agree == "Among the events that editors have checked, no report contradicts another."
    assert disputes.view(look).standfirst == page.agree
    assert chronology.view(look).unchecked == "Two events that no editor has checked yet are not shown."
    # Both of its events are withheld: that is no reason to say that it has no claims.
    assert article.view(look, "tide").no_claims.startswith("No editor has checked an event that this report tells of")


def test_where_all_is_withheld_the_pages_say_so(tmp_path: Path) -> None:
    plain = {id: text.replace("    reviewed: 2031-03-09\n", "") for id, text in EVENTS.items()}
    look = withheld(tmp_path, plain)
    said = "No editor has checked an event yet, and only checked events are shown."
    assert home.view(look).missing == (said,)
    assert disputes.view(look).standfirst == said
    assert chronology.view(look).standfirst == said


def test_what_a_site_shows_anyway_is_not_called_withheld(ferry: Lookup) -> None:
    assert (ferry.briefing.withheld_events, ferry.briefing.withheld_entities) == (0, 0)


def test_reports_without_an_event_are_not_an_empty_briefing(build: Build) -> None:
    article = "---\ntitle: T\ndate: 2031-06-01\nsource: {seed: a, sha256: a}\n---\nIt rained.\n"
    page = home.view(build(articles={"a": article}))
    assert page.missing == ("The reports are here, but no events have been found in them yet.",)


def test_the_lead_of_the_home_page_leads_to_what_it_tells(build: Build) -> None:
    pages = {"home": "---\ntitle: Ferries\nsummary: A ferry [[ferry-aground|ran aground]], *twice*.\n---\n"}
    articles = {"gazette": NEWSPAPER, "tide": DIGEST}
    page = home.view(build(articles=articles, events=EVENTS, entities=ENTITIES, pages=pages))
    assert [(p.text, p.address) for p in page.standfirst] == [
        ("A ferry ", ""),
        ("ran aground", "/events/ferry-aground/"),
        (", *twice*.", ""),
    ]
    assert page.description.startswith("A ferry ran aground")


def test_a_lead_that_leads_nowhere_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    home_page = "---\ntitle: Ferries\nsummary: A ferry [[ferry-agound|ran aground]].\n---\nText.\n"
    (tmp_path / "pages" / "home.md").write_text(home_page, encoding="utf-8")
    _, problems = briefing.link(store.load(tmp_path))
    assert [(p.line, p.rule) for p in problems if "ferry-agound" in p.message] == [(3, "link")]
