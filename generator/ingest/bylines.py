"""Who wrote an article, and when, as it is printed: by-lines in the languages that papers are read in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.days import day_in, is_stamp
from generator.ingest.draft import About
from generator.ingest.publishers import MEDIA_WORD
from generator.names import fold

# "By", as papers print it before a name.
_BY = re.compile(
    r"(?:(?:posted|published|written|reported|submitted|story|words|text|article|report|review|analysis|opinion|column"
    r"|interview|eingestellt|verfasst|geschrieben|veröffentlicht|ein artikel|publié|écrit|rédigé|escrito|publicado"
    r"|scritto|pubblicato|di cura|geplaatst|skrevet|skriven)\s+)?"
    r"(?:by|von|par|por|door|av|af|przez|text|text by|words by|autore?|auteur|author|autor(?:a|in)?"
    r"|di(?=\s+[A-ZÀ-Þ])|автор)"
    r"(?:\s*:\s*|\s+)",
    re.I,
)
_PARTING = re.compile(
    r"\s*(?:\||·|•|»|›|;|\t|\n|\s[–—-]{1,2}\s|\s/\s)\s*|(?<=\d)\.\s+(?=[A-ZÀ-Þ])|,\s+(?=(?i:\d|posted|published"
    r"|updated))"
)
_BARS = re.compile(r"[|·•]")
_JOINED = re.compile(r"(?:(?<!\s)\s++)?(?:,|&|\band\b|\bund\b|\by\b|\bet\b|\be\b|\ben\b|\boch\b|\bog\b)\s+")
_WORD = (
    r"(?:[A-ZÀ-ÞŁŠŽČ][\w.'’‑-]*|[A-ZÀ-Þ]\."
    r"|de|da|do|dos|di|del|della|der|den|van|von|vom|zu|al|el|bin|ben|le|la|du|ter|af)"
)
_NAME = re.compile(rf"{_WORD}(?:\s+{_WORD}){{0,4}}")
NO_PERSON = re.compile(
    r"\b(?:staff|desk|team|news|editorial|correspondents?|reporters?|columnists?|writers?|contributors?|redaktion|redacción|rédaction|redazione|admin|administrator|editor|comments?"
    r"|kommentare|reply|share|print|e-?mail|subscribe|home|category|tags?|read|minutes?|updated?|posted|published"
    r"|views?"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august"
    r"|september|october|november|december|local|world|politics|sports?|business|opinion|culture|guest|anonymous"
    r"|unknown|photo(?:graph)?s?|image|getty|reuters|afp|more|about|contact|follow|the)\b",
    re.I,
)
_LABEL = re.compile(
    r"(?:author|autor(?:a|in)?|auteur|autore|by|byline|von|por|par|writer|written by"
    r"|interview|words|text|story|report|reporting|bericht|texte|texto|testo)\s*:\s*(?P<name>.+)",
    re.I,
)
LONGEST = 200
_LONGEST_STAMP = 7  # words: "Tuesday 2 May 2031, 0:58 am EET"
_NAMES_BEFORE = 9  # words of names and places in front of it
_NAMES = 1000  # characters: no list of authors is longer


def says_author(label: str) -> bool:
    """Whether a label announces the author's name."""
    return len(label) <= 40 and _BY.fullmatch(label.strip() + " ") is not None


def authors_in(line: str, alone: bool = False) -> list[str]:
    """The authors in a line about an article; `alone`: a name without "By" is one too."""
    for piece in _PARTING.split(line[:LONGEST]):
        piece = piece.strip(" ,.()")
        if found := (_LABEL.fullmatch(piece) or None):
            return names_in(found["name"], alone=True)
        by = _BY.search(piece)
        if by and (by.start() == 0 or day_in(piece[: by.start()])):
            if names := names_in(_until(piece[by.end() :]), alone=True):
                return names
        elif alone and (names := names_in(_until(piece), alone=False)):
            return names
    return []


