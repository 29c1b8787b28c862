"""Whole names in the titles of events, where only another article gives them."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.resolve.told import read

FIRST = "Prosecutors charged Leo Mann, the founder of Norvale Foods, with fraud on 3 May 2023."


@pytest.mark.parametrize(
    ("later", "title"),
    [
        ("Mr Mann was arrested at Graz airport on 9 May 2023.", "Leo Mann is arrested at Graz airport"),
        (
            "L. Mann, the founder of Norvale Foods, was arrested at Graz airport on 9 May 2023.",
            "Leo Mann is arrested at Graz airport",
        ),
        ("A court in Graz freed Mann on bail on 9 May 2023.", "A court in Graz frees Leo Mann on bail"),
    ],
)
def test_half_a_name_is_told_whole_as_another_article_has_it(later: str, title: str) -> None:
    assert title in [h.title for h in read(FIRST, later).happenings]


@pytest.mark.parametrize(
    ("later", "kept"),
    [
        ("Norvale Foods was founded on 9 May 1989 by the Mann family.", "the Mann family"),
        ("The court in Graz closed the Mann case on 9 May 2023.", "the Mann case"),
        ("The Mann brothers sold Norvale Foods to Radek on 9 May 2023.", "Mann brothers"),
    ],
)
def test_what_is_called_by_a_surname_is_nobody_in_full(later: str, kept: str) -> None:
    titles = [h.title for h in read(FIRST, later).happenings]
    assert any(kept in title for title in titles)
    assert not any("Leo Mann family" in t or "Leo Mann case" in t or "Leo Mann brothers" in t for t in titles)


def test_two_of_one_surname_keep_what_their_article_calls_them() -> None:
    reading = read(FIRST, "Eva Mann, a judge, resigned on 9 May 2023.", "Mr Mann visited Oslo on 4 April 2023.")
    titles = [h.title for h in reading.happenings]
    assert "Eva Mann resigns as judge" in titles
    assert not any("Eva" in t and "Oslo" in t for t in titles)


def test_a_title_gives_both_counts_where_two_reports_differ() -> None:
    reading = read(
        "Six people were taken to Elm Hospital in Graz on 7 May 2023.",
        "Nine people were taken to Elm Hospital in Graz on 7 May 2023.",
    )
    (happening,) = reading.happenings
    assert happening.title in (
        "Six or nine people are taken to Elm Hospital in Graz",
        "Nine or six people are taken to Elm Hospital in Graz",
    )
