"""Names of bodies, places, events and things over all documents: forms of one name that are surely one.

Each rule takes one way in which reports shorten or vary a name, and joins only where the corpus offers one candidate.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from generator import gazetteer
from generator.names import fold
from generator.resolve import bodies_match
from generator.resolve.clusters import Clusters
from generator.resolve.within import Local, country_misspelt, is_generic

# What full names of a state's bodies have and reports leave out.
_OF_STATES = frozenset("national royal state federal republic".split())
SHORTEST_COMPACT = 7  # letters from which on two names that differ in a hyphen alone are one
# Words before the proper name of an event that reports leave out: "Storm Olga" is soon "Olga".
_KINDS_OF_EVENT = frozenset("storm hurricane typhoon cyclone operation exercise tropical".split())


def join(clusters: Clusters) -> None:
    """Apply all the rules, those that ask least of the corpus first."""
    _join_compact(clusters)
    _join_misspelt_countries(clusters)
    _join_acronyms(clusters)
    _join_armies(clusters)
    _join_years(clusters)


def join_owned(clusters: Clusters) -> None:
    """Join bodies that some documents name with their country and others without."""
    _join_country_bodies(clusters)
    _join_first_words(clusters)
    _join_unowned(clusters)
    _join_adjectives(clusters)


def _join_compact(clusters: Clusters) -> None:
    """As "Sant-Elmo" and "Santelmo": names of places and things that differ in hyphens and spaces alone."""

    def keys(local: Local) -> Iterable[str]:
        if local.type == "person" or any(map(is_generic, local.names)):
            return ()
        if any(k.startswith("place:=") for k in local.keys) or (
            local.type != "place" and any("=" in k for k in local.keys)
        ):
            return ()
        compact = {re.sub(r"[^a-z0-9]", "", fold(n)) for n in local.names}
        return {f"{local.type} {c}" for c in compact if len(c) >= SHORTEST_COMPACT}

    groups = clusters.grouped(keys)
    clusters.join_all(groups[k] for k in sorted(groups))


def _join_misspelt_countries(clusters: Clusters) -> None:
    """A name one slip away from a country that the corpus names is that country."""
    present = {
        gazetteer.country(n): i
        for i in clusters.live("place")
        for n in clusters.members[i].names
        if gazetteer.country(n)
    }
    for index in clusters.live("place"):
        codes = {country_misspelt(n) for n in clusters.members[index].names}
        if len(codes) == 1 and (code := next(iter(codes))) and code in present:
            clusters.join(present[code], index)


def _join_acronyms(clusters: Clusters) -> None:
    """An acronym to the one name that some document declares for it, or that alone has its initials."""
    declared: dict[str, set[int]] = defaultdict(set)
    initials: dict[str, set[int]] = defaultdict(set)
    bare: dict[str, list[int]] = defaultdict(list)
    for index in clusters.live():
        local = clusters.members[index]
        if local.type in ("person", "place"):
            continue
        shorts = [n for n in local.names if bodies_match.is_acronym(n)]
        longs = [n for n in local.names if not bodies_match.is_acronym(n) and len(n.split()) > 1]
        for short in shorts:
            if longs:
                declared[short].add(index)
            else:
                bare[short].append(index)
        for long in longs:
            for letters in _initials(long):
                initials[letters].add(index)
    for _, members in sorted(declared.items()):
        group = sorted(members)
        for index in group[1:]:
            one, two = clusters.members[group[0]], clusters.members[index]
            if any(
                bodies_match.within(a, b, one.type) or bodies_match.within(b, a, one.type)
                for a in one.names
                for b in two.names
            ):
                clusters.join(group[0], index)
    for short, members_bare in sorted(bare.items()):
        targets = {clusters.root(i) for i in declared.get(short, ())}
        if not targets and len(short.replace(".", "")) >= 4:
            targets = {clusters.root(i) for i in initials.get(short.replace(".", "").casefold(), ())}
        if len(targets) == 1:
            for index in members_bare:
                clusters.join(next(iter(targets)), index)


def _initials(name: str) -> set[str]:
    parts = [p for p in fold(name).replace("-", " ").split() if p[0].isalpha()]
    telling = [p for p in parts if p not in ("of", "the", "for", "and", "on", "in", "de", "la", "du")]
    return {"".join(p[0] for p in parts), "".join(p[0] for p in telling)}


def _join_armies(clusters: Clusters) -> None:
    """As "Chadian army" is that country's armed forces where the corpus offers one full name for them."""
    armies: dict[str, list[int]] = defaultdict(list)
    full: dict[str, set[int]] = defaultdict(set)
    for index in clusters.live("organization"):
        for name in clusters.members[index].names:
            code = bodies_match.army_of(name)
            body = gazetteer.find(name)
            if body and body.kind == "body" and body.iso:
                full[body.iso].add(index)
            elif (
                bodies_match.is_full_army(name) and len(found := bodies_match.countries(bodies_match.words(name))) == 1
            ):
                full[next(iter(found))].add(index)
            elif code:
                armies[code].append(index)
    for code, members in sorted(armies.items()):
        roots = {clusters.root(i) for i in full.get(code, ())}
        if len(roots) == 1:
            for index in members:
                clusters.join(next(iter(roots)), index)


