"""Names of bodies in their own language, as English news translates them: "Frente Amplio Tupari", "Broad Tupari Front".

Only the words of which names of institutions are made are translated (body_words.txt); what is left tells whose it is.
A name of nothing but such words ("Partido Socialista") is borne in many countries, and stays as it is printed.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator import gazetteer
from generator.names import fold

# Small words that make a name foreign, and say nothing themselves.
_SMALL = frozenset(
    "de del dos das pour para per zu des du la le les los las el der die das des dem den fur von und et e y di"
    " della delle dei degli dello da do van voor het en i og och for".split()
)
# Of them, those that English names have as well.
_ENGLISH_TOO = frozenset("for i en e y do die den la le el".split())
# Words of the table that English has too, in another sense or the same: they do not make a name foreign.
_SHARED = frozenset(
    "central popular general liberal regional national federal organisation association commission alliance coalition"
    " radical action sciences justice union tribunal centre camera rat bas sur sud norte fonds brigade finance finances"
    " public force forces change garde uni uni liga tribunal initiative independent service company institut".split()
)
_ELIDED = re.compile(r"^(?:l|d|dell|all|nell|dall|sull)'(?=\w)")
ENOUGH = 3  # words that tell, all of the table, from which on they are a name of its own
# Endings of adjectives of peoples, and what English has for them: "boliviano", "tunisienne", "congolais".
_PEOPLES = (("ano", "an"), ("ana", "an"), ("ienne", "ian"), ("ien", "ian"), ("aise", "ese"), ("ais", "ese"))


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in gazetteer.lines("body_words.txt"):
        english, _, foreign = line.partition(":")
        for word in foreign.split():
            found.setdefault(fold(word), english)
    return found


@lru_cache(maxsize=1)
def _values() -> frozenset[str]:
    return frozenset(_table().values())


def english(parts: list[str]) -> list[str] | None:
    """The folded words of a body's name in English; None where it is English, or nothing else tells whose it is."""
    plain = [_ELIDED.sub("", p) for p in parts]
    table = _table()
    foreign = [p for p in plain if p in table and p not in _SHARED]
    small = [p for p in plain if p in _SMALL - _ENGLISH_TOO]
    if not foreign and not (small and any(p in table for p in plain)):
        return None
    made = [table.get(p) or _people(p) for p in plain if p not in _SMALL]
    heads = sum(p in table for p in plain)
    own = [e for e in made if e.startswith("=") or e not in _values()]
    if not heads or (not own and len(made) < ENOUGH) or (own and not foreign and heads < 2):
        return None
    return made


def _people(word: str) -> str:
    """A country's code where a word is the adjective of its people, else the word itself."""
    for ending, there in _PEOPLES:
        if word.endswith(ending) and (iso := gazetteer.demonym(word.removesuffix(ending) + there)):
            return f"={iso}"
    return word
