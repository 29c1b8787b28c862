"""What stands right before a name tells of its type: prepositions, offices, nouns, articles."""

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
# Where people live and vote; whoever holds a "constituency of Jo Example" has a given name.
_COMMUNES = frozenset(
    "constituency village town city hamlet district subdistrict municipality commune province county region parish"
    " suburb settlement island".split()
)
_GOVERNS = frozenset("council assembly corporation".split())
_SEATED = frozenset("mp mps mep senator senate deputy congressman congresswoman mla parliament".split())
_OF_BODY = frozenset("ceo chairman founder boss spokesman spokeswoman shares chairwoman".split())
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
_AGENT = re.compile(r"[a-z-]{3,}(?:er|or)")
_CALLED_BY_TOWNS = frozenset("club airline newspaper magazine daily retailer carmaker broadcaster".split())
# Houses that are firms, whatever stands before the name: "the auction house X".
_HOUSES = frozenset("auction publishing fashion trading brokerage clearing design".split())
# Firms as other firms see them.
_SIDES = frozenset("rival competitor subsidiary parent partner supplier shareholder creditor".split())
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


def weigh(candidate: Candidate, words: list[Word], word: Word) -> None:
    """Votes of the word right before a name, and of those before it."""
    _preposition(candidate, words, word)
    _title_before(candidate, words, word)
    if word.lower in _SIDES and (word.gap == " ") and not candidate.title:
        candidate.vote("organization", 0.9)
    _cue_before(candidate, words, word)
    mention_trade.traded(candidate, words)
    _of_what(candidate, words, word)
    _by_phrase(candidate, words, word)
    mention_where.taken(candidate, words)
    _article(candidate, words, word)


def _preposition(candidate: Candidate, words: list[Word], word: Word) -> None:
    """Votes of "to", "in", "at": of a place, mostly."""
    lower, at = word.lower, candidate.start - 1
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


def _title_before(candidate: Candidate, words: list[Word], word: Word) -> None:
    """An office, a rank or a trade before a name is a person's, but where firms call themselves so."""
    lower, at = word.lower, candidate.start - 1
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


def _cue_before(candidate: Candidate, words: list[Word], word: Word) -> None:
    """A noun that tells the kind: "the rocket X", "the newspaper X"."""
    lower = word.lower
    single = candidate.stop - candidate.start == 1
    cue = tables.small_head(word, "cue")
    if lower == "house" and candidate.start > 1 and words[candidate.start - 2].lower in _HOUSES:
        cue = "organization"
    if cue == "organization" and lower in _CALLED_BY_TOWNS and candidate.votes.get("place") and single:
        candidate.votes["place"] *= 0.4  # "Italian club Brescia", "the newspaper Granma"
        candidate.here = "organization"
    first = words[candidate.start].text
    if lower in _FIRMS_OF and not single and _listed(candidate, words):
        candidate.vote("person", 1.2)  # "the auditors X Y and Z": people of the trade
    elif cue == "organization" and not single and _AGENT.fullmatch(lower) and personal_names.is_given_name(first):
        candidate.vote("person", 1.0)  # "promoter Ann Example", though firms are promoters, too
    elif cue and (single or not tables.title_kind(lower)):
        candidate.vote(cue, 3.0 if cue == "equipment" else 2.6 if cue == "organization" else 2.0)
        if cue == "equipment":
            candidate.here = candidate.here or "equipment"  # "the rocket X", whatever firm is called so
            if candidate.votes.get("person"):
                candidate.vote("person", -1.5)  # ships bear people's names
            if candidate.votes.get("place") and not lower.endswith("s") and not is_country(words, candidate):
                candidate.votes["place"] *= 0.4  # and those of places
        if cue == "organization" and candidate.stop - candidate.start > 1 and candidate.votes.get("person"):
            candidate.vote("person", -1.0)  # "the firm X Y": no person follows such a noun without an office


def _of_what(candidate: Candidate, words: list[Word], word: Word) -> None:
    """What "of", "in" or "called" joins a name to: "the mayor of X", "a ship called X"."""
    lower, at = word.lower, candidate.start - 1
    if lower in ("called", "named", "christened", "dubbed") and (bearer := mention_trade.bearer(words, at)):
        candidate.vote(bearer, 2.2)
        candidate.here = candidate.here or bearer
    elif lower in ("of", "in", "called", "named") and at > 0:
        office = tables.norm(words[at - 1].text)
        far = tables.small_head(words[at - 1], "cue") if lower != "in" else None
        if far == "organization" and lower == "of":
            candidate.vote("place", 0.8)  # "the school of X" is mostly where it stands
        elif far:
            candidate.vote(far, 1.8)
            given = candidate.stop - candidate.start == 1 or personal_names.is_given_name(words[candidate.start].text)
            if far == "place" and lower == "of" and office in _COMMUNES and not given:
                candidate.vote("person", -min(2.0, candidate.votes.get("person", 0.0)))  # "the village of Ulu Tembang"
            if far == "place":
                candidate.here = candidate.here or "place"
        local = lower == "of" and office in _GOVERNS and at > 1 and words[at - 2].lower in _LOCAL
        if office in _OF_PLACE or local:
            candidate.vote("place", 2.2)
            candidate.here = candidate.here or "place"
        elif office in _OF_BODY:
            candidate.vote("organization", 1.2)
        elif tables.title_kind(office) == "position":
            candidate.vote("organization", 0.3)
            candidate.vote("place", 0.3)


def _by_phrase(candidate: Candidate, words: list[Word], word: Word) -> None:
    """Phrases of two and three words: "MP for X", "a spokesman for X", "shares in X", "across the X"."""
    lower, at = word.lower, candidate.start - 1
    verb = words[at - 1].lower if at else ""
    if lower == "at" and at > 0:
        mention_where.at(candidate, words)
    if lower == "by" and verb == "succeeded" and candidate.stop - candidate.start > 1:
        candidate.vote("person", 0.8)
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
        candidate.water = candidate.stop - candidate.start == 1


def _article(candidate: Candidate, words: list[Word], word: Word) -> None:
    """An article before what would be a person's name."""
    several = candidate.stop - candidate.start > 1
    if word.lower == "the" and candidate.votes.get("person") and not candidate.title:
        last = words[candidate.stop - 1]
        alone = not several and not last.possessive and not last.lower.endswith("s")
        if several or (alone and not _modifies_noun(candidate, words)):
            candidate.vote("person", -1.5)  # "the Belmonda": a ship, a river, a house; the Kennedys are a family


def _modifies_noun(candidate: Candidate, words: list[Word]) -> bool:
    """Whether a noun follows right behind a name: "the Weber report"."""
    last = words[candidate.stop - 1]
    following = words[candidate.stop] if candidate.stop < len(words) and last.gap == " " else None
    return following is not None and following.tag[:2] in ("NN", "JJ", "VB") and following.tag not in ("VBD", "VBZ")


def is_country(words: list[Word], candidate: Candidate) -> bool:
    """Whether a name is a country's."""
    return gazetteer.country(" ".join(w.text for w in words[candidate.start : candidate.stop])) is not None
