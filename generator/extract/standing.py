"""Titles that can be read alone: a name set before one that names nobody, as a newspaper's kicker does.

"The merger is completed" says nothing in a list of events; "Norvale: the merger is completed" does. The name is that
of which the whole text speaks most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.document import Document, Mention

LIMIT = 90
LEAST = 3  # words without which not even a kicker makes a title
IN_TITLE, IN_LEAD = 4, 2  # mentions that a place in the headline or the first paragraph is worth
_PLACES = 0.5  # where something happens tells less of it than who acts


def topic(document: Document, mentions: Sequence[Mention]) -> str | None:
    """The name of whom or what a text is about, in full; `None` where it names nobody twice."""
    lead = document.text.find("\n\n")
    worth: Counter[str] = Counter()
    fullest: dict[str, str] = {}
    for mention in mentions:
        key = mention.text.split()[-1].lower() if mention.type == "person" else mention.text.lower()
        worth[key] += 4 if mention.type != "place" else int(4 * _PLACES)
        if key not in fullest:
            worth[key] += 4 * IN_TITLE * (mention.text.split()[-1] in document.title)
            worth[key] += 4 * IN_LEAD * (0 <= mention.start < lead)
            fullest[key] = mention.text
        elif len(mention.text) > len(fullest[key]):
            fullest[key] = mention.text
    if not worth:
        return None
    best = max(worth, key=lambda key: (worth[key], key))
    return fullest[best] if worth[best] > 4 else None


def kicked(title: str, name: str | None) -> str | None:
    """The title with its kicker; `None` where there is none, or no room for it."""
    if name is None or len(title.split()) < LEAST:
        return None
    first, _, rest = title.partition(" ")
    plain = first.lower() if first in ("The", "A", "An", "Both", "Two", "Three", "More", "Some", "No") else first
    made = f"{name}: {plain} {rest}"
    return made if len(made) <= LIMIT else None
