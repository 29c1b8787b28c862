"""What stands in the head of a page for search engines and for previews of its links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from generator.site import exports, poster
from generator.site.context import SiteContext
from generator.site.links import link_to
from generator.views.data import linked
from generator.views.data.page import Export
from generator.views.entity import EntityPage
from generator.views.escaping import json_ld
from generator.views.event import EventPage
from generator.views.lookup import Lookup


@dataclass(frozen=True, slots=True)
class Meta:
    """`json_ld` is a block of data for machines, `open_graph` (property, content)."""

    json_ld: Markup
    open_graph: tuple[tuple[str, str], ...]
    beside: str = ""  # address of the same page as JSON, where there is one


def meta(look: Lookup, site: SiteContext, view: Any, here: str, files: Sequence[Export] = ()) -> Meta:
    """Of the page at `here`."""

    def link(address: str) -> str:
        return link_to(site.url, address)

    made = linked.document(look, view, here, link, files)
    pairs = linked.open_graph(look, view, link(here) if site.absolute else "")
    if site.poster:
        pairs = (*pairs, *_picture(link(poster.ADDRESS), site.poster))
    return Meta(json_ld(made), pairs, exports.beside(here) if isinstance(view, EventPage | EntityPage) else "")


def _picture(url: str, said: str) -> tuple[tuple[str, str], ...]:
    """The picture of the site (ogp.me, structured properties)."""
    size = (("og:image:width", str(poster.WIDTH)), ("og:image:height", str(poster.HEIGHT)))
    return (("og:image", url), ("og:image:type", "image/png"), *size, ("og:image:alt", said))
