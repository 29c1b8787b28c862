"""Names that may be one but are not surely so: for an editor to decide, never joined.

Two names of bodies are near when taking one word off each leaves the same words; two names of places when one slip of
the pen lies between them. Both are found through what is left, so that no list is compared with itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator import gazetteer
from generator.names import fold, one_slip
from generator.resolve import bodies_match
from generator.resolve.clusters import Clusters
from generator.resolve.local import is_generic

Likely = tuple[int, int, float, tuple[str, ...]]  # (local, local, score, reasons)

# Words for the kind of body, which reports exchange more freely than the rest of its name.
_KINDS = frozenset(
    "council board committee commission authority agency department ministry division directorate bureau office"
    " organization association federation union institute center group company corporation".split()
)
_GROUPS = frozenset({"group", "holding", "holdings"})
# A key that more names than this share tells nothing about them.
_COMMON = 12


def bodies(clusters: Clusters) -> list[Likely]:
    """Organizations, agreements, events and things whose names differ in a word."""
    groups: dict[tuple[str, tuple[str, ...]], dict[tuple[str, ...], int]] = defaultdict(dict)
    for index, local in enumerate(clusters.members):
        if local.left_out or local.type in ("person", "place"):
            continue
        for name in sorted(local.names):
            parts = bodies_match.without_year(bodies_match.words(name))[0]
            if len(parts) < 2:
                continue
            for rest in {parts, *(parts[:i] + parts[i + 1 :] for i in range(len(parts)))}:
                if len(rest) >= 2 and not is_generic(" ".join(rest)):
                    groups[local.type, rest].setdefault(parts, index)
    return [
        (a, b, 0.5, (f'"{clusters.members[a].full}" and "{clusters.members[b].full}" differ in a word',))
        for a, b in _pairs(groups)
        if not _different_countries(clusters, a, b) and _differ_in_little(clusters, a, b)
    ]


def groups(clusters: Clusters) -> list[Likely]:
    """A firm and the group or holding of its name, which reports take for one as often as they tell them apart."""
    named: dict[str, dict[str, int]] = defaultdict(dict)
    for index in clusters.live("organization"):
        for name in sorted(clusters.members[index].names):
            first = fold(name).split()[0]
            if len(first) > 3 and " " in name and not (gazetteer.find(name) or gazetteer.find(first)):
                named[first].setdefault(name, index)
    found: list[Likely] = []
    for first in sorted(named):
        parents = [n for n in sorted(named[first]) if not _GROUPS.isdisjoint(fold(n).split()[1:])]
        others = [n for n in sorted(named[first]) if n not in parents]
        for parent in parents if 0 < len(others) <= _COMMON else ():
            found += [
                (named[first][parent], named[first][o], 0.3, (f'"{parent}" may be the group of "{o}", or the same',))
                for o in others
            ]
    return found


def places(clusters: Clusters) -> list[Likely]:
    """Places that the gazetteer does not know, one slip of the pen from another name."""
    groups: dict[tuple[str, tuple[str, ...]], dict[tuple[str, ...], int]] = defaultdict(dict)
    for index, local in enumerate(clusters.members):
        name = fold(local.full)
        if local.left_out or local.type != "place" or len(name) < 6:
            continue
        for rest in {name, *(name[:i] + name[i + 1 :] for i in range(len(name)))}:
            groups["place", (rest,)].setdefault((name,), index)
    return [
        (a, b, 0.4, (f'"{clusters.members[a].full}" and "{clusters.members[b].full}" are spelt alike',))
        for a, b in _pairs(groups)
        if one_slip(fold(clusters.members[a].full), fold(clusters.members[b].full))
        and not (gazetteer.find(clusters.members[a].full) and gazetteer.find(clusters.members[b].full))
    ]


def _differ_in_little(clusters: Clusters, one: int, other: int) -> bool:
    """Whether one name has a word more, or both exchange words for the kind of body ("Council", "Board")."""
    a, b = (set(bodies_match.words(clusters.members[i].full)) for i in (one, other))
    if gazetteer.find(clusters.members[one].full) and gazetteer.find(clusters.members[other].full):
        return False
    return a < b or b < a or (bool(a - b) and bool(b - a) and (a ^ b) <= _KINDS)


def _pairs(groups: dict[tuple[str, tuple[str, ...]], dict[tuple[str, ...], int]]) -> Iterator[tuple[int, int]]:
    seen: set[tuple[int, int]] = set()
    for key in sorted(groups):
        members = [groups[key][name] for name in sorted(groups[key])]
        if not 1 < len(members) <= _COMMON:
            continue
        for i, one in enumerate(members):
            for other in members[i + 1 :]:
                pair = (min(one, other), max(one, other))
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def _different_countries(clusters: Clusters, one: int, other: int) -> bool:
    """Whether each tells a country, and not the same: nobody takes the two for one."""
    a, b = (
        {c for n in clusters.members[i].names for c in bodies_match.countries(bodies_match.words(n))}
        for i in (one, other)
    )
    return bool(a and b and not a & b)
