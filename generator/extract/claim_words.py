"""What the words of a clause say of a claim: its event noun, its tense, whether it leans on what was told before."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from generator.document import Mention
from generator.extract import figures
from generator.extract.clauses import Clause, noun_kinds
from generator.extract.misparsed import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST_WHOLE = 180  # characters of a sentence that is quoted for a participle of its subject
LONGEST_COUNT = 300  # of one that is quoted for what it counts


def event_noun(doc: Doc, made: Clause) -> str:
    """The event noun of the clause, or of its subject ("the *visit* began"), folded to its stem."""
    if made.noun is not None:
        return doc[made.noun].lemma_.lower()
    objects = [c for c in doc[made.predicate].children if c.dep_ in ("dobj", "nsubjpass") and noun_kinds(c)]
    if objects:
        return objects[0].lemma_.lower()
    subject = doc[made.subject] if made.subject is not None else None
    return subject.lemma_.lower() if subject is not None and noun_kinds(subject) else ""


def of_main_subject(doc: Doc, word: Token, made: Clause) -> bool:
    """Of "The battle, fought from 3 to 11 May, halted him": a participle, which no reader would quote alone."""
    if word.dep_ != "acl" or made.subject is None or len(word.sent.text) > LONGEST_WHOLE:
        return False
    subject = doc[made.subject]
    return subject.head.i == word.sent.root.i and subject.dep_ in SUBJECTS and subject.i < word.i


def counted_then(doc: Doc, word: Token, made: Clause, skip: Collection[int]) -> bool:
    """Of "When the polls shut on 3 May, 40 percent had voted": what the main clause counts was so then.

    Only people and shares: a sum of money beside a happening may be any.
    """
    if word.dep_ not in ("advcl", "relcl") or len(word.sent.text) > LONGEST_COUNT or not past(word.sent.root):
        return False
    if not any(c.lower_ == "when" for c in word.lefts) or word.head.ent_type_ in ("DATE", "TIME"):
        return False
    if any(t.text in ("“", "”", '"') for t in word.sent):
        return False
    parts = (word.sent.start, made.first), (made.last, word.sent.end)
    around = [f for part in parts for f in figures.find(doc, *part, skip)]
    return bool(around) and all(figures.is_toll(f) or f.unit == "%" for f in around)


def leans(doc: Doc, mentions: Sequence[Mention], made: Clause, inside: Sequence[int]) -> bool:
    """Whether only a definite event noun says who or what: "the visit began in Rome", "the two-day talks"."""
    subject = doc[made.subject] if made.subject is not None else doc[made.predicate]
    if subject.tag_ not in ("NN", "NNS") or not noun_kinds(subject):
        return False
    if not any(c.dep_ == "det" and c.lower_ in ("the", "this", "these", "that", "those") for c in subject.children):
        return False
    return all(mentions[i].type == "place" for i in inside)


def present(verb: Token) -> bool:
    """Whether a verb is in the present, or its "is" is: "takes office", "is sworn in"."""
    helping = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return (helping[0] if helping else verb).tag_ in ("VBZ", "VBP") and not any(c.lemma_ == "have" for c in helping)


def past(verb: Token) -> bool:
    """Whether a verb tells something as done: past, perfect, past passive."""
    return verb.tag_ in ("VBD", "VBN") or any(c.lemma_ in ("have", "be") and c.tag_ == "VBD" for c in verb.children)


def working_title(quote: str, limit: int) -> str:
    """A draft's working title: the beginning of its words."""
    text = " ".join(quote.split())
    return text if len(text) <= limit else text[: limit - 2].rsplit(" ", 1)[0] + " …"


_AT_ITS_END = re.compile(r"(?:the )?end of (?:the|this) (?:year|month|week|season)|later (?:this|in the) \w+", re.I)


def at_its_end(time: str) -> bool:
    """Of "retires at the end of the year": in the present, reckoned from its own day, that end is still to come."""
    return _AT_ITS_END.search(time) is not None
