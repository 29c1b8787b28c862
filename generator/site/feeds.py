"""The feeds of the site: events as they are reported, sources, editors' notes, and changes of the briefing itself."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from generator.content import published
from generator.names import slug
from generator.site import feed
from generator.site.context import SiteContext
from generator.site.links import link_to
from generator.views import addresses, notes, recency
from generator.views.changes import days
from generator.views.claims import ordered
from generator.views.lookup import EventFacts, Lookup
from generator.views.spoken import claim
from generator.views.typography import curled
from generator.views.words import capital, t


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed: its address, the page that shows the same, the word for it in its title, and its entries' maker."""

    address: str
    page: str
    word: str
    make: Callable[[Lookup], Iterator[feed.Entry]]  # with the address within the site as id and as link


def of(look: Lookup) -> list[Feed]:
    """The feeds that this site has."""
    return [one for one in FEEDS if one.address != addresses.NOTES_FEED or look.briefing.notes]


def atom(look: Lookup, site: SiteContext, of: Feed) -> str:
    """A feed as Atom."""

    def name(address: str) -> str:
        return feed.permanent_id(site.url, slug(site.name), address)

    title = t("poster.said", name=site.name, tagline=site.tagline)
    return feed.atom(
        id=name(of.address),
        title=t("title.page", title=t(of.word), name=site.name) if of.word else title,
        author=site.name,
        link=link_to(site.url, of.page),
        feed_link=link_to(site.url, of.address),
        updated=known(look.briefing.as_of),
        lang=site.lang,
        entries=(
            replace(entry, id=name(link_to("", entry.id)), link=link_to(site.url, entry.link))
            for entry in of.make(look)
        ),
    )


def _events(look: Lookup) -> Iterator[feed.Entry]:
    """What was reported last comes first."""
    for id, facts in look.events.items():
        yield feed.Entry(
            id=facts.address,
            link=facts.address,
            title=facts.title,
            updated=known(recency.of_event(look.briefing, id)),
            summary=_summary(look, facts),
            categories=(look.briefing.events[id].front.status,),
        )


def _summary(look: Lookup, facts: EventFacts) -> str:
    """When, how sure that is, and what one report says."""
    said = f"{capital(facts.phrase.text) or t('date.none')}. {facts.status.text}."
    first = next(iter(ordered(facts)), None)
    return said if first is None else f"{said} {claim(look, facts, first)}"


def _sources(look: Lookup) -> Iterator[feed.Entry]:
    """A source by its publisher; a digest is the briefing's own, whoever printed what it condenses."""
    for id, source in look.sources.items():
        first = published(look.briefing.articles[id].front)[0]
        events = len({look.briefing.redirects.get(c.id or "", c.id) for c in look.claims[id]})
        label = capital(t("feed.digest", label=source.running)) if source.digest else source.heading
        yield feed.Entry(
            id=source.address,
            link=source.address,
            title=source.title,
            updated=known(recency.of_article(look.briefing, id)),
            published=first if source.dated and not source.digest else None,
            author="" if source.digest else source.publisher,
            summary=t("feed.claims", label=label, n=events) if events else t("feed.no_claims", label=label),
            lang=source.lang,
        )


def _notes(look: Lookup) -> Iterator[feed.Entry]:
    summaries = {line.address: line.summary for line in notes.lines(look)}
    for id, note in look.briefing.notes.items():
        address = addresses.note(id)
        front = note.front
        yield feed.Entry(
            id=address,
            link=address,
            title=curled(front.title),
            updated=known(recency.of_note(look.briefing, id)),
            published=date.fromisoformat(front.date) if front.date else None,
            author=front.author or "",
            summary=summaries[address],
        )


def _changes(look: Lookup) -> Iterator[feed.Entry]:
    """What was added, corrected and checked: one entry for each day."""
    for day in days(look):
        title = t("changes.feed_entry", date=day.when.text)
        address = f"{addresses.CHANGES}#{day.id}"
        yield feed.Entry(id=address, title=title, link=address, updated=day.day, summary=day.summary)


FEEDS = (
    Feed(addresses.EVENTS_FEED, addresses.HOME, "", _events),
    Feed(addresses.SOURCES_FEED, addresses.SOURCES, "nav.sources", _sources),
    Feed(addresses.NOTES_FEED, addresses.NOTES, "nav.notes", _notes),
    Feed(addresses.CHANGES_FEED, addresses.CHANGES, "nav.changes", _changes),
)


def known(day: date | None) -> date:
    """The day; where none is known, that of the build."""
    return day or build_day()


def build_day() -> date:
    """SOURCE_DATE_EPOCH (reproducible-builds.org), else the first day of Unix time: never today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch) if epoch.isdigit() else 0, UTC).date()
