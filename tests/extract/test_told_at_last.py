"""What English tells as done or as planned, though a "not", a "said" or a second sentence stands beside it."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.extract.told import claims_of, told


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The bridge at Osk was not reopened by Norvale until 4 May 2025.", ("2025-05-04", "The bridge at ")),
        ("It was 20 January before a limit was put on the bridge at Osk by Norvale.", ("2025-01-20", "A limit is put")),
        ("In the summer of 2022 workers of Norvale put new tiles on a church in Graz.", ("2022-22", "Workers of Nor")),
        ("Leo Mann, 63, had declared himself the winner from a roof on 3 May 2025.", ("2025-05-03", "Leo Mann decla")),
        ("Norvale on Monday ordered the ballots of Osk to be counted again.", ("2025-10-20", "Norvale orders")),
        ("Leo Mann appeared before a judge in Graz on Tuesday.", ("2025-10-21", "Leo Mann appea")),
        ("At a hearing on 3 May 2025 Norvale asked for the release of Leo Mann.", ("2025-05-03", "Norvale asks f")),
        ("Norvale put its own lamp, the Osk 4, on shelves in Graz in May 2025.", ("2025-05", "Norvale puts i")),
        ("Norvale made a quiet debut there on Monday.", ("2025-10-20", "Norvale makes ")),
        ("Ann Lind said that Leo Mann would be tried in Graz on 3 December.", ("2025-12-03", "Leo Mann to be")),
    ],
)  # fmt: skip
def test_it_is_told_with_its_day(text: str, wanted: tuple[str, str]) -> None:
    ((date, title),) = told(text)
    assert (date, title[: len(wanted[1])]) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The bridge at Osk was not opened on 4 May 2025.",
        "Leo Mann never drove the lorry of Norvale until 4 May 2025.",
        "Leo Mann appeared calm in Graz on Tuesday.",
        "Leo Mann was flown there on Monday.",
        "Ann Lind said that Leo Mann would fall asleep after a dinner in December.",
    ],
)
def test_what_was_not_done_or_not_told_whole_is_no_news(text: str) -> None:
    assert told(text) == []


def test_two_sentences_around_a_semicolon_are_told_apart() -> None:
    text = "Twelve rescuers from Norway reached Graz on Tuesday; a team from Osk is expected tomorrow."
    assert [date for date, _ in told(text)] == ["2025-10-21", "2025-10-24"]
    text = "The union in Osk trusts nobody: Leo Mann has asked for a meeting in Graz."
    assert [title for _, title in told(text)] == ["Leo Mann asks for a meeting in Graz"]


def test_the_news_has_its_day_where_only_an_aside_has_one() -> None:
    text = "Police in Graz have arrested Leo Mann over the fire in the mill, which was sold to Norvale in 2019."
    assert ("2025-10-23~", "Police in Graz arrest Leo Mann over the fire in the mill") in told(text)


def test_it_takes_place_is_said_of_what_was_ordered() -> None:
    text = "The court in Graz had ordered a recount for Ann Lind. It took place on 8 May 2025 in the Osk Hall."
    assert ("2025-05-08", "The recount for Ann Lind takes place in the Osk Hall") in [
        (c.date, c.title) for c in claims_of(text)
    ]


@pytest.mark.parametrize(
    ("text", "clear"),
    [
        ("The debate began with a laugh in the old hall on 3 May 2025.", True),
        ("The debate that began with a laugh in the old hall on 3 May 2025 was long.", False),
    ],
)
def test_the_debate_is_clear_within_its_story_where_it_is_the_news(text: str, *, clear: bool) -> None:
    assert any(c.in_story for c in claims_of(text)) == clear


@pytest.mark.parametrize(("noun", "kept"), [("offer period", True), ("quarter", False)])
def test_only_the_calendar_begins_and_ends_by_itself(noun: str, *, kept: bool) -> None:
    (claim,) = claims_of(f"The {noun} of Norvale ended in Graz on 3 May 2025.")
    assert claim.draft != kept


def test_what_is_given_to_her_is_not_hers() -> None:
    assert all("'s guardianship" not in title for _, title in told(
        "Ann Lind lives in Graz. A judge of Osk gave her guardianship on 2 May 2025."
    ))  # fmt: skip
