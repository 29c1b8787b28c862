"""The dateline at the beginning of an article: place, day and agency, which are no part of its first sentence."""

from __future__ import annotations

import re

from generator import gazetteer
from generator.ingest.days import day_in
from generator.ingest.draft import About
from generator.ingest.publishers import MEDIA_WORD, SECTIONS

_DASH = r"(?:\s*(?:—|–|―|--|-{2,3})\s*|\s+-\s+|\s*:\s+)"
_MONTH_DAY = (
    r"(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s*\d{1,2}(?:st|nd|rd|th)?"
    r"|\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?)(?:,?\s*(?:19"
    r"|20)\d\d)?"
)
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?"
_DATED = rf"(?:{_WEEKDAY}(?:{_MONTH_DAY}|(?:19|20)\d\d-\d\d-\d\d|\d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d\d))"
# A hyphen before a capital belongs to its word and nowhere else: where it could also part two, "A-A-A-…" has as many
# readings as it has hyphens, to the power of the words.
_CAPITALS = r"(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]+|[ -](?:de|la|al|am|of|the|&)){0,3})"
_TITLED = r"(?:[A-ZÀ-Þ][\wà-ÿ.'’-]+(?: [A-ZÀ-Þ][\wà-ÿ.'’-]+){0,2})"
_REGION = rf"(?:,\s*(?:{_TITLED}|{_CAPITALS}|[A-Z]\.[A-Z]\.))"
_PLACE = rf"(?P<place>(?:{_CAPITALS}|{_TITLED}){_REGION}{{0,2}}(?:\s*(?:/|and)\s*{_CAPITALS})?)"
_AGENCY = r"[A-ZÀ-Þ][\w.,&'’/ -]{0,40}?"
# The usual shapes of a dateline, the fullest first.
_SHAPES = tuple(
    re.compile(shape, re.I if folded else 0)
    for shape, folded in (
        # CITY, Country, May 23 (AGENCY) - ; (AGENCY) - ; City (AGENCY)
        (rf"(?:{_PLACE}(?:,?\s+(?P<day>(?i:{_DATED})))?,?\s+)?[\[(](?P<agency>{_AGENCY})[\])](?:{_DASH}|"
         rf"(?=[A-ZÀ-Þ“\"]))", False),
        (rf"(?P<day>(?i:{_DATED}))\s+[\[(](?P<agency>{_AGENCY})[\])]{_DASH}", False),
        # CITY, May 23, 2019 - ; CITY (23 May 2019) –
        (rf"{_PLACE}(?:,\s*|\s+)[\[(]?(?P<day>(?i:{_DATED}))[\])]?(?:{_DASH}|\.\s+)(?:[/(](?P<agency>{_AGENCY})[/)]"
         rf"(?:{_DASH}|\.?\s+))?", False),
        # [City = Agency] ; /AGENCY/
        (rf"\[(?P<place>[^=\[\]]{{2,40}})=\s*(?P<agency>{_AGENCY})\]\s*", False),
        (rf"(?:{_PLACE}[.,]\s+)?/(?P<agency>{_AGENCY})/{_DASH}?\.?\s*", False),
        # CITY/AGENCY - ; AGENCY, CITY -
        (rf"(?P<place>{_CAPITALS})\s*/\s*(?P<agency>{_AGENCY}){_DASH}", False),
        # CITY, Country — ; NAME -
        (rf"(?P<place>{_CAPITALS}{_REGION}{{0,2}}){_DASH}(?=[A-ZÀ-Þ“\"‘'\d])", False),
        (rf"(?P<titled>{_TITLED}(?:,\s*[A-Z][a-z]{{2,4}}\.|{_REGION})?)(?:\s+[-–—]\s+|\s*—\s*)(?=[A-ZÀ-Þ“\"])", False),
    )
)  # fmt: skip
_PLACE_WORD = re.compile(
    r"\b(?:city|town|village|province|county|district|island|islands|bay|beach|port|valley|springs?|lake|mount|fort"
    r"|saint|st|san|santa|los"
    r"|las|new|north|south|east|west|upper|lower|el|al|camp|harbou?r|falls|hills?|heights|river|creek|base|refugee"
    r"|border)\b",
    re.I,
)

_SEEN = 300  # characters: a dateline ends within the first 110


