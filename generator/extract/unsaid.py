"""What a sentence leaves unsaid, so that its title would mislead: half a subject, the day of an hour, whose approval.

Each rule looks at a finished claim's words in their parse. None says that the words are untrue, only that a title made
of them is not one a reader of a chronology could trust without the sentence before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.extract.beside import word_behind
from generator.extract.clauses import noun_kinds
from generator.extract.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from generator.extract.anchors import Anchored

WEEK = 7  # days
_THERE = frozenset({"there", "here", "elsewhere"})
_TO_WHERE = frozenset("put place lay hang send take bring fly carry drive move transfer lead get have".split())
# What has been once before is no news of the day.
_BEFORE = frozenset({"before", "previously", "earlier", "once", "ever", "often", "always", "never", "already"})
_FOLLOWS = frozenset({"follow", "ensue"})
# A day, in whatever words, beside an hour: "Monday night", "6 a.m. on 4 May", "this afternoon", "the same evening".
_DAY = re.compile(
    r"day\b|tonight|yesterday|tomorrow|\b(?:this|that|the same|the following|the next|the previous|last|next)\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)\b|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)|\d{4}-\d\d|\d{1,2}[/.]\d{1,2}[/.]",
    re.I,
)
# "The same mountain", "talks between the two": what was named before, and the title does not name.
_SAME = re.compile(
    r"\bthe same\b|\bthe (?:two|three|four|pair|duo|latter|former|others?)(?:$|[,;]| (?:and|or|in|on|at|to|of|for|from"
    r"|by|with|is|are|has|have|break|meet|agree|sign)\b)"
    r"|\b(?:between|of|by|from|to) (?:the|both) parties\b(?! to| of)"
    r"|\b(?:at|on|over|of|into|about) the (?:deal|matter|affair|merger|issue|question)$",
    re.I,
)


def half_a_subject(subject: Token, verb: Token) -> bool:
    """Of "Peru and Chile on Wednesday signed …", taken for "Chile signs": the parser lost who stands before "and".

    Where a verb stands before the "and", it ends a clause of its own, and the subject is whole.
    """
    first = subject.left_edge.i
    sentence = subject.sent
    if first == sentence.start + 1 and first > 1 and subject.doc[first - 1].lower_ == "and":
        last = subject.doc[first - 2]  # of a sentence that was parted before the "and"
        return subject.i < verb.i and last.pos_ == "PROPN"
    if subject.i > verb.i or first - 1 <= sentence.start or subject.doc[first - 1].lower_ not in ("and", "or", "&"):
        return False
    before = subject.doc[sentence.start : first - 1]
    return before[-1].pos_ in ("NOUN", "PROPN", "PRON") and not any(t.pos_ in ("VERB", "AUX") for t in before)


def there(verb: Token) -> bool:
    """Of "had been flown there on Friday": where to, another sentence tells.

    Of "held its meeting there" what was done is told, and only where it was is not.
    """
    if verb.lemma_.lower() not in _TO_WHERE and any(c.dep_ == "dobj" for c in verb.rights):
        return False
    return any(c.dep_ == "advmod" and c.lower_ in _THERE for c in verb.children)


_MOVED = frozenset("raise lower extend suspend postpone reduce".split())


def done_to(verb: Token, subject: Token | None, *, entry: bool = False) -> bool:
    """Of "… was crowned in March, and driven from it by soldiers": passive, but its "was" stands far away.

    `entry`: whether the verb's day heads a chronology's entry, which may be written as a headline.
    """
    if entry and _as_headline(verb, subject):
        return True
    if verb.tag_ != "VBN" or any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        return False
    led = any(c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by") for c in verb.children)
    return led and verb.dep_ == "conj" and (subject is None or subject.i < verb.i)


def _as_headline(verb: Token, subject: Token | None) -> bool:
    """Of "May 2024: price raised to 9 euros", an entry in the manner of headlines: its "is" is left out."""
    if subject is None or verb.tag_ not in ("VBD", "VBN") or subject.tag_ != "NN" or subject.i > verb.i:
        return False
    bare = not any(c.dep_ in ("det", "poss", "nummod", "amod", "compound", "prep") for c in subject.children)
    done = any(c.dep_ in ("dobj", "ccomp", "xcomp", "aux", "auxpass", "dative") for c in verb.children)
    return bare and not done and verb.lemma_.lower() in lexicon().needs_object | _MOVED


def once_before(verb: Token) -> bool:
    """Of "has been flooded before": told of some time, not of the day of the report."""
    return any(c.dep_ == "advmod" and c.lower_ in _BEFORE for c in verb.children)


_CONDITION = re.compile(
    r"\b(?:where|wherever|if|when|whenever) (?:possible|necessary|needed|feasible|required)\b", re.I
)


def where_possible(verb: Token, title: str) -> bool:
    """Of "the posts will go by natural means where possible": a promise without its condition says too much."""
    sentence = verb.sent
    found = _CONDITION.search(sentence.text)
    if found is None or found[0].lower() in title.lower():
        return False
    at = sentence.start_char + found.start()
    return verb.i < next((t.i for t in sentence if t.idx >= at), verb.i)


def nowadays(verb: Token, best: Anchored) -> bool:
    """Of "Lesotho today buys a third of its power": between subject and verb, before a present, it means these days."""
    present = verb.tag_ in ("VBZ", "VBP") and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    between = best.last == verb.i and best.first > verb.left_edge.i
    return present and between and best.time.text.lower() == "today"


def hour_alone(best: Anchored) -> bool:
    """Of "began at about 6:40 a.m.", "in the evening": of which day, another sentence tells."""
    return best.time.type == "TIME" and not _DAY.search(best.time.text)


def whose(verb: Token, title: str) -> bool:
    """Of "gives its approval", "takes its decision": of what, the title does not say.

    "Lodges its appeal", "raises its offer": whose it is says of what.
    """
    words = _OF_ANOTHER
    for noun in verb.children:
        if noun.dep_ != "dobj" or noun.lemma_.lower() not in words or noun.lower_ not in title.lower():
            continue
        owned = any(c.tag_ == "PRP$" for c in noun.children)
        more = any(c.dep_ in ("prep", "compound", "amod", "acl", "relcl", "nmod", "nummod") for c in noun.children)
        behind = any(
            c.dep_ in ("prep", "dative", "xcomp", "advcl")
            and c.i > noun.i
            and not any(t.ent_type_ in ("DATE", "TIME") for t in c.subtree)
            for c in verb.children
        )
        return owned and not more and not behind
    return False


# What one gives or takes in another's matter.
_OF_ANOTHER = frozenset(
    "approval blessing consent agreement decision ruling verdict judgment support backing assent answer opinion claim "
    "plan proposal measure move step attempt try effort case part motion charge argument fault text name".split()
)
_KIN = frozenset(
    "daughter son wife husband sister brother mother father niece nephew cousin uncle aunt widow partner".split()
)
_SET = frozenset({"set", "schedule", "slate", "fix", "plan", "due", "time"})


def only_set(verb: Token, subject: Token | None) -> bool:
    """Of "the firm, set for October": that the case is set then, the parser makes the firm's."""
    if verb.lemma_.lower() not in _SET or subject is None or verb.tag_ != "VBN" or noun_kinds(subject):
        return False
    return verb.dep_ == "acl" and not any(c.dep_ in ("xcomp", "dobj", "oprd", "agent", "prt") for c in verb.children)


