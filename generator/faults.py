"""Every fault of the content: ids, references, quotes, links, addresses, and what the claims do not give."""

from __future__ import annotations

import re
import shlex
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from generator import derive, doubled, markup, places
from generator.content import Content, claims_by_event
from generator.frontmatter import Page
from generator.model import ArticleFront, Claim, EventFront
from generator.names import fold, portable
from generator.problems import Problem, beside, did_you_mean, few_of, label, short

_WEB = re.compile(r"https?://[^\s<>\"\\]{1,2000}")


def unsure(article: ArticleFront) -> str:
    """Why a claim has no date: its article has no day, or one that is only inferred."""
    days = article.published_inferred
    known = f"the day of its article is only inferred ({days.date})" if days else "its article has no day"
    return f"its words give no sure date, and {known}"


def redirects(content: Content) -> dict[str, str]:
    """Old id -> id of the page that stands for it now."""
    return {old: page.id for page in content.all() for old in getattr(page.front, "redirects", ())}


def targets(content: Content) -> dict[str, tuple[str, ...]]:
    """What a wikilink may name: folded names, aliases and titles -> ids."""
    found: dict[str, set[str]] = defaultdict(set)
    for page in content.all():
        front = page.front
        for name in (*getattr(front, "aliases", ()), getattr(front, "name", ""), getattr(front, "title", "")):
            if name:
                found[fold(name)].add(page.id)
    return {name: tuple(sorted(ids)) for name, ids in found.items()}


def settled(content: Content, redirects: Mapping[str, str]) -> list[Problem]:
    """All problems, those of reading among them, but for those of prose: the bodies of notes are of no account here."""
    problems = list(content.problems)
    problems += _duplicate_ids(content)
    by_id: dict[str, Page[Any]] = {}
    for page in content.all():
        by_id.setdefault(page.id, page)
    problems += _redirect_faults(content, by_id)
    known = set(content.paths) | set(redirects)
    kinds = {"article": {p.id for p in content.articles}}
    for kind, pages in (("entity", content.entities), ("event", content.events)):
        living = {p.id for p in pages}
        kinds[kind] = living | {old for old, new in redirects.items() if new in living}
    for article in content.articles:
        problems += _article_faults(article, kinds, known, redirects)
    for event in content.events:
        problems += _references(
            event, [(("entities", i), id, "entity") for i, id in enumerate(event.front.entities)], kinds, known
        )
        if event.front.place:
            problems += _references(event, [(("place",), event.front.place, "entity")], kinds, known)
    for i, row in enumerate(content.proposals):
        for id in row.pair:
            if row.same and id not in kinds["entity"]:
                where = f"{content.folder}/proposals.yaml"
                message = f'the pair {i + 1} calls "{id}" the same, but there is no such entity'
                problems.append(
                    Problem(where, 0, message, did_you_mean(id, kinds["entity"]), "warning", rule="proposal")
                )
    problems += _undecided(content)
    problems += doubled.faults(content)
    for page in content.all():
        problems += _address_faults(page)
    problems += _derived_faults(content, redirects)
    return problems


def _undecided(content: Content) -> list[Problem]:
    """What waits for an editor: conflicts with the converter, claims and articles without their source."""
    pages = {page.path.removeprefix(f"{content.folder}/"): page for page in content.all()}
    found = []
    for row in content.conflicts:
        page = pages.get(row.page)
        keys = re.split(r"[.\[:]", row.field)
        line = page.line(keys[0]) if page and keys[0] != "body" else page.body_line if page else 0
        if page and row.field.startswith("events["):
            line = _line_of_claim(page, row.field)
        now = getattr(page.front, row.field, row.yours) if page else row.yours
        if now == row.new:
            continue  # a person, or check --fix, wrote what the sources give; the next run takes the row out
        yours, new = beside(now if isinstance(now, str) else row.yours, row.new)
        message = f'{row.field}: here stands "{yours}", the sources now give "{new}"'
        named = shlex.join((row.page, row.field))
        remedy = (
            f"briefing accept {named} takes the new value, refuse keeps yours; "
            f"or write keep: yours or keep: new into its row of {content.folder}/conflicts.yaml"
        )
        found.append(Problem(f"{content.folder}/{row.page}", line, message, remedy, "warning", "conflict"))
    for event in content.events:
        if event.front.reviewed and event.front.look_again:
            few = few_of(event.front.look_at)
            what = f"its reports changed ({few})" if few else "what it says changed"
            message = f"reviewed on {event.front.reviewed}, before {what}"
            remedy = f"look again, then briefing accept {event.id}"
            found.append(Problem(event.path, event.line("look_again"), message, remedy, "warning", rule="look-again"))
    for article in content.articles:
        for i, claim in enumerate(article.front.events):
            if claim.orphan:
                message = f'the article does not say "{short(claim.quote)}"'
                remedy = "quote its own words and take orphan away, or take the row out"
                line = article.line("events", i, "orphan")
                found.append(Problem(article.path, line, message, remedy, "warning", "orphan"))
        if article.front.source.gone == "undecided":
            message = f'its seed "{article.front.source.seed}" is there no more'
            remedy = "write gone: kept, or remove the page"
            line = article.line("source", "gone")
            found.append(Problem(article.path, line, message, remedy, "warning", "seed-gone"))
    return found


