"""Whom a title names for "he", "she" and "it": only who alone can be meant; else an editor must say."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.extract.test_claims import read, sure

DAY = "2024-11-22"  # a Friday


def titles(text: str) -> list[str]:
    """Titles of what is published with a date of its own."""
    return [c.title for c in sure(read(text, DAY)) if not c.dated_by]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Maria Osk spoke to reporters with her brother Leo Osk. She resigned on Monday.", "Maria Osk resigns"),
        ("Leo Osk spoke to reporters at home. He resigned on Monday.", "Leo Osk resigns"),
        ("Ann Osk lives in Leith. She resigned on Monday.", "Ann Osk resigns"),
        ("According to Tom Berg, Leo Osk gave a speech. He resigned on Monday.", "Leo Osk resigns"),
        ("Norvale said that it took over a mill on 3 October.", "Norvale takes over a mill"),
    ],
)
def test_who_alone_can_be_meant_is_named(text: str, title: str) -> None:
    assert titles(text) == [title]


@pytest.mark.parametrize(
    "text",
    [
        "Leo Osk met Tom Berg in Rome. He resigned on Monday.",
        "Ann Osk met Maria Berg in Rome. She resigned on Monday.",
        "Ann Osk lives in Leith. He resigned on Monday.",
        '"My brother warned them," said Maura Osk, whose brother fell. He was buried in Leith on 18 November.',
        "What remained was the audit. Norvale has always said that it took place on 3 October.",
        "Norvale says the Tarn Pumps engine copies the valve it patented in 2007.",
    ],
)
def test_between_two_or_against_a_given_name_nobody_is_guessed(text: str) -> None:
    assert titles(text) == []
