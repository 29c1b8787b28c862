"""The interface's words for feeds, the calendar, and the files for other programs."""

from __future__ import annotations

DATA: dict[str, str | tuple[str, str]] = {
    # a claim in one line of plain text
    "spoken.printed": "{source}: “{words}”",
    "spoken.digest": "{source}: {words}",
    # the calendar
    "agenda.summary": "{title} ({date})",
    "agenda.more": ("{n:cap} more report on the event’s page.", "{n:cap} more reports on the event’s page."),
    # feeds
    "feed.claims": ("{label}. It tells of {n} event here.", "{label}. It tells of {n} events here."),
    "feed.no_claims": "{label}. It tells of no event here.",
    "feed.digest": "Our digest of {label}",
}
