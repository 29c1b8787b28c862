"""What the names of all texts tell of each other: firms and their first words, rivers, series of things, families."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from generator import gazetteer, personal_names
from generator.document import Mention
from generator.extract.gazetteer_words import head_type, stop
from generator.extract.mention_shared import family
from generator.extract.mention_types import CERTAIN
from generator.model import EntityType
from generator.names import fold

FIRM = 4.0  # that a name begins one with a legal form ("Corp."): more than a model's doubt
HEAD = 3.0  # what a head word tells
LEANING = 1.2  # a vote that leans a name to a type, short of certainty
Votes = dict[EntityType, float]
# What the corpus adds to a name: it is of a series of things, begins a body's, or is a river's.
_MACHINE: Votes = {"equipment": 2.5}
_BODY: Votes = {"organization": 2.5}
_LANDMARK: Votes = {"place": 2.5}


@dataclass(frozen=True, slots=True)
class Corpus:
    """What the names of all texts tell of each other; all names are folded."""

    evidence: Mapping[str, Sequence[Votes]]
    firsts: Set[str]  # first words of bodies of several
    firms: Set[str]  # of those with a legal form
    whole: Set[str]  # firms without their legal form
    begun: Set[str]  # beginnings of bodies
    waters: Set[str]
    families: Set[str]
    series: Set[str]  # "orbis" where "Orbis-2" is a thing
    bodies: Set[str]  # of one word
    spelt: Mapping[str, str]  # a body without its small words -> the body
    shorter: Set[str]  # first and another word of people's names of three and more

    @classmethod
    def of(
        cls, mentions: Sequence[Sequence[Mention]], evidence: Mapping[str, Sequence[Votes]], firsts: Set[str]
    ) -> Corpus:
        """Read all names once. `mentions` by document; `evidence`: folded name -> votes of its mentions."""
        firms = {
            fold(m.text).split()[0] for row in mentions for m in row if gazetteer.is_legal_form(m.text.split()[-1])
        }
        spelt = {_without_small(n): n for n, rows in evidence.items() if " " in n and _surely(rows, "organization")}
        return cls(
            evidence,
            firsts,
            firms,
            _without_legal_form(mentions),
            _beginnings(mentions),
            _landmarks(mentions),
            {f for row in mentions for m in row for f in families_of(m, firsts)},
            {s for name, rows in evidence.items() if (s := _series(name)) and _surely(rows, "equipment")},
            _single_bodies(evidence),
            spelt,
            {s for name, rows in evidence.items() if _surely(rows, "person") for s in _shorter(name)},
        )

    def told(self, name: str, rows: Sequence[Votes]) -> Sequence[Votes]:
        """The evidence for a name, with what other names add to it."""
        if (whole_saint := next((s for s in _saints(name) if s in self.evidence), None)) is not None:
            rows = self.evidence[whole_saint]  # "S. Lucia" is "Santa Lucia"
        if (_series(name) or name) in self.series and not any(r.get("person", 0.0) > LEANING for r in rows):
            rows = [*rows, *[_MACHINE] * len(rows)]  # beside an "Orbis-2", "Orbis III", and "the first Orbis"
        if name in self.shorter and any(r.get("person", 0.0) > 0 for r in rows):
            return [*rows, {"person": 2.0}]  # "Efrén Sarda" of "Efrén Sarda Molina"
        if name in self.families and not gazetteer.find(name.title()):
            return [*rows, {"person": 1.5}]
        if " " in name and self.spelt.get(_without_small(name), name) != name:
            return [*rows, *[_BODY] * len(rows)]  # "Cables Maule" is "Cables del Maule"
        if name in self.whole:
            firm: Votes = {"organization": FIRM}
            return [*rows, *[firm] * len(rows)]  # whatever its head says: "Polder Grain Terminal"
        if name in self.firsts:
            return [*rows, {"organization": FIRM if name in self.firms else 2.5}]
        if " " in name and name.split()[0] in self.firsts and _people_only(rows):
            return [*rows, _BODY]
        if name in self.waters and name not in self.families:
            return [*rows, *[_LANDMARK] * len(rows)]  # "Livunzi" of "Livunzi River"
        if name in self.begun and (_people_only(rows) or _by_head_alone(name, rows)):
            return [*rows, *[_BODY] * len(rows)]  # "Harbour Cell" of "Harbour Cell Works"
        doubtful = max((w for r in rows for w in r.values()), default=0.0) < CERTAIN
        if " " in name and name.split()[0] in self.bodies and doubtful:
            return [*rows, {"organization": 2.0}]  # a doubtful name that begins with a firm's: its fuller one
        return rows


def _shorter(name: str) -> set[str]:
    """Two words by which somebody of three names and more is called: the first, and the second or the last."""
    first, *others = name.split()
    return {f"{first} {others[0]}", f"{first} {others[-1]}"} if len(others) > 1 else set()


def _single_bodies(evidence: Mapping[str, Sequence[Votes]]) -> set[str]:
    """Names of one word that some text is sure to be a body's, and none a person's or a place's."""
    found = set()
    for name, rows in evidence.items():
        best = {k: max(r.get(k, 0.0) for r in rows) for r in rows for k in r}
        others = max((w for k, w in best.items() if k != "organization"), default=0.0)
        sure = best.get("organization", 0.0) >= CERTAIN and others < CERTAIN
        known = gazetteer.find(name.title()) or personal_names.is_given_name(name)
        if sure and not known and " " not in name and len(name) > 3:
            found.add(name)
    return found


