"""Who did it and to whom it was done, where a headline or a comma hides it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import reading

ENTRIES = "\n- 3 May 2031: Ida Lund leaves Osby\n- 4 June 2031: The mill of Osby burns"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The bell makers, Lindvik, settled with the council of Osby in March 2031.",
            "Lindvik settles with the council of Osby",
        ),
        (f"- 12 Feb 2031: Osby bell found to be too light{ENTRIES}", "Osby bell is found to be too light"),
        ("Osby Bell, found to be too light in March 2031, was cast anew.", "Osby Bell is found to be too light"),
    ],
)
def test_a_verb_is_told_as_it_was_meant(tmp_path: Path, text: str, title: str) -> None:
    seed = tmp_path / "a.md"
    seed.write_text(f"---\ntitle: News of Osby\ndate: 2031-07-14\n---\n{text}\n", encoding="utf-8")
    claims = reading.inspect([seed])[0].extractions[0].claims
    assert title in [claim.title for claim in claims if not claim.draft]


def test_what_was_done_by_a_day_is_no_deadline(tmp_path: Path) -> None:
    seed = tmp_path / "a.md"
    text = "By March, Osby and Lindvik had set up a common court in Osby."
    seed.write_text(f"---\ntitle: News of Osby\ndate: 2031-07-14\n---\n{text}\n", encoding="utf-8")
    (claim,) = reading.inspect([seed])[0].extractions[0].claims
    assert (claim.date, claim.draft) == ("2031-03", False)
