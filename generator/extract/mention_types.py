"""What a name names: votes of gazetteer, head word, form, neighbours and model, weighed against each other.

A vote weighs from 0.2 (a hint) to 5 (certain by itself), in no unit but their rank of trust; the weights were tuned on
the invented texts of tests/extract/cases/. A head word or the gazetteer outweighs the small model, whose label alone
makes a name doubtful or just certain.
"""

from __future__ import annotations

import re
from collections import Counter

from generator import gazetteer, personal_names
from generator.extract import gazetteer_words as tables
from generator.extract import (
    mention_before,
    mention_context,
    mention_form,
    mention_kinds,
    mention_lines,
    mention_people,
    mention_sport,
    mention_trade,
    mention_where,
)
from generator.extract.mention_ends import Candidate
from generator.extract.mention_spans import Cutter
from generator.extract.mention_words import Word
from generator.model import EntityType
from generator.names import fold

# Least weight of a name that is published, least margin over the next type.
CERTAIN, MARGIN = 1.5, 0.3
# What a small town of the name tells, and what where the model thinks of people or bodies: many are family names.
TOWN, TOWN_DOUBTED = 1.5, 0.6
KNOWN_WHOLE = 4.5  # what a known body's name of several words tells: no place or person bears it by chance
_WELL_KNOWN = 1.8  # what the surname of somebody whom the world knows tells
_LABELS: dict[str, tuple[EntityType, float]] = {
    "PERSON": ("person", 1.5),
    "ORG": ("organization", 1.3),
    "GPE": ("place", 1.4),
    "LOC": ("place", 1.2),
    "FAC": ("place", 1.0),
    "EVENT": ("named_event", 1.2),
    "PRODUCT": ("equipment", 0.8),
    "LAW": ("agreement", 0.4),
}
# Heads of places that are family names as often.
_SURNAMES = frozenset(
    "lake park hill hills forest field wood woods rivers church temple street bridge bay marsh brook hall".split()
)
# Rivers and regions that firms are called after.
_RIVERS = frozenset({"amazon", "orinoco", "levant"})
_COMMON_BODIES = frozenset(
    "apple shell amazon meta ford total guardian channel windows labour commons treasury congress senate "
    "is telegram android intel fed orange mirror sun javelin patriot fitch tory taliban leonardo nature "
    "forbes economist vox ira eta visa ajax orion lancet newsweek disney oracle".split()
)


def weigh(cutter: Cutter, candidate: Candidate) -> None:
    """Add the votes of everything around and in one name."""
    words = cutter.words
    text = cutter.text(candidate.start, candidate.stop)
    first, last = words[candidate.start], words[candidate.stop - 1]
    before = (
        words[candidate.start - 1]
        if candidate.start and words[candidate.start - 1].gap.strip() in ("", "“", '"', "(")
        else None
    )
    after = (
        words[candidate.stop]
        if candidate.stop < len(words) and last.gap in (" ", "\n") and not last.possessive
        else None
    )
    if before and "\n\n" in before.gap:
        before = None
    _model(cutter, candidate, first.start, last.end)
    _gazetteer(candidate, text, words, cutter.counts)
    mention_form.weigh(candidate, cutter, text)
    if before and (not before.cap or (before.first and (tables.stop("function", before) or tables.describes(before)))):
        mention_before.weigh(candidate, words, before)
    if after and after.text in ("CEO", "CFO", "COO"):
        candidate.vote("organization", 1.5)
        candidate.here = candidate.here or "organization"
    if after and not after.cap:
        mention_context.after(candidate, after, words)
    _around(cutter, candidate, text, before, after)
    if mention_lines.signs(candidate, words) and not cutter.head(candidate.start, candidate.stop):
        candidate.vote("person", 0.8)
    if mention_lines.heads_dateline(candidate, words):
        candidate.votes, candidate.here = {"place": 3.0}, "place"
    elif cutter.sport:
        _in_sport(cutter, candidate, text, before)
    nobody = mention_lines.is_motto(candidate, words) or mention_lines.counts(candidate, words)
    nobody = nobody or mention_lines.is_shout(candidate, words, cutter.seen) or mention_lines.is_staff(candidate, words)
    nobody = nobody or mention_lines.is_charge(candidate, words) or mention_lines.is_law(candidate, words)
    if nobody or mention_lines.is_some(candidate, words, text):
        candidate.votes, candidate.here, candidate.either = {}, None, True
        return
    mention_kinds.weigh(candidate, words)
    if text in cutter.owned and tables.head_type(text.lower()) == "organization":
        candidate.votes, candidate.here, candidate.either = {}, None, True  # "the Congress of the Miners' League" met
        return
    if candidate.kin or _kin_before_comma(candidate, words):
        candidate.votes, candidate.here = {"person": 0.8}, "person"
    if not candidate.votes and not first.first and not first.headline:
        candidate.vote("organization", 0.6)  # a name of something: for a person to see


