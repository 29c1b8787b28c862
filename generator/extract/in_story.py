"""Titles that are clear to whoever knows the story: "The Commission opens an in-depth inquiry", "The founder is freed".

Among the events of a briefing on one story such a title says enough, though in a list of all news nobody would know
which commission is meant (`resolve.story` finds out whether a briefing is of one story). No name in it proves that its
words were understood, however; so its clause must be whole and plain. Each rule names one way in which it is not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.extract.clauses import COURSE
from generator.extract.misparsed import SUBJECTS
from generator.extract.relatives import relative_object

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from spacy.tokens import Token

    from generator.extract.finished import Finished
    from generator.extract.gate import Reason

FEWEST = 4  # words
PLAIN = 3  # words behind a name
BARE = 5  # words of "A report is published", which says not even within its story on what
# Of "the police take the owner off", "contradict one another": the end of it went.
_CUT = re.compile(r" (?:one|each|another|off|up|out|in|on|over|down|away|back|through|along|forward)$")
_PARTICLE = re.compile(r"^(?:off|up|out|in|on|over|down|away|back|through|along|forward)$")
_WISHED = re.compile(r"\b(?:hopes?|wants?|wish(?:es)?|plans?|tr(?:y|ies)|seeks?|intends?|aims?|expects?|needs?) to\b")
# "The defence commissions her report": whose? "Half of the staff leave over the following two years": another time.
_OWNED = re.compile(r"\b(?:his|her|my|our|your|own|himself|herself|itself|themselves|following|both)\b", re.I)
_ITS = re.compile(r"\b(?:its|their)\b")
# Of "the bank the country's largest fails", "Leo Mann, for the group sign": a clause between commas stands half in it.
_TORN = re.compile(r"\bof what (?:is|was)\b|^The \w+ (?:the|an?) |, (?:for|of|in|at|with|who|which) [^,]+$")
# "The remaining 24 are sold": 24 of what? "Elections to be promised": they are promised by now, and to be held.
_OF_WHAT_NUMBER = re.compile(r"^(?:The |Some |About )?(?:[a-z]+ )?\d[\d,.]* (?:is|are|was|were|to)\b")
_TO_BE_PROMISED = re.compile(r" to be promised\b")
_INDEFINITE = re.compile(r"^(?:An? |One |(?=[A-Z][a-z]+ (?:is|are|was|were|to) ))")
# These have one form in the present and the past, and as a participle: "cut up at Oslo" is what was done to it.
_ONE_FORM = frozenset({"cut", "put", "set", "shut", "hit", "split", "let", "cast", "shed", "quit", "beat"})
_IS = re.compile(r" (?:is|are) ")
_FELT = frozenset(
    "regret welcome condemn remember mark recall mourn deplore praise criticise criticize celebrate".split()
)
_LED = frozenset({"have", "force", "allow"})  # "was allowed to rise", "had to be closed": it was so
# Without an object they say something; of "the two sides initial", "an inquiry finds" it was left out.
ALONE = COURSE | frozenset(
    "arrive leave depart fall rise drop resign retire return collapse burst break burn sink crash explode spread die "
    "drown meet vote win lose fail succeed close open reopen appear disappear vanish escape flee land dock sail crack "
    "surrender withdraw strike march walk speak testify plead appeal apply grow shrink change move slip slide "
    "leak stop erupt peak recover emerge gather act agree settle expire lapse elapse run go come".split()
)


# Reasons for which a title wants no more than the name of its story, though elsewhere it could not open an event.
_OF_WHAT = frozenset({"bare"})


def opens(finished: Finished, against: Sequence[Reason]) -> bool:
    """Whether a claim can open an event among others of its story; `against`: the reasons that hold of it."""
    if not against or any(reason.weight != "story" for reason in against) or _in_passing(finished):
        return False
    return whole(finished.verb, finished.subject, finished.title, finished.time_first, planned=finished.planned)


def headed(finished: Finished, against: Sequence[Reason]) -> bool:
    """Whether it can open one under the name of its story, where nothing else is told of its day."""
    if not against or any(reason.weight != "story" and reason.name not in _OF_WHAT for reason in against):
        return False
    return not _in_passing(finished) and plain(finished.verb, finished.subject, finished.title, finished.time_first)


def _in_passing(f: Finished) -> bool:
    """Of "the flood that struck the village in July": said of what was told before."""
    return f.leaning and f.word.dep_ in ("relcl", "acl")


def whole(
    verb: Token | None, subject: Token | None, title: str | None, time_first: int | None, *, planned: bool
) -> bool:
    """Whether a title is a whole plain clause that a reader of its story understands.

    `time_first`: the first token of the time that dates it, with its preposition.
    """
    if verb is None or subject is None or title is None or not _says_enough(title):
        return False
    if verb.lemma_.lower() in _FELT and verb.tag_ != "VBD":
        return False  # "regrets the strike of 3 May": the day is that of the strike
    if _whose(verb) or _pair_of(verb, subject) or _object_of(subject, verb):
        return False
    led = verb.head.lemma_.lower() in _LED and verb.head.tag_ in ("VBD", "VBN")
    if not planned and not led and any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.lefts):
        return False  # "to resume work in the autumn", taken for what was done
    if time_first is not None and _of_another(verb, subject, time_first):
        return False
    if _left_behind(verb, title):
        return False
    return _passive(verb) or _complete(verb, title)


def plain(verb: Token | None, subject: Token | None, title: str | None, time_first: int | None) -> bool:
    """Whether only a name before it is missing for a title to be read alone: "The ban ends", "A report is published".

    Also of "an earth tremor recorded on 13 June", where the participle is that of the noun right before it.
    """
    if verb is None or subject is None or title is None or not _says_enough(title, PLAIN, bare=True):
        return False
    if verb.lemma_.lower() in _FELT | _ONE_FORM or _whose(verb) or _pair_of(verb, subject) or _object_of(subject, verb):
        return False
    if time_first is not None and _of_another(verb, subject, time_first):
        return False
    if _left_behind(verb, title):
        return False
    if verb.dep_ == "acl":
        return verb.tag_ == "VBN" and subject.dep_ != "pobj" and _IS.search(title) is not None
    return _passive(verb) or _complete(verb, title)


def _says_enough(title: str, fewest: int = FEWEST, *, bare: bool = False) -> bool:
    """Whether no word of a title points out of it; `bare`: whether it may leave open on what "A report" is."""
    words = title.split()
    says_not = not bare and len(words) < BARE and _INDEFINITE.match(title) is not None
    owned = _ITS.search(title)
    first_owned = owned is not None and " " not in title[: owned.start()].strip()
    torn = any(p.search(title) for p in (_OWNED, _WISHED, _TORN, _OF_WHAT_NUMBER, _TO_BE_PROMISED))
    return len(words) >= fewest and not says_not and not torn and not first_owned


def _of_another(verb: Token, subject: Token, time_first: int) -> bool:
    """Whether the time is of the subject alone, of what was done "so far", or of an earlier sentence of an entry."""
    time = verb.doc[time_first]
    if time.i < verb.sent.start:  # the head of an entry: the sentence behind it tells of its day
        between = verb.doc[time.i : verb.sent.start]
        if any(t.sent.start not in (time.sent.start, verb.sent.start) or t.text == "." for t in between[1:-1]):
            return True
    if time.lower_ == "the" and time.i + 1 < len(verb.doc) and verb.doc[time.i + 1].like_num and time.i < subject.i:
        return True  # "The 30 October Committee"
    so_far = any(t.lower_ == "far" and t.i and t.nbor(-1).lower_ == "so" for t in verb.sent)
    now = any(t.lower_ in ("now", "date") and t.i and t.nbor(-1).lower_ == "to" for t in verb.sent)
    perfect = any(c.dep_ == "aux" and c.lower_ in ("has", "have") for c in verb.children)
    return (perfect and (so_far or now)) or _within(subject, time)


def _object_of(subject: Token, verb: Token) -> bool:
    """Of "the trial of men accused of fixing prices opened": what was fixed did not open."""
    before = subject.left_edge.i - 1
    return before > verb.sent.start and verb.doc[before].tag_ == "VBG" and verb.doc[before].pos_ == "VERB"


def _left_behind(verb: Token, title: str) -> bool:
    """Of "brought the boss in for the first time", "had cut it off": a particle that the title lost."""
    words = {w.strip(",.;:").lower() for w in title.split()}
    if " take place" in title:
        return False  # "is set down for May"
    loose = (c for c in verb.rights if c.dep_ in ("prt", "prep", "advmod") and _PARTICLE.match(c.lower_))
    return any(not any(True for _ in c.children) and c.lower_ not in words for c in loose)


def _passive(verb: Token) -> bool:
    return any(c.dep_ == "auxpass" for c in verb.children)


def _whose(verb: Token) -> bool:
    """Of "Lind, whose grandfather named the town in 1931": said of somebody in passing."""
    return verb.dep_ == "relcl" and any(t.lower_ == "whose" for t in verb.lefts for t in t.subtree)


def _pair_of(verb: Token, subject: Token) -> bool:
    """Of "one lawsuit and one ruling, handed down on 9 November": only the last of them was."""
    return verb.dep_ in ("acl", "relcl") and any(c.dep_ == "conj" for c in (*subject.children, *subject.head.children))


def _within(subject: Token, time: Token) -> bool:
    """Of "the bank, its largest at the start of 2018, failed", "the 30 October Committee": the time is of the noun."""
    if time.i < subject.i:
        return any(c.dep_ in ("compound", "amod", "nummod", "nmod") and time in c.subtree for c in subject.lefts)
    above = [time, *time.ancestors]
    return any(t.dep_ == "appos" and t.is_ancestor(time) and subject.is_ancestor(t) for t in above)


def _complete(verb: Token, title: str) -> bool:
    """Whether an active verb has all that it needs behind it in the title."""
    bare = not any(c.dep_ == "dobj" for c in verb.rights)
    if verb.dep_ == "acl" or (verb.lemma_.lower() in _ONE_FORM and (bare or verb.dep_ == "relcl")):
        return False  # a participle without "is": that it was done by the noun, only the title says
    if (thing := relative_object(verb)) is not None:
        return thing.lower_ in {w.strip(",.;:").lower() for w in title.split()}
    behind = _kept_behind(verb, title)
    if verb.lemma_.lower() == "make" and not any(c.dep_ == "dobj" for c in behind):
        return False  # "the decision makes public": it was made so
    if any(c.dep_ in ("dobj", "ccomp", "xcomp", "attr", "oprd", "acomp", "dative") for c in behind):
        return not (_CUT.search(title) and not _particle_last(verb, title))
    lemma = verb.lemma_.lower()
    if lemma in ALONE:
        return True
    return any(c.dep_ in ("prep", "advmod", "prt", "npadvmod") for c in behind) and not _CUT.search(title)


def _kept_behind(verb: Token, title: str) -> list[Token]:
    words: Collection[str] = {w.strip(",.;:").lower() for w in title.split()}
    return [c for c in verb.rights if any(t.lower_ in words for t in c.subtree) and c.dep_ not in SUBJECTS]


def _particle_last(verb: Token, title: str) -> bool:
    """Whether a title ends with its verb's own particle: "turns the offer down"."""
    last = title.rpartition(" ")[2]
    return any(c.dep_ == "prt" and c.lower_ == last for c in verb.rights) and bool(_PARTICLE.match(last))
