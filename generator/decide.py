"""What an editor decides about entities and events: merge, split, rename, accept, refuse. Pages in, pages out.

Each does by hand what an editor with a text editor would do, and no more: old addresses stay alive under `redirects`,
and what points to them need not change. Date and status of events follow their claims where no `because` stands.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from generator import derive, faults, frontmatter, markup, rewriting, stranding
from generator.content import FOLDERS, Content, claims_by_event
from generator.frontmatter import Page
from generator.model import ArticleFront, Claim, EventFront
from generator.names import slug, unused
from generator.problems import did_you_mean
from generator.rewriting import KEEP
from generator.sheet import Sheet, replaced, row


class RefusedError(ValueError):
    """What was asked cannot be done; the message says why, and what can."""


@dataclass
class Deed:
    """Changed pages (path below content/ -> text, None: removed), and what was done, for people."""

    changes: dict[str, str | None] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)


@dataclass
class Desk:
    """All pages, as text and as read."""

    content: Content
    texts: Mapping[str, str]  # path below content/ -> text

    def page(self, id: str, *folders: str) -> tuple[str, Page[Any]]:
        """(path below content/, page) of an id. Old ids count as those that stand for them now."""
        living = faults.redirects(self.content).get(id, id)
        for folder in folders or FOLDERS:
            for page in getattr(self.content, folder):
                if page.id == living:
                    return f"{folder}/{living}.md", page
        known = [p.id for folder in folders or FOLDERS for p in getattr(self.content, folder)]
        kinds = " or ".join({"entities": "entity", "events": "event"}.get(f, f.rstrip("s")) for f in folders) or "page"
        raise RefusedError(f'there is no {kinds} "{id}"; {did_you_mean(id, known) or "see the file names in content/"}')

    def sheet(self, path: str) -> Sheet:
        """A page to be changed."""
        try:
            return Sheet(self.texts[path], FOLDERS[path.partition("/")[0]])
        except rewriting.CannotEditError as error:
            raise RefusedError(f"{path} cannot be changed: {error}") from None

    def free(self, id: str) -> str:
        """The id, which must not be taken."""
        if id in self.content.paths:
            raise RefusedError(f'"{id}" has a page already: {self.content.paths[id][0]}')
        if slug(id) != id:
            raise RefusedError(f'"{id}" makes no good address; as {slug(id)}')
        return id


# ---- merge, rename ----


def merge(desk: Desk, keep: str, drop: str) -> Deed:
    """Two pages of one thing become the first of them; the other's id redirects."""
    path, one = desk.page(keep, "entities", "events")
    gone, other = desk.page(drop, "entities", "events")
    if path == gone:
        raise RefusedError(f"both are {path} already")
    if path.partition("/")[0] != gone.partition("/")[0]:
        raise RefusedError(f"{path} and {gone} are different kinds of page")
    sheet = desk.sheet(path)
    sheet.add("redirects", [other.id, *other.front.redirects])
    if isinstance(one.front, EventFront):
        sheet.add("entities", other.front.entities)
        for key in ("place", "because"):
            if getattr(one.front, key) is None and getattr(other.front, key) is not None:
                sheet.set(key, getattr(other.front, key))
        if other.front.key and not one.front.key:
            sheet.set("key", True)
    else:
        if one.front.type != other.front.type:
            raise RefusedError(f"{one.id}: {one.front.type}; {other.id}: {other.front.type}; mend the type first")
        sheet.add("aliases", [n for n in (other.front.name, *other.front.aliases) if n != one.front.name])
        sheet.add("same_as", other.front.same_as)
        if one.front.coordinates is None and other.front.coordinates is not None:
            sheet.set("coordinates", list(other.front.coordinates))
            sheet.set("country", one.front.country or other.front.country)
    sheet.append(other.body)
    deed = Deed({path: sheet.text(), gone: None}, [f"{gone} is now part of {path}; its address leads there."])
    return follow(desk, deed)


def rename(desk: Desk, old: str, new: str) -> Deed:
    """A page gets another id; the old one redirects."""
    path, page = desk.page(old, "entities", "events", "notes")
    to = f"{path.partition('/')[0]}/{desk.free(new)}.md"
    sheet = desk.sheet(path)
    sheet.drop("redirects", [new])
    made = Sheet(sheet.text(), type(page.front))
    made.add("redirects", [page.id])
    return Deed({path: None, to: made.text()}, [f"{path} is now {to}; its old address leads there."])


# ---- split ----


