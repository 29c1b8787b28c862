"""What the words around a name tell of its type: prepositions, offices, nouns beside it, appositions."""

from __future__ import annotations

import re

from generator import gazetteer, personal_names
from generator.extract import gazetteer_words as tables
from generator.extract import mention_trade, mention_where
from generator.extract.mention_ends import Candidate
from generator.extract.mention_words import Word

_NOT_INSIDE = (
    "interest",
    "invest",
    "stake",
    "bond",
    "stock",
    "debt",
    "loan",
    "share",
    "believ",
    "specialis",
    "specializ",
    "confiden",
    "trust",
    "faith",
    "role",
    "involv",
)
_WEAK_TITLES = frozenset("saint count private general don st ms".split())
_OF_PLACE = frozenset(
    "mayor governor outskirts north south east west northeast northwest southeast southwest coast shores "
    "streets residents inhabitants villagers townspeople townsfolk suburbs heart rooftops ruins centre center".split()
)
# Bodies that govern one place, and are called by it: "the town council of X", "the municipal assembly of X".
_LOCAL = frozenset("town city village parish municipal county borough district".split())
_GOVERNS = frozenset("council assembly corporation".split())
_SEATED = frozenset("mp mps mep senator senate deputy congressman congresswoman mla parliament".split())
_OF_BODY = frozenset("ceo chairman founder boss spokesman spokeswoman shares chairwoman".split())
_SPEECH = frozenset("said says told tells added adds warned insisted argued explained replied wrote tweeted".split())
_PLACE_BEFORE = {
    "in": 1.6,
    "off": 1.2,
    "near": 1.6,
    "outside": 0.8,
    "throughout": 1.0,
    "across": 0.6,
    "toward": 0.3,
    "towards": 0.3,
    "from": 0.2,
    "at": 0.2,
    "around": 0.4,
    "into": 0.3,
    "inside": 0.4,
    "below": 0.6,
    "above": 0.4,
    "beyond": 0.4,
}
_SITES_OF_FIRMS = frozenset("plant plants mine mines refinery".split())
_CALLED_BY_TOWNS = frozenset("club airline newspaper magazine daily retailer carmaker broadcaster".split())
_ROADS = frozenset("road motorway highway freeway autoroute route".split())
_PARTS_OF_FIRMS = frozenset("arm unit division subsidiary parent rival competitor affiliate offshoot spin-off".split())


# Firms as other firms see them.
_SIDES = frozenset("rival competitor subsidiary parent partner supplier".split())
# Plurals of trades that partnerships carry on, whose names are those of people.
_FIRMS_OF = frozenset(
    "accountants auditors lawyers solicitors attorneys architects brokers stockbrokers consultants advisers advisors"
    " auctioneers publishers bookmakers engineers developers agents surveyors builders brewers jewellers jewelers"
    " undertakers promoters pollsters analysts insurers liquidators administrators".split()
)


def _listed(candidate: Candidate, words: list[Word]) -> bool:
    """Whether another name follows in a list: "the lawyers X and Y"."""
    last = words[candidate.stop - 1]
    following = words[candidate.stop : candidate.stop + 2]
    joined = bool(following) and following[0].lower in ("and", "of", "at") and last.gap == " "
    return joined or last.gap.startswith((",", " &"))


