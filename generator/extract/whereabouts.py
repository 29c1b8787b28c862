"""Where a happening was: the place that its own clause states."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.document import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def find(doc: Doc, mentions: Sequence[Mention], inside: Sequence[int], word: Token) -> int | None:
    """The place after "in", "at" or "near" in the clause; else the one after "to"."""
    best: tuple[int, int] | None = None
    for i in inside:
        mention = mentions[i]
        if mention.type != "place":
            continue
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None:
            continue
        root = span.root
        while root.dep_ in ("conj", "compound", "appos") and root.head is not root:
            root = root.head
        if root.dep_ != "pobj" or not _hangs_on(root, word):
            continue
        rank = {"in": 0, "at": 0, "near": 0, "outside": 0, "to": 1, "into": 1, "off": 0}.get(root.head.lower_)
        if rank is not None and (best is None or rank < best[0]):
            best = (rank, i)
    return best[1] if best else None


def _hangs_on(place: Token, word: Token) -> bool:
    """Whether a place belongs to this happening: no other verb stands between them."""
    current = place
    for _ in range(12):
        if current.i == word.i or current.head is current:
            return current.i == word.i
        current = current.head
        if current.pos_ == "VERB" and current.i != word.i and current.dep_ not in ("conj", "xcomp"):
            return False
    return False


_SITES = frozenset(
    "hospital clinic school university college museum hotel airport station stadium arena theatre theater church "
    "cathedral mosque prison hall centre center palace court library sea ocean strait gulf bay "
    "square street road".split()
)


def no_town(name: str) -> bool:
    """Of "Elm Hospital", "the Banda Sea": a place where things happen, which no newspaper would set before its news."""
    return name.split()[-1].lower() in _SITES
