"""A day is lent to no other word than the one whose day it is."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.extract.test_claims import read, sure
from tests.extract.told import claims_of
from tests.extract.told import told as published

DAY = "2025-04-17"


@pytest.mark.parametrize(
    "text",
    [
        "The Tarn 2 satellite was launched last month, after a first try, on March 11, had been called off.",
    ],
)
def test_the_day_of_another_word_dates_nothing(text: str) -> None:
    assert [c.title for c in sure(read(text, DAY)) if not c.dated_by] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Tarn 2 satellite was launched, on March 11, from Leith.", ("2025-03-11", "launched from Leith")),
    ],
)
def test_the_day_of_the_verb_stays_its_own(text: str, told: tuple[str, str]) -> None:
    (claim,) = sure(read(text, DAY))
    assert claim.date == told[0]
    assert told[1] in claim.title


@pytest.mark.parametrize(
    "text",
    [
        "The army hopes to open a bridge over the Tarn in early May.",
        "Norvale wants to open a mill in Leith in March 2026.",
        "Norvale is seeking to sell its mill in Leith in May.",
        "Engineers of the army seek to reopen the Tarn bridge on 3 May.",
    ],
)
def test_a_hope_is_no_plan(text: str) -> None:
    assert sure(read(text, DAY)) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Norvale plans to open a mill in Leith in March 2026.", "Norvale to open a mill in Leith"),
        ("Norvale has to sell its mill in Leith by 30 September.", "Norvale to sell its mill in Leith by 30 September"),
        (
            "The Tarn dyke will be rebuilt in concrete by December.",
            "The Tarn dyke to be rebuilt in concrete by December",
        ),
        ("By Friday evening the Red Cross had counted 31 dead.", "The Red Cross has counted 31 dead by 11 April"),
        ("The Tarn dyke will be rebuilt in concrete in December.", "The Tarn dyke to be rebuilt in concrete"),
    ],
)
def test_what_is_so_by_a_day_says_so(text: str, title: str) -> None:
    assert [c.title for c in sure(read(text, DAY))] == [title]


@pytest.mark.parametrize(
    "text",
    [
        "Twenty-one bodies were brought up from the Leith mine, the last three on Sunday.",
        "Norvale repaid 3 million crowns to Leo Mann, most of it on 3 May 2025.",
        "The police arrested nine men in Graz, one on Friday.",
    ],
)
def test_the_day_of_a_part_is_not_that_of_all(text: str) -> None:
    assert published(text) == []


def test_a_day_behind_an_aside_is_that_of_the_verb() -> None:
    text = "Leo Mann resigned as mayor of Graz, the last town of the Osk Front, on 3 May 2025."
    assert [date for date, _ in published(text)] == ["2025-05-03"]


def test_of_two_years_with_one_verb_the_first_is_its_own() -> None:
    text = "Norvale came in 2001 and won the Coastal Cup with Ana Ruiz in 2004 and Ivan Orlov in 2005."
    assert published(text) == [("2004", "Norvale wins the Coastal Cup with Ana Ruiz")]


def test_what_was_asked_for_by_a_day_was_asked_before_it() -> None:
    found = claims_of('Convener Ann Sorel said she had asked for "a full account by the end of the week".')
    assert not [c for c in found if c.date and not c.draft]


def test_what_ends_a_sentence_ends_no_title() -> None:
    found = claims_of("The hospital of Graz reported on Monday that it had found germs of group C.")
    assert not any(c.title.endswith(".") for c in found if not c.draft)