def split_entity(desk: Desk, id: str, names: Sequence[str], new: str | None = None) -> Deed:
    """Some names of an entity get a page of their own, with the articles that use only these."""
    path, page = desk.page(id, "entities")
    have = (page.front.name, *page.front.aliases)
    if missing := [n for n in names if n not in have]:
        raise RefusedError(f'{path} has no name "{missing[0]}"; {did_you_mean(missing[0], have) or ", ".join(have)}')
    if not names or page.front.name in names:
        raise RefusedError(f'give the names that leave; "{page.front.name}" is the page\'s own and stays')
    old = new or (slug(names[0]) if slug(names[0]) in page.front.redirects else None)
    if old is None:
        to = unused(slug(names[0]), set(desk.content.paths))
    else:
        to = old if old in page.front.redirects else desk.free(old)
    sheet = desk.sheet(path)
    sheet.drop("aliases", names)
    sheet.drop("redirects", [to])
    front = type(page.front)(name=names[0], type=page.front.type, aliases=tuple(names[1:]))
    deed = Deed({path: sheet.text(), f"entities/{to}.md": frontmatter.dump(front, "")})
    moved = set()
    for article in desk.content.articles:
        text = _split_rows(desk, article, page.id, to, set(names))
        if text is not None:
            deed.changes[f"articles/{article.id}.md"] = text
            moved |= {c.id for c in article.front.events if c.id}
    deed.said.append(f"{', '.join(names)}: now entities/{to}.md, apart from {path}.")
    return follow(desk, deed)


def _split_rows(desk: Desk, article: Page[ArticleFront], id: str, to: str, names: set[str]) -> str | None:
    sheet = desk.sheet(f"articles/{article.id}.md")
    living = {i for i, now in faults.redirects(desk.content).items() if now == id} | {id}
    rows: list[tuple[int | None, Any]] = []
    whole = changed = False
    for i, entity in enumerate(article.front.entities):
        data = sheet.data["entities"][i]
        leaving = [n for n in entity.names if n in names]
        if entity.id not in living or not leaving:
            rows.append((i, KEEP))
            continue
        changed = True
        if len(leaving) == len(entity.names):
            whole = True
            rows.append((i, row(data, id=to)))
        else:
            stay = rewriting.Rows(tuple((k, KEEP) for k, n in enumerate(entity.names) if n not in names))
            rows += [(i, row(data, names=stay)), (None, {"id": to, "names": leaving})]
    if not changed:
        return None
    sheet.rows("entities", rows)
    claims: list[tuple[int | None, Any]] = []
    for i, claim in enumerate(article.front.events):
        data = sheet.data["events"][i]
        named = any(n in claim.quote for n in names)
        target: Any = KEEP
        for old in living & {*claim.entities, claim.place or ""}:
            if whole or named:
                more: dict[str, Any] = {"place": to} if claim.place == old else {}
                if isinstance(data.get("entities"), list) and (ids := replaced(data["entities"], old, to)):
                    more["entities"] = ids
                target = row(data, **more)
        claims.append((i, target))
    if claims:
        sheet.rows("events", claims)
    return sheet.text()


def split_event(desk: Desk, id: str, parts: Sequence[str], new: str | None = None, title: str | None = None) -> Deed:
    """Some claims of an event get an event of their own. A part is an article's id, or words of a quote."""
    path, page = desk.page(id, "events")
    living = {i for i, now in faults.redirects(desk.content).items() if now == page.id} | {page.id}
    chosen: dict[str, list[int]] = {}
    used: set[str] = set()
    total = 0
    for article in desk.content.articles:
        for i, claim in enumerate(article.front.events):
            if claim.id not in living:
                continue
            total += 1
            hits = [p for p in parts if p == article.id or markup.fold(p) in markup.fold(claim.quote)]
            used.update(hits)
            if hits:
                chosen.setdefault(article.id, []).append(i)
    if missing := [p for p in parts if p not in used]:
        raise RefusedError(f'no claim of {path} stands in an article "{missing[0]}" or quotes these words')
    count = sum(map(len, chosen.values()))
    if not count or count == total:
        raise RefusedError(f"{count} of the {total} claims of {path} would leave; some must leave, and some must stay")
    claims = [c.front.events[i] for c in desk.content.articles for i in chosen.get(c.id, ())]
    reports = [
        r for a in desk.content.articles for i, r in enumerate(derive.reports(a.id, a.front)) if r.claim in claims
    ]
    best = derive.best_date(reports)
    name = title or page.front.title
    wanted = slug(f"{(best or '').partition('/')[0].rstrip('~?%')} {name}", 60)
    back = next((r for r in page.front.redirects if r == new or (new is None and r == wanted)), None)
    to = back or (desk.free(new) if new else unused(wanted, set(desk.content.paths) | set(page.front.redirects)))
    ids = dict.fromkeys(e for c in claims for e in c.entities)
    front = EventFront(
        title=name, date=best, status=derive.status(reports, best), entities=tuple(ids), place=_common_place(claims)
    )
    deed = Deed({f"events/{to}.md": frontmatter.dump(front, "")})
    sheet = desk.sheet(path)
    sheet.drop("redirects", [to])
    deed.changes[path] = sheet.text()
    for source, numbers in chosen.items():
        on = desk.sheet(f"articles/{source}.md")
        on.rows("events", [(i, row(d, id=to) if i in numbers else KEEP) for i, d in enumerate(on.data["events"])])
        deed.changes[f"articles/{source}.md"] = on.text()
    deed.said.append(f"{count} of {total} claims of {path} are now events/{to}.md.")
    return follow(desk, deed)


