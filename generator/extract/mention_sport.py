"""Clubs that bear the names of their towns: sports reports call them so, and mean the town only behind "in" and "at".

Only texts that are plainly about sport are read this way; a country stays the country that the team plays for.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from generator import gazetteer, personal_names
from generator.extract import gazetteer_words as tables
from generator.extract.mention_ends import Candidate
from generator.extract.mention_words import Word

CLUB = 4.0  # more than what the gazetteer says for a town
_PLAYS = frozenset(
    "withdrew suspended suspend fired sack fire"
    " beat drew lost won thrashed defeated trounced edged hammered overcame visit visited host hosted play played face"
    " faced meet met trail trailed lead led climbed slipped signed sacked bought sold".split()
)
_BEFORE_CLUB = frozenset(
    "beat beating defeated thrashed against joined v vs versus over signing host hosted face behind past visit"
    " visiting".split()
)
_LOST = frozenset("lost losing traded sold transferred loaned fell".split())
_FIXTURE = frozenset({"AT", "V", "VS"})
_FOR = frozenset(
    "play plays played playing sign signed signs score scored scores loan left sold transfer transferred".split()
)


# Nations of no state of their own that have teams.
_NATIONS = frozenset({"england", "scotland", "wales", "northern ireland"})


def weigh(candidate: Candidate, words: Sequence[Word], text: str, surnames: Container[str] = ()) -> None:
    """Make a club of a name that does what clubs do; `text` is the name as printed.

    `surnames`: words that the text has behind a first name somewhere.
    """
    known = gazetteer.find(text)
    if known and known.kind == "region" and not _plays(candidate, words):
        return  # "the Dolomites", "a rider from Lancaster (Pennsylvania)"; "Glamorgan 259" is a county's side
    if known and (known.type != "place" or known.kind == "country" or text.casefold() in _NATIONS):
        return
    if text in surnames and not known and not candidate.stop - candidate.start > 1:
        return
    if (not known or _is_out(candidate, words)) and _is_athlete(candidate, words, text):
        candidate.votes = {"person": CLUB}
        candidate.here = "person"
        return
    if _is_team_of(candidate, words) and not candidate.title:
        candidate.votes = {"organization": CLUB}
        candidate.here = "organization"
        return
    given = personal_names.is_given_name(words[candidate.start].text) and not known
    if candidate.title or candidate.stop - candidate.start > 2 or given:
        return
    if _is_club(candidate, words):
        candidate.votes = {"organization": CLUB}
        candidate.here = "organization"


_CODE = re.compile(r"[A-Z][A-Za-z]{2}")


def _is_team_of(candidate: Candidate, words: Sequence[Word]) -> bool:
    """Whether a row of results has a name where teams stand: "A. Runner (Peru / X)", "2 A. Runner (Per) X"."""
    at = candidate.start - 1
    if at < 2 or not words[at].cap:
        return False
    if words[at].gap.strip() == "/":
        return _opened(words, at) is not None
    if words[at].gap != ") ":
        return False
    first = _opened(words, at)
    return first is not None and words[first - 1].cap and _row(words, first)


def _row(words: Sequence[Word], at: int) -> bool:
    """Whether a figure stands before the name that ends before `at`: "3 Ann Example ("."""
    return any(w.text.isdigit() for w in words[max(0, at - 5) : at])


def _opened(words: Sequence[Word], at: int) -> int | None:
    """First word of a bracket that holds a nation up to the word at `at`, behind a name."""
    for first in range(at, max(0, at - 3), -1):
        if words[first - 1].gap == " (":
            nation = " ".join(w.text for w in words[first : at + 1])
            told = gazetteer.country(nation) or nation.lower() in _NATIONS or _CODE.fullmatch(nation)
            return first if told else None
    return None


def is_code(words: Sequence[Word], at: int) -> bool:
    """Whether a word of three letters is a nation or a team behind an athlete: "(Ken)", "(KEN/ORV)"."""
    if at < 2 or not _CODE.fullmatch(words[at].text) or gazetteer.country(words[at].text):
        return False
    before = words[at - 1]
    if before.gap == " (":
        runner = all(w.cap and not w.caps and tables.head_type(w) is None for w in words[at - 2 : at])
        return words[at].gap[:1] in (")", "/") and runner
    return before.gap == "/" and words[at - 2].gap == " (" and _CODE.fullmatch(before.text) is not None


def _plays(candidate: Candidate, words: Sequence[Word]) -> bool:
    """Whether a side's verb or its score stands right behind."""
    after = words[candidate.stop] if candidate.stop < len(words) and words[candidate.stop - 1].gap == " " else None
    before = words[candidate.start - 1].lower if candidate.start else ""
    if before in ("from", "in", "of", "near", "at", "to"):
        return False
    plays = after is not None and (after.lower in _PLAYS or tables.stop("sportspeople", after))
    return plays or before in _BEFORE_CLUB or (after is not None and after.text[:1].isdigit())


