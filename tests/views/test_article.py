"""The page of a source: its claims numbered, and what each became."""

from __future__ import annotations

from generator.views import article, event
from generator.views.lookup import Lookup
from tests.views.ferry import DIGEST, ENTITIES, EVENTS, NEWSPAPER, Build


def test_an_article_numbers_its_claims_as_the_text_makes_them(build: Build) -> None:
    turned = NEWSPAPER.replace("id: ferry-aground", "id: X").replace("id: inquiry-opens", "id: ferry-aground")
    swapped = turned.replace("id: X", "id: inquiry-opens").replace("date: 2031-03-03", "date: 2031-04-01", 1)
    look = build(articles={"gazette": NEWSPAPER, "tide": DIGEST}, events=EVENTS, entities=ENTITIES)
    assert swapped != NEWSPAPER
    page = article.view(look, "gazette")
    assert [(c.number, c.quote[:10]) for c in page.claims] == [(1, "The ferry "), (2, "An inquiry")]


def test_a_claim_that_stands_later_in_the_front_matter_keeps_its_number(build: Build) -> None:
    head, _, tail = NEWSPAPER.partition("      - id: ferry-aground")
    first, second = ("      - id: ferry-aground" + tail).split("      - id: inquiry-opens")
    second, _, body = second.partition("    ---\n")
    turned = f"{head}      - id: inquiry-opens{second}{first}    ---\n{body}"
    look = build(articles={"gazette": turned, "tide": DIGEST}, events=EVENTS, entities=ENTITIES)
    page = article.view(look, "gazette")
    assert [(c.number, c.title) for c in page.claims] == [
        (1, "A ferry runs aground off Varno"),
        (2, "An inquiry is to open"),
    ]
    single = event.view(look, "inquiry-opens").table.single
    assert single is not None
    assert single.claim.address == "/sources/gazette/#c2"


def test_a_margin_note_says_who_says_otherwise(ferry: Lookup) -> None:
    page = article.view(ferry, "tide")
    first, second = page.claims
    assert (first.date, first.how, first.rival) == (
        "Its date: February 2031.",
        "One independent report says 3 March 2031.",
        True,
    )
    assert (first.credited, second.date) == ("Credited to the coastguard.", "It gives no date.")


def test_a_digest_says_whose_article_it_digests(ferry: Lookup) -> None:
    page = article.view(ferry, "tide")
    assert page.digest_line == "This is our digest of The Evening Tide, 5 March 2031."
    assert (page.digest_title, page.digest_url) == ("All saved", "https://example.net/saved")
    assert article.view(ferry, "gazette").digest_line == ""


def test_an_address_that_is_no_web_address_is_no_link(build: Build) -> None:
    bad = DIGEST.replace("https://example.net/saved", "javascript:alert(1)")
    look = build(articles={"gazette": NEWSPAPER, "tide": bad}, events=EVENTS, entities=ENTITIES)
    assert article.view(look, "tide").digest_url == ""
