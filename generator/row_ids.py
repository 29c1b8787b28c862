"""Rows by the ids that they name: which are the same, and which became one when their pages were merged."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from generator import rewriting
from generator.rewriting import KEEP

THEIRS: Final = "?"  # before a hash: a person's, though the machine would write the same
# What the program calls a happening, and the words in which it found the day and the length.
_DERIVED: Final = frozenset({"kind", "when", "lasts"})
Pairs = Sequence[tuple[int | None, int | None, int | None]]  # last generated, edited, new


def absorbed(pairs: Pairs, mine: Sequence[Any], new: Sequence[Any], living: Mapping[str, str]) -> dict[int, list[int]]:
    """Row of an entity -> the rows of the page whose entities were merged into it, and that say nothing else."""
    into = {str(mine[m].get("id")): (m, n) for _, m, n in pairs if m is not None and n is not None}
    into |= {living.get(id, id): place for id, place in into.items()}
    found: dict[int, list[int]] = {}
    for _, m, n in pairs:
        if m is None or n is not None:
            continue
        id = str(mine[m].get("id"))
        at = into.get(living[id]) if id in living else None
        if at and set(mine[m]) <= {"id", "names", "role"} and mine[m].get("role") in (
            None, mine[at[0]].get("role"), new[at[1]].get("role"),
        ):  # fmt: skip
            found.setdefault(at[0], []).append(m)
    return found


def with_names(target: Any, mine: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> Any:
    """The target of an entity's row with the names of rows that become part of it."""
    names = rewriting.expected(target, mine).get("names", [])
    more = [n for n in dict.fromkeys(n for row in rows for n in row.get("names", ())) if n not in names]
    if not more:
        return target
    return (dict.fromkeys(mine, KEEP) if target is KEEP else target) | {"names": [*names, *more]}


def derived(field: str) -> bool:
    """Whether a field of a claim (`events[its quote].when`) is only what the program calls it: no source says it, and
    another version may say it otherwise. What a person wrote there, or took out, stands, and is no conflict.
    """
    return field.startswith("events[") and field.rpartition("].")[2] in _DERIVED


def renamed(row: Mapping[str, Any], living: Mapping[str, str]) -> Any:
    """The target of a person's own row, under the ids that its pages have now."""
    changes: dict[str, Any] = {k: living[str(row[k])] for k in ("id", "place") if str(row.get(k)) in living}
    if isinstance(ids := row.get("entities"), list) and (target := standing(ids, living)) is not KEEP:
        changes["entities"] = target
    return dict.fromkeys(row, KEEP) | changes if changes else KEEP


def standing(ids: Sequence[Any], living: Mapping[str, str]) -> Any:
    """The target of a list of ids that a person wrote: those that stand for them now, each once."""
    if not any(isinstance(id, str) and id in living for id in ids):
        return KEEP
    return list(dict.fromkeys(living.get(str(id), str(id)) for id in ids))


def by_id(living: Mapping[str, str]) -> Callable[[str, Sequence[Any], Sequence[Any], Sequence[Any]], Pairs]:
    """Rows are the same that have one id, old ids counting as those that stand for them now."""

    def pair(_: str, was: Sequence[Any], mine: Sequence[Any], new: Sequence[Any]) -> Pairs:
        found: dict[Any, list[int | None]] = {}
        for side, rows in enumerate((was, mine, new)):
            seen: dict[Any, int] = {}
            ids = [str(row.get("id", "")).removeprefix(THEIRS) for row in rows]
            # The row of the page that lives is the first of those that count as its own.
            for number in sorted(range(len(rows)), key=lambda i: ids[i] in living):
                id = living.get(ids[number], ids[number])
                count = seen[id] = seen.get(id, -1) + 1  # a row that stands here twice is two rows
                found.setdefault((id, count), [None, None, None])[side] = number
        return [(b, m, n) for b, m, n in found.values()]

    return pair
