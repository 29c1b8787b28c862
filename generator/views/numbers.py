"""Numbers side by side: what two or more reports count under one word, each number in its sentence.

Disputes hold what is known to contradict: figures of one event. A text has many more, and a reader who asks how many
there were wants to see them together. Nothing is concluded here: whether two numbers speak of one thing, the sentences
must say.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from generator.counts import MONEY, SHARE, counts
from generator.quantities import thing
from generator.views import addresses
from generator.views.claims import Link
from generator.views.lookup import Lookup
from generator.views.passages import Run, runs
from generator.views.words import capital, t

_SOURCES = 40  # of more, every word would stand beside numbers of many matters
_GROUPS, _ROWS = 30, 24
_EACH = 3  # sentences of one report under one word
_LONGEST = 300  # letters of a sentence


@dataclass(frozen=True, slots=True)
class Said:
    """A number in its sentence, and who gives it."""

    passage: tuple[Run, ...]
    source: Link
    lang: str


@dataclass(frozen=True, slots=True)
class Counted:
    """Numbers of one word, in the order in which the reports were published."""

    id: str
    name: str
    rows: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """All of the page."""

    title: str
    description: str
    standfirst: str
    groups: tuple[Counted, ...]


_Place = tuple[str, int, int, int]  # source, sentence, start, end


def view(look: Lookup) -> Numbers | None:
    """What most reports count first; `None` where no two reports give different numbers of anything."""
    found = _counted(look)
    if not found:
        return None
    return Numbers(
        title=t("numbers.title"),
        description=t("numbers.description", name=look.name),
        standfirst=t("numbers.standfirst"),
        groups=tuple(_group(look, key, name, places) for key, name, places in found[:_GROUPS]),
    )


def address(look: Lookup) -> str:
    """Of the page; empty where there is none."""
    return addresses.NUMBERS if _counted(look) else ""


def _counted(look: Lookup) -> list[tuple[str, str, list[_Place]]]:
    """(key, word, where) of what at least two reports count, not all of them alike."""
    if not 1 < len(look.sources) <= _SOURCES:
        return []
    places: dict[str, list[_Place]] = defaultdict(list)
    values: dict[str, set[tuple[str, float]]] = defaultdict(set)
    words: dict[str, Counter[str]] = defaultdict(Counter)
    for id, source in look.sources.items():
        if source.lang != "en":  # the words of numbers are English
            continue
        for number, sentence in enumerate(look.texts[id].sentences):
            for count in counts(sentence.text):
                key = thing(count.what)
                words[key][count.what] += 1
                values[key].add((id, count.value))
                own = [place for place in places[key][-_EACH:] if place[0] == id]
                if len(own) < _EACH and (id, number) not in [place[:2] for place in own]:
                    places[key].append((id, number, count.start, count.end))
    kept = [
        (key, words[key].most_common(1)[0][0], rows)
        for key, rows in places.items()
        if len({id for id, _ in values[key]}) > 1 and len({value for _, value in values[key]}) > 1
    ]
    # Sums and shares are of many matters: they come behind what has a word of its own.
    wide = {SHARE, *map(thing, MONEY.values())}
    return sorted(kept, key=lambda row: (row[0] in wide, -len({place[0] for place in row[2]}), row[0]))


def _group(look: Lookup, key: str, name: str, places: list[_Place]) -> Counted:
    rows = []
    for id, number, start, end in places[:_ROWS]:
        source = look.sources[id]
        passage = runs(look.texts[id].sentences[number].text, [(start, end)], _LONGEST)
        rows.append(Said(passage, Link(source.byline, source.address), source.lang))
    return Counted(f"n-{'-'.join(key.split())}", capital(name), tuple(rows))
