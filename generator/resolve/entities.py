"""Who is who over all documents: the things that documents name, joined where they are surely one.

What is only likely becomes a proposal and stays apart. Every join is refused where it would put two full names of
different people, two kinds of thing, or two pages that editors keep into one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from generator import gazetteer
from generator.document import Extraction, Identities
from generator.model import EntityFront, EntityType
from generator.names import fold
from generator.resolve import blocking, bodies_match, evidence, likely, names_match, people, slips
from generator.resolve.clusters import Clusters
from generator.resolve.identities import Proposal, identities
from generator.resolve.likely import Likely
from generator.resolve.within import Local, canonical, country_misspelt, is_generic, locals_of

# What full names of a state's bodies have and reports leave out.
_OF_STATES = frozenset("national royal state federal republic".split())
SHORTEST_COMPACT = 7  # letters from which on two names that differ in a hyphen alone are one
# Words before the proper name of an event that reports leave out: "Storm Olga" is soon "Olga".
_KINDS_OF_EVENT = frozenset("storm hurricane typhoon cyclone operation exercise tropical".split())


def resolve(extractions: Sequence[Extraction], known: Sequence[tuple[str, EntityFront]] = ()) -> Identities:
    """Give every certain mention its entity, over all documents at once.

    `known` are the pages that editors keep, (id, front matter): a name on exactly one page is that page's; its id,
    name and type stay. A name on several pages is resolved by a fuller name or by the company in the article, else it
    is left out and proposed. Near-linear in the number of mentions.
    """
    members = [
        Local(-1, front.type, Counter((front.name, *front.aliases)), [], set(), id) for id, front in sorted(known)
    ]
    told, shared = people.by_role(extractions), people.shared_surnames(extractions)
    for number, extraction in enumerate(extractions):
        members += locals_of(number, extraction, told.get(number), shared)
    doubts = _recognise(members, known)
    clusters = Clusters(members)
    _join_equal(clusters)
    _join_compact(clusters)
    _join_misspelt_countries(clusters)
    _join_acronyms(clusters)
    _join_armies(clusters)
    _join_years(clusters)
    slips.join(clusters)
    _join_country_bodies(clusters)
    _join_unowned(clusters)
    _join_adjectives(clusters)
    proposed = _join_people(clusters)
    _join_initials(clusters)
    _join_surnames(clusters)
    proposed = evidence.join(clusters, proposed, extractions)
    proposed += likely.bodies(clusters) + likely.places(clusters)
    return identities(clusters, known, proposed, doubts)


def _live(clusters: Clusters, kind: EntityType | None = None) -> list[int]:
    return [i for i, m in enumerate(clusters.members) if not m.left_out and (kind is None or m.type == kind)]


def _recognise(members: list[Local], known: Sequence[tuple[str, EntityFront]]) -> list[Proposal]:
    """Give locals the page on which their name stands; of several the context decides, else they are left out."""
    pages = dict(known)
    on: dict[str, set[str]] = defaultdict(set)
    for id, front in known:
        for name in (front.name, *front.aliases):
            on[fold(name)].add(id)
    here: dict[int, set[str]] = defaultdict(set)
    doubtful: list[tuple[Local, set[str]]] = []
    for local in members:
        if local.known or local.left_out:
            continue
        by_length = sorted(local.names, key=lambda n: (-len(n.split()), n))
        found = [on[fold(n)] for n in by_length if fold(n) in on]
        same_type = [{i for i in ids if pages[i].type == local.type} or ids for ids in found]
        single = next((ids for ids in same_type if len(ids) == 1), None)
        if single:
            (local.known,) = single
            here[local.document].add(local.known)
        elif same_type:
            doubtful.append((local, set.intersection(*same_type) or same_type[0]))
    proposals: list[Proposal] = []
    for local, ids in doubtful:
        company = {i for i in ids if i in here[local.document]}
        if len(company) == 1:
            (local.known,) = company
        else:
            local.left_out = True
            first, second, *_ = sorted(ids)
            proposals.append((first, second, 0.5, (f'"{local.full}" stands on both pages',)))
    return proposals


def _join_all(clusters: Clusters, groups: Iterable[list[int]]) -> None:
    for group in groups:
        for index in group[1:]:
            clusters.join(group[0], index)


def _grouped(
    clusters: Clusters, keys: Callable[[Local], Iterable[str]], kind: EntityType | None = None
) -> dict[str, list[int]]:
    made: dict[str, list[int]] = defaultdict(list)
    for index in _live(clusters, kind):
        for key in sorted(set(keys(clusters.members[index]))):
            made[key].append(index)
    return made


def _keys(local: Local) -> set[str]:
    """Keys of exact equality. A person's bare surname is none; a known page counts with all its names."""
    keys = set(local.keys) or {canonical(n, local.type) for n in local.names}
    if local.type == "person" and any(" " in k.removeprefix("person:") for k in keys):
        return {k for k in keys if " " in k.removeprefix("person:")}
    return keys


