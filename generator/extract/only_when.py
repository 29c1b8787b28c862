"""Prepositions that a title leaves out with their words: those that tell only when, or lean on a clause left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.beside import word_before, word_behind
from generator.extract.clauses import noun_kinds

if TYPE_CHECKING:
    from spacy.tokens import Token


def which_reasons(preposition: Token) -> bool:
    """Of "for reasons that are still being studied": which, only the clause says that is left out."""
    return any(c.lower_ == "reasons" and not any(True for _ in c.lefts) for c in preposition.children)


def before_a_clause(preposition: Token) -> bool:
    """Of "after rivals had complained", where the parser hangs the rivals on "after" and not on their verb."""
    if preposition.lower_ not in ("after", "before", "as", "since", "until"):
        return False
    last = preposition.right_edge
    bare = preposition.lower_ in ("after", "before")
    if bare and any(
        n.tag_ == "NNS" and not noun_kinds(n) and not any(True for _ in n.lefts) for n in preposition.children
    ):
        return True  # "after rivals, among them Norvale, had complained"
    if any(c.dep_ in ("relcl", "acl") for noun in preposition.children for c in noun.children):
        return True
    behind = last.nbor(1) if last.i + 1 < len(last.doc) else None
    return behind is not None and behind.tag_ in ("VBD", "VBZ", "VBP", "MD")


def _hour(number: Token) -> bool:
    """Of "held … at 8": an hour, where the verb behind it takes place and gives no figure."""
    verb = next((a for a in number.ancestors if a.pos_ == "VERB"), None)
    held = verb is not None and (verb.lemma_ in ("hold", "begin", "start", "open", "meet", "take", "gather", "leave"))
    hour = number.text.isdecimal() and len(number.text) <= 2 and int(number.text) <= 24  # "8²" has a footnote
    return held and hour and not any(True for _ in number.children)


def only_when(preposition: Token) -> bool:
    """Of "at 4.20", "until late": when, and not what."""
    if preposition.lower_ not in ("at", "around", "until", "from"):
        return False
    if preposition.lower_ == "at" and any(c.lower_ in ("hours", "o'clock", "o’clock") for c in preposition.subtree):
        return True
    if preposition.lower_ == "at" and any(_hour(c) for c in preposition.children):
        return True  # "was to be held in the Elm Hotel at 8"
    if preposition.lower_ == "at" and any(c.text.isdigit() and c.ent_type_ != "TIME" for c in preposition.children):
        return False  # "put the figure at 30"
    if preposition.lower_ == "at" and any(c.lower_ in ("latest", "earliest") for c in preposition.children):
        return True  # "has to meet by 1 August at the latest"
    if preposition.lower_ == "from":  # "leave from 5 this afternoon"; not "comes from behind"
        return all(c.pos_ == "NUM" for c in preposition.children)
    return all(
        c.pos_ in ("NUM", "ADV") or (preposition.lower_ == "until" and c.pos_ == "ADJ") for c in preposition.children
    )


def apart(preposition: Token) -> bool:
    """Of "the project, in Norwegian Osk Deep, was announced": commas set it apart behind its noun."""
    noun = preposition.head
    if noun.pos_ not in ("NOUN", "PROPN") or preposition.i < noun.i or word_before(preposition.left_edge) != ",":
        return False
    return word_behind(preposition.right_edge) == "," and not any(c.dep_ == "conj" for c in noun.children)
