"""Runs of capitals cut into names: titles, demonyms and possessives off, "of" and "and" across."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator import gazetteer
from generator.extract import gazetteer_words as tables
from generator.extract.mention_words import PARTICLES, Word, neighbours, runs
from generator.model import EntityType

# What goes before a name that may belong to a longer one: label of the model by (start, end) in characters.
Spans = dict[tuple[int, int], str]
# Possessives that stay within a name.
_OWNERS = frozenset(
    "women men people children king queen prince minister president workers teachers farmers veterans master mother father girls boys driver prosecutor governor mayor attorney victims traveler st judge magistrates physician artists writers nobel new".split()
)
# Titles that also begin the names of places and institutions ("King Abdullah University").
_DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central upper lower greater inner outer".split()
)
_EPONYMS = frozenset(
    "king queen prince princess president pope saint st sir cardinal emperor sheikh shaikh sultan marshal captain duke general imam father mother lord lady mount".split()
)


@dataclass(slots=True)
class Candidate:
    """Words [start, stop) that may be a name, and what has been found out about its type so far."""

    start: int
    stop: int
    votes: dict[EntityType, float] = field(default_factory=dict)
    title: bool = False  # a title stands right before it

    def vote(self, kind: EntityType, weight: float) -> None:
        self.votes[kind] = self.votes.get(kind, 0.0) + weight


class Cutter:
    """Cuts the words of one text. `spans` are the model's named entities, by characters."""

    def __init__(self, words: list[Word], spans: Spans) -> None:
        self.words = words
        self.spans = spans
        self.ends = {e for _, e in spans}
        self.starts = {s for s, _ in spans}
        self.inside = _inside(words, spans)
        self.seen = {w.text for w in words if w.cap and not w.first and not w.headline}
        self.found: list[Candidate] = []

    # ---- which words can belong to names ----

    def can_be_name(self, index: int) -> bool:
        word, words = self.words[index], self.words
        lower = word.lower
        following = index + 1 < len(words) and neighbours(words, index) and words[index + 1].cap
        if not word.cap:
            return (
                word.text in PARTICLES - {"de", "la", "du", "los", "las", "san", "mac"}
                and following
                and not tables.stop("function", words[index + 1])
            )
        if gazetteer.find(word.text) and word.caps and not word.headline:
            return True
        if lower in ("jr", "sr"):
            return bool(index and words[index - 1].cap)
        if tables.stop("function", lower) or tables.stop("unit", lower):
            inner = lower in ("without", "for", "against", "of", "and", "on") and not word.headline and following
            return bool(
                inner and index and words[index - 1].cap and not words[index - 1].first and neighbours(words, index - 1)
            )
        preceded = index > 0 and neighbours(words, index - 1) and words[index - 1].cap
        if tables.stop("calendar", lower):
            given = preceded and gazetteer.is_given_name(words[index - 1].text)
            return bool(given or (following and tables.head_type(words[index + 1]) == "organization"))
        if word.headline:
            return self._known_in_headline(index)
        if not word.first:
            return True
        if len(word.text) == 1 and not word.text.endswith("."):
            return following
        if self._phrase_at(index) or gazetteer.demonym(lower) or word.caps or gazetteer.is_given_name(lower):
            return True
        if tables.takes_of(word) and self._of_name(index + 1):
            return True
        if (
            tables.title_at(words, index, min(len(words), index + 5))
            or tables.stop("common", lower)
            or tables.stop("people", lower)
        ):
            return following
        if re.search(r"\d|[a-z][A-Z]|-[A-Z]", word.text):
            return True
        noun = (
            index + 1 < len(words) and word.gap == " " and words[index + 1].tag in ("NN", "NNS") and not word.possessive
        )
        if following:
            return (
                word.tag not in ("NNS", "IN", "DT", "RB", "VBG", "VBD", "VBZ", "VB", "CC", "PRP", "PRP$", "WRB", "MD")
                or word.text in self.seen
            )
        if word.text in self.seen:
            return not noun
        whole = self.spans.get((word.start, word.end))
        return word.tag in ("NNP", "NNPS") and self.inside[index] is not None and (not noun or whole in ("ORG", "GPE"))

    def _of_name(self, index: int) -> bool:
        """Whether "of", "for" (and "the") and a capital stand here: "Bank of England" at the beginning of a sentence."""
        words = self.words
        if index + 1 >= len(words) or words[index].text not in ("of", "for"):
            return False
        behind = index + 2 if words[index + 1].text == "the" and index + 2 < len(words) else index + 1
        return words[behind].cap

    def _known_in_headline(self, index: int) -> bool:
        word = self.words[index]
        known = gazetteer.find(word.text)
        if known and known.kind in ("country", "capital", "region"):
            return True
        if word.caps and not self._all_caps_line(index) and len(word.text) > 1:
            return True
        return word.text in self.seen and not tables.is_common(word) or gazetteer.demonym(word.lower) is not None

    def _all_caps_line(self, index: int) -> bool:
        near = [w for w in self.words[max(0, index - 3) : index + 4] if w.headline]
        return sum(w.caps for w in near) > len(near) / 2

    def _phrase_at(self, index: int) -> int:
        """Number of words of the longest known name that begins here; 0 where there is none."""
        text = ""
        best = 0
        lower = self.words[index].lower
        if tables.stop("function", lower) and not gazetteer.find(self.words[index].text) and lower != "the":
            return 0
        for step in range(index, min(len(self.words), index + gazetteer.longest())):
            text = f"{text} {self.words[step].text}".strip()
            known = gazetteer.find(text)
            if known and (step == index or self.words[step].cap) and (lower != "the" or known.name.startswith("The ")):
                best = step - index + 1
            if not neighbours(self.words, step):
                break
        return best

    # ---- from runs to names ----

    def cut(self) -> list[Candidate]:
        can = [self.can_be_name(i) for i in range(len(self.words))]
        for index, word in enumerate(self.words):
            length = self._phrase_at(index) if word.cap and not word.headline else 0
            if length > 1:
                can[index : index + length] = [True] * length
            found = tables.title_at(self.words, index, len(self.words)) if word.cap and not word.headline else None
            part = self.words[index : found[0]] if found else []
            if (
                len(part) > 2
                and all(w.cap or w.text in ("of", "the") for w in part)
                and all(neighbours(self.words, i) for i in range(index, index + len(part) - 1))
            ):
                can[index : index + len(part)] = [True] * len(part)  # "Chief of Staff"
        made = runs(self.words, can)
        for start, stop in self._joined(made):
            self._cut(start, stop)
        self._institutions()
        return sorted(self.found, key=lambda c: (c.start, c.stop))

    def text(self, start: int, stop: int) -> str:
        parts = []
        for w in self.words[start:stop]:
            inner = w is not self.words[stop - 1]
            parts.append(w.text + ("'s" if w.possessive and inner else "") + (" &" if inner and "&" in w.gap else ""))
        return " ".join(parts)

    def _joined(self, made: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Runs that "of", "for the" or "and" makes one name."""
        for over in (("and", "&"), ("of", "for", "on", "and", "&", ",")):
            joined: list[tuple[int, int]] = []
            for start, stop in made:
                if joined and self._link(joined[-1][1], start) in over and self._joins(*joined[-1], start, stop):
                    joined[-1] = (joined[-1][0], stop)
                else:
                    joined.append((start, stop))
            made = joined
        yield from made

    def _link(self, stop: int, following: int) -> str:
        """The small word between two runs, or a comma."""
        return self.words[stop].text if stop < following else self.words[stop - 1].gap.strip()

    def _joins(self, start: int, stop: int, following: int, upto: int) -> bool:
        words = self.words
        between = [w.text for w in words[stop:following]]
        if not between or len(between) > 2 or any(not neighbours(words, i) for i in range(stop - 1, following)):
            return self._list_of_fields(start, stop, following, upto, between)
        if between[-1] == "the":
            between = between[:-1]
        last = words[stop - 1]
        if between in (["of"], ["for"]) or (
            between == ["on"] and tables.head_type(last) in ("agreement", "named_event")
        ):
            if not tables.takes_of(last) or last.possessive:
                return bool(gazetteer.find(self.text(start, upto)))
            if gazetteer.find(self.text(start, stop)) and len(words[stop:following]) > 1:
                return False
            if between == ["for"]:
                return tables.head_type(last) in ("organization", "agreement")
            if (
                len(words[stop:following]) > 1
                and self.head(following, self._before_title(following, upto)) == "organization"
            ):
                return False  # "… Division of the … Bureau" are two
            office = tables.title_at(words, following, upto)
            return office is None or office[0] == upto or tables.is_common(words[following])
        if between in (["and"], ["&"]):
            return self._joins_over_and(start, stop, following, upto)
        return False

    def _joins_over_and(self, start: int, stop: int, following: int, upto: int) -> bool:
        """ "Strategy and Planning Division" is one; "Ghana and Togo" and "Ford and the Ministry" are two."""
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
        of = next((i for i, w in enumerate(left) if w.text == "of"), None)
        if of is not None and of > 0 and all(tables.is_common(w) for w in left[of + 1 :]):
            return all(tables.is_common(w) for w in right) and tables.head_type(right[-1]) not in (
                "organization",
                "agreement",
            )
        if (
            tables.head_type(right[-1]) not in ("organization", "agreement", "named_event")
            or len(right) < 2
            or len(left) > 3
        ):
            return False
        one, two = gazetteer.find(self.text(start, stop)), gazetteer.find(self.text(following, upto - 1))
        if one:
            return one.kind == "region" and two is not None and two.kind == "region"
        if (
            tables.head_type(left[-1])
            or gazetteer.is_given_name(left[0].text)
            or tables.is_adjective_of_people(left[0])
            or left[-1].caps
        ):
            return False
        if two or tables.is_adjective_of_people(right[0]) or gazetteer.find(right[0].text):
            return False
        before = words[start - 1] if start else None
        told = before is not None and (before.lower in ("the", "of", "a") or before.possessive)
        return all(tables.is_common(w) for w in left) or (len(left) == 1 and told and self.inside[start] != "PERSON")

    def _before_title(self, start: int, stop: int) -> int:
        """Index of the first title or behind the first possessive among the words; `stop` where there is none."""
        for index in range(start, stop):
            if tables.title_at(self.words, index, stop):
                return index
            if self.words[index].possessive:
                return index + 1
        return stop

    def _list_of_fields(self, start: int, stop: int, following: int, upto: int, between: list[str]) -> bool:
        """ "Ministry of Trade, Industry and Energy"."""
        words = self.words
        if between or words[stop - 1].gap != ", " or not any(w.text == "of" for w in words[start:stop]):
            return False
        fields = words[following : upto + 2]
        return (
            upto + 1 < len(words)
            and words[upto].text == "and"
            and all(tables.is_common(w) for w in fields if w.text != "and")
            and fields[-1].cap
        )

    def _cut(self, start: int, stop: int) -> None:
        """Cut one run; recursive over its parts."""
        words = self.words
        while start < stop and words[start].text in ("of", "and", "the", "for", "&"):
            start += 1
        while stop > start and (
            words[stop - 1].text in ("of", "and", "the", "for", "&") or words[stop - 1].text in PARTICLES
        ):
            stop -= 1
        while stop - start > 1 and words[start].lower in tables.FORMER and not gazetteer.find(self.text(start, stop)):
            start += 1
        if start >= stop:
            return
        if gazetteer.find(self.text(start, stop)) or gazetteer.find(" ".join(w.text for w in words[start:stop])):
            self._emit(start, stop)
            return
        for index in range(start, stop - 1):
            if words[index].possessive and not self._keeps_possessive(index, start, stop):
                self._cut(start, index + 1)
                self._cut(index + 1, stop)
                return
        if self._cut_at_title(start, stop) or self._cut_adjective(start, stop) or self._cut_prefix(start, stop):
            return
        self._emit(start, stop)

    def _keeps_possessive(self, index: int, start: int, stop: int) -> bool:
        lower = self.words[index].lower
        if gazetteer.find(self.words[index].text + "'s"):
            return index + 1 == stop
        return lower in _OWNERS and tables.head_type(self.words[stop - 1]) is not None

    def head(self, start: int, stop: int) -> EntityType | None:
        """Type that the head of a name gives: the last word, or the one before "of"."""
        words = self.words
        for index in range(start + 1, stop):
            if words[index].text in ("of", "for", "on") and tables.takes_of(words[index - 1]):
                return tables.head_type(words[index - 1])
        last = stop - 1
        while last > start and re.fullmatch(r"\d{1,4}", words[last].text):
            last -= 1
        if last == start:
            return tables.head_type(words[start]) if tables.head_type(words[start]) and stop - start > 1 else None
        return tables.head_type(words[last])

    def _cut_at_title(self, start: int, stop: int) -> bool:
        words = self.words
        for index in range(start, stop):
            found = tables.title_at(words, index, stop)
            if not found:
                continue
            behind, kind = found
            if behind < stop and words[behind].lower in ("of", "for", "without", "against"):
                continue
            if (
                any(w.text in ("of", "for", "on") for w in words[start:index])
                and tables.is_common(words[index - 1])
                and behind == stop
            ):
                return False
            if index > start and behind == stop and self._is_surname(start, index):
                return False
            head = self.head(behind, stop) if behind < stop else None
            if behind < stop:
                alone = stop - behind == 1 and (
                    tables.head_type(words[behind]) is not None or tables.is_common(words[behind])
                )
                lower = tables.norm(words[index].text).split(" ")[0]
                if alone or (
                    head in ("organization", "place", "named_event", "agreement")
                    and (lower in _EPONYMS or kind != "position")
                ):
                    if index > start and not alone:
                        continue
                    return False
            left = index
            body = index - start > 1 and tables.head_type(words[index - 1]) == "organization"
            while (
                left > start
                and not body
                and (
                    words[left - 1].lower in tables.MODIFIERS
                    or (kind == "position" and tables.stop("common", words[left - 1]))
                )
            ):
                left -= 1
            if left > start and not body and tables.takes_field(words[behind - 1]) and self._is_field(start, left):
                left = start
            if left > start:
                self._cut(start, left)
            if behind < stop:
                before = len(self.found)
                self._cut_person(behind, stop, kind == "position")
                for candidate in self.found[before : before + 1]:
                    if candidate.start == behind or candidate.votes.get("person", 0) < 3:
                        candidate.title = True
                        candidate.vote("person", 4.0)
            return True
        return False

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
        return len(before) <= 2 and gazetteer.is_given_name(before[0].text) and not gazetteer.find(before[0].text)

    def _is_field(self, start: int, stop: int) -> bool:
        """Whether words before an office are its field, no name of their own."""
        part = self.words[start:stop]
        if len(part) > 2 or any(w.caps or tables.is_adjective_of_people(w) or w.possessive for w in part):
            return False
        return not gazetteer.find(self.text(start, stop)) and self.inside[start] not in ("ORG", "GPE", "PERSON")

    def _adjectives(self, start: int, stop: int) -> int:
        """Index behind the adjectives of a people at the front: "South Korean", "Israeli"."""
        index = start
        words = self.words
        if stop - start > 1 and gazetteer.is_given_name(words[start].text) and words[start + 1].cap and self.head(start, stop) is None:
            return start  # "Christian", "Roman": here a person's name
        if stop - start > 1 and words[start].lower in _DIRECTIONS and tables.is_adjective_of_people(words[start + 1]) and gazetteer.demonym(self.text(start, start + 2)) is None:
            index += 1  # "South American"
        while index < stop:
            for length in (3, 2, 1):
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

    def _cut_adjective(self, start: int, stop: int) -> bool:
        words = self.words
        behind = self._adjectives(start, stop)
        if behind == start:
            return False
        if behind == stop:
            return True  # a people alone is no name
        whole = self.spans.get((words[start].start, words[stop - 1].end))
        head = self.head(start, stop)
        rest_known = gazetteer.find(self.text(behind, stop))
        country = gazetteer.demonym(self.text(start, behind)) is not None
        cue = tables.small_head(words[stop], "cue") if stop < len(words) and words[stop - 1].gap == " " else None
        if not country and head == "place" and all(tables.is_common(w) for w in words[behind:stop]) and not self.spans_event(start, stop):
            pass  # "the Jewish State": a description
        elif rest_known and all(tables.is_common(w) for w in words[behind:stop]):
            self._emit(start, stop, {rest_known.type: 3.0})
        elif rest_known and rest_known.kind != "body":
            self._cut(behind, stop)
        elif (cue == "named_event" and not rest_known) or (
            words[start].lower in ("african", "european", "asian")
            and not rest_known
            and stop - behind <= 2
            and not gazetteer.is_given_name(words[behind].text)
        ):
            self._emit(start, stop)  # "African Lion exercises": the adjective of a continent is mostly a part of the name
        elif head in ("organization", "named_event", "agreement", "place") or (
            whole in ("ORG", "EVENT", "FAC", "LOC") and not gazetteer.is_given_name(words[behind].text)
        ):
            self._emit(start, stop)
        elif all(tables.stop("common", w) for w in words[behind:stop]):
            pass  # "the Israeli Defense": an adjective and a common noun
        else:
            self._cut(behind, stop)
        return True

    def _cut_prefix(self, start: int, stop: int) -> bool:
        """A known name, or a common word, in front of a person or another known name."""
        words = self.words
        for index in range(start + 1, stop):
            rest = stop - index
            person = rest >= 2 and gazetteer.is_given_name(words[index].text) and self.head(index, stop) is None
            rest_known = gazetteer.find(self.text(index, stop))
            front = self.text(start, index)
            if not person and not rest_known and " of " not in front and not (index == start + 1 and self._office_of(start)):
                continue
            known = gazetteer.find(front)
            if known and rest >= 2 and known.kind == "country" and self.head(index, stop) is None and (" of " in front or self._office_of(start)):
                person = True
            if "&" in words[index - 1].gap:
                continue
            if (known and (person or (rest_known and known.type == "place" == rest_known.type))) or (
                (self.head(start, index) == "organization" and index - start > 1) and person
            ):
                self._cut(start, index)
                self._cut(index, stop)
                return True
            if (
                rest_known
                and rest_known.type == "place"
                and words[index - 1].lower in _DIRECTIONS
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

    def _office_of(self, start: int) -> bool:
        """Whether "president of" or the like stands right before."""
        before = [w.text for w in self.words[max(0, start - 3) : start]]
        if before and before[-1] == "the":
            before.pop()
        return len(before) > 1 and before[-1] == "of" and tables.title_kind(before[-2]) == "position"

    def spans_event(self, start: int, stop: int) -> bool:
        """Whether the model takes exactly these words for a name of something other than a place."""
        return self.spans.get((self.words[start].start, self.words[stop - 1].end)) in ("EVENT", "ORG")

    def _emit(self, start: int, stop: int, votes: dict[EntityType, float] | None = None) -> None:
        words = self.words
        if all(tables.is_common(w) for w in words[start:stop]):
            known = gazetteer.find(self.text(start, stop))
            fields = [w for w in words[start:stop] if w.text not in ("of", "the", "and", "for")]
            headed = self.head(start, stop) == "organization" and len(fields) > 1 and words[stop - 1].cap
            if not known and not headed:
                return
        candidate = Candidate(start, stop, dict(votes or {}))
        head = self.head(start, stop)
        if head and stop - start > 1:
            candidate.vote(head, 3.0)
        self._extend(candidate)
        self.found.append(candidate)

    def _extend(self, candidate: Candidate) -> None:
        """Take in a number ("Falcon 9") or a head in small letters ("Allenby bridge") behind the name."""
        words, stop = self.words, candidate.stop
        if stop >= len(words) or words[stop - 1].possessive or words[stop - 1].gap != " ":
            return
        text = self.text(candidate.start, stop)
        known = gazetteer.find(text)
        following = words[stop]
        if re.fullmatch(r"\d{1,2}|\d{3}(?=[A-Z])?|20[0-3]\d", following.text) and not known and not candidate.title:
            of_event = candidate.votes.get("named_event", 0) > 0
            if following.gap == " " and stop + 1 < len(words) and self._is_thing(stop + 1):
                candidate.stop += 1
                candidate.vote("equipment", 2.5)
            elif len(following.text) < 3 or of_event:
                covered = any(s <= words[candidate.start].start and e >= following.end for s, e in self.spans)
                after = words[stop + 1] if stop + 1 < len(words) else None
                unit = after is not None and following.gap == " " and after.tag in ("NNS",)
                if (covered or of_event) and not unit:
                    candidate.stop += 1
                    if not of_event:
                        candidate.vote("equipment", 1.0)
            return
        if known and known.type == "organization" and re.fullmatch(r"\d{3}", following.text):
            after = words[stop + 1] if stop + 1 < len(words) and following.gap == " " else None
            if after is None or after.tag not in ("NNS", "NNPS", "CD"):  # "Boeing 737", not "Boeing 300 workers"
                candidate.stop += 1
                candidate.votes = {"equipment": 5.0}
            return
        kind = tables.small_head(following, "in")
        place = known is not None and known.type == "place"
        if not kind and not place:
            kind = tables.small_head(following, "some")
        body = (known is not None and known.type == "organization") or bool(candidate.votes.get("organization"))
        if kind and not (known and known.kind == "country") and (not body or kind == "named_event"):
            after = words[stop + 1] if stop + 1 < len(words) and following.gap == " " else None
            if not (after and after.cap and not after.first) and not gazetteer.is_given_name(
                words[candidate.start].text
            ):
                candidate.stop += 1
                candidate.vote(kind, 3.0)

    def _is_thing(self, index: int) -> bool:
        """Whether a word or compound that begins here describes equipment."""
        words = self.words
        small = tables.small_head(words[index], "cue") or tables.cue_ahead(words, index)
        return small == "equipment" or (
            words[index].cap and self.head(index, min(index + 2, len(words))) == "equipment"
        )

    def _institutions(self) -> None:
        """ "Israeli army", "US military": the adjective of a country before an institution in small letters."""
        words = self.words
        taken = {i for c in self.found for i in range(c.start, c.stop)}
        by_end = {c.stop: c for c in self.found}
        index = 0
        while index < len(words):
            behind = self._adjectives(index, min(index + 3, len(words)))
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


def _inside(words: list[Word], spans: Spans) -> list[str | None]:
    """The model's label around each word."""
    ordered = sorted(spans)
    made: list[str | None] = []
    at = 0
    for word in words:
        while at < len(ordered) and ordered[at][1] <= word.start:
            at += 1
        within = at < len(ordered) and ordered[at][0] < word.end
        made.append(spans[ordered[at]] if within else None)
    return made
