from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.views.phrases import phrase, rough, short

FULL = [
    ("2021-11-24", "24 November 2021"),
    ("2021-11", "November 2021"),
    ("2021", "2021"),
    ("2022-03~", "about March 2022"),
    ("2022-03?", "perhaps March 2022"),
    ("2022-07-16~", "about 16 July 2022"),
    ("2021-22", "summer 2021"),
    ("2021-24", "winter 2021"),
    ("2022-35", "third quarter of 2022"),
    ("2022-40", "first half of 2022"),
    ("202X", "the 2020s"),
    ("2010/2014", "2010 to 2014"),
    ("2022-07-18/2022-07-20", "18–20 July 2022"),
    ("2022-06-28/2022-07-03", "28 June to 3 July 2022"),
    ("2021-12-30/2022-01-02", "30 December 2021 to 2 January 2022"),
    ("2022-03/2022-05", "March to May 2022"),
    ("2021-11/2022-02", "November 2021 to February 2022"),
    ("2022-07-18~/2022-07-20", "about 18 July to 20 July 2022"),
    ("2019-01/..", "since January 2019"),
    ("../2022-03", "until March 2022"),
    ("2022-05/2022-05", "May 2022"),
]
SHORT = [
    ("2022-11-24", "24 November"),
    ("2022-11", "November"),
    ("2022", "in the year"),
    ("2022-03~", "about March"),
    ("2022-07-18/2022-07-20", "18–20 July"),
    ("2022-22", "summer"),
    ("2022-11/2023-02", "November 2022 to February 2023"),
    ("2022/2024", "2022 to 2024"),
    ("2022-01/..", "since January"),
]


@pytest.mark.parametrize(("edtf", "words"), FULL)
def test_a_date_is_said_with_the_precision_it_has(edtf: str, words: str) -> None:
    assert str(phrase(edtf)) == words


@pytest.mark.parametrize(("edtf", "words"), SHORT)
def test_within_its_year_a_date_leaves_the_year_out(edtf: str, words: str) -> None:
    assert str(short(edtf, 2022)) == words


def test_a_date_of_another_year_keeps_its_year() -> None:
    assert str(short("2021-12/..", 2022)) == "since December 2021"


def test_what_is_only_known_from_the_day_of_the_report_says_so() -> None:
    assert str(phrase("2022-07-16~", "publication")) == "reported on 16 July 2022"
    assert str(phrase("2022-07~", "publication")) == "reported in July 2022"
    assert str(short("2022-07-16~", 2022, "publication")) == "reported on 16 July"
    assert str(phrase("2022-07-11/2022-07-17", "publication")) == "reported 11–17 July 2022"


def test_no_date_is_no_phrase() -> None:
    assert not phrase(None)
    assert str(phrase("")) == ""


def test_each_end_has_its_own_machine_readable_value() -> None:
    assert [p.datetime for p in phrase("2022-07-18/2022-07-20").pieces] == ["2022-07-18", None, "2022-07-20"]
    assert [p.datetime for p in phrase("2022-03~").pieces] == [None, "2022-03"]


def test_what_html_has_no_value_for_is_plain_words() -> None:
    assert {p.datetime for text in ("2021-22", "2022-35", "202X", "19XX") for p in phrase(text).pieces} == {None}


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2022-07-01/2022-07-07", "early July 2022"),
        ("2022-07-11/2022-07-17", "mid-July 2022"),
        ("2022-07-18/2022-07-24", "late July 2022"),
        ("2022-07-01/2022-07-31", "July 2022"),
        ("2022-06-15/2022-07-20", "June or July 2022"),
        ("2022-02/2022-09", "2022"),
        ("2022-07-16", "16 July 2022"),
    ],
)
def test_an_inferred_day_of_publication_promises_no_more_than_is_known(edtf: str, words: str) -> None:
    assert rough(edtf) == words


def points() -> st.SearchStrategy[str]:
    day = st.dates().map(lambda d: d.isoformat())
    month = st.builds(lambda y, m: f"{y:04}-{m:02}", st.integers(1000, 2999), st.integers(1, 12))
    year = st.integers(1000, 2999).map(str)
    return st.builds(lambda point, mark: point + mark, day | month | year, st.sampled_from(["", "~", "?"]))


@given(points())
def test_no_phrase_is_more_exact_than_its_source(edtf: str) -> None:
    said = phrase(edtf)
    bare = edtf.rstrip("~?")
    assert {p.datetime for p in said.pieces} <= {bare, None}
    has_day = re.search(r"(?<!\d)\d{1,2} [A-Z]", said.text) is not None
    assert has_day == (len(bare) == 10)
    assert said.text.startswith(("about ", "perhaps ")) == (edtf != bare)
