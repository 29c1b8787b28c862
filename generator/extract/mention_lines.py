"""What the line or the sentence around a name makes of it: datelines, mottos, words to be sent."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise

from generator import gazetteer
from generator.extract import gazetteer_words as tables
from generator.extract import mention_openings
from generator.extract.mention_ends import Candidate
from generator.extract.mention_words import Word

# What is to be sent or typed in capitals: "reply STOP".
_TYPED = frozenset(
    "reply replying text texting type typing press send sending enter dial word words sign signs".split()
)


# What agencies that judge debtors give, and words that tell of it.
_RATING = re.compile(r"(?:A{1,3}|B{1,3}|C{1,3})[+-]?")
_SHORTEST_SHOUT = 4  # letters of a word that is called out
_RATED = ("rating", "rated", "rates", "downgrad", "upgrad", "creditworth", "affirmed")


def is_some(candidate: Candidate, words: list[Word], text: str) -> bool:
    """As "a Bailey bridge", "reply STOP": a kind of bridge, a word to be sent; neither is a name."""
    if candidate.stop - candidate.start > 1 or not candidate.start:
        return False
    only, before = words[candidate.start], words[candidate.start - 1]
    if _RATING.fullmatch(text) and any(
        w.lower.startswith(_RATED) for w in words[max(0, candidate.start - 12) : candidate.start]
    ):
        return True  # "cut the bank to CCC"
    if only.caps and before.lower in _TYPED and before.gap.strip() in ("", '"', "“") and not gazetteer.find(text):
        return True
    after = words[candidate.stop] if candidate.stop < len(words) and only.gap == " " else None
    return (
        before.lower in ("a", "an", "another")
        and before.gap == " "
        and after is not None
        and not after.cap
        and tables.small_head(after, "in") == "place"
        and not gazetteer.find(text)
        and not gazetteer.is_town(text)
    )


def is_motto(candidate: Candidate, words: list[Word]) -> bool:
    """Whether a name stands in a sentence of three words with capitals and nothing else: "Unity, Labour, Light."."""
    start = candidate.start
    if candidate.stop - start > 1:
        return False
    while start and not words[start].first:
        start -= 1
        if candidate.start - start > 3:
            return False
    part = words[start : start + 3]
    ends = start + 3 >= len(words) or words[start + 3].first
    listed = len(part) == 3 and all(w.gap == ", " for w in part[:2]) and part[2].gap[:1] in (".", "!")
    return listed and ends and all(w.cap and not w.caps and not w.headline for w in part)


def is_shout(candidate: Candidate, words: list[Word], seen: Collection[str]) -> bool:
    """Whether a word in capitals is a whole sentence, and stands nowhere within one: "GUILTY. It took long"."""
    only = words[candidate.start]
    alone = (
        candidate.stop - candidate.start == 1 and only.first and candidate.start > 0 and only.gap[:1] in (".", "!", "?")
    )
    letters = only.caps and only.text.isalpha() and len(only.text) >= _SHORTEST_SHOUT
    return alone and letters and only.text not in seen and not gazetteer.find(only.text)


def is_staff(candidate: Candidate, words: list[Word]) -> bool:
    """As "the Chief of the Naval Staff": what somebody is the chief of is a part of the office."""
    at = candidate.start - 1
    at -= at > 0 and words[at].lower == "the" and words[at].gap == " "
    last = words[candidate.stop - 1]
    led = at > 0 and words[at].lower == "of" and words[at - 1].lower in ("chief", "chiefs", "vice-chief")
    return led and last.lower == "staff" and not last.possessive


def is_charge(candidate: Candidate, words: list[Word]) -> bool:
    """As "the Minister of Labour": what somebody is in charge of, one word that names a field of work."""
    at = candidate.start - 1
    single = candidate.stop - candidate.start == 1 and not words[candidate.start].possessive
    if not single or at < 1 or words[at].lower not in ("of", "for") or words[at].gap != " ":
        return False
    return (
        tables.takes_field(words[at - 1]) and words[at - 1].gap == " " and tables.is_plain(words[candidate.start].lower)
    )


_OF_LAW = frozenset("act bill law code ordinance regulations order".split())
_LONGEST_TITLE = 7  # words in brackets within the name of a law


def is_law(candidate: Candidate, words: list[Word]) -> bool:
    """As "the Digital Systems (Safety) Act": what stands before the brackets or in them is a part of the law's name."""
    before = words[candidate.start - 1] if candidate.start else None
    inside = before is not None and before.cap and before.gap == " ("
    if not inside and words[candidate.stop - 1].gap != " (":
        return False
    for at in range(candidate.stop - inside, min(len(words) - 1, candidate.stop + _LONGEST_TITLE)):
        if words[at].gap == ") ":
            return words[at + 1].cap and words[at + 1].lower in _OF_LAW
        if words[at].gap != " ":
            return False
    return False


