"""Dates that a sentence lends to another word than the one whose day they are.

"Withdrew him from next month's race" says when the race is, "asked for all data by Friday" when the data are wanted.
Neither is the day of the verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import dates
from generator.extract import anchors
from generator.extract.anchors import Anchored
from generator.extract.clauses import AWAITED

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Who does these takes part in what he does them in: "won Sunday's election", "died in Monday's crash".
_PART = frozenset(
    "win lose hold attend miss play finish beat defeat elect eliminate score vote kill die injure wound run contest "
    "enter "
    "survive take lead follow begin start open end close host join cast knock reach draw pull".split()
)
_WANTED = (
    frozenset("ask demand require urge want order tell give request invite need call seek promise pledge vow".split())
    | AWAITED
)
_PROMISES = frozenset("promise pledge vow want demand hope dream call programme program".split())
YEAR = 365  # days
_BEGINS = frozenset("begin start run open close ban bar suspend apply allow require extend raise cut lower".split())
_NOUN = frozenset({"poss", "nmod", "compound", "amod", "nummod", "npadvmod"})
_AS_ONE = frozenset({"notably", "especially", "particularly", "mainly", "mostly", "including", "usually", "often"})


def of_a_noun(doc: Doc, word: Token, best: Anchored, ahead: bool) -> bool:
    """Of "withdrew from next month's race", "left the 2021 edition without a champion": the noun's own time.

    `ahead`: whether it lies after the day of publication; then nobody took part in it yet.
    """
    root = doc[best.first : best.last].root
    noun = root.head
    if noun.lower_ == "of" and word.tag_ in ("VBZ", "VBP") and word.dep_ in ("ROOT", "conj", "ccomp"):
        paper = noun.head  # "The memorandum of 8 May 2022, on which the work rests, runs out in 2027"
        if paper.head.i == word.i and paper.dep_ == "nsubj" and noun.i == paper.i + 1:
            return True
    if root.dep_ not in _NOUN or noun.i == word.i or noun.pos_ not in ("NOUN", "PROPN") or best.last > noun.i:
        return False
    owning = best.last < len(doc) and doc[best.last].tag_ == "POS"
    fronted = best.first and doc[best.first - 1].tag_ == "IN" and doc[best.first - 1].dep_ == "prep"
    parted = any(t.dep_ == "det" or t.tag_ in ("PRP$", "DT") for t in doc[best.last : noun.i])
    if not owning and (fronted or parted):
        return False  # "On 12 May a patrol …", "last week the firm …": the parser's habit
    past = word.tag_ in ("VBD", "VBN")
    return (ahead and past) or not (word.lemma_.lower() in _PART and _takes_part(noun, word))


def of_the_next(doc: Doc, word: Token, time_first: int, best: Anchored) -> bool:
    """Of "was launched after a first try, on 11 March, had been called off": the day is that of the verb behind it."""
    if word.i > time_first or best.last + 1 >= len(doc) or time_first < 1:
        return False
    if doc[time_first - 1].lower_ in ("and", "but"):
        return doc[best.last].tag_ in _SUBJECTS_BEGIN  # "has asked for one, and on Thursday the court named him"
    fenced = doc[time_first - 1].text == "," and doc[best.last].text == ","
    behind = doc[best.last + 1]
    if behind.tag_ == word.tag_ == "VBD" and behind.pos_ == "VERB" and behind.dep_ == "conj" and behind.head == word:
        return False  # "made landfall near Osk, at night on 3 May, crossed the gulf and hit Tarn": one after the other
    return fenced and (behind.tag_ == "VBD" or (behind.pos_ == "AUX" and behind.tag_ in ("VBD", "VBZ", "VBP", "MD")))


# With one of these a clause begins that has a subject of its own, or a verb.
_SUBJECTS_BEGIN = frozenset({"DT", "PRP", "PRP$", "NNP", "NNPS", "NN", "NNS", "CD", "VBD", "MD"})


def half(doc: Doc, time_first: int, best: Anchored) -> bool:
    """Of "logged between January and May": one end of a stretch that was not read as one."""
    value = anchors.edtf(best.time) or ""
    between = {doc[k].lower_ for k in (time_first, max(0, best.first - 1))}
    return "between" in between and "/" not in value


def _takes_part(noun: Token, word: Token) -> bool:
    """Whether a happening is what a verb is done in, or done to: its object, or behind "in", "at", "from"."""
    above = noun.head
    for _ in range(3):
        if above.i == word.i:
            return True
        if above.dep_ in ("appos", "relcl", "acl", "conj") or above.head is above:
            return False
        above = above.head
    return False


def deadline(doc: Doc, word: Token, time_first: int, best: Anchored, ahead: bool) -> bool:
    """Of "asked for all data by Friday", "results are expected by Friday": until when it is wanted."""
    if doc[time_first].lower_ != "by" or best.last <= time_first:
        return False
    value = anchors.edtf(best.time)
    if ahead and value:
        promised = any(c.lemma_.lower() in _PROMISES for c in (*word.sent, word))
        if promised and dates.parse(value).days >= YEAR:
            return True  # "will be asphalted by 2026, he promised"
        if "end" in {t.lower_ for t in doc[time_first : best.last]}:
            return True  # "the posts will go by the end of 2026": bit by bit, until then
    done = any(c.dep_ == "aux" and c.lemma_ == "have" for c in word.children)  # "had set up a fund by March"
    told = any(t.text in '"“' for t in doc[word.i + 1 : time_first])  # "had asked for “a full report by Friday”"
    return word.lemma_.lower() in _WANTED and (told or not done)


_A_PART = frozenset("most some half many few several one two three all none".split())
_RANKS = frozenset("last first latest second third final earliest rest others remainder".split())
REACH = 6  # tokens


def of_a_part(doc: Doc, time_first: int) -> bool:
    """Of "20 bodies were found, the last three on Sunday", "paid 3 million, most of it on 3 May": not all."""
    for k in range(time_first - 1, max(time_first - REACH, doc[time_first].sent.start) - 1, -1):
        if doc[k].pos_ in ("VERB", "AUX"):
            return False
        if doc[k].text == ",":
            first, second = doc[k + 1], doc[min(k + 2, time_first)].lower_
            return first.i < time_first and (first.lower_ in _A_PART or (first.lower_ == "the" and second in _RANKS))
    return False


def vague(best: Anchored) -> bool:
    """Of "by then": a time that another sentence gives."""
    return best.time.text.lower() in ("then", "by then", "that time", "the time")


def example(doc: Doc, time_first: int) -> bool:
    """Of "have caused outbreaks before, notably in the 1960s": one time of several."""
    return any(t.lower_ in _AS_ONE for t in doc[max(0, time_first - 2) : time_first])


def began_a_state(doc: Doc, word: Token, time_first: int, best: Anchored) -> bool:
    """Of "had worked for the team from 2016": a state, of which only its beginning has a date."""
    if word.lemma_.lower() in _BEGINS:
        return False
    whole = "/" in (best.time.date or "")  # "from 2016 to 2020"; of "from 2016 until it folded" only half is known
    return doc[time_first].lower_ == "from" and not whole


def behind_colon(doc: Doc, word: Token, first: int) -> bool:
    """Of "delivered every number, with one gap: from 6 to 10 May they were missing": when they were missing.

    `first`: the first token of the time with its preposition. What dates the verb before a colon has no verb behind it.
    """
    if word.pos_ != "VERB" or first - 1 <= word.i or doc[first - 1].text != ":":
        return False
    behind = doc[first : word.sent.end]
    return any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in behind)
