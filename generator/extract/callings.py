"""Which nouns say what somebody is, and what a body or a place is: "notary", "shift boss", "shipping agency"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from generator import gazetteer
from generator.extract import gazetteer_words as tables

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from generator.model import EntityType

# Relatives, and parts that chance gives somebody in a story, are no roles.
NO_ROLE = frozenset(
    "counterpart wife husband son daughter brother sister father mother uncle aunt cousin partner girlfriend "
    "boyfriend widow widower rival victim witness survivor nephew niece grandson granddaughter grandfather "
    "grandmother twin half-brother half-sister brother-in-law sister-in-law son-in-law stepfather stepmother "
    "teammate star veteran newcomer head leader chief suspect defendant friend employer colleague ally enemy "
    "neighbour neighbor parent namesake relative opponent predecessor successor client patient employee".split()
)
# Endings of nouns for people by their trade, where nothing but a trade can stand.
_TRADE = re.compile(
    r"[a-z]{3,}(?:er|or|ist|ian|eer|ess|man|woman|person|smith|wright|herd|keeper|monger|ant|ee|ic|hand)"
)
# What guards are that are a force, and nobody's calling.
_GUARDS = frozenset("coast national republican revolutionary presidential border civil home".split())
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    return gazetteer.sections("callings.txt")


def is_calling(words: Sequence[str], *, sure: bool = False) -> bool:
    """Whether words end in a noun for what a person does or leads.

    `sure`: also where nothing else, no comma and no "a", sets the noun apart as a description of somebody.
    """
    last = words[-1].lower() if words else ""
    joined = last.rpartition("-")[2] if not _in("calling", last) else last
    if not _WORD.fullmatch(last) or _in("no", last):
        return False
    if last == "guard" and len(words) > 1 and words[-2].lower() in _GUARDS:
        return False  # "Coast Guard Commander X"
    if _in("needs", joined):
        return len(words) > 1
    if _in("calling", joined) or tables.title_kind(" ".join(words[-3:])) == "position":
        return True
    if any(tables.title_kind(" ".join(words[-n:])) == "position" for n in (1, 2, 4) if n <= len(words)):
        return True
    return not sure and words[-1].islower() and _TRADE.fullmatch(joined) is not None and joined not in NO_ROLE


def needs_more(word: str) -> bool:
    """Whether a noun says something only with what follows: "head of the mine", "member of the board"."""
    return _in("needs", word.lower())


def is_kind(word: str, kind: EntityType) -> bool:
    """Whether a noun is what things of a type are called: "agency", "ketch", "river"."""
    lower = word.lower()
    section = {"organization": "body", "place": "spot"}.get(kind)
    if section is not None and _in(section, lower):
        return True
    return word.islower() and tables.small_head_type(lower) == kind


def _in(section: str, word: str) -> bool:
    return word in _table()[section]


def is_role(doc: Doc, start: int, head: int, stop: int, *, sure: bool = False) -> bool:
    """Whether the noun at `head` says what a person does: of "head", "member" only with what follows or goes before."""
    words = [t.text for t in doc[start : head + 1]]
    if words[-1].casefold() in NO_ROLE and not needs_more(words[-1]):
        return False
    if len(words) == 1 and needs_more(words[0]):
        of = head + 2 < stop and doc[head + 1].lower_ in ("of", "for", "at", "in")
        return of or (
            start > 0 and doc[start - 1].lower_ in ("its", "their") and words[0] in ("leader", "head", "chief")
        )
    return is_calling(words, sure=sure)


# ---- the shape of a noun phrase, by its tags ----

DETERMINERS = frozenset("a an the its his her their our my whose".split())
_LINKS = frozenset("of for at in on to and & from with".split())
LONGEST = 14  # words


def in_phrase(token: Token) -> bool:
    """Whether a word can stand between article and noun, or be that noun."""
    if token.text in ("-", "–", "—"):
        return not token.whitespace_
    if token.tag_ == "CD":
        return token.i + 1 < len(token.doc) and token.nbor(1).text == "-"  # "58-year-old"
    if tables.stop("calendar", token.lower_) or (token.is_sent_end and not token.is_alpha):
        return False
    if token.tag_ == "RB" and tables.is_trade(token.lower_):
        return True  # "shop steward", where the model guesses an adverb
    if token.tag_ in ("NN", "NNP", "NNPS", "JJ", "JJR", "JJS", "HYPH", "POS"):
        return True
    return (token.tag_ in ("NNS", "VBN") and token.dep_ in ("compound", "amod", "nmod", "poss")) or (
        token.tag_ == "VBG" and token.dep_ in ("amod", "compound")
    )


def head_of(doc: Doc, start: int, stop: int) -> int | None:
    """Index of the noun in which a run of words from `start` ends: "harbour master" of "harbour master of Neve"."""
    at = start
    while at < stop and (in_phrase(doc[at]) or (doc[at].lower_ in ("and", ",") and _joins(doc, at, start))):
        at += 1
    return at - 1 if at > start and doc[at - 1].tag_ != "POS" else None


def _joins(doc: Doc, at: int, start: int) -> bool:
    """Whether "and" or a comma joins two adjectives before one noun: "young, gifted"; "political and public"."""
    return at > start and at + 1 < len(doc) and doc[at - 1].tag_ in ("JJ", "VBN") and doc[at + 1].tag_ in ("JJ", "VBN")


def before_comma(doc: Doc, comma: int, sentence: int) -> tuple[int, int, int] | None:
    """The noun phrase with its article that ends at a comma: (start behind the article, head, end).

    Of "the head of the Ports Office (PO), X" it is "head of the Ports Office": the longest that begins with an
    article or an owner, and whose noun is a calling.
    """
    stop = comma
    if doc[stop - 1].text == ")":
        opened = next((i for i in range(stop - 2, max(sentence, stop - 8), -1) if doc[i].text == "("), None)
        if opened is None:
            return None
        stop = opened
    best: tuple[int, int, int] | None = None
    at = stop
    while at > sentence and stop - at < LONGEST:
        run = at
        if run > sentence and doc[run - 1].tag_ == "NNS" and doc[run - 1].dep_ == "pobj":
            run -= 1  # "its head of systems, X"
        while run > sentence and stop - run < LONGEST and in_phrase(doc[run - 1]):
            run -= 1
        article = run > sentence and doc[run - 1].lower_ in DETERMINERS
        owned = any(t.tag_ == "POS" for t in doc[run:at])
        if run < at and (article or owned):
            head = head_of(doc, run, stop)
            if head is not None and head < at and is_role(doc, run, head, stop):
                best = run, head, stop
        at = run - 1 if article else run
        if at <= sentence or doc[at - 1].lower_ not in _LINKS:
            break
        at -= 1
    return best
