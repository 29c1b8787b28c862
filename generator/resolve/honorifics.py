"""What a name is without the honorifics of its culture: "Tan Sri Abu Talib", "Maître Hélène Vasseur", "U Thein Zaw".

The table is titles.txt. Some honorifics are names as well ("Tun", "Don", "Sri"), so that all are taken off only where
two words and more are left: "Sheikh Hasina" and "U Thant" keep theirs.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator import gazetteer

PARTICLES = frozenset(
    "al el ul bin bint binti binte ben ibn van von der den de da dos das do du del della di la le los las ter ten zu y "
    "e ould wuld uld ad as ash an ar at az".split()
)
LONGEST = 3  # words of an honorific
# Of the table, what names a family or a calling as often: no honorific before a name in another text.
_RATHER_NAMES = frozenset({"st", "lord", "brother", "sister", "father", "mother", "herr"})
# What stands behind a given name: "Ahmet Bey".
_BEHIND = frozenset({"bey", "hanım", "hanim", "efendi", "sahib", "saheb"})
# Offices and degrees that stand between honorifics: "Professor Dame", "Dr. h.c.".
_DEGREES = frozenset({"professor", "prof", "dr", "doctor", "hc", "h c"})


@lru_cache(maxsize=1)
def _table() -> frozenset[str]:
    tables = gazetteer.sections("titles.txt", whole_lines=True)
    found = {_plain(t) for t in tables["honorific"] | tables["honorific or name"]}
    return frozenset(found - _RATHER_NAMES) | _DEGREES


def _plain(phrase: str) -> str:
    return re.sub(r"[\s.'’\-]+", " ", phrase.casefold()).strip()


@lru_cache(maxsize=100_000)
def without(name: str) -> str:
    """A person's name as printed, without the honorifics before it, where two words and more are left."""
    words = name.split()
    start = 0
    while len(words) > 1 and words[-1].casefold() in _BEHIND and len(words) < LONGEST + 1:
        words.pop()
    while len(words) - start > 2:
        for length in range(min(LONGEST, len(words) - start - 2), 0, -1):
            if sum(w.casefold() not in PARTICLES for w in words[start + length :]) < 2:
                continue  # "Sheikh Wuld al-Mukhtar": his first name
            phrase = words[start : start + length]
            initial = length == 1 and len(phrase[0]) == 2 and phrase[0].endswith(".")  # "U. Thein": not "U"
            if _plain(" ".join(phrase)) in _table() and not initial:
                start += length
                break
        else:
            break
    return " ".join(words[start:])
