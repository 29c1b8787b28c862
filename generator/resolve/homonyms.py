"""Places whose name is better known as another's: "Trinidad" in Bolivia, "Georgia" in the United States.

A text that adds the country ("Trinidad, Bolivia"), or the town before ("Atlanta, Georgia"), tells it for all texts,
unless one of them speaks of the better known: by its full name, its people or its capital.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from generator import gazetteer
from generator.document import Extraction
from generator.names import fold

_LIST = re.compile(r"(?:,? (?:and|or) |, )[A-Z]")
# Countries that share their name with a region of another.
_REGIONS = {"georgia": "US"}


def elsewhere(extractions: Sequence[Extraction]) -> dict[str, str]:
    """Key of a place's name -> ISO code of the country where it lies, where that is not the one the gazetteer has."""
    told: dict[str, set[str]] = defaultdict(set)
    spoken: set[str] = set()  # countries that are meant for sure: by demonym, capital or a name of several words
    for extraction in extractions:
        text, mentions = extraction.document.text, extraction.mentions
        for index, mention in enumerate(mentions):
            known = gazetteer.find(mention.text) if mention.type == "place" else None
            if known and known.iso and (known.kind == "capital" or (known.kind == "country" and " " in mention.text)):
                spoken.add(known.iso)
            following = mentions[index + 1] if index + 1 < len(mentions) else None
            if mention.type != "place" or following is None or following.type != "place":
                continue
            listed = _LIST.match(text, following.end) or text[: mention.start].endswith((", ", " and "))
            if text[mention.end : following.start] == ", " and not listed:
                _note(mention.text, following.text, told)
        for word in set(text.split()):
            if word[:1].isupper() and (iso := gazetteer.demonym(word.strip(".,;:'’\"“”()"))):
                spoken.add(iso)
    found = {}
    for name, codes in told.items():
        known = gazetteer.find(name)
        if len(codes) == 1 and known and known.iso not in spoken:
            found[name] = next(iter(codes))
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
