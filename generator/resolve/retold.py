"""A vague retelling of what another report tells better is no event of its own.

"The first rocket failed in late 2023", said in passing, beside a report of the failure of 21 November: whether they are
one, no rule may be sure of. But a reader who finds both on the chronology takes them for two, and so does not trust it.
The vaguer one stays with the editors, as a draft.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator import dates
from generator.names import fold
from generator.resolve import sameness
from generator.resolve.likeness import Row

BRIEF = 3  # days of a date that is as good as one day


def vague(rows: Sequence[Row]) -> bool:
    """Whether one article alone tells an event, and gives no day for it."""
    return len({r.key[0] for r in rows}) == 1 and all(r.date is None or r.date.days > BRIEF for r in rows)


def retells(row: Row, other: Row) -> bool:
    """Whether a claim can be a vaguer telling of what another article tells to the day, or to a shorter time."""
    if row.begun is None or other.begun is None or row.key[0] == other.key[0]:
        return False
    if other.begun.days >= row.begun.days or not dates.compatible(row.begun, other.begun):
        return False
    if not sameness.rare(row, other) or row.claim.planned != other.claim.planned or row.round != other.round:
        return False
    if sameness.contrary(row, other) and not _one_surname(row, other):
        return False
    things = {w.lower() for w in row.things | row.doers} & {w.lower() for w in other.things | other.doers}
    return bool(things) or _one_surname(row, other) or sameness.one_story(row, other, sameness.STORY)


def _one_surname(row: Row, other: Row) -> bool:
    """Whether both tell of people of one surname, of which one is perhaps the other's short form."""
    ours, theirs = _surnames(row), _surnames(other)
    return bool(ours & theirs)


def _surnames(row: Row) -> frozenset[str]:
    named = row.things | row.doers
    return frozenset(
        w.rpartition("-")[2] if w.startswith("@person:") else fold(w)
        for w in named
        if w.startswith("@person:") or (not w.startswith("@") and sameness.is_own(w))
    )
