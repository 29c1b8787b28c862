"""Whether a title can be read alone: who and what it speaks of must be placed by the title itself.

In a list of events nobody knows which company or sample is meant, unless a name says so. A noun is placed where a name
stands in it ("the strike at the Wichita plant"), where it is somebody new who needs no more ("Four men are arrested in
Graz"), and where a kicker names its story. The rules look at the words of the clause that the title kept.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from generator.extract.clauses import noun_kinds, whose
from generator.extract.lexicon import lexicon
from generator.extract.referents import BODIES, Referents

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_POINTING = frozenset({"the", "this", "that", "these", "those", "both", "each", "every", "such"})
_NAMES = frozenset({"GPE", "ORG", "PERSON", "LOC", "FAC", "EVENT", "NORP", "PRODUCT", "WORK_OF_ART"})
_OFFICES = frozenset({"government", "state", "senate", "congress", "cabinet", "opposition"})
_CLAUSES = frozenset({"relcl", "advcl", "acl", "ccomp", "parataxis"})
# A pair or a body that the text named before, and the title does not.
_ONES = frozenset({"one", "ones", "latter", "former", "two", "three", "four", "other", "others", "rest", "pair", "duo"})
_WHICH = frozenset(
    "company firm group agency club airline bank team carrier lender side party pair couple duo man woman boy girl "
    "player rider singer striker defendant suspect accused victim".split()
)


def named(noun: Token, who: Referents, kept: Collection[str]) -> bool:
    """Whether a name stands in a noun phrase, among its words that the title kept."""
    return any(is_name(t, who) and t.lower_ in kept for t in _phrase(noun))


def _phrase(noun: Token) -> list[Token]:
    found, stack = [], [noun]
    while stack:
        token = stack.pop()
        found.append(token)
        stack += [c for c in token.children if c.dep_ not in _CLAUSES or c.tag_ in ("VBN", "VBG")]
    return found


def is_name(token: Token, who: Referents) -> bool:
    """Whether a token is of a name, or written like one; "the Government" and "the President" are written so too."""
    if token.lower_ in BODIES | lexicon().bodies | _OFFICES and not _of_more(who, token):
        return False
    if token.tag_ in ("NNP", "NNPS") or who.at(token) is not None:
        return True
    return token.text[:1].isupper() and (token.ent_type_ in _NAMES or not token.is_sent_start) and token.is_alpha


def somebody(noun: Token, who: Referents) -> bool:
    """Of "the Padua physician", "the Ethiopian": one person, of whom the text says elsewhere who it is."""
    if noun.tag_ not in ("NN", "NNP", "JJ") or who.at(noun) is not None:
        return False
    if not any(c.lower_ == "the" for c in noun.children) or any(c.dep_ == "prep" for c in noun.children):
        return False
    return noun.lower_ in who.bearers or noun.lower_ in lexicon().people or noun.ent_type_ == "NORP"


def names_somebody(sentence: Span, who: Referents, kept: Collection[str]) -> bool:
    """Whether a title that keeps these words of a sentence holds a name."""
    return any(t.lower_ in kept and is_name(t, who) for t in sentence)


def _of_more(who: Referents, token: Token) -> bool:
    number = who.at(token)
    return number is not None and len(who.mentions[number].text.split()) > 1


def pointing(noun: Token) -> bool:
    """Whether a noun is told as known: "the sample", "both plants", "their union", "production"."""
    if any(c.dep_ in ("det", "predet") and c.lower_ in _POINTING for c in noun.children):
        return True
    if any(c.dep_ == "poss" or c.tag_ == "PRP$" for c in noun.children):
        return True
    return noun.lower_ in _ONES or noun.pos_ == "PRON"


def wants_more(noun: Token, kept: Collection[str], told: int = -1) -> bool:
    """Whether a noun says nothing without what it is of, where it stands bare: "a hearing", "a study", "212 names".

    `told`: the verb of the title, which may be a participle of the noun.
    """
    if noun.lemma_.lower() not in lexicon().of_what and not noun_kinds(noun):
        return False
    modified = (c for c in noun.children if c.dep_ in ("prep", "compound", "poss", "acl", "nmod") and c.i != told)
    return not any(any(t.lower_ in kept and t.pos_ in ("NOUN", "PROPN") for t in c.subtree) for c in modified)


def subject_placed(
    noun: Token, who: Referents, kept: Collection[str], said: Collection[int] = (), told: int = -1
) -> bool:
    """Whether the subject of a title is placed by its own words; `said`: tokens that a name stands for."""
    if somebody(noun, who) and not any(t.i in said for t in _phrase(noun)):
        return False
    if named(noun, who, kept) or any(t.i in said for t in _phrase(noun)) or whose(noun) is not None:
        return True
    if pointing(noun) or any(c.lower_ in ("another", "other", "second", "third", "same") for c in noun.children):
        return False
    return not wants_more(noun, kept, told)


def by_the_rest(noun: Token, sentence: Span, who: Referents, kept: Collection[str]) -> bool:
    """Of "the trial opens in Portland", "the estate sues Norvale": a happening or thing placed by the names behind it.

    Not "the club", "the two sides", "the second": firms and people are asked for by name; a country has one army.
    """
    lemma = noun.lemma_.lower()
    words = lexicon()
    if lemma in words.people and any(c.lower_ in ("first", "last", "latest", "next") for c in noun.lefts):
        return any(t.lower_ in kept and t.i > noun.i and is_name(t, who) for t in sentence)  # "the last patient"
    if noun.lower_ in _ONES or lemma in words.bodies | words.people | _WHICH or noun.pos_ != "NOUN":
        return False
    if lemma in words.of_what and not noun_kinds(noun):
        return False
    if any(c.lower_ in ("both", "two", "three", "other", "another", "same", "these", "those") for c in noun.lefts):
        return False
    own = {t.i for t in noun.subtree}
    return any(t.lower_ in kept and t.i not in own and is_name(t, who) for t in sentence)


def unknown_bodies(head: Token, who: Referents, kept: Collection[str], subject: Token | None) -> bool:
    """Whether a title speaks behind its subject of "the company", "both plants", and does not say of which."""
    for token in head.subtree:
        if token.pos_ != "NOUN" or token.lower_ not in kept or (subject is not None and token.i == subject.i):
            continue
        if token.dep_ == "poss" and token.lemma_.lower() in lexicon().people:
            continue  # "the singer's former husband": by whom she is, he is placed
        marks = [c for c in token.children if c.dep_ in ("det", "predet", "poss", "nummod")]
        if not any(c.lower_ in ("the", "both", "these", "those", "this", "that") for c in marks):
            continue
        if not any(c.lower_ in kept for c in marks) or named(token, who, kept):
            continue
        parted = token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.pos_ == "NUM"
        told = token.dep_ in ("dobj", "attr") or subject is None or not named(subject, who, kept)
        counted = (
            told
            and not parted
            and any(c.lower_ in ("both", "two", "three", "four", "these", "those", "this") for c in marks)
        )
        modified = any(
            c.dep_ in ("amod", "compound", "prep", "acl", "relcl") and c.lower_ in kept for c in token.children
        )
        if counted or (token.tag_ == "NN" and token.lower_ in _WHICH and not modified):
            return True
    return False


def words_of(title: str) -> frozenset[str]:
    """The words of a title in small letters, as the parser would part them."""
    return frozenset(re.findall(r"[\w.&]+|['’]s?", title.lower())) | frozenset(title.lower().split())
