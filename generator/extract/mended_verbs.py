"""A parse mended where the small model takes the main verb behind an aside for a participle, and what like it strays.

Behind an aside the model forgets who acts: of "Ann Sorel, the founder of Norvale, left in May" it makes a noun with a
participle. English has no such sentence: one with a full stop and no other verb, and a name before two commas.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from generator.extract.beside import word_before
from generator.extract.clauses import noun_kinds
from generator.extract.lexicon import lexicon
from generator.extract.misparsed import SUBJECTS, with_to

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Past forms that are participles as well; any other participle ("taken", "known") is no main verb.
_BOTH = frozenset(
    "left spent held met won sold told bought brought built sent led paid made lost found had put cut set hit kept "
    "said read fought caught taught stood understood shut quit fled felt dealt bound laid sought thought heard".split()
)
# Of these somebody else is always the object: without one, and without "was", a form in "-ed" is a passive participle.
_MOVES = frozenset(
    "retire graduate resign return file apply appeal arrive depart die emigrate move serve study testify vote travel "
    "collapse land dock sail plead confess protest marry divorce withdraw enrol enroll settle sign work live".split()
)
# What things do by themselves: without "was" and "by", the past tense.
_GIVE_WAY = frozenset(
    "part snap crack jam fail leak explode capsize founder collapse topple slip drift derail crash ignite stall "
    "rupture buckle burst split melt rust corrode erupt subside tilt overheat".split()
)
# What one undertakes, refuses or begins is an infinitive, wherever the times and places stand between.
_TO_DO = frozenset(
    "undertake agree vow promise pledge decide refuse threaten offer attempt manage fail begin start resolve decline "
    "volunteer plan vote opt choose".split()
)
_TAKEN = frozenset({"dobj", "xcomp", "ccomp"})
# Behind "nine men had been killed and 17 lorries" these have no other subject than a passive one.
_DESTROYED = frozenset("destroy injure wound kill arrest damage seize detain demolish burn evacuate rescue".split())
# Whom one asks or orders is told what to do.
_ASKED = frozenset(
    "petition ask urge order instruct invite tell request press direct authorise authorize allow permit require "
    "command implore advise forbid force oblige compel summon empower entitle persuade".split()
)


def parse(doc: Doc) -> None:
    """Mend `doc` in place. Mending twice changes nothing more."""
    for token in doc:
        if token.dep_ == "acl" and token.tag_ == "VBN":
            _behind_aside(token)
        if token.dep_ == "acl" and token.tag_ == "VBN":
            _relative(token)
        if token.dep_ == "acl" and token.tag_ == "VBN" and token.lemma_.lower() in _GIVE_WAY:
            _gave_way(token)
        if token.dep_ == "appos" and token.head.dep_ in SUBJECTS:
            _beside_the_last(token)
        if token.dep_ == "advcl" and with_to(token):
            _to_do(token)
        if token.dep_ in ("xcomp", "advcl", "acl") and with_to(token):
            _behind_a_meeting(token)
        if token.text == "May" and token.dep_ == "aux":
            _month(token)
        if token.dep_ == "mark" and token.lower_ in ("after", "before"):
            _after_a_time(token)
        if token.dep_ == "conj" and token.lower_.endswith("ed"):
            _shared_be(token)
        if token.dep_ == "ccomp" and token.tag_ == "JJ":
            _held_for(token)
        if token.dep_ == "relcl" and noun_kinds(token.head):
            _who_is_nobody(token)
        if token.dep_ == "relcl" and token.head.pos_ == "PROPN":
            _which_happened(token)


def _shared_be(verb: Token) -> None:
    """Of "nine men had been killed and 17 lorries destroyed": the lorries were, by the "had been" before the men."""
    first = verb.head
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if subject is None or not any(c.dep_ == "auxpass" for c in first.children) or verb.tag_ not in ("VBN", "VBD"):
        return
    alone = not any(c.dep_ in ("aux", "auxpass", "dobj", "xcomp", "ccomp", "prt") for c in verb.children)
    others = lexicon().needs_object | _DESTROYED
    if alone and word_before(subject.left_edge) in ("and", ",") and verb.lemma_.lower() in others:
        verb.tag_, subject.dep_ = "VBN", "nsubjpass"


def _who_is_nobody(verb: Token) -> None:
    """Of "the trial of Ann Lind herself, who was arrested": she was, for no trial is a "who"."""
    who = next((c for c in verb.children if c.lower_ == "who" and c.dep_ in SUBJECTS), None)
    if who is None or who.i - 1 <= verb.head.i or who.nbor(-1).text != ",":
        return
    before = reversed(list(verb.doc[verb.head.i + 1 : who.i - 1]))
    name = next((t for t in before if t.tag_ != "PRP"), None)
    if name is not None and name.pos_ == "PROPN" and name.dep_ == "pobj" and name.ent_type_ == "PERSON":
        verb.head = name


_FINITE = frozenset({"VBD", "VBZ", "VBP", "VB", "MD"})
# What is done to an exchange, a vote or a treaty, and to no town and nobody.
_OF_HAPPENINGS = frozenset({"hold", "conduct", "postpone", "cancel", "adjourn", "convene", "reschedule", "ratify"})
# What is done to a device or a work, and to no town in which it stands.
OF_THINGS = frozenset("switch install commission manufacture assemble deliver".split())


def _which_happened(verb: Token) -> None:
    """Of "the exchange of prisoners in Graz, which was carried out on Monday": the exchange was, and not Graz.

    So of "the station in Graz, which was switched on".
    """
    which = next((c for c in verb.children if c.lower_ in ("which", "that") and c.dep_ == "nsubjpass"), None)
    carried = verb.lemma_.lower() == "carry" and any(c.lower_ == "out" for c in verb.rights)
    there = verb.head.pos_ == "PROPN" and verb.head.dep_ in ("pobj", "appos") and verb.lemma_.lower() in OF_THINGS
    if which is None or not (carried or there or verb.lemma_.lower() in _OF_HAPPENINGS):
        return
    above = itertools.takewhile(lambda t: t.tag_ not in _FINITE and t.i < verb.head.i, verb.head.ancestors)
    several = any(c.dep_ == "auxpass" and c.lower_ in ("were", "are") for c in verb.children)
    nouns = [t for t in above if t.tag_ == ("NNS" if several else "NN") and t.lemma_.lower() not in lexicon().people]
    happening = next((t for t in nouns if noun_kinds(t)), nouns[-1] if nouns else None)
    if happening is None:
        return
    main = next((t for t in verb.ancestors if t.tag_ in _FINITE), None)
    # "…, which was carried out on Monday, 3 May, at a bridge": it was there, and nobody welcomed it there.
    behind = [c for c in main.rights if c.dep_ in ("prep", "npadvmod") and c.i > verb.i] if main is not None else []
    for where in behind:
        if not any(t.tag_ in _FINITE for t in verb.doc[verb.i + 1 : where.i]):
            where.head = verb
    verb.head = happening


def _held_for(what: Token) -> None:
    """Of "the ministry declared it illegal": two objects of one verb, which the parser takes for a clause."""
    verb = what.head
    thing = next((c for c in what.children if c.dep_ == "nsubj"), None)
    if thing is None or thing.i != verb.i + 1 or what.left_edge.i != thing.i or verb.pos_ != "VERB":
        return
    if any(c.dep_ in ("cop", "aux", "mark") for c in what.children) or verb.lemma_.lower() not in lexicon().declaring:
        return
    for child in list(what.children):
        if child.i > what.i or child is thing:
            child.head = verb
    thing.head, thing.dep_, what.dep_ = verb, "dobj", "oprd"


def _after_a_time(mark: Token) -> None:
    """Of "Three years after the flood on the Osk, a court in Graz found …": the court found it, and not the flood.

    The verb of a sentence stands behind no "after"; what it makes a clause is the noun in front of the comma.
    """
    verb = mark.head
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if verb.dep_ != "ROOT" or subject is None or subject.left_edge.i != mark.i + 1 or subject.i > verb.i:
        return
    behind = (t for t in subject.subtree if subject.i < t.i < verb.i and t.dep_ in ("appos", "conj"))
    name = next((t for t in behind if t.pos_ in ("NOUN", "PROPN") and word_before(t.left_edge) == ","), None)
    if name is None or word_before(verb) == ",":
        return
    name.head, name.dep_ = verb, subject.dep_
    subject.head, subject.dep_ = mark, "pobj"
    mark.dep_ = "prep"


def _month(may: Token) -> None:
    """Of "On 18 May they sign a letter": the month, which is no "may"; and the verb behind it no infinitive."""
    doc, verb = may.doc, may.head
    day = doc[may.i - 1] if may.i else may
    if not (day.like_num and day.text.isdigit()) and not (may.i + 1 < len(doc) and doc[may.i + 1].text.isdigit()):
        return
    may.dep_, may.tag_, may.pos_ = "npadvmod", "NNP", "PROPN"
    if verb.tag_ == "VB" and not any(c.dep_ == "aux" for c in verb.children):
        verb.tag_ = "VBP"


def _behind_aside(verb: Token) -> None:
    """Of "Ann Sorel, who ran the mill, left in May": she left.

    Also of "Norvale, the firm that forged the records, filed for bankruptcy; …", where the model gives "filed" to them.
    """
    if word_before(verb) != "," or any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        return
    agent = next((c for c in verb.children if c.dep_ == "agent"), None)
    if agent is not None:
        if not _by_means(agent):
            return
        agent.dep_ = "prep"
    name = _before_the_aside(verb)
    if name is None or not _finite(verb):
        return
    others = [t for t in verb.sent if t.tag_ in ("VBD", "VBZ", "VBP", "MD") and t.i > verb.i]
    if name.dep_ != "ROOT" and not any(t.text == ";" for t in verb.doc[verb.i : name.head.i]):
        return  # "Norvale, a firm, founded in 1990, sold the mill"
    if name.dep_ == "ROOT" and any(t.dep_ not in ("relcl", "advcl", "aux", "auxpass", "ccomp", "conj") for t in others):
        return
    if name.dep_ == "ROOT":
        verb.head, verb.dep_ = verb, "ROOT"
        for child in list(name.children):
            if child.i > verb.i or child.dep_ == "cc":
                child.head = verb
    else:
        verb.head, verb.dep_ = name.head, "ccomp"
    verb.tag_ = "VBD"
    name.head, name.dep_ = verb, "nsubj"


def _gave_way(verb: Token) -> None:
    """Of "The stern line of the barge parted in high seas.": the line did, for the sentence has no other verb.

    What gave way is the head of the phrase, and no barge of which it is a part; a caption has no full stop.
    """
    root = verb.sent.root
    if root.pos_ not in ("NOUN", "PROPN") or root.i > verb.i or not _full_stop(verb) or word_before(verb) == ",":
        return
    if not any(c.dep_ == "det" for c in root.children) or not any(t.i == root.i for t in verb.ancestors):
        return
    finite = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in verb.sent)
    if finite or any(c.dep_ in ("agent", "auxpass", "aux") for c in verb.children):
        return
    between = [t for t in verb.ancestors if t.i != root.i]
    if any(t.dep_ not in ("pobj", "prep") or (t.dep_ == "prep" and t.lower_ != "of") for t in between):
        return
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    for child in list(root.children):
        if child.i > verb.i:
            child.head = verb
    root.head, root.dep_ = verb, "nsubj"


def _by_means(by: Token) -> bool:
    """Of "recommended by letter that …": by what means. Without an article it names nobody, and what was recommended
    follows in a clause of its own.
    """
    thing = next((c for c in by.children if c.dep_ == "pobj"), None)
    bare = thing is not None and thing.tag_ == "NN" and not any(c.dep_ in ("det", "poss") for c in thing.children)
    clauses = (c for c in by.head.children if c.dep_ == "ccomp" and c.i > by.i)
    return bare and any(d.tag_ == "IN" and d.lower_ == "that" for c in clauses for d in c.children)


def _before_the_aside(verb: Token) -> Token | None:
    """The noun before two commas, of which the second stands before the verb."""
    current = verb.head
    for _ in range(8):
        opened = current.left_edge.i > verb.sent.start and current.left_edge.nbor(-1).text == ","
        if current.dep_ in ("appos", "relcl", "acl") and opened and current.head.pos_ in ("PROPN", "NOUN"):
            name = current.head
            return name if name.dep_ in ("ROOT", *SUBJECTS) and name.i < current.left_edge.i else None
        if current.dep_ == "ROOT":
            asides = [c for c in current.rights if c.dep_ in ("appos", "relcl") and c.i < verb.i]
            begins = word_before(asides[0].left_edge) == "," if asides else False
            return current if begins and current.pos_ in ("PROPN", "NOUN") and _full_stop(verb) else None
        current = current.head
    return None


def _full_stop(verb: Token) -> bool:
    """Whether a sentence ends as one: a line of a list or a caption often does not."""
    last = next((t for t in reversed(list(verb.sent)) if not t.is_space), verb)
    return last.text in (".", "!", "”", '"')


def _relative(verb: Token) -> None:
    """Of "the money which the operator placed with Norvale in June": who placed it, and no operator that was placed."""
    noun = verb.head
    begins = noun.left_edge.i
    if verb.i != noun.i + 1 or begins - 2 < verb.sent.start or not _finite_form(verb):
        return
    which = noun.doc[begins - 1]
    thing = noun.doc[begins - 2]
    if which.tag_ not in ("WDT", "WP") or which.i == noun.i or thing.pos_ not in ("NOUN", "PROPN"):
        return
    if any(t.i == verb.i for t in thing.ancestors):
        return
    verb.head, verb.dep_, verb.tag_ = thing, "relcl", "VBD"
    noun.head, noun.dep_ = verb, "nsubj"
    which.head = verb


def _finite_form(verb: Token) -> bool:
    return verb.lower_ in _BOTH or verb.lower_.endswith("ed")


def _finite(verb: Token) -> bool:
    """Whether a participle can as well be a past: by its form, and by what stands behind it."""
    if verb.lower_ in _BOTH or not _finite_form(verb):
        return verb.lower_ in _BOTH
    thing = any(c.dep_ in ("dobj", "xcomp", "ccomp") for c in verb.children)
    return thing or verb.lemma_.lower() in _MOVES


def _beside_the_last(name: Token) -> None:
    """Of "A sample was read in May by an expert, Ann Sorel": she is the expert, and no sample."""
    subject = name.head
    verb, comma = subject.head, name.left_edge.i - 1
    if (
        name.pos_ != "PROPN"
        or name.i < verb.i
        or verb.pos_ not in ("VERB", "AUX")
        or comma <= verb.i
        or name.doc[comma].text != ","
    ):
        return
    noun = name.doc[comma - 1]
    if noun.pos_ in ("NOUN", "PROPN") and noun.ent_type_ not in ("DATE", "TIME") and noun.dep_ in ("pobj", "dobj"):
        name.head = noun


def _to_do(infinitive: Token) -> None:
    """Of "undertook on Monday in Graz to withdraw", "was forbidden in May to sign": what was undertaken or forbidden.

    The model takes it for a purpose.
    """
    verb = infinitive.head
    if infinitive.i < verb.i or word_before(infinitive.left_edge) == ",":
        return
    whom = any(c.dep_ == "auxpass" or (c.dep_ == "dobj" and c.i < infinitive.i) for c in verb.children)
    asked = verb.lemma_.lower() in _ASKED and whom
    alone = not any(c.dep_ in ("dobj", "xcomp", "ccomp") for c in verb.children)
    if asked or (alone and verb.lemma_.lower() in _TO_DO):
        infinitive.dep_ = "xcomp"


def _behind_a_meeting(infinitive: Token) -> None:
    """Of "agreed, in a meeting chaired by Ann Lind, to open a line": what was agreed, taken for what was chaired.

    The comma before "to" closes an aside that another comma opened behind the verb.
    """
    if word_before(infinitive.left_edge) != ",":
        return
    above = next((t for t in infinitive.ancestors if t.pos_ == "VERB" and t.lemma_.lower() in _TO_DO), None)
    if above is None or infinitive.head.i == above.i or any(c.dep_ in _TAKEN for c in above.children):
        return
    opened = any(t.text == "," for t in above.doc[above.i : infinitive.head.i])
    if above.i < infinitive.head.i < infinitive.i and opened:
        infinitive.head, infinitive.dep_ = above, "xcomp"
