"""Plans for a day of which a later article tells, in no words that make a claim: "the minister was here on 3 May".

Beside it, "The minister was to visit Graz" would tell readers that nobody knows what came of it. It stays with the
editors, as a draft.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator import dates
from generator.document import Extraction, Identities
from generator.resolve.likeness import Row, words_of
from generator.resolve.same_day import DAY, named_in_sentences

SOON = 300  # days: of what was planned longer ago, an article of that day hardly tells


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence that names somebody and a day."""

    article: int
    printed: int
    who: frozenset[str]
    in_full: bool  # "3 May"; else "on Thursday", of which a text tells more things
    words: frozenset[str]

    def of(self, row: Row) -> bool:
        """Whether it can be what came of a plan for that day."""
        common = any(_one(a, b) for a in self.who for b in row.entities)
        return common and (self.in_full or not self.words.isdisjoint(row.words))


def _one(id: str, other: str) -> bool:
    """Whether two ids are of one entity, or of one person under a longer and a shorter name."""
    short, long = sorted((id, other), key=len)
    return short == long or ("-" in short and long.startswith(f"{short}-"))


class Days:
    """Which articles name whom in one sentence with which day: as it is printed, or as "on Thursday" means it."""

    def __init__(self, extractions: Sequence[Extraction], identities: Identities) -> None:
        self._of: dict[str, list[_Told]] = defaultdict(list)
        for number, extraction in enumerate(extractions):
            document = extraction.document
            published = document.published or (document.inferred[0] if document.inferred else None)
            if not published:
                continue
            printed = dates.parse(published).upper.toordinal()
            times = sorted(
                (t.start, t.date[:10], bool(re.search(r"\d", t.text)))
                for t in extraction.times
                if t.date and DAY.match(t.date)
            )
            when = 0
            for begin, end, who in named_in_sentences(number, extraction, identities):
                days = set()
                while when < len(times) and times[when][0] < end:
                    days.add(times[when][1:])
                    when += 1
                for day, in_full in sorted(days) if who else ():
                    words = frozenset() if in_full else words_of(document.text[begin:end])
                    self._of[day].append(_Told(number, printed, who, in_full, words))

    def tell_of(self, rows: Sequence[Row]) -> bool:
        """Whether all rows plan for one day of which a later article tells, with one of those who act in them."""
        if not all(r.claim.planned and r.low and r.low == r.high and r.printed for r in rows):
            return False
        articles = {r.key[0] for r in rows}
        return any(
            told.article not in articles
            and 0 <= told.printed - row.low <= SOON
            and row.printed < row.low
            and told.of(row)
            for row in rows
            for told in self._of.get(date.fromordinal(row.low).isoformat(), ())
        )
