"""General knowledge about names of places and bodies: countries and their people, cities, regions, known bodies.

A ground floor of its own, since finding names (`extract`) and telling who is who (`resolve`) both ask it. Its tables
lie in extract/data/ and say there where they come from; they hold nothing about any one topic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from generator.model import EntityType
from generator.names import fold, one_slip, undoubled

Kind = Literal["country", "capital", "city", "region", "body"]


@dataclass(frozen=True, slots=True)
class Known:
    """One thing that the gazetteer knows. `size`: thousands of people; coordinates only where it is one point."""

    name: str
    type: EntityType
    kind: Kind
    iso: str | None = None
    coordinates: tuple[float, float] | None = None
    size: int = 0
    alone: bool = True  # False: another thing of this name is nearly as large


def key(name: str) -> str:
    """What a name is looked up under: folded, hyphens and full stops away, "Saint" as "St", "&" as "and"."""
    text = fold(name).replace(".", "").replace("-", " ").replace("&", "and").replace("'", "")
    return " ".join("st" if w == "saint" else w for w in text.split())


def rows(name: str) -> Iterator[str]:
    """The rows of a table, as they stand; comments and empty lines are left out."""
    for line in (files("generator") / "extract" / "data" / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def lines(name: str) -> tuple[str, ...]:
    """The lines of a table that has no headings."""
    return tuple(line.strip() for line in rows(name))


def sections(name: str, whole_lines: bool = False) -> dict[str, frozenset[str]]:
    """A table of words under [headings]: heading -> its words, or its lines where these are phrases."""
    found: dict[str, set[str]] = {}
    current: set[str] = set()
    for line in rows(name):
        if line.startswith("["):
            current = found.setdefault(line.strip("[]"), set())
        else:
            current.update([line.strip()] if whole_lines else line.split())
    return {heading: frozenset(words) for heading, words in found.items()}


def _is_acronym(name: str) -> bool:
    """A short name in capitals is known in capitals alone: "WHO" is a body, "Who" a word."""
    letters = name.replace(".", "")
    return letters.isupper() and len(letters) <= 5


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, Known], dict[str, Known], dict[str, str], dict[str, tuple[str, ...]]]:
    names: dict[str, Known] = {}
    acronyms: dict[str, Known] = {}
    demonyms: dict[str, str] = {}
    country_names: dict[str, tuple[str, ...]] = {}
    capitals: dict[str, str] = {}

    def enter(name: str, known: Known) -> None:
        if _is_acronym(name):
            acronyms.setdefault(name.replace(".", ""), known)
        else:
            names.setdefault(key(name), known)

    for line in rows("countries.tsv"):
        iso, name, others, people, capital, latitude, longitude = line.split("\t")
        point = (float(latitude), float(longitude)) if latitude else None
        country = Known(name, "place", "country", iso, point, 10_000)
        spellings = [name, *filter(None, others.split("|"))]
        country_names[iso] = tuple(spellings)
        for spelling in spellings:
            enter(spelling, country)
        for demonym in filter(None, people.split("|")):
            demonyms.setdefault(demonym.casefold(), iso)
        if capital:
            capitals[key(capital)] = iso
    for line in rows("armed_forces.tsv"):
        name, iso, others = [*line.split("\t"), ""][:3]
        army = Known(name, "organization", "body", iso)
        for spelling in [name, *filter(None, others.split("|"))]:
            enter(spelling, army)
    for line in rows("organizations.tsv"):
        name, others, of_type = [*line.split("\t"), "", ""][:3]
        body = Known(name, of_type or "organization", "body")  # type: ignore[arg-type]
        for spelling in [name, *filter(None, others.split("|"))]:
            enter(spelling, body)
    for line in rows("regions.tsv"):
        name, others, latitude, longitude, iso = [*line.split("\t"), *[""] * 4][:5]
        region = Known(name, "place", "region", iso or None, None, 5_000)
        for spelling in [name, *filter(None, others.split("|"))]:
            enter(spelling, region)
    for known_as, city in _cities(capitals).items():
        names.setdefault(known_as, city)
    _spell(names, capitals)
    return names, acronyms, demonyms, country_names


def _spell(names: dict[str, Known], capitals: dict[str, str]) -> None:
    """Enter the other spellings of places (place_spellings.txt), and give them their usual name; in place."""
    for line in rows("place_spellings.txt"):
        usual, *others = line.split("|")
        spelt = [k for k in map(key, (usual, *others)) if k in names]
        if not spelt:
            continue
        place = names[spelt[0]]
        if place.type != "place" or place.kind == "country":
            continue
        capital = capitals.get(key(usual)) == place.iso and place.kind == "city"
        place = replace(place, name=usual, kind="capital" if capital else place.kind, alone=place.alone or capital)
        for spelling in map(key, (usual, *others)):
            if spelling not in names or names[spelling].coordinates == place.coordinates:
                names[spelling] = place


def _cities(capitals: dict[str, str]) -> dict[str, Known]:
    """The largest city of each name; it stands alone where the next is less than a fifth of its size."""
    rivals: dict[str, list[Known]] = {}
    for line in rows("cities.tsv"):
        spellings, iso, latitude, longitude, size = line.split("\t")
        first, *others = spellings.split("|")
        kind: Kind = "capital" if capitals.get(key(first)) == iso and int(size) > 20 else "city"
        city = Known(first, "place", kind, iso, (float(latitude), float(longitude)), int(size))
        for spelling in [first, *others]:
            if not _is_acronym(spelling):
                rivals.setdefault(key(spelling), []).append(city)
    made = {}
    for known_as, cities in rivals.items():
        cities.sort(key=lambda c: (c.kind != "capital", -c.size, c.iso or ""))
        alone = cities[0].kind == "capital" or len(cities) == 1 or cities[0].size > 5 * max(c.size for c in cities[1:])
        made[known_as] = replace(cities[0], alone=alone)
    return made


@lru_cache(maxsize=1)
def _first_words() -> tuple[frozenset[str], frozenset[str]]:
    """What known names begin with, folded, and what the words for peoples do that are several: "south"."""
    names, _, demonyms, _ = _tables()
    return frozenset(k.partition(" ")[0] for k in names), frozenset(d.partition(" ")[0] for d in demonyms if " " in d)


@lru_cache(maxsize=50_000)
def begins_name(word: str) -> bool:
    """Whether a known name of several words may begin with a word: nearly none does, and need not be looked up."""
    first = key(f"{word} x").partition(" ")[0]
    known = first == "x" or first in _first_words()[0] or word.casefold() in ("the", "a", "an")
    return known or word.startswith(_OF_FORMAL) or demonym(word) is not None


def begins_demonym(word: str) -> bool:
    """Whether a word for a people that is several words may begin with a word."""
    return word.casefold().replace("’", "'") in _first_words()[1]


@lru_cache(maxsize=100_000)
def find(name: str) -> Known | None:
    """What a name stands for where nothing else is known; acronyms in capitals only ("US", never "us")."""
    names, acronyms, _, _ = _tables()
    if _is_acronym(name):
        return acronyms.get(name.replace(".", "")) or (names.get(key(name)) if len(name) > 3 else None)
    known = names.get(key(name))
    if known and known.name.endswith(("'s", "’s")) and not re.search(r"['’]s\b", name):
        return None  # "Christie" is a person, "Christie's" a house
    return known or _formal(name)


_OF_FORMAL = tuple("Federal Islamic People Democratic Socialist Republic Kingdom State Commonwealth Federation".split())
_OF_FORMAL += ("Sultanate", "Emirate", "Principality")
_FORMAL = re.compile(
    r"(?:(?:Federal |Islamic |People's |Democratic |Socialist )*(?:Republic|Kingdom|State|Commonwealth|Federation"
    r"|Sultanate|Emirate|Principality) of (?:the )?(?P<of>[A-Z].+)"
    r"|(?P<people>[A-Z]\w+) (?:Republic|Federation|Kingdom))"
)


def _formal(name: str) -> Known | None:
    """A country by its formal name: "Republic of Chad", "Kyrgyz Republic"."""
    found = _FORMAL.fullmatch(name)
    if not found:
        return None
    of = find(found["of"]) if found["of"] else None
    if of is not None:
        return of if of.kind == "country" else None
    iso = demonym(found["people"]) if found["people"] else None
    return find(country_names(iso)[0]) if iso else None


def country(name: str) -> str | None:
    """ISO 3166-1 code of a country's name or short form."""
    known = find(name)
    return known.iso if known and known.kind == "country" else None


