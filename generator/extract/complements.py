"""What a verb takes with it into a title: the groups of words that it needs, and those that are welcome."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.extract.beside import word_before, word_behind
from generator.extract.clauses import noun_kinds
from generator.extract.happening import formal, says_what
from generator.extract.lexicon import lexicon
from generator.extract.misparsed import taken_for_name
from generator.extract.only_when import before_a_clause, only_when, which_reasons
from generator.extract.relatives import to_be_done
from generator.extract.title_words import KEPT_ADVERBS, Frame, phrase, place_taken
from generator.extract.voice import DONE_TO
from generator.extract.wanting import compared

if TYPE_CHECKING:
    from spacy.tokens import Token

OBJECTS = frozenset({"dobj", "attr", "oprd", "acomp", "xcomp", "ccomp", "dative"})
# Objects that say nothing without what follows them: "take part in", "take place in", "pay tribute to".
_HALF = frozenset({"part", "place", "care", "note", "advantage", "control", "command", "charge", "tribute", "credit"})
# "Came 41st in Graz": of these it is the rank that is told.
RANKED = frozenset({"come", "finish", "rank", "place", "end"})
NUMBERED = re.compile(r"\d+(?:st|nd|rd|th)")
# "Puts a file": where?
WHERE = frozenset({"put", "place", "lay", "hang"})
_DONE_WHOLLY = frozenset("hold try free search close reopen demolish pull recount exhume repair rebuild".split())
# What is told already, before a clause that says more of it: "sold the mill, in a deal that values it at …".
_THE_SAME = frozenset({"deal", "agreement", "transaction", "move", "step"})
# Before these English puts no preposition of time: "switched on last week".
_DEICTIC = frozenset({"last", "this", "next", "yesterday", "today", "tomorrow"})


def complements(
    verb: Token, frame: Frame, *, lean: bool = False, least: bool = False
) -> tuple[list[list[int]], list[list[int]]]:
    """(needed, welcome) groups of words after the verb, in the order of the text.

    `least`: of what is to be done to somebody only that: "orders him *to be held*".
    """
    needed: list[list[int]] = []
    welcome: list[list[int]] = []
    has_object = any(c.dep_ in OBJECTS and c.lower_ not in _HALF for c in verb.children)
    first_prep = True
    if (thing := taken_for_name(verb)) is not None:
        inner = frame.without(t.i for t in verb.subtree)
        return [phrase(thing, inner, lean=lean)], []
    if not has_object and (strayed := strayed_object(verb)) is not None:
        return [phrase(strayed, frame, lean=lean)], []
    for child in (*verb.children, *_behind_times(verb, frame)):
        if _passed_over(child, verb, frame):
            continue
        if child.dep_ == "xcomp" and lean and (child.tag_ == "VB" or to_be_done(child)):
            taken = [i for kept in complements(child, frame, lean=True)[0] for i in kept]
            taken = [] if least and _says_all(child) else taken
            helpers = [c.i for c in child.lefts if c.dep_ in ("aux", "auxpass", "neg")]
            needed.append([*helpers, child.i, *taken])
        elif child.dep_ in ("dobj", "attr", "acomp", "oprd", "dative", "prt", "xcomp"):
            needed.append(phrase(child, frame, asides=child.dep_ == "xcomp", lean=lean))
        elif child.dep_ == "ccomp":
            if says_what(child) and not _of_a_noun(child) and _takes_a_clause(verb):
                needed.append(phrase(child, frame, asides=True, lean=lean))
        elif child.dep_ in ("prep", "agent"):
            if _opens_a_clause(child):
                continue
            if not _carries(child, frame):
                if particle(child) and not _only_of_time(child, frame):
                    needed.append([child.i])
                continue  # "in" without its time
            where = first_prep and verb.lemma_.lower() in WHERE and child.dep_ == "prep" and not only_when(child)
            if not where and _left_out(child, frame):
                continue
            words = phrase(child, frame, lean=lean)
            if not where and (has_object or word_before(child) == ",") and _which_one(child, words):
                continue
            (needed if where or (not has_object and first_prep) or child.dep_ == "agent" else welcome).append(words)
            first_prep = False
        elif verb.lemma_.lower() in RANKED and child.i > verb.i and NUMBERED.fullmatch(child.text):
            needed.append([child.i])  # "comes *41st*"
        elif child.dep_ == "npadvmod" and _by_how_much(child):
            needed.append(phrase(child, frame, lean=lean))
        elif child.dep_ in ("advmod", "advcl") and (more := compared(child, frame.skip)):
            welcome.append(more)
        elif child.dep_ == "advmod" and place_taken(child):
            needed.append([child.i])
        elif child.dep_ == "advmod" and child.lower_ in KEPT_ADVERBS and word_behind(child) != "of":
            to = [i for c in child.rights if _whereto(c, frame) for i in phrase(c, frame, lean=lean)]
            needed.append([*(c.i for c in child.lefts if c.dep_ == "advmod"), child.i, *to])  # "*upside* down"
    return needed, welcome


def _says_all(verb: Token) -> bool:
    """Whether a passive says with nothing behind it what is done: "to be held", not "to be taken"."""
    lemma = verb.lemma_.lower()
    return to_be_done(verb) and (lemma in DONE_TO | _DONE_WHOLLY or bool(lexicon().verb_kinds.get(lemma)))


def _passed_over(child: Token, verb: Token, frame: Frame) -> bool:
    """Whether what hangs on a verb is none of its complements: a time, what stands before it, an afterthought."""
    fronted = child.dep_ == "dobj" and any(c.tag_ == "WP$" for c in child.children)
    if child.i in frame.skip or (child.i < verb.i and child.dep_ != "prt" and not fronted):
        return True
    if (child.dep_ == "dobj" and (_second(child) or _behind_what_is_said(child))) or _afterthought(child, frame):
        return True
    # "had come on 27 February"
    return child.dep_ == "prt" and child.i + 1 in frame.skip and not _own_word(child.nbor(1))


def _takes_a_clause(verb: Token) -> bool:
    """Whether a clause behind a verb is told with it: a plain "said that …" lends its title nothing."""
    return verb.lemma_.lower() not in lexicon().reporting or formal(verb)


def _opens_a_clause(preposition: Token) -> bool:
    """Of "as a strike at its plant halted deliveries", "according to", "compared with": no complement of the verb."""
    last = preposition.right_edge
    behind = last.nbor(1) if last.i + 1 < len(last.doc) else None
    if preposition.lower_ == "as" and behind is not None and behind.tag_ in ("VBD", "VBZ", "VBP", "MD"):
        return True
    if preposition.lower_ in ("according", "compared"):
        return True
    # A clause, which the parser takes for a noun: "as a strike halted deliveries".
    nouns = preposition.children if preposition.lower_ == "as" else ()
    return any(c.dep_ in ("relcl", "acl") for t in nouns for c in t.children)


def _carries(preposition: Token, frame: Frame) -> bool:
    """Whether words that the title keeps stand behind a preposition, or behind another in it: "out *of the race*"."""
    within = [c for c in preposition.children if c.dep_ == "prep"]
    if any(d.dep_ == "pobj" and d.i not in frame.skip for c in within for d in c.children):
        return True
    return any(c.dep_ in ("pobj", "pcomp") and c.i not in frame.skip for c in preposition.children)


def _only_of_time(preposition: Token, frame: Frame) -> bool:
    """Whether a bare "on" or "at" is that of the time behind it."""
    behind = preposition.nbor(1) if preposition.i + 1 < len(preposition.doc) else preposition
    return preposition.lower_ in ("on", "at") and behind.i in frame.skip and behind.lower_ not in _DEICTIC


def _left_out(preposition: Token, frame: Frame) -> bool:
    """Whether a title leaves out a preposition with its words: when, an aside, what only another clause explains."""
    if any(c.lower_ in ("it", "them") and c.i not in frame.said for c in preposition.children):
        return True  # "to vote *on it*"
    if only_when(preposition) or before_a_clause(preposition) or _aside(preposition, frame):
        return True
    if preposition.lower_ in ("after", "before") and any(c.dep_ == "npadvmod" for c in preposition.children):
        return True  # "seventeen days after its launch" is when, not what
    if which_reasons(preposition) or _half_said(preposition, frame):
        return True
    return any(c.dep_ in ("neg", "preconj") for c in preposition.children)


def _own_word(word: Token) -> bool:
    """Whether a time has its own preposition, or needs none: "flew in *on Sunday*", "switched on *last week*"."""
    return word.lower_ in _DEICTIC or word.pos_ == "ADP"


def _afterthought(child: Token, frame: Frame) -> bool:
    """Of "were brought up, the last three on Sunday", "for 21 July, again on a Radek 3": what a comma sets behind.

    Without its comma it would run into the words before it.
    """
    first = child.left_edge
    again = child.dep_ == "prep" and first.dep_ == "advmod"
    if first.i <= child.head.i + 1:
        return False
    if child.dep_ not in ("npadvmod", "advmod", "dobj", "attr", "oprd", "acomp") and not again:
        return False
    asides = sum(t.text == "," for t in child.doc[child.head.i : first.i])
    if asides % 2 == 0:
        return False  # "approved, by six votes to one, the results"
    return first.nbor(-1).text == "," and first.nbor(-2).i != child.head.i and child.i not in frame.names


def _whereto(preposition: Token, frame: Frame) -> bool:
    """Of "went back to work two days later": "to work"."""
    if preposition.dep_ != "prep" or only_when(preposition) or before_a_clause(preposition):
        return False
    return any(c.dep_ == "pobj" and c.i not in frame.skip for c in preposition.children)


def _aside(preposition: Token, frame: Frame) -> bool:
    """Of "the name, in use since 1898, from its branches": words of a time between commas, half of which would stay."""
    if not preposition.i or preposition.nbor(-1).text != ",":
        return False
    dated = False
    for token in preposition.doc[preposition.right_edge.i + 1 : preposition.sent.end]:
        if token.text == ",":
            return dated
        if token.i not in frame.skip and token.pos_ not in ("ADP", "SCONJ"):
            return False
        dated = dated or token.i in frame.skip
    return False


def _by_how_much(measure: Token) -> bool:
    """Of "rose 6 percent", "fell a record 40 points": by how much, which the parser takes for an adverb."""
    counted = any(c.like_num for c in measure.children) or measure.like_num
    return counted and measure.ent_type_ not in ("DATE", "TIME") and measure.i > measure.head.i


def _that(clause: Token) -> bool:
    """Whether a clause says what a noun is: "the ground *that* he had not been charged"."""
    return clause.dep_ in ("acl", "ccomp", "relcl") and any(
        c.dep_ == "mark" and c.lower_ == "that" for c in clause.children
    )


def _half_said(preposition: Token, frame: Frame) -> bool:
    """Of "for reasons that are unclear", "in a room which smelled": without its clause the noun says nothing."""
    for noun in preposition.children:
        if noun.dep_ != "pobj" or noun.tag_ not in ("NN", "NNS") or noun.i in frame.names:
            continue
        if noun.lower_ in _THE_SAME and any(c.dep_ in ("relcl", "acl") for c in noun.children):
            return True
        if noun_kinds(noun):
            continue
        if any(_that(child) for child in noun.children):
            return True  # "on the ground that he was not charged", "on condition that …"
        if noun.lower_.endswith(("ment", "tion", "sion", "ing")):
            continue  # "vote for a restructuring that …": what is done, of which the clause tells more
        zero = any(c.dep_ == "relcl" and not any(d.tag_ in ("WDT", "WP") for d in c.children) for c in noun.children)
        if not zero and any(  # "for the four months it had taken"
            c.dep_ in ("poss", "nummod") or (c.dep_ == "det" and c.lower_ not in ("a", "an")) for c in noun.children
        ):
            continue
        for child in noun.children:
            left = child.left_edge
            if (
                child.dep_ in ("relcl", "acl")
                and left.i
                and not left.nbor(-1).is_punct
                and any(c.dep_ in ("nsubj", "nsubjpass", "mark") for c in child.children)
            ):
                return True
    return False


def _which_one(preposition: Token, kept: list[int]) -> bool:
    """Of "in a case brought by the tax office", "to a site nearer the coast": which, only what has no room says."""
    for noun in preposition.children:
        if noun.dep_ != "pobj" or noun.tag_ != "NN" or not any(c.lower_ in ("a", "an") for c in noun.lefts):
            continue
        more = [c for c in noun.rights if c.dep_ in ("relcl", "acl", "advmod", "amod", "appos")]
        if more and not any(c.i in kept for c in noun.rights) and not any(c.dep_ == "amod" for c in noun.lefts):
            return not noun_kinds(noun)
    return False


def _of_a_noun(clause: Token) -> bool:
    """Of "resigned after criticism that help had come late": the clause, which is the criticism's."""
    between = [c for c in clause.head.rights if c.dep_ == "prep" and c.i < clause.left_edge.i]
    that = any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
    return that and bool(between) and not formal(clause.head)


