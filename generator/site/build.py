"""A Briefing as the files of its site. Knows neither Pelican nor the clock: the same briefing, the same bytes."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from jinja2 import Environment

from generator import dates, derive
from generator.briefing import Briefing, Event
from generator.content import published
from generator.names import slug
from generator.problems import Problem
from generator.site import feed, media, table, wayfiles
from generator.site.context import SiteContext, site_context
from generator.site.environment import environment
from generator.site.links import Links, link_to
from generator.site.output import Output, UnsafePathError, file_of
from generator.views import addresses, statuses, words
from generator.views.phrases import phrase

FEED = "/feeds/events.atom.xml"


@dataclass(frozen=True, slots=True)
class Built:
    """What was made: number of pages, and what had to be left out."""

    pages: int
    problems: tuple[Problem, ...] = ()


def build(briefing: Briefing, content: Path, theme: Path, siteurl: str, output: Output) -> Built:
    """Puts every file of the site into `output`, which the caller finishes. Raises what a template raises."""
    site = site_context(briefing, siteurl)
    env = environment(theme, site, Links(briefing))
    made: list[str] = []
    for row in table.pages(briefing):
        output.add(file_of(row.address), _render(env, row.template, row.view, row.address))
        made.append(row.address)
    problems = _without_address(briefing) + _redirects(briefing, env, output)
    output.add(file_of(FEED), events_feed(briefing, site))
    output.add("sitemap.xml", wayfiles.sitemap(site, (a for a in made if a != addresses.NOT_FOUND)))
    output.add("robots.txt", wayfiles.robots(site))
    output.add(".nojekyll", "")  # GitHub Pages then publishes the files as they are
    images, left_out = media.images(content)
    for path, data in [*media.theme_files(theme), *images]:
        output.add(path, data)
    return Built(len(made), (*problems, *left_out))


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


# ---- the feed of events ----


def events_feed(briefing: Briefing, site: SiteContext) -> str:
    """The Atom feed: what was reported last comes first."""

    def name(address: str) -> str:
        return feed.permanent_id(site.url, slug(site.name), address)

    entries = []
    for id, event in briefing.events.items():
        address = addresses.event(id)
        front = event.front
        entries.append(
            feed.Entry(
                id=name(link_to("", address)),
                title=front.title,
                link=link_to(site.url, address),
                updated=_reported(briefing, id),
                summary=_summary(briefing, event),
                categories=(front.status,),
            )
        )
    return feed.atom(
        id=name(FEED),
        title=f"{site.name}: {site.tagline}",
        author=site.name,
        link=link_to(site.url, "/"),
        feed_link=link_to(site.url, FEED),
        updated=_reported(briefing, ""),
        lang=site.lang,
        entries=entries,
    )


def _summary(briefing: Briefing, event: Event) -> str:
    """When, and how sure that is."""
    front, reports = event.front, briefing.reports.get(event.id, ())
    rival = frozenset(derive.dissenters(reports, front.date))
    value = dates.parse(front.date) if front.date else None
    planned = bool(value and value.start and briefing.as_of and value.lower > briefing.as_of)
    state = statuses.status(event, reports, derive.independent(reports), rival, planned=planned)
    return f"{words.capital(phrase(front.date).text) or words.t('date.none')}. {state.text}."


def _reported(briefing: Briefing, id: str) -> date:
    """The day of the newest source of an event; where none is dated, of the newest of all; else of the build."""
    days = [published(briefing.articles[report.article].front)[1] for report in briefing.reports.get(id, ())]
    known = [day for day in days if day != dates.LAST]
    return max(known, default=None) or briefing.as_of or build_day()


def build_day() -> date:
    """SOURCE_DATE_EPOCH (reproducible-builds.org), else the first day of Unix time: never today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch) if epoch.isdigit() else 0, UTC).date()
