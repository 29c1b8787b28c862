"""What two claims count: other numbers of one thing, and the dead of one disaster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import dates, quantities

if TYPE_CHECKING:
    from generator.resolve.likeness import Row

_COUNTED = frozenset({"killed", "injured", "missing", "infected"})
MANY = 3  # dead of one day, so that few stories have two such days in a month
MONTH = 31  # days


def counts_differ(one: Row, other: Row) -> bool:
    """Whether two claims give other numbers of one thing."""
    return any(
        quantities.thing(a.what) == quantities.thing(b.what) and a.value != b.value
        for a in one.claim.figures
        for b in other.claim.figures
    )


def tolls_differ(one: Row, other: Row) -> bool:
    """Whether two claims give other numbers of the dead, the hurt or the missing, which are counted from day to day."""
    counted = [
        {quantities.thing(f.what): f.value for f in row.claim.figures if f.what.rpartition(" ")[2] in _COUNTED}
        for row in (one, other)
    ]
    return any(counted[1].get(what, value) != value for what, value in counted[0].items())


def one_toll(one: Row, other: Row) -> bool:
    """Whether both count many dead of one time, told to the month or better: of one disaster, whatever the numbers are.

    That both speak of one story is asked elsewhere.
    """
    if one.begun is None or other.begun is None or not dates.compatible(one.begun, other.begun):
        return False
    if max(one.begun.days, other.begun.days) > MONTH:
        return False
    return all(any(f.what.endswith("killed") and f.value >= MANY for f in r.claim.figures) for r in (one, other))
