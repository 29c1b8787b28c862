"""Titles that keep what their verb or noun wants: what a picture shows, faster than what, how far from where."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.extract.told import claims_of, titles


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The parties in Leith agreed on Thursday, in a meeting led by the chief mediator, Col. A. Berg, to open a "
            "ferry line between the two islands.",
            "The parties in Leith agree in a meeting to open a ferry line between the two islands",
        ),
        (
            "On Thursday Norvale Works proposed wooden sleepers instead of steel ones.",
            "Norvale Works proposes wooden sleepers instead of steel ones",
        ),
        (
            "In the wet autumn of 2021 Norvale Works delivered coal to Leith faster than any rival had thought.",
            "Norvale Works delivers coal to Leith faster than any rival had thought",
        ),
        (
            "Leo Berg released a photo on Monday that shows a leak in the hull.",
            "Leo Berg releases a photo that shows a leak in the hull",
        ),
        (
            "Norvale Works published a map on Thursday which it says shows a fault under the dam.",
            "Norvale Works publishes a map which it says shows a fault under the dam",
        ),
        (
            "On Thursday the Leith council promised each family that has lost a house 9,000 crowns.",
            "The Leith council promises each family that has lost a house 9,000 crowns",
        ),
        (
            "The Merganser stopped on Thursday at a point about 12 kilometres north of Leith.",
            "The Merganser stops at a point about 12 kilometres north of Leith",
        ),
        (
            "A report which the treasurer, Anna Berg, gave to the council in May lists nine payments.",
            "Anna Berg gives a report to the council",
        ),
    ],
)
def test_what_a_word_wants_is_told_with_it(text: str, wanted: str) -> None:
    assert wanted in titles(text), titles(text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Leo Berg released a photo on Monday that showed a leak in the hull.", "a photo"),
        ("On Thursday the Leith council promised every farmer who has lost his barn 9,000 crowns.", "every farmer"),
        ("The Merganser stopped on Thursday at a point that nobody had marked.", "at a point"),
        ("On Thursday Leo Berg wrote to the Leith council that a girder above the old entrance bends.", "writes to"),
        ("In Leith the order came on Thursday in a letter from Norvale Works.", "he order comes"),
    ],
)
def test_without_what_it_wants_a_title_opens_no_event(text: str, never: str) -> None:
    assert claims_of(text)
    assert not any(never in title for title in titles(text)), titles(text)
