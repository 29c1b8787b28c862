"""Which office somebody takes or leaves: "takes over" and "steps down" say nothing without "as finance chief"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.names import telling_role

if TYPE_CHECKING:
    from spacy.tokens import Token

_TAKES_OR_LEAVES = frozenset(
    {"resign", "quit", "retire", "step_down", "stand_down", "step_aside", "take_over", "leave"}
)
_CHOOSES = frozenset({"elect", "re-elect", "appoint", "choose"})
# What somebody is besides any office: "a Graz-born engineer" takes over as something else.
_PAST = re.compile(
    r"-(?:born|based|trained|educated)\b|^(?:former|ex|late|then|formerly|future|outgoing|incoming|one-time|onetime)\b|\b(?:until|till|since)\b",
    re.I,
)
LONGEST = 45  # characters


def is_office(role: str) -> bool:
    """Whether a role is a noun, no clause ("who runs the yard") and no body ("of the Seed Trust")."""
    return telling_role(role) == 2


# The bearer of one of these is never called by its last word alone: a prime minister is not "the minister", an
# attorney general not "the general", a vice president not "the president".
_OTHER = frozenset(
    "prime vice deputy assistant associate shadow junior former ex attorney solicitor secretary surgeon auditor "
    "comptroller director inspector consul governor postmaster sub under co elect designate".split()
)


def head(role: str) -> tuple[str, bool]:
    """(the last word of an office in small letters, whether its bearer is called by that word alone)."""
    *before, last = re.split(r" (?:of|for|in|at|on|to) |,", role)[0].lower().split()
    return last, not any(part in _OTHER for word in before for part in word.split("-"))


def changes(verb: Token) -> bool:
    """Whether a verb tells that an office is taken or left, and names none: no object, no "as …", no "from …"."""
    lemma = verb.lemma_.lower()
    beside = [c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod") and c.i == verb.i + 1]
    if lemma not in _TAKES_OR_LEAVES and not any(f"{lemma}_{word}" in _TAKES_OR_LEAVES for word in beside):
        return False
    return not any(c.dep_ in ("dobj", "attr", "oprd") or c.lower_ in ("as", "from") for c in verb.children)


def _chosen(verb: Token) -> Token | None:
    """Of "an acting rector, Ann Sorel, was elected": that she was elected acting rector."""
    if verb.lemma_.lower() not in _CHOOSES or not any(c.dep_ == "auxpass" for c in verb.children):
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if subject is None or subject.tag_ != "NN" or not any(c.lower_ in ("a", "an") for c in subject.children):
        return None
    told = any(c.dep_ in ("oprd", "attr", "xcomp") or c.lower_ in ("as", "to") for c in verb.children)
    return None if told else subject


def with_office(title: str, verb: Token, role: str | None, limit: int) -> str:
    """The title of somebody who leaves or takes an office, with the office that the text gives beside the name."""
    if role is None or not is_office(role) or _PAST.search(role) or len(role) > LONGEST:
        return title
    if not changes(verb) and _chosen(verb) is None:
        return title
    if (noun := _chosen(verb)) is not None:
        words = [c.text for c in noun.lefts if c.dep_ in ("amod", "compound") and c.i > noun.left_edge.i]
        told = f"{title} {' '.join([*words, noun.text])}"
        return told if len(told) <= limit and " as " not in title else title
    if verb.lemma_.lower() in _CHOOSES:
        return title
    first, _, rest = role.partition(" ")
    owned = first.endswith(("'s", "’s"))  # "Norvale's finance chief"
    plain = not rest[:1].isupper() and not first.isupper() and not owned  # "Finance chief" at a sentence's head
    told = f"{title} as {first.lower() if plain else first} {rest}".rstrip()
    return told if len(told) <= limit else title
