"""Which strike is meant, that of workers or that of an army; whether who is killed was attacked, who is received met.

One word in English, two kinds of happening each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.lexicon import lexicon
from generator.extract.misparsed import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token


def of_work(word: Token, named: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds `named` of a word, where a "strike" lays down work: a protest, and no attack.

    "On strike", a strike that is called, and one that last night's missiles made, are told apart by their words: by who
    strikes and what for, in the sentence of the word, unless arms are named there.
    """
    if "attack" not in named:
        return named
    struck = [t for t in (word, *word.subtree) if t.lemma_.lower() == "strike"]
    others = (t for t in (word, *word.children) if t.lemma_.lower() != "strike")
    if not struck or any(
        "attack" in lexicon().verb_kinds.get(t.lemma_.lower(), ()) for t in others if t.pos_ == "VERB"
    ):
        return named
    said = {t.lemma_.lower() for t in word.sent}
    laid_down = any(t.i and t.nbor(-1).lower_ == "on" for t in struck) or bool(said & lexicon().labour)
    if not laid_down or said & lexicon().arms:
        return named
    return tuple(dict.fromkeys("protest" if kind == "attack" else kind for kind in named))


_MISFORTUNES = ("accident", "disaster")


def of_misfortune(word: Token, named: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds `named` of a word, where "kill" tells a misfortune or only a death, and no attack.

    A flood kills, a crane does, and "two people were killed" does not say by whom. Attacked is who was killed by
    somebody, or with arms, or in what is called an attack, in the sentence of the word.
    """
    if word.lemma_.lower() != "kill" or "attack" not in named:
        return named
    nouns, verbs = lexicon().noun_kinds, lexicon().verb_kinds
    said = [t for t in word.sent if t.i != word.i]
    if lexicon().arms.intersection(t.lemma_.lower() for t in said):
        return named
    told = [k for t in said for k in (nouns if t.pos_ == "NOUN" else verbs).get(t.lemma_.lower(), ())]
    if "attack" in told:
        return named
    by = [c for c in word.children if c.dep_ == "nsubj"] + [
        d for c in word.children if c.dep_ == "agent" for d in c.children
    ]
    if not by and word.dep_ == "conj" and not any(c.dep_ in SUBJECTS for c in word.children):
        by = [c for c in word.head.children if c.dep_ == "nsubj"]
    if any(
        t.pos_ == "PROPN" or t.lemma_.lower() in lexicon().people | lexicon().bodies or t.ent_type_ in ("PERSON", "ORG")
        for t in by
    ):
        return named
    kind = next((k for k in _MISFORTUNES if k in told), "death")
    return tuple(dict.fromkeys(kind if k == "attack" else k for k in named))


_MET = frozenset({"receive"})
_PASSED_ON = frozenset({"deliver", "transfer", "hand"})
_HELD_UP = frozenset({"stop", "halt"})
KIN = frozenset("family relative parent child widow friend neighbour colleague".split())
_RELATED = KIN | frozenset("hostage prisoner captive delegation people refugee".split())
_VEHICLES = frozenset("car bus coach lorry truck van taxi minibus pick-up motorcycle bicycle train convoy boat".split())


def of_people(verb: Token, named: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds `named` of a verb, where people are its object and a thing would make it another happening.

    Who is received is met, who is handed over is no delivery, and a bus that is stopped is no end of anything.
    """
    lemma = verb.lemma_.lower()
    if lemma not in _MET | _PASSED_ON | _HELD_UP:
        return named
    thing = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)
    if thing is None:
        return named
    noun = thing.lemma_.lower()
    human = thing.ent_type_ == "PERSON" or noun in lexicon().people or noun in _RELATED
    if lemma in _MET:
        return (
            tuple(dict.fromkeys("meeting" if k == "delivery" else k for k in named if k != "award")) if human else named
        )
    if lemma in _HELD_UP:
        return () if human or noun in _VEHICLES else named
    return tuple(k for k in named if k != "delivery") if human else named
