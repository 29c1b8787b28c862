"""What a body makes known by saying it, so that the day on which it was said is that of a happening."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.lexicon import lexicon
from generator.extract.misparsed import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token


def announced(verb: Token, told: Token | None) -> bool:
    """Of "the company said on Monday that it would close two mills": news that a body makes by saying it.

    A person who says something makes no news of it, nor a body that says how things are; but somebody named who says
    what he or she will do does: "Lind told reporters on Friday that he would retire". `told`: the verb of what is said.
    """
    speaker = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if told is None or speaker is None or any(c.dep_ == "neg" for c in told.children):
        return False
    helpers = {c.lower_ for c in told.children if c.dep_ in ("aux", "auxpass")}
    would = "would" in helpers and told.lemma_.lower() not in ("be", *lexicon().reporting, *lexicon().wishing)
    about = next((c for c in told.children if c.dep_ in SUBJECTS), None)
    if would and _of_oneself(speaker, about) and told.lemma_.lower() not in lexicon().states:
        return True
    if not _official(speaker, about):
        return False
    if not would and _has_its_day(told):
        return False  # with a date of its own it stands for itself
    infinitive = told.lemma_ == "be" and any(c.dep_ == "xcomp" for c in told.children)
    if verb.lemma_ == "report" and any(t.tag_ == "VBD" for t in (told, *told.children)):
        return True  # "reported that the tests were negative": a result, of that day
    done = bool({"had", "has", "have"} & helpers) and told.tag_ in ("VBN", "VBD") and told.lemma_ != "be"
    return infinitive or done or would or ("will" in helpers and told.lemma_ != "be")


def _official(speaker: Token, about: Token | None) -> bool:
    """Whether a body speaks: by its name or noun, or because it says of itself "it"."""
    names = [speaker, *(c for c in speaker.children if c.dep_ == "appos")]
    if any(n.ent_type_ in ("ORG", "GPE", "NORP") for n in names) or speaker.lemma_.lower() in lexicon().speakers:
        return True
    return speaker.pos_ == "PROPN" and about is not None and about.lower_ == "it"


def _of_oneself(speaker: Token, about: Token | None) -> bool:
    """Whether somebody who is named says it of himself or herself."""
    return speaker.pos_ == "PROPN" and about is not None and about.lower_ in ("he", "she")


def _has_its_day(told: Token) -> bool:
    """Whether a date stands beside the verb of what is said, and in no clause that is joined to it."""
    begins = min((c.left_edge.i for c in told.children if c.dep_ in SUBJECTS | {"expl"}), default=told.i)
    joined = {t.i for c in told.children if c.dep_ == "conj" for t in c.subtree}  # before it stands when it was said
    return any(t.ent_type_ == "DATE" for t in told.subtree if t.i >= begins and t.i not in joined)


_DEMANDS = frozenset({"demand", "recommend", "request", "order", "urge", "require"})
# Whose finding is a result, made known on its day.
_FINDERS = frozenset(
    "court judge jury tribunal inquiry panel commission report audit review investigation study".split()
)


def demanded(verb: Token) -> bool:
    """Of "demanded that the minister resign", "the institute recommended that the bridge be closed": an act."""
    if verb.lemma_.lower() not in _DEMANDS or not any(c.dep_ == "ccomp" and _to_be_so(c) for c in verb.rights):
        return False
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    body = subject is not None and (subject.ent_type_ in ("ORG", "GPE") or subject.lemma_.lower() in lexicon().speakers)
    return body or verb.lemma_.lower() == "demand"


def found(verb: Token) -> bool:
    """Of "the court found that the growers would suffer no harm": a court or an inquiry finds it, nobody thinks so."""
    if verb.lemma_.lower() != "find" or any(c.dep_ == "auxpass" for c in verb.children):
        return False
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    that = any(c.dep_ == "ccomp" and _that_it_is(c) for c in verb.rights)
    return that and subject is not None and subject.lemma_.lower() in _FINDERS


def _to_be_so(clause: Token) -> bool:
    """Of "that the minister resign", "that the bridge be closed": what is wanted, and not what is."""
    if not _that_it_is(clause):
        return False
    if any(c.dep_ in ("aux", "auxpass") and c.lower_ != "be" for c in clause.children):
        return False
    return any(c.lower_ == "be" for c in clause.lefts) or clause.tag_ in ("VB", "VBP")


def _that_it_is(clause: Token) -> bool:
    that = any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.lefts)
    return that and any(c.dep_ in SUBJECTS for c in clause.lefts)
