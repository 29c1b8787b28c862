"""Claims as a page shows them, and the readings that they divide into where they cannot all be true."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator import dates, derive, markup, quantities
from generator.derive import Report
from generator.names import fold
from generator.views import addresses, phrases
from generator.views.credits import credited, teller
from generator.views.data import quoting
from generator.views.lookup import EventFacts, Lookup, in_context
from generator.views.passages import Run
from generator.views.phrases import Phrase
from generator.views.sources import SourceName
from generator.views.words import capital, count, joined, listed, quantity, t

_ROOT = 4  # letters that the forms of a word share
AMID = "… "  # before words that begin amid a sentence
_FEW, _ENOUGH = 70, 260  # letters: of a quote that wants its sentence, of a sentence that a list can hold


@dataclass(frozen=True, slots=True)
class Link:
    """A name with its page."""

    text: str
    address: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim. `printed`: the publisher's own words, to stand in quotation marks; else they are the briefing's."""

    source: SourceName
    address: str
    printed: bool
    words: str  # for lists: the quote, or the sentence around it where it is only a few words
    context: tuple[Run, ...]  # the quote within its sentence
    called: str  # the source as its words want it: alone at the beginning of the line, or within a sentence
    teller: str  # key of the words that say whose claim it is
    said_by: str
    post: str
    date: Phrase
    when: str
    basis: str
    rival: bool
    reported: bool = False  # its date is only the day of the report
    found: str = ""  # the source's own address at the words, where it has one and printed them


@dataclass(frozen=True, slots=True)
class Reading:
    """What some of the reports say against others: a date or a figure, with all its claims."""

    title: Phrase
    count: str
    independent: int
    rival: bool
    claims: tuple[ClaimView, ...]
    exact: int | None = None  # how many independent reports give just this date, where others only leave room for it
    who: str = ""  # whose number it is, where one report gives all of them

    @property
    def shown(self) -> tuple[ClaimView, ...]:
        """What stands open: the first claim, and any that gives another date."""
        return self.claims[:1] + otherwise_dated(self.claims[1:], {self.title.text, *_dates(self.claims[:1])})

    @property
    def folded(self) -> tuple[ClaimView, ...]:
        """The other claims."""
        shown = self.shown
        return tuple(c for c in self.claims if c not in shown)

    @property
    def sources(self) -> tuple[Link, ...]:
        """Who says so: every source once, with its first claim."""
        found: dict[str, Link] = {}
        for c in self.claims:
            found.setdefault(c.source.id, Link(c.source.heading, c.address))
        return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Difference:
    """One point on which reports cannot all be right."""

    kind: str  # "date" or "figures"
    label: str
    readings: tuple[Reading, ...]
    because: str = ""  # the editors' reason, where it speaks of this point

    @property
    def within(self) -> bool:
        """Whether one report gives both sides."""
        return all(reading.who for reading in self.readings)


def claim(look: Lookup, facts: EventFacts, i: int) -> ClaimView:
    """The event's i-th report (from 0) as it is shown."""
    report = facts.reports[i]
    stated = report.claim
    source = look.sources[report.article]
    context = in_context(look, report.article, stated.quote)
    within = source.digest or stated.post
    return ClaimView(
        source=source,
        address=addresses.claim(report.article, look.numbers[facts.id][i]),
        printed=not source.digest,
        words=_for_lists(stated.quote, context),
        context=_opened(context),
        called=source.running if within else source.heading,
        teller=teller(digest=source.digest, post=bool(stated.post), credits=bool(stated.said_by)),
        said_by=credited(stated.said_by or ""),
        post=stated.post or "",
        date=phrases.phrase(stated.date, stated.dated_by),
        when=stated.when or "",
        basis=t(f"claim.by_{stated.dated_by}") if stated.dated_by else "",
        rival=i in facts.rival,
        reported=stated.dated_by == "publication",
        found=quoting.link_to_words(look, report.article, stated.quote),
    )


def otherwise_dated(claims: Sequence[ClaimView], seen: set[str]) -> tuple[ClaimView, ...]:
    """Of claims, the first with each date that is not among the dates `seen` (in words), be it another day or month,
    or more or less exact: in a fold a reader who asks for a day would not find it. The day of a report is no such date.
    """
    found: dict[str, ClaimView] = {}
    for c in claims:
        if c.date and not c.reported and c.date.text not in seen:
            found.setdefault(c.date.text, c)
    return tuple(found.values())


def _dates(claims: Sequence[ClaimView]) -> list[str]:
    return [c.date.text for c in claims]


def _for_lists(quote: str, context: tuple[Run, ...]) -> str:
    """A few words alone say little, nor does what begins amid a sentence: then the whole, where it is not too long."""
    whole, words = "".join(run.text for run in context), markup.fold(quote)
    told = whole if (len(words) < _FEW or words[:1].islower()) and len(whole) <= _ENOUGH else words
    return f"{AMID}{told}" if told[:1].islower() else told


