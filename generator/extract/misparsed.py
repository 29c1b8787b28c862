"""What the small language model gets wrong in ways that English itself gives away, and what it should have been.

Each function looks at one habit of the parser; none changes the parse.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.extract.beside import word_before
from generator.extract.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)$")
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


def currency(token: Token) -> bool:
    """Of "1.2bn won over a patent": South Korea's money, which the tagger takes for a verb."""
    before = token.nbor(-1).lower_ if token.i else ""
    return token.lower_ == "won" and (before in ("million", "billion", "trillion") or before[:1].isdigit())


def with_to(verb: Token) -> bool:
    """Whether a verb stands with the "to" of an infinitive, and not with that of "to which"."""
    return any(c.tag_ == "TO" and c.dep_ == "aux" for c in verb.children)


def behind_date(verb: Token) -> Token | None:
    """Of "On 12 May 1931 a patrol blew up …": the patrol, which the parser puts behind "on"."""
    for child in verb.lefts:
        thing = next((c for c in child.children if c.dep_ == "pobj"), None) if child.dep_ == "prep" else None
        if thing is None or thing.pos_ not in ("NOUN", "PROPN"):
            continue
        # "On Tuesday Ann Sorel, the director, met …": two commas, one aside
        aside = thing.right_edge.i >= verb.i - 2 > thing.i and verb.nbor(-1).text == "," and thing.nbor(1).text == ","
        if thing.i != verb.i - 1 and not aside:
            continue
        dated = child.nbor(1).ent_type_ == "DATE" or bool(_ORDINAL.match(child.nbor(2).lower_))  # "On the 4th Berg …"
        if dated and thing.ent_type_ != "DATE" and child.i == verb.sent.start:
            return thing
    return None


def beyond(noun: Token, verb: Token) -> bool:
    """Of "a wall of eleven kilometres that was built in 1988": whether the clause is that of the wall, as "was" tells.

    `noun` is what the parser hangs the clause of `verb` on.
    """
    above = noun.head.head
    if verb.dep_ != "relcl" or noun.dep_ != "pobj" or above.pos_ != "NOUN" or any(True for _ in noun.conjuncts):
        return False
    finite = next((c for c in verb.children if c.dep_ in ("aux", "auxpass")), verb)
    many = {"was": False, "has": False, "is": False, "were": True, "have": True, "are": True}.get(finite.lower_)
    if many is None:
        return False
    plural = ("NNS", "NNPS")
    return (noun.tag_ in plural) != many == (above.tag_ in plural)


def taken_for_name(verb: Token) -> Token | None:
    """Of "Norvale sacked coach Leo Mann": Leo Mann, whom the parser takes for the head of the sentence."""
    if verb.dep_ != "amod" or verb.tag_ != "VBD" or not any(c.dep_ in SUBJECTS for c in verb.children):
        return None
    thing = verb.head
    while thing.dep_ in ("compound", "nmod", "amod") and thing.head is not thing:
        thing = thing.head
    return thing if thing.i > verb.i else None


def aside_participle(verb: Token) -> bool:
    """Of "The contract, initialled on 3 May, values …": the participle, which the parser takes for the main verb.

    A single comma never parts an English subject from its verb.
    """
    if verb.tag_ not in ("VBD", "VBN") or verb.i < 2 or verb.nbor(-1).text != "," or not verb.lower_.endswith("ed"):
        return False
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is not None and subject.left_edge.i > verb.sent.start and subject.left_edge.nbor(-1).text == ",":
        return False  # "the chief, Leo Mann, travelled": two commas, one aside
    if subject is None or subject.right_edge.i not in (verb.i - 1, verb.i - 2):
        return False
    return not any(t.text == "," for t in verb.doc[subject.left_edge.i : verb.i - 1])


def inserted(verb: Token) -> tuple[Token, Token] | None:
    """Of "The valve, Norvale admitted on Monday, had burst": (Norvale, had burst).

    It makes the valve the subject of "admitted", and Norvale another name for it.
    """
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None or verb.i + 1 >= len(verb.doc):
        return None
    speaker = next((c for c in subject.children if c.dep_ == "appos" and c.right_edge.i == verb.i - 1), None)
    told = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if speaker is None or told is None or word_before(speaker.left_edge) != ",":
        return None
    if word_before(told.left_edge) != "," or any(c.dep_ in SUBJECTS for c in told.children):
        return None
    return speaker, told


def first_of_series(verb: Token) -> Token | None:
    """Of "The storm struck Cuba, crossed Haiti and hit Florida": "struck", which the parser hangs on "crossed"."""
    if verb.tag_ != "VBD" or not verb.i or verb.nbor(-1).text != "," or verb.lemma_.lower() in lexicon().reporting:
        return None
    before = (c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i and c.tag_ == "VBD")
    return next((c for c in before if any(d.dep_ in ("nsubj", "nsubjpass") for d in c.children)), None)


def its_name(subject: Token) -> Token:
    """Of "its climber Leo Mann was banned": Leo Mann, whom the parser makes a subject beside what he is."""
    if subject.tag_ not in ("NN", "NNP") or subject.i + 1 >= len(subject.doc):
        return subject
    beside = (c for c in subject.head.children if c.dep_ == subject.dep_ and c.pos_ == "PROPN")
    return next((c for c in beside if c.left_edge.i == subject.i + 1), subject)


def said_when(doc: Doc, first: int) -> Token | None:
    """Of "said on Tuesday it would close two mills": the verb of saying, whose day the parser gives to the closing.

    `first`: the first token of the time with its preposition.
    """
    if first < 1:
        return None
    verb = doc[first - 1]
    inner = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > first), None)
    if verb.pos_ != "VERB" or inner is None or inner.left_edge.i != first:
        return None
    return verb if any(c.dep_ in SUBJECTS and c.i > first for c in inner.children) else None
