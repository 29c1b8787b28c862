from __future__ import annotations

from generator.views import chronology, disputes, event, first_reports, key_events
from generator.views.lookup import Lookup
from tests.views.ferry import Build


def one_source(dates: dict[str, str]) -> dict[str, dict[str, str]]:
    """Events of one source that gives these dates."""
    claims = "".join(f'  - {{id: {id}, date: "{date}", quote: It rained}}\n' for id, date in dates.items())
    article = f"---\ntitle: Rain\ndate: 2031-06-30\nsource: {{seed: a, sha256: a}}\nevents:\n{claims}---\nIt rained.\n"
    events = {id: f'---\ntitle: {id}\ndate: "{date}"\nstatus: unverified\n---\n' for id, date in dates.items()}
    return {"articles": {"rain": article}, "events": events}


def outline(look: Lookup) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    return [(g.name, [(m.name, [e.id for e in m.entries]) for m in g.months]) for g in chronology.view(look).groups]


def test_years_and_months_hold_the_events_oldest_first(build: Build) -> None:
    dates = {
        "whole-year": "2030",
        "day": "2030-06-20",
        "summer": "2030-22",
        "january": "2030-01",
        "until": "../2029-05",
        "years": "2028/2030",
        "since": "2029-05-02/..",
    }
    assert outline(build(**one_source(dates))) == [
        ("2028", [("", ["years"])]),
        ("2029", [("May", ["since", "until"])]),
        ("2030", [("", ["whole-year"]), ("January", ["january"]), ("June", ["summer", "day"])]),
    ]


def test_events_of_one_day_stand_in_the_order_in_which_articles_tell_them(build: Build) -> None:
    dates = {"storm": "2030-06-20", "alarm": "2030-06-20", "rescue": "2030-06-20", "eve": "2030-06-19"}
    content = one_source(dates)
    row = '  - {id: rescue, date: "2030-06-20", quote: It rained}\n'
    head, _, body = content["articles"]["rain"].partition("events:\n")
    content["articles"]["rain"] = f"{head}events:\n{body.replace(row, '')}"
    content["articles"]["dawn"] = f"{head.replace('06-30', '06-29')}events:\n{row}---\nIt rained.\n"
    look = build(**content)
    assert outline(look) == [("2030", [("June", ["eve", "rescue", "storm", "alarm"])])]
    assert look.in_time == ("eve", "rescue", "storm", "alarm")


def test_no_month_stands_twice_in_a_year(build: Build) -> None:
    dates = {"a": "2030-06", "b": "2030-22", "c": "2030-06-20", "d": "2030-40", "e": "2030-01-01", "f": "2030"}
    (year,) = chronology.view(build(**one_source(dates))).groups
    names = [m.name for m in year.months]
    assert len(names) == len(set(names))


def test_what_is_planned_or_has_no_date_stands_apart(ferry: Lookup) -> None:
    assert outline(ferry) == [
        ("2031", [("March", ["ferry-aground"])]),
        ("No date", [("", ["lamp-out"])]),
        ("Planned", [("", ["inquiry-opens"])]),
    ]


def test_every_event_stands_once(ferry: Lookup) -> None:
    shown = [e.id for g in chronology.view(ferry).groups for m in g.months for e in m.entries]
    assert sorted(shown) == sorted(ferry.briefing.events)


def test_an_entry_leaves_out_the_year_that_heads_it(ferry: Lookup) -> None:
    entry = chronology.view(ferry).groups[0].months[0].entries[0]
    assert (entry.date.text, entry.printed_year) == ("3 March", "2031")
    assert [link.text for link in entry.who] == ["Sea Line"]
    assert entry.where is not None
    assert entry.where.text == "Varno"


def test_both_sides_of_a_dispute_stand_open(ferry: Lookup) -> None:
    entry = chronology.view(ferry).groups[0].months[0].entries[0]
    (difference,) = entry.differences
    assert [(r.title.text, r.rival, r.claims[0].source.id) for r in difference.readings] == [
        ("3 March 2031", False, "gazette"),
        ("February 2031", True, "tide"),
    ]
    assert entry.claim is None
    assert entry.more == ()


def test_the_filter_counts_each_status(ferry: Lookup) -> None:
    choices = [(c.kind, c.label, c.count) for c in chronology.view(ferry).choices]
    assert choices == [
        ("", "All", 3),
        ("unverified", "Unverified", 1),
        ("disputed", "Disputed", 1),
        ("planned", "Planned", 1),
    ]


def test_without_events_the_page_says_so(build: Build) -> None:
    view = chronology.view(build())
    assert view.groups == ()
    assert view.wide is None
    assert view.standfirst == "There are no events yet."


