"""What a text calls a body, a place or a thing that it names: "Corvex, a Lisbon shipping agency"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract import callings
from generator.extract import gazetteer_words as tables
from generator.extract.role_words import THEN, Names, cleaned, end, listed
from generator.extract.roles_ahead import closed

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
# Nouns that tell nothing which the type of a page does not tell: "the company Corvex".
_EMPTY = frozenset("company firm group body organisation organization business concern system order".split())
# What bodies are to others, which says something only with whose or what kind: "the Norwegian partner".
_RELATIVE = frozenset("partner rival competitor owner arm parent unit division investor subsidiary affiliate".split())
# Kinds of bodies that follow their names: "the Green Dawn party", "the ULK union".
_BEHIND = frozenset("party bloc union alliance coalition movement faction militia newspaper magazine".split())
_NAMING = frozenset({"called", "named", "dubbed", "nicknamed"})


def kind(names: Names, type: EntityType, start: int, stop: int) -> str | None:
    """The words for a named thing beside its name, without article."""
    if type == "agreement":
        return None
    return (
        _apposed(names, type, stop)
        or _before(names.doc, type, start, stop)
        or _before_comma(names, type, start, stop)
        or _is(names, type, stop)
        or _behind(names, type, start, stop)
        or (_whose(names, start, stop) if type == "organization" else None)
    )


def _whose(names: Names, start: int, stop: int) -> str | None:
    """As "the Ostmark's Press Office", "the Press Office of the Ostmark": whose a body is that others have as well."""
    doc = names.doc
    if not all(tables.is_plain(t.lower_) for t in doc[start:stop] if t.text[:1].isalpha()):
        return None
    if start > 1 and doc[start - 1].tag_ == "POS" and doc[start - 2].text[:1].isupper():
        first = start - 2
        while first and first - 1 in names.end_of and names.end_of[first - 1] == names.end_of.get(start - 2):
            first -= 1
        return cleaned(doc, first, stop)
    if stop + 1 < len(doc) and doc[stop].lower_ in ("in", "of", "at"):
        first = stop + 2 if doc[stop + 1].lower_ == "the" else stop + 1
        if first in names.bodies:
            return cleaned(doc, stop, names.bodies[first])
    return None


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
    if doc[at].lower_ in THEN or doc[at].tag_ == "WP$":
        return None  # "Corvex, whose owner"
    article = doc[at].lower_ in callings.DETERMINERS
    start = at + 1 if article else at
    head = callings.head_of(doc, start, min(len(doc), start + callings.LONGEST))
    if head is not None and clause and type == "place" and doc[head].lower_ not in _WHOLE:
        return None  # "the town is a lake"
    if head is None or doc[head].sent != doc[at - 1].sent or doc[head].tag_ in ("NNP", "NNPS", "NNS"):
        return None
    if head in names.end_of:
        return None  # another name of it: "the Defence Forces, the Ruritanian army"
    if not (article or any(t.tag_ == "POS" for t in doc[start:head])) or not _is_kind(doc, head, type):
        return None
    last = end(names, start, head, clause=clause)
    if last is None or (head + 1 == last and not _telling(doc, type, start, head) and not clause):
        return None  # "Corvex, the company,": nothing that a reader does not see
    if not clause and (listed(doc, last) or doc[head].dep_ == "conj"):
        return None
    if doc[head + 1].lower_ in ("and", "or") if head + 1 < len(doc) else False:
        return None
    return cleaned(doc, start, last)


def _is_kind(doc: Doc, head: int, type: EntityType) -> bool:
    word = doc[head].text
    return callings.is_kind(word, type) or (type == "organization" and word in _RELATIVE)


def _telling(doc: Doc, type: EntityType, start: int, head: int) -> bool:
    """Whether a noun, by itself or with the words before it, tells what the type of a page does not."""
    noun = doc[head].lower_
    if start < head:
        return doc[start].lower_ not in ("same", "very", "whole", "other") or start + 1 < head
    return type in ("organization", "equipment") and noun not in _EMPTY and noun not in _RELATIVE


def _before(doc: Doc, type: EntityType, start: int, stop: int) -> str | None:
    """As "the Lisbon shipping agency Corvex", "rating agency Corvex", "the river town of Neve"; not "the company X"."""
    if start < 2:
        return None
    sentence = doc[start].sent.start
    of = doc[start - 1].lower_ == "of" and type == "place"
    last = start - 2 if of else start - 1
    if last < sentence or doc[last].tag_ not in ("NN", "JJ") or not _is_kind(doc, last, type):
        return None
    first = _begins(doc, last, sentence)
    if doc[last - 1].text == "-" or (of and (doc[last].lower_ not in _WHOLE or doc[first].lower_ in _PART)):
        return None
    article = first > sentence and doc[first - 1].lower_ in callings.DETERMINERS
    if type == "place" and (not article or first == last):
        return None
    if article and first - 2 == sentence and doc[sentence].lower_ in ("in", "at", "on", "from"):
        return None  # "In the league Lakeside lead"
    if not article and first == last and (type != "equipment" or first == sentence):
        return None
    if not _telling(doc, type, first, last) or _tells_of_clause(doc, start, stop, last):
        return None
    return cleaned(doc, first, last + 1)


def _begins(doc: Doc, last: int, sentence: int) -> int:
    """Where the phrase of a noun begins; a place right behind a preposition is none of it: "In Oslo bank X"."""
    first = last
    while first > sentence and last - first < callings.LONGEST and callings.in_phrase(doc[first - 1]):
        first -= 1
    if first > sentence and doc[first - 1].lower_ in ("in", "near", "at", "from"):
        while first < last and doc[first].tag_ in ("NNP", "NNPS"):
            first += 1
    while first < last and (doc[first].tag_ == "POS" or doc[first].is_punct):
        first += 1
    return first


def _tells_of_clause(doc: Doc, start: int, stop: int, noun: int) -> bool:
    """Whether a name begins what is told of the noun before it: "the biggest loan Corvex had ever taken up"."""
    root = doc[start:stop].root
    told = root.dep_ in ("nsubj", "nsubjpass") and root.head.dep_ in ("relcl", "ccomp") and root.head.i > noun
    return told and doc[noun].dep_ != "ROOT"  # a sentence that is read as a noun alone


def _before_comma(names: Names, type: EntityType, start: int, stop: int) -> str | None:
    """As "its repair chain, Corvex, was sold", "a camera called Idun"."""
    doc = names.doc
    if start < 3 or type == "place":
        return None
    sentence = doc[start].sent.start
    at = start - 1
    if doc[at].lower_ in callings.DETERMINERS and at - 1 > sentence:
        at -= 1  # "the regulator, the CPC,"
    naming = doc[at].lower_ in _NAMING
    if naming:
        at -= 1
        if [t.lower_ for t in doc[at - 1 : at + 1]] == ["to", "be"] and at - 2 > sentence:
            at -= 2  # "the first ship, to be named Psara"
        if doc[at].text == ",":
            at -= 1
    elif doc[at].text == ",":
        if not closed(doc, stop):
            return None
        at -= 1
    else:
        return None
    last = at
    while at > sentence + 1 and (at in names.end_of or doc[at].lower_ in ("in", "of", "from")):
        at -= 1  # "a broker in Lisbon, Corvex,"
    if at <= sentence or doc[at].tag_ != "NN" or not _is_kind(doc, at, type):
        return None
    first = _begins(doc, at, sentence)
    article = first > sentence and doc[first - 1].lower_ in callings.DETERMINERS
    owned = any(t.tag_ == "POS" for t in doc[first:at])
    return cleaned(doc, first, last + 1) if (article or owned) and _telling(doc, type, first, at) else None


def _behind(names: Names, type: EntityType, start: int, stop: int) -> str | None:
    """As "the Kestro 3 rocket", "its Kestro 8 missile system", "the Green Dawn party": the noun behind a name."""
    doc = names.doc
    if type not in ("equipment", "organization") or stop >= len(doc) or doc[stop - 1].whitespace_ == "":
        return None
    at = stop
    while at < len(doc) and at - stop < _LONGEST_KIND and _in_compound(doc, at, names):
        at += 1
    last = at - 1
    if last < stop or doc[last].tag_ not in ("NN", "NNS"):
        return None
    if type == "organization":
        article = any(t.lower_ in callings.DETERMINERS or t.tag_ == "POS" for t in doc[max(0, start - 3) : start])
        compound = at - stop > 1 and _is_kind(doc, last, type) and doc[last].text not in _EMPTY
        if not article or not (doc[last].text in _BEHIND or compound):
            return None
    elif not callings.is_kind(_singular(doc, last), type):
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
