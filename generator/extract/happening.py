"""Whether a clause tells a happening, and of which kind; whether it is planned, or only possible."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.extract.announcing import announced, demanded, found
from generator.extract.clauses import AWAITED, counted_first
from generator.extract.lexicon import lexicon
from generator.extract.misparsed import SUBJECTS, inserted, with_to
from generator.extract.tensed import future_in_past, in_court, not_until, on_condition, to_prison
from generator.extract.tokens import text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_LED = frozenset({"have", "force", "allow"})
_OF_TIME = frozenset({"after", "before", "since", "as", "because", "when", "while", "until", "where"})
_CONDITION = frozenset({"if", "whether", "unless", "until", "though", "lest"})


_NONE = frozenset(
    {"no", "neither", "none", "nobody", "nothing", "nor", "no-one", "nowhere", "never", "hardly", "scarcely"}
)


def denied(verb: Token) -> bool:
    """Whether a clause says that something did not happen: by its verb, subject, object or what it opens with.

    "Neither minister signed", "No officer has come", "Not a single vote was cast", "None of them was hurt".
    """
    if any(c.dep_ == "neg" or c.lower_ in ("never", "neither", "nor") for c in verb.children):
        return not not_until(verb)
    parts = [c for c in verb.children if c.dep_ in SUBJECTS | {"dobj", "attr", "agent", "oprd"}]
    if not any(c.dep_ in SUBJECTS for c in verb.children) and verb.dep_ in ("conj", "xcomp") and verb.head is not verb:
        parts += [c for c in verb.head.children if c.dep_ in SUBJECTS]
        if verb.dep_ == "xcomp" and any(c.dep_ == "neg" for c in verb.head.children):
            return True
    if verb.dep_ in ("relcl", "acl") and verb.head.pos_ in ("NOUN", "PRON"):
        parts.append(verb.head)
    parts += [d for c in parts for d in c.children if c.dep_ == "agent"]
    return any(_negated(part) for part in parts) or _untrue(verb)


def _negated(noun: Token) -> bool:
    """Of "no officer", "none of them", "not a single vote", "hardly any shops", "no one"."""
    if _numbered(noun):
        return False
    if noun.lower_ in _NONE:
        return True
    for child in noun.lefts:
        if child.lower_ in _NONE and not _numbered(child):
            return True
        if child.dep_ == "neg" or child.lower_ == "not":
            return not any(c.dep_ in ("conj", "cc") for c in noun.children)  # "not the mayor but the council" acted
        if child.lower_ in ("any", "one") and any(c.lower_ in _NONE for c in child.children):
            return True
    return False


def _numbered(token: Token) -> bool:
    """Of "Silo No. 4", in one token or in two."""
    behind = token.doc[token.i + 1 : token.i + 3]
    return token.lower_ in ("no", "no.") and any(t.like_num for t in behind) and token.text[0] == "N"


_DENYING = frozenset({"deny", "doubt", "dispute", "reject", "rebut", "refute"})


# "It is not correct, as was printed, that the chairman met …", "The story that she had paid is false": in these the
# parser often takes the wrong verb for the chief one, so the words are looked at themselves.
_FALSE = re.compile(
    r"\b(?:not|never|n['’]t) (?:at all |entirely |quite )?(?:correct|true|accurate|right|the case)\b"
    r"|\b(?:untrue|incorrect|wrong|nonsense|a lie)\b|\bno (?:truth|basis|evidence|proof|sign|indication)\b"
    r"|\bcontrary to (?:reports|rumou?rs|claims|what)\b",
    re.I,
)
_WITHIN = 160  # characters before the verb in which the denial stands


def _untrue(verb: Token) -> bool:
    """Of "denied that it had paid", "did not say that it would", "there is no sign that it burst"."""
    before = text_of(verb.doc)[max(verb.sent.start_char, verb.idx - _WITHIN) : verb.idx]
    if (found := _FALSE.search(before)) and re.search(r"\bthat\b", before[found.end() :]):
        return True
    if verb.dep_ == "ccomp":
        above = verb.head
        if above.pos_ in ("VERB", "AUX") and says_what(verb) and verb.i > above.i:
            return above.lemma_.lower() in _DENYING or any(c.dep_ == "neg" for c in above.children)
        return False
    if verb.dep_ == "acl" and any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children):
        return _negated(verb.head)
    return False


def tells(verb: Token, kinds: tuple[str, ...], *, dated: bool) -> bool:
    """Whether a verb tells a happening: not denied, not conditional, not only possible, no saying, state or habit."""
    words, lemma = lexicon(), verb.lemma_.lower()
    if denied(verb) or (_conditional(verb) and not (dated and _ended(verb))):
        return False
    if on_condition(verb) and planned(verb):
        return False
    if lemma in ("expect", "hope", "fear", "want") and not any(c.dep_ == "auxpass" for c in verb.children):
        return False
    if lemma == "be" and not dated and any(c.dep_ == "nsubj" and c.pos_ in ("NOUN", "PROPN") for c in verb.children):
        return False  # "the war was an armed conflict": what something is, and not what happened
    if lemma == "be" and any(_due_to(c) for c in verb.children):
        return False  # "the delay was due to a bearing": why it was
    if verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.lower_ in ("was", "were") for c in verb.children):
        return False  # "was still drawing plans": the background, before which something happens
    if any(c.dep_ == "aux" and c.lemma_.lower() in words.doubtful_modals for c in verb.children):
        asked = lemma in words.reporting and not (formal(verb) or of_a_thing(verb))  # "would be asking why"
        return dated and not asked and future_in_past(verb)
    if awaited(verb):
        return dated and not _still_more(verb)
    treated = lemma in ("admit", "hear") and any(c.dep_ == "auxpass" for c in verb.children)  # "admitted to hospital"
    if dated and lemma in words.with_object and of_a_thing(verb):
        return True
    if (
        not treated
        and lemma in words.reporting
        and not (kinds and lemma not in ("say", "tell", "add", "note", "report"))
    ):
        return formal(verb) and dated
    if lemma in _LASTS or _only_described(verb) or _of_any(verb):
        return False
    if lemma == "appear" and in_court(verb):
        return dated
    if lemma in words.states:
        return bool(kinds) or (dated and lemma in words.dated_states and _eventive(verb))
    if verb.tag_ in ("VBZ", "VBP") and not kinds and not dated:
        return False
    return _eventive(verb) or bool(kinds)


def _due_to(word: Token) -> bool:
    """Of "due to a bearing"; "due to sail on Friday" is a plan."""
    behind = (c for c in word.rights if c.lower_ == "to")
    return word.lower_ == "due" and any(d.dep_ == "pobj" for c in behind for d in c.children)


# What is so for a while, whatever its subject names: "a launch in March needs a free range", "a ton cost 40 euros".
_LASTS = frozenset(
    {"need", "cost", "weigh", "measure", "own", "want", "belong", "contain", "consist", "depend", "seem"}
)
_DESCRIBED = frozenset({"list", "know", "describe", "regard", "book", "class", "record", "carry", "count"})


def _of_any(verb: Token) -> bool:
    """Of "these are boats that work in the ice in January": what things of a sort do, and none of them did."""
    thing = verb.head
    if verb.dep_ != "relcl" or verb.tag_ not in ("VBP", "VBZ") or thing.tag_ != "NNS" or thing.dep_ != "attr":
        return False
    return not any(c.dep_ in ("det", "poss", "nummod", "aux") for c in (*thing.children, *verb.children))


def _only_described(verb: Token) -> bool:
    """Of "the 40 million listed as cash", "children born in 2020": which ones are meant, and nothing that happened."""
    if verb.dep_ != "acl" or verb.tag_ not in ("VBN", "VBD"):
        return False
    if verb.lemma_.lower() == "bear":
        return verb.head.tag_ == "NNS" and not any(c.dep_ in ("det", "nummod") for c in verb.head.children)
    return verb.lemma_.lower() in _DESCRIBED and any(c.dep_ == "prep" and c.lower_ == "as" for c in verb.children)


def _still_more(verb: Token) -> bool:
    """Of "more warm weather is expected": a forecast, and no happening that has its day."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if subject is None:
        return False
    return any(c.lower_ in ("more", "further", "less", "fewer") for c in subject.subtree if c.i < subject.i)


