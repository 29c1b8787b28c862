"""A page that an editor refused comes back from git, with its claims or mentions; all later work stays as it is.

The page is as it last stood. Its rows are put back into the articles as these are now, so that what was changed there
since the refusal is nobody's loss.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from generator import faults, frontmatter, markup, rewriting, undoing, unmerging
from generator.content import FOLDERS
from generator.desk import Deed, Desk, RefusedError, follow
from generator.frontmatter import Page
from generator.model import ArticleFront, Claim, EventFront
from generator.problems import label
from generator.rewriting import KEEP, Rows
from generator.sheet import Sheet, row


def restored(content: Path, desk: Desk, id: str) -> Deed:
    """The event or entity `id`, which was removed, comes back. Raises `RefusedError` where git cannot bring it back."""
    id = id.rpartition("/")[2].removesuffix(".md")
    path, commit, page, text = _as_it_was(content, desk, id)
    there = {p.id for p in desk.content.entities} | {id}
    sheet = Sheet(text, type(page.front))
    if isinstance(page.front, EventFront):
        sheet.drop("entities", [e for e in page.front.entities if _living(desk, e) not in there])
        if page.front.place and _living(desk, page.front.place) not in there:
            sheet.set("place", None)
    deed = Deed({path: sheet.text()}, [f"{path} is back, as {commit} has it."])
    ids = {id, *page.front.redirects}
    then = undoing.naming(content, commit, ids)
    for article in desk.content.articles:
        where = f"articles/{article.id}.md"
        was = frontmatter.parse(then[where], ArticleFront, article.id, where)[0] if where in then else None
        if was and path.startswith("events/"):
            _claims(desk, article, was, _written(then[where], "events"), ids, there, deed)
        elif was:
            _mentions(desk, article, was, then[where], ids, deed)
    for event in desk.content.events if path.startswith("entities/") else ():
        where = f"events/{event.id}.md"
        took = frontmatter.parse(then[where], EventFront, event.id, where)[0] if where in then else None
        if took:
            _takes_part(desk, event, took, ids, deed)
    return follow(desk, deed)


def _as_it_was(content: Path, desk: Desk, id: str) -> tuple[str, str, Page[Any], str]:
    """(path, commit, page, its text) of a page that was removed."""
    if id in desk.content.paths:
        raise RefusedError(f"{desk.content.paths[id][0]} is there")
    if (now := _living(desk, id)) != id:
        how = f"; briefing split {now} {id} makes two pages of one" if unmerging.known(desk, id) else ""
        raise RefusedError(f"the address of {id} leads to {now}{how}")
    for folder in ("events", "entities"):
        path = f"{folder}/{id}.md"
        if found := undoing.before_removal(content, path):
            page, _ = frontmatter.parse(found[1], FOLDERS[folder], id, path)
            if page is None:
                raise RefusedError(f"{path} was not readable when it was removed; git show {found[0]}:./{path}")
            return path, found[0], page, found[1]
    raise RefusedError(
        f'no commit has a page "{id}"; to have its event again, paste the quote of one of its claims into its article'
    )


def _living(desk: Desk, id: str) -> str:
    return faults.redirects(desk.content).get(id, id)


def _written(text: str, key: str) -> list[Mapping[str, Any]]:
    """The rows of a list as they were written: keys in a person's order, and those of the person's own."""
    return list(rewriting.read(text)[0].get(key, ()))


def _in_order(data: Mapping[str, Any], written: Mapping[str, Any]) -> dict[str, Any]:
    """A row's values in the order in which they were written, with keys of a person's own."""
    return {key: data.get(key, value) for key, value in written.items() if key in data or key not in Claim.model_fields}


def _claims(
    desk: Desk,
    article: Page[ArticleFront],
    was: Page[ArticleFront],
    written: Sequence[Mapping[str, Any]],
    ids: set[str],
    there: set[str],
    deed: Deed,
) -> None:
    """The claims of an event, each behind the one that it stood behind, as it was `written`."""
    path = f"articles/{article.id}.md"
    here = {markup.fold(c.quote): i for i, c in enumerate(article.front.events)}
    body = markup.plain(article.body)
    behind: dict[int, list[dict[str, Any]]] = {}
    last, count = -1, 0
    for claim, as_written in zip(was.front.events, written, strict=True):
        quote = markup.fold(claim.quote)
        if quote in here:
            last = here[quote]
            continue
        if claim.id not in ids:
            continue
        if not markup.stands_in(quote, body) and not claim.orphan:
            deed.said.append(f'{path}: "{label(claim.quote)}" does not stand there any more, so it stays out.')
            continue
        gone = [e for e in claim.entities if _living(desk, e) not in there]
        data = claim.as_dict()
        data["entities"] = [e for e in claim.entities if e not in gone]
        if claim.place and _living(desk, claim.place) not in there:
            data["place"] = None
        data = {k: v for k, v in data.items() if v not in (None, [], ())}
        behind.setdefault(last, []).append(_in_order(data, as_written))
        count += 1
    if not count:
        return
    rows: list[tuple[int | None, Any]] = [(None, data) for data in behind.get(-1, ())]
    for i in range(len(article.front.events)):
        rows += [(i, KEEP), *((None, data) for data in behind.get(i, ()))]
    sheet = desk.sheet(path)
    sheet.rows("events", rows)
    deed.changes[path] = sheet.text()
    deed.said.append(f"{path}: {count} claim{'s are' if count > 1 else ' is'} there again.")


def _mentions(
    desk: Desk, article: Page[ArticleFront], was: Page[ArticleFront], text: str, ids: set[str], deed: Deed
) -> None:
    """The rows of an entity, and its part in claims that still stand there. `text`: of the page as it `was`."""
    path = f"articles/{article.id}.md"
    sheet = desk.sheet(path)
    have = {r.id for r in article.front.entities}
    mine = zip(was.front.entities, _written(text, "entities"), strict=True)
    lost = [(n, _in_order(r.as_dict(), w)) for n, (r, w) in enumerate(mine) if r.id in ids and not have & {*ids}]
    rows: list[tuple[int | None, Any]] = [(i, KEEP) for i in range(len(article.front.entities))]
    for n, data in lost:
        rows.insert(min(n, len(rows)), (None, data))
    sheet.rows("entities", rows)
    claims_then = zip(was.front.events, _written(text, "events"), strict=True)
    told = {markup.fold(c.quote): (c, w) for c, w in claims_then if ids & {*c.entities, c.place or ""}}
    claims: list[tuple[int | None, Any]] = []
    for i, claim in enumerate(article.front.events):
        then = told.get(markup.fold(claim.quote))
        changes = _part(claim, then[0], ids) if then else {}
        target = row(sheet.data["events"][i], **changes)
        claims.append((i, _behind(target, [*then[1]]) if then and changes else KEEP))
    sheet.rows("events", claims)
    if (text := sheet.text()) != desk.texts[path]:
        deed.changes[path] = text
        deed.said.append(f"{path} names it again.")


def _behind(target: dict[str, Any], order: Sequence[str]) -> dict[str, Any]:
    """The target of a row, in which a key that is added stands behind the one that it stood behind."""
    made = list(target)
    for key in [k for k in target if target[k] is not KEEP and k in order]:
        before = [k for k in order[: order.index(key)] if k in made]
        made.remove(key)
        made.insert(made.index(before[-1]) + 1 if before else 0, key)
    return {key: target[key] for key in made}


def _part(now: Any, then: Any, ids: set[str]) -> dict[str, Any]:
    """Keys of a claim or event that name an entity again where it did, in its old place of the list."""
    changes: dict[str, Any] = {}
    more = [(n, e) for n, e in enumerate(then.entities) if e in ids and e not in now.entities]
    if more:
        rows: list[tuple[int | None, Any]] = [(i, KEEP) for i in range(len(now.entities))]
        for n, e in more:
            rows.insert(min(n, len(rows)), (None, e))
        changes["entities"] = Rows(tuple(rows)) if now.entities else [e for _, e in more]
    if then.place in ids and now.place is None:
        changes["place"] = then.place
    return changes


def _takes_part(desk: Desk, event: Page[EventFront], was: Page[EventFront], ids: set[str], deed: Deed) -> None:
    """An entity, among those of an event that named it."""
    path = f"events/{event.id}.md"
    sheet = desk.sheet(path)
    for key, value in _part(event.front, was.front, ids).items():
        sheet.set(key, value)
    if (text := sheet.text()) != desk.texts[path]:
        deed.changes[path] = text