def demonym(word: str) -> str | None:
    """ISO code of the country whose people or adjective a word is ("Danish" is DK); None for any other word."""
    return _tables()[2].get(word.casefold().replace("’", "'"))


def country_names(iso: str) -> tuple[str, ...]:
    """The names of a country, the usual one first; none where the code is unknown."""
    return _tables()[3].get(iso, ())


def country_of(name: str) -> str | None:
    """The country that a name's first word tells: by demonym or by name ("Israeli army", "US Air Force")."""
    words = name.split()
    for length in (3, 2, 1):
        if len(words) > length or length == 1:
            head = " ".join(words[:length]).removesuffix("'s").removesuffix("’s")
            iso = demonym(head) or country(head)
            if iso:
                return iso
    return None


@lru_cache(maxsize=1)
def _towns() -> frozenset[str]:
    return frozenset(key(line) for line in rows("towns.txt"))


def is_town(name: str) -> bool:
    """Whether a smaller town bears this name: it leans a doubtful name towards a place, and decides nothing."""
    return key(name) in _towns()


@lru_cache(maxsize=1)
def _with_s() -> frozenset[str]:
    spellings = (s for line in rows("organizations.tsv") for s in line.replace("\t", "|").split("|"))
    return frozenset(s for s in spellings if s.endswith(("'s", "’s")) and " " not in s)


