"""What a text calls a body, a place or a thing that it names: "Corvex, a Lisbon shipping agency"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract import callings
from generator.extract.role_words import THEN, Names, cleaned, end, listed

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from generator.model import EntityType


# Places that stand for themselves behind "of": the town of X is X, the coast of X is a part of it.
_WHOLE = frozenset(
    "city town village hamlet suburb district province region county island state republic commune municipality "
    "township parish enclave exclave capital canton oblast prefecture settlement resort port borough territory "
    "archipelago kingdom".split()
)
_PART = frozenset("old main whole entire central northern southern eastern western inner upper lower".split())


def kind(names: Names, type: EntityType, start: int, stop: int) -> str | None:
    """The words for a named thing beside its name, without article."""
    if type == "agreement":
        return None
    return (
        _apposed(names, type, stop)
        or _before(names.doc, type, start)
        or _is(names, type, stop)
        or _behind(names, type, stop)
    )


def _apposed(names: Names, type: EntityType, stop: int) -> str | None:
    """As "Corvex (CVX), a Lisbon shipping agency,"."""
    doc = names.doc
    at = stop
    if at < len(doc) and doc[at].text == "(":
        at = next((i + 1 for i in range(at, min(len(doc), at + 5)) if doc[i].text == ")"), at)
    if at + 2 >= len(doc) or doc[at].text != ",":
        return None
    return _described(names, type, at + 1, clause=False)


def _is(names: Names, type: EntityType, stop: int) -> str | None:
    """As "Corvex is the country's biggest shipping agency"."""
    doc = names.doc
    if stop + 2 >= len(doc) or doc[stop].lower_ not in ("is", "was"):
        return None
    return _described(names, type, stop + 1, clause=True)


def _described(names: Names, type: EntityType, at: int, *, clause: bool) -> str | None:
    doc = names.doc
    if doc[at].lower_ in THEN:
        return None
    article = doc[at].lower_ in callings.DETERMINERS
    start = at + 1 if article else at
    head = callings.head_of(doc, start, min(len(doc), start + callings.LONGEST))
    if head is not None and clause and type == "place" and doc[head].lower_ not in _WHOLE:
        return None  # "the town is a lake"
    if head is None or doc[head].sent != doc[at - 1].sent or doc[head].tag_ in ("NNP", "NNPS", "NNS"):
        return None
    if head in names.end_of:
        return None  # another name of it: "the Defence Forces, the Ruritanian army"
    if not (article or any(t.tag_ == "POS" for t in doc[start:head])) or not callings.is_kind(doc[head].text, type):
        return None
    last = end(names, start, head, clause=clause)
    if last is None or (head + 1 == last and not doc[start:head] and not clause):
        return None  # "Corvex, the company,": nothing that a reader does not see
    if not clause and (listed(doc, last) or doc[head].dep_ == "conj"):
        return None
    if doc[head + 1].lower_ in ("and", "or") if head + 1 < len(doc) else False:
        return None
    return cleaned(doc, start, last)


def _before(doc: Doc, type: EntityType, start: int) -> str | None:
    """As "the Lisbon shipping agency Corvex", "the river town of Neve"; not "the company Corvex"."""
    if start < 3:
        return None
    sentence = doc[start].sent.start
    of = doc[start - 1].lower_ == "of" and type == "place"
    last = start - 2 if of else start - 1
    if last <= sentence or doc[last].tag_ != "NN" or not callings.is_kind(doc[last].text, type):
        return None
    first = last
    while first > sentence and last - first < callings.LONGEST and callings.in_phrase(doc[first - 1]):
        first -= 1
    if doc[last - 1].text == "-" or (of and (doc[last].lower_ not in _WHOLE or doc[first].lower_ in _PART)):
        return None
    if first in (last, sentence) or doc[first - 1].lower_ not in callings.DETERMINERS:
        return None
    return cleaned(doc, first, last + 1)


def _behind(names: Names, type: EntityType, stop: int) -> str | None:
    """As "the Kestro 3 rocket", "its Kestro 8 missile system": the noun that a thing's name describes."""
    doc = names.doc
    if type != "equipment" or stop >= len(doc) or doc[stop - 1].whitespace_ == "":
        return None
    at = stop
    while at < len(doc) and at - stop < _LONGEST_KIND and _in_compound(doc, at, names):
        at += 1
    last = at - 1
    if last < stop or doc[last].tag_ not in ("NN", "NNS") or not callings.is_kind(_singular(doc, last), type):
        return None
    if at < len(doc) and (doc[at].tag_ in ("NNP", "POS", "CD") or doc[at].text == "-"):
        return None  # "the Kestro 3 rocket's tanks", "the Kestro 3 rocket Heron"
    if last == stop and doc[last].tag_ == "NNS":
        return None  # "Kestro tablets"
    return cleaned(doc, stop, at)


_LONGEST_KIND = 10  # tokens; hyphens are some


def _in_compound(doc: Doc, at: int, names: Names) -> bool:
    """Whether a word in small letters can stand in a compound noun: "medium-range surface-to-air missile"."""
    token = doc[at]
    if at in names.end_of or not token.text.islower():
        return token.text == "-"
    hyphened = doc[at - 1].text == "-" or (at + 1 < len(doc) and doc[at + 1].text == "-")
    return token.tag_ in ("NN", "NNS", "JJ", "HYPH") or hyphened


def _singular(doc: Doc, at: int) -> str:
    return doc[at].lemma_ if doc[at].tag_ == "NNS" else doc[at].text
