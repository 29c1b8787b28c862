"""A name that a person and a place share: what stands around it tells which is meant.

Reports of a man called Brenford name the town of Brenford as well, and a reader of names sees one word. One that says
"at Brenford", "driven to Brenford" or "Brenford, where" means the town.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator import gazetteer
from generator.document import Extraction, Mention

# Prepositions of place; those of feeling and aim ("faith in Weber", "shouted at Weber") take no place.
_IN = re.compile(
    r"(?<!\S)(?P<before>\S+)?\s?\b(?:in|near|outside|around|throughout|across|inside|via|at|off|downtown|central)\s$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:half|most|parts|people|town|city|village|region|province|district|streets|outskirts|north|south|east|west)"
    r" of\s$",
    re.IGNORECASE,
)
_FELT = re.compile(
    r"(?:faith|confidence|trust|trusts|trusted|belief|believe|believes|believed|interest|interested|see|saw|sees|invest"
    r"|invested|angry|anger|furious|look|looks|looked|looking|shout|shouted|shouting|laugh|laughed|aim|aimed|fire|fired"
    r"|swing|swipe|dig|jab|hit|lash|lashed|lashing|out|back|away|point|pointed|aimed|directed|shot|rally|rallied|gather"
    r"|gathered|smile|smiled|wave|waved|stare|stared|glance|glanced|throw|threw|thrown|jeered|boo|booed|cards|stake)",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\b(?:drive|drives|drove|driven|driving|travel|travels|travell?ed|travell?ing|go|goes|went|gone|going|come|comes|came"
    r"|flew|flown|fly|flies|flying|move|moves|moved|moving|return|returns|returned|returning|walk|walked|march|marched"
    r"|fled|flee|sent|brought|taken|transferred|road|train|bus|flight|way|trip|route|railway|bridge|ferry|from \w+)"
    r"(?: [^\s.,;:]+){0,5} to\s$",
    re.IGNORECASE,
)
_WHERE = re.compile(r",? where\b|, (?:the|a) (?:\w+ )?(?:city|town|village|port|capital|province|region|district)\b")


def towns(extractions: Iterable[Extraction]) -> frozenset[str]:
    """Keys of all names that some document has for a place's."""
    return frozenset(gazetteer.key(m.text) for e in extractions for m in e.mentions if m.type == "place" and m.certain)


def means_a_place(index: int, mentions: Sequence[Mention], text: str, places: frozenset[str]) -> bool:
    """Whether a name of one word, read as a person's or a body's, is a town's here.

    `places`: what `towns` gives; names that the gazetteer has for a place's count as well.
    """
    mention = mentions[index]
    if mention.type not in ("person", "organization") or " " in mention.text or mention.text.isupper():
        return False
    found = gazetteer.find(mention.text)
    known = found is not None and found.type == "place"
    if not (known or gazetteer.is_town(mention.text) or gazetteer.key(mention.text) in places):
        return False
    if re.match(r"['’]s?\b", text[mention.end : mention.end + 2]):
        return False  # "in Weber's view"
    before = text[max(0, mention.start - 60) : mention.start]
    if _PART.search(before):
        return True
    if mention.type == "organization":
        return False  # "at Toyota"
    inside = _IN.search(before)
    if inside and not (inside["before"] and _FELT.fullmatch(inside["before"])):
        return True
    return bool(_TO.search(before) or _WHERE.match(text, mention.end))
