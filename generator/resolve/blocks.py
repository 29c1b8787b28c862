"""Which events a claim is compared with: those in its blocks, of a rare entity and a year, or a rare act and a month.

What names and acts a claim shares with an event tells that they may be one; all other events need not be looked at. The
number of those that are is bounded for each claim, so that the work grows with the number of claims and not with its
square, also where few names stand in all of them.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta

from generator.resolve import sameness
from generator.resolve.likeness import Rarity, Row

BLOCK_FEATURES = 5  # the rarest features of a claim by which it is looked up
MONTH = 31
DECADE = 3 * 366  # days, beyond which a date is looked up in all years: in a decade, a century
BUSY = 16  # events of one name in three years, beyond which only those of the months around are compared
MOST_EVENTS = 40  # that one claim is compared with; larger blocks tell too little
LARGEST = 20  # events of one act in one month, beyond which the act finds nothing again
AROUND = 45  # days around a date in which a busy name is looked up

Block = tuple[str, int | str | None]  # a name or act, and when


class Blocks:
    """Numbers of events, by what their claims tell and when."""

    def __init__(self, weights: Rarity) -> None:
        self._weights = weights
        self._held: dict[Block, dict[int, None]] = defaultdict(dict)

    def near(self, row: Row) -> list[int]:
        """The events that a claim is compared with: those of its rarest blocks, no more than `MOST_EVENTS`.

        A block is read whole or not at all, the smallest first, so that the work for one claim has a bound and the
        outcome does not hang on the order of the files.
        """
        acts = _act_keys(row, 31) + _own_keys(row) + (_bare_keys(row) if row.date is None and row.claim.when else [])
        found = {n for k in acts if len(block := self._held.get(k, {})) <= LARGEST for n in block}
        blocks = [{n for k in keys for n in self._held.get(k, ())} for keys in self._feature_keys(row)]
        total = 0
        for of_name in sorted(blocks, key=len):
            total += len(of_name)
            if total > MOST_EVENTS:
                break
            found |= of_name
        return sorted(found)

    def _feature_keys(self, row: Row) -> list[list[Block]]:
        """For each of the rarest features of a claim the blocks in which it looks: years, or months of a busy name."""
        rare = sorted(row.features, key=lambda f: (-self._weights.features[f], f))[:BLOCK_FEATURES]
        if row.date is None or row.date.start is None or row.date.end is None or row.date.days > DECADE:
            return [[(f, None)] for f in rare]
        years = _years(row, around=1)
        made: list[list[Block]] = []
        for feature in rare:
            keys: list[Block] = [(feature, y) for y in years]
            if row.date.days <= MONTH and sum(len(self._held.get(k, ())) for k in keys) > BUSY:
                keys = [(feature, m) for m in _months(row, AROUND)] + [(f"~{feature}", y) for y in years]
            made.append(keys)
        return made

    def add(self, row: Row, number: int) -> None:
        """The event of that number tells this claim too."""
        keys: list[Block] = _act_keys(row) + _own_keys(row) + _bare_keys(row)
        keys += [(feature, None) for feature in row.features]
        if row.date is not None and row.date.start and row.date.end:
            exact = row.date.days <= MONTH
            keys += [(feature, year) for feature in row.features for year in _years(row)]
            keys += [(feature, m) for feature in row.features for m in (_months(row) if exact else ())]
            keys += [(f"~{feature}", y) for feature in row.features for y in (() if exact else _years(row))]
        for key in keys:
            self._held[key].setdefault(number)


def _own_keys(row: Row) -> list[Block]:
    """One rare act on somebody of that name, whenever: the founding of a firm, years apart in two reports."""
    rare = sorted(a for a in row.claim.acts if ":" in a)
    if row.copy:
        return [(f'"{row.copy}"', None), *_acts_on_own(row, rare)]
    return _acts_on_own(row, rare)


def _bare_keys(row: Row) -> list[Block]:
    """One rare act whenever: by it a claim finds an event that says only "in July", and names nobody."""
    return [(f"{a} at any time", None) for a in sorted(row.claim.acts) if ":" in a]


def _acts_on_own(row: Row, rare: list[str]) -> list[Block]:
    keys: list[Block] = [(f"{a} {own}", None) for a in rare for own in sorted(filter(sameness.is_own, row.things))]
    return keys + [(a, None) for a in rare if sameness.is_only(a)]


def _act_keys(row: Row, around: int = 0) -> list[Block]:
    """One act in one month, and the days `around`: found again where two reports name nobody in common.

    By a common act only claims that name nobody are looked up: they have no other block.
    """
    if row.date is None or row.date.start is None or row.date.end is None:
        return []
    acts = sorted(a for a in row.claim.acts if ":" in a or not row.others)
    of_year: list[Block] = [(a, y) for a in acts for y in _years(row)]
    if row.date.days > MONTH:
        return of_year
    # A year finds the months in it again; the months need not look for the year, as what is dated best comes first.
    # But "the contract, signed on 3 May" comes behind all that say by themselves which contract it is.
    of_months: list[Block] = [(a, m) for a in acts for m in _months(row, around)]
    return of_months if around and not row.claim.leaning else of_months + of_year


def _years(row: Row, around: int = 0) -> range:
    """The years of a date, at most three of a long one, and those `around` them."""
    assert row.date is not None
    first, last = row.date.lower.year, row.date.upper.year
    return range(first - around, min(last, first + 2) + around + 1)


def _months(row: Row, around: int = 0) -> list[str]:
    """The months of a short date and of the days `around` it, as 2022-07."""
    assert row.date is not None
    day, last = row.date.lower - timedelta(around), row.date.upper + timedelta(around)
    found = {f"{last.year}-{last.month:02}"}
    while day <= last:
        found.add(f"{day.year}-{day.month:02}")
        day += timedelta(27)
    return sorted(found)
