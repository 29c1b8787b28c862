"""What the first lines of an article say about it: day, title, author, publisher, address; and its dateline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.ingest.days import day_in, is_stamp
from generator.ingest.draft import About

_DATE = re.compile(r"\s*date\s*:?\s+(\d{4}-\d{2}-\d{2})\b[\s.,;:|–—-]*", re.I)
# Labels at the very top, as copied pages and archives print them -> the field of About.
_LABELS = {
    "title": "title", "headline": "title",
    "author": "author", "authors": "author", "byline": "author", "written by": "author", "reporter": "author",
    "published": "published", "published on": "published", "publication date": "published", "date": "published",
    "date published": "published", "posted": "published", "posted on": "published", "publish date": "published",
    "first published": "published", "published at": "published", "published time": "published", "pub date": "published", "dated": "published",
    "updated": "", "last updated": "", "last modified": "", "modified": "", "updated on": "", "last update": "",
    "source": "publisher", "publisher": "publisher", "publication": "publisher", "outlet": "publisher",
    "newspaper": "publisher", "site": "publisher", "website": "publisher",
    "url": "url", "link": "url", "address": "url", "source url": "url", "permalink": "url", "web": "url",
    "archived": "archived", "archive": "archived", "archived at": "archived", "archive url": "archived",
    "retrieved": "retrieved", "accessed": "retrieved", "downloaded": "retrieved", "retrieved on": "retrieved",
    "language": "lang", "lang": "lang", "subject": "title", "from": "-", "to": "-", "slug": "-", "desk": "-",
    "section": "-", "category": "-", "topic": "-", "keywords": "-", "tags": "-", "word count": "-", "words": "-",
}  # fmt: skip
_LABEL = re.compile(r"(?P<label>[A-Za-z][A-Za-z ]{1,18}?)\s*:\s*(?P<value>\S.*)")
_UNPUNCTUATED = re.compile(r"(?P<label>(?:first |last )?(?:published|posted|updated|modified)(?: on| at)?)\s+(?P<value>\S.*)", re.I)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_NAME_WORD = r"(?:[A-ZÀ-Þ][\w.'’-]*|[A-ZÀ-Þ]\.|de|da|di|del|der|den|van|von|al|el|bin|ben|le|la|dos|y)"
_NAME = rf"{_NAME_WORD}(?:\s+{_NAME_WORD}){{0,4}}"
_BY = re.compile(
    rf"(?:(?:Written |Reported |Posted |Story |Words |Analysis |Opinion |Report )?[Bb]y|BY|From)\s*:?\s+(?P<names>{_NAME}"
    rf"(?:(?:,\s*|\s+and\s+|\s+AND\s+|\s*&\s*|,\s*and\s+){_NAME}){{0,4}})(?P<rest>\s*(?:[|,/·•–—(-]|\bfor\b|\bin\b|\bof\b|\bon\b).{{0,90}})?\.?"
)
_TIME_WORDS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december noon midnight then now day night the a an this that these those contrast far
    early late comparison law mistake surprise accident default""".split()
)
_STAFF = re.compile(
    r"(?:\w+ )?(?:staff|senior|special|political|foreign|diplomatic|chief|our|news)?\s*(?:writers?|reporters?|correspondents?|editors?|staff|contributor|news ?desk|web ?desk)"
    r"(?: (?:in|for|at) [\w ]{2,30})?", re.I
)
_DASH = r"(?:\s*(?:—|–|―|--|-{2,3})\s*|\s+-\s+|\s*:\s+)"
_MONTH_DAY = (
    r"(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s*\d{1,2}(?:st|nd|rd|th)?"
    r"|\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?)(?:,?\s*(?:19|20)\d\d)?"
)
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?"
_DATED = rf"(?:{_WEEKDAY}(?:{_MONTH_DAY}|(?:19|20)\d\d-\d\d-\d\d|\d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d\d))"
_CAPITALS = r"(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ -](?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+|de|la|al|am|of|the|DE|&)){0,3})"
_TITLED = r"(?:[A-ZÀ-Þ][\wà-ÿ.'’-]+(?:[ -][A-ZÀ-Þ][\wà-ÿ.'’-]+){0,2})"
_REGION = rf"(?:,\s*(?:{_TITLED}|{_CAPITALS}|[A-Z]\.[A-Z]\.))"
_PLACE = rf"(?P<place>(?:{_CAPITALS}|{_TITLED}){_REGION}{{0,2}}(?:\s*(?:/|and)\s*{_CAPITALS})?)"
_AGENCY = r"[A-ZÀ-Þ][\w.,&'’/ -]{0,40}?"
# The usual shapes of a dateline, the fullest first.
_SHAPES = tuple(
    re.compile(shape, re.I if folded else 0)
    for shape, folded in (
        # CITY, Country, July 18 (AGENCY) - ; (AGENCY) - ; City (AGENCY)
        (rf"(?:{_PLACE}(?:,?\s+(?P<day>(?i:{_DATED})))?,?\s+)?[\[(](?P<agency>{_AGENCY})[\])](?:{_DASH}|(?=[A-ZÀ-Þ“\"]))", False),
        (rf"(?P<day>(?i:{_DATED}))\s+[\[(](?P<agency>{_AGENCY})[\])]{_DASH}", False),
        # CITY, July 18, 2022 - ; CITY (18 July 2022) –
        (rf"{_PLACE}(?:,\s*|\s+)[\[(]?(?P<day>(?i:{_DATED}))[\])]?(?:{_DASH}|\.\s+)(?:[/(](?P<agency>{_AGENCY})[/)](?:{_DASH}|\.?\s+))?", False),
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
# The great agencies, by the names under which their copy goes out.
_WIRES = (
    r"(?:Thomson )?Reuters|REUTERS|AFP|Agence France-Presse|AP|Associated Press|The Associated Press|EFE|dpa|DPA|ANSA|TASS|Xinhua|ANI|PTI|UPI"
    r"|Anadolu(?: Agency)?|AA|CNN|BBC|IPS|Kyodo|Yonhap|Bloomberg|IANS|MTI|CTK|PAP|STA|BTA|APA|SDA|NTB|TT|Ritzau|Belga|ANP|Lusa|LUSA"
)
_MEDIA_WORD = re.compile(
    r"news|times|post|herald|tribune|press|agency|wire|gazette|journal|radio|\btv\b|television|media|daily|weekly|chronicle"
    r"|observer|guardian|telegraph|monitor|mail|express|standard|bulletin|review|magazine|today|online|broadcast|courier"
    r"|\.(?:com|net|org|info|co\.\w\w)$",
    re.I,
)


_ALONE = re.compile(r"(?:published|posted|written|reported)?\s*(?:by|on|at)?:?|updated|date:?", re.I)
_AGENCY_STAMP = re.compile(r"\(?(?:source:\s*)?(?P<name>[A-ZÀ-Þ][\w.&'’ -]{1,40}?)\)?\s*[,|:)–—-]\s*(?P<stamp>.*\d.*?)(?:\s+adjust font size:?)?", re.I)


def _behind_label(lines: Sequence[str]) -> tuple[About | None, int]:
    """What labels on lines of their own ("By", "Published", "on") and the line behind them say, and how many these are."""
    labels = 0
    while labels < 3 and len(lines) > labels + 1 and len(lines[labels]) <= 14 and _ALONE.fullmatch(lines[labels].strip()):
        labels += 1
    if not labels:
        return None, 0
    by = lines[labels - 1].lower().split()[-1:] == ["by"]
    said = byline("By " + lines[labels]) if by else _stamp(lines[labels])
    return said, labels + 1


def _stamp(line: str) -> About | None:
    """A line that is nothing but a day, perhaps behind the agency's name."""
    if is_stamp(line):
        return About(published=day_in(line))
    found = _AGENCY_STAMP.fullmatch(line) if len(line) <= 100 else None
    if found and is_stamp(found["stamp"]) and day_in(found["stamp"]):
        name = found["name"].strip()
        return About(published=day_in(found["stamp"]), publisher=name if _is_publisher(name) else None)
    return None


_PLACE_WORD = re.compile(
    r"\b(?:city|town|village|province|county|district|island|islands|bay|beach|port|valley|springs?|lake|mount|fort|saint|st|san|santa|los"
    r"|las|new|north|south|east|west|upper|lower|el|al|camp|harbou?r|falls|hills?|heights|river|creek|base|refugee|border)\b",
    re.I,
)


def front(lines: Sequence[str]) -> tuple[About, list[str]]:
    """What the first lines say about the article, and the lines without them.

    Reads "date 2022-07-18" at the very beginning, labelled lines ("Source: …"), by-lines, and lines that are nothing
    but a day; the first line that is none of these ends it.
    """
    about = About()
    rest = list(lines)
    if rest and (stamped := _DATE.match(rest[0])):
        about = replace(about, published=day_in(stamped[1]))
        rest[0] = rest[0][stamped.end() :]
        if not rest[0]:
            rest.pop(0)
    while len(rest) > 1:
        said = _labelled(rest[0]) or byline(rest[0]) or _stamp(rest[0])
        if said is None:
            break
        about = about.or_else(said)
        rest.pop(0)
    return about, rest


def after_title(lines: Sequence[str]) -> tuple[About, list[str]]:
    """As `front`, for the lines between a headline and the text: there a by-line may be followed by its office."""
    about = About()
    rest = list(lines)
    signed = False
    while len(rest) > 1:
        said, count = _behind_label(rest)
        if said is None:
            said, count = byline(rest[0]) or _labelled(rest[0]) or _stamp(rest[0]), 1
        signed = signed or (said is not None and bool(said.author or said.published))
        if said is None and len(rest[0]) <= 50:
            said = _office(rest[0], signed)
        if said is None or len(rest) <= count:
            break
        about = about.or_else(said)
        rest = rest[count:]
    return about, rest


def _labelled(line: str) -> About | None:
    if len(line) > 300:
        return None
    line = line.lstrip("/| ")
    found = _LABEL.fullmatch(line) or _UNPUNCTUATED.fullmatch(line)
    if not found:
        return None
    label = " ".join(found["label"].lower().split())
    if label not in _LABELS:
        return None
    name, value = _LABELS[label], found["value"].strip()
    if name == "published":
        day = day_in(value)
        return About(published=day) if day and len(value) <= 100 else None
    if name == "retrieved":
        day = day_in(value)
        return About(retrieved=day) if day else None
    if name == "-":
        return About() if len(value) <= 60 and not re.search(r"[.!?]$", value) else None
    if not name:
        return About() if day_in(value) and len(value) <= 60 else None
    if name in ("url", "archived"):
        address = _ADDRESS.match(value)
        return About(**{name: address[0]}) if address else None
    if name == "publisher" and (address := _ADDRESS.match(value)):
        return About(url=address[0])
    if name == "lang":
        return About(lang=value.lower()) if re.fullmatch(r"[a-z]{2}", value.lower()) else About()
    if name in ("author", "publisher") and len(value) > 120:
        return None
    return About(**{name: value})


def byline(line: str) -> About | None:
    """"By NAME" on a line of its own, with what may follow: an office, a publisher, a day."""
    if len(line) > 160:
        return None
    found = _BY.fullmatch(line.strip())
    if not found:
        return None
    names = found["names"].rstrip(".")
    if any(word.lower().strip(".,") in _TIME_WORDS for word in names.split()):
        return None
    rest = (found["rest"] or "").strip()
    if rest and not re.match(r"[|/·•–—(-]", rest) and not (day_in(rest) or _STAFF.search(rest) or _MEDIA_WORD.search(rest)):
        if re.search(r"\b[a-z]{3,}\b", rest):
            return None  # "By John Smith, who is a resident of the city …" goes on as a sentence
    if not rest and found[0].endswith(".") and len(names.split()) == 1:
        return None
    publisher = None
    people = [p for p in names.split(", ") if not _STAFF.fullmatch(p.strip())]
    while len(people) > 1 and _is_publisher(people[-1]):
        publisher = people.pop()
    names = ", ".join(people)
    if not names:
        return None
    for piece in re.split(r"[|/·•–—()]|\s-\s|,\s", rest):
        piece = re.sub(r"^(?:for|of|on|in)\s+", "", piece.strip())
        if piece and not day_in(piece) and _is_publisher(piece):
            publisher = publisher or piece
    return About(author=_in_letters(names), published=day_in(rest), publisher=publisher)


def _office(line: str, signed: bool) -> About | None:
    """The line under a headline or by-line: the publisher or agency, or only "Staff Writer"."""
    if _STAFF.fullmatch(line):
        return About()
    if re.search(r"[.!?:]$", line):
        return None
    name = re.sub(r"\s*\([^()]{2,30}\)$|\s+Staff$", "", line)
    if signed or name != line or re.fullmatch(_WIRES, name):
        return About(publisher=name) if _is_publisher(name) else None
    return None


def _in_letters(name: str) -> str:
    """A by-line in capitals as a name is written."""
    if not name.isupper():
        return name
    words = [w if len(w) <= 2 and "." in w else re.sub(r"[^\W\d_]+(?:’s|'s)?", lambda m: m[0].capitalize(), w.lower()) for w in name.split()]
    return " ".join(w.lower() if w in ("And", "De", "Van", "Von", "Der", "Bin", "Al") and i else w for i, w in enumerate(words))


def _is_publisher(name: str) -> bool:
    """Whether a name is one of a newspaper, broadcaster or agency: known as a body, or says so itself."""
    from generator import gazetteer

    if _MEDIA_WORD.search(name) or re.fullmatch(_WIRES, name):
        return True
    known = gazetteer.find(name)
    return known is not None and known.kind == "body" and name.isupper() is False


def dateline(paragraph: str, body: str = "") -> tuple[About, str]:
    """What the dateline at the beginning of a first paragraph says, and the paragraph without it.

    `body` is the rest of the article: a name in capitals that it speaks of is a place, not the publisher. Only what is
    clearly a dateline is taken off; its day counts where it has a year.
    """
    for shape in _SHAPES:
        found = shape.match(paragraph)
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
        return About(published=day, publisher=agency), paragraph[found.end() :].lstrip()
    return About(), paragraph


def _can_be_agency(name: str) -> bool:
    """Brackets behind a place or at the beginning hold an agency, not an age, a party or an aside."""
    return len(name.split()) <= 5 and not re.search(r"\d", name) and not re.search(r"\b(?:and|or|the|who|which|is|was)\b", name)


def _is_place(name: str) -> bool:
    from generator import gazetteer

    if re.search(r",\s*(?:[A-Z][a-z]{2,4}\.|[A-Z]\.[A-Z]\.?|[A-Z]{2})$", name):
        return True  # "Smithville, Ariz.", "Salem, OR"
    parts = [p.strip() for p in re.split(r"[,/]|\band\b", name) if p.strip()]
    known = [gazetteer.find(p.title() if p.isupper() and len(p) > 3 else p) for p in parts]
    return any(k is not None and k.type == "place" for k in known)


def _named_alone(name: str, text: str) -> About | None:
    """A name in capitals that is no known place: a small town, or the publisher, who is not spoken of in the text."""
    spoken_of = re.search(rf"(?<!told )\b{re.escape(name)}\b", text, re.I)
    if _MEDIA_WORD.search(name):
        return About(publisher=name)
    if len(name) < 3 or len(name.split()) > 3:
        return None
    if _PLACE_WORD.search(name):
        return About()
    return About() if spoken_of else About(publisher=name)
