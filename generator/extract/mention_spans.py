"""Runs of capitals cut into names: titles, demonyms and possessives off."""

from __future__ import annotations

import re

from generator import gazetteer, personal_names
from generator.extract import gazetteer_words as tables
from generator.extract import mention_kinds, mention_sport
from generator.extract.mention_ends import DIRECTIONS, Candidate
from generator.extract.mention_titles import Titles
from generator.extract.mention_words import PARTICLES
from generator.model import EntityType

# Possessives that stay within a name.
_OWNERS = frozenset(
    "women men people children king queen prince minister president workers teachers farmers veterans "
    "master mother father girls boys driver prosecutor governor mayor attorney victims traveler st judge "
    "magistrates physician artists writers nobel new"
    " consumer publisher nurse coroner treasurer ombudsman citizen public people's persons youth pilots"
    " sheriff marshal examiner"
    " sisters brothers daughters sons mothers fathers parents boys lords commons merchants masters".split()
)


# What bears a saint's name, and is the saint's, not a town's.
_OF_SAINTS = frozenset(
    "hospital church college school cathedral abbey chapel university academy hospice basilica parish priory convent"
    " infirmary".split()
)
# Those who build aircraft: behind another firm's name, theirs begins the name of a machine.
_PLANEMAKERS = frozenset(
    "boeing airbus embraer bombardier cessna tupolev ilyushin antonov sukhoi fokker dassault gulfstream learjet saab"
    " lockheed mcdonnell dornier beechcraft piper comac atr".split()
)
# Heads before "of" and a town, to which the adjective of a people is no more than a description.
_OF_TOWNS = frozenset("port city town village municipality island isle province diocese archdiocese region".split())
# What stands behind a person's name: honours, degrees, seats.
_POSTNOMINALS = frozenset("KC QC SC MP MEP MSP MLA TD OBE CBE MBE KBE DBE MD PhD Ph.D Esq JP RN RAF FRS".split())
# Endings of sciences, before which a given name is an adjective: "Institute for Marine Acoustics".
_SCIENCE = re.compile(r"[a-z]{3,}(?:ics|ology|ography|istry|onomy|sciences?)")
# Ranks of the police in two letters, which are other words in small ones.
_POLICE = frozenset("DC DI DS PC DCI DSI WPC".split())


# What bears the name of a thing that stands there: "Temple Street", "Bridge Road".
_STREETS = frozenset("street road avenue lane square boulevard".split())
# What bears a number and no name.
_NUMBERED = frozenset("flight room gate platform apartment suite terminal lane seat row ward type model grade".split())
# The parts of papers and the steps of scales, which numbers, letters or numerals tell apart: "Annex IV", "Tier Three".
_PARTS = frozenset(
    "annex appendix article section chapter clause paragraph schedule exhibit figure table page volume tier phase stage"
    " level category step round band class".split()
)
_NUMERAL = re.compile(
    r"[IVX]{1,5}|[A-Z]|\d{1,3}[A-Za-z]?|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
)


