"""Days beside a verb that are another's: of what is compared with, of more that came later, of what is noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.clauses import noun_kinds

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

COMPARED = 12  # tokens within which "compared with" reaches
MORE = 25  # tokens within which "and 13 more" reaches
_FURTHER = frozenset({"more", "others", "another", "further"})
# Done by the very words that say it: who "takes note of", "welcomes" or "regrets" does so on the day of the statement.
_BY_WORDS = frozenset(
    "take note welcome regret condemn deplore thank congratulate acknowledge reject reaffirm applaud denounce salute"
    " mourn confirm dispute deny commend".split()
)


def compared(doc: Doc, first: int) -> bool:
    """Of "lost $5 million, compared with a profit a year earlier": the year of what it is compared with."""
    for k in range(first - 1, max(first - COMPARED, doc[first].sent.start) - 1, -1):
        token = doc[k]
        if token.lower_ in ("compared", "versus"):
            return True
        if token.lower_ == "from" and k and doc[k - 1].lower_ in ("up", "down"):
            return True  # "up from an estimate of $390 million in January"
        if token.pos_ == "VERB" or token.text in (";", ":"):
            return False
    return False


def of_more(doc: Doc, first: int, verb: Token) -> bool:
    """Of "Nine people died in May, and 13 more in a fire on 9 June": the day of the 13, whose verb is left out."""
    for k in range(first - 1, max(first - MORE, verb.i, doc[first].sent.start), -1):
        if doc[k].pos_ in ("VERB", "AUX") or doc[k].text in (";", ":"):
            return False
        counted = doc[k].like_num and (doc[k + 1].lower_ in _FURTHER or doc[k].nbor(-1).lower_ == "another")
        if counted and "and" in (doc[k - 1].lower_, doc[k - 2].lower_):
            return True
    return False


def noted(verb: Token, first: int) -> Token | None:
    """Of "takes note of the decision of the court yesterday": the decision, and not the taking note.

    Asked only of a day before that of the words.
    """
    if not by_words(verb):
        return None
    between = verb.doc[verb.i + 1 : first]
    return next((t for t in between if noun_kinds(t) and t.dep_ in ("dobj", "pobj")), None)


def by_words(verb: Token) -> bool:
    """Whether a verb tells in the present what is done by saying it."""
    if verb.tag_ not in ("VBZ", "VBP") or any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        return False
    note = verb.lemma_ == "take" and any(c.lower_ == "note" for c in verb.children)
    return note or (verb.lemma_ != "take" and verb.lemma_.lower() in _BY_WORDS)
