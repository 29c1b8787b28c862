"""What the lines above an article say about it: labels, by-lines, days, the publisher's name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from generator import gazetteer
from generator.ingest import bylines, dateline
from generator.ingest.days import day_in, is_stamp
from generator.ingest.draft import About
from generator.ingest.publishers import MEDIA_WORD, WIRES, is_publisher

_DATE = re.compile(r"\s*+date(?:\s*+:)?+\s++(\d{4}-\d{2}-\d{2})\b[\s.,;:|–—-]*", re.I)
# Labels at the very top, as copied pages and archives print them -> the field of About.
_LABELS = {
    "title": "title",
    "headline": "title",
    "author": "author",
    "authors": "author",
    "byline": "author",
    "written by": "author",
    "reporter": "author",
    "published": "published",
    "published on": "published",
    "publication date": "published",
    "date": "published",
    "date published": "published",
    "posted": "published",
    "posted on": "published",
    "publish date": "published",
    "first published": "published",
    "published at": "published",
    "published time": "published",
    "pub date": "published",
    "dated": "published",
    "updated": "updated",
    "last updated": "updated",
    "last modified": "updated",
    "modified": "updated",
    "updated on": "updated",
    "last update": "updated",
    "source": "publisher",
    "publisher": "publisher",
    "publication": "publisher",
    "outlet": "publisher",
    "newspaper": "publisher",
    "site": "publisher",
    "website": "publisher",
    "url": "url",
    "link": "url",
    "address": "url",
    "source url": "url",
    "permalink": "url",
    "web": "url",
    "archived": "archived",
    "archive": "archived",
    "archived at": "archived",
    "archive url": "archived",
    "retrieved": "retrieved",
    "accessed": "retrieved",
    "downloaded": "retrieved",
    "retrieved on": "retrieved",
    "language": "lang",
    "lang": "lang",
    "subject": "title",
    "from": "-",
    "to": "-",
    "slug": "-",
    "desk": "-",
    "section": "-",
    "category": "-",
    "topic": "-",
    "keywords": "-",
    "tags": "-",
    "word count": "-",
    "words": "-",
}
_LABEL = re.compile(r"(?P<label>[A-Za-z][A-Za-z ]{1,18}?)\s*:\s*(?P<value>\S.*)")
_UNPUNCTUATED = re.compile(
    r"(?P<label>(?:first |last )?(?:published|posted|updated|modified)(?: on| at)?)\s+(?P<value>\S.*)", re.I
)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_NAME_WORD = r"(?:[A-ZÀ-Þ][\w.'’-]*|[A-ZÀ-Þ]\.|de|da|di|del|der|den|van|von|al|el|bin|ben|le|la|dos|y)"
_NAME = rf"{_NAME_WORD}(?:\s+{_NAME_WORD}){{0,4}}"
_BY = re.compile(
    rf"(?:(?:Written |Reported |Posted |Story |Words |Analysis |Opinion |Report )?[Bb]y|BY|From)\s*:?\s+"
    rf"(?P<names>{_NAME}"
    rf"(?:(?:,\s*|\s+and\s+|\s+AND\s+|\s*&\s*|,\s*and\s+){_NAME}){{0,4}})(?P<rest>\s*(?:[|,/·•–—(-]|\bfor\b|\bin\b"
    rf"|\bof\b|\bon\b).{{0,90}})?\.?"
)
_TIME_WORDS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december noon midnight then now day night the a an this that these those contrast far
    early late comparison law mistake surprise accident default""".split()
)
_STAFF = re.compile(
    r"(?:\w+ )?(?:staff|senior|special|political|foreign|diplomatic|chief|our|news)?\s*(?:writers?|reporters?"
    r"|correspondents?|editors?|staff|contributor|news ?desk|web ?desk)"
    r"(?: (?:in|for|at) [\w ]{2,30})?",
    re.I,
)
_ALONE = re.compile(r"(?:published|posted|written|reported)?\s*(?:by|on|at)?:?|updated|date:?", re.I)
_AGENCY_STAMP = re.compile(
    r"\(?(?:source:\s*)?(?P<name>[A-ZÀ-Þ][\w.&'’ -]{1,40}?)\)?\s*[,|:)–—-]\s*(?P<stamp>.*\d.*?)"
    r"(?:\s+adjust font size:?)?",
    re.I,
)


def _behind_label(lines: Sequence[str]) -> tuple[About | None, int]:
    """What labels on lines of their own ("By", "Published", "on") and the line behind them say; how many these are."""
    labels = 0
    while (
        labels < 3 and len(lines) > labels + 1 and len(lines[labels]) <= 14 and _ALONE.fullmatch(lines[labels].strip())
    ):
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
        return About(published=day_in(found["stamp"]), publisher=name if is_publisher(name) else None)
    return None


