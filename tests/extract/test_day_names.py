"""Who is called by the day of the week on which he was born, and which day "a Monday" is: none."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator.extract.times import day_names
from tests.extract.test_mentions import marked
from tests.extract.told import claims_of

GUARD = "The guard, Friday Adeyo, was found guilty. Friday Adeyo, 34, had let the thieves in. On Friday Adeyo appealed."


def test_a_day_is_a_given_name_where_age_title_or_commas_show_it() -> None:
    assert len(day_names.names(GUARD)) == 2
    assert day_names.names("Chief Sunday Balo spoke.")
    assert day_names.names("We met Monday Eze, 51, a tailor.")


@pytest.mark.parametrize(
    "text",
    [
        "On Friday Adeyo, 34, appealed.",
        "The court, which sat on Monday, Lind said, was full.",
        "Officials said Friday Adeyo would be tried.",
        "It opened last Sunday Balo said.",
    ],
)
def test_a_day_is_a_day_behind_a_preposition_and_where_nothing_shows_a_name(text: str) -> None:
    assert not day_names.names(text)


def test_who_is_called_by_a_day_is_no_namesake() -> None:
    assert ("Friday Adeyo", "person") in marked(GUARD)


def test_a_given_name_dates_nothing() -> None:
    said = {c.title: c.when for c in claims_of(GUARD)}
    assert said["Friday Adeyo is found guilty"] is None


def test_a_monday_is_no_day() -> None:
    found = [c for c in claims_of("Leo Mann fell ill on a Monday and died in Graz on 3 March.") if "ill" in c.title]
    assert [(c.title, c.date) for c in found] == [("Leo Mann falls ill", None)]
