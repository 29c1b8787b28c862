"""Plans that were kept: what one report expects of a stretch of time, and a later one tells as done within it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import dates

if TYPE_CHECKING:
    from generator.resolve.likeness import Row

QUARTER = 92  # days; a plan for longer names no time by which its deed would be known again


def kept(one: Row, other: Row) -> bool:
    """Whether one tells as done what the other, printed before, planned for that stretch of time: "in the spring"."""
    plan, deed = (one, other) if one.claim.planned else (other, one)
    if plan.begun is None or deed.begun is None or not plan.printed or plan.begun.days > QUARTER:
        return False
    return plan.printed < deed.low and plan.low <= deed.low and deed.high <= plan.high


def compatible(one: Row, other: Row) -> bool:
    """Whether the dates of two claims can be one; of an undated one they can."""
    return one.begun is None or other.begun is None or dates.compatible(one.begun, other.begun)
