"""What one article alone tells of a day: an event of its story where nothing else is told of that time.

"The funerals will be held on Saturday" names nobody, so that it is found again badly: beside another event of its day
it may be a part of that, or a second telling. Where a briefing of one story has no other event of that time, and none
of the same act or words in the days around it, it can be neither; under the name of the story it is news.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date

from generator import dates
from generator.resolve import doubles, parting, story
from generator.resolve.grouping import Cluster, Grouping
from generator.resolve.likeness import Row

BRIEF = 3  # days of a date that is as good as one day
MONTH = 31
WEEK = 7  # days around it in which what shares an act or a word may be another telling of it
LATE = 62  # by which what was planned may come later
# Behind the first word, and no month or day.
_CALENDAR = "|".join(name.capitalize() for name in (*dates.MONTHS, *dates.WEEKDAYS))
_NAME = re.compile(rf"(?<!^)\b(?!(?:{_CALENDAR})\b)[^\W\d_]*[A-Z]")
Heads = Callable[[str, Row], bool]  # whether the name of its story fits before a title


def found(
    grouping: Grouping,
    rows: Iterable[Row],
    clusters: Sequence[Cluster],
    told: Collection[int],
    newest: date | None,
    heads: Heads,
) -> list[Cluster]:
    """Further events, each of claims that are in none of these `clusters`; `told`: the articles that tell the story."""
    published = {r.key for c in clusters for r in c.rows}
    days = _Days(clusters)
    open_: dict[tuple[int, int], list[Row]] = defaultdict(list)
    done: dict[int, set[int]] = defaultdict(set)  # day -> articles that tell something as done on it
    for row in rows:
        if row.key in published or row.date is None or row.claim.dated_by == "publication":
            continue
        if not row.claim.planned and row.high - row.low < BRIEF:
            done[row.low].add(row.key[0])
        if row.key[0] in told and row.topic and _clear(row, newest, heads) and not days.have(row):
            open_[row.low, row.high].append(row)
    made = []
    for (low, _), of_day in sorted(open_.items()):
        best, *others = sorted(of_day, key=lambda r: (r.claim.planned, not r.named, r.key))
        if best.claim.planned and done[low] - {best.key[0]}:
            continue  # another article tells what came of it
        number = grouping.of.get(best.key)
        if number is None:
            grouping.clusters.append(Cluster())
            number = len(grouping.clusters) - 1
            grouping.add(best, number)
        for row in others:
            same = row.key[0] != best.key[0] and row.claim.acts & best.claim.acts
            if same and row.key not in grouping.of and not parting.no_rival(row):
                grouping.add(row, number)
        made.append(grouping.clusters[number])
    return made


def _clear(row: Row, newest: date | None, heads: Heads) -> bool:
    """Whether a title is clear to the readers of its story: under its name, or by one of its own."""
    claim = row.claim
    if claim.whole:
        return claim.leaning and row.named
    over = claim.planned and row.date is not None and (newest is None or row.date.lower <= newest)
    if not (claim.in_story or claim.plain) or row.high - row.low >= (BRIEF if over else MONTH):
        return False
    if over and not claim.was:
        return False  # "to open on 3 May", once that day is past
    title = claim.was if over else claim.title
    return heads(title, row) or (claim.in_story and _NAME.search(title) is not None)


class _Days:
    """Of which days events are, and what they tell."""

    def __init__(self, clusters: Iterable[Cluster]) -> None:
        self._rows: dict[int, list[Row]] = defaultdict(list)
        self._long: list[Row] = []  # of a season, a year
        spans = []
        for cluster in clusters:
            dated = [r for r in cluster.rows if r.begun is not None]
            best = min(dated, key=lambda r: (r.high - r.low, r.low), default=None)
            if best is not None and best.high - best.low <= MONTH:
                spans.append((best.low, best.high))
            for row in dated:
                if row.high - row.low > MONTH:
                    self._long.append(row)
                    continue
                for day in range(row.low, row.high + 1):
                    if len(self._rows[day]) < story.COMPARED:
                        self._rows[day].append(row)
        self._long = sorted(self._long, key=lambda r: (r.high - r.low, r.key))[: story.COMPARED]
        self._spans: list[tuple[int, int]] = []  # parted, in order
        for low, high in sorted(spans):
            if self._spans and low <= self._spans[-1][1]:
                self._spans[-1] = self._spans[-1][0], max(high, self._spans[-1][1])
            else:
                self._spans.append((low, high))
        self._ends = [high for _, high in self._spans]

    def have(self, row: Row) -> bool:
        """Whether an event has a time of a claim, or one of the days around it shares its act or words."""
        at = bisect_left(self._ends, row.low)
        if at < len(self._spans) and self._spans[at][0] <= row.high:
            return True
        around = range(row.low - WEEK, row.high + (LATE if row.claim.planned else WEEK) + 1)
        near = (other for day in around for other in self._rows.get(day, ()))
        long = (other for other in self._long if other.low <= row.high and row.low <= other.high)
        return any(_alike(row, other) for other in (*near, *long))


def _alike(row: Row, other: Row) -> bool:
    """Whether two claims may tell one happening, though not of one day."""
    if row.claim.planned and not other.claim.planned and other.high < row.printed:
        return False  # what was done before is not what is planned
    kind = row.claim.kind and row.claim.kind == other.claim.kind
    acts = row.claim.acts & other.claim.acts - doubles.COMMON
    return bool(acts or (row.words & other.words) - doubles.LIGHT or kind)
