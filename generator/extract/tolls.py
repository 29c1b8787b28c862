"""Tolls: what became of people in a happening that the text told before ("fourteen people were killed in the blast").

Such a clause names nobody and gives no day, so that it is no claim by itself; but with the claim that it points back to
it says how many, and that is where sources often differ.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.document import RawClaim
from generator.extract import acts, attribution, figures, happening
from generator.extract.clauses import clause, is_predicate
from generator.extract.misparsed import SUBJECTS
from generator.extract.tokens import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DEFINITE = frozenset({"the", "this", "that"})
LONGEST = 300  # characters of a clause that is quoted for its toll


def find(doc: Doc, claims: Sequence[RawClaim], skip: Collection[int]) -> tuple[RawClaim, ...]:
    """Claims of tolls that `claims` do not hold; `skip` holds the tokens of time expressions."""
    told = {claim.head for claim in claims}
    lead = text_of(doc).find("\n\n")
    return tuple(
        made
        for word in doc
        if word.idx not in told and is_predicate(word) and (made := _toll(word, skip, word.idx < lead)) is not None
    )


def widened(doc: Doc, claims: Sequence[RawClaim], skip: Collection[int]) -> tuple[RawClaim, ...]:
    """The claims; where one stands behind "when" in a sentence that counts its victims, with that sentence.

    "Sixty-eight people died when the dam burst on 12 November": the day is that of the burst, and so is the toll.
    """
    at = {token.idx: token for token in doc} if claims else {}
    return tuple(_widened(claim, at.get(claim.head), skip) for claim in claims)


def _widened(claim: RawClaim, word: Token | None, skip: Collection[int]) -> RawClaim:
    if word is None or word.dep_ != "advcl" or claim.figures or not any(c.lower_ == "when" for c in word.children):
        return claim
    doc, main, sentence = word.doc, word.head, word.sent
    if main.i > word.i or main.tag_ not in ("VBD", "VBN") or happening.doubtful(main) or happening.denied(main):
        return claim
    counted = tuple(f for f in figures.find(doc, sentence.start, word.left_edge.i, skip) if figures.is_toll(f))
    start, end = sentence.start_char, max(claim.end, sentence.end_char)
    text = text_of(doc)[start:end]
    if not counted or len(text) > LONGEST or "\n\n" in text.strip():
        return claim
    lead = len(text) - len(text.lstrip())
    return replace(claim, start=start + lead, end=start + len(text.rstrip()), figures=counted)


def _toll(verb: Token, skip: Collection[int], lead: bool) -> RawClaim | None:
    noun = next((n for n in _pointing(verb) if any(":" in act for act in acts.of_noun(n))), None)
    if noun is None or verb.tag_ not in ("VBD", "VBN") or happening.doubtful(verb):
        return None
    if not happening.tells(verb, happening.kinds_of(verb), dated=True):
        return None
    doc, made = verb.doc, clause(verb)
    counted = tuple(f for f in figures.find(doc, made.first, made.last, skip) if figures.is_toll(f))
    start, end = doc[made.first].idx, doc[made.last - 1].idx + len(doc[made.last - 1])
    if not counted or end - start > LONGEST or "\n\n" in text_of(doc)[start:end]:
        return None
    text = " ".join(text_of(doc)[start:end].split())
    return RawClaim(
        start, end, title=text[:90], head=verb.idx, noun=noun.lemma_.lower(), leaning=True, figures=counted,
        said_by=attribution.find(doc, verb), done=True, lead=lead,
    )  # fmt: skip


def _pointing(verb: Token) -> Iterator[Token]:
    """The definite nouns that a verb's subject is, or that it happens in: "the blast killed", "were killed in it"."""
    nouns = [c for c in verb.children if c.dep_ in SUBJECTS]
    nouns += [n for p in verb.children if p.dep_ in ("prep", "agent") for n in p.children if n.dep_ == "pobj"]
    for noun in nouns:
        if noun.pos_ == "NOUN" and any(c.dep_ == "det" and c.lower_ in _DEFINITE for c in noun.children):
            yield noun
