"""Where a briefing's events took place: the places on a map framed to them, and the same as a table.

Pixels of the map's own viewBox. A place is weighed by its events. One far away that few events speak of would make
all others small: it is named beside the map instead.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from generator import gazetteer
from generator.names import fold
from generator.views import addresses, outlines
from generator.views.lookup import Lookup
from generator.views.outlines import Frame
from generator.views.words import figure, spoken, t

WIDE, NARROW = 760, 340  # on a tablet a letter is as large as here; on a wider screen the sheet makes it smaller
_LETTER, _LINE = 7.0, 15.0  # pixels of a letter and of a line of a label
_LEAST = 5.0  # degrees: a map of one town shows that much around it
_AROUND = 6.0  # degrees from the middle of a country, up to which its area belongs to the frame
_AIR = 0.14  # of the frame, on each side
_FAR = 0.3  # by how much the frame must shrink for a place to be left out
_LIGHT = 0.15  # share of all weight that may be left out
_MOST = 60  # places on the map; more would hide each other
_LISTED = 150  # places in the table; the index of names has all
_SHAPE = {WIDE: (0.42, 0.66), NARROW: (0.8, 1.25)}  # height by width, at least and at most


@dataclass(frozen=True, slots=True)
class Area:
    """A country: its outline; with a name and an address where the briefing has a page for it."""

    path: str
    name: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map. `r` is 0 where it is a country: its area is its mark, and its name stands in it."""

    name: str
    address: str
    said: str  # "Rabat: three events"
    x: float
    y: float
    r: float
    label_x: float
    label_y: float
    anchor: str  # SVG's; empty where there was no room for the name


