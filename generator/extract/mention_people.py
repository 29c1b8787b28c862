"""What tells of a name that a person bears it: an age, and an honorific before a part of it elsewhere in the text."""

from __future__ import annotations

import re

from generator.counts import NUMBERS
from generator.extract import gazetteer_words as tables
from generator.extract.mention_ends import Candidate
from generator.extract.mention_spans import Cutter
from generator.extract.mention_words import Word
from generator.names import fold

_AGE = re.compile(rf"[1-9]\d|{'|'.join(word for word, n in NUMBERS.items() if n > 1)}")
_OLD = re.compile(r"(?:[1-9]\d?|[a-z]+|[a-z]+-[a-z]+)-year-old", re.IGNORECASE)
_TOLD = 2.5  # what an age tells
# What a "he is ten" may be followed by, in the sentence; "is ten kilometres away" tells of a place.
_GOES_ON = frozenset("and but now when years".split())
# Honorifics that some languages have before given names, of up to so many words.
_LONGEST = 2


def aged(candidate: Candidate, words: list[Word]) -> None:
    """As "X is ten and lives there", "X, a ten-year-old", "ten-year-old X": whoever has an age is somebody."""
    at, last = candidate.stop, words[candidate.stop - 1]
    if candidate.stop - candidate.start < 2 or last.possessive:
        return
    if candidate.start and _OLD.fullmatch(words[candidate.start - 1].text) and words[candidate.start - 1].gap == " ":
        candidate.vote("person", _TOLD)
    elif at + 2 < len(words) and last.gap == " " and words[at].lower in ("is", "was"):
        age, behind = words[at + 1], words[at + 2]
        ends = age.gap[:1] in (",", ".", ";") or (age.gap == " " and behind.lower in _GOES_ON)
        if _AGE.fullmatch(age.lower) and ends:
            candidate.vote("person", _TOLD)
    elif at + 1 < len(words) and last.gap == ", ":
        child = words[at].lower in ("a", "an", "the") and _OLD.fullmatch(words[at + 1].text)
        if child or (words[at].lower == "aged" and _AGE.fullmatch(words[at + 1].lower)):
            candidate.vote("person", _TOLD)


def addressed(candidates: list[Candidate], names: list[str], cutter: Cutter) -> set[str]:
    """Folded names of two words and more of which an honorific before the first one tells a person: "Encik Zul".

    Only honorifics that stand before given names: behind "Mr" is a family's name, and firms bear those.
    """
    words = cutter.words
    called = set()
    for candidate, name in zip(candidates, names, strict=True):
        if " " in name or not candidate.title:
            continue
        for length in range(1, min(_LONGEST, candidate.start) + 1):
            before = words[candidate.start - length : candidate.start]
            if tables.stands_before_given(" ".join(w.text for w in before)) and all(w.gap == " " for w in before):
                called.add(fold(name))
    found = set()
    for candidate, name in zip(candidates, names, strict=True):
        parts = fold(name).split()
        if 1 < len(parts) < 5 and parts[0] in called and not cutter.head(candidate.start, candidate.stop):
            candidate.vote("person", 4.0)
            found.add(fold(name))
    return found
