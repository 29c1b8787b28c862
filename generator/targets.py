"""What front matter should become: a tree over what the page holds now. See `rewriting`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final


class _Keep:
    def __repr__(self) -> str:
        return "KEEP"


KEEP: Final = _Keep()


@dataclass(frozen=True, slots=True)
class Rows:
    """A list as it should be: (number of the row on the page, or None; its target)."""

    rows: tuple[tuple[int | None, Any], ...]


class CannotEditError(ValueError):
    """The front matter is written in a way that cannot be changed without touching more than was asked."""


def canonical(value: Any) -> Any:
    """A value as the reader of front matter would hand it back: text, lists and mappings."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, Mapping):
        return {k: canonical(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [canonical(v) for v in value]
    return value


def expected(target: Any, now: Any) -> Any:
    """What the data will be: `target` over what the page holds now."""
    if target is KEEP:
        return now
    if isinstance(target, Rows):
        old = now if isinstance(now, list) else []
        return [expected(t, old[i] if i is not None else None) for i, t in target.rows]
    if isinstance(target, Mapping):
        old_map = now if isinstance(now, Mapping) else {}
        return {k: expected(t, old_map.get(k)) for k, t in target.items()}
    return canonical(target)


def plain(target: Any) -> Any:
    """A target without a page under it, as a value to be written."""
    if isinstance(target, Rows):
        return [plain(t) for _, t in target.rows]
    if isinstance(target, Mapping):
        return {k: plain(v) for k, v in target.items()}
    return target


def in_order(
    count: int, of_mine: Mapping[int, Any], placed: Mapping[int, int], added: Sequence[tuple[int, Any]]
) -> tuple[tuple[int | None, Any], ...]:
    """The page's rows in their order, each new one behind the row that comes before it in the new list."""
    behind: dict[int, list[Any]] = {}
    known = sorted(placed)
    first = min(placed.values(), default=count) - 1
    for n, value in added:
        before = bisect_left(known, n)
        behind.setdefault(placed[known[before - 1]] if before else first, []).append(value)
    rows: list[tuple[int | None, Any]] = [(None, v) for v in behind.get(-1, ())]
    for m in range(count):
        if m in of_mine:
            rows.append((m, of_mine[m]))
        rows += [(None, v) for v in behind.get(m, ())]
    return tuple(rows)
