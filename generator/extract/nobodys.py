"""Titles that speak of somebody or something only the article knows: "the Dane", "the headmistress", "60 pages".

A newspaper varies its words for one person or firm from sentence to sentence. Where it is not certain whom they mean,
the claim joins the event that another one tells by name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator import gazetteer
from generator.extract import sexes
from generator.extract.lexicon import lexicon
from generator.extract.relatives import relative_object
from generator.extract.wanting import wants

if TYPE_CHECKING:
    from spacy.tokens import Token

    from generator.extract.referents import Referents

_NATIONAL = re.compile(
    r"^The (?P<several>[A-Z][a-z]+)s(?= [a-z])|\bthe (?P<one>[A-Z][a-z]+)(?= (?:in|at|for|to|by|with|on|from|and)\b|$)"
)
_WHO = ("mistress", "master", "woman", "man", "maker", "ress", "ician", "ologist")
_ENDINGS = ("s", "es", "men", "man")
# Whoever reads of a case knows that it has a judge, and of a country that it has a president.
_ONE_IN_OFFICE = frozenset(
    "judge prosecutor coroner president king queen pope governor mayor minister premier chancellor captain referee "
    "speaker ombudsman magistrate sheriff commissioner pilot driver gunman attacker".split()
)
_MEASURED = frozenset("page word line minute hour day metre meter kilometre kilometer mile tonne ton litre".split())
# An arrival says where: "Leo Mann walks in".
_ARRIVES = re.compile(r" (?:(?:walks|walk|comes|come|drives|drive|gets|get|steps|step) in|turns? up)$")
# These want to be told what: "the court finds", "agrees to"; no intransitive use of them is news.
_WHAT = frozenset(
    "find inform order tell send make give bring put grant nominate appoint receive announce declare agree".split()
)


def national(title: str) -> bool:
    """Of "The Norwegians win the contract", "meets the Swede": somebody of a nation, whom the article names."""
    for found in _NATIONAL.finditer(title):
        word = found["several"] or found["one"]
        stems = [word, *(word.removesuffix(end) for end in _ENDINGS if word.endswith(end))]
        if any(gazetteer.demonym(stem) is not None and gazetteer.country(stem) is None for stem in stems):
            return True
    return False


def somebody(subject: Token, who: Referents, title: str) -> bool:
    """Of "The headmistress wins the run-off", "The 71-year-old former botanist": one person, told of without a name."""
    if subject.tag_ != "NN" or who.at(subject) is not None or not title.startswith("The "):
        return False
    if not any(c.lower_ == "the" for c in subject.children) or not _human(subject, who):
        return False
    if any(c.dep_ in ("prep", "poss", "relcl", "acl", "compound") for c in subject.children):
        return False
    if any(c.dep_ == "appos" and who.at(c) is not None for c in subject.children):
        return False
    return subject.lower_ not in _ONE_IN_OFFICE and subject.lower_ in title.lower().split()


def _human(noun: Token, who: Referents) -> bool:
    word = noun.lower_
    known = word in who.bearers or word in lexicon().people or word in sexes.MEN | sexes.WOMEN
    aged = any(t.lower_ in ("former", "old", "retired") for c in noun.lefts for t in c.subtree)
    return known or word.endswith(_WHO) or (aged and who.human(noun) and "-year-old" in noun.sent.text)


def measured(verb: Token, title: str) -> bool:
    """Of "60 pages, which he left on the desk": pages of what, the sentence before tells."""
    thing = relative_object(verb)
    if thing is None or thing.lemma_.lower() not in _MEASURED or thing.lower_ not in title.lower().split():
        return False
    return any(c.dep_ == "nummod" for c in thing.children) and not any(c.dep_ == "prep" for c in thing.children)


# "A lot is stolen": of what? The sentence before tells it.
_SO_MANY = re.compile(
    r"^An? (?:lot|number|quantity|series|couple|handful|dozen|hundred|majority|minority|part|half|third|quarter|few)"
    r" (?!of\b)(?=[a-z])"
)


def so_many(verb: Token, title: str) -> bool:
    """Whether a title tells of so many, and not of what: "A lot is stolen from a depot"."""
    return measured(verb, title) or _SO_MANY.match(title) is not None


def unfinished(title: str, verb: Token) -> bool:
    """Whether a title ends with a verb that wants more: "The district court finds", "Leo Mann walks in"."""
    lemma, last = verb.lemma_.lower(), title.rpartition(" ")[2]
    bare = lemma in _WHAT and last in (lemma, f"{lemma}s")
    return bare or _ARRIVES.search(title) is not None or wants(title, verb)


def informed_of_nothing(verb: Token) -> bool:
    """Of "informed the owner and left": of what, the sentence before tells."""
    if verb.lemma_.lower() not in ("inform", "notify", "alert") or any(c.dep_ == "auxpass" for c in verb.children):
        return False
    behind = [c for c in verb.children if c.i > verb.i]
    told = any(c.dep_ in ("ccomp", "xcomp") or (c.dep_ == "prep" and c.lower_ in ("of", "about", "to")) for c in behind)
    return not told and any(
        c.dep_ == "dobj" and not any(d.lower_ == "of" and _what(d) for d in c.children) for c in behind
    )


def _what(preposition: Token) -> bool:
    """Whether "of" behind whom one informs tells of what: "informs the ministry of *its ruling*", not "of culture"."""
    return any(c.dep_ == "pobj" and any(True for _ in c.lefts) for c in preposition.children)
