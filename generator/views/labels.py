"""Names over the marks of a drawing: at most six, on up to three rows, none across another or its leader."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

MOST = 6
_ROWS = 3
_LETTER = 6.7  # pixels of an average sans letter at 12.5 px, rounded up
_GAP = 8
# Where a headline can be cut and still say its first thing: before what follows these.
_JOINT = re.compile(r",|:|;| – | — | (?:and|in|on|at|to|with|for|after|as|from|over|by|of|against|during) ")
_LONGEST = 30  # letters of a label


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
    """The beginning of a headline that still says something, at most thirty letters."""
    if len(title) <= _LONGEST:
        return title
    cuts = [m.start() for m in _JOINT.finditer(title) if 12 <= m.start() <= _LONGEST]
    if cuts:
        return title[: cuts[-1]].rstrip()
    return title[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def place(points: Sequence[tuple[float, str]], width: float) -> tuple[Label, ...]:
    """Labels for (x, text), from the left; what finds no free row is left out."""
    set_: list[tuple[Label, float, float]] = []
    for point, text in sorted(points)[: MOST * 2]:
        if len(set_) == MOST:
            break
        room = len(text) * _LETTER
        found = _seat(point, text, room, width, set_)
        if found:
            set_.append(found)
    return tuple(label for label, _, _ in set_)


def _seat(
    point: float, text: str, room: float, width: float, taken: list[tuple[Label, float, float]]
) -> tuple[Label, float, float] | None:
    for row in range(_ROWS):
        for anchor, left in (("end", point + 5 - room), ("middle", point - room / 2), ("start", point - 5)):
            right = left + room
            if left < 0 or right > width or not _free(point, row, left, right, taken):
                continue
            x = {"end": right, "middle": point, "start": left}[anchor]
            return Label(point, text, row, anchor, round(x, 1)), left, right
    return None


def _free(point: float, row: int, left: float, right: float, taken: list[tuple[Label, float, float]]) -> bool:
    """Whether the words meet no words of their row and no leader of a higher one, nor the leader any lower words."""
    for other, start, end in taken:
        if other.row == row and left < end + _GAP and right > start - _GAP:
            return False
        if other.row > row and left - 3 < other.point < right + 3:
            return False
        if other.row < row and start - 3 < point < end + 3:
            return False
    return True