def of_a_thing(verb: Token) -> bool:
    """Of "will hear the case", "is to see the envoy": a verb of saying that has a thing or person as its object."""
    if any(c.dep_ == "ccomp" for c in verb.children):
        return False
    things = (c for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))
    return any(c.pos_ in ("NOUN", "PROPN") or c.tag_ == "PRP" or c.lower_ == "whom" for c in things)


def formal(verb: Token) -> bool:
    """Whether saying is itself the happening: before a court or parliament, or what a body makes known as its own act.

    "Told the court that …", "asked the Supreme Court to annul …", "reported a loss of …", "admitted that …"; a plain
    "said on Friday that …" lends its date to nothing.
    """
    words, lemma = lexicon(), verb.lemma_.lower()
    behind = [c for c in verb.rights if c.dep_ in ("dobj", "dative")]
    said = any(c.dep_ in ("ccomp", "xcomp") for c in verb.rights) or content(verb) is not None
    if lemma == "ask" and any(t.lower_ == "for" for c in verb.rights for t in (c, *c.lefts)):
        return True  # "asked for an acquittal", "asked for six people to be tried"
    asked = any(with_to(t) for c in verb.rights for t in c.subtree)
    if lemma == "call" and asked and any(c.dep_ == "prep" and c.lower_ == "on" for c in verb.rights):
        return True  # "called on his voters to support her"
    if lemma == "report" and behind and any(_told_to(t) for c in verb.rights for t in (c, *c.rights)):
        return True  # "reported the matter to the police"
    if lemma == "report" and not behind and any(to_prison(c) for c in verb.rights):
        return True
    if lemma == "write" and any(c.dep_ in ("prep", "dative") and c.lower_ == "to" for c in verb.rights):
        return True  # "wrote to the minister"
    if lemma in ("tell", "ask", "urge") and any(c.dep_ == "auxpass" for c in verb.children):
        return any(c.dep_ == "xcomp" and with_to(c) for c in verb.rights)  # "were told to leave"
    if lemma == "warn":
        return said  # "warned the district that it would open its gates"
    if lemma == "tell" and announced(verb, content(verb)):
        return True  # "told reporters that she would retire"
    if lemma in ("tell", "ask", "urge"):
        return said and any(c.lemma_.lower() in words.audiences for c in behind)
    if lemma in ("agree", "decide") and said:
        return True
    if demanded(verb) or found(verb):
        return True
    if lemma in ("say", "report", "state") and announced(verb, content(verb)):
        return True
    if lemma == "report" and any(c.dep_ == "auxpass" for c in verb.children):
        return any(c.dep_ == "nsubjpass" and c.pos_ == "NOUN" for c in verb.children)  # "cases were reported in May"
    if lemma == "report":
        return any(c.pos_ == "NOUN" and not any(d.lower_ == "the" for d in c.children) for c in behind)
    return lemma in words.making_known and any(c.dep_ == "ccomp" for c in verb.children)


