"""The words of a role: where they end in a sentence, what is taken off them, and whether a list only seems one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.document import Mention
from generator.extract.callings import LONGEST, NO_ROLE, needs_more

if TYPE_CHECKING:
    from spacy.tokens import Doc

_STOP = re.compile(r"[,.;:!?()\[\]\"“”\n]|\s[–—-]\s|[–—]|\s")
FINITE = ("VBD", "VBZ", "MD", "VBP")
RELATIVE = ("WP", "WDT", "WRB", "WP$")
_LOOSE = frozenset("from of in at for with to by on and or the a an whose".split())
_AGE = re.compile(r" (?:of|aged) \d{1,3}$")
_HONORIFIC = re.compile(r"^(?:Mr|Ms|Mrs|Miss|Dr)\.? (?=\w)")
_YEARS_OLD = re.compile(r"^(?:(?:then-)?(?:\d{1,3}|\w+)-year-old|own|very|same|selfsame|currently) ")
# Adverbs that say that somebody is something no longer, or not yet.
THEN = frozenset("once then later now formerly previously earlier soon until still not never no perhaps".split())


class Names:
    """The mentions of a document by the tokens that they cover."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention]) -> None:
        self.doc = doc
        self.spans: dict[int, tuple[int, int]] = {}
        self.end_of: dict[int, int] = {}  # token inside a name -> index behind that name
        self.bodies: dict[int, int] = {}  # first token of the name of a body -> index behind that name
        self.people_end: set[int] = set()  # indexes behind the names of people
        for index, mention in enumerate(mentions):
            span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if span is not None:
                self.spans[index] = span.start, span.end
                if mention.certain and mention.type == "organization":
                    self.bodies[span.start] = span.end
                if mention.certain and mention.type == "person":
                    self.people_end.add(span.end)
                if mention.certain:
                    self.end_of |= dict.fromkeys(range(span.start, span.end), span.end)


def end(names: Names, start: int, head: int, *, clause: bool = False) -> int | None:
    """Index behind the words that go with a noun, up to the next stop; None where they are no description.

    `clause`: the words follow a verb, so that "and" with another verb ends them as well.
    """
    doc, at = names.doc, start
    sentence = doc[head].sent.end
    while at < min(sentence, start + LONGEST + 4):
        token = doc[at]
        if at in names.end_of and names.end_of[at] > at and at > head:
            at = names.end_of[at]  # a comma inside a name is none: "Institute of Soil, Water and Air"
            continue
        if at > head and (_STOP.match(token.text) or token.tag_ in RELATIVE):
            return at
        if at > head and what_befell(doc, at):
            return None if clause and token.lower_ not in ("and", "but") else at
        if at > head and clause and token.tag_ == "IN" and at + 1 < sentence and doc[at + 1].tag_ == "PRP":
            return at  # "was a teacher before she became …"
        if at > head and clause and (_new_verb(doc, at) or token.lower_ in ("but", "when", "while", "because", "if")):
            return at
        if token.tag_ in FINITE:
            return None
        at += 1
    return at if at >= sentence else None


def _new_verb(doc: Doc, at: int) -> bool:
    """Whether "and" goes on with what somebody does: "owns the yard and has sold …"."""
    following = doc[at + 1 : at + 3]
    return doc[at].lower_ == "and" and any(t.tag_ in (*FINITE, "PRP", "VBN") for t in following)


def what_befell(doc: Doc, at: int) -> bool:
    """Whether what is no office begins here: "a trader reached by telephone", "head of it and no friend of his"."""
    following = doc[at + 1].lower_ if at + 1 < len(doc) else ""
    if doc[at].lower_ in ("and", "but"):
        return following in ("a", "an", "no", "not")
    if doc[at].tag_ not in ("VBN", "VBG") or doc[at].dep_ not in ("acl", "advcl", "ROOT", "conj"):
        return False
    return following in ("by", "on", "in", "at", "last", "from", "for", "during", "after", "with", "over")


def listed(doc: Doc, comma: int) -> bool:
    """Whether a list goes on behind a comma: "X, a baker, his son and two clerks"."""
    at = comma + 1
    if at >= len(doc) or doc[comma].text != ",":
        return False
    if doc[at].lower_ in ("and", "or", "&"):
        return False
    first = doc[at]
    if first.tag_ not in ("DT", "PRP$", "CD", "NNP", "NNS", "JJ", "NN"):
        return False
    while at < min(len(doc), comma + 9):
        token = doc[at]
        if (
            token.tag_.startswith("V")
            or token.tag_ == "MD"
            or (token.is_punct and token.text not in (",", "'", "’", "-"))
        ):
            return False
        if token.lower_ in ("and", "or", "&"):
            return True
        at += 1
    return False


def cleaned(doc: Doc, start: int, stop: int) -> str | None:
    """Words of a text as a role, or None where they are none."""
    if stop <= start:
        return None
    text = " ".join(doc[start:stop].text.split()).strip(" ,'’")
    text = _HONORIFIC.sub("", _YEARS_OLD.sub("", _AGE.sub("", text)))
    words = text.split()
    while words and words[-1].casefold() in _LOOSE:
        words.pop()  # "a town in the plain from which …"
    text = " ".join(words)
    last = words[-1].casefold() if words else ""
    if words and _singles_out(doc, stop, words):
        return None
    owned = start > 0 and doc[start - 1].lower_ in ("its", "their")
    if not words or len(words) > LONGEST or (len(words) == 1 and not owned and needs_more(last)):
        return None
    if last in NO_ROLE and not needs_more(last):
        return None
    return text


# What singles one out of many, so that the relative clause behind it is what is told.
_ONE_OF_MANY = frozenset("only first last sole lone".split())


def _singles_out(doc: Doc, stop: int, words: Sequence[str]) -> bool:
    """As "the only member of the family who refused": without the clause, something else is said."""
    behind = doc[stop] if stop < len(doc) else None
    return words[0].casefold() in _ONE_OF_MANY and behind is not None and behind.lower_ in ("who", "whom", "to", "that")
