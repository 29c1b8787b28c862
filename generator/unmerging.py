"""A merge is remembered, and taken back: the page that went comes back as it was, with its claims, names and place.

`content/.merged.json` holds, for each page that `merge` took away, its text, what the other page said, and which rows
of the articles were its own. Whoever merges by hand leaves no such trace, and splits by names or words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from generator import faults, frontmatter, relinking, rewriting, splitting, wikilinks
from generator.content import FOLDERS, MERGED, id_of
from generator.desk import Deed, Desk, RefusedError, follow
from generator.frontmatter import Page
from generator.merge import hashed
from generator.model import ArticleFront, Claim
from generator.rewriting import KEEP
from generator.sheet import Sheet, row
from generator.splitting import apart, split_rows

NAMES = ("entities", "aliases")
_PARAGRAPHS = re.compile(r"\r?\n[ \t\r]*\n\s*")
Memory = dict[str, dict[str, Any]]


def _read(desk: Desk) -> Memory:
    try:
        found = json.loads(desk.texts.get(MERGED, "{}"))
    except (ValueError, RecursionError):
        return {}
    return {id: row for id, row in found.items() if _is_whole(row)} if isinstance(found, dict) else {}


def _is_whole(row: Any) -> bool:
    """Whether a merge is remembered with all that takes it back: the file may be edited, or merged by git."""
    if not isinstance(row, dict) or not isinstance(row.get("page"), str):
        return False
    if not all(isinstance(row.get(key), dict) for key in ("kept", "rows", "events")):
        return False
    rows = row["rows"].values()
    if not all(
        isinstance(r, dict) and isinstance(r.get("names"), list) and isinstance(r.get("claims"), dict) for r in rows
    ):
        return False
    told = [*row["events"].values(), *(claim for r in rows for claim in r["claims"].values())]
    return all(isinstance(t, dict) and "id" in t and "place" in t and isinstance(t.get("entities"), list) for t in told)


def _text(memory: Memory) -> str | None:
    return json.dumps(memory, indent=1, sort_keys=True, ensure_ascii=False) + "\n" if memory else None


def remembered(desk: Desk, keep: str, drop: str, links: relinking.Links) -> str | None:
    """The file's text with this merge (paths of both pages), before it is made. `links`: which ones it wrote anew."""
    one, other = _page(desk, keep), _page(desk, drop)
    ids = _living(desk, other.id)
    rows: dict[str, Any] = {}
    for article in desk.content.articles:
        names = [n for r in article.front.entities if r.id in ids for n in r.names]
        claims = {hashed(c.quote): _of(c) for c in article.front.events if ids & {c.id, c.place, *c.entities}}
        if names or claims:
            rows[article.id] = {"names": names, "claims": claims}
    events = {e.id: _of(e.front) for e in desk.content.events if ids & {e.front.place, *e.front.entities}}
    kept = one.front.as_dict()
    said = sorted(_said(desk.content.articles, _living(desk, one.id)))
    made = {"into": one.id, "kept": kept, "said": said, "page": desk.texts[drop], "rows": rows, "events": events}
    return _text({**_read(desk), other.id: made | ({"links": links} if links else {})})


def _of(front: Any) -> dict[str, Any]:
    return {"id": getattr(front, "id", None), "entities": list(front.entities), "place": front.place}


def _page(desk: Desk, path: str) -> Page[Any]:
    return next(p for p in getattr(desk.content, path.partition("/")[0]) if p.id == id_of(path))


def _living(desk: Desk, id: str) -> set[str]:
    return {old for old, now in faults.redirects(desk.content).items() if now == id} | {id}


def known(desk: Desk, old: str) -> bool:
    """Whether the merge that took a page away is remembered."""
    return old in _read(desk)


