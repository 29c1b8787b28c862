"""Sets of names as entities: preferred name, id, coordinates, and the proposals between them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from generator import gazetteer, names
from generator.document import Identities, Identity
from generator.model import EntityFront, EntityType
from generator.resolve import bodies_match, honorifics, names_match
from generator.resolve.clusters import Clusters
from generator.resolve.likely import Likely

KNOWN_BY_ITSELF = 1000  # thousands of people
Proposal = tuple[str, str, float, tuple[str, ...]]


def identities(
    clusters: Clusters,
    known: Sequence[tuple[str, EntityFront]],
    likely: Sequence[Likely],
    doubts: Sequence[Proposal],
) -> Identities:
    """The sets as entities with stable ids, in the order of their ids; pages that editors keep stay as they are."""
    pages = dict(known)
    wanted: list[tuple[str, str, EntityType, list[int], Counter[str]]] = []
    entities: dict[str, Identity] = {}
    of_root: dict[int, str] = {}
    for group in clusters.sets():
        used = [i for i in group if not clusters.members[i].left_out]
        told = next((m for i in used if (m := clusters.members[i].known)), None)
        printed = Counter[str]()
        for index in used:
            if clusters.members[index].document >= 0:
                printed.update(clusters.members[index].names)
        if told is not None:
            front = pages[told]
            aliases = [*front.aliases, *sorted(n for n in printed if n != front.name and n not in front.aliases)]
            entities[told] = Identity(told, front.name, front.type, tuple(aliases), front.coordinates, front.country)
            of_root[clusters.root(group[0])] = told
        elif printed:
            kind = clusters.members[used[0]].type
            far = any(clusters.members[i].elsewhere for i in used)
            name = _preferred(printed, kind, far)
            wanted.append((names.slug(name), name, kind, group, printed))
    spoken_of = (n for _, _, _, _, printed in wanted for n in printed)
    countries = frozenset(iso for n in spoken_of if (iso := gazetteer.country_of(n) or _capital_of(n)))
    taken: dict[str, object] = {**entities, **{r: None for _, f in known for r in f.redirects}}
    for slug, name, kind, group, printed in sorted(wanted, key=lambda w: (w[0], w[2], sorted(w[4]), w[3])):
        id = (
            slug
            if slug not in taken
            else names.unused(
                f"{slug}-{kind.replace('_', '-')}" if slug in entities and entities[slug].type != kind else slug, taken
            )
        )
        far = any(clusters.members[i].elsewhere for i in group)
        point, country = _where(printed, countries) if kind == "place" and not far else (None, None)
        aliases = sorted((n for n in printed if n != name), key=lambda n: (-printed[n], n))
        entities[id] = Identity(id, name, kind, tuple(aliases), point, country)
        taken[id] = None
        of_root[clusters.root(group[0])] = id
    of_mention = {
        (m.document, i): of_root[clusters.root(n)]
        for n, m in enumerate(clusters.members)
        if m.document >= 0 and not m.left_out and clusters.root(n) in of_root
        for i in m.mentions
    }
    return Identities(dict(sorted(entities.items())), of_mention, _proposals(clusters, of_root, likely, doubts))


def _proposals(
    clusters: Clusters,
    of_root: dict[int, str],
    likely: Sequence[Likely],
    doubts: Sequence[Proposal],
) -> tuple[Proposal, ...]:
    best: dict[tuple[str, str], Proposal] = {(d[0], d[1]): d for d in doubts}
    for one, other, score, reasons in likely:
        a, b = of_root.get(clusters.root(one)), of_root.get(clusters.root(other))
        if a and b and a != b:
            first, second = sorted((a, b))
            made = (first, second, score, reasons)
            if (first, second) not in best or best[first, second][2] < score:
                best[first, second] = made
    return tuple(sorted(best.values(), key=lambda p: (-p[2], p[0], p[1])))


def _preferred(printed: Counter[str], kind: EntityType, far: bool = False) -> str:
    """The fullest common name: the gazetteer's for what it knows, else the most frequent of the full ones.

    `far`: a place that is not the one which the gazetteer has under its name.
    """
    folded = {names.fold(n) for n in printed}
    for name, _ in printed.most_common() if not far else ():
        found = gazetteer.find(name)
        if found and bodies_match.declared_otherwise(name, printed):
            continue
        if found and found.kind == "region" and names.fold(found.name) not in folded and name.endswith(found.name):
            continue  # "South Caucasus" is less than the Caucasus
        if found and found.type == kind and (found.kind != "body" or found.name in printed or len(name) <= 5):
            # The spelling of the texts where it differs in marks and hyphens alone: Malmö, where the table has Malmo.
            alike = [
                n for n in printed if _as_written(n) == _as_written(found.name) and not (n.isupper() and len(n) > 3)
            ]
            return max(alike, key=lambda n: (printed[n], n)) if alike else found.name
    if kind == "person":
        whole = [n for n in printed if len(names_match.suffix(names_match.tokens(n))[0]) > 1]
        numbered = [n for n in printed if names_match.suffix(names_match.tokens(n))[1]]
        full = [n for n in whole or numbered or printed if not n.isupper()] or list(printed)
        bare = Counter[str]()
        for name in full:
            bare[honorifics.without(name)] += printed[name]
        # Of two that are as common, the longer; then the one with the marks of its language.
        best = min(bare, key=lambda n: (-bare[n], -len(n), n.isascii(), n))
        return _as_mostly_spelt(best, bare, printed)
    telling = [n for n in printed if not bodies_match.is_acronym(n) and not bodies_match.army_of(n)] or list(printed)
    most = max(printed[t] for t in telling)
    common = [n for n in telling if printed[n] * 4 >= most or (kind == "organization" and printed[n] > 1)]
    if kind == "equipment":  # "B410" before "B410s"
        many = [n for n in common if re.search(r"\ds$", n)]
        common = [n for n in common if n not in many] or [n[:-1] for n in many if n[:-1] in printed] or common
    common = [n for n in common if not _clipped(n, common)]
    plain = {n.casefold() for n in common if not _shouted(n)}
    common = [n for n in common if not (_shouted(n) and n.casefold() in plain)]
    best = min(common, key=lambda n: (-len(bodies_match.words(n)), "." in n, n.casefold() == n, -printed[n], n))
    # A town that datelines alone name stands there in capitals.
    return best.title() if kind == "place" and best.isupper() and len(best) > 3 else best


def _as_mostly_spelt(best: str, names_of: Counter[str], printed: Counter[str]) -> str:
    """Of names as common and of as many words, the one whose words most reports have: "Rhu" in three, "Rhoo" in one."""
    told = Counter[str]()
    for name, times in printed.items():
        for token in set(names_match.tokens(name)):
            told[token] += times

    def support(name: str) -> int:
        return sum(told[t] for t in names_match.tokens(name))

    parts = names_match.tokens(best)
    alike = [n for n in names_of if names_of[n] == names_of[best] and len(names_match.tokens(n)) == len(parts)]
    alike = [n for n in alike if all(len(t) > 1 for t in names_match.tokens(n))]
    better = [n for n in alike if n.split()[-1] == best.split()[-1] and support(n) > support(best)]
    return min(better, key=lambda n: (-support(n), -len(n), n)) if better else best


def _shouted(name: str) -> bool:
    """Whether a word of several stands in capitals, as a report may begin: "ORVALE Copper Mines"."""
    return " " in name and any(len(w) > 4 and w.isupper() for w in name.split())


def _clipped(name: str, others: Sequence[str]) -> bool:
    """Whether another name goes on within the last word: "Orva Hydro" beside "Orva Hydropower"."""
    return any(len(o) > len(name) and o.startswith(name) and o[len(name)].isalpha() for o in others)


def _as_written(name: str) -> str:
    return names.fold(name).replace("-", " ")


def _capital_of(name: str) -> str | None:
    found = gazetteer.find(name)
    return found.iso if found and found.kind == "capital" else None


def _where(printed: Counter[str], countries: frozenset[str]) -> tuple[tuple[float, float] | None, str | None]:
    """(coordinates, ISO code) where a place's name stands for one place alone.

    A town is the one that the gazetteer knows only where its country is spoken of as well, or where it is so large that
    it needs no telling: another town of its name may be meant.
    """
    for name, _ in printed.most_common():
        found = gazetteer.find(name)
        if found and found.type == "place":
            told = found.kind != "city" or found.size >= KNOWN_BY_ITSELF or found.iso in countries
            return (found.coordinates, found.iso) if found.alone and told else (None, None)
    return None, None
