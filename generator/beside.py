"""What a new article tells of a day that a person has signed off, in words that do not settle whether it is that event.

A page of its own would stand doubled beside the signed one, and to join the two in silence would change what a person
vouches for. So the claim waits on the editor's desk, as a draft that names the signed event.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator import dates, markup
from generator.before import Before
from generator.content import claims_by_event
from generator.dates import Edtf
from generator.document import Happening, Reading
from generator.frontmatter import Page
from generator.model import ArticleFront, EventFront

NEAR: Final = 7  # days of the longest stay or talks that a date is taken to give exactly
COMMON: Final = 4  # one in so many events names whom the whole briefing is about: to share that says nothing
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Signed:
    """A reviewed event. `words`: of its title, but for those of its names; `kinds`: of its claims."""

    id: str
    names: frozenset[str]
    words: frozenset[str]
    kinds: frozenset[str]


Perhaps = Mapping[int, Mapping[str, str]]  # document -> folded quote of a draft -> the signed event it may tell of


def look(was: Before, reading: Reading) -> tuple[Reading, Perhaps]:
    """The reading without new events that may be one which a person signed off, and what becomes of their claims."""
    signed, common = _signed(was)
    perhaps: dict[int, dict[str, str]] = defaultdict(dict)
    kept = []
    for happening in reading.happenings:
        id = _like(happening, reading, signed, common) if signed and _new(happening, reading, was) else None
        if id is None:
            kept.append(happening)
        for d, c in happening.claims if id else ():
            claim, text = reading.extractions[d].claims[c], reading.extractions[d].document.text
            perhaps[d][markup.fold(text[claim.start : claim.end])] = id or ""
    return (replace(reading, happenings=tuple(kept)), perhaps) if perhaps else (reading, {})


def nameless(
    front: ArticleFront, page: ArticleFront | None, signed: Mapping[str, EventFront], living: Mapping[str, str]
) -> dict[str, str]:
    """Folded quote -> event, of claims that would join a signed event (`signed`) whose words name none of those who
    take part in it: "The two sides signed a memorandum on 3 May" may tell of any that day. The place is none of them.

    `page`: the article's as it stands; what it tells of the event already, or a person put there, has been looked at.
    `living`: old id -> id.
    """
    known = {living.get(c.id, c.id) for c in (page.events if page else ()) if c.id and not c.draft}
    found = {}
    for claim in front.events:
        event = signed.get(claim.id or "")
        if event is None or claim.draft or claim.id in known:
            continue
        taking_part = {living.get(e, e) for e in event.entities} - {event.place}
        if taking_part and taking_part.isdisjoint({*claim.entities} - {claim.place}):
            found[claim.quote] = claim.id or ""
    return found


def drafted(front: ArticleFront, of: Mapping[str, str]) -> ArticleFront:
    """The article with claims (by their quotes) as drafts, which keep the event that they may tell of."""
    if not of:
        return front
    rows = (c.model_copy(update={"draft": True}) if of.get(c.quote) == c.id else c for c in front.events)
    return front.model_copy(update={"events": tuple(rows)})


def marked(front: ArticleFront, of: Mapping[str, str]) -> ArticleFront:
    """The article with the events that drafts of it may tell of (by their quotes)."""
    if not of:
        return front
    rows = (c.model_copy(update={"id": of[c.quote]}) if c.draft and c.quote in of else c for c in front.events)
    return front.model_copy(update={"events": tuple(rows)})


def waiting(
    before: Iterable[Page[ArticleFront]], now: Mapping[str, ArticleFront], events: Collection[str]
) -> tuple[tuple[str, str, str], ...]:
    """(article, quote, event) of the drafts that name one of these events, and that no page had before."""
    had = {(a.id, c.quote) for a in before for c in a.front.events if c.draft}
    return tuple(
        (id, c.quote, c.id or "")
        for id, front in sorted(now.items())
        for c in front.events
        if c.draft and c.id in events and (id, c.quote) not in had
    )


def _new(happening: Happening, reading: Reading, was: Before) -> bool:
    """Whether no page has been made of it, and no person has told it."""
    path = f"events/{happening.id}.md"
    if path in was.disk or path in was.records or happening.id in was.living:
        return False
    return not any(reading.extractions[d].claims[c].given for d, c in happening.claims)


def _signed(was: Before) -> tuple[dict[int, list[Signed]], frozenset[str]]:
    """The reviewed events by each day (its ordinal) on which they may have been, and whom too many events name."""
    found: dict[int, list[Signed]] = defaultdict(list)
    events = [e for e in was.content.events if not e.front.draft]
    if not any(e.front.reviewed for e in events):
        return found, frozenset()
    called = {e.id: (e.front.name, *e.front.aliases) for e in was.content.entities}
    claims = claims_by_event(was.content.articles, was.living)
    count = Counter(e for event in events for e in {*event.front.entities, event.front.place} if e)
    common = frozenset(e for e, n in count.items() if n > max(3, len(events) // COMMON))
    for event in events:
        day = dates.parse(event.front.date) if event.front.date and dates.is_valid(event.front.date) else None
        if not event.front.reviewed or day is None or not _exact(day):
            continue
        told = [r.claim for r in claims.get(event.id, ())]
        places = {p for p in (event.front.place, *(c.place for c in told)) if p}
        names = {was.living.get(e, e) for e in (*event.front.entities, *places)}
        kinds = frozenset(c.kind for c in told if c.kind)
        words = _words(event.front.title) - {w for id in names for name in called.get(id, ()) for w in _words(name)}
        for at in _days(day):
            found[at].append(Signed(event.id, frozenset(names), words, kinds))
    return found, common


def _exact(day: Edtf) -> bool:
    return (day.upper - day.lower).days <= NEAR


def _days(day: Edtf) -> range:
    return range(day.lower.toordinal(), day.upper.toordinal() + 1)


def _words(text: str) -> frozenset[str]:
    return frozenset(w.casefold() for w in _WORD.findall(text))


def _like(
    happening: Happening, reading: Reading, signed: Mapping[int, Sequence[Signed]], common: frozenset[str]
) -> str | None:
    """The signed event that is most like a new one: on its day, with one of its names, and of its kind, in a word of
    its title, or with somebody whom few events name.
    """
    claims = [reading.extractions[d].claims[c] for d, c in happening.claims]
    days = [dates.parse(c.date) for c in claims if c.date and dates.is_valid(c.date)]
    near = {one.id: one for day in days if _exact(day) for at in _days(day) for one in signed.get(at, ())}
    names = {*happening.entities, *([happening.place] if happening.place else [])}
    words, kinds = _words(happening.title), {c.kind for c in claims if c.kind}
    best: tuple[int, str] | None = None
    for one in near.values():
        if not one.names & names:
            continue
        alike = len(one.words & words) + bool(one.kinds & kinds) + len((one.names & names) - common)
        if alike and (best is None or (alike, one.id) > best):
            best = alike, one.id
    return best[1] if best else None
