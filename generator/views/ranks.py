"""Ranks and titles as a source prints them right before a name: "Lt.-Gen.", "Professor", "Sheikh"; never "Mr".

Roles stand in the pages; what stands before a name is part of no spelling and of no role, and a reader asks for it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator import gazetteer

_LONGEST = 3  # words of a title: "grand ayatollah", "air chief marshal", "det ch insp"
_BEFORE = 80  # letters before a name in which its titles stand
# What says of a person only that it is one, and words that are no titles of anybody alive.
_PLAIN = frozenset(
    "mr mrs ms miss mx monsieur madame mme mademoiselle mlle herr frau signor signora señor señora señorita mother "
    "father brother sister don dona doña dom st puan encik cik pak khun ustaz adv eng engr private officer".split()
) | {"the late", "the dowager", "dowager"}  # fmt: skip
_DEGREES = frozenset({"professor", "prof", "doctor", "dr", "judge", "justice", "president judge", "lord justice"})
# Before "General" they make an office, which is no rank: "Attorney General", "Consul General".
_OFFICES = frozenset(
    "attorney solicitor secretary consul governor director surgeon inspector auditor comptroller controller prosecutor "
    "procurator postmaster registrar under-secretary accountant commissioner".split()
)


@lru_cache(maxsize=1)
def _table() -> frozenset[str]:
    tables = gazetteer.sections("titles.txt", whole_lines=True)
    return frozenset(map(_plain, tables["rank"] | tables["honorific"] | _DEGREES)) - _PLAIN


def _plain(phrase: str) -> str:
    return re.sub(r"[\s.'’\-]+", " ", phrase.casefold()).strip()


def before(text: str, start: int) -> str:
    """The ranks and titles that end right before `start` (characters) in a sentence, as it prints them; else nothing.

    They begin with a capital letter: "an officer Holt knew" has none.
    """
    head = text[max(0, start - _BEFORE) : start]
    if not head.endswith((" ", "\u00a0")):
        return ""
    words = head.split()
    end = at = len(words)
    while length := _title(words[:at]):
        at -= length
    if at < end and _plain(words[-1]) == "general" and at and _plain(words[at - 1]) in _OFFICES:
        return ""
    return " ".join(words[at:end]).lstrip("(\"'“‘«[")


def _title(words: list[str]) -> int:
    """Of how many words the title is that ends here."""
    for length in range(min(_LONGEST, len(words)), 0, -1):
        phrase = words[-length:]
        if phrase[0].lstrip("(\"'“‘«[")[:1].isupper() and _plain(" ".join(phrase).lstrip("(\"'“‘«[")) in _table():
            return length
    return 0
