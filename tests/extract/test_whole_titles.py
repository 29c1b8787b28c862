"""Titles that are whole: all that a reader of a list of events needs, in at most ninety characters, and no more."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.extract.told import told


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Leo Mann is to testify on 22 November.", ("2025-11-22", "Leo Mann to testify")),
        ("The divers from Graz left on 4 May 2025.", ("2025-05-04", "The divers from Graz leave")),
    ],
)
def test_some_verbs_are_news_with_nothing_behind_them(text: str, wanted: tuple[str, str]) -> None:
    assert told(text) == [wanted]


def test_a_long_description_gives_way_to_the_names() -> None:
    text = (
        "The Graz Commission on Friday approved the merger of the heat glove makers Norvale Holding and Radek Marine "
        "Systems, on the condition that it sells a plant."
    )
    assert told(text) == [
        ("2025-10-17", "The Graz Commission approves the merger of Norvale Holding and Radek Marine Systems")
    ]


def test_a_deal_of_which_the_title_leaves_out_the_rest_is_left_out_too() -> None:
    text = (
        "Danish glove maker Norvale announced on Tuesday that it would merge with its Greek rival Radek Works, in a "
        "deal that values the firm at 840 million euros."
    )
    assert told(text) == [
        ("2025-10-21", "Danish glove maker Norvale announces that it will merge with its Greek rival Radek Works")
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "DA LAT, Vietnam — Poland's glove maker Norvale SA and Vietnam's producer Radek Energy JSC signed an "
            "agreement on Wednesday to combine their businesses.",
            "Norvale SA and Radek Energy JSC sign an agreement to combine their businesses",
        ),
        (
            "GRAZ, Austria — Norvale Foods signed an agreement on Wednesday to buy a mill in Linz.",
            "Norvale Foods signs an agreement to buy a mill in Linz",
        ),
    ],
)
def test_where_it_was_written_acts_in_nothing(text: str, title: str) -> None:
    assert told(text) == [("2025-10-22", title)]


def test_a_clause_behind_a_measure_is_that_of_what_is_measured() -> None:
    text = (
        "The Radek dyke, an earthen wall of eleven kilometres that was built in 1988 to shield the fields, broke on "
        "Monday."
    )
    assert ("1988", "The Radek dyke is built") in told(text)


def test_who_acts_behind_a_weekday_with_an_aside() -> None:
    text = "On Tuesday Ann Sorel, our director, met Governor L. M. Berg in Graz."
    assert told(text) == [("2025-10-21", "Ann Sorel meets Governor L. M. Berg in Graz")]


def test_rather_a_shorter_title_than_one_that_points_to_the_sentence_before() -> None:
    text = "The big aerial broke. On 20 May 2025 engineers in Graz restored contact by using the small one."
    assert ("2025-05-20", "Engineers in Graz restore contact") in told(text)


def test_an_institute_that_a_text_quotes_is_not_what_happens_to_others() -> None:
    text = (
        "Leo Mann, of the Radek Institute of Technology, was heard by the court. The Radek Institute of Technology "
        "tested the wall.\n\nCharges were filed on 20 November 2024."
    )
    assert [title for _, title in told(text) if "harges" in title] == []


def test_to_which_is_no_infinitive() -> None:
    text = "On 20 May 2025 Leo Mann opened a mill in Graz, to which Norvale had given a crane."
    assert told(text) == [("2025-05-20", "Leo Mann opens a mill in Graz")]


def test_what_has_worked_since_a_day_is_a_state() -> None:
    text = "Since mid-April, when the Graz mill was mended, the Graz saw has worked without fault."
    assert [title for _, title in told(text) if "works" in title] == []
