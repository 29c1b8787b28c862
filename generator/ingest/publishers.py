"""Whether a name is a publisher's: an agency, a paper, a broadcaster."""

from __future__ import annotations

import re

from generator import gazetteer


def agencies(section: str) -> str:
    """A pattern of the agencies of data/agencies.txt: "wires" that send out reports, "pictures" that credits name."""
    names = gazetteer.sections("agencies.txt", whole_lines=True)[section]
    return "(?:" + "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name))) + ")"


WIRES = agencies("wires")
MEDIA_WORD = re.compile(
    r"news|times|post|herald|tribune|press|agency|wire|gazette|journal|radio|\btv\b|television|media|daily|weekly"
    r"|chronicle"
    r"|observer|guardian|telegraph|monitor|mail|express|standard|bulletin|review|magazine|today|online|broadcast"
    r"|courier"
    r"|\.(?:com|net|org|info|co\.\w\w)$",
    re.I,
)


def is_publisher(name: str) -> bool:
    """Whether a name is one of a newspaper, broadcaster or agency: known as a body, or says so itself."""
    if MEDIA_WORD.search(name) or re.fullmatch(WIRES, name):
        return True
    known = gazetteer.find(name)
    return known is not None and known.kind == "body" and name.isupper() is False


# Names of sections, as papers print them above a headline.
SECTIONS = frozenset(
    """news world business sport sports politics opinion local national international culture economy science technology
    tech health entertainment lifestyle education environment travel weather crime features feature analysis comment
    editorial regional metro nation industry trade markets finance money africa asia europe americas exclusive breaking
    soccer football cricket rugby tennis golf athletics cycling boxing baseball basketball hockey racing swimming
    motorcycling skiing wrapup factbox focus interview advisory urgent
    latest top stories story update updates video the and & of in ap u.s. us uk eu blog article press release""".split()
)
