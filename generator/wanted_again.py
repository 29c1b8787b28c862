"""Events that an editor removed and wants after all: the quote of one of their claims was pasted back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator import markup
from generator.before import Before
from generator.document import Document
from generator.merge import Record, hashed
from generator.model import ArticleFront


def look(
    was: Before, claimed: Mapping[tuple[str, str], str], documents: Sequence[Document], ids: Mapping[int, str]
) -> Before:
    """The folder as if the events were never removed whose quote stands on a page without an event.

    `claimed`: (seed, hash of the folded quote) -> event, of removed ones too; `ids`: number of a document -> its page.
    """
    of = {a.id: a.front for a in was.content.articles if f"articles/{a.id}.md" in was.raw}
    found = {
        f"events/{id}.md"
        for d, page in ids.items()
        for claim in (of[page].events if page in of else ())
        if not claim.id and not claim.draft
        if (id := claimed.get((documents[d].seed, hashed(markup.fold(claim.quote))))) in was.refused
    }
    wanted = found & was.gone
    return replace(was, wanted=frozenset(wanted)) if wanted else was


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
