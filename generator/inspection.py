"""What `briefing inspect` prints: one plain object per article. What is unknown is absent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator.document import Happening, Reading, Time


def _known(**row: Any) -> dict[str, Any]:
    return {key: value for key, value in row.items() if value is not None}


def objects(reading: Reading) -> list[dict[str, Any]]:
    """One JSON-ready object per document, in their order. Offsets count characters of `text`."""
    of, events = reading.identities.of_mention, {key: h for h in reading.happenings for key in h.claims}
    made = []
    for d, extraction in enumerate(reading.extractions):
        document = extraction.document
        made.append(
            _known(
                file=document.seed,
                title=document.title,
                published=document.published,
                publisher=document.publisher,
                author=document.author,
                url=document.url,
                lang=document.lang,
                text=document.text,
                mentions=[
                    _known(
                        start=m.start,
                        end=m.end,
                        text=document.text[m.start : m.end],
                        type=m.type,
                        entity=of.get((d, i)),
                    )
                    for i, m in enumerate(extraction.mentions)
                    if m.certain
                ],
                dates=[
                    _known(start=t.start, end=t.end, text=document.text[t.start : t.end], date=t.date, type=t.type)
                    for time in extraction.times
                    for t in bare(time, document.published)
                ],
                events=[
                    _event(d, c, reading, events.get((d, c)))
                    for c, claim in enumerate(extraction.claims)
                    if claim.draft or claim.date or claim.when or (d, c) in events
                ],
            )
        )
    return made


_BETWEEN = re.compile(r" (?:and|to|until|till|through|thru) ")


def bare(time: Time, published: str | None) -> Iterator[Time]:
    """A time expression with the value of its own words, as TimeML has it.

    What "since" or "until" before it makes of it is the claim's matter, so the value is open at no end; and of "from
    March 1988 to October 1990" each end is an expression of its own, where each can stand alone.
    """
    if time.type != "DATE" or time.date is None or "/" not in time.date:
        yield time
        return
    first, _, last = time.date.partition("/")
    if ".." in (first, last):
        yield replace(time, date=first if last == ".." else last)
        return
    ends = _BETWEEN.split(time.text)
    if len(ends) == 2 and all(_alone(end, published) for end in ends):
        yield replace(time, end=time.start + len(ends[0]), text=ends[0], date=first)
        yield replace(time, start=time.end - len(ends[1]), text=ends[1], date=last)
    else:
        yield time


def _alone(words: str, published: str | None) -> bool:
    """Whether words are a time expression from end to end, and no bare number ("24 to 26 March")."""
    from generator.extract import times

    found = times.find(words, published)
    return len(found) == 1 and found[0].text == words and found[0].type == "DATE"


def _event(d: int, c: int, reading: Reading, happening: Happening | None) -> dict[str, Any]:
    extraction = reading.extractions[d]
    claim, of = extraction.claims[c], reading.identities.of_mention
    ids = [of[d, m] for m in (*claim.actors, *claim.mentions) if (d, m) in of]
    return _known(
        start=claim.start,
        end=claim.end,
        date=claim.date,
        when=claim.when,
        quote=" ".join(extraction.document.text[claim.start : claim.end].split()),
        title=claim.title,
        entities=list(dict.fromkeys(ids)),
        place=of.get((d, claim.place)) if claim.place is not None else None,
        event=happening.id if happening else None,
        draft=True if happening is None else None,
    )
