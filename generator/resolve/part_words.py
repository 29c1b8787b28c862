"""The words of the parts of a claim, and the names among them: "@person:ann-lind", "Norvale", "bridge"."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from math import fsum

from generator import gazetteer, quantities
from generator.resolve import things


@cache
def _general() -> frozenset[str]:
    """Words that stand in names without being anybody's: ranks, heads of bodies' names, days."""
    return frozenset(
        word
        for table in ("titles.txt", "heads.txt", "words.txt")
        for words in gazetteer.sections(table).values()
        for word in words
    )


def parts(words: frozenset[str], names: Mapping[str, str]) -> frozenset[str]:
    """The words of one part of a claim, with those of a known name put together: "@person:" and its entity's id.

    `names`: word of a name, folded -> that. Things that reports call by several words come under one, also where they
    begin a line: "Hackers enter the network".
    """
    one = frozenset(names.get(w.lower()) or _begun(w) if w[:1].isupper() else things.ONE.get(w, w) for w in words)
    return one | {"municipality"} if any(hall <= one for hall in _HALLS) else one


# Who sits there is meant, and who wrote "to the town hall" wrote "to the municipality".
_HALLS = (frozenset({"town", "hall"}), frozenset({"city", "hall"}))


def _begun(word: str) -> str:
    """A common noun with the capital of its line as the thing that it is; any other word as it was."""
    return things.ONE.get(quantities.singular(word.lower()), word)


@cache
def is_own(part: str) -> bool:
    """Whether a part is somebody's or something's own name, and no country's."""
    if part.startswith("@"):
        return not part.startswith("@country:")
    if not part[:1].isupper() or part.lower() in _general():
        return False
    return gazetteer.demonym(part) is None and gazetteer.country(part) is None


def own(words: frozenset[str]) -> frozenset[str]:
    """The words that are somebody's or something's own name."""
    return frozenset(w for w in words if is_own(w))


def typed(words: frozenset[str], type: str) -> frozenset[str]:
    """The names of one type of entity."""
    return frozenset(w for w in words if w.startswith(f"@{type}:"))


def numbers(words: frozenset[str]) -> frozenset[str]:
    """The words that begin with a digit."""
    return frozenset(w for w in words if w[:1].isdigit())


def small(words: frozenset[str]) -> frozenset[str]:
    """The words in small letters."""
    return frozenset(w.lower() for w in words)


def named(words: frozenset[str]) -> frozenset[str]:
    """The names among words, own ones and words of names; no country's."""
    return frozenset(w for w in words if (w.startswith("@") or w[:1].isupper()) and not w.startswith("@country:"))


def weighed(words: Collection[str], weight: Mapping[str, float], unknown: float = 1.0) -> float:
    """The weight of words together; one without a weight has that of the `unknown`.

    Rounded once, at the end: the order of a set differs from process to process, and must decide nothing.
    """
    return fsum(weight.get(w, unknown) for w in words)
