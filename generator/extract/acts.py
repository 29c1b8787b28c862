"""What a claim's words do: the act behind the verb or event noun.

Two reports of one happening seldom use one verb, one order of words or one voice: "the court set the judgment aside",
"the conviction, which the court quashed", "the quashing of the verdict". So that `resolve` can compare them, the verb
is folded to its act (data/acts.yaml). Who does it to what stands in `parts`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import yaml

from generator.extract.lexicon import lexicon
from generator.extract.misparsed import SUBJECTS, with_to

if TYPE_CHECKING:
    from spacy.tokens import Token

_SIGNED = "sign:years"
# What is done when it is signed; a purchase or a merger is not.
_BY_SIGNING = frozenset({"restore", "ceasefire", "found"})
# Verbs that leave the telling to their noun, besides those that the claim finder knows.
_LIGHT = frozenset({"place", "give", "receive", "get", "take", "make", "have", "do", "put", "see", "mark", "face"})
_BODIES = frozenset({"ORG", "PERSON", "NORP", "GPE"})
_ANNOUNCE = "announce"
# What is signed once, and then published, broken or praised: the paper tells no signing by being there.
_PAPERS = frozenset("accord pact treaty agreement memorandum deal protocol contract".split())
# Of an election, which needs no more words.
_ROUNDS = {
    "first": frozenset({"elect:months"}), "opening": frozenset({"elect:months"}),
    "second": frozenset({"runoff:months"}), "final": frozenset({"runoff:months"}),
}  # fmt: skip
_TURNS = frozenset({"round", "series", "day", "week", "session", "set", "wave", "spate", "string"})
# Prices fall and collapse every day, and nothing breaks.
_FALLING = frozenset({"fall", "collapse", "crash", "plunge", "sink", "tumble", "break", "drop"})
QUOTED = frozenset("price share stock index profit revenue sale rate turnout currency bond yield value rating".split())
# What makes another verb of a verb: "step down", "give way", "set free".
_BESIDE = frozenset({"prt", "dobj", "nsubjpass", "advmod", "acomp", "oprd", "attr", "dative", "xcomp", "ccomp"})


@dataclass(frozen=True, slots=True)
class _Acts:
    verbs: dict[str, frozenset[str]]
    nouns: dict[str, frozenset[str]]


@cache
def table() -> _Acts:
    """The verbs and nouns of data/acts.yaml with the acts that they can tell."""
    text = files("generator.extract").joinpath("data", "acts.yaml").read_text(encoding="utf-8")
    verbs: dict[str, set[str]] = {}
    nouns: dict[str, set[str]] = {}
    for act, row in yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)).items():
        mark = f"{act}:{row['once']}" if row.get("once") else str(act)
        for lemma in row.get("verbs", ()):
            verbs.setdefault(lemma, set()).add(mark)
        for lemma in row.get("nouns", ()):
            nouns.setdefault(lemma, set()).add(mark)
    return _Acts({k: frozenset(v) for k, v in verbs.items()}, {k: frozenset(v) for k, v in nouns.items()})


def acts_of(word: Token) -> frozenset[str]:
    """The acts that a verb or noun can tell, as "leave:months"; of an unknown word its lemma stands for itself."""
    known, lemma = table(), word.lemma_.lower()
    if word.pos_ == "ADJ" and word.lower_.endswith("ed"):  # "The sluices are closed": they were then
        return known.verbs.get(lemma[:-1]) or known.verbs.get(lemma[:-2]) or frozenset({lemma})
    if word.pos_ not in ("VERB", "AUX"):
        alone = word.tag_ in ("NNS", "NNPS") and not any(t.pos_ in ("VERB", "AUX") for t in word.sent)
        taken = known.verbs.get(lemma) if alone else None  # "The inspectorate halts sales", of an entry of a list
        return of_noun(word) or taken or frozenset({lemma})
    if lemma == "be" and (coming := _coming(word)) is not None:
        return acts_of(coming)
    if lemma in _FALLING and any(c.dep_ == "nsubj" and c.lemma_.lower() in QUOTED for c in word.children):
        return frozenset({"fall in price"})
    beside = [c for c in word.children if c.dep_ in _BESIDE]
    beside += [p for c in word.children if c.dep_ == "prep" for p in c.children if p.dep_ == "pobj"]
    # "The toll rose from 14 deaths" is no launch.
    beside += [c for c in word.children if c.dep_ == "prep" and not any(_numbered(p) for p in c.children)]
    if not any(c.dep_ in ("dobj", "nsubjpass") for c in word.children):  # "talks broke down", "contact broke off"
        subjects = [c for c in word.children if c.dep_ == "nsubj"]
        if word.dep_ == "relcl" and any(c.tag_ == "WDT" for c in subjects):  # "the strike by the union, which began"
            above = word.head.head.head
            subjects = [word.head, *([above] if word.head.dep_ == "pobj" and above.pos_ == "NOUN" else [])]
        beside += [inner for c in subjects for inner in _counted(c)]
    if word.dep_ == "relcl" and any(c.dep_ == "nsubjpass" and c.tag_ == "WDT" for c in word.children):
        beside.append(word.head)  # "the countdown, which was halted"
    found = [a for phrase, _ in idioms(word) if (a := known.verbs.get(phrase))]
    if not found:
        found = [a for c in beside if (a := known.verbs.get(f"{lemma}_{c.lemma_.lower()}"))]
        found += [a for c in beside if (a := known.verbs.get(f"{lemma}_{c.lower_}")) and a not in found]
    if found:
        return frozenset().union(*found, *_within(word))
    if lemma == "lose" and any(c.dep_ in ("nsubjpass", "auxpass") for c in word.children):
        return known.verbs["be_lost"].union(*_within(word))  # "the craft was lost" is no defeat
    return _light_acts(word) or _own_acts(word) | done_by_signing(word)


def idioms(verb: Token) -> Iterator[tuple[str, Token]]:
    """A verb with its particle or preposition and a noun, and that noun: "gave up his seat", "was taken off a bus"."""
    lemma = verb.lemma_.lower()
    small = [c for c in verb.children if c.dep_ in ("prt", "prep", "advmod")]
    nouns = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    nouns += [p for c in small if c.dep_ == "prep" for p in c.children if p.dep_ == "pobj"]
    yield from ((f"{lemma}_{c.lower_}_{n.lemma_.lower()}", n) for c in small for n in nouns)


def _numbered(token: Token) -> bool:
    return token.like_num or any(c.like_num for c in token.children)


def _coming(word: Token) -> Token | None:
    """The infinitive that tells what is to come: "is due *to enter* orbit"."""
    beside = [
        c for c in word.children if c.dep_ == "acomp" and c.lower_ in ("due", "set", "ready", "about", "scheduled")
    ]
    return next((c for t in (*beside, word) for c in t.children if c.dep_ == "xcomp" and c.pos_ == "VERB"), None)


def _light_acts(word: Token) -> frozenset[str]:
    """The acts of the noun that a light verb carries: "made its maiden flight", "the talks took place"."""
    lemma = word.lemma_.lower()
    if lemma in lexicon().light or lemma in _LIGHT:
        nouns = [c for c in word.children if c.dep_ in ("dobj", "attr", "nsubjpass") and c.pos_ in ("NOUN", "PROPN")]
        held = lemma in ("occur", "happen", "begin", "start", "end") or any(
            c.dep_ == "dobj" and c.lemma_.lower() == "place" for c in word.children
        )
        if held:
            nouns = [c for c in word.children if c.dep_ == "nsubj"]
        nouns += [c for c in word.children if c.dep_ == "nsubj" and of_noun(c)]
        if word.dep_ == "relcl" or (word.dep_ == "acl" and word.tag_ == "VBN"):  # "the talks held in Lisbon"
            nouns += [n for n in _counted(word.head) if of_noun(n)]
        nouns = [inner for noun in nouns for inner in _counted(noun)]
        told = [c for c in nouns if of_noun(c)] or ([] if held else nouns[:1])
        if told:
            return frozenset().union(*(of_noun(c) or {c.lemma_.lower()} for c in told))
    return frozenset()


def _counted(noun: Token) -> list[Token]:
    """The noun, or what is told in turns and parts: "a first round of negotiations", "a day of talks"."""
    if of_noun(noun) or noun.lemma_.lower() not in _TURNS:
        return [noun]
    inner = [p for c in noun.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj" and of_noun(p)]
    return inner or [noun]


def _own_acts(word: Token) -> frozenset[str]:
    known, lemma = table(), word.lemma_.lower()
    own = known.verbs.get(lemma, frozenset({lemma})).union(*_within(word))
    # "The explosion tore through the mill", "the blast killed eleven": the noun tells it, and the verb what it did.
    causes = [c for c in word.children if c.dep_ in SUBJECTS] + ([word.head] if word.dep_ == "relcl" else [])
    if word.dep_ == "relcl" and word.head.dep_ == "pobj" and any(c.dep_ == "nsubjpass" for c in word.children):
        causes.append(word.head.head.head)  # "the raid on the port, which was flown at night"
    if _ANNOUNCE in own:  # "announced that it would merge": what is announced tells one announcement from another
        told = (c for c in word.children if c.dep_ == "ccomp" and c.pos_ == "VERB" and c.i > word.i)
        own |= {f"{_ANNOUNCE} {a}" for c in told for a in known.verbs.get(c.lemma_.lower(), ()) if ":" in a}
    return own.union(*(of_noun(c) for c in causes if c.pos_ == "NOUN" and c.lemma_.lower() not in _PAPERS))


def done_by_signing(word: Token) -> frozenset[str]:
    """What two sides do by signing that they do it: "signed an agreement to resume their relations"."""
    if _SIGNED not in table().verbs.get(word.lemma_.lower(), ()):
        return frozenset()
    return frozenset(
        act
        for verb in promised(word)
        for act in table().verbs.get(verb.lemma_.lower(), ())
        if act.partition(":")[0] in _BY_SIGNING
    )


def promised(word: Token) -> list[Token]:
    """The infinitives on a verb of signing or on its object."""
    objects = [c for c in word.children if c.dep_ in ("dobj", "nsubjpass")]
    return [
        c for t in (word, *objects) for c in t.children if c.dep_ in ("acl", "relcl", "xcomp", "advcl") and with_to(c)
    ]


def of_noun(token: Token) -> frozenset[str]:
    """The acts that a noun tells, or none; "run-off" comes in three tokens."""
    nouns, lemma = table().nouns, token.lemma_.lower()
    if token.pos_ == "PROPN" and token.ent_type_ in _BODIES:
        return frozenset()  # "the European Union" is no merger
    if lemma == "round" and not any(c.lower_ == "of" for c in token.children):
        return next((_ROUNDS[c.lower_] for c in token.lefts if c.lower_ in _ROUNDS), frozenset())
    if token.i > 1 and token.nbor(-1).text == "-" and token.pos_ != "VERB":
        return nouns.get(f"{token.nbor(-2).lower_}-{lemma}", frozenset())
    return nouns.get(lemma) or nouns.get(token.lower_) or frozenset()


def means(verb: Token) -> Iterator[Token]:
    """The event noun by which something was done: "took up relations *through the visit* of the minister"."""
    for prep in verb.children:
        if prep.dep_ == "prep" and prep.lower_ in ("through", "via"):
            yield from (n for n in prep.children if n.dep_ == "pobj" and n.pos_ == "NOUN" and of_noun(n))


def _within(verb: Token) -> Iterator[frozenset[str]]:
    """The acts of what it is a part of: "beat him *in the run-off*", "was killed *in the blast*"."""
    yield from map(of_noun, means(verb))
    for prep in verb.children:
        if prep.dep_ == "prep" and prep.lower_ in ("in", "at", "during"):
            yield from (of_noun(noun) for noun in prep.children if noun.dep_ == "pobj" and noun.pos_ in ("NOUN", "ADP"))
