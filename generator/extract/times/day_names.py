"""People who are called by the day on which they were born, as in West Africa: "the guard, Friday Adeyo, 34,".

Nothing but the place of the words tells them from "on Friday Adeyo said". A full name is sure where an age follows it,
where a title stands before it, or where it is set off by commas behind a common noun; then it is a name wherever the
text has the two words without a preposition of time.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator import dates

_DAYS = "|".join(day.capitalize() for day in dates.WEEKDAYS)
_PAIR = re.compile(rf"\b(?P<day>{_DAYS}) (?P<family>[A-Z][a-z]\w+)\b")
_AGE = re.compile(r", (?:aged )?\d\d\b(?=,| years|-year| \()")
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Chief|Hon|Pastor|Rev|Alhaji|Sgt|Inspector|Justice|Barrister)\.? $")
_SET_OFF = re.compile(r"\b(?:the|a|an|his|her|its|their) (?:[a-z-]+ ){0,4}[a-z-]+, $")
_OF_TIME = re.compile(r"\b(?:on|by|since|until|till|from|to|before|after|for|last|next|this|every|each|of) $", re.I)
_REACH = 60  # characters before a name that are looked at


@lru_cache(maxsize=8)
def names(text: str) -> frozenset[int]:
    """Where in a text a day's name is a person's given name: offsets of the day."""
    found = list(_PAIR.finditer(text))
    sure = {m[0] for m in found if _is_sure(text, m)}
    return frozenset(m.start() for m in found if m[0] in sure and not _OF_TIME.search(_before(text, m)))


def _before(text: str, pair: re.Match[str]) -> str:
    return text[max(0, pair.start() - _REACH) : pair.start()]


def _is_sure(text: str, pair: re.Match[str]) -> bool:
    before = _before(text, pair)
    if _OF_TIME.search(before):
        return False
    set_off = text[pair.end() : pair.end() + 1] == "," and _SET_OFF.search(before) is not None
    return bool(_AGE.match(text, pair.end()) or _TITLED.search(before) or set_off)
