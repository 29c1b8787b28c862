"""What front matter should become: a tree over what the page holds now. See `rewriting`."""

from __future__ import annotations

from collections.abc import Mapping
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
