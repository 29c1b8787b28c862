"""Claims found in sentences: title, date, and what must not be published."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import convert, markup
from generator.document import Document, Extraction, RawClaim

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "claims.yaml").read_text(encoding="utf-8"))


def read(text: str, published: str | None = None) -> Extraction:
    """One text through the whole of extraction."""
    markdown = markup.escape(text)
    document = Document("x.txt", "0", "A title", markdown, markup.plain(markdown), published=published)
    (made,) = convert.extract([document], None, lambda *_: None).extractions
    return made


def sure(made: Extraction) -> list[RawClaim]:
    """What can open an event by itself."""
    return [c for c in made.claims if c.date and not c.draft and c.whole]


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:50] for case in CASES])
def test_claims(case: dict[str, Any]) -> None:
    made = read(case["text"], str(case["published"]))
    found = sure(made)
    if "at_most" in case:
        assert len(found) <= case["at_most"]
        return
    assert [(c.title, c.date) for c in found] == [(c["title"], str(c["date"])) for c in case["claims"]]
    for claim, wanted in zip(found, case["claims"], strict=True):
        assert claim.dated_by == wanted.get("dated_by")


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:50] for case in CASES])
def test_every_quote_stands_in_the_text_and_every_title_fits(case: dict[str, Any]) -> None:
    made = read(case["text"], str(case["published"]))
    for claim in made.claims:
        quote = made.document.text[claim.start : claim.end]
        assert quote == quote.strip()
        assert quote
        assert markup.stands_in(quote, markup.plain(made.document.markdown))
        assert len(claim.title) <= 90


def test_two_happenings_of_one_sentence_have_words_of_their_own() -> None:
    made = read("Tomas Havel visited Rome in March 2021, and Maria Lopez opened a museum in Madrid in June 2021.")
    one, two = sure(made)
    text = made.document.text
    assert "Madrid" not in text[one.start : one.end]
    assert "Rome" not in text[two.start : two.end]


def test_who_is_credited_stands_in_the_sources_words() -> None:
    (claim,) = sure(read("The spokesman of the port said that dockers in Antwerp stopped work on 3 May 2023."))
    assert claim.said_by == "spokesman of the port"


def test_a_stated_length_is_kept() -> None:
    (claim,) = sure(read("Tomas Havel made a three-day visit to Rome in March 2021."))
    assert claim.lasts == "P3D"


def test_figures_are_kept_with_what_became_of_whom_and_how_sure_it_is() -> None:
    (claim,) = sure(read("In May 2021, rescuers evacuated 3,000 villagers and at least 20 horses from Ostrava."))
    assert [(f.what, f.value, f.bound) for f in claim.figures] == [
        ("villagers evacuated", 3000.0, None),
        ("horses evacuated", 20.0, "least"),
    ]


def test_money_has_its_currency() -> None:
    (claim,) = sure(read("In May 2021, Norvale Foods bought a mill in Graz in a deal worth $48 million."))
    assert [(f.what, f.value, f.unit) for f in claim.figures] == [("sum", 48_000_000.0, "USD")]


def test_without_a_day_of_publication_the_lead_is_not_dated() -> None:
    assert sure(read("Senegal launched its first satellite from a base in Kourou.")) == []


def test_a_stretch_of_the_calendar_ends_by_itself() -> None:
    made = read(
        "Harbeck Foods said its sales rose in the quarter that ended Sept. 30. The quarter ended Sept. 30.",
        "2013-10-23",
    )
    assert [c.title for c in made.claims if c.date == "2013-09-30" and not c.draft] == []


@pytest.mark.parametrize(
    "text",
    [
        "Harbeck Foods and Norvale on Wednesday signed a supply agreement worth 210 million euros.",
        "Lesotho today buys a third of its electricity from its neighbours.",
        "Leo Mann had been flown there on Friday after a fall in Graz.",
        "Leo Mann was crowned in Graz in March 1992, a year after he had come to power, and driven from it by "
        "soldiers in August 1994.",
        "On Friday the Graz Authority gave its approval.",
        "A first flood followed in Graz in March 2016.",
        "Talks between the two broke down in Graz on Friday.",
    ],
)
def test_no_title_says_half(text: str) -> None:
    told = [c.title for c in sure(read(text, "2025-10-23"))]
    assert [t for t in told if t != "Leo Mann is crowned in Graz" and "Harbeck Foods and Norvale" not in t] == []


def test_an_hour_alone_has_the_day_of_another_sentence() -> None:
    made = read("The flood at the Graz tin mine began at about 6:40 a.m., the owner Norvale said.", "2025-10-23")
    assert sure(made) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Leith was dark. Firemen came to Leith by boat.\n\nOn Wednesday, 3,100 people were evacuated.",
            "Leith: 3,100 people are evacuated",
        ),
        ("Leith was dark. Firemen came to Leith by boat.\n\nOn Wednesday the merger took effect.", None),
    ],
)
def test_a_place_heads_what_befalls_its_people_not_a_firms_affairs(text: str, title: str | None) -> None:
    markdown = markup.escape(text)
    document = Document("x.txt", "0", "Leith is dark", markdown, markup.plain(markdown), published="2025-10-23")
    (made,) = convert.extract([document], None, lambda *_: None).extractions
    found = [c.title for c in sure(made) if "dark" not in c.title and "Firemen" not in c.title]
    assert found == ([title] if title else [])


def test_who_is_credited_by_a_pronoun_is_whoever_spoke_before() -> None:
    said = (
        "Councillor Lewis Onslow accused the mayor of silence. Judith Ashgrove received the Calder report in January "
        "2022, {} said."
    )
    (claim,) = [c for c in read(said.format("he")).claims if c.date == "2022-01"]
    assert claim.said_by == "Lewis Onslow"
    (claim,) = [c for c in read(said.format("she")).claims if c.date == "2022-01"]
    assert claim.said_by is None
