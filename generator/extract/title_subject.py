"""Who acts in a title: one or several, an owner ("the union's members"), names where a description is too long."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.extract.beside import word_before
from generator.extract.clauses import is_predicate
from generator.extract.lexicon import lexicon
from generator.extract.misparsed import SUBJECTS
from generator.extract.relatives import whose
from generator.extract.title_words import Frame, phrase, prose

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_SUBJECT, LONGEST_DESCRIBED = 45, 65  # characters; the latter where its participle holds the only name
_TAKEN = frozenset({"accept", "reject", "refuse", "demand", "seek", "approve", "uphold", "quash", "overturn"})


# Who heads something: "the former head of the customs, Leo Mann".
_LEADERS = frozenset(
    "head chief director president chairman chairwoman manager owner founder leader commander minister mayor governor "
    "boss deputy officer secretary treasurer captain master".split()
)
_SEVERAL = frozenset("people police cattle staff troops personnel media data folk clergy aircraft deer fish".split())
_WHO_ACT = re.compile(r"[A-Z][a-z]+(?:ers|ors|ists|ians|men|women)")  # people in the plural, by what they do


def is_plural(subject: Token, frame: Frame) -> bool:
    """Whether a subject is of several: "both companies", "Peru and Chile"; the United Nations are one."""
    for head in (subject, *names_behind(subject)):  # "the teacher Ann Sorel and 26 families"
        own = frame.names_at(head) or ()  # "Berg & Sons": one firm
        if any(child.dep_ == "conj" and child.i not in own and not is_predicate(child) for child in head.children):
            return any(child.dep_ == "cc" and child.lower_ in ("and", "&") for child in head.children)
    odd = subject.tag_ == "NNS" and subject.text[:1].isupper() and subject.lemma_.lower() == subject.lower_
    if odd and not subject.lower_.endswith("s") and subject.n_lefts == 0 and subject.lower_ not in _SEVERAL:
        return False  # "Orvanqui produced copper": a foreign name that the tagger takes for a plural
    if subject.tag_ in ("NNS", "NNPS"):
        return subject.tag_ == "NNS" or subject.i not in frame.names  # "United Nations" is one
    if subject.lower_ in ("most", "half", "some", "many", "all", "both", "rest"):  # "most of the victims die"
        behind = (d for c in subject.rights if c.dep_ == "prep" and c.lower_ == "of" for d in c.children)
        if any(d.tag_ in ("NNS", "NNPS") for d in behind):
            return True
    if subject.pos_ == "NUM" and subject.i and subject.nbor(-1).is_currency:
        return False  # "€11.7m is transferred"
    if subject.pos_ == "NUM" and subject.lower_ not in ("one", "1"):
        return True  # "twelve died"
    bare = subject.i not in frame.names
    if bare and subject.tag_ == "NNP" and subject.n_lefts == 0 and _WHO_ACT.fullmatch(subject.text):
        return True  # "LEITH, 3 May - Divers searched": behind a dateline the tagger takes them for a name
    if bare and subject.tag_ == "NNP" and subject.text.islower() and re.search(r"[^su]s$", subject.text):
        return True  # "peshmergas": a foreign word that the tagger takes for a name, with an English plural
    opens = subject.i == subject.sent.start and subject.n_lefts == 0 and not subject.ent_type_
    if bare and opens and subject.tag_ == "NNP" and re.search(r"[^su]s$", subject.text):
        return True  # "Trams ran again": no name, and only the sentence's opening gives it a capital
    if (
        bare
        and subject.lower_ in ("aircraft", "troops", "forces")
        and not any(c.lower_ in ("a", "an") for c in subject.children)
    ):
        return True
    return subject.lower_ in ("they", "we", "both", "many", "several", "some", "few", "all", "police", "people")


def names_behind(subject: Token) -> list[Token]:
    """Of "the teacher Ann Sorel and 26 families": Ann Sorel, on whom the parser hangs the families."""
    return [c for c in subject.children if c.dep_ == "appos" and c.left_edge.i == subject.i + 1 and c.pos_ == "PROPN"]


def of_one(subject: Token, name: str, verb: Token) -> bool:
    """Whether a subject for which one person's name stands is one, which the tagger may take for several.

    "Özgüneş retired": a name is no plural, unless the verb says so ("were", "sue"); nor is it where several were told
    of, and one of them with his day: "Two directors have left: Ann Sorel on 3 May, Leo Mann on 9 May".
    """
    alone = not re.search(r" and |, ", name) and subject.lower_ not in ("they", "both", "we")
    return alone and not number_told(verb, guess=False)


def number_told(verb: Token, guess: bool) -> bool:
    """Whether the subject is plural: as "was" or "were" beside the verb tells, else as guessed."""
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and not any(c.dep_ in SUBJECTS for c in verb.children):
        return number_told(verb.head, guess)
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass") and child.lower_ in ("was", "is", "were", "are"):
            return child.lower_ in ("were", "are")
    return True if verb.tag_ == "VBP" else False if verb.tag_ == "VBZ" else guess


def owned(subject: Token, words: Sequence[int], frame: Frame) -> str | None:
    """Of "the union, whose members walked out": "The union's members"."""
    owner = whose(subject)
    if owner is None:
        return None
    named = prose(frame, frame.names_at(owner) or phrase(owner, frame))
    first = frame.names_at(owner)
    if first and first[0] and frame.doc[first[0] - 1].lower_ == "the":
        named = f"the {named}"
    rest = prose(frame, [i for i in words if frame.doc[i].tag_ != "WP$"])
    return f"{named}'{'' if named.endswith('s') else 's'} {rest}" if named and rest else None


def whose_object(subject: Token, verb: Token, group: str, frame: Frame) -> str | None:
    """Of "Leo Mann, whose resignation parliament accepted": the resignation, which the parser joins to parliament."""
    owner, thing = whose(subject), subject.nbor(-1) if subject.i else subject
    if owner is None or thing.dep_ != "compound" or thing.head.i != subject.i:
        return None
    if not thing.i or thing.nbor(-1).tag_ != "WP$":
        return None
    if verb.lemma_.lower() not in lexicon().needs_object | _TAKEN or any(c.dep_ == "dobj" for c in verb.children):
        return None
    named = prose(frame, frame.names_at(owner) or phrase(owner, frame))
    return f"{subject.text[0].upper()}{subject.text[1:]} {group} {named}'s {thing.text}"


def names_alone(subject: Token, frame: Frame) -> str | None:
    """Of "heat pump maker Norvale and its Dutch rival Radek Works": "Norvale and Radek Works"."""
    heads, found = [subject], []
    while (other := next((c for c in heads[-1].children if c.dep_ == "conj"), None)) is not None and len(heads) < 4:
        heads.append(other)
    if len(heads) > 2 and subject.i not in frame.names and word_before(heads[1].left_edge) == ",":
        heads = heads[1:]  # "the two rivals, Ann Sorel and Leo Mann": the rivals are these two
        if any(h.i not in frame.names for h in heads):
            return None
    for head in heads:
        near = (head, *(c for c in head.children if c.dep_ == "appos" and not c.left_edge.nbor(-1).is_punct))
        name = next((n for t in near if (n := frame.names_at(t))), None)
        if name is None:
            return None
        found.append(prose(frame, name))
    return " and ".join([", ".join(found[:-1]), found[-1]]) if len(found) > 1 else None


def name_alone(subject: Token, frame: Frame) -> str | None:
    """Of "Danish pump maker Norvale": "Norvale"; of "the lender Norvale Bank": "Norvale Bank"."""
    name = frame.names_at(subject)
    if name is None or any(c.dep_ == "conj" for c in subject.children):
        return None
    first = frame.doc[name[0] - 1] if name[0] else None
    article = first is not None and first.lower_ in ("the", "a", "an") and first.head.i == subject.i
    return prose(frame, [*([first.i] if first is not None and article else []), *name])


def called(subject: Token, frame: Frame) -> str | None:
    """Of "the radar, called Radek,": "the radar Radek"."""
    if not any(c.lower_ == "the" for c in subject.children):
        return None  # "a second storm, called Malik"
    for child in subject.children:
        if child.dep_ != "acl" or child.lower_ not in ("called", "named", "dubbed", "christened"):
            continue
        name = next((c for c in child.children if c.dep_ in ("oprd", "dobj", "attr") and c.i in frame.names), None)
        if name is not None and name.right_edge.i <= child.i + 4 and child.n_lefts == 0:
            own = [i for i in phrase(subject, frame) if i < child.i]
            return prose(frame, [*own, *frame.names_at(name)]).replace(",", "")  # type: ignore[misc]
    return None


def with_brackets(subject: Token) -> str:
    """A name with what stands in brackets right behind it: "Médecins Sans Frontières (MSF)"."""
    last = subject.right_edge.i
    return subject.doc[subject.i : min(last, subject.i + 3) + 1].text


def names_of(
    subject: Token,
    predicate: Token,
    frame: Frame,
    left: str,
    words: Sequence[int],
    subject_text: str | None,
    thing: Token | None,
) -> list[str]:
    """How the subject can be called in a title, the fullest first; each names it as surely as the next."""
    doc = frame.doc
    full = prose(frame, phrase(thing, frame)) if thing is not None and subject_text is None else ""
    full = re.sub(r"^(?:an?|its|his|her|their) ", "the ", full, flags=re.I)
    if full and thing is not None and not any(c.dep_ in ("det", "poss", "nummod") for c in thing.children):
        full = f"the {full[0].lower()}{full[1:]}" if thing.left_edge.pos_ not in ("PROPN",) else f"the {full}"
    room = LONGEST_DESCRIBED if subject.pos_ == "PRON" else LONGEST_SUBJECT
    lefts = [*([full] if full and len(full) <= room else []), left]
    if full and subject.pos_ == "PRON":
        lefts = lefts[:1]
    elif subject_text is None and not any(doc[i].i in frame.names or i in frame.said for i in words):
        # "Creditors holding bonds of Norvale vote": whose creditors, only the participle says.
        more = [i for i in phrase(subject, replace(frame, full=True)) if i < predicate.i or subject.i > predicate.i]
        if any(i in frame.names for i in more) and len(prose(frame, more)) <= LONGEST_DESCRIBED:
            lefts = [prose(frame, more), *lefts]
    if subject_text is None and left == prose(frame, words) and not any(doc[i].dep_ == "cc" for i in words):
        lefts.append(prose(frame, phrase(subject, frame, lean=True)))  # a series cut short would be another one
    short = [m[1] for name in (left, with_brackets(subject)) if (m := re.search(r"\(([A-Z]{3,})\)", name))]
    lefts += [re.sub(r" \([A-Z]{2,}\)", "", name) for name in lefts]  # the acronym beside a name that it stands for
    lefts += short[:1] if subject.i in frame.names else []
    if subject_text is None:
        lefts += [name for name in (names_alone(subject, frame), name_alone(subject, frame)) if name]
    return lefts


def named_beside(verb: Token, frame: Frame) -> list[int] | None:
    """Of "sentenced the former head of the customs, Leo Mann, to nine years": the words of his name."""
    things = [c for c in verb.rights if c.dep_ in ("dobj", "xcomp", "ccomp", "oprd", "dative")]
    if len(things) != 1 or things[0].dep_ != "dobj" or things[0].lemma_.lower() not in lexicon().people | _LEADERS:
        return None
    for name in things[0].subtree:
        own = frame.names_at(name)
        if name.dep_ != "appos" or own is None or name.ent_type_ != "PERSON" or frame.doc[own[0] - 1].text != ",":
            continue
        office = name.head.i == things[0].i or name.head.lemma_.lower() not in lexicon().people | _LEADERS
        return list(own) if office and own[-1] == things[0].right_edge.i else None
    return None


def with_a_name(lefts: Sequence[str], subject: Token, frame: Frame) -> list[str]:
    """Of the ways to call a subject those that bear a name which its words have; all where they have none."""
    names = {prose(frame, range(*frame.names[t.i])) for t in subject.subtree if t.i in frame.names}
    named = [left for left in lefts if any(name and name in left for name in names)]
    return named if named[:1] == [*lefts][:1] else list(lefts)  # where not the fullest has one, none needs it
