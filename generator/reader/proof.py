"""The proof of what a model says: its words against the article's, its dates against our own tagger's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator import dates, markup, pasted
from generator.document import Extraction, RawClaim, Time
from generator.reader.answer import Named

# Why something is not proposed, as a reader of the report is told.
Reason = Literal[
    "words that do not stand in the article",
    "dates that the words do not bear out",
    "passages that have a claim already",
    "passages that an editor took out",
    "names that do not stand in the article",
    "names that are known already",
    "rows of another shape than was asked for",
]
FEWEST = 3  # words of a quote: a name or a verb alone tells no event


@dataclass(frozen=True, slots=True)
class Dropped:
    """What was not borne out, and why."""

    why: Reason


def claim(extraction: Extraction, quote: str, when: str | None, date: str | None, by: str) -> RawClaim | Dropped:
    """A claim as a draft: the passage where the quote stands, with the date that our tagger reads there.

    Who takes part is read from the passage by ourselves; a title is made of its words. `date`: EDTF.
    """
    text = extraction.document.text
    span = pasted.find(text, quote) if len(quote.split()) >= FEWEST else None
    if span is None or not pasted.whole(text, span) or "\n\n" in text[slice(*span)]:  # no words of two paragraphs
        return Dropped("words that do not stand in the article")
    proved = _dated(extraction, span, when, date)
    if proved is None:
        return Dropped("dates that the words do not bear out")
    value, words = proved
    return replace(
        pasted.as_claim(extraction, span),
        date=value,
        when=words,
        dated_by="publication" if value and not words else None,
        draft=True,
        sound=False,
        proposed_by=by,
    )


def _dated(
    extraction: Extraction, span: tuple[int, int], when: str | None, date: str | None
) -> tuple[str | None, str | None] | None:
    """(EDTF, the words for it) that the passage bears out, either absent; `None` where model and tagger disagree."""
    inside = [t for t in extraction.times if span[0] <= t.start and t.end <= span[1]]
    if when:
        time = _meant(extraction.document.text, span, inside, when)
        if time is None or time.date is None or not _same(date, time.date):
            return None
        own = markup.fold(time.text)
        again = _meant(extraction.document.text, span, inside, own)  # what is written down must find it again
        return time.date, own if again == time else markup.fold(when)
    if any(t.type == "DATE" and t.date and dates.is_valid(t.date) for t in inside):
        return None  # the words have a date, and the model did not see it
    day = _published(extraction, span)
    if date and not (day and _same(date.rstrip("~"), day)):
        return None
    return (f"{day}~" if day else None), None


def _meant(text: str, span: tuple[int, int], inside: Sequence[Time], when: str) -> Time | None:
    """The one date of the passage within the words that the model names, or around them."""
    at = pasted.find(text[slice(*span)], when)
    if at is None:
        return None
    low, high = span[0] + at[0], span[0] + at[1]
    found = [t for t in inside if t.start < high and low < t.end]
    usable = [t for t in found if t.type == "DATE" and t.date and dates.is_valid(t.date)]
    return usable[0] if len(found) == len(usable) == 1 else None


def _same(given: str | None, ours: str) -> bool:
    if not given or not dates.is_valid(given):
        return False
    return dates.parse(given).text == dates.parse(ours).text


def _published(extraction: Extraction, span: tuple[int, int]) -> str | None:
    for post in extraction.document.posts:
        if post.start < span[1] and span[0] < post.end:
            return post.published
    return extraction.document.published


def name(extraction: Extraction, said: Named, known: Sequence[tuple[int, int]]) -> tuple[int, int] | Dropped:
    """Where a name stands in the article, within its quote; `known`: where names of entities stand."""
    text = extraction.document.text
    span = pasted.find(text, said.quote)
    within = pasted.find(text[slice(*span)], said.name) if span else None
    if span is None or within is None or not any(c.isupper() or c.isdigit() for c in said.name):
        return Dropped("names that do not stand in the article")
    low, high = span[0] + within[0], span[0] + within[1]
    if not pasted.whole(text, (low, high)) or markup.fold(text[low:high]) != said.name or "\n" in text[low:high]:
        return Dropped("names that do not stand in the article")
    if any(start < high and low < end for start, end in known):
        return Dropped("names that are known already")
    return low, high
