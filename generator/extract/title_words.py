"""Which words of a clause a title keeps, and how they read in a row.

Kept are the subject, what the verb needs, and what still fits; left out are times, asides and comments. A name is kept
whole or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.extract.clauses import ASIDES, SUBJECTS, is_predicate, noun_kinds, taken_for_name
from generator.extract.happening import formal
from generator.extract.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


OBJECTS = frozenset({"dobj", "attr", "oprd", "acomp", "xcomp", "ccomp", "dative"})


@dataclass(frozen=True, slots=True)
class Frame:
    """A parsed document with the tokens of its time expressions and, for tokens of names, the whole name's tokens."""

    doc: Doc
    skip: Collection[int]
    names: Mapping[int, tuple[int, int]]
    full: bool = False  # keep also what a participle says of a noun: "the pictures *taken by its probe*"
    said: Mapping[int, str] = field(default_factory=dict)  # what a pronoun stands for

    def names_at(self, token: Token) -> range | None:
        """The tokens of the name that a token belongs to."""
        return range(*self.names[token.i]) if token.i in self.names else None

    def without(self, more: Iterable[int]) -> Frame:
        """The same frame with further tokens left out."""
        return replace(self, skip={*self.skip, *more})


_KEPT_ADVERBS = frozenset({"ahead", "apart", "aside", "down", "over"}) | frozenset(
    {
        "not",
        "never",
        "back",
        "away",
        "together",
        "out",
        "up",
        "down",
        "off",
        "again",
        "abroad",
        "home",
        "jointly",
        "first",
    }
)

# Objects that say nothing without what follows them: "take part in", "take place in", "pay tribute to".
_HALF = frozenset({"part", "place", "care", "note", "advantage", "control", "command", "charge", "tribute", "credit"})


def phrase(head: Token, frame: Frame, depth: int = 0, *, asides: bool = False, lean: bool = False) -> list[int]:
    """The words of a noun phrase or complement that a title keeps; `lean`: of what follows a noun only "of …"."""
    kept = [head.i]
    cut = len(head.doc)  # where something was left out, a series that goes on behind it would change its meaning
    for child in head.children:
        if child.dep_ == "conj" and (child.i > cut or _has_a_verb_of_its_own(child)):
            continue
        infinitive = child.dep_ == "acl" and not (lean and noun_kinds(head)) and any(c.tag_ == "TO" for c in child.children)
        close = infinitive or _tight(child, frame) or (frame.full and _participle(child, frame))
        if child.dep_ == "poss" and child.i in frame.skip:
            kept += [c.i for c in child.children if c.tag_ == "POS"]  # of "Sunday's run-off" the title says "the run-off"
        if child.i in frame.skip or (child.dep_ in ASIDES and not asides and not close):
            continue
        if child.dep_ == "punct":
            # Commas within a series stay; brackets and closing marks go.
            if child.text in ("-", "–", "/", "‘", "’", "“", "”", "'") or (
                child.text == "," and any(c.dep_ == "conj" for c in head.children)
            ):
                kept.append(child.i)
            continue
        if (
            child.dep_ == "advmod"
            and child.lower_ not in _KEPT_ADVERBS
            and (child.i > head.i or head.pos_ in ("ADP", "VERB"))
            and not (child.tag_ == "WRB" and head.pos_ in ("VERB", "AUX"))  # "the question of *where* it should stand"
            and not any(c.dep_ == "neg" for c in head.children)  # "must not *merely* rent": half of it says another thing
            and child.nbor(1).text != "-"  # "*best*-known"
        ):
            continue
        if child.dep_ == "prep" and child.lower_ in ("at", "around", "until") and _only_when(child):
            continue
        if child.tag_ == "WRB" and head.pos_ in ("NOUN", "PROPN"):
            continue
        if child.dep_ == "prep" and child.i < head.i and head.pos_ in ("NOUN", "PROPN"):
            continue  # "Before Rome, Ann Sorel had …": no part of the name behind it
        if child.dep_ == "conj" and any(t.i in frame.skip for t in child.subtree):
            continue  # "the loss of one on Monday, and of the other ten days later"
        if child.dep_ == "conj" and is_predicate(child):
            continue  # another verb is told apart, in the present as well
        if child.dep_ == "prep" and not any(
            c.dep_ in ("pobj", "pcomp") and c.i not in frame.skip for c in child.children
        ):
            continue
        if depth > 5 or (lean and child.dep_ == "prep" and child.lower_ != "of" and head.pos_ in ("NOUN", "PROPN")):
            cut = min(cut, child.i)
            continue
        kept += phrase(child, frame, depth + 1, lean=lean)
    return kept


