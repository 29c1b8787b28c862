"""Passages that several texts print alike: copies of an agency's report, or of one another.

Every run of `run` words is hashed, over all texts at once, and equal hashes are brought together by sorting: time is
n log n in the number of words, however many texts share a passage.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from collections.abc import Sequence
from typing import Any

MANY = 64  # of the texts that print a passage alike, this many are named, the lowest numbers first
_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_APOSTROPHES = str.maketrans("", "", "'’ʼ")
_FACTOR = 0x9E3779B97F4A7C15  # odd: multiplication with it loses nothing modulo 2**64

Stretch = tuple[int, int, frozenset[int]]


def shared(texts: Sequence[str], run: int = 20) -> dict[int, list[Stretch]]:
    """Text number -> its maximal stretches (start, end in characters, numbers of the other texts that print it too).

    A stretch repeats at least `run` words of each of those texts; case, punctuation and the style of quotation marks
    are nothing. Stretches are in order, and may overlap where they are shared with different texts. Where more than
    `MANY` texts print a passage, the first of them stand for the others, so that the size stays linear: every text
    still names a text of the lowest number with which it shares it. Texts that share nothing are not in the answer.
    """
    if run < 1:
        raise ValueError("a passage has at least one word")
    known = _Values()
    values = [array("Q", map(known.__getitem__, _WORD.findall(text))) for text in texts]
    found = {n: _stretches(n, sets, texts[n], run) for n, sets in _sharers(values, run).items()}
    return dict(sorted(found.items()))


class _Values(dict[str, int]):
    """Word -> 64 bits that stand for it, the same in every process."""

    def __missing__(self, word: str) -> int:
        folded = word.translate(_APOSTROPHES).casefold().encode("utf-8", "replace")
        value = self[word] = int.from_bytes(hashlib.blake2b(folded, digest_size=8).digest(), "big")
        return value


def _sharers(values: list[array[int]], run: int) -> dict[int, dict[int, frozenset[int]]]:
    """Text number -> position of a run's first word -> the texts that hold this run, itself among them."""
    import numpy as np

    numbers = [n for n, words in enumerate(values) if len(words) >= run]
    if len(numbers) < 2:
        return {}
    hashes = [_hashes(np.array(values[n], dtype=np.uint64), run) for n in numbers]
    keys = np.concatenate(hashes)
    of_text = np.repeat(np.array(numbers), [len(h) for h in hashes])
    position = np.concatenate([np.arange(len(h)) for h in hashes])
    order = np.lexsort((of_text, keys))
    keys, of_text, position = keys[order], of_text[order], position[order]
    edges = np.flatnonzero(keys[1:] != keys[:-1]) + 1
    firsts, lasts = np.concatenate(([0], edges)), np.concatenate((edges, [len(keys)])) - 1
    several = of_text[firsts] != of_text[lasts]  # within a hash the texts are in order
    sets: dict[tuple[int, ...], frozenset[int]] = {}
    found: dict[int, dict[int, frozenset[int]]] = {}
    for first, last in zip(firsts[several].tolist(), (lasts[several] + 1).tolist(), strict=True):
        holders = of_text[first:last].tolist()
        named = tuple(dict.fromkeys(holders))[: MANY + 1]
        members = sets.setdefault(named, frozenset(named))
        for text, at in zip(holders, position[first:last].tolist(), strict=True):
            found.setdefault(text, {})[at] = members
    return found


def _hashes(words: Any, run: int) -> Any:
    """A polynomial over each run of words, modulo 2**64."""
    import numpy as np

    count = len(words) - run + 1
    total = np.zeros(count, dtype=np.uint64)
    factor = np.uint64(_FACTOR)
    for offset in range(run):
        total = total * factor + words[offset : offset + count]
    return total ^ (total >> np.uint64(29))


def _stretches(number: int, sets: dict[int, frozenset[int]], text: str, run: int) -> list[Stretch]:
    """Join runs that follow one another with one other text; stretches alike with several become one."""
    made: dict[tuple[int, int], set[int]] = {}
    begun: dict[int, set[int]] = {}  # position -> the other texts with which a stretch began there that goes on
    before: frozenset[int] = frozenset()
    last = -2

    def close(others: frozenset[int]) -> None:
        for first, of in list(begun.items()):
            if ended := of & others:
                made.setdefault((first, last + run - 1), set()).update(ended)
                begun[first] = of - ended
                if not begun[first]:
                    del begun[first]

    for at in sorted(sets):
        now = sets[at]
        if at != last + 1:
            close(before)
            before = frozenset()
        if now is not before:
            close(before - now)
            if new := now - before - {number}:
                begun[at] = set(new)
            before = now
        last = at
    close(before)
    words = list(_WORD.finditer(text))
    ordered = sorted((first, final, others) for (first, final), others in made.items())
    return [(words[first].start(), words[final].end(), frozenset(others)) for first, final, others in ordered]
