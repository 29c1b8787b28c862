"""What a page says about itself where machines read it: JSON-LD, meta and time elements, canonical address.

Only explicit statements count: a year in a footer, or in an address, is no day of publication.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from generator.ingest.days import day_in
from generator.ingest.draft import About
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
    "date",
    "displaydate",
    "issue_date",
)
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
_SITE_IN_TITLE = re.compile(r"\s+[|–—·•:»-]\s+(?=[^|–—·•»]{2,60}$)")
_HOST = re.compile(r"https?://(?:www\.)?([^/:]+)")
_ARCHIVE = re.compile(r"https?://web\.archive\.org/web/\d{4,14}[a-z_]*/(https?://.+)")


def about(tree: Any) -> About:
    """What a page's own metadata say about its article."""
    meta = _meta(tree)
    data = _article(tree)
    publisher = _name(data.get("publisher")) or _first(meta, _PUBLISHER)
    publisher = None if publisher and publisher.startswith(("http", "@")) else publisher
    author = _names(data.get("author")) or _person(_first(meta, _AUTHOR))
    address, archived = _addresses(tree, meta, data)
    return About(
        title=_title(tree, meta, data, publisher),
        published=_day(tree, meta, data),
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


def _article(tree: Any) -> dict[str, Any]:
    """The JSON-LD object of the page's article; empty where there is none."""
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
        objects = list(_objects(data))
        for wanted in ("headline", "datePublished"):
            for one in objects:
                kinds = one.get("@type")
                kinds = kinds if isinstance(kinds, list) else [kinds]
                if one.get(wanted) and any(isinstance(k, str) and _ARTICLES.search(k) for k in kinds):
                    return one
    return {}


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    waiting, seen = [data], 0
    while waiting and seen < _NODE_LIMIT:
        seen += 1
        one = waiting.pop(0) if len(waiting) < 100 else waiting.pop()
        if isinstance(one, dict):
            yield one
            waiting += [v for v in one.values() if isinstance(v, dict | list)]
        elif isinstance(one, list):
            waiting += [v for v in one if isinstance(v, dict | list)]


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _names(value: Any) -> str | None:
    values = value if isinstance(value, list) else [value]
    names = [_person(_name(v)) for v in values[:12]]
    return ", ".join(dict.fromkeys(n for n in names if n)) or None


def _person(name: str | None) -> str | None:
    """A by-line as a name: without "By", no address and no handle."""
    if not name:
        return None
    name = re.sub(r"^by\s+", "", name, flags=re.I).strip()
    return (
        name
        if 2 < len(name) <= 120
        and not re.match(r"https?:|www\.|@", name)
        and name.lower() not in ("admin", "administrator", "editor", "staff")
        else None
    )


def _title(tree: Any, meta: dict[str, str], data: dict[str, Any], site: str | None) -> str | None:
    said = _name(data.get("headline")) or _first(meta, _TITLE)
    element = next(tree.iter("title"), None)
    of_page = " ".join("".join(element.itertext()).split()) if element is not None else ""
    headlines = [t for h in tree.iter("h1") if 0 < len(t := " ".join("".join(h.itertext()).split())) <= 300]
    for printed in headlines:
        if _same(printed, said or "") or _same(printed, of_page):
            return printed
    if said:
        return _without_site(said, site)
    if len(headlines) == 1 and len(headlines[0].split()) > 1:
        return headlines[0]
    return _without_site(of_page, site) or None


def _same(one: str, other: str) -> bool:
    """Whether two titles are one: most words of the shorter stand in the other."""
    a, b = set(fold(one).split()), set(fold(other).split())
    return len(a) > 1 and len(b) > 1 and len(a & b) >= 0.6 * min(len(a), len(b))


def _without_site(title: str, site: str | None) -> str:
    """A page's title without the name of its site."""
    for _ in range(2):
        found = _SITE_IN_TITLE.search(title)
        if not found:
            break
        rest = title[found.end() :]
        of_site = site is not None and (
            fold(rest) == fold(site) or fold(site) in fold(rest) or fold(rest) in fold(site)
        )
        if (
            of_site
            or (found[0].strip() in "|»·•" and len(title[: found.start()].split()) >= 3)
            or (site is None and len(rest.split()) <= 4 and len(title[: found.start()].split()) >= 4)
        ):
            title = title[: found.start()]
        else:
            break
    return title.strip()


def _day(tree: Any, meta: dict[str, str], data: dict[str, Any]) -> str | None:
    for value in (data.get("datePublished"), *(meta.get(name) for name in _DAY), data.get("dateCreated")):
        if isinstance(value, str) and len(value) < 100 and (day := day_in(value)):
            return day
    for element in tree.iter():
        names = (
            f"{element.get('itemprop') or ''} {element.get('class') or ''}".lower()
            if isinstance(element.tag, str)
            else ""
        )
        of_publication = element.tag == "time" and (element.get("pubdate") is not None or "publish" in names)
        if of_publication or "datepublished" in names:
            day = day_in(element.get("datetime") or element.get("content") or "".join(element.itertext())[:100])
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
