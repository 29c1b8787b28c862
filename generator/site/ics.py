"""The calendar of a briefing's events (iCalendar, RFC 5545): whole days, stable ids, no clock."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from generator import __version__
from generator.names import slug
from generator.site import feed, feeds
from generator.site.context import SiteContext
from generator.site.links import link_to
from generator.views import addresses
from generator.views.agenda import Appointment, appointments
from generator.views.lookup import Lookup

_LIMIT = 75  # octets of a line, without its end (RFC 5545, 3.1)
# What a text value cannot hold (3.3.11): every control character but the tab; lone surrogates are in no encoding.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_ESCAPED = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}


def calendar(look: Lookup, site: SiteContext) -> str:
    """The calendar; empty where no event has a date, since a calendar without an event is none (RFC 5545, 3.6)."""
    rows = list(appointments(look))
    if not rows:
        return ""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//briefing-generator//{_text(__version__)}//{site.lang.upper()}",
        "CALSCALE:GREGORIAN",
        f"NAME:{_text(site.name)}",
        f"X-WR-CALNAME:{_text(site.name)}",
        f"DESCRIPTION:{_text(site.description)}",
    ]
    if site.absolute:
        lines += [f"URL:{_uri(link_to(site.url, addresses.CHRONOLOGY))}"]
    for row in rows:
        lines += _event(row, site)
    lines.append("END:VCALENDAR")
    return "".join(f"{line}\r\n" for line in folded(lines))


def _event(row: Appointment, site: SiteContext) -> Iterator[str]:
    """One event. It takes nobody's time: it shows what happened, and blocks no day."""
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(feed.permanent_id(site.url, slug(site.name), link_to('', row.address)))}"
    # When this was last known to be so: the newest source's day stands for the hour that nobody knows.
    yield f"DTSTAMP:{_day(feeds.known(row.known))}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(row.first)}"
    yield f"DTEND;VALUE=DATE:{_day(row.last + timedelta(days=1))}"  # not included (3.6.1)
    yield f"SUMMARY:{_text(row.summary)}"
    yield f"DESCRIPTION:{_text(row.description)}"
    if site.absolute:
        yield f"URL:{_uri(link_to(site.url, row.address))}"
    if row.place:
        yield f"LOCATION:{_text(row.place)}"
    if row.coordinates:
        yield f"GEO:{row.coordinates[0]:.6f};{row.coordinates[1]:.6f}"
    yield f"CATEGORIES:{_text(row.category)}"
    if row.state:
        yield f"STATUS:{row.state}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(value: str) -> str:
    """A value of type TEXT (3.3.11)."""
    value = _ILLEGAL.sub("\ufffd", value.replace("\r\n", "\n").replace("\r", "\n"))
    return re.sub(r"[\\;,\n]", lambda found: _ESCAPED[found[0]], value)


def _uri(value: str) -> str:
    """A value of type URI (3.3.13): not escaped, so that it may hold no end of a line."""
    return re.sub(r"\s", "", _ILLEGAL.sub("", value))


def folded(lines: Iterable[str]) -> Iterator[str]:
    """Lines of at most 75 octets; what is longer goes on behind a space, and no letter is cut (3.1)."""
    for line in lines:
        size, start, room = 0, 0, _LIMIT
        for at, letter in enumerate(line):
            width = len(letter.encode("utf-8"))
            if size + width > room:
                yield (" " if start else "") + line[start:at]
                start, size, room = at, 0, _LIMIT - 1
            size += width
        yield (" " if start else "") + line[start:]