_AUTHORITIES = frozenset("ministry authority regulator prosecutor government agency ombudsman council".split())


def _told_to(prep: Token) -> bool:
    """Of "to the police", "to the ministry": a body that acts on what it is told."""
    if prep.dep_ not in ("prep", "dative") or prep.lower_ != "to":
        return False
    return any(c.lemma_.lower() in lexicon().audiences | _AUTHORITIES for c in prep.children)


def content(verb: Token) -> Token | None:
    """The verb of what is said, behind the verb of saying or before it: "it *will close* two mills, the firm said"."""
    if (saying := inserted(verb)) is not None:
        return saying[1]
    return next((c for c in verb.children if c.dep_ == "ccomp" and says_what(c)), None)


def says_what(clause: Token) -> bool:
    """Whether a clause is what is said or decided: it has a subject, and begins with no word of time or cause."""
    marks = {c.lower_ for c in clause.children if c.dep_ in ("mark", "advmod")}
    return any(c.dep_ in SUBJECTS or c.dep_ == "expl" for c in clause.children) and not marks & _OF_TIME


def _conditional(verb: Token) -> bool:
    current = verb
    for _ in range(4):
        if any(c.dep_ == "mark" and c.lower_ in _CONDITION for c in current.children):
            return True
        if current.dep_ in ("conj", "xcomp") and current.head is not current:
            current = current.head
        else:
            return False
    return False