def _common_place(claims: Iterable[Claim]) -> str | None:
    places = {c.place for c in claims if c.place}
    return places.pop() if len(places) == 1 else None


# ---- accept, refuse ----


def sign(desk: Desk, id: str, day: str) -> Deed:
    """A person has checked the page of an entity or event, on that day."""
    path, page = desk.page(id, "entities", "events")
    sheet = desk.sheet(path)
    sheet.set("reviewed", day)
    return (
        Deed({path: sheet.text()}, [f"{path} is reviewed ({day})."])
        if page.front.reviewed != day
        else Deed(said=[f"{path} was reviewed on {day} already."])
    )


def refuse(desk: Desk, id: str) -> Deed:
    """An event that did not happen so, or an entity that is none: its page goes, and what refers to it."""
    path, page = desk.page(id, "entities", "events")
    old = {i for i, now in faults.redirects(desk.content).items() if now == page.id} | {page.id}
    deed = Deed({path: None}, [f"{path} is removed; convert will not make it again."])
    event = path.startswith("events/")
    for article in desk.content.articles:
        where = f"articles/{article.id}.md"
        sheet = desk.sheet(where)
        claims: list[tuple[int | None, Any]] = []
        for i, claim in enumerate(article.front.events):
            if event and claim.id in old:
                continue
            gone = not event and bool(old & {*claim.entities, claim.place or ""})
            claims.append((i, _without(sheet.data["events"][i], old) if gone else KEEP))
        if claims or article.front.events:
            sheet.rows("events", claims)
        if not event and article.front.entities:
            sheet.rows("entities", [(i, KEEP) for i, r in enumerate(article.front.entities) if r.id not in old])
        if (text := sheet.text()) != desk.texts[where]:
            deed.changes[where] = text
    for other in desk.content.events if not event else ():
        if old & {*other.front.entities, other.front.place or ""}:
            sheet = desk.sheet(f"events/{other.id}.md")
            sheet.drop("entities", old)
            if other.front.place in old:
                sheet.set("place", None)
            deed.changes[f"events/{other.id}.md"] = sheet.text()
    return follow(desk, deed)


def _without(data: Mapping[str, Any], ids: Collection[str]) -> dict[str, Any]:
    """A claim that does not name some entities any more."""
    changes: dict[str, Any] = {}
    if data.get("place") in ids:
        changes["place"] = None
    if isinstance(data.get("entities"), list):
        rows = tuple((i, KEEP) for i, e in enumerate(data["entities"]) if e not in ids)
        if len(rows) < len(data["entities"]):
            changes["entities"] = rewriting.Rows(rows) if rows else None
    return row(data, **changes)


# ---- what follows from the claims ----


def follow(desk: Desk, deed: Deed) -> Deed:
    """Date and status of events as their claims now give them, where the deed changed what they give.

    A date that a person corrected on another page is that person's, and for `check` to name.
    """
    after = reread(desk, deed.changes)
    deed.said += stranding.left_behind(desk.content, after.content)
    before = derived(desk.content) if deed.changes else {}  # without a deed, as `check --fix` asks, all are mended
    for id, (date, status) in derived(after.content).items():
        path = f"events/{id}.md"
        if before.get(id) == (date, status):
            continue
        sheet = after.sheet(path)
        sheet.set("date", date)
        sheet.set("status", status)
        deed.changes[path] = sheet.text()
        deed.said.append(f"{path}: {date or 'no date'}, {status}, as its claims now give.")
    return deed


def reread(desk: Desk, changes: Mapping[str, str | None]) -> Desk:
    """The desk with some pages changed."""
    texts = {path: text for path, text in {**desk.texts, **changes}.items() if text is not None}
    folders: dict[str, Any] = {}
    for folder, model in FOLDERS.items():
        pages = {f"{folder}/{p.id}.md": p for p in getattr(desk.content, folder)}
        for path, text in changes.items():
            if not path.startswith(f"{folder}/"):
                continue
            pages.pop(path, None)
            if text is not None:
                page, _ = frontmatter.parse(text, model, path.split("/")[1][:-3], f"{desk.content.folder}/{path}")
                if page is None:
                    raise RefusedError(f"{path} would not be readable any more")
                pages[path] = page
        folders[folder] = tuple(pages[p] for p in sorted(pages))
    paths = {p.id: (p.path,) for rows in folders.values() for p in rows}
    return Desk(replace(desk.content, **folders, paths=paths, problems=()), texts)


def derived(content: Content) -> dict[str, tuple[str | None, str]]:
    """Event -> date and status that its claims give, where the page says otherwise and not why."""
    claims = claims_by_event((a for a in content.articles if not a.front.draft), faults.redirects(content))
    found = {}
    for event in content.events:
        of = claims.get(event.id, [])
        if not of or event.front.because:
            continue
        best = derive.best_date(of)
        status = derive.status(of, best)
        if (best, status) != (event.front.date, event.front.status):
            found[event.id] = (best, str(status))
    return found