def undo(desk: Desk, id: str, old: str) -> Deed:
    """The page `old`, which was merged into `id`, comes back with what was its own."""
    path, page = desk.page(id, "entities", "events")
    if old not in page.front.redirects:
        raise RefusedError(f'"{old}" is no page that was merged into {path}; its redirects name those')
    memory = _read(desk)
    was = memory.pop(old, None)
    folder = path.partition("/")[0]
    back = f"{folder}/{old}.md"
    if was is None:
        how = "the names that leave" if folder == "entities" else "words of the claims that leave"
        raise RefusedError(f'nothing is remembered of how "{old}" was merged; give {how}, and --as {old}')
    other, _ = frontmatter.parse(was["page"], FOLDERS[folder], old, back)
    if other is None or back in desk.texts:
        raise RefusedError(f"{back} cannot come back: {'it is there' if other else 'it was not readable'}")
    of = _rows_of_entity if folder == "entities" else _rows_of_event
    deed = of(desk, page, other, was)
    if isinstance(links := was.get("links"), dict):
        more = (*getattr(other.front, "redirects", ()), *was["kept"].get("redirects", ()))
        names = {page.id, str(was.get("into")), *more}
        relinking.restored(desk, deed, links, old, names)
    deed.changes[path] = _without(desk, path, page, other, was, deed)
    returned = Sheet(was["page"], FOLDERS[folder])
    for earlier in getattr(desk.content, folder):  # what had been merged into it may have come back before it
        if earlier.id in getattr(other.front, "redirects", ()):
            returned.drop("redirects", [earlier.id])
            returned.drop("aliases", [getattr(earlier.front, "name", ""), *getattr(earlier.front, "aliases", ())])
    deed.changes |= {back: returned.text(), MERGED: _text(memory)}
    apart(desk, deed, page.id, old)
    deed.said.append(f"{back} is back as it was before it was merged into {path}.")
    return follow(desk, deed)


# ---- the page that stays gives back what the merge gave it ----


def _without(desk: Desk, path: str, page: Page[Any], other: Page[Any], was: Mapping[str, Any], deed: Deed) -> str:
    kept = was["kept"]
    folder, sheet = path.partition("/")[0], Sheet(deed.changes.get(path) or desk.texts[path], type(page.front))
    sheet.drop("redirects", {other.id, *other.front.redirects} - set(kept.get("redirects", ())))
    # What its own reports said at the merge, and the page did not, it need not say now.
    needed = _still_said(desk, page, other.id, deed) - set(was.get("said", ()))
    for key in ("entities", "aliases", "same_as"):
        theirs = {*getattr(other.front, key, ())} | ({other.front.name} if (folder, key) == NAMES else set())
        sheet.drop(key, theirs - set(kept.get(key, ())) - needed)
    for key in ("place", "because", "key", "coordinates", "country"):
        given = getattr(other.front, key, None)
        if key not in kept and given and getattr(page.front, key) == given and given not in needed:
            sheet.set(key, None)
    text = sheet.text()
    parts = rewriting.cut(text)
    lines = parts.front.splitlines(keepends=True)
    front = "".join(line for line in lines if not line.startswith(f"# {other.id}: "))
    into = was.get("into")  # which may have another id since then, so that links to it name that one
    body = parts.body
    prose = wikilinks.retarget(other.body.strip(), lambda link: page.id if link.page == into else None, relinking.OWN)
    if prose and body.rstrip().endswith(prose):
        body = body.rstrip()[: -len(prose)]
        body = body[:-1] if body.endswith("\n\n") else body.lstrip("\n")
    else:
        body = _less(body, prose)
    return parts.opening + front + parts.closing + body


def _less(body: str, prose: str) -> str:
    """A body without the paragraphs that a merge put at its end, also where a person wrote something between or beside
    them; a paragraph that was reworded is the person's, and stays.
    """
    end = len(body)
    for block in reversed(_PARAGRAPHS.split(prose) if prose else []):
        at = body.rfind(block, 0, end)
        while at >= 0 and not _stands_whole(body, at, at + len(block)):
            at = body.rfind(block, 0, at + len(block) - 1)
        if at < 0:
            continue
        before, behind = body[:at].rstrip(), body[at + len(block) :]
        gap = body[len(before) : at]
        alone = "\n" in gap or not before
        if alone and not behind.startswith(("\n", "\r\n")):  # what was written behind it is the paragraph now
            behind = gap + behind.lstrip()
        body, end = before + behind if before else behind.lstrip(), len(before)
    return body


def _stands_whole(text: str, low: int, high: int) -> bool:
    """Whether a passage is one or more whole sentences of its paragraph."""
    before, behind = text[max(0, low - 9) : low].rstrip(" ")[-1:], text[high : high + 1]
    return (not before or not (before.isalnum() or before in ",-–—")) and (not behind or behind.isspace())


