"""Noun phrases mended where a small model takes what stands beside them for a part of them, or parts of them for verbs.

As "8 May 2024 *the group*", where the date is none of the group's, or "a pipe *fitting* belonging to Norvale".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.misparsed import SUBJECTS
from generator.extract.times.lexicon import MONTHS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Whom a court sentences or bans, it does so to or for a term, however much is told of the person in between.
_TO_A_TERM = frozenset({"sentence", "condemn", "jail"})
_TERMS = frozenset("year month week day death life prison imprisonment jail term detention labour labor".split())
_COUNTED = frozenset({"vote", "ballot"})
_NAMES = frozenset("declare proclaim name elect appoint crown".split())


def parse(doc: Doc) -> None:
    """Mend `doc` in place. Mending twice changes nothing more."""
    for token in doc:
        if token.dep_ == "det":
            _before_an_article(token)
        if token.dep_ == "amod" and token.tag_ == "VBG":
            _fitting(token)
        if token.dep_ == "prep" and token.lower_ == "to":
            _votes_to(token)
        if token.pos_ == "VERB" and token.lemma_.lower() in _TO_A_TERM:
            _to_a_term(token)
        if token.dep_ in ("npadvmod", "dobj") and token.tag_ == "NN":
            _named_what(token)


def _before_an_article(article: Token) -> None:
    """Of "On 8 May 2024 the group …": nothing stands in a noun phrase before its "the", and so no date either."""
    noun = article.head
    if article.lower_ not in ("the", "a", "an") or article.i < 2:
        return
    strays = [c for c in noun.lefts if c.i < article.i and c.dep_ in ("nummod", "nmod", "npadvmod", "compound")]
    words = [t for c in strays for t in c.subtree]
    month = next((t for t in words if t.lower_ in MONTHS), None)
    if month is None or any(t.i > article.i for t in words) or not any(t.like_num for t in words):
        return
    first = min(t.i for t in words)
    before = article.doc[first - 1] if first > article.sent.start else None
    home = before if before is not None and before.dep_ == "prep" else noun.head
    if home.i == noun.i or any(t.i == home.i for t in words):
        return
    if noun.dep_ == "pobj" and noun.head.i == home.i:  # "On 8 May 2024 a patrol blew up the dam": it did
        verb = home.head
        if verb.pos_ != "VERB" or verb.i < noun.i or any(c.dep_ in SUBJECTS for c in verb.children):
            return
        noun.head = verb
        noun.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"
    for other in words:
        if other.i != month.i:
            other.head, other.dep_ = month, "nummod" if other.like_num else "compound"
    month.head, month.dep_ = home, "pobj" if home is before else "npadvmod"


def _fitting(word: Token) -> None:
    """Of "a pipe fitting belonging to Norvale": a thing, for two participles do not stand side by side."""
    noun = word.head
    if word.i != noun.i + 1 or word.i + 1 >= len(word.doc) or any(True for _ in word.children):
        return
    behind = word.nbor(1)
    if behind.tag_ not in ("VBG", "VBN") or behind.dep_ != "acl" or behind.head.i != noun.i or noun.tag_ != "NN":
        return
    above, role = noun.head, noun.dep_
    children = [c for c in noun.children if c.i != word.i]
    word.pos_, word.tag_, word.lemma_ = "NOUN", "NN", word.lower_
    word.head, word.dep_ = above, role
    for child in children:
        child.head = word
    noun.head, noun.dep_ = word, "compound"


def _votes_to(to: Token) -> None:
    """Of "by 71 votes to nine": one figure, of which the parser gives the second half to the verb."""
    votes = to.nbor(-1) if to.i else to
    number = next((c for c in to.children if c.dep_ == "pobj"), None)
    if votes.lemma_.lower() in _COUNTED and votes.i != to.head.i and number is not None and number.like_num:
        to.head = votes


def _to_a_term(verb: Token) -> None:
    """Of "sentenced Leo Mann, a founder of Norvale, and nine others to seven years": to which he was sentenced."""
    thing = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)
    if thing is None or any(c.dep_ == "prep" and c.lower_ == "to" for c in verb.children):
        return
    for to in (t for t in verb.subtree if t.i > max(thing.i, verb.i) and t.lower_ == "to" and t.dep_ == "prep"):
        term = next((c for c in to.children if c.dep_ == "pobj"), None)
        if term is not None and term.lemma_.lower() in _TERMS:
            to.head = verb
            return


def _named_what(what: Token) -> None:
    """Of "proclaimed Ann Lind the winner by 40 votes": what she is, taken for when or how much."""
    first = what.left_edge
    thing = first.nbor(-1) if first.i > what.sent.start else what
    verb = thing.head
    if thing.dep_ != "dobj" or thing.i < verb.i or verb.lemma_.lower() not in _NAMES or thing.i == what.i:
        return
    if first.lower_ in ("the", "a", "an") and first.head.i == what.i:
        what.head, what.dep_ = verb, "oprd"
