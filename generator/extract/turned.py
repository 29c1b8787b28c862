"""Titles whose verb their quote does not bear out: a passive without a "was", an act that somebody else did.

Whatever reads as a passive without a form of "be", and is no participle of a noun, is the past tense of somebody who
acts, or is not understood; and what is always done to another, told without an object, is a passive read the wrong way
round. Such a title is not mended here: its claim waits for an editor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.doubts import WANTED
from generator.extract.lexicon import lexicon
from generator.extract.strikes import KIN
from generator.extract.verb_groups import passive
from generator.extract.voice import DONE_TO, NO_OBJECT, done_to_others

if TYPE_CHECKING:
    from spacy.tokens import Token

_CALLS = frozenset(
    {"name", "elect", "appoint"}
)  # of these "a council named Lind" and "the council named Lind" look alike


def astray(verb: Token, title: str) -> bool:
    """Whether a title may turn round who did what its verb tells, or lost what was said or asked."""
    turned = _unsure_passive(verb) if passive(verb) else _nobodys_act(verb, title)
    return turned or _lost_content(verb, title) or _of_whom(verb, title)


def _unsure_passive(verb: Token) -> bool:
    """Whether no form of "be" bears a passive out, and no participle of a noun does.

    A sentence with its full stop has a verb: where its only one is a participle, the parser lost who acts.
    """
    if any(c.dep_ == "auxpass" for c in verb.children) or verb.dep_ == "conj":
        return False
    if any(c.dep_ == "ccomp" and c.i > verb.i and _that(c) for c in verb.children):
        return True  # "the engineer, Leo Mann, recommended that …"
    if verb.dep_ == "acl" and verb.lemma_.lower() in _CALLS and _alone(verb):
        return True  # "The council named Ann Lind.": no council of that name
    if verb.dep_ != "acl" or verb.lemma_.lower() in DONE_TO | lexicon().needs_object:
        return False
    if verb.i and verb.nbor(-1).text == ",":
        return False  # "The bell of Osk, cast in May.": an aside
    sentence = verb.sent
    root = sentence.root
    ends = next((t for t in reversed(list(sentence)) if not t.is_space), root)
    finite = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in sentence)
    whole = root.pos_ == "PROPN" or any(c.dep_ == "det" for c in root.children)
    return root.pos_ in ("NOUN", "PROPN") and whole and ends.text == "." and not finite and not _by_somebody(verb)


def _alone(verb: Token) -> bool:
    """Whether a participle with a name behind it is all the verb that its sentence has."""
    finite = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") and t.i != verb.i for t in verb.sent)
    return not finite and verb.i + 1 < verb.sent.end and verb.nbor(1).pos_ == "PROPN"


def _of_whom(verb: Token, title: str) -> bool:
    """Of "the families of the victims, who founded a club": a title that makes the victims found it."""
    noun, of = verb.head, verb.head.head
    if (
        verb.dep_ != "relcl"
        or noun.dep_ != "pobj"
        or of.lower_ != "of"
        or not any(c.lower_ == "who" for c in verb.lefts)
    ):
        return False
    people = of.head
    kin = people.lemma_.lower() in KIN or people.lemma_.lower() in lexicon().people
    return kin and people.lower_ not in title.lower().split()


def _by_somebody(verb: Token) -> bool:
    """Whether "by" names who did it: "by the court", "by Leo Mann", and not "by letter"."""
    things = (d for c in verb.children if c.dep_ == "agent" or c.lower_ == "by" for d in c.children)
    return any(d.pos_ == "PROPN" or d.tag_ == "NNS" or any(c.dep_ == "det" for c in d.children) for d in things)


def _that(clause: Token) -> bool:
    return any(c.tag_ == "IN" and c.lower_ == "that" and c.i < clause.i for c in clause.children)


def _nobodys_act(verb: Token, title: str) -> bool:
    """Of "Police release after the march": whom? Somebody else's act in a title that names no object."""
    if not done_to_others(verb) or verb.dep_ == "relcl":
        return False
    lemma, words = verb.lemma_.lower(), title.lower().split()
    at = next((k for k, word in enumerate(words) if word in (lemma, f"{lemma}s", f"{lemma}es")), len(words))
    return at + 1 >= len(words) or words[at + 1] in NO_OBJECT


def _lost_content(verb: Token, title: str) -> bool:
    """Of "requested by letter that the shaft be flooded": "requests by letter" alone does not say what."""
    if verb.lemma_.lower() not in WANTED | lexicon().reporting | lexicon().making_known:
        return False  # "resigned after criticism that …": what was criticised
    behind = [c for c in verb.children if c.i > verb.i]
    that = any(c.dep_ == "ccomp" and _that(c) for c in behind)
    return that and not any(c.dep_ in ("dobj", "xcomp") for c in behind) and " that " not in title
