"""The interface's words for feeds, the calendar, and the files for other programs."""

from __future__ import annotations

DATA: dict[str, str | tuple[str, str]] = {
    # a claim in one line of plain text
    "spoken.printed": "{source}: {words}",
    "spoken.digest": "{source}: {words}",
    # the calendar
    "agenda.summary": "{title} ({date})",
    "agenda.more": ("{n:cap} more report on the event’s page.", "{n:cap} more reports on the event’s page."),
    # TimelineJS
    "timeline.all": "The whole briefing",
    "timeline.event": "The event with all its claims",
    # the page of the data
    "data.title": "Use this briefing’s data",
    "data.description": "{name}: its events, claims, names and sources as files for other programs.",
    "data.standfirst": (
        "Everything that these pages say, as files: free of drafts, and of what nobody has checked where that is "
        "withheld. They change when the pages do; the id of an event, a name or a source never does."
    ),
    "data.follow": "To follow",
    "data.tables": "Tables",
    "data.whole": "For programs",
    "data.pages": "Beside each page",
    "data.page_example": "Example: {title}",
    "data.file": "File",
    "data.what": "What it holds",
    "data.size": "Size",
    "data.shape": "Its shape, as JSON Schema",
    "data.bytes": ("{n} byte", "{figure} bytes"),
    "data.kilobytes": "{figure} kB",
    "data.megabytes": "{figure} MB",
    "data.notes": "What to know of it",
    "data.note_words": (
        "A claim has a quote where its source printed these words, and a paraphrase where they are those of a digest "
        "of ours: nobody printed these, and they must not be quoted as the publisher’s."
    ),
    "data.note_dates": (
        "Dates are EDTF (ISO 8601-2): 2031-03 is a month and no day of it, 2031-03~ is about then, 2031-03-04/.. is "
        "open. A field that is not there, or a cell that is empty, is unknown."
    ),
    "data.note_rights": (
        "No file holds an article’s text. The quotes belong to those who printed them; what the rest may be used for, "
        "the page about this briefing says."
    ),
    "data.note_csv": "In the CSV files a text that a spreadsheet would take for a formula has an apostrophe before it.",
    "data.events_feed": "Events as an Atom feed, the one reported last first.",
    "data.sources_feed": "Sources as an Atom feed, the newest first.",
    "data.notes_feed": "The editors’ notes as an Atom feed, the newest first.",
    "data.changes_feed": "What was added, corrected and checked, day by day, as an Atom feed.",
    "data.calendar": (
        "Dated events as whole days for a calendar; a month or a year is one long entry with its date in words."
    ),
    "data.events": "Every event with its date, status, place and who takes part.",
    "data.claims": "Every claim: who says what, with its words, its date and its figures.",
    "data.entities": "Every name with its type, other spellings and position.",
    "data.sources": "Every source with its publisher, day and address, without its text.",
    "data.names": "How each source calls each name, and which role it gives.",
    "data.event_entities": "Who takes part in which event, a row for each.",
    "data.claim_entities": "Whom each claim names, a row for each.",
    "data.claim_figures": "Every number that a claim gives.",
    "data.sqlite": "All of these tables in one SQLite database, which Datasette or any SQL program opens.",
    "data.ftm": (
        "Names, sources, events and claims as FollowTheMoney entities, one a line, for programs of investigators."
    ),
    "data.timeline": "Dated events as TimelineJS reads them, each with its date in words.",
    "data.event_page": "Beside the page of each event: all of it, with every claim and where its words stand.",
    "data.entity_page": "Beside the page of each name: how each source calls it, and its events in time.",
    # feeds
    "feed.claims": ("{label}. It tells of {n} event here.", "{label}. It tells of {n} events here."),
    "feed.no_claims": "{label}. It tells of no event here.",
    "feed.digest": "Our digest of {label}",
}
