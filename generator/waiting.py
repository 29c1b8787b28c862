"""What waits for an editor, the most urgent first: what it is, where it stands, and what to type."""

from __future__ import annotations

import shlex
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from generator import faults, frontmatter, lookalikes, markup, reviews
from generator.content import FOLDERS, open_pairs, pointed
from generator.desk import Desk
from generator.frontmatter import Page
from generator.model import ArticleFront, Claim, EntityFront, EventFront
from generator.problems import label

FEW = 3  # roles, or articles, by which two entities are told apart
PAGE_KEYS = ("accept", "edit", "merge", "refuse")
Todo = tuple[tuple[str, str], ...]  # (what it does, what to type)


@dataclass(frozen=True, slots=True)
class Item:
    """One open question: what is shown, which answers there are, what to type, and the file and line to edit.

    `path` is below the folder of pages; an empty command means that the file is to be edited.
    """

    kind: str
    what: tuple[str, ...]
    path: str
    line: int
    title: str
    details: tuple[str, ...]
    keys: tuple[str, ...]
    todo: Todo

    @property
    def key(self) -> tuple[str, ...]:
        """What is asked, so that it is asked once."""
        return (self.kind, *self.what)

    @property
    def shown(self) -> str:
        """As a terminal shows it."""
        return "\n".join((f"{_HEADS[self.kind]} {self.title}", *(f"  {line}" for line in self.details)))


_HEADS = {
    "conflict": "CONFLICT",
    "orphan": "ORPHAN",
    "gone": "NO SEED",
    "draft": "DRAFT",
    "page": "DRAFT",
    "proposal": "SAME?",
    "changed": "CHANGED",
    "disputed": "EVENT",
    "unverified": "EVENT",
    "alike": "ALIKE?",
    "undisputed": "EVENT",
    "entity": "ENTITY",
}


def _type(*words: str) -> str:
    return shlex.join(("briefing", *words))


def items(desk: Desk) -> Iterator[Item]:
    """Conflicts, orphans, articles without seeds, drafts, proposals, events whose reports changed after a person had
    reviewed them, disputed and single-source events, names that look alike, then what nobody has checked yet.
    """
    yield from _conflicts(desk)
    yield from _orphans(desk)
    yield from _drafts(desk)
    yield from _proposals(desk)
    events = list(_events(desk))
    yield from (i for i in events if i.kind != "undisputed")
    yield from _alike(desk)
    yield from (i for i in events if i.kind == "undisputed")
    yield from _entities(desk)


def _rows(desk: Desk, name: str) -> dict[int, int]:
    """Number of a row of a file of lists -> its line."""
    try:
        _, lines = frontmatter.load(desk.texts.get(f"{name}.yaml", "").replace("\r\n", "\n"), 1)
    except frontmatter.FaultError:
        return {}
    return {at[1]: line for at, line in lines.items() if len(at) == 2 and at[0] == name and isinstance(at[1], int)}


def _conflicts(desk: Desk) -> Iterator[Item]:
    lines = _rows(desk, "conflicts")
    for i, c in enumerate(desk.content.conflicts):
        if not c.keep:
            todo = (
                ("take the new value", _type("accept", c.page, c.field)),
                ("keep yours", _type("refuse", c.page, c.field)),
            )
            yield Item(
                "conflict", (c.page, c.field), "conflicts.yaml", lines.get(i, 1), f"{c.page} {c.field}",
                (f"yours: {c.yours}", f"new:   {c.new}"), ("accept", "refuse", "edit"), todo,
            )  # fmt: skip


def _orphans(desk: Desk) -> Iterator[Item]:
    for a in desk.content.articles:
        path = f"articles/{a.id}.md"
        for i, claim in enumerate(a.front.events):
            if claim.orphan:
                line = a.line("events", i, "quote")
                todo = (("take the claim out", _type("refuse", a.id, label(claim.quote))), ("quote its own words", ""))
                said = f"{path}: the article does not say"
                yield Item("orphan", (path, claim.quote), path, line, said, (f'"{claim.quote}"',),
                           ("refuse", "edit"), todo)  # fmt: skip
        if a.front.source.gone == "undecided":
            line = a.line("source", "gone")
            todo = (("keep the page", _type("accept", a.id)), ("remove it", _type("refuse", a.id)))
            said = f"{path}: {a.front.source.seed} is there no more"
            yield Item("gone", (path,), path, line, said, (), ("accept", "refuse", "edit"), todo)


