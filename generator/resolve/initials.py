"""People whom a text names by an initial: "K. Weber", "V. Anand Rao", "Andrzej N."; by the company of the texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from generator import gazetteer
from generator.resolve import blocking, names_match, sounds
from generator.resolve.clusters import Clusters

_TWO_SURNAMES = 3  # words of a name with an initial and two family names


def join(clusters: Clusters) -> None:
    """Join each to the one person of that surname and initials whom the others name, where both are in one company."""
    full: dict[tuple[str, str], set[int]] = defaultdict(set)
    closed: dict[tuple[str, str], set[int]] = defaultdict(set)  # first name and first letter of the last
    initial_of: dict[str, set[int]] = defaultdict(set)
    company: dict[int, set[int]] = defaultdict(set)
    short: list[tuple[int, tuple[str, ...]]] = []
    for index in clusters.live():
        local = clusters.members[index]
        if local.type != "place" or not any(gazetteer.country(n) for n in local.names):
            company[local.document].add(clusters.root(index))
        if local.type != "person":
            continue
        forms = {p for n in local.names if len(p := names_match.suffix(names_match.tokens(n))[0]) > 1}
        for name in local.names:
            parts, half = names_match.tokens(name), names_match.first_surname(name)
            if half and len(parts[0]) > 1:
                full[parts[0][0], half].add(index)
        for parts in sorted(forms):
            if len(parts[0]) > 1 and len(parts[-1]) > 1:
                full[parts[0][0], parts[-1]].add(index)
                closed[parts[0], parts[-1][0]].add(index)
                initial_of[parts[0][0]].add(index)
            elif all(1 in (len(f[0]), len(f[-1])) for f in forms):
                short.append((index, parts))
    bearers: dict[str, set[int]] = defaultdict(set)
    for (_, last), members in full.items():
        bearers[last] |= members
    spelt = spelt_alike(bearers)
    for index, parts in short:
        if len(parts[-1]) == 1:
            same = closed.get((parts[0], parts[-1]), set()) if len(parts) == 2 and len(parts[0]) > 1 else set()
        else:
            same = full.get((parts[0], parts[-1])) or {i for i in spelt(parts[-1]) if i in initial_of[parts[0]]}
            same = same or _of_first_surname(clusters, parts, full)
        same = _of_middles(clusters, parts, same)
        own = clusters.members[index].document
        near = {i for i in same if company[own] & company[clusters.members[i].document] - {clusters.root(index)}}
        if near and len({clusters.root(i) for i in same}) == 1:
            clusters.join(min(near), index)


def _of_first_surname(clusters: Clusters, parts: tuple[str, ...], full: Mapping[tuple[str, str], set[int]]) -> set[int]:
    """Of "X. Oyala Prado" those called "Ximena Oyala": a second family name, which most reports leave out."""
    half = names_match.first_surname(" ".join(parts)) if len(parts) == _TWO_SURNAMES else ""
    bearing = full.get((parts[0], half), set()) if half else set()
    return {i for i in bearing if any(names_match.tokens(n)[-1] == half for n in clusters.members[i].names)}


def _of_middles(clusters: Clusters, parts: tuple[str, ...], found: Iterable[int]) -> set[int]:
    """Those who bear the middle initials, or the middle name, of a name as well, where some do: "R. P. Anand"."""
    found = set(found)
    middles = parts[1:-1]
    if not middles:
        return found
    bearing = {
        i for i in found if any(_bears(n, middles) for k in clusters.inside(i) for n in clusters.members[k].names)
    }
    return bearing or found


def _bears(name: str, middles: tuple[str, ...]) -> bool:
    theirs = names_match.suffix(names_match.tokens(name))[0][1:-1]
    return len(theirs) == len(middles) and all(
        a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in zip(theirs, middles, strict=True)
    )


def spelt_alike(full: Mapping[str, set[int]]) -> Callable[[str], set[int]]:
    """Of a surname that nobody bears in full: those whose surname is another spelling of it."""
    by_sound: dict[str, list[str]] = defaultdict(list)
    for last in sorted(full):
        for key in blocking.skeletons(last):
            by_sound[key].append(last)

    def find(name: str) -> set[int]:
        near = {last for key in blocking.skeletons(name) for last in by_sound.get(key, ())[: blocking.LARGEST]}
        return {i for last in near if names_match.surname(name, last) <= sounds.SPELLING for i in full[last]}

    return find
