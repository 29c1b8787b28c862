"""What a page says about itself where machines read it: JSON-LD, meta and time elements, canonical address.

Only explicit statements count: a year in a footer, or in an address, is no day of publication.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Any

from generator.ingest import bylines, html_byline, html_site, html_title
from generator.ingest.days import day_in
from generator.ingest.draft import About
from generator.ingest.publishers import MEDIA_WORD
from generator.names import fold

# schema.org's kinds of article, and the properties below them (schema.org/NewsArticle).
_ARTICLES = re.compile(
    r"(?:News|Blog|Reportage|Analysis|Opinion|Review|Satirical|Background|Scholarly|AdvertiserContent|Liveblog)*"
    r"(?:Article|Posting|BlogPosting|WebPage|Report)$",
    re.I,
)
_JSON_LIMIT, _NODE_LIMIT = 1_000_000, 20_000

# Names of meta elements (name, property or itemprop), the surest first: Open Graph, Dublin Core, Parsely, Sailthru,
# Highwire, and what content systems write besides.
_TITLE = (
    "og:title",
    "dc.title",
    "dcterms.title",
    "parsely-title",
    "sailthru.title",
    "twitter:title",
    "headline",
    "title",
)
_DAY = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date.published",
    "publishdate",
    "publish-date",
    "pubdate",
    "publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "dc.date.created",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "citation_date",
    "article.published",
    "published_time",
    "og:published_time",
    "displaydate",
    "issue_date",
)
_VAGUE_DAY = "date"  # whatever day a content system thinks of: of publication, or of the last change
_AUTHOR = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "citation_author",
    "byl",
    "twitter:creator",
)
_PUBLISHER = (
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "article:publisher",
    "application-name",
    "citation_publisher",
    "apple-mobile-web-app-title",
)
_HOST = re.compile(r"https?://(?:www\.)?([^/:]+)")
_ARCHIVE = re.compile(r"https?://web\.archive\.org/web/\d{4,14}[a-z_]*/(https?://.+)")


def about(tree: Any) -> About:
    """What a page's own metadata say about its article."""
    meta = _meta(tree)
    data, others = _article(tree)
    address, archived = _addresses(tree, meta, data)
    publisher = next(
        (
            p
            for p in (_name(data.get("publisher"), others), _first(meta, _PUBLISHER), _of_site(tree, others))
            if _is_name(p)
        ),
        None,
    )
    said = _name(data.get("headline")) or _first(meta, _TITLE)
    title = html_title.headline(tree, said, publisher)
    publisher = html_site.name(tree, publisher, title, address, meta.get("og:title"))
    if publisher and title and not said:
        title = html_title.headline(tree, said, publisher)
    author = _names(data.get("author"), others) or _person(_first(meta, _AUTHOR) or _labelled(meta))
    author = author if author and fold(author) != fold(publisher or "") else None
    if author is None or _is_login(author):
        author = html_byline.marked(tree, title) or author
    own = not publisher or fold(author or "") == fold(publisher) or MEDIA_WORD.search(publisher)
    if author and not own and not bylines.is_person(author):
        publisher, author = author, None  # a body that signs its own release
    return About(
        title=title,
        published=_day(tree, meta, data, order(tree)),
        publisher=publisher,
        author=author if author and fold(author) != fold(publisher or "") else None,
        url=address,
        archived=archived,
        lang=_lang(tree, meta),
    )


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        if content and len(content) < 2000:
            for key in ("property", "name", "itemprop"):
                if name := element.get(key):
                    found.setdefault(name.strip().lower(), content)
    return found


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _article(tree: Any) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The JSON-LD object of the page's article, empty where there is none; and all objects of the page."""
    everything: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() != "application/ld+json":
            continue
        raw = script.text or ""
        if not raw.strip() or len(raw) > _JSON_LIMIT:
            continue
        try:
            data = json.loads(raw.strip().removeprefix("<![CDATA[").removesuffix("]]>"), strict=False)
        except (ValueError, RecursionError):
            continue
        everything += _objects(data)
    for wanted in ("headline", "datePublished"):
        for one in everything:
            if one.get(wanted) and any(_ARTICLES.search(k[-200:]) for k in _kinds(one)):
                return one, everything
    return {}, everything


def _kinds(one: dict[str, Any]) -> list[str]:
    kinds = one.get("@type")
    return [k for k in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(k, str)]


def _of_site(tree: Any, objects: list[dict[str, Any]]) -> str | None:
    """The name of the site in its own records: JSON-LD's WebSite, or a publisher in microdata."""
    for one in objects:
        if "WebSite" in _kinds(one) and (name := _name(one)):
            return name
    for element in tree.iter():
        if (element.get("itemprop") if isinstance(element.tag, str) else None) == "publisher":
            for inner in element.iter():
                if isinstance(inner.tag, str) and inner.get("itemprop") == "name":
                    return " ".join((inner.get("content") or "".join(inner.itertext())).split())[:80] or None
    return None


def _is_name(publisher: str | None) -> bool:
    return bool(publisher) and len(publisher or "") <= 80 and not (publisher or "").startswith(("http", "@", "/"))


def _is_login(author: str) -> bool:
    """Whether an author is called as a program knows him, and no name is written: "jdoe7"."""
    return author == author.lower() and len(author.split()) == 1


