"""Where each page lives: addresses end in a slash, begin with one, and stay for ever."""

from __future__ import annotations

from urllib.parse import quote

from generator.briefing import Briefing

HOME = "/"
CHRONOLOGY = "/chronology/"
FIRST_REPORTS = "/chronology/reports/"
KINDS = "/chronology/kinds/"
ONE_REPORT = "/chronology/one-report/"
DISPUTES = "/disputes/"
NUMBERS = "/disputes/numbers/"
ENTITIES = "/entities/"
SOURCES = "/sources/"
NOTES = "/notes/"
SEARCH = "/search/"
CHANGES = "/changes/"
ABOUT = "/about/"
MAP = "/map/"
NETWORK = "/network/"
NOT_FOUND = "/404.html"
DATA = "/data/"
DESK = "/desk/"  # in the preview alone

# What other programs read: a file has no slash at its end.
EVENTS_FEED = "/feeds/events.atom.xml"
SOURCES_FEED = "/feeds/sources.atom.xml"
NOTES_FEED = "/feeds/notes.atom.xml"
CHANGES_FEED = "/feeds/changes.atom.xml"
CALENDAR = "/chronology.ics"

# Top-level addresses that a standing page may not take. "home" is not among them: it is the home page's text.
RESERVED = frozenset(
    "chronology desk disputes events entities sources notes changes search feeds data map network theme".split()
)


def event(id: str) -> str:
    """The permanent address of an event."""
    return f"/events/{id}/"


def entity(id: str) -> str:
    """The page of an entity."""
    return f"/entities/{id}/"


def source(id: str) -> str:
    """The page of an article."""
    return f"/sources/{id}/"


def note(id: str) -> str:
    """The page of an editors' note."""
    return f"/notes/{id}/"


def page(id: str) -> str:
    """A standing page; the page called home is the site's first."""
    return HOME if id == "home" else f"/{id}/"


def of_folder(folder: str, id: str) -> str:
    """The page of an id by the folder of its file below content/; `KeyError` for a folder without pages."""
    return {"articles": source, "entities": entity, "events": event, "notes": note, "pages": page}[folder](id)


def claim(article: str, number: int) -> str:
    """The words of one claim (numbered from 1) on its article's page; its margin note has `n` for `c`."""
    return f"/sources/{article}/#c{number}"


def in_chronology(id: str, group: str = "") -> str:
    """An event's entry in the chronology, or, where that has a page for each group (a year), on its group's page."""
    return f"/chronology/{group}/#event-{id}" if group else f"/chronology/#event-{id}"


def external(url: str | None) -> str:
    """A page elsewhere as a link may hold it: what RFC 3986 does not allow is escaped; "" for no web address."""
    if not url or not url.startswith(("https://", "http://")):
        return ""
    return quote(url, safe="%/:?#[]@!$&'()*+,;=-._~")


def of_year(group: str) -> str:
    """The page of one year of the chronology, of what is planned ("planned"), or of what has no date ("undated")."""
    return f"/chronology/{group}/"


def of_reports(group: str) -> str:
    """The page of the reports of one year ("2031"), one month ("2031-03") or without any day ("undated")."""
    return f"{FIRST_REPORTS}{group}/"


def address(briefing: Briefing, id: str) -> str | None:
    """The address of any id, old ids included; `None` where it leads nowhere."""
    id = briefing.redirects.get(id, id)
    if id in briefing.articles:
        return source(id)
    if id in briefing.entities:
        return entity(id)
    if id in briefing.events:
        return event(id)
    if id in briefing.notes:
        return note(id)
    if id in briefing.pages and id.casefold() not in RESERVED:
        return page(id)
    return None


def redirects(briefing: Briefing) -> tuple[tuple[str, str], ...]:
    """(old address, living address) for every id that was merged into another page."""
    found = []
    for old, new in sorted(briefing.redirects.items()):
        living = address(briefing, new)
        if living and living.count("/") == 3:
            found.append((living.rsplit("/", 2)[0] + f"/{old}/", living))
    return tuple(found)
