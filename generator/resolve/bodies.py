"""Names of bodies, places, events and things over all documents: forms of one name that are surely one.

Each rule takes one way in which reports shorten or vary a name, and joins only where the corpus offers one candidate.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from generator import gazetteer
from generator.model import EntityType
from generator.names import fold
from generator.resolve import acronyms, bodies_match
from generator.resolve.clusters import Clusters
from generator.resolve.local import Local, is_generic
from generator.resolve.name_words import spelt_out
from generator.resolve.within_bodies import country_misspelt

# What full names of a state's bodies have and reports leave out.
_OF_STATES = frozenset("national royal state federal republic".split())
# What a court or council that every town has is called by: whose it is, the town tells.
_LOCAL = frozenset("district city county regional municipal provincial magistrates crown town".split())
# Bodies of which a town, river or trade has one, with "National" or without: "Mamoré University", "Spill Agency".
_SEATS = frozenset(
    "university institute academy hospital college agency authority directorate inspectorate museum library"
    " archive council commission board".split()
)
_UNITS = frozenset("brigade division regiment battalion corps army fleet squadron wing".split())
_LONE: tuple[EntityType, ...] = ("organization", "place")
LARGEST_GROUP = 30  # names that begin alike, of which more tell nothing
SHORTEST_COMPACT = 7  # letters from which on two names that differ in a hyphen alone are one
# Words before the proper name of an event that reports leave out, with the kind that they tell: "Storm Olga" is soon
# "Olga", and soon "Hurricane Olga"; but Operation Olga is no storm.
_KINDS_OF_EVENT = {
    **dict.fromkeys("storm hurricane typhoon cyclone tropical".split(), "storm"),
    "operation": "operation",
    "exercise": "exercise",
}


def join(clusters: Clusters) -> None:
    """Apply all the rules, those that ask least of the corpus first."""
    _join_compact(clusters)
    _join_misspelt_countries(clusters)
    acronyms.join(clusters)
    _join_armies(clusters)
    _join_years(clusters)
    _join_storms(clusters)


def join_owned(clusters: Clusters) -> None:
    """Join bodies that some documents name with their country and others without."""
    _join_country_bodies(clusters)
    _join_first_words(clusters)
    _join_beginnings(clusters)
    _join_local_courts(clusters)
    _join_numbered(clusters)
    _join_unowned(clusters)
    _join_adjectives(clusters)


def _join_compact(clusters: Clusters) -> None:
    """As "Sant-Elmo" and "Santelmo": names of places and things that differ in hyphens and spaces alone.

    Short ones are one where the gazetteer has the town: "Hanoi", "Hà Nội".
    """
    places = (n for i in clusters.live("place") for n in clusters.members[i].names if " " not in n)
    towns = frozenset(
        bodies_match.plain(n) for n in places if (g := gazetteer.find(n)) and g.kind in ("city", "capital")
    )

    def keys(local: Local) -> Iterable[str]:
        if local.type == "person" or any(map(is_generic, local.names)):
            return ()
        if any(k.startswith("place:=") for k in local.keys) or (
            local.type != "place" and any("=" in k for k in local.keys)
        ):
            return ()
        compact = {bodies_match.plain(s) for n in local.names for s in (n, spelt_out(n))}
        known = towns if local.type == "place" else frozenset()
        return {f"{local.type} {c}" for c in compact if len(c) >= SHORTEST_COMPACT or c in known}

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
    named: list[tuple[int, str, str, str]] = []
    kinds: dict[str, set[str]] = defaultdict(set)
    for index in clusters.live("named_event"):
        for name in clusters.members[index].names:
            parts, year = bodies_match.without_year(bodies_match.words(name))
            telling = " ".join(p for p in parts if p not in _KINDS_OF_EVENT) or " ".join(parts)
            kind = next((_KINDS_OF_EVENT[p] for p in parts if p in _KINDS_OF_EVENT), "")
            named.append((index, telling, kind, year))
            kinds[telling] |= {kind} - {""}
    by_name: dict[tuple[str, str], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for index, telling, kind, year in named:
        # Where two kinds bear one name, the bare name may be either's.
        by_name[telling, kind if len(kinds[telling]) > 1 else ""][year].append(index)
    for (name, _), years in sorted(by_name.items()):
        if " " not in name and len(years) == 1:
            clusters.join_all([sorted({i for found in years.values() for i in found})])
        if len([y for y in years if y]) == 1 and "" in years:
            clusters.join_all([[i for y in sorted(years) for i in years[y]]])


_STORM = re.compile(r"(?:storm|hurricane|typhoon|cyclone) [a-z]{6,}")
_ALIKE = str.maketrans({"k": "c", "q": "c", "y": "i", "z": "s"})


def _join_storms(clusters: Clusters) -> None:
    """Storms whose names differ in letters of one sound: "Storm Berenike", "Storm Berenice"."""
    spelt: dict[str, list[int]] = defaultdict(list)
    for index in clusters.live("named_event"):
        for name in clusters.members[index].names:
            if _STORM.fullmatch(fold(name)):
                spelt[fold(name).translate(_ALIKE)].append(index)
    clusters.join_all([sorted(set(members)) for _, members in sorted(spelt.items())])


def _join_country_bodies(clusters: Clusters) -> None:
    """As "Chadian space agency": that country's one body whose name only has "National" or the like besides."""
    bodies: dict[tuple[str, ...], dict[tuple[str, ...], list[int]]] = defaultdict(lambda: defaultdict(list))
    for index in clusters.live("organization"):
        for name in clusters.members[index].names:
            parts = bodies_match.words(name)
            core = tuple(p for p in parts if p not in _OF_STATES)
            own = len(core) > 1 and not is_generic(" ".join(core)) and not _SEATS.isdisjoint(core)
            if own or (len(core) > 2 and bodies_match.countries(core)):
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
    lone = {fold(n) for k in _LONE for i in clusters.live(k) for n in clusters.members[i].names if " " not in n}
    for index in clusters.live("organization"):
        names = clusters.members[index].names
        single = all(len(n.split()) == 1 for n in names)
        for name in names:
            parts = fold(name).split()
            if len(parts) == 1 and not single:
                continue  # it has a fuller name of its own
            if len(parts) == 1 and len(name) > 3 and not (gazetteer.find(name) or bodies_match.is_acronym(name)):
                bare[parts[0]].append(index)
            elif (
                len(parts) > 1
                and bodies_match.within(name.split()[0], name, "organization")
                and not bodies_match.arm_of(name.split()[0], name)
                and (parts[1] not in lone or gazetteer.find(name.split()[1]))  # a merged firm's, of two names
            ):
                begun[parts[0]].add(index)
    for first, members in sorted(bare.items()):
        if len({clusters.root(i) for i in begun.get(first, ())}) == 1:
            clusters.join_all([[min(begun[first]), *members]])


