"""Of "They pleaded not guilty when they were arraigned on 22 January": the plea, which was on that day as well.

A clause behind "when" tells at which moment the main verb's happening was. Where its subject is a pronoun, it can stand
for nothing alone; its day is then that of the words that name somebody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.clauses import is_predicate
from generator.extract.happening import formal, of_a_thing
from generator.extract.lexicon import lexicon
from generator.extract.misparsed import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

FRONTED = 3  # tokens before a time that opens its sentence
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_STATES = frozenset("be have live work know think feel want seem stay remain sit stand wait hope lie own hold".split())


def main_verb(word: Token) -> Token | None:
    """The verb that tells what was done when the clause of `word` was, if that is so to a single moment."""
    main = word.head
    if word.dep_ != "advcl" or main is word or not (is_predicate(main) and _simple_past(main) and _simple_past(word)):
        return None
    if not any(c.lower_ == "when" and c.i < word.i for c in word.children) or main.lemma_.lower() in _STATES:
        return None
    subject = next((c for c in word.children if c.dep_ in SUBJECTS), None)
    if subject is None or subject.lower_ not in _PRONOUNS:
        return None
    own = next((c for c in main.children if c.dep_ in SUBJECTS), None)
    return main if own is not None and own.pos_ in ("NOUN", "PROPN") else None


def within(main: Token, first: int, last: int) -> Token | None:
    """The verb of a clause with "when" whose time the parser takes for that of the main verb behind it.

    "When the bridge was shut on 3 May I was in Leith", "On 3 May, when the bridge was shut, she slept": then.
    `first`, `last`: the tokens of the time. A pronoun before its noun ("when it was shut, the bridge …") tells nobody.
    """
    doc = main.doc
    for verb in main.lefts:
        when = next((c for c in verb.children if c.lower_ == "when" and c.i < verb.i), None)
        if verb.dep_ != "advcl" or when is None or not _simple_past(verb):
            continue
        begins = first - main.sent.start <= FRONTED or doc[max(0, first - 2)].lower_ in ("and", "but")
        opens = begins and doc[last].text == "," and when.i == last + 1
        closes = verb.i < first and not any(t.text == "," for t in doc[verb.i : first])
        subject = next((c for c in main.lefts if c.dep_ in SUBJECTS), None)
        own = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
        if (
            subject is None
            or own is None
            or subject.left_edge.i < first
            or (own.lower_ in _PRONOUNS and subject.pos_ != "PRON")
        ):
            continue
        if opens or closes:
            return verb
    return None


def _simple_past(verb: Token) -> bool:
    """Whether a verb is in the simple past, active or passive: not "had left", nor "was leaving"."""
    helping = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if verb.tag_ == "VBD":
        return not helping
    return verb.tag_ == "VBN" and [c.lower_ for c in helping] in (["was"], ["were"])


def before_an_aside(verb: Token, first: int, last: int) -> Token | None:
    """Of "On 3 May, a week before the fair opened, the board resigned": "resigned", where the parser says "opened".

    `first`, `last`: the tokens of the time with its preposition, which opens the sentence.
    """
    sentence, root = verb.sent, verb.sent.root
    marked = any(c.dep_ == "mark" and c.lower_ in ("before", "after") for c in verb.children)
    opens = first == sentence.start and last < sentence.end and sentence.doc[last].text == ","
    if not (marked and opens) or root.pos_ != "VERB" or not last < verb.i < root.i:
        return None
    closed = any(t.text == "," for t in sentence.doc[verb.i : root.i])
    return root if closed else None


_MEETINGS = frozenset({"sitting", "session", "meeting", "assembly", "hearing"})


def at_a_meeting(noun: Token) -> Token | None:
    """Of "At its sitting of 18 June the board approved …", "at a hearing on 3 May he asked for …": it was then."""
    if noun.lemma_.lower() not in _MEETINGS or noun.dep_ != "pobj" or noun.head.lower_ not in ("at", "in", "during"):
        return None
    verb = noun.head.head
    if not is_predicate(verb) or verb.lemma_ == "be":
        return None
    lemma, words = verb.lemma_.lower(), lexicon()
    acts = lemma not in words.reporting or formal(verb) or (lemma in words.with_object and of_a_thing(verb))
    return verb if acts else None
