"""The outlines of countries in a frame: Natural Earth's lines, cut to the frame and no finer than its pixels.

`outlines.json` is made by tools/cut_outlines.py, which tells its shape: lines that neighbours share, and countries as
rings of such lines. Degrees in, pixels out.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

Point = tuple[float, float]

_STEP = 100  # of a degree, in the table
_FINEST = 0.6  # pixels that a point may lie off a line and still be left out
_SMALLEST = 1.5  # square pixels; a smaller island is no more than a speck
_MARGIN = 6.0  # pixels around the frame, so that the line along its edge is not seen
_HIGHEST = 84.0  # degrees of latitude; beyond, this projection shows little but stretched ice


@dataclass(frozen=True, slots=True)
class Frame:
    """A piece of the world and the picture of it: plate carrée, true to scale along its middle latitude.

    `west` and `east` are degrees that may go beyond 180, so that a frame may cross the date line.
    """

    west: float
    south: float
    east: float
    north: float
    width: int
    height: int

    @property
    def scale(self) -> float:
        """Pixels to a degree of latitude."""
        return self.height / (self.north - self.south)

    def x(self, longitude: float) -> float:
        """Pixels from the left edge, of the nearest turn of the world to the frame's middle."""
        middle = (self.west + self.east) / 2
        turned = longitude + 360 * round((middle - longitude) / 360)
        return (turned - self.west) / (self.east - self.west) * self.width

    def y(self, latitude: float) -> float:
        """Pixels from the upper edge."""
        return (self.north - latitude) * self.scale

    def holds(self, longitude: float, latitude: float) -> bool:
        """Whether a place lies in the frame."""
        return 0 <= self.x(longitude) <= self.width and 0 <= self.y(latitude) <= self.height


@dataclass(frozen=True, slots=True)
class _Table:
    arcs: tuple[tuple[Point, ...], ...]  # of (longitude, latitude)
    countries: tuple[tuple[str, tuple[tuple[int, ...], ...]], ...]


@lru_cache(maxsize=1)
def _table() -> _Table:
    data = json.loads((files("generator") / "views" / "outlines.json").read_text(encoding="utf-8"))
    arcs = []
    for flat in data["arcs"]:
        x = y = 0
        points = []
        for dx, dy in zip(flat[::2], flat[1::2], strict=True):
            x, y = x + dx, y + dy
            points.append((x / _STEP, y / _STEP))
        arcs.append(tuple(points))
    rings = ((code, tuple(tuple(ring) for ring in rings)) for code, rings in data["countries"])
    return _Table(tuple(arcs), tuple(rings))


@lru_cache(maxsize=512)
def box(code: str) -> tuple[float, float, float, float] | None:
    """West, south, east and north of a country's largest piece, in degrees; `None` where no country has the code."""
    table = _table()
    rings = [
        _joined(table.arcs, ring, 360.0) for found, rings in table.countries if found == code and code for ring in rings
    ]
    if not rings:
        return None
    largest = max(rings, key=area)
    xs, ys = [p[0] for p in largest], [p[1] for p in largest]
    return min(xs), min(ys), max(xs), max(ys)


def paths(frame: Frame) -> tuple[tuple[str, str], ...]:
    """(ISO 3166 code, `d` of an SVG path) of every country that the frame shows, by code."""
    table = _table()
    arcs = [_drawn(arc, frame) for arc in table.arcs]
    found: dict[tuple[str, int], str] = {}
    for at, (code, rings) in enumerate(table.countries):
        path = _path(_shown(arcs, rings, frame))
        if path:
            found[code, 0 if code else at] = path  # what has no code is not one country
    return tuple((code, path) for (code, _), path in sorted(found.items()))


def _drawn(arc: Sequence[Point], frame: Frame) -> list[Point]:
    """A line in pixels, without the points that no eye would miss."""
    wide, scale = frame.width / (frame.east - frame.west), frame.scale
    points = [((x - frame.west) * wide, (frame.north - max(-_HIGHEST, min(_HIGHEST, y))) * scale) for x, y in arc]
    # A line that lies outside serves only to close its ring; within the margin it is never seen.
    outside = all(_beyond(points, frame, turn) for turn in _turns(frame))
    return simplified(points, _MARGIN - 1 if outside else _FINEST)