def _opened(context: tuple[Run, ...]) -> tuple[Run, ...]:
    """What is shown of a sentence whose beginning our copy does not hold: three dots stand for it."""
    return (Run(AMID, hit=False), *context) if context and context[0].text[:1].islower() else context


def ordered(facts: EventFacts) -> list[int]:
    """Indexes of the reports, the one that tells most about the event first, then as published; rivals last.

    Words that bear out the title come before words that bear out the exact date: a reader sees them under the title.
    """
    titled = _roots(facts.title)

    def telling(i: int) -> tuple[bool, bool, bool, bool, bool, bool, int]:
        stated = facts.reports[i].claim
        exact = bool(facts.told and stated.date == facts.told.text)
        whole = stated.quote[:1].isupper() or stated.quote[:1] in "“\"‘'"
        bare = 2 * len(titled & _roots(stated.quote)) < len(titled)
        undated = facts.reports[i].published is None
        length = min(len(stated.quote), 240)
        return (i in facts.rival, bool(stated.post), bare, not exact, not whole, undated, -length)

    indexes = range(len(facts.reports))
    first = min(indexes, key=telling, default=None)
    rest = sorted((i for i in indexes if i != first), key=lambda i: (i in facts.rival, i))
    return ([first] if first is not None else []) + rest


def _roots(text: str) -> frozenset[str]:
    """The beginnings of a text's longer words, alike in "visits" and "visited", "Chile" and "Chilean"."""
    return frozenset(word[:_ROOT] for word in fold(text).split() if len(word) >= _ROOT)


def differences(look: Lookup, facts: EventFacts) -> tuple[Difference, ...]:
    """Every point on which the reports of an event cannot all be right: its date first, then its figures."""
    found = []
    given = look.briefing.events[facts.id].front.because or ""
    of_date = reason_is_of_date(look, facts)
    if facts.rival:
        found.append(Difference("date", t("differ.date"), _date_readings(look, facts), given))
    rivals = derive.rival_figures(facts.reports)
    named = [what for what in rivals if fold(_as_written(facts.reports, what)) in fold(given)] or list(rivals)
    for what, rows in rivals.items():
        label = t("differ.figures", what=_as_written(facts.reports, what))
        because = given if not of_date and what in named else ""
        found.append(Difference("figures", label, _figure_readings(look, facts, what, rows), because))
    return tuple(found)


def reason_is_of_date(look: Lookup, facts: EventFacts) -> bool:
    """Whether the editors' reason speaks of the date: reports differ on it, or it is not what they give together."""
    return bool(facts.rival) or look.briefing.events[facts.id].front.date != derive.best_date(facts.reports)


def _as_written(reports: Sequence[Report], what: str) -> str:
    what = re.sub(r" \([^()]*\)$", "", what)  # its unit stands with each number
    return next((f.what for r in reports for f in r.claim.figures if fold(f.what) == what), what)


def _date_readings(look: Lookup, facts: EventFacts) -> tuple[Reading, ...]:
    """The reading that most reports follow, then the others in time."""
    of = facts.reports
    against = sorted(facts.rival, key=lambda i: (dates.parse(of[i].claim.date or "").sort_key, i))
    clusters: list[list[int]] = []
    for i in against:
        value = dates.parse(of[i].claim.date or "")
        if clusters and dates.compatible(value, dates.parse(of[clusters[-1][0]].claim.date or "")):
            clusters[-1].append(i)
        else:
            clusters.append([i])
    readings = [followed(look, facts)]
    for cluster in clusters:
        best = min((dates.parse(of[i].claim.date or "") for i in cluster), key=lambda v: (v.days, v.sort_key))
        by = next(of[i].claim.dated_by for i in cluster if of[i].claim.date == best.text)
        readings.append(_reading(look, facts, cluster, phrases.phrase(best.text, by), rival=True))
    return tuple(readings)


def followed(look: Lookup, facts: EventFacts) -> Reading:
    """The reading of the reports that agree on the date: the event's own, but where the editors set another."""
    agreeing = [i for i in ordered(facts) if facts.reports[i].claim.date and i not in facts.rival]
    return _reading(look, facts, agreeing, facts.told_phrase, rival=False)


def _reading(look: Lookup, facts: EventFacts, indexes: list[int], title: Phrase, *, rival: bool) -> Reading:
    groups = {facts.groups[i] for i in indexes}
    said = capital(t("why.independent", n=len(groups)) if len(groups) > 1 else t("count.reports", n=len(groups)))
    if not rival and facts.told:
        exact = len({facts.groups[i] for i in indexes if facts.reports[i].claim.date == facts.told.text})
        if 0 < exact < len(groups):
            said = t("differ.exact", reports=said, n=exact)
        elif not exact and groups:
            said = t("differ.together", reports=said)
    else:
        exact = len(groups)
    claims = tuple(claim(look, facts, i) for i in indexes)
    return Reading(title, said, len(groups), rival, claims, exact)


