"""A ship is "she" in English: then "she is expected in Leith" need not be the woman whom the text names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.misparsed import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from generator.extract.referents import Referents

_SHIPS = frozenset(
    "ship vessel hull icebreaker ferry frigate yacht schooner tanker trawler destroyer cruiser corvette submarine boat "
    "steamer liner freighter tug brig barque carrier".split()
)
_OF_SHIPS = _SHIPS | frozenset({"voyage", "keel", "gangway", "mast", "cargo"})


# What is done to a ship, and to no woman: "she would be delivered by March".
_DONE_TO = frozenset(
    "deliver launch commission decommission scrap refit refloat tow moor berth dry-dock christen hand".split()
)


def named(who: Referents, pronoun: Token) -> int | None:
    """The named ship that acts in the sentence before, with which "she" goes on as the subject of its own."""
    sentence = pronoun.sent
    acting = [t for t in sentence.doc[sentence.start : pronoun.i + 1] if t.dep_ in SUBJECTS]
    if not sentence.start or len(acting) != 1 or acting[0].i != pronoun.i:
        return None
    told = [c for c in sentence.doc[sentence.start - 1].sent.root.children if c.dep_ in SUBJECTS]
    if len(told) != 1:
        return None
    beside = [told[0], *(c for c in told[0].children if c.dep_ in ("appos", "compound", "nmod"))]
    if not any(t.lemma_.lower() in _SHIPS for t in beside):
        return None
    return next((i for t in beside if (i := who.at(t)) is not None and who.mentions[i].type == "equipment"), None)


def may_be_meant(pronoun: Token) -> bool:
    """Whether what acts before a "she" or "her", in its sentence or in the one before, is a ship or a ship's."""
    verb, sentence = pronoun.head, pronoun.sent
    if pronoun.dep_ == "nsubjpass" and verb.lemma_.lower() in _DONE_TO:
        return True
    acting = [t for t in sentence.doc[sentence.start : pronoun.i] if t.dep_ in SUBJECTS and t.pos_ != "PRON"]
    if not acting and sentence.start:
        acting = [t for t in sentence.doc[sentence.start - 1].sent if t.dep_ in SUBJECTS]
    return any(t.lemma_.lower() in _OF_SHIPS for t in acting)
