"""What several reports tell, read and resolved, for the tests of events."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import convert, derive, markup
from generator.derive import Report
from generator.document import Document, Reading
from generator.model import Claim, Figure

DAY = "2023-05-10"


def read(*texts: str | tuple[str, str] | Document) -> Reading:
    """Texts, or (text, day of publication), or documents, through all stages."""
    documents = []
    for number, given in enumerate(texts):
        if isinstance(given, Document):
            documents.append(given)
            continue
        text, day = (given, DAY) if isinstance(given, str) else given
        markdown = markup.escape(text)
        documents.append(Document(f"{number}.txt", str(number), "T", markdown, markup.plain(markdown), published=day))
    return convert.resolve(convert.extract(documents, None, lambda *_: None))


def dates_of(reading: Reading) -> list[list[str | None]]:
    """For every event the dates of its claims."""
    return [sorted(reading.extractions[d].claims[c].date or "" for d, c in h.claims) for h in reading.happenings]


def status_of(reading: Reading, number: int = 0) -> str:
    of = []
    for d, c in reading.happenings[number].claims:
        raw = reading.extractions[d].claims[c]
        figures = tuple(Figure(what=f.what, value=f.value, unit=f.unit, bound=f.bound) for f in raw.figures)
        claim = Claim(
            id="e", quote="q", date=raw.date, kind=raw.kind or None, figures=figures, said_by=raw.said_by, post=raw.post
        )
        of.append(Report(str(d), claim, None, reading.extractions[d].document.published))
    return derive.status(of, derive.best_date(of))
