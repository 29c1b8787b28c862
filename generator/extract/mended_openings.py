"""A parse mended where a sentence opens with its time, or two stand in one: a date that swallowed who acts.

The small model reads "In the summer of 2029 workers laid …" as the summer of some workers, and of two sentences with a
semicolon between them it makes the first what the second says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.misparsed import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_FOUND = frozenset({"guilty", "innocent", "responsible", "liable", "dead", "alive", "unfit", "unlawful", "void"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Behind these a participle describes the noun that follows: "the seized papers", "with seized papers".
_DESCRIBES = frozenset(
    {"DT", "PRP$", "JJ", "JJR", "JJS", "IN", "CC", "CD", "POS", "HYPH", "TO", "VBN", "VBD", "``", ":"}
)
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})


def parse(doc: Doc) -> None:
    """Mend `doc` in place. Mending twice changes nothing more."""
    for token in doc:
        if token.dep_ == "pobj" and token.pos_ in ("NOUN", "PROPN"):
            _behind_date(token)
        if token.dep_ == "ccomp" and token.head.i > token.i:
            _before_semicolon(token)
        if token.dep_ == "nsubj" and token.lower_ in _REFLEXIVE:
            _of_oneself(token)
        if token.tag_ == "JJ" and token.lower_ in _FOUND:
            _found_so(token)
    for sentence in doc.sents:
        _without_verb(sentence)


def _behind_date(noun: Token) -> None:
    """Of "In the summer of 2029 workers laid tiles", "At a hearing on 3 May Norvale asked for …": who did it.

    The noun behind the date is no part of it, where the clause has no other subject.
    """
    preposition = noun.head
    days = [t for t in noun.subtree if preposition.i < t.i < noun.i and t.ent_type_ == "DATE"]
    if noun.ent_type_ == "DATE" or preposition.dep_ != "prep" or not days or days[0].i != preposition.i + 1:
        return
    above = preposition
    while above.dep_ in ("prep", "pobj"):
        opens, above = above, above.head
    if above.pos_ != "VERB" or opens.i != noun.sent.start or preposition.i == opens.i or noun.i > above.i:
        return
    helpers = [c for c in above.children if c.dep_ in ("aux", "auxpass")]
    begins = min([above.i, *(c.i for c in helpers)])
    if any(c.dep_ in SUBJECTS for c in above.children) or noun.right_edge.i >= begins:
        return
    month = next((t for t in days if t.head.i == noun.i and t.pos_ == "PROPN"), days[-1])
    for day in days:
        if day.head.i == noun.i:
            day.head, day.dep_ = month, "nummod"
    month.head, month.dep_ = preposition, "pobj"
    noun.head, noun.dep_ = above, "nsubjpass" if any(c.dep_ == "auxpass" for c in helpers) else "nsubj"


def _before_semicolon(verb: Token) -> None:
    """Of "Twelve rescuers came on Friday; a team is expected tomorrow": two sentences, and nothing that is said."""
    if verb.pos_ not in ("VERB", "AUX") or not any(c.dep_ in SUBJECTS for c in verb.head.children):
        return
    acting = next(c for c in verb.head.children if c.dep_ in SUBJECTS)
    if acting.i > verb.i and any(t.text in (";", ":") for t in verb.doc[verb.right_edge.i : acting.left_edge.i]):
        verb.dep_ = "parataxis"


def _of_oneself(pronoun: Token) -> None:
    """Of "had declared himself the winner": himself, and the winner is what he declared himself."""
    noun = pronoun.head
    verb = noun.head
    if noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ != "ccomp" or verb.i != pronoun.i - 1 or noun.i < pronoun.i:
        return
    for child in list(noun.rights):
        if child.dep_ == "prep" and child.lower_ != "of":
            child.head = verb
    pronoun.head, pronoun.dep_ = verb, "dobj"
    noun.dep_ = "oprd"


def _found_so(state: Token) -> None:
    """Of "found Leo Mann, the director, guilty of theft": guilty, as whom the court found him; he found nothing."""
    person = state.head
    verb = person.head
    if verb.lemma_.lower() not in ("find", "declare", "hold", "rule") or not verb.i < person.i < state.i:
        return
    if person.dep_ not in ("nsubj", "dobj") or not any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children):
        return
    person.dep_, state.head, state.dep_ = "dobj", verb, "oprd"


def _without_verb(sentence: Span) -> None:
    """Of "A court here on Thursday jailed Leo Mann for six years.": the court jailed him, for a sentence has a verb.

    The model takes the past for a participle of the name behind it, or for what stands behind an "-ing" before it.
    """
    noun = sentence.root
    last = next((t for t in reversed(list(sentence)) if not t.is_space), noun)
    if noun.pos_ not in ("NOUN", "PROPN") or last.text not in (".", "!", "”", '"'):
        return
    below = ("relcl", "advcl", "acl")
    if any(t.tag_ in _FINITE and not any(a.dep_ in below for a in (t, *t.ancestors)) for t in sentence):
        return
    found = [t for t in sentence if t.i > noun.i and t.tag_ in ("VBN", "VBD") and _can_be_main(t)]
    if len(found) != 1:
        return
    verb = found[0]
    thing = verb.head
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    while thing.dep_ in ("compound", "nmod") and thing.i > verb.i:
        thing = thing.head
    if verb.dep_ == "amod" and thing.dep_ == "pobj":
        days = verb.doc[thing.head.i + 1 : verb.i]
        if thing.head.i > verb.i or any(t.ent_type_ not in ("DATE", "TIME") for t in days):
            return
        for day in days:
            if day.head.i > verb.i:
                day.head, day.dep_ = thing.head, "pobj"
        thing.head.head = verb
    for child in noun.children:
        if child.i > verb.i:
            child.head = verb
    if verb.dep_ == "amod":
        thing.head, thing.dep_ = verb, "dobj"
    elif subject is not None:
        subject.head, subject.dep_ = verb.head, "dobj"
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    noun.head, noun.dep_ = verb, "nsubj"


def _can_be_main(verb: Token) -> bool:
    """Whether a participle, as the model has it, may be the past that a sentence lacks."""
    if any(c.dep_ in ("aux", "auxpass", "agent", "mark") for c in verb.children):
        return False
    if verb.dep_ == "ccomp":
        return verb.head.tag_ == "VBG" and verb.head.dep_ == "pcomp"
    return verb.dep_ == "amod" and verb.head.i > verb.i and verb.nbor(-1).tag_ not in _DESCRIBES
