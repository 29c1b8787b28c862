"""A day beside a verb that is another's, a year that a weekday tells, and what only a paper does."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.extract.test_claims import read
from tests.extract.told import told as published

DAY = "2025-12-13"  # a Saturday


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Ana Ruiz wrote to the council of Graz on 8 February, the Wednesday before the flood.", "2023-02-08"),
        ("Ana Ruiz wrote to the council of Graz on 8 February, a Wednesday.", "2023-02-08"),
        ("Ana Ruiz wrote to the council of Graz on February 8, a Saturday.", "2025-02-08"),
        ("The wall of Graz fell in 2017. Ana Ruiz had sued the council on 8 February, a Wednesday.", "2017-02-08"),
    ],
)
def test_a_weekday_behind_a_day_tells_its_year(text: str, date: str) -> None:
    assert date in [d for d, _ in published(text, DAY)]


def test_a_day_with_a_weekday_of_no_near_year_has_no_date() -> None:
    assert published("Ana Ruiz resigned as mayor of Graz on 8 February, a Friday.", "2025-12-13") == []


def test_a_name_that_begins_with_a_weekday_says_no_year() -> None:
    text = "Norvale closed its mill in Leith on 8 February, the Monday Herald reported."
    assert published(text, DAY)[0][0] == "2025-02-08"


def test_what_a_statement_does_by_saying_it_was_not_done_yesterday() -> None:
    text = "Norvale takes note of the decision of the Court of Graz yesterday to extend the stay on its purchase."
    assert [t for d, t in published(text, DAY) if "note" in t and d != DAY] == []


def test_the_day_of_some_more_is_not_that_of_the_first() -> None:
    text = (
        "At least 74 people died in the fighting in Osk between Jan. 11 and mid-March, and 13 more since in "
        "accidents and in the shelling of Tarn on April 9."
    )
    days = {title: date for date, title in published(text, DAY) if "74" in title}
    assert list(days.values()) == ["2025-01-11/2025-03~"]


def test_more_with_a_verb_of_their_own_keep_their_day() -> None:
    text = "Nine people were killed in Osk on 3 May, and two others were hurt in Tarn on 9 June 2025."
    assert "2025-06-09" in [c.date for c in read(text, DAY).claims]


def test_the_month_just_past_is_not_surely_meant_by_last() -> None:
    assert published("Leo Mann, who was elected mayor of Graz last November, resigned on 3 December.", DAY) == [
        ("2025-12-03", "Leo Mann resigns")
    ]
    assert [d for d, _ in published("Leo Mann was elected mayor of Graz last September.", DAY)] == ["2025-09"]


@pytest.mark.parametrize(
    "behind",
    [
        "is due to go to parliament in January",
        "will come into force in March",
        "is to be voted on in March",
        "will be tabled in March",
    ],
)
def test_what_only_a_paper_does_no_body_does(behind: str) -> None:
    text = f"The Ministry of Mines has sent the amendment to Graz. It {behind}."
    assert [t for _, t in published(text, DAY) if "Ministry" in t and "sends" not in t] == []


def test_what_a_body_does_it_does_still() -> None:
    text = "The Ministry of Mines has read the amendment. It will publish a report on 3 February 2026."
    assert any("Ministry" in c.title for c in read(text, DAY).claims if c.date == "2026-02-03")


def test_a_week_earlier_is_about_a_week() -> None:
    text = "Norvale and the Osk Front signed the deal in Graz on 9 December. Norvale had sued the Front a week earlier."
    assert [d for d, t in published(text, DAY) if "sue" in t] == ["2025-12-02~"]


def test_it_is_the_paper_that_goes_to_parliament() -> None:
    text = (
        "The Ministry of Mines is preparing an amendment to the dam act, named the Tarn Clause by builders. "
        "It is due to go to parliament in January 2026."
    )
    titles = [c.title for c in read(text, DAY).claims if c.date == "2026-01"]
    assert titles == ["The amendment to the dam act to go to parliament"]
