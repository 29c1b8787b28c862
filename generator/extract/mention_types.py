"""What a name names: votes of gazetteer, head word, form, neighbours and model, weighed against each other.

The weights are small integers and halves by rank of trust, tuned on the invented texts of tests/extract/cases/: a head
word or the gazetteer outweighs the small model, whose label alone makes a name doubtful or just certain.
"""

from __future__ import annotations

import re

from generator import gazetteer
from generator.extract import gazetteer_words as tables
from generator.extract.mention_ends import Candidate
from generator.extract.mention_spans import Cutter
from generator.extract.mention_words import Word
from generator.model import EntityType
from generator.names import fold

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
_MODEL_NUMBER = re.compile(
    r"[A-Z][A-Za-z]{0,3}-\d{1,4}[A-Z]{0,2}s?|[A-Z]{1,2}\d{1,3}[A-Z]?s?|[A-Z]/[A-Z]-\d+[A-Z]?s?|\d{2,4}[A-Z]?-\d{1,3}[A-Z]?|[A-Z]{1,2}-\d+[A-Za-z]*"
)
# Forms like a model number that are none: groups of states, conferences, roads, diseases.
_NO_MODEL = re.compile(
    r"G-?(?:7|8|20|77)|COP-?\d+|M\d{1,2}|A\d{1,2}|U\d\d?|B\d|H\dN\d|Q[1-4]|H[12]|CO2|P5\+?1?|E\d\d?|C\d\d?|V\d|T\d\d?|K\d"
)
# Words after which "in" tells of no place.
_NOT_INSIDE = (
    "interest",
    "invest",
    "stake",
    "share",
    "believ",
    "specialis",
    "specializ",
    "confiden",
    "trust",
    "faith",
    "role",
    "involv",
)
# Heads of places that are family names as often.
_SURNAMES = frozenset(
    "lake park hill hills forest field wood woods rivers church temple street bridge bay marsh brook hall".split()
)
# Nouns of people that stand before names of other things as well.
_WEAK_TITLES = frozenset("count private general don st ms".split())
# What stands before "of" and a place, and before "of" and a body.
_OF_PLACE = frozenset(
    "mayor governor outskirts north south east west northeast northwest southeast southwest coast shores "
    "streets".split()
)
_OF_BODY = frozenset("ceo chairman founder boss spokesman spokeswoman shares chairwoman".split())
_SPEECH = frozenset("said says told tells added adds warned insisted argued explained replied wrote tweeted".split())
_PLACE_BEFORE = {
    "in": 1.6,
    "off": 1.2,
    "near": 1.6,
    "outside": 0.8,
    "throughout": 1.0,
    "across": 0.6,
    "toward": 0.3,
    "towards": 0.3,
    "from": 0.2,
    "at": 0.2,
    "around": 0.4,
    "into": 0.3,
    "inside": 0.4,
}
SHIPS = frozenset("uss hms hmas hmcs ins mv ms ss rms rss rfa rv usns mt".split())
_COMMON_BODIES = frozenset(
    "apple shell amazon meta ford total guardian channel windows labour commons treasury congress senate "
    "is telegram android intel fed orange mirror sun javelin patriot fitch tory taliban leonardo nature "
    "forbes economist vox ira eta visa total ajax orion lancet newsweek disney oracle".split()
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
    _gazetteer(candidate, text, words)
    _form(candidate, cutter, text)
    if before and not before.cap:
        _before(candidate, words, before)
    if after and not after.cap:
        _after(candidate, after, words)
    _apposition(candidate, words)
    if (
        candidate.start
        and words[candidate.start - 1].gap == ", "
        and tables.title_kind(words[candidate.start - 1].text) == "position"
    ):
        owner = words[max(0, candidate.start - 5) : candidate.start - 1]
        if not words[candidate.start - 1].cap and any(
            w.lower in ("the", "his", "her", "its", "their", "a") or w.possessive for w in owner
        ):
            candidate.vote("person", 2.0)
    if not candidate.votes and not first.first and not first.headline:
        candidate.vote("organization", 0.6)  # a name of something: for a person to see


def _model(cutter: Cutter, candidate: Candidate, start: int, end: int) -> None:
    for (s, e), label in cutter.overlapping(start, end):
        if label not in _LABELS:
            continue
        kind, weight = _LABELS[label]
        exact = abs(s - start) <= 4 and abs(e - end) <= 3
        only = cutter.words[candidate.start]
        if label == "PERSON" and candidate.stop - candidate.start == 1 and only.first and only.text not in cutter.seen:
            weight *= 0.5  # the small model takes many first words of sentences for people
        if label == "PERSON" and exact and candidate.stop - candidate.start > 1:
            weight += 0.3
        candidate.vote(kind, weight if exact else weight * 0.5)
        if label == "PERSON" and exact and candidate.stop - candidate.start == 2:
            head = cutter.words[candidate.stop - 1].lower
            if head in _SURNAMES and "place" in candidate.votes:
                candidate.vote("place", -1.8)


def _gazetteer(candidate: Candidate, text: str, words: list[Word]) -> None:
    known = gazetteer.find(text)
    if not known:
        if (
            candidate.stop - candidate.start == 1
            and len(text) >= 6
            and gazetteer.near_country(fold(text))
            and not gazetteer.is_given_name(text)
        ):
            candidate.vote("place", 3.0)
        return
    single = candidate.stop - candidate.start == 1
    if known.kind in ("country", "region"):
        candidate.vote(known.type, 3.5)
    elif known.kind == "body":
        candidate.vote(known.type, 1.5 if text.casefold() in _COMMON_BODIES else 3.5)
    else:
        size = 3.0 if known.size > 900 or known.kind == "capital" or not single else 2.4 if known.size > 250 else 2.0
        if single and gazetteer.is_given_name(text):
            size -= 1.2
        candidate.vote("place", size)


def _form(candidate: Candidate, cutter: Cutter, text: str) -> None:
    words = cutter.words[candidate.start : candidate.stop]
    names = [w for w in words if w.cap]
    if len(words) == 1 and re.search(r"(?:ology|onomy|istics)$", words[0].lower):
        candidate.vote("organization", -3.0)
    if 2 <= len(words) <= 5 and cutter.head(candidate.start, candidate.stop) is None:
        if gazetteer.is_given_name(words[0].text) or (len(names[0].text) <= 2 and names[0].text.endswith(".")):
            candidate.vote("person", 1.8 if not gazetteer.find(text) else 0.5)
        if len(words) == 2 and re.fullmatch(r"[IVX]{1,5}", words[1].text):
            candidate.vote("person", 2.2)
        if any(re.fullmatch(r"[A-Z]\.", w.text) for w in words[1:-1]):
            candidate.vote("person", 1.5)
        if any(
            w.text in ("bin", "ibn", "van", "von", "der", "al", "ould", "de")
            or re.match(r"(?:al|el|ben|Al|El|Ben)-[A-Z]", w.text)
            for w in words[1:]
        ) and not tables.small_head(words[0], "first"):
            candidate.vote("person", 1.0)
    if len(words) == 1:
        only = words[0]
        if _MODEL_NUMBER.fullmatch(only.text) and not _NO_MODEL.fullmatch(only.text):
            candidate.vote("equipment", 1.8)
        elif re.fullmatch(r"COP-?\d+", only.text):
            candidate.vote("named_event", 3.0)
        elif only.caps and 2 <= len(only.text.replace(".", "")) <= 7 and not gazetteer.find(only.text):
            candidate.vote("organization", 1.5 if 3 <= len(only.text) <= 6 else 1.0)
        elif gazetteer.is_given_name(only.text):
            candidate.vote("person", 0.4)
    elif _MODEL_NUMBER.fullmatch(words[-1].text) and not _NO_MODEL.fullmatch(words[-1].text):
        candidate.vote("equipment", 2.0)
    if len(words) > 1 and (lead := tables.small_head(words[0], "first")) and not gazetteer.find(text):
        candidate.vote(lead, 2.5)
    if words[0].lower in SHIPS and words[0].caps and len(words) > 1:
        candidate.vote("equipment", 4.0)
    if words[0].lower in ("operation", "hurricane", "typhoon", "cyclone", "storm", "exercise") and len(words) > 1:
        candidate.vote("named_event", 4.0)


def _before(candidate: Candidate, words: list[Word], before: Word) -> None:
    lower = before.lower
    at = candidate.start - 1
    verb = words[at - 1].lower if at else ""
    if lower == "in" and (verb == "part" or verb.startswith(("participa", "compet"))):
        candidate.vote("named_event", 1.5)
    elif lower in _PLACE_BEFORE and not (lower == "in" and verb.startswith(_NOT_INSIDE)):
        candidate.vote("place", _PLACE_BEFORE[lower])
    for length in (4, 3, 2, 1):
        phrase = " ".join(w.text for w in words[max(0, at - length + 1) : at + 1])
        kind = tables.title_kind(phrase)
        if kind and (length > 1 or lower not in _WEAK_TITLES):
            candidate.vote("person", 2.5)
            candidate.title = True
            break
    cue = tables.small_head(before, "cue")
    if cue and not (tables.title_kind(lower)):
        candidate.vote(cue, 3.0 if cue == "equipment" else 2.0)
    if lower in ("of", "in", "called", "named") and at > 0:
        far = tables.small_head(words[at - 1], "cue") if lower != "in" else None
        if far:
            candidate.vote(far, 1.8)
        office = tables.norm(words[at - 1].text)
        if office in _OF_PLACE:
            candidate.vote("place", 1.8)
        elif office in _OF_BODY:
            candidate.vote("organization", 1.2)
        elif tables.title_kind(office) == "position":
            candidate.vote("organization", 0.3)
            candidate.vote("place", 0.3)
    if lower == "at" and at > 0 and tables.title_kind(words[at - 1].text) == "position":
        candidate.vote("organization", 1.5)
    if (
        lower == "for"
        and at > 0
        and tables.norm(words[at - 1].text)
        in ("spokesman", "spokeswoman", "spokesperson", "lawyer", "analyst", "correspondent")
    ):
        candidate.vote("organization", 0.8)
    several = candidate.stop - candidate.start > 1
    if lower == "the" and several and candidate.votes.get("person") and not candidate.title:
        candidate.vote("person", -1.5)


def _after(candidate: Candidate, after: Word, words: list[Word]) -> None:
    lower = after.lower
    if lower in _SPEECH:
        candidate.vote("person", 0.5)
        candidate.vote("organization", 0.4)
    if lower in ("family", "dynasty", "clan", "brothers", "sisters"):
        candidate.votes = {kind: weight * 0.4 for kind, weight in candidate.votes.items()}
    cue = tables.small_head(after, "cue")
    if cue:
        candidate.vote(cue, 2.0)
    elif found := tables.cue_ahead(words, candidate.stop):
        candidate.vote(found, 0.8 if found == "place" else 1.6)
    if lower in ("-based", "-born"):
        candidate.vote("place", 1.8)


def _apposition(candidate: Candidate, words: list[Word]) -> None:
    """What a comma behind the name introduces: an age, an office, "who", "a company"."""
    last = words[candidate.stop - 1]
    if not last.gap.startswith(",") or last.possessive or candidate.stop >= len(words):
        return
    following = words[candidate.stop]
    if re.fullmatch(r"[1-9]\d", following.text) and following.gap.startswith((",", ".", ";")):
        candidate.vote("person", 2.5)
    elif following.lower in ("capital", "home", "site") and not following.cap and not following.possessive:
        candidate.vote("place", 2.0)
    elif following.lower in ("founded", "headquartered", "based") and not following.cap:
        candidate.vote("organization", 1.8)
    elif following.lower in ("who", "whose"):
        candidate.vote("person", 1.5)
    elif following.lower in ("the", "a", "an", "its", "his", "her") or following.possessive:
        for word in words[candidate.stop + 1 : candidate.stop + 7]:
            if tables.title_kind(word.text) == "position" and not word.possessive:
                candidate.vote("person", 1.8)
                break
            cue = tables.small_head(word, "cue")
            if cue and not word.possessive:
                candidate.vote(cue, 2.0)
                break
            if word.gap.strip() or word.lower in ("of", "in", "that", "which", "for", "on"):
                break
    elif tables.title_kind(following.text) == "position" and not following.cap:
        named = candidate.stop + 1 < len(words) and following.gap == " " and words[candidate.stop + 1].cap
        candidate.vote("person", 0.0 if named else 1.2)  # "At X, commuter Y said" tells nothing of X


def decide(votes: dict[EntityType, float]) -> tuple[EntityType, float, float] | None:
    """(type, weight, margin over the next) of the votes; None where nothing speaks for a name."""
    ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] <= 0:
        return None
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    return ranked[0][0], ranked[0][1], ranked[0][1] - max(second, 0.0)
