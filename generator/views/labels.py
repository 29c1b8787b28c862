"""Names over the marks of a drawing, of one or two lines, on a few rows, none across another.

First the key events are seated, six at most and as many as three rows hold; then, one by one, as many of the others as
still find room.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

MOST = 6
_ROWS, _ALL_ROWS = 3, 5  # for the key events; for the others too
_LETTER = 7.2  # pixels of an average sans letter at 13.5 px, the size on a tablet, rounded up
_GAP = 8
# Where a headline can be cut and still say its first thing: before what follows these. The comma of 400,000 and the
# colon of 9:30 stand within one word.
_JOINT = re.compile(r",(?!\d)|:(?!\d)|;| – | — | (?:and|in|on|at|to|with|for|after|as|from|over|by|of|against|during) ")
# Between two words; "400 000" is one.
_BREAK = re.compile(r"(?<!\d) | (?!\d{3}(?!\d))")
_LINE = 28  # letters of one line of a label
_ONE_LINE = 22  # letters up to which one line is enough
_PITCH, _LEADING = 18, 15  # pixels: of a row of one line, of each line more


@dataclass(frozen=True, slots=True)
class Label:
    """A name whose first line stands at (x, y), with a leader from its foot down to the mark. `anchor` is SVG's."""

    point: float
    lines: tuple[str, ...]
    row: int  # from 0, the lowest
    anchor: str
    x: float
    y: float = 0
    leader: str = ""
    key: bool = True

    def seated(self, top: float, mark: float, pitch: float) -> Label:
        """The same label with its height and leader, once the rows above the marks are known."""
        foot = round(top - 6 - self.row * pitch, 1)
        y = round(foot - _LEADING * (len(self.lines) - 1), 1)
        return replace(self, y=y, leader=f"M{self.point:g} {mark:g}V{foot + 5:g}")


def pitch(rows: Sequence[Label]) -> int:
    """Pixels from one row to the next: all are as high as the highest label."""
    return _PITCH + _LEADING * (max((len(row.lines) for row in rows), default=1) - 1)


def short(title: str) -> tuple[str, ...]:
    """A headline on one or two lines; of a longer one the beginning that still says something."""
    if lines := _lines(title):
        return lines
    cuts = [m.start() for m in _JOINT.finditer(title) if m.start() >= 12]
    for cut in reversed(cuts):
        if lines := _lines(title[:cut].rstrip()):
            # Before a mark a whole clause ends; "The town council" before "of" has only its first words.
            if cut >= _LINE or title[cut] != " " or title[cut + 1] in "–—":
                return lines
            break
    words = _BREAK.split(" ".join(title.split()))
    while len(words) > 1 and not _lines(" ".join([*words, "…"])):
        words.pop()
    return _lines(" ".join([*words, "…"])) or (title[: _LINE - 2] + " …",)


def _lines(text: str) -> tuple[str, ...]:
    """The text on one line or on two that are as alike in length as its words allow; empty where it is too long."""
    if len(text) <= _ONE_LINE:
        return (text,)
    breaks = [m.start() for m in _BREAK.finditer(text)]
    parted = [(text[:at], text[at + 1 :]) for at in breaks]
    fitting = [pair for pair in parted if max(map(len, pair)) <= _LINE]
    if fitting:
        return min(fitting, key=lambda pair: max(map(len, pair)))
    return (text,) if len(text) <= _LINE else ()


_Seat = tuple[Label, float, float]  # with its left and right
_TRIES = 20_000  # seats that are tried; the best so far is taken then


_Point = tuple[float, tuple[str, ...]]  # x, lines


def place(points: Sequence[_Point], width: float, others: Sequence[_Point] = ()) -> tuple[Label, ...]:
    """Labels for the points: as many as find room, at most six, on as few rows as hold them; then of the others, the
    first first, those for which there is room left.
    """
    wanted = sorted(points)[:MOST]
    best: tuple[int, int, list[_Seat]] = (0, 0, [])
    tries = 0

    def seat(at: int, taken: list[_Seat]) -> None:
        nonlocal best, tries
        tries += 1
        height = sum(label.row for label, _, _ in taken)
        if (len(taken), -height) > (best[0], best[1]):
            best = (len(taken), -height, list(taken))
        if at == len(wanted) or tries > _TRIES or len(taken) + len(wanted) - at < best[0]:
            return
        for option in _seats(*wanted[at], width, taken):
            seat(at + 1, [*taken, option])
        seat(at + 1, taken)

    seat(0, [])
    seated = best[2]
    for x, lines in others:
        free = _seats(x, lines, width, seated, _ALL_ROWS)
        if free:
            label, start, end = free[0]
            seated.append((replace(label, key=False), start, end))
    return tuple(label for label, _, _ in seated)


def _seats(point: float, lines: tuple[str, ...], width: float, taken: list[_Seat], rows: int = _ROWS) -> list[_Seat]:
    room = max(map(len, lines)) * _LETTER
    found = []
    for row in range(rows):
        for anchor, left in (("end", point + 5 - room), ("start", point - 5), ("middle", point - room / 2)):
            right = left + room
            if left >= 0 and right <= width and _free(point, row, left, right, taken):
                x = {"end": right, "middle": point, "start": left}[anchor]
                found.append((Label(point, lines, row, anchor, round(x, 1)), left, right))
    return found


def _free(point: float, row: int, left: float, right: float, taken: list[_Seat]) -> bool:
    """Whether the words meet no words of their row and no leader of a higher one, nor the leader any lower words."""
    for other, start, end in taken:
        if other.row == row and left < end + _GAP and right > start - _GAP:
            return False
        if other.row > row and left - 3 < other.point < right + 3:
            return False
        if other.row < row and start - 3 < point < end + 3:
            return False
    return True
