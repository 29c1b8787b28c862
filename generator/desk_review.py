"""What waits for an editor, the most urgent first: what it is, where it stands, and what to type."""

from __future__ import annotations

import shlex
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import decide, frontmatter, lookalikes, markup, rewriting
from generator.content import FOLDERS
from generator.decide import Deed, Desk, RefusedError
from generator.merge_text import label
from generator.model import Claim, Conflict, Proposal
from generator.rewriting import KEEP, Rows
from generator.sheet import row

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
    "disputed": "EVENT",
    "unverified": "EVENT",
    "alike": "ALIKE?",
    "undisputed": "EVENT",
    "entity": "ENTITY",
}


def _type(*words: str) -> str:
    return shlex.join(("briefing", *words))


def waiting(desk: Desk) -> Iterator[Item]:
    """Conflicts, orphans, articles without seeds, drafts, proposals, disputed and single-source events, names that
    look alike, then what nobody has checked yet.
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
                yield Item("draft", (path, claim.quote), path, a.line("events", i, "quote"), said,
                           (f'"{claim.quote}"',), ("accept", "refuse", "edit"), todo)  # fmt: skip
    for folder in FOLDERS:
        for page in getattr(desk.content, folder):
            if page.front.draft:
                path = f"{folder}/{page.id}.md"
                name = getattr(page.front, "title", None) or page.front.name
                edit: Todo = (("publish it: take draft: true out", ""),)
                yield Item("page", (path,), path, page.line("draft"), f"{path}: {name}", (), ("edit",), edit)


def _proposals(desk: Desk) -> Iterator[Item]:
    lines = _rows(desk, "proposals")
    for i, p in enumerate(desk.content.proposals):
        if p.same is None:
            one, other = p.pair
            todo = (("they are one", _type("accept", one, other)), ("keep them apart", _type("refuse", one, other)))
            yield Item("proposal", p.pair, "proposals.yaml", lines.get(i, 1), f"{one} and {other} ({p.score})",
                       ("; ".join(p.reasons),), ("accept", "refuse", "edit"), todo)  # fmt: skip


def _events(desk: Desk) -> Iterator[Item]:
    claims: dict[str, list[tuple[str, Claim]]] = defaultdict(list)
    for a in desk.content.articles:
        for claim in a.front.events:
            if claim.id:
                claims[claim.id].append((a.front.source.publisher or a.id, claim))
    order = {"disputed": 0, "unverified": 1, "undisputed": 2}
    for e in sorted(desk.content.events, key=lambda e: (order[e.front.status], e.id)):
        if e.front.reviewed or e.front.draft:
            continue
        details = [e.front.title, f"{e.front.date or 'no date'}, {e.front.status}"]
        details += [f'{source}: "{claim.quote}"' for source, claim in claims[e.id]]
        todo = [("it is right: sign it off", _type("accept", e.id)), ("there was no such event", _type("refuse", e.id))]
        if e.front.status == "disputed" and not e.front.because:
            todo.insert(1, ("say why you follow one date: because: …", ""))
        yield Item(e.front.status, (e.id,), f"events/{e.id}.md", 1, e.id, tuple(details), PAGE_KEYS, tuple(todo))


def _alike(desk: Desk) -> Iterator[Item]:
    decided = {frozenset(p.pair) for p in desk.content.proposals}
    for one, other, why in lookalikes.pairs(desk.content.entities, decided):
        todo = (("they are one", _type("merge", one, other)), ("keep them apart", _type("refuse", one, other)))
        yield Item("alike", (one, other), f"entities/{one}.md", 1, f"{one} and {other}", (why,),
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
                       (f"{entity.front.type}: {entity.front.name}{also}",), PAGE_KEYS, todo)  # fmt: skip


# ---- what an answer does ----


def carried(desk: Desk, item: Item, choice: str, other: str, day: str) -> Deed:
    """What an answer does."""
    if choice == "merge":
        return decide.merge(desk, other, item.what[0])
    if item.kind == "alike" and choice == "accept":
        return decide.merge(desk, *item.what)
    return decided(desk, item.what, choice == "accept", day)


def decided(desk: Desk, what: Sequence[str], yes: bool, day: str) -> Deed:
    """`accept` and `refuse`: one id is a page, two ids a pair, a page with a field a conflict, with words a claim."""
    if len(what) == 1:
        if article := _article(desk, what[0]):
            return _gone(desk, article, yes)
        return decide.sign(desk, what[0], day) if yes else decide.refuse(desk, what[0])
    if len(what) != 2:
        raise RefusedError("give one id, two ids of a pair, or a page and the field of a conflict or words of a claim")
    for i, c in enumerate(desk.content.conflicts):
        if what[0] in (c.page, c.page.removesuffix(".md"), c.page.split("/")[-1][:-3]) and c.field == what[1]:
            return _conflict(desk, i, c, yes)
    if article := _article(desk, what[0]):
        return _claim(desk, article, what[1], yes)
    return _pair(desk, what[0], what[1], yes)


def _article(desk: Desk, given: str) -> str | None:
    """Path of the article that is given by id or path."""
    id = given.removeprefix(f"{desk.content.folder}/").removeprefix("articles/").removesuffix(".md")
    return f"articles/{id}.md" if any(a.id == id for a in desk.content.articles) else None


def _conflict(desk: Desk, number: int, row_: Conflict, yes: bool) -> Deed:
    rows = [(i, row(c.as_dict(), keep="new" if yes else "yours") if i == number else KEEP)
            for i, c in enumerate(desk.content.conflicts)]  # fmt: skip
    text = rewriting.mapping(desk.texts["conflicts.yaml"], {"conflicts": Rows(tuple(rows))})
    said = "takes the new value" if yes else "keeps what stands there"
    return Deed({"conflicts.yaml": text}, [f"{row_.page} {row_.field} {said}; run convert to carry it out."])


def _pair(desk: Desk, one: str, other: str, yes: bool) -> Deed:
    number = next((i for i, p in enumerate(desk.content.proposals) if {one, other} == set(p.pair)), None)
    if number is None and yes:
        raise RefusedError(f"{one} and {other} are no proposed pair, and no conflict; briefing merge joins any pages")
    if number is None:
        for id in (one, other):
            desk.page(id, "entities")
    deed = decide.merge(desk, one, other) if yes else Deed(said=[f"{one} and {other} stay apart for good."])
    rows: list[tuple[int | None, object]] = [
        (i, row(p.as_dict(), same=yes) if i == number else KEEP) for i, p in enumerate(desk.content.proposals)
    ]
    text = desk.texts.get("proposals.yaml", "")
    if number is None:
        rows.append((None, Proposal(pair=(one, other), score=0, same=False).as_dict()))
    deed.changes["proposals.yaml"] = rewriting.mapping(text, {"proposals": Rows(tuple(rows))})
    return deed


def _claim(desk: Desk, path: str, words: str, yes: bool) -> Deed:
    """A draft becomes a claim, which the next run gives an event; or an uncertain claim goes."""
    sheet = desk.sheet(path)
    page = next(a for a in desk.content.articles if f"articles/{a.id}.md" == path)
    wanted = markup.fold(words)
    open_ = [i for i, c in enumerate(page.front.events) if c.draft]
    hits = [i for i in open_ if markup.fold(page.front.events[i].quote) == wanted]
    hits = hits or [i for i in open_ if wanted in markup.fold(page.front.events[i].quote)]
    if not hits:
        raise RefusedError(f'{path} has no draft or orphan with the words "{label(words)}"')
    if len({page.front.events[i].quote for i in hits}) > 1:
        raise RefusedError(f'{path} has {len(hits)} drafts with the words "{label(words)}"; give more of them')
    if yes and page.front.events[hits[0]].orphan:
        raise RefusedError(f"the article does not say this; quote its own words in {path}, or refuse the claim")
    rows: list[tuple[int | None, object]] = []
    for i in range(len(page.front.events)):
        if i not in hits:
            rows.append((i, KEEP))
        elif yes:
            rows.append((i, row(sheet.data["events"][i], draft=None)))
    sheet.rows("events", rows)
    said = "is a claim now; run convert to fill it in" if yes else "is taken out"
    quote = label(page.front.events[hits[0]].quote)
    return decide.follow(desk, Deed({path: sheet.text()}, [f'{path}: "{quote}" {said}.']))


def _gone(desk: Desk, path: str, yes: bool) -> Deed:
    page = next(a for a in desk.content.articles if f"articles/{a.id}.md" == path)
    if not page.front.source.gone:
        raise RefusedError(f"{path} has its seed; give words of a draft too, or edit the page")
    if not yes:
        return decide.follow(desk, Deed({path: None}, [f"{path} is removed."]))
    sheet = desk.sheet(path)
    sheet.within("source", gone="kept")
    return Deed({path: sheet.text()}, [f"{path} stays, without its seed."])
