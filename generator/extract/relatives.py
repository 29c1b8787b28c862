"""Relative clauses, and what else hangs on a noun: whose they speak of, and what is the object of their verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.lexicon import lexicon
from generator.extract.misparsed import with_to

if TYPE_CHECKING:
    from spacy.tokens import Token


# Of "by the time the offer ended", "the way they left": when or how, and not what.
_WHEN = frozenset({"time", "moment", "day", "way", "reason"})


# Of "an agreement to wait for five years, which they reached": nobody reaches years.
_UNITS = frozenset("year month week day hour minute".split())


def _counted(noun: Token) -> bool:
    return any(c.dep_ == "nummod" for c in noun.children)


def whose(subject: Token) -> Token | None:
    """Of "the union, whose members walked out": the union, when `subject` is "members"."""
    if not any(c.tag_ == "WP$" for c in subject.children):
        return None
    verb = subject.head
    while verb.dep_ == "conj" and verb.head is not verb:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" and verb.head.pos_ in ("NOUN", "PROPN") else None


def relative_object(verb: Token) -> Token | None:
    """Of "the paper that they signed": the paper, when `verb` is that relative clause's."""
    if verb.dep_ != "relcl" or not any(c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP") for c in verb.children):
        return None
    if any(t.tag_ == "WP$" for c in verb.children for t in c.children):
        return None
    named = next(c for c in verb.children if c.dep_ == "nsubj")
    if (
        named.pos_ == "PROPN"
        and named.left_edge.i == verb.head.i + 1
        and verb.lemma_.lower() not in lexicon().needs_object
    ):
        return None  # "the probe Tulpar swung into orbit": its name, not a clause about it
    if any(c.tag_ in ("WDT", "WP", "WRB") for p in verb.children for c in (p, *p.children) if c.dep_ != "dobj"):
        return None  # "the hour at which the river came", "the day when it came": not what came
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    stranded = any(c.dep_ == "prep" and not any(True for _ in c.children) for c in verb.children)
    if any(c.tag_ not in ("WDT", "WP") for c in objects) or (not objects and stranded):
        return None
    thing = verb.head
    if thing.lemma_.lower() in _WHEN or (thing.tag_ == "NNS" and thing.lemma_.lower() in _UNITS and _counted(thing)):
        return None
    if thing.pos_ == "PROPN" and thing.dep_ == "pobj" and "announcement" in lexicon().verb_kinds.get(verb.lemma_, ()):
        thing = thing.head.head  # "the election for Sofia, which they announced": not the town
        if thing.dep_ == "pobj" and thing.head.lower_ == "of":
            thing = thing.head.head
    return thing if thing.pos_ == "NOUN" or (thing.pos_ == "PROPN" and thing.dep_ != "pobj") else None


def to_be_done(verb: Token) -> bool:
    """Of "ordered three men to be held", "a bonus, to be paid in May": the infinitive of a passive."""
    return verb.tag_ == "VBN" and with_to(verb) and any(c.dep_ == "auxpass" for c in verb.lefts)


def of_a_thing_before(verb: Token) -> bool:
    """Of "promised each man a bonus, to be paid in May": the bonus is to be paid, and not who promised it."""
    return (
        verb.dep_ == "xcomp" and to_be_done(verb) and any(c.dep_ == "dobj" and c.i < verb.i for c in verb.head.rights)
    )
