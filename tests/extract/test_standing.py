"""Names set before a title that names nobody: only that of which the words surely are."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import convert, markup
from generator.document import Document
from generator.extract import standing
from generator.extract.nlp import parse
from tests.extract.told import told


def titles(title: str, *paragraphs: str) -> list[str]:
    markdown = markup.escape("\n\n".join(paragraphs))
    document = Document("x.txt", "0", title, markdown, markup.plain(markdown), published="2023-11-24")
    (made,) = convert.extract([document], None, lambda *_: None).extractions
    return [c.title for c in made.claims if c.date and not c.draft and c.whole]


def test_a_headline_with_half_of_a_name_has_not_that_name() -> None:
    found = titles(
        "Leith goes back to work",
        "In the stand of Athletic Leith nobody sang. Athletic Leith had lost.",
        "On Monday a letter was read out at the mill.",
    )
    assert not any(t.startswith("Athletic Leith:") for t in found)


def test_where_the_headline_names_what_it_is_about_no_other_name_is_the_kicker() -> None:
    found = titles(
        "Tarn 2 is on her way",
        "It was quiet in the hall of the Osk Academy of Science. Then the Tarn 2 probe left the ground, and the Osk"
        " Academy of Science cheered.",
        "The Heron 4 rocket rose on Sunday. Three days earlier a bad cable had stopped the count at forty seconds.",
    )
    assert not any(t.startswith("Osk Academy") for t in found)


def test_a_place_with_which_the_sentence_begins_says_where_it_was() -> None:
    found = titles(
        "Tarn fever spreads in Osk",
        "Tarn fever spreads in Osk, and Osk has no more beds.",
        "In Norway, 22 people had died by Wednesday.",
    )
    assert found == ["22 people have died in Norway by 22 November"]


def test_of_two_of_one_family_neither_stands_before_a_case() -> None:
    text = (
        "Dario Osk kept the dam. Piera Osk speaks for the families of Leith. Piera Osk did not speak on Monday.\n\n"
        "Piera Osk was charged in May. The case against the warden, Dario Osk, was shelved on 17 July."
    )
    assert all("Osk: the case" not in title for title in titles("The dam", *text.split("\n\n")))


@pytest.mark.parametrize("body", ["Radek Labour Directorate", "Osk Confederation of Sports"])
def test_a_body_that_many_stories_have_to_do_with_heads_none(body: str) -> None:
    found = titles(
        "Skier is told to wait",
        f"The {body} closed the slope at once and the {body} sent two inspectors, who wrote it all down. The {body} was"
        " asked why, and gave no reason.",
        "The ban was to end on 18 March 2024. The panel sat in Leith on 2 November.",
    )
    assert not any(t.startswith(body) for t in found)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The cutting of the steel is expected in March.", ["Norvale"]),
        ("The barges will be sold in March.", ["Norvale"]),
        ("A rubber boat turned over in the swell.", ["Osk Shield", "Norvale"]),
    ],
)
def test_a_named_event_heads_nothing_that_is_yet_to_come(text: str, left: list[str]) -> None:
    topics = [
        standing.Topic("Osk Shield", "named_event", True, True, 2.0),
        standing.Topic("Norvale", "organization", True, False, 2.0),
    ]
    verb = next(iter(parse([text]))).sents.__next__().root
    assert [t.name for t in standing.of_its_days(topics, verb)] == left


def test_the_moon_is_nobodys_town() -> None:
    text = "LEITH - The Moon rose. People looked at the Moon.\n\nThe school will be closed on 24 October 2025."
    assert not any(t.startswith("Moon:") for _, t in told(text, title="A day for the Moon"))


def test_who_came_together_about_a_town_did_not_meet_in_it() -> None:
    found = titles(
        "Talks about Graz go on",
        "The dead of Graz were buried, and in Graz nobody worked. Graz was quiet.",
        "The parties came back to the table on Tuesday.",
    )
    assert not any(t.startswith("Graz:") for t in found)


def test_a_country_is_too_wide_for_a_fire() -> None:
    found = titles(
        "Poland sells boats",
        "Boats of Poland are cheap, and Poland builds them fast. Poland is proud.",
        "The fire broke out on Tuesday and destroyed a paint hall.",
    )
    assert not any(t.startswith("Poland:") for t in found)


def test_a_ship_named_once_is_not_what_the_text_is_about() -> None:
    found = titles(
        "A pier for Leith",
        "On Saturday a band played in Leith. The patrol ship Osk Star made fast.",
        "The law was published on Tuesday. The berth was opened on Monday.",
    )
    assert not any(t.startswith("Osk Star:") for t in found)
