"""Who is who, as editors and the pages that exist have it: pairs that were joined, ids that redirect, ids that stay,
names that articles have under an id, names that editors replaced.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from generator.content import Content
from generator.document import Extraction, Identities, Identity
from generator.merge import Record, hashed
from generator.model import EntityFront, Proposal
from generator.names import fold
from generator.row_ids import THEIRS


def joined(identities: Identities, decisions: Sequence[Proposal]) -> tuple[Identities, dict[str, str]]:
    """The identities with the pairs that an editor called the same made one, and old id -> id of those that gave way.

    The first id of a pair stays. A pair of which one is not there any more changes nothing.
    """
    into: dict[str, str] = {}

    def living(id: str) -> str:
        while id in into:
            id = into[id]
        return id

    for decision in decisions:
        keep, drop = (living(id) for id in decision.pair)
        if decision.same and keep != drop and keep in identities.entities and drop in identities.entities:
            into[drop] = keep
    if not into:
        return identities, {}
    entities = dict(identities.entities)
    for drop in into:
        keep = living(drop)
        entities[keep] = _with_names(entities[keep], entities.pop(drop))
    ids = {drop: living(drop) for drop in into}
    return _under(identities, entities, ids), ids


def redirected(identities: Identities, living: Mapping[str, str], pages: Mapping[str, EntityFront]) -> Identities:
    """The identities under the ids that stand for them now (`living`: old id -> id of one of `pages`).

    An editor who takes a page away and writes its id under `redirects` of another has said that both are one.
    """
    into = {old: new for old, new in living.items() if old in identities.entities and new in pages and old != new}
    if not into:
        return identities
    entities = {id: who for id, who in identities.entities.items() if id not in into}
    for old, new in sorted(into.items()):
        gone, front = identities.entities[old], pages[new]
        kept = entities.get(new) or Identity(
            new, front.name, front.type, front.aliases, front.coordinates, front.country
        )
        entities[new] = _with_names(kept, gone)
    return _under(identities, dict(sorted(entities.items())), into)


def _with_names(kept: Identity, gone: Identity) -> Identity:
    """One of two, with the names of both."""
    names = dict.fromkeys((*kept.aliases, gone.name, *gone.aliases))
    names.pop(kept.name, None)
    return replace(kept, aliases=tuple(names))


def _under(identities: Identities, entities: dict[str, Identity], ids: Mapping[str, str]) -> Identities:
    """These entities, and all that named others under the `ids` (old -> new) that they have now."""
    return Identities(
        entities,
        {key: ids.get(id, id) for key, id in identities.of_mention.items()},
        tuple((ids.get(a, a), ids.get(b, b), s, why) for a, b, s, why in identities.proposals),
        {d: tuple((ids.get(id, id), name) for id, name in rows) for d, rows in identities.headed.items()},
    )


def renamed(identities: Identities, known: Mapping[str, EntityFront], theirs: Collection[str] = ()) -> Identities:
    """The same identities under the ids that generated pages have already: a new article never renames a page.

    A new id takes over an old one when the old page's name is one of its names and nothing else has the old id.
    `theirs`: ids of pages that people keep, which stay whatever other names theirs have.
    """
    names = {fold(front.name): id for id, front in sorted(known.items()) if id not in identities.entities}
    new: dict[str, str] = {}
    taken: set[str] = set()
    for id, who in identities.entities.items():
        if id in known or id in theirs:
            continue
        for name in (who.name, *who.aliases):
            old = names.get(fold(name))
            if old and old not in taken and known[old].type == who.type:
                new[id] = old
                taken.add(old)
                break
    if not new:
        return identities
    entities = {new.get(id, id): replace(who, id=new.get(id, id)) for id, who in identities.entities.items()}
    return _under(identities, dict(sorted(entities.items())), new)


def proposed(identities: Identities) -> list[Proposal]:
    """The pairs that a person should decide, each once, the likeliest first."""
    rows = [
        Proposal(pair=(a, b), score=round(score, 2), reasons=why)
        for a, b, score, why in identities.proposals
        if a in identities.entities and b in identities.entities and a != b
    ]
    found: dict[frozenset[str], Proposal] = {}
    for row in sorted(rows, key=lambda p: (-p.score, p.pair)):
        found.setdefault(frozenset(row.pair), row)
    return [*found.values()]


def names_on(
    content: Content, pages: Mapping[int, str], records: Mapping[str, Record], living: Mapping[str, str]
) -> dict[int, dict[str, list[str]]]:
    """Document -> folded name -> ids under which the article's page has it, those of the converter's own rows first.

    `pages`: number of a document -> id of its page; `records`: path -> what was generated; `living`: old id -> new.
    """
    standing = {a.id: a.front.entities for a in content.articles}
    found: dict[int, dict[str, list[str]]] = {}
    for d, article in pages.items():
        of_name: dict[str, list[str]] = defaultdict(list)
        record = records.get(f"articles/{article}.md")
        made = record.fields.get("entities", ()) if record else ()
        own = {str(row.get("id", "")).removeprefix(THEIRS) for row in made if isinstance(row, Mapping)}
        for row in sorted(standing.get(article, ()), key=lambda row: row.id not in own):
            for name in row.names:
                of_name[fold(name)].append(living.get(row.id, row.id))
        found[d] = of_name
    return found


def names_replaced(content: Content, records: Mapping[str, Record]) -> dict[str, str]:
    """Id of each entity to which an editor gave another name -> hash of the name that was generated."""
    found = {}
    for page in content.entities:
        record = records.get(f"entities/{page.id}.md")
        was = record.fields.get("name") if record else None
        if was and was != hashed(page.front.name):
            found[page.id] = str(was)
    return found


def unsaid(content: Content, extractions: Sequence[Extraction]) -> set[str]:
    """Aliases that no article has any more, neither its page nor its text: it was removed, and its seed before it."""
    aliases = {n for page in content.entities for n in page.front.aliases}
    aliases -= {n for article in content.articles for row in article.front.entities for n in row.names}
    return aliases - {" ".join(m.text.split()) for e in extractions for m in e.mentions} if aliases else aliases
