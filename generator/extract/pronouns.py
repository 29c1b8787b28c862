"""Whom the pronouns behind a verb mean, where its subject is not whom they mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.document import Mention
from generator.extract import sexes
from generator.extract.beside import word_before
from generator.extract.clauses import Clause, noun_kinds
from generator.extract.lexicon import lexicon
from generator.extract.referents import BODIES, Referents
from generator.extract.tokens import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_GIVES = frozenset({"give", "grant", "award", "hand"})
UNKNOWN = "\0"  # stands in a title for somebody of whom it is not known who it is


def said(
    doc: Doc, who_is: Referents, mentions: Sequence[Mention], made: Clause, who: int | None
) -> dict[int, tuple[str, int | None]]:
    """What the pronouns behind a verb stand for, and whom, where its subject is not whom they mean."""
    subject = doc[made.subject] if made.subject is not None else None
    number = who if who is not None else who_is.at(subject) if subject is not None else None
    kind = mentions[number].type if number is not None else ""
    said: dict[int, tuple[str, int | None]] = {}
    owning = set()
    if subject is not None:  # "its Dutch rival" behind a name in the subject is that name's own
        begins = subject.left_edge.idx
        owned = [t for t in subject.subtree if t.tag_ == "PRP$" and t.i < made.predicate]
        owning = {t.i for t in owned if t.i < subject.i or not who_is.within(begins, t.idx)}
    happens = subject is not None and number is None and bool(noun_kinds(subject))
    made_start = doc[made.first].idx
    for token in doc[made.first : made.last]:
        word = token.lower_
        own = token.tag_ == "PRP$"
        owns = token.dep_ == "poss" and subject is not None
        if (token.i > made.predicate or owns) and (body := _body(token, who_is)) is not None and body != number:
            article, name = token.nbor(-1), who_is.called(body)
            said[token.i] = name.removeprefix("the "), body
            said[article.i] = ("the" if name.startswith("the ") else ""), body
            continue
        speaker = _speakers(doc[made.predicate], subject, who_is) if word == "its" else None
        if speaker is not None and token.i > made.predicate:
            said[token.i] = who_is.called(speaker) + "'s", speaker
            continue
        if word == "it" and token.i == made.predicate + 1 and (before := _held_for(token)):
            said[token.i] = before, None
            continue
        if (
            token.tag_ == "WP$"
            and token.head.dep_ in ("dobj", "nsubjpass")
            and (verb := token.head.head).dep_ == "relcl"
        ):
            owner = who_is.at(verb.head)
            said[token.i] = (who_is.called(owner) if owner is not None else UNKNOWN) + "'s", owner
            continue
        if token.i < made.predicate and (token.i not in owning or _beside_owner(token, subject)):
            continue
        given = token.i == made.predicate + 1 and doc[made.predicate].lemma_.lower() in _GIVES
        if own and word == "her" and given and kind != "person":
            said[token.i] = UNKNOWN, None  # "gave her guardianship": it was given to her
            continue
        if own and word == "her" and kind == "equipment" and token.i > made.predicate:
            continue  # "The Osk goes to her yearly survey": the ship's own
        if own and subject is not None and not _can_own(word, subject, kind):
            meant = who_is.of(token)[0]
            said[token.i] = (who_is.called(meant) if meant is not None else UNKNOWN) + "'s", meant
            continue
        mine = not kind or (kind == "person") == (word in ("his", "her")) or word not in ("his", "her", "its")
        if own and subject is not None and not kind and word in ("his", "her") and not who_is.human(subject):
            # "The defeat cost Berg his command"; "the loss brought calls for his removal" means somebody before.
            if any(mentions[i].type == "person" for i in who_is.within(made_start, token.idx)):
                continue
        elif own and token.i not in owning and mine and not happens:
            continue  # "his" behind a man, "its" behind a company: the subject's own
        if own and word not in ("his", "her", "its"):
            continue
        if not own and word not in ("him", "her"):
            continue
        meant = who_is.of(token)[0]
        meant = None if meant == number else meant
        named = who_is.called(meant) if meant is not None else UNKNOWN
        said[token.i] = named + ("'s" if own else ""), meant
    return said


def _speakers(verb: Token, subject: Token | None, who_is: Referents) -> int | None:
    """Of "Norvale said that a bomb had been found in its cellar": Norvale, for what is "a" thing has no cellar."""
    above = verb.head
    if subject is None or verb.dep_ != "ccomp" or above.lemma_.lower() not in lexicon().reporting:
        return None
    indefinite = subject.tag_ in ("NN", "NNS") and any(c.lower_ in ("a", "an") for c in subject.lefts)
    if not indefinite or not any(c.dep_ == "auxpass" for c in verb.children):
        return None
    numbers = (who_is.at(c) for c in above.children if c.dep_ == "nsubj")
    found = next((i for i in numbers if i is not None), None)
    return found if found is not None and who_is.mentions[found].type == "organization" else None


def _held_for(it: Token) -> str:
    """Of "The strike in Leith began in May. The ministry declared it illegal": the strike, of which was told before.

    Only where the sentence before tells one happening, and these two sentences stand in one paragraph.
    """
    verb, begin = it.head, it.sent.start
    held = it.dep_ == "dobj" and any(c.dep_ == "oprd" for c in verb.children)
    if not held or not begin or "\n\n" in text_of(it.doc)[it.doc[begin - 1].idx : it.idx]:
        return ""
    subject = next((c for c in it.doc[begin - 1].sent.root.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.tag_ != "NN" or not noun_kinds(subject):
        return ""
    where = next((c for c in subject.children if c.dep_ == "prep" and c.i == subject.i + 1), None)
    place = next((c for c in where.children if c.dep_ == "pobj" and c.pos_ == "PROPN"), None) if where else None
    return f"the {it.doc[subject.i : place.i + 1].text if place is not None else subject.text}"


def _beside_owner(token: Token, subject: Token | None) -> bool:
    """Of "an old doctor and his wife were freed": his, who stands before "and"."""
    owned = token.head
    return subject is not None and owned.dep_ == "conj" and owned.head.i == subject.i and subject.i < token.i


_MANY = frozenset({"police", "people", "troops", "staff"})


def _can_own(word: str, subject: Token, kind: str) -> bool:
    """Whether "its", "his" or "her" can be the subject's own: not of "police search its offices"."""
    noun = subject.lower_
    if word == "its":
        several = subject.tag_ in ("NNS", "NNPS") and not kind
        return not (several or noun in _MANY or kind == "person" or noun in sexes.MEN | sexes.WOMEN)
    other = {"his": sexes.WOMEN, "her": sexes.MEN}.get(word, frozenset())
    return kind != "" or noun not in other


def _body(token: Token, who_is: Referents) -> int | None:
    """Of "bought the company", "searched the club's offices": the body behind a verb, where it is known which."""
    if token.tag_ != "NN" or token.lower_ not in BODIES | lexicon().bodies or word_before(token) != "the":
        return None
    return who_is.of(token)[0]