def _people_only(rows: Sequence[Votes]) -> bool:
    """Whether most speaks for a person wherever something speaks."""
    return all(row.get("person", 0.0) == max(row.values()) for row in rows if row)


def _without_legal_form(mentions: Sequence[Sequence[Mention]]) -> set[str]:
    """What firms with a legal form are called without it, whole or by their first words: "Polder Grain" of "… NV"."""
    found: set[str] = set()
    for mention in (m for row in mentions for m in row if m.type == "organization"):
        parts = mention.text.split()
        if len(parts) > 2 and gazetteer.is_legal_form(parts[-1]):
            found |= {fold(" ".join(parts[:n])) for n in range(2, len(parts))}
    return found


def _beginnings(mentions: Sequence[Sequence[Mention]]) -> set[str]:
    """First two words of the names of bodies that a head word ends, where they begin with no given name."""
    found: set[str] = set()
    for mention in (m for row in mentions for m in row if m.type == "organization" and m.certain):
        parts = fold(mention.text).split()
        if len(parts) > 2 and head_type(parts[-1]) == "organization" and not personal_names.may_be_given(parts[0]):
            found.add(" ".join(parts[:2]))
    return found


_NUMBERED = re.compile(r"(?P<series>[^\W\d_]{4,})[ -](?:\d{1,2}|[ivx]{1,4})")


def _series(name: str) -> str | None:
    """A folded name of one word without the number behind it."""
    found = _NUMBERED.fullmatch(name)
    return found["series"] if found else None


_SMALL = frozenset("del de la las los el du des di da do dos of the and und et y e van der".split())


def _without_small(name: str) -> str:
    """A folded name without its small words."""
    return " ".join(w for w in name.split() if w not in _SMALL)


def _saints(name: str) -> tuple[str, ...]:
    """What a folded name with a saint's initial may stand for."""
    initial, _, rest = name.partition(" ")
    return (
        tuple(f"{s} {rest}" for s in ("san", "santa", "santo", "sao", "st")) if initial in ("s.", "s") and rest else ()
    )


def _surely(rows: Sequence[Votes], kind: EntityType) -> bool:
    """Whether some text is sure of a type, and none says another as loudly."""
    best = max((r.get(kind, 0.0) for r in rows), default=0.0)
    return best >= CERTAIN and all(w < best for r in rows for k, w in r.items() if k != kind)


# Heads of places that go by the same name without them.
_NATURAL = frozenset(
    "river khola valley island islands district province region county strait volcano lake creek bay desert peninsula"
    " governorate oblast prefecture mountains mountain glacier".split()
)


def _landmarks(mentions: Sequence[Sequence[Mention]]) -> set[str]:
    """What rivers, islands and districts are called for short: "Livunzi" of "Livunzi River", "Lake Ohrid"'s "Ohrid"."""
    found: set[str] = set()
    for mention in (m for row in mentions for m in row if m.type == "place" and m.certain):
        parts = fold(mention.text).split()
        if len(parts) == 2 and parts[1] in _NATURAL:
            found.add(parts[0])
        elif len(parts) == 2 and parts[0] in ("lake", "river"):
            found.add(parts[1])
    return {f for f in found if len(f) > 3 and not stop("common", f) and not gazetteer.demonym(f)}


def _by_head_alone(name: str, rows: Sequence[Votes]) -> bool:
    """Whether a place is told by the last word of its name alone: "Harrow Ridge" of "Harrow Ridge Metals"."""
    headed = head_type(name.split()[-1]) == "place" and gazetteer.find(name.title()) is None
    return headed and all(row.get("place", 0.0) <= HEAD + 1.5 for row in rows)


def families_of(mention: Mention, firsts: Set[str]) -> set[str]:
    """What a person of this full name may be called by alone; nothing where the name is one word, or a body's."""
    parts = fold(mention.text).split()
    if mention.type != "person" or not mention.certain or len(parts) < 2 or parts[0] in firsts:
        return set()
    return {parts[-1], family(parts)}