def _still_said(desk: Desk, page: Page[Any], old: str, deed: Deed) -> set[str]:
    """What the articles say of the page that stays, once the other's rows have left it: ids, and names."""
    now = []
    for article in desk.content.articles:
        text = deed.changes.get(f"articles/{article.id}.md")
        made = frontmatter.parse(text, ArticleFront, article.id, "")[0] if text else article
        now += [made] if made else []
    return _said(now, _living(desk, page.id) - {old})


def _said(articles: Iterable[Page[ArticleFront]], living: Collection[str]) -> set[str]:
    """Whom the claims of an event name, and how articles call an entity."""
    found: set[str] = set()
    for article in articles:
        for claim in article.front.events:
            if claim.id in living:
                found |= {*claim.entities, *([claim.place] if claim.place else [])}
        for entity in article.front.entities:
            if entity.id in living:
                found |= set(entity.names)
    return found


def split_event(desk: Desk, id: str, parts: Sequence[str], new: str | None = None, title: str | None = None) -> Deed:
    """`splitting.split_event`; where just the claims of a page leave that was merged into the event, it says what would
    bring back that page whole.
    """
    deed = splitting.split_event(desk, id, parts, new, title)
    path, page = desk.page(id, "events")
    left = set()
    for article in desk.content.articles:
        made, _ = frontmatter.parse(deed.changes.get(f"articles/{article.id}.md") or "", ArticleFront, article.id, "")
        pairs = zip(article.front.events, made.front.events, strict=True) if made else ()
        left |= {hashed(was.quote) for was, now in pairs if was.id != now.id}
    for old, was in _read(desk).items():
        own = {h for row in was.get("rows", {}).values() for h, c in row["claims"].items() if c["id"] == old}
        if was.get("into") == page.id and own == left:
            deed.said.append(
                f"These were the claims of {old}, whose title and prose still stand in {path}; in place of this, "
                f"briefing split {page.id} {old} brings its page back as it was."
            )
    return deed


# ---- the rows of the articles ----


def _rows_of_event(desk: Desk, page: Page[Any], other: Page[Any], was: Mapping[str, Any]) -> Deed:
    deed, living = Deed(), _living(desk, page.id)
    for article in desk.content.articles:
        own = was["rows"].get(article.id, {}).get("claims", {})
        numbers = {
            i for i, c in enumerate(article.front.events) if c.id in living - {other.id} and hashed(c.quote) in own
        }
        if numbers:
            sheet = desk.sheet(f"articles/{article.id}.md")
            data = sheet.data["events"]
            sheet.rows("events", [(i, row(d, id=other.id) if i in numbers else KEEP) for i, d in enumerate(data)])
            deed.changes[f"articles/{article.id}.md"] = sheet.text()
    return deed


def _rows_of_entity(desk: Desk, page: Page[Any], other: Page[Any], was: Mapping[str, Any]) -> Deed:
    kept, deed, living = was["kept"], Deed(), _living(desk, page.id) - {other.id}
    names = {other.front.name, *other.front.aliases} - {kept.get("name"), *kept.get("aliases", ())}
    for article in desk.content.articles:
        own = was["rows"].get(article.id)
        told = {**own["claims"]} if own else {}
        theirs = names | set(own["names"]) if own else names

        def before(claim: Claim, told: Mapping[str, Any] = told) -> Mapping[str, Any] | None:
            return told.get(hashed(claim.quote))

        text = split_rows(desk, article, page.id, other.id, theirs, before if own else None)
        if text is not None:
            deed.changes[f"articles/{article.id}.md"] = text
    for event in desk.content.events:
        said = was["events"].get(event.id)
        path = f"events/{event.id}.md"
        if said and living & {event.front.place, *event.front.entities}:
            sheet = desk.sheet(path)
            if other.id in said["entities"]:
                if page.id in said["entities"]:
                    sheet.add("entities", [other.id])
                else:
                    sheet.exchange("entities", living, other.id)
            if said["place"] == other.id and event.front.place in living:
                sheet.set("place", other.id)
            if (text := sheet.text()) != desk.texts[path]:
                deed.changes[path] = text
    return deed
