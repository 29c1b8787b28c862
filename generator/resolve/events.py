"""From claims to events: which reports, over all documents, tell of one happening.

Two claims tell of one happening when their dates can both be true, they share actors, and they share the kind of
happening or the words for it. Dates that cannot both be true part two claims, except where everything else is the same
and the dates lie near: that is a dispute, and both readings are kept. Candidates are found by blocks of a rare entity
and a year, so the work grows with the number of claims and not with its square.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator import dates
from generator.document import Extraction, Happening, Identities, RawClaim
from generator.names import fold, slug, unused

Key = tuple[int, int]  # (number of the document, number of the claim)

# How much two claims must have in common (0 to 1), by what their dates say of each other.
_ENOUGH = {"same day": 0.42, "same": 0.5, "overlap": 0.55, "year": 0.66, "undated": 0.68, "near": 0.8}
NEAR_DAYS = 45  # dates that differ by more than a month and a half are two happenings, not a dispute
BLOCK_ENTITIES = 4  # the rarest entities of a claim by which it is looked up
_STOP = frozenset(
    "the a an and or of to in on at by for from with as that this which who whom it its his her their they them he "
    "she was "
    "were is are be been being has have had will would said says say also after before during between into over "
    "under about "
    "not no than then when where while there here some more most such new first last next two three one".split()
)
_ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth another further".split())


@dataclass(slots=True)
class _Row:
    """A claim with what it is compared by."""

    key: Key
    claim: RawClaim
    entities: frozenset[str]
    actors: frozenset[str]
    words: frozenset[str]
    date: dates.Edtf | None


@dataclass(slots=True)
class _Cluster:
    """An event in the making."""

    rows: list[_Row] = field(default_factory=list)
    known: str | None = None


def _stem(word: str) -> str:
    for end in ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ed", "es", "s", "e"):
        if word.endswith(end) and len(word) - len(end) >= 4:
            return word[: -len(end)]
    return word


def _words(text: str) -> frozenset[str]:
    return frozenset(_stem(w) for w in re.findall(r"[a-z][a-z-]{2,}", fold(text)) if w not in _STOP)


def resolve(
    extractions: Sequence[Extraction],
    identities: Identities,
    known: Mapping[Key, str] | None = None,
    taken: Iterable[str] = (),
) -> tuple[Happening, ...]:
    """The events of all documents, oldest first. `known`: ids that claims already have; `taken`: ids of other pages."""
    known = known or {}
    rows = _rows(extractions, identities)
    rarity = _rarity(rows)
    clusters = _clusters([r for r in rows if not r.claim.draft], rarity, known, identities)
    clusters = [c for c in clusters if any(r.date for r in c.rows)]
    used = set(taken) | set(identities.entities)
    made: list[Happening] = []
    ordered = sorted(clusters, key=lambda c: (c.known is None, _first(c).sort_key, c.rows[0].key))
    for cluster in ordered:
        title = _title(cluster)
        id = cluster.known
        if id is None or any(h.id == id for h in made):
            id = unused(_id(cluster, title), used)
        used.add(id)
        made.append(_happening(id, title, cluster, identities))
    return tuple(sorted(made, key=lambda h: (h.date or "9999", h.id)))


def _rows(extractions: Sequence[Extraction], identities: Identities) -> list[_Row]:
    rows = []
    for d, extraction in enumerate(extractions):
        for c, claim in enumerate(extraction.claims):
            ids = {m: identities.of_mention[d, m] for m in claim.mentions if (d, m) in identities.of_mention}
            quote = extraction.document.text[claim.start : claim.end]
            date = dates.parse(claim.date) if claim.date else None
            actors = frozenset(ids[m] for m in claim.actors if m in ids)
            rows.append(_Row((d, c), claim, frozenset(ids.values()), actors, _words(quote), date))
    return rows


@dataclass(frozen=True, slots=True)
class _Rarity:
    entities: Mapping[str, float]
    words: Mapping[str, float]


def _rarity(rows: Sequence[_Row]) -> _Rarity:
    """How much a shared entity or word tells: the logarithm of how rarely claims have it."""
    total = len(rows) + 1
    entities = Counter(e for r in rows for e in r.entities)
    words = Counter(w for r in rows for w in r.words)
    return _Rarity(
        {e: math.log(1 + total / n) for e, n in entities.items()},
        {w: math.log(1 + total / n) for w, n in words.items()},
    )


def _shared(one: frozenset[str], other: frozenset[str], weight: Mapping[str, float]) -> float:
    """Weight of what both have over the weight of the lesser one; 0 to 1."""
    if not one or not other:
        return 0.0
    common = sum(weight[x] for x in one & other)
    return common / min(sum(weight[x] for x in one), sum(weight[x] for x in other))


def _likeness(one: _Row, other: _Row, rarity: _Rarity) -> float:
    kind = (
        1.0
        if one.claim.kind and one.claim.kind == other.claim.kind
        else 0.35
        if not (one.claim.kind and other.claim.kind)
        else 0.0
    )
    return (
        0.4 * _shared(one.entities, other.entities, rarity.entities)
        + 0.35 * _shared(one.words, other.words, rarity.words)
        + 0.25 * kind
    )


def _relation(one: dates.Edtf | None, other: dates.Edtf | None) -> str | None:
    """How two dates stand to each other, as a key of `_ENOUGH`; `None`: too far apart to be one happening."""
    if one is None or other is None:
        return "undated"
    if dates.compatible(one, other):
        if one.days == other.days == 1 and one.lower == other.lower:
            return "same day"
        if max(one.days, other.days) > 100:
            return "year"
        return "same" if one.text == other.text else "overlap"
    gap = max((other.lower - one.upper).days, (one.lower - other.upper).days)
    return "near" if gap <= NEAR_DAYS and max(one.days, other.days) <= 92 else None


def _joins(row: _Row, cluster: _Cluster, rarity: _Rarity, identities: Identities) -> float:
    """By how much a claim belongs to an event, beyond what is needed; negative where it does not."""
    best = -1.0
    for other in cluster.rows:
        relation = _relation(row.date, other.date)
        if relation is None:
            if row.date and other.date:
                return -1.0
            continue
        if _ordinals(row) != _ordinals(other) and relation != "same day":
            continue
        if not row.entities & other.entities:
            continue
        like = _likeness(row, other, rarity)
        if relation in ("near", "undated") and not _telling(row, other, identities):
            continue
        best = max(best, like - _ENOUGH[relation])
    return best


def _telling(one: _Row, other: _Row, identities: Identities) -> bool:
    """Whether they share more than countries and kind: a person, a body, a named event, and a second entity."""
    common = one.entities & other.entities
    named = [e for e in common if e in identities.entities and identities.entities[e].type != "place"]
    return bool(named) and len(common) >= 2 and (not one.claim.kind or one.claim.kind == other.claim.kind)


def _ordinals(row: _Row) -> frozenset[str]:
    return row.words & _ORDINALS


def _clusters(
    rows: Sequence[_Row], rarity: _Rarity, known: Mapping[Key, str], identities: Identities
) -> list[_Cluster]:
    clusters: list[_Cluster] = []
    by_id: dict[str, int] = {}
    blocks: dict[tuple[str, int | None], list[int]] = defaultdict(list)

    def keys(row: _Row) -> list[tuple[str, int | None]]:
        rare = sorted(row.entities, key=lambda e: (-rarity.entities[e], e))[:BLOCK_ENTITIES]
        if row.date is None or row.date.start is None or row.date.end is None:
            return [(e, None) for e in rare]
        years = range(row.date.lower.year, min(row.date.upper.year, row.date.lower.year + 2) + 1)
        return [(e, y) for e in rare for y in years]

    def add(row: _Row, number: int) -> None:
        clusters[number].rows.append(row)
        for key in keys(row):
            if number not in blocks[key]:
                blocks[key].append(number)
        for e in row.entities:
            if number not in blocks[e, None]:
                blocks[e, None].append(number)

    # The exact ones first: what is dated to a day gathers the vaguer ones around it.
    order = sorted(rows, key=lambda r: (r.key not in known, r.date is None, r.date.days if r.date else 0, r.key))
    for row in order:
        if row.key in known:
            number = by_id.setdefault(known[row.key], len(clusters))
            if number == len(clusters):
                clusters.append(_Cluster(known=known[row.key]))
            add(row, number)
            continue
        candidates = sorted({n for key in keys(row) for n in blocks.get(key, ())})
        scored = [(score, -n) for n in candidates if (score := _joins(row, clusters[n], rarity, identities)) >= 0]
        if scored:
            add(row, -max(scored)[1])
        elif row.date is not None:
            clusters.append(_Cluster())
            add(row, len(clusters) - 1)
    return clusters


def _first(cluster: _Cluster) -> dates.Edtf:
    return min((r.date for r in cluster.rows if r.date), key=lambda d: (d.days, d.sort_key))


def _title(cluster: _Cluster) -> str:
    """The title of the claim that names most of the event's entities in the fewest words, told as done if it was."""
    common = Counter(e for r in cluster.rows for e in r.entities)

    def worth(row: _Row) -> tuple[float, int, Key]:
        named = sum(1 for e in row.entities if common[e] > 1 or len(cluster.rows) == 1)
        length = len(row.claim.title)
        return (
            named
            + 2 * bool(row.actors)
            - 2 * row.claim.planned
            - (length < 25)
            - (length > 80)
            - 3 * (row.date is None),
            -length,
            (-row.key[0], -row.key[1]),
        )

    return max(cluster.rows, key=worth).claim.title


def _id(cluster: _Cluster, title: str) -> str:
    first = _first(cluster)
    point = first.start or first.end
    prefix = point.text.rstrip("~?%") if point else ""
    return slug(f"{prefix} {title}", 72)


def _happening(id: str, title: str, cluster: _Cluster, identities: Identities) -> Happening:
    counts = Counter(e for r in cluster.rows for e in r.entities)
    acting = {e for r in cluster.rows for e in r.actors}
    many = len(cluster.rows) > 2
    chosen = [e for e, n in counts.most_common() if n > 1 or not many or e in acting]
    ids = tuple(sorted(chosen, key=lambda e: (-counts[e], e))[:10])
    places = Counter(
        identities.of_mention[r.key[0], r.claim.place]
        for r in cluster.rows
        if r.claim.place is not None and (r.key[0], r.claim.place) in identities.of_mention
    )
    place = min(places, key=lambda p: (-places[p], p)) if places else None
    return Happening(id, title, None, "unverified", tuple(sorted(r.key for r in cluster.rows)), ids, place)
