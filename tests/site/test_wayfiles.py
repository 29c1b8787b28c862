"""Files by which machines find their way around the site."""

from __future__ import annotations

from lxml import etree

from generator.site.context import SiteContext
from generator.site.wayfiles import sitemaps

SITE = SiteContext("x", url="https://x.example/repo")


def told(text: str) -> tuple[str, list[str]]:
    root = etree.fromstring(text.encode())
    return etree.QName(root).localname, [loc.text or "" for loc in root.iter("{*}loc")]


def test_a_sitemap_lists_each_address_once() -> None:
    (text,) = sitemaps(SITE, ["/b/", "/", "/b/"]).values()
    assert told(text) == ("urlset", ["https://x.example/repo/", "https://x.example/repo/b/"])


def test_of_more_addresses_than_one_file_may_hold_an_index_lists_the_files() -> None:
    """The protocol's limit: no address may be lost without a word."""
    pages = [f"/{n}/" for n in range(5)]
    made = sitemaps(SITE, pages, limit=2)
    root, files = told(made.pop("sitemap.xml"))
    assert (root, files) == ("sitemapindex", [f"https://x.example/repo/{name}" for name in made])
    assert [loc for part in made.values() for loc in told(part)[1]] == [
        f"https://x.example/repo{page}" for page in pages
    ]