def test_statuses_are_said_in_words(ferry: Lookup) -> None:
    assert {id: facts.status.text for id, facts in ferry.events.items()} == {
        "ferry-aground": "Disputed: one independent report against one",
        "inquiry-opens": "Planned: announced by one report alone",
        "lamp-out": "Unverified: found in one report alone",
    }


def test_a_dispute_says_who_says_what(ferry: Lookup) -> None:
    (dispute,) = disputes.view(ferry).disputes
    assert dispute.summary == "3 March 2031, says one report; February 2031, says one report."
    assert dispute.points[0].follows.text == "3 March 2031"
    assert dispute.kind == "Date"


def figures(one: int, other: int, third: int) -> dict[str, dict[str, str]]:
    def article(number: int, publisher: str) -> str:
        return (
            f"---\ntitle: Ship\ndate: 2031-03-04\nsource: {{seed: a, sha256: a, publisher: {publisher}}}\n"
            f"events: [{{id: ship, quote: It sailed, figures: [{{what: people, value: {number}}}]}}]\n---\nIt sailed.\n"
        )

    articles = {"a": article(one, "A"), "b": article(other, "B"), "c": article(third, "C")}
    return {"articles": articles, "events": {"ship": "---\ntitle: A ship sails\nstatus: disputed\n---\n"}}


def test_figures_that_differ_stand_side_by_side(build: Build) -> None:
    (dispute,) = disputes.view(build(**figures(1210, 1210, 900))).disputes
    (difference,) = (p.difference for p in dispute.points if p.difference)
    assert [(r.title.text, r.independent, r.rival) for r in difference.readings] == [
        ("1,210 people", 2, False),
        ("900 people", 1, True),
    ]
    assert dispute.kind == "Figures"
    assert dispute.status.text == "Disputed: reports give different figures"
    assert not dispute.points[0].follows


def test_a_figure_has_its_own_unit_where_another_of_the_same_number_stands_before_it(build: Build) -> None:
    pages = figures(30, 30, 9)
    first = "figures: [{what: stake, value: 30, unit: '%'}, {what: people, value: 30}]"
    pages["articles"]["a"] = pages["articles"]["a"].replace("figures: [{what: people, value: 30}]", first)
    (dispute,) = disputes.view(build(**pages)).disputes
    (difference,) = (p.difference for p in dispute.points if p.difference)
    assert [r.title.text for r in difference.readings] == ["30 people", "9 people"]


def test_of_figures_with_equal_support_none_is_followed(build: Build) -> None:
    (dispute,) = disputes.view(build(**figures(3, 2, 1))).disputes
    (point,) = dispute.points
    assert point.difference
    assert [r.rival for r in point.difference.readings] == [True, True, True]


def test_a_month_is_not_said_to_be_the_day_that_it_holds(build: Build) -> None:
    def article(date: str, publisher: str) -> str:
        return (
            f"---\ntitle: Ship\ndate: 2031-04-04\nsource: {{seed: a, sha256: a, publisher: {publisher}}}\n"
            f"events: [{{id: ship, quote: It sailed, date: '{date}', when: then}}]\n---\nIt sailed.\n"
        )

    articles = {
        "a": article("2031-03-04", "A"),
        "b": article("2031-03", "B"),
        "c": article("2031-03", "C"),
        "d": article("2031-02", "D"),
    }
    events = {"ship": "---\ntitle: A ship sails\ndate: 2031-03-04\nstatus: disputed\n---\n"}
    (dispute,) = disputes.view(build(articles=articles, events=events)).disputes
    assert (
        dispute.summary == "4 March 2031, says one report, and two less exact allow it; February 2031, says one report."
    )


def test_no_dispute_is_said_in_words(build: Build) -> None:
    assert disputes.view(build()).standfirst == "There are no reports to compare yet."
    one = one_source({"shower": "2030-05"})
    assert disputes.view(build(**one)).standfirst == "There is only one report, and nothing to compare it with."
    second = "---\ntitle: More\ndate: 2031-07-01\nsource: {seed: b, sha256: b}\n---\nIt snowed.\n"
    two = {**one, "articles": {**one["articles"], "more": second}}
    assert disputes.view(build(**two)).standfirst.startswith("No contradiction was found in what was compared.")


def test_events_stand_under_the_source_that_first_reports_them(ferry: Lookup) -> None:
    gazette, tide = first_reports.view(ferry).reports
    assert [e.id for e in gazette.events] == ["ferry-aground", "inquiry-opens"]
    assert [e.id for e in tide.events] == ["lamp-out"]
    assert (gazette.known, gazette.repeats) == ("Events known by then: two.", "")
    assert (tide.known, tide.repeats) == (
        "Events known by then: three.",
        "It repeats one event from earlier reports.",
    )


