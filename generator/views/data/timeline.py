"""The dated events as TimelineJS reads them (timeline.knightlab.com/docs/json-format.html).

A slide's text is HTML there, so every text of ours is escaped. `display_date` says what the numbers must not:
TimelineJS would show the first day of a season, or leave "about" out.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

from generator.dates import Point
from generator.views import addresses, spoken
from generator.views.claims import ordered
from generator.views.data.keys import key
from generator.views.lookup import EventFacts, Lookup
from generator.views.words import capital, t

_CLAIMS = 3  # told on a slide; the event's page tells all


def timeline(look: Lookup, title: str, summary: str, link: Callable[[str], str]) -> dict[str, Any]:
    """The whole file. Events without a date have no place on a line of time."""
    opening = f"<p>{escape(summary)}</p>" if summary else ""
    text = f'{opening}<p><a href="{escape(link(addresses.HOME))}">{escape(t("timeline.all"))}</a></p>'
    return {
        "title": {"unique_id": "title", "text": {"headline": escape(title), "text": text}, "autolink": False},
        "events": [_slide(look, look.events[id], link) for id in look.in_time],
        "scale": "human",
    }


def _slide(look: Lookup, facts: EventFacts, link: Callable[[str], str]) -> dict[str, Any]:
    value = facts.date
    assert value is not None
    start, end = value.start or value.end, value.end if value.start else None
    assert start is not None
    slide: dict[str, Any] = {
        "unique_id": f"event-{key(facts.id)}",
        "start_date": _numbers(start, last=False),
        "display_date": capital(facts.phrase.text),
        "text": {"headline": escape(facts.title), "text": _text(look, facts, link)},
        "group": escape(facts.status.word),
        "autolink": False,
    }
    if end and (value.interval or end.precision in _LONG):
        slide["end_date"] = _numbers(end, last=True)
    return slide


_LONG = ("season", "quarter", "half", "decade", "century")  # what one set of numbers does not name


def _numbers(point: Point, *, last: bool) -> dict[str, int]:
    """Year, month and day of an end of a date, no more of them than are known."""
    day = point.upper if last else point.lower
    made = {"year": day.year}
    if point.precision in ("day", "month", "season", "quarter", "half"):
        made["month"] = day.month
    if point.precision == "day":
        made["day"] = day.day
    return made


def _text(look: Lookup, facts: EventFacts, link: Callable[[str], str]) -> str:
    lines = [escape(f"{facts.status.text}.")]
    lines += [escape(spoken.claim(look, facts, i)) for i in ordered(facts)[:_CLAIMS]]
    lines.append(f'<a href="{escape(link(facts.address))}">{escape(t("timeline.event"))}</a>')
    return "".join(f"<p>{line}</p>" for line in lines)
