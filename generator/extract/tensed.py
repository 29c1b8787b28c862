"""What a verb's helpers hide: "said that it would" is a plan, "not until May" was done, "appeared before" is an act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.lexicon import lexicon
from generator.extract.misparsed import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

# Of "said that the count would be published on 11 May" the day is that of the plan; an opinion has none.
_SAYING = frozenset({"say", "tell", "state", "add"})


def future_in_past(verb: Token) -> bool:
    """Of "announced that it would be launched in 2026": told as a plan, not as a possibility."""
    if not any(c.dep_ == "aux" and c.lower_ == "would" for c in verb.children):
        return False
    known = lexicon().making_known
    after = next((c.left_edge.i for c in verb.rights if c.left_edge.lower_ == "after"), None)
    if after is None or not any(t.ent_type_ == "DATE" and t.i > after for t in verb.subtree):
        known |= _SAYING  # of "said he would retire after the final in May" the day is that of the final
    while verb.dep_ == "conj" and verb.head.dep_ in ("conj", "ccomp"):
        verb = verb.head  # "said that nine people had been held and would be tried on Tuesday"
    above = verb.head
    return verb.dep_ == "ccomp" and above.tag_ in ("VBD", "VBN") and above.lemma_.lower() in known


def not_until(verb: Token) -> bool:
    """Of "was not opened until 4 September": then it was opened."""
    if any(c.lower_ in ("never", "neither", "nor") or c.dep_ in ("dobj", "cc") for c in verb.children):
        return False
    if not any(c.dep_ in SUBJECTS for c in verb.children):
        return False
    until = (c for c in verb.rights if c.dep_ == "prep" and c.lower_ in ("until", "till"))
    days = [t for prep in until for t in prep.children if t.dep_ == "pobj" and t.ent_type_ == "DATE"]
    return bool(days) and any(c.dep_ == "neg" for c in verb.children)


def in_court(verb: Token) -> bool:
    """Of "appeared before a judge", "is to appear in court": who stands there, and no look of things."""
    for prep in verb.rights:
        words = [c.lemma_.lower() for c in prep.children if c.dep_ == "pobj"] if prep.dep_ == "prep" else []
        if (prep.lower_ == "before" and lexicon().audiences & {*words}) or (prep.lower_ == "in" and "court" in words):
            return True
    return False


def to_prison(prep: Token) -> bool:
    """Of "reported to the prison in Graz": began to serve the sentence."""
    return prep.dep_ == "prep" and prep.lower_ == "to" and any(c.lemma_ in ("prison", "jail") for c in prep.children)


# Of "if the weather holds" everybody takes it that it will; who wins or agrees, nobody knows.
_OUTCOMES = frozenset(
    "win lose reach get obtain fail agree approve reject accept refuse vote find pass convict acquit elect".split()
)


def on_condition(verb: Token) -> bool:
    """Of "If nobody wins, the two strongest will meet again": what will be only then."""
    clauses = (c for c in verb.children if c.dep_ == "advcl" and c.lemma_.lower() in _OUTCOMES)
    return any(d.dep_ == "mark" and d.lower_ in ("if", "unless") for c in clauses for d in c.children)