def _ended(verb: Token) -> bool:
    """Of "it sat in Rome until it was dissolved in 1939": told as done, for all its "until"."""
    until = any(c.dep_ == "mark" and c.lower_ == "until" for c in verb.children)
    done = verb.tag_ == "VBD" or any(c.dep_ == "auxpass" and c.tag_ == "VBD" for c in verb.children)
    above = verb.head
    denied = any(c.dep_ == "neg" for c in above.children)  # "did not close until": the other verb tells it
    return until and done and not denied


def planned(verb: Token) -> bool:
    """Whether what the verb tells is still to come: "will open", "is set to open"."""
    children = list(verb.children)
    if any(c.dep_ == "aux" and c.lemma_.lower() in ("will", "shall", "’ll", "'ll") for c in children):
        return True
    if awaited(verb) or future_in_past(verb):
        return True
    if not with_to(verb) or counted_first(verb) is not None:
        return False
    if verb.dep_ == "xcomp" and verb.head.tag_ in ("VBD", "VBN") and verb.head.lemma_ in _LED:
        return False  # "had to be broken off": it was
    return verb.dep_ in ("xcomp", "acl", "relcl", "advcl", "ROOT", "ccomp")


def awaited(verb: Token) -> bool:
    """Of "is due on Sunday", "was expected in town on Friday", "is planned for May": what has its day already."""
    if any(c.dep_ in ("xcomp", "ccomp", "neg") for c in verb.children):
        return False
    if verb.lemma_ == "be":
        return any(c.dep_ == "acomp" and c.lower_ == "due" and c.n_rights <= 1 for c in verb.children)
    passive = any(c.dep_ == "auxpass" for c in verb.children) or (verb.dep_ == "acl" and verb.tag_ == "VBN")
    if any(c.dep_ in ("prt", "oprd") and c.lower_ != "down" for c in verb.children):
        return False  # "set up on 20 February", "were set free"
    return passive and verb.lemma_.lower() in AWAITED


def doubtful(word: Token) -> bool:
    """Whether the word, or a clause around it, is hedged: "may", "reportedly"."""
    current = word
    for _ in range(5):
        if any(c.lower_ in lexicon().doubtful_adverbs for c in current.children) or _guessed(current):
            return True
        if current is word and word.dep_ in ("ccomp", "conj") and future_in_past(word):
            break
        if any(c.dep_ == "aux" and c.lemma_.lower() in lexicon().doubtful_modals for c in current.children):
            return True
        done = current is word and word.dep_ == "acl" and word.tag_ in ("VBN", "VBD")
        if current.dep_ == "conj" and any(c.dep_ in SUBJECTS for c in current.children):
            break  # "It should be looked at slowly, but the office gave its blessing": a sentence of its own
        if current.head is current or done or current.dep_ in ("relcl", "parataxis", "advcl"):
            break  # what a relative or temporal clause tells is told as done, however the main clause is hedged
        if _beside(current):
            break
        current = current.head
    return False


_GUESSING = frozenset("estimate reckon guess suspect assume speculate believe think".split())


def _guessed(told: Token) -> bool:
    """Of "he estimated that 900 trees had been felled": what somebody holds, and nobody knows."""
    above = told.head
    return told.dep_ == "ccomp" and above.lemma_.lower() in _GUESSING and any(c.dep_ == "nsubj" for c in above.children)


def _beside(verb: Token) -> bool:
    """Of "he would rather stand, and so the debate began", "The town voted; it would like a rest": told apart.

    A verb joined to a hedged one shares its "may" only where it has neither a subject nor a tense of its own.
    """
    tensed = verb.tag_ in ("VBD", "VBZ", "VBP") or any(c.tag_ in ("VBD", "VBZ", "VBP") for c in verb.lefts)
    own = tensed and any(c.dep_ in SUBJECTS for c in verb.children)
    if verb.dep_ == "conj":
        return own or any(c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBD", "VBZ", "VBP") for c in verb.children)
    return own and verb.dep_ == "ccomp" and any(t.text == ";" for t in verb.doc[verb.i : verb.head.i])


def _eventive(verb: Token) -> bool:
    """A finite happening: past, perfect, passive, future, or a present with a date of its own."""
    return (
        verb.tag_ in ("VBD", "VBN", "VB", "VBG", "VBZ", "VBP") and verb.lemma_.lower() not in ("be", "have", "become")
    ) or (any(c.dep_ in SUBJECTS for c in verb.children) and verb.lemma_.lower() == "become")
