"""Where a quote stands, and where it stands in another wording of the same text.

All texts here are plain and folded (single spaces), and all places are offsets in characters.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from generator import matching

COMMON = 200  # places of one word in a text, beyond which it tells nothing of where a passage stands
Span = tuple[int, int]

_TOKEN = re.compile(r"\w+|[^\w\s]")
CORRECTED = 0.7  # share of a passage's words that another must keep to be the same passage, corrected
LIKE_ENOUGH = 0.5  # the same, to be worth naming to whoever misquoted it
MANY = 6_000  # of these, beyond which texts are compared in parts
LONGEST = 40_000  # tokens of what differs between two texts; beyond that nothing is aligned


def of(quotes: Sequence[str], text: str) -> list[Span | None]:
    """Where each quote stands; the same words quoted again are looked for behind the place before, if there is one."""
    last: dict[str, int] = {}
    found: list[Span | None] = []
    for quote in quotes:
        at = text.find(quote, last.get(quote, 0)) if quote else -1
        if at < 0:
            at = text.find(quote) if quote else -1
        else:
            last[quote] = at + len(quote)
        found.append((at, at + len(quote)) if at >= 0 else None)
    return found


def overlap(one: Span, other: Span) -> float:
    """How much of the shorter span both share, from 0 to 1."""
    return shared(one, other) / max(min(one[1] - one[0], other[1] - other[0]), 1)


def shared(one: Span, other: Span) -> int:
    """How many characters both spans have in common."""
    return max(min(one[1], other[1]) - max(one[0], other[0]), 0)


_CLOSING = frozenset(",;:.!?…)]}”’»–—")


def nearest(quote: str, text: str) -> str | None:
    """The passage of a text that a misquoted passage most likely means; `None` where nothing is like it."""
    wanted = [m[0].casefold() for m in _TOKEN.finditer(quote)]
    spans = [m.span() for m in _TOKEN.finditer(text)]
    words = [text[s:e].casefold() for s, e in spans]
    at: dict[str, list[int]] = {}
    for i, word in enumerate(words):
        at.setdefault(word, []).append(i)
    votes: Counter[int] = Counter()
    for i, word in enumerate(wanted):
        if word[0].isalnum() and len(at.get(word, ())) <= COMMON:  # a full stop tells nothing of the place
            votes.update(p - i for p in at.get(word, ()))
    if not votes:
        return None
    near: Counter[int] = Counter()  # a word more or less shifts all that follow
    for shift, count in votes.items():
        for by in range(-2, 3):
            near[shift + by] += count
    shift = max(near, key=lambda k: (near[k], votes[k], -k))
    low, high = max(shift - 4, 0), min(shift + len(wanted) + 5, len(words))
    blocks = [b for b in SequenceMatcher(None, wanted, words[low:high], autojunk=False).get_matching_blocks() if b.size]
    if sum(b.size for b in blocks) < LIKE_ENOUGH * len(wanted):
        return None
    first = max(low + blocks[0].b - blocks[0].a, low + blocks[0].b - 1, 0) if blocks[0].a else low + blocks[0].b
    last = low + blocks[-1].b + blocks[-1].size
    if blocks[-1].a + blocks[-1].size < len(wanted):
        last = min(last + 1, len(words))
    while first < last - 1 and words[first] in _CLOSING:  # nothing begins with what ends something else
        first += 1
    return text[spans[first][0] : spans[last - 1][1]]


class Alignment:
    """Which passage of a new wording stands for a passage of the old one."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self._ours = [m.span() for m in _TOKEN.finditer(old)]
        self._theirs = [m.span() for m in _TOKEN.finditer(new)]
        self._starts = [s for s, _ in self._ours]
        self._steps = _steps([old[s:e] for s, e in self._ours], [new[s:e] for s, e in self._theirs])

    def find(self, span: Span) -> Span | None:
        """The passage that a passage of the old wording became; `None` where too little of it is left."""
        if self.old == self.new:
            return span
        first = bisect_right(self._starts, span[0]) - 1
        if first < 0 or self._ours[first][1] <= span[0]:
            first += 1
        last = bisect_left(self._starts, span[1])
        if first >= last:
            return None
        low, high, kept = self._map(first, last)
        if low >= high or kept < CORRECTED * max(last - first, high - low):
            return None
        return self._theirs[low][0], self._theirs[high - 1][1]

    def _map(self, first: int, last: int) -> tuple[int, int, int]:
        low: int | None = None
        high = kept = 0
        for tag, i1, i2, j1, j2 in self._steps:
            if i2 <= first or i1 >= last:
                continue
            if tag == "equal":
                a, b = max(first, i1) - i1 + j1, min(last, i2) - i1 + j1
                kept += b - a
            elif tag == "replace":
                a = j1 if first <= i1 else min(j1 + first - i1, j2)
                b = j2 if last >= i2 else min(j1 + last - i1, j2)
            else:
                continue
            low = a if low is None else low
            high = b
        return (low if low is not None else 0), high, kept


def _steps(old: list[str], new: list[str]) -> list[tuple[str, int, int, int, int]]:
    """The steps from one list of words to the other. What begins and ends both is cut off first: most corrections
    are small.
    """
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    ours, theirs = old[start : len(old) - end], new[start : len(new) - end]
    made: list[tuple[str, int, int, int, int]] = [("equal", 0, start, 0, start)] if start else []
    if len(ours) + len(theirs) <= LONGEST:
        a, b = start, start
        for i, j, size in [*matching.blocks(ours, theirs, MANY, junk=True), (len(ours), len(theirs), 0)]:
            i, j = i + start, j + start
            if a < i or b < j:
                made.append(("replace" if a < i and b < j else "delete" if a < i else "insert", a, i, b, j))
            if size:
                made.append(("equal", i, i + size, j, j + size))
            a, b = i + size, j + size
    if end:
        made.append(("equal", len(old) - end, len(old), len(new) - end, len(new)))
    return made
