"""Entries of a chronology that are headlines: "9 Jan 2024: Lind, Brandt arrested by customs", "Mar 3: Seven named".

Whoever made the list wrote each line to be read alone behind its day, in the short manner of headlines, which no parser
of sentences knows well. Where the parse gives no whole title, the entry's own first words are it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.extract import chronicle
from generator.extract.acts import of_noun, table
from generator.extract.clauses import COURSE, noun_kinds
from generator.extract.doubts import points
from generator.extract.in_story import ALONE
from generator.extract.lexicon import lexicon
from generator.extract.misparsed import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Span, Token

LONGEST, FEWEST = 90, 2  # characters, words
PAIR = 2  # words: of so short an entry the second must be its verb, or the first a name
# What is no happening of that day, or not surely: a plan, a guess, a question, somebody's own words.
_OTHER = re.compile(
    r"[?“”\"…|]|\b(?:will|would|may|might|could|should|later|since|not|no|never|I|we|our|my|you|your|until|reportedly"
    r"|alleged(?:ly)?|perhaps|next|following)\b",
    re.I,
)
_ENDS = frozenset({".", ";", "!", "—", "–"})
# Of "declared winner" who was declared so stands before it; of "declared the vote void" what was stands behind it.
_NAMING = frozenset({"declare", "name", "elect", "appoint", "proclaim", "crown", "vote", "rule"})
_PASSIVE = re.compile(r"\b(?:is|are) ")
_HOUR = re.compile(r"(?:at|by|around|about|shortly|just) ", re.I)  # "At 3.40am the dam bursts" is no headline
_DANGLES = re.compile(r"\b(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|but|as|that)$", re.I)


def statement(doc: Doc, head: chronicle.Anchor) -> Span | None:
    """The first statement of the entry that a date heads: to its full stop, semicolon or the end of its line."""
    first = head.last
    while first < len(doc) and doc[first].text in chronicle.MARKS:
        first += 1
    end = first
    while end < len(doc) and not (doc[end].is_space and "\n" in doc[end].text) and doc[end].text not in _ENDS:
        end += 1
    return doc[first:end] if first < end else None


def title(words: Span) -> str | None:
    """The title that the first statement of an entry is, or `None` where it is none that can be read."""
    text = " ".join(words.text.split()).strip(" ,:")
    if len(text) > LONGEST or len(text.split()) < FEWEST or _OTHER.search(text) or _DANGLES.search(text):
        return None
    if text.count("(") != text.count(")") or points(text) or _HOUR.match(text):
        return None
    return text[0].upper() + text[1:]


def enough(title: str, text: str) -> bool:
    """Whether a title says enough among the events of its story: of two words the first is a name that the text knows.

    "Norvale withdraws", but not "Ship returns", which another source tells with the name of the ship.
    """
    words = title.split()
    if len(words) > PAIR:
        return True
    known = (behind for before, behind in pairwise(text.split()) if before[-1].islower() or before[-1] == ",")
    return any(re.split(r"\W", word, maxsplit=1)[0] == words[0] for word in known)


def teller(words: Span) -> Token | None:
    """The word of an entry that tells what happened: its first verb, or a noun for a happening; else `None`."""
    said = [t for t in words if t.pos_ == "VERB" and t.tag_ != "VBG" and t.dep_ not in ("amod", "xcomp")]
    verbs = [t for t in said if t.dep_ != "relcl" or not any(c.tag_ in ("WDT", "WP") for c in t.subtree)]
    verbs = verbs or [t for t in words if _taken_for_another(t, words)]
    nouns = [t for t in words if noun_kinds(t) or of_noun(t)]
    told = next(iter(verbs or nouns), None)
    if len([t for t in words if t.is_alpha]) > PAIR or told is None:
        return told
    return told if (verbs and told.i > words.start) or (not verbs and words[0].pos_ == "PROPN") else None


def _taken_for_another(token: Token, words: Span) -> bool:
    """Whether a verb was taken for something else: "The sluices are closed", "The inspectorate halts sales"."""
    if token.i == words.start or any(t.pos_ == "VERB" for t in words):
        return False
    if token.pos_ == "ADJ" and token.dep_ == "acomp" and token.head.lemma_ == "be":
        return token.lower_.endswith("ed")
    known = token.lemma_.lower() in table().verbs or token.lemma_.lower() in lexicon().verb_kinds
    return token.tag_ in ("NNS", "NNPS") and known and not noun_kinds(token)


def done_to(words: Span, titles: Sequence[str]) -> bool:
    """Of "Shares suspended", "Lind declared mayor": whether a verb stands there as a participle, without its "is".

    Its form is that of the past tense, and an active title would say that the shares did it; not so a passive one.
    """
    if any(_PASSIVE.search(title) for title in titles):
        return False
    verb = next((t for t in words if t.pos_ == "VERB" and t.dep_ in ("ROOT", "acl", "conj")), None)
    if verb is None or verb.tag_ not in ("VBD", "VBN") or any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        return False
    if not any(c.dep_ in SUBJECTS and c.i < verb.i for c in verb.children) or verb.lemma_.lower() in ALONE | COURSE:
        return False
    objects = [c for c in verb.rights if c.dep_ in ("dobj", "oprd", "attr", "ccomp", "xcomp", "dative")]
    if verb.lemma_.lower() in _NAMING:
        return not any(c.dep_ == "det" or c.pos_ == "PROPN" for t in objects for c in t.subtree)
    return not objects
