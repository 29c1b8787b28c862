"""Runs of words that can be names: which capitals count."""

from __future__ import annotations

import re
from bisect import bisect

from generator import gazetteer, personal_names
from generator.extract import gazetteer_words as tables
from generator.extract import mention_openings
from generator.extract.mention_words import PARTICLES, Word, declared, is_money, neighbours, runs
from generator.model import EntityType

# Months that people are called, and what stands before the month.
_MONTHS = frozenset("jan mar april may june august".split())
_BEFORE_MONTH = frozenset(
    "in on of since until till by last next early late mid from to between during before after this every each for"
    " that the through around".split()
)
# Hours of other places, and ratings of debt.
_NO_NAME = re.compile(r"(?:GMT|UTC)[+-]\d+|[A-Z]{1,2}\d+\.\d+|FY-?\d+|Aaa|Aa[123]|Baa[123]|Ba[123]|Caa[123]")
# Titles of those who bear a number: "Charles I".
_CROWNED = frozenset("king queen pope emperor empress tsar czar kaiser sultan shah prince duke patriarch".split())
# What a clause begins with, so that a subject follows, and finite verbs, whatever the model's tag.
_CLAUSES = frozenset("that when because while if although though until once".split())
_FINITE = frozenset("had was has is will would could can".split())
# Particles of other languages that are no English words, within names of anything: "Giro delle Valli".
_WITHIN = frozenset(
    "delle dei degli dello della del du de la des di dos das do da van von der den al el bin ibn".split()
)
_LEADING = PARTICLES - {"de", "des", "la", "du", "los", "las", "san", "mac"}  # particles that a name may begin with
_LONGEST_LABEL = 4  # words, "NOTE TO ALL EDITORS:"
_WHOLE = 3  # words from which on a known name may begin with a small word
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th|d)")
# The model's named entities: label by (start, end) in characters.
Spans = dict[tuple[int, int], str]


