"""What two lists have in common, in their order: words of two wordings, paragraphs of two versions.

`difflib` takes the square of a list's length, and of values made to hurt it the cube. So long lists are first cut where
something stands that stands once in each (Cohen's patience diff), and only what lies between is compared by it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

Block = tuple[int, int, int]  # where in the one, where in the other, how many
_DEEP = 4  # how often what lies between is cut again: what stands twice may stand once there


def blocks(one: Sequence[str], other: Sequence[str], small: int, junk: bool = False) -> list[Block]:
    """The values that both have in the same order. Lists of up to `small` values together are compared as they are;
    what lies between the cuts of longer ones and is no shorter has nothing in common. `junk`: as difflib's `autojunk`.
    """
    if len(one) + len(other) <= small:
        return _compared(one, other, junk)
    made: list[Block] = []
    open_ = [(0, len(one), 0, len(other), _DEEP)]
    while open_:
        a, a2, b, b2, deep = open_.pop()
        first = _alike(one, other, range(a, a2), range(b, b2))
        made.append((a, b, first))
        a, b = a + first, b + first
        last = _alike(one, other, range(a2 - 1, a - 1, -1), range(b2 - 1, b - 1, -1))
        a2, b2 = a2 - last, b2 - last
        made.append((a2, b2, last))
        mine, theirs = one[a:a2], other[b:b2]
        if len(mine) + len(theirs) <= small:
            made += [(a + i, b + j, size) for i, j, size in _compared(mine, theirs, junk)]
        elif deep and (cuts := _once_in_each(mine, theirs)):
            made += [(a + i, b + j, 1) for i, j in cuts]
            ends = [(-1, -1), *cuts, (len(mine), len(theirs))]
            open_ += [(a + i + 1, a + i2, b + j + 1, b + j2, deep - 1) for (i, j), (i2, j2) in pairwise(ends)]
    return sorted(block for block in made if block[2])


def _compared(one: Sequence[str], other: Sequence[str], junk: bool) -> list[Block]:
    found = SequenceMatcher(None, one, other, autojunk=junk).get_matching_blocks()
    return [(i, j, size) for i, j, size in found if size]


def _alike(one: Sequence[str], other: Sequence[str], mine: range, theirs: range) -> int:
    """How many of these places, one by one, hold the same in both."""
    count = 0
    for i, j in zip(mine, theirs, strict=False):
        if one[i] != other[j]:
            break
        count += 1
    return count


def _once_in_each(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """Places of values that each list has once: the most of them that stand in the same order in both."""
    counts = Counter(one), Counter(other)
    at = {value: i for i, value in enumerate(one) if counts[0][value] == counts[1][value] == 1}
    rows = [(at[value], j) for j, value in enumerate(other) if value in at]
    lowest: list[int] = []  # of the ends of all rising rows of each length,
    ends: list[int] = []  # with their numbers,
    before: list[int] = []  # and of each the one before it
    for n, (i, _) in enumerate(rows):
        length = bisect_left(lowest, i)
        lowest[length : length + 1] = [i]
        ends[length : length + 1] = [n]
        before.append(ends[length - 1] if length else -1)
    found, n = list[tuple[int, int]](), ends[-1] if ends else -1
    while n >= 0:
        found.append(rows[n])
        n = before[n]
    return found[::-1]