def _tight(child: Token, frame: Frame) -> bool:
    """Of "the battery maker Vihren": the name, which no comma parts from what it names."""
    return child.dep_ == "appos" and child.i in frame.names and frame.names[child.i][0] == child.head.i + 1


def _participle(child: Token, frame: Frame) -> bool:
    """Of "the pictures taken by its probe": the participle, which says which pictures; without a time of its own."""
    if child.dep_ != "acl" or child.tag_ not in ("VBN", "VBG") or child.i != child.left_edge.i:
        return False
    return not child.nbor(-1).is_punct and not any(t.i in frame.skip or t.pos_ == "PRON" for t in child.subtree)


def _half_said(preposition: Token, frame: Frame) -> bool:
    """Of "for reasons that are unclear", "in a room which smelled": without its clause the noun says nothing."""
    for noun in preposition.children:
        if noun.dep_ != "pobj" or noun.tag_ not in ("NN", "NNS") or noun.i in frame.names:
            continue
        if any(c.dep_ in ("poss", "nummod") or (c.dep_ == "det" and c.lower_ not in ("a", "an")) for c in noun.children):
            continue
        for child in noun.children:
            left = child.left_edge
            if child.dep_ in ("relcl", "acl") and not left.nbor(-1).is_punct and any(c.dep_ in ("nsubj", "nsubjpass", "mark") for c in child.children):
                return True
    return False


def _has_a_verb_of_its_own(noun: Token) -> bool:
    """Of "a storm broke the pier, and a ship came to help": the ship, which the parser may put beside the pier."""
    beyond = noun.right_edge.i + 1
    if noun.pos_ not in ("NOUN", "PROPN") or beyond >= noun.sent.end:
        return False
    following = noun.doc[beyond]
    verb = following.head if following.dep_ in ("aux", "auxpass") else following
    return following.tag_ in ("VBD", "VBZ", "VBP") and not any(a.i == verb.i for a in noun.ancestors)


def prose(frame: Frame, words: Iterable[int]) -> str:
    """The words in the order of the text, spaced as there; a name of which a part is kept is kept whole."""
    doc = frame.doc
    kept = set(words)
    for i in list(kept):
        if i in frame.names:
            kept |= set(range(*frame.names[i]))
    for i in list(kept):  # "3-0", "9-7": the mark between two numbers
        if i + 2 in kept and doc[i + 1].text in ("-", "–", "/") and not doc[i].whitespace_ and doc[i].like_num:
            kept.add(i + 1)
    order = [i for i in sorted(kept) if doc[i].text != "#"]
    made = ""
    for k, i in enumerate(order):
        if doc[i].like_num and _cut_score(doc, i) and i + 2 not in kept:
            continue
        text = frame.said.get(i, doc[i].text)
        if doc[i].tag_ == "POS" and doc[i].head.i not in kept:
            text = " the"
        if k and doc[i].dep_ == "cc" and not any(j > i and doc[j].dep_ in ("conj", "nsubj") for j in order[k:]):
            continue  # "and" without what it joined
        follows = k > 0 and order[k - 1] == i - 1
        space = bool(doc[i - 1].whitespace_) if follows else not doc[i].is_punct and doc[i].tag_ != "POS"
        made += (" " if made and space else "") + text
    made = re.sub(r"\s+([,;:.])", r"\1", made)
    made = re.sub(r"(?:,\s*)+(?=,|$)", "", made)
    return re.sub(r"\s+", " ", made).strip(" ,;:–—-\"“”‘'")


def _second(thing: Token) -> bool:
    """Of "announced her candidacy, not at home but in Atar, the oasis town": the town, another object by mistake."""
    objects = [c for c in thing.head.children if c.dep_ == "dobj"]
    if len(objects) < 2 or objects[0].i == thing.i or objects[0].tag_ in ("NNP", "NNPS", "PRP"):
        return False
    return any(t.text == "," for t in thing.doc[objects[0].i : thing.i])


