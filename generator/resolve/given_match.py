"""Whether two given names are one: spellings, short forms, forms of two languages, initials.

Two that people hold to be different names ("Mahmoud", "Mohamed") are never near, however alike they sound.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from generator import gazetteer, personal_names
from generator.names import fold, one_slip
from generator.resolve import forms
from generator.resolve.sounds import distance, units

# One sound written twice: of two known given names only that is one name ("Erlan", "Yerlan").
SAME_SOUND = 0.03
# One name in two languages ("Joseph", "Youssef"): a report may translate it, but two people may bear them as well.
EQUIVALENT = 0.12
# One letter of a long name wrong, or one too many: likely a slip of the pen, and as likely a sister.
SLIP = 0.14
LONG = 8  # letters from which on it is one
_INITIALS = frozenset("ch sh zh kh ts st th ph dr yu ya ye".split())


@lru_cache(maxsize=1)
def equivalents() -> dict[str, frozenset[int]]:
    """Given name -> numbers of the lines of given_equivalents.txt on which it stands."""
    return _lines_of("given_equivalents.txt")


@lru_cache(maxsize=1)
def families() -> dict[str, frozenset[int]]:
    """Given name -> numbers of the lines of given_variants.txt on which it stands."""
    return _lines_of("given_variants.txt")


@lru_cache(maxsize=1)
def shorts() -> tuple[dict[str, frozenset[int]], dict[str, frozenset[int]]]:
    """Given name -> numbers of the pairs (short form, full form) of given_short.txt: sure ones, likely ones.

    Unlike the lines of given_variants.txt they say nothing of names that share no pair.
    """
    sure: dict[str, set[int]] = {}
    likely: dict[str, set[int]] = {}
    number = 0
    for line in gazetteer.lines("given_short.txt"):
        short, _, full = line.removeprefix("~").partition(":")
        for name in full.split():
            number += 1
            for side in (short, name):
                (likely if line.startswith("~") else sure).setdefault(fold(side), set()).add(number)
    return tuple({n: frozenset(p) for n, p in made.items()} for made in (sure, likely))  # type: ignore[return-value]


def _lines_of(table: str) -> dict[str, frozenset[int]]:
    text = (files("generator") / "extract" / "data" / table).read_text(encoding="utf-8")
    made: dict[str, set[int]] = {}
    for number, line in enumerate(text.splitlines()):
        if not line.startswith("#"):
            for name in line.split():
                made.setdefault(fold(name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in made.items()}


def slip_of_given(one: str, other: str) -> bool:
    """Whether two long given names differ in one letter within: "Yeshimbet", "Yeshimebet"."""
    long = min(len(one), len(other)) >= LONG and one[:3] == other[:3] and one[-1] == other[-1]
    both = personal_names.is_given_name(one) and personal_names.is_given_name(other)
    return long and not both and one_slip(one, other) and not forms.of_two_sexes(one, other)


def given(one: str, other: str) -> float:
    """Distance of two given names: 0 same name, 1 two names; initials cost little."""
    if one == other:
        return 0.0
    if len(one) == 1 or len(other) == 1:
        return 0.12 if one[0] == other[0] else 1.0
    for short, long in ((one, other), (other, one)):
        if short in _INITIALS and long.startswith(short):
            return 0.12  # "Ch. Papas"
    if "ae" in one + other and one.replace("ae", "a") == other.replace("ae", "a"):
        return SAME_SOUND  # "Fränk", where a report has no mark for the vowel
    known = families()
    a, b = known.get(one), known.get(other)
    sure, likely = shorts()
    if not sure.get(one, frozenset()).isdisjoint(sure.get(other, ())):
        return 0.05
    if not likely.get(one, frozenset()).isdisjoint(likely.get(other, ())):
        return EQUIVALENT
    if (a and b and a & b) or forms.father_of(one, other) or forms.end_of(one, other) or forms.baltic(one, other):
        return 0.05
    if equivalents().get(one, frozenset()) & equivalents().get(other, frozenset()):
        return EQUIVALENT
    if a and b:
        return 1.0
    measured = distance(one, other)
    if personal_names.is_given_name(one) and personal_names.is_given_name(other) and measured >= SAME_SOUND:
        return 1.0
    if forms.of_two_sexes(one, other):
        return 1.0
    if measured > SLIP and slip_of_given(one, other):
        return SLIP
    if measured > EQUIVALENT and forms.start_of(one, other):
        return EQUIVALENT
    if min(len(units(one)), len(units(other))) <= 3 and measured > 0.06:
        return max(measured, 0.15)  # short names differ by a vowel alone: "Dan", "Don"
    return measured
