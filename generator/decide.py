"""What an editor decides about entities and events: merge, rename, accept, refuse. Pages in, pages out.

Each does by hand what an editor with a text editor would do, and no more: old addresses stay alive under `redirects`;
links in prose get the new id. Date and status of events follow their claims where no `because` stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from generator import faults, relinking, reviews, rewriting
from generator.content import REVIEWED, reported
from generator.desk import Deed, Desk, RefusedError, follow
from generator.model import EventFront, Front
from generator.rewriting import KEEP
from generator.sheet import Sheet, row

FEW = 5  # pages that are named one by one
ONE_VALUE = ("title", "because", "place", "country", "coordinates")  # keys of which a merged page keeps one
OWN_DATE = ("date", "status")  # which follow from the claims, but where a person gives a reason

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
        if one.front.country is None and other.front.country is not None:
            sheet.set("country", other.front.country)
    sheet.append(other.body)
    text, said = sheet.text(), [f"{gone} is now part of {path}; its address leads there."]
    if left := _unsaid(desk.texts[gone], one.front, other.front):
        parts = rewriting.cut(text)
        end = "\r\n" if "\r\n" in parts.front else "\n"
        text = (
            parts.opening
            + parts.front
            + "".join(f"# {other.id}: {line}{end}" for line in left)
            + parts.closing
            + parts.body
        )
        said.append(f"What {path} has no room for stands in it as comments: {len(left)} line{'s' * (len(left) > 1)}.")
    return follow(desk, Deed({path: text, gone: None}, said))


def _unsaid(text: str, one: Front, other: Front) -> list[str]:
    """Lines of a page's front matter that another page has no room for: comments, keys of a person's own, its title."""
    known, lines, own = type(other).model_fields, list[str](), False
    of_own = getattr(other, "because", None)
    for line in rewriting.cut(text).front.splitlines():
        key = re.match(r"([\w-]+):", line)
        own = key[1] not in known if key else own and line[:1] in " -\t"
        lost = key is not None and key[1] in (*ONE_VALUE, *OWN_DATE * bool(of_own)) and _lost(one, other, key[1])
        template = line.endswith(tuple(f"  # {f.description}" for f in type(other).model_fields.values()))
        if line.strip() and (own or lost or (not template and re.search(r"(?:^|\s)#\s", line))):
            lines.append(line.rstrip())
    return lines


def _lost(one: Front, other: Front, key: str) -> bool:
    """Whether a page that takes another in has another value there already, so that it cannot take that one's."""
    return getattr(one, key, None) not in (None, getattr(other, key, None))


def rename(desk: Desk, old: str, new: str) -> Deed:
    """A page gets another id; the old one redirects."""
    path, page = desk.page(old, "entities", "events", "notes")
    to = f"{path.partition('/')[0]}/{desk.free(new)}.md"
    sheet = desk.sheet(path)
    sheet.drop("redirects", [new])
    made = Sheet(sheet.text(), type(page.front))
    made.add("redirects", [page.id])
    deed = Deed({path: None, to: made.text()}, [f"{path} is now {to}; its old address leads there."])
    known = reviews.read(desk.texts.get(REVIEWED, ""))
    if page.id in known:
        deed.changes[REVIEWED] = reviews.written({new if id == page.id else id: r for id, r in known.items()})
    relinking.renamed(desk, deed, page.id, new)
    return deed


# ---- accept, refuse ----


def sign(desk: Desk, id: str, day: str) -> Deed:
    """A person has checked the page of an entity or event, on that day."""
    path, page = desk.page(id, "entities", "events")
    sheet = desk.sheet(path)
    sheet.set("reviewed", day)
    if getattr(page.front, "proposal", False):
        sheet.set("draft", None)
    sheet.set("look_again", None)
    sheet.set("look_at", None)
    if (text := sheet.text()) == desk.texts[path]:
        return Deed(said=[f"{path} was reviewed on {day} already."])
    named = "; run convert to name it where it stands" if getattr(page.front, "proposal", False) else ""
    deed = Deed({path: text}, [f"{path} is reviewed ({day}){named}."])
    if isinstance(page.front, EventFront):
        living = faults.redirects(desk.content)
        now = reported(desk.content.articles, living).get(page.id, reviews.NOTHING)
        seen = replace(page, front=page.front.model_copy(update={"reviewed": day}))
        known = reviews.read(desk.texts.get(REVIEWED, ""))
        deed.changes[REVIEWED] = reviews.written({**known, page.id: reviews.of(seen, now, living)})
    return deed


