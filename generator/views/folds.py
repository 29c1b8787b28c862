"""How a long list is cut: what of it stands open, and what is folded or only counted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

Row = TypeVar("Row")


def cut(rows: Sequence[Row], most: int) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """What stands open and the rest. One more than `most` stands open too: "one more" takes the room of that one."""
    shown = len(rows) if len(rows) <= most + 1 else most
    return tuple(rows[:shown]), tuple(rows[shown:])
