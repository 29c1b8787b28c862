"""Who did it and to whom it was done, where a headline leaves out the "was".

English marks a passive by a form of "be" or "get". Only headlines, entries of a chronology and participles behind a
noun leave it out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.extract.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

# Whoever does one of these does it to somebody or something, and English never leaves out to whom: without an object
# behind it, a form in "-ed" is a passive. ("The dollar raised" is no English; "the queen released" neither.)
DONE_TO = frozenset(
    "jail fine release detain arrest remand imprison extradite deport convict acquit indict sentence evacuate expel "
    "oust rescue kidnap abduct injure wound hospitalise hospitalize sack impound confiscate postpone annul overturn "
    "quash nominate unveil award destroy".split()
)
# Who does these to others: a headline that begins with them may tell of either.
_WHO_DO_IT = frozenset(
    "police court judge jury tribunal prosecutor army government ministry parliament council board committee navy "
    "guard rebel militia gunman kidnapper authority".split()
)
NO_OBJECT = frozenset("over by after against for with in on at from without under to".split())
_OBJECTS = frozenset({"dobj", "ccomp", "xcomp", "dative", "oprd", "attr", "prt"})
# Whoever is told is told something.
_WHAT = re.compile(r"\b(?:that|whether|to|of|about|against|over|how|why|what|where|when|who)\b")
_TOLD = re.compile(r"\b(?:told|informed|reminded)\b(?P<what>[^,;]*)")


def headline_passive(verb: Token) -> bool:
    """Of "Ship released against a bond", "Engineers jailed over a fire": the headline leaves out "is" and "are".

    Asked of a verb with a subject and no helper. Headlines leave out the article as well, which tells them from other
    sentences: whoever stands bare and had it done is no actor.
    """
    if not done_to_others(verb) or verb.dep_ not in ("ROOT", "ccomp"):
        return False
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None or subject.right_edge.i != verb.i - 1 or not _without_object(verb):
        return False
    bare = not any(c.dep_ in ("det", "poss") for c in subject.children) and subject.pos_ in ("NOUN", "NUM", "PROPN")
    if not bare or (subject.pos_ == "PROPN" and subject.ent_type_ != "PERSON") or subject.lemma_.lower() in _WHO_DO_IT:
        return False
    return subject.left_edge.i == verb.sent.start or subject.left_edge.nbor(-1).is_punct


def before_the_verb(verb: Token) -> bool:
    """Of "The accord signed on 2 July provides for a ferry": it was signed, for "provides" is the sentence's verb."""
    if verb.tag_ != "VBN" or verb.dep_ != "ROOT" or any(c.dep_ in _OBJECTS | {"aux", "auxpass"} for c in verb.lefts):
        return False
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if subject is None or subject.right_edge.i != verb.i - 1 or lexicon().verb_kinds.get(verb.lemma_.lower()) is None:
        return False
    if any(c.dep_ in _OBJECTS - {"ccomp"} for c in verb.rights):
        return False
    finite = [c for c in verb.rights if c.dep_ in ("advcl", "ccomp", "conj") and c.tag_ in ("VBZ", "VBP", "MD")]
    return any(
        not any(t.is_punct or t.dep_ in ("mark", "cc") for t in verb.doc[verb.i + 1 : own.i])
        and not any(c.dep_ in ("nsubj", "nsubjpass", "mark", "advmod") and c.i < own.i for c in own.children)
        for own in finite
    )


def done_to_others(verb: Token) -> bool:
    """Whether a past form is of those done to others; the lemmatizer takes "fined" for a form of "fin"."""
    lemma = verb.lemma_.lower()
    known = lemma in DONE_TO or (lemma == verb.lower_[:-2] and f"{lemma}e" in DONE_TO)
    return known and verb.tag_ in ("VBD", "VBN")


def _without_object(verb: Token) -> bool:
    """Whether nothing stands behind a verb that could be its object, and no helper before it."""
    if any(c.dep_ in _OBJECTS or c.dep_ in ("aux", "auxpass", "neg") for c in verb.children):
        return False
    if verb.i + 1 >= len(verb.doc):
        return True
    behind = verb.nbor(1)
    return behind.is_punct or behind.is_space or behind.lower_ in NO_OBJECT


def told_nothing(title: str) -> bool:
    """Of "is told on the telephone", "is informed by letter": of what, the title does not say."""
    return any(not _WHAT.search(found["what"]) for found in _TOLD.finditer(title))
