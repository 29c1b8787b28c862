"""The changes: what was added, corrected, checked and taken away, by day; from git's history and the editors."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from generator.views import addresses
from generator.views.claims import Link
from generator.views.lookup import Lookup, linked_text, title_of
from generator.views.phrases import Phrase, day, phrase
from generator.views.revisions import Field, PageRevision
from generator.views.typography import curled
from generator.views.words import capital, listed, t

_OPEN = 6  # links of one group that stand open; the rest is folded
_DAYS = 90  # on the page; what is older stands in the repository
_FOLDERS = ("articles", "notes", "events", "entities", "pages")
_SAID = ("date", "title", "name", "status")  # fields whose change a reader is told of


@dataclass(frozen=True, slots=True)
class Correction:
    """One page with what became of it, in words."""

    title: str
    address: str
    said: str


@dataclass(frozen=True, slots=True)
class Group:
    """Pages of one kind to which the same was done: "Three events" with their links."""

    label: str
    links: tuple[Link, ...]
    more: tuple[Link, ...]
    more_label: str


@dataclass(frozen=True, slots=True)
class Day:
    """One day. `remarks` are the editors' Markdown; `summary` is the day in a line, for lists and the feed."""

    id: str
    when: Phrase
    day: date
    summary: str
    remarks: tuple[str, ...]
    added: tuple[Group, ...]
    corrections: tuple[Correction, ...]
    more_corrections: tuple[Correction, ...]
    more_label: str
    checked: tuple[Group, ...]
    removed: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """All of the page."""

    title: str
    description: str
    standfirst: str
    days: tuple[Day, ...]
    note: str


@dataclass
class _Gathered:
    """What belongs to one day before it is put into words."""

    remarks: list[str] = field(default_factory=list)
    added: dict[str, list[Link]] = field(default_factory=lambda: defaultdict(list))
    changed: list[PageRevision] = field(default_factory=list)
    checked: dict[str, list[Link]] = field(default_factory=lambda: defaultdict(list))
    removed: list[PageRevision] = field(default_factory=list)


def days(look: Lookup) -> tuple[Day, ...]:
    """Every day on which something changed, the newest first."""
    found: dict[date, _Gathered] = defaultdict(_Gathered)
    for change in look.briefing.settings.changes:
        found[date.fromisoformat(change.date)].remarks.append(change.text)
    for revision in look.history:
        for page in revision.pages:
            _gather(look, found[revision.day], page)
    reviewed = [(e.front.reviewed, "events", id) for id, e in sorted(look.briefing.events.items())]
    reviewed += [(e.front.reviewed, "entities", id) for id, e in sorted(look.briefing.entities.items())]
    for at, folder, id in reviewed:
        if at:
            found[date.fromisoformat(at)].checked[folder].append(_link(look, id))
    if not look.history:
        for id, note in sorted(look.note_heads.items()):
            if note.date:
                found[date.fromisoformat(note.date)].added["notes"].append(_link(look, id))
    made = (_day(look, on, found[on]) for on in sorted(found, reverse=True))
    return tuple(d for d in made if d.summary)


def view(look: Lookup) -> Changes:
    """The page of changes."""
    rows = days(look)
    older = len(rows) > _DAYS
    return Changes(
        title=t("nav.changes"),
        description=t("changes.description", name=look.name),
        standfirst=t("changes.standfirst") if rows else t("changes.empty"),
        days=rows[:_DAYS],
        note=t("changes.older") if older else "" if look.history else t("changes.no_history"),
    )


def _gather(look: Lookup, to: _Gathered, page: PageRevision) -> None:
    if page.kind == "added" and _known(look, page):
        to.added[page.folder].append(_as_added(look, page))
    elif page.kind == "removed" and page.title and page.folder in ("events", "entities", "articles", "notes"):
        to.removed.append(page)
    elif page.kind == "changed" and _known(look, page) and any(f.key in _SAID for f in page.fields):
        to.changed.append(page)


def _known(look: Lookup, page: PageRevision) -> bool:
    return page.folder in _FOLDERS and bool(addresses.address(look.briefing, page.id))


