"""Names that an editor corrected on the pages of entities, in the titles that the program makes of articles' words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from generator import pasted
from generator.before import Before
from generator.document import Extraction, Identities, RawClaim
from generator.merge import hashed
from generator.model import EntityFront


@dataclass(frozen=True, slots=True)
class Corrected:
    """Id of an entity -> (its name as an editor has it, hash of the one that was generated); what is left as it is."""

    names: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    reviewed: frozenset[str] = frozenset()  # events whose titles are signed off


NONE: Final = Corrected()


def of(was: Before, known: Sequence[tuple[str, EntityFront]]) -> Corrected:
    """What editors corrected, of the pages of people's making (`known`)."""
    names = {}
    for id, front in known:
        record = was.records.get(f"entities/{id}.md")
        old = str(record.fields.get("name") or "") if record else ""
        if old and old != hashed(front.name):
            names[id] = (front.name, old)
    return Corrected(names, frozenset(e.id for e in was.content.events if e.front.reviewed))


def titles(
    extractions: Sequence[Extraction],
    identities: Identities,
    claimed: Mapping[tuple[int, int], str],
    corrected: Corrected,
) -> tuple[Extraction, ...]:
    """The extractions with these names in the titles of their claims, where the article spells them otherwise."""
    if not corrected.names:
        return tuple(extractions)
    made = []
    for d, extraction in enumerate(extractions):
        claims = tuple(
            claim if claimed.get((d, c)) in corrected.reviewed else _named(d, claim, extraction, identities, corrected)
            for c, claim in enumerate(extraction.claims)
        )
        made.append(extraction if claims == extraction.claims else replace(extraction, claims=claims))
    return tuple(made)


def _named(d: int, claim: RawClaim, extraction: Extraction, identities: Identities, corrected: Corrected) -> RawClaim:
    title = claim.title
    for m in claim.mentions:
        name, old = corrected.names.get(identities.of_mention.get((d, m), ""), ("", ""))
        mention = extraction.mentions[m]
        said = " ".join(mention.text.split())
        # A person's whole name in another spelling; of others, an abbreviation or a short form is no slip.
        whole = hashed(said) == old or (mention.type == "person" and " " in said and "." not in said)
        if name and whole and name not in title:
            at = title.find(said)
            end = at + len(said)
            if (
                at >= 0
                and pasted.whole(title, (at, end))
                and "-" not in title[max(at - 1, 0) : at] + title[end : end + 1]
            ):
                title = title[:at] + name + title[end:]
    return claim if title == claim.title else replace(claim, title=title)
