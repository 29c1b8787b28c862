"""What is set into editors' prose: an event with its sources, and the list of the sources that a text cites."""

from __future__ import annotations

from dataclasses import dataclass

from generator import wikilinks
from generator.names import fold
from generator.views import addresses
from generator.views.claims import ClaimView, Link, claim, differences, ordered, summary
from generator.views.lookup import Lookup, resolve, title_of, words_for
from generator.views.phrases import Phrase
from generator.views.statuses import Status
from generator.views.typography import curled
from generator.views.words import t

SHOWN = 4  # claims of an event that stand open in a text; the others are folded


@dataclass(frozen=True, slots=True)
class EmbeddedEvent:
    """An event within a text: what it is, and the words of its sources."""

    title: str
    address: str
    date: Phrase
    status: Status
    differ: str  # of a dispute, who says what in a sentence
    claims: tuple[ClaimView, ...]
    more: tuple[ClaimView, ...]
    more_label: str


@dataclass(frozen=True, slots=True)
class CitedSource:
    """One row of the list at the foot of a text. Without `address`: a source that the site leaves out."""

    number: int
    label: str
    title: str
    address: str
    lang: str


def embedded(look: Lookup, target: str) -> EmbeddedEvent | None:
    """The event that a target names; `None` where the site has no such event."""
    id = resolve(look.briefing, target)
    if id is None or id not in look.events:
        return None
    facts = look.events[id]
    claims = tuple(claim(look, facts, i) for i in ordered(facts))
    more = claims[SHOWN:]
    return EmbeddedEvent(
        title=facts.title,
        address=facts.address,
        date=facts.phrase,
        status=facts.status,
        differ=summary(differences(look, facts)) if facts.status.kind == "disputed" else "",
        claims=claims[:SHOWN],
        more=more,
        more_label=t("claim.more", n=len(more)) if more else "",
    )


def is_unshown(look: Lookup, target: str) -> bool:
    """Whether a target, an id or a title, is an event that there is and that the site does not show."""
    word = target.partition("#")[0].strip()
    found = look.briefing.unshown.get(word) or look.briefing.unshown.get(fold(word))
    return found is not None and found.kind == "event"


def linked(look: Lookup, text: str) -> tuple[Link, ...]:
    """A line of editors' text in pieces, those that lead to a page of the site with its address; no other Markdown."""
    found: list[Link] = []

    def hold(link: wikilinks.WikiLink) -> str:
        id = resolve(look.briefing, link.target)
        words = link.label or (title_of(look.briefing, id) if id else words_for(look.briefing, link.target))
        found.append(Link(words, addresses.address(look.briefing, id) or "" if id else ""))
        return "\0"

    between = curled(wikilinks.replace(text, hold)).split("\0")
    pieces = [Link(between[0], "")]
    for link, after in zip(found, between[1:], strict=True):
        pieces += [link, Link(after, "")]
    return tuple(piece for piece in pieces if piece.text)


def cited(look: Lookup, number: int, id: str) -> CitedSource:
    """A source as the foot of a text names it; a digest says that its words are the briefing's."""
    source = look.sources.get(id)
    if source is None:
        return CitedSource(number, t("cited.left_out"), "", "", "")
    label = t("cited.digest", label=source.running) if source.digest else source.heading
    return CitedSource(number, label, source.title, source.address, source.lang)
