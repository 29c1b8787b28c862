"""What a thing was when a text brought it in: "the inquiry", first "an inquiry into the fire at Graz".

A newspaper brings a thing in with all that says which it is, and goes on with "the" or "that" alone (Grosz, Joshi and
Weinstein 1995; Prince 1981 on given and new). A title stands alone, so that the words of the first mention come back,
as the text has them, where it tells of one such thing only.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.extract.alike import may_be_another
from generator.extract.lexicon import lexicon
from generator.extract.misparsed import with_to
from generator.extract.referents import BODIES
from generator.extract.title_words import phrase, prose

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from spacy.tokens import Token

    from generator.extract.clauses import Clause
    from generator.extract.referents import Referents
    from generator.extract.title_words import Frame

LONGEST = 65  # characters of what is put back behind a noun
POINTS = frozenset({"the", "that", "this"})
# What says of which thing: "an inquiry *into* the fire", "a loan *for* the ships"; a place says it too.
_SAYS = frozenset("of into on against over between for with from about to in at under by".split())
# There are several of them, or another one than the text spoke of.
_SEVERAL = frozenset(
    "another every each no any other former own rival second third new next previous last earlier later old first "
    "final further similar separate such fresh same".split()
)
_SHORT, _LONG = re.compile(r" \([A-Z]{2,6}\)"), re.compile(r"\b(?:the )?[A-Z][^()]{1,60} \(([A-Z]{2,6})\)")
_MARKS = re.compile(r"[\"“”():;]")
# What somebody did in words, by the verb that tells it first.
_TOLD_BY = {
    "complaint": {"complain"}, "claim": {"claim"}, "demand": {"demand"}, "warning": {"warn"}, "promise": {"promise"},
    "pledge": {"pledge"}, "accusation": {"accuse"}, "allegation": {"allege"}, "decision": {"decide"},
    "announcement": {"announce"}, "request": {"request", "ask"}, "offer": {"offer"}, "proposal": {"propose"},
    "threat": {"threaten"}, "order": {"order"}, "refusal": {"refuse"}, "suggestion": {"suggest"},
    "recommendation": {"recommend"}, "prediction": {"predict"}, "vow": {"vow"},
}  # fmt: skip
_MORE = frozenset({"amod", "compound", "poss", "nmod", "nummod", "prep", "acl", "relcl"})


class Introduced:
    """The nouns of one text, by which it can be looked up how it brought a thing in."""

    def __init__(self, who: Referents, frame: Frame, lemmas: Mapping[str, Sequence[Token]]) -> None:
        """`lemmas`: the tokens of the text by their lemmas."""
        self._who, self._frame, self._lemmas = who, frame, lemmas

    def before(self, made: Clause, said: Collection[int]) -> list[dict[int, str]]:
        """For the nouns of a clause that have only "the" or "that", by their tokens, how the text brought them in.

        The fullest first; then with "HBA" for "the Harbour Bank of Arden (HBA)". None where nothing is to be put back.
        `said`: the tokens of which it is known already what they mean.
        """
        tokens = {*range(made.first, made.last), *([made.subject] if made.subject is not None else [])}
        told: dict[int, str] = {}
        for noun in (self._who.doc[i] for i in sorted(tokens - set(said))):
            article = _article(noun)
            if article is None or self._who.at(noun) is not None:
                continue
            if (text := self._as_first(noun) or self._as_told(noun)) is not None:
                told |= {noun.i: text} | ({article.i: "the"} if article.lower_ != "the" else {})
        ways = [{i: how.sub(by, text) for i, text in told.items()} for how, by in ((_SHORT, ""), (_LONG, r"\1"))]
        return ways if told else []

    def _nouns(self, noun: Token) -> list[Token]:
        return [t for t in self._lemmas[noun.lemma_.lower()] if t.pos_ in ("NOUN", "PROPN")]

    def _as_first(self, noun: Token) -> str | None:
        """Of "the inquiry", brought in as "a public inquiry into the fire": "public inquiry into the fire".

        `None` where the text has the word for two things, or nowhere says more of it before.
        """
        word = noun.lower_
        if self._who.human(noun) or word in BODIES | lexicon().bodies | lexicon().people:
            return None
        first: Token | None = None
        others: list[Token] = []
        for other in (t for t in self._nouns(noun) if t.i != noun.i):
            if other.tag_ != "NN" or self._who.at(other) is not None or _one_of_several(other):
                return None
            if first is None and other.i < noun.i and _behind(other, self._frame):
                first = other
            elif any(c.dep_ in _MORE for c in other.children):
                others.append(other)
        if first is None or any(_differs(first, other) for other in others) or may_be_another(self._who, noun, first):
            return None
        behind, ahead = _behind(first, self._frame), prose(self._frame, _ahead(first))
        if behind is None or re.fullmatch(r"(?:[a-z]+(?:[- ][a-z]+){0,2})?", ahead) is None:
            return None
        return " ".join(part for part in (ahead, noun.text, behind) if part)

    def _as_told(self, noun: Token) -> str | None:
        """Of "the complaint" behind "complained that no tender was held": "complaint that no tender was held"."""
        begin = noun.doc[noun.sent.start - 1].sent.start if noun.sent.start else 0
        told_by = (t for lemma in sorted(_TOLD_BY.get(noun.lower_, ())) for t in self._lemmas.get(lemma, ()))
        telling = [t for t in told_by if t.pos_ == "VERB" and t.i < noun.i]
        if len(telling) != 1 or telling[0].i < begin or len(self._nouns(noun)) > 1:
            return None
        if any(c.dep_ == "neg" for c in telling[0].children):
            return None
        for clause in (c for c in telling[0].rights if c.dep_ in ("ccomp", "xcomp")):
            words = [t for t in clause.subtree if not t.is_space]
            if words[0].lower_ not in ("that", "to") or not _plain(words, self._frame):
                continue
            text = prose(self._frame, [t.i for t in words])
            if len(text) <= LONGEST and not _MARKS.search(text):
                return f"{noun.text} {text}"
        return None


def _article(noun: Token) -> Token | None:
    """The "the" of a noun that has nothing else with it."""
    own = [c for c in noun.children if c.dep_ != "punct"]
    bare = noun.tag_ == "NN" and len(own) == 1 and own[0].lower_ in POINTS and own[0].i == noun.i - 1
    return own[0] if bare else None


def _plain(words: Sequence[Token], frame: Frame) -> bool:
    """Whether words hold no time, no denial, and nobody who would have to be named."""
    who = any(
        (t.pos_ == "PRON" and t.lower_ not in ("there", "that", "which", "who")) or t.tag_ == "PRP$" for t in words
    )
    return not who and not any(t.i in frame.skip or t.dep_ == "neg" for t in words)


def _one_of_several(noun: Token) -> bool:
    return any(c.lower_ in _SEVERAL for c in noun.lefts) or any(
        c.dep_ == "conj" and c.lemma_ == noun.lemma_ for c in noun.children
    )


def _ahead(noun: Token) -> Sequence[int]:
    return [c.i for c in noun.lefts if c.dep_ in ("amod", "compound")]


def _behind(noun: Token, frame: Frame) -> str | None:
    """Of "an inquiry into the fire, which cost 30 lives": "into the fire"; `None` where nothing plain stands there."""
    if noun.i + 1 >= len(noun.doc):
        return None
    opens = noun.nbor(1)
    verb = opens.head if opens.tag_ == "TO" else opens
    done = verb.dep_ == "acl" and verb.head.i == noun.i and (verb.tag_ == "VBN" or with_to(verb))
    if not done and not (opens.dep_ == "prep" and opens.head.i == noun.i and opens.lower_ in _SAYS):
        return None
    words = sorted(i for i in phrase(noun, replace(frame, full=True)) if i > noun.i)
    if not words or words[0] != opens.i:
        return None
    tokens = [noun.doc[i] for i in range(words[0], words[-1] + 1)]
    if not _plain(tokens, frame):
        return None
    if any(t.pos_ in ("VERB", "AUX") and t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in tokens):
        return None
    text = prose(frame, words)
    if noun.doc[words[-1] + 1 : words[-1] + 4].text[:1] == "(":
        text = f"{text} {noun.doc[words[-1] + 1 : words[-1] + 4].text}"
    plain = _SHORT.sub("", text)
    text = text if plain != text and len(text) <= LONGEST + 8 else plain
    return text if 0 < len(plain) <= LONGEST and not _MARKS.search(plain) else None


def _said_of(noun: Token) -> dict[str, set[str]]:
    """The nouns behind each preposition of a noun, and what stands before it under its own name."""
    told: dict[str, set[str]] = {}
    for child in noun.children:
        if child.dep_ == "prep":
            told.setdefault(child.lower_, set()).update(
                t.lemma_.lower() for t in child.subtree if t.pos_ in ("NOUN", "PROPN", "NUM")
            )
        elif child.dep_ in ("amod", "compound", "nmod", "poss"):
            told.setdefault("before", set()).update(t.lemma_.lower() for t in child.subtree if t.pos_ != "PART")
    return told


def _differs(one: Token, other: Token) -> bool:
    """Whether two mentions of one word are of two things: "the inquiry into the fire", "into the flood"."""
    first, second = _said_of(one), _said_of(other)
    if any(not first[how] & second[how] for how in first.keys() & second.keys()):
        return True
    return "before" in second and "before" not in first
