"""Sentences that one article took over from another word for word: what "last September" meant when they were written.

Background paragraphs are printed again for years. Their relative dates ("last September", "a week earlier") still speak
from the day of the first print, and so does a claim that is found in them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from generator.document import Extraction, RawClaim
from generator.names import fold

FEWEST_WORDS = 12  # of a sentence that two writers hardly write alike
LONGEST = 500  # characters before a claim in which its sentence begins
_YEAR = re.compile(r"\d{4}")
_ENDS = re.compile(r"[.!?][\"”’')]*\s+(?=[\"“‘'(]?[A-Z])|\n")


def quote(extraction: Extraction, claim: RawClaim) -> str:
    """The sentence of a claim with the claim marked in it, so that two prints of it are the same.

    Empty where the sentence is too short to be known again.
    """
    text = extraction.document.text
    far = max(0, claim.start - LONGEST)
    start = max((m.end() for m in _ENDS.finditer(text, far, claim.start + 1)), default=far)
    after = _ENDS.search(text, claim.end)
    end = after.start() if after else len(text)
    parts = (text[start : claim.start], text[claim.start : claim.end], text[claim.end : end])
    words = [re.findall(r"\w+", fold(part)) if part else [] for part in parts]
    return "|".join(" ".join(part) for part in words) if sum(map(len, words)) >= FEWEST_WORDS else ""


def settle(extractions: Sequence[Extraction]) -> tuple[Extraction, ...]:
    """The documents with each copied claim dated as the first print dates it.

    Only where both give the same words for the time, and these name no year: then only the day of writing can have made
    the difference. A print whose day is not known is neither the first nor a copy.
    """
    prints: dict[tuple[str, str], list[tuple[str, int, int]]] = defaultdict(list)
    for d, extraction in enumerate(extractions):
        day = extraction.document.published
        for c, claim in enumerate(extraction.claims):
            if not (day and claim.date and claim.when) or claim.dated_by or _YEAR.search(claim.when) or claim.post:
                continue
            if words := quote(extraction, claim):
                prints[words, claim.when].append((day, d, c))
    changed: dict[int, dict[int, str | None]] = defaultdict(dict)
    for rows in prints.values():
        day, first, c = min(rows)
        for later, d, at in rows:
            if d != first and later > day:
                changed[d][at] = extractions[first].claims[c].date
    made = list(extractions)
    for d, dates in changed.items():
        claims = tuple(replace(claim, date=dates.get(c, claim.date)) for c, claim in enumerate(extractions[d].claims))
        made[d] = replace(extractions[d], claims=claims)
    return tuple(made)
