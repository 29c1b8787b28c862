"""Which words of a clause a title keeps, and how they read in a row.

Kept are the subject, what the verb needs, and what still fits; left out are times, asides and comments. A name is kept
whole or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.extract.beside import word_before, word_behind
from generator.extract.clauses import ASIDES, is_predicate, noun_kinds
from generator.extract.lexicon import lexicon
from generator.extract.misparsed import currency, with_to
from generator.extract.only_when import apart, before_a_clause, only_when, which_reasons
from generator.extract.wanting import by_its_word, instead_of, measured_off, told_whole

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Frame:
    """A parsed document with the tokens of its time expressions and, for tokens of names, the whole name's tokens."""

    doc: Doc
    skip: Collection[int]
    names: Mapping[int, tuple[int, int]]
    full: bool = False  # keep also what a participle says of a noun: "the pictures *taken by its probe*"
    said: Mapping[int, str] = field(default_factory=dict)  # what a pronoun stands for
    until: int = 0  # behind the last token of the clause that the title is made of
    bare: bool = False  # of "the pump makers Norvale and Radek" only the names

    def names_at(self, token: Token) -> range | None:
        """The tokens of the name that a token belongs to."""
        return range(*self.names[token.i]) if token.i in self.names else None

    def without(self, more: Iterable[int]) -> Frame:
        """The same frame with further tokens left out."""
        return replace(self, skip={*self.skip, *more})


_BEFORE_MARKS = re.compile(r"(?<!\s)\s+([,;:.])")
_RATING, _SIGNS = re.compile(r"[A-D]{1,3}[a-d]{0,2}\d?"), frozenset({"-", "–", "+"})
_RATED = re.compile(r"\b[A-D]{1,3}[a-d]?[-–+]$")  # "cuts Norvale to BBB-"
_UNIT = re.compile(r"[a-zA-Z]{1,3}|%")
_RANKING = frozenset({"finish", "come", "place", "rank", "end"})
_PLACES_TAKEN = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last"}
)
KEPT_ADVERBS = frozenset(
    "aboard ahead apart aside down over aground ashore adrift overboard forward open free not never back away together "
    "out up off again abroad home jointly first ill sick asleep silent unconscious dead alive".split()
)


def phrase(head: Token, frame: Frame, depth: int = 0, *, asides: bool = False, lean: bool = False) -> list[int]:
    """The words of a noun phrase or complement that a title keeps; `lean`: of what follows a noun only "of …"."""
    if frame.bare and (names := _only_names(head, frame)) is not None:
        return names
    kept = [head.i]
    cut = len(head.doc)  # where something was left out, a series that goes on behind it would change its meaning
    for child in head.children:
        if child.dep_ == "conj" and (child.i > cut or _has_a_verb_of_its_own(child)):
            continue
        infinitive = child.dep_ in ("acl", "relcl") and not (lean and noun_kinds(head)) and with_to(child)
        infinitive = infinitive and word_before(child.left_edge) != ","  # "the ship, to be named Radek, is due"
        close = infinitive or _tight(child, frame) or (frame.full and _participle(child, frame))
        if not lean and told_whole(child, frame.skip):
            kept += [t.i for t in child.subtree]  # "a map *that shows a fault under the dam*"
            continue
        if child.dep_ == "poss" and child.i in frame.skip:
            kept += [
                c.i for c in child.children if c.tag_ == "POS"
            ]  # of "Sunday's run-off" the title says "the run-off"
        if child.i in frame.skip or (child.dep_ in ASIDES and not asides and not close):
            continue
        if child.dep_ == "punct":
            # Commas within a series stay; brackets and closing marks go.
            if child.text in ("-", "–", "/", "‘", "’", "“", "”", "'") or (
                child.text == "," and any(c.dep_ == "conj" for c in head.children)
            ):
                kept.append(child.i)
            continue
        if child.dep_ == "amod" and child.i > head.i and word_before(child.left_edge) == "," and child.pos_ == "VERB":
            continue  # "a service, hand-signalled and slow, began"
        if (
            child.dep_ == "advmod"
            and child.lower_ not in KEPT_ADVERBS
            and (child.i > head.i or (head.pos_ in ("ADP", "VERB") and head.dep_ != "amod"))
            and not (place_taken(child) or measured_off(child) or instead_of(child))
            and not (child.tag_ == "WRB" and head.pos_ in ("VERB", "AUX"))  # "the question of *where* it should stand"
            and not any(
                c.dep_ == "neg" for c in head.children
            )  # "must not *merely* rent": half of it says another thing
            and word_behind(child) != "-"  # "*best*-known"
        ):
            continue
        if child.dep_ == "prep" and (
            only_when(child) or which_reasons(child) or before_a_clause(child) or apart(child)
        ):
            continue
        if child.dep_ == "prep" and head.tag_ == "VBN" and not any(True for _ in child.children):
            kept.append(child.i)  # "a building paid *for* by Japan"
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


