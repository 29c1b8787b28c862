"""Half a name in a title, where some article has the whole: "Mann is arrested" is Leo Mann.

An article of the second day goes on with a surname, or with an initial, that the first one gave whole. In a list of
events nobody has read the first; there a person stands under the name that the site has for that person.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from generator.document import Identities, Mention

LIMIT = 90  # characters of a title
_HALF = re.compile(r"(?:[A-Z][a-z]?\.[ -]?)*[^\s.]+")  # "Mann", "L. Mann", "L.M. Mann"


def with_names(
    title: str, named: Iterable[tuple[Mention, str | None]], identities: Identities, written: Collection[str] = ()
) -> str:
    """The title with whole names where they fit in. `named`: mentions of its claim, with their entities' ids.

    `written`: the names as its article writes them.
    """
    told = [name for name in written if " " in name and name in title]
    for mention, id in named:
        if mention.type != "person" or id is None or not _HALF.fullmatch(mention.text):
            continue
        name = identities.entities[id].name
        if (
            len(name.split()) < 2
            or _HALF.fullmatch(name)
            or any(mention.text in whole and mention.text != whole for whole in told)
        ):
            continue
        found = re.search(rf"(?<![\w.’'-]){re.escape(mention.text)}(?![\w-])", title)
        if found is None or _stands_whole(title, found, name):
            continue
        longer = f"{title[: found.start()]}{name}{title[found.end() :]}"
        title = longer if len(longer) <= LIMIT else title
    return title


def _stands_whole(title: str, found: re.Match[str], name: str) -> bool:
    """Whether the title has more of the name around the half of it, or has it elsewhere."""
    before, behind = title[: found.start()].split(), title[found.end() :].split()
    beside = {*before[-1:], *behind[:1]}
    return name in title or bool(beside & set(name.split()) - {found[0]})
