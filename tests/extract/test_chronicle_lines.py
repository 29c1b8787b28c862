"""Chronologies that run on within a paragraph: each entry has the day before its colon."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.extract.told import claims_of

TEXT = """A year ago today the Osk Dam burst, and Leith was drowned.

5 May: The Osk Dam bursts. Norvale Power stops its turbines. 6 May: Norvale Power pays a first sum to Leo Mann. \
9 May: Leo Mann leaves Leith.

18 May: Anna Mann sues Norvale Power.

14 February 2032: Karl Lind buys the Blue Mill.
"""


def test_each_entry_of_a_paragraph_has_its_own_day() -> None:
    made = {c.title: c.date for c in claims_of(TEXT, published="2032-05-05") if not c.draft}
    assert made["Norvale Power stops its turbines"] == "2031-05-05"
    assert made["Norvale Power pays a first sum to Leo Mann"] == "2031-05-06"
    assert made["Leo Mann leaves Leith"] == "2031-05-09"
    assert made["Anna Mann sues Norvale Power"] == "2031-05-18"
