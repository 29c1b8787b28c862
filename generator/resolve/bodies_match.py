"""Names of organizations, agreements, events and things: the words that tell them apart, and what may fall away."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from generator import gazetteer
from generator.model import EntityType
from generator.names import fold
from generator.resolve import body_language

_EMPTY = frozenset("team the of for and a an in on at to de la du des del do da di dos".split())
_SPELT = {
    "defence": "defense",
    "organisation": "organization",
    "centre": "center",
    "labour": "labor",
    "programme": "program",
    "theatre": "theater",
    "saint": "st",
    "intl": "international",
    "dept": "department",
    "univ": "university",
    "govt": "government",
    "accords": "accord",
    "agreements": "agreement",
    "olympics": "olympic",
    "championships": "championship",
    "forces": "force",
    "affairs": "affair",
    "emergencies": "emergency",
    "situations": "",
    "situation": "",
    "minister's": "minister",
    "organisations": "organization",
    "harbour": "harbor",
    "workers'": "workers",
    "worker": "workers",
    "farmer": "farmers",
    "peasants": "peasant",
    "teacher": "teachers",
    "student": "students",
    "journalist": "journalists",
    "citizen": "citizens",
}
_CONTINENTS = {"african": "africa", "european": "europe", "asian": "asia"}
_YEAR = re.compile(r"(?:19|20)\d\d|'\d\d")
_ARMED = frozenset("army military forces force".split())


@lru_cache(maxsize=50_000)
def words(name: str) -> tuple[str, ...]:
    """The telling words of a name, countries as codes: "Defence Ministry of Chad", "Chadian Defense Ministry"."""
    parts = [
        p.strip("().,'\"")
        for p in re.split(
            r"[\s\-/&]+",
            fold(name).replace("'s ", " ").replace("u.s.", "us").replace("u.k.", "uk").replace("u.n.", "un"),
        )
    ]
    parts = body_language.english(parts) or parts
    made: list[str] = []
    index = 0
    while index < len(parts):
        for length in (3, 2, 1):
            piece = " ".join(parts[index : index + length])
            iso = (
                piece[1:]
                if piece.startswith("=")
                else gazetteer.demonym(piece)
                or gazetteer.country(piece.upper() if length == 1 and len(piece) <= 3 else piece)
            )
            if iso and index + length <= len(parts):
                made.append(f"={iso}")
                index += length
                break
        else:
            part = _CONTINENTS.get(parts[index], _SPELT.get(parts[index], parts[index]))
            if part and part not in _EMPTY:
                made.append(part)
            index += 1
    core = [w for w in made if w.replace(".", "") not in gazetteer.legal_words()] or made
    return tuple(sorted(core))


def without_year(parts: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """(the words but the year, the year or nothing)."""
    years = [p for p in parts if _YEAR.fullmatch(p)]
    return tuple(p for p in parts if not _YEAR.fullmatch(p)), years[0] if years else ""


def countries(parts: tuple[str, ...]) -> frozenset[str]:
    """Codes of the countries that a name tells."""
    return frozenset(p[1:] for p in parts if p.startswith("="))


def army_of(name: str) -> str | None:
    """Code of the country whose armed forces as a whole a common phrase means: "Chadian army", "US military"."""
    parts = words(name)
    known = countries(parts)
    rest = set(parts) - {f"={c}" for c in known}
    if (
        len(known) == 1
        and rest
        and rest <= {"army", "military", "armed", "force", "defense"}
        and rest & {"army", "military", "force"}
    ):
        return next(iter(known))
    return None


def is_full_army(name: str) -> bool:
    """Whether a name is one that armed forces bear themselves: "Royal Danish Armed Forces"."""
    lower = fold(name).split()
    return (
        len(lower) > 2
        and lower[-1] in ("forces", "force", "army")
        and any(w in lower for w in ("armed", "defense", "defence", "people's", "national"))
    )


def acronym_of(short: str, full: str) -> bool:
    """Whether capitals are the initials of a name's words, small words aside or not."""
    letters = re.sub(r"[^A-Za-z]", "", short).casefold()
    if not (2 <= len(letters) <= 8) or " " in short.strip() or not short.replace(".", "").isupper():
        return False
    parts = [p for p in re.split(r"[\s\-&]+", fold(full)) if p]
    telling = [p for p in parts if p not in _EMPTY]
    return len(telling) > 1 and letters in ("".join(p[0] for p in parts), "".join(p[0] for p in telling))


def declared_otherwise(short: str, names: Iterable[str]) -> bool:
    """Whether letters that the gazetteer knows are another body's here: "ECB" of "Enderi Commercial Bank"."""
    known = gazetteer.find(short) if is_acronym(short) else None
    return (
        known is not None
        and not is_acronym(known.name)
        and any(acronym_of(short, n) and gazetteer.find(n) != known and words(n) != words(known.name) for n in names)
    )


# What names the arm of a firm, a foundation of its or a country's branch: "Brandal Capital", "Brandal Europe".
_OF_ARMS = frozenset(
    "capital factoring finance financial insurance ventures foundation academy institute university museum"
    " school fund trust europe asia africa america americas pacific international global north south east west northern"
    " southern eastern western catering pension ladies women youth reserves press integrity unit"
    " subsidiary properties estates media studios research labs".split()
)


def arm_of(short: str, full: str) -> bool:
    """Whether a longer name is that of an arm of the body with the short one: "Brandal Factoring Baltija" of "Brandal".

    Its further words name what the arm does, or a country.
    """
    more = [w for w in words(full) if w not in words(short)]
    return bool(more) and any(w in _OF_ARMS or w.startswith("=") for w in more)


