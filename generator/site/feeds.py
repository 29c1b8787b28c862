"""The feeds of the site: events as they are reported, and changes of the briefing itself."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from generator import dates, derive
from generator.briefing import Briefing, Event
from generator.content import published
from generator.names import slug
from generator.site import feed
from generator.site.context import SiteContext
from generator.site.links import link_to
from generator.views import addresses, statuses, words
from generator.views.changes import days as rows_of_changes
from generator.views.lookup import Lookup
from generator.views.phrases import phrase

EVENTS = "/feeds/events.atom.xml"
CHANGES = "/feeds/changes.atom.xml"


def events(briefing: Briefing, site: SiteContext) -> str:
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
        id=name(EVENTS),
        title=f"{site.name}: {site.tagline}",
        author=site.name,
        link=link_to(site.url, "/"),
        feed_link=link_to(site.url, EVENTS),
        updated=_reported(briefing, ""),
        lang=site.lang,
        entries=entries,
    )


def changes(look: Lookup, site: SiteContext) -> str:
    """The Atom feed of what was added, corrected and checked: one entry for each day."""
    entries = []
    for day in rows_of_changes(look):
        address = f"{addresses.CHANGES}#{day.id}"
        entries.append(
            feed.Entry(
                id=feed.permanent_id(site.url, slug(site.name), address),
                title=words.t("changes.feed_entry", date=day.when.text),
                link=link_to(site.url, address),
                updated=day.day,
                summary=day.summary,
            )
        )
    return feed.atom(
        id=feed.permanent_id(site.url, slug(site.name), CHANGES),
        title=words.t("title.page", title=words.t("nav.changes"), name=site.name),
        author=site.name,
        link=link_to(site.url, addresses.CHANGES),
        feed_link=link_to(site.url, CHANGES),
        updated=_reported(look.briefing, ""),
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
