"""What the words behind a name and beside it tell of its type: verbs, nouns, appositions."""

from __future__ import annotations

import re

from generator import gazetteer, personal_names
from generator.extract import gazetteer_words as tables
from generator.extract import mention_before, mention_trade, mention_where
from generator.extract.mention_ends import Candidate
from generator.extract.mention_words import Word

_SPEECH = frozenset("said says told tells added adds warned insisted argued explained replied wrote tweeted".split())
_SITES_OF_FIRMS = frozenset("plant plants mine mines refinery".split())
_ROADS = frozenset("road motorway highway freeway autoroute route".split())
_PARTS_OF_FIRMS = frozenset("arm unit division subsidiary parent rival competitor affiliate offshoot spin-off".split())


def _is_place(part: list[Word]) -> bool:
    """Whether the gazetteer knows a place, and nothing else, of this name."""
    name = " ".join(w.text for w in part)
    known = gazetteer.find(name)
    return known.type == "place" if known else gazetteer.is_town(name)


# When an office that a comma introduces is, or was, somebody's.
_WHEN_HELD = frozenset("then now currently formerly previously once still long".split())
_SHORTEST_TRIAL = 5  # letters of what studies of medicine are called by


def after(candidate: Candidate, word: Word, words: list[Word]) -> None:
    """Votes of the word right behind a name."""
    lower = word.lower
    if lower in _SPEECH:
        candidate.vote("person", 0.5)
        candidate.vote("organization", 0.4)
    mention_trade.does(candidate, word, words)
    if lower in ("ceo", "cfo", "shares", "stock", "shareholders", "executives", "employees", "workers", "headquarters"):
        candidate.vote("organization", 1.5)
        if candidate.stop - candidate.start == 1:
            candidate.here = candidate.here or "organization"
    if lower in ("family", "dynasty", "clan", "brothers", "sisters"):
        candidate.votes = {kind: weight * 0.4 for kind, weight in candidate.votes.items()}
    cue = tables.small_head(word, "cue")
    one = words[candidate.start]
    if lower in ("trial", "trials", "study") and one.caps and one.text.isalpha() and len(one.text) >= _SHORTEST_TRIAL:
        candidate.votes = {"named_event": 2.0}  # "the BRIGHTLUNG trial"; "an FDA study" is made by a body
    if lower in _ROADS:
        candidate.votes = {"place": 2.0} if words[candidate.stop - 1].text.isalpha() else {}  # "the N69 road"
    elif lower == "party" and not mention_before.is_country(words, candidate):
        candidate.vote("organization", 4.0)  # "the Tisza party", whatever river is called so
    elif lower in _SITES_OF_FIRMS and mention_where.may_be_anything(candidate, words):
        candidate.vote("organization", 1.0)  # "the Velkor plant": whose it is, or where
        candidate.vote("place", 0.9)
    elif cue == "organization" and _is_place(words[candidate.start : candidate.stop]):
        pass  # "a Rovertown start-up" is there
    elif cue:
        candidate.vote(cue, 2.0)
    elif found := tables.cue_ahead(words, candidate.stop):
        several = candidate.stop - candidate.start > 1 and not candidate.title
        mined = found == "place" and several and not personal_names.may_be_given(words[candidate.start].text)
        candidate.vote(found, (1.8 if mined else 0.8) if found == "place" else 1.6)  # "the Orva Deep copper mine"
        if mined and candidate.votes.get("person"):
            candidate.vote("person", -1.0)
    two = candidate.stop - candidate.start == 2 and not any(w.caps for w in words[candidate.start : candidate.stop])
    if lower == "of" and two and candidate.stop + 1 < len(words) and words[candidate.stop + 1].cap:
        candidate.vote("person", 0.6)  # "Jo Example of Rovertown"
    if lower in ("-based", "-born"):
        candidate.vote("place", 1.8)


def _modifies(words: list[Word], at: int) -> bool:
    """Whether a noun stands before another in small letters: "a tram driver"."""
    return at + 1 < len(words) and words[at].gap == " " and words[at + 1].tag.startswith("NN") and not words[at + 1].cap


def thing_before(candidate: Candidate, words: list[Word]) -> None:
    """As "with a single boat, the X", "its battery arm, X", "ferries, among them the X"."""
    at = candidate.start - 1
    article = at >= 0 and words[at].lower == "the" and words[at].gap == " "
    at -= article
    if at > 1 and words[at].lower in ("them", "including", "like") and words[at].gap == " ":
        at -= 2 if words[at].lower == "them" and words[at - 1].lower == "among" else 1
    if at < 1 or words[at].gap != ", " or words[at].cap or words[at].possessive:
        return
    after = words[candidate.stop : candidate.stop + 1]
    if words[candidate.stop - 1].gap == " " and after and after[0].tag in ("VBD", "VBZ", "VBP", "MD"):
        return  # "The sensor, X admitted, had failed": it says so, and is none
    lower = words[at].lower
    if words[at - 1].lower == "of":
        return  # "the head of systems, X"
    kind = tables.small_head(words[at], "cue") or ("organization" if lower in _PARTS_OF_FIRMS else None)
    if kind == "organization" and personal_names.may_be_given(words[candidate.start].text):
        return  # "the buyer, Ann Example": buyers are people as well
    if kind == "equipment" or (not article and kind == "organization" and words[at - 1].lower not in ("in", "at")):
        candidate.vote(kind, 2.0)


