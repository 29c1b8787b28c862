"""What is bought, owned, called so, lifts off or houses something: firms, craft and houses by what is told of them."""

from __future__ import annotations

from generator.extract import gazetteer_words as tables
from generator.extract.mention_ends import Candidate
from generator.extract.mention_where import EMPLOYED, may_be_anything
from generator.extract.mention_words import Word
from generator.model import EntityType

_TO_BE = frozenset("to be is was were which that also likewise newly now will a an by its the it he they".split())


def bearer(words: list[Word], at: int) -> EntityType | None:
    """Whose name it is that "called" at this index gives: "the firm, to be called", "a rocket, likewise named"."""
    for step in range(at - 1, max(-1, at - 6), -1):
        if kind := tables.small_head(words[step], "cue"):
            return kind if words[step].gap in (" ", ", ") and not words[step].possessive else None
        if words[step].lower not in _TO_BE or words[step].gap not in (" ", ", "):
            return None
    return None


# Nouns of business, with the preposition behind them, before the name of a firm; participles before "by" and "to".
_DEALS = {
    "with": frozenset("merger merge merged merging tie-up partnership contract contracts lawsuit venture".split()),
    "of": frozenset(
        "merger takeover acquisition shareholders owners owner board customers management headquarters products"
        " subsidiary parent creditors employees bankruptcy insolvency shares director directors co-founder"
        " liquidators auditors".split()
    ),
    "for": frozenset("bid offer bidder bidders".split()),
    "in": frozenset("stake stakes shares share shareholders shareholder shareholding holding investors".split()),
    "from": frozenset("bought buy buys buying ordered orders leased supplied".split()),
    "to": frozenset("sold supplied supplier suppliers licensed awarded".split()),
    "by": frozenset(
        "made built owned manufactured produced operated bought acquired sold launched developed controlled designed"
        " supplied marketed".split()
    ),
}
_TRADED = 1.5


def traded(candidate: Candidate, words: list[Word]) -> None:
    """As "the merger with X", "a stake in X", "made by X", where nothing in the name tells otherwise."""
    at = candidate.start - 1
    link, noun = words[at].lower, words[at - 1] if at else None
    if noun is None or noun.gap != " " or (noun.cap and not noun.first) or noun.lower not in _DEALS.get(link, ()):
        return
    if link == "by" and candidate.stop - candidate.start > 1:
        return  # "built by Ann Example"
    if may_be_anything(candidate, words):
        candidate.vote("organization", _TRADED)


# What firms do and people hardly; what rockets, ships and aircraft do, in forms that nobody else takes.
_OF_FIRMS = frozenset(
    "acquired employs manufactures makes produces sells recalled merged operates owns supplies exports markets"
    " reported posted floated bought".split()
)
_OF_CRAFT = frozenset("capsized sank orbits docked undocked".split())
_LIFTS = frozenset({("lifted", "off"), ("blasted", "off"), ("ran", "aground"), ("has", "flown"), ("was", "launched")})
_OF_FIRM, _OF_MACHINE = 0.8, 1.0


def does(candidate: Candidate, word: Word, words: list[Word]) -> None:
    """As "X employs 400 people", "X lifted off": what a name of one word does tells what it is."""
    if not may_be_anything(candidate, words) and candidate.stop - candidate.start > 1:
        return
    behind = words[candidate.stop + 1].lower if candidate.stop + 1 < len(words) else ""
    if word.lower in _OF_FIRMS and word.tag.startswith("VB"):
        candidate.vote("organization", _OF_FIRM)
    elif word.lower in _OF_CRAFT or (word.lower, behind) in _LIFTS:
        candidate.vote("equipment", _OF_MACHINE)


# Heads of houses that are bodies, too, and of bodies that are meetings as often.
_HOUSES = frozenset("center centre theatre theater house gallery opera".split())
_INSIDE = frozenset("in at inside outside near around opposite behind to".split())


def houses(candidate: Candidate, words: list[Word], head: EntityType | None) -> None:
    """As "held in the X Theatre", "outside Y House": where something is; and a Forum that acts is a body."""
    last = words[candidate.stop - 1]
    if candidate.guess.get("organization") and head == "named_event" and last.lower in ("forum", "forums"):
        acts = candidate.stop < len(words) and (last.possessive or words[candidate.stop].tag in ("VBD", "VBZ", "VBP"))
        before = words[candidate.start - 2] if candidate.start > 1 else None
        if acts or (before and before.lower in ("by", "of", "from", "with", "told")):
            candidate.vote("organization", 3.0)
    if head != "organization" or last.lower not in _HOUSES or last.possessive:
        return
    at = candidate.start - 1
    at -= at >= 0 and words[at].lower == "the"
    if at < 1 or words[at].gap != " " or words[at].lower not in _INSIDE:
        return
    noun = words[at - 1]
    employed = tables.title_kind(noun.text) == "position" or noun.lower in EMPLOYED or tables.are_people(noun.lower)
    plain = not any(w.text in ("of", "for") for w in words[candidate.start : candidate.stop])
    if plain and not (words[at].lower == "at" and employed) and not (words[at].lower == "to" and noun.lower != "moved"):
        candidate.vote("place", 5.0)
        candidate.here = "place"
