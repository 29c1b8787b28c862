"""What a title takes whole: both objects of a verb that needs two, the noun that a relative stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import gazetteer
from generator.extract.lexicon import lexicon
from generator.extract.title_words import Frame, phrase, prose

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from generator.extract.clauses import Clause

_BREAKS = frozenset({"WDT", "WP", "WP$", "WRB", "VBD", "VBZ", "VBP", "MD", "TO", "PRP"})
# Of these the second object says what becomes of the first: "declared her *the winner*", "ruled it *a homicide*".
AS_WHAT = frozenset({"declare", "name", "rule", "call", "elect", "appoint", "crown", "dub", "label", "deem", "brand"})
# In these something happens, and that was when.
_OF_TIME = frozenset({"hour", "day", "week", "month", "year", "moment", "time", "night", "morning", "way", "case"})


def both(verb: Token, frame: Frame) -> str:
    """Both objects of "declared her the winner on Monday" as they stand, for the parser seldom sees the second."""
    if not any(c.dep_ in ("dobj", "nsubj", "ccomp", "oprd") and c.i > verb.i for c in verb.children):
        return ""
    if verb.dep_ not in ("ROOT", "conj", "relcl", "ccomp", "advcl") or verb.nbor(1).lower_ in ("that", "on", "for"):
        return ""
    end = verb.i + 1
    while end < verb.sent.end and end not in frame.skip:
        token = verb.doc[end]
        if token.text in (".", ";", ":", "(", "–", "—", '"', "“") or token.pos_ == "SCONJ" or token.tag_ in _BREAKS:
            break
        end += 1
    words = list(range(verb.i + 1, end))
    while words and (verb.doc[words[-1]].pos_ in ("ADP", "DET", "CCONJ", "PUNCT")):
        words.pop()
    commas = sum(verb.doc[i].text == "," for i in words)
    begins = words[0] if words else 0
    named = begins and (verb.doc[begins].pos_ in ("DET", "PROPN", "NOUN", "ADJ"))
    if not words or not named or commas not in (0, 2) or any(verb.doc[i].dep_ in ("cc", "neg") for i in words):
        return ""
    return prose(frame, words) if end in frame.skip or end == verb.sent.end - 1 else ""


def stood_for(verb: Token, frame: Frame) -> str | None:
    """Of "the valley in which 14 people died": "in the valley"; `None` where the noun is none that a title can hold."""
    for child in verb.lefts:
        if child.lower_ == "where" and verb.dep_ == "relcl" and verb.head.pos_ in ("NOUN", "PROPN"):
            noun = verb.head  # "the station at Gori, where five people died"
            told = prose(frame, frame.names_at(noun) or phrase(noun, frame, lean=True))
            if noun.lemma_.lower() in _OF_TIME or not told:
                return None
            town = noun.pos_ == "PROPN" and noun.ent_type_ in ("GPE", "LOC", "")
            told = told[0].lower() + told[1:] if told.startswith(("The ", "A ", "An ")) else told
            return f"{'in' if town else 'at'} {told}"
        if child.dep_ == "prep" and verb.dep_ == "relcl" and any(c.tag_ in ("WDT", "WP") for c in child.children):
            noun = verb.head
            if noun.ent_type_ in ("DATE", "TIME") or noun.lemma_.lower() in _OF_TIME or noun.pos_ == "PRON":
                return None
            if child.lower_ not in ("in", "at", "on", "near", "under", "by", "with", "for", "during"):
                return None
            told = prose(frame, frame.names_at(noun) or phrase(noun, frame, lean=True))
            if told == noun.text and noun.pos_ == "NOUN":
                return None  # "Work on its tunnel, in which blasting began": not in work
            if not told or (noun.pos_ == "PROPN" and told == noun.text and noun.n_lefts):
                return None  # "the Osk Power Work, in which …": a name whose words the parser parts
            return f"{child.lower_} {told[0].lower() + told[1:] if told.startswith(('The ', 'A ', 'An ')) else told}"
    return ""


def half_told(infinitive: Token) -> bool:
    """Of "fails to show why she died": of what is shown the title would say nothing."""
    words = lexicon()
    if infinitive.tag_ != "VB" or infinitive.lemma_.lower() not in words.reporting | words.making_known:
        return False
    return not any(c.dep_ in ("dobj", "acomp") for c in infinitive.rights) and any(
        c.dep_ in ("ccomp", "advcl") for c in infinitive.rights
    )


def sentence_of_most(doc: Doc, made: Clause, share: float = 0.7) -> Span | None:
    """The whole sentence where the clause is most of it: a reader is better served by it."""
    sentence = doc[made.predicate].sent
    words = sum(not t.is_space and not t.is_punct for t in sentence)
    own = sum(not t.is_space and not t.is_punct for t in doc[made.first : made.last])
    return sentence if words and own / words >= share else None


def without_spaces(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """`doc[first:last]` without white space at its ends."""
    while first < last and doc[first].is_space:
        first += 1
    while last > first and doc[last - 1].is_space:
        last -= 1
    return first, last


def fronted_place(verb: Token, frame: Frame) -> str:
    """Of "In Graz, twelve people were arrested": "in Graz", which a title says at its end."""
    for child in verb.lefts:
        if child.dep_ != "prep" or child.lower_ not in ("in", "at", "near", "outside") or child.i in frame.skip:
            continue
        place = next((c for c in child.children if c.dep_ == "pobj"), None)
        named = frame.names_at(place) if place is not None else None
        if place is None or named is None or child.i != child.sent.start:
            continue
        begins = child.i + 1 + (child.nbor(1).lower_ == "the")
        alone = all(c.dep_ in ("compound", "punct", "det") for c in place.children)
        if (
            not alone
            or named[0] != begins
            or (place.ent_type_ not in ("GPE", "LOC", "FAC", "") and not known(named, frame))
        ):
            continue
        return f"{child.lower_} {frame.doc[child.i + 1 : named[-1] + 1].text}"
    return ""


def known(named: range, frame: Frame) -> bool:
    """Whether the tokens are the name of a place of the gazetteer."""
    return gazetteer.find(frame.doc[named[0] : named[-1] + 1].text) is not None
