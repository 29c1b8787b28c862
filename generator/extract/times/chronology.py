"""Lists of days: "8 January 2031: The dam cracks. / 12 March: …": whose year a day without one is.

Who makes such a list prints the year with the first day of it, or above it, and again where another year begins. So a
day without its year is of the year of the entry above, or of the next where the calendar has begun anew; in a list that
runs backwards, of the one before. What an entry tells of further days, it tells from its own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from generator.extract.times import lexicon
from generator.extract.times.patterns import compiled
from generator.extract.times.tokens import Tokens

FEWEST = 3  # entries that make a list
AHEAD = 366  # days after the publication up to which an entry may lie that is only planned
SOON = 31  # days behind the day of an entry within which a day of the next year is told with it
_HEAD = compiled(
    "(?:WDAY COMMA? )?(?:EARLY HYPHEN?)?"
    "(?:(?:DAYNUM (?:HYPHEN|DASH|AND|TO) )?(?P<d>DAYNUM) (?:OF )?(?P<m>MON)"
    "|(?P<m2>MON) (?P<d2>DAYNUM)(?: (?:HYPHEN|DASH|AND|TO) DAYNUM)?(?! MON)|(?P<m3>MON))"
    "(?: COMMA? (?P<y>YEAR4))?(?P<mark>STOP|DOT|COLON|DASH|HYPHEN|MARK|PARA)?"
)
_YEAR = compiled("YEAR4 (?=COLON? PARA)")
_LIST = compiled("HYPHEN|DASH|MARK")  # what a line of a list begins with


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry: where its day begins and ends, the token behind its line, and its day; without a month a year."""

    first: int
    beyond: int
    end: int
    month: int | None
    day: int | None
    year: int | None
    marked: bool = False

    def before(self, other: _Entry) -> bool:
        """Whether it is earlier in a year than another."""
        if self.day is None or other.day is None:
            return (self.month or 0) < (other.month or 0)
        return (self.month or 0, self.day) < (other.month or 0, other.day)


@dataclass(frozen=True, slots=True)
class Chronology:
    """The entries of a text's list of days, in the order of the text, with the years they are of; mostly none."""

    entries: Sequence[_Entry] = ()
    _starts: Sequence[int] = field(default=())

    def year(self, at: int, month: int, day: int | None, *, ahead: bool = False, since: bool = False) -> int | None:
        """The year of a day at a token that has none; `None` where no list tells it.

        `ahead`: told as still to come; `since`: a state has gone on from it.
        """
        nearest = bisect_right(self._starts, at) - 1
        if nearest < 0 or at >= self.entries[nearest].end:
            return None
        entry = self.entries[nearest]
        if at < entry.beyond or entry.year is None or entry.month is None:
            return entry.year
        told = _Entry(at, at, at, month, day, entry.year)
        if entry.before(told):
            return entry.year - since
        gap = (month - entry.month) % 12 * SOON + (day or 1) - (entry.day or 1)
        return entry.year + (told.before(entry) and (ahead or 0 <= gap <= SOON))


def read(tokens: Tokens, published: date | None) -> Chronology:
    """The list of days in a text; one without entries where it has none, or where its years cannot be told."""
    found = list(_found(tokens))
    dated = [e for e in found if e.month is not None]
    bare = sum(not e.marked for e in dated)
    if bare < FEWEST:
        found = [e for e in found if e.marked or e.month is None]
        dated = [e for e in found if e.month is not None]
    known = [e for e in dated if e.year]
    if len(dated) < FEWEST or not any(e.year for e in found):
        return Chronology()
    if all(e.year for e in found):
        return _kept(found)
    rising = _rises(found, known)
    if rising is None:
        return Chronology()
    filled = _filled(found, rising)
    return _kept(filled) if _in_order(filled, rising, published) else Chronology()


def _kept(entries: Sequence[_Entry]) -> Chronology:
    entries = [e for e in entries if e.month is not None and e.year is not None]
    return Chronology(entries, [e.first for e in entries])


