"""What "of", "for" and "and" join to one name: "Ministry of Health and Sport", but "Ghana and Togo"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator import gazetteer, personal_names
from generator.extract import gazetteer_words as tables
from generator.extract.acronyms import initials_match
from generator.extract.mention_runs import Runs
from generator.extract.mention_words import Word, neighbours
from generator.names import fold

_BODIES_AND_EVENTS = ("organization", "agreement", "named_event")
_COMMUNES = frozenset({"county", "city", "district", "borough", "town"})
_OPENS, _CLOSES = re.compile(r" [\"“‘'(][\"“‘']?"), re.compile(r"[\"”’'][\")]? ")


class Joins(Runs):
    """The runs of one text, joined over small words."""

    def runs(self) -> list[tuple[int, int]]:
        """Stretches [from, to) of words that are one or several names side by side."""
        return list(self._joined(self.stretches()))

    def _joined(self, made: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Runs that "of", "for the" or "and" makes one name."""
        made = self._rights(made)
        for over in (("and", "&"), ("of", "for", "on", "and", "&", ",", "at", "in")):
            joined: list[tuple[int, int]] = []
            for start, stop in made:
                if joined and self._link(joined[-1][1], start) in over and self._joins(*joined[-1], start, stop):
                    joined[-1] = (joined[-1][0], stop)
                else:
                    joined.append((start, stop))
            made = joined
        yield from self._spelt_out(self._nicknamed(made))

    def _rights(self, made: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """As "Right to Repair Alliance", "Freedom to Read Foundation": a body's right to do something."""
        words = self.words
        joined: list[tuple[int, int]] = []
        for start, stop in made:
            one = joined[-1] if joined else (0, 0)
            if (
                one[1] + 1 == start
                and words[one[1]].text == "to"
                and words[one[1] - 1].lower in ("right", "freedom", "licence", "license", "liberty")
                and neighbours(words, one[1] - 1)
                and neighbours(words, one[1])
                and tables.head_type(words[stop - 1]) == "organization"
            ):
                joined[-1] = (one[0], stop)
            else:
                joined.append((start, stop))
        return joined

    def _nicknamed(self, made: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """As 'Walter "Walt" Grey': a nickname in quotation marks between the parts of a name."""
        words = self.words
        joined: list[tuple[int, int]] = []
        for start, stop in made:
            before = joined[-1] if joined else None
            if (
                before
                and before[1] < len(words)
                and before[1] in (start, start - 1, start - 2)
                and _OPENS.fullmatch(words[before[1] - 1].gap)
                and 0 < start - before[1] < 3
                and _CLOSES.fullmatch(words[start - 1].gap)
                and before[1] - before[0] <= 2
            ):
                joined[-1] = (before[0], stop)  # the nickname itself was no run
            elif (
                before
                and len(joined) > 1
                and before[1] == start
                and before[1] - before[0] < 3
                and joined[-2][1] == before[0]
                and _OPENS.fullmatch(words[before[0] - 1].gap)
                and _CLOSES.fullmatch(words[start - 1].gap)
                and joined[-2][1] - joined[-2][0] <= 2
            ):
                joined.pop()
                joined[-1] = (joined[-1][0], stop)
            else:
                joined.append((start, stop))
        return joined

    def _spelt_out(self, made: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Neighbouring runs as one where the acronym in brackets behind them has the initials of all their words."""
        words = self.words
        joined: list[tuple[int, int]] = []
        for start, stop in made:
            letters = words[stop].text if words[stop - 1].gap.strip() == "(" and stop < len(words) else ""
            if 2 < len(letters) < 9 and letters.isupper() and words[stop].gap.startswith(")"):
                first, taken = start, list[tuple[int, int]]()
                while joined and self._small_between(joined[-1][1], first):
                    taken.append(joined.pop())
                    first = taken[-1][0]
                    if self._stands_for(letters, first, stop):
                        break
                body = any(tables.head_type(w) in ("organization", "agreement") for w in words[first:stop] if w.cap)
                if self._stands_for(letters, first, stop) and body:
                    start = first
                else:  # none of it: as it was
                    joined += reversed(taken)
            joined.append((start, stop))
        return joined

    def _small_between(self, stop: int, following: int) -> bool:
        """Whether at most two small words, or a comma, stand between two runs."""
        between = self.words[stop:following]
        if len(between) > 2 or any(w.text not in ("of", "for", "and", "the", "on", "in") for w in between):
            return False
        return all(
            self.words[i].gap in (" ", ", ") and not self.words[i].possessive for i in range(stop - 1, following)
        )

    def _stands_for(self, letters: str, start: int, stop: int) -> bool:
        """Whether letters are the initials of words, or of more than one word with some of their letters."""
        return self._initials(start, stop) == letters or initials_match(
            letters.casefold(), tuple(fold(self.text(start, stop)).replace("-", " ").split())
        )

    def _initials(self, start: int, stop: int) -> str:
        return "".join(w.text[0] for w in self.words[start:stop] if w.cap)

    def _link(self, stop: int, following: int) -> str:
        """The small word between two runs, or a comma."""
        return self.words[stop].text if stop < following else self.words[stop - 1].gap.strip()

    def _joins(self, start: int, stop: int, following: int, upto: int) -> bool:
        words = self.words
        if stop == following and words[stop - 1].gap == ", " and words[following].text in ("D.C.", "DC"):
            return words[stop - 1].text == "Washington"
        between = [w.text for w in words[stop:following]]
        if not between or len(between) > 2 or any(not neighbours(words, i) for i in range(stop - 1, following)):
            return self._list_of_fields(start, stop, following, upto, between)
        if between[-1] == "the":
            between = between[:-1]
        last = words[stop - 1]
        if between == ["on"] and self.head(start, stop) == "agreement" and not tables.head_type(last):
            return not last.possessive  # "Memorandum of Understanding on Fair Trade"
        if between in (["of"], ["for"]) or (
            between == ["on"] and tables.head_type(last) in ("agreement", "named_event")
        ):
            if last.possessive:
                return bool(gazetteer.find(self.text(start, upto)))
            if not tables.takes_of(last):
                return bool(gazetteer.find(self.text(start, upto))) or self._goes_on(start, stop, following, upto)
            if gazetteer.find(self.text(start, stop)) and len(words[stop:following]) > 1:
                return False
            fielded = tables.is_field(words[following]) or tables.is_field(words[upto - 1])
            if between == ["for"] and tables.stop("chamber", last) and not fielded:
                return False  # "in the Senate for X": whom somebody sits for
            whose = len(words[stop:following]) > 1
            if (
                between == ["for"]
                and whose
                and self.head(following, self._before_title(following, upto)) == "organization"
            ):
                return False  # "told the … Court for the … Office": who speaks for whom
            if between == ["for"]:
                return tables.head_type(last) in ("organization", "agreement")
            if (
                len(words[stop:following]) > 1
                and self.head(following, self._before_title(following, upto)) == "organization"
            ):
                return False  # "… Division of the … Bureau" are two
            office = tables.title_at(words, following, upto)
            return office is None or office[0] == upto or tables.is_common(words[following])
        if between == ["in"]:
            return gazetteer.find(self.text(start, upto)) is not None  # "al-Qaida in the Islamic Maghreb"
        if between == ["at"] and following == stop + 1:
            university = words[start].text == "University" and stop - start > 2 and words[start + 1].text == "of"
            return university and upto - following < 3  # "University of Texas at Austin"
        if between in (["and"], ["&"]) and len(between) == following - stop:
            return self._joins_over_and(start, stop, following, upto)
        return False

    def _goes_on(self, start: int, stop: int, following: int, upto: int) -> bool:
        """As "Committee for Protection of Wildlife": a body's field has an "of" of its own."""
        left = self.words[start:stop]
        if following - stop > 1 and tables.head_type(self.words[upto - 1]) == "organization":
            return False  # "the Institute of Music for the Institute of …" are two
        of = next((i for i, w in enumerate(left) if w.text in ("of", "for")), 0)
        country = gazetteer.country(self.text(following, upto)) is not None
        if of > 0 and country and left[-1].tag in ("NNS", "NNPS") and tables.head_type(left[of - 1]) == "organization":
            return True  # "Institute of Chartered Surveyors of Chad"
        return (
            of > 0
            and tables.head_type(left[of - 1]) == "organization"
            and all(tables.is_field(w) or w.text == "the" for w in [*left[of + 1 :], *self.words[following:upto]])
        )

    @staticmethod
    def _may_describe(word: Word) -> bool:
        """Whether a capitalised word can be an adjective of a field ("Tropical Medicine"), and is no name."""
        return tables.is_field(word) or not (
            gazetteer.find(word.text) or personal_names.is_given_name(word.text) or word.caps or word.possessive
        )

    def _joins_over_and(self, start: int, stop: int, following: int, upto: int) -> bool:
        """As "Strategy and Planning Division" is one; "Ghana and Togo" and "Ford and the Ministry" are two."""
        words = self.words
        while start < stop and any(w.possessive for w in words[start : stop - 1]):
            start += 1
        upto = self._before_title(following, upto)
        if upto == following:
            return False
        left, right = words[start:stop], words[following:upto]
        if gazetteer.find(self.text(start, upto)):
            return True
        if words[stop - 1].possessive:
            return False
        of = next((i for i, w in enumerate(left) if w.text in ("of", "for")), None)
        if of is not None and of > 0 and all(tables.is_field(w) for w in left[of + 1 :]):
            return self._another_field(left[of + 1 :], right)
        if tables.head_type(right[-1]) not in _BODIES_AND_EVENTS or len(right) < 2 or len(left) > 3:
            return False
        if right[0].lower in _COMMUNES and left[-1].lower in ("city", "county", "town"):
            return True  # "Limerick City and County Council"
        one, two = gazetteer.find(self.text(start, stop)), gazetteer.find(self.text(following, upto - 1))
        if one:
            return one.kind == "region" and two is not None and two.kind == "region"
        if self._named_itself(left) or two or tables.is_adjective_of_people(right[0]) or gazetteer.find(right[0].text):
            return False
        return self._told_as_one(start, left, right)

    def _another_field(self, fields: list[Word], right: list[Word]) -> bool:
        """As "Institute of Music, Dance *and Theatre*": behind "of" another field, with its adjectives."""
        if len(right) == 1 and any(w.gap == ", " for w in fields) and tables.stop("field", right[0]):
            return True
        last = right[-1]
        described = tables.is_field(last) and all(map(self._may_describe, right))
        return described and tables.head_type(last) not in ("organization", "agreement")

    @staticmethod
    def _named_itself(left: list[Word]) -> bool:
        """Whether the words before "and" are a name of their own: a body, a person, letters, a people's adjective."""
        last = left[-1]
        headed = tables.head_type(last) and (len(left) > 1 or tables.takes_of(last)) and not tables.stop("field", last)
        person = personal_names.is_given_name(left[0].text)
        return bool(headed) or person or tables.is_adjective_of_people(left[0]) or last.caps

    def _told_as_one(self, start: int, left: list[Word], right: list[Word]) -> bool:
        """Whether the words around make common ones a name: "*the* National Cabin and Flight Crew Union"."""
        before = self.words[start - 1] if start else None
        told = before is not None and (before.lower in ("the", "of", "a") or before.possessive)
        named = any(
            gazetteer.find(w.text) or personal_names.may_be_given(w.text) or w.caps for w in [*left, *right[:-1]]
        )
        if before is not None and before.lower == "the" and len(left) > 1 and tables.is_common(left[0]) and not named:
            return True
        if told and all(tables.is_field(w) or w.lower.endswith(("ology", "ics")) for w in left):
            return True
        return all(tables.is_common(w) for w in left) or (len(left) == 1 and told and self.inside[start] != "PERSON")

    def _before_title(self, start: int, stop: int) -> int:
        """Index of the first title or behind the first possessive among the words; `stop` where there is none."""
        for index in range(start, stop):
            if tables.title_at(self.words, index, stop):
                return index
            if self.words[index].possessive:
                return index + 1
        return stop

    def _fields_of_a_head(self, start: int, stop: int, following: int, upto: int) -> bool:
        """As "the Meteorology, Climatology and Geophysics Agency": fields of work before "and", then the head."""
        words = self.words
        if stop - start != 1 or upto - following < 1 or not words[start - 1 : start] or words[start - 1].lower != "the":
            return False
        end = upto
        while end < len(words) and neighbours(words, end - 1) and (words[end].cap or words[end].text == "and"):
            end += 1
        fields = [w for w in words[following:end] if w.text != "and"]
        if "and" not in [w.text for w in words[following:end]] or tables.head_type(words[end - 1]) != "organization":
            return False
        return all(tables.is_field(w) or w.lower.endswith(("ology", "ics")) for w in [words[start], *fields[:-1]])

    def _list_of_fields(self, start: int, stop: int, following: int, upto: int, between: list[str]) -> bool:
        """As "Ministry of Trade, Industry and Energy"."""
        words = self.words
        if between or words[stop - 1].gap != ", ":
            return False
        if not any(w.text in ("of", "for") for w in words[start:stop]):
            return self._fields_of_a_head(start, stop, following, upto)
        fields = words[following : upto + 2]
        return (
            upto + 1 < len(words)
            and words[upto].text == "and"
            and all(tables.is_field(w) for w in fields if w.text != "and")
            and fields[-1].cap
        )
