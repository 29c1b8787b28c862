"""Which claims of one article are the same in last generated, edited, new: by the place of their quote.

The same quote of the same event is the same claim, then the same quote, then quotes that overlap: a person shortened
one, or the source was corrected. Of what was last generated hashes are known, and under `@` the place of the quote.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from typing import Any

from generator import markup, places
from generator.merge import PLACE, hashed
from generator.places import Alignment, Span
from generator.row_ids import THEIRS, Pairs

ENOUGH = 0.5  # share of the shorter quote that both must have


def _places(rows: Sequence[Mapping[str, Any]], text: str) -> list[Span | None]:
    return places.of([markup.fold(str(row.get("quote", ""))) for row in rows], text)


def with_places(
    record: Sequence[dict[str, Any]],
    rows: Sequence[Mapping[str, Any]],
    text: str,
    became: Callable[[Span], Span | None] = lambda span: span,
) -> list[dict[str, Any]]:
    """The record of claims with the places of their quotes: of `rows` in `text`, where they were generated now (the
    record holds their number); else where the old place is now.
    """
    spans = _places(rows, text)
    made = []
    for row in record:
        at = row.get(PLACE)
        span = spans[at] if isinstance(at, int) else became((at[0], at[1])) if at else None
        bare = {k: v for k, v in row.items() if k != PLACE}
        made.append(bare | {PLACE: list(span)} if span else bare)
    return made


class Claims:
    """Pairs the claims of one article. Texts are plain and folded."""

    def __init__(self, mine: str, new: str, living: Mapping[str, str]) -> None:
        self.mine, self.new, self.living = mine, new, living
        self._alignment: Alignment | None = None

    def became(self, span: Span | None) -> Span | None:
        """Where a passage of the page stands in the new text."""
        if span is None:
            return None
        if self._alignment is None:
            self._alignment = Alignment(self.mine, self.new)
        return self._alignment.find(span)

    def pair(self, _: str, was: Sequence[Any], mine: Sequence[Any], new: Sequence[Any]) -> Pairs:
        """Pairs of (last generated, edited, new)."""
        b_keys = [(str(row.get("quote")).removeprefix(THEIRS), self._id(row)) for row in was]
        m_keys, n_keys = ([(hashed(row.get("quote", "")), self._id(row)) for row in rows] for rows in (mine, new))
        b_spans = [tuple(row[PLACE]) if len(row.get(PLACE, ())) == 2 else None for row in was]
        m_spans, n_spans = _places(mine, self.mine), _places(new, self.new)
        pasted = _pasted(mine, m_keys)
        of_b = _match(b_keys, m_keys, b_spans, m_spans, pasted)
        entries: list[tuple[int | None, int | None]] = [(b, of_b.get(b)) for b in range(len(was))]
        taken = set(of_b.values())
        entries += [(None, m) for m in range(len(mine)) if m not in taken]
        found: dict[int, int] = {}  # entry -> new row
        steps: list[Callable[[int | None, int | None], tuple[Any, Span | None]]] = [
            lambda b, m: (m_keys[m][0] if m is not None and m in pasted and b is None else None, None),
            lambda b, m: (b_keys[b] if b is not None else None, None),
            lambda b, m: (m_keys[m] if m is not None else None, None),
            lambda b, m: (b_keys[b][0] if b is not None else None, None),
            lambda b, m: (m_keys[m][0] if m is not None else None, None),
            # A person's own claim within the words of another is that one only where nothing is known of before.
            lambda b, m: (None, self.became(m_spans[m]) if m is not None and (b is not None or not was) else None),
            lambda b, m: (None, self.became(b_spans[b]) if b is not None else None),
        ]
        free = dict.fromkeys(range(len(new)))
        for step in steps:
            for e, (b, m) in enumerate(entries):
                if e in found or not free:
                    continue
                key, span = step(b, m)
                n = _take(key, span, n_keys, n_spans, free)
                if n is not None:
                    found[e] = n
        rows = [(b, m, found.get(e)) for e, (b, m) in enumerate(entries)]
        return [*rows, *((None, None, n) for n in free)]

    def _id(self, row: Mapping[str, Any]) -> str:
        id = str(row.get("id", "")).removeprefix(THEIRS)
        return self.living.get(id, id)


def _pasted(rows: Sequence[Mapping[str, Any]], keys: Sequence[tuple[Any, str]]) -> set[int | None]:
    """Rows that hold nothing but the quote of an uncertain claim that stands there, too: a person tells it anew."""
    drafts = {keys[m][0] for m, row in enumerate(rows) if row.get("draft") in (True, "true")}
    return {m for m, row in enumerate(rows) if row.keys() == {"quote"} and keys[m][0] in drafts}


def _take(
    key: Any, span: Span | None, keys: Sequence[tuple[Any, str]], spans: Sequence[Span | None], free: dict[int, None]
) -> int | None:
    """The free new row with this key (quote and event, or quote alone), or with the most of this place."""
    best: tuple[int, int] | None = None
    for n in free:
        if key is not None:
            if key in (keys[n], keys[n][0]):
                best = (0, -n)
                break
        elif span and (theirs := spans[n]) and places.overlap(span, theirs) >= ENOUGH:
            size = places.shared(span, theirs)
            if best is None or size > best[0]:
                best = (size, -n)
    if best is None:
        return None
    del free[-best[1]]
    return -best[1]


def _match(
    one: Sequence[tuple[Any, str]],
    other: Sequence[tuple[Any, str]],
    spans: Sequence[Span | None],
    others: Sequence[Span | None],
    last: Collection[int | None] = (),
) -> dict[int, int]:
    """Row -> the same row of the other list; those of `last` only where no other is the same."""
    found: dict[int, int] = {}
    keys: tuple[Callable[[tuple[Any, str]], Hashable], ...] = (lambda k: k, lambda k: k[0])
    for key in keys:
        free: dict[Hashable, list[int]] = {}
        used = set(found.values())
        for j, k in sorted(enumerate(other), key=lambda row: row[0] in last):
            if j not in used:
                free.setdefault(key(k), []).append(j)
        for i, k in enumerate(one):
            if i not in found and (rows := free.get(key(k))):
                found[i] = rows.pop(0)
    taken = set(found.values())
    for i, span in enumerate(spans):
        if i in found or span is None:
            continue
        near = [
            j
            for j, to in enumerate(others)
            # A row without an event is a person's new one, and no shortened claim of an event.
            if to and j not in taken and bool(one[i][1]) == bool(other[j][1]) and places.overlap(span, to) >= ENOUGH
        ]
        if near:
            found[i] = max(near, key=lambda j: (places.shared(span, others[j] or (0, 0)), -j))
            taken.add(found[i])
    return found
