"""Days printed without their year that another text tells with it: "On 14 May" here, "14 May 2024" there, of one thing.

A page that prints no day of its own still says "On 4 October the first grants were paid". Where a dated report, or a
date printed in full, tells of that day and month in sentences about the same people in the same words, and no other
year does so, the day is theirs; and the page was published within the year that follows it, or precedes it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator import dates
from generator.document import Extraction, Identities
from generator.resolve import own_days, partial
from generator.resolve.likeness import words_of

MonthDay = tuple[int, int]
DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d|/)")
_YEAR = re.compile(r"\d{4}")
_SENTENCE = re.compile(r"(?<=[a-z\d)”\"][.!?]) +(?=[A-Z“\"])|\n+")
WORDS = 2  # content words in common, beside somebody named in both
ALONE = 4  # content words in common that do without a name
ENOUGH = 3  # days that share little, of which one that shares more counts twice
YEAR = timedelta(days=334)  # within which a text leaves out the year
SURE = 5  # what one day must share where no second day bears it out: names count double
TOLD = 3  # what is as much, where one of the words is no name and the day is past


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence that tells of a day."""

    article: int
    day: date
    who: frozenset[str]
    words: frozenset[str]
    plain: frozenset[str]  # those of them that stand in no name


@dataclass(frozen=True, slots=True)
class Found:
    """A day without its year, and the year's day that others tell it as."""

    start: int  # where it stands
    text: str
    day: date
    direction: str
    shared: int
    title: str  # of the report that tells it


def found(extractions: Sequence[Extraction], identities: Identities) -> dict[int, list[Found]]:
    """Document number -> its days without a year that other texts tell in full; only of documents without a day."""
    open_ = [d for d, e in enumerate(extractions) if not own_days.known(e)]
    if not open_:
        return {}
    rows: dict[MonthDay, list[Told]] = defaultdict(list)
    for number, extraction in enumerate(extractions):
        for row in told(number, extraction, identities):
            rows[row.day.month, row.day.day].append(row)
    named: list[set[str]] = [set() for _ in extractions]
    for (d, _), id in identities.of_mention.items():
        named[d].add(id)
    return {d: of for d in open_ if (of := _of(d, extractions, identities, rows, named))}


def settled(extraction: Extraction, days: Sequence[Found]) -> Extraction:
    """The same with the dates of those claims that the days in which it was published left open."""
    claims = list(extraction.claims)
    for row in days:
        for c, claim in enumerate(claims):
            here = claim.start - len(claim.when or "") <= row.start < claim.end
            if claim.date is None and claim.when and claim.when.endswith(row.text) and here:
                claims[c] = replace(claim, date=row.day.isoformat(), dated_by="inference", ahead=None)
    return replace(extraction, claims=tuple(claims))


def _of(
    number: int,
    extractions: Sequence[Extraction],
    identities: Identities,
    rows: dict[MonthDay, list[Told]],
    named: Sequence[set[str]],
) -> list[Found]:
    """The days of one text that others tell with their year; none where too little bears them out."""
    extraction = extractions[number]
    lines = list(sentences(number, extraction, identities))
    least = own_days.not_before(extraction)
    made: list[Found] = []
    at = 0
    for bare in extraction.bare:
        key = partial.month_day(bare.text) if bare.open else None
        if key is None or key not in rows:
            continue
        while lines[at][1] <= bare.start:
            at += 1
        _, _, who, words, unnamed = lines[at]
        by_day: dict[date, tuple[int, int]] = {}
        for row in rows[key]:
            if shared := _shared(who, words, row):
                if bare.direction == "past" and shared >= TOLD and unnamed & row.plain:
                    shared = max(shared, SURE)
                shared += row.article == number  # its own list of days
                shared += least is not None and least <= row.day <= least + own_days.FAR
            elif bare.direction != "past" or row.article == number or named[number].isdisjoint(named[row.article]):
                continue  # what is still to come on such a day may be its anniversary
            by_day[row.day] = max((shared, -row.article), by_day.get(row.day, (0, -row.article)))
        by_day = {day: of for day, of in by_day.items() if of[0]} or by_day
        if len(by_day) == 1:
            day, (shared, teller) = by_day.popitem()
            title = extractions[-teller].document.title
            made.append(Found(bare.start, bare.text, day, bare.direction, shared, title))
    plain = [row for row in made if row.shared]
    if len({row.day for row in plain}) > 1 or any(row.shared >= SURE for row in plain):
        return plain
    return made if _bear_out(made) else []


def _bear_out(made: Sequence[Found]) -> bool:
    """Whether days that share little with others' are of one year, and enough of them.

    Two articles about somebody that both name a day and month mostly mean one day; three such days are hardly chance.
    """
    days: dict[date, int] = {}
    for row in made:
        days[row.day] = max(row.shared, days.get(row.day, 0))
    if not days or max(days) - min(days) > YEAR:
        return False
    return len(days) + sum(map(bool, days.values())) >= ENOUGH


def _shared(who: frozenset[str], words: frozenset[str], row: Told) -> int:
    """How much two sentences share; 0 where it is too little to tell one thing."""
    names, common = len(who & row.who), len(words & row.words)
    return 2 * names + common if (names and common) or names > 1 or common >= ALONE else 0


def sentences(
    number: int, extraction: Extraction, identities: Identities
) -> Iterator[tuple[int, int, frozenset[str], frozenset[str], frozenset[str]]]:
    """(start, end, who is named, content words, those in no name) of each sentence or line, in their order."""
    text, bare, at = extraction.document.text, [], 0
    for mention in sorted(extraction.mentions, key=lambda m: m.start):
        bare.append(text[at : mention.start])
        bare.append(" " * (mention.end - max(at, mention.start)))
        at = max(at, mention.end)
    unnamed = "".join((*bare, text[at:]))
    for begin, end, who in named_in_sentences(number, extraction, identities):
        yield begin, end, who, words_of(text[begin:end]), words_of(unnamed[begin:end])


def named_in_sentences(
    number: int, extraction: Extraction, identities: Identities
) -> Iterator[tuple[int, int, frozenset[str]]]:
    """(start, end, ids of those who are named) of each sentence or line, in the order of the text."""
    text = extraction.document.text
    named = sorted(
        (m.start, identities.of_mention[number, i])
        for i, m in enumerate(extraction.mentions)
        if (number, i) in identities.of_mention
    )
    begin = at = 0
    for end in (*(m.end() for m in _SENTENCE.finditer(text)), len(text) + 1):
        who = set()
        while at < len(named) and named[at][0] < end:
            who.add(named[at][1])
            at += 1
        yield begin, end, frozenset(who)
        begin = end


def told(number: int, extraction: Extraction, identities: Identities) -> Iterator[Told]:
    """Sentences of a text with the days that they tell surely: from the text's own day, or with their year.

    A day without its year that lies ahead of the text's own is not sure: in "12 May: the committee is set up", of the
    April after, tense alone says that the May is the coming one.
    """
    lines = list(sentences(number, extraction, identities))
    own = own_days.known(extraction)
    at = 0
    for time in sorted(extraction.times, key=lambda t: t.start):
        value = DAY.match(time.date or "")
        if value is None or not dates.is_valid(value[0]):
            continue
        if not _YEAR.search(time.text) and (own is None or value[0] > own):
            continue
        while lines[at][1] <= time.start:
            at += 1
        yield Told(number, date.fromisoformat(value[0]), *lines[at][2:])
