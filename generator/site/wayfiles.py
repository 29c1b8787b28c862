"""Small files for machines that find their way around the site: sitemap.xml, robots.txt, .nojekyll."""

from __future__ import annotations

from collections.abc import Iterable

from generator.site.context import SiteContext
from generator.site.links import link_to
from generator.views.escaping import xml

# The limit of the protocol (sitemaps.org) for one file.
MAX_URLS = 50_000


def sitemap(site: SiteContext, addresses: Iterable[str]) -> str:
    """Every page's address, in order. The protocol wants absolute ones, so a preview's sitemap is only a list."""
    rows = [f"  <url><loc>{xml(link_to(site.url, address))}</loc></url>\n" for address in sorted(set(addresses))]
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        + "".join(rows[:MAX_URLS])
        + "</urlset>\n"
    )


def robots(site: SiteContext) -> str:
    """Everything may be read; where the sitemap is, if the site has an address of its own."""
    where = f"\nSitemap: {site.url}/sitemap.xml\n" if site.absolute else ""
    return f"User-agent: *\nDisallow:\n{where}"
