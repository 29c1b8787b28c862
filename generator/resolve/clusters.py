"""Disjoint sets of what documents name, with the rules for what must stay apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from generator.model import EntityType
from generator.resolve import names_match
from generator.resolve.local import Local

# No more spellings of one person than these are compared before a join, so that a join costs no more and no less.
MOST_NAMES = 12


class Clusters:
    """Disjoint sets of locals; a join that would mix what must stay apart is refused."""

    def __init__(self, members: Sequence[Local]) -> None:
        self.members = members
        self._parent = list(range(len(members)))
        self._inside = {i: [i] for i in range(len(members))}
        self._known = {i: m.known for i, m in enumerate(members)}
        self._names = {i: _full_people(m) for i, m in enumerate(members)}

    def root(self, index: int) -> int:
        """Index that stands for the whole set."""
        while self._parent[index] != index:
            self._parent[index] = self._parent[self._parent[index]]
            index = self._parent[index]
        return index

    def join(self, one: int, other: int) -> bool:
        """Make two sets one; False where they must stay apart."""
        a, b = self.root(one), self.root(other)
        if a == b:
            return True
        if self._known[a] and self._known[b] and self._known[a] != self._known[b]:
            return False
        if self.members[a].type != self.members[b].type and not (self._known[a] or self._known[b]):
            return False
        ours, theirs = sorted(self._names[a])[:MOST_NAMES], sorted(self._names[b])[:MOST_NAMES]
        both = set(ours) & set(theirs)  # a name in both: the others are what a text says that this one is called
        if any(
            _different(x, y, theirs) and _different(y, x, ours)
            for x in ours
            for y in theirs
            if x not in both and y not in both
        ):
            return False
        if len(self._inside[a]) < len(self._inside[b]):
            a, b = b, a
        self._parent[b] = a
        self._inside[a] += self._inside.pop(b)
        self._known[a] = self._known[a] or self._known[b]
        self._names[a] = self._names[a] | self._names[b]
        return True

    def live(self, kind: EntityType | None = None) -> list[int]:
        """Indexes of all that is not left out, or of those of one type."""
        return [i for i, m in enumerate(self.members) if not m.left_out and (kind is None or m.type == kind)]

    def grouped(self, keys: Callable[[Local], Iterable[str]], kind: EntityType | None = None) -> dict[str, list[int]]:
        """Key -> indexes of what has it."""
        made: dict[str, list[int]] = defaultdict(list)
        for index in self.live(kind):
            for key in sorted(set(keys(self.members[index]))):
                made[key].append(index)
        return made

    def join_all(self, groups: Iterable[Sequence[int]]) -> None:
        """Make each group one, as far as it may be."""
        for group in groups:
            for index in group[1:]:
                self.join(group[0], index)

    def inside(self, index: int) -> list[int]:
        """Indexes of all that are one with this."""
        return self._inside[self.root(index)]

    def documents(self, index: int) -> set[int]:
        """Numbers of the texts that name a set; pages that editors keep are no texts."""
        return {self.members[i].document for i in self.inside(index)} - {-1}

    def together(self, one: int, other: int) -> bool:
        """Whether some text names both sets: it tells them apart."""
        return not self.documents(one).isdisjoint(self.documents(other))

    def sets(self) -> list[list[int]]:
        """All sets, each in order."""
        return [sorted(self._inside[r]) for r in sorted(self._inside)]


def _different(name: str, other: str, others: Sequence[str]) -> bool:
    """Whether two names are of two people; "C. Amari" may be Sheikh Amari where he is Cheikh Amari as well."""
    if names_match.persons(name, other).verdict != "different":
        return False
    (one, number), (two, another) = (names_match.suffix(names_match.tokens(n)) for n in (name, other))
    if one[:1] == two[:1] and bool(number) != bool(another) and 1 in (len(one), len(two)):
        return False  # "Karl I" was Karl Augustin before
    if any(names_match.ends(o, name) for o in others):
        return False  # "Cardozo Benítez" is no other than "Anselmo Cardozo" who is Anselmo Cardozo Benítez as well
    initial = name.split()[0]
    return len(initial) > 1 or not any(o.startswith(initial) and o.split()[-1] == name.split()[-1] for o in others)


def _full_people(local: Local) -> frozenset[str]:
    if local.type != "person":
        return frozenset()
    # A name with a nickname in it has two first names, and contradicts neither.
    full = [n for n in local.names if len(names_match.tokens(n)) > 1 and not names_match.NICKNAME.search(n)]
    whole = [n for n in full if not any(names_match.ends(other, n) for other in full)]
    return frozenset(" ".join(names_match.tokens(n)) for n in whole)
