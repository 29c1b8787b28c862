"""Other figures: what somebody else says of the number in the sentence before ("the union put the figure at 30").

Reports often give both sides of a count in one paragraph, and name who says what. Such a sentence tells no happening of
its own; with the claim before it, it is the other side of a dispute.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from generator import quantities
from generator.document import RawClaim, RawFigure
from generator.extract import acts, attribution, claim_words, figures, happening, headline, numbers
from generator.extract.misparsed import SUBJECTS
from generator.extract.tokens import text_of
from generator.model import Figure

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

LONGEST = 240  # characters of a sentence that is quoted for its figure
NEAR = 2  # sentences between it and the claim
_PUTTING = frozenset({"put", "set", "estimate"})
_SAYING = frozenset("say claim insist maintain count report state tell write believe".split())
_SPEAKING = frozenset({"speak", "talk"})
_TOLLS = frozenset({"toll", "dead", "death"})
_COUNTS = frozenset("figure number total count crowd".split())
# A march and those who marched: of a crowd two sides give two numbers more often than of anything else.
_MARCH = "protest"
_CROWD = frozenset({"person", "participant", "attendee"})
_SUMS = frozenset("sum amount cost price value damage".split())
# Of another time, another happening, or a part of the count; what was said before is corrected, and not disputed.
_OF_ANOTHER = re.compile(
    r"\b(?:earlier|previous(?:ly)?|initial(?:ly)?|at first|first|original(?:ly)?|later|since|already|now|so far|yet"
    r"|again|final(?:ly)?|another|other|further|more|additional|similar|until|last|next|then|among|including"
    r"|had (?:put|said|spoken|set|estimated)|would|will|could|might|may|if|not|no)\b",
    re.I,
)


def find(doc: Doc, claims: Sequence[RawClaim], skip: Collection[int]) -> tuple[RawClaim, ...]:
    """Claims that give another's figure for what one of `claims` counts; `skip` holds the tokens of times."""
    at = {token.idx: token for token in doc} if claims else {}
    counting = [
        (word.sent.start, c)
        for c in claims
        if c.date and (word := at.get(c.head)) is not None and (c.figures or _MARCH in acts.acts_of(word))
    ]
    if not counting:
        return ()
    told = {at[c.head].sent.start for c in claims if c.head in at and c.date}
    sentences = list(doc.sents)
    made = []
    for n, sentence in enumerate(sentences):
        if sentence.start in told or any(t.i in skip for t in sentence):
            continue
        near = [s.start for s in sentences[max(0, n - NEAR) : n]]
        before = [c for start, c in counting if start in near]
        made += [other] if (other := _other(sentence, before)) is not None else []
    return tuple(made)


def _other(sentence: Span, before: Sequence[RawClaim]) -> RawClaim | None:
    text = text_of(sentence.doc)
    start, end = sentence.start_char, sentence.start_char + len(sentence.text.rstrip())
    verb = sentence.root
    if not before or end - start > LONGEST or _OF_ANOTHER.search(sentence.text) or verb.tag_ not in ("VBD", "VBZ"):
        return None
    who = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if who is None or who.pos_ not in ("NOUN", "PROPN") or happening.denied(verb):
        return None
    said_by = attribution.noun_phrase(who)
    for claim in reversed(before):
        figure = _figure(verb, claim) if claim.figures else _crowd(verb)
        if figure is None or "\n" in text[claim.start : end] or said_by in (None, claim.said_by):
            continue
        return RawClaim(
            start, end, title=claim_words.working_title(sentence.text, headline.LIMIT), head=verb.idx, leaning=True,
            figures=(figure,), said_by=said_by, whole=False, done=True, beside=claim.head,
        )  # fmt: skip
    return None


def _figure(verb: Token, claim: RawClaim) -> RawFigure | None:
    """The figure that a verb of saying gives for what a claim counts, where it is another than the claim's own."""
    lemma, doc = verb.lemma_.lower(), verb.doc
    number = None
    if lemma in _PUTTING:
        number = _at(verb)
    elif lemma in _SAYING:
        said = next((c for c in verb.rights if c.dep_ == "ccomp"), None)
        counted = [c for c in said.children if c.dep_ in SUBJECTS] if said is not None and said.lemma_ == "be" else []
        if said is not None and counted and (mine := _counting(counted[0], claim)) is not None:
            return _given(doc, _first_number(doc, said.i + 1, verb.sent.end), mine)
        return _told(said if said is not None else verb, claim)
    elif lemma in _SPEAKING:
        return _told(verb, claim)
    if number is None:
        return None
    noun = next((c for c in verb.children if c.dep_ == "dobj"), None)
    mine = _counting(noun, claim) if noun is not None else None
    return _given(doc, number.i, mine) if mine is not None else None


