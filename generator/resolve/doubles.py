"""One happening that two articles tell in other words, found by words that no other event of its time and story has.

"A conservator weighs the horn" and "12 February: the horn is found too light" share no act and no actor, so that the
claims alone do not tell whether they are one. Their briefing does: where two events of one time and one story share a
word or a name that hardly another event has, they are two tellings of one. What shares enough becomes one event; of
what shares less, the vaguer telling stays with the editors, for a reader takes two entries of a chronology for two
happenings.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from generator import dates
from generator.names import fold
from generator.resolve import counts, parting, sameness
from generator.resolve.likeness import Row, words_of

if TYPE_CHECKING:
    from generator.resolve.grouping import Cluster, Grouping

STORY = 2  # names of which both articles speak most
RARE = 3  # events that have a word, beyond which it tells nothing
ALONE = 2  # events that have a name: these two
BRIEF = 3  # days of a date that is as good as one day
QUARTER, YEAR = 92, 366
LATE = 7  # days by which a report without a day of its own may come after the happening
COMPARED = 12  # claims of one event

# Words that stand in the title of anything, as `likeness.words_of` cuts them.
LIGHT = words_of(
    "people person persons man men woman women year years day days time times come came comes coming go goes went give "
    "gave given get got see saw tell told set sets work works begin begins end ends group number numbers part thing "
    "things percent per cent million billion thousand hundred first last four five six seven eight nine ten eleven "
    "twelve dozen still already again only other another own old good great large small high low long more many much "
    "country government official officials company firm city town man case report reports day night morning evening"
)

# Acts that any two happenings of a day may share.
COMMON = frozenset(
    "visit announce attack kill meet order pay take_part put take make have be do get give go come say bring call hold "
    "show keep find use move turn rise fall add set run".split()
)


@dataclass(frozen=True, slots=True)
class _Event:
    """What an event is compared by."""

    cluster: Cluster
    date: dates.Edtf
    articles: frozenset[int]
    words: frozenset[str]  # of its titles and of who acts and is acted on, without names
    names: frozenset[str]
    acts: frozenset[str]
    news: bool  # dated by the day of publication alone
    alone: bool  # one of its titles can be read alone


def settled(grouping: Grouping, clusters: Sequence[Cluster], alone: Callable[[Row], bool]) -> list[Cluster]:
    """The events without those that another one tells as well, which has their claims where they surely are one.

    `alone`: whether the title of a claim can be read alone.
    """
    events = [_event(c, alone) for c in clusters]
    having: dict[str, list[int]] = defaultdict(list)
    for number, event in enumerate(events):
        for trait in event.words | event.names | event.acts:
            having[trait].append(number)
    rare = frozenset(t for t, of in having.items() if len(of) <= (ALONE if t.startswith("@") else RARE))
    shared: Counter[tuple[int, int]] = Counter()
    for trait in sorted(rare):
        shared.update(combinations(having[trait], 2))
    numbers = {id(c): n for n, c in enumerate(grouping.clusters)}
    gone: set[int] = set()
    for one, other in sorted(shared, key=lambda pair: (-shared[pair], pair)):
        if one in gone or other in gone or not _comparable(events[one], events[other]):
            continue
        weak, strong = sorted((one, other), key=lambda n: _weight(events[n]))
        if events[weak].cluster.known or len(events[weak].articles) > 1:
            continue
        if _one(events[weak], events[strong], rare):
            grouping.move(numbers[id(events[weak].cluster)], numbers[id(events[strong].cluster)])
        elif not _retold(events[weak], events[strong], rare):
            continue
        gone.add(weak)
    return [c for n, c in enumerate(clusters) if n not in gone]


def support(grouping: Grouping, clusters: Sequence[Cluster], drafts: Sequence[Row]) -> None:
    """Put into an event what another article tells of its very day and act in words that no other event has.

    `drafts`: claims that are in no event, for their words make no title.
    """
    having: dict[str, list[int]] = defaultdict(list)
    numbers = {id(c): n for n, c in enumerate(grouping.clusters)}
    for cluster in clusters:
        for word in {w for r in cluster.rows for w in r.words - LIGHT}:
            having[word].append(numbers[id(cluster)])
    for row in sorted(drafts, key=lambda r: r.key):
        if row.key in grouping.of or not sameness.one_day(row, row) or parting.no_rival(row):
            continue
        rare = {w for w in row.words if len(having.get(w, ())) in range(1, RARE + 1)}
        shared = Counter(n for w in rare for n in having[w])
        fitting = [n for n in shared if shared[n] > 1 and _told_too(row, grouping.clusters[n], rare)]
        if len(fitting) == 1:
            grouping.add(row, fitting[0])


def _told_too(row: Row, cluster: Cluster, rare: Collection[str]) -> bool:
    """Whether a claim tells the act of some claim of its day, with two words that hardly another event has."""
    if any(o.key[0] == row.key[0] for o in cluster.rows):
        return False
    return any(
        sameness.one_day(row, other)
        and bool(row.claim.acts & other.claim.acts - COMMON)
        and len(other.words.intersection(rare)) > 1
        and sameness.one_story(row, other, STORY)
        and not sameness.contrary(row, other)
        for other in cluster.rows[:COMPARED]
    )


def _event(cluster: Cluster, alone: Callable[[Row], bool]) -> _Event:
    rows = cluster.rows
    names = frozenset(p for r in rows for p in r.things | r.doers | r.others if p.startswith("@"))
    called = words_of(" ".join(n.rpartition(":")[2].replace("-", " ") for n in names))
    words = words_of(" ".join(w for r in rows for w in _plain(r)))
    return _Event(
        cluster,
        min((r.begun for r in rows if r.begun), key=lambda d: (d.days, d.sort_key)),
        frozenset(r.key[0] for r in rows),
        words - called - LIGHT,
        frozenset(n for n in names if not n.startswith("@country:")),
        frozenset(f"act {a}" for r in rows for a in r.claim.acts if a not in COMMON),
        all(r.claim.dated_by == "publication" for r in rows if r.date),
        any(map(alone, rows)),
    )


def _plain(row: Row) -> Iterator[str]:
    """The words of a claim's title and parts that are no names."""
    title = row.claim.title.rpartition(": ")[2].replace("-", " ").split()
    yield from (w for w in title if w[:1].islower())
    yield from (w for w in title[:1] if w[:1].isupper() and fold(w).capitalize() not in row.told)
    yield from (p for p in row.things | row.doers if p[:1].islower())


