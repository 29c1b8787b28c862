"""Titles that name nobody, and yet are clear to whoever knows the story; and those that are half of what was said."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.extract.told import claims_of


def clear(text: str) -> list[tuple[str | None, str]]:
    """(date, title) of the claims that can open an event within their story alone."""
    return [(c.date, c.title) for c in claims_of(text) if c.in_story and c.date]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The operator lowered the lake by two metres on 3 May 2025.", ("2025-05-03", "The operator lowers the lake")),
        ("The foundry was closed by the inspectors on 3 May 2025.", ("2025-05-03", "The foundry is closed by the")),
        ("Talks were taken up again in Graz in November 2024.", ("2024-11", "Talks are taken up again in Graz")),
        ("The council gave its consent without conditions in June 2025.", ("2025-06", "The council gives its consent")),
        ("They wrote a second letter, which the board received on 3 February 2025.", ("2025-02-03", "The board rec")),
        ("14 June 2022: about 60 inspectors search five sheds.", ("2022-06-14", "About 60 inspectors search five")),
        ("The new bridge is to be opened for traffic in June 2027.", ("2027-06", "The new bridge to be opened for")),
    ],
)  # fmt: skip
def test_a_plain_clause_is_clear_within_its_story(text: str, wanted: tuple[str, str]) -> None:
    ((date, title),) = clear(text)
    assert date == wanted[0]
    assert title.startswith(wanted[1])


@pytest.mark.parametrize(
    "text",
    [
        "A report was published on 3 May 2025.",  # on what?
        "The trial of two men accused of fixing races opened on 3 May 2025 in the old hall.",  # no race opened
        "So far the receiver has paid out 3 million crowns, most of it on 3 May 2025.",
        "On 3 May 2025 the guards brought the boss in for the first time.",
        "The 3 May Committee took part in the talks as an observer.",
        "The bank, the country's largest at the start of 2018, failed to pay its clerks.",
        "One lawsuit and one ruling, handed down on 3 May 2025, stopped the works.",
        "The teacher, whose grandfather gave the town its name in 1931, wept.",
        "The company regrets the strike in the mill on 3 May 2025.",
        "The wreck was righted, and cut up at the yard in June 2025.",
        "The mill and the bakery contradicted one another on 3 May 2025.",
        "The divers hoped to plug two holes on 3 May 2025.",
        "The defence commissioned her report on 3 May 2025.",
        "The mill pays for 90 homes; the remaining 12 were sold on 3 May 2025.",  # 12 of what?
    ],
)
def test_half_of_what_was_said_stays_with_the_editors(text: str) -> None:
    assert clear(text) == []


def test_only_the_first_sentence_of_an_entry_is_of_its_day() -> None:
    text = "3 November 2024\n\nWork on the second dam begins. The firm builds the third mill at half the price."
    assert all("third mill" not in title for _, title in clear(text))