@dataclass(frozen=True, slots=True)
class Picture:
    """One map of one width."""

    width: int
    height: int
    title: str
    areas: tuple[Area, ...]
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place as a line of the table."""

    name: str
    address: str
    country: str
    events: str
    reports: str
    where: str


@dataclass(frozen=True, slots=True)
class Map:
    """All of the page. `note` says which places the map does not show, and whose outlines these are."""

    title: str
    description: str
    standfirst: str
    wide: Picture
    narrow: Picture
    note: str
    rows: tuple[PlaceRow, ...]
    more: str


@dataclass(frozen=True, slots=True)
class _Place:
    id: str
    name: str
    at: tuple[float, float] | None  # longitude, latitude
    country: str
    is_country: bool
    events: int
    reports: int

    @property
    def weight(self) -> float:
        return self.events + 0.1 * self.reports


def view(look: Lookup) -> Map | None:
    """The map of a briefing; `None` where none of its places has coordinates."""
    places = _places(look)
    located = [p for p in places if p.at][:_MOST]
    if not located:
        return None
    shown = _near(located)
    here = {p.id for p in shown}
    wide, narrow = (_picture(shown, width) for width in (WIDE, NARROW))
    return Map(
        title=t("map.title"),
        description=t("map.description", n=len(places), name=look.name),
        standfirst=t("map.standfirst", n=len(shown)),
        wide=wide,
        narrow=narrow,
        note=_note(places, here),
        rows=tuple(_row(p, here) for p in places[:_LISTED]),
        more=t("map.more", n=len(places) - _LISTED) if len(places) > _LISTED else "",
    )


def exists(look: Lookup) -> bool:
    """Whether there is a map: some place that is named has coordinates."""
    named = look.briefing.named_in
    return any(
        e.front.type == "place" and e.front.coordinates and named.get(id) for id, e in look.briefing.entities.items()
    )


def _places(look: Lookup) -> list[_Place]:
    """Every place that is named, the most told of first."""
    found = []
    for id, entity in look.briefing.entities.items():
        front = entity.front
        if front.type != "place" or not look.briefing.named_in.get(id):
            continue
        at = (front.coordinates[1], front.coordinates[0]) if front.coordinates else None
        code = front.country or ""
        of_world = bool(code) and gazetteer.country(front.name) == code
        events = len(look.briefing.events_of.get(id, ()))
        found.append(_Place(id, front.name, at, code, of_world, events, len(look.briefing.named_in[id])))
    return sorted(found, key=lambda p: (-p.weight, fold(p.name), p.id))


def _near(places: Sequence[_Place]) -> list[_Place]:
    """Those that the map is framed to: outliers that weigh little are left out, one by one, while that helps much."""
    kept, spare = list(places), _LIGHT * sum(p.weight for p in places)
    while len(kept) > 2:
        size = _size(kept)
        edge = []
        for p in _at_the_edge(kept):
            rest = [q for q in kept if q is not p]
            saved = 1 - _size(rest) / size if size else 0.0
            if p.weight <= spare and saved >= _FAR / 3:
                edge.append((saved / (p.weight + 0.1), p.id, p))
        if not edge:
            break
        _, _, far = max(edge, key=lambda row: row[:2])
        spare -= far.weight
        kept.remove(far)
    return kept if _size(kept) <= (1 - _FAR) * _size(list(places)) else list(places)


def _at_the_edge(places: Sequence[_Place]) -> list[_Place]:
    ats = [p.at for p in places if p.at]
    west, south, east, north = _bounds(ats)
    return [p for p in places if p.at and (_turned(p.at[0], west) in (west, east) or p.at[1] in (south, north))]


def _turned(longitude: float, west: float) -> float:
    return longitude if longitude >= west else longitude + 360


def _bounds(points: Sequence[tuple[float, float]]) -> tuple[float, float, float, float]:
    """West, south, east and north of points, over the date line where that is nearer: the widest gap is left out."""
    xs = sorted({x for x, _ in points})
    gaps = [(xs[(i + 1) % len(xs)] - x + (360 if i + 1 == len(xs) else 0), i) for i, x in enumerate(xs)]
    _, last = max(gaps, key=lambda row: (row[0], row[1]))
    west = xs[(last + 1) % len(xs)]
    east = _turned(xs[last], west)
    ys = [y for _, y in points]
    return west, min(ys), east, max(ys)


def _size(places: Sequence[_Place]) -> float:
    west, south, east, north = _bounds([p.at for p in places if p.at])
    return max(east - west, (north - south) * 1.6, _LEAST)


def frame(places: Sequence[_Place], width: int) -> Frame:
    """The frame around places, with some air, in a shape that fits its width."""
    west, south, east, north = _bounds([p.at for p in places if p.at])
    for p in places:
        area = outlines.box(p.country) if p.is_country else None
        if area and p.at:
            x, y = _turned(p.at[0], west), p.at[1]
            west, east = min(west, max(area[0], x - _AROUND)), max(east, min(area[2], x + _AROUND))
            south, north = min(south, max(area[1], y - _AROUND)), max(north, min(area[3], y + _AROUND))
    middle = ((west + east) / 2, (south + north) / 2)
    shrink = math.cos(math.radians(max(-70.0, min(70.0, middle[1]))))
    across = max((east - west) * shrink, _LEAST) * (1 + 2 * _AIR)
    up = max(north - south, _LEAST * 0.6) * (1 + 2 * _AIR)
    least, most = _SHAPE[width]
    up = max(up, least * across)
    across = max(across, up / most)
    across = min(across, 360 * shrink)
    up = min(up, most * across, 150.0)
    return Frame(
        west=middle[0] - across / shrink / 2,
        south=middle[1] - up / 2,
        east=middle[0] + across / shrink / 2,
        north=middle[1] + up / 2,
        width=width,
        height=round(width * up / across),
    )


def _picture(places: Sequence[_Place], width: int) -> Picture:
    framed = frame(places, width)
    named = {p.country: p for p in places if p.is_country}
    areas = []
    plain = ""
    for code, path in outlines.paths(framed):
        place = named.get(code)
        if place:
            areas.append(Area(path, place.name, addresses.entity(place.id)))
        else:
            plain += path
    return Picture(
        width=framed.width,
        height=framed.height,
        title=t("map.picture", n=len(places)),
        areas=(Area(plain), *areas),
        spots=_spots(places, framed),
    )


_Box = tuple[float, float, float, float]  # left, top, right, bottom


def _spots(places: Sequence[_Place], framed: Frame) -> tuple[Spot, ...]:
    """Marks for all, names for as many as find room; those of more weight choose first."""
    taken: list[_Box] = []
    seats = []
    most = max((p.events for p in places if not p.is_country), default=1) or 1
    for p in places:
        assert p.at
        x, y = round(framed.x(p.at[0]), 1), round(framed.y(p.at[1]), 1)
        r = 0.0 if p.is_country else round(3.2 + 4.8 * (p.events / most) ** 0.5, 1)
        seats.append((p, x, y, r))
        if r:
            taken.append((x - r, y - r, x + r, y + r))
    spots = []
    for p, x, y, r in seats:
        label = next((s for s in _seats(p.name, x, y, r) if _free(s[3], taken, framed)), None)
        if label:
            taken.append(label[3])
        label_x, label_y, anchor = label[:3] if label else (x, y, "")
        said = t("map.spot", name=p.name, events=t("count.events", n=p.events))
        spots.append(Spot(p.name, addresses.entity(p.id), said, x, y, r, round(label_x, 1), round(label_y, 1), anchor))
    return tuple(spots)


def _seats(name: str, x: float, y: float, r: float) -> list[tuple[float, float, str, _Box]]:
    """Where a name may stand: in its country or right beside its middle; else right of its mark, left, above, below."""
    wide, rise = _LETTER * len(name), _LINE / 2 - 3
    if not r:
        shifts = ((0, 0), (0, _LINE), (0, -_LINE), (wide / 2 + 8, 0), (-wide / 2 - 8, 0), (0, 2 * _LINE))
        middles = [(x + across, y + down) for across, down in shifts]
        return [
            (mx, my + rise, "middle", (mx - wide / 2, my - _LINE / 2, mx + wide / 2, my + _LINE / 2))
            for mx, my in middles
        ]
    off = r + 4
    return [
        (x + off, y + rise, "start", (x + off, y - _LINE / 2, x + off + wide, y + _LINE / 2)),
        (x - off, y + rise, "end", (x - off - wide, y - _LINE / 2, x - off, y + _LINE / 2)),
        (x, y - off, "middle", (x - wide / 2, y - off - _LINE + 3, x + wide / 2, y - off + 3)),
        (x, y + off + _LINE - 4, "middle", (x - wide / 2, y + off, x + wide / 2, y + off + _LINE)),
    ]


def _free(box: _Box, taken: Sequence[_Box], framed: Frame) -> bool:
    left, top, right, bottom = box
    if left < 2 or top < 2 or right > framed.width - 2 or bottom > framed.height - 2:
        return False
    return not any(left < b[2] and b[0] < right and top < b[3] and b[1] < bottom for b in taken)


def _note(places: Sequence[_Place], here: set[str]) -> str:
    """What the map does not show, and whose outlines these are."""
    off = sum(1 for p in places if p.at and p.id not in here)
    nowhere = sum(1 for p in places if not p.at)
    said = [t("map.far", n=off)] if off else []
    said += [t("map.nowhere", n=nowhere)] if nowhere else []
    return " ".join([*said, t("map.outlines")])


def _row(p: _Place, here: set[str]) -> PlaceRow:
    where = "on" if p.id in here else "far" if p.at else "nowhere"
    country = "" if p.is_country or not p.country else spoken().locale.territories.get(p.country, p.country)
    return PlaceRow(
        name=p.name,
        address=addresses.entity(p.id),
        country=country,
        events=figure(p.events),
        reports=figure(p.reports),
        where=t(f"map.where.{where}"),
    )