def _second(thing: Token) -> bool:
    """Of "announced her candidacy, not at home but in Atar, the oasis town": the town, another object by mistake."""
    objects = [c for c in thing.head.children if c.dep_ == "dobj"]
    done = [c for c in thing.head.children if c.dep_ in ("xcomp", "dobj") and thing.head.i < c.i < thing.i]
    between = thing.doc[done[-1].i : thing.left_edge.i] if done else thing.doc[0:0]
    if any(t.text == "," for t in between) and (done[-1].dep_ == "xcomp" or any(t.dep_ == "cc" for t in between)):
        return True  # "agreed to sell a mill, its first disposal"; "opened the attack, and cavalry re-entered Serres"
    if len(objects) < 2 or objects[0].i == thing.i or objects[0].tag_ in ("NNP", "NNPS", "PRP"):
        return False
    return any(t.text == "," for t in thing.doc[objects[0].i : thing.i])


def _behind_what_is_said(thing: Token) -> bool:
    """Of "said that nine men had been killed and 17 lorries destroyed": the lorries, which nobody said."""
    clauses = (c for c in thing.head.rights if c.dep_ == "ccomp" and c.i < thing.i)
    return any(c.dep_ == "mark" and c.lower_ == "that" for clause in clauses for c in clause.lefts)


