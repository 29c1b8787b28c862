"""Clubs that bear the names of their towns: sports reports call them so, and mean the town only behind "in" and "at".

Only texts that are plainly about sport are read this way; a country stays the country that the team plays for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator import gazetteer
from generator.extract import gazetteer_words as tables
from generator.extract.mention_ends import Candidate
from generator.extract.mention_words import Word

CLUB = 4.0  # more than what the gazetteer says for a town
_PLAYS = frozenset(
    "beat drew lost won thrashed defeated trounced edged hammered overcame visit visited host hosted play played face"
    " faced meet met trail trailed lead led climbed slipped signed sacked bought sold".split()
)
_BEFORE_CLUB = frozenset(
    "beat beating defeated thrashed against joined v vs versus over signing host hosted face".split()
)
_FOR = frozenset(
    "play plays played playing sign signed signs score scored scores loan left sold transfer transferred".split()
)


def weigh(candidate: Candidate, words: Sequence[Word], text: str) -> None:
    """Make a club of a name that does what clubs do; `text` is the name as printed."""
    if (known := gazetteer.find(text)) and (known.type != "place" or known.kind == "country"):
        return
    given = gazetteer.is_given_name(words[candidate.start].text) and not known
    if candidate.title or candidate.stop - candidate.start > 2 or given:
        return
    if _is_club(candidate, words):
        candidate.votes = {"organization": CLUB}
        candidate.here = "organization"


def _is_club(candidate: Candidate, words: Sequence[Word]) -> bool:
    first, last = words[candidate.start], words[candidate.stop - 1]
    before = words[candidate.start - 1] if candidate.start else None
    after = words[candidate.stop] if candidate.stop < len(words) else None
    if after is not None and last.gap in (" ", "") and not after.cap and not last.possessive:
        if tables.stop("sportspeople", after):
            return True
        played = after.lower in _PLAYS and not first.headline
        # "Rovertown 2, Lakeside 1", "Rovertown 312 (…", and rows of standings.
        counted = last.gap == " " and re.fullmatch(r"\d{1,3}(?:-\d{1,3})?", after.text)
        if played or counted:
            return _is_town(candidate, words)
    if before is None:
        return False
    if before.gap.endswith("(") and last.gap.startswith(")"):
        return before.cap  # "Ann Example (Rovertown)": for whom she plays
    if before.gap != " " or not _is_town(candidate, words):
        return False
    if before.lower == "of" and candidate.start > 2 and words[candidate.start - 2].cap:
        return _is_person(words[candidate.start - 3 : candidate.start - 1])
    if before.lower == "of" and candidate.start > 1 and tables.stop("sportspeople", words[candidate.start - 2]):
        return True
    if before.lower in ("for", "from", "by") and any(
        w.lower in _FOR or w.lower == "joined" for w in _near(candidate, words)
    ):
        return True
    return before.lower in _BEFORE_CLUB


def _near(candidate: Candidate, words: Sequence[Word]) -> Sequence[Word]:
    return words[max(0, candidate.start - 6) : candidate.start - 1]


def _is_town(candidate: Candidate, words: Sequence[Word]) -> bool:
    """Whether a name can be a town's: known as one, or one word that is no person's."""
    name = " ".join(w.text for w in words[candidate.start : candidate.stop])
    return gazetteer.find(name) is not None or gazetteer.is_town(name) or bool(re.fullmatch(r"[A-Z][a-zà-ÿ]{4,}", name))


def _is_person(pair: Sequence[Word]) -> bool:
    return len(pair) == 2 and all(w.cap and not w.caps for w in pair) and pair[0].gap == " "
