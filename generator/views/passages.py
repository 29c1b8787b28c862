"""Sentences of an article, and which of them name whom: plain rules, no language package, one walk over the words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator import markup

# A sentence ends at a stop, perhaps behind closing marks, before white space and something that can begin one.
_STOP = re.compile(
    r"(?<![.!?…])[.!?…]++[\"”’»)\]]*+\s++(?=[\"“‘«(\[¿¡]*[A-Z0-9À-ÞА-ЯΑ-Ω\u0590-\u06ff\u4e00-\u9fff])|[。！？]\s*"
)
# Shortened words whose stop ends no sentence: ranks, titles, initials, firms, months, Latin.
_SHORTENED = re.compile(
    r"(?:^|[\s(\[“\"'-])(?:[A-Z]|[A-Z](?:\.[A-Z])+|Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|Rev|Hon|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Cmdr|Adm"
    r"|Brig|Sgt|Cpl|Pvt|Mt|Inc|Ltd|Co|Corp|No|Nos|vs|cf|eds?|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|e\.g|i\.e)\.$"
)
_START = re.compile(r"\w+")
_LONGEST = 420  # letters of a passage; more is cut around what it is shown for


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its place in the folded text (characters, end exclusive)."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a passage; `hit` where it is the name or the words that it is shown for."""

    text: str
    hit: bool = False


def sentences(text: str) -> list[Sentence]:
    """The sentences of a plain text, in order, white space folded; a paragraph ends one. Places are in `joined`."""
    found: list[Sentence] = []
    at = 0
    for paragraph in re.split(r"\n\s*\n", text):
        for piece in _pieces(markup.fold(paragraph)):
            found.append(Sentence(at, at + len(piece), piece))
            at += len(piece) + 1
    return found


def joined(of: Sequence[Sentence]) -> str:
    """The folded text that the sentences are places in."""
    return " ".join(s.text for s in of)


def _pieces(paragraph: str) -> list[str]:
    made, start = [], 0
    for stop in _STOP.finditer(paragraph):
        if not _SHORTENED.search(paragraph[max(start, stop.start() - 12) : stop.start() + 1]):
            made.append(paragraph[start : stop.end()].strip())
            start = stop.end()
    made.append(paragraph[start:].strip())
    return [piece for piece in made if piece]


class Names:
    """Spellings to look for: the longest that stands as whole words wins."""

    def __init__(self, spellings: Iterable[tuple[str, str]]) -> None:
        self._by_first: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for spelling, id in spellings:
            first = _START.search(spelling)
            if first and first.start() == 0:
                self._by_first[first[0]].append((spelling, id))
        for rows in self._by_first.values():
            rows.sort(key=lambda row: (-len(row[0]), row))

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """(start, end, id) of every name, in order, none within another."""
        found: list[tuple[int, int, str]] = []
        free = 0
        for word in _START.finditer(text):
            if word.start() < free:
                continue
            for spelling, id in self._by_first.get(word[0], ()):
                end = word.start() + len(spelling)
                if text.startswith(spelling, word.start()) and not text[end : end + 1].isalnum():
                    found.append((word.start(), end, id))
                    free = end
                    break
        return found


def runs(text: str, spans: Iterable[tuple[int, int]], longest: int = _LONGEST) -> tuple[Run, ...]:
    """A passage as plain and marked runs, cut at words around the first mark where it is too long."""
    spans = sorted(spans)
    made: list[Run] = []
    at = 0
    for start, end in spans:
        if start > at:
            made.append(Run(text[at:start]))
        made.append(Run(text[start:end], hit=True))
        at = end
    if at < len(text):
        made.append(Run(text[at:]))
    return _shortened(made, longest) if len(text) > longest else tuple(made)


def _shortened(made: list[Run], longest: int) -> tuple[Run, ...]:
    first = next((i for i, run in enumerate(made) if run.hit), 0)
    room = max(longest - len(made[first].text), 120) // 2
    kept = [made[first]]
    before = "".join(run.text for run in made[:first])
    after = "".join(run.text for run in made[first + 1 :])
    if before:
        cut = before if len(before) <= room else "… " + before[-room:].partition(" ")[2]
        kept.insert(0, Run(cut))
    if after:
        kept.append(Run(after if len(after) <= room else after[:room].rpartition(" ")[0] + " …"))
    return tuple(kept)


def touched(quote: str, folded: str, of: Sequence[Sentence]) -> range:
    """The numbers of the sentences that a quote stands in; none where it is not found."""
    wanted = markup.fold(quote)
    at = folded.find(wanted)
    if at < 0:
        return range(0)
    first = bisect_right(of, at, key=lambda s: s.end)
    return range(first, bisect_left(of, at + len(wanted), lo=first, key=lambda s: s.start))


def around(quote: str, folded: str, of: Sequence[Sentence]) -> tuple[Run, ...]:
    """A quote within the sentence or sentences it stands in; the quote alone where it is not found."""
    wanted = markup.fold(quote)
    numbers = touched(quote, folded, of)
    if not numbers:
        return (Run(wanted, hit=True),)
    at = folded.find(wanted)
    end = at + len(wanted)
    first, last = min(of[numbers[0]].start, at), max(of[numbers[-1]].end, end)
    return _paired(runs(folded[first:last], [(at - first, end - first)]))


def _paired(made: tuple[Run, ...]) -> tuple[Run, ...]:
    """Without a quotation mark at either edge whose partner stands in another sentence; the words shown keep theirs."""
    text = "".join(run.text for run in made)
    rows = list(made)
    if not rows[-1].hit and text.endswith(("”", '"')) and "“" not in text and text.count('"') < 2:
        rows[-1] = Run(rows[-1].text[:-1])
    if not rows[0].hit and text.startswith(("“", '"')) and "”" not in text and text.count('"') < 2:
        rows[0] = Run(rows[0].text[1:])
    return tuple(run for run in rows if run.text)