def _join_beginnings(clusters: Clusters) -> None:
    """As "United Dockworkers" of one text and "United Dockworkers' Confederation" of another; no other begins so."""
    by_start: dict[tuple[str, ...], dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for index in clusters.live("organization"):
        for name in clusters.members[index].names:
            if not is_generic(name) and not gazetteer.find(name):
                by_start[tuple(fold(name).replace("'", "").split()[:2])][name].add(index)
    for start in sorted(by_start):
        names = by_start[start]
        if not 1 < len(names) <= LARGEST_GROUP:
            continue
        for short in sorted(names):
            longer = [n for n in sorted(names) if bodies_match.begins(short, n)]
            roots = {clusters.root(i) for n in longer for i in names[n]}
            if len(roots) == 1:
                into = next(iter(roots))
                for index in sorted(names[short]):
                    if not clusters.together(index, into):
                        clusters.join(into, index)  # a text that has both tells them apart


def _join_numbered(clusters: Clusters) -> None:
    """As "47th Brigade" of one text and "47th Mechanised Brigade" of another; no other has that number."""
    units: dict[tuple[str, str], dict[tuple[str, ...], set[int]]] = defaultdict(lambda: defaultdict(set))
    for index in clusters.live("organization"):
        for name in clusters.members[index].names:
            parts = fold(name).split()
            if len(parts) > 1 and re.fullmatch(r"\d+(?:st|nd|rd|th)", parts[0]) and parts[-1] in _UNITS:
                units[parts[0], parts[-1]][tuple(parts)].add(index)
    for key in sorted(units):
        longer = {clusters.root(i) for parts in units[key] if parts != key for i in units[key][parts]}
        if key in units[key] and len(longer) == 1:
            clusters.join_all([[next(iter(longer)), *sorted(units[key][key])]])


def _join_local_courts(clusters: Clusters) -> None:
    """As "the District Court" of a text: the one body of the corpus that is called so with its town before it."""
    owned: dict[tuple[str, ...], set[int]] = defaultdict(set)
    bare: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, local in enumerate(clusters.members):
        if local.type != "organization" or local.document < 0:
            continue
        for name in local.names:
            parts = fold(name).split()
            if len(parts) == 2 and parts[0] in _LOCAL and is_generic(name):
                bare[tuple(parts)].append(index)
            elif len(parts) == 3 and parts[1] in _LOCAL and not local.left_out and not is_generic(name):
                owned[tuple(parts[1:])].add(index)
    for kind, members in sorted(bare.items()):
        if len({clusters.root(i) for i in owned.get(kind, ())}) == 1:
            for index in members:
                clusters.members[index].left_out = False
                clusters.join(min(owned[kind]), index)


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