def where_once(verb: Token, days: int) -> bool:
    """Of "Foynes, where a tank killed three workers last month": an aside on what is told elsewhere, with its day."""
    return verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children) and days > WEEK


def follows(verb: Token) -> bool:
    """Of "a first flood followed": what it followed stands elsewhere. What "is to follow" is told by itself."""
    if verb.tag_ not in ("VBD", "VBN"):
        return False
    if verb.lemma_.lower() == "follow" and any(
        c.dep_ in ("agent", "auxpass") or c.lower_ == "by" for c in verb.children
    ):
        return True  # "followed on Saturday by the minister": in what, the other clause says
    return verb.lemma_.lower() in _FOLLOWS and not any(c.dep_ in ("dobj", "agent", "auxpass") for c in verb.children)


def same(title: str) -> bool:
    """Whether a title points to what was named before: "the same mountain", "talks between the two"."""
    return bool(_SAME.search(title))


def won(title: str) -> bool:
    """Of "Leo Mann wins": what, the title does not say."""
    return title.endswith((" wins", " win")) or bool(_LEAVES.fullmatch(title))


_LEAVES = re.compile(r"(?:[A-Z][\w.’'-]* ){1,4}leaves")  # "Ann Sorel leaves": whom or what?
# Of these there are two sides, and a title that names neither tells nothing.
_SIDES = re.compile(
    r"(?:[^:]{2,40}: )?(?:(?:The|An?|Their|Two|First|Second) )?(?:(?:first|second|new|formal|peace|trade|diplomatic) )?"
    r"(?:talks?|negotiations|relations|contacts?|ties|treaty|deal|agreement|accord|sale) ",
    re.I,
)
_BETWEEN = re.compile(r"\b(?:between|with|of|against|on|for|by|over|about|among|from)\b")


def of_two_sides(title: str) -> bool:
    """Of "Talks begin in Graz", "Contact is lost", "Sale to a Chinese buyer": between whom, or of what?"""
    found = _SIDES.match(title)
    return found is not None and ":" not in found[0] and not _BETWEEN.search(title)


def do_so(subject: Token) -> bool:
    """Of "a first attempt to do so failed": to do what, the sentence before tells."""
    return any(t.lower_ == "do" and word_behind(t) in ("so", "it", "that") for t in subject.subtree)


def first_name(subject: Token, title: str) -> bool:
    """Of "his daughter Anna wrote": in a list of events, a first name alone is nobody's."""
    kin = (t for t in (subject, *subject.children) if t.lemma_.lower() in _KIN)
    owned = any(c.tag_ == "PRP$" for noun in kin for c in (*noun.children, *subject.children))
    first, _, rest = title.partition(" ")
    return owned and first in {subject.text, *(c.text for c in subject.children)} and not rest[:1].isupper()


def only_one(noun: Token) -> bool:
    """Of "The only debate, in the town hall.": the only one of what, a noun without a verb does not say."""
    return any(c.lower_ == "only" for c in noun.children)


def of_publication(verb: Token) -> bool:
    """Of "The Gazette, Leith, 3 May, updated 11:15": the line that says when a page was written."""
    if verb.lemma_.lower() not in ("update", "publish", "post", "print", "modify") or verb.i + 1 >= len(verb.doc):
        return False
    return bool(re.fullmatch(r"\d{1,2}[:.]\d\d", verb.nbor(1).text))
