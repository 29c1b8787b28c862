"""An Atom feed (RFC 4287): the newest first, with stable ids and no clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit
from xml.etree import ElementTree as Xml

from generator.views.escaping import legal

ATOM = "http://www.w3.org/2005/Atom"
MAX_ENTRIES = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """One event, source, note or day: `link` leads to its page, `updated` is the day of what is newest in it.

    `author` where it is not the briefing itself; `lang` where the title is in another language than the feed.
    """

    id: str
    title: str
    link: str
    updated: date
    summary: str = ""
    categories: tuple[str, ...] = ()
    published: date | None = None
    author: str = ""
    lang: str = ""


def permanent_id(url: str, name: str, address: str) -> str:
    """The IRI that names a thing for ever: its address where the site has one of its own, else a tag (RFC 4151).

    A preview without a host gets tags of a host that cannot exist (RFC 2606), so that they are valid and nobody's.
    """
    if urlsplit(url).netloc:
        return url + address
    return f"tag:briefing.invalid,2000:{name}{address}"


def atom(
    *, id: str, title: str, author: str, link: str, feed_link: str, updated: date, lang: str, entries: Iterable[Entry]
) -> str:
    """The feed as a text; `updated` holds where there is no entry."""
    newest = sorted(entries, key=lambda entry: entry.id)
    newest = sorted(newest, key=lambda entry: entry.updated, reverse=True)[:MAX_ENTRIES]
    feed = Xml.Element("feed", {"xmlns": ATOM, "xml:lang": legal(lang)})
    _put(feed, "id", id)
    _put(feed, "title", title)
    _put(feed, "updated", _stamp(max((entry.updated for entry in newest), default=updated)))
    _put(_put(feed, "author"), "name", author)
    Xml.SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": legal(feed_link)})
    Xml.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": legal(link)})
    for entry in newest:
        node = _put(feed, "entry")
        _put(node, "id", entry.id)
        named = _put(node, "title", entry.title)
        if entry.lang and entry.lang != lang:
            named.set("xml:lang", legal(entry.lang))
        _put(node, "updated", _stamp(entry.updated))
        if entry.published:
            _put(node, "published", _stamp(entry.published))
        if entry.author:
            _put(_put(node, "author"), "name", entry.author)
        Xml.SubElement(node, "link", {"rel": "alternate", "type": "text/html", "href": legal(entry.link)})
        for name in entry.categories:
            Xml.SubElement(node, "category", {"term": legal(name)})
        if entry.summary:
            _put(node, "summary", entry.summary)
    Xml.indent(feed, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + Xml.tostring(feed, encoding="unicode") + "\n"


def _put(parent: Xml.Element, tag: str, text: str | None = None) -> Xml.Element:
    node = Xml.SubElement(parent, tag)
    if text is not None:
        node.text = legal(text)
    return node


def _stamp(day: date) -> str:
    """A day as RFC 3339 wants it. The hour is not known; midnight UTC is the convention."""
    return f"{day.isoformat()}T00:00:00Z"
