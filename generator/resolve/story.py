"""Whether a briefing is of one story, which of its articles tell it, and what its events are besides those read alone.

Whoever reads the briefing on one dam knows which reservoir is lowered, and which commission opens an inquiry. Where
most articles speak of the same two names, these are its story; an article that names both tells it. Countries do
not count: the news of one country is many stories.

A title that only the story makes clear names little, so that it is found again but badly: what may be another's telling
of the same is no event beside it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from generator import dates
from generator.resolve.labels import Label
from generator.resolve.likeness import Row

if TYPE_CHECKING:
    from generator.resolve.grouping import Cluster, Grouping

ONLY_THE = "which one"  # the gate's reason against "The works are sold"
FEWEST = 3  # articles that make a story
NAMES = 2  # of the story that an article must have
MOST = 0.5  # share of all articles by which a name is of the story if more than these have it,
SPOKEN = 1 / 3  # and as many speak of it most
DAYS = 31  # of a date that is looked up day by day
EARLY, LATE = 7, 62  # days by which what was planned may come before or after its time
WORDS = 3  # of a title that can be read without a name before it
BRIEF = 3  # days of a date that is as good as one day
COMPARED = 40  # claims of one day


def articles(rows: Iterable[Row], of: int) -> frozenset[int]:
    """The numbers of the articles that tell the one story of a briefing of so many; none where it has several."""
    by_article: Mapping[int, Row] = {r.key[0]: r for r in rows}
    named = Counter(name for r in by_article.values() for name in r.told if _own(name))
    spoken = Counter(name for r in by_article.values() for name in r.topic if _own(name))
    common = {name for name, n in named.items() if n > MOST * of and spoken[name] >= SPOKEN * of}
    if of < FEWEST:
        return frozenset()
    return frozenset(number for number, r in by_article.items() if len(r.told & common) >= NAMES)


def _own(name: str) -> bool:
    """Whether a name, as `likeness` writes it, is of a person, a body or a thing, or a place other than a country."""
    return name.startswith("@") and not name.startswith("@country:")


def clear(row: Row, newest: date | None, label: Label | None, *, named: bool = False) -> bool:
    """Whether a claim's title is clear to whoever knows its story, and tells what has a time of its own.

    `newest`: the day of the newest article. What was planned for a day before it came, or did not come. `label`: the
    name that can head a title which says only "the works"; `named`: whether it is known otherwise which.
    """
    claim = row.claim
    if ONLY_THE in claim.doubts and not named and (label is None or not label.fits(claim.title, row.key[0])):
        return False
    if len(claim.title.split()) < WORDS and (label is None or not label.heads(claim.title, row.key[0], ())):
        return False  # "Talks resume": only with its name before it
    if not claim.in_story or claim.draft or claim.dated_by == "publication" or row.date is None or not row.topic:
        return False
    return not claim.planned or (newest is not None and row.date.lower > newest)


def without_doubles(grouping: Grouping, sure: Sequence[Cluster], others: Sequence[Cluster]) -> list[Cluster]:
    """Those of the `others`, which only their story makes clear, that nothing tells which is sure or better dated."""
    told: dict[int, list[Row]] = defaultdict(list)
    kept = {id(c) for c in sure}
    for cluster in sure:
        _remember(cluster, told)
    made = []
    for cluster in sorted(others, key=lambda c: (min(r.high - r.low for r in c.rows), c.rows[0].key)):
        # What one report dates to a month happened on the day that another gives.
        dated = [r for r in cluster.rows if r.low and r.high - r.low <= BRIEF] or cluster.rows
        if not any(_perhaps_one(r, o) for r in dated for o in _near(r, grouping, told, kept)):
            made.append(cluster)
            kept.add(id(cluster))
            _remember(cluster, told)
    return made


def _remember(cluster: Cluster, told: dict[int, list[Row]]) -> None:
    for row in cluster.rows:
        for day in range(row.low, row.high + 1) if row.low and row.high - row.low <= DAYS else ():
            if len(told[day]) < COMPARED:
                told[day].append(row)


def _near(row: Row, grouping: Grouping, told: Mapping[int, list[Row]], kept: Collection[int]) -> list[Row]:
    """The claims whose time may be that of `row`: by their day, and those that share a name or act with it."""
    early, late = (EARLY, LATE) if row.claim.planned else (0, 0)
    days = range(row.low - early, row.high + late + 1) if row.low and row.high - row.low <= DAYS else ()
    found = {o.key: o for day in days for o in told.get(day, ())}
    own = grouping.of.get(row.key)
    for number in grouping.blocks.near(row):
        if number != own and id(grouping.clusters[number]) in kept:
            found |= {o.key: o for o in grouping.clusters[number].rows[:COMPARED]}
    return list(found.values())


def _perhaps_one(row: Row, other: Row) -> bool:
    """Whether two claims of one time may tell one happening, or one a part of the other."""
    if row.begun is None or other.begun is None:
        return False
    if not row.claim.planned and not dates.compatible(row.begun, other.begun):
        return False
    alike = row.claim.acts & other.claim.acts
    kind = row.claim.kind and row.claim.kind == other.claim.kind
    words = row.words & other.words
    names = {name for name in row.others & other.others if _own(name)}
    vaguer = other.high - other.low > BRIEF  # "cholera broke out in May" may be the case of 5 May
    return bool(alike or (kind and (words or names)) or len(words) > 1 or (words and (names or vaguer)))
