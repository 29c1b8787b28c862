"""The days of publication that a person wrote on the pages of articles: by these they are read, whatever seeds say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from generator.before import Before
from generator.document import Document
from generator.merge import hashed

INFERRED: Final = "published_inferred"


def dated(was: Before, documents: Sequence[Document], ids: Mapping[int, str]) -> dict[int, str]:
    """Number of a document -> the day of publication that a person wrote on its page."""
    days = {a.id: a.front.date for a in was.content.articles if f"articles/{a.id}.md" in was.raw}
    found = {}
    for d, id in ids.items():
        path, day = f"articles/{id}.md", days.get(id)
        theirs = was.made(path, "date") != hashed(day)
        if day and day != documents[d].published and theirs and not _given_up(was, path, "date"):
            found[d] = day
    return found


def inferred(was: Before, documents: Sequence[Document], ids: Mapping[int, str]) -> dict[int, tuple[str, str] | None]:
    """Number of a document without a day -> (EDTF, reason) of when a person inferred on its page that it was
    published; `None` where a person took out what was inferred.
    """
    mine = {a.id: a.front.published_inferred for a in was.content.articles if f"articles/{a.id}.md" in was.raw}
    found = {}
    for d, id in ids.items():
        path = f"articles/{id}.md"
        if id not in mine or documents[d].published or _given_up(was, path, INFERRED):
            continue
        given, days = was.raw[path].data.get(INFERRED), mine[id]
        if (None if given is None else hashed(given)) != was.made(path, INFERRED):
            found[d] = (days.date, days.reason) if days else None
    return found


def _given_up(was: Before, path: str, key: str) -> bool:
    """Whether the person decided for the converter's value."""
    return was.decided.get(path, {}).get(key) == "new"