def _found(tokens: Tokens) -> Iterator[_Entry]:
    """What begins a line and is a day, a month or a year: with a mark behind it, or right before what it heads.

    Within a line, only what stands between a full stop and a colon.
    """
    starts = [i for i in range(len(tokens.words)) if tokens.kind(i) != "PARA" and _opens(tokens, i)]
    heads: list[_Entry] = []
    for start, end in pairwise([*starts, len(tokens.words)]):
        first = start
        while first < end and _LIST.match(tokens.shape, first):
            first += 1
        inner = [first, *(k + 1 for k in range(first, end - 1) if tokens.kind(k) == "STOP")]
        for at in inner:
            head = _head(tokens, at, end)
            if head is not None and (at == first or tokens.kind(head.beyond) == "COLON"):
                heads.append(head)
    for number, head in enumerate(heads):
        following = heads[number + 1] if number + 1 < len(heads) else None
        alone = all(tokens.kind(k) == "PARA" for k in range(head.beyond, head.end))
        if following is not None:  # what stands alone in its line heads what is below it
            head = replace(head, end=following.first if alone else min(head.end, following.first))
        yield head


def _opens(tokens: Tokens, at: int) -> bool:
    return at == 0 or tokens.kind(at - 1) == "PARA" or "\n" in tokens.text[tokens.ends[at - 1] : tokens.starts[at]]


def _head(tokens: Tokens, at: int, end: int) -> _Entry | None:
    if _YEAR.match(tokens.shape, at):
        return _Entry(at, at + 1, end, None, None, int(tokens.words[at]))
    found = _HEAD.match(tokens.shape, at)
    if found is None:
        return None
    name = next(tokens.lower(found.start(group)) for group in ("m", "m2", "m3") if found[group])
    number = next((tokens.words[found.start(group)] for group in ("d", "d2") if found[group]), None)
    day = int("".join(c for c in number if c.isdecimal())) if number else None
    beyond = found.start("mark") if found["mark"] else found.end()
    marked = found["mark"] is not None or beyond >= end
    if not marked and (not (number or found["y"]) or not tokens.words[beyond][:1].isupper()):
        return None
    if day is not None and not 1 <= day <= 31:
        return None
    year = int(tokens.words[found.start("y")]) if found["y"] else None
    month = lexicon.MONTHS.get(name) or lexicon.MONTHS_SHORT[name]
    return _Entry(at, beyond, end, month, day, year, marked)


def _rises(entries: Sequence[_Entry], known: Sequence[_Entry]) -> bool | None:
    """Whether a list runs forwards in time; `None` where it is not plain."""
    if len(known) > 1:
        first, last = ((e.year or 0, e.month or 0, e.day or 0) for e in (known[0], known[-1]))
        if first != last:
            return first < last
    steps = [(a, b) for a, b in pairwise(entries) if a.month is not None and b.year is None]
    up, down = (sum(a.before(b) for a, b in steps), sum(b.before(a) for a, b in steps))
    return up > down if up != down else None


def _filled(entries: Sequence[_Entry], rising: bool) -> list[_Entry]:
    """The entries with the years that those above give them, and those above the first that has one."""
    made: list[_Entry] = []
    year: int | None = None
    above: _Entry | None = None
    for entry in entries:
        if entry.month is None or entry.year is not None:
            year = entry.year
        elif year is not None and above is not None:
            year += _turned(above, entry, rising)
        made.append(replace(entry, year=year))
        above = entry if entry.month is not None else None
    first = next(i for i, e in enumerate(made) if e.year is not None)
    if made[first].month is None:
        return made
    year = made[first].year or 0
    for i in range(first - 1, -1, -1):
        turn = _turned(made[i], made[i + 1], rising)
        if i == first - 1 and not turn:
            break  # a year that is printed late, and does not begin there
        year -= turn
        made[i] = replace(made[i], year=year)
    return made


def _turned(above: _Entry, below: _Entry, rising: bool) -> int:
    """1 where from one entry to the next the calendar begins anew, -1 where it does in a list that runs backwards."""
    if rising:
        return int(below.before(above))
    return -int(above.before(below))


def _in_order(entries: Sequence[_Entry], rising: bool, published: date | None) -> bool:
    """Whether the years agree with each other and with the day of publication."""
    dated = [e for e in entries if e.year is not None and e.month is not None]
    for one, two in pairwise(dated):
        first, second = (one, two) if rising else (two, one)
        if (second.year or 0) < (first.year or 0) or (second.year == first.year and second.before(first)):
            return False
    known = [date(e.year or 1, e.month or 1, 1) for e in dated]
    return published is None or all((day - published).days <= AHEAD for day in known)
