"""Titles in which a bare "the inquiry" or "that loan" is told as the text brought the thing in, where it is but one."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.extract.told import dated_titles


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Leo Mann asked for an inquiry into the collapse of the pier. Anna Berg opened the inquiry on 3 May 2024.",
            "Anna Berg opens the inquiry into the collapse of the pier",
        ),
        (
            "The barges are paid from a loan backed by the Norvale Bank. Parliament approved that loan on 3 May 2024.",
            "Parliament approves the loan backed by the Norvale Bank",
        ),
        (
            "The barges are paid from a loan backed by the Norvale Bank for Harbours, Lighthouses and Coasts (NBHL). "
            "Parliament approved that loan on 3 May 2024.",
            "Parliament approves the loan backed by NBHL",
        ),
        (
            "The opposition complained that there had been no open contest.\n\nAnna Berg, a member of the Osk Front, "
            "repeated the complaint on 3 May 2024.",
            "Anna Berg repeats the complaint that there had been no open contest",
        ),
    ],
)
def test_a_thing_is_told_as_it_was_brought_in(text: str, wanted: str) -> None:
    assert wanted in dated_titles(text)


@pytest.mark.parametrize(
    "text",
    [
        # Two inquiries, and another one than that before
        "There is an inquiry into the collapse of the pier, and an inquiry into the flood. Anna Berg opened the "
        "inquiry on 3 May 2024.",
        "There was an inquiry into the collapse of the pier. A second inquiry followed. Anna Berg opened the inquiry "
        "on 3 May 2024.",
        "There were inquiries. One was an inquiry into the collapse of the pier. Anna Berg opened the inquiry on 3 May "
        "2024.",
        # Two complained, and it was long ago
        "The owner complained that there had been no contest, and Leo Mann complained that there had been no light. "
        "Anna Berg repeated the complaint on 3 May 2024.",
    ],
)
def test_of_two_that_may_be_meant_none_is_put_back(text: str) -> None:
    told = dated_titles(text)
    assert told, "the claim is there, and says only what its sentence says"
    assert not any("pier" in t or "contest" in t for t in told), told


def test_what_the_title_says_already_is_not_driven_out() -> None:
    text = (
        "The town had an outbreak of a fever that nobody in the whole region had ever heard of before. The Norvale "
        "Board will hold a meeting on the lessons of the outbreak in Leith on 3 May 2026."
    )
    assert any("lessons" in t for t in dated_titles(text)), dated_titles(text)
