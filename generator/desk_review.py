"""What waits for an editor, the most urgent first, and what each answer does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import decide, markup, rewriting
from generator.decide import Deed, Desk, RefusedError
from generator.merge_text import label
from generator.model import Conflict
from generator.rewriting import KEEP, Rows
from generator.sheet import row

PAGE_KEYS = ("accept", "edit", "merge", "refuse")


@dataclass(frozen=True, slots=True)
class Item:
    """One open question: what is shown, which answers there are, and the file and line to edit."""

    kind: str
    what: tuple[str, ...]
    path: str
    line: int
    shown: str
    keys: tuple[str, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """What is asked, so that it is asked once."""
        return (self.kind, *self.what)


def waiting(desk: Desk) -> Iterator[Item]:
    """Conflicts, orphans, articles without seeds, proposals, drafts, disputed and single-source events, the rest."""
    content = desk.content
    for c in content.conflicts:
        if not c.keep:
            shown = f"CONFLICT {c.page} {c.field}\n  yours: {c.yours}\n  new:   {c.new}"
            yield Item("conflict", (c.page, c.field), c.page, 1, shown, ("accept", "refuse", "edit"))
    for a in content.articles:
        path = f"articles/{a.id}.md"
        for i, claim in enumerate(a.front.events):
            if claim.orphan:
                shown = f'ORPHAN {path}: the article no longer says\n  "{claim.quote}"'
                yield Item("orphan", (path, claim.quote), path, a.line("events", i), shown, ("refuse", "edit"))
        if a.front.source.gone == "undecided":
            shown = f"NO SEED {path}: {a.front.source.seed} is there no more"
            yield Item("gone", (path,), path, a.line("source", "gone"), shown, ("accept", "refuse", "edit"))
    for p in content.proposals:
        if p.same is None:
            shown = f"SAME? {p.pair[0]} and {p.pair[1]} ({p.score})\n  " + "; ".join(p.reasons)
            yield Item("proposal", p.pair, "proposals.yaml", 1, shown, ("accept", "refuse", "edit"))
    for a in content.articles:
        path = f"articles/{a.id}.md"
        for i, claim in enumerate(a.front.events):
            if claim.draft and not claim.orphan:
                shown = f'DRAFT {path}: {claim.date or "no date"}\n  "{claim.quote}"'
                keys = ("accept", "refuse", "edit")
                yield Item("draft", (path, claim.quote), path, a.line("events", i), shown, keys)
    order = {"disputed": 0, "unverified": 1, "undisputed": 2}
    for e in sorted(content.events, key=lambda e: (order[e.front.status], e.id)):
        if not e.front.reviewed and not e.front.draft:
            lines = [f"EVENT {e.id}", f"  {e.front.title}", f"  {e.front.date or 'no date'}, {e.front.status}"]
            for a in content.articles:
                lines += [f'  {a.front.source.publisher or a.id}: "{c.quote}"' for c in a.front.events if c.id == e.id]
            yield Item("event", (e.id,), f"events/{e.id}.md", 1, "\n".join(lines), PAGE_KEYS)
    for entity in content.entities:
        if not entity.front.reviewed and not entity.front.draft:
            also = f" ({', '.join(entity.front.aliases)})" if entity.front.aliases else ""
            shown = f"ENTITY {entity.id}\n  {entity.front.type}: {entity.front.name}{also}"
            yield Item("entity", (entity.id,), f"entities/{entity.id}.md", 1, shown, PAGE_KEYS)


def carried(desk: Desk, item: Item, choice: str, other: str, day: str) -> Deed:
    """What an answer does."""
    if choice == "merge":
        return decide.merge(desk, other, item.what[0])
    if item.kind in ("orphan", "draft"):
        return _claim(desk, item.what[0], item.what[1], choice == "accept")
    if item.kind == "gone":
        return _gone(desk, item.what[0], choice == "accept")
    return decided(desk, item.what, choice == "accept", day)


def decided(desk: Desk, what: Sequence[str], yes: bool, day: str) -> Deed:
    """`accept` and `refuse`: one id is a page, two ids a proposed pair, a page and a field a conflict."""
    if len(what) == 1:
        return decide.sign(desk, what[0], day) if yes else decide.refuse(desk, what[0])
    if len(what) != 2:
        raise RefusedError("give one id, two ids of a proposed pair, or a page and the field of a conflict")
    for i, c in enumerate(desk.content.conflicts):
        if what[0] in (c.page, c.page.removesuffix(".md"), c.page.split("/")[-1][:-3]) and c.field == what[1]:
            return _conflict(desk, i, c, yes)
    return _pair(desk, what[0], what[1], yes)


def _conflict(desk: Desk, number: int, row_: Conflict, yes: bool) -> Deed:
    rows = [(i, row(c.as_dict(), keep="new" if yes else "yours") if i == number else KEEP)
            for i, c in enumerate(desk.content.conflicts)]  # fmt: skip
    text = rewriting.mapping(desk.texts["conflicts.yaml"], {"conflicts": Rows(tuple(rows))})
    said = "takes the new value" if yes else "keeps what stands there"
    return Deed({"conflicts.yaml": text}, [f"{row_.page} {row_.field} {said}; run convert to carry it out."])


def _pair(desk: Desk, one: str, other: str, yes: bool) -> Deed:
    number = next((i for i, p in enumerate(desk.content.proposals) if {one, other} == set(p.pair)), None)
    if number is None:
        raise RefusedError(
            f"{one} and {other} are no proposed pair, and no conflict; briefing merge joins any two pages"
        )
    deed = decide.merge(desk, one, other) if yes else Deed(said=[f"{one} and {other} stay apart for good."])
    rows = [(i, row(p.as_dict(), same=yes) if i == number else KEEP) for i, p in enumerate(desk.content.proposals)]
    deed.changes["proposals.yaml"] = rewriting.mapping(desk.texts["proposals.yaml"], {"proposals": Rows(tuple(rows))})
    return deed


def _claim(desk: Desk, path: str, quote: str, yes: bool) -> Deed:
    """A draft becomes a claim, which the next run gives an event; or a claim goes."""
    sheet = desk.sheet(path)
    page = next(a for a in desk.content.articles if f"articles/{a.id}.md" == path)
    rows: list[tuple[int | None, object]] = []
    for i, claim in enumerate(page.front.events):
        if markup.fold(claim.quote) != markup.fold(quote) or not claim.draft:
            rows.append((i, KEEP))
        elif yes:
            rows.append((i, row(sheet.data["events"][i], draft=None)))
    sheet.rows("events", rows)
    said = "is a claim now; run convert to fill it in" if yes else "is taken out"
    return decide.follow(desk, Deed({path: sheet.text()}, [f'{path}: "{label(quote)}" {said}.']))


def _gone(desk: Desk, path: str, yes: bool) -> Deed:
    if not yes:
        return decide.follow(desk, Deed({path: None}, [f"{path} is removed."]))
    sheet = desk.sheet(path)
    sheet.within("source", gone="kept")
    return Deed({path: sheet.text()}, [f"{path} stays, without its seed."])
