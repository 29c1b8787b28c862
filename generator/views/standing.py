"""Standing pages (about, method and whatever editors add), and the page for what is not there."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views import addresses
from generator.views.claims import Link
from generator.views.lookup import Backlink, Lookup
from generator.views.phrases import Phrase, phrase
from generator.views.search import Card, text_card
from generator.views.typography import curled
from generator.views.words import t


@dataclass(frozen=True, slots=True)
class StandingPage:
    """All of the page. `body` is Markdown; `marks`: the legend of marks belongs here (the method page)."""

    id: str
    title: str
    description: str
    summary: str
    updated: Phrase
    body: str
    marks: bool
    backlinks: tuple[Backlink, ...]
    card: Card


@dataclass(frozen=True, slots=True)
class NotFound:
    """All of the page."""

    title: str
    description: str
    standfirst: str
    links: tuple[Link, ...]


def view(look: Lookup, id: str) -> StandingPage:
    """A standing page; `KeyError` for an unknown id."""
    page = look.briefing.pages[id]
    return StandingPage(
        id=id,
        title=curled(page.front.title),
        description=curled(page.front.summary or "")
        or t("page.description", title=curled(page.front.title), name=look.name),
        summary=curled(page.front.summary or ""),
        updated=phrase(page.front.updated),
        body=page.body,
        marks=id == "method",
        backlinks=look.backlinks.get(id, ()),
        card=text_card("page", page.front.updated),
    )


def not_found(look: Lookup) -> NotFound:
    """The page for an address that leads nowhere."""
    links = [
        Link(t("not_found.home"), addresses.HOME),
        Link(t("not_found.chronology"), addresses.CHRONOLOGY),
        Link(t("not_found.names"), addresses.ENTITIES),
        Link(t("not_found.sources"), addresses.SOURCES),
        Link(t("not_found.search"), addresses.SEARCH),
    ]
    return NotFound(t("not_found.title"), t("not_found.standfirst"), t("not_found.standfirst"), tuple(links))
