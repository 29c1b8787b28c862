"""The interface's words that belong to single pages."""

from __future__ import annotations

PAGES: dict[str, str | tuple[str, str]] = {
    # frame
    "nav.chronology": "Chronology",
    "nav.disputes": "Disputes",
    "nav.names": "Names",
    "nav.sources": "Sources",
    "nav.notes": "Notes",
    "nav.search": "Search",
    "nav.changes": "Changes",
    "nav.changes_feed": "Feed of changes",
    "nav.sources_feed": "Feed of sources",
    "nav.notes_feed": "Feed of notes",
    "nav.calendar": "Calendar of events",
    "nav.data": "Data",
    "nav.main": "Main",
    "nav.skip": "Skip to the text",
    "nav.feed": "Feed of events",
    "nav.corrections": "Corrections and source files",
    "foot.as_of": "The newest source is of {date}.",
    "foot.as_of_dated": "The newest source with a date is of {date}.",
    "foot.promise": (
        "Every statement names the report it comes from; where reports are found to disagree, all of them are shown."
    ),
    "foot.private": "No cookies, no tracking, nothing loaded from other sites.",
    "title.page": "{title} – {name}",
    "list.others": ("{n} other", "{n} others"),
    # drawings
    "drawing.title": ("{n:cap} dated event: {first}.", "{n:cap} dated events. The first: {first}; the last: {last}."),
    "drawing.mark": "{date}: {title}",
    "drawing.title_one": "One dated event: {date}.",
    "drawing.note": (
        "A dot is a day, a short bar a month, a long bar a year or more: no event is drawn more exactly than its "
        "sources date it."
    ),
    "drawing.rivals": "A broken outline joined to a mark is the rival date of a dispute.",
    "drawing.rivals_untold": "The rival dates of disputes are in the list.",
    "drawing.folded": "The time before {date} is drawn narrower.",
    "drawing.left_out": (
        "{n:cap} more event did not fit here; the list has it.",
        "{n:cap} more events did not fit here; the list has them.",
    ),
    "drawing.how": "How to read the drawing",
    "drawing.skip": "Skip the drawing",
    "drawing.list": "The list that follows says the same.",
    # home
    "home.description": "{name}: events, sources and the points on which they disagree.",
    "home.events_from": ("{n} event from {reports}.", "{n} events from {reports}."),
    "home.disputes_open": ("{n} dispute is open.", "{n} disputes are open."),
    "home.no_disputes": "No dispute is open among these events.",
    "home.no_dispute_shown": "No dispute is open among the events shown.",
    "home.alone": ("{n} was found in one report alone.", "{n} were found in one report alone."),
    "home.planned": ("{n} is planned.", "{n} are planned."),
    "home.newest": "The newest source is of {date}.",
    "home.newest_dated": "The newest source with a date is of {date}.",
    "home.none_checked": "A program found everything here; no editor has checked it yet.",
    "home.none_signed": "No editor has signed off any of this yet.",
    "home.some_checked": ("An editor has checked one of {total} pages.", "Editors have checked {n} of {total} pages."),
    "home.all_checked": "Editors have checked every page.",
    "home.key": "Key events",
    "home.key_auto": "Most reported events",
    "home.key_latest": "Latest events",
    "home.state": "As it stands",
    "home.all_events": ("The one event in the chronology", "The {n} events in order of date"),
    "home.differ": "Where the reports disagree",
    "home.agree": "No contradiction was found in what was compared.",
    "home.all_disputes": "All disputes",
    "home.notes": "Editors’ notes",
    "home.all_notes": "All notes",
    "home.names": "People and places",
    "home.all_names": "All names, by kind",
    "home.places_and_more": "Places and more",
    "home.newest_sources": "Newest sources",
    "home.all_sources": ("The one source and what it reports", "The {n} sources and what only one of them says"),
    "home.about": "About",
    "home.marks": "How to read the marks",
    "home.chronology": "Read the chronology",
    "home.method": "How this briefing is made",
    # chronology
    "chronology.description": (
        "{name}: {n} event with its sources.",
        "{name}: {n} events, oldest first, each with its sources and both sides of a dispute.",
    ),
    "chronology.standfirst": ("{n:cap} event.", "{n:cap} events, oldest first."),
    "chronology.standfirst_lines": (
        "{n:cap} event, oldest first.",
        "{n:cap} events, oldest first, one line each. The page of each year has the words of their sources and "
        "both sides of every dispute.",
    ),
    "chronology.empty": "There are no events yet.",
    "chronology.all": "All",
    "chronology.show": "Show",
    "chronology.filter": "Filter the events",
    "chronology.go_to": "Go to",
    "chronology.follow": "Follow",
    "chronology.all_names": "all names",
    "chronology.instead": "Or read",
    "chronology.undated": "No date",
    "chronology.undated_note": "The sources tell of these but give no date.",
    "chronology.planned": "Planned",
    "chronology.planned_note": "Announced for a day after the newest source.",
    "chronology.none_checked": "A program found all of these; no editor has checked them yet.",
    "chronology.unchecked": (
        "{n} event, marked so, has not been checked by an editor yet.",
        "{n} events, marked so, have not been checked by an editor yet.",
    ),
    "chronology.all_checked": "An editor has checked every event shown.",
    "chronology.not_checked": "Not yet checked",
    "chronology.with": "With",
    "chronology.where": "In {place}",
    "claim.others": ("{n:cap} claim that takes no side", "{n:cap} claims that take no side"),
    "chronology.of": "Chronology: {year}",
    "chronology.of_description": ("{name}: {year}, {n} event.", "{name}: {year}, {n} events."),
    "chronology.in_full": ("The one event with its words and sources", "The {n} events with their words and sources"),
    "chronology.beside": "Years before and after",
    "chronology.order": "report by report, as it became known",
    "chronology.by_kind": "by kind of event",
    "chronology.alone": "what rests on one report",
    "kinds.title": "Events by kind",
    "kinds.description": "{name}: its events by what they are, with how many there are of each kind.",
    "kinds.standfirst": (
        "The same events by what they are, as a program read it from the reports. An event of two kinds stands under "
        "both, so the numbers may add up to more than there are."
    ),
    "kinds.list": "Kinds of events",
    "kinds.none": "Of no named kind",
    "kinds.more": ("{n} more stands in the chronology.", "{n} more stand in the chronology."),
    "alone.title": "What rests on one report",
    "alone.description": "{name}: the events that only one report tells of, and which report that is.",
    "alone.standfirst": (
        "{n:cap} of {total} events was found in one report alone. It may well be right, and a program may have missed "
        "it in another report.",
        "{n:cap} of {total} events were found in one report alone. They may well be right, and a program may have "
        "missed them in other reports.",
    ),
    "alone.tellers": "Which report tells of them",
    "first.title": "As it became known",
    "first.description": "{name}: which source first reported each event, in the order of publication.",
    "first.standfirst": (
        "The same events in the order in which these reports made them known, each with the date and the words of the "
        "report. Only the titles are of today."
    ),
    "first.standfirst_years": (
        "The same events in the order in which these reports made them known. The page of each year has its reports "
        "with the events that were new in them, under the date that the report gives. Only the titles are of today."
    ),
    "first.of": "As it became known: {when}",
    "first.of_undated": "undated reports",
    "first.of_description": "{name}: which events the reports of {when} were the first to tell of.",
    "first.of_standfirst": ("{n:cap} report. New events: {new}.", "{n:cap} reports, oldest first. New events: {new}."),
    "first.in_full": ("The {n} report, with what was new in it", "The {n} reports, with what was new in each"),
    "first.beside": "Reports before and after",
    "first.inferred": (
        "It prints no date. From its text it was out by {date}, and it stands at that day; it may be some days older."
    ),
    "first.undated": "It has no date at all and stands last; it may be older than any report above.",
    "first.nothing": "Every event it tells of was already known from an earlier report.",
    "first.repeats": ("It repeats {n} event from earlier reports.", "It repeats {n} events from earlier reports."),
    "first.known": ("Events known by then: {n}.", "Events known by then: {n}."),
    "first.known_by": "What was known by",
    "first.news": "News",
    "first.announced": "Announced",
    "first.recalled": "Earlier, or without a date",
    "first.otherwise": "Here it contradicts a report above",
    "first.again": (
        "{n:cap} event already known from earlier reports",
        "{n:cap} events already known from earlier reports",
    ),
    # sources
    "sources.description": (
        "{name}: the report this briefing is made from.",
        "{name}: the {n} reports this briefing is made from, and what only one of them says.",
    ),
    "sources.standfirst": ("{n:cap} report.", "{n:cap} reports, oldest first."),
    "sources.nameless": ("{n:cap} does not say who published it.", "{n:cap} do not say who published them."),
    "sources.dateless": (
        "{n:cap} prints no date; an inferred date is marked as such.",
        "{n:cap} print no date; inferred dates are marked as such.",
    ),
    "sources.empty": "There are no sources yet.",
    "sources.list": "The reports",
    "sources.no_year": "Undated",
    "sources.parts": "On this page",
    "sources.caption": "Reports with publisher, date and number of claims",
    "sources.published": "Published",
    "sources.publisher": "Publisher",
    "sources.credits": "Credits",
    "sources.claims": "Claims",
    "sources.words": "Words",
    "sources.only_here": "Only here",
    "sources.only_here_note": "Only here: events that were found in no other report. The number leads to them.",
    "sources.digest": "our digest",
    "sources.post_by": "a post by {name}",
    "sources.nobody": "nobody",
    "sources.only_one": "There is only one report here.",
    "sources.copies": "Shared passages",
    "sources.copy": "{first} shares at least {passages} word for word with {second}.",
    "sources.copy_counts": "On what a shared passage tells, the two count as one report; on everything else, as two.",
    "sources.house": "{publisher} published {n} of the reports; on any event they count as one.",
    "sources.no_copies": "No two of these reports share a longer passage, and no two have the same publisher.",
    "sources.digests_hide": (
        "Where we show only our digest of a report, the text here cannot reveal what it shares with "
        "others; that is known only where an editor has compared the originals."
    ),
    "sources.no_copies_known": (
        "No passage shared by two of these reports is known, and no two have the same publisher."
    ),
    "sources.matrix": "Who reports what",
    "sources.matrix_caption": "Events by source",
    "sources.reported_by": "Reported by",
    "sources.matrix_left_out": (
        "{n:cap} event that fewer sources report stands in the chronology.",
        "{n:cap} events that fewer sources report stand in the chronology.",
    ),
    "sources.dated": "gives the date shown, or one that allows it",
    "sources.undated": "reports it, gives no date",
    "sources.rival": "gives another date",
    "sources.cell_rival": "another date: {date}",
    "sources.cell_undated": "yes, without a date",
    "sources.cell_no": "no claim found",
    "sources.cell_none": (
        "An empty cell: no claim of the event was found in that report. Its text may still tell of it."
    ),
    "sources.event": "Event",
    # article
    "article.kicker": "Source",
    "article.description": "Claims of the {label} in the margin of its text. {name}.",
    "article.digest_of": "This is our digest of {label}.",
    "article.original": "The original: {title}.",
    "article.digest_intro": (
        "The words are the briefing’s own, not the publisher’s. Each tinted passage is a claim, with a note beside it."
    ),
    "article.excerpt_intro": (
        "Only the passages that claims quote are shown here, in the publisher’s words, each with a note beside it."
    ),
    "article.full_intro": "The text is the publisher’s. Each tinted passage is a claim, with a note beside it.",
    "article.other_language": "This report is not in the language of the briefing; no claims were read from it.",
    "article.no_claims": "No claim was found in this report.",
    "article.publisher": "Publisher",
    "article.author": "Author",
    "article.published": "Published",
    "article.title": "Title",
    "article.address": "Address",
    "article.archived": "Archived",
    "article.retrieved": "Fetched",
    "article.original_file": "Original",
    "article.file": "File",
    "article.hash": "SHA-256",
    "article.kept": "File and checksum",
    "article.only": "Only in this report",
    "article.only_count": "Only in this report: {events}",
    "home.changes": "Latest changes",
    "home.all_changes": "All changes",
    # what is not there yet, and what waits for an editor
    "home.welcome": "This briefing is still empty.",
    "home.welcome_next": (
        "Its editors have not added any reports yet. Once they have, the events, names and sources of the "
        "reports will be "
        "here, each with the words it rests on."
    ),
    "home.nothing_found": "The reports are here, but no events have been found in them yet.",
    "disputes.none_yet": "There are no reports to compare yet.",
    "disputes.one_yet": "There is only one report, and nothing to compare it with.",
    "withheld.pages": (
        "{n:cap} page that no editor has checked yet is not shown.",
        "{n:cap} pages that no editor has checked yet are not shown.",
    ),
    "withheld.events": (
        "{n:cap} event that no editor has checked yet is not shown.",
        "{n:cap} events that no editor has checked yet are not shown.",
    ),
    "withheld.all_events": "No editor has checked an event yet, and only checked events are shown.",
    "withheld.disputes": "Among the events that editors have checked, no report contradicts another.",
    "withheld.claims": "No editor has checked an event that this report tells of; only checked events are shown.",
    # notes and pages
    "note.kicker": "Editors’ note",
    "note.by": "By {author}",
    "note.updated": "Changed on {date}",
    "note.speaks_of": "Events it discusses",
    "note.linked": "Linked from",
    "notes.description": "Editors’ notes. {name}.",
    "notes.standfirst": "The editors’ own notes, with links to the events and names they discuss.",
    "notes.empty": "The editors have not written any notes yet.",
    "page.description": "{title}. {name}.",
    "page.updated": "Last changed on {date}.",
    "not_found.title": "This page does not exist",
    "not_found.standfirst": "The address may be mistyped, or the page was removed. Try one of these:",
    "not_found.home": "The briefing’s first page",
    "not_found.chronology": "All events in order of date",
    "not_found.names": "People, places and everything else that has a name",
    "not_found.sources": "The sources and what each of them says",
    "not_found.search": "Search in all of it",
}
