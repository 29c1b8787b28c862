"""Who wrote a page, as its markup says: itemprop, rel and class."""

from __future__ import annotations

import re
from typing import Any

from generator.ingest import html_signs
from generator.ingest.bylines import LONGEST, NO_PERSON, authors_in, names_in
from generator.ingest.html_blocks import NEVER, name_of
from generator.names import fold


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
    said = " | ".join(" ".join(part.split()) for part in _parted(element).split("\n") if part.strip()) or " ".join(
        (element.get("content") or "").split()
    )
    return said if len(said) <= LONGEST else ""


def _parted(element: Any) -> str:
    """The text of an element, with line breaks where one of the elements in it is a block or a time of its own."""
    text = element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            apart = "\n" if name_of(child) in ("div", "p", "li", "time", "br", "h3", "h4") else ""
            text += apart + _parted(child) + apart
        text += child.tail or ""
    return text


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
            [said] if _HANDLE.fullmatch(said) and not NO_PERSON.search(said) else []
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
