"""What a text tells of one is given to nobody else: no other's name, no other's day, and no condition is lost."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator.document import Time
from generator.extract import anchors, lent, standing
from generator.extract.nlp import parse
from generator.extract.times import Dated
from tests.extract.told import claims_of, told


def titles(text: str, title: str = "A title") -> list[str]:
    return [title for _, title in told(text, title=title)]


def test_a_name_of_the_first_paragraph_does_not_head_what_befell_a_person_who_is_not_named() -> None:
    (doc,) = parse(["The former warden was sent to prison."])
    about = standing.Topic("Mann-Lind", "organization", leading=True, headed=False, weight=3.0)
    assert standing.kicker("The former warden is sent to prison", [about], doc[2], doc[4], [], recent=True) is None


def test_a_body_that_a_text_names_once_heads_nothing() -> None:
    (doc,) = parse(["The cable was laid on Monday."])

    def headed(once: bool) -> str | None:
        about = standing.Topic("Norvale", "organization", leading=True, headed=False, weight=3.0, once=once)
        return standing.kicker("The cable is laid", [about], doc[1], doc[3], [], recent=True)

    assert (headed(once=False), headed(once=True)) == ("Norvale", None)


@pytest.mark.parametrize(("office", "named"), [("Prime Minister", False), ("Finance Minister", True)])
def test_a_prime_minister_is_not_the_minister(office: str, named: bool) -> None:
    text = (
        f"{office} Leo Brandt announced the inquiry in parliament on Wednesday.\n\nThe opposition's spokeswoman, Anna "
        "Mann, said that she had raised the missing ledgers in a letter to the minister on 3 February 2025."
    )
    whom = "Leo Brandt" if named else "the minister"
    assert f"Anna Mann raises the missing ledgers in a letter to {whom}" in titles(text)


def test_the_company_that_a_person_left_is_not_the_one_that_acted_last() -> None:
    text = (
        "The sheds belong to Norvale Harbours, a company from Graz that bought Linden Terminals in November 2024. "
        "Norvale Harbours announced on 14 April 2025 that posts would go.\n\n"
        "Leo Mann, the manager of those days, left the company in January 2025 and grows walnuts."
    )
    assert not any("Mann" in t for t in titles(text, "One year after the strike"))


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Norvale Air's first plane lands in Leith",
            "Norvale Air's first plane landed in Leith on Tuesday. Norvale Air had won the tender.\n\n"
            "The charter flights, which the government had paid for since March 8, ended on Monday.",
        ),
        (
            "Ostvikof passes into Peruvian ownership",
            "Ostvikof passed into Peruvian hands on Tuesday. Ostvikof makes bells.\n\nLeo Brandt said that grants would"
            " be given. A new research centre for bells, which the foundation wants to build with the university in"
            " Graz, is to open in 2026.",
        ),
    ],
)
def test_what_the_text_says_to_be_anothers_stands_under_no_name(title: str, text: str) -> None:
    found = titles(text, title)
    assert len(found) == 1
    assert not any("flights" in t or "centre" in t for t in found)


def test_a_bid_does_not_return() -> None:
    text = (
        "Norvale, which built its fortune on bells, first took a 9.8 per cent stake in Linden in March 2022"
        " and saw an initial bid of 412 kroner a share turned down that September, before"
        " returning with 468 kroner in February 2025."
    )
    found = titles(text, "Norvale buys Linden")
    assert "Norvale takes a 9.8 per cent stake in Linden" in found
    assert not any("return" in t for t in found)


def test_it_is_not_the_strike_where_the_sentence_before_ends_with_a_contract() -> None:
    text = (
        "The last strike at the port of Linden lasted 17 days and ended with a contract of four years. It ran out last "
        "December and was extended twice while the parties negotiated."
    )
    assert not any(
        "strike" in c.title and "out" in c.title for c in claims_of(text, title="Dockers walk out at Linden")
    )


def test_half_of_a_stretch_is_no_day() -> None:
    text = (
        "At least 27 ledgers that had been logged at the Leith office between January 2019 and May this year are "
        "missing."
    )
    assert told(text, title="Ledgers missing in Leith") == []


@pytest.mark.parametrize(
    "text",
    [
        "Norvale Harbours announced on 14 April 2025 that 280 posts would go in Leith by the end of 2026.",
        'Norvale Harbours announced on 14 April 2025 that 280 posts would go, "by natural means where possible".',
    ],
)
def test_a_promise_is_told_with_its_condition_and_a_deadline_is_no_date(text: str) -> None:
    found = told(text, title="Norvale Harbours cuts posts")
    assert not any(date.startswith("2026") or "natural" in title for date, title in found)


def test_the_day_of_the_second_clause_is_not_lent_to_the_first() -> None:
    (doc,) = parse(["She has asked for a mediator, and on Thursday the ministry named Leo Berg."])
    day = next(t for t in doc if t.text == "Thursday")
    time = Time(day.idx, day.idx + len(day), day.text, "DATE", "2025-10-16")
    row = anchors.Anchored(Dated(time, "published", "past"), day.i, day.i + 1)
    assert lent.of_the_next(doc, doc[2], day.i - 1, row)


def test_what_a_headline_is_about_may_be_an_event_with_a_name() -> None:
    about = standing.Topic("Osk Film Days", "named_event", leading=True, headed=True, weight=3.0)
    assert standing.story("The licence is revoked", [about]) == "Osk Film Days"
