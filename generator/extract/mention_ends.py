"""What belongs to a name behind it: a number, a head in small letters, the institution behind a demonym."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from generator import gazetteer, personal_names
from generator.counts import NUMBERS
from generator.extract import gazetteer_words as tables
from generator.extract.mention_joins import Joins
from generator.extract.mention_runs import Spans
from generator.extract.mention_words import Word, neighbours
from generator.model import EntityType

# What goes before a known place and belongs to its name, and before the adjective of a people.
DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central upper lower greater inner outer".split()
)


# What a number measures.
_MEASURES = frozenset(
    "million billion trillion thousand percent times per km kilometres kilometers miles metres meters".split()
)


# What a plant has several of, told apart by numbers.
_UNITS = frozenset("unit reactor block turbine".split())
_WHERE_BEFORE = frozenset("in at near outside on from of by".split())
_COUNTED = frozenset(word for word, n in NUMBERS.items() if 1 <= n <= 12)
_ASSEMBLIES = frozenset("congress conference assembly".split())
_CROWNS = frozenset(
    "king kings queen queens pope popes emperor empress tsar czar throne crown monarch monarchy dynasty reign reigned"
    " prince princess sultan patriarch".split()
)
_LIMITED = re.compile(r"(?:Ltd|Limited|Inc|LLC|KG)\.?")  # what follows "Co." and a comma
_OF_FLIGHTS = frozenset("flight flights airline airlines runway jetliner airliner".split())


@dataclass(slots=True)
class Candidate:
    """Words [start, stop) that may be a name, and what has been found out about its type so far."""

    start: int
    stop: int
    votes: dict[EntityType, float] = field(default_factory=dict)
    guess: dict[EntityType, float] = field(default_factory=dict)  # those of the votes that are the model's alone
    told: EntityType | None = None  # what the text says somewhere of this name, the model aside
    title: bool = False  # a title stands right before it
    either: bool = False  # a person and a place bear the name here, and nothing beside this one tells which
    water: bool = False  # behind what tells of a river or a lake: "along the X"
    kin: bool = False  # named as somebody's relative, by first name
    nothing: bool = False  # a thing that bears a number, and no name
    here: EntityType | None = None  # what this one's own neighbours say, whatever bears the name elsewhere

    def vote(self, kind: EntityType, weight: float) -> None:
        """Add to what speaks for a type; less than nothing speaks against it."""
        self.votes[kind] = self.votes.get(kind, 0.0) + weight


class Ends(Joins):
    """Candidates and their ends. `found` holds what has been cut so far; `sport`: whether the text reports sport."""

    def __init__(self, words: list[Word], spans: Spans) -> None:
        super().__init__(words, spans)
        self.sport = tables.is_sport(words)
        self.surnames = {
            two.text
            for one, two in pairwise(words)
            if one.cap and two.cap and one.gap == " " and not one.possessive and personal_names.may_be_given(one.text)
        }
        # Assemblies that the text says to be another body's: "the Congress of the Miners' League".
        self.owned = {
            w.text
            for w, of, the, whose in zip(words, words[1:], words[2:], words[3:], strict=False)
            if w.lower in _ASSEMBLIES and w.cap and of.text == "of" and the.text == "the" and whose.cap
        }
        self.counts = Counter(w.text for w in words)
        self.small = {w.lower for w in words if not w.cap}
        self.crowns = any(w.lower in _CROWNS for w in words)
        self.flights = any(w.lower in _OF_FLIGHTS for w in words)
        self.dashed = {
            (one.text, two.text)
            for thing, one, two in zip(words, words[1:], words[2:], strict=False)
            if one.gap == "–" and one.cap and two.cap and tables.small_head(thing, "cue") == "equipment"
        }  # "the orbiter Castor–Pollux": one thing, elsewhere in the text as well
        self.found: list[Candidate] = []

    def adjectives(self, start: int, stop: int) -> int:
        """Index behind the adjectives of a people at the front: "South Korean", "Danish"."""
        index = start
        words = self.words
        if (
            stop - start > 1
            and personal_names.is_given_name(words[start].text)
            and not (self._behind_article(start) and gazetteer.demonym(words[start].text))
            and words[start + 1].cap
            and self.head(start, stop) is None
        ):
            return start  # "Christian", "Roman": here a person's name
        if (
            stop - start > 1
            and words[start].lower in DIRECTIONS
            and tables.is_adjective_of_people(words[start + 1])
            and gazetteer.demonym(self.text(start, start + 2)) is None
        ):
            index += 1  # "South American"
        while index < stop:
            for length in (3, 2, 1) if gazetteer.begins_demonym(words[index].text) else (1,):
                if (
                    index + length <= stop
                    and gazetteer.demonym(" ".join(w.text for w in self.words[index : index + length])) is not None
                ):
                    index += length
                    break
            else:
                if not tables.is_adjective_of_people(self.words[index]):
                    break
                index += 1
        return index

    def _behind_article(self, start: int) -> bool:
        """Whether an article stands right before: "the Finn Eero Example" is a Finn."""
        return start > 0 and self.words[start - 1].lower in ("the", "a", "an") and self.words[start - 1].gap == " "

    def extend(self, candidate: Candidate) -> None:
        """Take in a number ("Falcon 9") or a head in small letters ("Rialto bridge") behind the name."""
        words, stop = self.words, candidate.stop
        if stop < len(words) and words[stop - 1].gap == "–" and (words[stop - 1].text, words[stop].text) in self.dashed:
            candidate.stop = stop = stop + 1
            candidate.vote("equipment", 2.0)
        if stop < len(words) and words[stop - 1].lower == "co" and _LIMITED.fullmatch(words[stop].text):
            if words[stop - 1].gap.strip(".") in (" ", ", "):
                candidate.stop += 1  # "Baeul Textiles Co., Ltd."
            return
        if stop >= len(words) or words[stop - 1].possessive or words[stop - 1].gap != " ":
            return
        text = self.text(candidate.start, stop)
        known = gazetteer.find(text)
        following = words[stop]
        if self.sport and following.text.isdigit():
            return  # a score
        if following.cap and following.lower in _COUNTED and not following.first and not candidate.title:
            candidate.stop += 1  # "Shaft Four", "Channel Four"
            return
        if following.text in ("No", "No.", "Nr", "Nr.") and self._gap_to(stop + 1) and words[stop + 1].text.isdigit():
            self._take_numbered(candidate, known)
        elif not self._take_number(candidate, text, known):
            self._take_head(candidate, text, known)

    def _take_numbered(self, candidate: Candidate, known: gazetteer.Known | None) -> None:
        """As "School No. 3": a number that is called one."""
        words, stop = self.words, candidate.stop
        if tables.head_type(words[stop - 1]) or tables.small_head(words[candidate.start], "first"):
            candidate.stop += 2  # "School No. 3"
        elif known is None and self._is_unit(candidate.start, stop) and not self._is_common_noun(words[stop - 1]):
            candidate.stop += 2
            candidate.votes = {"equipment": 3.0}  # "the core of Orvala No. 2"
        elif candidate.stop - candidate.start == 1 and self._is_common_noun(words[candidate.start]):
            candidate.nothing = True  # "Silo No. 4": one of several, and no name

    def _take_number(self, candidate: Candidate, text: str, known: gazetteer.Known | None) -> bool:
        """Take in a number that belongs to a thing, an event or a model; whether one stands there at all."""
        words, stop = self.words, candidate.stop
        following = words[stop]
        if words[stop - 1].lower in _UNITS and stop - candidate.start > 1 and re.fullmatch(r"\d{1,2}", following.text):
            candidate.stop += 1
            candidate.votes = {"equipment": 5.0}  # "Orvala Unit 2"
            return True
        if (
            re.fullmatch(r"\d{3}[A-Z]?|\d{3}-\d{1,3}[A-Z]*|\d[05]00", following.text)
            and not candidate.title
            and not gazetteer.demonym(text)
            and not (known and known.type != "organization")
            and self._is_model(candidate, stop, bool(known))
        ):
            candidate.stop += 1
            candidate.votes = {"equipment": 5.0}
            if self._gap_to(candidate.stop) and words[candidate.stop].caps and len(words[candidate.stop].text) < 5:
                candidate.stop += 1  # "Boeing 737 MAX"
            return True
        if known and known.type == "equipment" and re.fullmatch(r"\d{1,2}", following.text):
            candidate.stop += 1
            return True
        if re.fullmatch(r"\d{1,2}|\d{3}(?=[A-Z])?|20[0-3]\d", following.text) and not known and not candidate.title:
            self._take_count(candidate)
            return True
        return False

    def _take_count(self, candidate: Candidate) -> None:
        """As "Falcon 9", "Euro 2024": a number that no gazetteer knows, unless it counts what follows."""
        words, stop = self.words, candidate.stop
        following = words[stop]
        of_event = candidate.votes.get("named_event", 0) > 0
        if following.gap == " " and stop + 1 < len(words) and self._is_thing(stop + 1):
            candidate.stop += 1
            candidate.vote("equipment", 2.5)
        elif len(following.text) < 3 or of_event:
            first = words[candidate.start].start
            covered = any(s <= first and e >= following.end for (s, e), _ in self.overlapping(first, following.end))
            after = words[stop + 1] if stop + 1 < len(words) else None
            unit = (
                after is not None
                and following.gap == " "
                and (after.tag in ("NNS", "NNPS", "CD") or after.lower in _MEASURES)
            )
            if (covered or of_event or self._told(candidate) or self._numbered(candidate, after)) and not unit:
                candidate.stop += 1
                if not of_event:
                    one = candidate.start > 0 and words[candidate.start - 1].lower in ("a", "an")
                    candidate.vote("equipment", 1.8 if one else 1.0)

    def _take_head(self, candidate: Candidate, text: str, known: gazetteer.Known | None) -> None:
        """Take in a head in small letters: "Rialto bridge"."""
        words, stop = self.words, candidate.stop
        following = words[stop]
        kind = tables.small_head(following, "in")
        place = known is not None and known.type == "place"
        if not kind and not place:
            kind = tables.small_head(following, "some")
        body = (known is not None and known.type == "organization") or bool(candidate.votes.get("organization"))
        before = words[candidate.start - 1] if candidate.start else None
        where = before is not None and before.lower in (*_WHERE_BEFORE, "the", "to", "into", "outside")
        if kind == "place" and known is None and not where and text in self.surnames:
            return  # "He did not wish Weber prison"
        if kind == "place" and known is None and before and before.lower in ("a", "an", "another"):
            return  # "a Bailey bridge" is a kind of bridge
        if kind and not (known and known.kind == "country") and (not body or kind == "named_event"):
            after = words[stop + 1] if stop + 1 < len(words) and following.gap == " " else None
            if not (after and after.cap and not after.first) and not personal_names.is_given_name(
                words[candidate.start].text
            ):
                candidate.stop += 1
                candidate.vote(kind, 3.0)

    def _is_unit(self, start: int, stop: int) -> bool:
        """Whether a reactor or the like is spoken of where a name of one word stands: its numbers tell units apart."""
        return stop - start == 1 and not self.small.isdisjoint(_UNITS)

    def _is_common_noun(self, word: Word) -> bool:
        """Whether a word of a name is a noun of the language: its text has it in small letters as well."""
        return word.lower in self.small or word.lower + "s" in self.small

    def _gap_to(self, index: int) -> bool:
        """Whether a word stands at the index with nothing but a space before it."""
        return 0 < index < len(self.words) and self.words[index - 1].gap == " "

    def _told(self, candidate: Candidate) -> bool:
        """Whether an article, and no adjective, stands before a name that is no common word: "a Kestrel 2"."""
        before = self.words[candidate.start - 1] if candidate.start else None
        return (
            before is not None
            and before.gap == " "
            and before.lower in ("a", "an", "the")
            and not any(tables.is_common(w) for w in self.words[candidate.start : candidate.stop])
        )

    def _numbered(self, candidate: Candidate, after: Word | None) -> bool:
        """Whether a made-up word has a number behind it and its sentence goes on: "Orbis 2 (OB-2), named like …"."""
        only, number = self.words[candidate.start], self.words[candidate.stop]
        before = self.words[candidate.start - 1].lower if candidate.start else ""
        made_up = candidate.stop - candidate.start == 1 and not only.caps and not tables.is_common(only)
        if (
            not made_up
            or personal_names.is_given_name(only.text)
            or tables.title_kind(only.text)
            or before in _WHERE_BEFORE
        ):
            return False
        goes_on = after is not None and number.gap == " " and after.tag in ("VBZ", "VBD", "MD")
        return goes_on or (number.gap.startswith(" (") and after is not None and after.caps)

    def _is_model(self, candidate: Candidate, number: int, maker: bool) -> bool:
        """Whether a number counts models, not things: "two Kestrel 300 cranes", but "Kestrel 300 workers"."""
        words = self.words
        after = words[number + 1] if self._gap_to(number + 1) else None
        before = words[candidate.start - 1] if candidate.start and words[candidate.start - 1].gap == " " else None
        told = before is not None and (before.tag in ("DT", "CD", "PRP$", "JJ") or before.possessive)
        if all(tables.is_common(w) or tables.title_kind(w.text) for w in words[candidate.start : candidate.stop]):
            return False  # "Flight 370", "Room 101"
        if after is None or (after.tag not in ("NNS", "NNPS", "CD") and after.lower not in _MEASURES):
            return maker or told or bool(after and self._is_thing(number + 1))
        return told and before is not None and before.tag == "CD"

    def _is_thing(self, index: int) -> bool:
        """Whether a word or compound that begins here describes equipment."""
        words = self.words
        small = tables.small_head(words[index], "cue") or tables.cue_ahead(words, index)
        return small == "equipment" or (
            words[index].cap and self.head(index, min(index + 2, len(words))) == "equipment"
        )

    def institutions(self) -> None:
        """Find "Danish army", "US military": the adjective of a country before an institution in small letters."""
        words = self.words
        taken = {i for c in self.found for i in range(c.start, c.stop)}
        by_end = {c.stop: c for c in self.found}
        index = 0
        while index < len(words):
            behind = self.adjectives(index, min(index + 3, len(words)))
            front = by_end.get(index + 1)
            iso = gazetteer.country_of(self.text(index, behind)) if behind > index else None
            if behind == index and front and not words[index].possessive:
                iso, behind, start = gazetteer.country(self.text(front.start, front.stop)), index + 1, front.start
            else:
                start = index
            if iso and words[behind - 1].cap and words[behind - 1].gap == " " and not words[behind - 1].possessive:
                length, sure = self._institution_at(behind)
                if length and not any(i in taken for i in range(behind, behind + length)):
                    self.found = [c for c in self.found if not (start <= c.start and c.stop <= behind)]
                    made = Candidate(start, behind + length)
                    made.vote("organization", 3.5 if sure else 1.2)
                    self.found.append(made)
                    index = behind + length
                    continue
            index += 1

    def _institution_at(self, start: int) -> tuple[int, bool]:
        words = self.words
        for length in (5, 4, 3, 2, 1):
            part = words[start : start + length]
            if len(part) < length or any(not neighbours(words, start + i) for i in range(length - 1)):
                continue
            sure = tables.institutions().get(tuple(w.lower for w in part))
            if sure is None:
                continue
            after = (
                words[start + length]
                if start + length < len(words) and part[-1].gap == " " and not part[-1].possessive
                else None
            )
            if part[-1].lower in ("military", "police") and after and (after.tag.startswith("NN") or after.tag == "JJ"):
                return 0, False  # here an adjective: "military officers"
            return length, sure
        return 0, False
