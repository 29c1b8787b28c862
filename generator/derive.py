"""What an event's claims say together: which reports are independent, the best date, the status.

The converter writes these values, `check` computes them again, the views count with them: one rule for all three.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator import dates, quantities
from generator.dates import Edtf
from generator.model import ArticleFront, Claim, Figure, Status
from generator.names import fold

# Kinds of happening that take one moment: two adjacent days are two readings of it, not its two days.
INSTANT_KINDS = frozenset(
    "signing appointment resignation death birth vote verdict arrest announcement launch landing award discovery "
    "purchase opening closing sanction contest accident release kidnapping".split()
)
# Of victims, what grows from day to day, and for how many days it does.
_GROWING = frozenset({"killed", "injured", "missing", "arrested", "evacuated", "infected", "displaced"})
YOUNG = 7
# The hurt die for weeks: what is printed a month on may tell of a dead one more than a report of the first weeks.
_DEAD = frozenset({"killed", "dead"})
HURT, LATER, MORE = 60, 30, 0.1  # days from the happening, days between the reports, and by what part the dead are more
LATE = 7  # days after a happening within which what gives no day still tells it as news
# Words for nobody in particular: two claims "by officials" do not credit one origin.
_NOBODY = frozenset({"officials", "sources", "reports", "he", "she", "they", "it", "media", "local media", "a source"})
# "20 May", "on Sunday": the source names the day; "two days later", "that night" was reckoned from elsewhere.
_WRITTEN = re.compile(r"\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.I)


@dataclass(frozen=True, slots=True)
class Report:
    """One claim with what decides whether it is independent of another."""

    article: str
    claim: Claim
    publisher: str | None = None
    published: str | None = None  # a day


def reports(article: str, front: ArticleFront) -> list[Report]:
    """The claims of an article that count: drafts do not."""
    return [Report(article, claim, front.source.publisher, front.date) for claim in front.events if not claim.draft]


def independent(of: Sequence[Report]) -> list[int]:
    """For each report the number of its group; reports of one group count once.

    Together belong: an article's own claims; articles of one publisher; a passage that both print (`shared_with`);
    one credited origin (`said_by`), and it itself where it publishes or posts; posts of one author. A post is a report
    of its author, not of the article, but the article that shows it tells the same from it, unless it names another
    origin. Who belongs with one of a group belongs to it: never too many count.
    """
    parent = list(range(len(of)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    first: dict[tuple[str, str], int] = {}
    for i, report in enumerate(of):
        claim = report.claim
        if claim.post:
            keys = [("origin", fold(claim.post))]
        else:
            keys = [("article", report.article)]
            if report.publisher:
                keys.append(("origin", fold(report.publisher)))
            if claim.said_by and fold(claim.said_by) not in _NOBODY:
                keys.append(("origin", fold(claim.said_by)))
        for key in keys:
            parent[root(i)] = root(first.setdefault(key, i))
    own: dict[str, list[int]] = defaultdict(list)
    for i, report in enumerate(of):
        if not report.claim.post:
            own[report.article].append(i)
    for i, report in enumerate(of):
        for other in report.claim.shared_with:
            for j in own.get(other, ())[:1]:
                parent[root(i)] = root(j)
    for i, report in enumerate(of):
        if report.claim.post:
            for j in own.get(report.article, ()):
                if not _another_origin(of[j].claim.said_by, report.claim.post):
                    parent[root(i)] = root(j)
    number: dict[int, int] = {}
    return [number.setdefault(root(i), len(number)) for i in range(len(of))]


def _another_origin(credited: str | None, author: str) -> bool:
    """Whether an article names somebody for what it says who is not the author of the post that it shows.

    Who is only called by an office ("the army", "officials") may be the author: in doubt they are one.
    """
    if not credited or fold(credited) in _NOBODY or not re.search(r"[^\W\d_a-zß-ÿ]", credited.removeprefix("The ")):
        return False
    ours, theirs = set(fold(credited).split()), set(fold(author).split())
    return not (ours <= theirs or theirs <= ours)


def _lasting(of: Iterable[Report]) -> bool:
    """Whether a happening can take days: that of no kind, and that of which most kinds told can."""
    instant = Counter(r.claim.kind in INSTANT_KINDS for r in of if r.claim.kind)
    return not instant or instant[False] > instant[True]


def _foretold(report: Report) -> bool:
    """Whether a claim tells what lay ahead of its article: that it came on another day is no contradiction."""
    if not report.published or not report.claim.date or report.claim.post:
        return False
    return dates.parse(report.claim.date).lower > date.fromisoformat(report.published)


def _of_the_deed(of: Sequence[Report]) -> list[int]:
    """Indexes of the reports whose dates count: where some tell what happened, not those that only planned it."""
    told = [i for i, r in enumerate(of) if r.claim.date and not _foretold(r)]
    return told or list(range(len(of)))


def confirming(of: Sequence[Report]) -> list[int]:
    """Indexes of the reports that tell an event as it came; all, where none does: who announced it confirms nothing."""
    return [i for i, r in enumerate(of) if not _foretold(r)] or list(range(len(of)))


def _stated_days(of: Sequence[Report], best: Edtf) -> int:
    """The longest stated length, in days, of the claims that agree with the date."""
    lengths = [0]
    for report in of:
        lasts = report.claim.lasts or ""
        if not re.fullmatch(r"P\d{1,3}D", lasts):
            continue
        if report.claim.date is None or dates.compatible(dates.parse(report.claim.date), best):
            lengths.append(int(lasts[1:-1]))
    return max(lengths)


def best_date(of: Sequence[Report]) -> str | None:
    """The best reading, as EDTF: the date that most independent reports allow, the most precise of these.

    A date that holds a narrower one given elsewhere is no rival to it. Explicit dates go before those taken from the
    day of publication, and where reports are tied, a day that is written before one reckoned from "two days later".
    Adjacent days of a lasting happening, and a stated length, make an interval of days.
    """
    groups = independent(of)
    given = [
        (dates.parse(r.claim.date), group, r.claim.dated_by == "publication")
        for r, group in ((of[i], groups[i]) for i in _of_the_deed(of))
        if r.claim.date
    ]
    if not given:
        return None
    explicit = [row for row in given if not row[2]] or given
    values = sorted({value for value, _, _ in explicit}, key=lambda v: v.sort_key)
    leaves = [v for v in values if not any(o is not v and o.days < v.days and dates.contains(v, o) for o in values)]
    support = {v.text: len({g for value, g, _ in explicit if dates.compatible(value, v)}) for v in leaves}
    often = Counter(value.text for value, _, _ in explicit)
    written = {r.claim.date for r in of if r.claim.when and _WRITTEN.search(r.claim.when)}
    best = min(
        leaves,
        key=lambda v: (-support[v.text], v.approximate, v.days, v.text not in written, -often[v.text], v.sort_key),
    )
    if best.precision != "day" or best.approximate or best.start is None or best.end is None:
        return best.text
    first, last = best.lower, best.upper
    if _lasting(of):
        first, last = _run_of_days({v.lower for v in leaves if v.days == 1 and not v.approximate}, first, last)
        length = _stated_days(of, best)
        if length > 1 and (last - first).days + 1 < length <= 400:
            last = first + timedelta(days=length - 1)
    return dates.span(first, last) if (first, last) != (best.lower, best.upper) else best.text


def _run_of_days(known: set[date], first: date, last: date) -> tuple[date, date]:
    one = timedelta(days=1)
    while first - one in known:
        first -= one
    while last + one in known:
        last += one
    return first, last


def dissenters(of: Sequence[Report], best: str | None) -> list[int]:
    """Indexes of the reports whose date cannot be true together with the best one."""
    if best is None:
        return []
    value = dates.parse(best)
    return [
        i
        for i, r in ((i, of[i]) for i in _of_the_deed(of))
        if r.claim.date and not dates.compatible(date := dates.parse(r.claim.date), value) and not _late(r, date, value)
    ]


def set_apart(of: Sequence[Report], best: str | None) -> bool:
    """Whether a date is the editors' alone: there are reports that give a date, and none of them allows it.

    Then the editors differ with the reports. Whether the reports differ among themselves is asked about their own date.
    """
    dated = [i for i in _of_the_deed(of) if of[i].claim.date]
    return bool(dated) and len(dissenters(of, best)) == len(dated)


def _late(report: Report, told: Edtf, best: Edtf) -> bool:
    """Whether a report only has the news some days late: "has cleared the merger", a week after the decision."""
    return report.claim.dated_by == "publication" and 0 < (told.lower - best.upper).days <= LATE


def rival_figures(of: Sequence[Report]) -> dict[str, list[tuple[float, int]]]:
    """Figures for one thing on which independent reports differ: what -> (value, index of the report).

    A report that gives several values for one thing disagrees only with reports that give none of them; whom it credits
    with a figure beside its own, in words without a day, is a side for itself. What "about",
    "at least" or a round number leaves open is no disagreement, nor is a toll that grows while the news is told, nor
    what was announced beforehand and came otherwise.
    """
    groups = independent(of)
    found: dict[tuple[str, str], list[tuple[Figure, int]]] = defaultdict(list)
    for i in confirming(of):
        for figure in of[i].claim.figures:
            found[quantities.thing(figure.what), fold(figure.unit or "")].append((figure, i))
    rivals: dict[str, list[tuple[float, int]]] = {}
    for (_, unit), rows in sorted(found.items()):
        by_group: dict[tuple[int, str], list[tuple[Figure, int]]] = defaultdict(list)
        for figure, i in rows:
            by_group[groups[i], _credited_beside(of, i)].append((figure, i))
        sides = [by_group[g] for g in sorted(by_group)]
        if any(_differ(of, one, other) for n, one in enumerate(sides) for other in sides[n + 1 :]):
            what = fold(rows[0][0].what)
            rivals[f"{what} ({unit.upper()})" if unit else what] = [(figure.value, i) for figure, i in rows]
    return rivals


def of_one_report(of: Sequence[Report], rows: Iterable[tuple[float, int]]) -> bool:
    """Whether one article gives all of a thing's rival figures, with whom it credits: no second report differs."""
    return len({of[i].claim.post or of[i].article for _, i in rows}) == 1