def _join_equal(clusters: Clusters) -> None:
    groups = _grouped(clusters, _keys)
    single = {k for k in groups if k.startswith("person:") and " " not in k.removeprefix("person:")}
    _join_all(clusters, (groups[k] for k in sorted(groups) if k not in single))


def _join_compact(clusters: Clusters) -> None:
    """As "Sant-Elmo" and "Santelmo": names of places and things that differ in hyphens and spaces alone."""

    def keys(local: Local) -> Iterable[str]:
        if local.type == "person" or any(map(is_generic, local.names)):
            return ()
        if any(k.startswith("place:=") for k in local.keys) or (local.type != "place" and any("=" in k for k in local.keys)):
            return ()
        compact = {re.sub(r"[^a-z0-9]", "", fold(n)) for n in local.names}
        return {f"{local.type} {c}" for c in compact if len(c) >= SHORTEST_COMPACT}

    groups = _grouped(clusters, keys)
    _join_all(clusters, (groups[k] for k in sorted(groups)))


def _join_misspelt_countries(clusters: Clusters) -> None:
    """A name one slip away from a country that the corpus names is that country."""
    present = {
        gazetteer.country(n): i
        for i in _live(clusters, "place")
        for n in clusters.members[i].names
        if gazetteer.country(n)
    }
    for index in _live(clusters, "place"):
        codes = {country_misspelt(n) for n in clusters.members[index].names}
        if len(codes) == 1 and (code := next(iter(codes))) and code in present:
            clusters.join(present[code], index)


def _join_acronyms(clusters: Clusters) -> None:
    """An acronym to the one name that some document declares for it, or that alone has its initials."""
    declared: dict[str, set[int]] = defaultdict(set)
    initials: dict[str, set[int]] = defaultdict(set)
    bare: dict[str, list[int]] = defaultdict(list)
    for index in _live(clusters):
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
    for index in _live(clusters, "organization"):
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
    for index in _live(clusters, "named_event"):
        for name in clusters.members[index].names:
            parts, year = bodies_match.without_year(bodies_match.words(name))
            telling = [p for p in parts if p not in _KINDS_OF_EVENT] or parts
            by_name[" ".join(telling)][year].append(index)
    for name, years in sorted(by_name.items()):
        if " " not in name and len(years) == 1:
            _join_all(clusters, [sorted({i for found in years.values() for i in found})])
        if len([y for y in years if y]) == 1 and "" in years:
            _join_all(clusters, [[i for y in sorted(years) for i in years[y]]])


def _join_people(clusters: Clusters) -> list[Likely]:
    """Spellings of one full name; what is only likely is handed back as (local, local, score, reasons)."""
    bearers: dict[str, list[int]] = defaultdict(list)
    for index in _live(clusters, "person"):
        for name in clusters.members[index].names:
            if len(names_match.tokens(name)) > 1:
                bearers[name].append(index)
    doubtful: list[Likely] = []
    certain = []
    for one, other in blocking.pairs(bearers):
        match = names_match.persons(one, other)
        a, b = bearers[one][0], bearers[other][0]
        together = {clusters.members[i].document for i in bearers[one]} & {
            clusters.members[i].document for i in bearers[other]
        } - {-1}
        if match.verdict == "same" and not (together and match.score < 0.96):
            certain.append((match.score, a, b))
        elif match.verdict != "different":
            doubtful.append((a, b, match.score, match.reasons))
    for _, a, b in sorted(certain, key=lambda c: (-c[0], c[1], c[2])):
        clusters.join(a, b)
    return doubtful


def _spelt_alike(full: Mapping[str, set[int]]) -> Callable[[str], set[int]]:
    """Of a surname that nobody bears in full: those whose surname is another spelling of it."""
    sounds: dict[str, list[str]] = defaultdict(list)
    for last in sorted(full):
        for key in blocking.skeletons(last):
            sounds[key].append(last)

    def find(name: str) -> set[int]:
        near = {last for key in blocking.skeletons(name) for last in sounds.get(key, ())[: blocking.LARGEST]}
        return {i for last in near if names_match.surname(name, last) <= names_match.SPELLING for i in full[last]}

    return find