def _turns(frame: Frame) -> tuple[float, float, float]:
    """Pixels by which the world may be turned, and be the same world."""
    once = 360 / (frame.east - frame.west) * frame.width
    return -once, 0.0, once


def simplified(points: Sequence[Point], tolerance: float) -> list[Point]:
    """A line without the points that lie no further off than the tolerance (Douglas and Peucker 1973)."""
    kept, parts = {0, len(points) - 1}, [(0, len(points) - 1)]
    while parts:
        first, last = parts.pop()
        (x0, y0), (x1, y1) = points[first], points[last]
        length = math.hypot(x1 - x0, y1 - y0)
        most, at = tolerance, -1
        for i in range(first + 1, last):
            x, y = points[i]
            off = abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / length if length else math.hypot(x - x0, y - y0)
            if off > most:
                most, at = off, i
        if at >= 0:
            kept.add(at)
            parts += [(first, at), (at, last)]
    return [points[i] for i in sorted(kept)]


def _joined(arcs: Sequence[Sequence[Point]], ring: Sequence[int], once: float) -> list[Point]:
    """The lines of a ring, end to end; ~n is line n backwards. `once` around the world leads to the same place: a ring
    that crosses the date line goes on beyond it.
    """
    points: list[Point] = []
    for n in ring:
        line = arcs[n] if n >= 0 else arcs[~n][::-1]
        for x, y in line[1:] if points else line:
            turned = x + once * round((points[-1][0] - x) / once) if points else x
            points.append((turned, y))
    return points


def _shown(arcs: Sequence[Sequence[Point]], rings: Sequence[Sequence[int]], frame: Frame) -> Iterator[list[Point]]:
    """The rings of a country, cut to the frame."""
    turns = _turns(frame)
    for ring in rings:
        points = _joined(arcs, ring, turns[-1])
        for turn in turns:
            if not _beyond(points, frame, turn):
                cut = _cut([(x + turn, y) for x, y in points], frame)
                if len(cut) > 2 and area(cut) >= _SMALLEST:
                    yield cut


def _beyond(points: Sequence[Point], frame: Frame, turn: float) -> bool:
    """Whether all of a line, moved by so many pixels, lies on one side of the frame, outside."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    across = max(xs) + turn < -_MARGIN or min(xs) + turn > frame.width + _MARGIN
    return across or max(ys) < -_MARGIN or min(ys) > frame.height + _MARGIN


def _cut(points: list[Point], frame: Frame) -> list[Point]:
    """A ring within the frame and its margin, side by side (Sutherland and Hodgman 1974)."""
    low, right, bottom = -_MARGIN, frame.width + _MARGIN, frame.height + _MARGIN
    for axis, limit, below in ((0, low, False), (0, right, True), (1, low, False), (1, bottom, True)):
        kept: list[Point] = []
        for one, other in zip(points, [*points[1:], *points[:1]], strict=True):
            inside, next_inside = (one[axis] <= limit) == below, (other[axis] <= limit) == below
            if inside:
                kept.append(one)
            if inside != next_inside:
                share = (limit - one[axis]) / (other[axis] - one[axis])
                kept.append((one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1])))
        points = kept
        if len(points) < 3:
            return []
    return points


def area(points: Sequence[Point]) -> float:
    """Of a ring, in the square of its unit."""
    pairs = zip(points, [*points[1:], *points[:1]], strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2


def _path(rings: Iterator[list[Point]]) -> str:
    """Rings as SVG's short relative steps, in tenths of a pixel at the finest."""
    made = []
    for ring in rings:
        steps, (x, y) = [], (round(ring[0][0], 1), round(ring[0][1], 1))
        made.append(f"M{x:g} {y:g}l")
        for px, py in ring[1:]:
            dx, dy = round(px - x, 1), round(py - y, 1)
            if dx or dy:
                steps.append(f"{dx:g} {dy:g}")
                x, y = round(x + dx, 1), round(y + dy, 1)
        made.append(" ".join(steps).replace(" -", "-") + "z")
    return "".join(made)
