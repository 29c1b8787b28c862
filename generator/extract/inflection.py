"""The forms of English verbs that a title needs."""

from __future__ import annotations

import re

_IRREGULAR = {"be": "is", "have": "has", "do": "does", "go": "goes"}
_IRREGULAR_PLURAL = {"be": "are", "have": "have", "do": "do", "go": "go"}


def third_person(lemma: str, plural: bool) -> str:
    """The present of a verb for a subject of the third person."""
    if plural:
        return _IRREGULAR_PLURAL.get(lemma, lemma)
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if re.search(r"(?:s|x|z|ch|sh|o)$", lemma):
        return lemma + "es"
    if re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ies"
    return lemma + "s"
