"""Who wrote a page, and when, as the page prints it: marked elements, and the lines about its headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from generator.ingest import html_signs
from generator.ingest.days import day_in, is_stamp
from generator.ingest.draft import About
from generator.ingest.html_blocks import NEVER, name_of
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
_JOINED = re.compile(r"\s*(?:,|&|\band\b|\bund\b|\by\b|\bet\b|\be\b|\ben\b|\boch\b|\bog\b)\s+")
_WORD = (
    r"(?:[A-ZÀ-ÞŁŠŽČ][\w.'’‑-]*|[A-ZÀ-Þ]\."
    r"|de|da|do|dos|di|del|della|der|den|van|von|vom|zu|al|el|bin|ben|le|la|du|ter|af)"
)
_NAME = re.compile(rf"{_WORD}(?:\s+{_WORD}){{0,4}}")
_NO_PERSON = re.compile(
    r"\b(?:staff|desk|team|news|editorial|redaktion|redacción|rédaction|redazione|admin|administrator|editor|comments?"
    r"|kommentare|reply|share|print|e-?mail|subscribe|home|category|tags?|read|minutes?|updated?|posted|published"
    r"|views?"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august"
    r"|september|october|november|december|local|world|politics|sports?|business|opinion|culture|guest|anonymous"
    r"|unknown|photo(?:graph)?s?|image|getty|reuters|afp|more|about|contact|follow|the)\b",
    re.I,
)
_LABEL = re.compile(
    r"(?:author|autor(?:a|in)?|auteur|autore|by|byline|von|por|par|writer|written by)\s*:\s*(?P<name>.+)", re.I
)
_LONGEST = 200


def says_author(label: str) -> bool:
    """Whether a label announces the author's name."""
    return len(label) <= 40 and _BY.fullmatch(label.strip() + " ") is not None


def marked(tree: Any, title: str | None) -> str | None:
    """The authors that a page marks as such: itemprop, rel or class."""
    for found in (_by_property(tree), _by_relation(tree), _by_class(tree)):
        names = [n for n in dict.fromkeys(found) if fold(n) != fold(title or "")]
        if names:
            return ", ".join(names[:6])
    return None


def _aside(element: Any) -> bool:
    """Whether an element stands among comments, or other stories."""
    for above in element.iterancestors():
        name, said = name_of(above), html_signs.names(above)
        if name in ("body", "html") or (said and html_signs.ARTICLE.search(said)):
            return False
        if name in ("aside", "nav") or (name == "footer" and name_of(above.getparent()) == "body"):
            return True
        if said and not _OWN_FOOT.search(said) and (html_signs.is_large(said) or _OTHERS.search(said)):
            return True
    return False


_OWN_FOOT = re.compile(r" (?:post|entry|article|story)-foot")
_OTHERS = re.compile(r"[ -](?:sidebar|widget|latest|more-stories|popular|teasers?|card)(?=[ -])")


def _text(element: Any) -> str:
    said = " ".join("".join(element.itertext()).split()) or " ".join((element.get("content") or "").split())
    return said if len(said) <= _LONGEST else ""


def _by_property(tree: Any) -> list[str]:
    found: list[str] = []
    for element in tree.iter():
        if not name_of(element) or "author" not in (element.get("itemprop") or "").lower().split():
            continue
        if _aside(element):
            continue
        inner = next((e for e in element.iter() if (e.get("itemprop") or "").lower() == "name"), element)
        said = _text(inner)
        found += names_in(said, alone=True) or (
            [said] if _HANDLE.fullmatch(said) and not _NO_PERSON.search(said) else []
        )
    return found


_HANDLE = re.compile(r"[A-Za-z][\w.-]{2,30}")  # as people call themselves in forums


def _by_relation(tree: Any) -> list[str]:
    found: list[str] = []
    for element in tree.iter("a"):
        if "author" in (element.get("rel") or "").lower().split() and not _aside(element):
            found += names_in(_text(element), alone=True)
    return found


_CLASSES = re.compile(
    r"[ -](?:bylines?|authors?|auteur|autor|autore|byl|writer|reporter|cred?its?-author)(?=[ -])| (?:\w+-)?by(?= )"
)


def _by_class(tree: Any) -> list[str]:
    """The names in the first element whose class says that it holds the author's."""
    body = tree.find("body")
    for element in (body if body is not None else tree).iter(
        "a", "span", "p", "div", "address", "li", "h3", "h4", "h5", "cite", "strong"
    ):
        said = html_signs.names(element)
        if not said or not _CLASSES.search(said) or name_of(element) in NEVER:
            continue
        text = _text(element)
        if not text or _aside(element):
            continue
        if names := authors_in(text, alone=True):
            return names
    return []


def authors_in(line: str, alone: bool = False) -> list[str]:
    """The authors in a line about an article; `alone`: a name without "By" is one too."""
    for piece in _PARTING.split(line[:_LONGEST]):
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
    text = re.split(r"\s+(?:in|on|at|for|from|am|le|um|vor|el|il|der)\s|\s*[(»]|\s*\d", text, maxsplit=1)[0]
    kept: list[str] = []
    for piece in _JOINED.split(text):
        if kept and not _NAME.fullmatch(piece.strip()):
            break
        kept.append(piece)
    return ", ".join(kept)


def names_in(text: str, alone: bool) -> list[str]:
    """The people in a list of names; `alone`: a single word can be a name."""
    text = _BY.sub("", text.strip(), count=1) if _BY.match(text.strip()) else text
    found = []
    for piece in _JOINED.split(text.strip(" ,.|·")):
        name = " ".join(piece.split())
        words = name.split()
        if not words or len(name) > 60 or re.search(r"[@\d]|https?:", name) or MEDIA_WORD.search(name):
            continue
        if _NAME.fullmatch(name) and not _NO_PERSON.search(name) and (len(words) > 1 or (alone and len(name) > 2)):
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
        if not 2 < len(line) <= _LONGEST:
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


def _dated_line(line: str) -> bool:
    """Whether a line tells a day and hardly anything else."""
    return is_stamp(line) or any(is_stamp(p) or (len(p) <= 40 and day_in(p)) for p in _PARTING.split(line))
