"""Whether two names can be one: spelling and transliteration, order, initials, suffixes.

A name is compared token by token. The distance of two tokens is an edit distance over sounds, not letters: "kh", "ch"
and "h" are near, doubled letters equal, vowels cheap. What it costs is divided by the length, so that long names may
differ in more. Two given names that people hold to be different names ("Mahmoud", "Mohamed") are never near.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from generator import personal_names
from generator.names import fold, one_slip
from generator.resolve import forms, honorifics
from generator.resolve.given_match import EQUIVALENT, SAME_SOUND, equivalents, families, given, shorts, slip_of_given
from generator.resolve.name_words import (
    CHILD_OF,
    NICKNAME,
    ends,
    first_surname,
    glued,
    is_father,
    sounded,
    suffix,
    tokens,
)
from generator.resolve.sounds import LOOSE, SPELLING, distance

Verdict = Literal["same", "maybe", "different"]


@dataclass(frozen=True, slots=True)
class Match:
    """How two names compare; `score` is 0 to 1, `reasons` are for a person who decides."""

    verdict: Verdict
    score: float
    reasons: tuple[str, ...] = ()


DIFFERENT = Match("different", 0.0)
_NISBA = re.compile(r"i(?:yy?)?ah?$")  # how Arabic names of this ending are written
_PATRONYMIC = re.compile(r"(?P<father>\w{3,}?)s?(?:son|sen|dottir)")
MIDDLE_MORE, INITIAL = "a middle name more", "initial and same surname"  # reasons
_SYLLABLES = 3  # words of an East Asian name whose given name is written in two


def surname(one: str, other: str) -> float:
    """Distance of two family names; short ones must be nearly equal. An initial costs little: "Ada B."."""
    if one == other:
        return 0.0
    if len(one) == 1 or len(other) == 1:
        return 0.12 if one[0] == other[0] else 1.0
    if len(one) == len(other) >= 6 and sorted(one) == sorted(other) and one_slip(one, other):
        return 0.06  # two neighbours swapped
    if min(len(one), len(other)) >= 6 and one[-2:] == other[-2:] and _vowel_lost(one, other):
        return 0.06
    if _NISBA.sub("ia", one) == _NISBA.sub("ia", other):
        return 0.03  # "Zakaria", "Zakariyah"
    measured = distance(one, other)
    if (a := _PATRONYMIC.fullmatch(one)) and (b := _PATRONYMIC.fullmatch(other)):
        # Made of a father's name: "Helgason" and "Helgesen", "Peterson" and "Patterson" are two.
        stems = distance(a["father"], b["father"])
        measured = max(measured, 0.11) if stems >= SAME_SOUND else measured
    if min(len(one), len(other)) <= 4 and measured > 0.034:
        return max(measured, 0.15)
    if measured > 0.03 and (one[:-1] == other or other[:-1] == one):
        # A last letter more is often another name ("Robert", "Roberts"); Amharic "Tesfay" has its e or not.
        measured = 0.06 if {one[-2:], other[-2:]} == {"ay", "ye"} else max(measured, 0.11)
    if one[:-1] == other[:-1] and {one[-1], other[-1]} == {"a", "o"}:
        measured = max(measured, 0.1)  # "Lysenko" in Ukraine is "Lysenka" in Belarus, where it is not another family
    if forms.women_s(one, other):
        return max(measured, 0.15)
    if one.replace("ue", "oe") == other.replace("ue", "oe"):
        return max(measured, 0.15)  # "Müller", "Möller"
    return measured


def of_fathers(one: str, other: str) -> bool:
    """Whether two family names are made of fathers' names that are two: "Peterson", "Patterson"."""
    a, b = _PATRONYMIC.fullmatch(one), _PATRONYMIC.fullmatch(other)
    return a is not None and b is not None and distance(one, other) > 0


def _vowel_lost(one: str, other: str) -> bool:
    """Whether one only lacks a vowel within: "Orozbek", "Orzbek"."""
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 and any(
        long[i] in "aeiouy" and long[:i] + long[i + 1 :] == short for i in range(1, len(long) - 1)
    )


_LONG = 8  # letters of a family name that is written in one word or in two


def persons(one: str, other: str) -> Match:
    """Compare two full names of people. A bare surname is never enough: at best "maybe"."""
    if forms.of_other_middle(*(tuple(fold(n).split()) for n in (one, other))):
        return DIFFERENT
    if any(is_father(*pair) for pair in ((one, other), (other, one))):
        return DIFFERENT
    found = _compare(one, other)
    if found.verdict == "same":
        return found
    spelt = (sounded(one), sounded(other))
    if (spelt[0] == one) != (spelt[1] == other):
        found = max(found, _compare(*spelt), key=_likelier)
    if found.verdict == "different" and len(one.split()) != len(other.split()):
        found = _compare(glued(one), glued(other))
        found = found if found.verdict == "same" else DIFFERENT
    return found if found.verdict == "same" else max(found, _respelt(one, other), key=_likelier)


