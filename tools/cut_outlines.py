"""Cut the outlines of countries from Natural Earth (public domain), as the npm package world-atlas (ISC) holds them.

Run by hand, `PYTHONPATH=. python tools/cut_outlines.py countries-50m.json`, with that package's file; its output is
committed: generator/views/outlines.json. In it all numbers are hundredths of a degree. `arcs` are lines of points,
[x, y, dx, dy, dx, dy, ...], which neighbours share, so that a border is one line however it is simplified; `countries`
are pairs of an ISO 3166 code ("" for what has none) and rings, each a list of arcs; the arc ~n is arc n backwards.
TopoJSON's own way.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from babel.core import get_global

from generator.views.outlines import Point, area, simplified

OUT = Path(__file__).parent.parent / "generator" / "views" / "outlines.json"
STEP = 100  # of a degree
TOLERANCE = 2.0  # steps that a point may lie off its line and still be left out: some two kilometres
SMALLEST = 3.0  # square steps; a smaller island would be no dot on any map of ours


def main(source: Path) -> None:
    """Write the outlines of the countries of a TopoJSON file."""
    topology: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs: list[list[Point]] = []
    for arc in topology["arcs"]:
        x = y = 0
        points: list[Point] = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((round((x * sx + tx) * STEP), round((y * sy + ty) * STEP)))
        arcs.append(simplified(points, TOLERANCE))
    codes = {old: new[0] for old, new in get_global("territory_aliases").items() if old.isdigit()}
    countries: list[tuple[str, list[list[int]]]] = []
    for shape in topology["objects"]["countries"]["geometries"]:
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        rings = [ring for polygon in polygons for ring in polygon]
        rings = [
            ring
            for ring in rings
            if area([p for n in ring for p in (arcs[n] if n >= 0 else arcs[~n][::-1])]) >= SMALLEST
        ]
        if rings:
            countries.append((codes.get(shape.get("id", ""), ""), rings))
    used = sorted({n if n >= 0 else ~n for _, rings in countries for ring in rings for n in ring})
    new = {old: i for i, old in enumerate(used)}
    rows = [(code, [[new[n] if n >= 0 else ~new[~n] for n in ring] for ring in rings]) for code, rings in countries]
    lines = []
    for n in used:
        (x, y), flat = arcs[n][0], [*arcs[n][0]]
        for px, py in arcs[n][1:]:
            flat += [px - x, py - y]
            x, y = px, py
        lines.append(flat)
    rows.sort(key=lambda row: (row[0], row[1]))
    OUT.write_text(json.dumps({"arcs": lines, "countries": rows}, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(rows)} countries, {sum(len(a) // 2 for a in lines)} points, {OUT.stat().st_size} bytes")
    print("without a code:", sum(1 for code, _ in rows if not code))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