def _until(text: str) -> str:
    """A name's words before a place, office or day that follows: "NAME in Trieste", "NAME, chess correspondent"."""
    text = re.split(
        r"(?<!\s)\s+(?:in|on|at|for|from|am|le|um|vor|el|il|der)\s|(?<!\s)\s*[(»]|(?<!\s)\s*\d", text, maxsplit=1
    )[0]
    kept: list[str] = []
    for piece in _JOINED.split(text):
        if kept and len(kept[0].split()) > 1 == len(piece.split()):
            break  # a place: "NAME, Trieste"
        if kept and (not _NAME.fullmatch(piece.strip()) or NO_PERSON.search(piece)):
            break  # an office: "NAME, Chess Correspondent"
        kept.append(piece)
    return ", ".join(kept)


def names_in(text: str, alone: bool) -> list[str]:
    """The people in a list of names; `alone`: a single word can be a name."""
    text = text[:_NAMES]
    text = _BY.sub("", text.strip(), count=1) if _BY.match(text.strip()) else text
    found = []
    for piece in _JOINED.split(text.strip(" ,.|·")):
        name = " ".join(piece.split())
        words = name.split()
        if not words or len(name) > 60 or re.search(r"[@\d]|https?:", name) or MEDIA_WORD.search(name):
            continue
        if _NAME.fullmatch(name) and not NO_PERSON.search(name) and (len(words) > 1 or (alone and len(name) > 2)):
            found.append(_cased(name))
    return found


def _cased(name: str) -> str:
    if not name.isupper() or len(name) < 4:
        return name
    return re.sub(r"[^\W\d_]+", lambda m: m[0] if len(m[0]) == 1 else m[0].capitalize(), name)


def around(lines: Sequence[str], order: str | None = None) -> About:
    """What the lines about a headline say: a line with a day, and the name beside it."""
    about = About()
    for number, line in enumerate(lines):
        if not 2 < len(line) <= LONGEST:
            continue
        day = day_in(line, order)
        dated = day is not None and _dated_line(line)
        authors = authors_in(line, alone=dated)
        if dated and not authors:
            # The name stands on a line of its own, right above or below the day.
            beside = [*lines[max(0, number - 1) : number], *lines[number + 1 : number + 2]]
            authors = next((n for b in beside if len(b) <= 60 and (n := names_in(b, alone=False)) == [b]), [])
        if day and not (dated or authors):
            day = None
        about = about.or_else(About(published=day, author=", ".join(authors) or None))
    return about


def tells(line: str) -> bool:
    """Whether a short line is a day with a name beside it: "30 November 2005. By NAME"."""
    return len(line) <= 120 and day_in(line) is not None and _dated_line(line) and bool(authors_in(line, alone=True))


_BODY = re.compile(
    r"(?:the )?(?:department|ministry|office|bureau|directorate|agency|commission|council|authority|treasury)\b.*"
    r"|[\w’' -]{2,50}\b(?:council|ministry|department|authority|commission|(?<!news )agency|university|committee)",
    re.I,
)


def is_person(author: str) -> bool:
    """Whether an author is a person, and not a public body, as its name says."""
    return _BODY.fullmatch(author[:LONGEST]) is None


def extended(known: str | None, printed: str | None) -> str | None:
    """The authors as the page prints them, where nobody else is known, or all who are known stand among them."""
    if not known:
        return printed
    names, all_names = ({fold(n) for n in (said or "").split(", ")} for said in (known, printed))
    return printed if printed and names < all_names else known


def _dated_line(line: str) -> bool:
    """Whether a line tells a day and hardly anything else."""
    pieces = (line, *_PARTING.split(line), *_BARS.split(line))  # a comma parts "January 17, 2031" as well
    if any(is_stamp(p) or (len(p) <= 40 and day_in(p) and not p.endswith(".")) for p in pieces):
        return True
    # "BE Reporters / Riga/ Tallinn May 2, 2031, 0:58 EET": names and places, and at the end the day.
    words = line.split()
    ends = (k for k in range(3, min(len(words), _LONGEST_STAMP + 1)) if is_stamp(" ".join(words[-k:])))
    longest = max(ends, default=0)
    return (
        bool(longest)
        and len(words) - longest <= _NAMES_BEFORE
        and all(w[0].isupper() or w in ("/", "and", "&", "|", "in") for w in words[:-longest])
    )
