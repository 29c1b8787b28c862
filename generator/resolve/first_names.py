"""Those whom a text knows by one word alone: a first name that is rare, a king's or a child's."""

from __future__ import annotations

from collections import defaultdict

from generator import personal_names
from generator.resolve import names_match
from generator.resolve.clusters import Clusters

SAID_OFTEN = 3  # times that a text must say a common first name alone for a page of its own

# What Malays have before the given name by which they are called: "Puan Rosmawati" is Siti Rosmawati Jalil.
_BEFORE_CALLED = frozenset("siti nur nurul nor noor mohd mohamad muhammad muhamad ahmad abdul wan nik che".split())


def join(clusters: Clusters) -> None:
    """A text that knows somebody by a first name that is rare means the one person of the others who bears it.

    A common first name alone, said once or twice without a title, is nobody whom a reader could know.
    """
    firsts: dict[str, set[int]] = defaultdict(set)
    lasts: dict[str, set[int]] = defaultdict(set)
    lone: list[tuple[int, str]] = []
    for index in clusters.live("person"):
        local = clusters.members[index]
        forms = [p for n in local.names if (p := names_match.suffix(names_match.tokens(n))[0])]
        if any(len(p) > 1 for p in forms):
            for parts in forms:
                if len(parts) > 1 and len(parts[0]) > 2:
                    firsts[parts[0]].add(clusters.root(index))
                    if parts[0] in _BEFORE_CALLED:
                        firsts[parts[1]].add(clusters.root(index))
                    lasts[parts[-1]].add(clusters.root(index))
        elif local.document >= 0 and not local.known and not _royal(clusters, index) and by_one_word(clusters, index):
            numbered = any(names_match.suffix(names_match.tokens(n))[1] for n in local.names)  # a king
            lone += [(index, parts[0]) for parts in forms[:1] if not numbered]
    for index, first in lone:
        bearers = firsts.get(first, set())
        titled = clusters.members[index].titled
        if titled and len(bearers | lasts.get(first, set())) > 1:
            clusters.members[index].left_out = True
        elif len(bearers) == 1 and (titled or not personal_names.is_given_name(first)):
            clusters.join(next(iter(bearers)), index)
        elif (
            personal_names.is_given_name(first)
            and len(clusters.inside(index)) == 1
            and clusters.members[index].names.total() < SAID_OFTEN
        ):
            clusters.members[index].left_out = not clusters.members[index].sexes


def _royal(clusters: Clusters, index: int) -> bool:
    """Whether some text gives one a royal title; then `royals` has joined whatever is to be joined."""
    return any(clusters.members[i].royal for i in clusters.inside(index))


def by_one_word(clusters: Clusters, index: int) -> bool:
    """Whether all texts know one by a single word, and by a number ("Leopold III") only where this one does."""
    names = {n for i in clusters.inside(index) for n in clusters.members[i].names}
    parts = [names_match.suffix(names_match.tokens(n)) for n in names if "-" not in n]
    numbered = any(names_match.suffix(names_match.tokens(n))[1] for n in clusters.members[index].names)
    return all(len(words) == 1 and (numbered or not number) for words, number in parts)
