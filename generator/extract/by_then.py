"""Titles of what was, or is to be, so *by* a day, which is no day of a happening: the title says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import dates
from generator.extract import anchors
from generator.extract.times import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from generator.extract.anchors import Anchored, Anchors

MONTHS = [month.capitalize() for month in lexicon.MONTHS]


def with_day(doc: Doc, title: str | None, times: Anchors, best: Anchored | None, limit: int) -> str | None:
    """The title with "by 30 September" behind it, where its words say "by" and it has room."""
    if title is None or best is None:
        return title
    time_first = times.with_preposition(best)
    value = anchors.edtf(best.time) if doc[time_first].lower_ == "by" else None
    day = _phrase(value) if value else None
    if day is None or " by " + day in title:
        return title
    longer = f"{title} by {day}"
    return longer if len(longer) <= limit else title


def _phrase(value: str) -> str | None:
    """A day, month or year in words; the year of a day or month stands beside the title."""
    date = dates.parse(value)
    if date.interval or date.approximate or date.start is None:
        return None
    first = date.lower
    if date.precision == "day":
        return f"{first.day} {MONTHS[first.month - 1]}"
    return {"month": MONTHS[first.month - 1], "year": str(first.year)}.get(date.precision)
