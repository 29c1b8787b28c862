"""Pages of entities whose names look alike, for an editor to join or to keep apart: nothing is decided here.

Names are compared only where they share a key, and a key that many share tells nothing: linear in the names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from generator.frontmatter import Page
from generator.model import EntityFront
from generator.names import fold

COMMON = 12  # pages that share a key, beyond which it tells nothing
SHORT = 6  # letters of a name below which one letter makes another name
_PARTICLES = frozenset("of the and for in de la le el al bin ibn van von der den du des di da".split())


class Pair(NamedTuple):
    """Two entities, the one first that more tells of, and why they look alike."""

    one: str
    other: str
    why: str


def pairs(entities: Iterable[Page[EntityFront]], decided: Collection[frozenset[str]] = ()) -> Iterator[Pair]:
    """Every pair of one type that looks alike and on which no editor has decided, each once, in the order of ids."""
    pages = sorted(entities, key=lambda e: e.id)
    by_key: dict[tuple[str, str, str], dict[str, str]] = defaultdict(dict)
    for page in pages:
        for name in (page.front.name, *page.front.aliases):
            for kind, key in _keys(name, page.front.type):
                by_key[page.front.type, kind, key].setdefault(page.id, name)
    found: dict[frozenset[str], tuple[int, Pair]] = {}
    for (_, kind, _), names in by_key.items():
        ids = list(names)
        if not 1 < len(ids) <= COMMON:
            continue
        for i, one in enumerate(ids):
            for other in ids[i + 1 :]:
                both = frozenset((one, other))
                if both in decided or not _alike(kind, names[one], names[other]):
                    continue
                rank = _KINDS.index(kind)
                why = _WHY[kind].format(one=names[one], other=names[other])
                if both not in found or rank < found[both][0]:
                    found[both] = rank, Pair(one, other, why)
    yield from sorted(pair for _, pair in found.values())


_KINDS = ("same", "order", "letter", "initial", "short")
_WHY = {
    "same": 'both are called "{one}"',
    "order": '"{one}" and "{other}" have the same words',
    "letter": '"{one}" and "{other}" differ in one letter',
    "initial": '"{one}" may be "{other}"',
    "short": '"{one}" may be "{other}"',
}


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", fold(name))


def _keys(name: str, type: str) -> Iterator[tuple[str, str]]:
    """(kind of likeness, key) of a name: two names may be alike in that way where they share one."""
    words = _words(name)
    if not words or (type == "person" and len(words) == 1):  # many share a family name
        return
    plain = " ".join(words)
    yield "same", plain
    if len(words) > 1:
        yield "order", " ".join(sorted(w for w in words if w not in _PARTICLES))
    if len(plain) >= SHORT:
        yield "letter", plain
        for i in range(len(plain)):
            yield "letter", plain[:i] + plain[i + 1 :]
    if type == "person" and len(words) > 1 and len(words[-1]) > 2:
        yield "initial", f"{words[0][0]} {words[-1]}"
    if type in ("organization", "agreement"):
        letters = "".join(w[0] for w in words if w not in _PARTICLES)
        if len(words) == 1 and re.fullmatch(r"[A-Z]{3,6}", name.replace(".", "")):
            yield "short", fold(name.replace(".", ""))
        elif 3 <= len(letters) <= 6 and len(words) > 2:
            yield "short", letters


def _alike(kind: str, one: str, other: str) -> bool:
    """Whether two names that share a key are alike indeed."""
    a, b = _words(one), _words(other)
    if kind == "letter":
        # One letter more, less, other, or two exchanged; never a digit: "2021" is not "2022".
        x, y = " ".join(a), " ".join(b)
        return x != y and re.sub(r"\D", "", x) == re.sub(r"\D", "", y) and _one_letter(x, y)
    if kind == "initial":  # one of them gives no more than the letter
        return min(len(a[0]), len(b[0])) == 1 and a[0] != b[0]
    if kind == "short":
        return (len(a) == 1) != (len(b) == 1)
    return True


def _one_letter(x: str, y: str) -> bool:
    if abs(len(x) - len(y)) > 1:
        return False
    start = 0
    while start < min(len(x), len(y)) and x[start] == y[start]:
        start += 1
    end = 0
    while end < min(len(x), len(y)) - start and x[-1 - end] == y[-1 - end]:
        end += 1
    left, right = x[start : len(x) - end], y[start : len(y) - end]
    return max(len(left), len(right)) == 1 or (len(left) == len(right) == 2 and left == right[::-1])