def _weight(event: _Event) -> tuple[bool, int, int, bool, bool, int]:
    """What makes one of two tellings the better one.

    More articles, a closer date, a title that can be read alone, told as done, more claims.
    """
    rows = event.cluster.rows
    planned = all(r.claim.planned for r in rows)
    return bool(event.cluster.known), len(event.articles), -event.date.days, event.alone, not planned, len(rows)


def _comparable(one: _Event, other: _Event) -> bool:
    """Whether two events of one story may be one: told by other articles, of one time, and not told apart."""
    if not one.articles.isdisjoint(other.articles) or not _one_time(one, other):
        return False
    pairs = _pairs(one, other)
    if not any(sameness.one_story(r, o, STORY) for r, o in pairs):
        return False
    if any(r.round and o.round and r.round != o.round for r, o in pairs):
        return False
    return not any(sameness.contrary(r, o) for r, o in pairs)


def _pairs(one: _Event, other: _Event) -> list[tuple[Row, Row]]:
    return [(r, o) for r in one.cluster.rows[:COMPARED] for o in other.cluster.rows[:COMPARED]]


def _one_time(one: _Event, other: _Event) -> bool:
    """Whether both dates can be true; what a text reports as news came some days before it at most."""
    if dates.compatible(one.date, other.date):
        return True
    early, late = sorted((one, other), key=lambda e: e.date.lower)
    return late.news and early.date.days == 1 and (late.date.upper - early.date.upper).days <= LATE


def _one(weak: _Event, strong: _Event, rare: frozenset[str]) -> bool:
    """Whether two tellings surely are of one happening.

    On one day they share a rare word for who acts or what is acted on, or two others; of a stretch of time two words.
    """
    if _two_acts(weak, strong):
        return False
    words = weak.words & strong.words & rare
    parts = _parts(weak) & _parts(strong) & words
    brief = max(weak.date.days, strong.date.days) <= BRIEF
    if any(counts.counts_differ(r, o) for r, o in _pairs(weak, strong)):
        return brief and bool(weak.acts & strong.acts) and len(words) > 1
    if brief:
        return bool(parts or weak.acts & strong.acts & rare) or len(words) > 1
    return weak.date.days <= QUARTER and bool(parts) and len(words) > 1


def _two_acts(one: _Event, other: _Event) -> bool:
    """Whether each tells an act that one thing seldom undergoes, and not the same."""
    return any(sameness.other_act(r, o) for r, o in _pairs(one, other))


def _parts(event: _Event) -> frozenset[str]:
    return words_of(" ".join(p for r in event.cluster.rows for p in r.things | r.doers if not p.startswith("@")))


def _retold(weak: _Event, strong: _Event, rare: frozenset[str]) -> bool:
    """Whether a telling is a vaguer one of what another tells: as vague in time, and with a rare word or name of it."""
    if weak.date.days < strong.date.days or weak.date.days > YEAR:
        return False
    if any(counts.counts_differ(r, o) for r, o in _pairs(weak, strong)):
        return False
    two_acts = _two_acts(weak, strong)
    if weak.words & strong.words & rare:
        return weak.date.days > BRIEF or not two_acts
    if two_acts or weak.date.days <= BRIEF:
        return False
    return weak.date.days <= QUARTER and bool(weak.names & strong.names & rare)
