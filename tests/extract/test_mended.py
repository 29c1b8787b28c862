"""Verbs that the parser takes for something else are read as the verbs that they are."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.extract.told import claims_of


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("On June 9 the shutter of the camera jammed during a test at minus 20, in front of Anna Berg.", "2025-06-09"),
        ("In April 2019 Leo Mann, then a teacher with a bad knee, set out on foot from Graz for Osk.", "2019-04"),
    ],
)
def test_the_only_verb_of_a_sentence_that_opens_with_its_time_tells_what_happened(text: str, date: str) -> None:
    assert date in [c.date for c in claims_of(text)]


def test_who_was_set_free_was_not_to_be_set_free() -> None:
    (claim,) = (
        c for c in claims_of("Leo Mann recalls the morning of 2 May on which Ann Sorel was set free near Graz.")
    )
    assert (claim.date, claim.planned, claim.sound) == ("2025-05-02", False, True)


def test_who_lost_their_lives_were_killed() -> None:
    (claim,) = (c for c in claims_of("Eleven persons lost their lives in the Graz mill on 14 March 2023."))
    assert [(f.what, f.value) for f in claim.figures] == [("persons killed", 11)]
