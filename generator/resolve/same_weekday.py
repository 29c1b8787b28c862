"""Weekdays of undated articles that dated ones tell as days: "left the race on Tuesday" here, on 24 July 2007 there.

A weekday alone fits one day in seven, so more must be shared than for a day and month: somebody named in both, several
words, and no other such day that is told nearly as alike.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from generator.dates import WEEKDAYS
from generator.document import Extraction, Identities
from generator.resolve import own_days
from generator.resolve.same_day import Found, Told, sentences, told

PLAIN = 3  # words of "on Tuesday", "Tuesday night"; more say something else
SHARED = 7  # what two sentences must share: names count double
ALONE = 13  # what one weekday must share where no second one bears it out
_ON = re.compile(r"\b[Oo]n $")
CLEAR = 2  # by how much a day must be ahead of the next one
WEEK = 7  # days
COMMON = 80  # sentences about somebody on whom so much is told that a name tells nothing


def found(extractions: Sequence[Extraction], identities: Identities) -> dict[int, list[Found]]:
    """Document number -> its weekdays that dated articles tell as days; only of documents without a day."""
    open_ = [d for d, e in enumerate(extractions) if not own_days.known(e)]
    if not open_:
        return {}
    rows: dict[tuple[int, str], list[Told]] = defaultdict(list)
    for number, extraction in enumerate(extractions):
        if own_days.known(extraction):
            for row in told(number, extraction, identities):
                for id in row.who:
                    rows[row.day.weekday(), id].append(row)
    return {d: of for d in open_ if (of := _of(d, extractions, identities, rows))}


def _of(
    number: int, extractions: Sequence[Extraction], identities: Identities, rows: dict[tuple[int, str], list[Told]]
) -> list[Found]:
    extraction = extractions[number]
    lines = list(sentences(number, extraction, identities))
    made: list[Found] = []
    at = 0
    for bare in extraction.bare:
        words = bare.text.lower().split()
        weekday = next((n for n, name in enumerate(WEEKDAYS) if name in words), None)
        if weekday is None or len(words) > PLAIN or not bare.open or bare.direction != "past":
            continue
        if {"last", "next", "this", "every"} & set(words) or not _ON.search(
            extraction.document.text[max(0, bare.start - 4) : bare.start]
        ):
            continue  # "the Sunday Choir" is no day
        while lines[at][1] <= bare.start:
            at += 1
        _, _, who, said, _ = lines[at]
        scores: dict[date, tuple[int, int]] = {}
        for id in who:
            near = rows.get((weekday, id), [])
            for row in near if len(near) <= COMMON else ():
                shared = 2 * len(who & row.who) + len(said & row.words)
                scores[row.day] = max((shared, -row.article), scores.get(row.day, (0, 0)))
        best = sorted(scores.items(), key=lambda item: item[1], reverse=True)[:2]
        if not best or best[0][1][0] < SHARED or (len(best) > 1 and best[0][1][0] - best[1][1][0] < CLEAR):
            continue
        day, (shared, article) = best[0]
        title = extractions[-article].document.title
        made.append(Found(bare.start, bare.text, day, bare.direction, shared, title))
    sure = [row for row in made if row.shared >= ALONE]
    return sure or [row for row in made if any(_near(row.day, other.day) for other in made)]


def _near(day: date, other: date) -> bool:
    """Whether two days can both be told by their weekdays, "on Monday" and "on Wednesday", in one article."""
    return day != other and abs((day - other).days) < WEEK
