"""What a headline alone tells: whom a surname of the text means, and of whom the text goes on without the name.

As in an interview, whose headline has the guest's name and whose lines begin with the surname.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.document import Extraction, Identities
from generator.resolve import names_match

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def by_title(extractions: Sequence[Extraction], told: Mapping[int, Mapping[int, str]]) -> dict[int, dict[int, str]]:
    """Document -> mention by surname alone -> key of the one person of that surname whom the document's title names.

    `told` is what roles tell of some mentions already; it stands. A text that names another bearer in full itself may
    mean either, so that only those count that name none but the one of the title.
    """
    bearers: dict[str, set[str]] = {}
    for extraction in extractions:
        for parts in _people(extraction):
            if len(parts) > 1:
                bearers.setdefault(parts[-1], set()).add(" ".join(parts))
    found = {number: dict(rows) for number, rows in told.items()}
    for number, extraction in enumerate(extractions):
        words = _WORD.findall(extraction.document.title)
        title = f" {' '.join(names_match.tokens(' '.join(words)))} "
        here = {parts[-1]: " ".join(parts) for parts in _people(extraction) if len(parts) > 1}
        for index, mention in enumerate(extraction.mentions):
            parts = names_match.tokens(mention.text)
            if mention.type != "person" or not mention.certain or len(parts) != 1 or parts[0] in here:
                continue
            named = sorted(full for full in bearers.get(parts[0], ()) if f" {full} " in title)
            if len(named) == 1:
                found.setdefault(number, {}).setdefault(index, f"person:{named[0]}")
    return found


def _people(extraction: Extraction) -> list[tuple[str, ...]]:
    """Folded words of the names of people in a document."""
    return [
        tuple(names_match.suffix(names_match.tokens(m.text))[0])
        for m in extraction.mentions
        if m.type == "person" and m.certain
    ]


SHORTEST = 4  # letters that a name of one word needs


def names_of(extractions: Sequence[Extraction], found: Identities) -> dict[int, tuple[tuple[str, str], ...]]:
    """Document -> (entity, name) for the names that its headline has, its text has not, and other texts give to one.

    A name of one word may be a word of the language where a headline prints every word with a capital, and somebody's
    surname; whole names and the rest count. Linear in names and headlines.
    """
    bearers: dict[tuple[str, ...], set[str]] = {}
    people: set[str] = set()
    here: dict[int, set[str]] = {}
    for (number, index), id in found.of_mention.items():
        mention = extractions[number].mentions[index]
        words = tuple(mention.text.split())
        here.setdefault(number, set()).add(id)
        bearers.setdefault(words, set()).add(id)
        if mention.type == "person":
            people.update(words)
    usable = {
        words: next(iter(ids))
        for words, ids in bearers.items()
        if len(ids) == 1 and (len(words) > 1 or (words[0] not in people and len(words[0]) >= SHORTEST))
    }
    longest: dict[str, int] = {}
    for words in usable:
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    made = {}
    for number, extraction in enumerate(extractions):
        title = [_EDGES.sub("", w) for w in extraction.document.title.split()]
        capitals = sum(w[:1].isupper() for w in title if len(w) >= SHORTEST)
        shouted = capitals == sum(len(w) >= SHORTEST for w in title)
        rows: dict[str, str] = {}
        at = 0
        while at < len(title):
            for length in range(min(longest.get(title[at], 0), len(title) - at), 0, -1):
                who = usable.get(tuple(title[at : at + length]))
                if who and not (length == 1 and shouted) and who not in here.get(number, ()):
                    rows.setdefault(who, " ".join(title[at : at + length]))
                if who:
                    at += length - 1
                    break
            at += 1
        if rows:
            made[number] = tuple(sorted(rows.items()))
    return made


_EDGES = re.compile(r"^[^\w]+|(?:['’]s)?[^\w]*$")