def dateline(paragraph: str, body: str = "") -> tuple[About, str]:
    """What the dateline at the beginning of a first paragraph says, and the paragraph without it.

    `body` is the rest of the article: a name in capitals that it speaks of is a place, not the publisher. Only what is
    clearly a dateline is taken off; a day without its year is kept as `stamped`.
    """
    for shape in _SHAPES:
        found = shape.match(paragraph[:_SEEN])
        if not found or found.end() > 110 or len(paragraph) - found.end() < 20:
            continue
        parts = found.groupdict()
        day = day_in(parts["day"]) if parts.get("day") else None
        agency = (parts.get("agency") or "").strip() or None
        if agency and not _can_be_agency(agency):
            continue
        alone = parts.get("titled")
        if alone is not None and not _is_place(alone):
            continue
        name = parts.get("place")
        if agency is None and day is None and name and "," not in name and not _is_place(name):
            said = _named_alone(name, paragraph[found.end() :] + "\n" + body)
            if said is None:
                continue
            return said, paragraph[found.end() :].lstrip()
        stamped = parts["day"].strip() if parts.get("day") and day is None else None
        return About(published=day, stamped=stamped, publisher=agency), paragraph[found.end() :].lstrip()
    return About(), paragraph


def without(text: str) -> str:
    """A text without the place that `article` leaves at its beginning: what its first sentence says."""
    found = re.match(rf"{_PLACE} — ", text[:_SEEN])
    return text[found.end() :] if found and found["place"].split(",")[0].isupper() else text


_MONTH = re.compile(r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?", re.I)
_OF_PLACE = re.compile(_PLACE)


def place_of(taken: str) -> str | None:
    """The place in what `dateline` took off, where it stands in capitals: "KARVAL, Norland" of "… (Agency) -"."""
    found = _OF_PLACE.match(taken)
    parts = found["place"].split(",") if found else [""]
    place = ",".join(p for p in parts if not _MONTH.fullmatch(p.strip())).strip()
    head = place.split(",")[0]
    return place if head.isupper() and len(head) > 2 and _is_place_or_alone(place, taken) else None


def _is_place_or_alone(place: str, taken: str) -> bool:
    """Whether a known place, or a name that no publisher's word is in and that does not stand there as an agency."""
    return _is_place(place) or (MEDIA_WORD.search(place) is None and "(" not in taken[: len(place)])


_ALONE = re.compile(rf"{_PLACE}(?:,\s*|\s+)[\[(]?(?P<day>(?i:{_DATED}))[\])]?\.?")


def dated_place(line: str) -> About:
    """The day that a line of nothing but place and day tells, as wires print above lists of results.

    The line stays in the text: unlike a dateline before a sentence it stands in nobody's way.
    """
    found = _ALONE.fullmatch(line.strip()) if len(line) <= 80 else None
    if found and (found["place"].split(",")[0].isupper() or _is_place(found["place"])):
        return About(published=day_in(found["day"]))
    return About()


def _can_be_agency(name: str) -> bool:
    """Brackets behind a place or at the beginning hold an agency, not an age, a party or an aside."""
    return (
        len(name.split()) <= 5
        and not re.search(r"\d", name)
        and not re.search(r"\b(?:and|or|the|who|which|is|was)\b", name)
    )


def _is_place(name: str) -> bool:
    if re.search(r",\s*(?:[A-Z][a-z]{2,4}\.|[A-Z]\.[A-Z]\.?|[A-Z]{2})$", name):
        return True  # "Smithville, Ariz.", "Salem, OR"
    parts = [p.strip() for p in re.split(r"[,/]|\band\b", name) if p.strip()]
    known = [gazetteer.find(p.title() if p.isupper() and len(p) > 3 else p) for p in parts]
    return any(k is not None and k.type == "place" for k in known)


def _named_alone(name: str, text: str) -> About | None:
    """A name in capitals that is no known place: a small town, or the publisher, who is not spoken of in the text."""
    spoken_of = re.search(rf"(?<!told )\b{re.escape(name)}\b", text, re.I)
    if MEDIA_WORD.search(name):
        return About(publisher=name)
    if len(name) < 3 or len(name.split()) > 3 or all(word.lower() in SECTIONS for word in name.split()):
        return None
    if _PLACE_WORD.search(name):
        return About()
    return About() if spoken_of else About(publisher=name)
