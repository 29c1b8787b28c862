"""Names that one text tells whole and others in two, or two as one: "the Council for Fair Courts in Europe"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
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


def apart(mentions: Sequence[Sequence[Mention]]) -> Sequence[Sequence[Mention]]:
    """The mentions of all documents, without towns that run into whom a sentence is about: "In Lower Orva Holt won".

    The town has two words and more, and stands alone elsewhere; the person is named in full in the same text.
    """
    towns = {m.text for row in mentions for m in row if m.certain and m.type == "place" and " " in m.text}
    return [tuple(part for m in row for part in _cut(m, row, towns)) for row in mentions]


def _cut(mention: Mention, row: Sequence[Mention], towns: Set[str]) -> tuple[Mention, ...]:
    town, _, last = mention.text.rpartition(" ")
    if mention.type != "place" or town not in towns or mention.end - mention.start != len(mention.text):
        return (mention,)
    if not any(m.certain and m.type == "person" and " " in m.text and m.text.split()[-1] == last for m in row):
        return (mention,)
    made = []
    for part, start, kind in ((town, mention.start, "place"), (last, mention.end - len(last), "person")):
        one = replace(mention, start=start, end=start + len(part), text=part, type=kind, certain=True)  # type: ignore[arg-type]
        made.append(replace(one, votes=((kind, 3.0),), here=kind, told=None) if hasattr(one, "votes") else one)  # type: ignore[call-arg]
    return tuple(made)
