"""Chronologies: a line that begins with its date, "14 March – The tank bursts.", "September. The mill reopens."

The date stands before the sentences of its line and in none of them, so no parse joins them. A line that holds nothing
but a date heads the paragraphs below it, where a text has several such lines; a single one is its dateline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from generator.extract.clauses import is_predicate, noun_kinds
from generator.extract.misparsed import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

MARKS = frozenset({".", "–", "—", "-", ":", "|"})
HEADINGS = 3  # lines of nothing but a date, or of a date without a mark behind it, that make a chronology
LONGEST = 3  # sentences of an entry that tell of its day; what follows is background


class Anchor(Protocol):
    """An expression of time, `doc[first:last]`."""

    @property
    def first(self) -> int:
        """Number of its first token."""

    @property
    def last(self) -> int:
        """Number of the token behind it."""


A = TypeVar("A", bound=Anchor)


def entries(doc: Doc, rows: Sequence[A]) -> dict[int, A]:
    """The date at the head of an entry, by the first token of each sentence of it."""
    found: dict[int, A] = {}
    heads = {row.first: row for row in rows if _opens(doc, row.first)}
    inner = [row for row in rows if row.first not in heads and _within_line(doc, row)]
    if len(inner) + len(heads) >= HEADINGS:
        heads = {row.first: row for row in rows if row.first in heads or row in inner}
    alone = [row for row in heads.values() if _ends_line(doc, row.last)]
    if len(alone) >= HEADINGS:
        for row, end in zip(alone, [*(r.first for r in alone[1:]), len(doc)], strict=True):
            for sentence in _sentences(doc, row.last, end):
                found[sentence] = row
    bare = {first for first, row in heads.items() if _bare(doc, row.last)}
    for first, row in heads.items():
        if (row.last < len(doc) and doc[row.last].text in MARKS) or (len(bare) >= HEADINGS and first in bare):
            end = next((t.i for t in doc[row.last :] if t.i in heads or (t.is_space and "\n" in t.text)), len(doc))
            for sentence in list(_sentences(doc, row.last, end))[:LONGEST]:
                found[sentence] = row
    return found


def _opens(doc: Doc, first: int) -> bool:
    """Whether a token begins a line, behind no more than the mark of a list."""
    before = first - 1
    while before >= 0 and doc[before].text in ("-", "–", "•", "*"):
        before -= 1
    return before < 0 or (doc[before].is_space and "\n" in doc[before].text)


def _within_line(doc: Doc, row: Anchor) -> bool:
    """Of "5 May: The dam breaks. 6 May: Soldiers arrive.": whether a date begins an entry behind another one's."""
    before, behind = doc[row.first - 1] if row.first else None, doc[row.last] if row.last < len(doc) else None
    return before is not None and before.text in (".", "!", ";") and behind is not None and behind.text == ":"


def _bare(doc: Doc, last: int) -> bool:
    """Whether what a date heads stands right behind it: "3 May 2024 Bridge opens", in bold or in a table's row."""
    return last < len(doc) and doc[last].text[:1].isupper()


def _ends_line(doc: Doc, last: int) -> bool:
    while last < len(doc) and doc[last].text in (".", ":"):
        last += 1
    return last < len(doc) and doc[last].is_space and "\n" in doc[last].text


def _sentences(doc: Doc, first: int, end: int) -> Iterator[int]:
    """First tokens of the sentences that tell something within `doc[first:end]`; the first may begin before."""
    seen = -1
    for token in doc[first:end]:
        if token.is_space or token.is_punct or token.sent.start == seen:
            continue
        seen = token.sent.start
        yield seen


def tellers(sentence: Span, head: Anchor) -> list[Token]:
    """The words of an entry's sentence that tell what happened: its main verbs, or the noun that is all of it."""
    root = sentence.root
    if head.first <= root.i < head.last or not is_predicate(root):
        behind = [t for t in sentence if t.i >= head.last]
        verbs = [
            t
            for t in behind
            if is_predicate(t) and not _later(t, head) and t.dep_ not in ("relcl", "acl", "advcl", "pcomp", "xcomp")
        ]
        if verbs:
            return verbs[:1]
        return [t for t in behind if noun_kinds(t)][:1]
    joined = (c for c in root.children if c.dep_ == "conj" and is_predicate(c))
    told = [root, *(c for c in joined if any(d.dep_ in SUBJECTS for d in c.children))]
    return [verb for verb in told if not _later(verb, head)]


def below(sentence: Span, words: Sequence[Token]) -> bool:
    """Of "24 May: Riders admit that they took pills in the 1990s": whether only what is below has a day of its own."""
    return all(any(above.i == sentence.root.i for above in word.ancestors) for word in words)


def _later(verb: Token, head: Anchor) -> bool:
    """Of "A court will later acquit him": told at that day, and not of it."""
    behind = (c.lower_ for c in verb.children if c.i >= head.last)
    return any(word in ("will", "would", "later", "since") for word in behind)
