"""The picture by which a link to the site is shown elsewhere: its name, what it holds, its events over time.

One picture for all pages: 1200 by 630 pixels, as the Open Graph's readers want it. Its colours and its font are the
theme's. What the font has no letters for makes no picture, and no page then promises one.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from generator.views.drawing import Drawing, Shape
from generator.views.poster import DRAWN, Poster

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

ADDRESS = "/poster.png"
WIDTH, HEIGHT = 1200, 630

_FONT = "static/fonts/source-serif-4-latin-wght-normal.woff2"
_PAPER, _INK, _SMALL, _RULE = "#fcfcfa", "#1a1c1f", "#40444a", "#9b9f9f"
_FILLS = {"disputed": "#8a4612", "": "#1b4d73"}
_LEFT, _TOP = 80, 92
_FINE = 2  # drawn so many times as large, and made smaller: no step is seen at an edge
_SIZES = (92, 78, 66, 56)  # of the name: the largest with which it has room
_ROOM = WIDTH - 2 * _LEFT
_MARK = re.compile(r"M(-?[\d.]+) (-?[\d.]+)L")


def draw(poster: Poster, theme: Path) -> bytes | None:
    """The picture as PNG; `None` where the theme has no such font, or its font not the letters."""
    from PIL import Image, ImageDraw

    path = theme / _FONT
    if not path.is_file() or not _has(path, poster.name + poster.tagline + "".join(poster.lines)):
        return None
    image = Image.new("RGB", (WIDTH * _FINE, HEIGHT * _FINE), _PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, WIDTH * _FINE, 14 * _FINE), fill=_INK)
    y = _name(pen, poster, path)
    if poster.drawing:
        scale = min(1.7, (HEIGHT - 96 - y) / poster.drawing.height)
        if scale > 0.35:
            _events(pen, poster.drawing, y, scale)
    small = _font(path, 25, 420)
    said = "  ·  ".join(poster.lines)
    while poster.lines and small.getlength(said) > _ROOM * _FINE and "  ·  " in said:
        said = said.rpartition("  ·  ")[0]
    pen.text((_LEFT * _FINE, (HEIGHT - 72) * _FINE), said, font=small, fill=_SMALL)
    made = io.BytesIO()
    image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS).save(made, "PNG", optimize=True)
    return made.getvalue()


def _font(path: Path, size: int, weight: int) -> FreeTypeFont:
    from PIL import ImageFont

    font = ImageFont.truetype(path, size * _FINE, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


def _has(path: Path, text: str) -> bool:
    """Whether the font has every letter: what it lacks is drawn as the sign for what no font has."""
    font = _font(path, 20, 400)
    lacking = bytes(font.getmask("\uffff"))
    return not any(bytes(font.getmask(c)) == lacking for c in {c for c in text if not c.isspace()})


def _name(pen: ImageDraw, poster: Poster, path: Path) -> float:
    """The name on at most three lines and the tagline; where they end."""
    for size in _SIZES:
        font = _font(path, size, 600)
        lines = _lines(poster.name, font)
        if len(lines) <= (2 if size > _SIZES[-1] else 3):
            break
    y = float(_TOP)
    for line in lines[:3]:
        pen.text((_LEFT * _FINE, y * _FINE), line, font=font, fill=_INK)
        y += size * 1.14
    if poster.tagline:
        font = _font(path, 36, 400)
        for line in _lines(poster.tagline, font)[:2]:
            pen.text((_LEFT * _FINE, (y + 10) * _FINE), line, font=font, fill=_SMALL)
            y += 44
    return y + 44


def _lines(text: str, font: FreeTypeFont) -> list[str]:
    """Words on lines; what is longer than a line is cut."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= _ROOM * _FINE:
            lines[-1] = longer
        else:
            lines.append(word)
    return [_cut(line, font) for line in lines]


def _cut(line: str, font: FreeTypeFont) -> str:
    if font.getlength(line) <= _ROOM * _FINE:
        return line
    while line and font.getlength(line + "…") > _ROOM * _FINE:
        line = line[:-1]
    return line + "…"


def _events(pen: ImageDraw, drawing: Drawing, top: float, scale: float) -> None:
    """The marks of the overview over their axis, without its words."""

    def at(x: float, y: float) -> tuple[float, float]:
        return (_LEFT + x * _ROOM / DRAWN) * _FINE, (top + y * scale) * _FINE

    for x in drawing.years:
        pen.line((at(x, drawing.top), at(x, drawing.base + 4)), fill="#d8dad6", width=_FINE)
    pen.line((at(0, drawing.base), at(DRAWN, drawing.base)), fill=_RULE, width=2 * _FINE)
    for mark in drawing.marks:
        for shape in mark.shapes:
            _mark(pen, shape, at, scale)


def _mark(pen: ImageDraw, shape: Shape, at: Callable[[float, float], tuple[float, float]], scale: float) -> None:
    """One figure; outlines of rival dates are left out: too fine for a picture that is shown small."""
    if "rival" in shape.cls or "tie" in shape.cls:
        return
    fill = _FILLS["disputed" if "--disputed" in shape.cls else ""]
    r = max(shape.r * min(scale, 1.3), 3.0) * 1.15 * _FINE
    hollow = "planned" in shape.cls or "unverified" in shape.cls
    inner, thick = _PAPER if hollow else fill, 2 * _FINE
    if shape.kind == "circle":
        x, y = at(shape.x, shape.y)
        pen.ellipse((x - r, y - r, x + r, y + r), inner, fill, thick)
    elif shape.kind == "rect":
        left, upper = at(shape.x, shape.y)
        right, lower = at(shape.x + shape.w, shape.y + shape.h)
        pen.rounded_rectangle((left, upper, right, max(lower, upper + 4)), (lower - upper) / 2, inner, fill, thick)
    elif found := _MARK.match(shape.d):  # a diamond, whose upper corner comes first
        x, y = at(float(found[1]), float(found[2]))
        y += 5.7 * scale * _FINE
        pen.polygon(((x, y - 1.4 * r), (x + 1.4 * r, y), (x, y + 1.4 * r), (x - 1.4 * r, y)), fill=fill)
