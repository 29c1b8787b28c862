"""A parse mended where the small model loses what stands behind a verb: a second object, a particle, a name.

Each of these is needed for a whole sentence: "the court hands Leo Mann" (six months), "the minister flies" (in). The
mends give the words back to their verb; they add and take none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import gazetteer
from generator.extract.lexicon import lexicon
from generator.extract.misparsed import SUBJECTS, with_to

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Who is given something stands before what is given: "hands him six months", "awards Norvale 40 million euros".
GIVES = frozenset(
    "hand give award grant pay offer send deal cost deny owe lend allot bring deliver charge fine leave".split()
)
# "Declared Monday a day of mourning": what the day is, behind the day.
_DECLARES = frozenset({"declare", "proclaim", "name", "make", "designate"})
_HURT = frozenset({"dead", "injured", "wounded", "missing", "ill", "hurt", "homeless", "killed", "arrested"})
_MOTION = frozenset("fly come move walk drive ride sail drop step break storm march pour check log sign".split())
# What is done to papers and works, and to no body of people.
_TO_THINGS = frozenset("finish complete print sign conduct write draw compile commission submit draft".split())


def parse(doc: Doc) -> None:
    """Mend `doc` in place. Mending twice changes nothing more."""
    for token in doc:
        if token.dep_ == "npadvmod" and token.head.pos_ == "VERB":
            _second_object(token)
        if token.dep_ == "relcl" and token.head.lemma_.lower() in _DEAD:
            _who_survive(token)
        if token.dep_ == "relcl" and token.head.dep_ in ("dobj", "dative"):
            _given_behind_a_clause(token)
        if token.dep_ in ("pobj", "conj"):
            _behind_dash(token)
        if token.dep_ == "pobj":
            _named_before(token)
        if token.dep_ == "acl" and token.tag_ == "VBN":
            _done_to_things(token)
        if token.dep_ == "advcl" and token.tag_ == "NN":
            _when_they_act(token)
        if token.dep_ == "ccomp":
            _should_it(token)
        if token.lower_ == "way" and token.dep_ == "advmod":
            _gave_way(token)
        if token.dep_ == "advcl" and token.head.lemma_ == "ask" and with_to(token):
            _asked_for(token)
        if token.dep_ == "conj":
            _other_end(token)
        if token.dep_ == "xcomp" and token.tag_ == "VBN":
            _found_so(token)
        if token.dep_ == "advmod":
            _came_in(token)
            _so_many(token)


_DEAD = frozenset({"victim", "dead", "deceased", "killed", "drowned"})
_SURVIVE = frozenset("family relative parent widow mother father child sibling survivor friend heir".split())


def _who_survive(verb: Token) -> None:
    """Of "the families of the victims, who founded a society": the families did, and not the dead."""
    dead = verb.head
    of, who = dead.head, next((c for c in verb.lefts if c.lower_ == "who" and c.dep_ == "nsubj"), None)
    if of.lower_ != "of" or of.head.lemma_.lower() not in _SURVIVE or who is None or who.nbor(-1).text != ",":
        return
    acts = verb.tag_ in ("VBD", "VBZ", "VBP") and not any(c.dep_ == "auxpass" for c in verb.lefts)
    if acts and verb.lemma_.lower() not in ("die", "drown", "perish", "burn", "suffocate"):
        verb.head = of.head


_FOUND = frozenset({"find", "discover", "leave"})


def _found_so(state: Token) -> None:
    """Of "was found burnt out on Tuesday near Graz": how it was found; when and where belongs to the finding."""
    verb = state.head
    if verb.lemma_.lower() not in _FOUND or verb.i != state.i - 1 or with_to(state):
        return
    if not any(c.dep_ == "auxpass" for c in verb.lefts) or any(c.dep_ in ("aux", "auxpass") for c in state.lefts):
        return
    for child in [c for c in state.rights if c.dep_ in ("prep", "npadvmod", "advcl", "punct") and c.lower_ != "by"]:
        child.head = verb
    state.dep_ = "oprd"


def _gave_way(way: Token) -> None:
    """Of "the wall gave way before dawn": what it gave, taken for a word of "before"."""
    verb = way.doc[way.i - 1] if way.i else way
    if verb.lemma_ in ("give", "make") and verb.pos_ == "VERB":
        way.dep_, way.head = "dobj", verb


def _other_end(second: Token) -> None:
    """Of "talks between the mill in Leith and the union": the union, taken for what stands beside the talks.

    Between wants two; where it has one noun in the singular, what the next "and" joins is the other.
    """
    doc, head = second.doc, second.head
    if second.pos_ not in ("NOUN", "PROPN") or head.i > second.i:
        return
    ands = [t for t in doc[head.i + 1 : second.left_edge.i] if t.dep_ == "cc"]
    if len(ands) != 1 or ands[0].lower_ != "and" or ands[0].i != second.left_edge.i - 1:
        return
    opens = next((t for t in doc[head.i + 1 : ands[0].i] if t.lower_ == "between" and t.dep_ == "prep"), None)
    one = next((c for c in opens.children if c.dep_ == "pobj"), None) if opens is not None else None
    if opens is None or one is None or one.tag_ not in ("NN", "NNP") or not head.is_ancestor(opens):
        return
    if head.i in (one.i, opens.i) or any(c.dep_ == "conj" for c in one.children):
        return
    second.head, ands[0].head = one, one


def _asked_for(verb: Token) -> None:
    """Of "asked on 17 July for six people to be tried": what was asked, taken for when it was."""
    if any(c.dep_ == "mark" and c.lower_ == "for" for c in verb.children) and verb.i > verb.head.i:
        verb.dep_ = "xcomp"


def _second_object(thing: Token) -> None:
    """Of "handed Leo Mann six months", "declared Monday a day of mourning": what was given, taken for how long."""
    verb = thing.head
    if thing.i < verb.i or thing.tag_ not in ("NN", "NNS"):
        return
    first = next((c for c in verb.rights if c.i < thing.i and c.dep_ in ("dobj", "dative", "npadvmod")), None)
    if first is None or first.right_edge.i + 1 != thing.left_edge.i:
        return
    if first.dep_ == "npadvmod":
        article = thing.left_edge.lower_ in ("a", "an", "the")
        day = first.tag_ == "NNP" and not any(c.dep_ == "dobj" for c in verb.children)
        if verb.lemma_.lower() in _DECLARES and article and day:
            thing.dep_ = "dobj"
        return
    counted = any(c.dep_ == "nummod" or c.like_num for c in thing.children)
    if verb.lemma_.lower() not in GIVES or not counted or first.pos_ not in ("PROPN", "PRON", "NOUN"):
        return
    if any(c.dep_ == "dobj" and c.i not in (first.i, thing.i) for c in verb.children) or _lasting(thing):
        return
    first.dep_, thing.dep_ = "dative", "dobj"


def _given_behind_a_clause(clause: Token) -> None:
    """Of "promised every farmer who had lost his barn 900 crowns": the crowns, taken for a part of the barn.

    An English number stands before what it counts with, never behind "his barn": there another object begins.
    """
    whom, verb = clause.head, clause.head.head
    given = next((c for c in clause.rights if c.dep_ in ("dobj", "oprd", "npadvmod") and c.pos_ == "NOUN"), None)
    if given is None or verb.lemma_.lower() not in GIVES | {"promise", "guarantee"} or whom.i < verb.i:
        return
    number = next((c for c in given.lefts if c.dep_ == "nummod"), None)
    before = [c for c in given.lefts if number is not None and c.i < number.left_edge.i]
    if number is None or len(before) < 2 or before[0].dep_ not in ("poss", "det"):
        return
    if before[-1].i != number.left_edge.i - 1 or any(c.dep_ == "dobj" and c.i != whom.i for c in verb.rights):
        return
    own = before[-1]
    for child in before[:-1]:
        child.head = own
    own.head, own.dep_, own.pos_, own.tag_ = clause, "dobj", "NOUN", "NN"
    given.head, given.dep_, whom.dep_ = verb, "dobj", "dative"


def _lasting(thing: Token) -> bool:
    """Of "left the firm two years ago", "paid him 40 euros a week": when, or how often."""
    behind = thing.nbor(1).lower_ if thing.i + 1 < len(thing.doc) else ""
    return behind in ("ago", "later", "earlier", "before", "after") or thing.head.lemma_.lower() == "leave"


def _behind_dash(thing: Token) -> None:
    """Of "spoke of 16 dead -- 14 civilians and two soldiers": the latter tell who the 16 are."""
    first = thing.head
    if thing.dep_ == "pobj":
        first = next((c for c in first.children if c.dep_ == "pobj" and c.i < thing.i), thing)
    between = thing.doc[first.i + 1 : thing.left_edge.i]
    if any(t.text in ("--", "–", "—", ":") for t in between) and not any(t.dep_ == "cc" for t in between):
        thing.head, thing.dep_ = first, "appos"


def _named_before(name: Token) -> None:
    """Of "… and on 15 October in Linz Olaf Brandt was given the prize": Brandt was, and the town stands before him."""
    verb = name.doc[name.i + 1] if name.i + 1 < len(name.doc) else name
    if verb.dep_ in ("aux", "auxpass"):
        verb = verb.head
    preposition = name.head
    if name.pos_ != "PROPN" or verb.pos_ != "VERB" or verb.i <= name.i or preposition.dep_ != "prep":
        return
    if any(c.dep_ in SUBJECTS for c in verb.children) or verb.dep_ in ("relcl", "acl", "advcl", "xcomp"):
        return
    words = name.doc[preposition.i + 1 : name.i + 1]
    if len(words) < 3 or any(t.pos_ != "PROPN" for t in words):
        return
    for cut in (2, 1):  # "in San José Ann Sorel", "in Linz Olaf Brandt"
        town = words[:cut]
        if len(words) - cut >= 2 and gazetteer.find(town.text) is not None:
            town[-1].head, town[-1].dep_ = preposition, "pobj"
            passive = any(c.dep_ == "auxpass" for c in verb.children)
            name.head, name.dep_ = verb, "nsubjpass" if passive else "nsubj"
            return


def _done_to_things(participle: Token) -> None:
    """Of "the survey of the council finished in May": the survey, for no council is finished, signed or printed."""
    body, preposition = participle.head, participle.head.head
    if participle.lemma_.lower() not in _TO_THINGS or body.dep_ != "pobj" or preposition.lower_ != "of":
        return
    if body.lemma_.lower() not in lexicon().bodies | lexicon().speakers or participle.i != body.i + 1:
        return
    if preposition.head.pos_ == "NOUN" and preposition.head.i < preposition.i:
        participle.head = preposition.head


def _when_they_act(noun: Token) -> None:
    """Of "five die when gunmen storm a camp": the verb, which the tagger takes for a noun though it has its object."""
    parts = {c.dep_ for c in noun.children}
    if any(c.lower_ == "when" for c in noun.lefts) and {"nsubj", "dobj"} <= parts and "det" not in parts:
        noun.pos_, noun.tag_, noun.lemma_ = "VERB", "VBP", noun.lower_


def _should_it(verb: Token) -> None:
    """Of "provided for no second one should the first be lost": if it is lost, which is nothing that was said."""
    helper = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ == "should"), None)
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if helper is not None and subject is not None and helper.i < subject.i < verb.i and helper.i:
        verb.dep_ = "advcl"


def _came_in(particle: Token) -> None:
    """Of "flew in on Sunday": a word of place with nothing behind it belongs to the verb."""
    verb = particle.head
    behind = particle.nbor(1) if particle.i + 1 < len(particle.doc) else None
    if particle.lower_ != "in" or particle.i != verb.i + 1 or verb.lemma_.lower() not in _MOTION:
        return
    if behind is not None and (behind.is_punct or behind.pos_ in ("ADP", "CCONJ", "SCONJ")):
        particle.dep_ = "prt"


def _so_many(word: Token) -> None:
    """Of "counted 57 dead": so many of whom."""
    own = next((c for c in word.lefts if c.dep_ == "nummod"), None)
    if own is not None and word.lower_ in _HURT and word.head.pos_ == "VERB" and word.head.i == own.i - 1:
        word.dep_ = "dobj"
        return
    number = next((c for c in word.head.children if c.dep_ == "dobj" and c.i == word.i - 1), None)
    if number is not None and number.like_num and word.lower_ in _HURT:
        word.head, word.dep_ = number, "amod"
