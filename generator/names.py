"""Names as values: folding for comparison, slugs for addresses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "‐": "-", "‑": "-", "–": "-", "—": "-"})
# Letters that Unicode does not decompose, in the usual romanisation.
_LETTERS = str.maketrans({
    "ß": "ss", "æ": "ae", "Æ": "Ae", "ø": "o", "Ø": "O", "œ": "oe", "Œ": "Oe", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D",
    "þ": "th", "Þ": "Th", "ł": "l", "Ł": "L", "ħ": "h", "Ħ": "H", "ı": "i", "ŋ": "n", "ə": "e", "Ə": "E",
})  # fmt: skip

_AROUND = re.compile(r"^(?:the|an?) (?=\S)|'s$")

# Names of devices on Windows, with any ending: no file can be called so there, and no clone would be whole.
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10))})


@lru_cache(maxsize=100_000)
def fold(name: str) -> str:
    """What two spellings that differ in nothing but type have in common: case, marks, apostrophes, spaces, article."""
    if name.isascii():
        text = name.replace("`", "'").lower()
    else:
        text = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES).translate(_LETTERS))
        text = "".join(c for c in text if not unicodedata.combining(c)).casefold()
    return _AROUND.sub("", " ".join(text.split()).strip(" .,;:'\""))


def slug(text: str, limit: int = 72) -> str:
    """An id for addresses and file names: a-z, 0-9 and single hyphens, cut at a word; never empty.

    Names wholly in another script keep their letters as code points, so that they stay apart.
    """
    plain = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).translate(_LETTERS)).replace("&", " and ")
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold().replace("'", "")
    made = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if not made:
        made = "-".join(f"{ord(c):x}" for c in plain if c.isalnum())[:limit].strip("-")
    if len(made) > limit:
        cut = made[: limit + 1].rfind("-")
        made = made[: cut if cut > limit // 2 else limit].strip("-")
    if made in _DEVICES:
        return f"{made}-page"
    return made or "unnamed"


def portable(id: str) -> bool:
    """Whether a file can be called so on every common system."""
    return id.partition(".")[0].casefold() not in _DEVICES and not re.search(r'[<>:"|?*\\]|[. ]$', id)


def unused(wanted: str, taken: set[str] | frozenset[str] | dict[str, object]) -> str:
    """The slug, or the slug with the first free number behind it."""
    return Unused(taken).of(wanted)


class Unused:
    """Gives slugs that are not taken, and remembers them: thousands that want one name do not ask for each number."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = taken if isinstance(taken, set | frozenset | dict) else set(taken)
        self._given: set[str] = set()
        self._next: dict[str, int] = {}

    def of(self, wanted: str) -> str:
        """The slug, or the slug with the first free number behind it."""
        number = self._next.get(wanted, 1)
        made = wanted if number == 1 else f"{wanted}-{number}"
        while made in self._taken or made in self._given:
            number += 1
            made = f"{wanted}-{number}"
        self._next[wanted] = number
        self._given.add(made)
        return made


_BELONGS = frozenset("of from for with in".split())
_CLAUSE = frozenset("who one runs run heads leads chairs directs manages edits owns commands presides".split())


def telling_role(role: str) -> int:
    """How much a role says of somebody: 2 an office, 1 a clause ("who leads it"), 0 a body ("of the Seed Trust")."""
    first = role.partition(" ")[0]
    return 0 if first in _BELONGS else 1 if first in _CLAUSE else 2


def undoubled(word: str) -> str:
    """Each doubled letter once."""
    return re.sub(r"(.)\1", r"\1", word)


def one_slip(one: str, other: str) -> bool:
    """Whether one letter left out, added or exchanged, or two neighbours swapped, make the words equal."""
    if one == other or abs(len(one) - len(other)) > 1 or one[:1] != other[:1]:
        return False
    if undoubled(one) == undoubled(other):
        return True  # the wrong letter doubled
    if len(one) > len(other):
        one, other = other, one
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    return one[at + 1 :] == other[at + 1 :] or (
        one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    )