def _line_of_claim(page: Page[ArticleFront], field: str) -> int:
    for i, claim in enumerate(page.front.events):
        if field.startswith(f"events[{label(claim.quote)}]"):
            return page.line("events", i, field.rpartition("].")[2])
    return page.line("events")


def _duplicate_ids(content: Content) -> list[Problem]:
    found = [
        Problem(path, 1, f'the id "{id}" is also that of {where[0]}', "rename one of the files", rule="duplicate-id")
        for id, where in sorted(content.paths.items())
        for path in where[1:]
    ]
    # Where a file system does not tell them apart (macOS, Windows), one of the two would be lost.
    alike: dict[str, str] = {}
    for id, where in sorted(content.paths.items()):
        first = alike.setdefault(unicodedata.normalize("NFC", id).casefold(), id)
        if first != id:
            message = f'the id "{id}" differs from "{first}" in nothing but the case or make of its letters'
            found += [Problem(path, 1, message, "rename one of the files", rule="duplicate-id") for path in where]
        if not portable(id):
            message = f'"{id}" can be no file name on Windows'
            remedy = "rename it with small letters, digits and hyphens"
            found += [Problem(path, 0, message, remedy, "warning", "file-name") for path in where]
    return found


def _redirect_faults(content: Content, by_id: Mapping[str, Page[Any]]) -> list[Problem]:
    found: list[Problem] = []
    seen: dict[str, str] = {}
    for page in content.all():
        for i, old in enumerate(getattr(page.front, "redirects", ())):
            where = page.line("redirects", i)
            if old in by_id or old in content.paths:
                found.append(
                    Problem(
                        page.path,
                        where,
                        f'"{old}" redirects, but has a page of its own',
                        "take one away",
                        rule="redirect",
                    )
                )
            elif seen.setdefault(old, page.id) != page.id:
                found.append(
                    Problem(page.path, where, f'"{old}" redirects to {seen[old]} as well', "leave one", rule="redirect")
                )
    return found


def _references(
    page: Page[Any],
    rows: Iterable[tuple[tuple[str | int, ...], str, str]],
    kinds: Mapping[str, set[str]],
    known: set[str],
) -> list[Problem]:
    """Ids that lead nowhere, or to a page of another kind. A page that exists but is faulty is named elsewhere."""
    found = []
    for at, id, kind in rows:
        if id in kinds[kind]:
            continue
        line = page.line(*at)
        if id not in known:
            does = "briefing check --fix" if kind == "article" else "convert"
            instead = (
                f"make its page, take the id out ({does} does, if you removed its page), "
                "or put it under redirects of the page that it is now"
            )
            remedy = did_you_mean(id, kinds[kind]) or instead
            found.append(Problem(page.path, line, f'unknown {kind} "{id}"', remedy, rule="unknown-id"))
        elif any(id in others for name, others in kinds.items() if name != kind):
            found.append(
                Problem(
                    page.path,
                    line,
                    f'"{id}" is the id of another kind of page',
                    f"name an {kind} here",
                    rule="wrong-kind",
                )
            )
    return found


def _doubled(article: Page[ArticleFront], redirects: Mapping[str, str]) -> list[Problem]:
    """Entities that have more than one row in an article; what a post shown there says of them has its own."""
    count = Counter(redirects.get(row.id, row.id) for row in article.front.entities if not row.post)
    last = {redirects.get(row.id, row.id): i for i, row in enumerate(article.front.entities) if not row.post}
    moved = {redirects[row.id] for row in article.front.entities if row.id in redirects}
    by_convert = "run briefing convert, which puts their names into one row, or do it yourself"
    return [
        Problem(article.path, article.line("entities", last[id]), f'"{id}" has {number} rows under entities',
                by_convert if id in moved else "put their names into one row", "warning", "doubled-row")
        for id, number in count.items()
        if number > 1
    ]  # fmt: skip


def _pasted(article: Page[ArticleFront], number: int, claim: Claim) -> Problem:
    """What is to be done about a claim that names no event: usually, nothing but another run."""
    message = "the claim names no event yet"
    remedy = "run briefing convert, which fills it in; or give the id of an event"
    words = markup.fold(claim.quote)
    same = (c.id for c in article.front.events if c.id and not c.draft and markup.fold(c.quote) == words)
    if id := next(same, None):
        message, remedy = f"its quote stands twice on this page, as a claim of {id} too", "take one of the two out"
    return Problem(article.path, article.line("events", number), message, remedy, "warning", "claim")


