"""Verbs that tell nothing themselves and leave it to another: "it *was* on Friday that", "*had* to be broken off"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


def cleft(verb: Token) -> Token | None:
    """Of "It was on Friday that the dam burst": the verb behind "that"."""
    if verb.lemma_ != "be" or not any(c.dep_ in ("nsubj", "expl") and c.lower_ == "it" for c in verb.children):
        return None
    if any(c.dep_ in ("attr", "acomp") and c.pos_ in ("NOUN", "ADJ") for c in verb.children):
        return None
    behind = (c for c in verb.rights if c.dep_ in ("ccomp", "advcl", "relcl", "acl") and c.pos_ == "VERB")
    return next((c for c in behind if any(d.lower_ in ("that", "when") for d in c.children)), None)


def had_to(verb: Token) -> Token | None:
    """Of "the debate *had* to be broken off", "was *allowed* to return": the verb that tells what was done."""
    passive = verb.lemma_ in ("allow", "force") and any(c.dep_ == "auxpass" for c in verb.children)
    if not passive and not (verb.lemma_ == "have" and verb.tag_ == "VBD"):
        return None
    behind = (c for c in verb.children if c.dep_ == "xcomp" and any(d.tag_ == "TO" for d in c.children))
    return next(behind, None)