def _credited_beside(of: Sequence[Report], number: int) -> str:
    """Whom a report's claim without a day credits, where another claim of the report does not; else nobody.

    "At least 23 died on 3 May, doctors said. The minister put the toll at nine."
    """
    report = of[number]
    origin = fold(report.claim.said_by or "")
    if report.claim.date or report.claim.post or not origin or origin in _NOBODY:
        return ""
    own = (r.claim for r in of if r.article == report.article and r.claim.date and not r.claim.post)
    return origin if any(fold(claim.said_by or "") != origin for claim in own) else ""


def _differ(of: Sequence[Report], one: Sequence[tuple[Figure, int]], other: Sequence[tuple[Figure, int]]) -> bool:
    """Whether no figure of one side can be right together with one of the other's."""
    return not any(quantities.agree(a, b) or _grown(of, (a, i), (b, j)) for a, i in one for b, j in other)


def _grown(of: Sequence[Report], one: tuple[Figure, int], other: tuple[Figure, int]) -> bool:
    """Whether two counts of victims are one count at two times, the later one higher: while the news was young, or,
    of the dead, where one or few more died since.
    """
    (first, i), (second, j) = one, other
    what = quantities.thing(first.what).rpartition(" ")[2]
    if what not in _GROWING | _DEAD:
        return False
    told = []  # day of each report, days that it comes after the happening, its count
    for n, figure in ((i, first), (j, second)):
        report = of[n]
        if not report.published or not report.claim.date:
            return False
        day = date.fromisoformat(report.published)
        told.append((day, (day - dates.parse(report.claim.date).lower).days, figure.value))
    (day, age, count), (later, older, more) = sorted(told)
    if day == later or more <= count:
        return False
    slowly = what in _DEAD and age <= HURT and (later - day).days >= LATER and more - count <= max(1, MORE * count)
    return slowly or (what in _GROWING and older <= YOUNG and age <= YOUNG)


def status(of: Sequence[Report], best: str | None) -> Status:
    """Disputed where dates or figures cannot stand together; else by the number of independent reports.

    An editor's correction of what one source alone says is no dispute of sources: they are asked about their own date.
    Several reports agree on what happened only where several tell it, and not one of them and its announcement.
    """
    groups = independent(of)
    alone = len(set(groups)) < 2
    if dissenters(of, best_date(of) if alone else best) or rival_figures(of):
        return "disputed"
    return "unverified" if len({groups[i] for i in confirming(of)}) < 2 else "undisputed"
