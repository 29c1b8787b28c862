"""The body of a page, paragraph by paragraph: last generated (hashes), edited, new.

This is the three-way merge of diff3 (Khanna, Kunal and Pierce, A Formal Investigation of Diff3, 2007), with the
difference that of the oldest version only hashes are known, and that a conflict leaves the edited wording in place.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator import matching
from generator.problems import label

# A paragraph with the empty lines behind it, the first also with those above it. Every line is looked at once.
_PARAGRAPH = re.compile(
    r"(?<![^\r\n])(?:\A(?:[^\S\r\n]*+(?:\r\n|\n|\r))*+)?+(?:[^\S\r\n]*+\S[^\r\n]*+(?:\r\n|\n|\r|\Z))++"
    r"(?:[^\S\r\n]*+(?:\r\n|\n|\r))*+"
)


MANY = 1_000  # paragraphs of two bodies, beyond which they are compared in parts
PASSES = 10  # of all bodies of up to three paragraphs out of three none needs more than two


@dataclass(frozen=True, slots=True)
class Clash:
    """Paragraphs that a person and the machine both changed."""

    mine: str
    new: str
    hashes: tuple[str, ...]  # of the new ones


@dataclass(frozen=True, slots=True)
class Body:
    """A merged body; `base`: what counts as last generated from now on."""

    text: str
    base: tuple[str, ...]
    clashes: tuple[Clash, ...] = ()


def paragraphs(body: str) -> list[str]:
    """A body cut behind every empty line; joined again it is the same to the byte."""
    found = _PARAGRAPH.findall(body)
    rest = body[sum(map(len, found)) :]
    return [*found, rest] if rest and found else [rest] if rest else found


def hashes(body: str) -> tuple[str, ...]:
    """A hash of each paragraph, without the white space around it."""
    return tuple(_hash(p) for p in paragraphs(body) if p.strip())


def _hash(text: str) -> str:
    return hashlib.sha256("\n".join(text.split()).encode()).hexdigest()[:12]


def merge(base: Sequence[str] | None, mine: str, new: str, decided: dict[str, str] | None = None) -> Body:
    """What the machine changed arrives where no person changed anything; else the person's paragraphs stay.

    `base`: hashes of what was last generated, `None` where nothing is known; `decided`: for the beginning of a
    person's paragraph (`label`) "yours" or "new".

    Where paragraphs are repeated, what one merge leaves can match another way than what it began with. So it is merged
    again until nothing changes: the next run then finds nothing to do.
    """
    made = _once(base, mine, new, decided)
    for _ in range(PASSES):
        again = _once(made.base, made.text, new, decided)
        if (again.text, again.base) == (made.text, made.base):
            return again
        made = again
    return made


def _once(base: Sequence[str] | None, mine: str, new: str, decided: dict[str, str] | None) -> Body:
    theirs = hashes(new)
    if base is None:
        return Body(mine, theirs)
    blocks = [p for p in paragraphs(mine) if p.strip()]
    ours = tuple(_hash(p) for p in blocks)
    if ours == theirs or tuple(base) == theirs:
        # A person's wording that the machine now has too stays the person's.
        return Body(mine, tuple(base))
    if ours == tuple(base):
        return Body(_like(mine, new), theirs)
    made, kept, clashes = _merged(tuple(base), blocks, [p for p in paragraphs(new) if p.strip()], decided or {})
    lead = mine[: len(mine) - len(mine.lstrip("\r\n"))] if blocks else ""
    text = "".join(made).strip("\r\n")
    ends = mine[len(mine.rstrip("\r\n")) :] if blocks else ""
    return Body(lead + text + (ends or "\n") if text or blocks else mine, tuple(kept), tuple(clashes))


def _like(mine: str, new: str) -> str:
    """The new body with the line breaks, and the empty lines at its beginning, of the page as it is."""
    lead = mine[: len(mine) - len(mine.lstrip("\r\n"))]
    newline = "\r\n" if "\r\n" in mine else "\n"
    return lead + new.lstrip("\n").replace("\n", newline)


def _merged(
    base: tuple[str, ...], mine: list[str], new: list[str], decided: dict[str, str]
) -> tuple[list[str], list[str], list[Clash]]:
    to_ours, to_theirs = _matches(base, [_hash(p) for p in mine]), _matches(base, [_hash(p) for p in new])
    made: list[str] = []
    kept: list[str] = []
    clashes: list[Clash] = []
    b = m = n = 0
    for at in [i for i in range(len(base)) if i in to_ours and i in to_theirs] + [len(base)]:
        m2 = to_ours[at] if at < len(base) else len(mine)
        n2 = to_theirs[at] if at < len(base) else len(new)
        chunk = _Chunk(list(base[b:at]), mine[m:m2], new[n:n2])
        front, back = chunk.peeled()
        for part in (*front, chunk, *reversed(back)):
            clash = part.decide(decided, made, kept)
            clashes += [clash] if clash else []
        if at < len(base):
            made.append(mine[m2])
            kept.append(base[at])
        b, m, n = at + 1, m2 + 1, n2 + 1
    return _apart(made), kept, clashes


@dataclass(slots=True)
class _Chunk:
    """Paragraphs between two that all three versions have."""

    old: list[str]  # hashes
    mine: list[str]
    new: list[str]

    def peeled(self) -> tuple[list[_Chunk], list[_Chunk]]:
        """Pairs at both ends of which only one side changed anything, taken off: neighbours are no conflict.

        A pair must be a paragraph and its new wording. Where one was removed, what is at the end of that side is
        another old one, or the paragraph itself stands elsewhere: then nothing is paired.
        """
        sides = [[_hash(p) for p in self.mine], [_hash(p) for p in self.new]]
        old, counts = Counter(self.old), [Counter(side) for side in sides]
        front: list[_Chunk] = []
        back: list[_Chunk] = []
        for pairs, i in ((front, 0), (back, -1)):
            while self.old and self.mine and self.new:
                here, there = self.old[i], [side[i] for side in sides]
                if here not in there or any(p != here and (old[p] or counts[s][here]) for s, p in enumerate(there)):
                    break
                old[here] -= 1
                for side, count in zip(sides, counts, strict=True):
                    count[side.pop(i)] -= 1
                pairs.append(_Chunk([self.old.pop(i)], [self.mine.pop(i)], [self.new.pop(i)]))
        return front, back

    def _beside(self, mine: bool, first: bool, new: list[str]) -> list[str]:
        """What one side put in (`mine`: the person; `first`: before), and what the other made of the rest."""
        size = len(self.old)
        own = self.mine if mine else new
        added = own[:-size] if first else own[size:]
        rest = new if mine else self.mine
        return [*added, *rest] if first else [*rest, *added]

    def decide(self, decided: dict[str, str], made: list[str], kept: list[str]) -> Clash | None:
        """Append what stays to `made`, and what counts as last generated to `kept`."""
        my, their = [_hash(p) for p in self.mine], [_hash(p) for p in self.new]
        if my == self.old:
            made += [_spaced(p) for p in self.new]
            kept += their
            return None
        if not self.old and my != their:  # both put something in at one place: both stay
            made += [*self.mine, *(_spaced(p) for p in self.new)]
            kept += their
            return None
        if self.old and their != self.old:
            for one in (my, their):  # one side only put something in beside what the other changed
                before, behind = one[: -len(self.old)], one[len(self.old) :]
                if self.old in (one[len(before) :], one[: len(one) - len(behind)]) and one != self.old:
                    theirs = [_spaced(p) for p in self.new]
                    first = one[: len(self.old)] != self.old
                    made += self._beside(one is my, first, theirs)
                    kept += their
                    return None
        said = "".join(self.mine).strip()
        choice = decided.get(label(said)) if their not in (self.old, my) else None
        made += [_spaced(p) for p in self.new] if choice == "new" else self.mine
        kept += their if choice else self.old
        if choice or their in (self.old, my):
            return None
        return Clash(said, "".join(self.new).strip(), tuple(their))


def _spaced(paragraph: str) -> str:
    return paragraph.strip("\n") + "\n\n"


def _apart(blocks: list[str]) -> list[str]:
    """An empty line between any two paragraphs, where the last of a file had none."""
    made = []
    for number, block in enumerate(blocks):
        bare = block.rstrip("\r\n")
        breaks = block[len(bare) :].replace("\r\n", "\n").replace("\r", "\n")
        made.append(block if number == len(blocks) - 1 or len(breaks) > 1 else bare + "\n\n")
    return made


def _matches(base: Sequence[str], other: Sequence[str]) -> dict[int, int]:
    found: dict[int, int] = {}
    for a, b, size in matching.blocks(base, other, MANY):
        found.update({a + i: b + i for i in range(size)})
    return found
