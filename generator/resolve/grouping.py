"""The grouping of claims into events: each into the one that it fits, found again by blocks.

Claims fit by what their dates say of each other and by all else that they have in common (`likeness`, `sameness`).
Candidates are found by `blocks`, so the work grows with the number of claims and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator import dates
from generator.derive import INSTANT_KINDS
from generator.document import Identities
from generator.resolve import likeness, partial, parting, retold, sameness, undated
from generator.resolve.blocks import LARGEST, Blocks
from generator.resolve.likeness import Key, Rarity, Row

# How much two claims must have in common (0 to 1), by what their dates say of each other.
ENOUGH = {"same day": 0.36, "same": 0.42, "overlap": 0.46, "year": 0.52, "undated": 0.58, "near": 0.56}
NIGHTS = 3  # days that a date may span to be as good as one day: a night, a weekend
NEAR_DAYS = 45  # dates that differ by more than a month and a half are two happenings, not a dispute
NEAR_WORDS = 1  # words in common, besides names, without which near dates are two happenings
ONCE = frozenset({"founding", "birth", "death"})  # what happens once: another date is another reading
OF_ONE_PERSON = frozenset({"arrest", "release", "kidnapping", "resignation", "death", "birth", "appointment"})
ONCE_DAYS = 3660
ONCE_MONTHS = sameness.REACH["months"]
FAR_DAYS = 70  # no two dates that differ by more are ever a dispute, but of what happens once
MOST_ROWS = 40  # claims of one event that a claim is compared with
OTHER_ACT = 0.08  # what two acts, each of which one thing seldom undergoes, take away
SAME_ACT = 0.2  # what one act on one thing adds
UNLIKE, REFUSED = -1.0, -2.0  # too little in common; contradictory
CLEARLY = 0.05  # by how much an undated claim must fit one event better than any other
REACH = 900  # characters within which "the visit" means the visit told before
NAMED_EVENT = 0.2  # what a shared summit or exercise adds: it says of itself which happening it is


@dataclass(slots=True)
class Cluster:
    """An event in the making."""

    rows: list[Row] = field(default_factory=list)
    known: str | None = None


def _relation(row: Row, other: Row, alike: bool = False) -> str | None:
    """How two claims' dates stand to each other, as a key of `ENOUGH`; `None`: too far apart to be one happening.

    `alike`: whether all but the date says that they are one; then the dates may lie as far apart as their act allows.
    """
    one, two = row.begun, other.begun
    if one is None or two is None:
        return "undated"
    if dates.compatible(one, two):
        if one.days == two.days == 1 and one.lower == two.lower:
            return "same day"
        if max(one.days, two.days) > 100:
            return "year"
        return "same" if one.text == two.text else "overlap"
    gap = parting.gap(row, other)
    lasting = row.claim.kind not in INSTANT_KINDS and other.claim.kind not in INSTANT_KINDS
    if gap == 1 and one.days == two.days == 1 and lasting:
        return "overlap"  # adjacent days of one visit
    if row.claim.kind == other.claim.kind and row.claim.kind in ONCE:
        return "near" if gap <= ONCE_DAYS else None
    if alike:
        far = sameness.reach(row, other)
        # A year is too loose a date for what may happen again the year after.
        return "near" if gap <= far and (far > ONCE_MONTHS or max(one.days, two.days) <= 92) else None
    reach = NEAR_DAYS + max(one.days, two.days) // 4  # a quarter is meant less exactly than a day
    return "near" if gap <= reach and max(one.days, two.days) <= 92 else None


def _too_far(row: Row, other: Row) -> bool:
    """Whether two dated claims of different acts lie so far apart that nothing else need be looked at."""
    if row.begun is None or other.begun is None or parting.gap(row, other) <= FAR_DAYS:
        return False
    return not sameness.same_act(row, other) and row.claim.kind not in ONCE


def _within_reach(row: Row, other: Row) -> bool:
    """Whether the act that both tell is rare enough for dates so far apart: visits of one month are two visits."""
    if row.begun is None or other.begun is None:
        return False
    return parting.gap(row, other) <= sameness.reach(row, other)


def _brief(row: Row, other: Row) -> bool:
    """Whether both dates are of a day or a night."""
    return all(r.date is not None and r.date.days <= NIGHTS for r in (row, other))


class Grouping:
    """Clusters of claims, found again by blocks of (feature, year)."""

    def __init__(self, weights: Rarity, identities: Identities, known: Mapping[Key, str]) -> None:
        self.weights, self.identities, self.known = weights, identities, known
        self.clusters: list[Cluster] = []
        self.blocks = Blocks(weights)
        self.of: dict[Key, int] = {}

    def place(self, rows: Sequence[Row]) -> None:
        """Every claim into the event that it fits best, or into one of its own. The exactly dated ones go first."""
        by_id: dict[str, int] = {}
        for row in sorted(
            rows, key=lambda r: (r.key not in self.known, r.date is None, r.date.days if r.date else 0, r.key)
        ):
            id = self.known.get(row.key)
            if id is not None:
                number = by_id.setdefault(id, len(self.clusters))
                if number == len(self.clusters):
                    self.clusters.append(Cluster(known=id))
                self.add(row, number)
                continue
            scored = [(score, -n) for n in self.blocks.near(row) if (score := self._fits(row, self.clusters[n])) >= 0]
            scored.sort(reverse=True)
            if row.date is None and len(scored) > 1 and scored[0][0] - scored[1][0] < CLEARLY:
                continue  # it can be either
            if scored:
                self.add(row, -scored[0][1])
            elif row.date is not None:
                self.clusters.append(Cluster())
                self.add(row, len(self.clusters) - 1)

    def unite(self) -> None:
        """Two events of which a claim of one belongs to the other, and none contradicts, are one."""
        for number, cluster in enumerate(self.clusters):
            if cluster.known:
                continue
            near = {n for row in cluster.rows for n in self.blocks.near(row) if n != number}
            for other in sorted(near):
                if self.clusters[other].rows and self._belongs(cluster, self.clusters[other]):
                    self.move(number, other)
                    break

    def _belongs(self, cluster: Cluster, other: Cluster) -> bool:
        """Whether some claim of one event fits another, and none contradicts it."""
        some = False
        for row in cluster.rows:
            fit = self._fits(row, other)
            if fit == REFUSED:
                return False
            some = some or fit >= 0
        return some

    def lean(self, rows: Sequence[Row], others: Sequence[Row]) -> None:
        """Of "the visit began on Thursday": into the event of the visit that the same text told of before."""
        before: dict[int, list[Row]] = defaultdict(list)
        for row in sorted(others, key=lambda r: (r.key[0], r.claim.head)):
            before[row.key[0]].append(row)
        for row in sorted(rows, key=lambda r: (r.key[0], r.claim.head)):
            told = (o for o in before[row.key[0]] if o.claim.head < row.claim.head and not self._drawn(row, [o]))
            for other in reversed(list(told)):
                if row.claim.head - other.claim.head > REACH:
                    break
                if not self._meant(row, other) or _relation(row, other) in (None, "near"):
                    continue
                if row.where and other.where and row.where.isdisjoint(other.where):
                    continue
                if other.date is None and row.begun is not None and partial.excludes(other.claim.when, row.begun):
                    continue
                number = self.of.get(other.key)
                loose = number is None and other.date is None and not row.claim.given
                if loose and row.date is not None and not other.claim.leaning:
                    self.clusters.append(Cluster())
                    number = len(self.clusters) - 1
                    self.add(other, number)
                if number is not None:
                    self.add(row, number)
                break

    def _drawn(self, row: Row, others: Sequence[Row]) -> bool:
        """Whether only the words that an editor pasted would make an event of a claim that is in none."""
        return row.key not in self.known and not row.claim.given and all(o.claim.given for o in others)

    def open(self, rows: Sequence[Row]) -> None:
        """Of "the trial opened on 5 April", whose trial nothing else tells: an event of its own.

        Only where the day is told and no event of that day is of the same story, for then it is likely a part of it.
        """
        taken: dict[int, list[int]] = defaultdict(list)
        for number, cluster in enumerate(self.clusters):
            for low in sorted({r.low for r in cluster.rows if r.date and _brief(r, r)}):
                taken[low].append(number)
        for row in sorted(rows, key=lambda r: r.key):
            if row.date is None or not _brief(row, row) or self._told_elsewhere(row):
                continue
            of_day = [n for day in range(row.low, row.high + 1) for n in taken[day]]
            if len(of_day) > LARGEST or any(self._story(row, self.clusters[n]) for n in of_day):
                continue
            self.clusters.append(Cluster())
            self.add(row, len(self.clusters) - 1)
            taken[row.low].append(len(self.clusters) - 1)

    @staticmethod
    def _story(row: Row, cluster: Cluster) -> bool:
        return any(r.key[0] == row.key[0] or sameness.one_story(row, r, 1) for r in cluster.rows)

    def support(self, rows: Sequence[Row]) -> None:
        """Drafts whose words make no title, into the event that another report tells whole."""
        for row in sorted(rows, key=lambda r: r.key):
            if row.date is not None:
                self._told_elsewhere(row)

    def _told_elsewhere(self, row: Row) -> bool:
        """Whether another report tells just what a claim does; then it is put with that."""
        near = [n for n in self.blocks.near(row) if not self._drawn(row, self.clusters[n].rows)]
        scored = sorted((-score, n) for n in near if (score := self._fits(row, self.clusters[n], True)) >= 0)
        if scored:
            self.add(row, scored[0][1])
        return bool(scored)

    def without_retellings(self, clusters: Sequence[Cluster]) -> list[Cluster]:
        """The events without those that one article tells vaguely and another, perhaps, better."""
        kept = {id(c) for c in clusters}
        number = {id(c): n for n, c in enumerate(self.clusters)}
        made = []
        for cluster in clusters:
            better = (
                self.clusters[n]
                for row in (cluster.rows if not cluster.known and retold.vague(cluster.rows) else ())
                for n in self.blocks.near(row)
                if n != number[id(cluster)] and id(self.clusters[n]) in kept
            )
            if not any(retold.retells(r, o) for c in better for o in c.rows[:MOST_ROWS] for r in cluster.rows):
                made.append(cluster)
        return made

    def _meant(self, row: Row, other: Row) -> bool:
        """Whether "the talks" can be what the other claim tells: it says the word, or names such an event."""
        noun = row.claim.noun
        said = bool(noun) and not likeness.words_of(noun).isdisjoint(other.words)
        named = any(self._type(e) == "named_event" for e in other.entities)
        alike = bool(set(row.claim.kinds[:1]) & set(other.claim.kinds[:1])) or not other.claim.kinds
        return (alike and (said or named)) or sameness.rare(row, other)

    def move(self, number: int, into: int) -> None:
        """All claims of one event into another."""
        rows, self.clusters[number].rows = self.clusters[number].rows, []
        for row in rows:
            self.add(row, into)

    def add(self, row: Row, number: int) -> None:
        """Put a claim into the event of that number, where it is found again by its blocks."""
        self.clusters[number].rows.append(row)
        self.of[row.key] = number
        self.blocks.add(row, number)

    def _fits(self, row: Row, cluster: Cluster, strictly: bool = False) -> float:
        """By how much a claim belongs to an event, beyond what is needed; negative where it does not.

        `strictly`: only where it tells the same act on the same thing as a claim that is there.
        """
        best = UNLIKE
        for other in cluster.rows[:MOST_ROWS]:
            if _too_far(row, other):
                return REFUSED
            alike = sameness.one_happening(row, other, self.weights.parts)
            relation = _relation(row, other, alike)
            if (
                row.copy
                and row.copy == other.copy
                and relation not in (None, "near")
                and not undated.one_source(row, other)
            ):
                return ENOUGH[relation] + SAME_ACT  # one sentence, printed twice
            if relation == "near" and (sameness.apart(row, other) or (strictly and parting.no_rival(row))):
                return REFUSED
            if relation is None or (relation == "near" and row.key[0] == other.key[0]):
                return REFUSED  # no source contradicts itself: it tells of two happenings
            if row.date is None and row.claim.done and other.claim.planned:
                if not any(o.claim.done for o in cluster.rows):
                    return REFUSED  # what is told as done is not what is still to come
                continue
            like = self._alike(row, other, relation, alike, strictly)
            best = best if like is None else max(best, like)
        return best

    def _alike(self, row: Row, other: Row, relation: str, alike: bool, strictly: bool) -> float | None:
        """By how much a claim tells what one of an event tells, beyond what is needed; `None`: that one says nothing.

        `relation`: how their times lie; `alike`: whether they tell one act on one thing.
        """
        if parting.elsewhere(row, other) or undated.loose(row, other, alike):
            return None
        if relation == "overlap" and parting.next_day(row, other):
            return None  # what takes a moment has rules for dates that differ
        named = any(self._type(e) == "named_event" for e in set(row.entities) & set(other.entities))
        same_kind = row.claim.kind == other.claim.kind or not (row.claim.kind and other.claim.kind)
        if row.key[0] == other.key[0] and not (same_kind and (named or row.claim.kind)):
            return None  # two kinds of happening in one text are two happenings
        fitting = relation in ("same day", "same", "overlap", "year") and sameness.fitting(
            row, other, same_day=relation == "same day" or _brief(row, other)
        )
        if strictly and not ((alike or fitting) and other.key[0] != row.key[0]):
            return None
        told = (alike or fitting) and relation != "near"
        silent = told and not (row.round and other.round) and sameness.rare(row, other)
        if row.round != other.round and relation != "same day" and not silent:
            return None  # another round; of what is rarely done again, a text may leave out which it was
        if (
            row.people
            and other.people
            and not row.people & (other.people | other.features)
            and not other.people & row.features
        ):
            return None  # two people's visits are two visits
        if (
            not alike
            and relation in ("near", "undated")
            and not self._telling(row, other, 1 if relation == "undated" else NEAR_WORDS)
        ):
            return None
        if not alike and relation == "near" and (not _within_reach(row, other) or parting.other_victims(row, other)):
            return None
        like = likeness.likeness(row, other, self.weights)
        if named and same_kind:
            like += NAMED_EVENT
        if alike:
            like = max(like + SAME_ACT, ENOUGH[relation] + SAME_ACT / 2)
        elif fitting:
            like = max(like + SAME_ACT, ENOUGH[relation] + SAME_ACT / 4)
        elif sameness.other_act(row, other):
            like -= OTHER_ACT
        elif parting.another(row, other, relation) or parting.two_things(row, other):
            return None
        return like - ENOUGH[relation]

    def _type(self, id: str) -> str:
        return self.identities.entities[id].type if id in self.identities.entities else ""

    def _telling(self, one: Row, other: Row, words: int) -> bool:
        """Whether they share more than countries: a named event; else a name that is no place, the kind, and words."""
        common = one.features & other.features
        if any(self._type(e) == "named_event" for e in set(one.entities) & set(other.entities)):
            return True
        named = [f for f in common if self._type(f) not in ("", "place")]
        # A flood or a crash is told by where it was: a place less general than a country, in both quotes.
        where = set(one.entities) & set(other.entities)
        named += [e for e in where if self._type(e) == "place" and not likeness.is_country(e, self.identities)]
        kinds = set(one.claim.kinds) & set(other.claim.kinds)
        if not (one.claim.kinds or other.claim.kinds) and len(one.words & other.words) > 1:
            kinds = {"unknown"}
        news = one.claim.lead and other.claim.lead and one.claim.kind == other.claim.kind  # two leads on one matter
        # Whoever is arrested or resigns, and where a bridge falls, one thing in common is enough.
        own = one.claim.kind in OF_ONE_PERSON and bool(one.people & other.people)
        there = bool(named) and all("disaster" in r.claim.kinds[:2] for r in (one, other))
        enough = len(common) >= 2 or own or there
        return (bool(named) or news) and enough and bool(kinds) and len(one.words & other.words) >= words
