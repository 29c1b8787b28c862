"""A briefing of one story: what names nobody is an event there, but not beside a better telling of the same."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator.document import Document, Reading
from generator.model import EntityType
from generator.resolve.labels import Label
from tests.resolve.told import DAY, read

OPENING = "Norvale Power built the Osk Dam above Leith. Norvale Power's chairman Leo Mann lives in Leith."
FIRST = f"{OPENING} The Osk Dam burst on 4 March 2023, Leo Mann said."
SECOND = f"{OPENING} Leo Mann of Norvale Power inspected the Osk Dam on 6 March 2023."


def headed(title: str, text: str) -> Document:
    return Document(f"{title}.txt", title, title, text, text, published=DAY)


def titles(reading: Reading) -> list[str]:
    return [h.title for h in reading.happenings]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("The inspectors lowered the lake by two metres on 2 January 2023.", "The inspectors lower the lake by two m"),
        ("The judges of the high court visited the valley in June 2022.", "The judges of the high court visit the v"),
        ("The ministry ordered a second survey of the slope on 9 March 2023.", "The ministry orders a second survey"),
    ],
)
def test_who_knows_the_story_knows_which_lake(sentence: str, title: str) -> None:
    told = titles(read(FIRST, SECOND, f"{OPENING} {sentence}"))
    assert any(t.startswith(title) for t in told), told


def test_in_a_briefing_of_several_stories_nobody_knows_which_lake() -> None:
    told = titles(
        read(
            "The Blue Bakery in Graz closed on 4 March 2023. Anna Berg owns the Blue Bakery.",
            "Olaf Brandt of Deportes Arica signed for Radek FC on 6 March 2023.",
            f"{OPENING} The inspectors lowered the lake by two metres on 2 January 2023.",
        )
    )
    assert not any("lake" in t for t in told), told


def test_a_vague_telling_is_no_event_beside_a_better_one() -> None:
    told = titles(
        read(
            f"{OPENING} Norvale Power lowered the lake above Leith by two metres on 2 January 2023.",
            FIRST,
            f"{OPENING} The operator lowered the lake in January 2023.",
        )
    )
    assert sum("lake" in t for t in told) == 1, told


def test_a_title_that_names_somebody_stands_before_one_that_the_story_makes_clear() -> None:
    told = titles(
        read(
            f"{OPENING} The old turbine hall burned down on 2 January 2023.",
            FIRST,
            f"{OPENING} The old turbine hall of Norvale Power in Leith burned down on 2 January 2023.",
        )
    )
    assert [t for t in told if "hall" in t] == ["The old turbine hall of Norvale Power in Leith burns down"], told


def test_a_plan_whose_day_is_past_is_no_event_of_the_story() -> None:
    ahead, past = (
        "The judges of the high court are to visit the valley in June 2027.",
        "The judges of the high court are to visit the valley on 5 March 2023.",
    )
    assert any("judges" in t for t in titles(read(FIRST, SECOND, f"{OPENING} {ahead}")))
    early = (f"{OPENING} {past}", "2023-03-01")
    assert not any("judges" in t for t in titles(read((FIRST, "2023-05-10"), (SECOND, "2023-05-10"), early)))


def test_the_storys_place_heads_a_title_that_says_only_the() -> None:
    texts = (
        ("Leith after the flood", FIRST),
        ("Leith counts the cost", SECOND),
        ("Leo Mann speaks", f"{OPENING} The school reopened on 2 January 2023."),
    )
    told = titles(read(*(headed(title, text) for title, text in texts)))
    assert "Leith: the school reopens" in told, told


def test_a_bare_the_waits_where_nothing_can_head_it() -> None:
    told = titles(read(FIRST, SECOND, f"{OPENING} The money was refused on 2 January 2024."))
    assert not any("money" in t for t in told), told


@pytest.mark.parametrize(
    ("title", "type", "fits"),
    [
        ("The school reopens", "place", True),
        ("The two new bridges reopen", "place", True),
        ("The firm is sold", "place", False),
        ("The companies agree", "place", False),
        ("The two parties agree", "place", False),
        ("The final offer lapses", "place", False),
        ("The 12 creditors agree", "place", False),
        ("The hull is mended", "equipment", True),
        ("The three women return", "equipment", False),
        ("Both schools reopen", "place", False),
    ],
)
def test_a_place_or_a_craft_heads_no_title_of_a_body(title: str, type: EntityType, fits: bool) -> None:
    assert Label("Osk", type, frozenset({0})).fits(title, 0) == fits


def test_a_title_with_names_stands_before_one_that_says_only_the_capital() -> None:
    told = titles(
        read(
            "Anna Berg opened a school of music in the capital on 20 April 2023.",
            "Anna Berg opened the Lind School of Music in Leith on 20 April 2023.",
        )
    )
    assert told == ["Anna Berg opens the Lind School of Music in Leith"]


def _of_story(sentence: str, *heads: str) -> list[str]:
    """The titles of a briefing whose headlines are `heads`, and in whose last article a sentence stands."""
    texts = (FIRST, SECOND, f"{OPENING} {sentence}")
    return titles(read(*(headed(head, text) for head, text in zip(heads, texts, strict=True))))


def test_the_storys_place_heads_a_title_that_names_nobody() -> None:
    told = _of_story("Seven suspects were charged with fraud on 2 January 2023.", "Leith in mud", "Leith waits", "Mud")
    assert "Leith: seven suspects are charged with fraud" in told, told


def test_a_firm_heads_it_where_headlines_have_no_rival() -> None:
    sentence = "Two inspectors resigned in protest over a report on 2 January 2023."
    told = _of_story(sentence, "Norvale Power blamed", "Norvale Power pays", "A chairman speaks")
    assert any(t.startswith("Norvale Power: two inspectors") for t in told), told
    heads = ("Norvale Power and Brandt Works blamed", "Norvale Power pays, and Brandt Works", "A chairman speaks")
    texts = (f"{text} Brandt Works poured the concrete." for text in (FIRST, SECOND, f"{OPENING} {sentence}"))
    told = titles(read(*(headed(head, text) for head, text in zip(heads, texts, strict=True))))
    assert any(t.startswith("Two inspectors") for t in told), told


@pytest.mark.parametrize(
    ("title", "type", "heads"),
    [
        ("An audit is published", "place", True),
        ("Seven suspects are named", "organization", True),
        ("Anna Berg publishes an audit", "place", False),  # it names somebody
        ("Lindqvist resigns over the audit", "place", False),  # whom the article names
        ("The second flight fails", "equipment", False),  # the rocket's, and not the probe's
        ("The temporary berth is opened", "equipment", False),  # of the port, and not of the ship
        ("The B sample is opened in Graz", "person", True),
        ("The bridge is opened in Graz", "person", False),
        ("A sample is taken", "person", False),  # perhaps another's
    ],
)
def test_what_heads_a_title_without_a_name(title: str, type: EntityType, heads: bool) -> None:
    assert Label("Osk", type, frozenset({0})).heads(title, 0, {"Lindqvist", "Anna Berg"}) == heads


def test_no_name_heads_the_titles_of_an_article_that_lacks_it() -> None:
    assert not Label("Osk", "place", frozenset({0})).heads("An audit is published", 1, ())


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Norvale Works: the tender is called", "Osk Bridge: the tender is called"),
        ("Norvale Works: three bids are opened", "Osk Bridge: three bids are opened"),
        ("Norvale Works: the main hall burns", "Norvale Works: the main hall burns"),
        ("Norvale Works: the tender of Leith is called", "Norvale Works: the tender of Leith is called"),
    ],
)
def test_a_tender_is_not_that_of_who_bid_most(title: str, wanted: str) -> None:
    assert Label("Osk Bridge", "place", frozenset({0})).instead(title, 0, {"Norvale Works"}) == wanted


@pytest.mark.parametrize("title", ["A jury was to pick a design", "The town council votes", "Two villagers are fined"])
def test_what_a_town_or_a_jury_did_is_no_clubs(title: str) -> None:
    assert not Label("Radek FC", "organization", frozenset({0})).heads(title, 0, ())


def test_what_befalls_a_firm_is_its_own() -> None:
    assert Label("Norvale", "organization", frozenset({0})).heads("An audit is published", 0, ())


def test_a_body_named_after_the_storys_place_is_no_rival_of_it() -> None:
    opening = "The Orlen Port Authority runs Orlen Port. Leo Mann of the Orlen Port Authority lives at Orlen Port."
    texts = (
        ("Orlen: a port and its fence", f"{opening} Leo Mann opened Orlen Port on 4 March 2023."),
        ("A fence falls", f"{opening} The Orlen Port Authority fined Leo Mann on 6 March 2023."),
        ("The price of a fence", f"{opening} The fees were cut on 2 January 2023."),
    )
    told = titles(read(*(headed(title, text) for title, text in texts)))
    assert "Orlen Port: the fees are cut" in told, told


def test_the_storys_place_heads_what_an_article_tells_that_knows_it_by_another_name() -> None:
    told = titles(
        read(
            headed("Leith after the flood", FIRST),
            headed("Leith counts the cost", SECOND),
            headed("A bell", "Leo Mann spoke for Norvale Power. The school reopened on 2 January 2023."),
        )
    )
    assert "Leith: the school reopens" in told, told


def test_a_nation_keeps_its_capital_behind_the_name_of_the_story() -> None:
    label = Label("Osk", "place", frozenset({0}))
    assert label.headed("Chilean miners are heard") == "Osk: Chilean miners are heard"
    assert label.headed("The lake is lowered") == "Osk: the lake is lowered"


def test_two_words_tell_something_only_behind_the_name_of_the_story() -> None:
    told = titles(read(FIRST, SECOND, f"{OPENING} Talks resumed on 9 March 2023."))
    assert "Talks resume" not in told, told