def _behind_times(verb: Token, frame: Frame) -> list[Token]:
    """Of "charged three men on Monday over the collapse": what the parser hangs on the day and belongs to the verb."""
    return [
        c
        for p in verb.children
        if p.dep_ in ("prep", "npadvmod")
        for t in (p, *p.children)
        if t.i in frame.skip
        for c in t.children
        if c.dep_ == "prep"
        and c.i not in frame.skip
        and c.lower_ in ("of", "over", "for", "with", "by", "from", "to", "in")
    ]


def particle_of(verb: Token) -> str | None:
    """The particle right behind a verb: "in" of "was sworn in"."""
    found = next(
        (c for c in verb.rights if c.i == verb.i + 1 and (c.dep_ == "prt" or (c.dep_ == "prep" and particle(c)))), None
    )
    return found.text if found is not None else None


def ends_whole(verb: Token, told: str) -> bool:
    """Whether the last word of what is told is the verb's own: "is sworn *in*", "declares the outbreak *over*"."""
    last = told.rpartition(" ")[2]
    return told == particle_of(verb) or any(c.text == last and c.dep_ in ("prt", "oprd") for c in verb.rights)


def _before_time(preposition: Token) -> bool:
    behind = preposition.nbor(1) if preposition.i + 1 < len(preposition.doc) else None
    return behind is not None and behind.ent_type_ in ("DATE", "TIME") and behind.lower_ not in _DEICTIC


