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
        ("Leo Mann reported to Graz prison on 4 March 2025.", ("2025-03-04", "Leo Mann reports to Graz prison")),
        ("Leo Mann came 41st at Osk on 3 May 2025.", ("2025-05-03", "Leo Mann comes 41st at Osk")),
        ("Ann Lind told voters in Graz on Monday that she would not stand.", ("2025-10-20", "Ann Lind tells vot")),
        ("Leo Mann left Graz on 3 May 2025, and Osk a day before that.", ("2025-05-03", "Leo Mann leaves Graz")),
        ("The Osk council voted 12-7 on Monday to sell the town hall.", ("2025-10-20", "The Osk council votes to")),
        ("Leo Mann, who ran Norvale for ten years, died aged 81 on Monday.", ("2025-10-20", "Leo Mann dies")),
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
        "Ann Lind said she would be asking in Graz next week why Leo Mann had left.",
        "A bid of €22m plus bonuses from Norvale followed on 3 August 2025.",
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


def test_what_is_given_to_her_is_not_hers_but_what_she_offers_is() -> None:
    assert ("2025-10-20", "Ann Lind offers her resignation in Graz") in told(
        "Ann Lind offered her resignation in Graz on Monday."
    )
    assert all("'s guardianship" not in title for _, title in told(
        "Ann Lind lives in Graz. A judge of Osk gave her guardianship on 2 May 2025."
    ))  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "On 20 June 2025 the Osk district court found Leo Mann, the director of Norvale, guilty of negligence.",
            ("2025-06-20", "The Osk district court finds Leo Mann guilty of negligence"),
        ),
        (
            "A special court here on Thursday sentenced B Leo Mann, founder of Norvale, to seven years in prison.",
            ("2025-10-23", "A special court sentences B Leo Mann to seven years in prison"),
        ),
    ],
)
def test_a_verdict_is_the_courts(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in told(text)


def test_a_caption_without_a_verb_tells_nothing() -> None:
    assert told("A court in Graz with seized papers on Thursday.") == []


def test_a_ship_goes_on_as_she() -> None:
    text = "The lead ship, GNS Yara Osk, was handed over in Graz on 28 May 2025. She reached Leith on 19 June 2025."
    assert ("2025-06-19", "GNS Yara Osk reaches Leith") in told(text)
    text = "Ann Lind of Norvale said on Monday in Graz that she would be delivered by March 2026."
    assert all("Ann Lind to be delivered" not in title for _, title in told(text))


def test_it_goes_on_behind_a_semicolon() -> None:
    text = "The deck of the old bridge at Osk was to have come down in August; it was blown up on 17 October 2024."
    assert ("2024-10-17", "The deck of the old bridge at Osk is blown up") in [
        (c.date, c.title) for c in claims_of(text)
    ]


def test_a_day_before_that_is_counted_from_what_was_told() -> None:
    text = "Leo Mann resigned on 3 May 2025. A day before that, Ann Lind had left Norvale."
    assert ("2025-05-02", "Ann Lind leaves Norvale") in told(text)


def test_what_is_to_be_done_from_a_day_on_begins_then() -> None:
    assert [
        c.date for c in claims_of("The shares of Norvale are to be traded in Graz from 1 December 2025.") if not c.draft
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Norvale declared three days of mourning on Monday.",
            ("2025-10-20", "Norvale declares three days of mourning"),
        ),
        ("Three days of mourning began in Graz on Monday.", ("2025-10-20", "Three days of mourning begin in Graz")),
        ("Kavala fell on 8 August 1931.", ("1931-08-08", "Kavala falls")),
        (
            "Most of the victims in Graz died on the evening of the 15th.",
            ("2025-10-15", "Most of the victims in Graz die"),
        ),
        ("Ann Lind told her voters on Monday that she would not stand.", None),
        (
            "Leo Mann told his voters on Monday that he would not stand.",
            ("2025-10-20", "Leo Mann tells his voters that"),
        ),
        ("At a hearing on 3 May 2025 the court admitted Norvale as a party.", ("2025-05-03", "Court admits Norvale")),
    ],
)
def test_what_is_measured_or_owned_is_told(text: str, wanted: tuple[str, str] | None) -> None:
    made = [(c.date, c.title) for c in claims_of(text) if c.date and not c.draft]
    if wanted is None:
        assert made == []  # "tells her …" may be to tell her
    else:
        assert [(date, title.removeprefix("The ")[: len(wanted[1])].capitalize()) for date, title in made] == [
            (wanted[0], wanted[1].capitalize())
        ]


def test_a_participle_that_only_says_from_when_is_no_happening() -> None:
    assert all(
        "starts" not in title for _, title in told("Norvale declared a week of mourning in Graz, starting Friday.")
    )


def test_the_evening_of_a_day_of_last_month() -> None:
    (claim,) = (c for c in claims_of("Four people died in Graz on the evening of the 28th.") if c.date)
    assert claim.date == "2025-09-28"


def test_a_panel_goes_on_as_it() -> None:
    text = "The new panel in Graz heard the case on 10 September. On 17 September it sentenced Leo Mann to three years."
    assert ("2025-09-17", "The new panel in Graz sentences Leo Mann to three years") in told(text)


def test_the_initials_in_brackets_are_no_second_body() -> None:
    text = "The World Osk Union (WOU), which has its own lists, said it would publish its report in Graz next week."
    assert "The World Osk Union to publish its report in Graz" in [c.title for c in claims_of(text)]


def test_people_who_had_been_moved_are_told_of() -> None:
    text = "The 640 people who had been moved from Graz to Osk in 2024 went home on 19 March 2025."
    assert not any("points" in c.doubts for c in claims_of(text))


@pytest.mark.parametrize(
    ("condition", "kept"), [("the weather holds", True), ("nobody wins more than half of the votes", False)]
)
def test_what_will_be_only_if_somebody_wins_is_no_plan(condition: str, *, kept: bool) -> None:
    made = claims_of(f"If {condition}, Leo Mann and Ann Lind will meet again in Graz on 3 December 2025.")
    assert any(c.date == "2025-12-03" and not c.draft for c in made) == kept


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        ("Riders of Norvale admit that they took pills in the 1990s.", "Riders of Norvale admit that they took pills"),
        ("Norvale, founded in 2019 by Leo Mann, closes its mill in Graz.", "Norvale closes its mill in Graz"),
    ],
)
def test_an_entry_has_its_day_beside_another_in_an_aside(entry: str, title: str) -> None:
    assert ("2025-05-24", title) in told(f"Key dates\n\n24 May 2025: {entry}\n\n3 June 2025: Ann Lind leaves Norvale.")


def test_who_announces_what_it_will_do_is_named_once() -> None:
    text = "The European Union will send 12 pumps to Leith, it announced on Thursday."
    assert ("2025-10-23", "The European Union announces that it will send 12 pumps to Leith") in told(text)
