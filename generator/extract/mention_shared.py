"""One name, one type within a text, though a person and a town, or a man and his firm, may share it.

A surname or a first name takes the type of the person's full name, the first word of a body's that of the body. Where
two bear one name, each mention is what its own neighbours say, and else the one that the text has named before.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator import gazetteer, personal_names
from generator.extract import gazetteer_words as tables
from generator.extract import mention_form, mention_told, mention_types
from generator.extract.mention_ends import Candidate
from generator.extract.mention_spans import Cutter
from generator.extract.mention_types import CERTAIN
from generator.extract.mention_words import PARTICLES
from generator.model import EntityType
from generator.names import fold

ACTS = 0.8  # that something does what firms do
OFTEN = 3  # times that a name must be taken for a body's, and never for anything else, to be one
Votes = dict[EntityType, float]


def settle(candidates: list[Candidate], names: list[str], cutter: Cutter) -> None:
    """Settle the votes of a text's candidates; `names` are theirs as printed, in the same order."""
    groups: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        groups[fold(name)].append(number)
    told = {
        name
        for name, members in groups.items()
        if gazetteer.find(names[members[0]]) is None and mention_told.made_and_maker([candidates[n] for n in members])
    }
    totals = {name: _together([candidates[n].votes for n in members]) for name, members in groups.items()}
    for name, members in groups.items():
        if len(members) >= OFTEN and set(totals[name]) == {"organization"} and not personal_names.is_given_name(name):
            guessed = sum(candidates[n].guess.get("organization", 0.0) > 0 for n in members)
            if guessed * 2 > len(members):
                totals[name]["organization"] = max(totals[name]["organization"], CERTAIN)
    text = _Text(candidates, names, cutter, totals, _parts_of_names(groups, totals, names))
    for name, members in groups.items():
        if name not in told:
            text.settle(name, members)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What parts of the names of a text are called by themselves: part -> weight, number of the first whole name."""

    persons: dict[str, tuple[float, int]]
    bodies: dict[str, tuple[float, int]]
    ships: set[str]
    events: set[str]


@dataclass(frozen=True, slots=True)
class _Text:
    """The candidates of a text with what its names tell together, by folded name."""

    candidates: Sequence[Candidate]
    names: Sequence[str]
    cutter: Cutter
    totals: dict[str, Votes]
    parts: _Parts

    def settle(self, name: str, members: list[int]) -> None:
        """Give the mentions of one name their votes. `members`: their numbers."""
        placed = bool(self._placed(members))
        members = self._clubs(name, members)
        votes = self.totals[name]
        person = name in self.parts.persons and self.parts.persons[name][0] >= CERTAIN and "named_event" not in votes
        body = self._is_body(name, members, placed)
        if body and not person and (waters := [n for n in members if self.candidates[n].water]):
            for number in waters:  # a river, and the company called after it
                self.candidates[number].votes, self.candidates[number].here = {"place": 3.0}, "place"
            members = [n for n in members if n not in waters]
            votes = self.totals[name] = self._votes_of(members)
        if body and not person:
            votes["organization"] = votes.get("organization", 0.0) + self.parts.bodies[name][0]
        if name in self.parts.events:
            votes["named_event"] = votes.get("named_event", 0.0) + 3.0
        if name in self.parts.ships:
            votes["equipment"] = votes.get("equipment", 0.0) + 3.0
        if person:
            members, votes = self._people(name, members, body)
        for number in members:
            self.candidates[number].votes = dict(votes)

    def _votes_of(self, members: Sequence[int]) -> Votes:
        return _together([self.candidates[n].votes for n in members])

    def _placed(self, members: Sequence[int]) -> list[int]:
        """Those of the mentions whose own neighbours tell of a place."""
        return [n for n in members if self.candidates[n].here == "place"]

    def _clubs(self, name: str, members: list[int]) -> list[int]:
        """Of a report of sport: the mentions without those of the town whose name a club bears."""
        if not self.cutter.sport or not any(self.candidates[n].here == "organization" for n in members):
            return members
        where = self._placed(members)
        if not where:
            self.totals[name]["place"] = self.totals[name].get("place", 0.0) * 0.3  # "Rovertown sacked X": so all are
            return members
        for number in where:  # a club, and its town in a dateline or behind "in"
            self.candidates[number].votes = {"place": 3.0}
        members = [n for n in members if n not in where]
        self.totals[name] = self._votes_of(members)
        return members

    def _is_body(self, name: str, members: Sequence[int], placed: bool) -> bool:
        """Whether a name is what a body of several words is called for short, and neither given name nor place.

        `placed`: whether the neighbours of one of them tell of a place.
        """
        if name not in self.parts.bodies or personal_names.is_given_name(name):
            return False
        votes, town = self.totals[name], gazetteer.find(self.names[members[0]])
        if town and (town.kind != "city" or placed or votes.get("organization", 0.0) < ACTS):
            return False
        if town:
            votes["place"] = votes.get("place", 0.0) * 0.4  # "Harrow bought the mine" where "Harrow Metals" is told of
        return True

    def _people(self, name: str, members: Sequence[int], body: bool) -> tuple[list[int], Votes]:
        """(the mentions that may be a person of this name, their votes); of a town's or firm's each is told its own."""
        known = gazetteer.find(self.names[members[0]])
        bonus = 3.5 if not (known and known.kind in ("country", "capital")) else 0.5
        if body and bonus > 1:
            bonus = 0.0  # a founder and his firm: what stands beside the name must tell
        where = self._placed(members)
        first, last = (self.parts.bodies[name][1], self.parts.persons[name][1]) if body else (0, 0)
        before = [n for n in members if body and n not in where and first < n < last]
        rest = [n for n in members if n not in where and n not in before]
        places: list[Votes] = [{k: w for k, w in self.candidates[n].votes.items() if k == "place"} for n in where]
        own_place: Votes = {"place": 2.2, **_together(places)}
        votes = self._votes_of(rest) if rest else {}
        votes["person"] = votes.get("person", 0.0) + bonus
        for number in before:
            self.candidates[number].votes = {"organization": 3.0}
            self.candidates[number].here = "organization"
        for number in where:
            self.candidates[number].votes = own_place if bonus > 1 else dict(self.totals[name])
        for number in rest if where and bonus > 1 else ():
            self.candidates[number].either = not mention_told.acts(self.candidates[number])
        return rest, votes


def _together(rows: Sequence[Votes]) -> Votes:
    """Votes of several mentions as one: two tell more than one, ten doubts are no certainty, silence speaks softly."""
    total: Votes = {}
    voices: Counter[EntityType] = Counter()
    for row in rows:
        for kind, weight in row.items():
            total[kind] = total.get(kind, 0.0) + weight
            voices[kind] += 1
    more = min(1.0 + 0.25 * (len(rows) - 1), 1.75)
    return {k: v / (len(rows) * voices[k]) ** 0.5 * more for k, v in total.items()}


_RACES = frozenset("tour giro vuelta".split())  # called so without what follows: "the Tour"


def _parts_of_names(groups: dict[str, list[int]], totals: dict[str, Votes], names: Sequence[str]) -> _Parts:
    """Surnames of people, names of ships and of storms, first words of bodies."""
    persons: dict[str, tuple[float, int]] = {}
    bodies: dict[str, tuple[float, int]] = {}
    ships: set[str] = set()
    events: set[str] = set()
    for name, votes in totals.items():
        verdict = mention_types.decide(votes)
        parts = name.split()
        if not verdict or len(parts) < 2:
            continue
        first = groups[name][0]
        if verdict[0] == "person":
            forms = {parts[-1], family(parts), " ".join(parts[-2:]), re.sub(r"^(?:al|el|as|ad|an|ar)-", "", parts[-1])}
            forms |= (
                {parts[0]}
                if parts[0] in personal_names.family_first() or personal_names.may_be_given(parts[0])
                else set()
            )
            forms |= {p.strip("\"“”'‘’") for p in parts[1:-1] if p[:1] in "\"“‘'"}  # by a nickname
            for form in forms - {name}:
                persons[form] = max(persons.get(form, (0.0, first)), (verdict[1], first), key=lambda p: (p[0], -p[1]))
        elif (
            verdict[0] == "organization"
            and verdict[1] >= CERTAIN
            and len(parts[0]) > 3
            and not tables.stop("public-body", parts[-1].casefold())
        ):
            legal = gazetteer.is_legal_form(names[first].split()[-1])
            headed = len(parts) > 2 and tables.head_type(parts[-1]) == "organization" and "of" not in parts
            for form in {parts[0], " ".join(parts[:-1])} if legal or headed else {parts[0]}:
                bodies[form] = max(
                    bodies.get(form, (0.0, first)), (3.0 if legal else 1.5, first), key=lambda p: (p[0], -p[1])
                )
        if len(parts) == 2 and parts[0] in mention_form.SHIPS and votes.get("equipment", 0) > CERTAIN:
            ships.add(parts[-1])
        if verdict[0] == "named_event" and parts[-2] in mention_form.CHRISTENED:
            events.add(parts[-1])  # "Hurricane Olga" is "Olga" from then on
        if verdict[0] == "named_event" and parts[0] in _RACES:
            events.add(parts[0])
    return _Parts(persons, bodies, ships, events)


_GENERATIONS = frozenset("jr sr ii iii iv".split())


def family(parts: list[str]) -> str:
    """The family name at the end of a folded full name, with the particles before it: "van der berg"."""
    at = len(parts) - 1
    while at > 1 and parts[at].rstrip(".") in _GENERATIONS:
        at -= 1
    parts = parts[: at + 1]
    while at > 1 and parts[at - 1] in PARTICLES:
        at -= 1
    return " ".join(parts[at:])
