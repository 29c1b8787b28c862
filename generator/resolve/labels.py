"""What a briefing's one story is about: the town, the dam, the ship whose name can head a title that says only "the".

"The river floods the valley" says in a list of events not which river; "Kamen: the river floods the valley" does.
Only a place or a thing that headlines name heads such titles: of two firms in a story, the words might mean the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from generator import gazetteer, quantities
from generator.document import Extraction, Identities
from generator.model import EntityType
from generator.resolve.in_full import LIMIT

# Of a body, its owners or its deals a place says nothing.
_BODIES = frozenset(
    "shareholder board firm company buyer bidder owner investor creditor share brand deal offer merger takeover "
    "works factory plant mill group agency ministry court commission committee council party bank union university "
    "institute authority association federation foundation fund department office bureau service organization club "
    "league corporation consortium alliance coalition tribunal front movement regulator operator panel jury "
    # What a country has, no town need have.
    "government parliament cabinet law bill decree affair".split()
)
# Before people, or what flies, the name of a ship or probe would be taken for theirs.
_NOT_THINGS = frozenset(
    "flight launch rocket stage aircraft plane people person worker team man woman scientist engineer director captain "
    "minister president chairman crew passenger family victim".split()
)
_SKY = frozenset("moon mars venus jupiter saturn sun earth orbit".split())


@dataclass(frozen=True, slots=True)
class Label:
    """The name that heads a story's titles, and the numbers of the articles that have it."""

    name: str
    type: EntityType
    articles: frozenset[int]

    def fits(self, title: str, article: int) -> bool:
        """Whether it can head a title of an article: "The new mayor to be sworn in", not "The board rejects it"."""
        noun = subject(title)
        if article not in self.articles or self.name in title or noun is None or ":" in title:
            return False
        body = noun in _BODIES
        return not body if self.type == "place" else not (body or noun in _NOT_THINGS)

    def headed(self, title: str) -> str:
        """The title with its name before it; as it was, where there is no room."""
        longer = f"{self.name}: {title[0].lower()}{title[1:]}"
        return longer if len(longer) <= LIMIT else title


def subject(title: str) -> str | None:
    """Of "The new mayor is sworn in": "mayor", of "The two firms agree": "firm"; `None` where no such noun opens it."""
    first, *words = re.split(r"\s+", title)
    if first != "The":
        return None
    nouns = (w for w in words if not w.isdigit() and w not in gazetteer.little_words())
    noun = next(nouns, "")
    return quantities.singular(noun) if re.fullmatch(r"[a-z-]+", noun) else None


def of_story(extractions: Sequence[Extraction], identities: Identities, told: Collection[int]) -> Label | None:
    """The place or thing that most of these articles and the most headlines name; `None` where it is not just one."""
    headed, having = Counter[str](), dict[str, set[int]]()
    for number in sorted(told):
        extraction, title = extractions[number], extractions[number].document.title
        for m in range(len(extraction.mentions)):
            if (id := identities.of_mention.get((number, m))) is None:
                continue
            having.setdefault(id, set()).add(number)
        names = {mention.text: identities.of_mention.get((number, m)) for m, mention in enumerate(extraction.mentions)}
        headed.update({id for text, id in names.items() if id is not None and text in title})
    rivals = max((headed[id] for id in having if identities.entities[id].type == "organization"), default=0)
    ranked = sorted(
        (id for id in having if _heads(id, identities) and headed[id] > 0 and 2 * len(having[id]) >= len(told)),
        key=lambda id: (-headed[id], -len(having[id]), id),
    )
    second = headed[ranked[1]] if len(ranked) > 1 else 0
    if not ranked or headed[ranked[0]] <= max(rivals, second):
        return None
    entity = identities.entities[ranked[0]]
    return Label(entity.name, entity.type, frozenset(having[ranked[0]]))


def _heads(id: str, identities: Identities) -> bool:
    entity = identities.entities[id]
    if entity.type not in ("place", "equipment") or entity.name.lower() in _SKY:
        return False
    known = gazetteer.find(entity.name) if entity.type == "place" else None
    return known is None or known.kind not in ("country", "capital", "region")
