"""The names in a text: flat, without rank, article, title or possessive, each with its type.

Order of work: words and runs of capitals (`mention_words`), cut into names (`mention_spans`), votes for their types
(`mention_types`), agreement within the text (`mention_within`) and over all texts (`mention_agree`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator import gazetteer
from generator.document import Document, Mention
from generator.extract import gazetteer_words as tables
from generator.extract import mention_furniture, mention_types, mention_within
from generator.extract.acronyms import abbreviates
from generator.extract.mention_agree import Finding, agree
from generator.extract.mention_ends import Candidate
from generator.extract.mention_spans import Cutter
from generator.extract.mention_types import CERTAIN, MARGIN
from generator.extract.mention_within import KNOWN_AS
from generator.extract.mention_words import own_apostrophe
from generator.extract.mention_words import words as words_of
from generator.extract.times import day_names
from generator.extract.tokens import text_of
from generator.names import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

_NO_NAMES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE", "NORP"})


def find(doc: Doc, document: Document) -> tuple[Mention, ...]:
    """The names of one text, in its order, without overlap; offsets count characters of `document.text`.

    `doc` is made from `document.text`. What is doubtful has `certain=False`; that may be a name that only other texts
    tell of, so `agree` has the last word.
    """
    if text_of(doc) != document.text:
        raise ValueError(f"{document.seed}: the parsed text is not the document's")
    words = words_of(doc)
    spans = {(e.start_char, e.end_char): e.label_ for e in doc.ents if e.label_ not in _NO_NAMES}
    cutter = Cutter(words, spans)
    cutter.day_names = day_names.names(document.text)
    candidates = _of_text(_apart(cutter.cut()), cutter, document)
    for candidate in candidates:
        mention_types.weigh(cutter, candidate)
    candidates = _without_descriptions(candidates, cutter)
    names = [document.text[words[c.start].start : _end(c, cutter, document.text)] for c in candidates]
    names = mention_within.agree(candidates, names, document.text, cutter)
    found = []
    for candidate in candidates:
        kind, weight, margin = mention_types.decide(candidate.votes) or ("organization", 0.0, 0.0)
        start, end = _start(candidate, cutter, document.text), _end(candidate, cutter, document.text)
        if kind == "agreement" and document.text[max(0, start - 6) : start].lower() in ("trans-", "inter-"):
            start -= 6  # "the trans-Pacific pact"
        certain = weight >= CERTAIN and margin >= MARGIN
        votes = tuple(sorted((k, w) for k, w in candidate.votes.items() if w > 0))
        found.append(
            Finding(
                start,
                end,
                document.text[start:end],
                kind,
                certain,
                votes,
                candidate.here,
                candidate.told,
                candidate.either,
            )
        )
    return tuple(found)


def _start(candidate: Candidate, cutter: Cutter, text: str) -> int:
    """Where a name begins: at an apostrophe that is its first letter, as "’Mamello"; a quotation ends with another."""
    start = cutter.words[candidate.start].start
    return start - own_apostrophe(text, start)


def _end(candidate: Candidate, cutter: Cutter, text: str) -> int:
    """Where a name ends in the text: behind a bracket that it opens, as "CPI(M)"."""
    start, end = cutter.words[candidate.start].start, cutter.words[candidate.stop - 1].end
    return end + (text[end : end + 1] == ")" and "(" in text[start:end] and ")" not in text[start:end])


def _of_text(candidates: list[Candidate], cutter: Cutter, document: Document) -> list[Candidate]:
    """Without those of bylines and credits, and the publisher's own name."""
    words = cutter.words
    furniture = mention_furniture.spans(document.text)
    names = [document.text[words[c.start].start : words[c.stop - 1].end] for c in candidates]
    own = mention_furniture.own_name(names, document.publisher, mention_furniture.agencies(document.text))
    kept, at = [], 0
    for candidate, name in zip(candidates, names, strict=True):
        start = words[candidate.start].start
        while at < len(furniture) and furniture[at][1] <= start:
            at += 1
        if not (at < len(furniture) and furniture[at][0] <= start) and fold(name) not in own:
            kept.append(candidate)
    return kept


def _apart(candidates: list[Candidate]) -> list[Candidate]:
    """Without overlap: the longer one stays."""
    made: list[Candidate] = []
    for candidate in candidates:
        if made and candidate.start < made[-1].stop:
            if candidate.stop - candidate.start > made[-1].stop - made[-1].start:
                made[-1] = candidate
        else:
            made.append(candidate)
    return made


def _without_descriptions(candidates: list[Candidate], cutter: Cutter) -> list[Candidate]:
    """Without capitalised descriptions right behind a name with a number: "Falcon 9 Medium-Lift Rocket"."""
    made: list[Candidate] = []
    for candidate in candidates:
        before = made[-1] if made else None
        if (
            before
            and before.stop == candidate.start
            and cutter.head(candidate.start, candidate.stop) == "equipment"
            and cutter.words[before.stop - 1].gap == " "
            and not cutter.words[before.stop - 1].possessive
        ):
            before.vote("equipment", 2.0)
            continue
        made.append(candidate)
    return made


# What tells whose letters an acronym has, where they are not the name's own in English.
_INITIALS = re.compile(
    r"(?:['’]s?)?(?: [A-Z]\w+)?,? (?:better |also |usually )?(?:known|called|abbreviated) (?:by|under|as|to)? ?"
    r"(?:its|their|the) (?:[A-Z]\w+ )?(?:initials|acronym|abbreviation),? (?:as )?"
)
_CALLED = re.compile(
    r" (?:is|was|are|were) (?:also |better |widely |commonly |officially |locally )?(?:known|called)\b"
)