def _drafts(desk: Desk) -> Iterator[Item]:
    for a in desk.content.articles:
        path = f"articles/{a.id}.md"
        for i, claim in enumerate(a.front.events):
            if claim.draft and not claim.orphan:
                todo = (
                    ("make it a claim", _type("accept", a.id, label(claim.quote))),
                    ("take it out", _type("refuse", a.id, label(claim.quote))),
                )
                said = f"{path}: {claim.date or 'no date'}"
                by = _by(a, claim) if claim.proposal else _perhaps(desk, claim)
                yield Item("draft", (path, claim.quote), path, a.line("events", i, "quote"), said,
                           (f'"{claim.quote}"', *by), ("accept", "refuse", "edit"), todo)  # fmt: skip
    for folder in FOLDERS:
        for page in getattr(desk.content, folder):
            if getattr(page.front, "proposal", False):
                yield _proposed(desk, page)
            elif page.front.draft:
                path = f"{folder}/{page.id}.md"
                name = getattr(page.front, "title", None) or page.front.name
                edit: Todo = (("publish it: take draft: true out", ""),)
                yield Item("page", (path,), path, page.line("draft"), f"{path}: {name}", (), ("edit",), edit)


def _perhaps(desk: Desk, claim: Claim) -> tuple[str, ...]:
    """The reviewed event that a draft may tell of."""
    title = next((e.front.title for e in desk.content.events if e.id == claim.id), None)
    other = f"accept puts it there; if it is another event, edit: take id: {claim.id} and draft: true away"
    return (f"may tell of {claim.id} ({title})", other) if title else ()


def _by(article: Page[ArticleFront], claim: Claim) -> tuple[str, ...]:
    """Who proposed a claim, and what stands around its words: "denied that …" would be another story."""
    body, quote = markup.fold(markup.plain(article.body)), markup.fold(claim.quote)
    said = (f"proposed by {claim.proposed_by}",)
    return (*said, f'in its place: "{around(body, quote)}"') if quote in body else said


def _proposed(desk: Desk, page: Page[EntityFront]) -> Item:
    """A name that a language model proposed, with the first lines of articles in which it stands."""
    front, path = page.front, f"entities/{page.id}.md"
    todo = (("make it an entity", _type("accept", page.id)), ("it is none", _type("refuse", page.id)))
    lines = ((a.id, line) for a in desk.content.articles for line in a.body.splitlines() if front.name in line)
    seen = (f'{id}: "{around(markup.fold(markup.plain(line)), front.name)}"' for id, line in islice(lines, 2))
    details = (f"{front.type}: {front.name}", f"proposed by {front.proposed_by}", *seen)
    return Item("page", (page.id,), path, page.line("draft"), page.id, details, ("accept", "refuse", "edit"), todo)


def around(text: str, words: str) -> str:
    """The words with some of what stands around them, cut between words."""
    at = max(text.find(words), 0)
    end = at + len(words)
    low = text.find(" ", at - 80, at) + 1 if at > 80 else 0
    high = text.rfind(" ", end, end + 80) if len(text) > end + 80 else len(text)
    return ("… " if low else "") + text[low : max(high, end)] + (" …" if high < len(text) else "")


def _known_of(desk: Desk) -> dict[str, str]:
    """Entity -> what it is, its names, its roles and where it is named, in few words."""
    living = faults.redirects(desk.content)
    roles: dict[str, dict[str, None]] = defaultdict(dict)
    named: dict[str, dict[str, None]] = defaultdict(dict)
    for article in desk.content.articles:
        for row in article.front.entities:
            id = living.get(row.id, row.id)
            named[id][article.id] = None
            if row.role:
                roles[id][row.role] = None
    found = {}
    for entity in desk.content.entities:
        names = ", ".join((entity.front.name, *entity.front.aliases))
        said = "; ".join(islice(roles[entity.id], FEW))
        where = ", ".join(islice(named[entity.id], FEW)) + (" …" if len(named[entity.id]) > FEW else "")
        parts = (f"{entity.front.type} {names}", said, f"in {where}" if where else "in no article")
        found[entity.id] = "; ".join(filter(None, parts))
    return found