def _is_club(candidate: Candidate, words: Sequence[Word]) -> bool:
    first, last = words[candidate.start], words[candidate.stop - 1]
    before = words[candidate.start - 1] if candidate.start else None
    after = words[candidate.stop] if candidate.stop < len(words) else None
    if after is not None and words[candidate.start].caps and last.gap == " " and after.text in _FIXTURE:
        return _is_town(candidate, words)
    behind = words[candidate.stop + 1] if candidate.stop + 1 < len(words) else None
    if after is not None and behind is not None and after.lower in _SIDES and after.gap == " " and behind.cap:
        return False  # "from Rovertown side Lakeside Athletic": the side is there
    if after is not None and last.gap in (" ", "") and not after.cap and not last.possessive:
        if tables.stop("sportspeople", after):
            return True
        played = (after.lower in _PLAYS or _are_many(candidate, words)) and not first.headline
        # "Rovertown 2, Lakeside 1", "Rovertown 312 (…", and rows of standings.
        counted = last.gap == " " and re.fullmatch(r"\d{1,3}(?:-\d{1,3})?", after.text)
        if played or counted:
            return _is_town(candidate, words)
    if last.possessive and after is not None and after.cap and _is_person(words[candidate.stop : candidate.stop + 2]):
        longer = words[candidate.stop + 1].gap == " " and words[min(candidate.stop + 2, len(words) - 1)].cap
        named = after.gap == " " and personal_names.may_be_given(after.text) and not longer
        return named and _is_town(candidate, words)  # "Rovertown's X Y", not "Rovertown's Madison Square Garden"
    if before is None:
        return False
    if before.lower == "the" and before.gap == " " and re.fullmatch(r"[A-Z][a-z]{2,}s", text_of(candidate, words)):
        return (
            not last.possessive
            and words[candidate.start].tag in ("NNPS", "NNP")
            and after is not None
            and not after.cap
        )
    if before.gap.endswith("(") and last.gap.startswith(")"):
        return before.cap  # "Ann Example (Rovertown)": for whom she plays
    if (
        after is not None
        and words[candidate.start].caps
        and _FIXTURE & {before.text if before.gap == " " else "", after.text if last.gap == " " else ""}
    ):
        return _is_town(candidate, words)
    if before.gap != " " or not _is_town(candidate, words):
        return False
    at_home = [w.lower for w in words[max(0, candidate.start - 3) : candidate.start]]
    if at_home in (["at", "home", "to"], ["away", "from", "home"]) or at_home[1:] in (["away", "to"], ["hosts", "to"]):
        return True  # "Lakeside are at home to Rovertown"
    if before.lower == "of" and candidate.start > 2 and words[candidate.start - 2].cap:
        return _is_person(words[candidate.start - 3 : candidate.start - 1])
    if before.lower == "of" and candidate.start > 1 and tables.stop("sportspeople", words[candidate.start - 2]):
        return True
    if before.lower in ("to", "from") and any(w.lower in _LOST for w in _near(candidate, words)):
        return True
    if before.lower in ("for", "from", "by") and any(
        w.lower in _FOR or w.lower == "joined" for w in _near(candidate, words)
    ):
        return True
    return before.lower in _BEFORE_CLUB


_SIDES = frozenset("side club outfit team".split())
_COUNT = re.compile(r"\d{1,3}(?:\+\d)?")
_FIGURES = re.compile(r"\d{1,2}(?:\.\d)?-\d{1,3}(?:-\d{1,3}-\d{1,2})?")
# What stands between the names of a cricketer and of whoever got him out, and behind a batsman who stayed in.
_OUT = frozenset("c b lbw st run not retired".split())


