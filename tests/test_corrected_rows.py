"""A name that an editor corrects in one article's row is corrected there: no other entity's page follows it."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import store
from tests.desk import Desk, run

SEEDS = {
    "one.md": (
        "---\ntitle: One\ndate: 2023-05-10\npublisher: The Harbour Post\n---\n"
        "Minister Anna Berg met Rui Salgado in Lisbon on 3 May 2023 for talks on fishing.\n"
    ),
    "two.md": (
        "---\ntitle: Two\ndate: 2023-05-12\npublisher: The Tide\n---\n"
        "The painter Ana Bergh opened a gallery in Porto on 9 May 2023.\n\n"
        "Anna Berg praised the gallery on 10 May 2023.\n"
    ),
}


@pytest.mark.parametrize("where", ["articles/two.md", "entities/ana-bergh.md"])
@pytest.mark.parametrize("new", ["Ana Borg", "Anna Borg", "Ana Berg"])
def test_the_page_of_a_similar_name_stays_with_its_mentions(desk: Desk, new: str, where: str) -> None:
    run(desk, "accept", "ana-bergh")
    before = desk.pages()
    rows = {a.id: {r.id: r.names for r in a.front.entities} for a in store.load(desk.content).articles}
    if where.startswith("entities/"):
        desk.replace(where, "name: Ana Bergh", f"name: {new}")
    else:
        desk.replace(where, "[Ana Bergh]", f"[{new}]")
    desk.run()
    assert desk.pages()["entities/anna-berg.md"] == before["entities/anna-berg.md"]
    after = {a.id: {r.id: r.names for r in a.front.entities} for a in store.load(desk.content).articles}
    assert after["one"] == rows["one"]
    assert after["two"]["anna-berg"] == rows["two"]["anna-berg"]
    assert after["two"]["ana-bergh"] == ((new,) if where.startswith("articles/") else ("Ana Bergh",))
    assert new in desk.read("entities/ana-bergh.md")
    desk.settled()
