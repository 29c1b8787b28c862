"""Whom an entity shares events with, and the small graph that shows it. Pixels of the graph's own viewBox."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.views import addresses
from generator.views.claims import Link
from generator.views.folds import cut
from generator.views.lookup import Lookup
from generator.views.sources import in_order
from generator.views.words import figure, t

WIDTH, HEIGHT = 480, 330
_AROUND = 8  # entities in the graph
_LISTED = 12  # entities in each list
_BOTH = 12  # reports, and events, named for a pair
_LINE = 17  # letters of a line of a label
_RX, _RY = 108, 122


@dataclass(frozen=True, slots=True)
class Relation:
    """Another entity, with what ties it to this one: the reports that name both, and the events of both."""

    name: str
    address: str
    kind: str
    count: str
    reports: tuple[Link, ...] = ()
    reports_label: str = ""
    more: str = ""
    events: tuple[Link, ...] = ()
    events_more: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """An entity of the graph: its mark at (x, y), its label's lines, and the line from the centre."""

    name: str
    address: str
    kind: str
    x: float
    y: float
    lines: tuple[str, ...]
    label_x: float
    label_y: float
    anchor: str
    line_cls: str


@dataclass(frozen=True, slots=True)
class Ego:
    """The graph around one entity."""

    title: str
    name: tuple[str, ...]
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Relations:
    """The graph, and the same in lists."""

    ego: Ego | None
    shared: tuple[Relation, ...]
    shared_more: tuple[Relation, ...]
    named: tuple[Relation, ...]


def relations(look: Lookup, id: str) -> Relations:
    """Entities of the same events, by number of events; where these are few, also those of the same reports."""
    together: dict[str, list[str]] = defaultdict(list)
    for event in look.briefing.events_of.get(id, ()):
        for i in look.events[event].entities:
            if i != id:
                together[i].append(event)
    shared = sorted(
        ((i, len(events)) for i, events in together.items()),
        key=lambda row: (-row[1], look.entity_name(row[0]), row[0]),
    )
    named: list[tuple[str, int]] = []
    if len(shared) < _AROUND:
        beside: Counter[str] = Counter()
        for article in look.briefing.named_in.get(id, ()):
            beside.update(i for i in look.named[article] if i != id and i not in together)
        # One report names dozens: only who stands beside it in several says something.
        several = [(i, n) for i, n in beside.items() if n > 1]
        named = sorted(several, key=lambda row: (-row[1], look.entity_name(row[0]), row[0]))[: _AROUND - len(shared)]
    listed = [
        _relation(look, i, t("count.events_figure", n=n, figure=figure(n)), id if place < _LISTED else "", together[i])
        for place, (i, n) in enumerate(shared)
    ]
    # Of one report alone the graph would say that all its names stand in it.
    drawn = len(look.briefing.named_in.get(id, ())) > 1
    return Relations(
        ego=_ego(look, id, shared[:_AROUND], named) if drawn else None,
        shared=tuple(listed[:_LISTED]),
        shared_more=tuple(listed[_LISTED:]),
        named=tuple(_relation(look, i, t("count.reports_figure", n=n, figure=figure(n)), id, ()) for i, n in named),
    )


def thickness(number: int, most: int) -> int:
    """From 1 to 3, how thick a line is that stands for so many events, of `most` at the most."""
    return 1 if number == 1 else 3 if number == most and most > 2 else 2


def _relation(look: Lookup, id: str, count: str, beside: str, events: Sequence[str]) -> Relation:
    """An entity of the lists, with the reports that name it and `beside`, and the events of both; without these where
    `beside` is empty.
    """
    made = Relation(look.entity_name(id), addresses.entity(id), look.briefing.entities[id].front.type, count)
    both = _both(look, id, beside)
    if not both:
        return made
    named, more = _cut([Link(look.sources[a].heading, look.sources[a].address) for a in both])
    told, events_more = _cut([Link(look.events[e].title, look.events[e].address) for e in events])
    label = t("entity.both", n=len(both))
    return replace(made, reports=named, reports_label=label, more=more, events=told, events_more=events_more)


def _cut(links: list[Link]) -> tuple[tuple[Link, ...], str]:
    """As many links as a list holds, and how many more there are, in words."""
    shown, rest = cut(links, _BOTH)
    return shown, t("entity.more", n=len(rest)) if rest else ""


def _both(look: Lookup, id: str, beside: str) -> list[str]:
    """The articles that name two entities, in the order of publication."""
    pages = look.briefing.articles
    of = [a for a in look.briefing.named_in.get(beside, ()) if (a, id) in look.rows] if beside else []
    return sorted(of, key=lambda article: in_order(pages[article]))


def _ego(look: Lookup, id: str, shared: list[tuple[str, int]], named: list[tuple[str, int]]) -> Ego | None:
    around = [*((i, n, True) for i, n in shared), *((i, n, False) for i, n in named)]
    if len(around) < 2:
        return None
    most = max((n for _, n in shared), default=1)
    nodes = []
    for place, (other, n, is_shared) in enumerate(around):
        # Half a step from the top, so that no label stands right above or below the centre.
        angle = math.pi * (2 * place + 1) / len(around) - math.pi / 2
        x, y = WIDTH / 2 + _RX * math.cos(angle), HEIGHT / 2 + _RY * math.sin(angle)
        right = x >= WIDTH / 2 - 1
        weight = thickness(n, most)
        lines = _lines(look.entity_name(other))
        nodes.append(
            Node(
                name=look.entity_name(other),
                address=addresses.entity(other),
                kind=look.briefing.entities[other].front.type,
                x=round(x, 1),
                y=round(y, 1),
                lines=lines,
                label_x=round(x + (13 if right else -13), 1),
                label_y=round(y + 5 - 8 * (len(lines) - 1), 1),
                anchor="start" if right else "end",
                line_cls=f"ego-line ego-w{weight}" if is_shared else "ego-line ego-line--named ego-w1",
            )
        )
    name = look.entity_name(id)
    title = t("ego.title", n=len(around), name=name, shared=len(shared))
    return Ego(title, _lines(name), tuple(nodes))


def _lines(name: str) -> tuple[str, ...]:
    """A name on at most two lines."""
    if len(name) <= _LINE:
        return (name,)
    cut = name[: _LINE + 1].rfind(" ")
    if cut <= 0:
        return (name[: _LINE - 1] + "…",)
    second = name[cut + 1 :]
    return (name[:cut], second if len(second) <= _LINE else second[: _LINE - 1].rstrip() + "…")
