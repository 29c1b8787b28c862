"""Clauses whose parts the parser put together wrongly, as English itself gives away: no whole title comes of them.

Each function names one way in which subject and verb cannot belong together as they were parsed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.clauses import Clause, noun_kinds
from generator.extract.lexicon import lexicon
from generator.extract.mended_objects import GIVES
from generator.extract.misparsed import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from generator.extract.referents import Referents

# A noun behind these belongs to them, and so is no subject of the verb behind it.
_WITHIN = frozenset({"of", "in", "at", "on", "by", "for", "from", "with", "into", "over", "under", "near", "between"})
_ALONE = frozenset({"set", "schedule", "fix", "plan", "promise"})


def torn(doc: Doc, made: Clause, who: Referents) -> bool:
    """Whether subject and verb of a clause cannot belong together."""
    if made.subject is None:
        return False
    subject, verb = doc[made.subject], doc[made.predicate]
    return (
        _parted(subject, verb)
        or _of_a_preposition(subject, verb)
        or _which_of_somebody(subject, verb, who)
        or _of_a_participle(verb)
        or _without_gap(verb)
    )


def _parted(subject: Token, verb: Token) -> bool:
    """Of "Battle of the bridge: 17 soldiers die": the battle, or of "were killed: Lopez, Mann": the names behind."""
    if subject.i > verb.i:
        return subject.dep_ == "nsubjpass" and subject.head.i == verb.i
    depth = 0
    for token in verb.doc[subject.i : verb.i]:
        depth += (token.text in ("(", "[")) - (token.text in (")", "]"))
        if token.text in (":", ";") and depth <= 0:  # else of an aside: "Norvale (Oslo: NVL) rose"
            return True
    return depth > 0  # "Norvale 97, Ostrava 95 (series tied)": the verb within the brackets has a noun there


def _without_gap(verb: Token) -> bool:
    """Of "a loan that the firm granted the club": the loan, which the parser no longer knows for what was granted.

    Of what is given two objects are told, so one of them stands before "that".
    """
    if verb.dep_ != "relcl" or verb.head.pos_ != "NOUN":
        return False
    that = any(c.dep_ in ("mark", "dobj") and c.lower_ in ("that", "which") for c in verb.lefts)
    return (
        that
        and verb.lemma_.lower() in GIVES
        and any(c.dep_ == "nsubj" for c in verb.lefts)
        and any(c.dep_ == "dobj" for c in verb.rights)
    )


def _of_a_preposition(subject: Token, verb: Token) -> bool:
    """Of "The body of a man missing since the flood was found": the flood, which hangs on "since"."""
    if subject.head.i != verb.i or subject.dep_ not in SUBJECTS or subject.left_edge.i <= verb.sent.start:
        return False
    before = subject.left_edge.nbor(-1)
    if before.dep_ == "mark" and before.head.i == verb.i:  # "since it was found": its own clause, or none left
        root = verb.sent.root
        return verb.dep_ == "advcl" and root.pos_ not in ("VERB", "AUX") and verb.i > root.i
    return before.lower_ in _WITHIN and before.dep_ == "prep" and before.head.i == subject.i - 1


def _which_of_somebody(subject: Token, verb: Token, who: Referents) -> bool:
    """Of "the report of Judge Sorel, which was published": the report, for nobody is a "which"."""
    if verb.dep_ != "relcl" or verb.head.i != subject.i:
        return False
    if not any(c.lower_ == "which" and c.dep_ in (*SUBJECTS, "dobj") for c in verb.children):
        return False
    number = who.at(subject)
    if number is not None and who.mentions[number].type == "place" and subject.tag_ == "NNP":
        helping = (c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass"))
        return any(word in ("were", "are", "have") for word in helping)  # "the meters from Norway, which were promised"
    return who.human(subject) if number is None else who.mentions[number].type == "person"


def _of_a_participle(verb: Token) -> bool:
    """Of "rose, a first attempt having failed, and reached orbit": it was not the attempt that reached it."""
    above = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or any(c.dep_ in SUBJECTS for c in verb.children):
        return False
    return any(c.lower_ in ("having", "being") and c.dep_ in ("aux", "auxpass") for c in above.children)


def for_its_day(verb: Token, first: int) -> bool:
    """Of "set the trial for June": the day of the trial, not of its being set. `first`: where the time begins."""
    if verb.lemma_.lower() not in _ALONE or any(c.dep_ == "auxpass" for c in verb.children):
        return False
    return verb.doc[first].lower_ == "for" and any(c.dep_ == "dobj" for c in verb.children)


def goes_on(verb: Token, value: str | None) -> bool:
    """Of "has run it since 2015": a state that goes on, of which nothing happened but that it began."""
    if value and value.startswith("../"):
        return True  # "until February, when they met": only how long something else had lasted
    if any(c.lower_ == "again" for c in verb.children):
        return False  # "trains have been running again since": then they resumed
    perfect = any(c.lower_ in ("has", "have", "had", "'s", "'ve") for c in verb.children if c.dep_ == "aux")
    since = any(c.dep_ == "prep" and c.lower_ == "since" for c in verb.children)
    state = since and verb.lemma_.lower() in lexicon().states  # "since May, when it was mended, it has worked"
    return perfect and (state or (bool(value) and str(value).endswith("/..")))


def within_speech(word: Token) -> bool:
    """Whether a word stands within quotation marks that hold a whole sentence or more: somebody speaks of others."""
    spoken: frozenset[int] | None = word.doc.user_data.get("spoken")
    if spoken is None:
        spoken = word.doc.user_data["spoken"] = _spoken(word.doc)
    return word.i in spoken


def _spoken(doc: Doc) -> frozenset[int]:
    """The tokens behind an open quotation mark of their line: of the whole text at once, for many claims ask."""
    found, inside = [], False
    for token in doc:
        if inside:
            found.append(token.i)
        if token.text in ("“", "”"):
            inside = token.text == "“"
        elif token.text == '"':
            inside = not inside
        inside = inside and "\n" not in token.text
    return frozenset(found)


def cut_series(subject: Token, kept: set[int]) -> bool:
    """Whether a title would keep of "the council and what is left of the party" only the council."""
    joined = [c for c in subject.children if c.dep_ == "cc" and c.lower_ in ("and", "&")]
    if not joined or noun_kinds(subject):
        return False
    return not any(i > joined[0].i for i in kept)


_CALENDAR = frozenset("quarter half year month week weekend day period semester trimester decade century".split())
_PASSES = frozenset({"begin", "start", "end", "close", "finish"})


def by_the_calendar(subject: Token, verb: Token) -> bool:
    """Of "the second quarter ends", not of "the offer period ends", which somebody set."""
    lemma = subject.lemma_.lower()
    of = any(c.dep_ == "prep" and c.lower_ == "of" for c in subject.children)  # "three days of mourning began"
    if (lemma == "period" and any(c.dep_ == "compound" for c in subject.children)) or (lemma == "day" and of):
        return False
    return lemma in _CALENDAR and verb.lemma_.lower() in _PASSES
