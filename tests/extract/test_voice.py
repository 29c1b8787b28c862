"""Who did it and to whom it was done: a title never turns it round, and waits where the words do not say."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.extract.told import claims_of, titles

LIST = """The Osk Dam burst in May 2024, and the village of Leith was drowned. What came before and after, day by day.

{0}
May 4, 2024: The Osk Dam bursts
July 9, 2024: Norvale Power pays a first sum
Sept 3, 2024: Leo Mann resigns
"""


def entry(text: str) -> list[str]:
    """What an entry of a chronology is told to publish."""
    at = LIST.index("{0}")
    made = claims_of(LIST.format(text))
    return [c.title for c in made if at <= c.start < at + len(text) and not c.draft and (c.whole or c.in_story)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Jan 9, 2024: Ferry released against a deposit of 3 million euros.",
            "Ferry is released against a deposit of 3 million euros",
        ),
        (
            "Jan 9, 2024: Two divers rescued after a night on the Osk reef",
            "Two divers are rescued after a night on the Osk reef",
        ),
    ],
)
def test_in_an_entry_a_bare_participle_is_a_passive(text: str, title: str) -> None:
    assert entry(text) == [title]


def test_in_a_headline_a_bare_participle_is_a_passive() -> None:
    made = titles("Surveyors fined over Leith landslide, owner walks free\n\nLeo Mann sold the Osk mill on 3 May 2025.")
    assert made[0] == "Surveyors are fined over Leith landslide"


@pytest.mark.parametrize(
    "text",
    [
        "Jan 9, 2024: Police released after the Leith march",  # did they release somebody?
        "Jan 9, 2024: The trawler released against a deposit of the owners",
    ],
)
def test_who_did_it_is_not_guessed(text: str) -> None:
    assert entry(text) in ([], [text.partition(": ")[2]])  # at most in the entry's own words


@pytest.mark.parametrize(
    "text",
    [
        "The harbour master of Leith, Leo Mann, ordered by telephone on 3 May 2025 that the dock be closed.",
        "The chief geologist of the mine, Anna Berg, requested by letter on 3 May 2025 that the shaft be flooded.",
        "The chief geologist of the mine, Anna Berg, recommended by letter the same day that the shaft be flooded.",
        "The harbour master of Leith, Leo Mann, insisted by radio on 3 May 2025 that the Osk channel be closed.",
    ],
)
def test_what_somebody_asked_was_neither_done_to_them_nor_done(text: str) -> None:
    assert titles(text) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The stern line of the barge parted in high seas off Leith on 3 May 2025.",
            "The stern line of the barge parts in high seas off Leith",
        ),
        (
            "The main cable of the ferry snapped in a gale off Leith on 3 May 2025.",
            "The main cable of the ferry snaps in a gale off Leith",
        ),
    ],
)
def test_what_gave_way_was_the_part_of_the_whole(text: str, title: str) -> None:
    assert titles(text) == [title]


def test_who_is_told_is_told_something() -> None:
    text = (
        "Leo Mann of Norvale wrote to the council of Leith on 3 May 2025 and was told on the telephone that "
        '"the wall will stand by itself".'
    )
    assert titles(text) == ["Leo Mann writes to the council of Leith"]


def test_who_is_told_to_do_something_is_published() -> None:
    assert titles("Leo Mann of Norvale was told on 3 May 2025 to leave Leith.") == ["Leo Mann is told to leave Leith"]


def test_what_was_criticised_is_no_part_of_a_resignation() -> None:
    text = "The director of the Osk Works, Anna Berg, resigned on 3 May 2025 after complaints that pumps had failed."
    assert any("resigns" in title for title in titles(text))


@pytest.mark.parametrize(
    "text",
    [
        "Leith Council's office named Lindqvist on 3 May 2025.",
        "The families of the victims, who in June founded the association Flame 13, have demanded a report.",
    ],
)
def test_neither_who_is_named_nor_the_dead_stand_as_those_who_did_it(text: str) -> None:
    told = [c.title for c in claims_of(text, "2025-09-22") if not c.draft]
    assert not any("is named" in title or title.startswith("The victims") for title in told), told
