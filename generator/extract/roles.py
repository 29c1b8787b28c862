"""What a text says that a person is: the office before or behind the name, in the text's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.document import Mention
from generator.extract import callings
from generator.extract import gazetteer_words as tables
from generator.extract import roles_ahead as ahead
from generator.extract import roles_behind as behind
from generator.extract import roles_things as things
from generator.extract.role_words import Names, cleaned

if TYPE_CHECKING:
    from spacy.tokens import Doc

_TIMES = frozenset("day week weekend month year morning afternoon evening night time hour".split())
_LONGEST = callings.LONGEST
_LINKS = frozenset({"of", "for", "the", "and", "at", "in", "on", "&", "to"})


def find(doc: Doc, mentions: Sequence[Mention]) -> dict[int, str]:
    """Index of a mention -> role as stated, without article, rank and name; of a thing, what it is called."""
    names = Names(doc, mentions)
    found: dict[int, str] = {}
    for index, mention in enumerate(mentions):
        span = names.spans.get(index)
        if span is None or not mention.certain:
            continue
        role = _of_person(names, *span) if mention.type == "person" else things.kind(names, mention.type, *span)
        if role:
            found[index] = role
    return found


def _of_person(names: Names, start: int, stop: int) -> str | None:
    """The office right before the name; one that says no more than "Judge" only where nothing else is told."""
    title = _before(names.doc, start)
    if title is not None and " " in title:
        return title
    begins = _without_titles(names.doc, start)
    told = behind.apposed(names, stop)
    if told is not None and behind.in_list(names.doc, begins, stop, told):
        told = None  # "the head of the table, Ms X, the driver, and two clerks"
    return (
        told
        or ahead.apposed(names, begins, stop)
        or title
        or behind.told(names, start, stop)
        or behind.signed(names, start, stop)
        or behind.belongs(names, stop)
    )


def _without_titles(doc: Doc, name: int) -> int:
    """Index where the ranks and titles before a name begin: "the harbour master, Captain X"."""
    stop, sentence = name, _sentence(doc, name)
    while stop > sentence and (length := _title_before(doc, sentence, stop)[0] or int(_called(doc, sentence, stop))):
        stop -= length
    return stop


def _title(words: Sequence[str]) -> bool:
    """Whether words are an office, alone or in the plural."""
    return tables.title_kind(" ".join(words)) == "position"


def _before(doc: Doc, name: int) -> str | None:
    """As "Finance Minister", "head of the Planning Division": what stands right before the name, ranks apart."""
    sentence = _sentence(doc, name)
    stop = name
    start: int | None = None
    while stop > sentence and start is None:
        length, kind = _title_before(doc, sentence, stop)
        if (kind is None and _called(doc, sentence, stop)) or (kind == "rank" and _of_some(doc, sentence, stop)):
            length, kind = 1, "position"
        if kind == "rank" and length > 1 and doc[stop - 1].text.islower() and stop < name:
            kind = "position"  # "Chief inspector Eng. X"
        if kind == "position":
            start = stop - length
        elif kind is not None:
            stop -= length
        else:
            start = _office_with_of(doc, sentence, stop)
            if start is None:
                return None
    if start is None:
        return None
    limit = max(sentence, stop - _LONGEST)
    office = start
    while start > limit and callings.in_phrase(doc[start - 1]) and not doc[start - 1].is_sent_end:
        start -= 1
    start = max(start, _behind_place(doc, start, office, sentence), _behind_spot(doc, start, office))
    start = _and_another(doc, start, sentence)
    while start < stop and (doc[start].tag_ in ("DT", "POS", "PRP$") or doc[start].is_punct):
        start += 1
    return cleaned(doc, start, stop)


def _of_some(doc: Doc, sentence: int, stop: int) -> bool:
    """Whether a rank in small letters says of what: "team captain", "police sergeant"."""
    last = doc[stop - 1]
    return last.text.islower() and stop - 2 >= sentence and doc[stop - 2].tag_ in ("NN", "NNP")


def _and_another(doc: Doc, start: int, sentence: int) -> int:
    """Where the first of two callings before one name begins: "the poet and translator X"."""
    if start - 2 < sentence or doc[start - 1].lower_ != "and" or not callings.in_phrase(doc[start - 2]):
        return start
    first = start - 2
    while first > max(sentence, start - 6) and callings.in_phrase(doc[first - 1]):
        first -= 1
    words = [t.text for t in doc[first : start - 1]]
    return first if callings.is_calling(words, sure=True) and doc[start - 2].tag_ != "NNS" else start


def _behind_place(doc: Doc, start: int, office: int, sentence: int) -> int:
    """Where an office begins that stands right behind a place: "In Davos mountain guide X"."""
    if start == sentence or doc[start - 1].lower_ not in ("in", "near", "at") or doc[start].tag_ != "NNP":
        return start
    while start < office and doc[start].tag_ in ("NNP", "NNPS"):
        start += 1
    return start


def _behind_spot(doc: Doc, start: int, office: int) -> int:
    """Where an office with a capital begins behind what is none of it: "in the front row Professor X"."""
    if start < 2 or not doc[office].text[:1].isupper() or office == start:
        return start
    times = [t.i for t in doc[start:office] if t.lower_ in _TIMES]
    if times:
        return times[-1] + 1  # "on the same day Health Minister X"
    spot = doc[start - 1].lower_ in ("the", "a") and doc[start - 2].lower_ in ("in", "on", "at", "from", "by", "near")
    return office if spot and all(t.text.islower() for t in doc[start:office]) else start


def _called(doc: Doc, sentence: int, stop: int) -> bool:
    """Whether a noun for what somebody does stands right before a name: "the notary X", "shift boss X"."""
    last = doc[stop - 1]
    if last.is_punct or last.tag_ in ("POS", "NNS", "VBD", "VBZ", "IN", "CC", "RB") or _ended(doc, stop - 1):
        return False
    first = stop - 1
    while first > max(sentence, stop - 4) and callings.in_phrase(doc[first - 1]):
        first -= 1
    return callings.is_calling([t.text for t in doc[first:stop]], sure=True)


def _sentence(doc: Doc, name: int) -> int:
    """Index where the sentence of a name begins; the full stop of "Sgt." before it ended none."""
    sentence = doc[name].sent.start if name < len(doc) else 0
    if sentence == name > 0 and _abbreviated(doc, name) and _title_before(doc, max(0, name - 6), name)[0]:
        return doc[name - 1].sent.start
    return sentence


def _abbreviated(doc: Doc, name: int) -> bool:
    """Whether the word before a name is no common one: "Sgt.", not the end of "said the commission's spokesman."."""
    last = name - 2 if doc[name - 1].text == "." and name > 1 else name - 1
    return doc[last].text[:1].isupper()


def _title_before(doc: Doc, sentence: int, stop: int) -> tuple[int, str | None]:
    """(number of tokens, kind) of the longest title that ends right here; the full stop of "Gen." counts as its own."""
    for length in (6, 5, 4, 3, 2, 1):
        if (
            stop - length >= sentence
            and not doc[stop - length].is_punct
            and not _ended(doc, stop - 1)
            and (kind := tables.title_kind(doc[stop - length : stop].text))
        ):
            return length, kind
    return 0, None


_WHOLE = re.compile(r"[a-zà-ÿ][a-zà-ÿ'’-]{4,}\.")


def _ended(doc: Doc, at: int) -> bool:
    """Whether a sentence ended right before a name: "said her lawyer. Ann Example"; "Lt.-Gen. Ann Example" goes on."""
    word = doc[at - 1].text + "." if doc[at].text == "." and at else doc[at].text
    return _WHOLE.fullmatch(word) is not None


def _office_with_of(doc: Doc, sentence: int, stop: int) -> int | None:
    """Index of an office whose "of …" runs up to the name: "the head of the Operations Division"."""
    for index in range(stop - 1, max(sentence, stop - _LONGEST) - 1, -1):
        token = doc[index]
        if not (callings.in_phrase(token) or token.lower_ in _LINKS or token.tag_ in ("DT", "POS", "CC")):
            return None
        following = doc[index + 1].lower_ if index + 1 < stop else ""
        if (
            following in ("of", "for")
            and _title([token.text])
            and index + 2 < stop
            and doc[stop - 1].tag_.startswith("NN")
        ):
            return index
    return None