class Runs:
    """The words of one text as runs. `spans`: the model's named entities; `day_names`: days that are given names."""

    def __init__(self, words: list[Word], spans: Spans) -> None:
        self.words = words
        self.spans = spans
        self._ordered = sorted(spans)
        self.inside = _inside(words, spans)
        self.declared = declared(words)
        self.seen = {w.text for w in words if w.cap and not w.first and not w.headline}
        self.day_names: frozenset[int] = frozenset()

    def overlapping(self, start: int, end: int) -> list[tuple[tuple[int, int], str]]:
        """The model's named entities that share characters with [start, end)."""
        at = max(0, bisect(self._ordered, (start, start)) - 1)
        found = []
        while at < len(self._ordered) and self._ordered[at][0] < end:
            if self._ordered[at][1] > start:
                found.append((self._ordered[at], self.spans[self._ordered[at]]))
            at += 1
        return found

    def stretches(self) -> list[tuple[int, int]]:
        """Stretches [from, to) of words that can be names, side by side."""
        can = [self.can_be_name(i) for i in range(len(self.words))]
        for index, word in enumerate(self.words):
            length = self._phrase_at(index) if word.cap else 0
            if length > 1 and not (word.headline and mention_openings.begins_body(self.words, index + length)):
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
        for start, stop in mention_openings.datelines(self.words):
            can[start:stop] = [True] * (stop - start)  # particles in capitals, too
        return runs(self.words, can)

    def _numbers_unit(self, index: int) -> bool:
        """Whether an ordinal in figures begins the name of a unit: "7th Infantry Division", "9th Circuit"."""
        if not self.words[index].text[0].isdigit() or not _ORDINAL.fullmatch(self.words[index].text):
            return False
        for step in range(index + 1, min(index + 4, len(self.words))):
            if not neighbours(self.words, step - 1) or not self.words[step].cap:
                return False
            if tables.stop("unit-of-forces", self.words[step]):
                return True
        return False

    def can_be_name(self, index: int) -> bool:
        """Whether a word can belong to a name, by its form and its place in the sentence."""
        word, following = self.words[index], self._followed(index)
        if not word.cap:
            return word.text in _LEADING and following and not tables.stop("function", self.words[index + 1])
        by_form = self._by_form(index, following)
        if by_form is not None:
            return by_form
        if tables.stop("function", word.lower) or tables.stop("unit", word.lower):
            return self._small_word(index, following)
        if tables.stop("calendar", word.lower):
            return self._month(index, following)
        if word.headline:
            return self._known_in_headline(index)
        return not word.first or self._opens_sentence(index, following)

    def _followed(self, index: int) -> bool:
        """Whether a capital stands right behind, a particle between them aside."""
        word, words = self.words[index], self.words
        following = index + 1 < len(words) and neighbours(words, index) and words[index + 1].cap
        if not following and index + 2 < len(words) and words[index + 1].text in _WITHIN and word.cap:
            following = neighbours(words, index) and neighbours(words, index + 1) and words[index + 2].cap
        return following

    def _by_form(self, index: int, following: bool) -> bool | None:
        """What the form of a capitalized word tells wherever it stands; `None` where it tells nothing."""
        word, words = self.words[index], self.words
        lower = word.lower
        if word.caps and word.gap[:1] in ("$", "€", "£"):
            return False  # "US$61 million"
        coded = word.caps and tables.stop("code", lower) and word.text not in self.declared
        if coded or _NO_NAME.fullmatch(word.text) or is_money(self.words, index):
            return False
        if self._is_label(index) or (index and words[index - 1].gap == ", " and gazetteer.is_legal_form(word.text)):
            return False  # "Norvale Mills, S.A."
        if gazetteer.find(word.text) and word.caps and not word.headline:
            return True
        if re.fullmatch(r"[RDI]-[A-Z][A-Za-z.]*", word.text):
            return False  # party and state of an American member of parliament
        if lower in ("jr", "sr"):
            return bool(index and words[index - 1].cap)
        if self._is_legal_form(index):
            return True
        if word.text == "Per" and following:  # a first name of the North, but before a known or a common word
            return not (gazetteer.find(words[index + 1].text) or tables.is_common(words[index + 1]))
        if word.text == "Nor" and following and not word.headline:
            return True  # a first name of the Malays: behind the conjunction stands a verb
        if self._is_name_like_word(index):
            return True
        if re.fullmatch(r"[A-Z]\.", word.text) and following and not word.headline:
            return True  # "A. Example": an initial, no article
        return None

    def _small_word(self, index: int, following: bool) -> bool:
        """Whether a capitalized word that is mostly none, as "Of" or "Watch", stands within or ends a name."""
        word, words = self.words[index], self.words
        if tables.head_type(word) and index and words[index - 1].cap and not word.headline and not word.first:
            return neighbours(words, index - 1) and not words[index - 1].first  # "Election Watch"
        if tables.stop("unit", word.lower) and index and personal_names.is_given_name(words[index - 1].text):
            return neighbours(words, index - 1) and words[index - 1].cap  # "Dick Pound"
        inner = word.lower in ("without", "for", "against", "of", "and", "on") and not word.headline and following
        return bool(
            inner and index and words[index - 1].cap and not words[index - 1].first and neighbours(words, index - 1)
        )

    def _month(self, index: int, following: bool) -> bool:
        """Whether a month or a day is what somebody or something is called: "Jan Novak", "May Bank"."""
        word, words = self.words[index], self.words
        lower = word.lower
        if word.start in self.day_names:
            return True
        preceded = index > 0 and neighbours(words, index - 1) and words[index - 1].cap
        given = preceded and personal_names.is_given_name(words[index - 1].text)
        if lower in _MONTHS and following and not word.text.endswith("."):
            behind, before = words[index + 1], words[index - 1].lower if index else ""
            dated = behind.text == "I" or behind.caps or tables.stop("calendar", behind) or before in _BEFORE_MONTH
            given = not dated and (personal_names.may_be_given(lower) or lower == "mar")  # "Mar Luciano"
        if lower == "march" and index and words[index - 1].lower == "the" and self._of_name(index + 1):
            return True  # "the March of Lanterns"
        return bool(given or (following and tables.head_type(words[index + 1]) == "organization"))

    def _opens_sentence(self, index: int, following: bool) -> bool:
        """Whether the first word of a sentence, which has a capital anyhow, is one of a name."""
        word, words = self.words[index], self.words
        lower = word.lower
        if mention_openings.greets(words, index, self.seen) or (
            mention_openings.describes(words, index) and word.text not in self.seen
        ):
            return False
        if len(word.text) == 1 and not word.text.endswith("."):
            return following
        if word.tag == "VBG" and word.text not in self.seen:
            return False  # "Reading out the judgment, she paused"
        if self._phrase_at(index) or gazetteer.demonym(lower) or word.caps or personal_names.is_given_name(lower):
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
        if self._opens_as_name(index):
            return True
        whole = self.spans.get((word.start, word.end))
        proper = word.tag in ("NNP", "NNPS")
        if proper and not noun and not tables.is_common(word):
            return True  # a doubt that other sentences, or other texts, may settle
        return proper and self.inside[index] is not None and (not noun or whole in ("ORG", "GPE"))

    def _opens_as_name(self, index: int) -> bool:
        """Whether the first word of a sentence is a town's name, or may be a name by what stands behind it.

        "Barnsley striker X", "Carrow’s first election", "Velkor, the newest of them": what it names, others tell.
        """
        word, words = self.words[index], self.words
        if tables.is_common(word) or tables.stop("people", word) or word.headline or len(word.text) < 4:
            return False
        known = gazetteer.find(word.text)
        if known and known.type == "place" and word.tag in ("NNP", "NN") and not tables.stop("town", word):
            return True
        if word.tag == "NNP" and gazetteer.is_town(word.text) and not tables.stop("town", word):
            return True
        if word.possessive:
            return self.inside[index] is not None
        article = index + 1 < len(words) and words[index + 1].lower in ("the", "a", "an")
        return word.gap == ", " and article and word.tag in ("JJ", "NN", "NNP")

    def _is_name_like_word(self, index: int) -> bool:
        """As "Wong Teck Soon", "King Charles I": small words that end names of people, where the words before tell."""
        words = self.words
        if index < 2 or words[index].headline or not all(neighbours(words, i) for i in (index - 2, index - 1)):
            return False
        one, two = words[index - 2], words[index - 1]
        if words[index].text == "I":
            return two.cap and (one.lower in _CROWNED or self._counts(index))
        east = one.text.casefold() in personal_names.family_first()
        return words[index].lower in ("soon", "so", "yet", "an", "you", "my", "how", "may") and east and two.cap

    def _counts(self, index: int) -> bool:
        """As "that Kestro I had taken": behind a conjunction and a name no "I" can be the subject of a verb."""
        if index + 1 >= len(self.words) or not neighbours(self.words, index):
            return False
        verb = self.words[index + 1].tag in ("VBD", "VBZ", "MD") or self.words[index + 1].lower in _FINITE
        return verb and self.words[index - 2].lower in _CLAUSES

    def _is_label(self, index: int) -> bool:
        """Whether a word is one of those in capitals, no known names, that begin a line before a colon: "NOTE:"."""
        words = self.words
        start = stop = index
        least, most = max(0, index - _LONGEST_LABEL), min(len(words) - 1, index + _LONGEST_LABEL)
        while start > least and not words[start].first and words[start].caps and words[start - 1].gap == " ":
            start -= 1
        while stop < most and words[stop].gap == " " and words[stop + 1].caps:
            stop += 1
        part = words[start : stop + 1]
        labelled = words[stop].gap.startswith(":") and words[start].first and all(w.caps for w in part)
        return labelled and stop - start < _LONGEST_LABEL and not gazetteer.find(" ".join(w.text for w in part))

    def _is_legal_form(self, index: int) -> bool:
        """Whether a word is the legal form behind a firm's name: "Kestrel AS", "Kestrel Motors SIA"."""
        if not index or not gazetteer.is_legal_form(self.words[index].text) or not neighbours(self.words, index - 1):
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
        shown = word.text.title() if word.caps and self._all_caps_line(index) else word.text
        return (shown in self.seen and not tables.is_common(word)) or gazetteer.demonym(word.lower) is not None

    def _all_caps_line(self, index: int) -> bool:
        near = [w for w in self.words[max(0, index - 3) : index + 4] if w.headline]
        return sum(w.caps for w in near) > len(near) / 2

    def _phrase_at(self, index: int) -> int:
        """Number of words of the longest known name that begins here; 0 where there is none."""
        text = ""
        best = 0
        lower = self.words[index].lower
        small = tables.stop("function", lower) and not gazetteer.find(self.words[index].text) and lower != "the"
        reach = gazetteer.longest() if gazetteer.begins_name(self.words[index].text) else 1
        for step in range(index, min(len(self.words), index + reach)):
            text = f"{text} {self.words[step].text}".strip()
            known = gazetteer.find(text)
            if known and (step == index or self.words[step].cap) and (lower != "the" or known.name.startswith("The ")):
                best = step - index + 1
            if not neighbours(self.words, step):
                break
        return 0 if small and (best < _WHOLE or lower in ("a", "an")) else best  # "All Progressives Congress"

    def text(self, start: int, stop: int) -> str:
        """Words as the gazetteer spells them, single spaces between."""
        parts = []
        for w in self.words[start:stop]:
            inner = w is not self.words[stop - 1]
            parts.append(w.text + ("'s" if w.possessive and inner else "") + (" &" if inner and "&" in w.gap else ""))
        return " ".join(parts)

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