def _around(cutter: Cutter, candidate: Candidate, text: str, before: Word | None, after: Word | None) -> None:
    """Votes of what stands around a name, further than the next word."""
    words = cutter.words
    if (
        before
        and before.lower in ("to", "from")
        and candidate.here == "place"
        and text in cutter.surnames
        and not (gazetteer.find(text) or gazetteer.is_town(text))
    ):
        candidate.here = None  # "the nails are to be returned to Randvee": he is in the text
        candidate.vote("place", -min(2.2, candidate.votes.get("place", 0.0)))
    mention_trade.houses(candidate, words, cutter.head(candidate.start, candidate.stop))
    mention_context.apposition(candidate, words)
    mention_context.led(candidate, words)
    mention_context.defined(candidate, words)
    mention_people.aged(candidate, words)
    mention_context.thing_before(candidate, words)
    if (
        candidate.start
        and words[candidate.start - 1].gap == ", "
        and tables.title_kind(words[candidate.start - 1].text) == "position"
        and not any(c.isdigit() for c in text)
    ):
        owner = words[max(0, candidate.start - 5) : candidate.start - 1]
        if not words[candidate.start - 1].cap and any(
            w.lower in ("the", "his", "her", "its", "their", "a", "whose", "my", "our") or w.possessive for w in owner
        ):
            candidate.vote("person", 2.0)
    if before and text.casefold() in _RIVERS and (before.lower == "the" or gazetteer.demonym(before.text)):
        candidate.votes, candidate.here = {"place": 3.0}, "place"
    modifies = after is not None and not after.cap and after.tag[:2] in ("NN", "JJ", "HY")
    alone = candidate.stop - candidate.start == 1 and not modifies
    if before and before.lower in ("a", "an") and alone and mention_kinds.known_town(text):
        candidate.votes = {k: w * 0.2 if k == "place" else w for k, w in candidate.votes.items()}  # "a Hercules flew"
    if before and before.lower in ("a", "an") and alone and re.fullmatch(r"[A-Z][a-z]+[A-Z][a-z]+", text):
        candidate.vote("equipment", 2.6)  # "a FlexSpine, a strip of metal": firms are not counted


def _in_sport(cutter: Cutter, candidate: Candidate, text: str, before: Word | None) -> None:
    """Where sides play, what is called by a town may be its side."""
    way = candidate.start > 1 and mention_where.is_way(cutter.words[candidate.start - 2])
    moved = before is not None and before.lower in ("to", "from") and not way
    if moved and candidate.here == "place" and not gazetteer.find(text):
        candidate.here = None  # whom somebody moves to may be a side
        candidate.vote("place", -min(2.2, candidate.votes.get("place", 0.0)))
    if before and before.lower == "at" and not gazetteer.find(text) and candidate.votes.get("place", 0.0) > 0:
        candidate.vote("place", -0.9)  # nor does "at" tell a town from its side
    mention_sport.weigh(candidate, cutter.words, text, cutter.surnames)


