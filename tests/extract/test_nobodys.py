"""Somebody or something whom only the article knows opens no event; what the title can say of which, it says."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator.extract.nlp import parse
from generator.extract.nobodys import national
from tests.extract.told import claims_of, titles


@pytest.mark.parametrize(
    "text",
    [
        "The headmistress won the run-off against Leo Mann on 3 May 2024.",
        "Leo Mann met the Dane in Graz on 13 June 2024.",
        "The Brazilians, who lost the bidding war of Norvale in March 2024, went home.",
        "Anna Berg published 212 pages, which she lodged with the Leith Court on 4 March 2024.",
        "The director, Professor Anna Berg, informed the ministry of culture on 3 May 2024 and closed the hall.",
    ],
)
def test_whom_only_the_article_names_opens_no_event(text: str) -> None:
    assert titles(text) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The law that the Friends of Norvale have been demanding was passed by parliament at second reading on "
            "22 June 2023.",
            "The law that the Friends of Norvale have been demanding is passed by parliament",
        ),
        (
            "The new panel, headed by Judge Anna Berg, heard the case of Norvale on 10 September 2024.",
            "The new panel headed by Judge Anna Berg hears the case of Norvale",
        ),
        (
            "Rating agency Lind Ratings cut Norvale by one notch to BBB- on 3 May 2024, citing its debt.",
            "Rating agency Lind Ratings cuts Norvale by one notch to BBB-",
        ),
        (
            "On 12 September 2024 Leo Mann announced that he was leaving the Union for Leith.",
            "Leo Mann announces that he is leaving the Union for Leith",
        ),
    ],
)
def test_a_title_says_which(text: str, title: str) -> None:
    assert title in [c.title for c in claims_of(text) if not c.draft]


def test_what_the_text_called_it_before_says_which() -> None:
    text = (
        "A parliamentary commission began to question the officials of Norvale in July 2024. On 2 September 2024 the "
        "commission held its first hearing."
    )
    assert "The parliamentary commission holds its first hearing" in [c.title for c in claims_of(text)]


def test_a_ship_is_not_the_woman_whom_a_text_names() -> None:
    text = (
        "Anna Berg directs the Osk Institute. The ship is to start for home on 3 May 2024 with a trawler at her side. "
        "She is expected in Leith around 25 May 2024."
    )
    assert not [c.title for c in claims_of(text) if "Anna Berg" in c.title and not c.draft and c.date]


def test_a_day_at_the_head_of_a_sentence_is_that_of_its_main_verb() -> None:
    text = "On 17 June 2025, three days before a strike was to begin, the OSK union and Norvale signed the Leith Pact."
    told = {c.title: c.date for c in claims_of(text) if not c.draft}
    assert told == {"The OSK union and Norvale sign the Leith Pact": "2025-06-17"}


@pytest.mark.parametrize("title", ["The Greek counter-attack opens", "The British government resigns"])
def test_an_adjective_of_a_nation_is_nobody(title: str) -> None:
    assert not national(title)
    assert list(parse([title]))