def _only_when(preposition: Token) -> bool:
    """Of "at 4.20", "until late": when, and not what."""
    if preposition.lower_ not in ("at", "around", "until"):
        return False
    return all(c.pos_ in ("NUM", "ADV") or (preposition.lower_ == "until" and c.pos_ == "ADJ") for c in preposition.children)


def _content(clause: Token) -> bool:
    """Whether a clause is what is said or decided: it has a subject, and begins with no word of time or cause."""
    marks = {c.lower_ for c in clause.children if c.dep_ in ("mark", "advmod")}
    own = any(c.dep_ in SUBJECTS for c in clause.children)
    return own and not marks & {"after", "before", "since", "as", "because", "when", "while", "until", "where"}


def _cut_score(doc: Doc, i: int) -> bool:
    """Whether a number is the first half of "6-4", whose second half is left out."""
    return i + 2 < len(doc) and not doc[i].whitespace_ and doc[i + 1].text in ("-", "–") and doc[i + 2].like_num


def complements(verb: Token, frame: Frame, *, lean: bool = False) -> tuple[list[list[int]], list[list[int]]]:
    """(needed, welcome) groups of words after the verb, in the order of the text."""
    needed: list[list[int]] = []
    welcome: list[list[int]] = []
    has_object = any(
        c.dep_ in ("dobj", "attr", "acomp", "oprd", "xcomp", "ccomp", "dative") and c.lower_ not in _HALF
        for c in verb.children
    )
    first_prep = True
    if (thing := taken_for_name(verb)) is not None:
        inner = frame.without(t.i for t in verb.subtree)
        return [phrase(thing, inner, lean=lean)], []
    if not has_object and (strayed := strayed_object(verb)) is not None:
        return [phrase(strayed, frame, lean=lean)], []
    for child in (*verb.children, *_behind_times(verb, frame)):
        fronted = child.dep_ == "dobj" and any(c.tag_ == "WP$" for c in child.children)
        if child.i in frame.skip or (child.i < verb.i and child.dep_ not in ("prt",) and not fronted):
            continue
        if child.dep_ == "dobj" and _second(child):
            continue
        if child.dep_ == "prt" and child.nbor(1).i in frame.skip and child.nbor(1).lower_ not in _DEICTIC:
            continue  # "had come on 27 February"
        if child.dep_ in ("dobj", "attr", "acomp", "oprd", "dative", "prt", "xcomp"):
            needed.append(phrase(child, frame, asides=child.dep_ == "xcomp", lean=lean))
        elif child.dep_ == "ccomp" and not _content(child):
            continue
        elif child.dep_ == "ccomp" and (verb.lemma_.lower() not in lexicon().reporting or formal(verb)):
            needed.append(phrase(child, frame, asides=True, lean=lean))
        elif child.dep_ in ("prep", "agent"):
            if child.lower_ == "according":
                continue
            if child.lower_ == "as" and any(c.dep_ in ("relcl", "acl") for t in child.children for c in t.children):
                continue  # "as a strike halted deliveries": a clause, which the parser takes for a noun
            within = [c for c in child.children if c.dep_ == "prep"]  # "out *of the race*"
            within = [d for c in within for d in c.children if d.dep_ == "pobj" and d.i not in frame.skip]
            if not within and not any(c.dep_ in ("pobj", "pcomp") and c.i not in frame.skip for c in child.children):
                if particle(child):
                    needed.append([child.i])
                continue  # "in" without its time
            if any(c.lower_ in ("it", "them") and c.i not in frame.said for c in child.children):
                continue  # "to vote *on it*"
            if _only_when(child):
                continue
            if child.lower_ in ("after", "before") and any(c.dep_ == "npadvmod" for c in child.children):
                continue  # "seventeen days after its launch" is when, not what
            if _half_said(child, frame) or any(c.dep_ in ("neg", "preconj") for c in child.children):
                continue
            words = phrase(child, frame, lean=lean)
            (needed if (not has_object and first_prep) or child.dep_ == "agent" else welcome).append(words)
            first_prep = False
        elif child.dep_ == "advmod" and child.lower_ in _KEPT_ADVERBS and child.nbor(1).lower_ != "of":
            needed.append([child.i])
    return needed, welcome


