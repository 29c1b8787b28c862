"""Pages of events and entities that an editor removed by hand: refused as by the command, before anything is read.

A removed page is a refusal. What the converter made of it and nobody changed goes as the pages are made anew; here goes
what stands on pages that hold a person's words, and on those of articles without their seeds, which are not made anew:
a claim that was once edited is a claim of the removed event all the same, and its row would name a page that is gone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from generator import before, decide, store, undoing, unread, writing
from generator.before import Before
from generator.content import ids_in
from generator.desk import Deed, Desk, RefusedError, follow
from generator.problems import label
from generator.rewriting import CannotEditError


def carried_out(content: Path, seeds: Collection[str]) -> tuple[Before, tuple[str, ...]]:
    """What stands in the folder once that is done, and what was done, for people. `seeds`: names of those there are."""
    said: list[str] = []
    was = before.look(content)
    with suppress(RefusedError, CannotEditError):  # `check` names the page
        desk = Desk(was.content, store.texts(content)) if was.refused else None
        deed = _refused(was, desk, seeds) if desk else None
        if desk and deed and not writing.save(content, deed.changes, desk.texts, deed.derived):
            said += deed.said
            was = before.look(content)
    return unread.look(was), tuple(said)


def _refused(was: Before, desk: Desk, seeds: Collection[str]) -> Deed | None:
    """What goes with the pages that a person removed; `None` where nothing is left of them. Raises `RefusedError`,
    `CannotEditError` where a page cannot be changed.
    """
    events, entities = (ids_in(folder, was.gone) & was.refused for folder in ("events", "entities"))
    away = {f"articles/{a.id}.md" for a in was.content.articles if a.front.source.seed not in seeds}
    deed = Deed()
    lost = decide.take_out(desk, deed, events, entities, was.foreign | away)
    for id, number in sorted(lost.items()):
        path, what = (f"events/{id}.md", "claim") if id in events else (f"entities/{id}.md", "mention")
        rows = f"{number:,} {what}{'s' if number != 1 else ''}"
        kept = undoing.before_removal(was.folder, path) is not None
        back = f"; briefing restore {id} brings them back" if kept else ""
        deed.said.append(f"{was.content.folder}/{path} was removed, and with it {rows} on pages that you edited{back}.")
        deed.said += [] if kept else _quotes(was, id)
    return follow(desk, deed) if deed.changes else None


def _quotes(was: Before, id: str) -> Iterator[str]:
    """The claims of an event, for whoever has no git to look them up in."""
    for article in was.content.articles:
        for claim in article.front.events:
            if claim.id == id:
                yield f'{was.content.folder}/articles/{article.id}.md: "{label(claim.quote)}" is taken out.'
