"""Titles that would have one side of two, a rank without its number, or the day of another's doing."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.extract.test_claims import read, sure

DAY = "2025-07-08"


def titles(text: str) -> list[str]:
    return [c.title for c in sure(read(text, DAY))]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roe had come 41st at Graz on 23 June, in her first start since 2021, and eleventh in Leith on 7 July.",
        "Leo Mann speaks of the second half of August.",
        "Leo Mann of the Radek Navy watched. He invited their hosts to Split, where a second round, Osk Shield II, is"
        " planned for September next year.",
    ],
)
def test_what_would_lose_a_side_waits(text: str) -> None:
    found = titles(text)
    assert not any(bad in t for t in found for bad in ("elevenths", "speaks of", "Mann is planned"))


def test_a_rank_stays_with_its_verb() -> None:
    assert all("41st" in t for t in titles("Ann Roe came 41st at Graz on Monday, in her first start since 2021."))


def test_what_a_trial_heard_was_not_on_its_first_day() -> None:
    assert titles("The trial of Leo Mann opened on 23 September 2024 and heard 114 witnesses.") == [
        "The trial of Leo Mann opens"
    ]
