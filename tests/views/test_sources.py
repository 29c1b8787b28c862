from __future__ import annotations

from generator.views import first_reports, sources_index
from generator.views.lookup import Lookup
from generator.views.sources import newest
from tests.views.ferry import Build


def article(front: str, body: str = "It rained.") -> str:
    return f"---\ntitle: Rain over Varno\nsource: {{seed: a, sha256: a}}\n{front}\n---\n{body}\n"


def label(look: Lookup, id: str) -> str:
    return look.sources[id].running


def test_a_source_is_called_by_what_is_known_of_it(build: Build) -> None:
    inferred = "published_inferred: {date: 2031-03-09/2031-03-15, reason: it speaks of Sunday}"
    look = build(
        articles={
            "both": "---\ntitle: A\ndate: 2031-03-04\nsource: {seed: a, sha256: a, publisher: Gazette}\n---\nText\n",
            "day": article("date: 2031-03-05"),
            "inferred": article(inferred),
            "house": "---\ntitle: B\nsource: {seed: a, sha256: a, publisher: Tide}\n---\nText\n",
            "nothing": article("title_by: converter"),
        }
    )
    assert {id: label(look, id) for id in look.sources} == {
        "both": "Gazette, 4 March 2031",
        "day": "the report of 5 March 2031",
        "inferred": "a report of mid-March 2031 (date inferred)",
        "house": "Tide, undated",
        "nothing": "an undated report (Rain over Varno)",
    }
    assert look.sources["inferred"].basis == "inferred: it speaks of Sunday"
    assert look.sources["day"].heading == "Report of 5 March 2031"


def test_sources_stand_in_the_order_of_publication(build: Build) -> None:
    look = build(articles={"b": article("date: 2031-03-04"), "a": article("date: 2031-03-05"), "c": article("")})
    assert list(look.sources) == ["b", "a", "c"]


def test_two_sources_of_one_day_are_told_apart_by_their_titles(build: Build) -> None:
    other = article("date: 2031-03-04").replace("Rain over Varno", "A storm")
    look = build(articles={"one": article("date: 2031-03-04"), "two": other})
    assert [s.label for s in look.sources.values()] == [
        "report of 4 March 2031 (Rain over Varno)",
        "report of 4 March 2031 (A storm)",
    ]


def test_the_index_counts_what_only_one_source_says(ferry: Lookup) -> None:
    rows = {row.id: row for part in sources_index.view(ferry).parts for row in part.rows}
    assert (rows["gazette"].claims, rows["gazette"].only_here) == (2, 1)
    assert (rows["tide"].claims, rows["tide"].only_here) == (2, 1)
    assert rows["tide"].credits == "the coastguard"


def test_the_matrix_says_who_gives_which_date(ferry: Lookup) -> None:
    matrix = sources_index.view(ferry).matrix
    assert matrix is not None
    assert [h.publisher for h in matrix.heads] == ["Coastal Gazette", "The Evening Tide"]
    cells = {row.title: [(c.kind, c.said) for c in row.cells] for row in matrix.rows}
    assert cells["A ferry runs aground off Varno"] == [
        ("dated", "3 March 2031"),
        ("rival", "another date: February 2031"),
    ]
    assert cells["The lamp on the bank is out"] == [("", "no claim found"), ("undated", "yes, without a date")]


def test_more_sources_than_columns_stand_in_the_rows_of_what_they_report(build: Build) -> None:
    claim = "events: [{id: rain, quote: It rained}]"
    articles = {f"a{n}": article(f"date: 2031-03-{n:02}" + f"\n{claim}" * (n < 3)) for n in range(1, 10)}
    look = build(articles=articles, events={"rain": "---\ntitle: It rains\nstatus: undisputed\n---\n"})
    matrix = sources_index.view(look).matrix
    assert matrix is not None
    assert matrix.heads == ()
    assert [(c.source, c.kind) for c in matrix.rows[0].cells] == [
        ("Report of 1 March 2031", "undated"),
        ("Report of 2 March 2031", "undated"),
    ]


def test_copied_passages_are_named_once_for_each_pair(build: Build) -> None:
    claim = "events: [{id: rain, quote: It rained, shared_with: [%s]}]"
    look = build(
        articles={
            "one": article(f"date: 2031-03-04\n{claim % 'two'}"),
            "two": article(f"date: 2031-03-05\n{claim % 'one'}"),
        },
        events={"rain": "---\ntitle: It rains\nstatus: unverified\n---\n"},
    )
    (copy,) = sources_index.view(look).copies
    assert (copy.one.text, copy.passages, copy.other.text) == (
        "The report of 4 March 2031",
        "one passage",
        "the report of 5 March 2031",
    )
    assert look.events["rain"].status.text == "Unverified: two reports that count as one"


def test_nothing_is_said_of_no_source(build: Build) -> None:
    view = sources_index.view(build())
    assert view.parts == ()
    assert view.standfirst == "There are no sources yet."


def test_a_report_whose_day_was_inferred_stands_where_it_was_surely_out(build: Build) -> None:
    """Out between the 11th and the 17th, it is not shown to be older than the report of the 16th."""
    claim = "events: [{id: rain, quote: It rained}]"
    inferred = "published_inferred: {date: 2031-07-11/2031-07-17, reason: it says next week}"
    look = build(
        articles={
            "a": article(f"{inferred}\n{claim}"),
            "b": article(f"date: 2031-07-16\n{claim}"),
            "c": article(claim),
        },
        events={"rain": "---\ntitle: It rains\nstatus: undisputed\n---\n"},
    )
    assert [*look.sources] == ["b", "a", "c"]
    first, second, last = first_reports.view(look).reports
    assert [e.id for e in first.events] == ["rain"]
    assert (first.placed, second.events) == ("", ())
    assert "it was out by 17 July 2031" in second.placed
    assert last.placed.startswith("It has no date at all and stands last")


def test_the_newest_source_is_not_said_to_be_of_a_day_that_nobody_prints(build: Build) -> None:
    inferred = "published_inferred: {date: 2031-07-01/2031-07-31, reason: it speaks of July}"
    look = build(articles={"a": article(inferred), "b": article("date: 2031-07-16")})
    assert newest(look.briefing) == "July 2031"
