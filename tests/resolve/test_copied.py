"""Sentences that are printed again: what their words for the time meant when they were first printed."""

from __future__ import annotations

from generator.document import Document, Extraction, RawClaim
from generator.resolve import copied

SAILED = "the ferry Aurin went down off Osk last September"


def printed(before: str, day: str, date: str) -> Extraction:
    text = f"{before}{SAILED}."
    claim = RawClaim(text.index(SAILED), len(text) - 1, SAILED, date=date, when="last September")
    return Extraction(Document("a.txt", "a", "T", text, text, published=day), claims=(claim,))


def dates_of(*extractions: Extraction) -> list[str | None]:
    return [e.claims[0].date for e in copied.settle(extractions)]


def test_the_second_print_has_the_date_of_the_first() -> None:
    before = "Two of the crew swam ashore after "
    first, again = printed(before, "2031-03-02", "2030-09"), printed(before, "2032-03-02", "2031-09")
    assert dates_of(first, again) == ["2030-09", "2030-09"]
    other = printed("In Tarn nobody has forgotten how ", "2032-03-02", "2031-09")
    assert dates_of(first, other) == ["2030-09", "2031-09"]


def test_a_sentence_without_an_end_is_known_by_what_stands_near() -> None:
    """As in a list, whose rows end in no full stop; what stands far before them is of another list."""
    rows = "".join(f"berth {n} closed; " for n in range(40))
    assert len(rows) > 500
    first = printed(f"Ports, spring: {rows}", "2031-03-02", "2030-09")
    again = printed(f"All ports, autumn: {rows}", "2032-03-02", "2031-09")
    assert dates_of(first, again) == ["2030-09", "2030-09"]
