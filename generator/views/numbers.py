"""Numbers side by side: what two or more reports count under one word, each number in its sentence.

Disputes hold what is known to contradict: figures of one event. A text has many more, and a reader who asks how many
there were wants to see them together. Nothing is concluded here: whether two numbers speak of one thing, the sentences
must say.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from generator.quantities import thing
from generator.views import addresses
from generator.views.claims import Link
from generator.views.lookup import Lookup
from generator.views.passages import Run, runs
from generator.views.words import capital, t

_SOURCES = 40  # of more, every word would stand beside numbers of many matters
_GROUPS, _ROWS = 30, 24
_EACH = 3  # sentences of one report under one word
_LONGEST = 300  # letters of a sentence

# From four: two and three stand mostly for those of whom a text has just told ("the two countries").
_SMALL = {
    word: n
    for n, word in enumerate(
        "four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen twenty".split(), 4
    )
}  # fmt: skip
_TENS = {word: 10 * n for n, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)}
_WORDS = _SMALL | _TENS
_SHARE = "per cent"
_TIMES = {
    "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "m": 1e6, "mn": 1e6, "bn": 1e9, "lakh": 1e5,
    "crore": 1e7,
}  # fmt: skip
# Codes and signs before a sum, as they are read out.
_SUMS = {
    "$": "dollars", "€": "euros", "£": "pounds", "USD": "dollars", "EUR": "euros", "GBP": "pounds", "DKK": "kroner",
    "NOK": "kroner", "SEK": "kronor", "CHF": "francs", "JPY": "yen", "INR": "rupees", "Rs": "rupees", "US$": "dollars",
}  # fmt: skip
_FOUND = re.compile(
    r"(?<![\w.,$€£-])(?P<sum>(?:US\$|[$€£]|(?:USD|EUR|GBP|DKK|NOK|SEK|CHF|JPY|INR|Rs)\.?) ?)?"
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d{{1,9}}(?:\.\d{{1,3}})?|(?i:{'|'.join(_WORDS)})(?=[ ]))"
    r"(?: ?(?P<times>hundred|thousand|million|billion|mn|bn|m|lakh|crore)\b)?"
    r"(?P<share> ?%| per ?cent\b)?(?: (?P<what>[a-z]{3,24})\b)?"
)
# What is told behind a number and is no thing that is counted: spans of time and words that lead on.
_NONE = frozenset(
    "year years month months week weeks day days hour hours minute minutes second seconds decade decades time times "
    "and the for but with from after before when who which that was were had has have per than more less out off "
    "others other into since until this his her their its are did will would can may said says".split()
)


@dataclass(frozen=True, slots=True)
class Said:
    """A number in its sentence, and who gives it."""

    passage: tuple[Run, ...]
    source: Link
    lang: str


@dataclass(frozen=True, slots=True)
class Counted:
    """Numbers of one word, in the order in which the reports were published."""

    id: str
    name: str
    rows: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """All of the page."""

    title: str
    description: str
    standfirst: str
    groups: tuple[Counted, ...]


_Place = tuple[str, int, int, int]  # source, sentence, start, end


def view(look: Lookup) -> Numbers | None:
    """What most reports count first; `None` where no two reports give different numbers of anything."""
    found = _counted(look)
    if not found:
        return None
    return Numbers(
        title=t("numbers.title"),
        description=t("numbers.description", name=look.name),
        standfirst=t("numbers.standfirst"),
        groups=tuple(_group(look, key, name, places) for key, name, places in found[:_GROUPS]),
    )


def address(look: Lookup) -> str:
    """Of the page; empty where there is none."""
    return addresses.NUMBERS if _counted(look) else ""


def _counted(look: Lookup) -> list[tuple[str, str, list[_Place]]]:
    """(key, word, where) of what at least two reports count, not all of them alike."""
    if not 1 < len(look.sources) <= _SOURCES:
        return []
    places: dict[str, list[_Place]] = defaultdict(list)
    values: dict[str, set[tuple[str, float]]] = defaultdict(set)
    words: dict[str, Counter[str]] = defaultdict(Counter)
    for id, source in look.sources.items():
        if source.lang != "en":  # the words of numbers are English
            continue
        for number, sentence in enumerate(look.texts[id].sentences):
            for match in _FOUND.finditer(sentence.text):
                what = _what(match)
                if not what:
                    continue
                key = thing(what)
                words[key][what] += 1
                values[key].add((id, _value(match)))
                own = [place for place in places[key][-_EACH:] if place[0] == id]
                if len(own) < _EACH and (id, number) not in [place[:2] for place in own]:
                    places[key].append((id, number, match.start(), match.end()))
    kept = [
        (key, words[key].most_common(1)[0][0], rows)
        for key, rows in places.items()
        if len({id for id, _ in values[key]}) > 1 and len({value for _, value in values[key]}) > 1
    ]
    # Sums and shares are of many matters: they come behind what has a word of its own.
    wide = {_SHARE, *map(thing, _SUMS.values())}
    return sorted(kept, key=lambda row: (row[0] in wide, -len({place[0] for place in row[2]}), row[0]))


def _what(match: re.Match[str]) -> str:
    if match["share"]:
        return _SHARE
    if match["sum"]:
        return _SUMS[match["sum"].strip(" .")]
    what = match["what"] or ""
    return "" if what in _NONE else what


def _value(match: re.Match[str]) -> float:
    written = match["number"].lower()
    value = float(_WORDS[written]) if written in _WORDS else float(written.replace(",", ""))
    return value * _TIMES.get(match["times"] or "", 1)


def _group(look: Lookup, key: str, name: str, places: list[_Place]) -> Counted:
    rows = []
    for id, number, start, end in places[:_ROWS]:
        source = look.sources[id]
        passage = runs(look.texts[id].sentences[number].text, [(start, end)], _LONGEST)
        rows.append(Said(passage, Link(source.byline, source.address), source.lang))
    return Counted(f"n-{'-'.join(key.split())}", capital(name), tuple(rows))
