"""The overview drawing as data: marks in lanes over a time axis. No event is drawn more exactly than it is dated.

A dot is a day or a few, a short bar a month, a long thin bar a year or more; a diamond or an umber bar is disputed,
with its rival dates as broken outlines joined to it. All numbers are pixels of the drawing's own viewBox.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from generator import dates
from generator.dates import Edtf
from generator.views.axis import Axis, AxisText, axis
from generator.views.labels import Label, pitch, place
from generator.views.lookup import EventFacts
from generator.views.words import t

_TIES = 8  # disputes whose rival dates are drawn; more would hide what they are joined to
_DOT_DAYS, _BAR_DAYS = 10, 200  # up to so many days a dot, a short bar; beyond, a long bar


@dataclass(frozen=True, slots=True)
class Shape:
    """One figure of SVG: circle (x, y, r), rect (x, y, w, h, r) or path (d)."""

    kind: str
    cls: str
    x: float = 0
    y: float = 0
    w: float = 0
    h: float = 0
    r: float = 0
    d: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """An event in the drawing, with the rectangle that answers to a finger."""

    title: str
    address: str
    shapes: tuple[Shape, ...]
    hit: Shape


@dataclass(frozen=True, slots=True)
class Drawing:
    """All of one drawing. `left_out`: events for which there was no room."""

    width: int
    height: int
    base: float  # y of the axis
    top: float  # y where year lines begin
    axis_path: str
    texts: tuple[AxisText, ...]
    years: tuple[float, ...]
    ticks: tuple[float, ...]
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    title: str
    left_out: int
    rivals: bool | None  # whether rival dates are drawn; `None` where there are none
    folded_before: str  # the year or month before which time is drawn narrower; empty: it is not


@dataclass(frozen=True, slots=True)
class _Format:
    lane: float
    radius: float
    lanes: int


_ROOMY = {True: _Format(17, 4.5, 9), False: _Format(12, 3.5, 8)}
_DENSE = {True: _Format(8.5, 3, 26), False: _Format(7, 2.4, 24)}


def _span(value: Edtf) -> tuple[date, date]:
    """The days that are drawn: of an interval with an open end only the known end."""
    start, end = value.start or value.end, value.end or value.start
    assert start is not None
    assert end is not None
    return start.lower, end.upper


def draw(
    events: Sequence[EventFacts],
    width: int,
    *,
    labels: Sequence[tuple[str, tuple[str, ...]]] = (),
    others: Sequence[tuple[str, tuple[str, ...]]] = (),
    address: Callable[[EventFacts], str] = lambda facts: facts.address,
) -> Drawing | None:
    """A drawing of the dated events; `None` where none is dated.

    `labels` are (event, lines of its short name), `others` those that get one where room is left; `address` says where
    a mark leads to (else to the event's own page).
    """
    dated = [(facts, facts.date) for facts in events if facts.date]
    if not dated:
        return None
    wide = width > 400
    spans = [_span(value) for _, value in dated]
    rivals = [_rival_spans(facts) for facts, _ in dated]
    disputes = sum(1 for rows in rivals if rows)
    if disputes > _TIES:
        rivals = [[] for _ in dated]
    scale = axis([*spans, *(span for rows in rivals for span in rows)], 8 if wide else 4, width - 8)
    form = _ROOMY[wide]
    lanes = _lanes(scale, spans, rivals, form)
    if max(lanes) >= form.lanes:
        form = _DENSE[wide]
        lanes = _lanes(scale, spans, rivals, form)
    used = min(max(lanes) + 1, form.lanes)
    middles = {f.id: _middle(scale, span) for (f, _), span in zip(dated, spans, strict=True)}
    points, more = ([(middles[id], lines) for id, lines in of if id in middles] for of in (labels, others))
    rows = place(points, width, more) if wide else ()
    names = dict((*labels, *others))
    top = (max((r.row for r in rows), default=-1) + 1) * pitch(rows) + 4
    base = round(top + used * form.lane + (8 if rows else 6), 1)
    marks, seats = [], {}
    for (facts, value), span, against, lane in zip(dated, spans, rivals, lanes, strict=True):
        if lane < form.lanes:
            y = round(base - 4 - form.lane * (lane + 0.5), 1)
            seats[middles[facts.id], names.get(facts.id, ())] = y
            shapes = _shapes(scale, facts, value, span, against, y, form.radius)
            title = t("drawing.mark", date=facts.phrase.text, title=facts.title)
            marks.append(Mark(title, address(facts), shapes, _hit(scale, span, y, form)))
    return Drawing(
        width=width,
        height=int(base + 26),
        base=base,
        top=top,
        axis_path=_axis_path(scale, base, width),
        texts=scale.texts,
        years=scale.years,
        ticks=scale.ticks,
        marks=tuple(marks),
        labels=tuple(row.seated(top, seats.get((row.point, row.lines), base), pitch(rows)) for row in rows),
        title=_title(dated),
        left_out=len(dated) - len(marks),
        rivals=disputes <= _TIES if disputes else None,
        folded_before=scale.dense_from,
    )


def _hit(scale: Axis, span: tuple[date, date], y: float, form: _Format) -> Shape:
    """The rectangle around a mark that answers to a finger."""
    left, right = _extent(scale, span, form.radius)
    return Shape("rect", "ov-hit", left - 2, round(y - form.lane / 2, 1), round(right - left + 4, 1), form.lane)


def _rival_spans(facts: EventFacts) -> list[tuple[date, date]]:
    texts = {facts.reports[i].claim.date or "" for i in facts.rival}
    return [_span(value) for value in sorted((dates.parse(text) for text in texts), key=lambda v: v.sort_key)]


def _extent(scale: Axis, span: tuple[date, date], radius: float) -> tuple[float, float]:
    """Left and right of a mark, never narrower than a dot."""
    left, right = scale.x(span[0]), scale.x(date.fromordinal(min(span[1].toordinal() + 1, date.max.toordinal())))
    if (span[1] - span[0]).days < _DOT_DAYS or right - left < 2 * radius:
        middle = (left + right) / 2
        return round(middle - radius, 1), round(middle + radius, 1)
    return left + 1, right - 1


def _middle(scale: Axis, span: tuple[date, date]) -> float:
    left, right = _extent(scale, span, 0.1)
    return round((left + right) / 2, 1)


def _lanes(
    scale: Axis, spans: list[tuple[date, date]], rivals: list[list[tuple[date, date]]], form: _Format
) -> list[int]:
    """The lowest lane that is free for each mark and its rivals; marks beyond the last lane get its number."""
    own = [_extent(scale, span, form.radius) for span in spans]
    order = sorted(range(len(spans)), key=lambda i: (own[i][0], spans[i]))
    free: list[float] = []
    lanes = [0] * len(spans)
    for i in order:
        extents = [own[i], *(_extent(scale, span, form.radius) for span in rivals[i])]
        left, right = min(e[0] for e in extents), max(e[1] for e in extents)
        lane = next((n for n, taken in enumerate(free) if taken + 2 <= left), len(free))
        lanes[i] = lane
        if lane < len(free):
            free[lane] = right
        elif lane < form.lanes:
            free.append(right)
    return lanes


def _shapes(
    scale: Axis,
    facts: EventFacts,
    value: Edtf,
    span: tuple[date, date],
    rivals: list[tuple[date, date]],
    y: float,
    radius: float,
) -> tuple[Shape, ...]:
    kind = facts.status.kind
    own = _extent(scale, span, radius)
    shapes = []
    for rival in rivals:
        other = _extent(scale, rival, radius)
        ends = (own[1], other[0]) if other[0] >= own[1] else (other[1], own[0])
        if ends[1] > ends[0]:
            shapes.append(Shape("path", "ov-tie", d=f"M{ends[0]:g} {y:g}H{ends[1]:g}"))
        shapes.append(_bar(other, y, radius, "ov-mark ov-mark--rival"))
    cls = f"ov-mark ov-mark--{kind}" + (" ov-mark--approx" if value.approximate or facts.dated_by else "")
    days = (span[1] - span[0]).days + 1
    if days <= _DOT_DAYS:
        x = round((own[0] + own[1]) / 2, 1)
        if kind == "disputed":
            d = radius + 1.2
            shapes.append(Shape("path", cls, d=f"M{x:g} {y - d:g}L{x + d:g} {y:g}L{x:g} {y + d:g}L{x - d:g} {y:g}Z"))
        else:
            shapes.append(Shape("circle", cls, x=x, y=y, r=radius))
    elif days <= _BAR_DAYS:
        shapes.append(_bar(own, y, radius, cls))
    else:
        shapes.append(_bar(own, y, radius / 2, cls + " ov-mark--long"))
    return tuple(shapes)


def _bar(extent: tuple[float, float], y: float, radius: float, cls: str) -> Shape:
    width = round(max(extent[1] - extent[0], 2 * radius), 1)
    return Shape("rect", cls, x=extent[0], y=round(y - radius, 1), w=width, h=2 * radius, r=radius)


def _axis_path(scale: Axis, base: float, width: int) -> str:
    """The line of the axis, with a pair of strokes where its scale changes."""
    x, path = scale.stretches[0][2], ""
    for at in scale.breaks:
        path += f"M{x:g} {base:g}H{at - 2.5:g}M{at - 4.5:g} {base + 5:g}l4 -10M{at + 0.5:g} {base + 5:g}l4 -10"
        x = at + 2.5
    return path + f"M{x:g} {base:g}H{width - 8:g}"


def _title(dated: list[tuple[EventFacts, Edtf]]) -> str:
    """What a reader who does not see the drawing is told."""
    first = dated[0][0].phrase.text
    last = max(dated, key=lambda row: _span(row[1])[1])[0].phrase.text
    if len(dated) == 1:
        return t("drawing.title_one", date=first)
    return t("drawing.title", n=len(dated), first=first, last=last)
