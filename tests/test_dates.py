"""EDTF values: bounds against the package `edtf`, comparison, order."""

from __future__ import annotations

from datetime import date, timedelta

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import dates

DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))
VALUES = (
    "2021 2021-11 2021-11-24 2022-07-18/2022-07-20 2021-21 2021-22 2021-23 2022-33 2022-34 2022-35 2022-36 2022-40 "
    "2022-41 202X 19XX 2019-01/2020 2020-02 2000-02-29"
).split()


@pytest.mark.parametrize("text", VALUES)
def test_bounds_are_those_of_the_package_edtf(text: str) -> None:
    oracle = edtf.parse_edtf(text)
    ours = dates.parse(text)
    assert (ours.lower.timetuple()[:3], ours.upper.timetuple()[:3]) == (
        oracle.lower_strict()[:3],
        oracle.upper_strict()[:3],
    )


@given(DAYS)
def test_a_day_is_one_day(day: date) -> None:
    value = dates.parse(day.isoformat())
    assert (value.lower, value.upper, value.days, value.precision) == (day, day, 1, "day")


@given(DAYS, st.integers(0, 500))
def test_a_span_holds_its_ends(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    value = dates.parse(dates.span(first, last))
    assert (value.lower, value.upper) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2021-13",
        "2021-02-30",
        "21",
        "2021-1",
        "yesterday",
        "../..",
        "2022/2021",
        "2021-11-24T10:00",
        "202X-05",
        "0000",
        "2021--11",
    ],
)
def test_what_is_no_date_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w+"):
        dates.parse(text)
    assert not dates.is_valid(text)


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        value = dates.parse(text)
    except ValueError:
        return
    assert value.lower <= value.upper


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("2021-11", "2021-11-24", True),
        ("2021-12", "2021-11-24", False),
        ("2022-06", "2022-07", False),
        ("2022-06~", "2022-07-03", True),  # about June may be early July
        ("2019-01/..", "2022-05-05", True),
        ("../2022-03", "2022-04", False),
        ("2022-07-16~", "2022-07-18", True),
        ("2022-07-16~", "2022-07-25", False),
        ("2022-21", "2022-04", True),
    ],
)
def test_two_dates_can_be_true_together(one: str, other: str, both: bool) -> None:
    assert dates.compatible(dates.parse(one), dates.parse(other)) is both
    assert dates.compatible(dates.parse(other), dates.parse(one)) is both


def test_order_is_by_time_and_within_one_beginning_the_narrower_goes_first() -> None:
    given_ = ["2022", "2021-11-24", "2021-11", "../2020", "2021", "2022-01-01"]
    ordered = sorted(given_, key=lambda text: dates.parse(text).sort_key)
    assert ordered == ["../2020", "2021", "2021-11", "2021-11-24", "2022-01-01", "2022"]
