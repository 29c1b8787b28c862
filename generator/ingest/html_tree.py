"""The tree of a page, and the part of it that holds the article."""

from __future__ import annotations

import re
from typing import Any

from generator.ingest import html_signs
from generator.ingest.html_blocks import NEVER, name_of

# Parts of a page that are not its article, by element; by their names see `html_signs`.
_APART = frozenset("aside footer nav figcaption".split())
_WHOLE = frozenset("article main body html p h1 h2 a em strong span b i".split())  # never apart by a name
_POST_NAMES = re.compile(
    r"\b(?:twitter-tweet|twitter-video|instagram-media|bluesky-embed|mastodon-embed|text-post-media|tiktok-embed"
    r"|fb-post)\b"
)
_ENDLESS_TAG = re.compile(r"<(/?[A-Za-z][\w:-]{0,40}+)[^<>]{8000,}+>?")
_MAX_NODES = 400_000


def parse(text: str) -> Any:
    """The tree of a page; None where there is nothing in it. libxml2 bounds depth and entities, and fetches nothing."""
    from lxml import etree  # type: ignore[import-untyped]
    from lxml.html import HTMLParser, document_fromstring  # type: ignore[import-untyped]

    # libxml2 takes quadratic time over the attributes of one element: an endless tag keeps its name alone.
    text = _ENDLESS_TAG.sub(r"<\1>", text)
    parser = HTMLParser(
        remove_comments=True, remove_pis=True, no_network=True, huge_tree=False, recover=True, encoding="utf-8"
    )
    try:
        tree = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None
    for number, element in enumerate(tree.iter()):
        if number > _MAX_NODES:
            element.clear()
            break
    return tree


def prepare(tree: Any) -> None:
    """Take away what is never text, and make embedded posts plain quotations, which every reader keeps."""
    for element in list(tree.iter()):
        name = name_of(element)
        if name in ("script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "canvas"):
            _drop(element)
        elif html_signs.ARCHIVES.fullmatch(element.get("id") or "") and element.getparent() is not None:
            _drop(element)
        elif name == "blockquote" and _POST_NAMES.search(element.get("class") or ""):
            for key in list(element.attrib):
                del element.attrib[key]
            for inner in element.iter():
                if name_of(inner) in ("p", "div", "span", "section") and len(inner.attrib):
                    inner.attrib.clear()


def _drop(element: Any) -> None:
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _is_apart(element: Any, share: float) -> bool:
    """Whether an element, which holds this share of the page's text, is none of the article."""
    name = name_of(element)
    if name in NEVER:
        return True
    if name in _APART or (name == "figure" and not any(True for _ in element.iter("table", "pre", "blockquote"))):
        return share < _MOST
    role = element.get("role")
    if (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or role in ("navigation", "complementary", "contentinfo", "banner", "dialog", "search", "alert", "menu")
        or _UNSEEN.search(element.get("style") or "")
    ):
        return share < _MOST
    if name in _WHOLE and not (name in ("p", "span") and share < _LITTLE):
        return False
    said = html_signs.names(element)
    if not said or html_signs.ARTICLE.search(said):
        return False
    if html_signs.COMMENTS.search(said):
        return share < _NEARLY_ALL
    return share < _HALF and html_signs.APART.search(said) is not None


_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
# Shares of a page's text: what holds so much is no part beside the article, whatever its name says.
_LITTLE, _HALF, _MOST, _NEARLY_ALL = 0.05, 0.4, 0.8, 0.95
_FIELD_TEXT = 300  # characters: a box with a field to write into and no more text than this asks for something


def sizes(body: Any) -> dict[Any, int]:
    """How many characters of text every element holds."""
    found: dict[Any, int] = {}
    for element in reversed(list(body.iter())):
        own = 0 if name_of(element) in NEVER or not name_of(element) else len((element.text or "").strip())
        found[element] = found.get(element, 0) + own
        above = element.getparent()
        if above is not None and element is not body:
            found[above] = found.get(above, 0) + found[element] + len((element.tail or "").strip())
    return found


def apart(body: Any) -> set[Any]:
    """Every element that is set apart from the article, and all within it."""
    size = sizes(body)
    total = max(1, size[body])
    found = _asking(body, size)
    for element in body.iter():
        if element.getparent() in found or (
            element is not body and element not in found and _is_apart(element, size[element] / total)
        ):
            found.add(element)
    return found


def _asking(body: Any, size: dict[Any, int]) -> set[Any]:
    """Small boxes that ask the reader for something: they hold a field to write into."""
    found: set[Any] = set()
    for element in body.iter("input", "textarea"):
        if (element.get("type") or "text").lower() not in ("text", "email", "search", "tel", "password"):
            continue
        box = element
        for above in element.iterancestors():
            if above is body or size[above] > min(_FIELD_TEXT, 0.2 * size[body]) or above.find(".//h1") is not None:
                break
            box = above
        if box is not element:
            found.add(box)
    return found


def under_headline(tree: Any) -> list[str]:
    """The short texts between the headline and the first paragraph: by-line and day, as they are printed."""
    headline = next((h for h in tree.iter("h1")), None)
    if headline is None:
        return []
    lines: list[str] = []
    for element in headline.iter("*"):
        last = element
    passed = False
    for element in tree.iter():
        if element is last:
            passed = True
            continue
        if not passed or name_of(element) in NEVER:
            continue
        if name_of(element) in ("p", "div", "span", "address", "li", "time", "a"):
            text = " ".join("".join(element.itertext()).split()) if len(element) < 8 else ""
            if len(text) > 160:
                break
            if text and (not lines or text not in lines[-1]):
                lines.append(text)
        if len(lines) >= 8:
            break
    return lines
