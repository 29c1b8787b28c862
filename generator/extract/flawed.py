"""Titles that came out of their clause torn: a word that the rest needs was left out, or two were set side by side.

A title keeps some words of a clause and leaves out others. Which ones it may leave out, grammar tells as a rule; where
it told wrongly, the title says something else than its source ("throws his weight", "counts 57", "signs" for "signs
for"). Such a title is not mended here: its claim waits for an editor.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from generator.extract.clauses import AWAITED
from generator.extract.complements import NUMBERED, RANKED
from generator.extract.mended_verbs import OF_THINGS
from generator.extract.misparsed import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from generator.extract.referents import Referents

_PRONOUNS = frozenset({"it", "him", "her", "them", "me", "us", "you"})
# Behind a verb these belong to it more often than they begin an aside: "signs for", "parts with", "votes for".
_BOUND = frozenset({"for", "with", "to", "of", "into", "against", "behind", "over", "upon", "about", "from", "on"})
_FATES = frozenset({"dead", "injured", "wounded", "missing", "hurt", "more", "others", "percent"})
_PARTICLES = frozenset("in out up down off over away back on".split())
_TERMS = frozenset({"hand", "give", "get", "receive", "award"})
_OTHERS = re.compile(r"\bothers? to (?:\w+ )?(?:years|months)\b")
_SENTENCED = re.compile(r"\b(?:sentence[sd]?|jail(?:s|ed)?|condemn(?:s|ed)?) ")
_ORDINAL_END = re.compile(r" (?:the|a|an) (?:first|second|third|fourth|fifth|last|latest|other|others)$", re.I)
_BE = frozenset({"is", "are", "was", "were", "be", "comes", "finishes", "becomes"})
_SIDE_BY_SIDE = re.compile(
    r"\b(?:on|in|at|by|for) (?:north|south|east|west)(?:east|west)? of\b|\b(?:to|of|on|for|with) (?:was|were|is|are)\b"
)
_COMPASS = re.compile(r"\b(?:north|south|east|west)(?:east|west)? of (?P<place>[A-Z]\w+)")
# A title that begins with the legal form of a body whose name stands before it.
_LEGAL = re.compile(r"^(?:S\.? ?p\.? ?A|S\.A|N\.V|A/S|Ltd|Inc|Co|Corp|GmbH|PLC|LLC)\b\.?", re.I)
_SCORE = re.compile(r"\b\d{1,2}[-–]\d{1,2}\b")
_VOTES = re.compile(r"\bby (?P<votes>\d[\d,]*) to \d")
_ORDINALS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth twentieth".split()
)
_SET = frozenset({"plan", "schedule"})
_OF_OF = re.compile(r"\bof (?P<first>[A-Z]\S+) of (?P<second>[A-Z]\S+)")


_DASH = re.compile(r"--|[–—:;]|\bplus\b")  # "a bid of 22m plus bonuses"
_QUOTES = "\"“”‘’'.,()"
_RANK = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Prof|Gen|Col|Capt|Lt|Sgt|Sen|Rev|Hon)\.?$")


def side_by_side(title: str, lemma: str = "") -> bool:
    """Whether two words stand side by side that cannot: "formed on east of Osk", "an ultimatum to was to quit".

    `lemma`: the verb of the title, which "to" and a third person do not go with: "an ultimatum to quits".
    """
    third = bool(lemma) and not {f" to {lemma}s ", f" to {lemma}es "}.isdisjoint(_pairs(title))
    return third or _SIDE_BY_SIDE.search(title) is not None


def _pairs(title: str) -> set[str]:
    """Every two words that stand side by side, between blanks."""
    return {f" {one} {two} " for one, two in itertools.pairwise(title.split())}


def is_flawed(title: str, word: Token, times: Collection[int], quote: str) -> bool:
    """Whether a title surely lost what it needs. `word` tells the claim, `times` are tokens of time expressions."""
    text = title.rpartition(": ")[2]
    if (
        side_by_side(text, word.lemma_.lower())
        or text.endswith((" makes public", " make public"))
        or _RANK.search(text)
        or _LEGAL.match(text)
        or _counts_nothing(text, word)
    ):
        return True
    if (end := _ORDINAL_END.search(text)) and not _BE & {*text.split()} - {"is", "are"} and _apart(end[0], word):
        return True
    if (where := _COMPASS.search(quote)) and where[0] not in text and f" of {where['place']}" in text:
        return True
    scores = len(_SCORE.findall(quote))
    if scores > 1 and 0 < len(_SCORE.findall(text)) < scores:
        return True
    if (two := _OF_OF.search(text)) and f"and of {two['second']}" in quote:
        return True
    if _squeezed(text, quote) or (_OTHERS.search(text) and not _SENTENCED.search(text)):
        return True
    if word.pos_ not in ("VERB", "AUX"):
        # "The 2010 World Cup", spoken of in passing: the year is a part of the name.
        return word.pos_ == "PROPN" and any(
            c.i in times and c.dep_ == "nummod" and re.fullmatch(r"\d{4}", c.text) for c in word.lefts
        )
    if word.lemma_.lower() in _ORDINALS or _without_its_rank(text, word) or _without_one_side(text, quote):
        return True
    if _another_subject(word) or _without_its_end(text, word) or _without_its_length(text, word, times):
        return True
    inner = [c for c in word.children if c.dep_ == "xcomp" and c.pos_ == "VERB"]
    return _headless(word, times) or any(True for verb in (word, *inner) for _ in _lost(text, verb, times))


def _headless(verb: Token, times: Collection[int]) -> bool:
    """Of "The body of a man missing since the flood of 3 May was found": the body, where no other verb is left."""
    above = verb.head
    since = any(c.dep_ == "mark" and c.lower_ in ("since", "after", "before", "until") for c in verb.children)
    bare = above.tag_ in ("NN", "NNS", "NNP", "VBG", "VBN", "JJ")
    if verb.dep_ != "advcl" or not (since and bare) or any(c.dep_ in ("aux", "auxpass") for c in above.children):
        return False
    subjects = (c for c in verb.children if c.dep_ in SUBJECTS)
    return any(t.i in times for c in subjects for t in c.subtree)


def whose_is_open(title: str, verb: Token, others: Collection[str]) -> bool:
    """Of "Ann Lind was sworn in by the judge who had thrown out the petition against her": "her" is not the judge.

    `others`: names of the people of the sentence before the clause. Only a clause behind "who" is asked.
    """
    owning = re.search(r"\b(?:his|her)\b", title) is not None
    return owning and verb.dep_ == "relcl" and any(name not in title for name in others)


def _squeezed(text: str, quote: str) -> bool:
    """Of "spoke of 16 dead -- 14 civilians and two soldiers": two words between which a dash or a colon stood."""
    words = [w.strip(_QUOTES) for w in _DASH.sub(" \0 ", quote).split()]
    parted = {(one, two) for one, dash, two in zip(words, words[1:], words[2:], strict=False) if dash == "\0"}
    return any(pair in parted for pair in itertools.pairwise(text.split()))


def _another_subject(verb: Token) -> bool:
    """Of "…, and in Graz Leo Mann was given the cup", where the parser takes Leo Mann for a place."""
    helping = [c for c in verb.lefts if c.dep_ in ("aux", "auxpass")]
    if verb.dep_ != "conj" or any(c.dep_ in SUBJECTS for c in verb.children) or not helping or not helping[0].i:
        return False
    before = helping[0].nbor(-1)
    return before.pos_ == "PROPN" and before.dep_ == "pobj"


def _without_its_end(text: str, verb: Token) -> bool:
    """Of "flew in on Sunday": a title that ends in the verb without its particle."""
    behind = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    last = text.split()[-1].lower() if text else ""
    ends = last in (verb.lower_, verb.lemma_.lower(), f"{verb.lemma_.lower()}s", f"{verb.lemma_.lower()[:-1]}ies")
    if not ends or behind is None or behind.lower_ not in _PARTICLES or behind.dep_ not in ("advmod", "prt"):
        return False
    of_a_day = behind.lower_ in ("on", "in") and behind.i + 1 < len(verb.doc) and behind.nbor(1).ent_type_ == "DATE"
    of_a_day = of_a_day and any(c.dep_ == "auxpass" for c in verb.lefts)
    return not of_a_day  # "were brought on 30 September", whatever the parser takes "on" for


def _without_its_length(text: str, verb: Token, times: Collection[int]) -> bool:
    """Of "handed him six months": a title without the term."""
    behind = (c for c in verb.rights if c.dep_ in ("dobj", "npadvmod") and c.i in times)
    return verb.lemma_.lower() in _TERMS and any(
        c.lemma_.lower() in ("year", "month", "week") and c.lower_ not in text and any(t.like_num for t in c.lefts)
        for c in behind
    )


def _without_its_rank(text: str, verb: Token) -> bool:
    """Of "came 9th in Graz": a title without the 9th."""
    if verb.lemma_.lower() not in RANKED:
        return False
    ranks = (c.text for c in verb.rights if c.dep_ != "conj" and (c.lower_ in _ORDINALS or NUMBERED.fullmatch(c.text)))
    return any(rank not in text.split() for rank in ranks)


def _without_one_side(text: str, quote: str) -> bool:
    """Of "adopted by 61 to 40": a title that has only one of the two."""
    votes = _VOTES.search(quote)
    return votes is not None and f"by {votes['votes']}" in text and votes[0] not in text


def _counts_nothing(text: str, word: Token) -> bool:
    """Of "counted 57 dead": a title that ends in the number."""
    last = text.split()[-1] if text else ""
    if not re.fullmatch(r"[\d,.]+(?:bn|m|tn)?", last):
        return False
    sentence = word.sent
    ends = (t for t in sentence if t.text == last and t.i + 1 < sentence.end)
    return any(t.nbor(1).lower_ in _FATES for t in ends)


def _apart(end: str, word: Token) -> bool:
    """Whether a comma or a semicolon stands before "the first" in the source."""
    source = word.sent.text.lower()
    return any(f"{mark}{end.lower()}" in source for mark in ",;")


def _lost(text: str, verb: Token, times: Collection[int]) -> Iterator[Token]:
    """Prepositions that the verb or its object needs and the title has not."""
    kept = set(text.lower().split())
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    for prep in (c for t in (verb, *objects) for c in t.rights if c.dep_ == "prep" and c.lower_ in _BOUND):
        noun = next((c for c in prep.children if c.dep_ == "pobj"), None)
        if noun is None or prep.lower_ in kept or any(t.i in times for t in prep.subtree):
            continue
        told = any(c.dep_ in ("ccomp", "xcomp") for c in verb.children)  # "wrote to the council that the wall may fall"
        of_verb = prep.head.i == verb.i and prep.i == verb.i + 1 and verb.dep_ != "acl" and not (objects or told)
        if noun.lower_ in _PRONOUNS or (of_verb and noun.pos_ in ("NOUN", "PROPN")):
            yield prep


def not_of_one(title: str, people: Collection[str], word: Token) -> bool:
    """Whether a verb stands behind the name of one person that no one person can have.

    One in the plural, "Leo Berg are killed", or of a plan that others made, "Leo Berg was planned".

    `people`: the names of the text's people; a title of a few words is asked for each beginning, not for each name.
    """
    words = title.rpartition(": ")[2].split(" ")
    if word.lemma_.lower() in _SET and (by := re.search(r" (?:is|was|are|were) ", title)):
        return title[: by.start()].rpartition(": ")[2] in people
    plural = {"are", "were", "have", *([word.lemma_.lower()] if word.pos_ == "VERB" else [])}
    return any(words[k] in plural and " ".join(words[:k]) in people for k in range(1, len(words)))


# What is done to a meeting, a plan or a treaty, and to no town and nobody.
_TO_HAPPENINGS = frozenset({"postpone", "adjourn", "convene", "reschedule", "ratify"})
_TO_NO_TOWN = _TO_HAPPENINGS | OF_THINGS | {"conduct", "sign"}


def done_to_a_happening(verb: Token, subject: Token, who: Referents) -> bool:
    """Of "the vote in Leith, which was postponed": where the verb's subject is taken to be Leith."""
    number = who.at(subject)
    kind = who.mentions[number].type if number is not None else None
    if subject.pos_ != "PROPN" or kind == "named_event" or not any(c.dep_ == "auxpass" for c in verb.children):
        return False
    carried = verb.lemma_.lower() == "carry" and any(c.lower_ == "out" for c in verb.rights)
    if verb.dep_ == "relcl" and verb.lemma_.lower() in AWAITED and subject.dep_ == "pobj":
        return True  # "when it has appeared in the Leith Gazette, which is expected in May"
    if verb.dep_ == "relcl" and verb.head.i == subject.i and (carried or verb.lemma_.lower() in _TO_HAPPENINGS):
        return True
    return kind == "place" and (carried or verb.lemma_.lower() in _TO_NO_TOWN)


def one_of_two(subject: Token, title: str) -> bool:
    """Of "The brothers Ann and Leo Berg start a mill": whether the title names only one of them."""
    named = [c for c in subject.children if c.dep_ == "appos" and c.pos_ == "PROPN"]
    other = [c for name in named for c in name.conjuncts if c.pos_ == "PROPN" and c.text not in title]
    return subject.tag_ == "NNS" and bool(other) and subject.text not in title
