"""What an editor who misquotes is offered."""

from __future__ import annotations

import pytest

from generator import places

TEXT = "The repair cost 2.1 million euros. It took the whole of a wet spring until the harbour, now dry, was opened."


@pytest.mark.parametrize(
    ("quote", "offered"),
    [
        ("the repair cost 2.3 million euros", "The repair cost 2.1 million euros"),
        ("until the harbour was opened", "until the harbour, now dry, was opened"),
        ("harbour.", "harbour,"),  # full stops stand everywhere, and tell nothing of the place
        ("dock now dry, was opened", "now dry, was opened"),  # no passage begins with a comma
        ("A letter from the mayor", None),
        ("…", None),
        ("", None),
    ],
)
def test_a_misquoted_passage_is_found_by_its_words(quote: str, offered: str | None) -> None:
    assert places.nearest(quote, TEXT) == offered
