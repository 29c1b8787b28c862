"""The interface's words for disputes and their readings, and for the pages of events."""

from __future__ import annotations

EVENTS: dict[str, str | tuple[str, str]] = {
    # disputes and readings
    "disputes.description": (
        "{name}: a point on which the reports contradict one another.",
        "{name}: {n} points on which the reports contradict one another.",
    ),
    "disputes.open": ("{n} open", "{n} open"),
    "disputes.standfirst": (
        "Here two statements cannot both be right. We show the rival readings side by side, count the independent "
        "reports behind each, and say which date the chronology follows."
    ),
    "disputes.empty": (
        "No contradiction was found in what was compared. Dates or figures of one event that cannot both be true would "
        "stand here side by side."
    ),
    "compared.scope": (
        "Compared: the dates and figures of the {n} event here. Dated sentences that belong to no event were not.",
        "Compared: the dates and figures of the {n} events here. Dated sentences that belong to no event were not.",
    ),
    "compared.title": "Not compared",
    "compared.intro": (
        "These reports hold dated sentences that no event here uses: a program found them, is not sure of them, and "
        "they wait for an editor. What they say may differ from what is shown."
    ),
    "compared.count": ("{figure} dated sentence", "{figure} dated sentences"),
    "compared.article": (
        "{n:cap} dated sentence of this report is in no event here, and was not compared.",
        "{n:cap} dated sentences of this report are in no event here, and were not compared.",
    ),
    "numbers.title": "Numbers side by side",
    "numbers.description": "{name}: what two or more reports count under one word, each number in its sentence.",
    "numbers.standfirst": (
        "What two or more reports count under one word, each number in its sentence. They are not compared here, and "
        "may speak of different things; of one report at most three sentences stand under a word. Figures of one event "
        "that cannot both be true stand under Disputes."
    ),
    "numbers.list": "What is counted",
    "numbers.link": "Numbers of the reports, side by side",
    "disputes.table": "At a glance",
    "disputes.caption": "Where dates or figures of one event differ: what all say, and who says what",
    "disputes.all_say": "What all say",
    "disputes.who_says": "Who says what",
    "disputes.we_read": "How we read it",
    "disputes.all_say_so": "no more than the event itself",
    "disputes.agreed": "Agreed.",
    "disputes.differ": "Not agreed.",
    "disputes.follow": "What we follow.",
    "disputes.event": "The event with all its claims",
    "disputes.most": "More independent reports give or allow this date than any other.",
    "disputes.even": (
        "As many reports stand on either side: the chronology shows one date, and leaves open which is right."
    ),
    "disputes.no_figure": "We follow none of the figures: the chronology shows them all.",
    "disputes.editors": (
        "The editors judge it disputed, although the dates and figures in the reports could all be true."
    ),
    "disputes.own_date": "It is the editors’ own date.",
    "differ.date": "The date",
    "differ.figures": "How many: {what}",
    "figure.about": "about {figure}",
    "figure.least": "at least {figure}",
    "figure.most": "at most {figure}",
    "figure.percent": "{figure}%",
    "differ.kind_date": "Date",
    "differ.kind_figures": "Figures",
    "differ.kind_editors": "Editors’ judgement",
    "differ.exact": ("{reports}; {n} gives this exact date", "{reports}; {n} give this exact date"),
    "differ.together": "{reports}, whose dates together leave this one",
    "differ.say": ("{title}, says {n} report", "{title}, say {n} independent reports"),
    "differ.say_exact": (
        "{title}, says {n} report, and {m} less exact allow it",
        "{title}, say {n} independent reports, and {m} less exact allow it",
    ),
    "differ.say_together": (
        "{title}, which {n} report allows",
        "{title}, which {n} independent reports together allow",
    ),
    "differ.say_by": "{title}, says {who}",
    "differ.within": "one report gives both sides: {sides}",
    "differ.itself": "the report itself",
    "differ.all_name": ("It names {names}.", "Every claim names {names}."),
    "differ.all_year": "All that give a date put it in {year}.",
    "differ.all_date": "All that give a date give {date}.",
    # event
    "event.description": "{title}. {status}. {name}.",
    "event.known_from": (
        "One report tells of it.",
        "{n:cap} reports tell of it. On this event they count as independent.",
    ),
    "event.known_from_fewer": ("{n:cap} report tells of it, {origins}.", "{n:cap} reports tell of it, {origins}."),
    "event.origins": ("and all rest on {n} origin", "and rest on {n} independent origins"),
    "event.origins_shown": (
        "and, with the posts that it shows, rests on {n} origin",
        "and, with the posts that it shows, rests on {n} independent origins",
    ),
    "event.scope": (
        "Only the dates and figures of the claims below were compared: a report may say otherwise in a sentence that "
        "was not recognised."
    ),
    "event.scope_alone": "Others may tell of it in sentences that were not recognised.",
    "event.no_report": "No report in this collection tells of it; the editors keep it.",
    "event.differ": "Where the reports disagree",
    "event.differ_within": "Where one report gives two readings",
    "event.say": "What each report says",
    "event.says": "What the report says",
    "event.table_caption": "Every claim beside every other: its words, the date it gives, its names and figures",
    "event.report": "Report",
    "event.words": "Its words",
    "event.its_date": "Date it gives",
    "event.date_short": "Date",
    "event.no_date": "none",
    "event.date_open": "not certain",
    "event.names_as_spelled": "Names, as it spells them",
    "event.names_and_figures": "Names and figures, as it gives them",
    "event.names_short": "Names",
    "event.meant": "also meant: {names}",
    "event.no_names": "none",
    "event.figures": "Figures",
    "event.who": "Who and where",
    "event.where": "Where",
    "event.who_place": "Countries and places",
    "event.near": "See also",
    "event.near_note": (
        "Events of the same days that share people, bodies or places with this one. Some of them may be parts of one "
        "happening."
    ),
    "event.notes": "Linked from",
    "event.cite": "Cite this page",
    "event.beside": "Events before and after",
    "event.before": "Before",
    "event.after": "After",
    "event.remark": "Editors’ remark.",
    "event.chronology": "In the chronology",
}