def test_marks_of_the_chronology_lead_to_its_entries(ferry: Lookup) -> None:
    wide = chronology.view(ferry).wide
    assert wide is not None
    assert {m.address for m in wide.marks} == {
        "/chronology/#event-ferry-aground",
        "/chronology/#event-inquiry-opens",
    }


def test_what_editors_hold_disputed_shows_its_claims(build: Build) -> None:
    pages = one_source({"shower": "2030-05"})
    held = pages["events"]["shower"].replace("unverified", "disputed\nbecause: The gauge was broken.")
    look = build(articles=pages["articles"], events={"shower": held})
    (dispute,) = disputes.view(look).disputes
    assert (dispute.kind, dispute.points[0].because) == ("Editors’ judgement", "The gauge was broken.")
    assert [c.words for c in dispute.claims] == ["It rained."]
    assert dispute.status.text == "Disputed: the editors’ judgement"


def test_an_event_that_an_editor_entered_says_that_no_report_tells_of_it(build: Build) -> None:
    page = '---\ntitle: A quiet day\ndate: "2030-05-02"\nstatus: unverified\nreviewed: 2030-06-01\n---\n'
    look = build(events={"quiet": page})
    (group,) = chronology.view(look).groups
    assert group.months[0].entries[0].claim is None
    assert look.events["quiet"].status.text == "Unverified: no report here tells of it"


def test_a_long_chronology_has_a_page_for_each_year(build: Build) -> None:
    dates = {f"event-{n}": f"{2028 + n % 3}-{n % 12 + 1:02}" for n in range(chronology.ON_ONE_PAGE + 1)}
    look = build(**one_source(dates))
    whole = chronology.view(look)
    assert whole.groups == ()
    assert [(p.page.name, p.page.address, p.page.count) for p in whole.pages] == [
        ("2028", "/chronology/2028/", "67 events"),
        ("2029", "/chronology/2029/", "67 events"),
        ("2030", "/chronology/2030/", "67 events"),
    ]
    pages = {address: make() for address, make in chronology.year_pages(look)}
    shown = {
        f"{address}#event-{entry.id}"
        for address, page in pages.items()
        for month in page.group.months
        for entry in month.entries
    }
    assert len(shown) == len(dates)
    assert sum(len(p.lines) for p in whole.pages) == len(dates)
    # Every mark of the drawing, and every event's own page, leads to an entry that is there.
    assert whole.wide is not None
    assert {m.address for m in whole.wide.marks} <= shown
    assert {event.view(look, id).in_chronology for id in dates} == shown


def test_every_year_has_a_page_also_where_one_page_holds_all(ferry: Lookup) -> None:
    assert [address for address, _ in chronology.year_pages(ferry)] == [
        "/chronology/2031/",
        "/chronology/undated/",
        "/chronology/planned/",
    ]
    assert chronology.view(ferry).pages == ()


def test_a_chronology_of_one_year_has_no_page_beside_it(build: Build) -> None:
    assert chronology.year_pages(build(**one_source({"a": "2030-01", "b": "2030-02"}))) == []


def test_of_equally_reported_events_some_from_all_of_the_time_are_chosen(build: Build) -> None:
    dates = {f"e{n:02}": f"20{n + 1:02}" for n in range(30)}
    pages = one_source(dates)
    other = pages["articles"]["rain"].replace("seed: a, sha256: a", "seed: b, sha256: b, publisher: Other Paper")
    look = build(
        articles={"rain": pages["articles"]["rain"], "other": other.replace("It rained.", "It rained. Elsewhere too.")},
        events={id: text.replace("unverified", "undisputed") for id, text in pages["events"].items()},
    )
    assert [f.id for f in key_events.key_events(look)] == ["e02", "e07", "e12", "e17", "e22", "e27"]


def test_the_last_day_of_a_plan_is_no_day_on_which_it_happens(build: Build) -> None:
    def planned(when: str) -> str:
        look = build(
            articles={
                "a": "---\ntitle: T\ndate: 2031-03-04\nsource: {seed: a, sha256: a}\nevents:\n"
                f"  - {{id: new-bank, date: 2032-23, when: {when}, quote: The bank is to be mended {when}}}\n---\n"
                f"The bank is to be mended {when}.\n"
            },
            events={"new-bank": "---\ntitle: The bank to be mended\ndate: 2032-23\nstatus: unverified\n---\n"},
        )
        (group,) = chronology.view(look).groups
        return group.months[0].entries[0].date.text

    assert planned("by the autumn of 2032") == "by autumn 2032"
    assert planned("in the autumn of 2032") == "autumn 2032"