def _only_names(head: Token, frame: Frame) -> list[int] | None:
    """Of "the pump makers Norvale and Radek", "its Greek rival Norvale": the names; `None` where it bears none."""
    name = frame.names_at(head)
    if name is not None:
        described = [c for c in head.children if c.i < name[0] and c.dep_ in ("amod", "compound", "poss", "nmod")]
        if not described or any(c.dep_ == "conj" for c in head.children) or any(c.pos_ == "PROPN" for c in described):
            return None
        behind = [i for c in head.rights if c.dep_ == "prep" for i in phrase(c, frame)]
        return [*name, *behind]
    named = [c for c in head.children if _tight(c, frame) and c.i in frame.names]
    if len(named) != 1 or any(c.dep_ in ("conj", "relcl") for c in head.children):
        return None
    return phrase(named[0], frame)


def place_taken(adverb: Token) -> bool:
    """Of "finished second", "came last": the place, which is what is told."""
    return adverb.head.lemma_.lower() in _RANKING and (adverb.ent_type_ == "ORDINAL" or adverb.lower_ in _PLACES_TAKEN)


def _tight(child: Token, frame: Frame) -> bool:
    """Of "the battery maker Vihren": the name, which no comma parts from what it names."""
    if child.dep_ != "appos":
        return False
    named = child.i in frame.names or child.pos_ == "PROPN"
    begins = child.left_edge.i if child.pos_ == "PROPN" else frame.names[child.i][0] if named else 0
    return (begins == child.head.i + 1 and not child.doc[begins].is_punct) or name_of_thing(child, frame)


def name_of_thing(child: Token, frame: Frame) -> bool:
    """Of "a tiny lender, Radek Credit,": the name, which the title says without its comma: "the tiny lender Radek"."""
    noun = child.head
    if child.dep_ != "appos" or child.i not in frame.names or noun.tag_ != "NN" or noun.i in frame.names:
        return False
    begins, ends = frame.names[child.i]
    if begins != noun.i + 2 or noun.nbor(1).text != "," or child.ent_type_ == "PERSON" or ends - begins > 4:
        return False
    bare = all(c.dep_ in ("compound", "punct", "appos") for c in child.children) and not any(
        c.dep_ == "conj" for c in noun.children
    )
    behind = noun.doc[ends] if ends < len(noun.doc) else None
    if behind is None or (not behind.is_punct and behind.pos_ not in ("ADP", "CCONJ")):
        return False  # "the valve, Norvale admitted on Monday, had burst"
    determined = any(c.dep_ == "det" and c.lower_ in ("a", "an", "the") for c in noun.children)
    return bare and determined and noun.lemma_.lower() not in lexicon().people and not noun_kinds(noun)


