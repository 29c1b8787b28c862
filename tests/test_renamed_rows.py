"""`rename` gives a page another id: each row of each article follows in the next run, also where no seed is read."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.desk import Desk, run

SEEDS = {
    "one.md": (
        "---\ntitle: One\ndate: 2023-05-10\npublisher: The Harbour Post\n---\n"
        "Anna Berg met Rui Salgado in Lisbon on 3 May 2023 for talks on fishing.\n"
    ),
    "two.md": (
        "---\ntitle: Two\ndate: 2023-05-12\npublisher: The Tide\n---\n"
        "Anna Berg met Rui Salgado in Lisbon on 3 May 2023. The mood was sour.\n"
    ),
}


@pytest.mark.parametrize("seedless", [False, True])
def test_no_row_keeps_the_old_id(desk: Desk, seedless: bool) -> None:
    event = desk.event_id("2023-05-03")
    own = f"  - id: {event}\n    quote: The mood was sour.\n    entities: [rui-salgado]\n    place: lisbon\n"
    desk.replace("articles/two.md", "\nevents:\n", f"\nevents:\n{own}")
    posted = "  - id: rui-salgado\n    names: [Rui Salgado]\n    role: skipper\n    post: A Reader\n"
    desk.replace("articles/two.md", "\nentities:\n", f"\nentities:\n{posted}")
    desk.run()
    if seedless:
        (desk.seeds / "two.md").unlink()
        desk.run()
    for old, new in ((event, "harbour-talks"), ("rui-salgado", "rui-s"), ("lisbon", "lisboa")):
        run(desk, "rename", old, new)
    assert desk.run().conflicts == ()
    for article in ("articles/one.md", "articles/two.md"):
        text = desk.read(article)
        for old in (f": {event}\n", "rui-salgado", ": lisbon\n", "[lisbon", " lisbon"):
            assert old not in text, f"{old} stands in {article}\n{text}"
    assert desk.check() == []
    desk.settled()
