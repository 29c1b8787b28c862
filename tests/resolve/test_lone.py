"""What one article alone tells of a day: an event under its story's name, where nothing else is told of that time."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator.document import Document, Reading
from tests.resolve.told import read

OPENING = "Norvale Power built the Osk Dam above Leith. Norvale Power's chairman Leo Mann lives in Leith."
FIRST = f"{OPENING} The Osk Dam burst on 4 March 2023, Leo Mann said."
SECOND = f"{OPENING} Leo Mann of Norvale Power inspected the Osk Dam on 6 March 2023."


def titles(reading: Reading) -> list[str]:
    return [h.title for h in reading.happenings]


def headed(title: str, text: str, day: str) -> Document:
    return Document(f"{title}.txt", title, title, text, text, published=day)


def briefing(sentence: str, day: str = "2023-05-10") -> list[str]:
    """The titles of a briefing on Leith, of which one more article has this sentence."""
    return titles(
        read(
            headed("Leith after the flood", FIRST, "2023-05-10"),
            headed("Leith counts the cost", SECOND, "2023-05-10"),
            headed("Leo Mann speaks", f"{OPENING} {sentence}", day),
        )
    )


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("A report that was published on 2 January 2023 blames the drains.", "Leith: a report is published"),
        ("The new sirens, tested for the first time on 2 January 2023, were loud.", "Leith: the new sirens are tested"),
        ("Two cracks, found on 2 January 2023, were filled.", "Leith: two cracks are found"),
    ],
)
def test_what_nothing_else_is_told_of_its_day_is_an_event_of_the_story(sentence: str, title: str) -> None:
    told = briefing(sentence)
    assert any(t.startswith(title) for t in told), told


def test_a_part_or_second_telling_of_what_is_known_of_that_day_waits() -> None:
    told = briefing("A report that was published on 4 March 2023 blames the drains.")
    assert not any("report" in t for t in told), told


def test_what_shares_its_act_with_an_event_of_the_days_around_it_waits() -> None:
    known = "Norvale Power published its plans for Leith on 3 January 2023."
    told = briefing(f"{known} A report that was published on 5 January 2023 blames the drains.")
    assert any("plans" in t for t in told), told
    assert not any("report" in t for t in told), told


def test_what_is_dated_to_a_whole_year_is_no_rival_of_what_happened_on_a_day() -> None:
    told = briefing(
        "Leo Mann left the board in 2023. The new sirens, tested for the first time on 2 January 2023, were loud."
    )
    assert any("sirens" in t for t in told), told


def test_a_plan_of_which_no_other_article_tells_is_told_as_a_plan() -> None:
    assert "Leith: the new school was to open" in briefing("The new school is to open on 5 April 2023.", "2023-04-01")
    assert "Leith: the new school to open" in briefing("The new school is to open on 5 June 2023.", "2023-04-01")


def test_a_plan_whose_day_another_article_tells_of_waits() -> None:
    done = headed("A day of speeches", f"{OPENING} The company repeated a target on 5 April 2023.", "2023-05-10")
    told = titles(
        read(
            headed("Leith after the flood", FIRST, "2023-05-10"),
            headed("Leith counts the cost", SECOND, "2023-05-10"),
            headed("Leo Mann speaks", f"{OPENING} The new school is to open on 5 April 2023.", "2023-04-01"),
            done,
        )
    )
    assert not any("school" in t for t in told), told


@pytest.mark.parametrize(
    "sentence",
    [
        "The group was split on 2 January 2023.",  # whose group, the place does not say
        "A letter and a ruling, handed down on 2 January 2023, stopped the works.",
        "The report of the Arden commission, published on 2 January 2023, blames the drains.",  # the report was
    ],
)
def test_a_name_before_it_does_not_mend_a_title_that_says_too_little_or_the_wrong_thing(sentence: str) -> None:
    told = briefing(sentence)
    assert not any("group" in t or "ruling" in t or "commission is" in t for t in told), told


def test_without_a_name_of_the_story_a_bare_report_waits() -> None:
    told = titles(read(FIRST, SECOND, f"{OPENING} A report that was published on 2 January 2023 blames the drains."))
    assert not any("report" in t for t in told), told


def test_a_day_that_an_undated_article_is_known_to_know_is_past() -> None:
    """Its plans "were to" be: an article printed later shows that their day has gone by."""
    told = briefing("Leo Mann is to visit Arden on 5 April 2023.", "2023-04-01")
    assert "Leo Mann was to visit Arden" in told, told
