"""The interface's words in English, by key. A pair is (singular, plural); see `words.t` for the values."""

from __future__ import annotations

from generator.views.catalogue_data import DATA
from generator.views.catalogue_desk import DESK
from generator.views.catalogue_entities import ENTITIES
from generator.views.catalogue_events import EVENTS
from generator.views.catalogue_finding import FINDING
from generator.views.catalogue_overviews import OVERVIEWS
from generator.views.catalogue_pages import PAGES

Text = str | tuple[str, str]

_DATES: dict[str, Text] = {
    # Babel's notation: d is the day, MMMM the month beside a day, LLLL alone, y the year
    "date.pattern.day": "d MMMM y",
    "date.pattern.day_month": "d MMMM",
    "date.pattern.day_number": "d",
    "date.pattern.month": "MMMM y",
    "date.pattern.month_name": "LLLL",
    "date.pattern.short_day": "d MMM y",
    "date.pattern.short_month_name": "LLL",
    # the same for the first day of a month
    "date.pattern.first_day": "d MMMM y",
    "date.pattern.first_day_month": "d MMMM",
    "date.pattern.first_short_day": "d MMM y",
    # before a day, before a month or year, and before anything else
    "date.about.day": "about {date}",
    "date.about.month": "about {date}",
    "date.about.other": "about {date}",
    "date.maybe": "perhaps {date}",
    "date.since.day": "since {date}",
    "date.since.month": "since {date}",
    "date.since.other": "since {date}",
    "date.until.day": "until {date}",
    "date.until.month": "until {date}",
    "date.until.other": "until {date}",
    "date.by.day": "by {date}",
    "date.by.month": "by {date}",
    "date.by.other": "by {date}",
    "date.span.day": "{first} to {last}",
    "date.span.month": "{first} to {last}",
    "date.span.other": "{first} to {last}",
    "date.days": "{first}–{last}",
    "date.reported.day": "reported on {date}",
    "date.reported.month": "reported in {date}",
    "date.reported.other": "reported in {date}",
    "date.reported.span": "reported {date}",
    "date.in_the_year": "in the year",
    "date.decade": "the {year}s",
    "date.century": "the years from {year}",
    "date.of_year": "{name} {year}",
    "date.quarter_of_year": "{name} of {year}",
    "date.years": "{first} to {last}",
    "date.either": "{first} or {last}",
    "date.early": "early {month}",
    "date.mid": "mid-{month}",
    "date.late": "late {month}",
    "date.none": "No date given",
    "date.group.21": "spring",
    "date.group.22": "summer",
    "date.group.23": "autumn",
    "date.group.24": "winter",
    "date.group.33": "first quarter",
    "date.group.34": "second quarter",
    "date.group.35": "third quarter",
    "date.group.36": "fourth quarter",
    "date.group.40": "first half",
    "date.group.41": "second half",
    "quote.words": "“{words}”",
    "list.comma": ", ",
    "list.semicolon": "; ",
    # from none upwards, as far as the words are the same for whatever is counted; figures follow
    "number.words": "no one two three four five six seven eight nine ten eleven twelve",
}

_STATUS: dict[str, Text] = {
    "status.because": "{word}: {why}",
    "status.undisputed": "Undisputed",
    "status.unverified": "Unverified",
    "status.disputed": "Disputed",
    "status.planned": "Planned",
    "site.tagline": "A briefing",
    "why.independent": ("{n} independent report", "{n} independent reports"),
    "why.alone": "found in one report alone",
    "why.announced_before": "one report tells that it happened; others had announced it",
    "why.not_independent": "{reports} that count as one",
    "why.reports": ("{n} report", "{n} reports"),
    "why.against": ("{n} independent report against {m}", "{n} independent reports against {m}"),
    "why.itself": "one source gives two dates",
    "why.figures": "reports give different figures",
    "why.figures_within": "one report gives different figures",
    "why.editors": "the editors’ judgement",
    "why.dated": "the editors date it {date}",
    "why.dated_because": "the editors date it {date} ({because})",
    "why.told": ("the report that gives a date says {date}", "the {n} reports that give a date say {date}"),
    "why.no_report": "no report here tells of it",
    "why.announced_alone": "announced by one report alone",
    "why.announced": ("announced by {n} independent report", "announced by {n} independent reports"),
    "mark.undisputed": "several reports, no difference found",
    "mark.unverified": "found in one report alone",
    "mark.disputed": "reports disagree",
    "mark.planned": "still to come",
    "marks.undisputed": (
        "Two or more independent reports tell of it, and none of the claims compared contradicts its date or figures. "
        "Sentences that were not recognised as its claims were not compared."
    ),
    "marks.unverified": (
        "Found in one independent report alone: the program may have missed it in another. It may well be right."
    ),
    "marks.disputed": "Reports give dates or figures that cannot all be true. All of them are shown.",
    "marks.planned": "Announced for a day after the newest source.",
    "marks.scope": (
        "A mark speaks of the event that the title names, and of its date. What else a quoted sentence says may "
        "rest on "
        "that report alone."
    ),
    "marks.independent": (
        "Whether reports are independent is judged event by event: those of one publisher, those that share a longer "
        "passage on the event, and those that rest on one origin count once. A post shown inside a report counts as a "
        "report of its author where the report names another origin for what it says."
    ),
    "review.machine": "Found by a program; no editor has checked it yet",
    "review.by_hand": "Written by an editor; not signed off yet",
    "review.checked": "Checked by an editor on {date}",
    "review.changed": "Checked by an editor on {date}; its reports have changed since",
}