def refuse(desk: Desk, id: str) -> Deed:
    """An event that did not happen so, or an entity that is none: its page goes, and what refers to it."""
    path, page = desk.page(id, "entities", "events")
    old = {i for i, now in faults.redirects(desk.content).items() if now == page.id} | {page.id}
    deed = Deed({path: None})
    event = path.startswith("events/")
    lost = take_out(desk, deed, old if event else (), () if event else old)
    what, number = "claim" if event else "mention", sum(lost.values())
    goes = f", and with it {number:,} {what}{'s' if number != 1 else ''} of {articles_of(deed)}" if number else ""
    deed.said.append(f"{path} is removed{goes}; convert will not make it again.")
    return follow(desk, deed)


def take_out(
    desk: Desk,
    deed: Deed,
    events: Collection[str],
    entities: Collection[str],
    within: Collection[str] | None = None,
) -> Counter[str]:
    """What refers to these ids goes: the claims of the events; the mentions of the entities, and their part in claims
    and events. How many claims, or mentions, each id had. `within`: paths of the only pages that are changed.
    """
    lost = Counter[str]()
    for article in desk.content.articles:
        where = f"articles/{article.id}.md"
        if within is not None and where not in within:
            continue
        sheet = desk.sheet(where)
        claims: list[tuple[int | None, Any]] = []
        for i, claim in enumerate(article.front.events):
            if claim.id and claim.id in events:
                lost[claim.id] += 1
                continue
            named = not {*claim.entities, claim.place or ""}.isdisjoint(entities)
            claims.append((i, _without(sheet.data["events"][i], entities) if named else KEEP))
        if article.front.events:
            sheet.rows("events", claims)
        if article.front.entities:
            lost.update(r.id for r in article.front.entities if r.id in entities)
            sheet.rows("entities", [(i, KEEP) for i, r in enumerate(article.front.entities) if r.id not in entities])
        if (text := sheet.text()) != desk.texts[where]:
            deed.changes[where] = text
    for other in desk.content.events if entities else ():
        where = f"events/{other.id}.md"
        named = not {*other.front.entities, other.front.place or ""}.isdisjoint(entities)
        if not named or (within is not None and where not in within):
            continue
        sheet = desk.sheet(where)
        sheet.drop("entities", entities)
        if other.front.place in entities:
            sheet.set("place", None)
        deed.changes[where] = sheet.text()
    return lost


def let_go(desk: Desk, articles: Collection[str], deed: Deed) -> None:
    """Articles that are no more, out of the claims of others that share a passage with them."""
    for article in desk.content.articles:
        if article.id in articles or not any(set(articles) & {*c.shared_with} for c in article.front.events):
            continue
        path = f"articles/{article.id}.md"
        sheet = Sheet(deed.changes.get(path) or desk.texts[path], type(article.front))
        rows: list[tuple[int | None, Any]] = []
        for i, claim in enumerate(article.front.events):
            stay = tuple((k, KEEP) for k, id in enumerate(claim.shared_with) if id not in articles)
            same = len(stay) == len(claim.shared_with)
            change = {"shared_with": rewriting.Rows(stay) if stay else None}
            rows.append((i, KEEP if same else row(sheet.data["events"][i], **change)))
        sheet.rows("events", rows)
        deed.changes[path] = sheet.text()
        gone = sorted({id for c in article.front.events for id in c.shared_with} & set(articles))
        deed.said.append(f"{path}: {', '.join(gone)} is taken out of shared_with.")


def articles_of(deed: Deed) -> str:
    """The articles that a deed changes, for people: few by their paths, of many how many they are."""
    paths = [path for path in deed.changes if path.startswith("articles/")]
    return ", ".join(paths) if len(paths) <= FEW else f"{len(paths):,} articles"


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
