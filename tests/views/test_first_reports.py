"""The second order: what was known by when, and from whom."""

from __future__ import annotations

from generator.views import first_reports
from generator.views.lookup import Lookup


def test_what_was_known_by_when_and_what_a_later_source_says_otherwise(ferry: Lookup) -> None:
    page = first_reports.view(ferry)
    assert [(s.label, s.known) for s in page.steps] == [
        ("4 March 2031", "two events"),
        ("5 March 2031", "three events"),
    ]
    assert [e.id for e in page.reports[1].otherwise] == ["ferry-aground"]
    assert page.reports[0].otherwise == ()
