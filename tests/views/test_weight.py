"""Which events the home page calls the weightiest."""

from __future__ import annotations

from collections.abc import Mapping

from generator.views import weight
from generator.views.lookup import Lookup
from tests.views.ferry import Build

TITLES = {"storm": "2030-05-01", "vote": "2030-05-02", "march": "2030-05-03"}


def briefing(build: Build, articles: Mapping[str, tuple[str, Mapping[str, str]]], who: str = "") -> Lookup:
    """Articles as id -> (day of publication, event -> the date that it gives)."""
    pages = {}
    for id, (published, claims) in articles.items():
        rows = "".join(f'  - {{id: {event}, date: "{date}", quote: It rained}}\n' for event, date in claims.items())
        names = f"entities:\n  - {{id: {who}, names: [Ann Lee]}}\n" if who else ""
        pages[id] = (
            f"---\ntitle: {id}\ndate: {published}\nsource: {{seed: {id}, sha256: {id}, publisher: {id}}}\n{names}"
            f"events:\n{rows}---\nIt rained on Ann Lee.\n"
        )
    used = [event for _, claims in articles.values() for event in claims]
    status = {event: "undisputed" if used.count(event) > 1 else "unverified" for event in used}
    taking_part = f"entities: [{who}]\n" if who else ""
    events = {
        id: f'---\ntitle: {id}\ndate: "{TITLES[id]}"\nstatus: {status[id]}\n{taking_part if id == "vote" else ""}---\n'
        for id in sorted(status)
    }
    entities = {who: "---\nname: Ann Lee\ntype: person\n---\n"} if who else {}
    return build(articles=pages, events=events, entities=entities)


def heaviest(look: Lookup) -> list[str]:
    return [facts.id for facts in weight.heaviest(look, look.events.values(), 9)]


def test_more_independent_reports_weigh_more(build: Build) -> None:
    told = {"storm": "2030-05-01"}
    both = told | {"vote": "2030-05-02"}
    look = briefing(build, {"a": ("2030-05-03", told), "b": ("2030-05-03", told), "c": ("2030-05-03", both)})
    assert heaviest(look) == ["storm", "vote"]


def test_a_day_that_later_texts_come_back_to_weighs_more(build: Build) -> None:
    both = {"storm": "2030-05-01", "vote": "2030-05-02"}
    later = {"vote": "2030-05-02"}
    # As many independent reports each: two of the week, and one more that tells of the storm within the week.
    look = briefing(
        build,
        {
            "a": ("2030-05-03", both),
            "b": ("2030-05-03", both),
            "c": ("2030-05-04", {"storm": "2030-05-01"}),
            "d": ("2031-01-01", later),
        },
    )
    assert heaviest(look) == ["vote", "storm"]


def test_with_all_else_equal_the_event_of_those_who_are_named_most_goes_first(build: Build) -> None:
    both = {"storm": "2030-05-01", "vote": "2030-05-02"}
    look = briefing(build, {"a": ("2030-05-03", both), "b": ("2030-05-03", both)}, who="ann-lee")
    assert heaviest(look) == ["vote", "storm"]
