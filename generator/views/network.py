"""Who takes part in the same events: people and organisations in a column, arcs between them, and the same as a table.

An arc diagram, since its names never cover each other: it can be read on a telephone as well as on a wall. Pixels of
the drawing's own viewBox.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.names import fold
from generator.views import addresses
from generator.views.lookup import Lookup
from generator.views.relations import thickness
from generator.views.words import count, figure, t

WIDE, NARROW = 760, 340
_NODES = {WIDE: 36, NARROW: 20}
_NAMES = {WIDE: 330, NARROW: 196}  # pixels for the names, at most
_ROW = 26  # pixels; a finger's width
_LETTER = 7.4
_TOP = 16
_CROWD = 12  # who of one event is tied to each other; a roll of guests ties nobody
_ENOUGH = 8  # ties of two shared events, from which on those of one are left out
_PAIRS = 60  # in the table


@dataclass(frozen=True, slots=True)
class Node:
    """A name in the column, with its mark at (x, y)."""

    name: str
    label: str
    address: str
    kind: str
    said: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Tie:
    """An arc; `weight` from 1 to 3, by how many events are shared."""

    path: str
    weight: int
    title: str


@dataclass(frozen=True, slots=True)
class Arcs:
    """One drawing of one width."""

    width: int
    height: int
    title: str
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two who share events, with the newest of these."""

    one: str
    one_address: str
    other: str
    other_address: str
    events: str
    latest: str
    latest_address: str


@dataclass(frozen=True, slots=True)
class Network:
    """All of the page."""

    title: str
    description: str
    standfirst: str
    wide: Arcs
    narrow: Arcs
    note: str
    rows: tuple[PairRow, ...]
    more: str


_Pair = tuple[str, str]  # ids, the lesser first


def view(look: Lookup) -> Network | None:
    """The network of a briefing; `None` where no two people or organisations share an event."""
    shared = _shared(look)
    if not shared:
        return None
    several = {pair: events for pair, events in shared.items() if len(events) > 1}
    drawn = several if len(several) >= _ENOUGH else shared
    rows = sorted(
        shared.items(), key=lambda row: (-len(row[1]), _name(look, row[0][0]), _name(look, row[0][1]), row[0])
    )
    members = {id for pair in shared for id in pair}
    wide, narrow = (_arcs(look, drawn, width) for width in (WIDE, NARROW))
    told = t("network.note_several" if drawn is several else "network.note_all")
    if len({id for pair in drawn for id in pair}) > len(wide.nodes):
        told += " " + t("network.note_cut", number=count(len(wide.nodes)))
    return Network(
        title=t("network.title"),
        description=t("network.description", name=look.name),
        standfirst=t("network.standfirst", n=len(members), pairs=t("network.pairs", n=len(shared))),
        wide=wide,
        narrow=narrow,
        note=told,
        rows=tuple(_row(look, pair, events) for pair, events in rows[:_PAIRS]),
        more=t("network.more", n=len(rows) - _PAIRS) if len(rows) > _PAIRS else "",
    )


def exists(look: Lookup) -> bool:
    """Whether there is a network: some event is of two people or organisations."""
    return any(len(_who(look, id)) > 1 for id in look.events)


def _who(look: Lookup, event: str) -> list[str]:
    """People and organisations of an event; of a roll of guests nobody."""
    entities = look.briefing.entities
    who = sorted(i for i in look.events[event].entities if entities[i].front.type in ("person", "organization"))
    return who if len(who) <= _CROWD else []


def _name(look: Lookup, id: str) -> str:
    return fold(look.entity_name(id))


def _shared(look: Lookup) -> dict[_Pair, tuple[str, ...]]:
    """Two people or organisations -> the events of both, in time."""
    found: dict[_Pair, list[str]] = defaultdict(list)
    for id in look.events:
        for pair in combinations(_who(look, id), 2):
            found[pair].append(id)
    return {pair: tuple(events) for pair, events in found.items()}


def _arcs(look: Lookup, shared: Mapping[_Pair, Sequence[str]], width: int) -> Arcs:
    weight: Counter[str] = Counter()
    for (one, other), events in shared.items():
        weight[one] += len(events)
        weight[other] += len(events)
    chosen = sorted(weight, key=lambda id: (-weight[id], _name(look, id), id))[: _NODES[width]]
    among = {p: len(e) for p, e in shared.items() if p[0] in chosen and p[1] in chosen}
    tied = {id for pair in among for id in pair}
    order = _ordered([id for id in chosen if id in tied], among)
    x = min(_NAMES[width], round(_LETTER * max((len(look.entity_name(id)) for id in order), default=0)) + 14)
    ys = {id: _TOP + _ROW * i for i, id in enumerate(order)}
    room = width - x - 14
    longest = max((abs(ys[a] - ys[b]) for a, b in among), default=_ROW) or _ROW
    most = max(among.values(), default=1)
    ties = []
    for (one, other), n in sorted(among.items(), key=lambda row: (-abs(ys[row[0][0]] - ys[row[0][1]]), row[0])):
        top, foot = sorted((ys[one], ys[other]))
        rx = round(12 + (room - 12) * ((foot - top) / longest) ** 0.7, 1)
        title = t("network.tie", one=look.entity_name(one), other=look.entity_name(other), events=_events(n))
        ties.append(Tie(f"M{x + 9} {top}A{rx:g} {(foot - top) / 2:g} 0 0 1 {x + 9} {foot}", thickness(n, most), title))
    nodes = tuple(_node(look, id, x, ys[id]) for id in order)
    title = t("network.picture", n=len(nodes), ties=t("network.ties", n=len(ties)))
    return Arcs(width, _TOP + _ROW * max(len(order) - 1, 0) + 16, title, nodes, tuple(ties))


def _ordered(ids: Sequence[str], among: Mapping[_Pair, int]) -> list[str]:
    """Who has most to do with the last placed comes next, so that arcs are short: a greedy seriation.

    Quadratic in the names of one drawing, of which there are a few dozen.
    """
    ties: dict[str, Counter[str]] = defaultdict(Counter)
    for (one, other), n in among.items():
        ties[one][other] += n
        ties[other][one] += n
    left, placed, pull = list(ids), [], dict.fromkeys(ids, 0.0)
    while left:
        rank = {id: i for i, id in enumerate(left)}
        following = max(left, key=lambda id: (pull[id], -rank[id]))
        left.remove(following)
        placed.append(following)
        for id in left:
            pull[id] = pull[id] * 0.6 + ties[following][id]
    return placed


def _node(look: Lookup, id: str, x: float, y: float) -> Node:
    name, room = look.entity_name(id), int((x - 8) / _LETTER)
    label = name if len(name) <= room else name[: room - 1].rstrip() + "…"
    events = _events(len(look.briefing.events_of.get(id, ())))
    kind = look.briefing.entities[id].front.type
    return Node(name, label, addresses.entity(id), kind, t("network.node", name=name, events=events), x, y)


def _events(number: int) -> str:
    return t("count.events", n=number)


def _row(look: Lookup, pair: _Pair, events: Sequence[str]) -> PairRow:
    one, other = sorted(pair, key=lambda id: (_name(look, id), id))
    latest = look.events[events[-1]]
    return PairRow(
        one=look.entity_name(one),
        one_address=addresses.entity(one),
        other=look.entity_name(other),
        other_address=addresses.entity(other),
        events=figure(len(events)),
        latest=latest.title,
        latest_address=latest.address,
    )
