"""A parse mended where a sentence opens with its time, or two stand in one: a date that swallowed who acts.

The small model reads "In the summer of 2029 workers laid …" as the summer of some workers, and of two sentences with a
semicolon between them it makes the first what the second says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.misparsed import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})


def parse(doc: Doc) -> None:
    """Mend `doc` in place. Mending twice changes nothing more."""
    for token in doc:
        if token.dep_ == "pobj" and token.pos_ in ("NOUN", "PROPN"):
            _behind_date(token)
        if token.dep_ == "ccomp" and token.head.i > token.i:
            _before_semicolon(token)
        if token.dep_ == "nsubj" and token.lower_ in _REFLEXIVE:
            _of_oneself(token)


def _behind_date(noun: Token) -> None:
    """Of "In the summer of 2029 workers laid tiles", "At a hearing on 3 May Norvale asked for …": who did it.

    The noun behind the date is no part of it, where the clause has no other subject.
    """
    preposition = noun.head
    days = [t for t in noun.subtree if preposition.i < t.i < noun.i and t.ent_type_ == "DATE"]
    if noun.ent_type_ == "DATE" or preposition.dep_ != "prep" or not days or days[0].i != preposition.i + 1:
        return
    above = preposition
    while above.dep_ in ("prep", "pobj"):
        opens, above = above, above.head
    if above.pos_ != "VERB" or opens.i != noun.sent.start or preposition.i == opens.i or noun.i > above.i:
        return
    helpers = [c for c in above.children if c.dep_ in ("aux", "auxpass")]
    begins = min([above.i, *(c.i for c in helpers)])
    if any(c.dep_ in SUBJECTS for c in above.children) or noun.right_edge.i >= begins:
        return
    month = next((t for t in days if t.head.i == noun.i and t.pos_ == "PROPN"), days[-1])
    for day in days:
        if day.head.i == noun.i:
            day.head, day.dep_ = month, "nummod"
    month.head, month.dep_ = preposition, "pobj"
    noun.head, noun.dep_ = above, "nsubjpass" if any(c.dep_ == "auxpass" for c in helpers) else "nsubj"


def _before_semicolon(verb: Token) -> None:
    """Of "Twelve rescuers came on Friday; a team is expected tomorrow": two sentences, and nothing that is said."""
    if verb.pos_ not in ("VERB", "AUX") or not any(c.dep_ in SUBJECTS for c in verb.head.children):
        return
    acting = next(c for c in verb.head.children if c.dep_ in SUBJECTS)
    if acting.i > verb.i and any(t.text in (";", ":") for t in verb.doc[verb.right_edge.i : acting.left_edge.i]):
        verb.dep_ = "parataxis"


def _of_oneself(pronoun: Token) -> None:
    """Of "had declared himself the winner": himself, and the winner is what he declared himself."""
    noun = pronoun.head
    verb = noun.head
    if noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ != "ccomp" or verb.i != pronoun.i - 1 or noun.i < pronoun.i:
        return
    for child in list(noun.rights):
        if child.dep_ == "prep" and child.lower_ != "of":
            child.head = verb
    pronoun.head, pronoun.dep_ = verb, "dobj"
    noun.dep_ = "oprd"
