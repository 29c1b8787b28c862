"""What makes a claim a draft: words of which an editor must say whom, when or what they mean.

Precision goes before recall. Each function names one way in which a clause says less, or other, than its title would.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from generator import dates
from generator.extract import anchors
from generator.extract.anchors import Anchored
from generator.extract.beside import word_before, word_behind
from generator.extract.clauses import AWAITED, Clause
from generator.extract.lexicon import lexicon
from generator.extract.referents import BODIES, Referents

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

FAR = 12  # tokens
# Words that lost the space between them: a menu or a caption that ran into the text.
_GLUED = re.compile(r"[a-z](?:In|The|On|At|He|She|It|By|For|After|When|As)\b|\b\d{4}[A-Z][a-z]+|[a-z]{3}\.[A-Z][a-z]+ ")
# Over the end of a line to the next entry of a chronology: "Lind backs Berg / December 5 Run-off".
_DATED_LINE = re.compile(
    r"\n(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.? (?:\d{1,2}\b|\d{4})"
)
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_ENDS_LINE = re.compile(r"[ .]*(?:\([^()\n]{2,80}\)[ .]*)?(?:\n|$)")  # perhaps behind the photographer's name
_POINTING = frozenset("this that these those he she it they him them we i me us my our your you which who".split())
_OWNING = frozenset({"his", "her", "their", "its"})


@lru_cache(maxsize=10_000)
def points(title: str) -> bool:
    """Whether a title leans on words outside of it; "his" behind a subject leans on that."""
    if re.match(r"(?:\S+ )*?\w+[^s\W]s that they\b", title) and " and " not in title.partition(" that they")[0]:
        return True  # "Norvale confirms that they …": with whom?
    # "Norvale announces that it will close two mills": who "it" is, the title says.
    # "Publishes a map which it says shows a fault" as well.
    title = re.sub(r"( that )(?:it|he|she|they)\b| which it (?:says|claims)\b", r"\1", title)
    title = re.sub(
        r"^((?:The |An? )?(?:[\w-]+ ){1,3}(?:[a-z]{3,}s|people|men|women)) who (?=[a-z])", r"\1 ", title
    )  # "The men who left die"
    words = ["" if w.isupper() and len(w) > 1 else w.lower() for w in re.findall(r"[A-Za-z]+", title)]  # "the WHO"
    if re.search(r"\b(?:the|that|this|an?) (?:\w+ )?ones?\b(?! of the)|\b(?:new|old|other) ones$", title.lower()):
        return True  # "the small one"
    if re.search(r"\b(?:gives?|grants?|awards?|hands?|tells?|sends?) her\b", title):
        return True  # "a judge gives her guardianship": whom?
    if re.search(r"\b(?:at|by|for|from|in|into|of|on|over|to|with) that [a-z]", title):
        return True  # "puts a notice on that gate"; not "admits that it failed"
    if re.search(
        r"\btakes? (?:his|her|their|its) place\b"
        r"|\bin (?:their|his|her|its) (?:support|favou?r|honou?r|memory|defen[cs]e|stead|place|absence)\b",
        title,
    ):
        return True  # "march in their support": of others
    if words and "that" in words[2:]:
        words.remove("that")
    return any(word in _POINTING for word in words) or any(word in _OWNING for word in words[:2])


# A line of a list of sources: a headline in quotation marks, then a dash and the paper with its day.
_CITATION = re.compile(
    r"(?:(?:\^|\[?\d{1,3}[.\]]) ?)?[\"“‘'][^\"”]{8,160}[\"”’'][,.]? ?(?:[–—-]|\.|,) ?[A-Z][^.!?\n]{2,80}\d{4}\W{0,5}"
)


def citation(sentence: Span) -> bool:
    """Whether a sentence is a source's title with its paper and day, which tells no happening of that day."""
    return _CITATION.fullmatch(" ".join(sentence.text.split())) is not None


# A line of a page that says when it was put up: "Oslo, 3 May 2025, updated 11:15".
_UPDATED = frozenset({"updated", "modified", "revised", "posted", "uploaded"})
_OF_A_TIME = re.compile(
    r"[\d.,:/+()|–-]+(?:st|nd|rd|th|am|pm|h)?|[ap]\.?m\.?|at|on|last|hrs|the|of"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?",
    re.I,
)


