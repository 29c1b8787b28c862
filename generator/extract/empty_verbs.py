"""Verbs that tell nothing themselves and leave it to another: "it *was* on Friday that", "*had* to be broken off"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.misparsed import with_to

if TYPE_CHECKING:
    from spacy.tokens import Token


def cleft(verb: Token) -> Token | None:
    """Of "It was on Friday that the dam burst", "It was June before a limit was set": the verb behind it."""
    if verb.lemma_ != "be" or not any(c.dep_ in ("nsubj", "expl") and c.lower_ == "it" for c in verb.children):
        return None
    if any(c.dep_ in ("attr", "acomp") and c.pos_ in ("NOUN", "ADJ") for c in verb.children):
        return None
    behind = (c for c in verb.rights if c.dep_ in ("ccomp", "advcl", "relcl", "acl") and c.pos_ == "VERB")
    found = next((c for c in behind if any(d.lower_ in ("that", "when", "before") for d in c.children)), None)
    return found or next((v for c in verb.rights if (v := _past_taken_for_participle(c)) is not None), None)


def _past_taken_for_participle(noun: Token) -> Token | None:
    """Of "that a gallery *caved* in": the verb, which the parser takes for a participle of its subject."""
    if noun.dep_ != "ccomp" or noun.pos_ not in ("NOUN", "PROPN") or not any(c.lower_ == "that" for c in noun.lefts):
        return None
    verb = next((c for c in noun.rights if c.dep_ == "acl" and c.tag_ in ("VBN", "VBD")), None)
    return verb if verb is not None and verb.i == noun.i + 1 else None


def had_to(verb: Token) -> Token | None:
    """Of "the debate *had* to be broken off", "was *allowed* to return": the verb that tells what was done."""
    passive = verb.lemma_ in ("allow", "force") and any(c.dep_ == "auxpass" for c in verb.children)
    if not passive and not (verb.lemma_ == "have" and verb.tag_ == "VBD"):
        return None
    return next((c for c in verb.children if c.dep_ == "xcomp" and with_to(c)), None)
