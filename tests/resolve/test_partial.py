"""What a claim's words for the time leave open."""

from __future__ import annotations

import pytest

from generator import dates
from generator.resolve import partial


@pytest.mark.parametrize(
    ("value", "when", "expected"),
    [
        ("2019-09~", "at the end of September", "2019-09-17/2019-09-30"),
        ("2019-09~", "in early September", "2019-09-01/2019-09-13"),
        ("2019-09~", "in mid-September", "2019-09-08/2019-09-22"),
        ("2019-09~", "around September", "2019-09~"),
        ("2019-09", "in September", "2019-09"),
        ("2019-09~", None, "2019-09~"),
    ],
)
def test_a_part_of_a_month_is_narrower_than_about_it(value: str, when: str | None, expected: str) -> None:
    assert partial.narrowed(dates.parse(value), when).text == expected


@pytest.mark.parametrize(
    ("when", "date", "excluded"),
    [
        ("in June", "2023-05-03", True),
        ("in June", "2023-06-03", False),
        ("in June", "2023", False),
        ("on 8 November", "2022-11-08", False),
        ("on 8 November", "2022-11-09", True),
        ("on Nov. 8", "2022-11-08", False),
        ("on Monday", "2023-05-01", False),
        ("on Monday", "2023-05-02", True),
        ("last week", "2023-05-02", False),
        (None, "2023-05-02", False),
    ],
)
def test_words_without_a_year_rule_out_other_months_and_days(when: str | None, date: str, excluded: bool) -> None:
    assert partial.excludes(when, dates.parse(date)) is excluded
