"""Whatever a model answers: what passes the proof is whole words of the article, under a date that our tagger reads."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")
pytest.importorskip("llm", reason="needs the reader's package: pip install '.[reader]'")

from generator import markup, pasted
from generator.document import Document, Extraction
from generator.extract import times
from generator.reader import answer, proof
from generator.reader.proof import Dropped
from tests.reader.briefing import ONE
from tests.reader.plugin import said

TEXT = ONE.split("---\n")[2].strip()
DAY = "2031-03-05"
READ = Extraction(Document("one.md", "", "One", TEXT, TEXT, published=DAY), times=times.find(TEXT, DAY))
DATES = [
    "2031-03-03",
    "2031-03-04",
    "2031-03-05",
    "2031-03-05~",
    "2031-03",
    "2031",
    "2031-03-11",
    "",
    "Tuesday",
    "9999",
]


@st.composite
def words(draw: st.DrawFn, longest: int) -> str:
    """A piece of the article, cut anywhere, sometimes with a slip."""
    start = draw(st.integers(0, len(TEXT) - 1))
    piece = TEXT[start : start + draw(st.integers(0, longest))]
    if draw(st.booleans()):
        return piece
    at = draw(st.integers(0, len(piece)))
    return (
        piece[:at]
        + draw(st.sampled_from(["", " ", "\n", "x", "not ", "“", "é"]))
        + piece[at + draw(st.integers(0, 2)) :]
    )


@settings(max_examples=400, deadline=None)
@given(
    words(120),
    st.none() | words(20) | st.sampled_from([t.text for t in READ.times]),
    st.none() | st.sampled_from(DATES),
)
def test_no_answer_passes_that_the_article_does_not_bear_out(quote: str, when: str | None, date: str | None) -> None:
    made = proof.claim(READ, quote, when, date, "llm:any")
    if isinstance(made, Dropped):
        return
    assert markup.fold(quote) == markup.fold(TEXT[made.start : made.end])
    assert pasted.whole(TEXT, (made.start, made.end))
    assert "\n\n" not in TEXT[made.start : made.end]
    assert (made.draft, made.sound, made.proposed_by) == (True, False, "llm:any")
    inside = [t for t in READ.times if made.start <= t.start and t.end <= made.end]
    if made.when:
        assert made.date == date
        assert made.date in {t.date for t in inside}
        assert made.when in markup.fold(quote)
    else:
        assert (made.date, made.dated_by, inside) == (f"{DAY}~", "publication", [])


KEYS = ["claims", "entities", "quote", "name", "type", "when"]
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), JSON, st.integers(0, 400), st.text(max_size=30))
def test_any_answer_is_read_or_not_and_nothing_else(before: str, row: Any, cut: int, behind: str) -> None:
    whole = said([{"quote": "Calm was back", "when": None, "date": None}, row])
    made = answer.parse(before + whole[:cut] + behind)
    assert len(made.claims) + len(made.names) + made.misshapen <= 2 * answer.MOST
