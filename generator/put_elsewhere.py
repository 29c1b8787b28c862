"""Claims that an editor put to another event than they were generated for, by a split or by hand: there they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator import markup
from generator.before import Before
from generator.document import Extraction
from generator.merge import hashed


def look(was: Before, extractions: Sequence[Extraction], ids: Mapping[int, str]) -> set[tuple[str, str]]:
    """(seed, hash of the folded quote) of these claims. `ids`: number of a document -> id of its page.

    Their event is there on the editor's word, also where their words alone would open none.
    """
    standing = {a.id: a for a in was.content.articles}
    found: set[tuple[str, str]] = set()
    for d, id in ids.items():
        if id not in standing or f"articles/{id}.md" not in was.raw:
            continue
        article, extraction = standing[id], extractions[d]
        text, mine = markup.fold(markup.plain(article.body)), [c.as_dict() for c in article.front.events]
        for quote, b, m in was.triples(extraction, text, was.recorded(f"articles/{id}.md"), mine):
            if not b or not m or m.get("draft"):
                continue
            one, other = (was.living.get(str(row.get("id")), row.get("id")) for row in (b, m))
            if one and other and one != other:
                found.add((extraction.document.seed, hashed(quote)))
    return found
