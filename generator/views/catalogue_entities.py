"""The interface's words for the pages of names."""

from __future__ import annotations

ENTITIES: dict[str, str | tuple[str, str]] = {
    "entity.description": "{name}{also}: names and roles by source, events and mentions. {briefing}.",
    "entity.also": ", also {names}",
    "entity.also_label": "also",
    "entity.not_named": "No report in this collection uses the name.",
    "entity.named_all": ("Named by the one report.", "Named by each of the {n} reports."),
    "entity.named_in": ("Named by {n} of {total} reports.", "Named by {n} of {total} reports."),
    "entity.one_name": "No report uses another name.",
    "entity.in_events": ("Appears in {n} event.", "Appears in {n} events."),
    "entity.in_no_event": "Appears in none of the events.",
    "entity.names": "Names and roles by source",
    "entity.names_caption": "Spellings and roles in each source",
    "entity.source": "Source",
    "entity.spelled": "Called",
    "entity.role": "Title or role it gives",
    "entity.role_short": "Role",
    "entity.no_role": "none found",
    "entity.in_context": "None found beside the name. In context:",
    "entity.roles_note": (
        "Titles are read from the words beside a name, and some are missed. Sentences that name it are below."
    ),
    "entity.unused": "added by the editors; no report uses it",
    "entity.in_chronology": "Show these among all events",
    "entity.more_events": ("{n:cap} more event", "{n:cap} more events"),
    "entity.chronology": "Chronology",
    "entity.relations": "Connections",
    "entity.relations_note": (
        "A solid line joins names of one event, thicker for more events; a broken line, names of the "
        "same reports only. Circles are people, squares places, diamonds organisations, triangles everything else."
    ),
    "entity.shared": "In the same events",
    "entity.both": ("{n:cap} report names both", "{n:cap} reports name both"),
    "entity.which": "Which reports",
    "entity.only_named": "In the same reports, without an event of both",
    "entity.more": ("{n:cap} more", "{n:cap} more"),
    "entity.mentions": "Mentions in context",
    "entity.more_mentions": ("{n:cap} more mention", "{n:cap} more mentions"),
    "entity.more_sources": ("Mentions in {n} more report", "Mentions in {n} more reports"),
    "entity.all_digests": "Sentences from our digests, in the order of publication.",
    "entity.some_digests": "In the order of publication. Where a source is shown as our digest, the words are ours.",
    "entity.same_as": "Elsewhere:",
    "entity.linked": "Linked from",
    "ego.title": ("{n:cap} name around {name}.", "{n:cap} names around {name}, {shared} of them in the same events."),
    "entities.description": "People, organisations, places, agreements, events and equipment in the reports. {name}.",
    "entities.standfirst": (
        "Everyone and everything that the report names, with the spellings it uses.",
        "Everyone and everything that the reports name, with the spellings they use. The number says how many of "
        "the {n} reports name it.",
    ),
    "entities.empty": "There are no names yet.",
    "entities.kinds": "Kinds of names",
    "entities.find": "Find a name",
    "entities.order": "Order",
    "entities.by.name": "By name",
    "entities.by.reports": "Most reports first",
    "entities.by.events": "Most events first",
    "entities.found": "{number} names.",
    "entities.found_none": "No name matches.",
    "entities.one_report": "Named by one report alone: {number}",
}
