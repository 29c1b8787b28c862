"""Names of firms and things that reports write in two ways, too far apart to be joined: for an editor to decide.

A firm's name from another script may be spelt by its vowels in many ways ("Baeul", "Bae-ool"), and a thing of a series
loses its number where the reader knows which one flies. Both may as well be two: they are proposed, never joined.
"""

from __future__ import annotations

import re
from collections import defaultdict

from generator import gazetteer
from generator.names import fold
from generator.resolve import bodies_match
from generator.resolve.clusters import Clusters
from generator.resolve.likely import Likely

_SHORTEST, _LONGER = 5, 2  # letters of a word spelt in two ways, and by how many one spelling may be longer
_COMMON = 12  # names in a group, of which more tell nothing
_NUMBERED = re.compile(r"(?P<name>[^\W\d_]{4,})[ -](?P<number>\d{1,3})")


def firms(clusters: Clusters) -> list[Likely]:
    """Bodies of two words and more with equal further words, whose first words have the same consonants."""
    groups: dict[tuple[str, ...], dict[str, int]] = defaultdict(dict)
    for index in clusters.live("organization"):
        for name in sorted(clusters.members[index].names):
            parts = [w for w in (w.strip(".,") for w in fold(name).split()) if w and w not in gazetteer.legal_words()]
            first, rest = (parts[0], parts[1:]) if parts else ("", [])
            bones = first[:1] + re.sub(r"[aeiouyw]", "", first[1:])
            if not rest or len(first) < _SHORTEST or len(bones) < 2 or not first.isalpha() or gazetteer.find(first):
                continue
            if not bodies_match.tells_kind(first):
                groups[bones, *rest].setdefault(first, index)
    found: list[Likely] = []
    for key in sorted(groups):
        words = sorted(groups[key])
        if not 1 < len(words) <= _COMMON:
            continue
        for one, other in ((a, b) for i, a in enumerate(words) for b in words[i + 1 :]):
            a, b = groups[key][one], groups[key][other]
            if abs(len(one) - len(other)) <= _LONGER and not clusters.together(a, b):
                told = f'"{clusters.members[a].full}" and "{clusters.members[b].full}" may be two spellings'
                found.append((a, b, 0.4, (told,)))
    return found


def numbered(clusters: Clusters) -> list[Likely]:
    """A thing by its name alone, and the only one of that name with a number: "Kestro", "Kestro-5"."""
    series: dict[str, dict[str, int]] = defaultdict(dict)
    bare: dict[str, int] = {}
    for index in clusters.live("equipment"):
        for name in sorted(clusters.members[index].names):
            if made := _NUMBERED.fullmatch(name):
                series[fold(made["name"])].setdefault(made["number"], index)
            elif " " not in name and name.isalpha():
                bare.setdefault(fold(name), index)
    return [
        (index, only, 0.4, (f'"{clusters.members[only].full}" is the only one of its name with a number',))
        for name, index in sorted(bare.items())
        if len(series.get(name, ())) == 1
        for only in series[name].values()
        if not clusters.together(index, only)
    ]
