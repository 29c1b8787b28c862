"""What a host asks of programs in its robots.txt (RFC 9309): which addresses to leave alone, and how long to wait."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import quote, unquote

LIMIT = 512_000  # bytes that are read of it; the standard asks for 500 KiB at least
_SAFE = "/:?#[]@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules for one program: (pattern, allowed) each, and the seconds between two requests, if they are said."""

    rows: tuple[tuple[str, bool], ...] = ()
    delay: float | None = None

    def allow(self, path: str) -> bool:
        """Whether an address may be fetched; `path` with its query. The longest pattern wins, then the allowing one."""
        path = _same(path) or "/"
        if path.startswith("/robots.txt"):
            return True
        fitting = [(len(pattern), allowed) for pattern, allowed in self.rows if _fits(pattern, path)]
        return max(fitting, default=(0, True))[1]


NOTHING = Rules((("/", False),))  # what holds where the file cannot be read: nothing may be fetched


@dataclass(slots=True)
class _Group:
    agents: list[str] = field(default_factory=list)
    rows: list[tuple[str, bool]] = field(default_factory=list)
    delay: float | None = None


def parse(text: str, agent: str) -> Rules:
    """The rules of a robots.txt for the program `agent`: those of the groups that name it, else those for all (*)."""
    groups = _groups(text.removeprefix("\ufeff").splitlines())
    mine = [g for g in groups if agent.lower() in g.agents] or [g for g in groups if "*" in g.agents]
    rows = tuple(row for group in mine for row in group.rows)
    return Rules(rows, max((g.delay for g in mine if g.delay is not None), default=None))


def _groups(lines: Sequence[str]) -> list[_Group]:
    groups: list[_Group] = []
    naming = False  # whether the lines before were user-agents too: then they share what follows
    for line in lines:
        key, colon, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if not colon:
            continue
        if key == "user-agent":
            if not naming:
                groups.append(_Group())
            groups[-1].agents.append(value.lower())
            naming = True
            continue
        if key not in ("allow", "disallow", "crawl-delay"):
            continue
        naming = False
        if not groups:
            continue
        if key == "crawl-delay":
            groups[-1].delay = float(value) if re.fullmatch(r"\d{1,5}(\.\d+)?", value) else groups[-1].delay
        elif value:  # an empty rule says nothing
            groups[-1].rows.append((_same(value), key == "allow"))
    return groups


def _same(path: str) -> str:
    """A path in one spelling, however its signs are escaped; an escaped slash or question mark stays escaped."""
    parts = re.split(r"(%2[Ff]|%3[Ff]|%2[Aa]|%24|%23|%26|%3[Dd]|%2[Bb]|%25)", path)
    return "".join(p.upper() if n % 2 else quote(unquote(p), safe=_SAFE) for n, p in enumerate(parts))


def _fits(pattern: str, path: str) -> bool:
    """Whether a pattern fits the beginning of a path; * stands for any signs, a final $ for the end.

    Piece by piece, without going back: what a stranger's file says must not take long.
    """
    whole = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    if not rest:
        return not whole or path == first
    at = len(first)
    *between, last = rest
    for piece in between:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    if whole:
        return len(path) - len(last) >= at and path.endswith(last)
    return path.find(last, at) >= 0