def before(candidate: Candidate, words: list[Word], word: Word) -> None:
    """Votes of the word right before a name, and of those before it."""
    lower = word.lower
    at = candidate.start - 1
    verb = words[at - 1].lower if at else ""
    if lower == "in" and (verb == "part" or verb.startswith(("participa", "compet"))):
        candidate.vote("named_event", 1.5)
    elif lower in ("to", "from", "into") and mention_where.joins_firm(candidate, words, verb):
        candidate.vote("place", 0.8)  # who comes to a firm joins it
    elif lower in ("to", "from", "into") and mention_where.moves(words, at, lower):
        candidate.vote("place", 1.6)
        mention_where.stand_where(candidate, words, lower)
    elif lower in _PLACE_BEFORE and not (
        lower == "in" and verb.startswith(_NOT_INSIDE) and not (verb == "believed" and words[at - 2].lower == "is")
    ):
        candidate.vote("place", _PLACE_BEFORE[lower])
        mention_where.stand_where(candidate, words, lower)
    if tables.stop("kin", lower) and verb not in ("the", "a") and candidate.stop - candidate.start == 1:
        candidate.kin = True  # "her son X": a first name, of somebody whom no other text can know
    single = candidate.stop - candidate.start == 1
    for length in (4, 3, 2, 1):
        phrase = " ".join(w.text for w in words[max(0, at - length + 1) : at + 1])
        kind = tables.title_kind(phrase)
        if length == 1 and lower in _FIRMS_OF and not _listed(candidate, words):
            candidate.vote("organization", 2.0)  # "the accountants X Y": a partnership
            break
        if kind and length == 1 and single and tables.small_head(word, "cue") == "organization":
            candidate.vote("person", 0.8)  # "the producer X": of films, or of gas
            break
        if kind and (length > 1 or lower not in _WEAK_TITLES):
            candidate.vote("person", 2.5)
            candidate.title = True
            candidate.here = "person"
            break
    if lower in _SIDES and (word.gap == " ") and not candidate.title:
        candidate.vote("organization", 0.9)
    cue = tables.small_head(word, "cue")
    if cue == "organization" and lower in _CALLED_BY_TOWNS and candidate.votes.get("place") and single:
        candidate.votes["place"] *= 0.4  # "Italian club Brescia", "the newspaper Granma"
        candidate.here = "organization"
    if cue and (single or not tables.title_kind(lower)):
        candidate.vote(cue, 3.0 if cue == "equipment" else 2.6 if cue == "organization" else 2.0)
        if cue == "equipment":
            candidate.here = candidate.here or "equipment"  # "the rocket X", whatever firm is called so
            if candidate.votes.get("person"):
                candidate.vote("person", -1.5)  # ships bear people's names
            if candidate.votes.get("place") and not lower.endswith("s") and not _is_country(words, candidate):
                candidate.votes["place"] *= 0.4  # and those of places
        if cue == "organization" and candidate.stop - candidate.start > 1 and candidate.votes.get("person"):
            candidate.vote("person", -1.0)  # "the firm X Y": no person follows such a noun without an office
    mention_trade.traded(candidate, words)
    if lower in ("called", "named", "christened", "dubbed") and (bearer := mention_trade.bearer(words, at)):
        candidate.vote(bearer, 2.2)
        candidate.here = candidate.here or bearer
    elif lower in ("of", "in", "called", "named") and at > 0:
        far = tables.small_head(words[at - 1], "cue") if lower != "in" else None
        if far == "organization" and lower == "of":
            candidate.vote("place", 0.8)  # "the school of X" is mostly where it stands
        elif far:
            candidate.vote(far, 1.8)
            if far == "place":
                candidate.here = candidate.here or "place"
        office = tables.norm(words[at - 1].text)
        local = lower == "of" and office in _GOVERNS and at > 1 and words[at - 2].lower in _LOCAL
        if office in _OF_PLACE or local:
            candidate.vote("place", 2.2)
            candidate.here = candidate.here or "place"
        elif office in _OF_BODY:
            candidate.vote("organization", 1.2)
        elif tables.title_kind(office) == "position":
            candidate.vote("organization", 0.3)
            candidate.vote("place", 0.3)
    if lower == "at" and at > 0:
        mention_where.at(candidate, words)
    if lower == "for" and at > 0 and words[at - 1].lower in _SEATED:
        candidate.vote("place", 1.2)  # "MP for X"
    if (
        lower == "for"
        and at > 0
        and tables.norm(words[at - 1].text)
        in ("spokesman", "spokeswoman", "spokesperson", "lawyer", "analyst", "correspondent")
    ):
        candidate.vote("organization", 0.8)
    if lower in ("-based", "-listed") or (lower == "in" and verb in ("shares", "stake", "stock", "investors")):
        known = gazetteer.find(" ".join(w.text for w in words[candidate.start : candidate.stop]))
        candidate.vote("organization", 1.8 if known else 3.5)
        candidate.here = candidate.here or "organization"
    if lower == "the" and at > 1 and mention_where.by_water(words, at):
        candidate.vote("place", 1.8)
        candidate.water = single
    mention_where.taken(candidate, words)
    several = candidate.stop - candidate.start > 1
    if lower == "the" and candidate.votes.get("person") and not candidate.title:
        last = words[candidate.stop - 1]
        alone = not several and not last.possessive and not last.lower.endswith("s")
        if several or (alone and not _modifies_noun(candidate, words)):
            candidate.vote("person", -1.5)  # "the Belmonda": a ship, a river, a house; the Kennedys are a family


def _modifies_noun(candidate: Candidate, words: list[Word]) -> bool:
    """Whether a noun follows right behind a name: "the Weber report"."""
    last = words[candidate.stop - 1]
    following = words[candidate.stop] if candidate.stop < len(words) and last.gap == " " else None
    return following is not None and following.tag[:2] in ("NN", "JJ", "VB") and following.tag not in ("VBD", "VBZ")


def _is_country(words: list[Word], candidate: Candidate) -> bool:
    return gazetteer.country(" ".join(w.text for w in words[candidate.start : candidate.stop])) is not None


def _is_place(part: list[Word]) -> bool:
    """Whether the gazetteer knows a place, and nothing else, of this name."""
    name = " ".join(w.text for w in part)
    known = gazetteer.find(name)
    return known.type == "place" if known else gazetteer.is_town(name)


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
    elif lower == "party" and not _is_country(words, candidate):
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
    for at, word in enumerate(words[start : start + 7], start):
        if tables.title_kind(word.text) == "position" and not word.possessive:
            candidate.vote("person", 1.8)
            break
        cue = tables.small_head(word, "cue")
        if cue and not word.possessive and not _modifies(words, at):
            candidate.vote(cue, 2.0)
            if cue == "named_event" and candidate.stop - candidate.start == 1:
                candidate.here = cue  # "a grant from X, a festival of new music"
            if cue in ("equipment", "place") and candidate.stop - candidate.start == 1:
                candidate.here = candidate.here or cue  # "its X, the kick stage", whatever firm is called so
            break
        if word.gap.strip(" -") or word.lower in ("of", "in", "at", "that", "which", "for", "on"):
            break


def defined(candidate: Candidate, words: list[Word]) -> None:
    """As "X was a tablet computer", "X is a village in …": what a sentence says that something is."""
    at = candidate.stop
    if at + 2 >= len(words) or words[at - 1].gap != " " or words[at - 1].possessive:
        return
    if words[at].lower in ("is", "was") and words[at + 1].lower in ("a", "an", "the") and not words[at + 1].cap:
        _described(candidate, words, at + 2)


def apposition(candidate: Candidate, words: list[Word]) -> None:
    """What a comma behind the name introduces: an age, an office, "who", "a company"."""
    last = words[candidate.stop - 1]
    if not last.gap.startswith(",") or last.possessive or candidate.stop >= len(words):
        return
    following = words[candidate.stop]
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
        _described(candidate, words, candidate.stop + 1)
    elif tables.title_kind(following.text) == "position" and not following.cap:
        named = candidate.stop + 1 < len(words) and following.gap == " " and words[candidate.stop + 1].cap
        candidate.vote("person", 0.0 if named else 1.2)  # "At X, commuter Y said" tells nothing of X
