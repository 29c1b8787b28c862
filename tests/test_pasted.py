"""Paste a quote, get a claim: one claim, under a title that reads as one."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import pasted, store
from generator.model import Claim
from tests.desk import Desk

PAGE = "articles/one.md"
SEEDS = {
    "one.md": (
        "---\ntitle: One\ndate: 2023-05-10\n---\n"
        "Anna Berg visited Lisbon on 3 May 2023 for talks on fishing. "
        "The mood in the harbour had been sour for weeks before the talks, because the crews of the smaller boats, "
        "most of them family firms, had waited for their licences since winter, and nobody answered their letters.\n\n"
        "It was on 4 May 2023 that Rui Salgado, who had thanked Norway for its offer, signed the fishing treaty in "
        "Porto, and the crews went home.\n\n"
        "Eva Dahl has led the port since January 2019. She moved there as a child.\n"
    )
}


def paste(desk: Desk, quote: str) -> str:
    before = desk.pages()
    desk.edit(PAGE, lambda t: t.replace("\nevents:\n", f"\nevents:\n  - quote: {quote}\n", 1))
    desk.run()
    (page,) = [p for p in desk.pages() if p.startswith("events/") and p not in before]
    return desk.read(page)


def test_a_pasted_quote_that_is_longer_than_a_title_gets_one_that_ends_with_a_clause(desk: Desk) -> None:
    event = paste(
        desk,
        "the crews of the smaller boats, most of them family firms, had waited for their licences since winter, "
        "and nobody answered their letters",
    )
    assert "most of them family firms, had waited for their licences since winter\n" in event


def test_a_claim_that_was_taken_out_and_is_pasted_again_is_filled_in(desk: Desk) -> None:
    row = desk.read(PAGE).split("events:\n")[1].split("  - id: 2023-05-04")[0]
    desk.replace(PAGE, row, "")
    desk.run()
    assert "quote: Anna Berg visited Lisbon" not in desk.read(PAGE)
    desk.replace(
        PAGE, "events:\n", "events:\n  - quote: Anna Berg visited Lisbon on 3 May 2023 for talks on fishing.\n"
    )
    assert desk.run().conflicts == ()
    made = desk.read(PAGE).split("events:\n")[1].split("  - id: 2023-05-04")[0]
    assert sorted(line.strip(" -") for line in made.splitlines()) == sorted(
        line.strip(" -") for line in row.splitlines()
    )
    desk.settled()


def test_a_claim_that_is_put_to_an_event_without_a_date_gets_none(desk: Desk) -> None:
    event = desk.event("lisbon").removeprefix("events/").removesuffix(".md")
    row = f"  - id: {event}\n    quote: The mood in the harbour had been sour for weeks before the talks\n"
    desk.replace(PAGE, "events:\n", f"events:\n{row}")
    desk.settled()
    assert row in desk.read(PAGE)


def test_an_uncertain_claim_whose_words_are_pasted_becomes_the_claim_with_the_date_that_was_read(desk: Desk) -> None:
    desk.seed(
        "two.md",
        "---\ntitle: Two\ndate: 2023-05-12\n---\nAnna Berg thanked Norway on 11 May 2023.\n\n"
        "A second round is planned for October.\n",
    )
    desk.run()
    assert "quote: A second round is planned for October.\n    draft: true\n" in desk.read("articles/two.md")
    quote = "A second round is planned for October."
    desk.edit("articles/two.md", lambda t: t.replace("\nevents:\n", f"\nevents:\n  - quote: {quote}\n", 1))
    (told,) = desk.run().filled
    assert told[2].startswith('2023-10 ("for October")')
    (front,) = [a.front for a in store.load(desk.content).articles if a.id == "two"]
    (claim,) = [c for c in front.events if c.quote == quote]
    assert (claim.date, claim.draft) == ("2023-10", False)
    assert claim.id
    desk.settled()


def test_a_pasted_quote_swallows_the_uncertain_claim_that_lies_within_it(desk: Desk) -> None:
    assert (
        "quote: Eva Dahl has led the port since January 2019.\n    entities: [eva-dahl]\n    draft: true"
        in desk.read(PAGE)
    )
    paste(desk, "Eva Dahl has led the port since January 2019. She moved there as a child.")
    rows = [line for line in desk.read(PAGE).splitlines() if "quote: " in line and "Eva Dahl" in line]
    assert [r.strip(" -") for r in rows] == [
        "quote: Eva Dahl has led the port since January 2019. She moved there as a child."
    ]
    desk.settled()


def test_what_the_words_of_a_pasted_quote_do_not_give_is_said(desk: Desk) -> None:
    desk.seed("undated.md", "---\ntitle: Undated\n---\nRui Salgado was there. Somebody painted the pier red.\n")
    desk.run()
    rows = {
        PAGE: ["She moved there as a child.", "signed the fishing treaty in Porto, and the crews went home"],
        "articles/undated.md": ["Somebody painted the pier red."],
    }
    for page, quotes in rows.items():
        given = "".join(f"  - quote: {quote}\n" for quote in quotes)
        have = "\nevents:\n" in desk.read(page)
        desk.replace(page, "\nevents:\n" if have else "\n---\n", f"\nevents:\n{given}" + ("" if have else "---\n"))
    said = {quote: told for _, quote, told in desk.run().filled}
    assert said["She moved there as a child."].startswith("its words give no day, so 2023-05-10~ is that of the report")
    assert said["She moved there as a child."].endswith("its title is these words: write a better one there")
    assert "stays off the site until you write date: into its row" in said["Somebody painted the pier red."]
    assert "quote: Somebody painted the pier red.\n    draft: true\n" in desk.read("articles/undated.md")
    assert not [p for p in desk.pages() if "painted" in p]
    (treaty,) = (told for quote, told in said.items() if "treaty" in quote)
    assert treaty.startswith('2023-05-04 ("')
    desk.settled()


def test_a_pasted_quote_without_a_day_is_news_of_the_day_also_where_the_program_had_read_it(desk: Desk) -> None:
    words = "Mira Holt closed the old pier."
    desk.seed("pier.md", f"---\ntitle: Pier\ndate: 2023-05-12\n---\nThe board met on 3 May 2023. {words}\n")
    desk.run()
    desk.replace("articles/pier.md", "\nevents:\n", f"\nevents:\n  - quote: {words}\n")
    desk.run()
    assert "date: 2023-05-12~\n    dated_by: publication\n" in desk.read("articles/pier.md")
    desk.settled()


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("he left the port", "he  left\nthe port"),
        ("left the port.", "left\nthe port."),
        ("  she  left ", "she left"),
        ("port", "port"),
        ("por", "por"),
        ("he left the harbour", None),
        ("", None),
    ],
)
def test_a_quote_is_found_over_any_white_space_and_as_whole_words_first(quote: str, found: str | None) -> None:
    text = "\n On Monday she left, and the porter left. Then he  left\nthe port.\n"
    text = text.replace("she left,", "she left the portal,") if quote == "he left the port" else text
    span = pasted.find(text, quote)
    assert (text[slice(*span)] if span else None) == found
    assert span is None or pasted.whole(text, span) or quote == "por"


def test_a_quote_of_one_word_over_and_over_is_found_in_time() -> None:
    text = "a " * 50_000 + "b"
    assert pasted.find(text, "a " * 300 + "c") is None
    assert pasted.find(text, "a " * 300 + "b") == (len(text) - 601, len(text))
    assert pasted.find("a" * 100_000, "a" * 300) == (0, 300)


UNDATED = "articles/quay.md"


def undated(desk: Desk) -> None:
    """An article without a day, whose week is inferred, with a pasted quote that has no day of its own."""
    desk.seed(
        "quay.md",
        "---\ntitle: Quay\n---\nAnna Berg visited Lisbon on Wednesday for talks on fishing. "
        "The port's quay was repainted on Wednesday by its crew.\n",
    )
    desk.run()
    assert "published_inferred" in desk.read(UNDATED)
    desk.replace(UNDATED, "\nevents:\n", "\nevents:\n  - quote: The port's quay was repainted\n")


def waiting(desk: Desk) -> Claim:
    """The claim of the pasted quote."""
    (page,) = [a for a in store.load(desk.content).articles if a.id == "quay"]
    (row,) = [c for c in page.front.events if c.quote == "The port's quay was repainted"]
    return row


def test_a_pasted_quote_whose_date_would_be_inferred_waits_for_the_editor(desk: Desk) -> None:
    undated(desk)
    before = [p for p in desk.pages() if p.startswith("events/")]
    said = {quote: told for _, quote, told in desk.run().filled}
    why = said["The port's quay was repainted"]
    assert "stays off the site until you write date:" in why
    assert "the day of its article is only inferred (2023-" in why
    row = waiting(desk)
    assert (row.draft, row.date, row.id) == (True, None, None)
    assert [p for p in desk.pages() if p.startswith("events/")] == before
    (told,) = [t for t in desk.check_all() if "sure date" in t]
    assert "quay was repainted" in told
    assert "write date:" in told
    assert "only inferred (2023-" in told
    assert "has no day" not in why + told
    desk.settled()


def test_the_date_that_the_editor_writes_publishes_it(desk: Desk) -> None:
    undated(desk)
    desk.run()
    desk.replace(UNDATED, "quay was repainted\n", "quay was repainted\n    date: 2023-04-24\n")
    desk.run()
    row = waiting(desk)
    assert (row.draft, row.date, row.dated_by) == (False, "2023-04-24", None)
    assert any(p.startswith("events/2023-04-24") for p in desk.pages())
    assert desk.check() == []
    desk.settled()


def test_the_day_that_an_editor_writes_on_an_article_dates_what_it_tells(desk: Desk) -> None:
    desk.seed(
        "quay.md",
        "---\ntitle: Quay\n---\nAnna Berg visited Lisbon on Wednesday for talks on fishing. "
        "Mira Holt closed the old pier on Friday.\n",
    )
    desk.run()
    assert "published_inferred" in desk.read(UNDATED)
    desk.replace(UNDATED, "title: Quay\n", "title: Quay\ndate: 2023-05-08\n")
    assert desk.run().conflicts == ()
    text = desk.read(UNDATED)
    assert "date: 2023-05-08\n" in text
    assert "published_inferred" not in text
    assert "dated_by: inference" not in text
    assert "date: 2023-05-05\n    when: on Friday\n" in text.replace("'", "")
    desk.settled()


def test_a_seed_that_gives_another_day_than_the_editor_is_a_conflict(desk: Desk) -> None:
    desk.replace(PAGE, "date: '2023-05-10'", "date: 2023-05-11")
    assert desk.run().conflicts == ()
    desk.seed("one.md", SEEDS["one.md"].replace("date: 2023-05-10", "date: 2023-05-12"))
    assert [(c.field, c.yours, c.new) for c in desk.run().conflicts] == [("date", "2023-05-11", "2023-05-12")]
    (desk.content / "conflicts.yaml").write_text((desk.content / "conflicts.yaml").read_text() + "    keep: new\n")
    assert desk.run().conflicts == ()
    assert "date: 2023-05-12" in desk.read(PAGE).replace("'", "")
