"""Titles within a run of capitals: what stands before an office is its body or field, what stands behind a person."""

from __future__ import annotations

from itertools import pairwise

from generator import gazetteer, personal_names
from generator.extract import gazetteer_words as tables
from generator.extract.mention_ends import Ends
from generator.extract.mention_runs import Spans
from generator.extract.mention_words import Word
from generator.model import EntityType

# Titles that also begin the names of places and institutions ("King Abdullah University").
_EPONYMS = frozenset(
    "king queen prince princess president pope saint st sir cardinal emperor sheikh shaikh sultan marshal "
    "captain duke general imam father mother lord lady mount".split()
)
# Titles that are first names as well.
_GIVEN = frozenset("sheikh shaikh imam sayyid haji emir".split())
# "Son of", "daughter of": between a first name and the father's.
_PATRONYMIC = frozenset("ould wuld uld mint bin ibn bint ben".split())


_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split())
# What stands before the name of somebody who may own or sail the ship: "his boat Mr Example".
_OF_SAILORS = frozenset("mr mrs ms miss dr prof".split())


def _vessels(words: list[Word]) -> set[tuple[str, str]]:
    """First two words of names that a text gives to ships, and that begin as people are addressed.

    "The barge Lady Mabel", "a ferry, the Doña Irma": the whole is her name, in all of the text.
    """
    found = set()
    for at in range(2, len(words) - 1):
        one, two = words[at], words[at + 1]
        if not (one.cap and two.cap and one.gap == " ") or one.lower in _OF_SAILORS:
            continue
        if tables.title_kind(one.text) != "honorific":
            continue
        article = words[at - 1].lower == "the" and words[at - 1].gap == " "
        ship = words[at - 1 - article]
        if tables.small_head(ship, "cue") == "equipment" and ship.gap == (", " if article else " "):
            found.add((one.text, two.text))
    return found


