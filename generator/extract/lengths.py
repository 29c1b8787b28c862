"""How long a happening lasts, where its clause says so: "a three-day visit", "for three days"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from generator.extract.anchors import Anchored

# Behind these a length tells how far apart two happenings are, before those when: "three days before the dam gave way".
_APART = frozenset("before after earlier later ago from into since prior until".split())
_WITHIN = frozenset("within after in every last past next".split())
_LASTING = frozenset("last run go take stay spend remain hold keep continue stretch stand".split())


def stated(doc: Doc, rows: Sequence[Anchored], first: int, last: int, word: Token) -> str | None:
    """A length of days stated in the clause of a word ("three-day visit", "for three days")."""
    for row in rows:
        value = row.time.date or ""
        if row.time.type == "DURATION" and first <= row.first < last and re.fullmatch(r"P\d{1,2}D", value):
            behind = doc[row.last].lower_ if row.last < len(doc) else ""
            before = doc[row.first - 1].lower_ if row.first else ""
            if behind not in _APART and before not in _WITHIN and not _of_another(doc[row.last - 1], word):
                return value
    return None


def _of_another(length: Token, word: Token) -> bool:
    """Whether a length is that of another happening: "left on Sunday, *delayed* for two days", "ending a 4-day rally".

    The verb above it is neither the claim's nor one around that, and does not itself say how long something lasts.
    """
    above = length
    while above.head is not above and (above.i == length.i or above.pos_ not in ("VERB", "AUX")):
        above = above.head
    if above.pos_ not in ("VERB", "AUX") or above.lemma_.lower() in _LASTING:
        return False
    return above.i != word.i and not above.is_ancestor(word)