def _figure_readings(look: Lookup, facts: EventFacts, what: str, rows: list[tuple[float, int]]) -> tuple[Reading, ...]:
    """One reading for each value; the one with the most independent reports first."""
    by_value: dict[float, list[int]] = {}
    for value, i in rows:
        by_value.setdefault(value, []).append(i)
    support = {value: len({facts.groups[i] for i in indexes}) for value, indexes in by_value.items()}
    counted = sorted(by_value.items(), key=lambda row: (-support[row[0]], row[0]))
    # Only a figure that more reports give than any other stands as the one the others rival; else each rivals each.
    leads = len(counted) > 1 and support[counted[0][0]] > support[counted[1][0]]
    within = derive.of_one_report(facts.reports, rows)
    made = []
    for place, (value, indexes) in enumerate(counted):
        title = Phrase((phrases.Piece(_so_many(facts.reports[indexes[0]], value, _as_written(facts.reports, what))),))
        reading = _reading_of_figure(look, facts, list(dict.fromkeys(indexes)), title, rival=place > 0 or not leads)
        made.append(_of_whom(facts.reports[indexes[0]], reading) if within else reading)
    return tuple(made)


def _of_whom(report: Report, reading: Reading) -> Reading:
    """A reading of a report that gives both sides: under whom it credits with it."""
    who = credited(report.claim.said_by or "") or t("differ.itself")
    return replace(reading, count=capital(who), who=who)


def _so_many(report: Report, value: float, what: str) -> str:
    """A figure with its hedge and unit: "about 7,500 soldiers", "51% stake", "48,000,000 USD"."""
    counted = quantities.thing(what)
    given = next(f for f in report.claim.figures if f.value == value and quantities.thing(f.what) == counted)
    hedged = hedge(given.bound, value, given.unit)
    return " ".join(part for part in (hedged, given.what if given.unit == "%" else "" if given.unit else what) if part)


def hedge(bound: str | None, value: float, unit: str | None) -> str:
    """A number with what its source says of its exactness, and its unit."""
    said = t("figure.percent", figure=quantity(value)) if unit == "%" else quantity(value)
    said = t(f"figure.{bound}", figure=said) if bound else said
    return f"{said} {unit}" if unit and unit != "%" else said


def _reading_of_figure(look: Lookup, facts: EventFacts, indexes: list[int], title: Phrase, *, rival: bool) -> Reading:
    groups = {facts.groups[i] for i in indexes}
    said = capital(t("why.independent", n=len(groups)) if len(groups) > 1 else t("count.reports", n=len(groups)))
    return Reading(title, said, len(groups), rival, tuple(claim(look, facts, i) for i in indexes))


def summary(found: tuple[Difference, ...]) -> str:
    """Who says what, in a sentence: June, say three independent reports; July, says one report."""
    return capital(who_says(found)) + "." if found else ""


def who_says(found: tuple[Difference, ...]) -> str:
    """The same within a sentence, of the first point on which the reports differ."""
    said = joined([_says(reading) for reading in (found[0].readings if found else ()) if reading.independent])
    return t("differ.within", sides=said) if found and found[0].within else said


def _says(reading: Reading) -> str:
    """How many reports give a reading, and how many more only leave room for it."""
    title, exact = reading.title.text, reading.independent if reading.exact is None else reading.exact
    if reading.who:
        return t("differ.say_by", title=title, who=reading.who)
    if not exact:
        return t("differ.say_together", n=reading.independent, title=title)
    if exact < reading.independent:
        return t("differ.say_exact", n=exact, m=count(reading.independent - exact), title=title)
    return t("differ.say", n=exact, title=title)


def agreed(look: Lookup, facts: EventFacts) -> str:
    """What all reports of an event have in common, in a sentence or two; empty where that is nothing."""
    named = [set(r.claim.entities) | ({r.claim.place} if r.claim.place else set()) for r in facts.reports]
    common = set.intersection(*named) if named else set()
    said = []
    names = [look.entity_name(id) for id in facts.entities if id in common]
    if names:
        said.append(t("differ.all_name", n=len(facts.reports), names=_names_listed(names)))
    years = {
        (value.lower.year, value.upper.year)
        for value in (dates.parse(r.claim.date) for r in facts.reports if r.claim.date)
    }
    given = [r.claim.date for r in facts.reports if r.claim.date]
    if len(given) > 1 and len(set(given)) == 1 and facts.told and facts.told.text == given[0]:
        said.append(t("differ.all_date", date=facts.phrase.text))
    if facts.rival and len(years) == 1 and len(set(next(iter(years)))) == 1:
        said.append(t("differ.all_year", year=next(iter(years))[0]))
    return " ".join(said)


def _names_listed(names: list[str]) -> str:
    """At most five names in a sentence."""
    return listed(names[:5]) if len(names) <= 5 else listed([*names[:5], t("list.others", n=len(names) - 5)])


def entity_links(look: Lookup, ids: Sequence[str]) -> tuple[Link, ...]:
    """Entities as links, in the given order."""
    return tuple(Link(look.entity_name(i), addresses.entity(i), look.briefing.entities[i].front.type) for i in ids)
