"""Prices: the sum that a sentence names beside the contract whose signing it dates.

"The yard was paid 52 million euros under a contract signed in May", "The value of the contract signed on 12 May is 268
million ringgit": the clause that tells the signing is short, and the sum stands around it. There sources often differ,
so the claim is given the whole sentence and its sum.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.document import RawClaim
from generator.extract import figures, happening
from generator.extract.tokens import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST = 300  # characters of a sentence that is quoted for its sum
_PAPERS = frozenset({"contract", "deal", "order", "purchase", "sale", "agreement"})
_PAYING = frozenset({"pay", "receive", "cost", "get", "spend"})
_VALUES = frozenset({"value", "price", "cost", "worth"})
_ACTS = frozenset({"sign:years", "buy:months"})
# A part of it is not the price: an instalment, what was paid so far, a sum for each year.
_PART = re.compile(
    r"\b(?:instal?lments?|advance|down payment|deposit|part(?:ly)?|half|so far|already|further|another|more|additional"
    r"|extra|fine|penalty|a (?:year|month)|per|each|annual(?:ly)?|first payment|up to|at least)\b",
    re.I,
)


def widened(doc: Doc, claims: Sequence[RawClaim], skip: Collection[int]) -> tuple[RawClaim, ...]:
    """The claims; where one tells a signing and its sentence one sum for what was signed, with that sentence and sum.

    `skip` holds the tokens of time expressions.
    """
    at = {token.idx: token for token in doc} if claims else {}
    return tuple(_widened(claim, at.get(claim.head), skip) for claim in claims)


def _widened(claim: RawClaim, word: Token | None, skip: Collection[int]) -> RawClaim:
    if word is None or not claim.acts & _ACTS or claim.planned or any(f.unit for f in claim.figures):
        return claim
    paper = _paper(word)
    verb = _paid(paper) if paper is not None else None
    if verb is None or happening.doubtful(verb) or happening.denied(verb):
        return claim
    doc, sentence = word.doc, word.sent
    text = text_of(doc)[sentence.start_char : max(claim.end, sentence.end_char)]
    if len(text) > LONGEST or "\n\n" in text.strip() or _PART.search(text):
        return claim
    sums = [f for f in figures.find(doc, sentence.start, sentence.end, skip) if f.what == "sum" and f.unit]
    if len(sums) != 1:
        return claim
    start = sentence.start_char + len(text) - len(text.lstrip())
    end = sentence.start_char + len(text.rstrip())
    return replace(claim, start=start, end=end, figures=(*claim.figures, sums[0]))


def _paper(word: Token) -> Token | None:
    """What is signed or bought: the noun that tells it, that a clause describes, or that is its subject or object."""
    beside = [word, word.head, *(c for c in word.children if c.dep_ in ("nsubjpass", "dobj"))]
    return next((t for t in beside if t.pos_ == "NOUN" and t.lemma_.lower() in _PAPERS), None)


def _paid(paper: Token) -> Token | None:
    """The verb that says what was paid: "was paid … *under* it", "paid … *for* it", "the value *of* it *is* …"."""
    prep = paper.head
    if paper.dep_ != "pobj" or prep.lower_ not in ("under", "for", "of"):
        return None
    above = prep.head
    if prep.lower_ == "of":
        verb = above.head if above.lemma_.lower() in _VALUES and above.dep_ == "nsubj" else None
        return verb if verb is not None and verb.lemma_ == "be" else None
    while above.pos_ in ("NOUN", "PROPN", "NUM", "SYM", "ADP") and above.dep_ in ("dobj", "pobj", "prep", "attr"):
        above = above.head
    return above if above.lemma_.lower() in _PAYING else None
