"""Another version of the program reads the same articles otherwise: what nobody touched follows, in silence."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import Any

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator.extract import claims
from tests.desk import Desk, run

SEEDS = {
    "one.md": (
        "---\ntitle: One\ndate: 2023-05-10\npublisher: The Harbour Post\n---\n"
        "Anna Berg visited Lisbon on 3 May 2023 for talks on fishing.\n\n"
        "Rui Salgado signed a treaty in Oslo on Tuesday.\n"
    ),
    "two.md": (
        "---\ntitle: Two\ndate: 2023-05-12\npublisher: Coastwise\n---\n"
        "Anna Berg visited Lisbon on 3 May 2023 to talk about fishing.\n"
    ),
}


@pytest.fixture
def upgraded(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run the converter as another version would read: other kinds, titles and words of the dates."""
    find = claims.find

    def run(desk: Desk) -> Any:
        def otherwise(claim: Any) -> Any:
            when = claim.when and claim.when.split()[-1]
            return replace(claim, kinds=("deal",), title=claim.title.replace("Lisbon", "Lisbon once"), when=when)

        monkeypatch.setattr(claims, "find", lambda *given: tuple(map(otherwise, find(*given))))
        shutil.rmtree(desk.content / ".cache", ignore_errors=True)
        return desk.run()

    return run


def test_what_the_program_calls_a_claim_is_no_conflict_with_an_editor(desk: Desk, upgraded: Any) -> None:
    article, first, second = "articles/one.md", desk.event("lisbon"), desk.event("oslo")
    for page in (first, second):
        run(desk, "accept", page[7:-3])
    before = desk.read(first), desk.read(second)
    desk.replace(article, "    when: on 3 May 2023\n    kind: visit\n", "    when: in May\n")
    desk.run()
    summary = upgraded(desk)
    assert summary.conflicts == ()
    assert (summary.look_again, summary.doubted) == ((), ())
    assert (desk.read(first), desk.read(second)) == before
    text = desk.read(article)
    assert "    when: in May\n    quote: Anna" in text
    assert "    when: Tuesday\n    kind: deal\n" in text
    assert "    when: '2023'\n    kind: deal\n" in desk.read("articles/two.md")
    desk.settled(runs=1)


def test_a_page_that_nobody_signed_follows(desk: Desk, upgraded: Any) -> None:
    page = desk.event("lisbon")
    upgraded(desk)
    assert "title: Anna Berg visits Lisbon once" in desk.read(page)
