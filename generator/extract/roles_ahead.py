"""What somebody is called before a comma and the name: "The notary, X, said"; "an agronomist called X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract import callings
from generator.extract.role_words import FINITE, Names, cleaned, listed

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SUBJECT = ("nsubj", "nsubjpass")
_CLOSES = frozenset(', . ; : ? ! ) ] " ” — –'.split())


def apposed(names: Names, start: int, stop: int) -> str | None:
    """As "the head of the Ports Office (PO), X,": what stands right before a comma and a name that a stop closes."""
    doc = names.doc
    sentence = doc[start].sent.start if start < len(doc) else 0
    if start - 2 <= sentence - 1 or start < 2:
        return None
    between = doc[start - 1]
    if between.lower_ in ("called", "named"):
        found = callings.before_comma(doc, start - 1, sentence)
        return cleaned(doc, found[0], found[2]) if found and found[1] == start - 2 else None
    if between.text != "," or not closed(doc, stop):
        return None
    comma = start - 1
    if comma - 4 > sentence and doc[comma - 3].lower_ == "at" and doc[comma - 1].lower_ == "time":
        comma -= 3  # "the director at that time, X,"
    found = callings.before_comma(doc, comma, sentence)
    if found is None or doc[found[1]].tag_ in ("NNS", "NNPS"):
        return None
    begins = found[0] - (found[0] > sentence and doc[found[0] - 1].lower_ in callings.DETERMINERS)
    if begins - 1 > sentence and doc[begins - 1].text == "," and begins - 1 in names.people_end:
        return None  # "A, the head of the bank X, B, who": whose it is, the comma before tells
    if not _free(doc, found[0], found[1], sentence) and not _apposed(doc, start, stop, found):
        return None
    return cleaned(doc, found[0], found[2])


def closed(doc: Doc, stop: int) -> bool:
    """Whether a name is set apart: "the mayor, X, said", not "the mayor, X said" or "the mayor, X and two clerks"."""
    if stop >= len(doc):
        return True
    at = stop
    if doc[at].text == "(":
        at = next((i + 1 for i in range(at, min(len(doc), at + 8)) if doc[i].text == ")"), at)
    if at < len(doc) and doc[at].lower_ == "of":
        while at < len(doc) and at < stop + 8 and doc[at].text not in _CLOSES and doc[at].tag_ not in FINITE:
            at += 1
    if at >= len(doc) or not doc[at].text.strip():
        return True
    if doc[at].text == "," and at + 2 < len(doc) and doc[at + 1].like_num and doc[at + 2].text == ",":
        at += 2
    return doc[at].text in _CLOSES and not listed(doc, at)


def _free(doc: Doc, begin: int, head: int, sentence: int) -> bool:
    """Whether the noun phrase cannot be a part of what goes before: it begins the clause, or somebody's words end."""
    at = begin - 1 if begin > sentence and doc[begin - 1].lower_ in callings.DETERMINERS else begin
    if at == sentence or (at == sentence + 1 and doc[sentence].lower_ == "of"):
        return True  # "Of the mayor, X, nothing was heard"
    before = doc[at - 1]
    if doc[at].lower_ in ("a", "an"):
        return True  # "where a locum doctor, X, misread": whom an indefinite article brings in is named at once
    if (
        before.lower_ == "by"
        and at - 2 >= sentence
        and any(t.tag_ == "VBN" for t in doc[max(sentence, at - 4) : at - 1])
    ):
        return True  # "submitted in May by the inspector, X, were"
    if before.text in ('"', "”", ",", ";", ":", "—", "–") or before.lower_ in (
        "said",
        "says",
        "and",
        "but",
        "that",
        "as",
    ):
        return True
    if before.tag_ in (*FINITE, "VBN", "VBG", "VB") and doc[head].dep_ in _SUBJECT:
        return True
    fronted = not any(t.tag_ in FINITE for t in doc[sentence:at])
    return not fronted and doc[sentence].tag_ not in ("IN", "WRB", "VBG", "VBN", "TO")


def _apposed(doc: Doc, start: int, stop: int, found: tuple[int, int, int]) -> bool:
    """Whether the parse ties a name to the noun before it, where a fronted phrase could end at the comma."""
    root = doc[start:stop].root
    return doc[found[1]].dep_ in _SUBJECT and root.dep_ == "appos" and root.head.i == found[1]
