"""What a calendar may say of a date: days where days are known, and words wherever days alone would be too exact."""

from __future__ import annotations

from datetime import date

import pytest

from generator.views.agenda import Appointment, appointments
from generator.views.lookup import Lookup
from tests.views.ferry import Build, dated


def appointment(build: Build, edtf: str, dated_by: str = "") -> Appointment:
    (only,) = appointments(dated(build, edtf, dated_by=dated_by))
    return only


@pytest.mark.parametrize(
    ("edtf", "first", "last", "summary"),
    [
        ("2031-03-04", "2031-03-04", "2031-03-04", "It takes place"),
        ("2031-03-04/2031-03-06", "2031-03-04", "2031-03-06", "It takes place"),
        ("2031-02", "2031-02-01", "2031-02-28", "It takes place (February 2031)"),
        ("2030", "2030-01-01", "2030-12-31", "It takes place (2030)"),
        ("2030-22", "2030-06-01", "2030-08-31", "It takes place (summer 2030)"),
        ("201X", "2010-01-01", "2019-12-31", "It takes place (the 2010s)"),
        ("2031-03-04~", "2031-03-04", "2031-03-04", "It takes place (about 4 March 2031)"),
        ("2030-12/2031-01", "2030-12-01", "2031-01-31", "It takes place (December 2030 to January 2031)"),
        ("2029-05-01/..", "2029-05-01", "2029-05-01", "It takes place (since 1 May 2029)"),
        ("../2029-05", "2029-05-01", "2029-05-31", "It takes place (until May 2029)"),
    ],
)
def test_days_and_words(build: Build, edtf: str, first: str, last: str, summary: str) -> None:
    made = appointment(build, edtf)
    assert (made.first.isoformat(), made.last.isoformat(), made.summary) == (first, last, summary)


def test_the_day_of_a_report_is_said_to_be_that(build: Build) -> None:
    assert appointment(build, "2031-03-10~", "publication").summary == "It takes place (reported on 10 March 2031)"


def test_only_what_is_planned_is_tentative_and_only_what_reports_agree_on_confirmed(build: Build) -> None:
    assert appointment(build, "2031-03-04").state == ""
    assert appointment(build, "2031-08").state == "TENTATIVE"


def test_undated_events_are_in_no_calendar_and_the_newest_report_dates_an_entry(ferry: Lookup) -> None:
    rows = {row.id: row for row in appointments(ferry)}
    assert sorted(rows) == ["ferry-aground", "inquiry-opens"]
    assert rows["ferry-aground"].known == date(2031, 3, 5)
    assert rows["ferry-aground"].place == "Varno"


def test_a_digest_is_never_quoted(ferry: Lookup) -> None:
    (row,) = [r for r in appointments(ferry) if r.id == "ferry-aground"]
    lines = row.description.split("\n")
    assert "Coastal Gazette, 4 March 2031: “The ferry ran aground on Monday with 212 people on board”" in lines
    digest = next(line for line in lines if "In February" in line)
    assert digest.startswith("Our digest of The Evening Tide, 5 March 2031, which credits the coastguard: ")
    assert not set(digest) & set('“”"')