def _proposals(desk: Desk) -> Iterator[Item]:
    lines, told, living = _rows(desk, "proposals"), _known_of(desk), faults.redirects(desk.content)
    for i, p in open_pairs(desk.content.proposals, living):
        one, other = p.pair
        todo = (("they are one", _type("accept", one, other)), ("keep them apart", _type("refuse", one, other)))
        yield Item("proposal", p.pair, "proposals.yaml", lines.get(i, 1), f"{one} and {other} ({p.score})",
                   ("; ".join(p.reasons), *(f"{id}: {told.get(id, 'no page')}" for id in p.pair)),
                   ("accept", "refuse", "edit"), todo)  # fmt: skip


def _events(desk: Desk) -> Iterator[Item]:
    living = faults.redirects(desk.content)
    claims: dict[str, list[tuple[str, str, Claim]]] = defaultdict(list)
    for a in desk.content.articles:
        for claim in a.front.events:
            if claim.id and not claim.draft:
                claims[living.get(claim.id, claim.id)].append((a.id, a.front.source.publisher or a.id, claim))
    order = {"changed": 0, "disputed": 1, "unverified": 2, "undisputed": 3}
    kinds = {e.id: "changed" if e.front.reviewed else e.front.status for e in desk.content.events}
    for e in sorted(desk.content.events, key=lambda e: (order[kinds[e.id]], e.id)):
        if e.front.draft or (e.front.reviewed and not e.front.look_again):
            continue
        why = f", because: {e.front.because}" if e.front.because else ""
        details = [e.front.title, f"{e.front.date or 'no date'}, {e.front.status}{why}", *_author(e)]
        look = set(e.front.look_at if e.front.look_again else ())
        for article, source, claim in claims[e.id]:
            new = "new or changed since then: " if pointed(article, claim.quote) in look else ""
            details.append(f'{new}{source}{f", {claim.date}" if claim.date else ""}: "{claim.quote}"')
        if e.front.look_again and not look:
            details.append("what the page says has changed since then, its claims are the same")
        here = {pointed(article, claim.quote) for article, _, claim in claims[e.id]}
        said = {line for line in look if f": {reviews.NO_MORE}" in line}
        details += [f"gone since then: {claim}" for claim in sorted(look - here - said)]
        details += [f"the page says since then: {line}" for line in sorted(said)]
        todo = [("it is right: sign it off", _type("accept", e.id)), ("there was no such event", _type("refuse", e.id))]
        if e.front.status == "disputed" and not e.front.because:
            todo.insert(1, ("say why you follow one date: because: …", ""))
        line = e.line("look_again") if e.front.look_again else 1
        yield Item(kinds[e.id], (e.id,), f"events/{e.id}.md", line, e.id, tuple(details), PAGE_KEYS, tuple(todo))


def _author(page: Page[EntityFront] | Page[EventFront]) -> tuple[str, ...]:
    """Who made a page that nobody has signed off, where it was not the program."""
    return ("written by an editor, not signed off yet",) if page.by_hand and not page.front.reviewed else ()


def _alike(desk: Desk) -> Iterator[Item]:
    decided, told = {frozenset(p.pair) for p in desk.content.proposals}, _known_of(desk)
    for one, other, why in lookalikes.pairs(desk.content.entities, decided):
        todo = (("they are one", _type("merge", one, other)), ("keep them apart", _type("refuse", one, other)))
        yield Item("alike", (one, other), f"entities/{one}.md", 1, f"{one} and {other}",
                   (why, *(f"{id}: {told[id]}" for id in (one, other))),
                   ("accept", "refuse", "edit"), todo)  # fmt: skip


def _entities(desk: Desk) -> Iterator[Item]:
    for entity in desk.content.entities:
        if not entity.front.reviewed and not entity.front.draft:
            also = f" ({', '.join(entity.front.aliases)})" if entity.front.aliases else ""
            todo = (
                ("it is right: sign it off", _type("accept", entity.id)),
                ("it is none", _type("refuse", entity.id)),
            )
            yield Item("entity", (entity.id,), f"entities/{entity.id}.md", 1, entity.id,
                       (f"{entity.front.type}: {entity.front.name}{also}", *_author(entity)),
                       PAGE_KEYS, todo)  # fmt: skip
