"""Monarchs and their kin: one person by a first name, a number, and the name of before.

News calls "Prince Ekango Tomba-Mori" soon "Prince Ekango", and when he is crowned "King Ekango" or "King Ekango I". A
first name behind such a title means the one person of that first name whom some text shows as royal: by a title, by a
number, or by whom he or she married.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from generator.document import Extraction
from generator.resolve import names_match
from generator.resolve.clusters import Clusters
from generator.resolve.local import Local

# How a text brings in one who is royal by marriage or birth: "he married a Dutch surgeon, …", "his wife, …".
_KIN = re.compile(
    r"\b(?:married|marries|marry|wed|weds|wife|husband|bride|groom|fianc[ée]e?|consort|widow|widower|daughter|son|heir)\b"
    r"[^.!?\n]{0,50}$"
)
_SPAN = 80  # characters before a name in which that is looked for
FIRST = "i"  # who is the first of a name has no namesake before on the throne


def join(clusters: Clusters, extractions: Sequence[Extraction]) -> None:
    """Join first names behind royal titles with the numbered and the full name that they mean."""
    bare: dict[str, list[tuple[int, str]]] = defaultdict(list)  # first name -> (index, its title)
    numbered: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    full: dict[str, list[int]] = defaultdict(list)
    for index in clusters.live("person"):
        local = clusters.members[index]
        if local.document < 0:
            continue
        parts, number = names_match.suffix(names_match.tokens(local.full))
        titles = local.royal
        if len(parts) == 1 and number:
            numbered[parts[0]][number].append(index)
        elif not (titles or _kin(local, extractions[local.document])):
            continue
        elif len(parts) == 1:
            bare[parts[0]].append((index, titles))
        elif parts:
            full[parts[0]].append(index)
    for first in sorted({*bare, *numbered}):
        if numbered[first] or any(title for _, title in bare[first]):
            _join_one(clusters, bare[first], numbered[first], full[first])


def _join_one(clusters: Clusters, bare: list[tuple[int, str]], numbered: dict[str, list[int]], full: list[int]) -> None:
    for same in numbered.values():
        clusters.join_all([same])
    whole = {clusters.root(i) for i in full}
    if len(numbered) == 1 and FIRST in numbered and len(whole) == 1:
        clusters.join(full[0], numbered[FIRST][0])
    kings = {clusters.root(same[0]) for same in numbered.values()}
    whole = {clusters.root(i) for i in full}
    for index, title in bare:
        targets = kings if title == "reigns" and kings else whole or (kings if FIRST in numbered else set())
        if len(targets) == 1:
            clusters.join(next(iter(targets)), index)


def _kin(local: Local, extraction: Extraction) -> bool:
    text = extraction.document.text
    return any(_KIN.search(text[max(0, start - _SPAN) : start]) for start, _ in local.spans)
