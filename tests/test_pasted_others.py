"""A pasted quote is one claim, of its own words: it draws no other passage to its event, and no other's date to it."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import store
from generator.model import Claim
from tests.desk import Desk

SEEDS = {
    "one.md": (
        "---\ntitle: One\ndate: 2023-05-10\npublisher: The Harbour Post\n---\n"
        "Rui Salgado flew to Oslo on 9 May 2023.\n\n"
        "Eva Dahl resigned from the board of the port. Her friends were not surprised.\n"
    ),
    "two.md": (
        "---\ntitle: Two\ndate: 2023-08-20\npublisher: Coastwise\n---\n"
        "Anna Berg visited Lisbon on 3 August 2023.\n\n"
        "Eva Dahl had resigned from the board of the port after a quarrel over licences with Rui Salgado. "
        "Rui Salgado praised the new harbour of Oslo, which opened in spring. "
        "The ministry closed the old port of Oslo.\n"
    ),
    "three.md": (
        "---\ntitle: Three\ndate: 2023-09-12\npublisher: The Cod Gazette\n---\n"
        "The ministry closed the old port of Oslo on 9 September 2023, workers said.\n"
    ),
}


def paste(desk: Desk, page: str, quote: str, more: str = "") -> dict[str, str]:
    """Quote -> what convert says of it."""
    desk.replace(page, "\nevents:\n", f'\nevents:\n  - quote: "{quote}"\n{more}')
    return {quote: told for _, quote, told in desk.run().filled}


def claims(desk: Desk) -> list[tuple[str, Claim]]:
    return [(a.id, c) for a in store.load(desk.content).articles for c in a.front.events]


@pytest.mark.parametrize("more", ["", "    date: '2019-04'\n"], ids=["no date", "dated"])
@pytest.mark.parametrize("page", ["one", "two"])
def test_a_pasted_quote_is_one_claim_and_draws_no_other_to_its_event(desk: Desk, page: str, more: str) -> None:
    before = claims(desk)
    quote = {"one": "Eva Dahl resigned from the board", "two": "Eva Dahl had resigned from the board"}[page]
    paste(desk, f"articles/{page}.md", quote, more)
    ((article, made),) = [c for c in claims(desk) if c not in before]
    assert (article, made.quote) == (page, quote)
    assert "status: unverified\n" in desk.read(f"events/{made.id}.md")
    desk.settled()


def test_a_date_that_belongs_to_what_another_claim_of_the_sentence_tells_is_not_taken(desk: Desk) -> None:
    said = paste(desk, "articles/two.md", "Rui Salgado praised the new harbour of Oslo")
    (made,) = [c for _, c in claims(desk) if c.quote in said]
    assert (made.date, made.dated_by, made.kind) == ("2023-08-20~", "publication", None)
    assert "its words give no day" in said[made.quote]
    desk.settled()


def test_a_date_that_only_its_sentence_gives_is_said_to_be_from_there(desk: Desk) -> None:
    fair = (
        "On 14 September 2023 the port had a fair, and old Mr Lund was there. Rui Salgado flew to Porto on 2 May 2023."
    )
    desk.seed("four.md", f"---\ntitle: Four\ndate: 2023-09-20\n---\n{fair}\n")
    desk.run()
    said = paste(desk, "articles/four.md", "old Mr Lund was there")["old Mr Lund was there"]
    assert said.startswith(
        '2023-09-14 ("14 September 2023", which its sentence says, not the quote: give its row another'
    )


def test_a_quote_that_is_a_claim_of_the_page_already_is_named_and_changes_nothing(desk: Desk) -> None:
    row = next(c for a, c in claims(desk) if a == "two" and "closed" in c.quote)
    before = desk.pages()
    assert paste(desk, "articles/two.md", row.quote) == {}
    added = desk.read("articles/two.md")
    assert {p for p in before if desk.pages()[p] != before[p]} <= {"articles/two.md", ".generated.json"}
    assert added.replace(f'  - quote: "{row.quote}"\n', "") == before["articles/two.md"].decode()
    (fault,) = [fault for fault in desk.check_all() if "twice" in fault]
    assert "take one of the two out" in fault
    desk.settled()


def test_a_misquoted_row_is_told_once_with_words_that_begin_with_a_word(desk: Desk) -> None:
    desk.replace("articles/one.md", "\nevents:\n", '\nevents:\n  - quote: "Rui Salgado, flew to Porto on 9 May"\n')
    (fault,) = [fault for fault in desk.check_all() if "articles/one.md" in fault]
    assert fault.endswith('does not stand in the body; it says "Rui Salgado flew to Oslo on 9 May"')
    desk.replace("articles/one.md", "Rui Salgado, flew to Porto on 9 May", "Lund flew to Oslo on 9 May")
    (fault,) = [fault for fault in desk.check_all() if "articles/one.md" in fault]
    assert fault.endswith('it says "Salgado flew to Oslo on 9 May"')
