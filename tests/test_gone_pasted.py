"""Paste a quote, or accept a draft, on the page of an article whose seed is gone: it is filled in from the page."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import store
from generator.model import ArticleFront
from tests.desk import Desk, run

SEEDS = {
    "one.md": (
        "---\ntitle: One\ndate: 2023-05-10\npublisher: The Harbour Post\n---\n"
        "Anna Berg visited Lisbon on 3 May 2023 for talks on fishing.\n\n"
        "The mood in the harbour had been sour for weeks before the talks with Eva Dahl.\n\n"
        "A second round is planned for October.\n"
    ),
    "two.md": "---\ntitle: Two\ndate: 2023-05-12\n---\nRui Salgado flew to Oslo on 11 May 2023.\n",
    "three.txt": "Rui Salgado praised the crews of the harbour.\n\nThe boats of the port are old.\n",
}
PASTED = "The mood in the harbour had been sour for weeks before the talks with Eva Dahl."
DRAFT = "A second round is planned for October."


def front(desk: Desk, id: str = "one") -> ArticleFront:
    (found,) = [a.front for a in store.load(desk.content).articles if a.id == id]
    return found


def gone(desk: Desk, seed: str, kept: bool = True) -> str:
    """Without its seed: the id of the article's page, which an editor keeps."""
    (desk.seeds / seed).unlink()
    (id,) = desk.run().orphans
    if kept:
        run(desk, "accept", id)
        desk.run()
    return id


def paste(desk: Desk, page: str, row: str) -> None:
    text = desk.read(page)
    at = "\nevents:\n" if "\nevents:\n" in text else "\n---\n"
    desk.replace(page, at, f"\nevents:\n  - {row}\n" + ("---\n" if at == "\n---\n" else ""))


@pytest.mark.parametrize("kept", [True, False])
def test_a_pasted_quote_gets_date_names_and_an_event(desk: Desk, kept: bool) -> None:
    gone(desk, "one.md", kept)
    before = desk.pages()
    paste(desk, "articles/one.md", f"quote: {PASTED}")
    said = run(desk, "convert", str(desk.seeds))
    (claim,) = [c for c in front(desk).events if c.quote == PASTED]
    assert claim.date == "2023-05-10~"
    assert "eva-dahl" in claim.entities
    assert f"events/{claim.id}.md" in desk.pages()
    assert claim.id
    assert claim.id in said
    assert front(desk).source.gone == ("kept" if kept else "undecided")
    changed = {page for page, text in desk.pages().items() if before.get(page) != text}
    assert changed == {"articles/one.md", f"events/{claim.id}.md", ".generated.json"}
    assert desk.check() == []
    desk.settled()


def test_an_accepted_draft_becomes_a_claim_of_an_event(desk: Desk) -> None:
    gone(desk, "one.md")
    assert "run convert to fill it in" in run(desk, "accept", "one", DRAFT)
    desk.run()
    (claim,) = [c for c in front(desk).events if c.quote == DRAFT]
    assert claim.id
    assert claim.date == "2023-10"
    assert not any("claim-event" in problem or "no event" in problem for problem in desk.check_all())
    desk.settled()


def test_a_filled_claim_stays_when_the_seed_comes_back(desk: Desk) -> None:
    gone(desk, "one.md")
    paste(desk, "articles/one.md", f"quote: {PASTED}")
    desk.run()
    claims = front(desk).events
    desk.seed("one.md", SEEDS["one.md"])
    assert desk.run().conflicts == ()
    assert front(desk).events == claims
    assert front(desk).source.gone is None
    desk.settled()


@pytest.mark.parametrize("its_seed", ["is gone", "is there"])
@pytest.mark.parametrize("dated_by", ["stays", "is deleted"])
def test_without_any_day_it_says_so_and_the_day_that_an_editor_writes_makes_it_a_claim(
    desk: Desk, its_seed: str, dated_by: str
) -> None:
    id = gone(desk, "three.txt") if its_seed == "is gone" else "rui-salgado-praised-the-crews-of-the-harbour"
    quote = "The boats of the port are old."
    paste(desk, f"articles/{id}.md", f"quote: {quote}")
    assert "stays off the site until you write date: into its row" in run(desk, "convert", str(desk.seeds))
    assert desk.check() == []
    if dated_by == "is deleted":
        desk.replace(f"articles/{id}.md", "  - dated_by: inference\n    ", "  - ")
        desk.run()
    desk.replace(f"articles/{id}.md", f"quote: {quote}\n", f"quote: {quote}\n    date: 2023-05\n")
    desk.run()
    (claim,) = [c for c in front(desk, id).events if c.quote == quote]
    assert (claim.date, claim.draft) == ("2023-05", False)
    assert f"events/{claim.id}.md" in desk.pages()
    desk.settled()
