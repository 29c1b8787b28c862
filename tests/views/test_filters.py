from __future__ import annotations

from generator.views import chronology, filters
from generator.views.lookup import Lookup
from tests.views.ferry import Build
from tests.views.test_chronology import one_source


def test_an_event_answers_to_its_names_sources_and_days(ferry: Lookup) -> None:
    of = filters.facets(ferry.events["ferry-aground"])
    assert (of.who, of.sources) == ("sea-line varno", "gazette tide")
    assert (of.first, of.last) == ("2031-03-03", "2031-03-03")
    undated = filters.facets(ferry.events["lamp-out"])
    assert (undated.first, undated.last) == ("", "")


def test_what_has_no_end_reaches_as_far_as_any_span(build: Build) -> None:
    look = build(**one_source({"since": "2029-05-02/..", "until": "../2029-05", "month": "2030-02"}))
    spans = {id: (f.first, f.last) for id in look.events for f in [filters.facets(look.events[id])]}
    assert spans["since"] == ("2029-05-02", "9999-12-31")
    assert spans["until"] == ("0001-01-01", "2029-05-31")
    assert spans["month"] == ("2030-02-01", "2030-02-28")


def test_the_lists_offer_only_what_leaves_an_event_and_say_how_many(ferry: Lookup) -> None:
    offered = chronology.view(ferry).filters
    assert offered is not None
    picks = {p.name: [(g.label, o.label, o.count) for g in p.groups for o in g.options] for p in offered.picks}
    assert picks["entity"] == [
        ("People", "Lena Harbour", 1),
        ("Organisations", "Sea Line", 2),
        ("Places", "Varno", 1),
    ]
    assert [(label, n) for _, label, n in picks["source"]] == [
        ("Coastal Gazette, 4 March 2031", 2),
        ("The Evening Tide, 5 March 2031", 2),
    ]
    assert "kind" not in picks  # no claim says of what kind it is
    assert (offered.first, offered.last) == ("2031-03-03", "2031-04-01")


def test_one_event_needs_no_filter(build: Build) -> None:
    assert chronology.view(build(**one_source({"a": "2030"}))).filters is None
