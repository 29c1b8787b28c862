"""When an undated article was published, told from dated ones; and what must not be told."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import convert, markup
from generator.document import Document, Reading

DATED = ("Chancellor Olaf Brandt will make an official visit to Chile on Monday for talks on copper.", "2023-05-12")


def read(*texts: tuple[str, str | None]) -> Reading:
    documents = []
    for number, (text, day) in enumerate(texts):
        markdown = markup.escape(text)
        documents.append(Document(f"{number}.txt", str(number), "T", markdown, markup.plain(markdown), published=day))
    return convert.resolve(convert.extract(documents, None, lambda *_: None))


def test_next_week_is_the_week_before_the_event_that_others_date() -> None:
    undated = "Chancellor Olaf Brandt begins next week an official visit to Chile. In March he was in Peru."
    document = read(DATED, (undated, None)).extractions[1].document
    assert document.inferred is not None
    day, reason = document.inferred
    assert day == "2023-05-08/2023-05-14"
    assert "next week" in reason
    assert "2023-05-15" in reason


def test_relative_dates_are_resolved_against_the_interval_and_say_so() -> None:
    undated = "Chancellor Olaf Brandt begins next week an official visit to Chile. In March, Olaf Brandt visited Peru."
    claims = read(DATED, (undated, None)).extractions[1].claims
    assert [(c.date, c.dated_by) for c in claims] == [
        ("2023-05-15/2023-05-21", "inference"),
        ("2023-03", "inference"),
    ]


def test_nothing_shared_nothing_inferred() -> None:
    undated = "The mayor of Bergen begins next week a visit to Oslo."
    reading = read(DATED, (undated, None))
    assert reading.extractions[1].document.inferred is None
    assert all(c.date is None for c in reading.extractions[1].claims)


def test_another_persons_visit_tells_nothing() -> None:
    undated = "Prime Minister Anna Berg begins next week an official visit to Chile."
    assert read(DATED, (undated, None)).extractions[1].document.inferred is None


def test_a_printed_day_is_never_replaced() -> None:
    other = ("Chancellor Olaf Brandt begins next week an official visit to Chile.", "2023-05-11")
    assert all(e.document.inferred is None for e in read(DATED, other).extractions)
