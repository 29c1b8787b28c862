"""A Briefing as the files of its site. Knows neither Pelican nor the clock: the same briefing, the same bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment

from generator.briefing import Briefing
from generator.problems import Problem
from generator.site import media, poster, search, wayfiles
from generator.site.context import SiteContext, site_context
from generator.site.links import Links
from generator.site.output import Output, UnsafePathError, file_of
from generator.site.rendering import Pages, render
from generator.site.traces import Index, LastBuild, Listing, Trace
from generator.views import addresses, words
from generator.views.lookup import Lookup
from generator.views.poster import poster as poster_of

_NONE = Index()


@dataclass(frozen=True, slots=True)
class Built:
    """What was made: the HTML of each page by its address, what had to be left out, and by what it was made."""

    made: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    env: Environment
    look: Lookup
    site: SiteContext
    paths: Mapping[str, str]  # address -> the content page that it shows
    traces: Mapping[str, Trace]
    rows: Mapping[str, Listing]
    index: Index

    def kept(self, key: str, output: Output) -> LastBuild:
        """It, for the next build, once its output is finished."""
        notes = {id: page.body for id, page in self.look.briefing.notes.items()}
        stamps = output.stamps()
        return LastBuild(key, self.site, notes, self.look.backlinks, self.traces, self.rows, stamps, self.index)


def build(
    look: Lookup,
    content: Path,
    theme: Path,
    siteurl: str,
    output: Output,
    *,
    indexed: bool = True,
    last: LastBuild | None = None,
    changed: frozenset[str] = frozenset(),
    index: Index = _NONE,
) -> Built:
    """Puts every file of the site into `output`, which the caller finishes. Raises what a template raises.

    Its words are of the language that the briefing's settings name.

    Without `indexed` the index of the search stays as the last build left it, until `reindex` is called. `last` is a
    build of the same but for what has `changed`; what nothing of it is part of stays as it is. `index` is the last one.
    """
    with words.speaking(look.briefing.settings.lang):
        return _build(look, content, theme, siteurl, output, indexed, last, changed, index)


def _build(
    look: Lookup,
    content: Path,
    theme: Path,
    siteurl: str,
    output: Output,
    indexed: bool,
    last: LastBuild | None,
    changed: frozenset[str],
    index: Index,
) -> Built:
    briefing = look.briefing
    indexer = search.indexer()
    site = site_context(briefing, siteurl, searchable=indexer is not None)
    site = _with_poster(look, site, theme, output)
    if last and last.site != site:
        last = None
    rendered = render(look, site, content, theme, output, last, changed)
    problems = _without_address(briefing) + _redirects(briefing, rendered.env, output)
    for name, text in wayfiles.sitemaps(site, (a for a in rendered.paths if a != addresses.NOT_FOUND)).items():
        output.add(name, text)
    output.add("robots.txt", wayfiles.robots(site))
    output.add(".nojekyll", "")  # GitHub Pages then publishes the files as they are
    images, left_out = media.images(content)
    for path, data in [*media.theme_files(theme), *images]:
        output.add(path, data)
    made = Pages(list(rendered.paths), output)
    if indexed:
        index, found = _indexed(made, rendered.traces, output, index, site.lang)
        problems += found
    else:
        output.keep(search.FOLDER)
    return Built(
        made, (*problems, *left_out), rendered.env, look, site, rendered.paths, rendered.traces, rendered.rows, index
    )


def _with_poster(look: Lookup, site: SiteContext, theme: Path, output: Output) -> SiteContext:
    """The site with its picture, which only an address with a host can promise."""
    if not site.absolute:
        return site
    shown = poster_of(look)
    picture = poster.draw(shown, theme)
    if picture is None:
        return site
    output.add(file_of(poster.ADDRESS), picture)
    return replace(site, poster=shown.said)


def reindex(built: Built, output: Output) -> tuple[Built, list[Problem]]:
    """Puts the index of the search into `output`, anew where it has to be; what stands in its way."""
    output.drop(search.FOLDER)
    lang = built.look.briefing.settings.lang
    index, problems = _indexed(built.made, built.traces, output, built.index, lang)
    return replace(built, index=index), problems


def _indexed(
    made: Mapping[str, bytes], traces: Mapping[str, Trace], output: Output, before: Index, lang: str
) -> tuple[Index, list[Problem]]:
    """The index of all pages that are results; the last one stands while no word of theirs differs."""
    results = {address: traces[address].indexed for address in made if traces[address].indexed}
    said = sha256(repr((lang, sorted(results.items()))).encode("utf-8", "surrogatepass")).hexdigest()
    if before.files and before.said == said and all(map(output.stands, before.files)):
        for path in before.files:
            output.same(path)
        return before, []
    files, problems = search.index(search.indexer(), ((a, made[a]) for a in results), lang)
    for path, data in files:
        output.add(path, data)
    return Index(said, tuple(path for path, _ in files)), problems


def _without_address(briefing: Briefing) -> list[Problem]:
    """Standing pages whose address is the site's own."""
    taken = [page for id, page in sorted(briefing.pages.items()) if addresses.address(briefing, id) is None]
    message = "it is left out: its address is one of the site's own"
    return [Problem(page.path, 0, message, "rename the file", "warning", "address") for page in taken]


def _render(env: Environment, template: str, view: object, address: str) -> str:
    return env.get_template(template).render(view=view, here=address)


@dataclass(frozen=True, slots=True)
class RedirectView:
    """The page at an old address: where the living one is."""

    title: str
    address: str


def _redirects(briefing: Briefing, env: Environment, output: Output) -> list[Problem]:
    """A page at every old address. An old id that makes no address of its own is named, and left out."""
    links = Links(briefing)
    problems = []
    for old, living in addresses.redirects(briefing):
        word = old.rstrip("/").rpartition("/")[2]
        to = links.find(word)
        try:
            if to is None or file_of(old) in output:
                raise UnsafePathError(old)
            output.add(file_of(old), _render(env, "redirect.html", RedirectView(to.name, living), old))
        except UnsafePathError:
            path, line = _declared(briefing, word)
            message = f'the old id "{word}" makes no address of its own'
            problems.append(Problem(path, line, message, "take it out", "warning", "redirect"))
    return problems


def _declared(briefing: Briefing, old: str) -> tuple[str, int]:
    """Path and line of the page that names an old id."""
    id = briefing.redirects[old]
    for page in (briefing.entities.get(id), briefing.events.get(id), briefing.notes.get(id)):
        if page is not None and old in page.front.redirects:
            return page.path, page.line("redirects", page.front.redirects.index(old))
    return id, 0
