"""Titles of what one side says: "The firm forges receipts, prosecutors say".

What the police or a ministry tell is news, and its title needs nobody to vouch for it. What a party to a case or a
witness says, what somebody without a name says, and a finding that is disputed in the same article, are told in a
headline with their speaker (so the handbooks of the agencies); without, the site would tell them as its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.extract import attribution
from generator.extract.headline import LIMIT
from generator.extract.tokens import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from generator.extract.referents import Referents

LONGEST = 45  # characters of a speaker
# Sides of a case and who speaks for them; whoever says what he saw.
_SIDES = frozenset(
    "prosecutor prosecution attorney crown indictment plaintiff claimant lawyer counsel defendant accused suspect "
    "witness survivor neighbour neighbor relative victim critic opponent rival".split()
)
# Who asks, hopes or denies vouches for nothing.
_NOT_SAID = frozenset(
    "ask hope expect hear learn know understand see feel mean deny welcome praise criticise criticize condemn discuss "
    "consider".split()
)
_NAMELESS = frozenset("people person source insider somebody some rumour rumor".split())
_HEARS = frozenset("court inquiry commission tribunal hearing panel judge jury committee trial inquest coroner".split())
_FINDS = frozenset("report inquiry commission panel auditor audit investigation expert inspector survey study".split())
# "Redek Power disputes the findings", "denies the charge"
_DISPUTED = re.compile(
    r"\b(?:disput(?:es?|ed)|den(?:y|ies|ied)|reject(?:s|ed)?|contest(?:s|ed)?|challenge[sd]?|contradict(?:s|ed)?) "
    r"(?:\w+ ){0,3}?(?:finding|report|conclusion|claim|accusation|account|version|inquiry|commission|audit)s?\b",
    re.I,
)


def speaker(doc: Doc, word: Token, who: Referents) -> str | None:
    """Of what `word` tells: "prosecutors say", where the title has to name who says it; else `None`."""
    saying = attribution.saying(word)
    if saying is None or saying.lemma_.lower() in _NOT_SAID:
        return None
    if any(t.text == ";" for t in doc[min(word.i, saying.i) : max(word.i, saying.i)]):
        return None
    subject = next((c for c in saying.children if c.dep_ == "nsubj"), None)
    if subject is None or not _one_side(doc, saying, subject):
        return None
    name = _named(subject, who)
    if name is None or len(name) > LONGEST:
        return None
    several = subject.tag_ in ("NNS", "NNPS") or subject.lower_ == "people"
    return f"{name} {'say' if several else 'says'}"


def title(text: str, says: str | None) -> str:
    """A title with who says it, where it does not name them itself and there is room."""
    name = says.rpartition(" ")[0] if says else ""
    if not says or not text or name in text:
        return text
    longer = f"{text}, {says}"
    return longer if len(longer) <= LIMIT else text


def _one_side(doc: Doc, saying: Token, subject: Token) -> bool:
    about = {t.lemma_.lower() for t in (subject, *subject.lefts, *(c for c in subject.children if c.dep_ == "appos"))}
    if subject.lower_ in ("it", "he", "she"):
        about |= {t.lemma_.lower() for t in _before(subject)}
    if about & (_SIDES | _NAMELESS) or saying.lemma_ == "testify":
        return True
    heard = [c for c in saying.children if c.dep_ in ("dobj", "dative")]
    heard += [c for p in saying.children if p.dep_ == "prep" and p.lower_ in ("to", "before", "at") for c in p.children]
    if any(c.lemma_.lower() in _HEARS for c in heard):
        return True
    return bool(about & _FINDS) and _DISPUTED.search(text_of(doc)) is not None


def _before(pronoun: Token) -> list[Token]:
    """The subject of the sentence before, with which "it" goes on."""
    begin = pronoun.sent.start
    if not begin or "\n\n" in text_of(pronoun.doc)[pronoun.doc[begin - 1].idx : pronoun.idx]:
        return []
    root = pronoun.doc[begin - 1].sent.root
    return [c for c in root.children if c.dep_ in ("nsubj", "nsubjpass")]


def _named(subject: Token, who: Referents) -> str | None:
    number = who.at(subject)
    if number is None and subject.pos_ == "PRON" and (number := who.of(subject)[0]) is None:
        found = [t for t in _before(subject) if t.pos_ == "NOUN"]
        return f"the {found[0].text}" if found else None
    if number is not None:
        return who.called(number)
    words = attribution.words(subject)
    if not words or subject.tag_ in ("NNP", "NNPS"):
        return words
    article = next((f"{c.lower_} " for c in subject.lefts if c.dep_ == "det" and c.lower_ in ("the", "a", "an")), "")
    return article * (subject.tag_ == "NN") + words[0].lower() + words[1:]
