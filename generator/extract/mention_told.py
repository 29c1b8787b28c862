"""What a text itself tells of a name, weighed against what a language model guesses at its letters."""

from __future__ import annotations

import re
from collections import defaultdict

from generator.extract import gazetteer_words as tables
from generator.extract.mention_ends import Candidate
from generator.extract.mention_spans import Cutter
from generator.extract.mention_types import CERTAIN
from generator.model import EntityType
from generator.names import fold

# What is left of a model's guess where the text itself tells, and how much of the text speaks against that.
GUESS, OBJECTION = 0.2, 0.8
CONTEXT = 1.0  # what words around one mention must say for its type where another thing bears the name


def trust_the_text(candidates: list[Candidate], names: list[str]) -> None:
    """Where words around a name tell its type ("the pump maker X"), the model's guesses at it elsewhere count little.

    A small model labels a name that it has never seen by its letters, and each time anew.
    """
    groups: dict[str, list[Candidate]] = defaultdict(list)
    for candidate, name in zip(candidates, names, strict=True):
        groups[fold(name)].append(candidate)
    for group in groups.values():
        said: dict[EntityType, float] = {}
        for candidate in group:
            for kind, weight in candidate.votes.items():
                said[kind] = max(said.get(kind, 0.0), weight - candidate.guess.get(kind, 0.0))
        told = [k for k, w in said.items() if w >= CERTAIN]
        if len(told) != 1 or any(w >= OBJECTION for k, w in said.items() if k != told[0]):
            continue
        for candidate in group:
            candidate.told = told[0]
            for kind, weight in candidate.guess.items():
                if kind != told[0] and candidate.votes.get(kind, 0.0) >= weight:
                    candidate.vote(kind, (GUESS - 1.0) * weight)


# Where a body speaks of itself ("the blog of X. … We are a small charity"), and what it speaks in.
_WE_ARE = re.compile(r"\bwe(?: are|['’]re) an? ((?:[a-z-]+ ){0,3}[a-z-]+)", re.IGNORECASE)
_OUTLETS = frozenset("blog newsletter website site page bulletin account channel".split())


def speaks_of_itself(candidates: list[Candidate], text: str, cutter: Cutter) -> None:
    """The name whose blog or newsletter a text is, where that says of itself that it is a body."""
    said = [w for m in _WE_ARE.finditer(text) for w in m[1].lower().split()]
    if not any(tables.small_head_type(w) == "organization" for w in said):
        return
    words = cutter.words
    for candidate in candidates:
        at = candidate.start - 1
        if at > 0 and words[at].lower == "of" and words[at - 1].lower in _OUTLETS and words[at].gap == " ":
            candidate.vote("organization", 4.0)
            candidate.here = "organization"


def made_and_maker(group: list[Candidate]) -> bool:
    """Where a product and its firm bear one name, each is what its own neighbours say; of the others nobody knows."""
    made = [c for c in group if c.here == "equipment"]
    makers = [c for c in group if c not in made and _said(c, "organization") >= CONTEXT]
    if not made and any(c.here == "organization" for c in makers):
        for candidate in group:
            candidate.votes.pop("equipment", None)  # "the X engine" is one that X makes
        return False
    if not (made and makers):
        return False
    for candidate in group:
        kind: EntityType = "equipment" if candidate in made else "organization"
        candidate.votes = {kind: 3.0}
        candidate.here = kind
        candidate.either = candidate not in made and candidate not in makers
    return True


def _said(candidate: Candidate, kind: EntityType) -> float:
    """What speaks for a type beside the model's guess."""
    return candidate.votes.get(kind, 0.0) - candidate.guess.get(kind, 0.0)


def acts(candidate: Candidate) -> bool:
    """Whether words beside a name, the model's guess aside, tell that it is a person's: a title, "said"."""
    told = candidate.votes.get("person", 0.0) - candidate.guess.get("person", 0.0)
    return candidate.here == "person" or candidate.title or told >= 0.5
