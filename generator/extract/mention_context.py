"""What the words around a name tell of its type: prepositions, offices, nouns beside it, appositions."""

from __future__ import annotations

import re

from generator import gazetteer
from generator.extract import gazetteer_words as tables
from generator.extract.mention_ends import Candidate
from generator.extract.mention_words import Word
from generator.model import EntityType

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
_WHERE = frozenset("in near off outside at to into".split())
_MOTION = tuple(
    "travel trip fly flew flown flight sail drove drive driven arriv return mov went gone journey came come coming"
    " flee fled ship transport evacuat march walk rode ride ferry ferries headed heading commut relocat deport"
    " road tow limp steam roll going goes train exil retreat withdr withdraw advanc cross march banish"
    " fall fell divert relocat dispatch".split()
)
_JOINS = frozenset("came come comes moved moves".split())
_SHORES = frozenset("bank banks mouth shore shores waters source tributary tributaries floodplain bend".split())
_WAYS = frozenset("road railway highway motorway train trains bus buses ferry marshes track trail pipeline".split())
_PEOPLE = frozenset(
    "people man woman boy girl family families troops soldiers migrants villagers residents tourists couple".split()
)
_SPANS = frozenset("bridge bridges dam dams ferry causeway viaduct ford crossing flew fly flight".split())
_SWIMMING = ("swim", "swam", "bath", "fish", "drown", "fell", "fall", "jump", "plung", "flow", "row")
_SITES = frozenset(
    "office plant factory base camp station headquarter site yard shipyard mine prison hospital school port airport"
    " market battle born house home work museum barrack depot warehouse".split()
)
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
    elif lower in ("to", "from", "into") and _joins_firm(candidate, words, verb):
        candidate.vote("place", 0.8)  # who comes to a firm joins it
    elif lower in ("to", "from", "into") and _moves(words, at, lower):
        candidate.vote("place", 1.6)
        _stand_where(candidate, words, lower)
    elif lower in _PLACE_BEFORE and not (
        lower == "in" and verb.startswith(_NOT_INSIDE) and not (verb == "believed" and words[at - 2].lower == "is")
    ):
        candidate.vote("place", _PLACE_BEFORE[lower])
        _stand_where(candidate, words, lower)
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
    _traded(candidate, words)
    if lower in ("called", "named", "christened", "dubbed") and (bearer := _bearer(words, at)):
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
        if office in _OF_PLACE:
            candidate.vote("place", 2.2)
            candidate.here = candidate.here or "place"
        elif office in _OF_BODY:
            candidate.vote("organization", 1.2)
        elif tables.title_kind(office) == "position":
            candidate.vote("organization", 0.3)
            candidate.vote("place", 0.3)
    if lower == "at" and at > 0:
        _at(candidate, words)
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
    if lower == "the" and at > 1 and _by_water(words, at):
        candidate.vote("place", 1.8)
    _taken(candidate, words)
    several = candidate.stop - candidate.start > 1
    if lower == "the" and several and candidate.votes.get("person") and not candidate.title:
        candidate.vote("person", -1.5)


_TO_BE = frozenset("to be is was were which that also likewise newly now will a an by its the it he they".split())


def _bearer(words: list[Word], at: int) -> EntityType | None:
    """Whose name it is that "called" at this index gives: "the firm, to be called", "a rocket, likewise named"."""
    for step in range(at - 1, max(-1, at - 6), -1):
        if kind := tables.small_head(words[step], "cue"):
            return kind if words[step].gap in (" ", ", ") and not words[step].possessive else None
        if words[step].lower not in _TO_BE or words[step].gap not in (" ", ", "):
            return None
    return None


# Nouns of business, with the preposition behind them, before the name of a firm; participles before "by" and "to".
_DEALS = {
    "with": frozenset("merger merge merged merging tie-up partnership contract contracts lawsuit venture".split()),
    "of": frozenset(
        "merger takeover acquisition shareholders owners owner board customers management headquarters products"
        " subsidiary parent creditors employees bankruptcy insolvency shares director directors co-founder"
        " liquidators auditors".split()
    ),
    "for": frozenset("bid offer bidder bidders".split()),
    "in": frozenset("stake stakes shares share shareholders shareholder shareholding holding investors".split()),
    "from": frozenset("bought buy buys buying ordered orders leased supplied".split()),
    "to": frozenset("sold supplied supplier suppliers licensed awarded".split()),
    "by": frozenset(
        "made built owned manufactured produced operated bought acquired sold launched developed controlled designed"
        " supplied marketed".split()
    ),
}
_TRADED = 1.5


def _traded(candidate: Candidate, words: list[Word]) -> None:
    """As "the merger with X", "a stake in X", "made by X", where nothing in the name tells otherwise."""
    at = candidate.start - 1
    link, noun = words[at].lower, words[at - 1] if at else None
    if noun is None or noun.gap != " " or (noun.cap and not noun.first) or noun.lower not in _DEALS.get(link, ()):
        return
    if link == "by" and candidate.stop - candidate.start > 1:
        return  # "built by Ann Example"
    if _may_be_anything(candidate, words):
        candidate.vote("organization", _TRADED)