def _crowd(verb: Token) -> RawFigure | None:
    """Of "the police counted 2,000 people", behind a march that nobody has counted: how many."""
    if verb.lemma_.lower() not in _PUTTING | _SAYING | _SPEAKING:
        return None
    found = figures.find(verb.doc, verb.i + 1, verb.sent.end, ())
    if len(found) != 1 or found[0].unit or quantities.thing(found[0].what) not in _CROWD:
        return None
    return RawFigure("people", found[0].value, None, found[0].bound)


def _at(verb: Token) -> Token | None:
    """The number in "put the toll *at nine*"."""
    preps = (c for c in verb.subtree if c.lower_ == "at" and c.dep_ == "prep" and c.i > verb.i)
    first = next(preps, None)
    at = first.i + 1 if first is not None else 0
    number = _first_number(verb.doc, at, min(at + figures.LOOK_BACK, verb.sent.end)) if at else None
    return verb.doc[number] if number is not None else None


def _first_number(doc: Doc, first: int, last: int) -> int | None:
    return next((i for i in range(first, last) if numbers.amount(doc, i, last)[0] is not None), None)


def _counting(noun: Token, claim: RawClaim) -> RawFigure | None:
    """Of a claim's figures the one that a noun means: "the toll" that of the dead, "the figure" the only one."""
    lemma = noun.lemma_.lower()
    dead = [f for f in claim.figures if f.what.endswith("killed")]
    if lemma in _TOLLS or (lemma == "number" and any(c.lower_ == "of" for c in noun.children)):
        of = {t.lower_ for t in noun.subtree}
        wanted = dead if lemma in _TOLLS or of & {"dead", "deaths"} else [
            f for f in claim.figures if f.what.split()[0] in of
        ]  # fmt: skip
        return wanted[0] if len(wanted) == 1 else None
    only = claim.figures[0] if len(claim.figures) == 1 else None
    return only if only is not None and (lemma in _COUNTS or (lemma in _SUMS and only.unit)) else None


def _given(doc: Doc, at: int | None, mine: RawFigure) -> RawFigure | None:
    """A number without its noun, or with the unit of the claim's: "the figure was 1,900 tonnes"."""
    if at is None:
        return None
    sentence = doc[at].sent
    value, behind = numbers.amount(doc, at, sentence.end)
    after = doc[behind] if behind < sentence.end else None
    plain = after is None or not after.text.isalnum() or after.tag_ not in ("NN", "NNS", "NNP", "CD")
    same = after is not None and (figures.unit_of(after) or after.lower_) in (mine.unit, *mine.what.split())
    of_money = at > 0 and doc[at - 1].tag_ == "$"
    share = after is not None and after.lower_ in ("%", "percent", "per")
    if value is None or not (plain or same) or (of_money and not mine.unit) or share != (mine.unit == "%"):
        return None
    return _other_than(mine, RawFigure(mine.what, value, mine.unit, figures.bound(doc, at)))


def _told(verb: Token, claim: RawClaim) -> RawFigure | None:
    """The one figure of a clause, where the claim counts the same thing, and no name says where else that was."""
    doc, sentence = verb.doc, verb.sent
    words = [t for t in verb.subtree if t.i >= verb.left_edge.i and t.i > sentence.root.i]
    found = figures.find(doc, min((t.i for t in words), default=verb.i), sentence.end, ())
    alone = any(t.lower_ == "alone" for t in words)
    if len(found) != 1 or (any(t.pos_ == "PROPN" for t in words) and not alone):
        return None
    thing = (quantities.thing(found[0].what), found[0].unit)
    mine = next((f for f in claim.figures if (quantities.thing(f.what), f.unit) == thing), None)
    figure = RawFigure(found[0].what, found[0].value, found[0].unit, "least" if alone else found[0].bound)
    return _other_than(mine, figure) if mine is not None else None


def _other_than(mine: RawFigure, figure: RawFigure) -> RawFigure | None:
    one, other = (Figure(what=f.what, value=f.value, unit=f.unit, bound=f.bound) for f in (mine, figure))
    return None if quantities.agree(one, other) else figure
