"""What is done to a parse and its words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator.extract import nlp
from generator.extract.tokens import text_of

EXTRACT = Path(__file__).parents[2] / "generator/extract"


def test_the_text_of_a_parse_is_put_together_once_and_no_part_of_its_bytes() -> None:
    text = "The ferry left Ostvik on Monday.\n\nIt came back on Tuesday."
    (doc,) = nlp.parse([text])
    before = nlp.packed(doc)
    assert text_of(doc) == text
    assert text_of(doc) is text_of(doc)
    assert nlp.packed(doc) == before
    assert text_of(nlp.unpacked(before)) == text


def test_no_sentence_asks_spacy_for_the_whole_text() -> None:
    """Each time it is put together from all words, so that a long article took the square of its length."""
    asking = re.compile(r"\.doc\.text\b|\bdoc\.text[.\[]")
    assert [p.name for p in sorted(EXTRACT.rglob("*.py")) if asking.search(p.read_text(encoding="utf-8"))] == []


def test_every_line_of_a_chronology_is_a_sentence_and_a_broken_line_of_prose_is_none() -> None:
    lines = ["March 2031: the plan is announced", "15 June 2031: the Elian Accord is signed", "2032 – The mill burns"]
    text = "The mill was\nold in 2031.\n\nDates\n\n" + "\n".join(lines)
    (doc,) = nlp.parse([text])
    assert [s.text.strip() for s in doc.sents] == ["The mill was\nold in 2031.", "Dates", *lines]


def test_entries_that_leave_the_year_to_the_line_above_are_sentences_of_their_own() -> None:
    lines = [
        "20 November 2030 – Warden Ida Lund is arrested",
        "3 December – She resigns",
        "12 April: Two men with a list are held in Osby",
        "8-9 May – Recount",
        "June 4 - The Elian court annuls the vote",
    ]
    (doc,) = nlp.parse(["Dates\n\n" + "\n".join(lines)])
    assert [s.text.strip() for s in doc.sents] == ["Dates", *lines]
    prose = (
        "The mill was shut on\n3 December by its owners, who had bought it on\n4 May 2031 and on\n9 May had it burnt."
    )
    (doc,) = nlp.parse([prose])
    assert len(list(doc.sents)) == 1
