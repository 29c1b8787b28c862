"""Entries of a chronology that are headlines: "9 Jan 2024: Lind, Brandt arrested by customs", "Mar 3: Seven named".

Whoever made the list wrote each line to be read alone behind its day, in the short manner of headlines, which no parser
of sentences knows well. Where the parse gives no whole title, the entry's own first words are it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.extract import chronicle
from generator.extract.clauses import noun_kinds
from generator.extract.doubts import points

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

LONGEST, FEWEST = 90, 3  # characters, words
# What is no happening of that day, or not surely: a plan, a guess, a question, somebody's own words.
_OTHER = re.compile(
    r"[?“”\"…|]|\b(?:will|would|may|might|could|should|later|since|not|no|never|I|we|our|my|you|your|until|reportedly"
    r"|alleged(?:ly)?|perhaps|next|following)\b",
    re.I,
)
_ENDS = frozenset({".", ";", "!", "—", "–"})
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
    if text.count("(") != text.count(")") or points(text):
        return None
    return text[0].upper() + text[1:]


def teller(words: Span) -> Token | None:
    """The word of an entry that tells what happened: its first verb, or a noun for a happening; else `None`."""
    said = [t for t in words if t.pos_ == "VERB" and t.tag_ != "VBG" and t.dep_ not in ("amod", "xcomp")]
    verbs = [t for t in said if t.dep_ != "relcl" or not any(c.tag_ in ("WDT", "WP") for c in t.subtree)]
    nouns = [t for t in words if noun_kinds(t)]
    return next(iter(verbs or nouns), None)
