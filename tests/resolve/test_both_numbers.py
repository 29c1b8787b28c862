"""Titles of events on whose numbers the reports differ: they take no side."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator.resolve import both_numbers
from tests.resolve.told import read


@pytest.mark.parametrize(
    ("title", "values", "wanted"),
    [
        ("Some 6,000 people march in Graz", (6000, 15000), "Some 6,000 or 15,000 people march in Graz"),
        ("At least 23 people are killed in Graz", (23, 31), "23 or 31 people are killed in Graz"),
        ("Fourteen people die in Graz", (14, 9), "Nine or fourteen people die in Graz"),
        ("Five million euros are paid for Ann Lind", (3e6, 5e6), "Three or five million euros are paid for Ann Lind"),
        ("Police find RM2.3 million in cash", (2.3e6, 3.1e6), "Police find RM2.3 or 3.1 million in cash"),
        ("Leith raises its fees by 60 percent", (38, 60), "Leith raises its fees by 38 or 60 percent"),
        ("A blast kills 11 people", (11, 14, 17), "A blast kills 11 to 17 people"),
        ("Six or nine people are hurt", (6, 9), "Six or nine people are hurt"),
        ("A march is held in Graz", (6000, 15000), "A march is held in Graz"),
        ("Ann Lind, 54, is hurt with 11 others", (9, 12), "Ann Lind, 54, is hurt with 11 others"),
        ("Act 1,600 passes by 160 votes", (150, 160), "Act 1,600 passes by 150 or 160 votes"),
    ],
)
def test_a_title_gives_both_numbers(title: str, values: tuple[float, ...], wanted: str) -> None:
    assert both_numbers.in_title(title, [tuple(sorted(values))]) == wanted


def test_the_title_of_a_disputed_count_takes_no_side() -> None:
    reading = read(
        ("Some 6,000 people marched to the town hall of Leith on 3 May 2023.", "2023-05-10"),
        ("On 3 May 2023 some 15,000 people marched to the town hall of Leith.", "2023-06-10"),
    )
    (made,) = reading.happenings
    assert made.title == "Some 6,000 or 15,000 people march to the town hall of Leith"


def test_the_title_of_a_count_on_which_reports_agree_has_it() -> None:
    reading = read(
        ("Some 6,000 people marched to the town hall of Leith on 3 May 2023.", "2023-05-10"),
        ("On 3 May 2023 about 6,200 people marched to the town hall of Leith.", "2023-06-10"),
    )
    (made,) = reading.happenings
    assert "6,000 people" in made.title or "6,200 people" in made.title
