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
