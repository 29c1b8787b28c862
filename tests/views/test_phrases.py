from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.views.phrases import phrase, rough, short

FULL = [
    ("2031-05-09", "9 May 2031"),
    ("2031-11", "November 2031"),
    ("2031", "2031"),
    ("2032-03~", "about March 2032"),
    ("2032-03?", "perhaps March 2032"),
    ("2032-09-06~", "about 6 September 2032"),
    ("2031-22", "summer 2031"),
    ("2031-24", "winter 2031"),
    ("2032-35", "third quarter of 2032"),
    ("2032-40", "first half of 2032"),
    ("204X", "the 2040s"),
    ("2017/2018", "2017 to 2018"),
    ("2032-09-08/2032-09-11", "8–11 September 2032"),
    ("2032-06-28/2032-07-03", "28 June to 3 July 2032"),
    ("2031-12-30/2032-01-02", "30 December 2031 to 2 January 2032"),
    ("2032-03/2032-05", "March to May 2032"),
    ("2031-11/2032-02", "November 2031 to February 2032"),
    ("2032-09-08~/2032-09-11", "about 8 September to 11 September 2032"),
    ("2029-01/..", "since January 2029"),
    ("../2032-03", "until March 2032"),
    ("2032-05/2032-05", "May 2032"),
]
SHORT = [
    ("2032-05-09", "9 May"),
    ("2032-11", "November"),
    ("2032", "in the year"),
    ("2032~", "about 2032"),
    ("2032-03~", "about March"),
    ("2032-09-08/2032-09-11", "8–11 September"),
    ("2032-22", "summer"),
    ("2032-11/2033-02", "November 2032 to February 2033"),
    ("2032/2034", "2032 to 2034"),
    ("2032-01/..", "since January"),
]


@pytest.mark.parametrize(("edtf", "words"), FULL)
def test_a_date_is_said_with_the_precision_it_has(edtf: str, words: str) -> None:
    assert str(phrase(edtf)) == words


@pytest.mark.parametrize(("edtf", "words"), SHORT)
def test_within_its_year_a_date_leaves_the_year_out(edtf: str, words: str) -> None:
    assert str(short(edtf, 2032)) == words


def test_a_date_of_another_year_keeps_its_year() -> None:
    assert str(short("2031-12/..", 2032)) == "since December 2031"


def test_what_is_only_known_from_the_day_of_the_report_says_so() -> None:
    assert str(phrase("2032-09-06~", "publication")) == "reported on 6 September 2032"
    assert str(phrase("2032-07~", "publication")) == "reported in July 2032"
    assert str(short("2032-09-06~", 2032, "publication")) == "reported on 6 September"
    assert str(phrase("2032-09-13/2032-09-18", "publication")) == "reported 13–18 September 2032"


def test_no_date_is_no_phrase() -> None:
    assert not phrase(None)
    assert str(phrase("")) == ""


def test_each_end_has_its_own_machine_readable_value() -> None:
    assert [p.datetime for p in phrase("2032-09-08/2032-09-11").pieces] == ["2032-09-08", None, "2032-09-11"]
    assert [p.datetime for p in phrase("2032-03~").pieces] == [None, "2032-03"]


def test_what_html_has_no_value_for_is_plain_words() -> None:
    assert {p.datetime for text in ("2031-22", "2032-35", "204X", "17XX") for p in phrase(text).pieces} == {None}


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2032-07-01/2032-07-07", "early July 2032"),
        ("2032-09-13/2032-09-18", "mid-September 2032"),
        ("2032-09-19/2032-09-25", "late September 2032"),
        ("2032-07-01/2032-07-31", "July 2032"),
        ("2032-06-15/2032-07-21", "June or July 2032"),
        ("2032-05-31/2032-07-30", "May to July 2032"),
        ("2032-02/2032-09", "2032"),
        ("2032-09-06", "6 September 2032"),
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
