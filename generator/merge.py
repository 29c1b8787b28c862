"""Last generated, on disk, new: what becomes of each page. Nothing that a person wrote is overwritten.

Pages are compared by hash: one that differs from what was last generated is a person's and stays as it is; one that was
generated and is gone was removed by a person and does not come back.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do with each path below content/; all sorted."""

    write: tuple[str, ...]  # new, or generated before and untouched since
    same: tuple[str, ...]  # holds the new text already
    edited: tuple[str, ...]  # a person's: left as it is
    stale: tuple[str, ...]  # generated before, untouched, and no longer made: taken away


def edited(disk: Mapping[str, str], last: Mapping[str, str]) -> set[str]:
    """Paths that a person made or changed, by hashes of what is on disk and of what was last generated."""
    return {path for path, value in disk.items() if last.get(path) != value}


def removed(disk: Mapping[str, str], last: Mapping[str, str]) -> set[str]:
    """Paths that were generated and are gone."""
    return set(last) - set(disk)


def plan(new: Mapping[str, str], disk: Mapping[str, str], last: Mapping[str, str], keep: Collection[str] = ()) -> Plan:
    """Compare hashes of the new pages, of what is on disk and of what was last generated.

    `keep`: paths that stay although nothing makes them any more (an article whose seed is gone, what it refers to).
    """
    theirs, gone = edited(disk, last), removed(disk, last)
    same = {p for p in new if disk.get(p) == new[p]}
    write = {p for p in new if p not in theirs and p not in gone and p not in same}
    stale = {p for p in last if p in disk and p not in new and p not in theirs and p not in keep}
    return Plan(
        write=tuple(sorted(write)),
        same=tuple(sorted(same)),
        edited=tuple(sorted(theirs - same)),
        stale=tuple(sorted(stale)),
    )
