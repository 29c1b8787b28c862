"""The words of a person's name: without honorifics and particles, with suffixes apart, as its language sounds them."""

from __future__ import annotations

import re
from functools import lru_cache

from generator import personal_names
from generator.names import fold
from generator.resolve import honorifics
from generator.resolve.honorifics import PARTICLES

# Particles with which a family name may begin in print; of them "Ben" is rather a first name.
_LEADING = PARTICLES - frozenset("ben san e y an as at ar az dos".split()) | {"le", "du", "dos"}
_NUMBERS = "ii iii iv v vi vii viii ix x xii xiii xiv xv xvi xvii xviii"  # "xi" is a family name
# "Ekango I": a king's number, and no initial as in "Ekango I.".
_ONE, _THE_FIRST = "1st", re.compile(r"(?<=\w\w\w) I$")
_SUFFIXES = {_ONE: "i", "jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", **{n: n for n in _NUMBERS.split()}}
# Letters for sounds that English news spells out, where marks are not just taken off: "Elçin", "Elchin".
_SOUNDED = str.maketrans({"ç": "ch", "Ç": "Ch", "ş": "sh", "Ş": "Sh", "š": "sh", "Š": "Sh", "č": "ch", "Č": "Ch",
                          "ž": "zh", "Ž": "Zh", "ţ": "ts", "ț": "ts", "Ț": "Ts"})  # fmt: skip
# The same of Azerbaijani alone, which its letter ə betrays.
_AZERBAIJANI = str.maketrans({"ə": "a", "Ə": "A", "q": "g", "Q": "G", "x": "kh", "X": "Kh", "c": "j", "C": "J"})
# In German names, before marks are taken off: so that "Müller" meets "Mueller" and not "Möller".
_UMLAUTS = str.maketrans({"ü": "ue", "ö": "oe", "ä": "ae", "Ü": "Ue", "Ö": "Oe", "Ä": "Ae", "đ": "dj", "Đ": "Dj"})
_NORDIC = str.maketrans({"ø": "oe", "Ø": "Oe", "å": "aa", "Å": "Aa"})
# Whose child somebody is: what binds two names, so that their order tells.
CHILD_OF = re.compile(r"\b(?:bin|binti|binte|bint|ibn|ben|oglu|qizi)\b")
# Particles that some texts write as one with the name.
_GLUED = re.compile(r"\b(abd|ben|el|al|abu|bou|ould|de|di|la|le|van|mac|mc|o) (?=\w)")
# An Arabic kunya, father or mother of somebody: one name with what follows.
_KUNYA = frozenset("abu abou umm oum".split())
# Vietnamese: its letters, and the middle names before which its family names ("Do", "Le") are no particles.
_VIETNAMESE = re.compile(r"[ăơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
_MIDDLE = frozenset("van thi duc dinh quoc xuan ngoc minh huu thanh cong".split())
NICKNAME = re.compile(r" [(\"“‘'][^\"”()]{2,20}[\"”’')]+ ")


@lru_cache(maxsize=100_000)
def tokens(name: str) -> tuple[str, ...]:
    """The words of a person's name, folded; particles and hyphens apart from them ("el-Masry" is "masry")."""
    name = honorifics.without(NICKNAME.sub(" ", name))
    name = re.sub(r"\b([A-Z])\.(?=[A-Z])", r"\1. ", name)
    if not _VIETNAMESE.search(name):  # its "đ" is no Croatian one
        name = name.translate(_UMLAUTS)
    name = _THE_FIRST.sub(f" {_ONE}", name)
    parts = [p for p in re.split(r"[\s\-]+", fold(name).replace("'", "").replace(",", " ")) if p]
    bare = [p.rstrip(".") for p in parts]
    lead = 0
    if len(bare) > 2 and bare[0] in _KUNYA:  # "Abu Omar al-Hariri", whose son is Omar
        bare[:2] = ["".join(bare[:2])]
    vietnamese = len(bare) > 2 and bare[0] in ("do", "le") and bare[1] in _MIDDLE
    while not vietnamese and lead < len(bare) - 1 and bare[lead] in _LEADING:
        lead += 1
    if lead and lead == len(bare) - 1:
        return (bare[-1],)  # "van der Berg", "Le Guellec": a family name alone
    kept = [
        p
        for i, p in enumerate(bare)
        if p and not (p in PARTICLES and 0 < i < len(bare) - 1) and not (i == 0 and p in ("al", "el") and len(bare) > 1)
    ]
    return tuple(kept)


def spelt_out(name: str) -> str:
    """A name with its umlauts, and the vowels of the North, in two letters: "Oesterkraft", "Ringhoej"."""
    return name.translate(_UMLAUTS).translate(_NORDIC)


def sounded(name: str) -> str:
    """A name with the letters that its language has for a sound spelt out as English news does."""
    return (name.translate(_AZERBAIJANI) if "ə" in name.casefold() else name).translate(_SOUNDED)


def glued(name: str) -> str:
    """A name whose particles are one word with what follows: "benyoussef" of "Ben Youssef"."""
    return _GLUED.sub(r"\1", fold(name).replace("-", " "))


_SON_OF = re.compile(r"\w (?:ag|ould|uld|wuld|mint|ibn) (?P<father>.+)")


def is_father(full: str, other: str) -> bool:
    """Whether one is called the son of a man who bears the other's name: "Iyad Ag Omar Kel", "Omar Kel"."""
    found = _SON_OF.search(fold(full))
    return found is not None and found["father"] == fold(other) and " " in other


def ends(full: str, short: str) -> bool:
    """Whether a name is the end of a longer one: "Ben Salman" of "Omar ben Salman", "Jean Roux" of "A. Jean Roux"."""
    a, b = tokens(full), tokens(short)
    if is_father(full, short):
        return False
    if len(a) > len(b) and a[-len(b) :] == b:
        return True
    long, tail = fold(full).replace("-", " ").split(), fold(short).replace("-", " ").split()
    return len(long) > len(tail) and long[-len(tail) :] == tail and tail[0] in PARTICLES


@lru_cache(maxsize=100_000)
def first_surname(name: str) -> str:
    """The first of what may be two family names: "cardozo" of "Anselmo Cardozo Benítez"; of "Sékou Oumar Keita" none.

    Spanish names shorten to it, and it is no given name; where a family name stands first, there is none.
    """
    parts = suffix(tokens(name))[0]
    if len(parts) < 3 or len(parts[-2]) < 3 or parts[0] in personal_names.either_order() or CHILD_OF.search(fold(name)):
        return ""
    return "" if personal_names.is_given_name(parts[-2]) else parts[-2]


def suffix(parts: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """A name without "Jr." or its number, and that."""
    if len(parts) > 1 and _SUFFIXES.get(parts[-1]):
        return parts[:-1], _SUFFIXES[parts[-1]]
    return parts, ""
