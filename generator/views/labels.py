"""Names over the marks of a drawing: at most six, on up to three rows, none across another or its leader."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

MOST = 6
_ROWS = 3
_LETTER = 7.2  # pixels of an average sans letter at 13.5 px, the size on a tablet, rounded up
_GAP = 8
# Where a headline can be cut and still say its first thing: before what follows these.
_JOINT = re.compile(r",|:|;| – | — | (?:and|in|on|at|to|with|for|after|as|from|over|by|of|against|during) ")
_LONGEST = 34  # letters of a label


@dataclass(frozen=True, slots=True)
class Label:
    """A name at (x, y), with a leader from its foot down to the mark. `anchor` is SVG's text-anchor."""

    point: float
    text: str
    row: int  # from 0, the lowest
    anchor: str
    x: float
    y: float = 0
    leader: str = ""

    def seated(self, top: float, mark: float) -> Label:
        """The same label with its height and leader, once the rows above the marks are known."""
        y = round(top - 6 - self.row * 18, 1)
        return Label(self.point, self.text, self.row, self.anchor, self.x, y, f"M{self.point:g} {mark:g}V{y + 5:g}")


def short(title: str) -> str:
    """The beginning of a headline that still says something, at most 34 letters."""
    if len(title) <= _LONGEST:
        return title
    cuts = [m.start() for m in _JOINT.finditer(title) if 12 <= m.start() <= _LONGEST]
    if cuts:
        return title[: cuts[-1]].rstrip()
    return title[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


_Seat = tuple[Label, float, float]  # with its left and right
_TRIES = 20_000  # seats that are tried; the best so far is taken then


def place(points: Sequence[tuple[float, str]], width: float) -> tuple[Label, ...]:
    """Labels for (x, text): as many as find room, at most six, on as few rows as hold them."""
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
    return tuple(label for label, _, _ in best[2])


def _seats(point: float, text: str, width: float, taken: list[_Seat]) -> list[_Seat]:
    room = len(text) * _LETTER
    found = []
    for row in range(_ROWS):
        for anchor, left in (("end", point + 5 - room), ("start", point - 5), ("middle", point - room / 2)):
            right = left + room
            if left >= 0 and right <= width and _free(point, row, left, right, taken):
                x = {"end": right, "middle": point, "start": left}[anchor]
                found.append((Label(point, text, row, anchor, round(x, 1)), left, right))
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