def _article_faults(
    article: Page[ArticleFront], kinds: Mapping[str, set[str]], known: set[str], redirects: Mapping[str, str]
) -> list[Problem]:
    rows: list[tuple[tuple[str | int, ...], str, str]] = []
    found: list[Problem] = []
    for i, row in enumerate(article.front.entities):
        rows.append((("entities", i, "id"), row.id, "entity"))
    found += _doubled(article, redirects)
    body: str | None = None
    for i, claim in enumerate(article.front.events):
        if claim.id and not claim.draft:
            rows.append((("events", i, "id"), claim.id, "event"))
        rows += [(("events", i, "entities", k), id, "entity") for k, id in enumerate(claim.entities)]
        if claim.place:
            rows.append((("events", i, "place"), claim.place, "entity"))
        rows += [(("events", i, "shared_with", k), id, "article") for k, id in enumerate(claim.shared_with)]
        if body is None:
            body = markup.fold(markup.plain(article.body))
        unseen = claim.proposal and claim.original  # an excerpt shows its words when an editor has accepted it
        if markup.fold(claim.quote) not in body and not claim.orphan and not unseen:
            line = article.line("events", i, "quote")
            nearest = places.nearest(markup.fold(claim.quote), body)
            remedy = f'it says "{nearest}"' if nearest else "give the body's own words, without markup"
            found.append(
                Problem(
                    article.path,
                    line,
                    f'the quote "{short(claim.quote)}" does not stand in the body',
                    remedy,
                    rule="quote",
                )
            )
        elif claim.pasted:
            found.append(_pasted(article, i, claim))
        if claim.draft and not claim.date and claim.dated_by == "inference":
            remedy = "write date: into its row; the next run of convert makes a claim of it"
            line = article.line("events", i)
            message = f'"{short(claim.quote)}": {unsure(article.front)}'
            found.append(Problem(article.path, line, message, remedy, "warning", "undated"))
    return found + _references(article, rows, kinds, known)


def _address_faults(page: Page[Any]) -> list[Problem]:
    """Addresses that are none of the web: they are shown nowhere as a link."""
    front = page.front
    rows: list[tuple[tuple[str | int, ...], str | None]] = [
        (("same_as", i), a) for i, a in enumerate(getattr(front, "same_as", ()))
    ]
    if isinstance(front, ArticleFront):
        rows += [(("source", "url"), front.source.url), (("source", "archived"), front.source.archived)]
    return [
        Problem(
            page.path,
            page.line(*at),
            f'"{given}" is no web address',
            "begin it with https://",
            "warning",
            rule="address",
        )
        for at, given in rows
        if given and not _WEB.fullmatch(given)
    ]


def _derived_faults(content: Content, redirects: Mapping[str, str]) -> list[Problem]:
    """Date and status that the claims do not give, without a `because`; none where an article cannot be read."""
    readable = {p.path for p in content.articles}
    if any("/articles/" in path and path not in readable for where in content.paths.values() for path in where):
        return []
    found = []
    claims = claims_by_event((a for a in content.articles if not a.front.draft), redirects)
    told = {redirects.get(c.id, c.id) for a in content.articles for c in a.front.events if c.id}  # drafts, too
    for event in content.events:
        of = claims.get(event.id, [])
        if event.id not in told and not event.front.because and not event.front.draft:
            remedy = f"say in because: how you know of it, give a claim its id, or briefing refuse {event.id}"
            found.append(Problem(event.path, 1, "no claim tells of this event", remedy, "warning", "no-claim"))
        elif event.id not in told and not event.front.reviewed and not event.front.draft:
            message = "only its own page tells of this event, and until it is signed off the site leaves it out"
            remedy = f"sign it off with briefing accept {event.id}"
            found.append(Problem(event.path, 1, message, remedy, "warning", "no-claim"))
        best = derive.best_date(of) if of else None
        if not of or event.front.because:
            settled = of and (best, derive.status(of, best)) == (event.front.date, event.front.status)
            if settled and event.front.status != "disputed":  # of a dispute it says which side is followed
                found.append(_needless(event))
            continue
        remedy = "or say in because: why it is another"
        if best != event.front.date:
            line = event.line("date")
            given = f'the date "{event.front.date}"' if event.front.date else "no date"
            right = f"date: {best!r}" if best else "leave the date out"
            found.append(
                Problem(
                    event.path, line, f"{given} is not what the claims give", f"{right}, {remedy}", rule="derived-date"
                )
            )
        status = derive.status(of, event.front.date if event.front.date else best)
        if status != event.front.status:
            line = event.line("status")
            message = f'the status "{event.front.status}" is not what the claims give'
            found.append(Problem(event.path, line, message, f"status: {status}, {remedy}", rule="derived-status"))
    return found


def _needless(event: Page[EventFront]) -> Problem:
    """A `because` that explains what the reports now say without it."""
    reports = "reports agree with" if event.front.status == "undisputed" else "one report gives"
    message = f"its {reports} what stands here, so that because: explains nothing any more"
    remedy = "take it out, or move it into the text below"
    return Problem(event.path, event.line("because"), message, remedy, "warning", "because")
