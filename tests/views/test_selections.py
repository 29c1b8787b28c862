"""The pages that part the events otherwise than by time: by kind, and what rests on one report."""

from __future__ import annotations

from generator.views import article, by_kind, chronology, home, one_report
from generator.views.lookup import Lookup
from tests.views.ferry import Build


def kinds(build: Build, *of: str) -> Lookup:
    """An event for each of the kinds, "" for none, told by one report; kinds joined by + are those of two claims."""
    rows, events, body = "", {}, ""
    for n, both in enumerate(of):
        for m, kind in enumerate(both.split("+")):
            said = f"Of the matter {n} and {m}"
            rows += f"  - {{id: e{n:03}, quote: {said}" + (f", kind: {kind}" if kind else "") + "}\n"
            body += f"{said}. "
        events[f"e{n:03}"] = f"---\ntitle: Matter {n}\nstatus: unverified\n---\n"
    head = "---\ntitle: T\ndate: 2031-03-10\nsource: {seed: s, sha256: s}\nevents:\n"
    return build(articles={"a": f"{head}{rows}---\n{body}\n"}, events=events)


def test_the_events_of_a_kind_stand_together_and_are_counted(build: Build) -> None:
    look = kinds(build, "visit", "meeting", "visit+meeting", "", "crane dance", "meeting")
    page = by_kind.view(look)
    assert page is not None
    assert [(g.name, g.count, [e.line.title for e in g.events]) for g in page.groups] == [
        ("Meeting", "Three events", ["Matter 1", "Matter 2", "Matter 5"]),
        ("Visit", "Two events", ["Matter 0", "Matter 2"]),
        ("Crane dance", "One event", ["Matter 4"]),
        ("Of no named kind", "One event", ["Matter 3"]),
    ]
    assert "/chronology/kinds/" in [j.address for j in chronology.view(look).instead]


def test_one_kind_needs_no_page(build: Build) -> None:
    look = kinds(build, "visit", "visit", "")
    assert by_kind.view(look) is None
    assert "/chronology/kinds/" not in [j.address for j in chronology.view(look).instead]


def test_of_very_many_events_of_a_kind_some_stand_in_the_chronology_alone(build: Build) -> None:
    page = by_kind.view(kinds(build, *["visit"] * 70, "meeting"))
    assert page is not None
    assert [(len(g.events), g.more) for g in page.groups] == [(60, "Ten more stand in the chronology."), (1, "")]


def test_what_rests_on_one_report_stands_under_it_with_its_words(ferry: Lookup) -> None:
    page = one_report.view(ferry)
    assert page is not None
    assert page.standfirst.startswith("Two of three events were found in one report alone.")
    assert [(r.source.id, r.count, [(e.id, e.claim and e.claim.words) for e in r.events]) for r in page.tellers] == [
        ("gazette", "1 event", [("inquiry-opens", "An inquiry is to open on 1 April.")]),
        ("tide", "1 event", [("lamp-out", "The lamp on the bank had been out, says Ms Harbour.")]),
    ]
    assert ("Two were found in one report alone.", "/chronology/one-report/") in [
        (f.text, f.address) for f in home.view(ferry).facts
    ]


def test_a_report_leads_to_what_it_alone_tells(ferry: Lookup) -> None:
    page = article.view(ferry, "tide")
    assert (page.only_label, [e.id for e in page.only_here]) == ("Only in this report: one event", ["lamp-out"])
    assert page.running == "Our digest of The Evening Tide, 5 March 2031"
    assert page.running_title == "Every soul saved"


def test_a_report_that_is_called_by_its_title_has_it_above_its_text_once(build: Build) -> None:
    text = "---\ntitle: A song of the bank\nsource: {seed: s, sha256: s}\n---\nIt rained.\n"
    page = article.view(build(articles={"a": text}), "a")
    assert (page.running, page.running_title) == ("Undated report (A song of the bank)", "")


def test_above_a_digest_stands_that_it_is_ours(build: Build) -> None:
    text = "---\ntitle: T\ndate: 2031-03-10\nwording: paraphrase\nsource: {seed: s, sha256: s}\n---\nIt rained.\n"
    assert article.view(build(articles={"a": text}), "a").running == "Our digest of the report of 10 March 2031"


def test_where_there_is_one_report_all_rests_on_it(build: Build) -> None:
    look = kinds(build, "visit", "meeting")
    assert one_report.view(look) is None
    assert not any("one-report" in f.address for f in home.view(look).facts)


def test_what_is_planned_is_counted_on_the_first_page(ferry: Lookup) -> None:
    assert ("One is planned.", "/chronology/#planned") in [(f.text, f.address) for f in home.view(ferry).facts]
