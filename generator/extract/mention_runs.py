"""Runs of words that can be names: which capitals count, and what "of", "for" and "and" join."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator

from generator import gazetteer
from generator.extract import gazetteer_words as tables
from generator.extract.mention_words import PARTICLES, Word, neighbours, runs
from generator.model import EntityType

# The model's named entities: label by (start, end) in characters.
Spans = dict[tuple[int, int], str]


class Runs:
    """The words of one text as runs. `spans` are the model's named entities, by characters."""

    def __init__(self, words: list[Word], spans: Spans) -> None:
        self.words = words
        self.spans = spans
        self._ordered = sorted(spans)
        self.inside = _inside(words, spans)
        self.seen = {w.text for w in words if w.cap and not w.first and not w.headline}

    def overlapping(self, start: int, end: int) -> list[tuple[tuple[int, int], str]]:
        """The model's named entities that share characters with [start, end)."""
        at = max(0, bisect(self._ordered, (start, start)) - 1)
        found = []
        while at < len(self._ordered) and self._ordered[at][0] < end:
            if self._ordered[at][1] > start:
                found.append((self._ordered[at], self.spans[self._ordered[at]]))
            at += 1
        return found

    def runs(self) -> list[tuple[int, int]]:
        """Stretches [from, to) of words that are one or several names side by side."""
        can = [self.can_be_name(i) for i in range(len(self.words))]
        for index, word in enumerate(self.words):
            length = self._phrase_at(index) if word.cap and not word.headline else 0
            if length > 1:
                can[index : index + length] = [True] * length
            if self._numbers_unit(index):
                can[index] = True
            found = tables.title_at(self.words, index, len(self.words)) if word.cap and not word.headline else None
            part = self.words[index : found[0]] if found else []
            if (
                len(part) > 2
                and all(w.cap or w.text in ("of", "the") for w in part)
                and all(neighbours(self.words, i) for i in range(index, index + len(part) - 1))
            ):
                can[index : index + len(part)] = [True] * len(part)  # "Chief of Staff"
        made = runs(self.words, can)
        return list(self._joined(made))

    def _numbers_unit(self, index: int) -> bool:
        """Whether an ordinal in figures begins the name of a unit: "7th Infantry Division", "9th Circuit"."""
        if not re.fullmatch(r"\d{1,3}(?:st|nd|rd|th|d)", self.words[index].text):
            return False
        for step in range(index + 1, min(index + 4, len(self.words))):
            if not neighbours(self.words, step - 1) or not self.words[step].cap:
                return False
            if tables.stop("unit-of-forces", self.words[step]):
                return True
        return False

    def can_be_name(self, index: int) -> bool:
        """Whether a word can belong to a name, by its form and its place in the sentence."""
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
        if re.fullmatch(r"[RDI]-[A-Z][A-Za-z.]*", word.text):
            return False  # party and state of an American member of parliament
        if lower in ("jr", "sr"):
            return bool(index and words[index - 1].cap)
        if self._is_legal_form(index):
            return True
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
        if (
            following
            and self.inside[index] == "PERSON"
            and any(e > word.end for (s, e), _ in self.overlapping(word.start, word.end) if s == word.start)
        ):
            return True
        if following:
            return (
                word.tag not in ("NNS", "IN", "DT", "RB", "VBG", "VBD", "VBZ", "VB", "CC", "PRP", "PRP$", "WRB", "MD")
                or word.text in self.seen
            )
        if word.text in self.seen:
            return not noun
        whole = self.spans.get((word.start, word.end))
        proper = word.tag in ("NNP", "NNPS")
        if proper and not noun and not tables.is_common(word):
            return True  # a doubt that other sentences, or other texts, may settle
        return proper and self.inside[index] is not None and (not noun or whole in ("ORG", "GPE"))

    def _is_legal_form(self, index: int) -> bool:
        """Whether a word is the legal form behind a firm's name: "Kestrel AS", "Kestrel Motors SIA"."""
        if not index or self.words[index].text not in tables.LEGAL_FORMS or not neighbours(self.words, index - 1):
            return False
        before = self.words[index - 1]
        return before.cap and not before.caps and not tables.stop("function", before)

    def _of_name(self, index: int) -> bool:
        """Whether "of" or "for" (and "the") and a capital stand here: a sentence begins "Bank of England"."""
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
        return (word.text in self.seen and not tables.is_common(word)) or gazetteer.demonym(word.lower) is not None

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

    def text(self, start: int, stop: int) -> str:
        """Words as the gazetteer spells them, single spaces between."""
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
        yield from self._spelt_out(made)

    def _spelt_out(self, made: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Neighbouring runs as one where the acronym in brackets behind them has the initials of all their words."""
        words = self.words
        joined: list[tuple[int, int]] = []
        for start, stop in made:
            letters = words[stop].text if words[stop - 1].gap.strip() == "(" and stop < len(words) else ""
            if 2 < len(letters) < 9 and letters.isupper() and words[stop].gap.startswith(")"):
                first = start
                while joined and self._small_between(joined[-1][1], first):
                    first = joined.pop()[0]
                    if self._initials(first, stop) == letters:
                        break
                body = any(tables.head_type(w) in ("organization", "agreement") for w in words[first:stop] if w.cap)
                if self._initials(first, stop) == letters and body:
                    start = first
                elif first != start:  # none of it: as it was
                    joined += [run for run in made if first <= run[0] < start]
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

    def _initials(self, start: int, stop: int) -> str:
        return "".join(w.text[0] for w in self.words[start:stop] if w.cap)

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
            if last.possessive:
                return bool(gazetteer.find(self.text(start, upto)))
            if not tables.takes_of(last):
                return bool(gazetteer.find(self.text(start, upto))) or self._goes_on(start, stop, following, upto)
            if gazetteer.find(self.text(start, stop)) and len(words[stop:following]) > 1:
                return False
            if between == ["for"] and tables.stop("chamber", last) and not tables.is_field(words[following]):
                return False  # "in the Senate for X": whom somebody sits for
            if between == ["for"]:
                return tables.head_type(last) in ("organization", "agreement")
            if (
                len(words[stop:following]) > 1
                and self.head(following, self._before_title(following, upto)) == "organization"
            ):
                return False  # "… Division of the … Bureau" are two
            office = tables.title_at(words, following, upto)
            return office is None or office[0] == upto or tables.is_common(words[following])
        if between in (["and"], ["&"]) and len(between) == following - stop:
            return self._joins_over_and(start, stop, following, upto)
        return False

    def _goes_on(self, start: int, stop: int, following: int, upto: int) -> bool:
        """As "Committee for Protection of Wildlife": a body's field has an "of" of its own."""
        left = self.words[start:stop]
        of = next((i for i, w in enumerate(left) if w.text in ("of", "for")), 0)
        return (
            of > 0
            and tables.head_type(left[of - 1]) == "organization"
            and all(tables.is_field(w) or w.text == "the" for w in [*left[of + 1 :], *self.words[following:upto]])
        )

    @staticmethod
    def _may_describe(word: Word) -> bool:
        """Whether a capitalised word can be an adjective of a field ("Tropical Medicine"), and is no name."""
        return tables.is_field(word) or not (
            gazetteer.find(word.text) or gazetteer.is_given_name(word.text) or word.caps or word.possessive
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
            return tables.is_field(right[-1]) and all(map(self._may_describe, right)) and tables.head_type(right[-1]) not in (
                "organization",
                "agreement",
            )
        if (
            tables.head_type(right[-1]) not in ("organization", "agreement", "named_event")
            or len(right) < 2
            or len(left) > 3
        ):
            return False
        if right[0].lower in ("county", "city", "district", "borough", "town") and left[-1].lower in ("city", "county", "town"):
            return True  # "Limerick City and County Council"
        one, two = gazetteer.find(self.text(start, stop)), gazetteer.find(self.text(following, upto - 1))
        if one:
            return one.kind == "region" and two is not None and two.kind == "region"
        if (
            (tables.head_type(left[-1]) and (len(left) > 1 or tables.takes_of(left[-1])))
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
        """As "Ministry of Trade, Industry and Energy"."""
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

    def head(self, start: int, stop: int) -> EntityType | None:
        """Type that the head of a name gives: the last word, or the one before "of"."""
        words = self.words
        for index in range(start + 1, stop):
            if words[index].text in ("of", "for", "on") and tables.takes_of(words[index - 1]):
                # A port that is called so by its full name is the body that runs it.
                return "organization" if words[index - 1].lower == "port" else tables.head_type(words[index - 1])
        last = stop - 1
        while last > start and re.fullmatch(r"\d{1,4}", words[last].text):
            last -= 1
        if last == start:
            return tables.head_type(words[start]) if tables.head_type(words[start]) and stop - start > 1 else None
        return tables.head_type(words[last])


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