class Cutter(Titles):
    """Cuts the runs of one text into candidates."""

    def cut(self) -> list[Candidate]:
        """All names of the text, in its order; some may overlap."""
        for start, stop in self.runs():
            self._cut(start, stop)
        self.institutions()
        return sorted(self.found, key=lambda c: (c.start, c.stop))

    def _cut(self, start: int, stop: int) -> None:
        """Cut one run; recursive over its parts."""
        words = self.words
        while start < stop and words[start].text in ("of", "and", "the", "for", "&"):
            start += 1
        while stop > start and (
            words[stop - 1].text in ("of", "and", "the", "for", "&") or words[stop - 1].text in PARTICLES
        ):
            stop -= 1
        behind = start
        if stop - start > 1 and words[start].text in _POLICE and not words[start + 1].caps:
            behind = start + 1
        elif words[start].cap:
            behind = self._behind_field(start, stop)
        if behind > start:
            before = len(self.found)
            self._cut(behind, stop)
            for candidate in self.found[before : before + 1]:
                candidate.title, candidate.here = True, "person"
                candidate.vote("person", 3.0)
            return
        while (
            stop - start > 1
            and words[start].lower in tables.FORMER
            and not gazetteer.find(self.text(start, stop))
            and not self._is_interim_body(start, stop)
        ):
            start += 1
        if (
            stop - start > 1
            and words[start].first
            and (tables.describes(words[start]) or self._calling_before(start, stop))
            and words[start].text not in self.seen
            and not gazetteer.find(self.text(start, stop))
        ):
            start += 1  # "Chipmaker Velkor rose"
        if stop - start > 1 and self._counts_only(start):
            start += 1  # "First Golden Net exercise"
        if stop - start > 1 and tables.stop("calendar", words[start]) and start and words[start - 1].text.isdigit():
            start += 1  # "on 3 May Cabinet Secretary X"
        while stop - start > 1 and words[stop - 1].text.rstrip(".") in _POSTNOMINALS:
            stop -= 1
        if start >= stop:
            return
        if gazetteer.find(self.text(start, stop)) or gazetteer.find(" ".join(w.text for w in words[start:stop])):
            self._emit(start, stop)
            return
        for index in range(start + 1, stop):
            if words[index].lower in _PLANEMAKERS and self._is_body(start, index):
                self._cut(start, index)  # "an Air France Airbus A340"
                self._cut(index, stop)
                return
        for index in range(start, stop - 1):
            if words[index].possessive and not self._keeps_possessive(index, start, stop):
                self._cut(start, index + 1)
                self._cut(index + 1, stop)
                return
        if self._cut_at_title(start, stop) or self._cut_adjective(start, stop) or self._cut_prefix(start, stop):
            return
        self._emit(start, stop)

    def _calling_before(self, start: int, stop: int) -> bool:
        """Whether a sentence begins with what a person does, and the full name follows: "Welder Ann Example"."""
        first, given = self.words[start], self.words[start + 1]
        named = stop - start > 2 and not first.caps and personal_names.is_given_name(given.text)
        return named and not personal_names.may_be_given(first.text) and tables.is_trade(first.lower)

    def _is_interim_body(self, start: int, stop: int) -> bool:
        """As "the Interim National Council": it is called so for as long as it sits."""
        interim = self.words[start].lower == "interim" and not self.words[start].first
        return interim and stop - start > 2 and self.head(start + 1, stop) == "organization"

    def _keeps_possessive(self, index: int, start: int, stop: int) -> bool:
        lower = self.words[index].lower
        if gazetteer.find(self.words[index].text + "'s"):
            return index + 1 == stop
        last = self.words[stop - 1]
        of = next((i for i in range(index + 2, stop) if self.words[i].text == "of"), 0)
        if of and tables.head_type(self.words[of - 1]) == "organization" and self._are_members(index, of):
            return True  # "the Glass Makers' League of Chile"
        saint = index == start + 1 and self.words[start].lower in ("st", "saint")
        if saint and stop == index + 2 and last.lower in _OF_SAINTS:
            return True  # "St Anne's Hospital", whatever town is called St Anne
        if (
            tables.head_type(last) is None and last.lower not in ("central", "coordinator", "platform")
        ) or gazetteer.find(self.text(start, index + 1)):
            return False
        if index > start and self.words[index - 1].lower in ("st", "saint"):
            return True  # "St Brendan's Hospital"
        return lower in _OWNERS or self._are_members(index, stop)

    def _are_members(self, index: int, stop: int) -> bool:
        """Whether a plural with an apostrophe names the members of the body behind it: "Dockers’ Federation"."""
        word = self.words[index]
        plural = word.lower.endswith("s") and (
            word.tag in ("NNS", "NNPS") or (index > 0 and word.lower.endswith("ies"))
        )
        trade = (tables.are_people(word.lower) or plural) and self.inside[index] != "PERSON"
        alone = gazetteer.find(word.text) or gazetteer.demonym(word.lower) or personal_names.is_given_name(word.text)
        last = self.words[stop - 1]
        headed = tables.head_type(last) in ("organization", "agreement")  # "the Dockers’ Wage Accord"
        body = headed or last.lower in ("central", "coordinator", "platform")
        return trade and not alone and body and stop - index < 5

    def _cut_adjective(self, start: int, stop: int) -> bool:
        words = self.words
        behind = self.adjectives(start, stop)
        if behind == start:
            return False
        if behind == stop:
            return True  # a people alone is no name
        whole = self.spans.get((words[start].start, words[stop - 1].end))
        head = self.head(start, stop)
        rest_known = gazetteer.find(self.text(behind, stop))
        country = gazetteer.demonym(self.text(start, behind)) is not None
        cue = tables.small_head(words[stop], "cue") if stop < len(words) and words[stop - 1].gap == " " else None
        if (
            not country
            and head == "place"
            and all(tables.is_common(w) for w in words[behind:stop])
            and not self.spans_event(start, stop)
        ):
            pass  # "the Islamic State": a description
        elif rest_known and all(tables.is_common(w) for w in words[behind:stop]):
            self._emit(start, stop, {rest_known.type: 3.0})
        elif rest_known and rest_known.kind != "body":
            self._cut(behind, stop)
        elif (
            (cue == "named_event" and not rest_known)
            or (cue == "organization" and not country and not rest_known)
            or (
                words[start].lower in ("african", "european", "asian")
                and not rest_known
                and stop - behind <= 2
                and not personal_names.is_given_name(words[behind].text)
            )
        ):
            self._emit(
                start, stop
            )  # "African Shield exercises": the adjective of a continent is mostly a part of the name
        elif (
            head in ("place", "organization")
            and words[behind].lower in _OF_TOWNS
            and any(w.text == "of" for w in words[behind:stop])
            and not words[behind].possessive
        ):
            self._cut(behind, stop)  # "the French Port of X"
        elif head in ("organization", "named_event", "agreement", "place") or (
            whole in ("ORG", "EVENT", "FAC", "LOC") and not personal_names.is_given_name(words[behind].text)
        ):
            self._emit(start, stop)
        elif all(tables.stop("common", w) for w in words[behind:stop]):
            pass  # "the Danish Defence": an adjective and a common noun
        else:
            self._cut(behind, stop)
        return True

    def _cut_prefix(self, start: int, stop: int) -> bool:
        """A known name, or a common word, in front of a person or another known name."""
        words = self.words
        if tables.small_head(words[start], "first") == "place" and stop - start == 2:
            return False  # "Coronel Oviedo" is no Oviedo
        for index in range(start + 1, stop):
            if index == start + 1 and tables.small_head(words[start], "first") == "place" and not words[start].caps:
                continue  # "San Rafael del Orinuco": a saint's town, and nobody behind it
            rest = stop - index
            person = rest >= 2 and personal_names.is_given_name(words[index].text) and self.head(index, stop) is None
            person = person and not _SCIENCE.fullmatch(words[stop - 1].lower)
            rest_known = gazetteer.find(self.text(index, stop))
            front = self.text(start, index)
            if (
                not person
                and not rest_known
                and " of " not in front
                and not (index == start + 1 and self._office_of(start))
            ):
                continue
            known = gazetteer.find(front)
            if (
                known
                and rest >= 2
                and known.kind == "country"
                and self.head(index, stop) is None
                and (" of " in front or self._office_of(start))
            ):
                person = True
            if "&" in words[index - 1].gap or words[index - 1].text == "Ag":
                continue  # "Iyad Ag Orlan": Tuareg for "son of"
            if (known and (person or (rest_known and known.type == "place" == rest_known.type))) or (
                (self.head(start, index) == "organization" and index - start > 1) and person
            ):
                self._cut(start, index)
                before = len(self.found)
                self._cut(index, stop)
                for candidate in self.found[before : before + 1]:
                    if person and candidate.start == index:
                        candidate.vote("person", 2.5)
                return True
            if (
                rest_known
                and rest_known.type == "place"
                and words[index - 1].lower in DIRECTIONS
                and index == start + 1
            ):
                self._emit(start, stop, {"place": 3.0})
                return True
            if rest_known and rest_known.type == "named_event":
                self._emit(start, stop, {"named_event": 3.0})
                return True
            if all(tables.stop("common", w) for w in words[start:index]) and (person or words[start].first):
                self._cut(index, stop)
                return True
        return False

    def _is_body(self, start: int, stop: int) -> bool:
        """Whether these words are a known body's name, or end as names of bodies do."""
        known = gazetteer.find(self.text(start, stop))
        return known.kind == "body" if known else stop - start > 1 and self.head(start, stop) == "organization"

    def _office_of(self, start: int) -> bool:
        """Whether "president of" or the like stands right before."""
        before = [w.text for w in self.words[max(0, start - 3) : start]]
        if before and before[-1] == "the":
            before.pop()
        return len(before) > 1 and before[-1] == "of" and tables.title_kind(before[-2]) == "position"

    def _modifies(self, stop: int) -> bool:
        """Whether a noun in small letters follows right behind."""
        return self._gap_to(stop) and not self.words[stop].cap and self.words[stop].tag.startswith("NN")

    def _names_nothing(self, start: int, stop: int) -> bool:
        """Whether these words, with a number behind them, are an index, a holiday or the like."""
        text = self.text(start, stop)
        numbered = self._gap_to(stop) and self.words[stop].text.isdigit()
        return (
            mention_kinds.of_two_countries(text)
            or tables.names_nothing(text.replace(" & ", "&"))
            or (numbered and tables.names_nothing(f"{text} {self.words[stop].text}"))
        )

    def spans_event(self, start: int, stop: int) -> bool:
        """Whether the model takes exactly these words for a name of something other than a place."""
        return self.spans.get((self.words[start].start, self.words[stop - 1].end)) in ("EVENT", "ORG")

    def _emit(self, start: int, stop: int, votes: dict[EntityType, float] | None = None) -> None:
        words = self.words
        if not votes and self._names_nothing(start, stop):
            return
        if not votes and all(tables.is_common(w) for w in words[start:stop]):
            known = gazetteer.find(self.text(start, stop))
            fields = [w for w in words[start:stop] if w.text not in ("of", "the", "and", "for")]
            headed = self.head(start, stop) == "organization" and len(fields) > 1 and words[stop - 1].cap
            before = words[start - 1] if start and words[start - 1].gap == " " else None
            told = before is not None and (before.lower in ("the", "its", "their") or before.possessive or before.cap)
            owned = words[start].possessive or words[start].lower in ("human", "civil", "animal", "consumer")
            if len(fields) == 2 and owned and not told and self._modifies(stop):
                headed = False  # "Human Rights groups", "President's Office cameras"
            street = len(fields) == 2 and words[stop - 1].lower in _STREETS and not words[start].first
            if not known and not headed and not street:
                return
        behind = words[start + 1 : stop + self._gap_to(stop)]
        if stop - start == 1 and len(words[start].text) == 1 and self._gap_to(stop) and not words[stop].cap:
            return  # "in E flat"
        if words[start].lower in _PARTS and stop - start < 3:
            number = words[start + 1] if stop - start == 2 or self._gap_to(stop) else None
            if number is not None and _NUMERAL.fullmatch(number.text):
                return  # "Annex IV", "Tier Three"
        if words[start].lower in _NUMBERED and any(c.isdigit() for w in behind for c in w.text):
            return  # "Flight 7C2216", "Room 101"
        if self.sport and stop - start == 1 and mention_sport.is_code(words, start):
            return  # "A. Runner (KEN)"
        candidate = Candidate(start, stop, dict(votes or {}))
        head = self.head(start, stop)
        known = gazetteer.find(self.text(start, stop)) if head else None
        if head and stop - start > 1 and (known is None or known.type == head):
            candidate.vote(head, 3.0)  # "Stockport County" is the club that the gazetteer knows
        self.extend(candidate)
        if not candidate.nothing:
            self.found.append(candidate)
