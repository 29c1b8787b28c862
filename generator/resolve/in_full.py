"""Half a name in a title, where some article has the whole: "Mann is arrested" is Leo Mann.

An article of the second day goes on with a surname, or with an initial, that the first one gave whole. In a list of
events nobody has read the first; there a person stands under the name that the site has for that person.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from generator.document import Identities, Mention

LIMIT = 90  # characters of a title
# "Mann", "L. Mann", "L.M. Mann", "van der Mann"
_HALF = re.compile(
    r"(?:[A-Z][a-z]?\.[ -]?)*(?:(?:van|von|der|den|de|la|le|di|del|dos|da|al|el|bin|ben|ter) )*[^\s.]+", re.I
)
# What is called by one surname, of which nobody has to be named in full: "the Mann family", "the Mann case".
_CALLED_BY = re.compile(
    r" (?:famil(?:y|ies)|clan|dynasty|brothers|sisters|siblings|twins|cousins|couple|estate|heirs|household|case|affair"
    r"|scandal|trial|inquiry|commission|report|plan|doctrine|law|bill|act|prize|medal|award|foundation|fund|trust"
    r"|collection|archive|papers|museum|gallery|hall|arena|stadium|theatre|theater|hotel|hospital|clinic|school|college"
    r"|institute|library|bridge|tunnel|dam|road|street|square|park|tower|house|villa|palace|castle|farm|mine|mill"
    r"|shipyard|yard|works|factory|plant|brewery|bakery|bank|group|company|firm|ministry|government|cabinet"
    r"|administration|era|campaign|method|test|syndrome|telescope|crater|glacier)\b(?!-)"
)
_EDGE = re.compile(r"\b")


def beginnings(identities: Identities) -> frozenset[str]:
    """What the names of bodies begin with, up to the end of each of their words."""
    names = (e.name for e in identities.entities.values() if e.type == "organization")
    return frozenset(name[: m.start()] for name in names for m in _EDGE.finditer(name))


def with_names(
    title: str,
    named: Iterable[tuple[Mention, str | None]],
    identities: Identities,
    written: Collection[str] = (),
    bodies: Collection[str] = (),
) -> str:
    """The title with whole names where they fit in. `named`: mentions of its claim, with their entities' ids.

    `written`: the names as its article writes them; `bodies`: the `beginnings` of names, which may be a body's.
    """
    for mention, id in named:
        if mention.type != "person" or id is None or not _HALF.fullmatch(mention.text):
            continue
        name, half = identities.entities[id].name, mention.text
        if half in bodies:
            continue  # "Mann" may be Mann & Sons
        whole = any(half in other != half and other in title for other in written if " " in other)
        if whole or len(name.split()) < 2 or _HALF.fullmatch(name):
            continue
        start = _word(title, half)
        if start < 0 and half not in name.split():  # the title has it as the editors write the name
            half = name.split()[-1]
            start = _word(title, half)
        if start >= 0 and _CALLED_BY.match(title, start + len(half)):
            continue
        if start < 0 or _stands_whole(title[:start], title[start + len(half) :], name):
            continue
        longer = f"{title[:start]}{name}{title[start + len(half) :]}"
        title = longer if len(longer) <= LIMIT else title
    return title


def _word(title: str, half: str) -> int:
    """Where a title has the half of a name as a word of its own; -1 where it has not."""
    start = title.find(half)
    if start < 0:
        return -1
    before, behind = title[:start][-1:], title[start + len(half) :][:1]
    return (
        start if not (before.isalnum() or before in tuple(".-'’")) and not (behind.isalnum() or behind == "-") else -1
    )


def _stands_whole(before: str, behind: str, name: str) -> bool:
    """Whether a title has more of the name around the half of it, or has it elsewhere."""
    beside = {*before.split()[-1:], *behind.split()[:1]}
    return name in before or name in behind or bool(beside & set(name.split()))
