"""On whose word a claim belongs to its event: one that an editor put there stands, the converter's own may move."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any, Final

from generator import markup
from generator.before import Before
from generator.document import Extraction
from generator.frontmatter import Page
from generator.merge import hashed
from generator.model import ArticleFront
from generator.row_ids import THEIRS

Quotes = Set[tuple[str, str]]  # (seed, hash of the folded quote)


@dataclass(frozen=True, slots=True)
class Word:
    """The claims that stand on pages, by whose word they belong to their events.

    `editors`: those that an editor put to another event than they were generated for, by a split or by hand: it is
    there on the editor's word, also where their words alone would open none; and those of events that an editor
    removed, which no other event gets. `ours`: those of which no person said anything: where nothing tells their event
    any more, they are placed as if they were new.
    """

    editors: Quotes
    ours: Quotes


NOBODY: Final = Word(frozenset(), frozenset())


def look(was: Before, extractions: Sequence[Extraction], ids: Mapping[int, str], absent: Collection[int] = ()) -> Word:
    """Whose word it is, of all claims. `ids`: number of a document -> id of its page; `absent`: documents that are read
    from their pages, which stay as they are.
    """
    standing = {a.id: a for a in was.content.articles}
    reviewed = {e.id for e in was.content.events if e.front.reviewed}
    editors, ours = set[tuple[str, str]](), set[tuple[str, str]]()
    for d, id in ids.items():
        if id not in standing:
            continue
        same = standing[id].front.source.sha256 == extractions[d].document.sha256
        settled = reviewed if same else ()  # signed off, as long as the source says the same
        seed = extractions[d].document.seed
        editors |= {(seed, _quote(r)) for r in was.recorded(f"articles/{id}.md") if r.get("id") in was.refused}
        for quote, made, row in _rows(was, standing[id], extractions[d], same):
            key = (seed, quote)
            one, other = (
                was.living.get(e, e) for e in (str(r.get("id", "")).removeprefix(THEIRS) for r in (made, row))
            )
            if not one or not other or row.get("draft"):
                continue
            if one != other or one in was.refused:
                editors.add(key)
            elif d not in absent and one not in settled and not str(made["id"]).startswith(THEIRS):
                ours.add(key)
    return Word(editors, ours)


def _rows(
    was: Before, article: Page[ArticleFront], extraction: Extraction, same: bool
) -> list[tuple[str, Mapping[str, Any], Mapping[str, Any]]]:
    """(hash of the quote, what was last generated, row of the page) of the claims that would be made again."""
    path = f"articles/{article.id}.md"
    made = [row for row in was.made(path, "events") or () if isinstance(row, Mapping)]
    if same and path not in was.raw:  # every row stands as it was generated
        return [(_quote(row), row, row) for row in made]
    text, mine = markup.fold(markup.plain(article.body)), [c.as_dict() for c in article.front.events]
    triples = was.triples(extraction, text, made, mine)
    return [(hashed(quote), b, m) for quote, b, m in triples if b is not None and m is not None]


def _quote(made: Mapping[str, Any]) -> str:
    """The hash of the quote for which a claim was last generated."""
    return str(made.get("quote")).removeprefix(THEIRS)
