"""Another's figure, which a text gives beside its own: into the event of the claim whose count it disputes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.resolve.grouping import Cluster, Grouping
    from generator.resolve.likeness import Row


def join(grouping: Grouping, clusters: Sequence[Cluster], rows: Sequence[Row]) -> None:
    """Put each claim that only says another's figure beside the claim of its text that it points back to.

    `clusters`: the events that are made; `rows`: all claims.
    """
    numbers = {id(c): n for n, c in enumerate(grouping.clusters)}
    made = {numbers[id(c)] for c in clusters}
    told = {(r.key[0], r.claim.head): n for r in rows if (n := grouping.of.get(r.key)) in made}
    for row in rows:
        if row.claim.beside is not None and (number := told.get((row.key[0], row.claim.beside))) is not None:
            grouping.add(row, number)
