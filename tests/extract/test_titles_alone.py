"""Titles that could not be read alone in a list of events wait; what a title needs is kept in it."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator.extract import standing
from generator.extract.nlp import parse
from tests.extract.told import told


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "LEITH, 14 November (OWS) - Inspectors opened eleven sheds of the trading house Norvale Beans Ltd on "
            "Monday.",
            ("2025-10-20", "Inspectors open eleven sheds of the trading house Norvale Beans Ltd"),
        ),
        (
            "On 3 May 2024, in a boat shed in Leith, the convention of the Osk Front (OF) nominates Berg, a teacher "
            "whom few know.",
            ("2024-05-03", "The convention of the Osk Front nominates Berg"),
        ),
        (
            "The Norvale Tribunal informed the Ministry of Culture on Tuesday of its ruling.",
            ("2025-10-21", "The Norvale Tribunal informs the Ministry of Culture of its ruling"),
        ),
        (
            "Leo Mann leads Norvale. In March 2024 his daughter Anna Mann wrote to Karl Lind of Brandt Works.",
            ("2024-03", "Anna Mann writes to Karl Lind of Brandt Works"),
        ),
        ("Leo Mann of the Steppe Party won in Leith on 3 May 2024.", ("2024-05-03", "Leo Mann wins in Leith")),
        ("Anna Berg won the Osk Prize on 3 May 2024.", ("2024-05-03", "Anna Berg wins the Osk Prize")),
    ],
)
def test_a_title_keeps_what_it_needs(text: str, wanted: tuple[str, str]) -> None:
    assert told(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Leo Mann of Graz, who won in 2015 and again in September 2020, may not stand again.",
        "The Norvale Tribunal informed the Ministry of Culture on Tuesday that the repayment of the first instalment "
        "is suspended until it has decided.",
        "A first instalment of 70,000 euros was paid in February and must be returned within thirty days, according "
        "to the Norvale Ministry's decision.",
        "On 8 December 2024 the Osk Markets Board (OMB) decides to look at the deal more thoroughly.",
        "The lorry of Leo Mann got stuck on 3 May 2024.",
        "24 April 2025. The only debate, in the Teatro Norvale.",
        "Leo Mann leads Norvale. In March 2024 his daughter Anna, the chief executive, wrote to Karl Lind of Brandt "
        "Works, a firm with good ovens and heavy debts.",
    ],
)
def test_what_says_too_little_alone_waits(text: str) -> None:
    assert told(text) == []


def test_the_line_that_dates_a_page_is_no_happening() -> None:
    text = "The Osk Post, Leith, 28 June 2025, updated 11:15\n\nOn 27 June 2025 Anna Berg resigned in Leith."
    assert [title for _, title in told(text, published=None)] == ["Anna Berg resigns in Leith"]


def test_the_parties_that_a_text_named_before_are_not_known_in_a_list() -> None:
    text = "Norvale Foods and Norvale Mills join. The first contact between the parties took place in March 2023."
    assert told(text, title="Norvale Foods joins") == []


def test_a_documents_issuer_heads_no_title() -> None:
    (doc,) = parse(["The definitive count concluded on 19 May."])
    noun, verb = doc[2], doc[3]

    def headed(name: str) -> str | None:
        about = standing.Topic(name, "place", leading=True, headed=True, weight=9.0)
        return standing.kicker("The definitive count concludes", [about], noun, verb, [], "Austria", recent=True)

    assert headed("Graz") == "Graz"
    assert headed("Republic of Austria") is None


@pytest.mark.parametrize(
    "text",
    [
        "The valves were unloaded in the port of Graz on 3 May 2025.",
        "The solution was found on 3 May 2025 at a meeting in Graz.",
        "Ann Sorel had sworn in July 2025 that the player would leave over her dead body.",
    ],
)
def test_what_only_the_article_explains_opens_no_event(text: str) -> None:
    assert told(text) == []


def test_a_headlines_firm_says_of_whose_works_a_title_speaks() -> None:
    text = (
        "Norvale Cables was sold. Norvale Cables has 300 workers. Ann Sorel entered the works on 3 May 2025 as an "
        "apprentice. Norvale Cables makes drums."
    )
    assert ("2025-05-03", "Norvale Cables: Ann Sorel enters the works as an apprentice") in told(
        text, title="Norvale Cables changes hands"
    )


def test_of_two_countries_of_a_headline_neither_heads_what_befalls_both() -> None:
    text = (
        "Peru and Chile signed a deal. Peru gained. Chile gained. A joint commission is to hold its first meeting in "
        "November 2025."
    )
    assert not any(title.startswith(("Peru:", "Chile:")) for _, title in told(text, title="Peru and Chile sign a deal"))


def test_a_masthead_and_a_paper_head_nothing() -> None:
    text = (
        "The Radek Courier, Graz, 12 July 2025\n\nAnn Sorel teaches in Linz.\n\nNew elections are to be held in "
        "October 2025.\n\nThe Radek Courier is read in Graz."
    )
    found = [title for _, title in told(text, publisher="The Radek Courier")]
    assert not any(title.startswith(("Graz:", "Radek Courier:", "The Radek Courier:")) for title in found)
