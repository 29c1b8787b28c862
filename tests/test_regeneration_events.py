"""The converter runs again after a person removed an event of which claims were edited: each run decides at once."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.desk import Desk

PAGE = "articles/a-tour.md"
SEEDS = {
    "one.md": (
        "---\ntitle: A tour\ndate: 2023-05-12\nlang: en\n---\n"
        "Rui Salgado visited Oslo on 9 May 2023 again.\n\nAnna Berg visited Lisbon on 3 May 2023.\n"
    )
}
QUOTE = "    quote: Rui Salgado visited Oslo on 9 May 2023 again"


def test_a_shortened_quote_of_a_removed_event_goes_once_its_words_are_no_more(desk: Desk) -> None:
    desk.replace(PAGE, f"{QUOTE}.\n", f"{QUOTE}\n")
    (desk.content / desk.event("oslo")).unlink()
    desk.run()
    assert f"{QUOTE}\n" in desk.read(PAGE)  # an edited claim waits for its editor
    desk.seed("one.md", SEEDS["one.md"].replace(" again.", "!"))
    desk.run()  # nothing of it is the editor's any more
    assert "quote: Rui Salgado" not in desk.read(PAGE)
    assert "quote: Anna Berg" in desk.read(PAGE)
    assert not [page for page in desk.pages() if "oslo" in page and page.startswith("events/")]
    desk.settled()


def test_a_claim_of_a_removed_event_goes_in_the_run_in_which_its_editor_takes_the_new_value(desk: Desk) -> None:
    desk.replace(PAGE, "    date: '2023-05-09'\n", "    date: '2023-05-08'\n")
    (desk.content / desk.event("oslo")).unlink()
    desk.run()
    assert f"{QUOTE}.\n" in desk.read(PAGE)
    desk.seed("one.md", SEEDS["one.md"].replace("9 May", "10 May"))
    assert desk.run().conflicts
    desk.edit("conflicts.yaml", lambda text: text.replace("    new: ", "    keep: new\n    new: "))
    desk.run()
    assert "quote: Rui Salgado" not in desk.read(PAGE)
    desk.settled()
