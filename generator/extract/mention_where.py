"""Where things are: what "at", "to", "from", "the fall of" and their like tell of a name that nothing else explains."""

from __future__ import annotations

import re

from generator import gazetteer, personal_names
from generator.extract import gazetteer_words as tables
from generator.extract.mention_ends import Candidate
from generator.extract.mention_words import Word

_WHERE = frozenset("in near off outside at to into".split())
_MOTION = tuple(
    "travel trip fly flew flown flight sail drove drive driven arriv return mov went gone journey came come coming"
    " flee fled ship transport evacuat march walk rode ride ferry ferries headed heading commut relocat deport"
    " road tow limp steam roll going goes train exil retreat withdr withdraw advanc cross march banish"
    " fall fell divert relocat dispatch".split()
)
_JOINS = frozenset("came come comes moved moves".split())
_SHORES = frozenset("bank banks mouth shore shores waters source tributary tributaries floodplain bend".split())
_WAYS = frozenset(
    "way stage route ride drive slip-road"
    " road railway highway motorway train trains bus buses ferry marshes track trail pipeline".split()
)
_PEOPLE = frozenset(
    "people man woman boy girl family families troops soldiers migrants villagers residents tourists couple".split()
)
_SPANS = frozenset("bridge bridges dam dams ferry causeway viaduct ford crossing flew fly flight".split())
_SWIMMING = ("swim", "swam", "bath", "fish", "drown", "fell", "fall", "jump", "plung", "flow", "row")
_SITES = frozenset(
    "office plant factory base camp station headquarter site yard shipyard mine prison hospital school port airport"
    " market battle born house home work museum barrack depot warehouse".split()
)


# What unknown names behind "at" mostly are; whom firms employ, and what they are judged by.
_AT_PLACE, _AT_BODY = 1.5, 1.5
EMPLOYED = frozenset(
    "workers worker staff employees employee colleagues colleague jobs job executives executive engineers engineer"
    " researchers scientists analysts economists strategists traders stake shares strike strikes wages salaries layoffs"
    " management unions career stint desk spell apprentice apprentices intern redundancies sales profit profits losses"
    " friends folks team insider insiders veterans veteran shareholders bosses boss investors takeover"
    " subsidiary".split()
)


def at(candidate: Candidate, words: list[Word]) -> None:
    """As "a camp at X": where something is; but "an analyst at X", "workers at X" are in somebody's pay."""
    at = candidate.start - 1
    before = words[at - 1]
    noun = before.text if before.gap == " " else ""
    if tables.title_kind(noun) == "position" or noun.casefold() in EMPLOYED:
        candidate.vote("organization", _AT_BODY)
    elif may_be_anything(candidate, words) and not words[candidate.stop - 1].possessive:
        candidate.vote("place", _AT_PLACE)


def may_be_anything(candidate: Candidate, words: list[Word]) -> bool:
    """Whether nothing in a name's own words tells what it is: no head, no given name, no number, no capitals."""
    part = words[candidate.start : candidate.stop]
    return (
        len(part) < 3
        and not candidate.title
        and all(re.fullmatch(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", w.text) and w.cap and not w.caps for w in part)
        and not any(re.search(r"[a-zà-ÿ][A-ZÀ-Þ]", w.text) for w in part)  # made up by a firm
        and not any(tables.is_common(w) or tables.head_type(w) for w in part)
        and not personal_names.is_given_name(part[0].text)
        and part[0].lower not in ("st", "saint")
        and not gazetteer.find(" ".join(w.text for w in part))
    )


# Verbs of what forces, travellers and news do with places, and nouns before "of" and a place.
_TAKEN = frozenset(
    "captured seized took retook recaptured occupied besieged shelled bombed liberated stormed reached overran entered"
    " evacuated visited retaken".split()
)
_CONQUERED = frozenset(
    "retook recaptured besieged shelled bombed liberated reached overran evacuated bombarded".split()
)
_LOST = frozenset(
    "loss fall capture siege liberation recapture occupation bombardment outskirts streets defence defense".split()
)


def taken(candidate: Candidate, words: list[Word]) -> None:
    """As "took X", "the fall of X": mostly a place."""
    at = candidate.start - 1
    word = words[at]
    if word.tag.startswith("VB") and word.lower in _TAKEN and not words[candidate.stop - 1].possessive:
        conquered = word.lower in _CONQUERED and may_be_anything(candidate, words)
        candidate.vote("place", 1.5 if conquered else 0.8)
    elif word.lower == "of" and at and words[at - 1].lower in _LOST:
        candidate.vote("place", 1.0)


def stand_where(candidate: Candidate, words: list[Word], preposition: str) -> None:
    """A single word behind "in", "near", "sailed to" is where something is, whoever else bears the name."""
    last = words[candidate.stop - 1]
    sited = preposition != "at" or words[candidate.start - 2].lower.rstrip("s") in _SITES
    if candidate.stop - candidate.start == 1 and not last.possessive and (preposition in _WHERE and sited):
        candidate.vote("place", 0.6)
        candidate.here = "place"


def joins_firm(candidate: Candidate, words: list[Word], verb: str) -> bool:
    """As "came to X from a bank", "moved to X as chairman": who changes his employer."""
    behind = words[candidate.stop].lower if candidate.stop < len(words) and words[candidate.stop - 1].gap == " " else ""
    return verb in _JOINS and behind in ("from", "as") and may_be_anything(candidate, words)


def by_water(words: list[Word], at: int) -> bool:
    """Whether "the" at this index begins the name of a river or a lake: "along the X", "swam in the X"."""
    link, verb = words[at - 1].lower, words[at - 2].lower
    if link == "of":
        return verb in _SHORES
    if link in ("over", "across") and verb in _SPANS:
        return True
    return link in ("along", "down", "up") or (link in ("in", "into", "across") and verb.startswith(_SWIMMING))


def is_way(word: Word) -> bool:
    """Whether a noun names a way, so that a place follows "to": "the stage to X", the way of riders and sides."""
    return word.lower in _WAYS


def moves(words: list[Word], at: int, preposition: str) -> bool:
    """Whether somebody goes to, or a person comes from, what follows the preposition at `at`."""
    for step in range(at - 1, max(-1, at - 7), -1):
        word = words[step]
        if word.gap.strip() or (
            word.tag.startswith("VB") and not word.lower.startswith(_MOTION) and word.lower != "sent"
        ):
            return False
        if preposition == "from" and word.lower == "sent":
            return True
        if word.lower.startswith(_MOTION) and word.tag[:2] in ("VB", "NN"):
            return True
        if step == at - 1 and preposition == "from" and tables.title_kind(word.lower) == "position":
            return not word.cap  # "an architect from Turku"
        people = (tables.are_people(word.lower) or word.lower in _PEOPLE) and word.lower not in EMPLOYED
        if step == at - 1 and preposition == "from" and people and (word.first or not word.cap):
            return True  # "oyster farmers from Carrow"
        if step == at - 1 and preposition == "to" and word.lower in _WAYS:
            return True
    return False
