"""General knowledge about what people are called: given names and their sexes, family names, and which stands first.

The tables lie in extract/data/, beside those of `gazetteer`, and hold nothing about any one topic.
"""

from __future__ import annotations

from functools import lru_cache

from generator import gazetteer
from generator.names import fold


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Common given names, in small letters."""
    return frozenset(word for line in gazetteer.rows("given_names.txt") for word in line.split())


def is_given_name(word: str) -> bool:
    """Whether people are often called so; of "Jean-Claude" and "Abdel-Fattah" the first part decides."""
    lower = word.casefold().replace("’", "'")
    return lower in given_names() or ("-" in lower and lower.split("-")[0] in given_names())


def _words_of(table: str) -> frozenset[str]:
    return frozenset(word for line in gazetteer.rows(table) for word in line.split())


@lru_cache(maxsize=1)
def _more_given() -> frozenset[str]:
    return _words_of("given_more.txt")


def may_be_given(word: str) -> bool:
    """Whether people somewhere are called so, be it rarely: beside a family name it leans a name to a person."""
    name = fold(word)
    return is_given_name(name) or name in _more_given() or ("-" in name and name.split("-")[0] in _more_given())


@lru_cache(maxsize=1)
def _sexes() -> dict[str, str]:
    lines = [line.split() for line in gazetteer.rows("given_sexes.txt")]
    return {name: line[0] for line in lines for name in line[1:]}


def sex_of(given: str) -> str:
    """The sex, "f" or "m", for a given name that only women or only men bear, else nothing."""
    return _sexes().get(fold(given), "")


@lru_cache(maxsize=1)
def _well_known() -> frozenset[str]:
    return _words_of("well_known.txt")


def is_well_known(surname: str) -> bool:
    """Whether one of the world's best known people is called so in news of any kind."""
    return fold(surname) in _well_known()


@lru_cache(maxsize=1)
def _families() -> frozenset[str]:
    return _words_of("family_names.txt")


def is_family_name(word: str) -> bool:
    """Whether families somewhere are called so: it leans a doubtful name of two words to a person."""
    return fold(word) in _families()


# Peoples whose names English news prints in their own order; Japanese and Hungarian ones it mostly turns round.
_OWN_ORDER = ("chinese", "korean", "vietnamese")


def family_first() -> frozenset[str]:
    """Family names that English news prints before the given name, folded: of China, Korea and Vietnam."""
    return families_of(*_OWN_ORDER)


@lru_cache(maxsize=1)
def either_order() -> frozenset[str]:
    """Family names of all peoples who put them first, folded: a name of theirs may be printed in either order."""
    return frozenset().union(*gazetteer.sections("family_first.txt").values())


@lru_cache(maxsize=8)
def families_of(*peoples: str) -> frozenset[str]:
    """Family names of these peoples, as the headings of the table call them, folded."""
    tables = gazetteer.sections("family_first.txt")
    return frozenset().union(*(tables[people] for people in peoples))
