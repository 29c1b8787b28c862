"""Claims that nobody dates: what they must share with an event before they are laid to it.

A name and a kind of happening are enough for two claims of one day. For a claim without a day they are not: it would
be laid to any visit, any toll, any sale of the same people. It needs one rare act on one thing, the same month in its
own words, or to be the news that both texts begin with.
"""

from __future__ import annotations

import re

from generator.resolve import counts, partial, sameness
from generator.resolve.likeness import Row

MONTH, YEAR = 31, 366  # days
NEWS_DAYS = 14  # between two articles that can lead with one piece of news
MANY_WORDS = 4  # in common, besides names, that make one happening of two tellings of which one has no date


def loose(row: Row, other: Row, alike: bool) -> bool:
    """Whether a claim that nobody dates has too little in common with another to be laid to its event.

    Its words for the time must allow that date. What the same text tells without a date is another thing, unless it
    is told in the same words or is one act on one thing; a stretch of years, or a toll of some other day, holds no
    claim without a date.
    """
    if row.date is not None:
        return False
    if other.claim.given and not row.claim.given:
        return True  # an editor speaks of these words, and of no others
    if other.begun is not None and partial.excludes(row.claim.when, other.begun):
        return True
    if _recalled(row, other):
        return True
    sure = alike and sameness.rare(row, other)
    if one_source(row, other):
        if not (sure or _one_sentence(row, other)):
            return True
    elif not (sure or _well_told(row, other)):
        return True
    if other.date is not None and other.date.days > YEAR and not _of_years(row, other):
        return True
    once = any(":" in act for act in sameness.same_act(row, other) - {"die:years"})
    return counts.counts_differ(row, other) and not once


_OF_THESE_DAYS = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:today|yesterday|tonight)\b", re.I)


def _recalled(row: Row, other: Row) -> bool:
    """Whether a claim is news, "on Sunday", and the other recalls a year long past when its article was written.

    Only an article as old as that year could tell of it by the weekday.
    """
    if not row.claim.when or not _OF_THESE_DAYS.search(row.claim.when) or other.begun is None or not other.printed:
        return False
    old = bool(row.printed) and row.printed - other.high <= YEAR
    return other.begun.days > MONTH and other.printed - other.high > YEAR and not old


def one_source(row: Row, other: Row) -> bool:
    """Whether one article tells both."""
    return row.key[0] == other.key[0]


def _one_sentence(row: Row, other: Row) -> bool:
    """Whether two quotes of one text overlap, and tell the same act or kind of happening."""
    overlap = row.claim.start < other.claim.end and other.claim.start < row.claim.end
    return overlap and bool(row.claim.acts & other.claim.acts or set(row.claim.kinds[:1]) & set(other.claim.kinds[:1]))


def _well_told(row: Row, other: Row) -> bool:
    """Whether a claim without a date shares more with one of another text than a name and a kind.

    Both are what their texts begin with, as news of the same days; or its words name that month; or they share many
    words.
    """
    apart = abs(row.printed - other.printed) if row.printed and other.printed else 0
    one_act = bool(row.claim.acts & other.claim.acts or set(row.claim.kinds[:1]) & set(other.claim.kinds[:1]))
    if not one_act:
        return False
    if row.claim.lead and other.claim.lead and apart <= NEWS_DAYS:
        return True
    if other.begun is not None and partial.agrees(row.claim.when, other.begun):
        return True
    return len(row.words & other.words) >= MANY_WORDS


def _of_years(row: Row, other: Row) -> bool:
    """Whether both tell an act that one thing undergoes once in many years."""
    return any(act.endswith(":years") for act in sameness.same_act(row, other))
