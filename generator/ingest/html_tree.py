"""The tree of a page, and the part of it that holds the article."""

from __future__ import annotations

import re
from typing import Any

from generator.ingest.draft import Block
from generator.ingest.html_blocks import NEVER, blocks, name_of

# Parts of a page that are not its article, by element or by the words in class, id and role; general usage of content
# systems and their style guides.
_APART = frozenset("aside footer nav figure figcaption".split())
_APART_NAMES = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|social|related|recommend(?:ed|ations)?|newsletter|subscribe|comments?|respond"
    r"|promo|advert(?:isement)?|ads?|"
    r"breadcrumbs?|cookies?|consent|sidebar|widget|popular|trending|outbrain|taboola|footer|nav|navigation|navbar"
    r"|menu|pagination|masthead|"
    r"caption|credit|tags?|skip-link|modal|popup|paywall|author-bio|read-?more|more-stories|most-read|sponsor"
    r"(?:ed)?|banner|hidden)(?:$|[\s_-])",
    re.I,
)
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


def _is_apart(element: Any) -> bool:
    name = name_of(element)
    if name in _APART or name in NEVER:
        return True
    if (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or element.get("role") in ("navigation", "complementary", "contentinfo", "banner", "dialog", "search")
    ):
        return True
    if name in ("article", "main", "body", "html", "p", "h1", "a", "em", "strong", "span"):
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(names) < 2000 and _APART_NAMES.search(names) is not None


def article(tree: Any) -> list[Block]:
    """The blocks of the element that holds most of the page's paragraphs, without what is set apart in it."""
    body = tree.find("body")
    body = body if body is not None else tree
    apart = _apart(body)
    scores: dict[Any, float] = {}
    for paragraph in body.iter("p"):
        if paragraph in apart:
            continue
        length = len("".join(paragraph.itertext()).strip())
        above, weight = paragraph.getparent(), 1.0
        for _ in range(3):
            if above is None or length < 25:
                break
            scores[above] = scores.get(above, 0.0) + weight * length
            above, weight = above.getparent(), weight * 0.6
    if not scores:
        return blocks(body, apart)
    best = max(scores, key=lambda e: scores[e])
    for above in best.iterancestors():
        if name_of(above) == "article" or above.get("itemprop") == "articleBody":
            best = above
            break
    return blocks(best, apart)


def _apart(body: Any) -> set[Any]:
    """Every element that is set apart, and all within it."""
    found: set[Any] = set()
    for element in body.iter():
        if element.getparent() in found or (element is not body and _is_apart(element)):
            found.add(element)
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
