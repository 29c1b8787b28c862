"""All pages in the hands of an editor, what is to become of them, and what follows from that.

Whatever an editor decides is planned here as pages in and pages out, and written by others as a whole or not at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from generator import derive, faults, frontmatter, reviews, rewriting, stranding
from generator.content import FOLDERS, REVIEWED, Content, claims_by_event, reported
from generator.frontmatter import Page
from generator.model import EventFront
from generator.names import slug
from generator.problems import did_you_mean
from generator.sheet import Sheet


class RefusedError(ValueError):
    """What was asked cannot be done; the message says why, and what can."""


@dataclass
class Deed:
    """Changed pages (path below content/ -> text, None: removed), what was done, for people, and what it leaves behind:
    an editor is asked first. `derived`: path -> keys that follow from the claims alone, no person's words.
    """

    changes: dict[str, str | None] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    leaves: list[str] = field(default_factory=list)
    derived: dict[str, dict[str, Any]] = field(default_factory=dict)


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
            raise RefusedError(f'"{id}" makes no good address; "{slug(id)}" would be one')
        return id


# ---- what follows from the claims ----


def follow(desk: Desk, deed: Deed, mend: bool = False) -> Deed:
    """Date and status of events as their claims now give them, where the deed changed what they give; reviewed events
    whose reports it changed are to be looked at again, and no more where it made them again what they were.

    A date that a person corrected on another page is that person's, and for `check` to name; `mend`: no more.
    """
    after = reread(desk, deed.changes)
    deed.leaves = stranding.left_behind(desk.content, after.content)
    deed.said += deed.leaves
    before = {} if mend else derived(desk.content)
    for id, (date, status) in derived(after.content).items():
        path = f"events/{id}.md"
        if id in before:  # the page says otherwise than its claims did: that is the editor's
            continue
        sheet = after.sheet(path)
        sheet.set("date", date)
        sheet.set("status", status)
        deed.changes[path] = sheet.text()
        deed.derived[path] = {"date": date, "status": status}
        deed.said.append(f"{path}: {date or 'no date'}, {status}, as its claims now give.")
    return _look_again(desk, deed) if deed.changes else deed


def _look_again(desk: Desk, deed: Deed) -> Deed:
    """Mark the reviewed events of whose claims the deed made more, less or others since their review."""
    if not any(e.front.reviewed for e in desk.content.events):
        return deed
    after = reread(desk, deed.changes).content
    living, then = faults.redirects(after), faults.redirects(desk.content)
    before, now = reported(desk.content.articles, then), reported(after.articles, living)
    known, articles = reviews.read(desk.texts.get(REVIEWED, "")), {a.id for a in after.articles}
    seen = reviews.seen(desk.content.events, before, then, known)
    was = {e.id: e for e in desk.content.events}
    kept = dict(known)
    for event in after.events:
        if event.id not in seen or event.id not in was or not event.front.reviewed:
            continue
        review, claims = seen[event.id], (before.get(event.id, reviews.NOTHING), now.get(event.id, reviews.NOTHING))
        front = was[event.id].front
        wanted = reviews.asked(front, review, *claims, event.front, living, articles)
        if not wanted.news and not wanted.settled and set(front.look_at) <= set(wanted.claims):
            continue
        path = f"events/{event.id}.md"
        sheet = Sheet(deed.changes.get(path) or desk.texts[path], EventFront)
        reviews.mark(sheet, event.front, wanted)
        deed.changes[path] = sheet.text()
        kept[event.id] = reviews.after(review, wanted)
        if wanted.news:
            how = f"look again, then briefing accept {event.id}"
            deed.said.append(f"{path} was reviewed before its reports changed: {how}.")
        if wanted.settled:
            deed.said.append(f"{path} is again as it was reviewed: nothing to look at.")
    if kept != known:
        deed.changes[REVIEWED] = reviews.written(kept)
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
