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
        "Here two reports cannot both be right. We show the rival readings side by side, count the independent reports "
        "behind each, and say which one the chronology follows."
    ),
    "disputes.empty": (
        "No report contradicts another. Where dates or figures cannot both be true, they will stand here side by side."
    ),
    "disputes.table": "At a glance",
    "disputes.caption": "Every disagreement, with what all say and who says what",
    "disputes.all_say": "What all say",
    "disputes.who_says": "Who says which",
    "disputes.we_read": "How we read it",
    "disputes.all_say_so": "that it took place",
    "disputes.agreed": "Agreed.",
    "disputes.follow": "What we follow.",
    "disputes.event": "The event with all its claims",
    "disputes.most": "Most independent reports allow it.",
    "disputes.even": (
        "As many reports stand on either side; the chronology shows one date and leaves open which is right."
    ),
    "disputes.no_figure": "We follow none of the figures: the chronology shows them all.",
    "disputes.editors": "The editors hold it disputed; the dates and figures that the reports give can stand together.",
    "differ.date": "The date",
    "differ.figures": "How many: {what}",
    "figure.about": "about",
    "figure.least": "at least",
    "figure.most": "at most",
    "differ.kind_date": "Date",
    "differ.kind_figures": "Figures",
    "differ.kind_editors": "Editors’ judgement",
    "differ.exact": ("{reports}; {n} gives this very date", "{reports}; {n} give this very date"),
    "differ.together": "{reports}, which together allow it",
    "differ.say": ("{title}, says {n} report", "{title}, say {n} independent reports"),
    "differ.say_exact": (
        "{title}, says {n} report, beside {m} less exact",
        "{title}, say {n} independent reports, beside {m} less exact",
    ),
    "differ.say_together": (
        "{title}, which {n} report allows",
        "{title}, which {n} independent reports together allow",
    ),
    "differ.all_name": ("It names {names}.", "Every claim names {names}."),
    "differ.all_year": "All that give a date put it in {year}.",
    # event
    "event.description": "{title}. {status}. {name}.",
    "event.known_from": ("Known from {n} report alone.", "Known from {n} reports, each independent of the others."),
    "event.known_from_fewer": ("Known from {n} report, {origins}.", "Known from {n} reports, {origins}."),
    "event.origins": ("which rest on {n} origin", "which rest on {n} independent origins"),
    "event.no_report": "No report in this collection tells of it; an editor has entered it.",
    "event.differ": "Where the reports part",
    "event.say": "What the reports say",
    "event.others_say": "What else is said",
    "event.dates": "The dates given",
    "event.dates_caption": "What each report alone would let you conclude",
    "event.report": "Report",
    "event.its_date": "Its date",
    "event.drawn": "Drawn: ",
    "event.no_date": "none",
    "event.who": "Who and where",
    "event.where": "Where",
    "event.who_place": "Countries and places",
    "event.notes": "Linked from",
    "event.cite": "Cite this",
    "event.beside": "Events before and after",
    "event.before": "Before",
    "event.after": "After",
    "event.remark": "Editors’ remark.",
    "event.chronology": "In the chronology",
    "event.shown_by": "{author}, post in ",
    "event.points": "As each report puts it",
    "event.points_caption": "On whose word, with which names and figures",
    "event.points_own": "Each on its own word, with the names as it spells them",
    "event.gives_date": "Date it gives",
    "event.word_of": "On the word of",
    "event.its_own_word": "its own",
    "event.names_as_spelled": "Names as it spells them",
    "event.names_short": "Names",
    "event.figures": "Figures",
}
