"""What every view looks up, computed once for a briefing, so that no page makes the work of another again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator import dates, derive, markup, prose, wikilinks
from generator.briefing import Article, Briefing, Event, in_time
from generator.dates import Edtf
from generator.derive import Report
from generator.model import Claim, EntityRow, NoteFront
from generator.names import fold
from generator.views import addresses, excerpts, note_heads, passages, phrases, sources, statuses, texts
from generator.views.near import near
from generator.views.passages import Run
from generator.views.phrases import DEADLINE, Phrase
from generator.views.revisions import Revision
from generator.views.sources import SourceName
from generator.views.statuses import Status
from generator.views.texts import ArticleText
from generator.views.typography import curled
from generator.views.words import t

Texts = Mapping[str, ArticleText]


@dataclass(frozen=True, slots=True)
class EventFacts:
    """One event with all that is derived from its claims."""

    id: str
    title: str
    address: str
    date: Edtf | None
    dated_by: str | None
    phrase: Phrase
    status: Status
    planned: bool
    reports: tuple[Report, ...]
    groups: tuple[int, ...]  # of each report, the number of its independent group
    rival: frozenset[int]  # indexes of reports whose date cannot be true together with `told`
    apart: bool  # whether the date is the editors' alone: no report that gives one allows it
    told: Edtf | None  # the date that the reports give together: the event's, unless that is `apart`
    told_phrase: Phrase
    independent: int
    entities: tuple[str, ...]  # who takes part, then where, each once
    place: str | None  # where, if the site has a page of it
    year: int | None


@dataclass(frozen=True, slots=True)
class Backlink:
    """A page that links to another, with the paragraph of the link."""

    title: str
    address: str
    context: str


@dataclass(frozen=True, slots=True)
class Lookup:
    """A briefing with what the views share."""

    briefing: Briefing
    sources: Mapping[str, SourceName]  # in the order of publication
    events: Mapping[str, EventFacts]  # in time: dated, then without date
    texts: Texts
    backlinks: Mapping[str, tuple[Backlink, ...]]
    claims: Mapping[str, tuple[Claim, ...]]  # article -> the claims that the site shows, as they stand in its text
    numbers: Mapping[str, tuple[int, ...]]  # event -> number of each of its reports among its article's claims
    in_time: tuple[str, ...]  # dated events
    beside: Mapping[str, tuple[str | None, str | None]]  # dated event -> those before and after it in time
    only_here: Mapping[str, tuple[str, ...]]  # article -> the events that no other article reports, in time
    rows: Mapping[tuple[str, str], tuple[EntityRow, ...]]  # (article, entity) -> how it is named there
    named: Mapping[str, tuple[str, ...]]  # article -> entities
    near: Mapping[str, tuple[str, ...]]  # event -> others of the same days with the same actors, in time
    newest: str  # when the newest source appeared, as exactly as that is known; empty where none has a date
    name: str  # what the briefing is called
    note_heads: Mapping[str, NoteFront]  # what stands above each note, the newest first
    openings: Mapping[str, str]  # note -> its first paragraph, so that a list need not ask for all that it says
    any_checked: bool  # whether an editor has checked any event: only then is it said of each that none has
    history: tuple[Revision, ...] = ()  # what was changed on which day, the newest first; empty where nothing is known

    @property
    def tagline(self) -> str:
        """What stands behind the name."""
        return _tagline(self.briefing)

    def entity_name(self, id: str) -> str:
        """The preferred name of an entity."""
        return self.briefing.entities[id].front.name


def of(
    briefing: Briefing, history: tuple[Revision, ...] = (), said: Texts | None = None, before: Lookup | None = None
) -> Lookup:
    """Linear in the text, the claims and the links of the briefing. `said`: the texts of its articles, where they are
    known already; `before`: what was looked up last, whose pages may be the very same.
    """
    events = {}
    for id in in_time(briefing.events, briefing.articles, briefing.redirects):
        events[id] = _facts(briefing, briefing.events[id])
    said = texts.of(briefing, list(briefing.articles)) if said is None else said
    claims = {id: _claims(briefing, article, said, before) for id, article in briefing.articles.items()}
    dated = tuple(id for id, facts in events.items() if facts.date)
    rows = _rows(briefing)
    named: dict[str, list[str]] = defaultdict(list)
    for article, entity in rows:
        named[article].append(entity)
    return Lookup(
        briefing=briefing,
        sources=sources.names(briefing),
        events=events,
        texts=said,
        backlinks=_backlinks(briefing),
        claims={id: rows for id, (rows, _) in claims.items()},
        numbers=_numbers(briefing, {id: numbers for id, (_, numbers) in claims.items()}),
        in_time=dated,
        beside=dict(zip(dated, zip((None, *dated), (*dated, None)[1:], strict=False), strict=True)),
        only_here=_only_here(events),
        rows=rows,
        named={article: tuple(named[article]) for article in briefing.articles},
        near=near(events, {id: e.front.country for id, e in briefing.entities.items() if e.front.country}),
        newest=sources.newest(briefing),
        name=_name(briefing),
        note_heads=note_heads.of(briefing.notes),
        openings=note_heads.openings(briefing.notes),
        any_checked=any(event.front.reviewed for event in briefing.events.values()),
        history=history,
    )


def _name(briefing: Briefing) -> str:
    home = briefing.pages.get("home")
    return briefing.settings.name or (home.front.title if home else _tagline(briefing))


def _tagline(briefing: Briefing) -> str:
    return briefing.settings.tagline or t("site.tagline")


def _only_here(events: Mapping[str, EventFacts]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for id, facts in events.items():
        articles = {r.article for r in facts.reports}
        if len(articles) == 1:
            found[articles.pop()].append(id)
    return {article: tuple(ids) for article, ids in found.items()}


def again(before: Lookup, briefing: Briefing) -> Lookup:
    """`of` a briefing that differs from the one before in nothing but the bodies of notes."""
    said = note_heads.openings(briefing.notes)
    return replace(before, briefing=briefing, backlinks=_backlinks(briefing), openings=said)


def _rows(briefing: Briefing) -> dict[tuple[str, str], tuple[EntityRow, ...]]:
    found: dict[tuple[str, str], list[EntityRow]] = defaultdict(list)
    for article in briefing.articles.values():
        for row in article.front.entities:
            id = briefing.redirects.get(row.id, row.id)
            if id in briefing.entities:
                found[article.id, id].append(row)
    return {key: tuple(rows) for key, rows in found.items()}


def _facts(briefing: Briefing, event: Event) -> EventFacts:
    front = event.front
    reports = briefing.reports.get(event.id, ())
    groups = tuple(derive.independent(reports))
    apart = derive.set_apart(reports, front.date)
    told = derive.best_date(reports) if apart else front.date
    rival = frozenset(derive.dissenters(reports, told))
    value = dates.parse(front.date) if front.date else None
    planned = bool(value and briefing.as_of and value.start and value.lower > briefing.as_of)
    told_by = _dated_by(reports, rival) or (DEADLINE if planned and _by_then(reports, front.date) else None)
    dated_by = None if apart else told_by
    phrase, told_phrase = phrases.phrase(front.date, dated_by), phrases.phrase(told, told_by)
    editors = statuses.Editors(phrase.text, front.because or "", told_phrase.text) if apart else None
    ids = [*front.entities, *([front.place] if front.place else [])]
    living = tuple(i for i in dict.fromkeys(briefing.redirects.get(i, i) for i in ids) if i in briefing.entities)
    place = briefing.redirects.get(front.place, front.place) if front.place else None
    return EventFacts(
        id=event.id,
        title=curled(front.title),
        address=addresses.event(event.id),
        date=value,
        dated_by=dated_by,
        phrase=phrase,
        status=statuses.status(event, reports, groups, rival, planned=planned, editors=editors),
        planned=planned,
        reports=reports,
        groups=groups,
        rival=rival,
        apart=apart,
        told=dates.parse(told) if told else None,
        told_phrase=told_phrase,
        independent=len(set(groups)),
        entities=living,
        place=place if place in living else None,
        year=(value.lower if value.start else value.upper).year if value else None,
    )


def _by_then(reports: tuple[Report, ...], planned: str | None) -> bool:
    """Whether all that give a plan's date give it as the last one: "is to be repaired by the autumn of 2031"."""
    told = [r.claim.when or "" for r in reports if r.claim.date == planned]
    return bool(told) and all(when.lower().startswith("by ") for when in told)


