"""The words of the map and of the network."""

OVERVIEWS: dict[str, str | tuple[str, str]] = {
    "poster.said": "{name}: {tagline}",
    "overview.skip": "Skip the drawing",
    "map.title": "Map",
    "map.link": "All places on a map",
    "map.description": ("The place named in {name}, on a map.", "The {n} places named in {name}, on a map."),
    "map.standfirst": (
        "The place that the reports name. The larger the dot, the more events; a country is shaded.",
        "{n:cap} places that the reports name. The larger a dot, the more events; countries are shaded.",
    ),
    "map.picture": (
        "Map with one place; the table below says the same",
        "Map with {n} places; the table below says the same",
    ),
    "map.spot": "{name}: {events}",
    "map.far": (
        "{n:cap} place lies far from the others and is in the table alone.",
        "{n:cap} places lie far from the others, or are told of too seldom, and are in the table alone.",
    ),
    "map.nowhere": (
        "Of {n} place this briefing does not know where it lies.",
        "Of {n} places this briefing does not know where they lie.",
    ),
    "map.outlines": (
        "The outlines are those of Natural Earth; they show who holds a border, not who claims it, and are not this "
        "briefing’s judgement."
    ),
    "map.table": "The places",
    "map.caption": "Places, with how many events and reports tell of them",
    "map.place": "Place",
    "map.country": "Country",
    "map.events": "Events",
    "map.reports": "Reports",
    "map.shown": "On the map",
    "map.where.on": "yes",
    "map.where.far": "no: far away, or seldom told of",
    "map.where.nowhere": "no: place not known",
    "map.more": ("{n:cap} more place is in the index of names.", "{n:cap} more places are in the index of names."),
    "network.title": "Network",
    "network.link": "Who takes part with whom",
    "network.description": "Which people and organisations of {name} take part in the same events.",
    "network.standfirst": (
        "{n:cap} person or organisation, {pairs}.",
        "{n:cap} people and organisations, {pairs} that take part in the same events. "
        "Who shares an event need not have met.",
    ),
    "network.pairs": ("one pair", "{n} pairs"),
    "network.ties": ("one tie", "{n} ties"),
    "network.picture": ("One name", "{n:cap} names and {ties} between them; the table below says the same"),
    "network.node": "{name}: {events}",
    "network.tie": "{one} and {other}: {events}",
    "network.note_several": "An arc joins two who share at least two events; the broader it is, the more they share.",
    "network.note_all": "An arc joins two who share an event; the broader it is, the more they share.",
    "network.note_cut": "Drawn are the {number} with most ties.",
    "network.people": "a person",
    "network.bodies": "an organisation",
    "network.table": "The pairs",
    "network.caption": "Pairs of people and organisations, with the events they share",
    "network.one": "One",
    "network.other": "The other",
    "network.events": "Shared events",
    "network.latest": "The last of them",
    "network.more": ("{n:cap} more pair shares one event or more.", "{n:cap} more pairs share one event or more."),
}