def of_the_page(sentence: Span) -> bool:
    """Whether a sentence is no prose: a line of a list of sources, or of the page that tells when it was put up."""
    return citation(sentence) or page_line(sentence)


def page_line(sentence: Span) -> bool:
    """Whether a sentence is a line of the page that says when it was updated: behind that word only a time follows."""
    words = [t for t in sentence if not t.is_space]
    at = next((k for k, t in enumerate(words) if t.lower_ in _UPDATED), None)
    if at is None or at + 1 == len(words) or any(t.lemma_ in ("be", "have") for t in words[:at]):
        return False
    behind = words[at + 1 :]
    apart = at == 0 or words[at].lower_ == "updated" or words[at - 1].text in (",", "|")
    if words[-1].text in (".", "!", "?") or not apart:
        return False
    return all(_OF_A_TIME.fullmatch(t.text) or (t.text.isupper() and len(t) <= 4) for t in behind)


def glued(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` holds words run together: "archiveIn the retrial", "2022Contact"."""
    return bool(_GLUED.search(text, start, end) or _DATED_LINE.search(text, start, end))


def names_its_speaker(verb: Token, made: Clause, who: Referents) -> bool:
    """Of "…, the two companies announced on Wednesday": who announces, taken by the parser for what is announced."""
    if verb.dep_ != "acl" or verb.lemma_.lower() not in lexicon().making_known or made.subject is None:
        return False
    subject = verb.doc[made.subject]
    if subject.i + 1 != verb.i or any(c.dep_ == "agent" for c in verb.children):
        return False
    return who.at(subject) is not None or who.human(subject) or subject.lemma_.lower() in BODIES


def caption(word: Token, best: Anchored | None, published: str | None, text: str) -> bool:
    """Of a picture's caption, "Ann Sorel casting her vote on Sunday": present, alone in its paragraph, and yet past."""
    if best is None or not published or best.read.basis != "published":
        return False
    bare = word.tag_ == "VBG" and not any(c.dep_ == "aux" for c in word.children)
    main = word.sent.root.i in (word.i, word.head.i if bare and word.dep_ == "acl" else word.i)
    if not (bare or word.tag_ in ("VBZ", "VBP")) or not _WEEKDAY.search(best.time.text) or not main:
        return False
    start, end = word.sent.start_char, word.sent.end_char
    alone = (not start or text[max(0, start - 2) : start] == "\n\n") and _ENDS_LINE.match(text, end) is not None
    value = anchors.edtf(best.time)
    ahead = value is not None and dates.parse(value).lower > dates.parse(published).upper
    return (ahead and (bare or alone)) or (alone and _WEEKDAY.fullmatch(best.time.text) is not None)


def of_two_days(verb: Token, rows: Sequence[Anchored]) -> bool:
    """Of "met twice: in Rome in May and in Oslo in June": the words of one time would stand under the other."""
    if not any(c.lower_ in ("twice", "times") for c in verb.children if c.dep_ in ("advmod", "npadvmod")):
        return False
    own = [r for r in rows if any(t.i == verb.i for t in verb.doc[r.first].ancestors)]
    values = [dates.parse(v) for r in own if r.time.type == "DATE" and (v := anchors.edtf(r.time))]
    return any(not dates.compatible(a, b) for k, a in enumerate(values) for b in values[k + 1 :])


def was_to(verb: Token) -> bool:
    """Of "was to start on Tuesday", "had been due to fly": what came of it, another sentence says."""
    if verb.lemma_.lower() in AWAITED and verb.tag_ == "VBN":
        # "The ruling had been expected last Thursday", "was expected on Thursday but was put off"
        joined = any(c.dep_ == "cc" and c.lower_ == "but" for c in verb.children)
        return joined or any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children)
    if verb.lemma_ == "be" and verb.tag_ == "VBD" and any(c.dep_ == "xcomp" for c in verb.children):
        return True
    above = verb.head.head if verb.head.dep_ == "acomp" else verb.head
    past = above.tag_ in ("VBD", "VBN") or any(c.tag_ == "VBD" for c in above.children if c.dep_ == "aux")
    if above.lemma_.lower() in AWAITED:
        past = any(c.dep_ == "auxpass" and c.tag_ == "VBD" for c in above.children)
        return verb.dep_ == "xcomp" and past
    return verb.dep_ == "xcomp" and above.lemma_ == "be" and past


def borrowed(word: Token, made: Clause) -> bool:
    """Of a participle far from the noun that the parser gives it: whose it is, is only guessed."""
    if word.dep_ not in ("advcl", "pcomp") or word.tag_ not in ("VBG", "VBN") or made.subject is None:
        return False
    if any(c.dep_ in ("nsubj", "nsubjpass", "csubj") for c in word.children) or _leads_in(word, made.subject):
        return False
    if _behind_aside(word, made.subject):
        return False
    return abs(made.subject - made.predicate) > FAR or bool(word.n_lefts) or _of_who_above(word, made.subject)


def _of_who_above(word: Token, subject: int) -> bool:
    """Of "Norvale saw a bid turned down, before returning with more": Norvale, and not the bid, may be who returns.

    A thing is seldom who goes on to act, where the clause above has a subject of its own.
    """
    above = next((t for t in word.ancestors if t.pos_ in ("VERB", "AUX")), None)
    if above is None or above.dep_ != "ccomp" or any(c.dep_ == "mark" for c in above.children):
        return False
    if word.doc[subject].tag_ not in ("NN", "NNS") or above.i != word.doc[subject].head.i:
        return False
    verb = above.head
    while verb.dep_ == "conj" and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        verb = verb.head
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def _behind_aside(word: Token, subject: int) -> bool:
    """Of "Norvale, as the group has been called since May, reported a loss": the main verb, taken for a participle."""
    begins = word.doc[subject].left_edge.i == word.sent.start and word_behind(word.doc[subject]) == ","
    return begins and word_before(word) == "," and any(c.dep_ == "dobj" for c in word.children)


def _leads_in(word: Token, subject: int) -> bool:
    """Of "Founded in 1994 as a maker of batteries, the firm …": a participle at the head of the sentence."""
    start = word.doc[subject].left_edge
    return word.left_edge.i == word.sent.start and start.i > word.i and start.nbor(-1).text == ","


def of_another_clause(doc: Doc, made: Clause) -> bool:
    """Whether "whose …" stands between subject and verb: the verb is of that clause, whatever the parser says."""
    if made.subject is None:
        return False
    between = doc[made.subject + 1 : made.predicate]
    parted = any(t.tag_ == "WP$" and t.head.head.i != made.predicate for t in between)
    return parted and not any(t.pos_ == "VERB" for t in between)


def elliptic(subject: Token) -> bool:
    """Of "the first was called off", "a second left": the noun stands in another sentence."""
    if subject.lower_ == "one":
        return any(c.dep_ == "amod" for c in subject.children)
    return subject.lower_ in ("first", "second", "third", "fourth", "last", "next", "latter", "former", "other")


def seen_done(verb: Token) -> bool:
    """Of "saw a bid turned down": a participle, which the tagger takes for "the bid turned"."""
    seen = verb.dep_ == "ccomp" and verb.head.lemma_.lower() in ("see", "have", "get", "watch")
    return seen and verb.tag_ == "VBD" and not any(c.dep_ in ("mark", "aux", "auxpass") for c in verb.children)


def wished(verb: Token) -> bool:
    """Of "hopes to open", "is seeking to sell", "in a bid to win": what somebody wants, and nobody has set a day for.

    The word before "to" is looked at by its form: a small model takes "the army hopes" for a noun.
    """
    to = next((c for c in verb.children if c.tag_ == "TO" and c.i < verb.i), None)
    if to is None or not to.i:
        return _subjunctive(verb)
    before, words = to.nbor(-1), lexicon().wishing
    form = before.lower_
    stems = {form, form.removesuffix("s"), form.removesuffix("es"), form.removesuffix("d"), form.removesuffix("ed"),
             form.removesuffix("ing")}  # fmt: skip
    return before.lemma_.lower() in words or bool(stems & words)


WANTED = frozenset("demand insist request recommend order urge propose ask suggest require stipulate".split())


def _subjunctive(verb: Token) -> bool:
    """Of "insisted that the lock be closed", "asked that Norvale repair it": what somebody wants done by that."""
    if verb.dep_ != "ccomp" or not any(c.lower_ == "that" and c.i < verb.i for c in verb.children):
        return False
    if any(c.dep_ == "aux" and c.tag_ in ("MD", "TO", "VBZ", "VBP", "VBD") for c in verb.children):
        return False
    be = any(c.lower_ == "be" and c.dep_ in ("auxpass", "aux") for c in verb.children)
    return be or (verb.tag_ == "VB" and verb.head.lemma_.lower() in WANTED)