def signs(candidate: Candidate, words: list[Word]) -> bool:
    """Whether a name in two or three words is signed under a post: "— Nune Holm (@nune_h)"."""
    before = words[candidate.start - 1].gap if candidate.start else "\n"
    dashed = re.search(r"(?:^|\s)[-–—]+\s*$", before) is not None
    return (
        dashed and 1 < candidate.stop - candidate.start < 4 and _signs(words[candidate.stop - 1 : candidate.stop + 1])
    )


def counts(candidate: Candidate, words: list[Word]) -> bool:
    """Whether numbers tell which of a kind are meant: "Wards 2 to 5", "Schools 3 and 4"."""
    last = words[candidate.stop - 1]
    if candidate.stop - candidate.start > 1 or last.gap != " " or candidate.stop + 2 >= len(words):
        return False
    kind = last.lower.endswith("s") and tables.head_type(last.lower[:-1]) is not None
    one, link, other = words[candidate.stop : candidate.stop + 3]
    return kind and one.text.isdigit() and link.lower in ("to", "and", "or") and other.text.isdigit()


def _signs(part: list[Word]) -> bool:
    """Whether a handle in brackets stands between two words; handles are no words."""
    return any(w.gap.endswith("(") and w.end + len(w.gap) + 2 < n.start for w, n in pairwise(part))


_SIGNATURE = 8  # words that the name of somebody who posts may have
_DAY = re.compile(r"\d{4}-\d\d|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec", re.I)


def heads_dateline(candidate: Candidate, words: list[Word]) -> bool:
    """Whether a name in capitals begins a line and a day follows: "OSTEND 1996-08-30", "OSTEND, Aug 3"."""
    part = words[candidate.start : candidate.stop]
    if not part[0].first or not all(w.caps for w in part) or candidate.stop >= len(words):
        return False
    if _signs(words[candidate.stop - 1 : candidate.stop + _SIGNATURE]):
        return False  # "ORVA – Friends of Orva (@orva), 3 May": who signs a post
    dated = next((stop for _, stop in mention_openings.datelines(words[candidate.start : candidate.stop + 12])), 0)
    whole = dated == candidate.stop - candidate.start
    if whole or _DASH.fullmatch(part[-1].gap) or _country_and_dash(words, candidate.stop):
        return tables.head_type(part[-1]) in (None, "place") and not gazetteer.find(part[0].text.title() + " News")
    day = words[candidate.stop : candidate.stop + 2]
    named = len(day) > 1 and day[0].text.isdigit() and _DAY.match(day[1].text) is not None and day[1].text.isalpha()
    return part[-1].gap in (" ", ", ") and (named or _DAY.match(day[0].text) is not None)


_DASH = re.compile(r"[.,]?\s*[-–—]{1,2}\s+")


def _agency_and_dash(words: list[Word], at: int) -> bool:
    """Whether an agency in brackets and a dash follow: "LUNDEBY, Norway (Fjordwire) - "."""
    end = next((i for i in range(at, min(at + 4, len(words))) if words[i].gap.startswith(")")), None)
    return words[at - 1].gap == " (" and end is not None and _DASH.fullmatch(words[end].gap[1:]) is not None


def _country_and_dash(words: list[Word], at: int) -> bool:
    """Whether a known place and a dash follow: "SANTANDER, Spain - "."""
    for stop in (at + 1, at + 2, at + 3):
        part = words[at:stop]
        closes = len(part) == stop - at and (_DASH.fullmatch(part[-1].gap) or _agency_and_dash(words, stop))
        if at and words[at - 1].gap == ", " and closes:
            known = gazetteer.find(" ".join(w.text for w in part))
            return known is not None and known.type == "place"
    return False