def _labelled(meta: dict[str, str]) -> str | None:
    """The author in the pairs of label and value that are shown where a page is shared."""
    for number in ("1", "2"):
        if bylines.says_author(meta.get(f"twitter:label{number}", "")):
            return meta.get(f"twitter:data{number}")
    return None


def order(tree: Any) -> str | None:
    """Which of day and month comes first where the page's readers live, as far as its language tells."""
    said = next((v for v in (tree.get("lang"), tree.get("{http://www.w3.org/XML/1998/namespace}lang")) if v), None)
    said = said or next(
        (e.get("content") for e in tree.iter("meta") if (e.get("property") or "").lower() == "og:locale"), None
    )
    if not said:
        return None
    said = said.strip().lower().replace("_", "-")
    if said.startswith("en"):
        return "month" if said in ("en-us", "en-ph") else "day" if "-" in said and said != "en-ca" else None
    return "day"


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    """Every object in JSON, the outer ones first."""
    waiting, seen = deque([data]), 0
    while waiting and seen < _NODE_LIMIT:
        seen += 1
        one = waiting.popleft()
        if isinstance(one, dict):
            yield one
            waiting += [v for v in one.values() if isinstance(v, dict | list)]
        elif isinstance(one, list):
            waiting += [v for v in one if isinstance(v, dict | list)]


def _name(value: Any, objects: Sequence[dict[str, Any]] = ()) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        key = value.get("@id")
        if not value.get("name") and isinstance(key, str):
            value = next((o for o in objects if o.get("@id") == key and o.get("name")), value)
        value = value.get("name")
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _names(value: Any, objects: Sequence[dict[str, Any]] = ()) -> str | None:
    values = value if isinstance(value, list) else [value]
    names = [_person(_name(v, objects)) for v in values[:12]]
    return ", ".join(dict.fromkeys(n for n in names if n)) or None


def _person(name: str | None) -> str | None:
    """A by-line as a name: without "By", no address and no handle."""
    if not name:
        return None
    name = re.sub(r"^by\s+", "", name, flags=re.I).strip()
    nobody = re.match(r"https?:|www\.|@", name) or name.lower() in ("admin", "administrator", "editor", "staff")
    return name if 2 < len(name) <= 120 and not nobody else None


def only_vaguely_dated(tree: Any) -> bool:
    """Whether the day that a page tells machines may as well be that of its last change."""
    meta = _meta(tree)
    return _VAGUE_DAY in meta and not any(name in meta for name in _DAY) and not _article(tree)[0].get("datePublished")


def _day(tree: Any, meta: dict[str, str], data: dict[str, Any], order: str | None) -> str | None:
    for value in (
        data.get("datePublished"),
        *(meta.get(name) for name in (*_DAY, _VAGUE_DAY)),
        data.get("dateCreated"),
    ):
        if isinstance(value, str) and len(value) < 100 and (day := day_in(value, order)):
            return day
    for element in tree.iter():
        names = (
            f"{element.get('itemprop') or ''} {element.get('class') or ''}".lower()
            if isinstance(element.tag, str)
            else ""
        )
        of_publication = (
            element.tag == "time" and (element.get("pubdate") is not None or "publish" in names)
        ) or "published" in names.split()
        if of_publication or "datepublished" in names:
            day = day_in(
                element.get("datetime")
                or element.get("content")
                or element.get("title")
                or "".join(element.itertext())[:100],
                order,
            )
            if day:
                return day
    return _single_time(tree)


def _single_time(tree: Any) -> str | None:
    """The day of the time elements near the headline, where they agree; of several, those marked as changes do not
    count.
    """
    scope = next(tree.iter("article"), tree)
    days: list[str] = []
    for element in scope.iter("time"):
        names = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()
        around = "".join((element.getparent().text or "").split()).lower() if element.getparent() is not None else ""
        if "modif" in names or "updat" in names or "updat" in around or "modif" in around:
            continue
        if day := day_in(element.get("datetime") or "".join(element.itertext())[:100]):
            days.append(day)
    return days[0] if days and (len(set(days)) == 1 or scope is not tree) else None


def _addresses(tree: Any, meta: dict[str, str], data: dict[str, Any]) -> tuple[str | None, str | None]:
    links = [e.get("href") for e in tree.iter("link") if "canonical" in (e.get("rel") or "").lower()]
    entity = data.get("mainEntityOfPage")
    entity = entity.get("@id") if isinstance(entity, dict) else entity
    for address in (*links, meta.get("og:url"), data.get("url"), entity, meta.get("twitter:url")):
        address = address.strip() if isinstance(address, str) else ""
        if 0 < len(address) < 2000 and _HOST.match(address) and not re.search(r"\s", address):
            kept = _ARCHIVE.match(address)
            return (kept[1], address) if kept else (address, None)
    return None, None


def _lang(tree: Any, meta: dict[str, str]) -> str | None:
    for value in (
        tree.get("lang"),
        tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
        meta.get("og:locale"),
        meta.get("dc.language"),
        meta.get("language"),
    ):
        if value and re.match(r"[A-Za-z]{2}(?:[-_]|$)", value.strip()):
            return str(value.strip()[:2].lower())
    return None
