"""Acronyms and what they stand for."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.names import fold


def abbreviates(short: str, full: str) -> bool:
    """Whether the letters of an acronym begin words of the name, in order."""
    letters = re.sub(r"[^A-Za-z]", "", short).casefold()
    parts = [w for w in re.split(r"[\s\-&]+", fold(full)) if w]
    if len(letters) < 2 or len(short.split()) > 1 or len(parts) < 2 or len(letters) > len(parts) * 4:
        return False
    return initials_match(letters, tuple(parts)) or (len(parts) > 2 and initials_match(letters, tuple(parts[1:])))


# What an acronym may leave out.
_SMALL = frozenset("of the and for de du des in on to la et al a".split())


@lru_cache(maxsize=20_000)
def initials_match(letters: str, parts: tuple[str, ...]) -> bool:
    """Letters taken from the beginnings of words, each important word giving one to four.

    Remembered, for without that a name of fourteen like words would take minutes: each word may give so many letters.
    """
    if not parts:
        return not letters
    word, rest = parts[0], parts[1:]
    if word in _SMALL and initials_match(letters, rest):
        return True
    return any(
        letters.startswith(word[:size]) and initials_match(letters[size:], rest)
        for size in range(1, min(4, len(word)) + 1)
    )