def _respelt(one: str, other: str) -> Match:
    """Two names as other orthographies join or spell their words; "different" where none makes them surely one."""
    a, b = tokens(one), tokens(other)
    if len(a) != len(b) and _SYLLABLES in (len(a), len(b)):  # "Seo Jae-hyun", "Seo Jaehyeon"
        made = (forms.one_given(a), forms.one_given(b))
        if len(made[0]) == len(made[1]) == 2 and made != (a, b):
            found = _aligned(*made)
            if found.verdict == "same":
                return found
    for short, long in ((a, b), (b, a)):
        if (
            len(short) == _SYLLABLES
            and len(long) == len(short) - 1
            and short[0] == long[0]
            and _cut(short[1:], long[1])
        ):
            return Match("maybe", 0.7, (INITIAL,))
        parted = "".join(short[-2:]) if len(short) == len(long) + 1 > 2 and short[:-2] == long[:-1] else ""
        if len(parted) >= _LONG and distance(parted, long[-1]) < SAME_SOUND:
            return Match("same", 0.95, ("same first name", "surnames spelt alike"))  # "Wolde-Mariam", "Woldemaryam"
        given_name = "".join(long[:-1])  # "Man Bahadur", "Manbahadur"
        joined = len(long) == len(short) + 1 == _SYLLABLES and len(given_name) >= _LONG and short[0] == given_name
        if joined and surname(short[1], long[2]) <= SPELLING:
            return Match("same", 0.95, ("same first name", "surnames spelt alike"))
    now = (forms.modern(one), forms.modern(other))
    if (now[0] == one) != (now[1] == other) and tokens(now[0]) == tokens(now[1]):
        return Match("same", 0.95, ("old and new spelling",))
    if "-" in one + other and len(one.split()) == len(other.split()):  # "Mona el-Sherif", "Mona Elsherif"
        found = _compare(glued(one), glued(other))
        if found.verdict == "same" and tokens(glued(one)) == tokens(glued(other)):
            return found
    return DIFFERENT


def _cut(parts: tuple[str, ...], whole: str) -> bool:
    """Whether a family name in one word is another's two, the first of them an initial: "W. Mariam", "Woldemariam"."""
    first, last = parts
    near = any(distance(whole[-size:], last) < SAME_SOUND for size in range(len(last) - 1, len(last) + 2))
    return len(first) == 1 and whole[0] == first and len(whole) >= _LONG and near


def _likelier(match: Match) -> tuple[int, float]:
    return ("different", "maybe", "same").index(match.verdict), match.score


def _compare(one: str, other: str) -> Match:
    (a, a_suffix), (b, b_suffix) = suffix(tokens(one)), suffix(tokens(other))
    if not a or not b:
        return DIFFERENT
    if a_suffix != b_suffix:
        plain = a == b and not (a_suffix and b_suffix)
        return Match("maybe", 0.5, ("one is Jr. or numbered",)) if plain else DIFFERENT
    if a == b or "".join(a) == "".join(b):
        return (
            Match("same", 1.0, ("same name",)) if len(a) > 1 or a_suffix else Match("maybe", 0.6, ("one name alone",))
        )
    if a[0] == b[0] and a[0] in forms.vietnamese() and len(a) == len(b) > 1:
        return DIFFERENT  # every letter of a Vietnamese name tells
    if len(a) == 1 or len(b) == 1:
        single, full = (a[0], b) if len(a) == 1 else (b[0], a)
        near = surname(single, full[-1])
        return Match("maybe", round(0.6 - near, 2), ("surname alone",)) if near <= SPELLING else DIFFERENT
    if sorted(a) == sorted(b):
        return _turned(a, one, other)
    if forms.western(a, b):
        return Match("maybe", 0.7, ("in another order", "one name begins the other"))
    best = _aligned(a, b)
    if best.verdict == "different" and len(a) == len(b) == 3:  # "Lee Sang-hun", "Sang-hoon Lee"
        turned = _aligned(
            *(
                p
                if p[0] in personal_names.either_order() or p[-1] not in personal_names.either_order()
                else (p[-1], *p[:-1])
                for p in (a, b)
            )
        )
        best = turned if turned.verdict == "same" else best
    if best.verdict == "same" and _one_is_double(one, other):
        return Match("maybe", 0.6, ("one has a double first name",))
    if best.verdict == "different" and len(a) == len(b) == 2:
        turned = _aligned(a, b[::-1])
        if turned.verdict == "same":
            return Match("maybe", 0.7, (*turned.reasons, "in another order"))
    return best


def _turned(parts: tuple[str, ...], one: str, other: str) -> Match:
    """The same words in another order: surely one where it is known which is the family name, or the given name.

    Where a father's name stands behind the given name, "Alemu Getachew" may be the son of "Getachew Alemu".
    """
    if any(CHILD_OF.search(fold(n)) for n in (one, other)):
        return DIFFERENT
    known = [personal_names.is_given_name(p) for p in parts]
    if not any(known):
        known = [personal_names.may_be_given(p) for p in parts]
    east = any(p in personal_names.either_order() for p in parts) or any(re.search(r"\w-\w", n) for n in (one, other))
    sure = east or (any(known) and not all(known))
    return Match("same" if sure else "maybe", 0.95 if sure else 0.7, ("same words in another order",))