class Titles(Ends):
    """Cuts runs at the titles in them; `_cut` goes on with the parts."""

    def __init__(self, words: list[Word], spans: Spans) -> None:
        super().__init__(words, spans)
        self.vessels = _vessels(words)

    def _cut(self, start: int, stop: int) -> None:
        raise NotImplementedError

    def _emit(self, start: int, stop: int, votes: dict[EntityType, float] | None = None) -> None:
        raise NotImplementedError

    def _counts_only(self, start: int) -> bool:
        """Whether a line begins with an ordinal, and the text has elsewhere without it what it counts."""
        ordinal, named = self.words[start : start + 2]
        opens = ordinal.first or (start > 0 and self.words[start - 1].gap == ": ")
        if not opens or ordinal.lower not in _ORDINALS or ordinal.caps or tables.is_common(named):
            return False
        plain = [one for one, two in pairwise(self.words) if two.text == named.text and two.cap]
        return any(w.lower not in _ORDINALS for w in plain)

    def _cut_at_title(self, start: int, stop: int) -> bool:
        words = self.words
        for index in range(start, stop):
            found = tables.title_at(words, index, stop)
            if not found or self._is_none(index, found[0], stop):
                continue
            behind, kind = found
            if index == start and behind < stop and (words[start].text, words[start + 1].text) in self.vessels:
                self._emit(start, stop, {"equipment": 6.0})
                return True
            if self._ends_a_name(start, index, behind, stop):
                return False
            of_name = self._begins_a_name(index, behind, kind, stop)
            if of_name is not None:
                if index > start and not of_name:
                    continue
                return False
            left = self._field_before(start, index, behind, kind)
            if left > start:
                self._cut(start, left)
            if behind < stop:
                before = len(self.found)
                self._cut_person(behind, stop, kind == "position")
                for candidate in self.found[before : before + 1]:
                    if candidate.start == behind or candidate.votes.get("person", 0) < 3:
                        candidate.title = True
                        candidate.here = "person"
                        candidate.vote("person", 4.0)
            return True
        return False

    def _is_none(self, index: int, behind: int, stop: int) -> bool:
        """Whether words that look like a title are none by what stands behind them: a saint's, a pass, a first name."""
        words = self.words
        lower = words[index].lower
        if behind == stop:
            return False
        if lower in ("st", "saint") and behind == index + 1:
            return True  # churches, towns and days bear the names of saints
        if lower == "col" and words[behind].text[:2] in ("d'", "d’", "l'", "de", "du"):
            return True  # "the Col d'Orlan": a pass, and no colonel
        if lower in _GIVEN and behind < stop - 1 and words[behind].lower in _PATRONYMIC:
            return True  # "Sheikh ould Amar": what stands before it must be the first name
        return words[behind].lower in ("of", "for", "without", "against")

    def _ends_a_name(self, start: int, index: int, behind: int, stop: int) -> bool:
        """Whether words that look like a title are a part of a body's name, or the surname of somebody."""
        words = self.words
        if behind < stop:
            if not words[behind - 1].possessive:
                return False
            if words[behind].lower in ("office", "department"):
                return True  # "Clare County Sheriff's Office"
            return words[behind].cap and self.head(behind, stop) in (
                "organization",
                "agreement",
            )  # "Kenya Teachers' Provident Fund"
        if any(w.text in ("of", "for", "on") for w in words[start:index]) and tables.is_common(words[index - 1]):
            return True
        if self._has_members(start, index) or self._abbreviated(start, stop):
            return True
        if index > start and self._is_surname(start, index):
            return True
        short = behind == index + 1 and len(words[index].lower) <= 4 and not words[index].text.endswith(".")
        return short and index > start and not self._explained(start, index)  # "Hun Sen", "Larry Page"

    def _begins_a_name(self, index: int, behind: int, kind: tables.TitleKind, stop: int) -> bool | None:
        """Whether a title begins the name of a place or body ("King Abdullah University"); `None` where it does not.

        True where a single common word stands behind it, which makes no name with what goes before.
        """
        if behind == stop:
            return None
        word = self.words[behind]
        alone = stop - behind == 1 and (tables.head_type(word) is not None or tables.is_common(word))
        lower = tables.norm(self.words[index].text).split(" ")[0]
        headed = self.head(behind, stop) in ("organization", "place", "named_event", "agreement")
        return alone if alone or (headed and (lower in _EPONYMS or kind != "position")) else None

    def _field_before(self, start: int, index: int, behind: int, kind: tables.TitleKind) -> int:
        """Where an office begins with what belongs to it before: "*former deputy* minister", "*Climate* Minister"."""
        words, left = self.words, index
        if index - self.adjectives(start, index) > 1 and tables.head_type(words[index - 1]) == "organization":
            return index  # the body whose office it is
        while left > start and (
            words[left - 1].lower in tables.MODIFIERS or (kind == "position" and tables.stop("common", words[left - 1]))
        ):
            left -= 1
        if left > start and tables.takes_field(words[behind - 1]) and self._is_field(start, left):
            return start
        return left

    def _behind_field(self, start: int, stop: int) -> int:
        """Where a person's name begins behind an office and its field: "Minister of Agriculture Ann Example"."""
        words = self.words
        before = words[max(0, start - 2) : start]
        if len(before) < 2 or before[1].lower != "of" or any(w.gap != " " for w in before):
            return start
        if not (before[0].cap and tables.takes_field(before[0])):
            return start
        behind = start
        while behind < stop and (tables.is_plain(words[behind].lower) or words[behind].text in ("and", "of")):
            behind += 1
        named = 2 <= stop - behind <= 3 and all(w.cap and not w.caps for w in words[behind:stop])
        if not named or self.head(behind, stop) is not None or gazetteer.find(self.text(behind, stop)):
            return start
        return behind

    def _abbreviated(self, start: int, stop: int) -> bool:
        """Whether three words and more have an acronym behind them: "National Peasant Coordinator (CNC)"."""
        words = self.words
        if stop - start < 3 or stop >= len(words) or words[stop - 1].gap.strip() != "(":
            return False
        return words[stop].caps and 2 < len(words[stop].text) < 7 and words[stop].gap.startswith(")")

    def _has_members(self, start: int, index: int) -> bool:
        """As "Association of Novara Victims", "Union of Lima Teachers": whom a body is of, with where or of what."""
        words = self.words
        of = next((i for i in range(start, index) if words[i].text in ("of", "for")), start)
        people = tables.are_people(words[index].lower) or words[index].tag in ("NNS", "NNPS")
        return of > start and index > of + 1 and people and tables.head_type(words[of - 1]) == "organization"

    def _cut_person(self, start: int, stop: int, office: bool) -> None:
        """What stands behind a title: mostly a person; behind an office perhaps its field or country first."""
        words = self.words
        if office and start < stop - 1 and not words[start].possessive:
            skip = start
            while skip < stop - 1 and (
                tables.stop("common", words[skip]) or tables.is_adjective_of_people(words[skip])
            ):
                skip += 1
            start = skip
        self._cut(start, stop)

    def _is_surname(self, start: int, index: int) -> bool:
        """Whether the word at `index`, a title by its look, ends a person's name: "Billie Jean King"."""
        before = self.words[start:index]
        return len(before) <= 2 and personal_names.is_given_name(before[0].text) and not gazetteer.find(before[0].text)

    def _explained(self, start: int, stop: int) -> bool:
        """Whether words before a title are a country, a body or a common word: "UK PM", "Labour MP"."""
        part = self.words[start:stop]
        return all(tables.is_common(w) or tables.is_adjective_of_people(w) or w.caps for w in part) or bool(
            gazetteer.find(self.text(start, stop))
        )

    def _is_field(self, start: int, stop: int) -> bool:
        """Whether words before an office are its field, no name of their own."""
        start = self.adjectives(start, stop)
        if start == stop:
            return True  # "Azerbaijani … Minister"
        part = self.words[start:stop]
        if len(part) > 2 or any(w.caps or tables.is_adjective_of_people(w) or w.possessive for w in part):
            return False
        if all(tables.is_common(w) for w in part):
            return True
        return not gazetteer.find(self.text(start, stop)) and self.inside[start] not in ("ORG", "GPE", "PERSON")
