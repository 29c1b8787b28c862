"""Which of the people of a text "he" or "she" can mean, and which certainly not: by what is told of them and near."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator import personal_names
from generator.extract.clauses import noun_kinds
from generator.extract.misparsed import SUBJECTS
from generator.extract.tokens import text_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from generator.extract.referents import Referents


def can_be(who: Referents, i: int, sex: str) -> bool:
    """Whether "he" or "she" can be somebody: by what the text tells, else by the given name."""
    if not sex:
        return True
    known, other = who.sexes.get(who.key(i)), {"m": "f", "f": "m"}[sex]
    named, own = who.full.get(who.key(i), ()), who.mentions[i].text
    if known and known["m"] + known["f"] and len(named) < 2:
        return known[other] <= known[sex]  # of two of one surname the text's pronouns tell nothing
    return {personal_names.sex_of(name.split()[0]) for name in (named if " " not in own else [own])} != {other}


def another_fits(who: Referents, token: Token, sex: str, acting: Sequence[int]) -> bool:
    """Whether two people whom a text has just named can be "he": then it is not known which of them is."""
    sentence = token.sent
    begin = who.doc[sentence.start - 1].sent.start_char if sentence.start and not acting else sentence.start_char
    near = [i for i in who.within(begin, token.idx) if who.mentions[i].type == "person" and not _credited(who, i)]
    near += [who.person] if who.person is not None and not acting else []
    return len({who.key(i) for i in near if can_be(who, i, sex)}) > 1


def of_somebody(who: Referents, token: Token) -> bool:
    """Of "Leo Mann, the manager of those days, left the company": which one he was of, the paragraph does not say.

    The only firm that a text calls a company, or that acted last, need not be that person's.
    """
    begin = text_of(who.doc).rfind("\n\n", 0, token.idx) + 1
    if token.dep_ in SUBJECTS or any(who.mentions[i].type == "organization" for i in who.within(begin, token.idx)):
        return False
    acting = (c for t in token.ancestors for c in t.children if c.dep_ in SUBJECTS)
    number = who.at(next(acting, token))
    return number is not None and who.mentions[number].type == "person"


def of_another(who: Referents, noun: Token, about: str) -> bool:
    """Of "the flights, which the state had paid for", "a school that the foundation builds": whose it is, is told.

    Then it is not that of the body `about`, of which the text speaks most.
    """
    for verb in (t for t in noun.subtree if t.dep_ == "relcl"):
        for acting in (c for c in verb.children if c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP", "PRP")):
            number = who.at(acting)
            if number is None or who.mentions[number].text != about:
                return True
    return False


_ACCORDING = re.compile(r"according to (?:\w+ ){0,3}$", re.I)


def _credited(who: Referents, i: int) -> bool:
    """Of "according to Berg": who only vouches for what is told of another."""
    start = who.mentions[i].start
    return bool(_ACCORDING.search(text_of(who.doc)[max(0, start - 48) : start]))


def ahead(who: Referents, token: Token) -> int | None:
    """Of "Before the end of his term, Leo Mann …": Leo Mann, who acts behind the comma."""
    root = token.sent.root
    subject = next((c for c in root.children if c.dep_ in SUBJECTS), None)
    if token.tag_ != "PRP$" or subject is None or subject.left_edge.i <= token.i:
        return None
    fronted = next((t for t in (token, *token.ancestors) if t.head.i == root.i), token)
    found = who.at(subject)
    if fronted.dep_ not in ("prep", "advcl", "npadvmod") or found is None:
        return None
    return found if who.mentions[found].type == "person" else None


def acts(who: Referents, i: int) -> bool:
    """Whether a mention is a subject, or stands in apposition to one."""
    span = who.doc.char_span(who.mentions[i].start, who.mentions[i].end, alignment_mode="expand")
    root = span.root if span is not None and len(span) else None
    if root is not None and root.dep_ == "appos":
        root = root.head
    return root is not None and root.dep_ in SUBJECTS


# What a firm, a court or an agency does, and no product, ship or place of its.
_BODIES_DO = frozenset(
    "patent sue announce sign buy acquire publish found hire dismiss sack pay own sell agree file order employ licence "
    "license merge appeal invest borrow lend sentence convict acquit fine rule adjourn reject uphold quash".split()
)


def of_bodies(it: Token) -> bool:
    """Whether "it" does what only bodies do: "the valve it patented"."""
    return it.dep_ == "nsubj" and it.head.lemma_.lower() in _BODIES_DO


# What is done to a happening, and to no body: "it was held", "it was put off".
_DONE = frozenset({"hold", "postpone", "adjourn", "reschedule"})


# What is held and put off, besides what the tables of kinds know.
_EVENTS = frozenset(
    "recount count inspection auction audit review survey exhumation autopsy drill reburial ballot tasting".split()
)


def happens(it: Token) -> bool:
    """Of "it took place", "it happened", "it was held": a happening is meant, and nobody who acts."""
    verb = it.head
    if it.dep_ not in SUBJECTS:
        return False
    if verb.lemma_.lower() == "take":
        return any(c.lower_ == "place" for c in verb.children)
    held = verb.lemma_.lower() in _DONE and any(c.dep_ == "auxpass" for c in verb.children)
    return held or verb.lemma_.lower() in ("happen", "occur", "last")


def acting_before(it: Token) -> list[Token]:
    """The nouns that act before a pronoun in its sentence: those of main clauses, where there are any."""
    own = [t for t in it.doc[it.sent.start : it.i] if t.dep_ in SUBJECTS and t.pos_ != "PRON"]
    return [t for t in own if t.head.dep_ not in ("relcl", "acl", "advcl")] or own


def surely(who: Referents, it: Token) -> Token | None:
    """What "it" goes on with, where neither the names nor the things beside it can be meant."""
    told = _before_semicolon(it) or _panel(it) or _draft(it)
    return None if told is None or who.human(told) or who.at(told) is not None else told


def _before_semicolon(it: Token) -> Token | None:
    """Of "The deck was to come down in May; it was blown up in June": the deck, where no other thing is told of."""
    first = next((t for t in it.sent if t.dep_ == "parataxis" and t.i < it.i), None)
    if first is None or it.dep_ not in SUBJECTS or it.head.i != first.head.i:
        return None
    subject = next((c for c in first.children if c.dep_ in SUBJECTS), None)
    if subject is None or subject.tag_ != ("NN" if it.lower_ == "it" else "NNS"):
        return None
    return None if any(c.dep_ in ("dobj", "attr") for c in first.children) else subject


_PANELS = frozenset({"panel", "jury", "chamber", "court", "tribunal", "bench", "committee", "commission"})


def _panel(it: Token) -> Token | None:
    """Of "The new panel heard the case. On 3 May it acquitted him": the panel, for no case acquits anybody."""
    begin = it.sent.start
    alone = not any(t.dep_ in SUBJECTS for t in it.doc[begin : it.i])
    if not begin or not alone or it.lower_ != "it" or not of_bodies(it):
        return None
    before = it.doc[begin - 1].sent
    subject = next((c for c in before.root.children if c.dep_ == "nsubj"), None)
    return subject if subject is not None and subject.tag_ == "NN" and subject.lemma_.lower() in _PANELS else None


def told_in(sentence: Span, it: Token) -> Token | None:
    """What the next sentence goes on with as "it" or "they": the subject, of "it took place" the only happening.

    "The court ordered a recount. It took place in May": the recount.
    """
    if not happens(it):
        return next((c for c in sentence.root.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    told = [t for t in sentence if t.tag_ == "NN" and (noun_kinds(t) or t.lemma_ in _EVENTS)]
    told = [t for t in told if t.dep_ not in ("compound", "appos")]
    return told[0] if len(told) == 1 else None


def described(who: Referents, token: Token) -> frozenset[int]:
    """Of "Ann Sorel, a banker whom he hired": Ann Sorel, who is not the one who hired her.

    In a clause with a subject of its own, and where a pronoun is its object, what the clause describes is another.
    """
    clause = token.head
    if clause.dep_ != "relcl" or token.tag_ == "PRP$":
        return frozenset()
    relative = any(t.tag_ in ("WP", "WDT") and t.dep_ in ("dobj", "pobj", "dative") for t in clause.subtree)
    if token.dep_ in SUBJECTS and not relative:
        return frozenset()
    noun = clause.head
    heads = [noun, *(c for c in noun.children if c.dep_ == "appos")]
    heads += [noun.head] if noun.dep_ == "appos" else []
    heads += [c for c in noun.head.children if c.dep_ in SUBJECTS] if noun.dep_ == "attr" else []
    return frozenset(i for t in heads if (i := who.at(t)) is not None)


def declared(token: Token) -> Token | None:
    """Of "named Radek, the faction that declared it had joined them": the faction, which "it" is in its own words."""
    verb = token.head
    above = verb.head
    if token.dep_ not in SUBJECTS or verb.dep_ != "ccomp" or above.dep_ != "relcl" or token.i < above.i:
        return None
    speaks = any(c.dep_ in SUBJECTS and c.tag_ in ("WDT", "WP") for c in above.children)
    return above.head if speaks else None


def named(who: Referents, noun: Token) -> int | None:
    """The name of a noun: its own, or that to which it stands in apposition."""
    found = who.at(noun)
    return found if found is not None or noun.dep_ != "appos" else who.at(noun.head)


# What somebody reads, of which the next sentence goes on with "it": "obtained the report. It recommends new girders."
_PAPERS = frozenset(
    "report letter study document copy memo statement note text book article paper list plan draft contract treaty "
    "bill law ruling judgment verdict survey poll website film leaflet".split()
)


def of_a_paper(token: Token) -> bool:
    """Whether "it" can mean what the sentence before read, wrote or signed rather than who did."""
    begin = token.sent.start
    if token.tag_ == "PRP$" or token.dep_ not in SUBJECTS or not begin:
        return False
    before = token.doc[begin - 1].sent
    own = [t for t in token.doc[begin : token.i] if t.dep_ in SUBJECTS]
    read = (t for t in before if t.lemma_.lower() in _PAPERS and t.tag_ == "NN" and t.dep_ in ("dobj", "attr"))
    return not own and any(t.head.i == before.root.i for t in read)


def of_that_age(who: Referents, token: Token, found: int | None) -> int | None:
    """Of "The 24-year-old": whoever the text says to be 24, else `found`, where it names nobody more often.

    Who acted last is often somebody else: his trainer, the president of his club.
    """
    age = re.search(r"\d{2}", who.doc[token.left_edge.i : token.i + 1].text)
    people = [i for i, m in enumerate(who.mentions) if m.type == "person"]
    text = text_of(token.doc)
    told = [i for i in people if age is not None and text.startswith(f", {age[0]}", who.mentions[i].end)]
    if told:
        return told[0] if len({who.key(i) for i in told}) == 1 else None
    named = Counter(who.key(i) for i in people)
    return found if found is not None and named[who.key(found)] == max(named.values()) else None


# What befalls only what is written: a body does not come into force, nor is it tabled.
_BEFALLS_PAPERS = frozenset("table publish enact gazette repeal ratify print promulgate annotate redraft".split())
_WHERE_BILLS_GO = frozenset("parliament senate congress cabinet committee assembly house referendum vote print".split())
_COMES = {"come": ("force", "effect", "law"), "enter": ("force", "effect"), "take": ("effect",), "become": ("law",)}
_GOES = frozenset({"go", "come", "return", "put", "pass", "submit", "send", "bring"})


def written(token: Token) -> bool:
    """Whether "it" does what only a bill, a rule or a report does: "It is due to go to parliament in May"."""
    verb = token.head
    while (down := next((c for c in verb.children if c.dep_ == "xcomp"), None)) is not None or verb.lemma_ == "be":
        due = next((c for c in verb.children if c.dep_ in ("acomp", "oprd")), None) if down is None else None
        down = down or (due and next((c for c in due.children if c.dep_ == "xcomp"), None))
        if down is None or down.i <= verb.i:
            break
        verb = down
    if token.dep_ not in SUBJECTS:
        return False
    lemma = verb.lemma_.lower()
    if verb.tag_ == "VBN" and lemma in _BEFALLS_PAPERS and any(c.dep_ == "auxpass" for c in verb.children):
        return True
    behind = {
        n.lower_: c for c in verb.children if c.dep_ in ("prep", "dobj", "attr")
        for n in ((c,) if c.dep_ != "prep" else tuple(c.children))
    }  # fmt: skip
    if lemma == "vote":
        return verb.tag_ == "VBN" and any(c.lower_ in ("on", "upon") for c in verb.children)
    if any(word in behind for word in _COMES.get(lemma, ())):
        return True
    return lemma in _GOES and any(
        c.dep_ == "prep" and c.lower_ in ("to", "before", "through") for n, c in behind.items() if n in _WHERE_BILLS_GO
    )


_DRAFTS = _PAPERS | frozenset(
    "amendment act regulation motion resolution code directive decree rule budget ban".split()
)


def _draft(it: Token) -> Token | None:
    """Of "The ministry prepares an amendment. It is due to go to parliament in May": the one paper told of before."""
    begin = it.sent.start
    if not begin or it.lower_ != "it" or not written(it) or "\n" in it.doc[begin - 1].text_with_ws:
        return None
    before = it.doc[begin - 1].sent
    main = (t for c in before.root.children if c.dep_ in (*SUBJECTS, "dobj") for t in (c, *c.conjuncts))
    told = [t for t in main if t.tag_ == "NN" and t.lemma_.lower() in _DRAFTS]
    return told[0] if len(told) == 1 else None
