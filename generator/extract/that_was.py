"""Days that the next sentence gives: "They opened the vault. *That was on 16 March.*", "It fell silent. *On 3 May.*".

Such a sentence tells nothing but when the one before it was, so its day is that of the happening told there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.lexicon import lexicon
from generator.extract.times.lexicon import WEEKDAYS
from generator.extract.tokens import text_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from spacy.tokens import Span, Token

    from generator.extract.anchors import Anchored

_POINTING = frozenset({"that", "this", "it"})
_WAS = frozenset({"was", "happened", "occurred"})
_AT = frozenset({"on", "in", "at", "during"})
_ENDS = frozenset({".", ",", ";", "–", "—", "-"})
FAR = 7  # tokens from "was" to the day: "it was the Saturday before Easter, 3 April"
SHORT = 12  # tokens of a sentence without a verb


def told(sentence: Span, behind: Span, days: Sequence[Anchored]) -> list[tuple[Token, Anchored]]:
    """The verb of a sentence and the day that the one `behind` it, in its paragraph, gives it; `days`: those it has."""
    between = text_of(sentence.doc)[sentence.start_char : behind.end_char].strip()
    exact = [d for d in days if any(map(str.isdigit, d.time.text))] or days  # "the Saturday before Easter, 3 April"
    if len(exact) != 1 or "\n" in between or not _gives_day(behind, exact[0], {i for d in days for i in _span(d)}):
        return []
    word = _teller(sentence)
    return [(word, exact[0])] if word is not None else []


def _span(row: Anchored) -> range:
    return range(row.first, row.last)


def _gives_day(sentence: Span, row: Anchored, times: Collection[int]) -> bool:
    """Whether a sentence says nothing but on which day the one before it was."""
    doc, words = sentence.doc, [t for t in sentence if not t.is_space]
    if len(words) < 3 or sentence.text.rstrip().endswith(("?", ":")):
        return False
    opening = doc[words[0].i : row.first]
    if words[0].lower_ in _POINTING and words[1].lower_ in _WAS:
        third = [t.lower_ for t in words[2:4]]
        of_day = third[0] in _AT or (third[0] in ("a", "the") and third[-1] in WEEKDAYS)
        ends = row.last >= sentence.end or doc[row.last].text in _ENDS
        verbs = any(t.pos_ in ("VERB", "AUX") for t in opening[2:])
        return of_day and ends and not verbs and len(opening) <= FAR
    bare = len(words) <= SHORT and not any(t.pos_ in ("VERB", "AUX") for t in words)
    named = any(t.pos_ == "PROPN" and t.i not in times for t in words)
    return bare and not named and words[0].lower_ in _AT and len(opening) == 1


def _teller(sentence: Span) -> Token | None:
    """The one happening of a sentence to which "That was on 3 May" points: its main verb, or that behind "when".

    None where it tells several, or only what somebody says.
    """
    root = sentence.root
    if root.tag_ != "VBD" and not (root.tag_ == "VBN" and any(c.tag_ == "VBD" for c in root.children)):
        return None
    if any(c.dep_ == "conj" and c.pos_ == "VERB" for c in root.children):
        return None
    clauses = [c for c in root.rights if c.dep_ == "advcl" and any(d.lower_ == "when" for d in c.children)]
    if len(clauses) == 1:
        return clauses[0] if clauses[0].tag_ in ("VBD", "VBN") else None
    state = root.lemma_.lower() in lexicon().reporting or root.lemma_.lower() in ("be", "have")
    return None if state else root