def particle(preposition: Token) -> bool:
    """Of "was sworn in", "was switched on last week": the particle, which the parser takes for a preposition."""
    if not any(True for _ in preposition.children):
        if preposition.lower_ in ("on", "in", "at", "by") and _before_time(preposition):
            return False  # "had come on 27 February"
        return preposition.i == preposition.head.i + 1
    behind = preposition.nbor(1) if preposition.i + 1 < len(preposition.doc) else None
    dangling = behind is not None and behind.lower_ in _DEICTIC | {"on"}
    return (
        dangling
        and preposition.i == preposition.head.i + 1
        and preposition.lower_ in ("in", "on", "off", "out", "up", "down")
    )


def strayed_object(verb: Token) -> Token | None:
    """Of "signed with Ann Sorel, a treaty": the treaty, which the parser takes for another name of hers.

    Also of "the convention nominates Berg, a teacher whom few know": Berg, taken for a second subject.
    """
    if verb.lemma_.lower() not in lexicon().needs_object or any(c.dep_ in OBJECTS for c in verb.children):
        return None
    before = any(c.dep_ == "nsubj" for c in verb.lefts)
    for child in verb.rights:
        if child.dep_ == "nsubj" and child.left_edge.i == verb.i + 1 and before:
            return child
        if child.dep_ != "prep":
            continue
        for token in child.subtree:
            if token.dep_ == "appos" and token.pos_ == "NOUN" and any(c.dep_ == "det" for c in token.children):
                return token
    return None
