"""A day is lent to no other word than the one whose day it is."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.extract.test_claims import read, sure

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
