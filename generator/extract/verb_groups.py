"""The verb of a title: simple present for what happened, "to" and the infinitive for what is to come."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from generator.extract.clauses import noun_kinds
from generator.extract.happening import awaited
from generator.extract.inflection import third_person
from generator.extract.lexicon import lexicon
from generator.extract.misparsed import SUBJECTS, aside_participle, with_to
from generator.extract.voice import before_the_verb, headline_passive

if TYPE_CHECKING:
    from spacy.tokens import Token

# Without an object and behind a passive, "towed" is one as well: "was refloated and towed to Gothenburg".
_BY_OTHERS = frozenset(
    {
        "tow",
        "charge",
        "take",
        "bring",
        "carry",
        "fly",
        "transport",
        "jail",
        "fine",
        "release",
        "detain",
        "hand",
        "extradite",
        "deport",
        "transfer",
        "send",
        "rush",
        "evacuate",
        "remand",
        "expel",
        "exile",
        "return",
        "let",
        "allow",
        "permit",
        "order",
        "force",
        "require",
        "sentence",
        "convict",
        "acquit",
        "arrest",
        "question",
        "suspend",
        "remove",
    }
)

# Nobody is protested: without "was", these are the past tense, whatever the tagger says of their -ed.
_BY_ONESELF = frozenset(
    "protest demonstrate march rally riot resign testify arrive depart die vanish collapse apologise apologize leave "
    "retire flee".split()
)


def _auxiliaries(verb: Token) -> dict[str, Token]:
    return {
        child.lemma_.lower() if child.dep_ != "neg" else "not": child
        for child in verb.children
        if child.dep_ in ("aux", "auxpass", "neg")
    }


# Past forms before which a prefix makes a verb that the lemmatizer does not know: "retook", "overran", "resold".
_PAST = {
    "took": "take", "wrote": "write", "built": "build", "made": "make", "sold": "sell", "told": "tell", "ran": "run",
    "came": "come", "threw": "throw", "went": "go", "did": "do", "saw": "see", "held": "hold", "stood": "stand",
    "gave": "give", "rode": "ride", "drew": "draw", "grew": "grow", "bought": "buy", "paid": "pay", "won": "win",
    "shot": "shoot", "led": "lead", "flew": "fly", "bade": "bid", "swore": "swear",
}  # fmt: skip
_PREFIXED = re.compile(r"(re|over|under|out|mis|un|with|up|fore)-?(\w+)")


def _lemma(verb: Token) -> str:
    """The verb's base form; the lemmatizer takes "waded" for a form of "wad", which would be "wadded"."""
    lemma = verb.lemma_.lower()
    if lemma == verb.lower_ and (parts := _PREFIXED.fullmatch(lemma)) and parts[2] in _PAST:
        return lemma[: -len(parts[2])] + _PAST[parts[2]]
    short = re.fullmatch(r"[^aeiou]{1,3}[aeiou][bdgklmnprtvz]", lemma)
    return lemma + "e" if short and verb.lower_ == lemma + "ed" else lemma


# What something is held for: "found to be", "believed to have".
_HELD = frozenset("find believe deem presume reckon".split())


def _to_be(child: Token) -> bool:
    return (
        child.dep_ == "xcomp"
        and any(c.lower_ == "to" for c in child.lefts)
        and (child.lemma_ == "be" or any(c.lower_ in ("be", "have") for c in child.lefts))
    )


def _behind_its_name(verb: Token) -> bool:
    """As "The auctioneers, Lindtner, settled": the sentence's own verb behind a name between commas, no participle."""
    if verb.tag_ != "VBD" or verb.dep_ != "acl" or verb.head.dep_ != "ROOT" or not verb.i:
        return False
    named = any(c.dep_ == "appos" and verb.head.i < c.i < verb.i for c in verb.head.children)
    return named and verb.nbor(-1).text == "," and not any(c.dep_ == "agent" for c in verb.children)


