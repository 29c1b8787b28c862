"""The second order: what was known by when, and from whom."""

from __future__ import annotations

from generator.views import first_reports
from generator.views.lookup import Lookup
from tests.views.ferry import Build


def test_what_was_known_by_when_and_what_a_later_source_says_otherwise(ferry: Lookup) -> None:
    page = first_reports.view(ferry)
    assert [(s.label, s.known) for s in page.steps] == [
        ("4 March 2031", "2 events"),
        ("5 March 2031", "3 events"),
    ]
    assert [e.id for e in page.reports[1].otherwise] == ["ferry-aground"]
    assert page.reports[0].otherwise == ()
    # Each with the date and the words that the report itself gave, whatever the event's page says today.
    (rival,) = page.reports[1].otherwise
    assert rival.date.text == "February 2031"
    assert rival.claim is not None
    assert (rival.claim.source.id, rival.claim.words) == ("tide", "In February a ferry struck a bank.")


def test_the_news_of_a_report_comes_before_what_it_announces_and_recalls(build: Build) -> None:
    told = {"2029-05-01": "founded", "2031-03": "strike", "2031-03-08": "fire", "2031-03-10": "vote", "": "song"}
    told |= {"2031-02-20": "storm", "2031-04-02": "feast", "2030/..": "drought"}
    rows = "".join(
        f"  - {{id: {id}, quote: Of the {id}" + (f', date: "{day}"' if day else "") + "}\n" for day, id in told.items()
    )
    body = " ".join(f"Of the {id}." for id in told.values())
    article = f"---\ntitle: T\ndate: 2031-03-10\nsource: {{seed: s, sha256: s}}\nevents:\n{rows}---\n{body}\n"
    events = {
        id: "---\ntitle: It\nstatus: unverified\n" + (f'date: "{day}"\n' if day else "") + "---\n"
        for day, id in told.items()
    }
    (report,) = first_reports.view(build(articles={"a": article}, events=events)).reports
    assert [(part.label, [e.id for e in part.events]) for part in report.parts] == [
        ("News", ["vote", "fire", "strike"]),
        ("Announced", ["feast"]),
        ("Earlier, or without a date", ["founded", "drought", "storm", "song"]),
    ]


def test_what_a_report_tells_of_one_time_needs_no_heading(ferry: Lookup) -> None:
    page = first_reports.view(ferry)
    assert [part.label for part in page.reports[1].parts] == [""]


def written(look_at: Build, days: list[str]) -> Lookup:
    """A source of each day ("" for none), each with an event that no other tells of."""
    articles, events = {}, {}
    for n, day in enumerate(days):
        articles[f"a{n:03}"] = (
            f"---\ntitle: T{n}\n" + (f"date: {day}\n" if day else "") + f"source: {{seed: s{n}, sha256: s{n}}}\n"
            f"events:\n  - {{id: e{n:03}, quote: It rained on the bank}}\n---\nIt rained on the bank.\n"
        )
        events[f"e{n:03}"] = f"---\ntitle: Rain {n}\nstatus: unverified\n---\n"
    return look_at(articles=articles, events=events)


def test_many_reports_stand_on_a_page_for_each_year(build: Build) -> None:
    days = [f"{2029 + n // 20}-{1 + n % 12:02}-10" for n in range(59)]
    look = written(build, [*days, ""])
    page = first_reports.view(look)
    assert (page.reports, page.steps) == ((), ())
    assert [(p.name, p.address, p.count, len(p.steps)) for p in page.periods] == [
        ("2029", "/chronology/reports/2029/", "20 reports", 12),
        ("2030", "/chronology/reports/2030/", "20 reports", 12),
        ("2031", "/chronology/reports/2031/", "19 reports", 12),
        ("Undated", "/chronology/reports/undated/", "1 report", 1),
    ]
    # By the end of January 2029 two reports were out, each with an event of its own.
    first = page.periods[0].steps[0]
    assert (first.label, first.known) == ("10 January 2029", "2 events")
    pages = first_reports.period_pages(look)
    assert [address for address, _ in pages] == [p.address for p in page.periods]
    assert sum(len(p.reports) for _, p in pages) == 60
    one = pages[1][1]
    assert (one.title, one.standfirst) == ("As it became known: 2030", "20 reports, oldest first. New events: 20.")
    assert first.address == f"/chronology/reports/2029/#{pages[0][1].reports[1].id}"
    assert (one.before, one.after) == (page.periods[0], page.periods[2])


def test_a_very_full_year_is_parted_by_months(build: Build) -> None:
    days = [f"2031-{1 + n % 3:02}-{1 + n % 28:02}" for n in range(101)] + ["2032-01-01"]
    pages = first_reports.period_pages(written(build, days))
    assert [address for address, _ in pages] == [
        f"/chronology/reports/{key}/" for key in ("2031-01", "2031-02", "2031-03", "2032")
    ]
    assert pages[0][1].title == "As it became known: January 2031"


def test_few_reports_stand_on_one_page(ferry: Lookup) -> None:
    page = first_reports.view(ferry)
    assert ([r.id for r in page.reports], page.periods) == (["gazette", "tide"], ())
    assert first_reports.period_pages(ferry) == []
