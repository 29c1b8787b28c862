"""Names that stand side by side: in lists, in pairs, "from X to Y"; what one is, the others are."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from generator.extract import mention_types, mention_where
from generator.extract.mention_ends import Candidate
from generator.extract.mention_spans import Cutter
from generator.extract.mention_types import CERTAIN
from generator.extract.mention_words import Word


def share_in_lists(candidates: list[Candidate], cutter: Cutter) -> None:
    """As "the cities of A, B and C": what stands in a list with names of one type is likely of it."""
    words = cutter.words
    groups: list[list[Candidate]] = []
    for one, two in pairwise(candidates):
        between = [w.lower for w in words[one.stop : two.start]]
        gap = words[one.stop - 1].gap.strip()
        opening = one.start and words[one.start - 1].first and words[one.start - 1].lower in _OPENINGS
        alone = words[two.stop].lower not in ("and", "or") if two.stop < len(words) else True
        if opening and not between and alone and not words[two.stop - 1].gap.startswith(","):
            continue  # "In Iowa, Trump told a crowd": no list
        listed = not words[one.stop - 1].possessive and (
            (not between and gap in (",", ";"))
            or (
                between in (["and"], ["or"], ["and", "the"], ["the"])
                and gap in (",", "")
                and (between[0] != "the" or gap == ",")
            )
        )
        if listed and groups and groups[-1][-1] is one:
            groups[-1].append(two)
        elif listed:
            groups.append([one, two])
    for group in groups:
        joined = words[group[-2].stop].lower in ("and", "or")
        decided = [mention_types.decide(c.votes) for c in group]
        led = group[0].here == "place" and decided[0] is not None and decided[0][0] == "place"
        strong = Counter(
            d[0] for c, d in zip(group, decided, strict=True) if d and (d[1] >= 2.3 or (led and c is group[0]))
        )
        if len(strong) != 1 or len(group) < 2:
            continue
        kind, members = strong.most_common()[0]
        for candidate, verdict in zip(group, decided, strict=True):
            if kind in ("place", "person", "organization") and (verdict is None or verdict[1] < 2.3):
                tight = len(group) > 2 or words[group[0].stop - 1].gap == " "
                firm = kind == "place" and joined and tight and (led or _between(words, group[0].start))
                candidate.vote(kind, 2.4 if members > 1 and len(group) > 2 else 1.6 if firm else 0.8)
            if (
                kind == "place"
                and joined
                and candidate.here is None
                and (verdict is None or verdict[0] == "place" or verdict[1] < 2.3)
            ):
                candidate.here = "place"


def _between(words: list[Word], start: int) -> bool:
    """Whether "between" stands before a pair: "between Carrow and Loop Head"."""
    return start > 0 and words[start - 1].lower == "between"


def from_to(candidates: list[Candidate], cutter: Cutter) -> None:
    """As "from Lisbon to Carrow": where one is a place, the other is."""
    words = cutter.words
    for one, two in pairwise(candidates):
        if one.stop + 1 != two.start or words[one.stop].lower != "to" or not one.start:
            continue
        if words[one.start - 1].lower != "from" or words[one.stop - 1].gap != " " or words[one.stop].gap != " ":
            continue
        kinds = [mention_types.decide(c.votes) for c in (one, two)]
        for other, verdict in zip((two, one), kinds, strict=True):
            found = mention_types.decide(other.votes)
            place = verdict and verdict[0] == "place" and verdict[1] >= CERTAIN
            rode = one.start > 1 and mention_where.is_way(words[one.start - 2])  # "the stage from X to Y"
            place = place and (rode or not cutter.sport)
            if place and (found is None or found[1] < CERTAIN):
                other.vote("place", 1.6)


_OPENINGS = frozenset("in at near outside across from on".split())