def passive(verb: Token) -> bool:
    """Whether its subject had it done: "was arrested", "(a man) arrested on Monday", "was arrested and *charged*"."""
    if any(child.dep_ == "auxpass" for child in verb.children):
        return True
    if verb.tag_ == "VBN" and verb.dep_ == "conj" and any(child.dep_ == "nsubjpass" for child in verb.children):
        return True  # "nine men had been killed and 17 lorries destroyed"
    if verb.lemma_.lower() in _BY_ONESELF and not any(child.dep_ == "agent" for child in verb.children):
        return False
    if verb.dep_ == "acl" and verb.head.dep_ == "ROOT" and any(child.dep_ == "prt" for child in verb.children):
        return any(child.dep_ == "agent" for child in verb.children)  # "A spacecraft set off on Sunday.": all of it
    if verb.tag_ not in ("VBN", "VBD") or any(child.dep_ in ("aux", "dobj") for child in verb.children):
        return False
    if _behind_its_name(verb):
        return False
    if verb.lemma_.lower() in _HELD and any(_to_be(child) for child in verb.children):
        return True  # "Bell found to be too light": who found it, the headline leaves out
    if aside_participle(verb):
        return True
    if any(child.dep_ in ("nsubj", "expl") for child in verb.children):
        return headline_passive(verb) or before_the_verb(
            verb
        )  # else "the hall burned": whatever the tagger says of an -ed
    if verb.tag_ == "VBD" and verb.dep_ == "conj" and not any(c.dep_ in SUBJECTS for c in verb.children):
        return verb.lemma_.lower() in lexicon().needs_object | _BY_OTHERS and passive(verb.head)
    if verb.tag_ == "VBD":
        return verb.dep_ == "acl"
    return verb.dep_ in ("acl", "advcl") or (verb.dep_ == "conj" and verb.head.pos_ == "VERB" and passive(verb.head))


def counted(verb: Token) -> bool:
    """Of "had treated 640 patients by Wednesday": so many until then, on no single day."""
    until = any(c.dep_ == "prep" and c.lower_ == "by" for c in verb.children)
    numbers = (c for c in verb.children if c.dep_ in ("dobj", "nsubj", "nsubjpass"))
    return until and any(t.like_num for c in numbers for t in c.subtree)


WAS_TO: Literal["was to"] = "was to"  # a plan whose day has passed, of which nobody tells what came
Planned = bool | Literal["was to"]


def _present(verb: Token) -> bool:
    """Of "takes office on Friday", "is held next week": a present that tells what is to come."""
    helping = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return verb.lemma_ != "be" and not awaited(verb) and (helping[0] if helping else verb).tag_ in ("VBZ", "VBP")


def verb_group(verb: Token, plural: bool, planned: Planned, joined: bool = False) -> str:
    """The verb of a title: simple present for what happened, "to" and the infinitive for what is to come.

    `joined`: another verb stands before it, whose "is" may serve both.
    """
    if planned == WAS_TO:
        group = verb_group(verb, plural, True, joined)
        was = "were" if plural else "was"
        if group.startswith("to "):
            return group if joined else f"{was} {group}"
        return re.sub(r"^(?:is|are)\b", was, group)
    helpers = _auxiliaries(verb)
    by_others = passive(verb)
    lemma = _lemma(verb)
    future = bool({"will", "shall", "would"} & {*helpers}) or "’ll" in helpers or with_to(verb)
    if planned and (future or _present(verb)):
        return f"to be {verb.lower_}" if by_others else f"to {lemma}"
    if by_others:
        shared = joined and not any(child.dep_ == "auxpass" for child in verb.children)
        return verb.lower_ if shared else f"{'are' if plural else 'is'} {verb.lower_}"
    if verb.tag_ == "VBG" and "be" not in helpers and verb.dep_ not in ("acl", "advcl", "pcomp", "ROOT", "conj"):
        return verb.text
    if counted(verb) and (have := helpers.get("have")) is not None and have.i < verb.i:
        return f"{'have' if plural else 'has'} {verb.lower_}"  # "131 people have died": on no single day
    return third_person(lemma, plural)


_DOING = ("ing", "tion", "sion", "ment", "over")


def to_take_place(verb: Token, plural: bool, planned: Planned) -> str | None:
    """Of "the launch is set for Monday": that it is to take place; `None` where the subject is no happening."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None) or (
        verb.head if verb.dep_ == "acl" else None
    )
    if (
        subject is None
        or verb.lemma_.lower() not in ("set", "schedule", "slate", "plan")
        or not (noun_kinds(subject) or subject.lemma_.lower().endswith(_DOING))
    ):
        return None
    if planned == WAS_TO:
        return f"{'were' if plural else 'was'} to take place"
    return "to take place" if planned else third_person("take", plural) + " place"
