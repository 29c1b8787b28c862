"""Names that only tell papers apart: "the Calder report", "the Lund letters". Whom a paper is called after does nothing
in what befalls it.

A paper that acts ("the Lund report accuses …") speaks for whom it is called after, and leaves the name where it is; so
does a contract or treaty, whose name is that of a party.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from generator.document import Mention
from generator.extract.misparsed import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Doc

PAPERS: Final = frozenset(
    "report letter memo dossier study survey paper file tape recording email e-mail diary note leak cable "
    "manuscript transcript audit".split()
)
_BESIDE: Final = frozenset(("compound", "nmod", "amod"))


def named(doc: Doc, mentions: Sequence[Mention]) -> frozenset[int]:
    """The mentions (their numbers) that stand before a paper as its name. `doc`: the parse of the document's text."""
    found = set()
    for number, mention in enumerate(mentions):
        span = doc.char_span(mention.start, mention.end)
        if span is None or span.root.dep_ not in _BESIDE:
            continue
        paper = span.root.head
        if paper.i >= span.end and paper.lemma_.lower() in PAPERS and paper.dep_ not in SUBJECTS - {"nsubjpass"}:
            found.add(number)
    return frozenset(found)
