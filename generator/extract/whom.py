"""Which of the people of a text "he" or "she" can mean, and which certainly not: by what is told of them and near."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator import gazetteer
from generator.extract.misparsed import SUBJECTS
from generator.extract.tokens import text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from generator.extract.referents import Referents


def can_be(who: Referents, i: int, sex: str) -> bool:
    """Whether "he" or "she" can be somebody: by what the text tells, else by the given name."""
    if not sex:
        return True
    known, other = who.sexes.get(who.key(i)), {"m": "f", "f": "m"}[sex]
    named, own = who.full.get(who.key(i), ()), who.mentions[i].text
    if known and known["m"] + known["f"] and len(named) < 2:
        return known[other] <= known[sex]  # of two of one surname the text's pronouns tell nothing
    return {gazetteer.sex_of(name.split()[0]) for name in (named if " " not in own else [own])} != {other}


def another_fits(who: Referents, token: Token, sex: str, acting: Sequence[int]) -> bool:
    """Whether two people whom a text has just named can be "he": then it is not known which of them is."""
    sentence = token.sent
    begin = who.doc[sentence.start - 1].sent.start_char if sentence.start and not acting else sentence.start_char
    near = [i for i in who.within(begin, token.idx) if who.mentions[i].type == "person" and not _credited(who, i)]
    near += [who.person] if who.person is not None and not acting else []
    return len({who.key(i) for i in near if can_be(who, i, sex)}) > 1


_ACCORDING = re.compile(r"according to (?:\w+ ){0,3}$", re.I)


def _credited(who: Referents, i: int) -> bool:
    """Of "according to Berg": who only vouches for what is told of another."""
    start = who.mentions[i].start
    return bool(_ACCORDING.search(text_of(who.doc)[max(0, start - 48) : start]))


def ahead(who: Referents, token: Token) -> int | None:
    """Of "Before the end of his term, Leo Mann …": Leo Mann, who acts behind the comma."""
    root = token.sent.root
    subject = next((c for c in root.children if c.dep_ in SUBJECTS), None)
    if token.tag_ != "PRP$" or subject is None or subject.left_edge.i <= token.i:
        return None
    fronted = next((t for t in (token, *token.ancestors) if t.head.i == root.i), token)
    found = who.at(subject)
    if fronted.dep_ not in ("prep", "advcl", "npadvmod") or found is None:
        return None
    return found if who.mentions[found].type == "person" else None


def acts(who: Referents, i: int) -> bool:
    """Whether a mention is a subject, or stands in apposition to one."""
    span = who.doc.char_span(who.mentions[i].start, who.mentions[i].end, alignment_mode="expand")
    root = span.root if span is not None and len(span) else None
    if root is not None and root.dep_ == "appos":
        root = root.head
    return root is not None and root.dep_ in SUBJECTS


# What a firm, a court or an agency does, and no product, ship or place of its.
_BODIES_DO = frozenset(
    "patent sue announce sign buy acquire publish found hire dismiss sack pay own sell agree file order employ licence "
    "license merge appeal invest borrow lend".split()
)


def of_bodies(it: Token) -> bool:
    """Whether "it" does what only bodies do: "the valve it patented"."""
    return it.dep_ == "nsubj" and it.head.lemma_.lower() in _BODIES_DO


def happens(it: Token) -> bool:
    """Of "it took place", "it happened", "it was held": a happening is meant, and nobody who acts."""
    verb = it.head
    if it.dep_ not in SUBJECTS:
        return False
    if verb.lemma_.lower() == "take":
        return any(c.lower_ == "place" for c in verb.children)
    held = verb.lemma_.lower() == "hold" and any(c.dep_ == "auxpass" for c in verb.children)
    return held or verb.lemma_.lower() in ("happen", "occur", "last")
