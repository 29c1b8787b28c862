"""A claim as its finder made it, with all that the gate judges it by."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from generator.extract.anchors import Anchored
    from generator.extract.clauses import Clause
    from generator.extract.referents import Referents


@dataclass(frozen=True, slots=True)
class Finished:
    """A claim as its finder made it, and all that its words and its title are judged by."""

    doc: Doc
    word: Token  # the verb or event noun that tells it
    clause: Clause
    kinds: tuple[str, ...]
    title: str | None
    kicked: bool  # whether a name stands before it
    named: bool  # whether a name stands in the title for its subject
    said: Collection[int]  # tokens of pronouns and bare nouns that a name stands for
    who: Referents
    best: Anchored | None
    time_first: int | None  # first token of the time with its preposition
    rows: Sequence[Anchored]  # all times of the sentence
    start: int  # of the quote, in characters of the text
    end: int
    planned: bool
    unclear: bool  # whether it is not known whom a pronoun means
    leaning: bool
    published: str | None
    entry: bool = False  # whether its time heads a chronology's entry, and so is no noun's

    @property
    def verb(self) -> Token | None:
        """The word where it is a verb."""
        return self.word if self.word.pos_ in ("VERB", "AUX") else None

    @property
    def subject(self) -> Token | None:
        """Head of the subject, in a relative clause its antecedent."""
        return self.doc[self.clause.subject] if self.clause.subject is not None else None
