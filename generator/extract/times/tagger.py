"""Reads a text from its beginning to its end: candidates from the shape, meaning from the first rule that accepts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from generator import dates
from generator.extract.times import (
    chronology,
    frames,
    rules_clock,
    rules_counted,
    rules_days,
    rules_holidays,
    rules_length,
    rules_relative,
    rules_unbounded,
    rules_vague,
    rules_weekdays,
    rules_years,
    senses,
)  # fmt: skip
from generator.extract.times.frames import Found
from generator.extract.times.lexicon import IRREGULAR_PAST
from generator.extract.times.missing_year import RECENT
from generator.extract.times.patterns import classes, compiled
from generator.extract.times.reading import Context, Rule
from generator.extract.times.story import Story
from generator.extract.times.tokens import CODE, Tokens, cut

# The first rule that accepts decides, so that what is longer and surer stands first.
RULES: tuple[Rule, ...] = (
    *rules_counted.RULES,
    *rules_length.RECURRING,
    *rules_days.LONGEST,
    *rules_length.LENGTHS,
    *rules_years.LONGEST,
    *rules_clock.RULES,
    *rules_weekdays.RULES,
    *rules_holidays.NEXT,
    *rules_unbounded.RULES,
    *rules_relative.RULES,
    *rules_days.RULES,
    *rules_holidays.RULES,
    *rules_years.RULES,
    *rules_length.LOOSE,
    *rules_vague.RULES,
)
_SENTENCE = 40  # tokens of a sentence that are looked back over
_NAMES = re.compile(r"\(\?P<\w+>")
_ANY = re.compile("|".join(f"({_NAMES.sub('(?:', r.regex.pattern)})" for r in RULES))

# Words that carry time; an expression holds at least one of them.
_CORE = classes(
    "MONTH MONTHABBR WEEKDAY WEEKDAYABBR WEEKDAYS SEASON PART PARTS UNIT UNITS CLOCKUNIT CLOCKUNITS NIGHT NIGHTS "
    "SECOND "
    "DECADEWORD FREQ NOW PASTWORD FUTUREWORD TODAY TONIGHT NOON YEAR4 DECADE SHORTYEAR ISO SLASHED CLOCK DIGAM QTR "
    "HALFYEAR "
    "FISCALYEAR HOLIDAY AM ZONE OCLOCK ERA FUTURE MOMENT ONCE PAST THEN TIME CURRENT AGO HALF LONGWORD"
)
# Words that may stand before the first of those within an expression.
_LEAD = classes(
    "A THE NUM SCALE D2 N2 INT DECIMAL ORD ORDW HYPHEN LAST NEXT COMING FOLLOWING PREVIOUS THIS THESE THAT SAME EARLY "
    "EARLIER OF APPROX MORE THAN AT LEAST UP TO OVER NOT SOME FEW COUPLE DOZENS ALL EVERY OTHER PER TWICE TIMES EDGE "
    "FISCAL INROW FINAL PERIOD "
    "OWN RECENT LATEST LOCAL NEAR LONG WHILE AND OR DASH SLASH IN ON FROM"
)
_REGION = re.compile(f"{_LEAD}{{0,14}}+{_CORE}|{CODE['THE']}{CODE['ORD']}")  # "on the 24th" has none of them
# Words that only make sense from the writer's own day; a weekday printed with its date is not one of them.
_OWN_DAY = compiled("TODAY|TONIGHT|AGO|NOW|LAST UNIT|THIS UNIT|(?<!A)WEEKDAY(?! COMMA? (?:THE )?(?:MON|DAYNUM))")


# What is cited by its year.
_PAPERS = frozenset(
    "amendment law act treaty constitution agreement accord accords convention charter code decree statute reform "
    "census report protocol declaration edition ordinance regulation pact".split()
)
_DONE = frozenset("been done gone come become seen given taken known shown grown written driven chosen".split())
_HAS = re.compile(CODE["HAS"])
# What is told of somebody's or something's past in passing: "born in March 1911", "founded in June 1887".
_BACKGROUND = frozenset("born founded established incorporated built created formed".split())


def read(
    text: str, published: date | None, spans: Sequence[tuple[int, int, date | None]] = ()
) -> tuple[Tokens, list[Found]]:
    """All expressions of a text, in its order, none overlapping. `spans`: stretches with a day of their own."""
    tokens = cut(text)
    senses.settle(tokens)
    shape = tokens.shape
    paragraphs = [m.start() for m in re.finditer(CODE["PARA"], shape)]
    own = len(_OWN_DAY.findall(shape))
    main = Story(published, historical=_historical(tokens, published, own), timeless=own == 0)
    main.listed = chronology.read(tokens, published)
    others = sorted((start, end, Story(day)) for start, end, day in spans)
    starts = [start for start, _, _ in others]
    found: list[Found] = []
    at = 0
    for region in _REGION.finditer(shape):
        at = max(at, region.start())
        while at < region.end():
            hit = _ANY.match(shape, at)
            if hit is None:
                at += 1
                continue
            story = main
            if others:
                nearest = bisect_right(starts, tokens.starts[at]) - 1
                if nearest >= 0 and tokens.starts[at] < others[nearest][1]:
                    story = others[nearest][2]
            item = _read_at(tokens, at, (hit.lastindex or 1) - 1, story, bisect_left(paragraphs, at))
            if item is None:
                at += 1
                continue
            found.append(item)
            at = item.beyond
    joined = frames.join(tokens, found)
    return tokens, joined


def _read_at(tokens: Tokens, at: int, first_rule: int, story: Story, paragraph: int) -> Found | None:
    for candidate in RULES[first_rule:]:
        match = candidate.regex.match(tokens.shape, at)
        if match is None:
            continue
        context = Context(tokens, match, story, paragraph)
        try:
            reading = candidate.build(context)
        except (ValueError, OverflowError):  # outside of the calendar
            reading = None
        if reading is None:
            continue
        item = Found(match.start(), match.end(), reading)
        _tell(tokens, item, story, paragraph)
        return item
    return None


def _tell(tokens: Tokens, item: Found, story: Story, paragraph: int) -> None:
    """Let the story take note of what was read, where later words may take it up."""
    reading, sentence = item.reading, _sentence(tokens, item.first)
    if tokens.kind(item.first - 1) == "OF" and story.sentence == sentence:
        if reading.value and dates.is_valid(reading.value):
            story.mention(reading.value, paragraph)
        return  # "On Monday the court annulled the vote of 3 May; the next day …": that is a Tuesday
    if reading.type == "DATE" and tokens.kind(item.first - 1) == "ON":
        story.sentence = sentence
    if reading.type == "DATE" and reading.value is None and reading.tells:
        story.last = story.mentioned = None  # "the following month" takes up what was said last, and that is not known
    if not reading.tells or not reading.value or reading.value.endswith("REF"):
        return
    value = reading.day or (reading.value[:10] if reading.type == "TIME" else reading.value)
    if reading.type not in ("DATE", "TIME") or not dates.is_valid(value):
        return
    if tokens.kind(item.first - 1) != "UNTIL":
        story.mention(value, paragraph)
    if tokens.kind(item.first - 1) in ("SINCE", "UNTIL") or _looks_back(tokens, item):
        return
    before = tokens.kind(item.first - 1)
    if _names_which(tokens, item):
        return
    fronted = before in ("STOP", "PARA", "QUOTE") or (
        before in ("IN", "ON", "BY", "AFTER") and tokens.kind(item.first - 2) in ("STOP", "PARA", "QUOTE")
    )
    # "The year she remembers is 2019.": what follows is of that year.
    named = before in ("IS", "WAS") and tokens.kind(item.first) == "YEAR4" and item.beyond == item.first + 1
    fronted = fronted or (named and senses.of_a_year(tokens, item.first))
    adnominal = before in ("OF", "THE", "A", "OWN", "POSS", "FROM", "UNTIL") or tokens.kind(item.first) in ("THE", "A")
    exact = dates.parse(value).precision in ("day", "month")
    frames_ = fronted or story.historical or (exact and not adnominal and not _in_passing(tokens, item.first))
    reported = any(tokens.kind(k) == "SAID" for k in range(item.first - 4, item.first))
    story.tell(value, reading.basis, paragraph, frames=frames_, reported=reported, fronted=fronted)


def _sentence(tokens: Tokens, at: int) -> int:
    """The first token of the sentence; that from which it is looked for, where it begins too far back."""
    for k in range(at, max(0, at - _SENTENCE), -1):
        if tokens.kind(k - 1) in ("STOP", "PARA"):
            return k
    return 0 if at < _SENTENCE else at


def _names_which(tokens: Tokens, item: Found) -> bool:
    """Of "Anna Berg, the 1996 champion, follows": the year says which one, and the tale goes on where it was.

    But where a sentence begins so, it is told of: "The 1863 rising began in January".
    """
    year = item.beyond == item.first + 1 and tokens.kind(item.first) == "YEAR4"
    opens = tokens.kind(item.first - 2) in ("STOP", "PARA")
    return (
        year
        and tokens.kind(item.first - 1) in ("THE", "OWN", "POSS")
        and tokens.kind(item.beyond) == "LOW"
        and not opens
    )


def _in_passing(tokens: Tokens, first: int) -> bool:
    """Of "the king, who came to power in August 2013, has not spoken", "founded in 1911": told in passing."""
    for at in range(first - 1, max(-1, first - 8), -1):
        if first - at < 5 and tokens.words[at] in _BACKGROUND:
            return True
        if tokens.kind(at) in ("STOP", "PARA"):
            return False
        if tokens.lower(at) in ("who", "which", "whose"):
            return True
    return False


def _looks_back(tokens: Tokens, item: Found) -> bool:
    """Of "tanks bought the previous year", "the history, published in 1937": the story goes on where it was."""
    if any(tokens.kind(k) == "PREVIOUS" for k in range(item.first, item.beyond)):
        return True
    aside = tokens.kind(item.first - 1) == "IN" and tokens.lower(item.first - 2).endswith(("ed", "ing"))
    if aside and tokens.kind(item.first - 3) == "COMMA" and item.reading.basis == "absolute":
        return True
    # "Since the amendment of 2001 he may", "under the law of 1975": which one it is, and no time of the tale.
    return tokens.kind(item.first - 1) == "OF" and tokens.lower(item.first - 2) in _PAPERS


def _historical(tokens: Tokens, published: date | None, own: int) -> bool:
    """Whether the text tells of long ago throughout: many years far back, and hardly a word about its own day.

    `own`: how many words of it speak from its own day.
    """
    # News that looks back is news: what speaks from its own day tells of long ago only where it is long ago.
    limit = (published.year - (RECENT if own else 2)) if published else 9999
    old = sum(int(tokens.words[m.start()]) <= limit for m in re.finditer(CODE["YEAR4"], tokens.shape))
    weight = 8 if published else 4
    if old < 3 or own * weight > old:
        return False
    # "He has been named", "have already done": told from the writer's own day, as no history is.
    return (own + sum(_done(tokens, m.start()) for m in _HAS.finditer(tokens.shape))) * weight <= old


def _done(tokens: Tokens, at: int) -> bool:
    """Whether "has" or "have" at a token has its participle soon behind."""
    near = [tokens.lower(k) for k in range(at + 1, at + 4)]
    return near[0] == "been" or any(w.endswith("ed") or w in IRREGULAR_PAST or w in _DONE for w in near)


def settled(one: list[Found], other: list[Found]) -> list[Found]:
    """What holds for both of two days of publication; else unresolved."""
    second = {(item.first, item.beyond): item.reading.value for item in other}
    return [
        item
        if item.reading.value is None or second.get((item.first, item.beyond)) == item.reading.value
        else Found(item.first, item.beyond, replace(item.reading, value=None, basis="none"))
        for item in one
    ]


AGO = 400  # days before the day of publication within which a tale is that of the year, and its words are believed


def told(one: list[Found], other: list[Found], last: date) -> list[Found]:
    """What two days of publication leave open as the text alone tells it: "On the 29th", behind "in May 2021".

    `other`: as it is read without a day of publication.
    """
    alone = {(i.first, i.beyond): i for i in other if i.reading.basis == "narrated" and i.reading.value}
    made = []
    for item in one:
        found = alone.get((item.first, item.beyond)) if item.reading.value is None else None
        value = (found.reading.value or "")[:10] if found else ""
        recent = dates.is_valid(value) and 0 <= (last - dates.parse(value).lower).days <= AGO
        made.append(found if found is not None and recent else item)
    return made
