"""What says which thing a title's "the" means, where no name does: "the law *that the farmers demanded* is passed".

A text may say "the law" and go on with what it is; a title that leaves this out names nothing. What stands right
behind the noun is kept: a clause, a participle, or who heads it. So is what the text called the thing before, where
it told of only one: "the commission", once "a parliamentary commission".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator import gazetteer
from generator.extract.alike import may_be_another
from generator.extract.clauses import noun_kinds
from generator.extract.title_words import prose

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Token

    from generator.extract.clauses import Clause
    from generator.extract.referents import Referents
    from generator.extract.title_words import Frame

LONGEST = 65  # characters of a subject with what says which it is
CLAUSE = 12  # words of such a clause
_HEADED = frozenset({"headed", "led", "chaired", "run", "commanded"})
_OPENS = re.compile(r"(?:The|Both)\s+(?:\d+ )?")
_GOES_ON = frozenset("of for between against into at in on from with behind by under over who that which whose".split())


def bare(noun: Token, title: str) -> bool:
    """Whether a title opens with a noun and nothing that says which: "The law is passed", "The new panel hears"."""
    found = _OPENS.match(title)
    if found is None or noun.pos_ != "NOUN":
        return False
    words = title[found.end() :].split()
    while words and words[0].lower() in gazetteer.little_words():
        words.pop(0)
    if len(words) < 2 or words[0].lower() != noun.lower_:
        return False
    told = {t.lower_ for c in noun.children if c.dep_ in ("relcl", "acl") for t in c.subtree}
    return words[1].lower() not in _GOES_ON and not (words[1].lower() in told and words[1].lower() != noun.head.lower_)


def in_own_words(subject: Token, verb: Token, frame: Frame) -> str | None:
    """Of "the law that the farmers had demanded was passed": "The law that the farmers had demanded".

    `None` where nothing right behind the noun says which it is, or only with a time or a pronoun of its own.
    """
    if subject.pos_ != "NOUN" or not any(c.lower_ == "the" for c in subject.children) or subject.i >= verb.i:
        return None
    if any(c.dep_ in ("prep", "conj", "compound", "poss") for c in subject.children):
        return None
    for child in subject.rights:
        if child.dep_ not in ("relcl", "acl") or child.i >= verb.i:
            continue
        words = [t for t in child.subtree if not t.is_space]
        if not words or words[-1].i - words[0].i >= CLAUSE or any(t.i in frame.skip for t in words):
            return None
        aside = words[0].nbor(-1).text == ","
        if aside and not (words[0].lower_ in _HEADED and any(t.i in frame.names for t in words)):
            return None
        if not aside and words[0].i != subject.i + 1:
            return None
        if any(t.pos_ == "PRON" and t.tag_ not in ("WDT", "WP") and t.i not in frame.said for t in words):
            return None
        if any(t.tag_ == "PRP$" or t.dep_ == "neg" or t.text in ("“", '"', "(") for t in words):
            return None
        text = prose(frame, [*range(subject.left_edge.i, subject.i + 1), *(t.i for t in words)])
        return text if len(text) <= LONGEST else None
    return None


def before(made: Clause, who: Referents, frame: Frame, lemmas: Mapping[str, Sequence[Token]]) -> dict[int, str]:
    """For the bare nouns of a clause, by their tokens, what the text called them before.

    `lemmas`: the tokens of the text by their lemmas.
    """
    tokens = {*range(made.first, made.last), *([made.subject] if made.subject is not None else [])}
    nouns = (who.doc[i] for i in tokens if who.doc[i].tag_ == "NN" and who.at(who.doc[i]) is None)
    return {noun.i: told for noun in nouns if (told := _as_before(noun, who, frame, lemmas)) is not None}


def _as_before(noun: Token, who: Referents, frame: Frame, lemmas: Mapping[str, Sequence[Token]]) -> str | None:
    """Of "the commission", once "a parliamentary commission": "parliamentary commission".

    Only where the text tells of one such thing: every other time that it has the noun with more, it has it so.
    """
    own = [c for c in noun.children if c.dep_ != "punct"]
    if noun.tag_ != "NN" or [c.lower_ for c in own] != ["the"] or noun_kinds(noun) or may_be_another(who, noun):
        return None
    lemma, found, little = noun.lemma_.lower(), None, gazetteer.little_words()
    for other in lemmas[lemma]:
        if other.i == noun.i or who.at(other) is not None:
            continue
        if other.tag_ != "NN":
            return None  # "the commissions"
        more = [c for c in other.children if c.dep_ in ("amod", "compound") and c.lower_ not in little]
        if any(c.dep_ == "det" and c.lower_ in ("another", "every", "each", "no", "any") for c in other.children):
            return None
        if not more:
            continue
        if any(c.lower_ in ("other", "former", "own", "rival") for c in other.children):
            return None
        text = " ".join(c.text for c in sorted(more, key=lambda c: c.i) if c.i < other.i)
        if not text or any(who.at(c) is not None or c.i in frame.skip for c in more) or not _plain(text):
            return None
        if found is not None and text != found:
            return None
        found = text if other.i < noun.i else found
    return f"{found} {noun.text}" if found else None


def _plain(text: str) -> bool:
    return re.fullmatch(r"[a-z]+(?:[- ][a-z]+){0,2}", text) is not None