def _kin_before_comma(candidate: Candidate, words: list[Word]) -> bool:
    """As "They had a son, X, now 12": a relative by first name."""
    at = candidate.start - 1
    single = candidate.stop - candidate.start == 1
    return single and at > 0 and words[at].gap == ", " and not words[at].cap and tables.stop("kin", words[at])


def _model(cutter: Cutter, candidate: Candidate, start: int, end: int) -> None:
    for (s, e), label in cutter.overlapping(start, end):
        if label not in _LABELS:
            continue
        kind, weight = _LABELS[label]
        exact = abs(s - start) <= 4 and abs(e - end) <= 3
        only = cutter.words[candidate.start]
        if label == "PERSON" and candidate.stop - candidate.start == 1 and only.first and only.text not in cutter.seen:
            weight *= 0.5  # the small model takes many first words of sentences for people
        elif label == "PERSON" and candidate.stop - candidate.start == 1:
            weight = 1.0  # and, where nothing else tells, every second name of one word
        elif label == "PERSON" and any(c.isdigit() for c in cutter.text(candidate.start, candidate.stop)):
            weight = 0.5  # nobody is called "Orbis 3"
        elif label == "ORG" and candidate.stop - candidate.start == 1:
            weight = 0.8  # or takes it for a body
        if label == "PERSON" and exact and candidate.stop - candidate.start > 1:
            weight += 0.3
        weight = weight if exact else weight * 0.5
        candidate.vote(kind, weight)
        candidate.guess[kind] = candidate.guess.get(kind, 0.0) + weight
        if label == "PERSON" and exact and candidate.stop - candidate.start == 2:
            head = cutter.words[candidate.stop - 1].lower
            if head in _SURNAMES and "place" in candidate.votes:
                candidate.vote("place", -1.8)


def _gazetteer(candidate: Candidate, text: str, words: list[Word], counts: Counter[str]) -> None:
    known = gazetteer.find(text)
    if candidate.stop - candidate.start == 1 and personal_names.is_well_known(text):
        candidate.vote("person", _WELL_KNOWN)
        candidate.votes.pop("organization", None)
        if not known or known.kind == "city":
            candidate.votes.pop("place", None)
            return
    if not known:
        if (
            candidate.stop - candidate.start == 1
            and len(text) >= 6
            and gazetteer.near_country(fold(text))
            and not personal_names.is_given_name(text)
        ):
            candidate.vote("place", 3.0)
        elif (
            gazetteer.is_town(text)
            and not personal_names.is_given_name(text)
            and not tables.is_common(words[candidate.start])
            and not (words[candidate.start].first and tables.stop("town", text.lower()) and counts[text] == 1)
        ):
            doubted = candidate.votes.get("person", 0.0) > 0 or candidate.votes.get("organization", 0.0) > 0
            candidate.vote("place", TOWN_DOUBTED if doubted else TOWN)
        return
    single = candidate.stop - candidate.start == 1
    if known.kind in ("country", "region"):
        candidate.vote(known.type, 3.5)
    elif known.kind == "body":
        common = text.casefold() in _COMMON_BODIES
        opens = common and single and words[candidate.start].first and not words[candidate.start].caps
        if opens and counts[text] < 2:
            return  # "Labour has made its peace": a common word that begins a sentence, and stands nowhere else
        candidate.vote(known.type, 1.5 if common else 3.5 if single else KNOWN_WHOLE)
    else:
        size = 3.0 if known.size > 900 or known.kind == "capital" or not single else 2.4 if known.size > 250 else 2.0
        if single and personal_names.is_given_name(text):
            size -= 1.2
        candidate.vote("place", size)


def decide(votes: dict[EntityType, float]) -> tuple[EntityType, float, float] | None:
    """(type, weight, margin over the next) of the votes; None where nothing speaks for a name."""
    ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] <= 0:
        return None
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    return ranked[0][0], ranked[0][1], ranked[0][1] - max(second, 0.0)
