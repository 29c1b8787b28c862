"""What a text says of somebody behind the name: "X, the notary,", "X, who runs the yard,", "X is a notary"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.extract import callings
from generator.extract import gazetteer_words as tables
from generator.extract.role_words import THEN, Names, cleaned, end, listed
from generator.extract.tokens import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

# What one does who leads, has or stands for something.
_LEADS = frozenset(
    "run head lead chair direct manage own co-own edit preside oversee command captain coach represent found co-found "
    "govern supervise conduct administer helm coordinate co-ordinate moderate".split()
)
# What one leads or runs without being its leader.
_NO_OFFICE = frozenset(
    "race series table way field championship standings poll polls list rankings marathon mile course distance "
    "procession march chorus prayers singing attack charge errand errands risk hand home game set match tour "
    "stage lap day days week month year night evening morning afternoon vote votes count".split()
)
_COPULAS = frozenset({"is", "was", "remains"})
# What one does for as long as one leads something.
_LASTING = frozenset("run head lead chair direct manage edit own command preside".split())
_SIDES = frozenset({"defence", "defense", "prosecution", "plaintiff", "plaintiffs"})
# What says when an office was held, and stands in the role: "X, then the city's chief engineer".
_DATED = frozenset({"then", "formerly", "currently"})


def apposed(names: Names, stop: int) -> str | None:
    """As ", the chairman of the union,": the apposition behind a name, up to the next stop or verb."""
    doc = names.doc
    index = _behind_now(doc, _behind_age(doc, stop))
    if index is not None and index + 3 < len(doc) and doc[index].lower_ == "one" and doc[index + 1].lower_ == "of":
        return _one_of(names, stop, index)
    dated = index is not None and doc[index].lower_ in _DATED
    if index is None or (doc[index].lower_ in THEN and not dated) or doc[index].tag_ in ("WP", "WP$", "WDT", "IN"):
        return None  # "once the manager of X": no longer
    begins = index
    index += dated
    if index >= len(doc):
        return None
    article = doc[index].lower_ in callings.DETERMINERS
    start = index + 1 if article else index
    head = callings.head_of(doc, start, min(len(doc), start + callings.LONGEST))
    if head is None or doc[head].sent != doc[stop - 1].sent:
        return None
    last = end(names, start, head)
    if last is None:
        return None
    if not callings.is_role(doc, start, head, last, sure=not article) and not _titled(doc, start, min(head + 1, last)):
        return None
    following = doc[head + 1 : head + 3]
    if len(following) == 2 and following[0].lower_ in ("and", "or", "&"):
        if following[1].tag_ in ("CD", "PRP$", "NNP", "NNS") or following[1].lower_ in ("the", "two"):
            return None  # "X, a baker and two clerks": a list
        if following[1].tag_ == "DT" and doc[head].dep_ == "conj":
            return None
    if doc[head].dep_ == "conj" and doc[head].head.i != head - 2 and listed(doc, last):
        return None
    if last < len(doc) and listed(doc, last) and doc[head].dep_ != "appos":
        return None
    return cleaned(doc, begins if dated else start, last)


def in_list(doc: Doc, begins: int, stop: int, told: str) -> bool:
    """Whether a description behind a name may be the next in a list that holds the name: ", X, the driver, and"."""
    if begins < 1 or doc[begins - 1].text != ",":
        return False
    text, at = text_of(doc), doc[stop].idx
    found = text.find(told, at, at + len(told) + 12)
    return found >= 0 and text.startswith(", and", found + len(told))


def _one_of(names: Names, stop: int, index: int) -> str | None:
    """As "X, one of twelve engineers at the yard": the plural of a calling says what each is."""
    doc = names.doc
    start = index + 2
    at = start
    while at < min(len(doc), start + callings.LONGEST) and (
        callings.in_phrase(doc[at]) or doc[at].tag_ in ("CD", "DT", "PRP$", "RBS", "NNS")
    ):
        at += 1
    head = at - 1
    if head < start or doc[head].tag_ != "NNS" or doc[head].sent != doc[stop - 1].sent:
        return None
    words = [t.text for t in doc[start + 1 : head]] + [doc[head].lemma_]
    last = end(names, start, head)
    if last is None or not callings.is_calling(words, sure=True):
        return None
    return cleaned(doc, index, last)


def _titled(doc: Doc, start: int, stop: int) -> bool:
    """Whether an office of titles.txt stands among the first words: "member of parliament" is one, "MP" is."""
    words = [t.text for t in doc[start:stop]]
    return any(
        tables.title_kind(" ".join(words[first : first + length])) == "position"
        for first in range(min(5, len(words)))
        for length in (4, 3, 2, 1)
        if first + length <= len(words)
    )


def _behind_age(doc: Doc, stop: int) -> int | None:
    """Index behind the comma, dash or bracket that follows a name, an age between them left out."""
    if stop + 1 >= len(doc):
        return None
    if doc[stop].text == "(" and doc[stop + 1].like_num:
        return None
    if doc[stop].text not in (",", "(", "–", "—"):
        return None
    index = stop + 1
    if doc[index].like_num and index + 2 < len(doc) and doc[index + 1].text == ",":
        index += 2
    return index


def _behind_now(doc: Doc, index: int | None) -> int | None:
    """Index behind "now", "by now", which say that the office is held: "X, by now the mayor"."""
    if index is not None and index + 1 < len(doc) and doc[index].lower_ == "now":
        return index + 1
    if index is not None and index + 2 < len(doc) and doc[index].lower_ == "by" and doc[index + 1].lower_ == "now":
        return index + 2
    return index


_SIGNED = re.compile(r"[ *_]*\n[ *_]*(?P<office>[A-Z][^\n*_]{3,80}+)[ *_]*(?:\n|\Z)")


def signed(names: Names, start: int, stop: int) -> str | None:
    """The office on a line of its own under a name on a line of its own, as at the end of a letter."""
    doc = names.doc
    if stop >= len(doc) or "\n" not in doc[stop].text:
        return None
    text, end_of_name = text_of(doc), doc[stop - 1].idx + len(doc[stop - 1])
    found = _SIGNED.match(text, end_of_name)
    if found is None or text[: doc[start].idx].rstrip(" *_")[-1:] not in ("", "\n"):
        return None
    office = found["office"].strip()
    return office if tables.title_kind(office) == "position" else None


def told(names: Names, start: int, stop: int) -> str | None:
    """As "X is the head of the yard", "X works as a diver", "X, 54, who has run the yard since 2010,"."""
    doc = names.doc
    if stop >= len(doc) - 1:
        return _named_last(names, start, stop)
    at = stop
    if doc[at].text == "(" and doc[at + 1].text[0].isdigit():  # "(4 March 1876 – 9 May 1949) was a painter"
        at = next((i + 1 for i in range(at, min(len(doc) - 3, at + 14)) if doc[i].text == ")"), at)
    index = _behind_age(doc, stop)
    relative = index is not None and doc[index].lower_ == "who"
    if relative and index is not None:
        at = index + 1
    elif index is not None and index > stop + 1:
        at = index
    if at + 2 >= len(doc):
        return None
    word = doc[at]
    if relative and word.lower_ == "is" and doc[at + 1].lower_ == "to":
        return _leads(names, at)
    if word.lower_ in _COPULAS:
        return _predicate(names, at + 1)
    if word.lower_ in ("works", "worked") and doc[at + 1].lower_ == "as":
        return _predicate(names, at + 2)
    if relative:
        return _leads(names, at) or _runs(names, start, stop)
    return _named_last(names, start, stop) or _chair_of(names, stop) or _runs(names, start, stop)


def _runs(names: Names, start: int, stop: int) -> str | None:
    """As "His daughter, X, runs the school"; "X, who came as a trainee, leads the team": what somebody leads."""
    doc = names.doc
    at = stop + 1 if doc[stop].text == "," else stop
    root = doc[start:stop].root
    if root.dep_ == "nsubj" and root.head.i > stop:
        at = root.head.i
    if at + 2 >= len(doc) or doc[at].tag_ != "VBZ" or doc[at].lemma_.lower() not in _LASTING:
        return None
    head = _object(names, at + 1) if doc[at + 1].lower_ not in ("a", "an") else None
    if head is None or doc[head].lower_ in _NO_OFFICE or not doc[head].tag_.startswith("NN"):
        return None
    last = end(names, at + 1, head, clause=True)
    return None if last is None or last - at > callings.LONGEST else cleaned(doc, at, last)


def belongs(names: Names, stop: int) -> str | None:
    """As "X of the Seed Trust", "X, from the Seed Trust,": the body of somebody of whom nothing else is told."""
    doc = names.doc
    at = stop + 1 if stop < len(doc) and doc[stop].text == "," else stop
    if at + 1 >= len(doc) or doc[at].lower_ not in ("of", "from", "with", "for"):
        return None
    comma = at > stop
    if comma and doc[at].lower_ == "for" and [t.lower_ for t in doc[at + 1 : at + 2]] == ["the"]:
        side = doc[at + 2 : at + 4]
        if len(side) == 2 and side[0].lower_ in _SIDES and side[1].text == ",":
            return cleaned(doc, at, at + 3)
    if doc[at].lower_ != "of" and not comma:
        return None
    first = at + 2 if doc[at + 1].lower_ == "the" else at + 1
    begins = first
    while first < begins + _LONGEST_KIND and first not in names.bodies and _small(doc, first):
        first += 1  # "of the dockers' union DKU"
    last = names.bodies.get(first)
    if last is None or doc[first].sent != doc[stop - 1].sent:
        return None
    if last < len(doc) and (doc[last].tag_ == "POS" or (doc[last].text == "-" and not doc[last].whitespace_)):
        return None  # "X of the Seed Trust's board"
    if comma and (last >= len(doc) or doc[last].text not in (",", ".", ";", "(", ":")):
        return None  # "X, of the Seed Trust fame"
    return cleaned(doc, at, last)


_LONGEST_KIND = 6  # words before the name of a body that say what it is


def _small(doc: Doc, at: int) -> bool:
    """Whether a word in small letters can stand before the name of a body, and say what it is."""
    return at < len(doc) and callings.in_phrase(doc[at]) and (doc[at].text.islower() or doc[at].tag_ == "POS")


def _predicate(names: Names, at: int) -> str | None:
    """The noun behind "is", where it says what somebody does."""
    doc = names.doc
    while at < len(doc) and doc[at].lower_ in ("also", "now"):
        at += 1
    if at + 3 < len(doc) and doc[at].lower_ == "one" and doc[at + 1].lower_ == "of":
        return _one_of(names, at, at)
    article = at < len(doc) and doc[at].lower_ in callings.DETERMINERS
    start = at + 1 if article else at
    head = callings.head_of(doc, start, min(len(doc), start + callings.LONGEST)) if start < len(doc) else None
    if head is None:
        return None
    owned = any(t.tag_ == "POS" for t in doc[start:head])
    last = end(names, start, head, clause=True)
    if last is None or not callings.is_role(doc, start, head, last, sure=True):
        return None
    bare = not article and not owned and (head + 1 >= len(doc) or doc[head + 1].lower_ not in ("of", "at", "for"))
    return None if bare else cleaned(doc, start, last)


def _leads(names: Names, at: int) -> str | None:
    """As "who runs the yard": what somebody leads, with its "who"."""
    doc = names.doc
    verb = at + 1 if doc[at].lower_ in ("has", "had", "now", "also") else at
    if [t.lower_ for t in doc[at : at + 2]] == ["is", "to"]:
        verb = at + 2  # "who is to run the yard"
    if verb + 1 >= len(doc) or doc[verb].tag_ not in ("VBZ", "VBD", "VBN", "VBP", "VB"):
        return None
    if doc[verb].lower_ in ("took", "takes") and doc[verb + 1].lower_ == "over" and verb + 2 < len(doc):
        head = _object(names, verb + 2)
        noun = head is not None and doc[head].tag_.startswith("NN") and doc[head].lower_ not in _NO_OFFICE
        return cleaned(doc, at - 1, head + 1) if noun and head is not None else None
    founded = doc[verb].lower_ in ("founded", "founds", "co-founded")
    if (doc[verb].lemma_.lower() not in _LEADS and not founded) or doc[verb].lower_ == "found":
        return None
    start = verb + 1
    if doc[start].lower_ == "over" and doc[verb].lemma_.lower() == "preside":
        start += 1
    head = _object(names, start)
    if head is None or doc[head].lower_ in _NO_OFFICE or not (doc[head].tag_[:2] == "NN" or doc[head].dep_ == "dobj"):
        return None
    last = end(names, start, head, clause=True)
    if last is None or last - at > callings.LONGEST:
        return None
    return cleaned(doc, at - 1, last)


def _object(names: Names, start: int) -> int | None:
    """Index of the noun that a verb governs from `start`, behind its article or owner, or the end of a name."""
    doc = names.doc
    if start in names.end_of and doc[start].tag_ != "POS":
        behind = names.end_of[start]
        if behind >= len(doc) or doc[behind].tag_ != "POS":
            return behind - 1
    if doc[start].lower_ not in callings.DETERMINERS and start not in names.end_of:
        return None
    first = start + 1 if doc[start].lower_ in callings.DETERMINERS else start
    while first < len(doc) and doc[first].tag_ == "CD":
        first += 1
    at = first
    while at < len(doc) and (callings.in_phrase(doc[at]) or doc[at].tag_ in ("NNS", "VBG", "VBN", "CD")):
        at += 1
    return at - 1 if at > first else None


def _named_last(names: Names, start: int, stop: int) -> str | None:
    """As "The hut's warden is X.": a sentence that ends in the name of whom it tells."""
    doc = names.doc
    if start < 3 or (stop < len(doc) and doc[stop].text not in (".", ",", ";", ":", "!")):
        return None
    sentence = doc[start].sent.start
    be = start - 1
    if doc[be].lower_ == "called" and doc[be - 1].lower_ in _COPULAS:
        be -= 1
    if doc[be].lower_ not in _COPULAS or be <= sentence:
        return None
    found = callings.before_comma(doc, be, sentence)
    if found is None or found[0] > sentence + 1 or doc[found[1]].tag_ in ("NNS", "NNPS"):
        return None
    return cleaned(doc, found[0], found[2])


def _chair_of(names: Names, stop: int) -> str | None:
    """As "X founded the union, of which she is chairwoman": where the sentence names one person, before it says so."""
    doc = names.doc
    sentence = doc[stop - 1].sent
    at = next((t.i for t in doc[stop : sentence.end] if t.lower_ == "which" and doc[t.i - 1].lower_ == "of"), None)
    if at is None or at + 3 >= sentence.end or doc[at + 1].lower_ not in ("he", "she"):
        return None
    if doc[at + 2].lower_ != "is" or doc[stop - 1].dep_ not in ("nsubj", "nsubjpass"):
        return None
    start = at + 4 if doc[at + 3].lower_ in callings.DETERMINERS else at + 3
    head = callings.head_of(doc, start, sentence.end)
    if head is None or not callings.is_calling([t.text for t in doc[start : head + 1]], sure=True):
        return None
    return cleaned(doc, start, head + 1)