def _described(candidate: Candidate, words: list[Word], start: int) -> None:
    """Votes of the first noun of a description that tells what something is: "the X-based plane maker"."""
    office = False
    for at, word in enumerate(words[start : start + 7], start):
        if tables.title_kind(word.text) == "position" and not word.possessive:
            office = True
            if not _modifies(words, at):
                break
        cue = tables.small_head(word, "cue")
        if cue and not word.possessive and not _modifies(words, at):
            candidate.vote(cue, 2.0)
            office = False  # "X, a tourist lodge"
            behind = words[at + 1 : at + 2] if word.gap == " " else []
            human = candidate.title or tables.is_trade(word.lower) or any(w.tag.startswith("JJ") for w in behind)
            if cue in ("organization", "place") and not human and candidate.votes.get("person"):
                candidate.vote("person", -2.0)  # nobody is "the outsourcer"; "the group chief executive" is
            if cue == "named_event" and candidate.stop - candidate.start == 1:
                candidate.here = cue  # "a grant from X, a festival of new music"
            if cue in ("equipment", "place") and candidate.stop - candidate.start == 1:
                candidate.here = candidate.here or cue  # "its X, the kick stage", whatever firm is called so
            break
        if word.gap.strip(" -") or word.lower in ("of", "in", "at", "that", "which", "for", "on"):
            break
    if office:
        candidate.vote("person", 1.8)


def defined(candidate: Candidate, words: list[Word]) -> None:
    """As "X was a tablet computer", "X is a village in …": what a sentence says that something is."""
    at = candidate.stop
    if at + 2 >= len(words) or words[at - 1].gap != " " or words[at - 1].possessive:
        return
    if words[at].lower in ("is", "was") and words[at + 1].lower in ("a", "an", "the") and not words[at + 1].cap:
        _described(candidate, words, at + 2)


def led(candidate: Candidate, words: list[Word]) -> None:
    """As "The leader of the Orvane Front, X Y, says": whoever holds an office that the words before tell."""
    at = candidate.start - 1
    if candidate.stop - candidate.start < 2 or at < 2 or words[at].gap != ", " or words[candidate.stop - 1].gap != ", ":
        return
    back = next((i for i in range(at - 1, max(0, at - 7), -1) if words[i].text == "of" and words[i].gap == " "), 0)
    office = words[back - 1] if back > 1 else None
    held = office is not None and not office.cap and tables.title_kind(office.text) == "position"
    plain = all(w.cap or w.lower == "the" for w in words[back + 1 : at + 1]) and words[at].cap
    begun = back > 2 and words[back - 3].gap == ", " and words[back - 3].cap  # "A, the leader of X, B": A leads it
    if held and plain and not begun and words[back - 2].lower in ("the", "its", "their"):
        candidate.vote("person", 2.6)  # more than what a list of names shares


def apposition(candidate: Candidate, words: list[Word]) -> None:
    """What a comma behind the name introduces: an age, an office, "who", "a company"."""
    last = words[candidate.stop - 1]
    if not last.gap.startswith(",") or last.possessive or candidate.stop >= len(words):
        return
    at = candidate.stop
    if words[at].lower in _WHEN_HELD and words[at].gap == " " and at + 1 < len(words):
        at += 1  # "Jo Example, then the mayor of Rovertown"
    following = words[at]
    if re.fullmatch(r"[1-9]\d", following.text) and following.gap.startswith((",", ".", ";")):
        candidate.vote("person", 2.5)
    elif following.lower in ("capital", "home", "site") and not following.cap and not following.possessive:
        candidate.vote("place", 2.0)
    elif following.lower in ("founded", "headquartered", "based") and not following.cap:
        candidate.vote("organization", 2.2)
    elif following.lower in ("who", "whose"):
        candidate.vote("person", 1.5)
    elif following.lower == "which" and candidate.votes.get("person") and not candidate.title:
        candidate.vote("person", -1.5)
    elif following.lower in ("the", "a", "an", "its", "his", "her") or following.possessive:
        _described(candidate, words, at + 1)
    elif tables.title_kind(following.text) == "position" and not following.cap:
        named = at + 1 < len(words) and following.gap == " " and words[at + 1].cap
        candidate.vote("person", 0.0 if named else 1.2)  # "At X, commuter Y said" tells nothing of X
