"""Which article's page a seed belongs to: by its path, by its bytes, by what it says.

A seed that was renamed has the bytes of one that is gone; one that was renamed and corrected still says mostly the
same. Whoever removed an article's page is not given it again because its seed has another name now.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from generator import markup, merge_text
from generator.content import Content, ids_in
from generator.document import Document
from generator.merge import Record, hashed

SEED: Final = "@seed"  # in the record of an article that a person removed: its seed as it was last found
RUN = 5  # words of one passage
ENOUGH = 0.5  # share of the page's passages that a seed must still have
FEWEST = 6  # passages of a page that tell anything
COMMON = 20  # articles that have one passage: it is boilerplate


def pages_of(documents: Sequence[Document], content: Content, records: Mapping[str, Record]) -> dict[int, str]:
    """Number of a document -> id of its article's page, living or removed; none for what is new."""
    found: dict[int, str] = {}
    taken: set[str] = set()

    def take(keys: Mapping[str, str], of: Collection[tuple[int, str]]) -> None:
        for d, key in of:
            id = keys.get(key)
            if d not in found and id is not None and id not in taken:
                found[d] = id
                taken.add(id)

    sources = {a.id: a.front.source for a in content.articles}
    gone = {id: records[f"articles/{id}.md"] for id in ids_in("articles", records) - set(sources)}
    seeds, hashes = [(d, x.seed) for d, x in enumerate(documents)], [(d, x.sha256) for d, x in enumerate(documents)]
    take({s.seed: id for id, s in sorted(sources.items(), reverse=True)}, seeds)
    take(_recorded(gone, "seed"), [(d, hashed(seed)) for d, seed in seeds])
    take({s.sha256: id for id, s in sorted(sources.items(), reverse=True)}, hashes)
    take(_recorded(gone, "sha256"), [(d, hashed(sha)) for d, sha in hashes])
    free = [d for d in range(len(documents)) if d not in found]
    left = {a.id: a for a in content.articles if a.id not in taken}
    if free and left:
        texts = {id: markup.fold(markup.plain(page.body)) for id, page in left.items()}
        for d, id in _alike({d: markup.fold(documents[d].text) for d in free}, texts):
            if d not in found and id not in taken:
                found[d] = id
                taken.add(id)
    having: dict[str, list[str]] = defaultdict(list)
    for id, record in sorted(gone.items()):
        for block in set(record.body) if id not in taken else ():
            having[block].append(id)
    for d in [d for d in free if d not in found] if having else ():
        shared = Counter(id for block in set(merge_text.hashes(documents[d].markdown)) for id in having.get(block, ()))
        for id, count in sorted(shared.items(), key=lambda row: (-row[1], row[0])):
            if id not in taken and count >= ENOUGH * len(gone[id].body):
                found[d] = id
                taken.add(id)
                break
    return found


def _recorded(gone: Mapping[str, Record], key: str) -> dict[str, str]:
    rows = {}
    for id, record in sorted(gone.items(), reverse=True):
        source = record.fields.get(SEED) or record.fields.get("source")
        if isinstance(source, Mapping) and key in source:
            rows[str(source[key])] = id
    return rows


def _runs(text: str) -> set[str]:
    words = text.casefold().split()
    return {" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def _alike(documents: Mapping[int, str], pages: Mapping[str, str]) -> list[tuple[int, str]]:
    """Pairs that share most of the page's passages, the surest first; found by the passages, not by trying all."""
    having: dict[str, list[str]] = defaultdict(list)
    sizes = {}
    for id, text in sorted(pages.items()):
        runs = _runs(text)
        sizes[id] = len(runs)
        for run in runs:
            having[run].append(id)
    scored = []
    for d, text in documents.items():
        shared: Counter[str] = Counter()
        for run in _runs(text):
            of = having.get(run, ())
            if len(of) <= COMMON:
                shared.update(of)
        scored += [
            (-count / sizes[id], d, id)
            for id, count in shared.items()
            if sizes[id] >= FEWEST and count >= ENOUGH * sizes[id]
        ]
    return [(d, id) for _, d, id in sorted(scored)]