def owns_its_s(word: str) -> bool:
    """Whether an "'s" belongs to the name itself: "Moody's"."""
    return word.replace("’", "'") in _with_s()


@lru_cache(maxsize=1)
def longest() -> int:
    """How many words the longest known name has."""
    return max(len(k.split()) for k in _tables()[0])


@lru_cache(maxsize=1)
def _country_deletions() -> dict[str, frozenset[str]]:
    """Countries' one-word names of six letters and more, by themselves and with each letter left out."""
    made: dict[str, set[str]] = {}
    for iso, spellings in _tables()[3].items():
        for spelling in spellings:
            name = fold(spelling)
            if len(name) >= 6 and name.isalpha():
                for form in {name, undoubled(name), *(name[:i] + name[i + 1 :] for i in range(len(name)))}:
                    made.setdefault(form, set()).add(iso)
    return {form: frozenset(codes) for form, codes in made.items()}


@lru_cache(maxsize=10_000)
def near_country(folded: str) -> str | None:
    """Code of the only country whose name is one slip of the pen away from a folded word ("germnay" is DE)."""
    forms = {folded, undoubled(folded), *(folded[:i] + folded[i + 1 :] for i in range(len(folded)))}
    codes = {c for form in forms for c in _country_deletions().get(form, ())}
    near = [c for c in codes if any(one_slip(folded, fold(n)) for n in country_names(c))]
    return near[0] if len(near) == 1 else None


@lru_cache(maxsize=1)
def _legal_forms() -> dict[str, frozenset[str]]:
    return sections("legal_forms.txt")


def is_legal_form(word: str) -> bool:
    """Whether a word, as it is printed behind a name, is the legal form of a firm: "AS", "S.p.A.", "GmbH"."""
    return word.replace(".", "") in _legal_forms()["abbreviations"]


@lru_cache(maxsize=1)
def legal_words() -> frozenset[str]:
    """Legal forms and the words that stand for them, folded: what of a firm's name tells nothing."""
    return frozenset(fold(word) for words in _legal_forms().values() for word in words)


@lru_cache(maxsize=1)
def little_words() -> frozenset[str]:
    """Words that may stand between "the" and its noun without saying which it is: "new", "two"."""
    return frozenset(word for line in lines("little.txt") for word in line.split())
