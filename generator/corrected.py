"""Names that an editor corrected on the pages of entities, in the titles that the program makes of articles' words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from generator import pasted
from generator.before import Before
from generator.document import Extraction, Identities, Mention, RawClaim
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
        id = identities.of_mention.get((d, m), "")
        name, old = corrected.names.get(id, ("", ""))
        if not name or name in title:
            continue
        mention = extraction.mentions[m]
        # The title may have the whole name of which the quote has the half: "Berg flew to Oslo" is told of Anna Berg.
        others = (n for i, n in enumerate(extraction.mentions) if identities.of_mention.get((d, i)) == id)
        spelt = dict.fromkeys((_said(mention), *(map(_said, others) if mention.type == "person" else ())))
        whole = [said for said in spelt if hashed(said) == old or (mention.type == "person" and _is_whole(said))]
        for said in sorted(whole, key=len, reverse=True):
            title = title if name in title else _replaced(title, said, name)
        half = _said(mention)
        if name not in title and any(hashed(said) == old and _is_end(half, said, name) for said in whole):
            title = _replaced(title, half, name.split()[-1])
    return claim if title == claim.title else replace(claim, title=title)


def _said(mention: Mention) -> str:
    return " ".join(mention.text.split())


def _is_whole(said: str) -> bool:
    """Whether it is a person's whole name in another spelling; an abbreviation or a short form is no slip."""
    return " " in said and "." not in said


def _is_end(half: str, old: str, new: str) -> bool:
    """Whether the half is the last part of a person's old name, and so of the new one."""
    return half != new and old.split()[1:] == [half] and len(new.split()) == 2


def _replaced(title: str, said: str, name: str) -> str:
    """The title with another name where it has the first one as words of their own."""
    at = title.find(said)
    end = at + len(said)
    if at < 0 or not pasted.whole(title, (at, end)) or "-" in title[max(at - 1, 0) : at] + title[end : end + 1]:
        return title
    return title[:at] + name + title[end:]
