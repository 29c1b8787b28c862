"""The tree of a page, and the part of it that holds the article."""

from __future__ import annotations

import itertools
import re
from typing import Any

from generator.ingest import html_boxes, html_signs
from generator.ingest.html_blocks import NEVER, name_of
from generator.ingest.posts import ATTRIBUTION
from generator.names import fold

# Parts of a page that are not its article, by element; by their names see `html_signs`.
_APART = frozenset("aside footer nav figcaption".split())
_WHOLE = frozenset("article main body html p h1 h2 a em strong span b i".split())  # never apart by a name
_POST_NAMES = re.compile(
    r"\b(?:twitter-tweet|twitter-video|instagram-media|bluesky-embed|mastodon-embed|text-post-media|tiktok-embed"
    r"|fb-post)\b"
)
_ENDLESS_TAG = re.compile(r"<(/?[A-Za-z][\w:-]{0,40}+)[^<>]{8000,}+>?")
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, section 2.2
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
    last = next(itertools.islice(tree.iter(), _MAX_NODES, None), None)
    if last is not None:
        _end_at(last)
    return tree


def _end_at(element: Any) -> None:
    """Let a page end with an element: what is in it goes, and what stands behind it."""
    element.clear()
    for above in (element, *element.iterancestors()):
        for behind in [*above.itersiblings()]:
            above.getparent().remove(behind)


def prepare(tree: Any, title: str | None = None) -> None:
    """Take away what is never text or never the article's, and make embedded posts plain quotations."""
    body = tree.find("body")
    for box in html_boxes.found(body if body is not None else tree, fold(title or "")):
        _drop(box)
    _spans_as_blocks(tree)
    for element in list(tree.iter()):
        name = name_of(element)
        if name in _DROPPED or _is_foreign(element, name):
            _drop(element)
        elif name == "blockquote" and _POST_NAMES.search(element.get("class") or ""):
            for key in list(element.attrib):
                del element.attrib[key]
            for inner in element.iter():
                if name_of(inner) in ("p", "div", "span", "section") and len(inner.attrib):
                    inner.attrib.clear()


_DROPPED = frozenset("script style noscript template svg iframe object embed canvas amp-ad amp-embed".split())


def _is_foreign(element: Any, name: str) -> bool:
    """Whether an archive of the web put an element there, or it only shows the address of its heading."""
    if name == "a":
        return (element.text or "").strip() in ("#", "¶", "§", "🔗") and not len(element)
    said = element.get("id")
    return bool(said) and html_signs.ARCHIVES.fullmatch(said) is not None and element.getparent() is not None


_LAID_OUT = frozenset("p div li td br section article dd pre blockquote h1 h2 h3".split())
_AS_BLOCK = re.compile(r"display\s*:\s*(?:block|flex|grid|table)", re.I)


def _spans_as_blocks(tree: Any) -> None:
    """Make paragraphs of spans where a style sheet does, and where a page has nothing but spans."""
    body = tree.find("body")
    body = body if body is not None else tree
    bare = sum(1 for e in body.iter(*_LAID_OUT)) < 4
    lines: dict[Any, bool] = {}  # elements that hold text beside their spans
    for element in list(body.iter("span", "font")):
        above = element.getparent()
        if bare and above not in lines:
            lines[above] = bool((above.text or "").strip()) or any((e.tail or "").strip() for e in above)
        if (bare and not lines[above]) or _AS_BLOCK.search(element.get("style") or ""):
            element.tag = "div"


def _drop(element: Any) -> None:
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        # The parser lets through what no tree takes when it is set: controls, written out or as references.
        if before is not None:
            before.tail = _ILLEGAL.sub("", (before.tail or "") + element.tail)
        else:
            parent.text = _ILLEGAL.sub("", (parent.text or "") + element.tail)
    parent.remove(element)


def _is_apart(element: Any, little: bool) -> bool:
    """Whether an element is none of the article by its kind, role or names. `little`: it holds hardly a word."""
    name = name_of(element)
    if name in _APART or (name == "figure" and not any(True for _ in element.iter("table", "pre", "blockquote"))):
        return True
    if (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or element.get("role") in _ROLES
        or _UNSEEN.search(element.get("style") or "")
    ):
        return True
    if name in _WHOLE and not (name in ("p", "span") and little):
        return False
    if name == "blockquote" and ATTRIBUTION.search("".join(element.itertext())[:_POST]):
        return False  # a post in its embedding code, whatever class that has: "social-post"
    return html_signs.is_apart(html_signs.names(element))


_ROLES = frozenset("navigation complementary contentinfo banner dialog search alert menu".split())
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
# Shares of a page's text.
_LITTLE, _MUCH, _HALF, _NEARLY_ALL = 0.05, 0.3, 0.5, 0.95
_FLOAT_TEXT = 300  # characters
_POST = 2_000  # characters of a quotation that may be a post with its author
_CAPTION_TEXT = 250


def apart(body: Any, title: str = "") -> set[Any]:
    """Every element that is set apart from the article, and all within it. `title` is folded."""
    size, count = html_boxes.sizes(body)
    total = max(1, size[body])
    headed = html_boxes.headed(body, title)
    found = _pictured(body, size, html_boxes.few(count), title)
    for element in body.iter():
        if element.getparent() in found or name_of(element) in NEVER:
            found.add(element)
        elif element is not body and element not in found and _is_apart(element, size[element] < _LITTLE * total):
            # What holds the headline, or much of the page under a name that may mean something else, is no part beside
            # the article: "page sidebar-left".
            share = size[element] / total
            large = name_of(element) in _APART or html_signs.is_large(html_signs.names(element))
            if element not in headed and (share < _MUCH or (large and share < (_NEARLY_ALL if headed else _HALF))):
                found.add(element)
    return found


def _pictured(body: Any, size: dict[Any, int], small: set[Any], title: str) -> set[Any]:
    """Boxes of a picture and a line about it, and small tables that the text flows around."""
    found = {
        t for t in body.iter("table") if (t.get("align") or "").lower() in ("left", "right") and size[t] <= _FLOAT_TEXT
    }
    for image in body.iter("img"):
        if image.get("align") or (image.get("width") or "99").rstrip("px") in _ICON_WIDTHS:
            continue
        for box in image.iterancestors():
            if (
                box is body
                or box not in small
                or size[box] > _CAPTION_TEXT
                or any(True for _ in box.iter("h1", "h2", "h3", "li"))
            ):
                break
            if name_of(box) == "figure" or (size[box] and not _is_first(image, box)):
                break
            if title and size[box] >= len(title) and title in fold("".join(box.itertext())):
                break  # the picture stands over the headline
            if size[box] and name_of(box) in ("div", "p", "table", "td", "center", "dl", "span", "section"):
                # The line stands below the picture, in an element of its own or behind a break.
                below = [e for e in image.itersiblings() if name_of(e)] or name_of(box) in ("table", "div", "section")
                if below and not (image.tail or "").strip():
                    found.add(box)
                break
    return found


def _is_first(image: Any, box: Any) -> bool:
    """Whether no text of a box stands before a picture in it."""
    for element in box.iter():
        if element is image:
            return True
        before = element.getprevious()
        if (element.text or "").strip() or (
            element is not box and before is not None and image not in before.iter() and (before.tail or "").strip()
        ):
            return False
    return True


_ICON_WIDTHS = frozenset(str(n) for n in range(49))


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
