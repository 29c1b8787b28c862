"""The name of a page's site as its readers know it: in the page's title, on the link to its first page, in its rights.

What the page's title holds beside the headline is the site's name where the page confirms it: by the link to its first
page, the text of its logo, the line of copyright, the name of its feed, or its address. What machines are told
may be another name: the group that owns the paper, or the letters that it abbreviates itself with.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Any

from generator.ingest.html_blocks import NEVER, name_of
from generator.ingest.html_title import HOME, PARTING, VIEW, head_titles, lines_of, page_title, squashed, text_of
from generator.names import fold

_HOST = re.compile(r"(?:https?:)?//([^/:?#]+)", re.I)
_NO_NAME = re.compile(
    r"(?:home(?:page)?|start(?:seite)?|front ?page|main|accueil|inicio|news|logo|menu|back|index|up|top|welcome"
    r"|zur startseite"
    r"|go to .*|back to .*|click here.*|zurück.*)",
    re.I,
)
_YEARS = re.compile(r"(?:19|20)\d{2}(?:\s*[-–—/,]\s*(?:(?:19|20)?\d{2}|present|today))?")
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright|&copy;)\s*(?:©|\(c\)|copyright)?\s*(?:by\s+)?(?P<rest>[^\n]{2,120})", re.I)


def name(tree: Any, said: str | None, title: str | None, address: str | None, shared: str | None = None) -> str | None:
    """Who publishes a page. `said` is what it tells machines, `shared` its title for sharing.

    What is told stands, but for the letters of a name that the page spells out, a shorter form of the name that stands
    in its title and its rights, and an owner whom its readers never see.
    """
    if not said:
        return site_name(tree, title, address)
    home, rights = _home_names(tree, address), _rights(tree)
    of_title = [p for p in map(_bare, PARTING.split(page_title(tree))) if 1 < len(p) <= 60]
    if said.isupper() and said.isalpha() and 2 <= len(said) <= 7:
        spelt = (n for n in [*of_title, *home, shared or ""] if _initials(n) == said)
        return next(spelt, said)
    key = fold(said)
    elsewhere = {fold(n) for n in [*home, *rights]}
    for part in of_title:
        if fold(part).startswith(key + " ") and fold(part) in elsewhere:
            return part
    if not any(key in fold(n) or fold(n) in key for n in [page_title(tree), *home]):
        return next((part for part in of_title if fold(part) in {fold(n) for n in home}), said)
    return said


def _initials(name: str) -> str:
    """The first letters of the great words of a name."""
    words = re.findall(r"\w+", name.replace("’s", "").replace("'s", ""))
    return "".join(word[0] for word in words if word[0].isupper()) if len(words) > 1 and len(name) <= 80 else ""


_FROM = re.compile(r"\(?from (?P<name>[^()]{2,60})\)", re.I)


def _bare(part: str) -> str:
    """A part of a page's title: "(From NAME)" is NAME."""
    found = _FROM.fullmatch(part.strip())
    return found["name"].strip() if found else part.strip()


def site_name(tree: Any, title: str | None, address: str | None) -> str | None:
    """The name of the site as its readers know it, where the page's title or its head says it and the page agrees."""
    parts = _others(page_title(tree), title or "")
    confirmed = _confirming(tree, address)
    for part in parts:
        key = fold(part)
        if any(key == c or (len(key) > 4 and key in c) for c in confirmed[0]) or squashed(part) in confirmed[1]:
            return part
    if title and parts and not VIEW.fullmatch(parts[0]) and len(parts[0].split()) <= 6:
        printed = fold(title) in {fold(t) for t in lines_of(tree)}
        if printed and fold(title) != fold(page_title(tree)):
            return parts[0]
    return _of_home(tree, title or "", address)


def _others(title: str, headline: str) -> list[str]:
    """The parts of a page's title that are not its headline: from its end, then from its front."""
    at = title.casefold().find(headline.casefold()) if headline else -1
    if at < 0:
        return []
    behind, before = title[at + len(headline) :], title[:at]
    made = [_bare(p) for p in reversed(PARTING.split(behind)) if p.strip()]
    made += [_bare(p) for p in PARTING.split(before) if p.strip()]
    return [p for p in made if not VIEW.fullmatch(p) and 1 < len(p) <= 60]


def _confirming(tree: Any, address: str | None) -> tuple[list[str], set[str]]:
    """What the page calls its site elsewhere: names, and the labels of its address."""
    pictures = [image.get("alt") or "" for image in itertools.islice(tree.iter("img"), 3)]
    names = [fold(n) for n in [*_home_names(tree, address), *_rights(tree), *head_titles(tree), *pictures] if n]
    for link in tree.iter("link"):
        kind = link.get("type") or ""
        if "rss" in kind or "atom" in kind or "opensearch" in kind:
            names.append(fold(link.get("title") or ""))
    host = _HOST.match(address or "")
    labels = {label for label in host[1].lower().split(".") if len(label) > 3} if host else set()
    return [n for n in names if n], {re.sub(r"[^a-z0-9]", "", label) for label in labels}


def _home_names(tree: Any, page: str | None) -> list[str]:
    """How the page calls the link to its first page: by its words, or by the picture's."""
    found = []
    said = _HOST.match(page or "")
    own = said[1].lower().removeprefix("www.") if said else ""
    for link in tree.iter("a"):
        address = link.get("href")
        host = _HOST.match(address or "")
        if host and host[1].lower().removeprefix("www.") != own:
            continue
        classed = re.search(r"logo|brand|site-?(?:title|name)|wordmark", f"{link.get('class')} {link.get('id')}", re.I)
        if not classed and (address is None or len(address) > 200 or not HOME.fullmatch(address)):
            continue
        name = (
            text_of(link)
            or next((i.get("alt") or "" for i in link.iter("img", "amp-img")), "")
            or link.get("title")
            or ""
        )
        found.append(" ".join(name.split()))
    return [n for n in found[:12] if 2 < len(n) <= 60 and not _NO_NAME.fullmatch(n)]


def _of_home(tree: Any, title: str, address: str | None) -> str | None:
    """The name on the link to the first page, where it stands in the page's head and is not its headline."""
    for name in _home_names(tree, address):
        name = re.sub(r"^(?:the )?home(?: page)? of\s+|(?<!\s)\s+(?:logo|home(?:page)?)$", "", name, flags=re.I)
        key = fold(name)
        if len(name.split()) <= 7 and key != fold(title) and re.search(r"[A-ZÀ-Þ]", name) and not VIEW.fullmatch(name):
            return name
    return None


def _rights(tree: Any) -> Sequence[str]:
    """Who the line of copyright says the page belongs to."""
    body = tree.find("body")
    found = []
    for element in (body if body is not None else tree).iter():
        if name_of(element) in NEVER or not name_of(element):
            continue
        for text in (element.text, element.tail):
            if text and len(text) <= 400 and (said := _RIGHTS.search(text)):
                found.append(_YEARS.sub(" ", said["rest"]).split(".")[0].strip(" ,.-–—|"))
    return found[:5]
