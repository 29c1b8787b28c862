"""The Jinja environment of the theme: strict, escaping, and without Pelican."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateRuntimeError, pass_context, select_autoescape
from jinja2.runtime import Context
from markupsafe import Markup

from generator.site.annotate import annotated as annotate
from generator.site.context import SiteContext, direction
from generator.site.links import Links, link_to
from generator.site.markdown import Renderer
from generator.views import prose_parts, words
from generator.views.lookup import Lookup, words_for

# A style sheet or script is asked for anew when its content changes. Files that a style sheet names (fonts) keep their
# plain address: with another one in a preload they would be fetched twice.
_VERSIONED = frozenset({".css", ".js"})


def environment(theme: Path, site: SiteContext, links: Links | None = None, look: Lookup | None = None) -> Environment:
    """The environment for templates of `theme` (a folder with templates/ and static/), for one site. With `look`,
    editors' prose shows the events and sources that it names.

    Every template is rendered with `view`, `here` (its own address); `site` and the functions are globals.
    A name that is not there is an error, never nothing.
    """
    env = Environment(
        loader=FileSystemLoader(theme / "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,  # within one build no template changes: else each is looked at whenever a page asks for it
    )
    renderer = Renderer(site.url, links or Links(), _Parts(env, look, site.url) if look else None)
    env.globals.update(
        site=site,
        href=_href(site.url),
        asset=_asset(theme / "static", site.url),
        t=words.t,
        woven=words.woven,
        tongue=_tongue(site),
        markdown=lambda text: Markup(renderer.html(text)),  # sanitised by nh3
        annotated=_annotated(env, renderer),
    )
    return env


@dataclass(frozen=True, slots=True)
class _Parts:
    """What editors' prose sets in, by partials of the theme."""

    env: Environment
    look: Lookup
    url: str

    def event(self, target: str) -> str | None:
        found = prose_parts.embedded(self.look, target)
        return self.env.get_template("partials/embed.html").render(e=found) if found else None

    def unshown(self, target: str) -> str | None:
        return words.t("unshown.embed") if prose_parts.is_unshown(self.look, target) else None

    def words(self, target: str) -> str:
        return words_for(self.look.briefing, target)

    def link(self, target: str) -> tuple[str, str] | None:
        found = prose_parts.embedded(self.look, target)
        return (link_to(self.url, found.address), found.title) if found else None

    def source(self, id: str) -> tuple[str, str]:
        found = prose_parts.cited(self.look, 0, id)
        return found.label, link_to(self.url, found.address) if found.address else ""

    def mark(self, number: int, id: str) -> str:
        return words.t("cited.mark", number=number, label=prose_parts.cited(self.look, number, id).label)

    def sources(self, ids: Sequence[str], mark: str) -> str:
        rows = [prose_parts.cited(self.look, number, id) for number, id in enumerate(ids, start=1)]
        return self.env.get_template("partials/cited.html").render(rows=rows, mark=mark)


def _href(url: str) -> Callable[[str], str]:
    def href(address: str) -> str:
        """An address of the site ("/events/x/") as a link: with the prefix under which the site lies."""
        if not address.startswith("/"):
            raise TemplateRuntimeError(f'href("{address}"): an address of the site begins with a slash')
        return link_to(url, address)

    return href


def _asset(static: Path, url: str) -> Callable[[str], str]:
    @cache
    def asset(path: str) -> str:
        """The address of a file of theme/static/; an error where there is none."""
        file = static / path
        if not file.is_file():
            raise TemplateRuntimeError(f'asset("{path}"): there is no such file in the theme')
        version = f"?v={sha256(file.read_bytes()).hexdigest()[:8]}" if file.suffix in _VERSIONED else ""
        return f"{url}/theme/{path}{version}"

    return asset


def _tongue(site: SiteContext) -> Callable[[str], Markup]:
    @cache
    def tongue(lang: str) -> Markup:
        """Attributes of an element whose words are of that language: nothing where it is the page's own.

        The words' own first letter must not decide: a sentence may begin with a name of another script.
        """
        way = direction(lang)
        turned = Markup(' dir="{}"').format(way) if way != site.direction else Markup()
        return (Markup(' lang="{}"').format(lang) + turned) if lang != site.lang else turned

    return tongue


def _annotated(env: Environment, renderer: Renderer) -> Callable[[Context, Any], Markup]:
    t = words.t

    def number(claim: int) -> str:
        return t("claim.number", number=claim)

    @pass_context
    def annotated(context: Context, view: Any) -> Markup:
        """An article's body (`view.body`) with `view.claims` marked and `view.names` linked.

        The margin notes of a block come from partials/margin_notes.html, which gets the block's claims as `claims`.
        """
        partial = env.get_template("partials/margin_notes.html")

        def notes(claims: list[Any]) -> str:
            return partial.render({**context.get_all(), "claims": claims}).strip()

        body = renderer.tree(view.body)
        return Markup(annotate(body, view.claims, view.names, renderer.url, notes, number))  # escaped, and sanitised

    return annotated
