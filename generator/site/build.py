"""A Briefing as the files of its site. Knows neither Pelican nor the clock: the same briefing, the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment

from generator.briefing import Briefing
from generator.problems import Problem
from generator.site import exports, forks, linked, media, poster, search, table, wayfiles
from generator.site.context import SiteContext, site_context
from generator.site.environment import environment
from generator.site.links import Links
from generator.site.mending import mending
from generator.site.output import Output, UnsafePathError, file_of
from generator.views import addresses, lookup, words
from generator.views.data import page as data_page
from generator.views.data.page import Export
from generator.views.poster import poster as poster_of
from generator.views.revisions import Revision


@dataclass(frozen=True, slots=True)
class Built:
    """What was made: the HTML of each page by its address, what had to be left out, and by what it was made."""

    made: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    env: Environment
    look: lookup.Lookup
    paths: Mapping[str, str]  # address -> the content page that it shows


def build(
    briefing: Briefing,
    content: Path,
    theme: Path,
    siteurl: str,
    output: Output,
    history: tuple[Revision, ...] = (),
    *,
    indexed: bool = True,
) -> Built:
    """Puts every file of the site into `output`, which the caller finishes. Raises what a template raises.

    Its words are of the language that the briefing's settings name.

    Without `indexed` the index of the search stays as the last build left it, until `reindex` is called.
    """
    with words.speaking(briefing.settings.lang):
        return _build(briefing, content, theme, siteurl, output, history, indexed)


def _build(
    briefing: Briefing,
    content: Path,
    theme: Path,
    siteurl: str,
    output: Output,
    history: tuple[Revision, ...],
    indexed: bool,
) -> Built:
    indexer = search.indexer()
    site = site_context(briefing, siteurl, searchable=indexer is not None)
    look = lookup.of(briefing, history, forks.each)
    site = _with_poster(look, site, theme, output)
    env = environment(theme, site, Links(briefing), look)
    made: dict[str, bytes] = {}
    render = _Rendering(env, look, site, content)
    pages = list(table.pages(look))
    parts = exports.parts(look, site)
    files: list[exports.File] = []
    # What takes long comes first, so that no process waits for another at the end.
    if len(pages) >= forks.WORTH:  # each once, and not in each process
        for name in env.list_templates(extensions=["html"]):
            env.get_template(name)
    work: list[_Work] = [*parts, *(partial(render.page, page) for page in pages)]
    results = forks.each(_do, work)
    for _ in parts:
        files += next(results)
    for page in pages:
        made[page.address] = next(results)
    exported = [file.listed for file in files if file.listed]
    last = table.SitePage(addresses.DATA, "data.html", lambda: data_page.view(look, exported))
    made[last.address] = render.page(last, exported)
    paths = {page.address: page.path for page in (*pages, last)}
    for address, html in made.items():
        output.add(file_of(address), html)
    problems = _without_address(briefing) + _redirects(briefing, env, output)
    for file in files:
        output.add(file_of(file.address), file.data)
    output.add("sitemap.xml", wayfiles.sitemap(site, (a for a in made if a != addresses.NOT_FOUND)))
    output.add("robots.txt", wayfiles.robots(site))
    output.add(".nojekyll", "")  # GitHub Pages then publishes the files as they are
    images, left_out = media.images(content)
    for path, data in [*media.theme_files(theme), *images]:
        output.add(path, data)
    if indexed:
        problems += _index(made, site.lang, output)
    else:
        output.keep(search.FOLDER)
    return Built(made, (*problems, *left_out), env, look, paths)


def _with_poster(look: lookup.Lookup, site: SiteContext, theme: Path, output: Output) -> SiteContext:
    """The site with its picture, which only an address with a host can promise."""
    if not site.absolute:
        return site
    shown = poster_of(look)
    picture = poster.draw(shown, theme)
    if picture is None:
        return site
    output.add(file_of(poster.ADDRESS), picture)
    return replace(site, poster=shown.said)


_Work = Callable[[], Any]


def _do(work: _Work) -> Any:
    return work()


@dataclass(frozen=True, slots=True)
class _Rendering:
    """How a page becomes HTML."""

    env: Environment
    look: lookup.Lookup
    site: SiteContext
    content: Path

    def page(self, page: table.SitePage, files: Sequence[Export] = ()) -> bytes:
        """The page; `files` are those that the page of the data lists."""
        view = page.view
        branch = self.look.briefing.settings.branch
        mend = mending(self.site, self.content, branch, page.address, page.path, view.title)
        meta = linked.meta(self.look, self.site, view, page.address, files)
        html = self.env.get_template(page.template).render(view=view, here=page.address, mend=mend, meta=meta)
        return html.encode("utf-8", "replace")


def reindex(built: Built, output: Output) -> list[Problem]:
    """Puts the index of the search into `output`, anew; what stands in its way."""
    output.drop(search.FOLDER)
    return _index(built.made, built.look.briefing.settings.lang, output)


def _index(made: Mapping[str, bytes], lang: str, output: Output) -> list[Problem]:
    files, problems = search.index(search.indexer(), made.items(), lang)
    for path, data in files:
        output.add(path, data)
    return problems


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
