"""What one expression means, and what a rule is: a pattern over the shape, and a function that reads its match."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.counts import NUMBERS
from generator.document import TimexType
from generator.extract.times import cues, lexicon, tense
from generator.extract.times.patterns import compiled
from generator.extract.times.story import Story
from generator.extract.times.tokens import Tokens

Basis = Literal["absolute", "published", "narrated", "none"]


@dataclass(frozen=True, slots=True)
class Reading:
    """The meaning of an expression. `value`: EDTF or TimeML's; `clock`: a time of day that still looks for its day."""

    type: TimexType
    value: str | None
    basis: Basis = "none"
    clock: str | None = None
    tells: bool = True  # whether later expressions may take it up
    day: str | None = None  # of "two weeks later" the day that is reckoned, where its value is the week


@dataclass(slots=True)
class Context:
    """One match of one rule, and all that a reading may depend on."""

    tokens: Tokens
    match: re.Match[str]
    story: Story
    paragraph: int

    @property
    def published(self) -> date | None:
        """The day that the words around are reckoned from."""
        return self.story.published

    def has(self, group: str) -> bool:
        """Whether the rule has this group and it took part in the match."""
        return group in self.match.re.groupindex and self.match.group(group) is not None

    def word(self, group: str) -> str:
        """The first word of a group in small letters; empty where the group is absent."""
        return self.tokens.lower(self.match.start(group)) if self.has(group) else ""

    def words(self, group: str) -> list[str]:
        """All words of a group in small letters; none where the group is absent."""
        if not self.has(group):
            return []
        start, end = self.match.span(group)
        return [w.lower() for w in self.tokens.words[start:end]]

    def direction(self) -> cues.Direction:
        """The tense of the clause around the match."""
        return tense.direction(self.tokens, self.match.start(), self.match.end())

    def before(self, back: int = 1) -> str:
        """The class of the token so many places before the match."""
        return self.tokens.kind(self.match.start() - back)

    def after(self, ahead: int = 0) -> str:
        """The class of a token behind the match."""
        return self.tokens.kind(self.match.end() + ahead)

    def before_word(self, back: int = 1) -> str:
        """The token so many places before the match, in small letters."""
        return self.tokens.lower(self.match.start() - back)

    def after_word(self, ahead: int = 0) -> str:
        """A token behind the match, in small letters."""
        return self.tokens.lower(self.match.end() + ahead)

    def month(self, group: str) -> int:
        """1 for January or Jan. to 12."""
        return lexicon.MONTHS.get(self.word(group)) or lexicon.MONTHS_SHORT[self.word(group)]

    def weekday(self, group: str) -> int:
        """1 for Monday to 7 for Sunday."""
        word = self.word(group).rstrip("s")
        return (
            lexicon.WEEKDAYS.get(word) or lexicon.WEEKDAYS_SHORT.get(word) or lexicon.WEEKDAYS_SHORT[self.word(group)]
        )

    def digits(self, group: str) -> int:
        """The number that a group of digits begins with: 18, 18th, 2021."""
        found = re.match(r"['’]?([0-9]{1,6})", self.word(group))
        return int(found[1]) if found else 0

    def ordinal(self, group: str) -> int:
        """first, 1st -> 1"""
        return lexicon.ORDINALS.get(self.word(group)) or self.digits(group)

    def unit(self, group: str) -> str:
        """TimeML's designator of a unit word, singular or plural."""
        word = self.word(group)
        return lexicon.UNITS.get(lexicon.PLURALS.get(word, word), "")

    def number(self, group: str) -> float | None:
        """How many a group says; `None` where it is vague (several)."""
        return read_number(self.words(group))


def read_number(words: list[str]) -> float | None:
    """Digits or number words as a number: 48, 1,200, 2.5, twenty-five, a hundred and twenty, a couple of."""
    if {"few", "several", "many", "some", "dozens", "hundreds", "thousands", "tens", "scores"} & set(words):
        return None
    total, found = 0.0, False
    for word in words:
        if word[:1].isdecimal():
            try:
                return float(word.replace(",", ""))
            except ValueError:
                return None
        if word in ("a", "an"):
            total, found = total or 1.0, True
        elif word == "couple":
            return 2.0
        elif word in lexicon.SCALES:
            total, found = max(total, 1) * lexicon.SCALES[word], True
        elif word in NUMBERS:
            total, found = total + NUMBERS[word], True
    return total if found else None


Build = Callable[[Context], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """`build` reads a match of the pattern; where it returns `None`, the words are no time expression by this rule."""

    pattern: str
    build: Build
    regex: re.Pattern[str]


def rule(pattern: str, build: Build) -> Rule:
    """A rule from its pattern (see `patterns`)."""
    return Rule(pattern, build, compiled(pattern))
