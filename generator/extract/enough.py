"""Whether a verb of a title has behind it what it needs: of what one is accused, whom one informs, where it is put."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.extract.clauses import COURSE, noun_kinds, subject_of
from generator.extract.complements import OBJECTS, WHERE, particle_of, strayed_object
from generator.extract.happening import content, formal
from generator.extract.lexicon import lexicon
from generator.extract.misparsed import taken_for_name
from generator.extract.title_subject import is_plural
from generator.extract.title_words import Frame
from generator.extract.verb_groups import passive
from generator.extract.voice import told_nothing
from generator.extract.whole_words import half_told

if TYPE_CHECKING:
    from spacy.tokens import Token

_OF_WHAT = frozenset({"accuse", "suspect", "deprive", "rob"})
_TELLS = frozenset({"tell", "inform", "notify", "remind", "warn", "alert"})
_PRICED = frozenset({"offer", "bid", "pay", "ask", "demand", "charge", "propose"})


def named_once(speaker: str, told: str) -> str:
    """Of "The Union announces that the Union will send pumps": "announces that it will", for it says so of itself."""
    article, _, name = speaker.partition(" ")
    return told.replace(f" that the {name} ", " that it ") if article.lower() == "the" and name else told


def town_falls(verb: Token, subject: Token | None) -> bool:
    """Of "Kavala fell on 8 August": a town falls to its enemies, and that says all."""
    return verb.lemma_.lower() == "fall" and subject is not None and subject.pos_ == "PROPN"


def says_enough(verb: Token, told: str, frame: Frame) -> bool:
    """Whether a verb has what it needs behind it; alone it needs to name a happening ("resigns", "collapses")."""
    lemma = verb.lemma_.lower()
    if passive(verb):
        if told_nothing(f"{verb.lower_} {told}"):
            return False
        return bool(told) or lemma not in lexicon().needs_complement or _done_alone(verb)
    if lemma in _TELLS and not re.search(r"\b(?:that|whether|to|of|about|against|over)\b", told):
        return False  # "tells the court", "informs the ministry": what?
    if lemma == "make" and not any(c.dep_ in ("dobj", "ccomp", "xcomp", "prep") for c in verb.rights):
        return False  # "the decision makes public": it was made so
    if any(c.dep_ == "xcomp" and half_told(c) for c in verb.children):
        return False
    behind = any(c.dep_ in OBJECTS and c.i > verb.i and c.i not in frame.skip for c in verb.children)
    behind = behind or (formal(verb) and content(verb) is not None)  # "it will close two mills, Norvale announced"
    behind = behind or strayed_object(verb) is not None or taken_for_name(verb) is not None
    # "Both sides meet in Rome", "Leo Mann signs for Norvale": these two do without an object.
    behind = behind or (bool(told) and (lemma == "meet" or (lemma == "sign" and told.startswith(("for ", "with ")))))
    price = next((c for c in verb.rights if c.dep_ == "dobj" and c.pos_ == "NUM"), None)
    if lemma in _PRICED and price is not None and price.text.isdigit() and not price.nbor(-1).is_currency:
        return False  # "offers 18": of what?
    if lemma in WHERE and not re.search(
        r"\b(?:in|on|at|to|into|under|over|by|with|behind|before|off|up|down|out)\b", told
    ):
        return False  # "puts a notice": where?
    if lemma in _OF_WHAT and " of " not in f" {told} ":
        return False  # "accuses the government": of what?
    whole = particle_of(verb) in ("over", "off") and lemma == "take"
    if lemma == "meet" and (body := subject_of(verb)) is not None and not is_plural(body, frame):
        return True  # "the council meets"; of two it is asked whether they met each other
    if lemma in lexicon().needs_object and not behind and not whole:
        return False
    subject = subject_of(verb) if lemma in COURSE else None
    if subject is not None and not told and (subject.pos_ == "PRON" or subject.ent_type_ == "PERSON"):
        return False  # "Ann Sorel begins": with what?
    course = subject is not None and bool(noun_kinds(subject))
    alone = lemma in lexicon().whole_alone or bool(lexicon().verb_kinds.get(lemma))
    alone = alone or town_falls(verb, subject_of(verb))
    return bool(told) or course or alone  # "a second debate is to follow"


# "The recount is ordered", "the charges are brought": with a happening as what is done, these say all.
_BROUGHT = frozenset({"bring", "order", "make", "give", "grant", "allow", "permit", "forbid"})
_ASKED = frozenset("recount inquiry review audit autopsy charge".split())
_DOINGS = ("tion", "sion", "ment", "ments", "tions")


def _done_alone(verb: Token) -> bool:
    """Of "Leo Mann was charged", "charges were brought": a passive that some nouns let stand with nothing behind it."""
    done = subject_of(verb)
    if done is None:
        return False
    lemma = verb.lemma_.lower()
    if lemma == "charge":
        return done.ent_type_ == "PERSON" or done.lemma_.lower() in lexicon().people
    happens = noun_kinds(done) or done.lemma_.lower() in _ASKED or done.lower_.endswith(_DOINGS)
    return lemma in _BROUGHT and bool(happens)