def declared_aliases(doc: Doc, mentions: Sequence[Mention]) -> tuple[tuple[int, int], ...]:
    """Pairs (index of the full name, of the short one) that the text declares: "World Bank (WB)", "X, known as Y"."""
    found = []
    text = text_of(doc)
    for index in range(len(mentions) - 1):
        one, two = mentions[index], mentions[index + 1]
        if index + 2 < len(mentions) and _known_there(text, one, two, mentions[index + 2]):
            found.append((index, index + 2))
        between = text[one.end : two.start]
        if _INITIALS.fullmatch(between) and one.type == two.type and two.text.isupper():
            found.append((index, index + 1))
            continue
        if _in_its_language(text, one, two, between):
            found.append((index, index + 1))
            continue
        if _letters_beside(doc, one, two, between):
            found.append((index, index + 1))
            continue
        titled = re.sub(r"(?<=[ \"“])[A-Z][a-zé]+ $", "", between)  # "known as “Commandant X”"
        if (
            KNOWN_AS.fullmatch(titled)
            and (one.type == two.type or _misread(one, two))
            and (one.type == "person" or not _within_phrase(text, one) or _SPELT.search(between))
        ):
            found.append((index, index + 1))
            continue
        if re.fullmatch(r",? as (?:the )?", between) and _CALLED.match(text, two.end) and one.type == two.type:
            found.append((index + 1, index) if len(two.text) > len(one.text) else (index, index + 1))
            continue  # "the X, as the Y is known"
        if not re.fullmatch(r"['’]?s?,? ?[(\[](?:the |also known as |or |known as )?[\"“]?", between) or text[
            two.end : two.end + 2
        ].lstrip('"”')[:1] not in (")", "]", ",", ";"):
            continue
        if abbreviates(two.text, one.text) or _letters_of(two.text, one.text):
            found.append((index, index + 1))
        elif abbreviates(one.text, two.text):
            found.append((index + 1, index))
        elif one.type == two.type == "organization" and (
            _also_called(one.text, two.text) or tables.first_head(two.text.split()[0].lower()) == "organization"
        ):
            found.append((index, index + 1))  # its name in its own language, or one made up
        elif (
            one.type == "named_event" and two.text.isupper() and two.text.isalpha() and _also_called(one.text, two.text)
        ):
            found.append((index, index + 1))  # the letters of its name in its own language
    return tuple(found)


_SPELT = re.compile(r"\b(?:spelt|spelled|written|transliterated|romani[sz]ed)\b")


def _in_its_language(text: str, one: Mention, two: Mention, between: str) -> bool:
    """As "the Supreme Court (Høyeste Rett, HR)": a body's name in its own language, with the letters of that."""
    letters = mention_within.native_letters(text, two.start, two.end)
    return between == " (" and one.type == two.type == "organization" and abbreviates(letters, two.text)


def _letters_beside(doc: Doc, one: Mention, two: Mention, between: str) -> bool:
    """As "The Glass Workers' Union, GF, wants": letters of its name in its own language; one alone is the subject."""
    plain = two.text.isupper() and two.text.isalpha() and 1 < len(two.text) < 7
    if between != ", " or not (plain and one.type == two.type == "organization" and len(one.text.split()) > 1):
        return False
    if one.text.isupper() or gazetteer.find(two.text) or gazetteer.find(one.text):
        return False
    last = doc.char_span(two.start, two.end)
    if last is None or last.end + 1 >= len(doc):
        return False
    return doc[last.end].text == "," and doc[last.end + 1].tag_ in ("VBZ", "VBD", "MD")


def _misread(one: Mention, two: Mention) -> bool:
    """Whether a body is called by a single unknown word, which by itself reads like a town: "…, known as Conterra"."""
    return one.type == "organization" and two.type == "place" and " " not in two.text and not gazetteer.find(two.text)


def _within_phrase(text: str, one: Mention) -> bool:
    """Whether a preposition stands before a name: "a counter from X, called Y" names the counter."""
    return (
        re.search(r"\b(?:from|in|of|by|for|to|near|at|with|on)(?: the)? $", text[max(0, one.start - 12) : one.start])
        is not None
    )


def _known_there(text: str, one: Mention, where: Mention, two: Mention) -> bool:
    """Whether one name is another's elsewhere: "the X War, known in Y as the Z War"."""
    return (
        one.type == two.type
        and re.fullmatch(
            r",? (?:also |better )?(?:known|called|referred to) (?:in|by) (?:the )?", text[one.end : where.start]
        )
        is not None
        and re.fullmatch(r" as (?:the )?[\"“]?", text[where.end : two.start]) is not None
    )


def _letters_of(short: str, full: str) -> bool:
    """Whether capitals in brackets are letters of the one word before, in order: "Turkmenbalkangaz (TBG)"."""
    rest = iter(fold(full))
    first = fold(full)[:1] == short[:1].casefold()
    capitals = short.isupper() and short.isalpha() and 1 < len(short) <= 5 and len(full) > 2 * len(short)
    return " " not in full and capitals and first and all(letter in rest for letter in short.casefold())


def _also_called(full: str, short: str) -> bool:
    """Whether a single word in brackets behind a body's full name can be nothing but another name of it."""
    capitals = short.isupper() and len(short) <= 6
    return len(full.split()) > 1 and " " not in short and (capitals or not gazetteer.find(short))


__all__ = ["agree", "declared_aliases", "find"]
