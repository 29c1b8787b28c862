"""Titles of what a party, a witness or a disputed report says bear their speaker; what an office tells does not."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.extract.told import dated_titles


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Prosecutors say that Norvale Works issued 40 false receipts on 3 May 2024.",
            "Norvale Works issues 40 false receipts, prosecutors say",
        ),
        (
            "An engineer told the inquiry that Norvale Works had closed the sluice in Leith on 3 May 2024.",
            "Norvale Works closes the sluice in Leith, an engineer says",
        ),
        (
            "Anna Berg will leave Norvale Works on 7 September 2026, two people said.",
            "Anna Berg to leave Norvale Works, two people say",
        ),
        (
            "The report has 90 pages. It says that Norvale Works closed the sluice in Leith on 3 May 2024. Norvale "
            "Works disputes the findings.",
            "Norvale Works closes the sluice in Leith, the report says",
        ),
    ],
)
def test_one_side_is_named_with_what_it_says(text: str, wanted: str) -> None:
    assert wanted in dated_titles(text)


@pytest.mark.parametrize(
    "text",
    [
        "The police said that Norvale Works had closed the sluice in Leith on 3 May 2024.",
        "The report has 90 pages. It says that Norvale Works closed the sluice in Leith on 3 May 2024.",
        "Prosecutors say that the firm is guilty. Norvale Works closed the sluice in Leith on 3 May 2024.",
    ],
)
def test_what_nobody_disputes_needs_no_speaker(text: str) -> None:
    assert "Norvale Works closes the sluice in Leith" in dated_titles(text)


def test_what_a_clause_beside_tells_is_the_papers_own() -> None:
    text = "The blast, which damaged the Leith Museum on 3 May 2024, was an accident, a witness said."
    assert not any(t.endswith("says") for t in dated_titles(text)), dated_titles(text)
