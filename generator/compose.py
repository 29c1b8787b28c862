"""From what was read and resolved to the front matter and body of pages. No file is touched here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise, zip_longest

from generator import derive, markup
from generator.derive import Report
from generator.document import Document, Extraction, Happening, Identities, RawClaim
from generator.model import (
    ArticleFront,
    Claim,
    DigestOf,
    EntityFront,
    EntityRow,
    EventFront,
    Figure,
    Inferred,
    Original,
    Rights,
    Source,
)
from generator.names import Unused, slug, telling_role
from generator.settings import Settings

GAP = "\\[…\\]"  # what stands between two passages of an excerpt
Shared = Mapping[int, Sequence[tuple[int, int, frozenset[int]]]]


def rights_of(document: Document, settings: Settings) -> Rights:
    """Whether the page may hold the whole text: a digest is ours, else by the rules."""
    if document.wording == "paraphrase":
        return "full"
    rules = settings.rights
    if document.seed in rules.seeds:
        return rules.seeds[document.seed]
    if document.rights:
        return document.rights
    return rules.publishers.get(document.publisher or "", rules.default)


def slugs(documents: Sequence[Document], known: Mapping[int, str], taken: Collection[str]) -> list[str]:
    """An id for every article: the one that its page has (`known`: number of the document -> id), else of its title."""
    free = Unused(set(taken) | set(known.values()))
    return [known.get(number) or free.of(slug(document.title, 60)) for number, document in enumerate(documents)]


def _entity_rows(
    d: int, extraction: Extraction, identities: Identities, refused: Collection[str]
) -> tuple[EntityRow, ...]:
    names: dict[str, Counter[str]] = {}
    roles: dict[str, str] = {}
    for m, mention in enumerate(extraction.mentions):
        id = identities.of_mention.get((d, m))
        if id is None or id in refused:
            continue
        names.setdefault(id, Counter())[" ".join(mention.text.split())] += 1
        if m in extraction.roles:
            roles[id] = _fuller(roles.get(id), extraction.roles[m])
    for id, name in identities.headed.get(d, ()):
        if id not in refused:
            names.setdefault(id, Counter())[name] += 1
    return tuple(
        EntityRow(id=id, names=tuple(sorted(spelled, key=lambda n: (-len(n), n))), role=roles.get(id))
        for id, spelled in names.items()
    )


def _fuller(known: str | None, role: str) -> str:
    """The role that a text states first, unless it says later of what: "Minister", then "Minister of Science"."""
    if known is None or telling_role(role) > telling_role(known):
        return role
    return role if known.casefold() in role.casefold().split() else known


def _claim(
    d: int,
    raw: RawClaim,
    extraction: Extraction,
    identities: Identities,
    event: str | None,
    shared: Sequence[str],
    refused: Collection[str],
    rights: Rights,
) -> Claim:
    of = identities.of_mention
    ids = [of[d, m] for m in (*raw.actors, *raw.mentions) if (d, m) in of and m not in extraction.labels]
    place = of.get((d, raw.place)) if raw.place is not None else None
    return Claim(
        id=event,
        date=raw.date,
        when=" ".join(raw.when.split()) if raw.when else None,
        dated_by=raw.dated_by,
        lasts=raw.lasts,
        kind=raw.kind or None,
        quote=markup.fold(extraction.document.text[raw.start : raw.end]),
        said_by=raw.said_by,
        post=raw.post,
        shared_with=tuple(shared),
        entities=tuple(dict.fromkeys(i for i in ids if i not in refused)),
        place=place if place not in refused else None,
        figures=tuple(Figure(what=f.what, value=f.value, unit=f.unit, bound=f.bound) for f in raw.figures),
        original=Original(start=raw.start, end=raw.end) if rights == "excerpt" else None,
        proposed_by=raw.proposed_by,
        draft=event is None,
    )


def makes_row(raw: RawClaim, event: str | None) -> bool:
    """Whether a claim gets a row on the page: an undated remark that no other report dates is none."""
    return event is not None or raw.date is not None or raw.draft or bool(raw.when)


def shared_without(shared: Shared, removed: Collection[int]) -> Shared:
    """Passages that several documents print, without the documents whose pages a person removed."""
    if not removed:
        return shared
    return {d: [(a, b, others.difference(removed)) for a, b, others in rows] for d, rows in shared.items()}


def article(
    d: int,
    extraction: Extraction,
    identities: Identities,
    events: Mapping[tuple[int, int], str],
    shared: Shared,
    ids: Sequence[str],
    rights: Rights,
    refused: Collection[str] = (),
    quoted: Collection[str] = (),
    gone: Collection[str] = (),
    out: Collection[str] = (),
) -> tuple[ArticleFront, str]:
    """Front matter and body of one article. `events`: claim -> event; `ids`: the articles' ids; `refused`: entities
    without pages; `quoted`: what the claims of its page quote already, which an excerpt keeps; `gone`: events that a
    person removed, `out`: quotes of claims that a person took out, whose words it does not keep.
    """
    document = extraction.document
    rows = []
    for c, raw in enumerate(extraction.claims):
        event = events.get((d, c))
        if not makes_row(raw, event):
            continue
        also = sorted(
            {ids[o] for start, end, others in shared.get(d, ()) if start < raw.end and raw.start < end for o in others}
        )
        rows.append(_claim(d, raw, extraction, identities, event, also, refused, rights))
    digest = document.digest_of
    front = ArticleFront(
        title=document.title,
        title_by="converter" if document.title_by_converter else None,
        date=document.published,
        published_inferred=inferred(document.inferred),
        lang=document.lang,
        source=Source(
            seed=document.seed, sha256=document.sha256, publisher=document.publisher, author=document.author,
            url=document.url, archived=document.archived, retrieved=document.retrieved,
        ),
        rights=rights,
        wording=document.wording,
        digest_of=DigestOf(**digest) if isinstance(digest, dict) else digest,
        entities=_entity_rows(d, extraction, identities, refused),
        events=tuple(rows),
    )  # fmt: skip
    body = document.markdown if rights == "full" else _excerpt(extraction, front, quoted, gone, out)
    return front, "\n" + body.strip("\n") + "\n"


def inferred(days: tuple[str, str] | None) -> Inferred | None:
    """When an article was published, and the reason, as its page says it."""
    return Inferred(date=days[0], reason=days[1]) if days else None


def _excerpt(
    extraction: Extraction,
    front: ArticleFront,
    quoted: Collection[str],
    gone: Collection[str] = (),
    out: Collection[str] = (),
) -> str:
    """Only the passages that claims quote, in their order, each once.

    What a language model proposes shows none of the source's words before an editor has accepted it.
    """
    text = extraction.document.text
    quotes = {c.quote for c in front.events if c.id not in gone and c.quote not in out and not c.proposal}
    wanted = [(c.start, c.end) for c in extraction.claims if markup.fold(text[c.start : c.end]) in quotes]
    for quote in sorted(set(quoted) - quotes):
        wanted += [m.span() for m in re.finditer(r"\s+".join(map(re.escape, quote.split())), text) if quote]
    spans: list[list[int]] = []
    for start, end in sorted(wanted, key=lambda s: (s[0], -s[1])):
        if spans and start <= spans[-1][1]:
            spans[-1][1] = max(spans[-1][1], end)
        else:
            spans.append([start, end])
    made = [markup.escape(markup.fold(text[a:b])) for a, b in spans]
    between = [text[a[1] : b[0]] for a, b in pairwise(spans)]
    return "".join(passage + _join(gap) for passage, gap in zip_longest(made, between, fillvalue=""))


def _join(between: str) -> str:
    """What stands for the text between two passages: the mark only where words are left out."""
    if between.strip():
        return f"\n\n{GAP}\n\n"
    return "\n\n" if "\n" in between else between and " "


def said_only_in(
    away: Collection[int], extractions: Sequence[Extraction], headed: Mapping[int, Sequence[tuple[str, str]]]
) -> set[str]:
    """The spellings of names that these documents (numbers) alone have. `headed`: of those in their headlines."""
    here, there = set[str](), set[str]()
    for d, extraction in enumerate(extractions) if away else ():
        names = here if d in away else there
        names.update(" ".join(m.text.split()) for m in extraction.mentions)
        names.update(name for _, name in headed.get(d, ()))
    return here - there


def entity_pages(
    identities: Identities,
    rows: Sequence[ArticleFront],
    redirects: Mapping[str, str] | None = None,
    living: Mapping[str, str] | None = None,
    unsaid: Collection[str] = (),
) -> dict[str, EntityFront]:
    """A page for every entity that some article names, with every spelling that the articles use.

    `redirects`: old id -> id of pairs that are joined now; the old addresses stay alive. `living`: old id -> id, of
    those that pages redirect already. `unsaid`: spellings that no article uses any more.
    """
    now = living or {}
    old: dict[str, list[str]] = {}
    for gone, id in sorted((redirects or {}).items()):
        old.setdefault(id, []).append(gone)
    spelled: dict[str, Counter[str]] = {}
    for front in rows:
        for row in front.entities:
            spelled.setdefault(now.get(row.id, row.id), Counter()).update(row.names)
    pages = {}
    for id, names in spelled.items():
        who = identities.entities.get(id)
        if who is None:
            continue
        spellings = {*names, *(n for n in who.aliases if n not in unsaid)} - {who.name}
        aliases = sorted(spellings, key=lambda n: (-len(n), n))
        coordinates = who.coordinates if who.type == "place" else None
        pages[id] = EntityFront(
            name=who.name,
            type=who.type,
            aliases=tuple(aliases),
            redirects=tuple(old.get(id, ())),
            coordinates=coordinates,
            country=who.country if coordinates else None,
        )
    return pages


def event_pages(
    happenings: Sequence[Happening], reports: Mapping[str, Sequence[Report]], entities: Collection[str]
) -> dict[str, EventFront]:
    """A page for every event that some article claims; date and status are what the claims give."""
    pages = {}
    for happening in happenings:
        of = reports.get(happening.id, ())
        if not of:
            continue
        best = derive.best_date(of)
        pages[happening.id] = EventFront(
            title=happening.title,
            date=best,
            status=derive.status(of, best),
            entities=tuple(e for e in happening.entities if e in entities),
            place=happening.place if happening.place in entities else None,
        )
    return pages
