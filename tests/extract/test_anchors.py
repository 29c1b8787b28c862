"""Which happening a time expression dates, and which it does not."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.extract.test_claims import read

PUBLISHED = "2021-05-19"


def dated(text: str) -> set[str]:
    """The dates that claims of a text bear, drafts among them."""
    return {c.date for c in read(text, PUBLISHED).claims if c.date}


@pytest.mark.parametrize(
    "text",
    [
        "The rider Anton Berg, runner-up in last year's Norvale Open, was suspended by the union.",
        "The team withdrew Anton Berg from next month's Norvale Open.",
        "Norvale Foods criticised last year's decision of the court in Graz.",
    ],
)
def test_the_date_of_what_is_named_is_not_that_of_what_is_done(text: str) -> None:
    assert not {"2020", "2021-06"} & dated(text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Anton Berg won last year's Norvale Open.", "2020"),
        ("In Sunday's run-off, Anton Berg beat Maria Lopez.", "2021-05-16"),
        ("Anton Berg pulled out of last month's Norvale Open with a bad back.", "2021-04"),
        ("Anton Berg was eliminated in Sunday's race in Oslo.", "2021-05-16"),
    ],
)
def test_whoever_takes_part_does_it_then(text: str, date: str) -> None:
    assert date in dated(text)


def test_what_a_figure_is_compared_with_dates_nothing() -> None:
    assert "2020" not in dated("Revenue of Norvale Foods fell 41% from a year earlier to $3 million.")


def test_the_first_since_a_year_was_not_in_that_year() -> None:
    text = "Anton Berg is the first head of state of the young republic to leave office early since 2012."
    assert not any(d.startswith("2012") for d in dated(text))
