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
from generator.extract.kinds import kinds_of
from generator.extract.misparsed import SUBJECTS
from generator.extract.tokens import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from generator.document import RawFigure

_DEFINITE = frozenset({"the", "this", "that"})
_DAMAGING = frozenset({"destroy", "damage", "flood", "inundate", "gut", "flatten"})  # "87 houses were destroyed"
LONGEST = 300  # characters of a clause that is quoted for its toll
SHORT = 14  # words of a sentence that tells nothing but the toll of the one before
_VIOLENT = frozenset({"attack", "accident", "disaster"})  # kinds of happening
_BLOWS = frozenset({"fight", "attack", "protest", "explode:months", "topple:months"})  # acts
# Words with which a sentence counts a part, or the victims of something else.
_PARTING = frozenset(
    "when as after before since while among including further more another other others also later still of will would"
    " not no".split()
)


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
    """The claims; one whose victims its sentence counts before "when", or the next sentence, with these words.

    "Sixty-eight people died when the dam burst on 12 November": the day is that of the burst, and so is the toll.
    """
    at = {token.idx: token for token in doc} if claims else {}
    return tuple(_widened(claim, at.get(claim.head), skip) for claim in claims)


def _widened(claim: RawClaim, word: Token | None, skip: Collection[int]) -> RawClaim:
    if word is not None and _victims(claim, word) and (told := _behind(word.sent, skip)):
        return replace(claim, end=told[0], figures=(*claim.figures, *told[1]))
    if word is not None and _victims(claim, word) and (told := _joined(word, skip)):
        return replace(claim, end=max(claim.end, told[0]), figures=(*claim.figures, *told[1]))
    if word is None or word.dep_ != "advcl" or claim.figures or not any(c.lower_ == "when" for c in word.children):
        return claim
    doc, main, sentence = word.doc, word.head, word.sent
    if main.tag_ not in ("VBD", "VBN") or happening.doubtful(main) or happening.denied(main):
        return claim
    # "When the dam burst on 12 November, 68 people died", and the other way round.
    first, last = (sentence.start, word.left_edge.i) if main.i < word.i else (word.right_edge.i + 1, sentence.end)
    if main.i > word.i and any(t.i in skip for t in doc[first:last]):
        return claim
    damaged = main.lemma_.lower() in _DAMAGING
    counted = tuple(f for f in figures.find(doc, first, last, skip) if figures.is_toll(f) or (damaged and not f.unit))
    start, end = sentence.start_char, max(claim.end, sentence.end_char)
    text = text_of(doc)[start:end]
    if not counted or len(text) > LONGEST or "\n\n" in text.strip():
        return claim
    lead = len(text) - len(text.lstrip())
    return replace(claim, start=start + lead, end=start + len(text.rstrip()), figures=counted)


def _victims(claim: RawClaim, word: Token) -> bool:
    """Whether a claim tells, with its day, what people can fall victim to, and counts none."""
    told = bool(claim.date) and not claim.planned and not claim.draft and not claim.dated_by
    violent = not _VIOLENT.isdisjoint(claim.kinds[:2]) or not _BLOWS.isdisjoint(acts.acts_of(word))
    return told and violent and not any(map(figures.is_toll, claim.figures))


def _joined(verb: Token, skip: Collection[int]) -> tuple[int, tuple[RawFigure, ...]] | None:
    """Of "two trains collided at Graz, and 14 people were injured": the end of the second clause, and its toll."""
    other = next((c for c in verb.rights if c.dep_ == "conj" and any(x.dep_ in SUBJECTS for x in c.children)), None)
    if other is None or other.tag_ not in ("VBD", "VBN") or happening.doubtful(other) or happening.denied(other):
        return None
    doc, words = other.doc, list(other.subtree)
    if any(t.i in skip or t.pos_ == "PROPN" or t.lower_ in _PARTING for t in words):
        return None
    counted = figures.find(doc, words[0].i, words[-1].i + 1, skip)
    end = words[-1].idx + len(words[-1])
    alone = bool(counted) and all(map(figures.is_toll, counted)) and end - verb.sent.start_char <= LONGEST
    return (end, counted) if alone else None


def _behind(sentence: Span, skip: Collection[int]) -> tuple[int, tuple[RawFigure, ...]] | None:
    """Of "Police fire on students in Leith. Five are killed.": the end of the second sentence, and its toll.

    Only of a sentence of the same paragraph that says nothing else: no name, no time, no cause of its own.
    """
    doc, first = sentence.doc, sentence.end
    if first >= len(doc) or "\n" in doc[first].text or "\n" in sentence.text.strip():
        return None
    behind = doc[first].sent
    words = [t for t in behind if not t.is_space]
    if len(words) > SHORT or any(t.pos_ == "PROPN" or t.i in skip or t.lower_ in _PARTING for t in words):
        return None
    if behind.root.tag_ not in ("VBD", "VBN", "VBP", "VBZ") or happening.doubtful(behind.root):
        return None
    counted = figures.find(doc, behind.start, behind.end, skip)
    if not counted or not all(map(figures.is_toll, counted)) or "\n" in behind.text.strip():
        return None
    end = words[-1].idx + len(words[-1])
    return (end, counted) if end - sentence.start_char <= LONGEST else None


def _toll(verb: Token, skip: Collection[int], lead: bool) -> RawClaim | None:
    noun = next((n for n in _pointing(verb) if any(":" in act for act in acts.of_noun(n))), None)
    if noun is None or verb.tag_ not in ("VBD", "VBN") or happening.doubtful(verb):
        return None
    if not happening.tells(verb, kinds_of(verb), dated=True):
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
