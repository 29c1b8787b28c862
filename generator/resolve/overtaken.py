"""Plans that a report of what happened overtook: "the run-off is to be held on Sunday", "she won Sunday's run-off".

The two are told in other words, by other people, and share little but their time and their story. A plan is never told
beside what came of it: where a later article tells one happening of that day and story which has anything of the plan,
or one like it in the stretch of time that was planned, the plan joins it. Where several fit alike, or where the same
act on the same thing came on another day near, nothing is joined (a date that moved is no dispute), and the plan stays
with the editors.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.resolve import likeness, sameness
from generator.resolve.blocks import LARGEST

if TYPE_CHECKING:
    from generator.resolve.grouping import Cluster, Grouping
    from generator.resolve.likeness import Row

STORY = 2  # names that both articles speak of most
ONE_STORY = 3  # where nothing else tells that two claims belong together
CLEARLY = 0.1  # by how much one deed must be more like the plan than any other
SPAN = 100  # days of a plan for a season or a quarter; within more, a deed may be another one
LATER = 366  # days by which what was planned may come late
EARLIER = 31  # days by which it may come early
MOST_ROWS = 40  # claims of one event that a plan is compared with

# What can come of a plan in other acts: a vote is won, a verdict acquits, a launch is called off.
_COMES_OF = tuple(
    frozenset(group.split())
    for group in (
        "appoint:months elect:months runoff:months win:months",
        "convict:months acquit:months find_guilty:months sentence:months quash:months reject:months ruling",
        "launch:months call_off:months call_off crash:months",
        "adopt:months reject:months ratify:years clear:months",
    )
)
# Kinds of happening that nobody plans: they are not what came of a plan for their day.
_UNPLANNED = frozenset({"accident", "disaster", "attack", "death", "arrest", "kidnapping"})
_VOTERS = frozenset({"voter", "voters", "electorate", "citizen"})


def join(grouping: Grouping) -> frozenset[int]:
    """Put the claims of each plan into the event that tells what came of it.

    Back come the numbers of the plans that something overtook of which they are not surely the plan.
    """
    done: dict[int, list[int]] = defaultdict(list)
    for number, cluster in enumerate(grouping.clusters):
        for day in sorted({r.low for r in cluster.rows if r.claim.done and r.low and r.low == r.high}):
            done[day].append(number)
    overtaken: set[int] = set()
    for number, cluster in enumerate(grouping.clusters):
        if cluster.known or not _plans(cluster):
            continue
        of_day = done[cluster.rows[0].low] if all(sameness.one_day(r, r) for r in cluster.rows) else []
        near = {n for row in cluster.rows for n in grouping.blocks.near(row)}
        near |= set(of_day if len(of_day) <= LARGEST else ())
        others = [n for n in sorted(near) if n != number and grouping.clusters[n].rows]
        found = [(_alike(grouping, cluster, n), n) for n in others if _came_of(cluster, grouping.clusters[n])]
        found.sort(key=lambda pair: (-pair[0], pair[1]))
        if found and (len(found) == 1 or found[0][0] - found[1][0] >= CLEARLY):
            grouping.move(number, found[0][1])
        elif found or any(
            _moved(grouping, cluster, deed) or _nameless(cluster, deed)
            for deed in (grouping.clusters[n] for n in others)
        ):
            overtaken.add(number)
    return frozenset(overtaken)


def _plans(cluster: Cluster) -> bool:
    """Whether all claims of a cluster plan for a time that lies ahead of their articles."""
    return bool(cluster.rows) and all(r.claim.planned and r.low and 0 < r.printed < r.high for r in cluster.rows)


def _alike(grouping: Grouping, plan: Cluster, number: int) -> float:
    of = grouping.clusters[number].rows[:MOST_ROWS]
    return max(likeness.likeness(p, d, grouping.weights) for p in plan.rows for d in of)


def _came_of(plan: Cluster, deed: Cluster) -> bool:
    told = [d for d in deed.rows[:MOST_ROWS] if d.claim.done and d.low]
    return any(_one(p, d) or _within(p, d) for p in plan.rows for d in told)


def _nameless(plan: Cluster, deed: Cluster) -> bool:
    """Whether a plan for a day names nobody who acts, and a later article of that story tells what the day brought.

    "A general meeting was to be held on 11 May", beside "shareholders lift the cap" of that day.
    """
    if any(sameness.is_own(x) and not x.startswith("@place:") for p in plan.rows for x in p.things | p.doers):
        return False
    told = [d for d in deed.rows[:MOST_ROWS] if d.claim.done and d.low and _UNPLANNED.isdisjoint(d.claim.kinds)]
    return any(
        sameness.one_day(p, d) and _after(p, d) and sameness.one_story(p, d, ONE_STORY) for p in plan.rows for d in told
    )


def _after(plan: Row, deed: Row) -> bool:
    """Whether a deed is told by an article that knows of it, other than the one that planned it before."""
    return deed.printed >= deed.low > plan.printed and plan.key[0] != deed.key[0]


def _one(plan: Row, deed: Row) -> bool:
    """Whether a claim tells what came of a plan for its day: the same story, and the kind, act or a word of it."""
    if not sameness.one_day(plan, deed) or not _after(plan, deed) or not sameness.one_story(plan, deed, STORY):
        return False
    if sameness.contrary(plan, deed) and sameness.rare(plan, deed):
        return False
    alike = set(plan.claim.kinds) & set(deed.claim.kinds) or plan.claim.acts & deed.claim.acts
    sure = sameness.named_in_both(plan, deed) or not _VOTERS.isdisjoint(plan.doers)
    comes = sure and any(plan.claim.acts & group and deed.claim.acts & group for group in _COMES_OF)
    return bool(alike or comes or plan.words & deed.words)


def _within(plan: Row, deed: Row) -> bool:
    """Whether a deed is the planned act, on something of that name, within the stretch of time planned for it."""
    if plan.low == plan.high or plan.high - plan.low > SPAN or not _after(plan, deed):
        return False
    if not (plan.low <= deed.low and deed.high <= plan.high) or sameness.contrary(plan, deed):
        return False
    named = sameness.named_in_both(plan, deed)
    return sameness.rare(plan, deed) and named and sameness.one_story(plan, deed, STORY)


def _moved(grouping: Grouping, plan: Cluster, deed: Cluster) -> bool:
    """Whether what was planned came about on another day near: the same act on the same thing."""
    return any(
        p.low - EARLIER <= d.low <= p.high + LATER and _after(p, d) and _same(grouping, p, d)
        for p in plan.rows
        for d in deed.rows[:MOST_ROWS]
        if d.claim.done and d.low
    )


def _same(grouping: Grouping, plan: Row, deed: Row) -> bool:
    if not sameness.rare(plan, deed) or plan.round != deed.round:
        return False
    told = replace(plan, claim=replace(plan.claim, planned=False))
    return sameness.one_happening(told, deed, grouping.weights.parts)