def _participle(child: Token, frame: Frame) -> bool:
    """Of "the pictures taken by its probe": the participle, which says which pictures; without a time of its own."""
    if child.dep_ != "acl" or child.tag_ not in ("VBN", "VBG") or child.i != child.left_edge.i:
        return False
    aside = not child.i or child.nbor(-1).is_punct
    return not aside and not any(t.i in frame.skip or t.pos_ == "PRON" for t in child.subtree)


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
        if doc[i].like_num and word_behind(doc[i]) == "against" and word_before(doc[i]) == "and":
            kept.add(i + 1)  # "78 votes in favour and 12 *against*"
    for i in list(kept):  # "€11.7m", "40km": a unit that the parser takes for another word
        if i + 1 < len(doc) and doc[i].like_num and not doc[i].whitespace_ and _UNIT.fullmatch(doc[i + 1].text):
            kept.add(i + 1)
    for i in list(kept):  # "BBB-", "AA+": a mark that hangs on a rating
        if i + 1 < len(doc) and _RATING.fullmatch(doc[i].text) and doc[i + 1].text in _SIGNS and not doc[i].whitespace_:
            kept |= {i + 1} if doc[i + 1].whitespace_ or doc[i + 1].i + 1 == len(doc) else set()
    order = [i for i in sorted(kept) if doc[i].text != "#"]
    made = ""
    for k, i in enumerate(order):
        if doc[i].like_num and _cut_score(doc, i) and i + 2 not in kept:
            continue
        text = doc[i].text if by_its_word(doc[i]) else frame.said.get(i, doc[i].text)
        if doc[i].lower_ in ("a", "an") and doc[i].dep_ == "det" and _named_behind(doc[i].head, kept, frame):
            text = "The" if text[0].isupper() else "the"
        if doc[i].tag_ == "POS" and doc[i].head.i not in kept:
            text = " the"
        parted = (
            doc[i].dep_ == "cc" and doc[i].lower_ != "of" and not {i - 1, i + 1} <= kept
        )  # else "thirty years and more than 40 million"
        if k and parted and not any(j > i and doc[j].dep_ in ("conj", "nsubj") for j in order[k:]):
            continue  # "and" without what it joined
        if doc[i].text == "," and _of_an_aside(doc, order, k):
            continue
        follows = k > 0 and order[k - 1] == i - 1
        space = bool(doc[i - 1].whitespace_) if follows else not doc[i].is_punct and doc[i].tag_ != "POS"
        made += (" " if made and space else "") + text
    made = _BEFORE_MARKS.sub(r"\1", made)
    made = re.sub(r"(?:,\s*)+(?=,|$)", "", made)
    return " ".join(made.split()).strip(" ,;:–—\"“”‘'" if _RATED.search(made) else " ,;:–—-\"“”‘'")


def _of_an_aside(doc: Doc, order: Sequence[int], k: int) -> bool:
    """Of "Ann Sorel, the founder, and Leo Mann", without what she is: whether the comma order[k] was of that aside."""
    before = next((i for i in reversed(order[:k]) if doc[i].text != ","), -1)
    behind = next((i for i in order[k + 1 :] if doc[i].text != ","), -1)
    if before < 0 or behind < 0 or doc[behind].dep_ != "cc":
        return False
    return any(not doc[i].is_punct for i in range(before + 1, behind))


def _named_behind(noun: Token, kept: set[int], frame: Frame) -> bool:
    return any(c.i in kept and name_of_thing(c, frame) for c in noun.rights)


def _cut_score(doc: Doc, i: int) -> bool:
    """Whether a number is the first half of "6-4", whose second half is left out."""
    return i + 2 < len(doc) and not doc[i].whitespace_ and doc[i + 1].text in ("-", "–") and doc[i + 2].like_num


def _holds_now(verb: Token) -> bool:
    return verb.tag_ in ("VBZ", "VBP") or any(
        c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBZ", "VBP") for c in verb.children
    )


_HABITS = frozenset({"usually", "often", "always", "normally", "typically", "generally"})


def _told_apart(verb: Token, frame: Frame) -> bool:
    """Whether a verb of a series has its own time, or is hedged: then it is told for itself."""
    for child in verb.children:
        if child.dep_ == "advmod" and child.lower_ in lexicon().doubtful_adverbs | _HABITS:
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


_BEGINS = frozenset({"open", "begin", "start"})


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
        if current.lemma_ in _BEGINS and any(c.dep_ == "nsubj" and noun_kinds(c) for c in current.children):
            break  # "the fair opened on 3 May and drew 900 guests": not on the day on which it opened
        if current.lemma_ in ("order", "announce") and any(c.dep_ == "nsubjpass" for c in current.children):
            break  # "the recount was ordered on 3 May and broken off for a week": not on the day of the order
        if following[0].lemma_ == "let":
            break  # "was held and let go": of its three forms none says who let whom go
        if currency(following[0]) or _told_apart(following[0], frame) or _another_clause(current, following[0]):
            break
        before = following[0].left_edge
        if before.i and before.nbor(-1).pos_ in ("NOUN", "PROPN", "PRON"):
            break  # the noun before it is its own subject, whatever the parser says
        found.append(following[0])
        current = following[0]
    return found
