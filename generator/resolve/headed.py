"""Whom a text means by a surname that several people bear, where its own headline names one of them in full.

As in an interview, whose headline has the guest's name and whose lines begin with the surname.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.document import Extraction
from generator.resolve import names_match

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def by_title(extractions: Sequence[Extraction], told: Mapping[int, Mapping[int, str]]) -> dict[int, dict[int, str]]:
    """Document -> mention by surname alone -> key of the one person of that surname whom the document's title names.

    `told` is what roles tell of some mentions already; it stands. A text that names another bearer in full itself may
    mean either, so that only those count that name none but the one of the title.
    """
    bearers: dict[str, set[str]] = {}
    for extraction in extractions:
        for parts in _people(extraction):
            if len(parts) > 1:
                bearers.setdefault(parts[-1], set()).add(" ".join(parts))
    found = {number: dict(rows) for number, rows in told.items()}
    for number, extraction in enumerate(extractions):
        words = _WORD.findall(extraction.document.title)
        title = f" {' '.join(names_match.tokens(' '.join(words)))} "
        here = {parts[-1]: " ".join(parts) for parts in _people(extraction) if len(parts) > 1}
        for index, mention in enumerate(extraction.mentions):
            parts = names_match.tokens(mention.text)
            if mention.type != "person" or not mention.certain or len(parts) != 1 or parts[0] in here:
                continue
            named = sorted(full for full in bearers.get(parts[0], ()) if f" {full} " in title)
            if len(named) == 1:
                found.setdefault(number, {}).setdefault(index, f"person:{named[0]}")
    return found


def _people(extraction: Extraction) -> list[tuple[str, ...]]:
    """Folded words of the names of people in a document."""
    return [
        tuple(names_match.suffix(names_match.tokens(m.text))[0])
        for m in extraction.mentions
        if m.type == "person" and m.certain
    ]