def _join_initials(clusters: Clusters) -> None:
    """As "K. Weber": the one person of that surname and initial whom the others name, where both are in one company."""
    full: dict[tuple[str, str], set[int]] = defaultdict(set)
    company: dict[int, set[str]] = defaultdict(set)
    short: list[tuple[int, str, str]] = []
    for index in _live(clusters):
        local = clusters.members[index]
        if local.type != "place" or not any(gazetteer.country(n) for n in local.names):
            company[local.document] |= local.keys
        if local.type != "person":
            continue
        firsts = {(p[0], p[-1]) for n in local.names if len(p := names_match.suffix(names_match.tokens(n))[0]) > 1}
        for first, last in sorted(firsts):
            if len(first) > 1:
                full[first[0], last].add(index)
            elif all(len(f) == 1 for f, _ in firsts):
                short.append((index, first, last))
    for index, first, last in short:
        same = full.get((first, last), set())
        own = clusters.members[index]
        near = {i for i in same if len(company[own.document] & company[clusters.members[i].document] - own.keys) > 0}
        if near and len({clusters.root(i) for i in same}) == 1:
            clusters.join(min(near), index)


def _join_country_bodies(clusters: Clusters) -> None:
    """As "Chadian space agency": that country's one body whose name only has "National" or the like besides."""
    bodies: dict[tuple[str, ...], dict[tuple[str, ...], list[int]]] = defaultdict(lambda: defaultdict(list))
    for index in _live(clusters, "organization"):
        for name in clusters.members[index].names:
            parts = bodies_match.words(name)
            core = tuple(p for p in parts if p not in _OF_STATES)
            if len(core) > 2 and bodies_match.countries(core):
                bodies[core][parts].append(index)
    for core in sorted(bodies):
        fuller = [p for p in sorted(bodies[core]) if p != core]
        if core in bodies[core] and len(fuller) == 1:
            _join_all(clusters, [[*bodies[core][fuller[0]], *bodies[core][core]]])


def _join_adjectives(clusters: Clusters) -> None:
    """As "III Corps" of one text and "Greek III Corps" of another, where only one country has such a body.

    A body that the gazetteer knows by the bare name is not one country's.
    """
    bodies: dict[tuple[str, ...], dict[frozenset[str], list[int]]] = defaultdict(lambda: defaultdict(list))
    for index in _live(clusters, "organization"):
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
            _join_all(clusters, [[*bodies[core][told[0]], *bodies[core][frozenset()]]])


def _join_unowned(clusters: Clusters) -> None:
    """As "the Central Bank" of a text that tells no country, or several: the one body of the corpus that is called so.

    Where several owners have such a body, or no other text tells whose it is, the name stays out.
    """
    owned: dict[tuple[str, ...], set[int]] = defaultdict(set)
    bare: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, local in enumerate(clusters.members):
        if local.type != "organization" or local.document < 0 or not all(map(is_generic, local.names)):
            continue
        for name in local.names:
            if len(parts := bodies_match.words(name)) > 1:
                if local.left_out:
                    bare[parts].append(index)
                else:
                    owned[parts].add(index)
    for parts, members in sorted(bare.items()):
        roots = {clusters.root(i) for i in owned.get(parts, ())}
        if len(roots) == 1:
            for index in members:
                clusters.members[index].left_out = False
                clusters.join(next(iter(roots)), index)


def _join_surnames(clusters: Clusters) -> None:
    """A document that gives a bare surname only means the one person of that surname whom the others name."""
    full: dict[str, set[int]] = defaultdict(set)
    bare: dict[str, list[int]] = defaultdict(list)
    for index in _live(clusters, "person"):
        local = clusters.members[index]
        lasts = {p[0][-1] for n in local.names if len((p := names_match.suffix(names_match.tokens(n)))[0]) > 1}
        for last in lasts:
            full[last].add(index)
        lone = not lasts and not local.told
        parts, number = names_match.suffix(names_match.tokens(local.full)) if lone else ((), "")
        if len(parts) == 1:
            bare[f"{parts[0]} {number}"].append(index)
    spelt = _spelt_alike(full)
    for surname, members in sorted(bare.items()):
        name, _, number = surname.partition(" ")
        bearers: dict[int, Counter[str]] = defaultdict(Counter)
        for i in full.get(name, spelt(name)) if not number else ():
            bearers[clusters.root(i)].update(clusters.members[i].sexes)
        for index in members:
            own = clusters.members[index]
            roots = people.of_sex(own.sexes, own.married, sorted(bearers.items()))
            if len(roots) == 1:
                clusters.join(roots[0], index)
            elif len(roots) > 1 and not clusters.members[index].known:
                clusters.members[index].left_out = True
            elif not bearers:
                clusters.join(members[0], index)
