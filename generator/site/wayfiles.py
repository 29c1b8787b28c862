"""Small files for machines that find their way around the site: sitemap.xml, robots.txt, .nojekyll."""

from __future__ import annotations

from collections.abc import Iterable

from generator.site.context import SiteContext
from generator.site.links import link_to
from generator.views.escaping import xml

# The limit of the protocol (sitemaps.org) for one file.
MAX_URLS = 50_000


def sitemaps(site: SiteContext, addresses: Iterable[str], limit: int = MAX_URLS) -> dict[str, str]:
    """File name -> text: every page's address, in order; of more than `limit` several files, and an index of them.

    The protocol wants absolute addresses, so a preview's sitemap is only a list.
    """
    all_of_them = sorted(set(addresses))
    if len(all_of_them) <= limit:
        return {"sitemap.xml": _listed("urlset", "url", site, all_of_them)}
    starts = range(0, len(all_of_them), limit)
    parts = [_listed("urlset", "url", site, all_of_them[at : at + limit]) for at in starts]
    made = {f"sitemap-{number}.xml": part for number, part in enumerate(parts, 1)}
    return {"sitemap.xml": _listed("sitemapindex", "sitemap", site, [f"/{name}" for name in made]), **made}


def _listed(root: str, item: str, site: SiteContext, addresses: Iterable[str]) -> str:
    rows = (f"  <{item}><loc>{xml(link_to(site.url, address))}</loc></{item}>\n" for address in addresses)
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{''.join(rows)}</{root}>\n"
    )


def robots(site: SiteContext) -> str:
    """Everything may be read; where the sitemap is, if the site has an address of its own."""
    where = f"\nSitemap: {site.url}/sitemap.xml\n" if site.absolute else ""
    return f"User-agent: *\nDisallow:\n{where}"
