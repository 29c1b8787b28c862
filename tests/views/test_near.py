"""Which events a page names beside its own: near in time, with shared actors; never so many that it says nothing."""

from __future__ import annotations

from generator.views import event
from generator.views.lookup import Lookup
from tests.views.ferry import Build

PLACES = {
    "varland": "---\nname: Varland\ntype: place\ncountry: MA\n---\n",
    "varno": "---\nname: Varno\ntype: place\ncountry: MA\n---\n",
    "osland": "---\nname: Osland\ntype: place\ncountry: IL\n---\n",
    "guard": "---\nname: Guard\ntype: organization\n---\n",
}


def made(build: Build, **events: tuple[str, str]) -> Lookup:
    """Events of these (date, entities parted by spaces), each told by one report."""
    pages = {
        id: f"---\ntitle: {id}\ndate: '{date}'\nstatus: unverified\nentities: [{', '.join(who.split())}]\n---\n"
        for id, (date, who) in events.items()
    }
    rows = "".join(f"  - {{id: {id}, date: '{date}', quote: It rained}}\n" for id, (date, _) in events.items())
    article = f"---\ntitle: T\ndate: 2031-06-01\nsource: {{seed: a, sha256: a}}\nevents:\n{rows}---\nIt rained.\n"
    return build(articles={"a": article}, events=pages, entities=PLACES)


def beside(look: Lookup, id: str) -> list[str]:
    return [line.id for line in event.view(look, id).near]


def test_two_tellings_of_one_month_lead_to_each_other(build: Build) -> None:
    look = made(build, drill=("2031-05", "varland guard"), watched=("2031-05", "varland"), later=("2031-09", "varland"))
    assert beside(look, "drill") == ["watched"]
    assert beside(look, "watched") == ["drill"]
    assert beside(look, "later") == []


def test_a_capital_stands_for_its_country(build: Build) -> None:
    look = made(build, ties=("2030", "varland osland"), pact=("2030-12", "varno osland"))
    assert beside(look, "pact") == ["ties"]


def test_a_year_alone_with_one_actor_is_not_near(build: Build) -> None:
    assert beside(made(build, ties=("2030", "varland osland"), storm=("2030-12", "varland")), "storm") == []


def test_days_that_follow_each_other_are_near_and_weeks_are_not(build: Build) -> None:
    look = made(build, one=("2031-03-31", "guard"), two=("2031-04-02", "guard"), three=("2031-04-20", "guard"))
    assert beside(look, "one") == ["two"]
    assert beside(look, "three") == []


def test_who_is_everywhere_makes_no_neighbours(build: Build) -> None:
    crowd = {f"e{n}": ("2031-05", "guard") for n in range(60)}
    look = made(build, **crowd)
    assert beside(look, "e0") == []


def test_at_most_three_are_named(build: Build) -> None:
    look = made(build, **{f"e{n}": ("2031-05", "guard") for n in range(9)})
    assert len(beside(look, "e0")) == 3
