"""A ship is "she" in English: then "she is expected in Leith" need not be the woman whom the text names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.misparsed import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

_SHIPS = frozenset(
    "ship vessel hull icebreaker ferry frigate yacht schooner tanker trawler destroyer cruiser corvette submarine boat "
    "steamer liner freighter tug brig barque carrier".split()
)
_OF_SHIPS = _SHIPS | frozenset({"voyage", "keel", "gangway", "mast", "cargo"})


def may_be_meant(pronoun: Token) -> bool:
    """Whether what acts before a "she" or "her", in its sentence or in the one before, is a ship or a ship's."""
    sentence = pronoun.sent
    acting = [t for t in sentence.doc[sentence.start : pronoun.i] if t.dep_ in SUBJECTS and t.pos_ != "PRON"]
    if not acting and sentence.start:
        acting = [t for t in sentence.doc[sentence.start - 1].sent if t.dep_ in SUBJECTS]
    return any(t.lemma_.lower() in _OF_SHIPS for t in acting)
