"""Names that look like another kind of thing in one text, and of which others tell what they are.

"Formosa Anode" reads like a person, and is a firm's name less its last word; "Kestro 3" reads like a firm, and is a
craft like "Kestro-2". No name that the gazetteer knows is read anew, nor anybody of whom a title tells a sex.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from generator import gazetteer, personal_names
from generator.model import EntityType
from generator.names import fold
from generator.resolve import blocking, bodies_match
from generator.resolve.local import Local, canonical

_NUMBERED = re.compile(r"(?P<name>[^\W\d_]{4,})[\s\-]*(?:\d{1,3}|[IVX]{1,4})")
SHORTEST_SHOUT = 5  # letters of a word in capitals; shorter ones are letters of a name as often


def retype(members: Sequence[Local]) -> None:
    """Give names their kind where other documents tell it; in place, before anything is joined."""
    _shortened(members)
    _same_words(members)
    _numbered(members)
    _shouted(members)


def _free(local: Local) -> bool:
    """Whether nothing else tells what a local is."""
    told = local.sexes["f"] + local.sexes["m"] or local.document < 0 or local.elsewhere
    return not told and not any(gazetteer.find(n) for n in local.names)


def _become(local: Local, kind: EntityType) -> None:
    local.type = kind
    local.keys = {canonical(n, kind) for n in local.names}


def _shortened(members: Sequence[Local]) -> None:
    """A name that reads like a person's and is a body's less its last word: "Formosa Anode" of "… Anode Works"."""
    by_start: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    for local in members:
        if local.type == "organization":
            for name in local.names:
                by_start[tuple(fold(name).replace("'", "").split()[:2])].setdefault(fold(name), name)
    for local in members:
        if (
            local.type != "person"
            or not _free(local)
            or any(personal_names.is_given_name(n.split()[0]) for n in local.names)
        ):
            continue
        found = [
            n
            for short in local.names
            for n in by_start.get(tuple(fold(short).replace("'", "").split()[:2]), {}).values()
            if bodies_match.begins(short, n)
        ]
        if len(set(found)) == 1 and all(bodies_match.begins(n, found[0]) for n in local.names):
            _become(local, "organization")


def _same_words(members: Sequence[Local]) -> None:
    """A place or person with all the telling words of a body, or the one word that a text declares short for it."""
    words: set[tuple[str, ...]] = set()
    declared: set[str] = set()
    for local in members:
        if local.type == "organization":
            long = [n for n in local.names if " " in n]
            words.update(bodies_match.words(n) for n in long)
            declared.update(fold(n) for n in local.names if long and " " not in n)
    for local in members:
        person = local.type == "person" and all(
            " " in n and not personal_names.is_given_name(n.split()[0]) for n in local.names
        )
        if (
            (local.type == "place" or person)
            and _free(local)
            and all(bodies_match.words(n) in words if " " in n else fold(n) in declared for n in local.names)
        ):
            _become(local, "organization")


def _numbered(members: Sequence[Local]) -> None:
    """One of a numbered series, where another of the series is known for a thing: "Kestro 3" beside "Kestro-2"."""
    series = {
        sound
        for local in members
        if local.type == "equipment"
        for n in local.names
        if (found := _NUMBERED.fullmatch(n))
        for sound in blocking.skeletons(fold(found["name"]))
    }
    for local in members:
        if local.type in ("organization", "person", "place") and _free(local):
            forms = [_NUMBERED.fullmatch(n) for n in local.names]
            if all(f is not None and not series.isdisjoint(blocking.skeletons(fold(f["name"]))) for f in forms):
                _become(local, "equipment")


def _shouted(members: Sequence[Local]) -> None:
    """A word in capitals that reads like letters, and is a name that others print in small ones: "ORVALA", "Orvala"."""
    kinds: dict[str, set[EntityType]] = defaultdict(set)
    for local in members:
        for name in local.names:
            if not name.isupper() and " " not in name:
                kinds[fold(name)].add(local.type)
    for local in members:
        if local.type != "organization" or not _free(local) or len(local.names) != 1:
            continue
        (name,) = local.names
        found = kinds.get(fold(name), set())
        if name.isupper() and name.isalpha() and len(name) >= SHORTEST_SHOUT and len(found) == 1:
            _become(local, next(iter(found)))
