"""Events that an editor removed and wants after all: the quote of one of their claims was pasted back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator import frontmatter, markup, rewriting, undoing
from generator.before import Before, Raw
from generator.content import id_of
from generator.document import Document
from generator.frontmatter import Page
from generator.merge import Record, hashed
from generator.model import ArticleFront, EventFront


def look(
    was: Before, claimed: Mapping[tuple[str, str], str], documents: Sequence[Document], ids: Mapping[int, str]
) -> Before:
    """The folder as if the events were never removed whose quote stands on a page without an event.

    `claimed`: (seed, hash of the folded quote) -> event, of removed ones too; `ids`: number of a document -> its page.
    """
    of = {a.id: a.front for a in was.content.articles if f"articles/{a.id}.md" in was.raw}
    asked = {
        f"events/{id}.md"
        for d, page in ids.items()
        for claim in (of[page].events if page in of else ())
        if not claim.id and not claim.draft
        if (id := claimed.get((documents[d].seed, hashed(markup.fold(claim.quote))))) in was.refused
    }
    wanted = asked & was.gone
    if not wanted:
        return was
    pages, returned = list(was.content.events), dict[str, tuple[str, Raw]]()
    for path in sorted(wanted):
        found = undoing.before_removal(was.folder, path)
        if found and (back := _returned(path, found[1])):
            pages.append(back[0])
            returned[path] = (found[0], back[1])
    content = replace(was.content, events=tuple(sorted(pages, key=lambda page: page.id)))
    return replace(was, content=content, wanted=frozenset(wanted), returned=returned)


def _returned(path: str, text: str) -> tuple[Page[EventFront], Raw] | None:
    """The page of an event that comes back, with what a person wrote on it."""
    page, _ = frontmatter.parse(text, EventFront, id_of(path), path)
    try:
        data, parts = rewriting.read(text)
    except rewriting.CannotEditError:
        return None
    return (page, Raw(text, data, parts.body)) if page else None


def record(record: Record | None, rows: Any, wanted: frozenset[str]) -> Record | None:
    """What was last generated of an article, as if nothing of these events had been taken out of its `rows`."""
    was = record.fields.get("events") if record else None
    if not record or not wanted or not isinstance(was, list):
        return record
    pasted = {hashed(r.get("quote")) for r in rows if isinstance(r, Mapping)} if isinstance(rows, list) else set()
    here = (r for r in was if f"events/{r.get('id')}.md" not in wanted or r.get("quote") in pasted)
    return replace(record, fields={**record.fields, "events": list(here)})


def told(
    wanted: frozenset[str], final: Mapping[str, ArticleFront]
) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Path of each event that is there again, with its claims: (path of the article, quote)."""
    of: dict[str, list[tuple[str, str]]] = {path: [] for path in sorted(wanted)}
    for id, front in final.items():
        for claim in front.events:
            if (path := f"events/{claim.id}.md") in of:
                of[path].append((f"articles/{id}.md", claim.quote))
    return tuple((path, tuple(claims)) for path, claims in of.items() if claims)
