"""Days and weekdays of an undated article that others tell with their year, and those that must tell nothing."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import convert, markup
from generator.document import Document, Extraction

SIGNED = ("Chancellor Olaf Brandt signed the copper treaty with Chile in Santiago on 12 May 2023.", "2023-05-13")


def last_of(*texts: tuple[str, str | None]) -> Extraction:
    """The last of these articles, each with the day that it prints, as it is read beside the others."""
    documents = []
    for number, (text, day) in enumerate(texts):
        markdown = markup.escape(text)
        documents.append(Document(f"{number}.txt", str(number), "T", markdown, markup.plain(markdown), published=day))
    return convert.resolve(convert.extract(documents, None, lambda *_: None)).extractions[-1]


def days_of(extraction: Extraction) -> str | None:
    return extraction.document.inferred[0] if extraction.document.inferred else None


def test_one_day_is_enough_where_somebody_and_one_more_word_are_shared() -> None:
    assert days_of(last_of(SIGNED, ("Brandt met the press over copper on 12 May.", None))) == "2023-05-12/2024-04-10"


def test_days_of_articles_about_the_same_person_bear_each_other_out() -> None:
    other = ("Maria Lopez, who knows Olaf Brandt, closed the port of Osk on 2 June 2023.", "2023-06-03")
    undated = (
        "Brandt has a busy spring behind him. On 12 May he took the pen in Santiago. On 2 June the harbour fell silent."
    )
    assert days_of(last_of(SIGNED, other, (undated, None))) == "2023-06-02/2024-04-10"


def test_days_of_articles_about_others_tell_nothing() -> None:
    other = ("Maria Lopez, who knows Anna Berg, closed the port of Osk on 2 June 2023.", "2023-06-03")
    undated = "Jon Dahl has a busy spring behind him. On 12 May he took the pen. On 2 June the harbour fell silent."
    assert days_of(last_of(SIGNED, other, (undated, None))) is None


def test_a_day_that_the_other_report_only_expects_tells_no_year() -> None:
    chronicle = ("Copper in Chile, a chronicle. 12 May: the copper treaty of Olaf Brandt is signed.", "2023-04-20")
    undated = "The copper treaty of Olaf Brandt was signed on 12 May."
    assert days_of(last_of(chronicle, (undated, None))) is None


def test_an_article_whose_head_bears_its_day_tells_the_days_of_others() -> None:
    headed = "By Ada Berg, Lima · Andes Post · 13 May 2023\n\nOlaf Brandt signed the copper pact in Santiago on 12 May."
    undated = "The copper treaty was signed by Olaf Brandt in Santiago on 12 May."
    assert days_of(last_of((headed, None), (undated, None))) == "2023-05-12/2024-04-10"


def test_the_end_of_a_closure_is_not_past() -> None:
    undated = (
        "The copper treaty was signed by Olaf Brandt in Santiago on 12 May. The mines stayed closed until 30 November."
        "\n\nOlaf Brandt visited Peru on 20 October. The Senate of Chile will vote in December."
    )
    assert days_of(last_of(SIGNED, (undated, None))) == "2023-10-20/2023-12-30"


def test_what_is_to_come_ends_no_stretch_in_which_it_may_come_twice() -> None:
    paper = ("The copper treaty of Olaf Brandt and Chile was signed at Santiago on 12 May 2023.", "2023-05-13")
    undated = "The treaty of 12 May about copper binds Olaf Brandt and Chile. Chile will vote on 3 August."
    days = days_of(last_of(paper, (undated, None)))
    assert days is None or not days.endswith("2022-08-02")


STRIKE = (
    "Dockers of Maria Lopez blocked the port of Osk on Tuesday and burned tyres at the north gate.",
    "2023-06-09",
)


def test_a_weekday_gives_way_to_days_with_which_it_cannot_be_true() -> None:
    undated = (
        "On 12 May Olaf Brandt signed the copper treaty in Santiago.\n\n"
        "Dockers of Maria Lopez blocked the port of Osk again on Tuesday and burned tyres at the north gate.\n\n"
        "On 2 August 2023 Maria Lopez was elected."
    )
    assert days_of(last_of(SIGNED, STRIKE, (undated, None))) == "2023-08-02/2024-04-10"
