"""What editors ask for on pages of articles without their seeds: a quote pasted there, a draft accepted.

Such a page is read (`seedless`) and else stays as it is. A claim that an editor made there is filled in from the words
that the page holds, as it would be from the seed's.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from generator import compose, markup
from generator.document import Reading
from generator.merge import hashed
from generator.model import ArticleFront, Claim, EntityRow
from generator.pasted import undated
from generator.row_ids import THEIRS
from generator.work import Work


def fill(
    work: Work,
    reading: Reading,
    events: Mapping[tuple[int, int], str],
    ids: Sequence[str],
    absent: Collection[int],
    orphans: Collection[str],
) -> dict[str, ArticleFront]:
    """The pages on which editors made claims, with what was read of these: article id -> what it will say.

    `events`: claim -> event; `ids`: of all articles, by number; `absent`: numbers of those that were read from their
    pages; `orphans`: ids of those that have no seed any more, an unreadable one neither.
    """
    pages = {a.id: a for a in work.was.content.articles}
    dated = {d: _dated(work, ids[d]) for d in absent}
    asked = [d for d in sorted(absent) if _asks(pages[ids[d]].front, work.was.living, dated[d])]
    refused, found = work.refused_entities(reading.identities) if asked else (), dict[str, ArticleFront]()
    removed = {d for d, id in enumerate(ids) if f"articles/{id}.md" in work.was.gone}
    for d in asked:
        id, page = ids[d], pages[ids[d]]
        shared = compose.shared_without(reading.shared, removed)
        made, _ = compose.article(d, reading.extractions[d], reading.identities, events, shared, ids, "full", refused)
        renamed = _renamed(page.front, work.was.living)
        front = _filled(renamed, made, dated[d]) or renamed
        if front == page.front:
            continue
        if id in orphans and not front.source.gone:
            front = front.model_copy(update={"source": front.source.model_copy(update={"gone": "undecided"})})
        shown = work.put(f"articles/{id}.md", front, page.body, markup.fold(reading.extractions[d].document.text))
        if isinstance(shown, ArticleFront):
            found[id] = shown
    return found


def _dated(work: Work, id: str) -> set[str]:
    """The quotes, as hashes, of the claims of an article that waited for a date."""
    return {str(r.get("quote")).removeprefix(THEIRS) for r in work.was.recorded(f"articles/{id}.md") if undated(r)}


def _filled(page: ArticleFront, made: ArticleFront, dated: Collection[str]) -> ArticleFront | None:
    """The page with the claims that an editor made, as they were read, and whom they name; `None` where none was read.

    `made`: the page as it would be made of its own text, whose offsets are no places in the seed; `dated`: `_dated`.
    """
    stated = {markup.fold(c.quote) for c in page.events if c.id and not c.draft}
    read = {quote: c for c in made.events if (quote := markup.fold(c.quote)) not in stated}
    rows = {
        i: new
        for i, c in enumerate(page.events)
        if _waits(c, dated) and (new := read.get(markup.fold(c.quote))) and (new.id or not c.draft)
    }
    if not rows:
        return None
    events = tuple(
        rows[i].model_copy(update={"original": c.original, "quote": c.quote}) if i in rows else c
        for i, c in enumerate(page.events)
    )
    named = {id for c in rows.values() for id in (*c.entities, c.place)} - {row.id for row in page.entities}
    entities = (*page.entities, *(row for row in made.entities if row.id in named))
    return page.model_copy(update={"events": events, "entities": entities})


def _asks(page: ArticleFront, living: Mapping[str, str], dated: Collection[str]) -> bool:
    """Whether something is to be done on a page: a claim waits, or an id is an old one."""
    told = {id for c in page.events for id in (c.id, c.place, *c.entities)} | {row.id for row in page.entities}
    return any(id in living for id in told) or any(_waits(c, dated) for c in page.events)


def _renamed(page: ArticleFront, living: Mapping[str, str]) -> ArticleFront:
    """The page under the ids that stand for its own now (`living`: old id -> id), of which it names each once."""
    rows: dict[tuple[str, str | None], EntityRow] = {}
    for row in page.entities:
        id = living.get(row.id, row.id)
        had = rows.get((id, row.post))
        names = tuple(dict.fromkeys((*(had.names if had else ()), *row.names)))
        rows[id, row.post] = (had or row).model_copy(update={"id": id, "names": names})
    events = tuple(
        c.model_copy(
            update={
                "id": living.get(c.id, c.id) if c.id else None,
                "place": living.get(c.place, c.place) if c.place else None,
                "entities": tuple(dict.fromkeys(living.get(e, e) for e in c.entities)),
            }
        )
        for c in page.events
    )
    return page.model_copy(update={"entities": tuple(rows.values()), "events": events})


def _waits(claim: Claim, dated: Collection[str]) -> bool:
    """Whether an editor's claim has no event yet, or is a draft that waited for the day which the editor gave it."""
    waited = claim.dated_by == "inference" or hashed(claim.quote) in dated
    return claim.pasted or bool(claim.draft and not claim.id and claim.date and waited)
