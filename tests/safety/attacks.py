"""Strings that would make a careless pattern slow, made from the pattern itself and from what hurts many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import _parser as parser  # the parse tree of patterns has no public name
from typing import Any

from tests.safety.growth import PUMPS


def attacks(pattern: str | bytes, flags: int, size: int, shares: int = 0) -> Iterator[Any]:
    """Strings of about `size` characters: what a repeat takes, over and over, behind what must stand before it. Then,
    of a length divided by `shares`, what is made to hurt whole readers; with 0 nothing of that.
    """
    text = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern

    def given(string: str) -> str | bytes:
        return string.encode("latin-1", "replace") if isinstance(pattern, bytes) else string

    seen = set()
    for before, pump in _pumps(parser.parse(text, flags & ~re.DEBUG)):
        if not pump:
            continue
        for string in (
            before + pump * (size // len(pump)) + "\0",
            (before + pump) * (size // len(before + pump)) + "\n\0",
            (before + pump * 100) * (size // (len(before) + 100 * len(pump))),
        ):
            if string not in seen:
                seen.add(string)
                yield given(string)
    for pump in PUMPS if shares else ():
        yield given(pump * (size // shares // len(pump)) + "\0")


def _pumps(tree: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """(what must stand before it, what is repeated) of every repeat without a low bound."""
    for op, value in tree:
        name = str(op)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            low, high, inner = value
            if high is parser.MAXREPEAT or high > 20:
                for choice in range(3):
                    yield before, _sample(inner, choice)
            yield from _pumps(inner, before)
            before += _sample(inner) * min(low, 50)
        elif name == "SUBPATTERN":
            yield from _pumps(value[3], before)
            before += _sample(value[3])
        elif name == "ATOMIC_GROUP":
            yield from _pumps(value, before)
            before += _sample(value)
        elif name == "BRANCH":
            for branch in value[1]:
                yield from _pumps(branch, before)
            before += _sample(value[1][0])
        elif name in ("ASSERT", "ASSERT_NOT"):
            yield from _pumps(value[1], before)
            if name == "ASSERT" and value[0] < 0:
                before += _sample(value[1])
        else:
            before += _sample([(op, value)])


_CANDIDATES = [*"a A1 \n\t.,-'\"<>[](){}|*_`#&;:/\\!=~é—", "\u00a0", "\u2028", "ж"]
_CATEGORY = {"DIGIT": r"\d", "NOT_DIGIT": r"\D", "SPACE": r"\s", "NOT_SPACE": r"\S", "WORD": r"\w", "NOT_WORD": r"\W"}


def _sample(tree: Any, choice: int = 0) -> str:
    """A short string that a part of a pattern takes; `choice`: which of several."""
    made = ""
    for op, value in tree:
        name = str(op)
        if name == "LITERAL":
            made += chr(value)
        elif name == "NOT_LITERAL":
            made += [c for c in _CANDIDATES if ord(c) != value][choice]
        elif name == "ANY":
            made += _CANDIDATES[choice]
        elif name == "IN":
            made += _member(value, choice)
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            made += _sample(value[2], choice) * max(value[0], 1 if choice and value[1] else 0)
        elif name == "SUBPATTERN":
            made += _sample(value[3], choice)
        elif name == "ATOMIC_GROUP":
            made += _sample(value, choice)
        elif name == "BRANCH":
            made += _sample(value[1][choice % len(value[1])], choice)
        elif name == "ASSERT" and value[0] > 0:
            made += ""
    return made


def _member(items: Any, choice: int) -> str:
    fits = [c for c in _CANDIDATES if _takes(items, ord(c))]
    if len(fits) <= choice:
        fits += [chr(v if isinstance(v, int) else v[0]) for op, v in items if str(op) in ("LITERAL", "RANGE")]
    return fits[choice % len(fits)] if fits else "x"


def _takes(items: Any, code: int) -> bool:
    negated = bool(items) and str(items[0][0]) == "NEGATE"
    for op, value in items:
        name = str(op)
        hit = (
            (name == "LITERAL" and value == code)
            or (name == "RANGE" and value[0] <= code <= value[1])
            or (name == "CATEGORY" and bool(re.fullmatch(_CATEGORY[str(value).removeprefix("CATEGORY_")], chr(code))))
        )
        if hit:
            return not negated
    return negated
