"""The day above a page's headline, where the article tells that it is its own, and not that on which it was saved.

It is so where the newest that the article tells with a day lies some days before it: of a page that was saved weeks or
years later, a day and month falls into these days by chance alone.
"""

from __future__ import annotations

from datetime import date

from generator.document import Extraction
from generator.resolve import own_days, partial

NEWS = 10  # days within which an article of this day tells of something


def day(extraction: Extraction) -> tuple[str, str] | None:
    """(EDTF day, reason), or none."""
    above = extraction.document.above
    if above is None or extraction.document.published:
        return None
    own = date.fromisoformat(above)
    told = {_last(own, bare.text) for bare in extraction.bare if bare.open and bare.direction == "past"}
    newest = max((d for d in (*told, own_days.not_before(extraction)) if d), default=None)
    if newest is None or not 0 <= (own - newest).days <= NEWS:
        return None
    return above, f"the line above its headline bears {above}"


def _last(own: date, words: str) -> date | None:
    """The last such day and month up to a day."""
    key = partial.month_day(words)
    if key is None:
        return None
    for year in (own.year, own.year - 1):
        try:
            found = date(year, *key)
        except ValueError:
            continue
        if found <= own:
            return found
    return None
