"""Which kind of news event the words of a clause name: a visit, a signing, a release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.clauses import event_noun, is_predicate, noun_kinds
from generator.extract.lexicon import lexicon
from generator.extract.misparsed import SUBJECTS
from generator.extract.strikes import of_misfortune, of_people, of_work

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

_JOINED = frozenset({"prt", "dobj", "advmod", "ccomp", "xcomp"})
# What is told behind these is another happening, by which this one is dated: "a year after gunmen stopped the bus".
_BY_WHICH = frozenset({"after", "before", "since", "until"})


def kinds_of(word: Token) -> tuple[str, ...]:
    """The kinds that the words name, the likeliest first: a light verb's noun, the verb, its object, its subject."""
    if word.pos_ not in ("VERB", "AUX"):
        return of_work(word, noun_kinds(word))
    noun = event_noun(word)
    carried = noun_kinds(noun) if noun is not None else ()
    own = of_people(word, of_misfortune(word, _verb_kinds(word))) if word.pos_ == "VERB" else ()
    if not carried and not own:
        behind = (t for c in word.rights if c.dep_ in ("dobj", "prep") for t in c.subtree if not _of_time(t))
        if word.lemma_ == "be":
            behind = (c for c in word.rights if c.dep_ == "attr")  # "was under fire": no fire
        carried = next((found for t in behind if (found := noun_kinds(t))), ())
    if not carried and not own:
        above = word.head if word.dep_ == "xcomp" and word.head.lemma_ == "be" else word  # "the trial is to continue"
        carried = next((found for c in above.children if c.dep_ in SUBJECTS and (found := noun_kinds(c))), ())
    return of_work(word, tuple(dict.fromkeys(carried + own)))


def _verb_kinds(verb: Token) -> tuple[str, ...]:
    """The kinds of a verb; with its particle or bare object it may be another verb: "stepped down", "gave way"."""
    known, lemma = lexicon().verb_kinds, verb.lemma_.lower()
    acted_on = any(c.dep_ == "dobj" for c in verb.children)
    for child in verb.children:
        # "Ran out", "took hostages", "let her go"; "ran for mayor", but not "took him off the list".
        joined = child.dep_ in _JOINED or (child.dep_ == "prep" and not acted_on)
        if joined and (found := known.get(f"{lemma}_{child.lower_}")):
            return () if _out_of(child) else found
    return known.get(lemma, ())


def _out_of(particle: Token) -> bool:
    """Of "ran out of water": nothing of the kind of what runs out."""
    of = particle.i + 1 < len(particle.doc) and particle.nbor(1).lower_ == "of"
    return particle.lower_ == "out" and particle.head.lemma_ == "run" and of


def all_kinds(kinds: tuple[str, ...], words: Iterable[Token]) -> tuple[str, ...]:
    """The kinds of the predicate, and behind them those of other verbs of the quote ("… where she signed …")."""
    verbs = (t for t in words if t.pos_ == "VERB" and is_predicate(t))
    told = [k for t in verbs for k in kinds_of(t)[:1]]
    return tuple(dict.fromkeys((*kinds[:2], *told)))[:4]


def by_another(kinds: tuple[str, ...], words: Iterable[Token]) -> bool:
    """Whether `all_kinds` has nothing but what another happening is, by which this one is dated."""
    verbs = (t for t in words if t.pos_ == "VERB" and is_predicate(t))
    first = next((t for t in verbs if kinds_of(t)), None) if not kinds else None
    return first is not None and _another(first)


def _of_time(noun: Token) -> bool:
    """Of "let out at the beginning of the month": a part of the time, and no opening."""
    return noun.ent_type_ in ("DATE", "TIME")


def _another(verb: Token) -> bool:
    """Whether a verb tells only of that by which a happening is dated."""
    above = [verb, *(t for t in verb.ancestors if t.sent.start == verb.sent.start)]
    return any(
        t.dep_ in ("advcl", "pcomp") and any(w.lower_ in _BY_WHICH for w in (t.head, *t.lefts) if w.i < t.i)
        for t in above
    )
