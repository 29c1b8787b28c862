"""Plans for a day of which a later article tells, in no words that make a claim: "the minister was here on 3 May".

Beside it, "The minister was to visit Graz" would tell readers that nobody knows what came of it. It stays with the
editors, as a draft.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from generator import dates
from generator.document import Extraction, Identities
from generator.resolve.likeness import Row

_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = rf"(?P<{{}}>{'|'.join(f'{m[:3]}(?:{m[3:]})?' if m[3:] else m for m in _MONTHS)})"
_DAY = re.compile(
    rf"\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH.format('m1')}\b"
    rf"|\b{_MONTH.format('m2')}\.? (?P<d2>\d{{1,2}})\b"
)
_SENTENCE = re.compile(r"(?<=[a-z\d)”\"][.!?]) +(?=[A-Z“\"])|\n+")

SOON = 300  # days: in an article of later on, "3 May" may be that of another year


class Days:
    """Which articles name whom in one sentence with which day of the year."""

    def __init__(self, extractions: Sequence[Extraction], identities: Identities) -> None:
        self._of: dict[tuple[int, int], list[tuple[int, int, frozenset[str]]]] = defaultdict(list)
        for number, extraction in enumerate(extractions):
            published = extraction.document.published
            if not published:
                continue
            text, printed = extraction.document.text, dates.parse(published).upper.toordinal()
            named = sorted(
                (m.start, identities.of_mention[number, i])
                for i, m in enumerate(extraction.mentions)
                if (number, i) in identities.of_mention
            )
            begin, at = 0, 0
            for end in (*(m.start() for m in _SENTENCE.finditer(text)), len(text)):
                who = set()
                while at < len(named) and named[at][0] < end:
                    who.add(named[at][1])
                    at += 1
                for found in _DAY.finditer(text, begin, end) if who else ():
                    month = (found["m1"] or found["m2"])[:3]
                    day = int(found["d1"] or found["d2"])
                    key = next(k for k, m in enumerate(_MONTHS, 1) if m.startswith(month)), day
                    self._of[key].append((number, printed, frozenset(who)))
                begin = end

    def tell_of(self, rows: Sequence[Row]) -> bool:
        """Whether all rows plan for one day of which a later article tells, with one of those who act in them."""
        if not all(r.claim.planned and r.low and r.low == r.high and r.printed for r in rows):
            return False
        articles = {r.key[0] for r in rows}
        return any(
            number not in articles
            and 0 <= printed - row.low <= SOON
            and row.printed < row.low
            and not who.isdisjoint(row.entities)
            for row in rows
            for number, printed, who in self._of.get(_month_and_day(row.low), ())
        )


def _month_and_day(ordinal: int) -> tuple[int, int]:
    day = date.fromordinal(ordinal)
    return day.month, day.day