def _one_is_double(one: str, other: str) -> bool:
    """Whether one first name has a hyphen and the other only begins it: "Jean-Paul", "Jean"."""
    a, b = (honorifics.without(n).split()[0] for n in (one, other))
    short, long = sorted((fold(a), fold(b)), key=len)
    return "-" in long and "-" not in short and long.split("-")[0] == short


def _aligned(a: tuple[str, ...], b: tuple[str, ...]) -> Match:
    """First against first, last against last, what stands between compared where both have it."""
    first, last = given(a[0], b[0]), surname(a[-1], b[-1])
    short, long = (a, b) if len(a) < len(b) else (b, a)
    if len(short) > 1 and len(short) < len(long) and long[-len(short) :] == short and first >= LOOSE:
        return Match("maybe", 0.7, ("one name ends the other",))
    if len(a) != len(b) and last > SPELLING:
        return _prefix(a, b)
    middle = _middles(a[1:-1], b[1:-1])
    if first >= LOOSE or last >= LOOSE or middle is None:
        return DIFFERENT
    reasons = [
        r
        for ok, r in (
            (first == 0, "same first name"),
            (first > 0, f"first names {a[0]}, {b[0]} alike"),
            (last == 0, "same surname"),
            (last > 0, f"surnames {a[-1]}, {b[-1]} alike"),
            (middle > 0, MIDDLE_MORE),
        )
        if ok
    ]
    total = first + last
    initial = 1 in (len(a[0]), len(b[0]), len(a[-1]), len(b[-1]))
    if initial:
        return Match("maybe", round(0.75 - last, 2), (INITIAL,))
    score = round(max(0.0, 1.0 - 2 * total - 0.05 * middle), 2)
    sure = first <= SPELLING and last <= SPELLING and (first == 0 or last == 0 or total <= 0.14)
    sure = sure and not other_middle(a[1:-1], b[1:-1])
    return Match("same" if sure else "maybe", score, tuple(reasons))


def other_middle(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether both have as many middle names and one of them is not the other's: "Teck", "Tuck"."""
    return len(a) == len(b) and any(
        min(len(x), len(y)) > 1 and surname(x, y) > SPELLING and not _one_given(x, y) for x, y in zip(a, b, strict=True)
    )


def _one_given(one: str, other: str) -> bool:
    """Whether two middle names are spellings of one given name: "Chhiring", "Tshering"."""
    return not families().get(one, frozenset()).isdisjoint(families().get(other, ()))


def _middles(a: tuple[str, ...], b: tuple[str, ...]) -> float | None:
    """Number of middle names one has more; None where they contradict each other."""
    for x, y in zip(a, b, strict=False):
        if _one_given(x, y):
            continue
        if x[0] != y[0] and surname(x, y) > LOOSE and len(a) == len(b):
            return None
        if len(a) == len(b) and (len(x) == 1) == (len(y) == 1) and x != y and surname(x, y) > LOOSE:
            return None
    if len(a) != len(b) and a and b and all(len(x) == 1 for x in (*a, *b)):
        return None  # "George W." is not "George H. W."
    more = a[len(b) :] or b[len(a) :]
    return sum(0.3 if len(m) == 1 else 1.0 for m in more)


def _prefix(a: tuple[str, ...], b: tuple[str, ...]) -> Match:
    """The shorter name begins the longer: "Gabriel García", "Gabriel García Márquez"."""
    short, long = (a, b) if len(a) < len(b) else (b, a)
    first = given(short[0], long[0]) if len(short) > 1 else 1.0
    if first > 0.06 and (min(len(short[0]), len(long[0])) > 1 or first >= LOOSE):
        return DIFFERENT
    if any(surname(x, y) > SPELLING for x, y in zip(short[1:], long[1:], strict=False)):
        if surname(short[-1], long[-2]) <= 0.05 and not personal_names.is_given_name(short[-1]):
            return Match("maybe", 0.6, ("the name before the last is the other's last",))
        return DIFFERENT
    if first > 0.06:
        return Match("maybe", 0.6, ("initial, and one name begins the other",))
    return Match("maybe", 0.6 if personal_names.is_given_name(short[-1]) else 0.75, ("one name begins the other",))


__all__ = [
    "CHILD_OF",
    "DIFFERENT",
    "EQUIVALENT",
    "MIDDLE_MORE",
    "NICKNAME",
    "SAME_SOUND",
    "Match",
    "Verdict",
    "ends",
    "equivalents",
    "families",
    "first_surname",
    "given",
    "glued",
    "persons",
    "shorts",
    "slip_of_given",
    "sounded",
    "suffix",
    "surname",
    "tokens",
]
