"""Places with and without the word for what they are: "Orva River", "the Orva"; "Lake Pelka", "Pelka"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from generator import gazetteer
from generator.document import Extraction
from generator.names import fold
from generator.resolve.clusters import Clusters

# Words for a river behind its name, in English and in the languages of the Himalaya; reports translate them.
_WATERS = frozenset("river khola nadi".split())
# Words for the middle of a place that grew into a part of its name.
_SETTLEMENTS = frozenset("bazar bazaar village".split())


def join(clusters: Clusters, extractions: Sequence[Extraction]) -> None:
    """Join places that differ in such a word alone, where the corpus offers one of either; no known town or country."""
    bare: dict[str, set[int]] = defaultdict(set)
    rivers: dict[str, set[int]] = defaultdict(set)
    lakes: dict[str, set[int]] = defaultdict(set)
    settled: dict[str, set[int]] = defaultdict(set)
    for index in clusters.live("place"):
        for name in clusters.members[index].names:
            first, _, last = fold(name).replace("-", "").rpartition(" ")
            if not first:
                bare[last].add(index)
            elif first == "lake":
                lakes[last].add(index)
            elif " " not in first and last in _WATERS:
                rivers[first].add(index)
            elif " " not in first and last in _SETTLEMENTS:
                settled[first].add(index)
    for name in sorted(rivers):
        clusters.join_all([sorted(rivers[name])])
        if not gazetteer.find(name.title()):
            with_article = [i for i in sorted(bare[name]) if _behind_article(clusters, i, extractions)]
            clusters.join_all([[*sorted(rivers[name])[:1], *with_article]])
    for name in sorted(lakes):
        if not gazetteer.find(name.title()) and not gazetteer.is_town(name.title()):
            both = _documents(clusters, lakes[name]) & _documents(clusters, bare[name])
            towns = any(_where_one_lives(clusters, i, extractions) for i in bare[name])
            if both and not towns:
                clusters.join_all([[*sorted(lakes[name]), *sorted(bare[name])]])
    for name in sorted(settled):
        both = _documents(clusters, settled[name]) & _documents(clusters, bare[name])
        if bare[name] and not both and len({clusters.root(i) for i in bare[name]}) == 1:
            clusters.join_all([[*sorted(bare[name]), *sorted(settled[name])]])


def _documents(clusters: Clusters, members: set[int]) -> set[int]:
    """Numbers of the texts that name some of these; pages that editors keep are no texts."""
    return {clusters.members[i].document for i in members} - {-1}


_IN_TOWNS = re.compile(r"(?:\b(?:in|of|from|to|outside|at|near)|,) (?:the )?$")


def _where_one_lives(clusters: Clusters, index: int, extractions: Sequence[Extraction]) -> bool:
    """Whether a text has a name alone as those of towns stand, "in Orva": many are called as the lake beside them."""
    local = clusters.members[index]
    if local.document < 0:
        return True
    text = extractions[local.document].document.text
    return any(_IN_TOWNS.search(text[max(0, s - 14) : s]) for s, e in local.spans if " " not in text[s:e])


def _behind_article(clusters: Clusters, index: int, extractions: Sequence[Extraction]) -> bool:
    """Whether a text has "the" before a name wherever it stands alone, as rivers have it, or calls it a river."""
    local = clusters.members[index]
    if local.document < 0:
        return False
    text = extractions[local.document].document.text
    if any(text[e : e + 6].casefold() == " river" for _, e in local.spans):
        return True  # "the water of the Orva river"
    alone = [s for s, e in local.spans if " " not in text[s:e]]
    return bool(alone) and all(text[max(0, s - 4) : s].casefold() == "the " for s in alone)
