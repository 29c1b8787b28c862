"""What `briefing inspect` prints: one plain object per article. What is unknown is absent."""

from __future__ import annotations

from typing import Any

from generator.document import Happening, Reading


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
                    for t in extraction.times
                ],
                events=[
                    _event(d, c, reading, events.get((d, c)))
                    for c, claim in enumerate(extraction.claims)
                    if claim.draft or claim.date or claim.when or (d, c) in events
                ],
            )
        )
    return made


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