def _day(look: Lookup, at: date, of: _Gathered) -> Day:
    said = [linked_text(look.briefing, text) for text in of.remarks]
    groups = []
    for folder in _FOLDERS:
        links = of.added.get(folder, [])
        if links:
            groups.append(_group("changes.added", folder, links))
            said.append(groups[-1].label + ".")
    corrections = tuple(_corrected(look, p) for p in of.changed)
    if corrections:
        said.append(capital(t("changes.corrected", n=len(corrections))) + ".")
    if of.checked:
        said.append(capital(t("changes.checked", n=sum(map(len, of.checked.values())))) + ".")
    removed = tuple(_removed(look, p) for p in of.removed)
    if removed:
        said.append(capital(t("changes.removed", n=len(removed))) + ".")
    rest = corrections[_OPEN * 2 :]
    return Day(
        id=at.isoformat(),
        when=day(at),
        day=at,
        summary=" ".join(said),
        remarks=tuple(of.remarks),
        added=tuple(groups),
        corrections=corrections[: _OPEN * 2],
        more_corrections=rest,
        more_label=t("changes.more", n=len(rest)),
        checked=tuple(_group("changes.head_checked", folder, links) for folder, links in of.checked.items()),
        removed=removed,
    )


def _link(look: Lookup, id: str) -> Link:
    address = addresses.address(look.briefing, id) or addresses.HOME
    if id in look.note_heads and address == addresses.note(id):
        return Link(curled(look.note_heads[id].title), address)
    return Link(look.sources[id].heading if id in look.sources else title_of(look.briefing, id), address)


def _as_added(look: Lookup, page: PageRevision) -> Link:
    """A new page; one that was merged into another since stands by the title that it had, and leads to that one."""
    if page.id not in look.briefing.redirects:
        return _link(look, page.id)
    living = _link(look, look.briefing.redirects[page.id])
    then = next((f.after for f in page.fields if f.key in ("title", "name") and f.after), living.text)
    return Link(then, living.address)


def _group(key: str, folder: str, rows: list[Link]) -> Group:
    links = tuple(rows)
    # Names come by the dozen with a source, and each source names its own: they stand folded.
    open_ = 0 if folder == "entities" else _OPEN
    rest = links[open_:] if len(links) > _OPEN + 1 else ()
    label = capital(t(key, what=t(f"changes.count_{folder}", n=len(links))))
    shown = links[: len(links) - len(rest)]
    return Group(label, shown, rest, t("changes.more", n=len(rest)) if shown else t("changes.which"))


def _corrected(look: Lookup, page: PageRevision) -> Correction:
    link = _link(look, page.id)
    return Correction(link.text, link.address, _said(page, link.text))


def _said(page: PageRevision, title: str) -> str:
    """What became of a page, in sentences. Of a title that the page still has only the one before is told: the link
    above it shows the new one.
    """
    told = {f.key: f for f in page.fields if f.key in _SAID}
    called = [told.pop(key) for key in ("title", "name") if key in told and told[key].after == title]
    said = [
        t("changes.field" if f.before and f.after else "changes.field_new" if f.after else "changes.field_gone",
          what=t(f"changes.of_{f.key}"), before=_worded(f, f.before), after=_worded(f, f.after))
        for f in told.values()
    ]  # fmt: skip
    before = [t(f"changes.{f.key}_before", before=f.before) for f in called if f.before]
    return " ".join(capital(part) + "." for part in [*before, *([listed(said)] if said else [])])


def _worded(of: Field, value: str) -> str:
    if of.key == "date" and value:
        try:
            return phrase(value).text
        except ValueError:
            return value
    if of.key == "status" and value in ("undisputed", "unverified", "disputed"):
        return t(f"status.{value}").lower()
    return value


def _removed(look: Lookup, page: PageRevision) -> Correction:
    """A page that is gone; where its id leads to another page, that one."""
    living = look.briefing.redirects.get(page.id)
    if living:
        link = _link(look, living)
        return Correction(page.title, link.address, t("changes.merged", title=link.text))
    return Correction(page.title, "", "")