# What unknown names behind "at" mostly are; whom firms employ, and what they are judged by.
_AT_PLACE, _AT_BODY = 1.5, 1.5
_EMPLOYED = frozenset(
    "workers worker staff employees employee colleagues colleague jobs job executives executive engineers engineer"
    " researchers scientists analysts economists strategists traders stake shares strike strikes wages salaries layoffs"
    " management unions career stint desk spell apprentice apprentices intern redundancies sales profit profits losses"
    " friends folks team insider insiders veterans veteran shareholders bosses boss investors takeover"
    " subsidiary".split()
)


def _at(candidate: Candidate, words: list[Word]) -> None:
    """As "a camp at X": where something is; but "an analyst at X", "workers at X" are in somebody's pay."""
    at = candidate.start - 1
    before = words[at - 1]
    noun = before.text if before.gap == " " else ""
    if tables.title_kind(noun) == "position" or noun.casefold() in _EMPLOYED:
        candidate.vote("organization", _AT_BODY)
    elif _may_be_anything(candidate, words) and not words[candidate.stop - 1].possessive:
        candidate.vote("place", _AT_PLACE)


def _may_be_anything(candidate: Candidate, words: list[Word]) -> bool:
    """Whether nothing in a name's own words tells what it is: no head, no given name, no number, no capitals."""
    part = words[candidate.start : candidate.stop]
    return (
        len(part) < 3
        and not candidate.title
        and all(re.fullmatch(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", w.text) and w.cap and not w.caps for w in part)
        and not any(re.search(r"[a-zà-ÿ][A-ZÀ-Þ]", w.text) for w in part)  # made up by a firm
        and not any(tables.is_common(w) or tables.head_type(w) for w in part)
        and not gazetteer.is_given_name(part[0].text)
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


def _taken(candidate: Candidate, words: list[Word]) -> None:
    """As "took X", "the fall of X": mostly a place."""
    at = candidate.start - 1
    word = words[at]
    if word.tag.startswith("VB") and word.lower in _TAKEN and not words[candidate.stop - 1].possessive:
        conquered = word.lower in _CONQUERED and _may_be_anything(candidate, words)
        candidate.vote("place", 1.5 if conquered else 0.8)
    elif word.lower == "of" and at and words[at - 1].lower in _LOST:
        candidate.vote("place", 1.0)


def _stand_where(candidate: Candidate, words: list[Word], preposition: str) -> None:
    """A single word behind "in", "near", "sailed to" is where something is, whoever else bears the name."""
    last = words[candidate.stop - 1]
    sited = preposition != "at" or words[candidate.start - 2].lower.rstrip("s") in _SITES
    if candidate.stop - candidate.start == 1 and not last.possessive and (preposition in _WHERE and sited):
        candidate.vote("place", 0.6)
        candidate.here = "place"


def _joins_firm(candidate: Candidate, words: list[Word], verb: str) -> bool:
    """As "came to X from a bank", "moved to X as chairman": who changes his employer."""
    behind = words[candidate.stop].lower if candidate.stop < len(words) and words[candidate.stop - 1].gap == " " else ""
    return verb in _JOINS and behind in ("from", "as") and _may_be_anything(candidate, words)


def _by_water(words: list[Word], at: int) -> bool:
    """Whether "the" at this index begins the name of a river or a lake: "along the X", "swam in the X"."""
    link, verb = words[at - 1].lower, words[at - 2].lower
    if link == "of":
        return verb in _SHORES
    if link in ("over", "across") and verb in _SPANS:
        return True
    return link in ("along", "down", "up") or (link in ("in", "into", "across") and verb.startswith(_SWIMMING))


def _moves(words: list[Word], at: int, preposition: str) -> bool:
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
        people = (tables.are_people(word.lower) or word.lower in _PEOPLE) and word.lower not in _EMPLOYED
        if step == at - 1 and preposition == "from" and people and (word.first or not word.cap):
            return True  # "oyster farmers from Carrow"
        if step == at - 1 and preposition == "to" and word.lower in _WAYS:
            return True
    return False


def _is_country(words: list[Word], candidate: Candidate) -> bool:
    return gazetteer.country(" ".join(w.text for w in words[candidate.start : candidate.stop])) is not None


def _is_place(part: list[Word]) -> bool:
    """Whether the gazetteer knows a place, and nothing else, of this name."""
    name = " ".join(w.text for w in part)
    known = gazetteer.find(name)
    return known.type == "place" if known else gazetteer.is_town(name)


def after(candidate: Candidate, word: Word, words: list[Word]) -> None:
    """Votes of the word right behind a name."""
    lower = word.lower
    if lower in _SPEECH:
        candidate.vote("person", 0.5)
        candidate.vote("organization", 0.4)
    _does(candidate, word, words)
    if lower in ("ceo", "cfo", "shares", "stock", "shareholders", "executives", "employees", "workers", "headquarters"):
        candidate.vote("organization", 1.5)
        if candidate.stop - candidate.start == 1:
            candidate.here = candidate.here or "organization"
    if lower in ("family", "dynasty", "clan", "brothers", "sisters"):
        candidate.votes = {kind: weight * 0.4 for kind, weight in candidate.votes.items()}
    cue = tables.small_head(word, "cue")
    if lower in _ROADS:
        candidate.votes = {"place": 2.0} if words[candidate.stop - 1].text.isalpha() else {}  # "the N69 road"
    elif lower == "party" and not _is_country(words, candidate):
        candidate.vote("organization", 4.0)  # "the Tisza party", whatever river is called so
    elif lower in _SITES_OF_FIRMS and _may_be_anything(candidate, words):
        candidate.vote("organization", 1.0)  # "the Velkor plant": whose it is, or where
        candidate.vote("place", 0.9)
    elif cue == "organization" and _is_place(words[candidate.start : candidate.stop]):
        pass  # "a Rovertown start-up" is there
    elif cue:
        candidate.vote(cue, 2.0)
    elif found := tables.cue_ahead(words, candidate.stop):
        candidate.vote(found, 0.8 if found == "place" else 1.6)
    two = candidate.stop - candidate.start == 2 and not any(w.caps for w in words[candidate.start : candidate.stop])
    if lower == "of" and two and candidate.stop + 1 < len(words) and words[candidate.stop + 1].cap:
        candidate.vote("person", 0.6)  # "Jo Example of Rovertown"
    if lower in ("-based", "-born"):
        candidate.vote("place", 1.8)


# What firms do and people hardly; what rockets, ships and aircraft do, in forms that nobody else takes.
_OF_FIRMS = frozenset(
    "acquired employs manufactures makes produces sells recalled merged operates owns supplies exports markets"
    " reported posted floated bought".split()
)
_OF_CRAFT = frozenset("capsized sank orbits docked undocked".split())
_LIFTS = frozenset({("lifted", "off"), ("blasted", "off"), ("ran", "aground"), ("has", "flown"), ("was", "launched")})
_OF_FIRM, _OF_MACHINE = 0.8, 1.0


def _does(candidate: Candidate, word: Word, words: list[Word]) -> None:
    """As "X employs 400 people", "X lifted off": what a name of one word does tells what it is."""
    if not _may_be_anything(candidate, words) and candidate.stop - candidate.start > 1:
        return
    behind = words[candidate.stop + 1].lower if candidate.stop + 1 < len(words) else ""
    if word.lower in _OF_FIRMS and word.tag.startswith("VB"):
        candidate.vote("organization", _OF_FIRM)
    elif word.lower in _OF_CRAFT or (word.lower, behind) in _LIFTS:
        candidate.vote("equipment", _OF_MACHINE)


# Heads of houses that are bodies, too, and of bodies that are meetings as often.
_HOUSES = frozenset("center centre theatre theater house gallery opera".split())
_INSIDE = frozenset("in at inside outside near around opposite behind to".split())


def houses(candidate: Candidate, words: list[Word], head: EntityType | None) -> None:
    """As "held in the X Theatre", "outside Y House": where something is; and a Forum that acts is a body."""
    last = words[candidate.stop - 1]
    if candidate.guess.get("organization") and head == "named_event" and last.lower in ("forum", "forums"):
        acts = candidate.stop < len(words) and (last.possessive or words[candidate.stop].tag in ("VBD", "VBZ", "VBP"))
        before = words[candidate.start - 2] if candidate.start > 1 else None
        if acts or (before and before.lower in ("by", "of", "from", "with", "told")):
            candidate.vote("organization", 3.0)
    if head != "organization" or last.lower not in _HOUSES or last.possessive:
        return
    at = candidate.start - 1
    at -= at >= 0 and words[at].lower == "the"
    if at < 1 or words[at].gap != " " or words[at].lower not in _INSIDE:
        return
    noun = words[at - 1]
    employed = tables.title_kind(noun.text) == "position" or noun.lower in _EMPLOYED or tables.are_people(noun.lower)
    plain = not any(w.text in ("of", "for") for w in words[candidate.start : candidate.stop])
    if plain and not (words[at].lower == "at" and employed) and not (words[at].lower == "to" and noun.lower != "moved"):
        candidate.vote("place", 5.0)
        candidate.here = "place"


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
    kind = tables.small_head(words[at], "cue") or ("organization" if lower in _PARTS_OF_FIRMS else None)
    if kind == "organization" and gazetteer.may_be_given(words[candidate.start].text):
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
            if cue in ("equipment", "place") and candidate.stop - candidate.start == 1:
                candidate.here = candidate.here or cue  # "its X, the kick stage", whatever firm is called so
            break
        if word.gap.strip(" -") or word.lower in ("of", "in", "that", "which", "for", "on"):
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
