"""Who did what to whom, and when, where a sentence parts what belongs together: asides, lists, lines of a page."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.extract.told import claims_of, told


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The parcel of letters was, according to the receipt signed by the clerk of the court, Ms H. Brandt, "
            "delivered in Oslo on Monday 13 October.",
            "The parcel of letters is delivered in Oslo",
        ),
        (
            "The trunk of lot 9 (Elm Harbour) was, according to the list signed by the head of the "
            "office, Mr L. Mann, opened in Bergen on Monday 13 October.",
            "The trunk of lot 9 is opened in Bergen",
        ),
    ],
)
def test_who_signed_the_record_is_not_what_was_received(text: str, title: str) -> None:
    assert told(text) == [("2025-10-13", title)]


def test_behind_an_aside_the_main_subject_goes_on() -> None:
    made = claims_of(
        "The Harbour Board (HB) opened an inquiry on 3 March, after two airlines complained, and heard Leo Mann in May."
    )
    assert [c.title for c in made if c.date == "2025-05"] == ["The Harbour Board hears Leo Mann"]


def test_nobody_hears_himself() -> None:
    made = claims_of(
        "Norvale Foods is old. The Harbour Board opened an inquiry on 3 March, after rival packers complained, and "
        "heard both companies over two days in May."
    )
    (title,) = (c.title for c in made if c.date == "2025-05")
    assert title.startswith("The Harbour Board hears both companies")


def test_what_those_of_the_aside_did_stays_theirs() -> None:
    made = claims_of("The Harbour Board closed the pier on 3 March after Leo Mann complained and threatened a strike.")
    assert not [c for c in made if c.title.startswith("The Harbour Board threatens")]


@pytest.mark.parametrize(
    "line",
    [
        "The Elm Post, Bergen, 28 June 2025, updated 11:15",
        "Bergen, updated 3 May 2025",
        "Oslo, 3 May 2025, posted 9:30",
    ],
)
def test_a_line_that_says_when_a_page_was_put_up_is_no_happening(line: str) -> None:
    assert claims_of(f"{line}\n\nLeo Mann opened a museum in Oslo on 3 May 2021.")[0].date == "2021-05-03"


def test_what_a_text_tells_to_be_updated_is_told() -> None:
    assert told("Norvale updated the Elm register on 3 March 2021.") == [
        ("2021-03-03", "Norvale updates the Elm register")
    ]


def test_a_pledge_is_signed_and_not_what_it_promises() -> None:
    text = (
        "Peace came only with the pledge of wages known as the Bergen Accord, "
        "signed on March 9 with the dockers' union."
    )
    titles = [c.title for c in claims_of(text) if c.date == "2025-03-09"]
    assert titles == ["The pledge of wages known as the Bergen Accord is signed with the dockers' union"]


@pytest.mark.parametrize("when", ["at the end of the year", "at the end of this year"])
def test_a_present_that_ends_with_the_year_is_a_plan(when: str) -> None:
    (claim,) = (c for c in claims_of(f"Leo Mann, chairman of the Harbour Board, retires {when}.") if c.date)
    assert claim.planned
    assert "to retire" in claim.title


def test_a_month_before_the_one_being_told_is_of_the_same_year() -> None:
    text = (
        "Now look at the mill, which has been mine until today.\n\n"
        "Norvale opened a mill in Graz on 4 July 2022. The Elm brand was sold to Berg Foods in June."
    )
    assert [c.date for c in claims_of(text, None) if "Berg Foods" in c.title] == ["2022-06"]


def test_january_behind_december_is_of_the_year_after() -> None:
    text = "Today the mill is closed.\n\nNorvale opened it on 4 December 2022. Norvale sold the Elm brand in January."
    assert "2023-01" in [c.date for c in claims_of(text, None)]