def _join_years(clusters: Clusters) -> None:
    """A named event without a year is the one with a year, where the corpus knows only one year of it."""
    by_name: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for index in clusters.live("named_event"):
        for name in clusters.members[index].names:
            parts, year = bodies_match.without_year(bodies_match.words(name))
            telling = [p for p in parts if p not in _KINDS_OF_EVENT] or parts
            by_name[" ".join(telling)][year].append(index)
    for name, years in sorted(by_name.items()):
        if " " not in name and len(years) == 1:
            clusters.join_all([sorted({i for found in years.values() for i in found})])
        if len([y for y in years if y]) == 1 and "" in years:
            clusters.join_all([[i for y in sorted(years) for i in years[y]]])


def _join_country_bodies(clusters: Clusters) -> None:
    """As "Chadian space agency": that country's one body whose name only has "National" or the like besides."""
    bodies: dict[tuple[str, ...], dict[tuple[str, ...], list[int]]] = defaultdict(lambda: defaultdict(list))
    for index in clusters.live("organization"):
        for name in clusters.members[index].names:
            parts = bodies_match.words(name)
            core = tuple(p for p in parts if p not in _OF_STATES)
            if len(core) > 2 and bodies_match.countries(core):
                bodies[core][parts].append(index)
    for core in sorted(bodies):
        fuller = [p for p in sorted(bodies[core]) if p != core]
        if core in bodies[core] and len(fuller) == 1:
            clusters.join_all([[*bodies[core][fuller[0]], *bodies[core][core]]])


def _join_first_words(clusters: Clusters) -> None:
    """As "Norland" of one text and "Norland Bank" of another: the one firm of the corpus whose name begins so.

    What is called by its place alone ("Norland Court") is not called so, nor what the gazetteer knows.
    """
    begun: dict[str, set[int]] = defaultdict(set)
    bare: dict[str, list[int]] = defaultdict(list)
    for index in clusters.live("organization"):
        for name in clusters.members[index].names:
            parts = fold(name).split()
            if len(parts) == 1 and len(name) > 3 and not (gazetteer.find(name) or bodies_match.is_acronym(name)):
                bare[parts[0]].append(index)
            elif len(parts) > 1 and bodies_match.within(name.split()[0], name, "organization"):
                begun[parts[0]].add(index)
    for first, members in sorted(bare.items()):
        if len({clusters.root(i) for i in begun.get(first, ())}) == 1:
            clusters.join_all([[min(begun[first]), *members]])


def _join_adjectives(clusters: Clusters) -> None:
    """As "III Corps" of one text and "Greek III Corps" of another, where only one country has such a body.

    A body that the gazetteer knows by the bare name is not one country's.
    """
    bodies: dict[tuple[str, ...], dict[frozenset[str], list[int]]] = defaultdict(lambda: defaultdict(list))
    for index in clusters.live("organization"):
        local = clusters.members[index]
        for name in local.names:
            if not (is_generic(name) or gazetteer.find(name) or bodies_match.is_acronym(name)):
                parts = bodies_match.words(name)
                core = tuple(p for p in parts if not p.startswith("="))
                if len(core) > 1:
                    bodies[core][bodies_match.countries(parts)].append(index)
    for core in sorted(bodies):
        told = [c for c in bodies[core] if c]
        if len(told) == 1 and frozenset() in bodies[core]:
            clusters.join_all([[*bodies[core][told[0]], *bodies[core][frozenset()]]])


def _join_unowned(clusters: Clusters) -> None:
    """As "the Central Bank" of a text that tells no country, or several: the one body of the corpus that is called so.

    Where several owners have such a body, or no other text tells whose it is, the name stays out.
    """
    owned: dict[tuple[str, ...], set[int]] = defaultdict(set)
    bare: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, local in enumerate(clusters.members):
        full = [n for n in local.names if not bodies_match.is_acronym(n)]
        if local.type != "organization" or local.document < 0 or not full or not all(map(is_generic, full)):
            continue
        for name in full:
            if len(parts := bodies_match.words(name)) > 1:
                if local.left_out or not any("=" in k for k in local.keys):
                    bare[parts].append(index)
                if not local.left_out:
                    owned[parts].add(index)
    for parts, members in sorted(bare.items()):
        told = [i for i in sorted(owned.get(parts, set())) if any("=" in k for k in clusters.members[i].keys)]
        roots = {clusters.root(i) for i in told or sorted(owned.get(parts, set()))}
        if len(roots) == 1:
            for index in members:
                clusters.members[index].left_out = False
                clusters.join(next(iter(roots)), index)
