"""Plans that a report of what happened overtook: "the run-off is to be held on Sunday", "she won Sunday's run-off".

The two are told in other words, by other people, and share little but their day and their story. Where just one
happening of that day and story has anything of the plan, the plan is no event of its own.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.resolve import sameness
from generator.resolve.blocks import LARGEST

if TYPE_CHECKING:
    from generator.resolve.grouping import Cluster, Grouping
    from generator.resolve.likeness import Row

STORY = 2  # names that both articles speak of most


def join(grouping: Grouping) -> None:
    """Put the claims of each plan whose day passed into the one event that tells what came of it."""
    done: dict[int, list[int]] = defaultdict(list)
    for number, cluster in enumerate(grouping.clusters):
        for day in sorted({r.low for r in cluster.rows if r.claim.done and r.low and r.low == r.high}):
            done[day].append(number)
    for number, cluster in enumerate(grouping.clusters):
        planned = _day(cluster)
        if planned is None or len(done[planned]) > LARGEST:
            continue
        found = [n for n in done[planned] if n != number and _came_of(cluster, grouping.clusters[n])]
        if len(found) == 1:
            grouping.move(number, found[0])


def _day(cluster: Cluster) -> int | None:
    """The one day for which a cluster plans; none where anything of it is told as done."""
    days = {(r.low, r.high) for r in cluster.rows}
    if cluster.known or len(days) != 1 or not all(r.claim.planned for r in cluster.rows):
        return None
    ((low, high),) = days
    return low if low and low == high and all(0 < r.printed < low for r in cluster.rows) else None


def _came_of(plan: Cluster, deed: Cluster) -> bool:
    return any(_one(p, d) for p in plan.rows for d in deed.rows if d.claim.done and d.low == d.high == p.low)


def _one(plan: Row, deed: Row) -> bool:
    """Whether a claim tells what came of a plan: the same story, and the kind, act or a word of it."""
    if deed.printed < deed.low or plan.key[0] == deed.key[0] or not sameness.one_story(plan, deed, STORY):
        return False
    if sameness.contrary(plan, deed) and sameness.rare(plan, deed):
        return False
    alike = set(plan.claim.kinds) & set(deed.claim.kinds) or plan.claim.acts & deed.claim.acts
    return bool(alike or plan.words & deed.words)