def _behind_times(verb: Token, frame: Frame) -> list[Token]:
    """Of "charged three men on Monday over the collapse": what the parser hangs on the day and belongs to the verb."""
    return [
        c
        for p in verb.children
        if p.dep_ in ("prep", "npadvmod")
        for t in (p, *p.children)
        if t.i in frame.skip
        for c in t.children
        if c.dep_ == "prep" and c.i not in frame.skip and c.lower_ in ("of", "over", "for", "with", "by", "from", "to", "in")
    ]


# Before these English puts no preposition of time: "switched on last week".
_DEICTIC = frozenset({"last", "this", "next", "yesterday", "today", "tomorrow"})


def particle_of(verb: Token) -> str | None:
    """The particle right behind a verb: "in" of "was sworn in"."""
    found = next((c for c in verb.rights if c.i == verb.i + 1 and (c.dep_ == "prt" or (c.dep_ == "prep" and particle(c)))), None)
    return found.text if found is not None else None


def particle(preposition: Token) -> bool:
    """Of "was sworn in", "was switched on last week": the particle, which the parser takes for a preposition."""
    if not any(True for _ in preposition.children):
        return preposition.i == preposition.head.i + 1
    behind = preposition.nbor(1) if preposition.i + 1 < len(preposition.doc) else None
    dangling = behind is not None and behind.lower_ in _DEICTIC | {"on"}
    return dangling and preposition.i == preposition.head.i + 1 and preposition.lower_ in ("in", "on", "off", "out", "up", "down")


def _holds_now(verb: Token) -> bool:
    return verb.tag_ in ("VBZ", "VBP") or any(c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBZ", "VBP") for c in verb.children)


def _told_apart(verb: Token, frame: Frame) -> bool:
    """Whether a verb of a series has its own time, or is hedged: then it is told for itself."""
    for child in verb.children:
        if child.dep_ == "advmod" and child.lower_ in lexicon().doubtful_adverbs:
            return True
        if child.dep_ in ("aux",) and child.lemma_.lower() in lexicon().doubtful_modals:
            return True
        if child.dep_ in ("prep", "npadvmod", "advmod", "nmod") and (
            child.i in frame.skip or any(c.i in frame.skip for c in child.children)
        ):
            return True
    return False


def _another_clause(verb: Token, following: Token) -> bool:
    """Whether "whose" or "which" stands between two verbs and belongs to the second, whatever the parser says."""
    for token in reversed(list(verb.doc[verb.i + 1 : following.i])):
        if token.tag_ in ("WDT", "WP", "WP$"):
            return True
        if token.pos_ == "VERB":
            return False
    return False


def strayed_object(verb: Token) -> Token | None:
    """Of "signed with Ann Sorel, a treaty": the treaty, which the parser takes for another name of hers."""
    if verb.lemma_.lower() not in lexicon().needs_object or any(c.dep_ in OBJECTS for c in verb.children):
        return None
    for child in verb.rights:
        if child.dep_ != "prep":
            continue
        for token in child.subtree:
            if token.dep_ == "appos" and token.pos_ == "NOUN" and any(c.dep_ == "det" for c in token.children):
                return token
    return None


def series(verb: Token, frame: Frame) -> list[Token]:
    """Further verbs of one subject: "visited … *and opened* …"."""
    found: list[Token] = []
    current = verb
    for _ in range(3):
        following = [
            c
            for c in current.children
            if c.dep_ == "conj" and c.pos_ == "VERB" and c.i > current.i and c.i not in frame.skip
        ]
        if not following or any(c.dep_ in ("nsubj", "nsubjpass", "neg") for c in following[0].children):
            break
        if _holds_now(following[0]) and not _holds_now(current) and current.tag_ in ("VBD", "VBN"):
            break  # what holds now is no part of what happened then
        if _told_apart(following[0], frame) or _another_clause(current, following[0]):
            break
        before = following[0].left_edge
        if before.i and before.nbor(-1).pos_ in ("NOUN", "PROPN", "PRON"):
            break  # the noun before it is its own subject, whatever the parser says
        found.append(following[0])
        current = following[0]
    return found