_SOURCES: dict[str, Text] = {
    "source.publisher_date": "{publisher}, {date}",
    "source.publisher_undated": "{publisher}, undated",
    "source.publisher_rough": "{publisher}, {date} (date inferred)",
    # alone, and in a sentence
    "source.of_date": "report of {date}",
    "source.the_of_date": "the report of {date}",
    "source.of_rough": "report of {date} (date inferred)",
    "source.an_of_rough": "a report of {date} (date inferred)",
    "source.untold": "undated report ({title})",
    "source.an_untold": "an undated report ({title})",
    "source.twin": "{label} ({title})",
    "source.undated": "undated",
    "source.not_stated": "not stated",
    "source.not_stated_publisher": "Publisher not stated",
    "source.not_stated_copy": "not stated in our copy",
    "source.printed": "printed in the text",
    "source.inferred": "inferred: {reason}",
    "inferred.says": "it says {when} of what other reports date to {day}: {title}",
    "inferred.head": "its head says that it {word} {day}",
    "inferred.news": "it tells as news what other reports date to {day}: {title}",
    "inferred.weekday": "it says {when}, and that is a day of {year}",
    "inferred.between": "it tells of {past} as past, and plans for {plan}",
    "source.title_ours": "ours; the report has none",
    "source.bracketed": "[{title}]",
    # who says it: {source} may be a link
    "claim.by.alone": "{source}",
    "claim.by.credits": "{source}, which credits {name}",
    "claim.by.post.alone": "{author}, in a post shown by {source}",
    "claim.by.post.credits": "{author}, in a post shown by {source}, which credits {name}",
    "claim.by.digest.alone": "Our digest of {source}",
    "claim.by.digest.credits": "Our digest of {source}, which credits {name}",
    "claim.by.digest.post.alone": "Our digest of {source}, a post by {author}",
    "claim.by.digest.post.credits": "Our digest of {source}, a post by {author}, which credits {name}",
    "claim.dated": "Its date: {date}.",
    "claim.undated": "It gives no date.",
    "claim.by_publication": "The day of the report stands in for it.",
    "claim.by_inference": "The year, or the day, comes from a day of publication that was inferred.",
    "claim.credited": "Credited to {name}.",
    "claim.others_allow": (
        "{n:cap} independent report gives or allows {date}.",
        "{n:cap} independent reports give or allow {date}.",
    ),
    "claim.others_say": ("{n:cap} independent report says {date}.", "{n:cap} independent reports say {date}."),
    "claim.more": ("{n:cap} more claim", "{n:cap} more claims"),
    "claim.number": "Claim {number}",
    "claim.found": "In the original",
    "claim.back": "Back to claim {number} in the text",
    "count.events": ("{n} event", "{n} events"),
    "count.events_figure": ("{figure} event", "{figure} events"),
    "count.reports_figure": ("{figure} report", "{figure} reports"),
    "count.reports": ("{n} report", "{n} reports"),
    "count.in_reports": ("in {n} report", "in {n} reports"),
    "count.of_reports": "{n} of {total} reports",
    "count.passages": ("{n} passage", "{n} passages"),
}

_KINDS: dict[str, Text] = {
    "type.person": "Person",
    "type.organization": "Organisation",
    "type.place": "Place",
    "type.agreement": "Agreement",
    "type.named_event": "Named event",
    "type.equipment": "Equipment",
    "types.person": "People",
    "types.organization": "Organisations",
    "types.place": "Places",
    "types.agreement": "Agreements",
    "types.named_event": "Named events",
    "types.equipment": "Equipment",
    # kinds of happenings, as the converter names them
    "kind.accident": "accident",
    "kind.announcement": "announcement",
    "kind.appointment": "appointment",
    "kind.arrest": "arrest",
    "kind.attack": "attack",
    "kind.award": "award",
    "kind.birth": "birth",
    "kind.closing": "closing",
    "kind.construction": "construction",
    "kind.contest": "contest",
    "kind.death": "death",
    "kind.delivery": "delivery",
    "kind.deployment": "deployment",
    "kind.disaster": "disaster",
    "kind.discovery": "discovery",
    "kind.exercise": "exercise",
    "kind.founding": "founding",
    "kind.kidnapping": "kidnapping",
    "kind.landing": "landing",
    "kind.launch": "launch",
    "kind.meeting": "meeting",
    "kind.opening": "opening",
    "kind.protest": "protest",
    "kind.purchase": "purchase",
    "kind.release": "release",
    "kind.resignation": "resignation",
    "kind.restoration": "restoration",
    "kind.sanction": "sanction",
    "kind.search": "search",
    "kind.signing": "signing",
    "kind.verdict": "verdict",
    "kind.visit": "visit",
    "kind.vote": "vote",
}

# The words of single pages stand in a table of their own, so that neither file grows too long.
ENGLISH: dict[str, Text] = {
    **_DATES, **_STATUS, **_SOURCES, **_KINDS, **EVENTS, **PAGES, **ENTITIES, **FINDING, **DESK, **DATA, **OVERVIEWS,
}  # fmt: skip
