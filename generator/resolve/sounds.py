"""How far apart two words sound, whatever letters a transliteration gives their sounds.

An edit distance over sounds, not letters: "kh", "ch" and "h" are near, doubled letters equal, vowels cheap. What it
costs is divided by the length, so that long words may differ in more.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Letters that are written as one sound, longest first.
_UNITS = re.compile(
    r"yeo|yoo|shch|szcz|tsch|sch|tch|dzh|q[uvw]|kv|kw|aiye(?=v)|aye(?=v)|mp|mb|pt|kh|ch|gh|sh|zh|ts|tz|dj|dh|th|ph|ck|cz|sz|rz|ou|oo|ee|ie|ei|ai|ey|ay|iy|ij|yi|aa|ii|uu|oe|ue|ae|eu|au|[ao]w(?![aeiouy])|ya|ia|yu|iu|yo|io|ye|[aeo]h(?=[lnr]|$)|."
)
# Sounds that transliterations exchange, and what that costs; vowels and their lengths are cheap.
_GROUPS: tuple[tuple[float, str], ...] = (
    (0.1, "k q c ck"),
    (0.05, "qu qv qw kv kw"),
    (0.05, "shch sch"),
    (0.15, "sh shch"),
    (0.2, "g h"),
    (0.1, "mp mb"),
    (0.1, "d dj"),
    (0.1, "pt t"),
    (0.1, "yeo yu yo you"),
    (0.05, "yoo yu"),
    (0.05, "ae aye aiye"),
    (0.15, "kh ch h"),
    (0.25, "kh k q"),
    (0.3, "g gh q k"),
    (0.15, "g gh"),
    (0.15, "sh sch sz ch"),
    (0.15, "ts tz z c cz"),
    (0.2, "zh j dj dzh rz"),
    (0.3, "j dj y zh"),
    (0.7, "j g"),
    (0.15, "f ph"),
    (0.25, "v w f"),
    (0.1, "v w"),
    (0.2, "s z"),
    (0.2, "s ss c"),
    (0.25, "d dh z th"),
    (0.15, "t th"),
    (0.15, "th s"),
    (0.15, "u y"),
    (0.1, "szcz shch"),
    (0.15, "d dh"),
    (0.3, "tch ch cz c tsch"),
    (0.3, "sh s"),
    (0.1, "ou u oo uu w ow"),
    (0.15, "ou o u oo oh au ow"),
    (0.1, "i ee ie y iy ij yi ii ey"),
    (0.15, "e ei ey ay ai i ie y eh ye ae"),
    (0.15, "a aa ah ae au"),
    (0.2, "a e"),
    (0.15, "e eh oe"),
    (0.35, "e o"),
    (0.1, "ue u yu iu"),
    (0.1, "oe o"),
    (0.1, "ya ia a"),
    (0.1, "yu iu u"),
    (0.1, "yo io o e"),
    (0.25, "o a"),
    (0.25, "u a"),
    (0.3, "i a"),
    (0.1, "eu ev eff ew"),
    (0.1, "ay ai ei"),
    (0.1, "aw au ow"),
)
_VOWELS = frozenset(
    "a e i o u y ou oo ee ie ei ai ey ay iy ij yi aa ii uu oe ue ae eu au aw ow ya ia yeo yoo yu iu yo io ye ah"
    " eh oh".split()
)
# Costs, per unit of length, up to which two tokens are spellings of one, or may be.
SPELLING, LOOSE = 0.08, 0.2


def _costs() -> dict[tuple[str, str], float]:
    made: dict[tuple[str, str], float] = {}
    for cost, group in _GROUPS:
        units = group.split()
        for a in units:
            for b in units:
                if a != b:
                    made[a, b] = min(cost, made.get((a, b), 1.0))
    return made


_COST = _costs()


@lru_cache(maxsize=100_000)
def units(token: str) -> tuple[str, ...]:
    """The sounds of a folded word, as they are written."""
    token = re.sub(r"[^a-z]", "", token)
    token = re.sub(r"([^aeiou])\1+", r"\1", token)
    token = re.sub(r"(?:(?<=[^yij])|(?<=\A.))[yij]+$", "i", token).replace("x", "ks")
    token = re.sub(r"(?<=[aeo])w(a?)$", r"v\1", token)  # "Ataýew", "Ataev"
    token = re.sub(r"^ye(?=[^aeiou])", "e", token)  # "Yevgeny", "Evgeny"
    return tuple(_UNITS.findall(token))


def _swap(a: str, b: str) -> float:
    if a == b:
        return 0.0
    known = _COST.get((a, b))
    if known is not None:
        return known
    return 0.5 if a in _VOWELS and b in _VOWELS else 1.0


def _drop(unit: str, after: str, last: bool) -> float:
    """What one sound too many costs: little for h and vowels."""
    if unit in ("h", "'"):
        return 0.15 if after in _VOWELS or last else 0.25
    if unit in _VOWELS:
        return 0.35
    return 1.0


@lru_cache(maxsize=200_000)
def distance(one: str, other: str) -> float:
    """Cost of turning one folded token into the other, per unit of the longer; 0 is equal, 1 and more unlike."""
    a, b = units(one), units(other)
    if a == b:
        return 0.0
    row = [0.0]
    for j, unit in enumerate(b):
        row.append(row[-1] + _drop(unit, b[j - 1] if j else "", j == len(b) - 1))
    for i, unit in enumerate(a):
        new = [row[0] + _drop(unit, a[i - 1] if i else "", i == len(a) - 1)]
        for j, against in enumerate(b):
            new.append(min(
                row[j] + _swap(unit, against),
                row[j + 1] + _drop(unit, a[i - 1] if i else "", i == len(a) - 1),
                new[j] + _drop(against, b[j - 1] if j else "", j == len(b) - 1),
            ))  # fmt: skip
        row = new
    return row[-1] / max(len(a), len(b), 1)
