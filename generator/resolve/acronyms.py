"""Acronyms of one text, and the names that others give in full."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from generator import gazetteer
from generator.names import fold
from generator.resolve import bodies_match
from generator.resolve.clusters import Clusters

LONG = 4  # letters of an acronym that may leave a word of its name out


def join(clusters: Clusters) -> None:
    """Join an acronym to the one name that some document declares for it, or that alone has its initials.

    Three letters are many bodies' initials: both must stand in one company. Where an acronym is declared for a
    translated name, the name in its own language has the initials.
    """
    declared: dict[str, set[int]] = defaultdict(set)
    initials: dict[str, set[int]] = defaultdict(set)
    most: dict[str, set[int]] = defaultdict(set)  # initials of all telling words but one -> names
    otherwise: dict[str, set[int]] = defaultdict(set)  # letters that the gazetteer has for another body
    spelt_out: set[str] = set()  # letters of bodies that the gazetteer knows and a text names in full
    bare: dict[str, list[int]] = defaultdict(list)
    company = Company(clusters)
    for index in clusters.live():
        local = clusters.members[index]
        if local.type in ("person", "place"):
            continue
        shorts = [n for n in local.names if bodies_match.is_acronym(n)]
        longs = [n for n in local.names if not bodies_match.is_acronym(n) and len(n.split()) > 1]
        for short in shorts:
            if longs:
                (otherwise if bodies_match.declared_otherwise(short, longs) else declared)[short].add(index)
            else:
                bare[short].append(index)
        for long in longs:
            if known := gazetteer.find(long):
                spelt_out.update(n for n in _letters(known.name) if gazetteer.find(n) == known)
            for letters in _initials(long):
                initials[letters].add(index)
            most[bodies_match.most_initials(long)].add(index)
    _join_declared(clusters, declared, initials)
    for short, members_bare in sorted(bare.items()):
        letters = short.replace(".", "").replace("&", "").casefold()
        targets = {clusters.root(i) for i in declared.get(short, ())}
        other = {clusters.root(i) for i in otherwise.get(short, ())}
        if len(other) == 1 and short not in spelt_out and company.share(otherwise[short], members_bare):
            targets = other  # a text of this story declares the letters; no text has the better known body in full
        if not targets and not gazetteer.find(short):
            near = initials.get(letters) or (most.get(letters, set()) if len(letters) >= LONG else set())
            loose = len(letters) < 4 or letters not in initials
            if "&" in short:  # "B&K": the partners' own names have it as well
                near = {i for i in near if any("&" in n for n in clusters.members[i].names)}
            enough = len(letters) > 2 or "&" in short
            if enough and not (loose and not company.share(near, members_bare)):
                targets = {clusters.root(i) for i in near}
        if len(targets) == 1:
            for index in members_bare:
                clusters.join(next(iter(targets)), index)


def _join_declared(clusters: Clusters, declared: dict[str, set[int]], initials: dict[str, set[int]]) -> None:
    for short, members in sorted(declared.items()):
        group = sorted(members)
        for index in group[1:]:
            one, two = clusters.members[group[0]], clusters.members[index]
            if any(
                bodies_match.within(a, b, one.type) or bodies_match.within(b, a, one.type)
                for a in one.names
                for b in two.names
            ):
                clusters.join(group[0], index)
        native = {clusters.root(i) for i in initials.get(short.replace(".", "").casefold(), set()) - members}
        own = any(
            bodies_match.acronym_of(short, n) for i in group for n in clusters.members[i].names if n != short
        )  # the declared name has them itself
        if len(native) == 1 and not own and len({clusters.root(i) for i in group}) == 1 and len(short) > 2:
            clusters.join(group[0], next(iter(native)))


def _letters(name: str) -> set[str]:
    return {letters.upper() for letters in _initials(name)}


class Company:
    """What each document names besides countries."""

    def __init__(self, clusters: Clusters) -> None:
        """As the sets are when it is made."""
        self.clusters = clusters
        self.keys: dict[int, set[str]] = defaultdict(set)
        for index in clusters.live():
            local = clusters.members[index]
            if not any(k.startswith("place:=") for k in local.keys):
                self.keys[local.document] |= local.keys

    def share(self, ones: Iterable[int], others: Iterable[int]) -> bool:
        """Whether documents of both name a third thing in common."""
        a, b = (set(indexes) for indexes in (ones, others))
        own = {k for i in a | b for k in self.clusters.members[i].keys}
        mine, theirs = ({k for i in s for k in self.keys[self.clusters.members[i].document]} for s in (a, b))
        return bool((mine & theirs) - own)


def _initials(name: str) -> set[str]:
    parts = [p for p in fold(name).replace("-", " ").split() if p[0].isalpha()]
    telling = [p for p in parts if p not in ("of", "the", "for", "and", "on", "in", "de", "la", "du")]
    return {"".join(p[0] for p in parts), "".join(p[0] for p in telling)}
