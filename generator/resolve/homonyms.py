"""Places whose name is better known as another's: "Trinidad" in Bolivia, "Georgia" in the United States.

A text that adds the country ("Trinidad, Bolivia"), or the town before ("Atlanta, Georgia"), tells it for all texts but
those that speak of the better known: by its full name, its people or its capital. A smaller city of a country
which no text that names it speaks of is not meant either: some town is, in a country that they speak of.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from itertools import pairwise

from generator import gazetteer
from generator.document import Extraction
from generator.names import fold

_LIST = re.compile(r"(?:,? (?:and|or) |, )[A-Z]")
# Countries that share their name with a region of another.
_REGIONS = {"georgia": "US"}
UNKNOWN = "?"  # instead of a country's code
WELL_KNOWN_CITY = 500  # thousands of people from which on a city is named without its country
SHORT_NAME = 6  # letters of names that towns of several languages bear
RARE = 0.2  # of the texts, up to which a country is none that they are about
_FOR_ALL = frozenset({"new york", "new york city"})  # cities where all the world meets


def elsewhere(extractions: Sequence[Extraction]) -> list[dict[str, str]]:
    """For each document: key of a place's name -> ISO code of where it lies, where the gazetteer has another place."""
    told: dict[str, set[str]] = defaultdict(set)
    spoken = [_spoken(e) for e in extractions]
    for extraction, countries in zip(extractions, spoken, strict=True):
        text, mentions = extraction.document.text, extraction.mentions
        places = {gazetteer.key(m.text): gazetteer.find(m.text) for m in mentions if m.type == "place"}
        for region, iso in _REGIONS.items():
            known = places.get(region)
            cities = {n for n, p in places.items() if p and p.kind == "city" and p.iso == iso and n not in _FOR_ALL}
            if known and known.iso not in countries and cities:
                told[region].add(iso)
        for mention, following in pairwise(mentions):
            listed = _LIST.match(text, following.end) or text[: mention.start].endswith((", ", " and "))
            if text[mention.end : following.start] == ", " and not listed and mention.type == following.type == "place":
                _note(mention.text, following.text, told)
    strange = _of_strange_countries(extractions, spoken)
    made = []
    for countries in spoken:
        here = dict(strange)
        for name, codes in told.items():
            known = gazetteer.find(name)
            if len(codes) == 1 and known and known.iso not in countries:
                here[name] = next(iter(codes))
        made.append(here)
    return made


def _of_strange_countries(extractions: Sequence[Extraction], spoken: Sequence[Set[str]]) -> dict[str, str]:
    """Keys of cities, not the largest, whose country no text that names them speaks of, and hardly another one."""
    told = [set(countries) for countries in spoken]
    cities: dict[str, gazetteer.Known] = {}
    named: dict[str, set[int]] = defaultdict(set)  # city -> numbers of the documents that name it
    for number, extraction in enumerate(extractions):
        for mention in extraction.mentions:
            known = gazetteer.find(mention.text) if mention.type == "place" else None
            if known and known.kind == "city" and known.size < WELL_KNOWN_CITY:
                cities[gazetteer.key(mention.text)] = known
                named[gazetteer.key(mention.text)].add(number)
            elif iso := known.iso if known else gazetteer.country_of(mention.text):
                told[number].add(iso)
    of_country: dict[str | None, Counter[int]] = defaultdict(Counter)  # documents, by how many of its cities they name
    for name, known in cities.items():
        of_country[known.iso].update(named[name])
    speak = Counter(iso for countries in told for iso in countries)
    strange = {}
    for name, known in cities.items():
        alike = of_country[known.iso]
        by_itself = all(known.iso not in told[n] and told[n] and alike[n] == 1 for n in named[name])
        rare = speak[known.iso or ""] + len(alike) - len(named[name]) <= max(1, len(told) * RARE)
        if by_itself and rare and len(name) <= SHORT_NAME:
            strange[name] = UNKNOWN
    return strange


def _spoken(extraction: Extraction) -> set[str]:
    """Countries that a text means for sure: by demonym, capital or a name of several words."""
    found = set()
    for mention in extraction.mentions:
        known = gazetteer.find(mention.text) if mention.type == "place" else None
        if known and known.iso and (known.kind == "capital" or (known.kind == "country" and " " in mention.text)):
            found.add(known.iso)
    for word in set(extraction.document.text.split()):
        if word[:1].isupper() and (iso := gazetteer.demonym(word.strip(".,;:'’\"“”()"))):
            found.add(iso)
    return found


def _note(name: str, behind: str, told: dict[str, set[str]]) -> None:
    known, country = gazetteer.find(name), gazetteer.find(behind)
    if known is None or country is None or country.kind != "country" or known.iso is None:
        return
    if _REGIONS.get(fold(behind)) == known.iso and known.kind == "city":
        told[gazetteer.key(behind)].add(known.iso)
    elif known.kind == "country" and gazetteer.key(known.name) != gazetteer.key(name) and known.iso != country.iso:
        if not (gazetteer.is_town(name) and country.iso):
            return  # "America"
        told[gazetteer.key(name)].add(country.iso)
