"""A title in the headline present, made from the words of the clause: "Berg visits Chile and signs a memorandum".

Every content word of a title stands in its clause; only the verb's form changes. A clause that gives no whole title
of at most 90 characters gives none: it becomes a draft.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.extract import told_that
from generator.extract.clauses import COURSE, Clause, noun_kinds, subject_of
from generator.extract.complements import complements, ends_whole, particle_of
from generator.extract.described import in_own_words
from generator.extract.doubts import points
from generator.extract.enough import named_once, says_enough, town_falls
from generator.extract.happening import awaited, content, formal
from generator.extract.lexicon import lexicon
from generator.extract.misparsed import SUBJECTS
from generator.extract.pronouns import UNKNOWN
from generator.extract.relatives import relative_object
from generator.extract.title_subject import (
    called,
    is_plural,
    named_beside,
    names_alone,
    names_of,
    number_told,
    of_one,
    owned,
    whose_object,
    with_a_name,
)
from generator.extract.title_words import Frame, phrase, prose, series
from generator.extract.torn import cut_series
from generator.extract.verb_groups import Planned, passive, to_take_place, verb_group
from generator.extract.wanting import compared
from generator.extract.whole_words import AS_WHAT, both, fronted_place, stood_for

if TYPE_CHECKING:
    from spacy.tokens import Token

LIMIT = 90  # characters
_TIME = re.compile(
    r"\b(?:on|in|at|by|since|until) (?:week|month|year|day|morning|afternoon|evening|night)\b"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|\b(?:January|February|April|June|July|August|September|October"
    r"|November|December|May|March)$"
)

_PART_OF_TIME = re.compile(r" (?:in|during) the (?:first|second|other|latter) (?:half|quarter|third)$")
BOTH = 10  # words behind "between" within which the other end is named
_JOINER = "\u2060"  # stands behind a particle that is no dangling preposition, until the title is finished
_MODALS = frozenset({"will", "would", "should", "shall", "can", "could", "may", "might", "must", "to"})
_DANGLING = frozenset(
    "a an the of to in on at by for from with and or but as that which who whom whose than into onto over under "
    "between among aged its his her their our my your this these those is are was were be been being has have had "
    "not".split()
)


def title(
    made: Clause,
    frame: Frame,
    planned: Planned,
    subject_text: str | None = None,
    *,
    thing: Token | None = None,
    joined: bool = True,
    plain: bool = False,
    limit: int = LIMIT,
) -> str | None:
    """The title of a clause, or `None`. `subject_text` stands for a pronoun or a person's name.

    `thing`: the noun by which the text named the subject before ("the earth dam at Ostrava", now "the dam");
    `joined`: further verbs of the subject are told with it, as happenings of the same time; `plain`: "the law" alone,
    without the clause that says which.
    """
    doc, frame = frame.doc, replace(frame, until=made.last)
    predicate = doc[made.predicate]
    if predicate.pos_ not in ("VERB", "AUX"):
        return _finished(_noun_title(predicate, frame, subject_text))
    noun = doc[made.noun] if made.noun is not None else None
    if predicate.lemma_ == "be" and noun is not None and noun.dep_ == "attr" and empty_subject(predicate):
        return _finished(_noun_title(noun, frame))
    if made.subject is None:
        return None
    subject = doc[made.subject]
    plural = number_told(predicate, is_plural(subject, frame) or subject.lower_ == "they")
    if subject_text is not None and of_one(subject, subject_text, predicate):
        plural = False
    words = [i for i in phrase(subject, frame) if i < predicate.i or subject.i > predicate.i]
    while words and doc[min(words)].dep_ == "prep":  # "In revenge for the shelling Greek aircraft bombed …"
        front = doc[min(words)]
        words = [i for i in words if i > front.right_edge.i] if front.right_edge.i < subject.i else []
    for other in predicate.lefts:  # the parser's two subjects are one series: "the mayor and the minister"
        if other.dep_ == "nsubj" and other.i > subject.i and any(t.dep_ == "cc" for t in doc[subject.i : other.i]):
            words += [*(t.i for t in doc[subject.i : other.i] if t.dep_ == "cc"), *phrase(other, frame)]
            subject_text, plural = None, True
    if subject_text is None and cut_series(subject, set(words)):
        return None
    turned = whose_object(subject, predicate, verb_group(predicate, plural, planned), frame)
    if turned is not None:
        return _finished(turned)
    left = subject_text or owned(subject, words, frame) or prose(frame, words)
    if not left or left.lower().startswith("whose "):
        return None
    if left and doc[subject.left_edge.i].dep_ == "prep" and subject_text is None:
        left = prose(frame, words)
    if subject.i in frame.names and subject_text is None and re.search(r", [A-Z]", left.rpartition(" and ")[0]):
        plural = True  # "Peru, Chile and Ecuador", whatever the parser makes of the commas
    left = (called(subject, frame) if subject_text is None else None) or left
    left = (names_alone(subject, frame) if subject.tag_ == "NNS" and subject_text is None else None) or left
    lefts = names_of(subject, predicate, frame, left, words, subject_text, thing)
    named = with_a_name(lefts, subject, frame) if subject_text is None else lefts
    verbs = [predicate, *(series(predicate, frame) if joined else [])]
    lemma = predicate.lemma_.lower()
    alone = lemma in lexicon().whole_alone or bool(lexicon().verb_kinds.get(lemma)) or town_falls(predicate, subject)
    course = lemma in COURSE and bool(noun_kinds(subject)) and len(words) == 1
    least = 2 if course or (alone and subject.i in frame.names) else 3  # "Talks resume", "Sorel resigns"
    one = not plural and (subject_text is not None or subject.ent_type_ == "PERSON")
    if subject_text is None and not plain and (told := in_own_words(subject, predicate, frame)) is not None:
        made_text = _fullest([told], verbs, plural, planned, frame, limit, least, one)
        if made_text is not None:
            return made_text  # rather a law of which it is told which, than all that parliament did with one
    made_text = None
    if len(named) < len(lefts):  # rather "Traffic on the Radek 1 cable stops" than where traffic stops
        made_text = _fullest(named, verbs, plural, planned, frame, limit, least, one)
    return made_text or _fullest(lefts, verbs, plural, planned, frame, limit, least, one)


def _fullest(
    lefts: Sequence[str],
    verbs: Sequence[Token],
    plural: bool,
    planned: Planned,
    frame: Frame,
    limit: int,
    least: int,
    one: bool,
) -> str | None:
    """The title that tells most within `limit` characters; `one`: the subject is one person, who has no "their"."""
    # Rather one verb with all that it needs than two without, and rather a short name than half of what was done.
    whole: list[tuple[int, float]] = [(count, richness) for count in range(len(verbs), 0, -1) for richness in (3, 2)]
    rest: list[tuple[int, float]] = [(1, richness) for richness in (1, 0.5, 0.25, 0, -1, -2)]
    leaning = None  # a title that would want the sentence before, where no shorter one does without
    for kept, ways in ((frame, whole), (frame, rest), (replace(frame, bare=True), [*whole, *rest])):
        done: dict[tuple[int, float], tuple[str, str]] = {}  # whoever is said to have done it
        for name in dict.fromkeys(lefts):
            for way in ways:
                if way not in done:
                    done[way] = _predicate(verbs[: way[0]], plural, planned, kept, way[1])
                made_text = _sentence(name, done[way])
                if made_text and len(made_text) <= limit and (told := _finished(made_text, least)):
                    if one and " and " not in name and re.search(r"\btheir\b", told):
                        continue  # "Leo Mann goes to their families": whose?
                    if not _leans(told):
                        return told
                    leaning = leaning or told
    return leaning


def _leans(text: str) -> bool:
    """Whether a title leans on other words: "regains control by using the small one"."""
    return UNKNOWN in text or points(text)


def _sentence(left: str, told: tuple[str, str]) -> str:
    """A title of who did it and what was done (`_predicate`); empty where there is nothing to tell."""
    joined, where = named_once(left, told[0]), told[1]
    if where and not re.search(r" (?:in|at|near) (?:the )?[A-Z]", f"{left} {joined}"):
        joined = f"{joined.removesuffix(_JOINER)} {where}"
    return f"{left} {joined}" if joined else ""


def _predicate(
    verbs: Sequence[Token], plural: bool, planned: Planned, frame: Frame, richness: float
) -> tuple[str, str]:
    """What so many verbs tell with so many words, and where, if that heads their sentence; two times nothing where
    they would not say enough, or say it wrongly.
    """
    clauses = []
    frame = replace(frame, full=richness > 2)
    for verb in verbs:
        others = frame.without(v.i for v in verbs if v.i != verb.i)
        group = verb_group(verb, plural, planned, joined=verb is not verbs[0])
        if (thing := relative_object(verb)) is not None:
            told = prose(frame, phrase(thing, others, lean=richness < 1))
            told = told[0].lower() + told[1:] if told.split(" ")[0] in ("The", "A", "An") else told
            particle = next((f"{c.text} " for c in verb.rights if c.dep_ == "prt" or _stranded(c)), "")
            beside = [kept for groups in complements(verb, others, lean=richness < 1) for kept in groups]
            beside = [kept for kept in beside if frame.doc[min(kept)].dep_ in ("prep", "dative")]
            more = prose(
                others, [i for kept in beside[: max(int(richness), 0)] for i in kept]
            )  # "the contract that it signed *with Radek*"
            clauses.append(f"{group} {particle}{told} {more}".rstrip())
            continue
        if verb.lemma_.lower() in AS_WHAT and not passive(verb) and not planned and (told := both(verb, others)):
            clauses.append(f"{group} {told}{_JOINER if ends_whole(verb, told) else ''}")
            continue
        saying = content(verb) if formal(verb) else None
        inner = others.without(t.i for t in saying.subtree) if saying is not None else others
        needed, welcome = complements(verb, inner, lean=richness < 0, least=richness < -1)
        if 0 < richness < 1:  # "to nine years", where "for bribery and fraud" has no room
            welcome = complements(verb, inner, lean=True)[1][:1]
            if richness < 0.5 and (named := named_beside(verb, frame)) is not None:
                needed = [named]  # "sentences Leo Mann to nine years", where his old office has none
        if richness < -1 and lexicon().verb_kinds.get(verb.lemma_.lower()):  # "is resumed": all of it
            needed = [kept for kept in needed if frame.doc[min(kept)].dep_ not in ("prep", "agent")]
        words = [i for kept in needed for i in kept]
        for kept in welcome if richness >= 2 and saying is None else welcome[:1] if 0 < richness <= 1 else []:
            words += kept
        told = prose(inner, words)
        if saying is not None:
            told = f"{told} {told_that.clause(saying, others, richness)}".strip()
        behind = {t.i for c in verb.children if c.dep_ == "ccomp" for t in c.subtree}
        behind |= {i for c in verb.rights if c.dep_ in ("advmod", "advcl") for i in compared(c, frame.skip)}
        if any(frame.doc[i].tag_ == "VBD" for i in words if i not in behind) or not says_enough(verb, told, frame):
            return "", ""
        if behind and not told and (verb.lemma_.lower() in lexicon().making_known or not passive(verb)):
            return "", ""  # "had sworn that he would stay": what was sworn
        if (place := stood_for(verb, others)) is None:
            return "", ""
        told = f"{told} {place}".strip()
        if awaited(verb) and told in ("", "due", "down"):
            if (course := to_take_place(verb, plural, planned)) is not None:
                told, group = "", course
            elif told and (body := subject_of(verb)) is not None and not noun_kinds(body):
                return "", ""  # "the accountant is due": for what?
        if told in ("", particle_of(verb)) and len(verbs) == 1 and richness >= 2:
            told = f"{told} {_when(verb, frame)}".strip()
        if ends_whole(verb, told):
            told += _JOINER  # "is sworn in" ends whole
        clauses.append(f"{group} {told}".strip())
    joined = clauses[0] if len(clauses) == 1 else ", ".join(clauses[:-1]) + " and " + clauses[-1]
    said = any(c.dep_ in ("ccomp", "xcomp") for c in verbs[0].children)  # "in Graz she said that she would resign"
    return joined, (fronted_place(verbs[0], frame) if richness >= 2 and not said else "") or ""


def _stranded(word: Token) -> bool:
    """Of "the ten percent that they had asked for": the preposition, whose noun stands before its verb."""
    return word.dep_ == "prep" and word.i == word.head.i + 1 and not any(True for _ in word.rights)


def _when(verb: Token, frame: Frame) -> str:
    """Of "Five people died when gunmen stormed a camp near Graz": when what was that, where no pronoun tells it."""
    for clause in verb.rights:
        if clause.dep_ != "advcl" or clause.pos_ != "VERB" or clause.right_edge.i >= frame.until:
            continue
        acting = next((c for c in clause.lefts if c.dep_ in SUBJECTS), None)
        if acting is None or not any(c.lower_ == "when" for c in clause.lefts):
            continue
        if any(t.pos_ == "PRON" or t.tag_ == "PRP$" or t.i in frame.skip or t.dep_ == "neg" for t in clause.subtree):
            continue
        left = prose(frame, phrase(acting, frame))
        left = left if acting.left_edge.i in frame.names or not left else left[0].lower() + left[1:]
        told = _sentence(left, _predicate([clause], number_told(clause, is_plural(acting, frame)), False, frame, 2))
        return f"when {told}" if left and told else ""
    return ""


def empty_subject(verb: Token) -> bool:
    """Of "there was a meeting" or "it was a meeting": only the noun tells something."""
    return any(c.dep_ == "expl" or (c.dep_ == "nsubj" and c.lower_ in ("it", "this", "that")) for c in verb.children)


def _noun_title(noun: Token, frame: Frame, owner: str | None = None) -> str | None:
    """The noun with what belongs to it, as much as fits: "Signing of an accord by both ministers".

    `owner`: whom a possessive before it means; "Sorel's arrest" is "Arrest of Sorel".
    """
    possessive = next((c for c in noun.children if c.dep_ == "poss" and c.i not in frame.skip), None)
    cut: set[int] = set()
    if possessive is not None:
        named = owner if possessive.pos_ == "PRON" else prose(frame, phrase(possessive, frame))
        if not named or any(c.dep_ == "prep" and c.lower_ == "of" for c in noun.children):
            return None
        owner, cut = re.sub(r"['’]s?$", "", named), {t.i for t in possessive.subtree}
    else:
        owner = None
    tails = [c for c in noun.rights if c.dep_ == "prep" and c.lower_ not in ("as", "following", "after", "despite")]
    for count in range(len(tails), -1, -1):
        left_out = {t.i for c in noun.rights if c.dep_ == "prep" and c not in tails[:count] for t in c.subtree}
        inner = frame.without(left_out | cut)
        words = [i for i in phrase(noun, inner) if frame.doc[i].dep_ != "det" or frame.doc[i].head.i != noun.i]
        before = [i for i in words if i <= noun.i]
        behind = [i for i in words if i > noun.i]
        parts = [prose(inner, before), f"of {owner}" if owner else "", prose(inner, behind)]
        text = " ".join(part for part in parts if part)
        if re.search(r"\b(?:its|his|her|their)\b", text):
            continue  # "flooding at its shaft"
        if len(text) <= LIMIT:
            return text if len(text.split()) >= 3 else None
    return None


def _finished(text: str | None, least: int = 3) -> str | None:
    """Capital at the beginning, no dangling word at the end; `None` where fewer than `least` words are left."""
    if not text:
        return None
    _, between, behind = text.partition(" between ")
    several = re.search(r"s\b|\d|\b(?:two|three|both|them)\b", " ".join(behind.split()[:4]))
    if between and not several and " and " not in " ".join(behind.split()[:BOTH]):
        return None  # "talks between the union": and whom?
    text = re.sub(r"(?<=\d)(m|bn|k|tn)\.$", r"\1", text)
    text = re.sub(r"(?<= [A-Z])\.$", "", text)  # "of group C." ends its sentence
    if text.endswith(_JOINER):
        text = text[:-1]
        return text[0].upper() + text[1:]
    words = text.replace(_JOINER, "").split()
    while words and words[-1].lower().strip(",;:") in _DANGLING and words[-2:] != ["time", "being"]:
        if words[-1] == "be" and len(words) > 1 and words[-2] in _MODALS:
            break  # "over the question of where it should be"
        words.pop()
    text = " ".join(words).strip(" ,;:")
    text = _PART_OF_TIME.sub("", text)  # "visits Lima in the second half": of a month that is told as its day
    words = text.split()
    text = re.sub(r" for (?:his|her|its|their) (?:part|role|share|involvement)$", "", text)  # in what, had no room
    if len(words) < least or text.count("“") != text.count("”") or text.count("(") != text.count(")"):
        return None
    text = re.sub(r"\b(to|the|of) \1\b", r"\1", text)
    text = re.sub(r"(?<!\S)\d{1,2}-(?=[A-Z][^\W\d_]+ [A-Z])", "", text)  # "beats 4-Leo Mann": the fourth seed
    if re.search(r"\bNo [a-z]|\bthat (?:him|her|it|them)sel", text):
        return None  # "Silo No. 4 bursts", "declares himself the winner": the parser parts what is one
    if re.search(r"\b(and|or|in|on|by|for|with) \1\b|\d\. \d|\s[.,;:!?]", text):
        return None  # something between them was left out
    if _TIME.search(text):
        return None  # a time that was not understood whole would leave half of itself
    return text[0].upper() + text[1:]
