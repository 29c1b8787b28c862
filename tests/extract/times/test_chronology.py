"""Lists of days: which year an entry is of that prints none."""

from __future__ import annotations

import pytest

from generator.extract.times import chronology, find
from generator.extract.times.tokens import cut

FORWARDS = """The lock was closed again on Monday.

8 January 2031: The wall cracks.

12 March: Engineers see it.

30 November: The lock is opened.

4 February: The town is told. Leo Mann resigns on 9 February.

3 May: The wall is mended.
"""


def dates_of(text: str, published: str | None) -> list[str | None]:
    return [t.date for t in find(text, published) if t.type == "DATE"]


@pytest.mark.parametrize("published", ["2034-06-21", None])
def test_an_entry_is_of_the_year_above_it_until_the_calendar_begins_anew(published: str | None) -> None:
    assert dates_of(FORWARDS, published)[1:] == [
        "2031-01-08", "2031-03-12", "2031-11-30", "2032-02-04", "2032-02-09", "2032-05-03",
    ]  # fmt: skip


def test_a_list_may_run_backwards() -> None:
    text = (
        "2 March 2032 – Lind goes home.\n\n9 January – Lind is freed.\n\n"
        "20 December – Lind is tried.\n\n4 October – Lind is charged.\n"
    )
    assert dates_of(text, "2034-06-21") == ["2032-03-02", "2032-01-09", "2031-12-20", "2031-10-04"]


def test_a_year_may_stand_above_its_days() -> None:
    text = "2031\n\n7 January - The mill burns.\n\n6 April - It opens.\n\n2032\n\n5 April - It is sold.\n"
    assert [d for d in dates_of(text, "2034-06-21") if d and "-" in d] == ["2031-01-07", "2031-04-06", "2032-04-05"]


def test_before_the_entry_with_which_a_year_begins_it_is_the_year_before() -> None:
    text = "12 June – First round\n\n7 August – Run-off\n\n14 January 2032 – She takes office\n"
    assert dates_of(text, None) == ["2031-06-12", "2031-08-07", "2032-01-14"]


def test_entries_may_follow_each_other_in_one_paragraph() -> None:
    text = (
        "5 August: The slope falls. 6 August: Soldiers arrive. 9 August: They dig.\n\n"
        "18 August: Rain.\n\n14 February 2032: The families sue.\n"
    )
    assert dates_of(text, "2032-08-05") == ["2031-08-05", "2031-08-06", "2031-08-09", "2031-08-18", "2032-02-14"]


def test_an_entry_tells_of_other_days_of_its_year_and_of_those_to_come() -> None:
    text = (
        "3 May 2031: The mill, shut since 12 November, is sold.\n\n"
        "15 December: Lind is charged with the fire of 3 March. The trial is set for 10 February.\n\n"
        "20 June 2032: Lind is freed.\n"
    )
    found = [(t.text, t.date) for t in find(text, "2034-06-21")]
    assert found[1:5] == [
        ("12 November", "2030-11-12/.."),
        ("15 December", "2031-12-15"),
        ("3 March", "2031-03-03"),
        ("10 February", "2032-02-10"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "8 May 2031: A wall.\n\n12 March: A gate.\n\n30 November 2032: A roof.\n\n4 July: Rain.\n\n3 May 2031: Sun.\n",
        "3 May. Leo Mann speaks.\n\n9 June. Leo Mann waits.\n\n11 July. Leo Mann sleeps.\n",
    ],
)
def test_what_is_in_no_order_or_has_no_year_is_no_list(text: str) -> None:
    assert not chronology.read(cut(text), None).entries
