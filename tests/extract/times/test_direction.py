"""The tense of the clause around a day: whether it tells what was or what is to come."""

from __future__ import annotations

import pytest

from generator.extract import times


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("The notice issued to buyers on April 17 will be withdrawn.", "past"),
        ("The minister on Monday will open the mill.", "future"),
        ("The court in Osk had agreed to the sale on 18 September.", "past"),
        ("The two agreed to meet on 18 September.", "future"),
        ("On Tuesday, 27 February, the chairman put his name under the accord.", "past"),
        ("Two drivers were held; they were let go on 3 May.", "past"),
        ("The road has no kerb, which Andes Foods promises for November.", "future"),
    ],
)
def test_the_clause_around_a_day_tells_whether_it_is_past(text: str, direction: str) -> None:
    assert [d.direction for d in times.read(text, None)] == [direction]


def test_the_next_day_is_reckoned_from_what_is_told_not_from_the_day_of_a_thing() -> None:
    text = "On 9 May the court named Anna Berg the winner of the vote of 7 April; the following day she resigned."
    assert "2031-05-10" in [t.date for t in times.find(text, "2031-05-20")]