def _dated_by(reports: tuple[Report, ...], rival: frozenset[int]) -> str | None:
    """Whether all that the date rests on is the day of a report."""
    given = [r.claim.dated_by for i, r in enumerate(reports) if r.claim.date and i not in rival]
    return "publication" if given and all(by == "publication" for by in given) else None


def _claims(
    briefing: Briefing, article: Article, said: Texts, before: Lookup | None
) -> tuple[tuple[Claim, ...], tuple[int, ...]]:
    """The claims that the site shows, in the order of the text; and in the order of the front matter, their numbers."""
    shown = [claim for claim, _ in excerpts.claims(briefing, article)]
    if before and before.briefing.articles.get(article.id) is article:
        known = {id(claim): number for number, claim in enumerate(before.claims[article.id], start=1)}
        if known.keys() == {id(claim) for claim in shown}:
            return before.claims[article.id], tuple(known[id(claim)] for claim in shown)
    folded = said[article.id].folded if shown else ""
    order = sorted(range(len(shown)), key=lambda i: (folded.find(markup.fold(shown[i].quote)), i))
    numbers = {i: number for number, i in enumerate(order, start=1)}
    return tuple(shown[i] for i in order), tuple(numbers[i] for i in range(len(shown)))


def _numbers(briefing: Briefing, numbered: Mapping[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
    """The number of each of an event's reports on its article's page."""
    waiting: dict[tuple[str, str], list[int]] = defaultdict(list)
    for article in briefing.articles.values():
        for (_, event), number in zip(excerpts.claims(briefing, article), numbered[article.id], strict=True):
            waiting[article.id, event].append(number)
    # The reports of an event keep the order in which each article's front matter gives its claims.
    taken = {key: iter(numbers) for key, numbers in waiting.items()}
    return {
        event: tuple(next(taken[report.article, event]) for report in reports)
        for event, reports in briefing.reports.items()
    }


def in_context(look: Lookup, article: str, quote: str) -> tuple[Run, ...]:
    """A claim's quote within its sentence."""
    text = look.texts[article]
    return passages.around(quote, text.folded, text.sentences)


def spelled(look: Lookup, article: str, quote: str) -> dict[str, str]:
    """Every entity that the sentence of a quote names -> the spelling that stands there first."""
    text = look.texts[article]
    found: dict[str, str] = {}
    for number in passages.touched(quote, text.folded, text.sentences):
        for start, end, id in text.names[number]:
            found.setdefault(id, text.sentences[number].text[start:end])
    return found


def resolve(briefing: Briefing, target: str) -> str | None:
    """The id that a wikilink means, `None` where it leads nowhere."""
    id = target.partition("#")[0].strip()
    id = briefing.redirects.get(id, id)
    if addresses.address(briefing, id):
        return id
    return briefing.targets.get(fold(id))


def words_for(briefing: Briefing, target: str) -> str:
    """What a link shows that leads to no page of the site: a name, or that something is not shown yet; never an id."""
    unshown = briefing.unshown.get(target.partition("#")[0].strip())
    return target if unshown is None else unshown.name or t(f"unshown.{unshown.kind}")


def title_of(briefing: Briefing, id: str) -> str:
    """What a page is called."""
    if id in briefing.entities:
        return briefing.entities[id].front.name
    if id in briefing.articles:
        return briefing.articles[id].front.title
    for written in (briefing.events, briefing.notes, briefing.pages):
        if id in written:
            return curled(str(written[id].front.title))
    return id


def _backlinks(briefing: Briefing) -> dict[str, tuple[Backlink, ...]]:
    """Page -> the pages whose text speaks of it, each once, with the first paragraph that does.

    To link to a page, to set an event in and to cite a source are all to speak of it. Where a paragraph is nothing but
    the link, the one before it has led there.
    """
    found: dict[str, list[Backlink]] = defaultdict(list)
    for pages in (briefing.notes, briefing.events, briefing.entities, briefing.pages):
        for page in pages.values():
            seen: set[str] = {page.id}
            here = addresses.address(briefing, page.id) or addresses.HOME
            before = ""
            for paragraph in page.body.split("\n\n") if any(m in page.body for m in _POINTING) else ():
                for link in wikilinks.find(paragraph):
                    id = resolve(briefing, link.target)
                    if id and id not in seen:
                        seen.add(id)
                        text = linked_text(briefing, paragraph)
                        context = before if text.rstrip(".") == title_of(briefing, id) else text
                        found[id].append(Backlink(title_of(briefing, page.id), here, context))
                if paragraph.strip() and not paragraph.lstrip().startswith(("#", "![[")):
                    before = linked_text(briefing, paragraph)
    return {id: tuple(rows) for id, rows in found.items()}


_POINTING = ("[[", "[@", ".md")  # what no link is without


_CITED = "\ue003"  # a private character, which no text may hold


def linked_text(briefing: Briefing, markdown: str) -> str:
    """A paragraph as plain text, links by the words they show, cut to a length for lists."""

    def shown(link: wikilinks.WikiLink) -> str:
        if link.kind == "cite":
            return _CITED
        id = resolve(briefing, link.target)
        return link.label or (title_of(briefing, id) if id else words_for(briefing, link.target))

    text = markup.fold(markup.plain(wikilinks.replace(markdown, shown, prose.EDITORS)))
    # A citation is a number above the line: what stands around it closes up.
    text = curled(text.replace(f" {_CITED}", "").replace(_CITED, ""))
    return text if len(text) <= 300 else text[:300].rsplit(" ", 1)[0] + " …"