# What tells the higher of two courts of one branch.
_RANKS_OF_COURTS = frozenset("supreme high higher superior federal appeal appeals appellate cassation".split())


def higher_court(short: str, full: str) -> bool:
    """Whether a longer name is of the court above: "Supreme Administrative Court" beside "Administrative Court"."""
    a, b = words(short), words(full)
    return "court" in a and len(a) > 1 and set(a) < set(b) and set(b) - set(a) <= _RANKS_OF_COURTS


# What firms and clubs with a name of letters add to it: "ABB Group".
_OF_FIRMS = frozenset(
    "group company international bank airline airlines motors motor news tv television radio club fc party union energy"
    " telecom insurance media foods pharma capital steel oil".split()
)


@lru_cache(maxsize=1)
def _public() -> frozenset[str]:
    return gazetteer.sections("words.txt")["public-body"]


# Numbers of a series, by which its members are told apart.
_ORDINAL = re.compile(r"\d{1,2}|[ivx]{1,4}")
# Bodies of people whose first word tells where they are or who they are, and is not what they are called by.
_OF_PEOPLE = frozenset("union association federation confederation society guild families victims".split())


def _turned(short: str, full: str) -> bool:
    """Whether a longer name has the words of another in another order, and no "of": "Banka Orva", "Orva Osk Banka"."""
    a, b = fold(short).split(), fold(full).split()
    rest = iter(b)
    in_order = all(word in rest for word in a)
    return set(a) <= set(b) and not in_order and {"of", "for", "de", "und", "and"}.isdisjoint(b)


def within(short: str, full: str, kind: EntityType) -> bool:
    """Whether a short form only lacks words of the full name: "Defense Ministry" in "Chadian Defense Ministry"."""
    a, b = words(short), words(full)
    if not a or a == b or not set(a) <= set(b):
        return False
    if all(_ORDINAL.fullmatch(w) for w in set(b) - set(a)):
        return False  # "Kestrel 2" comes after the "Kestrel"
    if kind == "organization" and is_acronym(short) and not set(b) - set(a) <= _OF_FIRMS:
        return False  # "the NATO Academy" is not NATO
    if kind == "organization" and _turned(short, full):
        return False
    if kind == "organization":
        last = fold(full).split()[-1]
        return len(a) > 1 or (a[0] not in _ARMED and last not in _public() and _OF_PEOPLE.isdisjoint(b))
    return len(a) > 1 or len(b) == 2


# Words for the kind of body with which a name ends and which reports leave out: "United Dockworkers' Confederation".
_KINDS = frozenset(
    "union confederation federation central association alliance organization group company party movement works"
    " society holdings holding airlines airways technologies industries corporation systems partners precision"
    " railways".split()
)


# What many bodies are called by before the word for their kind.
_COMMON = frozenset(
    "national royal state federal central united first general people peoples popular new free public civic civil"
    " social democratic liberal labour labor workers farmers growers teachers students women youth world global"
    " local city town north south east west northern southern eastern western".split()
)


# What firms do, before the word for their kind: "Okrema Petroleum Development Company".
_ACTIVITIES = frozenset(
    "development exploration production resources services service engineering construction trading infrastructure"
    " projects management operations solutions".split()
)


# What firms of two words and more deal in, as the word with which they end: "Hokane Electric Power".
_OF_TRADES = frozenset(
    "bank consulting power electric energy marine shipping petroleum oil gas steel metals foods pharma telecom motors"
    " chemicals cement securities brokers logistics electronics software motor air"
    " terminals ports plantations estates properties timber textiles ferries shipyards farms hotels homes mills"
    " breweries dairies fisheries quarries".split()
)


def tells_kind(word: str) -> bool:
    """Whether a folded word is for a kind of body or of people in it, so that it names nobody: "union", "national"."""
    return word in _KINDS or word in _OF_FIRMS or word in _OF_PEOPLE or word in _public() or word in _COMMON


def begins(short: str, full: str) -> bool:
    """Whether two words and more of a name stand without the kind of body with which it ends."""
    a, b = fold(short).replace("'", "").split(), fold(full).replace("'", "").split()
    more = set(b[len(a) :]) - gazetteer.legal_words()
    fits = more <= _KINDS | _ACTIVITIES | _OF_TRADES and more.isdisjoint(_OF_ARMS)
    return 1 < len(a) < len(b) <= len(a) + 3 and b[: len(a)] == a and fits


def most_initials(full: str) -> str:
    """The initials of all telling words of a name but one: "ncfu" of "… Cabin and Flight Deck Union".

    What is left out stands before the head, and tells what the word before it is: "Flight Deck Union".
    """
    telling = [p[0] for p in re.split(r"[\s\-]+", fold(full)) if p and p not in _EMPTY]
    return "".join([*telling[:-2], *telling[-1:]])


def plain(name: str) -> str:
    """A name as letters and digits alone, folded, without its legal form."""
    parts = fold(name).replace(".", "").split()
    while len(parts) > 1 and parts[-1] in gazetteer.legal_words():
        parts.pop()
    return re.sub(r"[^a-z0-9]", "", "".join(parts))


def is_acronym(name: str) -> bool:
    """Whether a name is a few capitals alone."""
    return " " not in name and name.replace(".", "").isupper() and 2 <= len(name.replace(".", "")) <= 8
