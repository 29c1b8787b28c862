"""Slips of the pen: names of things that differ in a letter where nothing else can be meant."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from generator import gazetteer
from generator.names import fold, one_slip
from generator.resolve import bodies_match
from generator.resolve.clusters import Clusters


def join(clusters: Clusters) -> None:
    """Join misspelt names with those that they misspell; people have rules of their own (`names_match`)."""
    _join_long(clusters)
    _join_swapped(clusters)


def _join_swapped(clusters: Clusters) -> None:
    """A name of one word in which two neighbours are swapped, where several documents have it right."""
    alike: dict[tuple[str, str], dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for index, local in enumerate(clusters.members):
        if local.left_out or local.type == "person":
            continue
        for name in local.names:
            folded = fold(name)
            if len(folded) > 5 and folded.isalpha() and not gazetteer.find(name):
                alike[local.type, "".join(sorted(folded))][folded].add(index)
    for key in sorted(alike):
        usual, *others = sorted(alike[key], key=lambda n: (-len(alike[key][n]), n))
        for other in others:
            if len(alike[key][usual]) > 1 == len(alike[key][other]) and one_slip(usual, other):
                clusters.join(min(alike[key][usual]), min(alike[key][other]))


def _join_long(clusters: Clusters) -> None:
    """Names of bodies in three words and more that differ in one slip of the pen within a long word are one."""
    groups: dict[tuple[str, ...], dict[str, int]] = defaultdict(dict)
    for index, local in enumerate(clusters.members):
        if local.left_out or local.type in ("person", "place", "equipment"):
            continue
        for name in sorted(local.names):
            parts = bodies_match.words(name)
            for i, word in enumerate(parts):
                if len(parts) > 2 and len(word) > 7 and word.isalpha():
                    rest = (local.type, *parts[:i], *parts[i + 1 :])
                    for form in {word, *(word[:k] + word[k + 1 :] for k in range(len(word)))}:
                        groups[(*rest, form)].setdefault(word, index)
    for key in sorted(groups):
        found = sorted(groups[key].items())
        for (one, a), (other, b) in pairwise(found):
            if one_slip(one, other) and abs(len(one) - len(other)) < 2 and one[-1] == other[-1]:
                clusters.join(a, b)