def front(lines: Sequence[str]) -> tuple[About, list[str]]:
    """What the first lines say about the article, and the lines without them.

    Reads "date 2019-05-23" at the very beginning, labelled lines ("Source: …"), by-lines, and lines that are nothing
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
    if len(rest) > 0 and (stamped := _DATE.match(rest[0])) and rest[0][stamped.end() :]:
        about, rest[0] = About(published=day_in(stamped[1])), rest[0][stamped.end() :]
    signed = False
    while len(rest) > 1:
        said, count = _behind_label(rest)
        if said is None:
            said, count = byline(rest[0]) or _labelled(rest[0]) or _stamp(rest[0]), 1
        if said is None and bylines.tells(rest[0]):
            said = bylines.around([rest[0]])
        signed = signed or (said is not None and bool(said.author or said.published))
        if said is None and len(rest[0]) <= 50:
            said = _office(rest[0], signed or (len(rest) > 2 and _heads(rest[1])))
        if said is None or len(rest) <= count:
            break
        about = about.or_else(said)
        rest = rest[count:]
    return about, rest


def between(lines: Sequence[str]) -> tuple[About, set[int]]:
    """What by-lines and days say that stand between the first lines of a text, below a standfirst; their numbers."""
    about = About()
    numbers: set[int] = set()
    for number, line in enumerate(lines):
        if said := _stamp(line) or byline(line):
            about = about.or_else(said)
            numbers.add(number)
    return about, numbers


def tells(line: str) -> bool:
    """Whether a line is nothing but something about the article: by-line, office, day, label."""
    office = len(line) <= 80 and _STAFF.fullmatch(line.partition(",")[0].strip()) and not re.search(r"[.!?]$", line)
    return bool(byline(line) or _labelled(line) or _stamp(line) or office or bylines.tells(line))


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
    if name == "updated":
        day = day_in(value)
        return About(updated=day) if day and len(value) <= 60 else None
    if name in ("url", "archived"):
        address = _ADDRESS.match(value)
        return _known(name, address[0]) if address else None
    if name == "publisher" and (address := _ADDRESS.match(value)):
        return About(url=address[0])
    if name == "lang":
        return About(lang=value.lower()) if re.fullmatch(r"[a-z]{2}", value.lower()) else About()
    if name in ("author", "publisher") and len(value) > 120:
        return None
    return _known(name, value)


def _known(name: str, value: str) -> About:
    fields: dict[str, Any] = {name: value}
    return About(**fields)


def byline(line: str) -> About | None:
    """A line "By NAME", with what may follow: an office, a publisher, a day."""
    if len(line) > 160:
        return None
    found = _BY.fullmatch(line.strip())
    if not found:
        return None
    names = found["names"].rstrip(".")
    if any(word.lower().strip(".,") in _TIME_WORDS for word in names.split()):
        return None
    rest = (found["rest"] or "").strip()
    known = day_in(rest) or _STAFF.search(rest) or MEDIA_WORD.search(rest)
    if rest and not known and not re.match(r"[|/·•–—(-]", rest) and re.search(r"\b[a-z]{3,}\b", rest):
        return None  # "By John Smith in the city of …" goes on as a sentence
    if not rest and found[0].endswith(".") and len(names.split()) == 1:
        return None
    publisher = None
    people = [p for p in names.split(", ") if not _STAFF.fullmatch(p.strip())]
    while len(people) > 1 and is_publisher(people[-1]):
        publisher = people.pop()
    names = ", ".join(people)
    if not names:
        return None
    for piece in re.split(r"[|/·•–—()]|\s-\s|,\s", rest):
        piece = re.sub(r"^(?:for|of|on|in)\s+", "", piece.strip())
        if piece and not day_in(piece) and is_publisher(piece):
            publisher = publisher or piece
    if publisher is None and "|" in rest and day_in(rest):  # "By Ann Roe | The Cape Sentinel | 28 February 2031"
        publisher = next((p for p in map(str.strip, rest.split("|")) if _could_publish(p)), None)
    return About(author=_in_letters(names), published=day_in(rest), publisher=publisher)


def _heads(line: str) -> bool:
    """Whether a line is one that stands below a publisher's name: its place and day, a by-line, a day."""
    dated = dateline.dated_place(line).published or dateline.dateline(line)[0].published
    return bool(dated or byline(line) or _stamp(line))


def _could_publish(piece: str) -> bool:
    """Whether a part of a by-line is a name, and neither a day nor an office nor a place."""
    return bool(
        re.fullmatch(_NAME, piece)
        and not day_in(piece)
        and not _STAFF.fullmatch(piece)
        and gazetteer.find(piece) is None
    )


def _office(line: str, signed: bool) -> About | None:
    """The line under a headline or by-line: the publisher or agency, or only "Staff Writer"."""
    if _STAFF.fullmatch(line):
        return About()
    if re.search(r"[.!?:]$", line):
        return None
    name = re.sub(r"(?<!\s)\s*\([^()]{2,30}\)$|(?<!\s)\s+Staff$", "", line)
    if signed or name != line or re.fullmatch(WIRES, name):
        return About(publisher=name) if is_publisher(name) else None
    return None


def _in_letters(name: str) -> str:
    """A by-line in capitals as a name is written."""
    if not name.isupper():
        return name
    words = [
        w if len(w) <= 2 and "." in w else re.sub(r"[^\W\d_]+(?:’s|'s)?", lambda m: m[0].capitalize(), w.lower())
        for w in name.split()
    ]
    return " ".join(
        w.lower() if w in ("And", "De", "Van", "Von", "Der", "Bin", "Al") and i else w for i, w in enumerate(words)
    )
