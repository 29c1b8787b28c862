"""Both numbers in the title of an event on which its reports differ: "6,000 or 15,000 people march".

A chronology that prints one side's count as the heading takes that side. A careful editor prints both, or the span of
them where there are more than two.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from generator import derive
from generator.counts import NUMBERS
from generator.derive import Report
from generator.model import Claim, Figure
from generator.resolve.in_full import LIMIT

if TYPE_CHECKING:
    from generator.document import Extraction
    from generator.resolve.likeness import Row

SCALE = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 10**12}
_WORDS = {n: word for word, n in NUMBERS.items()}
_NUMBER = re.compile(
    # The hedge goes where it is one side's own bound; "some" and "about" are for both.
    r"(?P<bound>\b(?:at least|more than|over|up to|as many as|fewer than|nearly|almost) )?"
    rf"(?P<number>(?<![\d.,])\d[\d,]{{0,18}}(?:\.\d{{1,4}})?(?![\d,]*\d)|\b(?:{'|'.join(NUMBERS)})\b(?!-))"
    r"(?: (?P<scale>hundred|thousand|million|billion|trillion)\b)?",
    re.I,
)


def rivals(rows: Sequence[Row], extractions: Sequence[Extraction]) -> tuple[tuple[float, ...], ...]:
    """Of each thing on which the reports of an event differ the numbers that they give, from the lowest."""
    if not any(row.claim.figures for row in rows):
        return ()
    of = []
    for row in rows:
        document, claim = extractions[row.key[0]].document, row.claim
        told = Claim(
            id="e", quote="q", date=claim.date, said_by=claim.said_by, post=claim.post, lasts=None,
            figures=tuple(Figure(what=f.what, value=f.value, unit=f.unit, bound=f.bound) for f in claim.figures),
        )  # fmt: skip
        of.append(Report(str(row.key[0]), told, document.publisher, document.published))
    found: Mapping[str, list[tuple[float, int]]] = derive.rival_figures(of)
    return tuple(tuple(sorted({value for value, _ in told})) for _, told in sorted(found.items()))


def in_title(title: str, rivals: Sequence[Sequence[float]]) -> str:
    """A title with both numbers where it gives one; as it was where they do not fit in."""
    for values in rivals:
        held = [m for m in _NUMBER.finditer(title) if _value(m) in values]
        if len(held) != 1 or len(values) < 2:
            continue  # none, or both already
        made = title[: held[0].start()] + _both(held[0], values) + title[held[0].end() :]
        made = made[:1].upper() + made[1:]
        title = made if len(made) <= LIMIT else title
    return title


def _value(match: re.Match[str]) -> float:
    written = match["number"].lower()
    plain = float(NUMBERS[written]) if written in NUMBERS else float(written.replace(",", ""))
    return plain * SCALE.get((match["scale"] or "").lower(), 1)


def _both(match: re.Match[str], values: Sequence[float]) -> str:
    """The numbers as the title writes its own: in words where both have one, in its millions."""
    scale = SCALE.get((match["scale"] or "").lower(), 1)
    low, high = values[0] / scale, values[-1] / scale
    spelt = match["number"].lower() in NUMBERS and low in _WORDS and high in _WORDS
    one, other = (_WORDS[int(n)] if spelt else f"{n:,.10g}" for n in (low, high))
    behind = f" {match['scale']}" if match["scale"] else ""
    return f"{one} {'or' if len(values) == 2 else 'to'} {other}{behind}"
