"""Clauses of a parsed sentence: which word tells the happening, who does it, which words belong to it.

Works on a spaCy parse with ClearNLP labels (nsubj, dobj, prep, relcl …). Only structure is decided here; what makes a
claim of a clause stands in `claims`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.extract.empty_verbs import cleft, had_to
from generator.extract.lexicon import lexicon
from generator.extract.misparsed import SUBJECTS as SUBJECTS
from generator.extract.misparsed import (
    behind_date,
    beyond,
    currency,
    first_of_series,
    inserted,
    its_name,
    taken_for_name,
    with_to,
)
from generator.extract.relatives import of_a_thing_before, relative_object, whose

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Labels under which a verb opens a clause of its own.
_CLAUSAL = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "pcomp", "dep", "appos", "xcomp"})
# What begins and ends is a happening rather than the place or body beside it.
COURSE = frozenset({"begin", "start", "end", "last", "resume", "continue", "fly", "hold", "follow", "conclude"})
# Of "the end of his term, scheduled for May", it is the end that is scheduled.
AWAITED = frozenset({"expect", "plan", "schedule", "slate", "set"})
# What begins and ends by itself, whatever happens in it: "a storm of the season, which began in June".
_PERIODS = frozenset({"season", "year", "century", "decade", "campaign"})
# Verbs that say of a happening only that it was.
_HELD = frozenset({"hold", "take", "occur", "happen", "stage"})
FAR_SUBJECT = 25  # tokens between a subject and the infinitive that is said of it
# What hangs on a noun or verb but tells something else: cut off where words are gathered.
ASIDES = frozenset({"relcl", "advcl", "parataxis", "appos", "acl"})


@dataclass(frozen=True, slots=True)
class Clause:
    """One happening told by one predicate. All numbers are token indexes of the document."""

    predicate: int  # the verb, or the event noun where no verb tells it
    noun: int | None  # the event noun that a light verb carries ("held *talks*"), or the predicate itself
    subject: int | None  # head of the subject; for a relative clause its antecedent
    first: int  # the words of the clause, contiguous: doc[first:last]
    last: int


def is_predicate(token: Token) -> bool:
    """Whether a token is a verb that heads a clause."""
    if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("aux", "auxpass") or currency(token):
        return False
    return token.dep_ in _CLAUSAL or any(child.dep_ in SUBJECTS for child in token.children)


def noun_kinds(token: Token) -> tuple[str, ...]:
    """The kinds of happening that a noun names, or none."""
    if token.pos_ not in ("NOUN", "PROPN") or token.lower_ == "sales":  # sales are income, a sale is a happening
        return ()
    known = lexicon().noun_kinds
    return known.get(token.lemma_.lower()) or known.get(token.lower_, ())


def governor(doc: Doc, start: int, end: int) -> Token | None:
    """The verb or event noun to which the time expression `doc[start:end]` belongs."""
    token = doc[start:end].root
    came_from = token
    for _ in range(40):
        if token.i < start or token.i >= end:
            if is_predicate(token):
                return token
            if _gapped(token):
                return None
            mistaken = (c for c in token.subtree if c.i < token.i and (t := taken_for_name(c)) and t.i == token.i)
            if token.dep_ in ("ROOT", "dobj") and (verb := next(mistaken, None)) is not None:
                return verb
            if noun_kinds(token) and came_from.dep_ in (
                "nmod",
                "compound",
                "poss",
                "prep",
                "nummod",
                "amod",
                "npadvmod",
                "acl",
            ):
                return token
        if token.head.i == token.i:
            break
        came_from, token = token, token.head
    return None


def _gapped(joined: Token) -> bool:
    """Of "won with Ruiz in 2031 and Orlov in 2032": Orlov, whose own verb is left out; 2032 is not the first one's."""
    head = joined.head
    if joined.dep_ != "conj" or joined.pos_ in ("VERB", "AUX") or joined.ent_type_ == "DATE" or joined.i < head.i:
        return False
    return any(t.ent_type_ == "DATE" and t.pos_ == "NUM" for t in joined.doc[head.i + 1 : joined.i])


