"""What stands in the head of a page for search engines and for previews of its links."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from generator.site.context import SiteContext
from generator.site.links import link_to
from generator.views.data import linked
from generator.views.data.page import Export
from generator.views.lookup import Lookup

# What could end the script element, begin a comment in it, or be read as a line break by an old reader of JavaScript.
_ESCAPED = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class Meta:
    """`json_ld` is the text of a script element of type application/ld+json, `open_graph` (property, content)."""

    json_ld: Markup
    open_graph: tuple[tuple[str, str], ...]


def meta(look: Lookup, site: SiteContext, view: Any, here: str, files: Sequence[Export] = ()) -> Meta:
    """Of the page at `here`."""

    def link(address: str) -> str:
        return link_to(site.url, address)

    made = linked.document(look, view, here, link, files)
    return Meta(embedded(made), linked.open_graph(look, view, here, link(here) if site.absolute else ""))


def embedded(value: Any) -> Markup:
    """JSON that can stand within a script element of HTML, whatever texts it holds."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return Markup(text.translate(_ESCAPED))