def _is_athlete(candidate: Candidate, words: Sequence[Word], text: str) -> bool:
    """Whether a name stands in a row of results as those of people do: "1. X Y (Peru) 9.98", "(X 12, Y 45)"."""
    first, last = words[candidate.start], words[candidate.stop - 1]
    length = candidate.stop - candidate.start
    if length > 4 or any(tables.head_type(w) for w in words[candidate.start : candidate.stop]) or first.caps:
        return False
    before = words[candidate.start - 1] if candidate.start else None
    after = words[candidate.stop] if candidate.stop < len(words) else None
    if length > 1 and after is not None and last.gap == " (" and gazetteer.country(_bracketed(words, candidate.stop)):
        return True
    if after is None:
        return False
    if _is_out(candidate, words):
        return True
    if last.gap == " " and after.gap[:1] in (",", ")", ";", ".", "\n") and before is not None:
        counted = _COUNT.fullmatch(after.text) is not None and not _is_side(text)
        listed = before.gap.endswith(("(", ", ", "; ")) or (before.text.isdigit() and before.gap == ", ")
        if counted and listed and _in_brackets(words, candidate.start):
            return True
        return _FIGURES.fullmatch(after.text) is not None and length < 4 and before.gap.strip() in ("(", ",", ";", ":")
    return False


def _is_out(candidate: Candidate, words: Sequence[Word]) -> bool:
    """As in "X c Y b Z 46": who was out, and by whom."""
    last = words[candidate.stop - 1]
    before = words[candidate.start - 1] if candidate.start else None
    after = words[candidate.stop] if candidate.stop < len(words) else None
    out = after is not None and last.gap == " " and after.lower in _OUT and not after.cap
    if out and after is not None and after.text in ("c", "b", "lbw"):
        return True
    caught = before is not None and before.text in ("c", "b", "st") and before.gap == " "
    return caught or bool(out and words[candidate.start].first)


def _bracketed(words: Sequence[Word], start: int) -> str:
    """The words in the bracket that opens right before a word."""
    for stop in range(start + 1, min(start + 4, len(words)) + 1):
        if words[stop - 1].gap.startswith(")"):
            return " ".join(w.text for w in words[start:stop])
    return ""


def _in_brackets(words: Sequence[Word], index: int) -> bool:
    for step in range(index - 1, max(-1, index - 40), -1):
        if ")" in words[step].gap and "(" not in words[step].gap:
            return False
        if "(" in words[step].gap:
            return True
    return False


def _is_side(text: str) -> bool:
    return gazetteer.find(text) is not None


def text_of(candidate: Candidate, words: Sequence[Word]) -> str:
    """The words of a candidate."""
    return " ".join(w.text for w in words[candidate.start : candidate.stop])


def _are_many(candidate: Candidate, words: Sequence[Word]) -> bool:
    """Whether one side is spoken of as many ("Rovertown are third"), or two play ("Rovertown and Lakeside drew")."""
    after = words[candidate.stop : candidate.stop + 4]
    before = words[candidate.start - 1] if candidate.start else None
    if after[0].lower in ("are", "were", "have"):
        return before is None or (
            before.lower not in ("and", "or", "in", "at", "from") and not before.gap.startswith(",")
        )
    if len(after) > 2 and after[0].lower == "and" and after[1].cap:
        return after[2].lower in _TOGETHER or (len(after) > 3 and after[2].cap and after[3].lower in _TOGETHER)
    return False


_TOGETHER = frozenset("drew play met meet share shared tied".split())


def _near(candidate: Candidate, words: Sequence[Word]) -> Sequence[Word]:
    return words[max(0, candidate.start - 6) : candidate.start - 1]


_SUFFIX = re.compile(
    r".+ (?:County|Town|City|Athletic|United|Rovers|Wanderers|Albion|Argyle|Alexandra|Orient|Rangers|Villa|Palace"
    r"|Hotspur|Wednesday|Forest|Vale|Stanley|Thistle|Academical|End|Hornets|Harriers|Swifts|Celtic)"
)


def _is_town(candidate: Candidate, words: Sequence[Word]) -> bool:
    """Whether a name can be a town's: known as one, or one word that is no person's."""
    name = " ".join(w.text for w in words[candidate.start : candidate.stop])
    return (
        gazetteer.find(name) is not None
        or _SUFFIX.fullmatch(name) is not None
        or gazetteer.is_town(name)
        or bool(re.fullmatch(r"[A-Z][a-zà-ÿ]{4,}", name))
    )


def _is_person(pair: Sequence[Word]) -> bool:
    return len(pair) == 2 and all(w.cap and not w.caps for w in pair) and pair[0].gap == " "
