"""What a verb or noun of a title wants to be told with it: which photograph, faster than what, how far from where.

English marks these wants: an indefinite picture by the clause that says what it shows, a comparative by its "than",
"every" by the clause that says which, "a point" by its measure, giving by what is given. A title keeps them where they
fit in it; where they do not, or the words hold none, it is not whole without the article.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from generator.extract.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 12  # words of a clause that a title takes whole
_PICTURES = frozenset(
    "photograph photo picture image video clip film footage recording map diagram drawing screenshot tape".split()
)
_SHOWN = frozenset(
    {"publish", "release", "post", "show", "circulate", "broadcast", "leak", "share", "present", "upload"}
)
_EACH = frozenset({"every", "each", "any"})
_AWAY = frozenset(
    "north south east west northeast northwest southeast southwest off away below above upstream downstream offshore "
    "inland out".split()
)
# "At a point", "to a depth": how far, and from where.
_A_POINT = re.compile(r" an? (?:point|spot|distance|depth|height|altitude)$")
_GIVES = frozenset("promise offer give grant hand award allot assign deny owe lend".split())
_HOUSEHOLDS = frozenset({"family", "household", "farm", "home", "resident", "victim", "survivor", "worker", "pupil"})
# Of these the infinitive or an "on" tells what: without it nothing was agreed.
_AGREES = frozenset({"agree", "decide", "vow", "pledge", "undertake", "resolve", "threaten"})
_ON_WHAT = re.compile(r"\b(?:to|on|upon|that|how|whether|over|about|with|against|for|in favou?r)\b")
_OF_WHAT = frozenset(
    "order request demand instruction sign notice plaque poster banner warning threat suggestion".split()
)


def told_whole(clause: Token, skip: Collection[int]) -> bool:
    """Whether a relative clause says which one its noun is, so that the title needs it: "a map that shows a fault".

    `skip`: the tokens of time expressions; a clause with a time of its own tells another happening.
    """
    noun, words = clause.head, list(clause.subtree)
    if clause.dep_ != "relcl" or len(words) > LONGEST or (clause.left_edge.i and clause.left_edge.nbor(-1).text == ","):
        return False
    if any(t.i in skip or t.tag_ in ("VBD", "MD") for t in words):
        return False
    pronouns = [t for t in words if t.tag_ in ("PRP", "PRP$")]
    if _each(noun):
        return all(t.tag_ == "PRP$" for t in pronouns)
    if not _a_picture(noun):
        return False
    return all(by_its_word(t) for t in pronouns) and any(t.tag_ in ("VBZ", "VBP") for t in words)


def by_its_word(it: Token) -> bool:
    """Of "published a map which it says shows a fault": "it", which a title keeps, for it is whoever published."""
    says, clause = it.head, it.head if it.head.dep_ == "relcl" else it.head.head
    if it.lower_ != "it" or says.lower_ not in ("says", "claims") or says.i != it.i + 1 or clause.dep_ != "relcl":
        return False
    verb = clause.head.head
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    return _a_picture(clause.head) and subject is not None and subject.tag_ in ("NN", "NNP") and it.tag_ == "PRP"


def _each(noun: Token) -> bool:
    return any(c.lower_ in _EACH and c.dep_ == "det" for c in noun.lefts)


def _a_picture(noun: Token) -> bool:
    return noun.lemma_.lower() in _PICTURES and not any(c.lower_ in ("the", "this", "that") for c in noun.lefts)


def measured_off(adverb: Token) -> bool:
    """Of "a point about 12 kilometres north of Graz": the words that say which point."""
    far = any(c.dep_ == "npadvmod" and any(d.like_num for d in c.children) for c in adverb.lefts)
    return far and adverb.lower_ in _AWAY and adverb.head.pos_ == "NOUN"


def instead_of(adverb: Token) -> bool:
    """Of "wooden sleepers instead of steel ones": the word before "of"."""
    return adverb.lower_ == "instead" and adverb.i + 1 < len(adverb.doc) and adverb.nbor(1).lower_ == "of"


def compared(adverb: Token, skip: Collection[int]) -> list[int]:
    """The words of a comparison behind a verb, "faster than any rival had thought"; empty where it is none."""
    more = adverb.tag_ in ("RBR", "JJR") or any(c.tag_ in ("RBR", "JJR") for c in adverb.lefts)
    if not more or not any(t.lower_ == "than" for t in adverb.subtree):
        return []
    words = [t for t in adverb.subtree if not t.is_punct]
    if len(words) > LONGEST or any(t.i in skip or t.pos_ == "PRON" or t.tag_ == "PRP$" for t in words):
        return []
    return [t.i for t in words]


def wants(title: str, verb: Token) -> bool:
    """Whether a title lacks what its verb or noun wants."""
    lemma, last = verb.lemma_.lower(), title.rpartition(" ")[2].lower()
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    if _A_POINT.search(title) or _order(verb) or _that_lost(verb, title):
        return True
    things = [c for c in verb.rights if c.dep_ in ("dobj", "dative", "npadvmod") and c.pos_ in ("NOUN", "PROPN")]
    if any(_which_lost(thing, title) for thing in things):
        return True
    if lemma in _AGREES and not passive and not any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in verb.rights):
        words = title.split()
        told = next(
            (n for n, word in enumerate(words) if word.lower() in (lemma, f"{lemma}s", f"{lemma}es")), len(words)
        )
        behind = " ".join(words[told + 1 :])
        return bool(behind) and _ON_WHAT.search(behind) is None
    if lemma in _SHOWN and any(_a_picture(t) and last == t.lower_ and not _said_before(t) for t in things):
        return True
    return lemma in _GIVES and not passive and _nothing_given(verb, things, title)


def _said_before(noun: Token) -> bool:
    return any(c.dep_ in ("compound", "amod", "poss", "nmod") for c in noun.lefts)


def _which_lost(noun: Token, title: str) -> bool:
    """Of "every farmer who has lost his barn": a title that gives it to every farmer."""
    which = next((c for c in noun.rights if c.dep_ == "relcl"), None)
    return _each(noun) and which is not None and f"{which.text} " not in title and noun.lower_ in title.split()


def _nothing_given(verb: Token, things: list[Token], title: str) -> bool:
    """Of "promises every family": what?"""
    if len(things) != 1 or any(c.dep_ in ("xcomp", "ccomp", "prt", "oprd") for c in verb.rights):
        return False
    thing = things[0]
    human = thing.lemma_.lower() in lexicon().people | _HOUSEHOLDS or thing.ent_type_ == "PERSON"
    return human and title.endswith(f" {thing.text}")


def _order(verb: Token) -> bool:
    """Of "The order came in a letter": the order to do what?"""
    subject = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.lower_ not in _OF_WHAT:
        return False
    return all(c.dep_ == "det" or c.lower_ in ("new", "first", "old", "last") for c in subject.children)


def _that_lost(verb: Token, title: str) -> bool:
    """Of "wrote to the council that the wall may fall": a title that does not say what."""
    if verb.lemma_.lower() not in ("write", "complain") or " that " in title:
        return False
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if token.lower_ == "that" and token.tag_ in ("IN", "WDT"):
            return token.nbor(-1).pos_ != "PRON"
        if token.pos_ in ("VERB", "AUX") or token.text in (";", ":"):
            return False
    return False
