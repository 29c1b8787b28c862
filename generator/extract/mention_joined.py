"""Names that one text tells whole and others seem to tell in two: "the Council for Fair Courts in Europe"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.document import Mention

# What stands within a name, where a text that tells no more of it has two names and a small word.
_WITHIN = (" in ", " for ", " of the ", " and ")
SHORTEST = 3  # words of the first part; "Courts in Europe" may be any


def whole(mentions: Sequence[Sequence[Mention]]) -> Sequence[Sequence[Mention]]:
    """The mentions of all documents, two neighbours made one where another text has just that for a body's name.

    A text of its own has the body's acronym behind the name, or takes it for one in another way.
    """
    long: dict[str, dict[tuple[str, int], str]] = defaultdict(dict)  # first part -> (second, length of all) -> name
    for row in mentions:
        for mention in row:
            if mention.type == "organization" and mention.certain:
                for one, two in _parts(mention.text):
                    long[one].setdefault((two, len(mention.text)), mention.text)
    return [tuple(_joined(row, long)) for row in mentions] if long else mentions


def _parts(name: str) -> Iterator[tuple[str, str]]:
    for small in _WITHIN:
        one, found, two = name.partition(small)
        if found and len(one.split()) >= SHORTEST:
            yield one, two


def _joined(row: Sequence[Mention], long: Mapping[str, Mapping[tuple[str, int], str]]) -> Iterator[Mention]:
    at = 0
    while at < len(row):
        one = row[at]
        two = row[at + 1] if at + 1 < len(row) else None
        name = long.get(one.text, {}).get((two.text, two.end - one.start)) if two is not None else None
        if name is None or two is None:
            yield one
        else:
            yield _made(one, two, name)
            at += 1
        at += 1


def _made(one: Mention, two: Mention, name: str) -> Mention:
    made = replace(one, end=two.end, text=name, type="organization", certain=True)
    if hasattr(made, "votes"):  # a finding of one text alone, with what speaks for each type
        made = replace(made, votes=(("organization", 3.5),), here="organization")  # type: ignore[call-arg]
    return made
