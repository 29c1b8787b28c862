"""Titles that lost a word which they need are left to an editor; those that lost nothing are published."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.extract.test_claims import read, sure
from tests.resolve.told import read as read_all

DAY = "2025-06-20"


def titles(text: str) -> list[str]:
    return [c.title for c in sure(read(text, DAY)) if not c.dated_by]


@pytest.mark.parametrize(
    "text",
    [
        "Three hearings were held in Leith, the first on 18 May 2025.",
        "Anton Berg beat Thomas Lind of Norway 6-4 7-6 on Thursday.",  # no such score
        "Storm Anton, formed on Wednesday east of Leith, is dying.",
        "Anton Berg, who came third, threw his weight behind her on 3 May 2025.",  # his weight to what end?
        "Norvale had offered to part with it on 3 May 2025.",
        "They were to play Leith, which was postponed on 3 May 2025.",  # no town is
        "It was for Leith, which was carried out on 3 May 2025 by a crew.",
        "On 12 May 2025 the French group Norvale signed for Radek Micro, the chip maker in Leith that had to be sold.",
        "The body of the last man missing since the flood of 18 May 2025 was found on Thursday in the reeds of Leith.",
        "Ann Osk took the oath before Judge Lydia Lind, who a week earlier, on 3 May 2025, had thrown out the petition"
        " against her election.",  # whose election?
        "His deputy, Ilse Lind, took his place on 3 May 2025.",
        "The judges found against Anton Berg on 3 May 2025, and on 15 May 2025 in Leith Leo Lind was given the cup.",
        "The verdict on Anton Berg had been expected last Thursday but was put off.",
        "Leo Lind left. The club president, Anton Berg, was angry. Leo Lind trains alone. Anton Berg spoke of Leo Lind"
        " again.\n\nThe 24-year-old was told by the Osk Rovers on 3 May 2025 to report.",  # Lind, or Berg?
        "Women of the 30 October Committee head the march.",  # a day within a name dates nothing
    ],
)
def test_a_torn_title_is_not_published(text: str) -> None:
    assert titles(text) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The Osk Council put the dead at 57 on 17 May 2025.", "The Osk Council puts the dead at 57"),
        ("Norway beat Ireland 3-0 in Leith on 3 May 2025.", "Norway beats Ireland 3-0 in Leith"),
        ("Leo Lind signed for Norvale Rovers on 3 May 2025.", "Leo Lind signs for Norvale Rovers"),
        (
            "Anton Berg threw his weight behind Ann Osk on 3 May 2025.",
            "Anton Berg throws his weight behind Ann Osk",
        ),
        (
            "The committee of Anton Berg questioned the League about building costs in May 2025.",
            "The committee of Anton Berg questions the League about building costs",
        ),
        (
            "The first witness was Leo Lind, an investigator of the Osk Trade Council, who led the search of the yard"
            " on 14 May 2025.",
            "Leo Lind leads the search of the yard",
        ),
        (
            "The brothers Leo and Donal Lind start a fertiliser business in Leith in 2024.",
            "The brothers Leo and Donal Lind start a fertiliser business in Leith",
        ),
        (
            "Officials in Leith, the airline's home, declared Monday a day of mourning.",
            "Officials in Leith declare a day of mourning",
        ),
        (
            "On 8 December 2024 another Leith court handed Berg six months in a case of the Fraud Office.",
            "Another Leith court hands Berg six months in a case of the Fraud Office",
        ),
        ("Ann Osk, the prime minister, flew in on Sunday.", "Ann Osk flies in"),
        ("The decision on Norvale, made public late on Monday, is final.", "The decision on Norvale is made public"),
        (
            "On Sunday evening Anton Berg spoke of 16 dead -- 14 civilians and two soldiers -- in Leith.",
            "Anton Berg speaks of 16 dead in Leith",
        ),
    ],
)
def test_a_whole_title_is_published(text: str, title: str) -> None:
    assert title in titles(text)


def test_what_an_engineer_takes_over_is_not_told_by_where_she_was_born() -> None:
    text = "Ann Osk, 43, a Graz-born engineer who joined Norvale in 2004, takes over on 1 August 2025."
    assert "Ann Osk to take over" in [c.title for c in read(text, DAY).claims]


def test_a_plan_is_not_told_as_done_by_a_report_of_a_try_that_was_called_off() -> None:
    reading = read_all(
        ("The Lyra rocket is to lift off from Osk with the Tarn 2 satellite on Tuesday at 08:00.", "2025-03-09"),
        (
            "The Tarn 2 satellite was launched from Osk last month, after a first try, on March 11, was called off.",
            "2025-04-17",
        ),
    )
    (title,) = (h.title for h in reading.happenings if h.id.startswith("2025-03-11"))
    assert "lifts off" not in title


def test_the_fall_of_a_price_breaks_nothing() -> None:
    first = ("Norvale hid faults in its welds in Leith. The scandal over false welds broke in May 2025.", DAY)
    other = ("The Norvale scandal shakes Leith. The share price of Norvale fell by 8.7 percent on 8 May 2025.", DAY)
    assert all(len({d for d, _ in h.claims}) == 1 for h in read_all(first, other).happenings)


def test_a_cup_spoken_of_by_its_year_is_no_event() -> None:
    assert not [c for c in read("Norvale sponsored the 2010 World Cup in South Africa.", DAY).claims if c.whole]


def test_for_their_part_in_what_is_left_out_as_a_whole() -> None:
    text = (
        "Eleven men were sentenced to life in prison on 3 May 2025 for their part in the attack by extremists that"
        " killed 19 people on a beach in Norway nearly seven years ago."
    )
    assert "for their part" not in " ".join(titles(text))
