"""Whom a source credits: "the ministry said", "according to officials", in the source's own words."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from generator.extract.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "who", "which", "that", "this", "one"})
LONGEST = 80


_ASIDES = frozenset({"relcl", "acl", "appos", "advcl"})
Meant = Callable[["Token"], str | None]


def _nobody(_: Token) -> None:
    return None


def words(token: Token, meant: Meant = _nobody) -> str | None:
    """The noun phrase of a token, without what only describes it further; of a pronoun whom it means, where known."""
    if token.lower_ in _PRONOUNS:
        return meant(token)
    left, right = token.left_edge.i, token.i + 1
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "in") and child.i >= right - 1:
            right = child.right_edge.i + 1
            break
    text = " ".join(token.doc[left:right].text.split())
    text = re.sub(r"^(?:the|an?)\s+", "", text, flags=re.I)
    return text if 1 < len(text) <= LONGEST else None


def noun_phrase(subject: Token) -> str | None:
    """The words for a speaker, without what only describes it further; `None` of a pronoun."""
    return words(subject, _nobody)


def find(doc: Doc, word: Token, meant: Meant = _nobody) -> str | None:
    """The speaker of the saying verb above a clause, or the one named after "according to" in its sentence.

    `meant` gives the name that a pronoun stands for ("…, he said"), or none.
    """
    current = word
    for _ in range(8):
        parent = current.head
        if parent is current:
            break
        if current.dep_ in ("ccomp", "parataxis") and parent.lemma_.lower() in lexicon().reporting:
            for child in parent.children:
                if child.dep_ in ("nsubj", "nsubjpass"):
                    return words(child, meant)
        current = parent
    for child in current.children:  # a saying verb set into the sentence: "…, the ministry said, …"
        if child.dep_ in ("parataxis", "ccomp") and child.lemma_.lower() in lexicon().reporting and child.i != word.i:
            for subject in child.children:
                if subject.dep_ == "nsubj":
                    return words(subject, meant)
    for token in word.sent:
        if token.lower_ == "according" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
            objects = [c for c in doc[token.i + 1].children if c.dep_ == "pobj"] or [
                c for c in token.children if c.dep_ == "pobj"
            ]
            if objects:
                return words(objects[0], meant)
    return None


def saying(word: Token) -> Token | None:
    """The verb of saying above what `word` tells, or set into its sentence: "…, prosecutors said, …"."""
    current = word
    for _ in range(8):
        parent = current.head
        if parent is current or current.dep_ in _ASIDES:
            break
        if current.dep_ in ("ccomp", "parataxis") and parent.lemma_.lower() in lexicon().reporting:
            return parent
        current = parent
    if current.dep_ != "ROOT":
        return None  # "the fire that killed 9, a witness said": that it did is the paper's own
    beside = (c for c in current.children if c.dep_ in ("parataxis", "ccomp") and c.i > word.i)
    told = (c for c in beside if any(d.dep_ == "nsubj" and d.tag_ in ("NN", "NNS") for d in c.children))
    return next((c for c in told if c.lemma_.lower() in lexicon().reporting), None)


def speaks(people: Token) -> bool:
    """Whether those of a noun are whom a source credits: "two officials *said* that …", "according to three divers"."""
    above = people.head
    if people.dep_ == "pobj":
        return above.lower_ == "to" and above.head.lower_ == "according"
    if people.dep_ != "nsubj" or above.lemma_.lower() not in lexicon().reporting:
        return False
    return any(c.dep_ in ("ccomp", "parataxis") for c in above.children)
