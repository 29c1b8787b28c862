"""Forms that one name takes by the grammar or the orthography of its language, told by rule and not by sound.

Each function takes folded words and is certain of what it says; spellings that only sound alike are `sounds`' business.
Sources: grammars and style guides; general knowledge of naming customs, ours.
"""

from __future__ import annotations

import re

from generator import personal_names

# Mongolian: a father's name stands before one's own, bare ("Dulmaa") or in the genitive ("Dulmaagiin").
_GENITIVES = ("giin", "iin", "yn")
SHORTEST_FATHER = 3  # letters: "Bat", genitive "Batyn"
# Yoruba, Igbo and Akan names are sentences about God, a father, wealth, of which daily life keeps the end:
# "Oluwaseun" is Seun, "Babatunde" Tunde, "Chukwuemeka" Emeka.
_SENTENCES = ("oluwa", "olu", "ade", "ayo", "baba", "chukwu", "chi", "ola", "omo", "ife", "ogo", "nwa", "onye")
SHORTEST_END = 4
SHORTEST_STEM = 5
SHORTEST_START, MORE_THAN_START = 4, 3  # "Love" of "Lovemore": letters of the short form, letters that it lacks
# Indonesian spelling before 1972 and after: "Soerjadi" is Suryadi, "Tjahjono" Cahyono.
_OLD = (("oe", "u"), ("tj", "c"), ("dj", "\0"), ("sj", "sy"), ("nj", "ny"), ("j", "y"), ("\0", "j"))
_OLD_SIGNS = re.compile(r"tj|dj(?=[aeiou])|(?<![aeiou])oe(?=[a-z])")
# Names with a hyphen or a space between the two syllables of a given name: "Jae-hyun", "Jaehyeon".
_SYLLABLES = 3


def vietnamese() -> frozenset[str]:
    """Vietnamese family names; there are few, so that every letter of what follows them tells people apart."""
    return personal_names.families_of("vietnamese")


def of_other_middle(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether middle names tell two Vietnamese people apart: "Tran Van Dao", "Tran Thi Bich Dao"."""
    if min(len(a), len(b)) < _SYLLABLES or a[0] != b[0] or a[0] not in vietnamese():
        return False
    short, long = sorted((a[1:-1], b[1:-1]), key=len)
    return not set(short) <= set(long)


def western(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one is the other, of Viet Nam, in Western order without a middle name: "Khoa Vu", "Vu Dinh Khoa"."""
    short, long = sorted((a, b), key=len)
    return len(short) == 2 < len(long) and long[0] in vietnamese() and short == (long[-1], long[0])


def father_of(one: str, other: str) -> bool:
    """Whether one word is the other's genitive, as of a Mongolian father's name: "Dulmaa", "Dulmaagiin".

    A vowel at the end gives way before the ending ("Damba", "Dambyn"), or one within ("Purev", "Purviin").
    """
    short, long = sorted((one, other), key=len)
    if len(short) < SHORTEST_FATHER or personal_names.may_be_given(long) or len(long) - len(short) > 4:
        return False
    for ending in _GENITIVES:
        if long.endswith(ending):
            stem = long.removesuffix(ending)
            if stem == short or (short[-1] in "aeiouy" and stem == short[:-1]):
                return True
            if len(short) > 4 and short[-2] in "aeiou" and stem == short[:-2] + short[-1]:
                return True
    return False


def ends_of(given: str) -> tuple[str, ...]:
    """A given name and what is left of it without the beginning of a sentence, where that can be a name."""
    left = (given.removeprefix(s) for s in _SENTENCES if given.startswith(s))
    joined = (s[-1] + given.removeprefix(s) for s in _SENTENCES if given.startswith(s))  # "Chukwuemeka", "Chukw-uemeka"
    return (given, *sorted({end for end in (*left, *joined) if len(end) >= SHORTEST_END}))


def end_of(one: str, other: str) -> bool:
    """Whether one given name is the end by which the other, a sentence in Yoruba or Igbo, is called."""
    short, long = sorted((one, other), key=len)
    return len(short) >= SHORTEST_END and short != long and short in ends_of(long)


def baltic(one: str, other: str) -> bool:
    """Whether a given name has the ending of Latvian and the other has none: "Pavels", "Pavel"; "Andrejs", "Andrej".

    Behind a vowel an "s" makes another name ("Luca", "Lucas"), as it may behind a short one ("Han", "Hans").
    """
    short, long = sorted((one, other), key=len)
    return len(short) >= SHORTEST_STEM and long == short + "s" and short[-1] not in "aeiouysz"


def start_of(one: str, other: str) -> bool:
    """Whether one given name begins the other, as short forms do: likely one name, and never surely."""
    short, long = sorted((one, other), key=len)
    return len(short) >= SHORTEST_START and len(long) - len(short) >= MORE_THAN_START and long.startswith(short)


def of_two_sexes(one: str, other: str) -> bool:
    """Whether one given name is the woman's form of the other: "Louis", "Louise"; "Daniel", "Daniela"."""
    short, long = sorted((one, other), key=len)
    if short[-1:] == "a":
        return False
    if long in {short + ending for ending in ("ia", "ina", "ine", "ette", "ella")}:
        return True
    women = {short + "a", short + "e", short + "le", short[:-1] + "a"}
    return long in women and (personal_names.is_given_name(long) or personal_names.is_given_name(short))


# Family names that have another form for a woman: Russian, Polish, Czech, Lithuanian.
_WOMEN_S = re.compile(r"(?:ova|eva|skaya|ina|aya|[sc]ka|dzka|owna|iene|aite|yte|ute)$")


def women_s(one: str, other: str) -> bool:
    """Whether one of two family names has a woman's form and the other has not: "Kuznetsov", "Kuznetsova"."""
    return bool(_WOMEN_S.search(one)) != bool(_WOMEN_S.search(other))


def modern(name: str) -> str:
    """A name of old Indonesian spelling as it is written since 1972; any other as it is."""
    if not _OLD_SIGNS.search(name.casefold()):
        return name
    made = name.casefold()
    for old, new in _OLD:
        made = made.replace(old, new)
    return made.title()


def one_given(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The words of an East Asian name with the two syllables of its given name as one word: ("seo", "jaehyun")."""
    if len(parts) != _SYLLABLES:
        return parts
    families = personal_names.families_of("chinese", "korean")
    if parts[0] in families:
        return parts[0], parts[1] + parts[2]
    return (parts[2], parts[0] + parts[1]) if parts[2] in families else parts
