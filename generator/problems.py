"""Problems as values: what is wrong, where, and what would be right."""

from __future__ import annotations

import difflib
import heapq
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal
from unicodedata import category

Level = Literal["error", "warning"]
# What would move the cursor of a terminal, end a line, turn the direction of what follows (CVE-2021-42574) or hide; and
# what is no text at all: a name in another encoding arrives as lone surrogates.
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
_NO_SIGN = frozenset({"Cn", "Co"})  # Unicode categories of what no font shows: unassigned, and of private use
_LONG = 100  # characters: longer words are no misspelling of a key


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault of one file.

    `path` is as a person would type it, `line` counts from 1 (0: the file as a whole). An *error* makes the page
    unusable (it is left out, and stops a publication); a *warning* does not.
    """

    path: str
    line: int
    message: str
    remedy: str = ""
    level: Level = "error"
    rule: str = ""

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else self.path
        level = "" if self.level == "error" else f"{self.level}: "
        return printable(f"{where}: {level}{self.message}" + (f"; {self.remedy}" if self.remedy else ""))


def printable(text: str) -> str:
    """The text on one line, with what a terminal would obey or a reader not see as its escape: names of files and
    values of front matter are anybody's.
    """
    shown = UNSEEN.sub(_escaped, text)
    return shown if shown.isprintable() else "".join(_escaped(c) if category(c) in _NO_SIGN else c for c in shown)


def _escaped(found: re.Match[str] | str) -> str:
    return found[0].encode("unicode_escape").decode("ascii")


def beside(one: str, other: str, limit: int = 70) -> tuple[str, str]:
    """Two texts on a line each, cut so that the words in which they first differ are seen."""
    a, b = " ".join(one.split()), " ".join(other.split())
    if a == b or max(len(a), len(b)) <= limit:
        return _part(a, 0, limit), _part(b, 0, limit)
    same = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    start = max(0, same - limit // 2)
    start = a.rfind(" ", 0, start) + 1 or start
    return _part(a, start, limit), _part(b, start, limit)


def _part(text: str, start: int, limit: int) -> str:
    part = text[start:]
    if len(part) > limit:
        part = (part[: limit - 2].rsplit(" ", 1)[0] if " " in part[: limit - 2] else part[: limit - 2]) + " …"
    return ("… " if start and part else "") + part


def short(text: str, limit: int = 60) -> str:
    """A text, or its first words and dots where it is longer than `limit` characters."""
    return text if len(text) <= limit else text[: limit - 3].rsplit(" ", 1)[0] + " …"


def few_of(lines: Sequence[str], most: int = 3) -> str:
    """The first of some lines, in one, and dots where there are more."""
    return " · ".join(lines[:most]) + (" …" if len(lines) > most else "")


MANY = 300  # known words, beyond which only those that share most pairs of letters are compared in full


@lru_cache(maxsize=50_000)
def _pairs(word: str) -> frozenset[str]:
    return frozenset(word[i : i + 2] for i in range(len(word) - 1))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A remedy that names the nearest known word, or nothing where none is near."""
    if len(word) > _LONG:
        return ""
    names = list(known)
    if len(names) > MANY:
        wanted = _pairs(word)
        names = heapq.nlargest(20, names, key=lambda name: len(wanted & _pairs(name)) - abs(len(name) - len(word)) / 2)
    near = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    return f'did you mean "{near[0]}"?' if near else ""


def failure(error: BaseException, limit: int = 300) -> str:
    """What went wrong in a program, on one line of a bearable length (characters): `KeyError: 'a'`."""
    text = " ".join(str(error).split())
    return (f"{type(error).__name__}: {text}" if text else type(error).__name__)[:limit]


def label(text: str) -> str:
    """How a claim, or a paragraph in conflict, is named to people, and by them: by its first words."""
    words = " ".join(text.split())
    return words if len(words) <= 60 else words[:60].rsplit(" ", 1)[0]


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Only those that make a page unusable."""
    return [p for p in problems if p.level == "error"]