def _on_which(prep: Token) -> bool:
    return prep.lower_ in ("on", "in", "during") and any(c.lower_ == "which" for c in prep.children)


def when_clause(doc: Doc, start: int, end: int) -> Token | None:
    """Of "July, when the talks were held", "2 May, on which they were freed": the verb that tells what was then."""
    root = doc[start:end].root
    above = root.head.head if root.dep_ == "pobj" and root.head.lower_ == "of" else root
    parted = above.lower_ in ("day", "date", "morning", "afternoon", "evening", "night")
    among: list[Token] = [*root.children, *(above.children if parted and above is not root else [])]
    for child in among:
        if child.dep_ == "relcl" and any(c.lower_ == "when" or _on_which(c) for c in child.children):
            below = [child, *(c for c in child.children if c.dep_ == "acomp" and c.lower_ in ("due", "set"))]
            future = next((c for t in below for c in t.children if c.dep_ == "xcomp" and child.lemma_ == "be"), None)
            return future or child  # "when she is *to take* the oath"
    return None


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb: its own, its antecedent's in a relative clause, the first verb's in a series."""
    if (first := counted_first(verb)) is not None:
        return first
    for _ in range(6):
        if (saying := inserted(verb)) is not None:
            return saying[0]
        for child in verb.children:
            if child.dep_ in SUBJECTS:
                child = its_name(child)
                if child.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
                    return _named(verb.head, verb)
                return None if child.dep_ == "csubj" else child
        if (first := first_of_series(verb)) is not None:
            verb = first  # the next turn finds its subject
            continue
        if verb.dep_ == "acl" or verb.dep_ == "relcl":
            return _named(verb.head, verb) if verb.head.pos_ in ("NOUN", "PROPN") else None
        if verb.dep_ == "xcomp" and verb.head.dep_ == "acomp":
            verb = verb.head.head  # "she is due *to take* office"
            continue
        if verb.dep_ in ("conj", "xcomp") and verb.head.pos_ in ("VERB", "AUX") and not of_a_thing_before(verb):
            verb = verb.head
            continue
        if verb.dep_ in ("advcl", "pcomp") and verb.tag_ in ("VBG", "VBN"):
            verb = verb.head if verb.dep_ == "advcl" else verb.head.head
            if verb.pos_ in ("VERB", "AUX"):
                continue
        return behind_date(verb)
    return None


def _named(noun: Token, verb: Token | None = None) -> Token:
    """Of "Norvale, a company founded in 1990": Norvale; of "a strike at the plant, which ended in May": the strike."""
    if noun.dep_ == "attr" and noun.head.lemma_ == "be":
        named = next((c for c in noun.head.children if c.dep_ == "nsubj"), noun)
        return named if named.pos_ == "PROPN" and noun.pos_ == "NOUN" else noun
    above = noun.head.head
    if verb is not None and beyond(noun, verb):
        return _named(above, verb)
    person = above.pos_ == "NOUN" and (above.dep_ == "appos" or above.lemma_.lower() in lexicon().people)
    if verb is not None and noun.dep_ == "pobj" and person and any(c.lower_ == "who" for c in verb.children):
        return _named(above, verb)  # "an investigator of the council, who led the search"
    if verb is not None and noun.dep_ == "pobj" and noun_kinds(above) and verb.lemma_.lower() in COURSE | AWAITED:
        return noun if noun.lemma_.lower() in _PERIODS else above
    described = noun.dep_ == "appos" and noun.pos_ == "NOUN" and noun.left_edge.i == noun.head.i + 2  # behind a comma
    described = described and (noun.head.pos_ == "PROPN" or any(c.dep_ == "compound" for c in noun.head.children))
    return noun.head if described and any(c.lower_ in ("a", "an", "the") for c in noun.children) else noun


def teller(word: Token, *, past: bool) -> Token | None:
    """The word that tells the happening to which a governor belongs; `None` where it is one of saying.

    An event noun hands over to the verb that it completes ("*signed* an agreement on Monday", "*held* talks"); an
    infinitive to its finite verb, when the date lies in the past ("*agreed* to resume ties in 2020").
    """
    words = lexicon()
    for _ in range(4):
        head = word.head
        if (told := cleft(word)) is not None:
            return told
        if word.lemma_ == "be" and (infinitive := next((c for c in word.children if c.dep_ == "xcomp"), None)):
            return infinitive  # "On 1 September the school is *to reopen*"
        if (forced := had_to(word)) is not None:
            return forced
        if (noun := _was_then(word)) is not None:
            return noun
        if word.pos_ not in ("VERB", "AUX"):
            if head is word:
                return word
            if word.dep_ == "pobj" and _idiom(word) and is_predicate(head.head):
                word = head.head
                continue
            if word.dep_ == "pobj" and head.head.lemma_.lower() in words.reporting:
                return None
            if is_predicate(head) and word.dep_ in ("dobj", "attr", "nsubjpass", "nsubj", "oprd"):
                if head.lemma_.lower() in words.reporting:
                    return None
                word = head
                continue
            return word
        if word.dep_ == "relcl" and noun_kinds(head) and head.dep_ in SUBJECTS and head.head.lemma_.lower() in _HELD:
            word = head.head  # "the visit, which began on Monday, was held in Rome" is one happening
            continue
        if word.dep_ == "xcomp" and word.tag_ == "VBG" and is_predicate(head):
            word = head  # "*began* taking samples"
            continue
        if word.dep_ == "pcomp" and head.lower_ == "about" and is_predicate(head.head):
            word = head.head  # "*asked* the board about building costs in May"
            continue
        if past and with_to(word) and word.dep_ in ("acl", "xcomp", "advcl"):
            above = head if head.pos_ in ("VERB", "AUX") else head.head
            if counted_first(word) is None and is_predicate(above) and above is not word and head is not word:
                word = above
                continue
        return word
    return word


def _was_then(verb: Token) -> Token | None:
    """Of "The first meeting of the board was in late June": the meeting, of which nothing is said but when it was."""
    if verb.lemma_ != "be" or any(c.dep_ in ("attr", "acomp", "xcomp", "ccomp", "neg") for c in verb.children):
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    behind = any(c.dep_ in ("prep", "npadvmod") and c.i > verb.i for c in verb.children)
    return subject if subject is not None and behind and noun_kinds(subject) else None


def _idiom(noun: Token) -> bool:
    """Of "was placed under house arrest in June", "went on trial": a bare event noun that a verb carries."""
    if noun.tag_ != "NN" or any(c.dep_ in ("det", "poss", "amod", "nummod") for c in noun.children):
        return False
    return noun.head.lower_ in ("under", "on", "into", "to", "in") and noun.head.dep_ == "prep"


def counted_first(verb: Token) -> Token | None:
    """Of "X was the first (the only, the largest …) to do it": X, when `verb` is that infinitive."""
    noun = verb.head
    if verb.dep_ == "advcl" and noun.lemma_ == "be":  # where the parser hangs it on the verb
        noun = next((c for c in noun.children if c.dep_ == "attr"), noun)
    elif verb.dep_ not in ("acl", "relcl"):
        return None
    if noun.dep_ != "attr" or noun.head.lemma_ != "be" or not with_to(verb):
        return None
    if not any(
        c.ent_type_ == "ORDINAL" or c.tag_ == "JJS" or c.lower_ in ("only", "latest", "last", "next")
        for c in noun.subtree
    ):
        return None
    return next((c for c in noun.head.children if c.dep_ == "nsubj"), None)


def event_noun(verb: Token) -> Token | None:
    """The event noun that a light verb carries: its object, its subject in the passive, what "there was"."""
    if verb.lemma_.lower() not in lexicon().light:
        return None
    order = ("dobj", "attr", "nsubjpass", "nsubj", "oprd")
    found = {child.dep_: child for child in verb.children if child.dep_ in order and noun_kinds(child)}
    if verb.dep_ == "relcl" and noun_kinds(verb.head) and not any(c.dep_ in ("dobj", "attr") for c in verb.children):
        return verb.head
    return next((found[dep] for dep in order if dep in found), None)


def _own(token: Token, others: frozenset[int]) -> Iterator[int]:
    """The subtree of a token without clauses that stand for themselves."""
    yield token.i
    for child in token.children:
        if child.i in others:
            continue
        if child.lower_ in ("after", "before") and any(c.i in others for c in child.children):
            continue  # "…, seventeen days after its launch", where the launch is told apart
        if token.ent_type_ == "DATE" and child.dep_ in ("cc", "conj") and not _second_day(token):
            continue  # "cast on Sunday and Berg is ahead"
        if (
            child.dep_ in ("conj", "parataxis")
            and is_predicate(child)
            and any(c.dep_ in SUBJECTS for c in child.children)
        ):
            continue
        yield from _own(child, others)


def _second_day(day: Token) -> bool:
    """Whether another day is joined to a day: "on 3 and 5 May"."""
    joined = (t for c in day.children if c.dep_ == "conj" for t in c.subtree)
    return any(t.like_num or t.ent_type_ == "DATE" for t in joined)


def clause(predicate: Token, others: Iterable[int] = ()) -> Clause:
    """The clause of a predicate; `others` are predicates of the sentence that make claims of their own."""
    doc = predicate.doc
    rest = frozenset(others) - {predicate.i}
    words = set(_own(predicate, rest))
    verb = predicate if predicate.pos_ in ("VERB", "AUX") else None
    subject = subject_of(predicate) if verb is not None else None
    noun = event_noun(predicate) if verb is not None else predicate
    if (
        verb is None
        and predicate.dep_ in ("attr", "dobj", "nsubjpass", "nsubj")
        and predicate.head.lemma_.lower() in lexicon().light
    ):
        words |= set(_own(predicate.head, rest))
        subject = subject_of(predicate.head)
    if verb is not None and (thing := relative_object(verb)) is not None:
        words |= {t.i for t in thing.lefts for t in t.subtree} | {thing.i}
    elif subject is not None and (verb is None or verb.dep_ in ("relcl", "acl")):
        words |= {t.i for t in subject.lefts for t in t.subtree} | {subject.i}
    if verb is not None and (thing := taken_for_name(verb)) is not None:
        words |= {t.i for t in thing.subtree}
    if subject is not None and (owner := whose(subject)) is not None:
        words |= {t.i for t in owner.lefts for t in t.subtree} | {owner.i}
    handed = verb is not None and verb.dep_ == "xcomp" and verb.head.i not in rest
    if subject is not None and verb is not None and (handed or counted_first(verb) is not None):
        # "to be sworn in" is quoted with who is to be: "Ann Sorel is to be sworn in".
        between = range(subject.left_edge.i, verb.i)
        if 0 < len(between) <= FAR_SUBJECT and not rest.intersection(between):
            words |= set(between)
    first, last = min(words), max(words) + 1
    sentence = predicate.sent
    if (
        predicate.dep_ == "advcl"
        and len(doc) > first
        and doc[first].lower_ in ("when", "while", "as", "after", "before", "since")
    ):
        first += 1
    first, last = _trimmed(doc, max(first, sentence.start), min(last, sentence.end))
    return Clause(
        predicate.i, noun.i if noun is not None else None, subject.i if subject is not None else None, first, last
    )


def _trimmed(doc: Doc, first: int, last: int) -> tuple[int, int]:
    while first < last and (doc[first].is_punct or doc[first].is_space or doc[first].lower_ in ("and", "but", "or")):
        if doc[first].text in ("“", '"', "‘", "'", "(", "["):
            break
        first += 1
    while last > first and (
        doc[last - 1].is_space or doc[last - 1].text in (",", ";", ":", "-", "–", "—", "and", "but")
    ):
        last -= 1
    return first, last
