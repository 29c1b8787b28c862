"""What becomes of proposals: drafts beside what we found, which change nothing of it, until an editor has decided.

A proposal lives on its page. Each run proves those that stand there again, whether or not a model is asked, so that
they stay while the article bears them out, and the cache never decides what a page says.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator import compose, markup, pasted, places
from generator.content import Content
from generator.document import Extraction, Happening, Identity, Mention, RawClaim, Reading
from generator.merge import hashed
from generator.model import Claim, EntityFront
from generator.names import Unused, fold, slug
from generator.reader import proof
from generator.reader.answer import Answer
from generator.reader.proof import Dropped

SAME = 0.25  # share of the shorter of two passages from which they are one: less strict than what pairs their rows


@dataclass(frozen=True, slots=True)
class Proposed:
    """The reading with drafts behind its own claims, new pages of names, how many are new, what came to nothing."""

    reading: Reading
    entities: Mapping[str, EntityFront] = field(default_factory=dict)
    claims: int = 0
    dropped: Mapping[str, int] = field(default_factory=dict)


def accepted(extraction: Extraction, rows: Sequence[Claim]) -> Extraction:
    """The claims that an editor made of proposals keep the date that was proved, and say who proposed them."""
    claims = list(extraction.claims)
    for row in rows:
        if not row.proposed_by or row.draft or not (span := pasted.find(extraction.document.text, row.quote)):
            continue
        proved = _again(extraction, row)
        for i, claim in enumerate(claims):
            if (claim.start, claim.end) == span:
                claims[i] = replace(claim, proposed_by=row.proposed_by)
                if isinstance(proved, RawClaim):
                    claims[i] = replace(claims[i], date=proved.date, when=proved.when, dated_by=proved.dated_by)
    return replace(extraction, claims=tuple(claims))


def _again(extraction: Extraction, row: Claim) -> RawClaim | Dropped:
    """A proposal as it stands on its page, proved once more."""
    undated = row.when is None
    return proof.claim(extraction, row.quote, row.when, None if undated else row.date, row.proposed_by or "")


def propose(
    reading: Reading,
    rows: Mapping[int, Sequence[Claim]],
    answers: Mapping[int, Answer],
    by: str,
    content: Content,
    refused: Collection[str],
) -> Proposed:
    """Drafts of what stands on the pages, then of what is new in the answers.

    `rows`: number of a document -> claims of its page; `by`: the model's name; `refused`: hashes of the quotes that
    a person took out, and of the names on pages that a person removed.
    """
    placed = {key for happening in reading.happenings for key in happening.claims}
    dropped: Counter[str] = Counter()
    made = list(reading.extractions)
    count = 0
    for d, extraction in enumerate(reading.extractions):
        here, answer = rows.get(d, ()), answers.get(d)
        if answer is None and not any(row.proposal for row in here):
            continue
        ours = [
            (c.start, c.end)
            for i, c in enumerate(extraction.claims)
            if compose.makes_row(c, "placed" if (d, i) in placed else None)
        ]
        standing = list(_standing(extraction, here, ours))
        text = extraction.document.text
        taken = [*ours, *((c.start, c.end) for c in standing)]
        taken += [span for row in here if (span := pasted.find(text, row.quote))]
        old = {(c.start, c.end) for c in standing}
        new = list(_new(extraction, answer, by, old, taken, refused, dropped)) if answer else []
        count += len(new)
        made[d] = replace(extraction, claims=(*extraction.claims, *standing, *new))
    found = replace(reading, extractions=tuple(made))
    entities = _names(found, answers, by, content, refused, dropped)
    return Proposed(found, entities, count, dropped)


def _standing(extraction: Extraction, rows: Sequence[Claim], ours: Sequence[tuple[int, int]]) -> Iterator[RawClaim]:
    for row in rows:
        proved = _again(extraction, row) if row.proposal else None
        if isinstance(proved, RawClaim) and not _told(proved, ours):
            yield proved


def _new(
    extraction: Extraction,
    answer: Answer,
    by: str,
    old: Collection[tuple[int, int]],
    taken: list[tuple[int, int]],
    refused: Collection[str],
    dropped: Counter[str],
) -> Iterator[RawClaim]:
    dropped.update(["rows of another shape than was asked for"] * answer.misshapen)
    for said in answer.claims:
        proved = proof.claim(extraction, said.quote, said.when, said.date, by)
        if isinstance(proved, Dropped):
            dropped[proved.why] += 1
        elif (proved.start, proved.end) in old:
            continue  # it waits already
        elif hashed(markup.fold(said.quote)) in refused:
            dropped["passages that an editor took out"] += 1
        elif _told(proved, taken):
            dropped["passages that have a claim already"] += 1
        else:
            taken.append((proved.start, proved.end))
            yield proved


def _told(claim: RawClaim, taken: Sequence[tuple[int, int]]) -> bool:
    return any(places.overlap((claim.start, claim.end), span) >= SAME for span in taken)


# ---- names ----


def _spans(d: int, extraction: Extraction, of: Mapping[tuple[int, int], str]) -> list[tuple[int, int]]:
    """Where names of entities stand; a name of which our own recogniser doubts is none yet."""
    return [(m.start, m.end) for i, m in enumerate(extraction.mentions) if (d, i) in of]


def _names(
    reading: Reading,
    answers: Mapping[int, Answer],
    by: str,
    content: Content,
    refused: Collection[str],
    dropped: Counter[str],
) -> dict[str, EntityFront]:
    """Draft pages of names that stand in an article and that nobody knows yet, by id."""
    if not any(answer.names for answer in answers.values()):
        return {}
    waiting = {fold(page.front.name) for page in content.entities if page.front.proposal}
    known = {fold(n) for page in content.entities for n in (page.front.name, *page.front.aliases)}
    known |= {fold(n) for who in reading.identities.entities.values() for n in (who.name, *who.aliases)}
    taken = {*content.paths, *reading.identities.entities, *(h.id for h in reading.happenings)}
    taken |= {old for page in content.all() for old in getattr(page.front, "redirects", ())}
    ids, made = Unused(taken), dict[str, EntityFront]()
    for d, answer in sorted(answers.items()):
        spans = _spans(d, reading.extractions[d], reading.identities.of_mention)
        for said in answer.names:
            proved = proof.name(reading.extractions[d], said, spans)
            if isinstance(proved, Dropped):
                dropped[proved.why] += 1
            elif fold(said.name) in waiting:
                continue
            elif fold(said.name) in known or hashed(said.name) in refused:
                dropped["names that are known already"] += 1
            else:
                known.add(fold(said.name))
                made[ids.of(slug(said.name))] = EntityFront(name=said.name, type=said.type, proposed_by=by, draft=True)
    return made


def named(reading: Reading, pages: Mapping[str, EntityFront]) -> Reading:
    """The reading with the names on these pages, where they stand so in an article and our recogniser found none: on
    proposals that an editor accepted, and on pages that an editor made.
    """
    by_word: dict[str, list[tuple[str, str]]] = {}
    for id, front in sorted(pages.items()):
        for name in (front.name, *front.aliases):
            if begun := re.match(r"\w+", name):
                by_word.setdefault(begun[0], []).append((name, id))
    if not by_word:
        return reading
    of, made = dict(reading.identities.of_mention), list(reading.extractions)
    for d, extraction in enumerate(reading.extractions):
        found = list(_occurrences(extraction.document.text, _spans(d, extraction, of), by_word))
        if not found:
            continue
        first = len(extraction.mentions)
        mentions = [Mention(*span, extraction.document.text[slice(*span)], pages[id].type) for span, id in found]
        of.update({(d, first + i): id for i, (_, id) in enumerate(found)})
        claims = tuple(
            replace(c, mentions=(*c.mentions, *more)) if (more := _within(c, found, first)) else c
            for c in extraction.claims
        )
        made[d] = replace(extraction, mentions=(*extraction.mentions, *mentions), claims=claims)
    used = set(of.values())
    entities = {id: Identity(id, f.name, f.type, f.aliases) for id, f in pages.items() if id in used}
    who = replace(reading.identities, entities={**entities, **reading.identities.entities}, of_mention=of)
    return replace(
        reading, extractions=tuple(made), identities=who, happenings=_with(reading.happenings, made, of, pages)
    )


def _with(
    happenings: Sequence[Happening],
    extractions: Sequence[Extraction],
    of: Mapping[tuple[int, int], str],
    pages: Collection[str],
) -> tuple[Happening, ...]:
    """The events with these names that their claims hold."""
    made = []
    for event in happenings:
        ids = (of.get((d, m)) for d, c in event.claims for m in extractions[d].claims[c].mentions)
        new = dict.fromkeys(id for id in ids if id in pages and id not in event.entities)
        made.append(replace(event, entities=(*event.entities, *(id for id in new if id))) if new else event)
    return tuple(made)


def _within(claim: RawClaim, found: Sequence[tuple[tuple[int, int], str]], first: int) -> tuple[int, ...]:
    return tuple(first + i for i, (span, _) in enumerate(found) if claim.start <= span[0] and span[1] <= claim.end)


def _occurrences(
    text: str, known: Sequence[tuple[int, int]], by_word: Mapping[str, Sequence[tuple[str, str]]]
) -> Iterator[tuple[tuple[int, int], str]]:
    """Where the names stand, whole and outside the names that we know."""
    end = 0
    for word in re.finditer(r"\w+", text):
        for name, id in by_word.get(word[0], ()):
            span = (word.start(), word.start() + len(name))
            if span[0] < end or not text.startswith(name, span[0]) or not pasted.whole(text, span):
                continue
            if not any(low < span[1] and span[0] < high for low, high in known):
                yield span, id
                end = span[1]
                break
