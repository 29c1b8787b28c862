"""Names that an editor corrected on the pages of entities: in the titles that the program makes of articles' words, and
where editors' own words still have the old one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from generator import pasted
from generator.before import Before
from generator.content import Content
from generator.document import Extraction, Identities, Mention, RawClaim
from generator.frontmatter import Page
from generator.identities import names_replaced
from generator.merge import Record, hashed
from generator.model import EntityFront
from generator.problems import Problem, short

# Id of an entity -> (its name as an editor has it, hash of the one that was generated)
Corrected = Mapping[str, tuple[str, str]]
NONE: Final[Corrected] = {}


def of(was: Before) -> Corrected:
    """What editors corrected."""
    old = names_replaced(was.content, was.records)
    return {e.id: (e.front.name, old[e.id]) for e in was.content.entities if e.id in old}


def titles(
    extractions: Sequence[Extraction],
    identities: Identities,
    corrected: Corrected,
) -> tuple[Extraction, ...]:
    """The extractions with these names in the titles of their claims, where the article spells them otherwise."""
    if not corrected:
        return tuple(extractions)
    made = []
    for d, extraction in enumerate(extractions):
        spelt = _spelt(d, extraction, identities, corrected)
        claims = tuple(
            _named(d, claim, extraction, identities, corrected, spelt) if spelt else claim
            for claim in extraction.claims
        )
        made.append(extraction if claims == extraction.claims else replace(extraction, claims=claims))
    return tuple(made)


def _spelt(d: int, extraction: Extraction, identities: Identities, corrected: Corrected) -> dict[str, list[str]]:
    """Entity whose name is corrected -> the whole names by which an article calls it, the longest first."""
    found: dict[str, set[str]] = {}
    for m, mention in enumerate(extraction.mentions):
        id, said = identities.of_mention.get((d, m), ""), _said(mention)
        if id in corrected:
            whole = hashed(said) == corrected[id][1] or (mention.type == "person" and _is_whole(said))
            found.setdefault(id, set()).update([said] if whole else [])
    return {id: sorted(names, key=lambda n: (-len(n), n)) for id, names in found.items()}


def _named(
    d: int,
    claim: RawClaim,
    extraction: Extraction,
    identities: Identities,
    corrected: Corrected,
    spelt: Mapping[str, Sequence[str]],
) -> RawClaim:
    title = claim.title
    # The title may have the whole name of which the quote has the half, or "he": "Berg flew" is told of Anna Berg.
    for id, whole in spelt.items():
        name = corrected[id][0]
        for said in whole:
            title = title if name in title else _replaced(title, said, name)
    for m in claim.mentions:
        id = identities.of_mention.get((d, m), "")
        name, old = corrected.get(id, ("", ""))
        half = _said(extraction.mentions[m])
        if name and name not in title and any(hashed(said) == old and _is_end(half, said, name) for said in spelt[id]):
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


def left(content: Content, records: Mapping[str, Record]) -> list[Problem]:
    """Where titles and prose of editors still have a name that was corrected, and that is an alias now.

    `records`: path -> what was generated. Quotations have their sources' spelling.
    """
    old: dict[str, EntityFront] = {}
    replaced = names_replaced(content, records)
    for page in content.entities:
        old |= {alias: page.front for alias in page.front.aliases if hashed(alias) == replaced.get(page.id)}
    return [
        Problem(
            page.path,
            line,
            f'"{short(text)}" has the old name "{was}"',
            f'write "{front.name}", or take the old name off the page\'s aliases',
            "warning",
            "old-name",
        )
        for was, front in old.items()
        for folder in (content.events, content.notes, content.pages, content.entities)
        for page in folder
        for line, text in _own_words(page)
        if was in text and _has(text, was, front)
    ]


def _own_words(page: Page[Any]) -> Iterator[tuple[int, str]]:
    """Lines of a page that its editors vouch for, with their numbers: title, reason, prose without quotations."""
    for key in ("title", "because", "summary"):
        if text := getattr(page.front, key, None):
            yield page.line(key), text
    for number, line in enumerate(page.body.split("\n"), page.body_line):
        if not line.lstrip().startswith(">"):
            yield number, line.strip()


def _has(text: str, was: str, front: EntityFront) -> bool:
    """Whether a name stands there as words of their own, and not in a longer name of the same."""
    for name in sorted((front.name, *front.aliases), key=len, reverse=True):
        if was in name and name != was:
            text = text.replace(name, "")
    return _replaced(text, was, "") != text
