"""How much two claims have in common: whom they name, which countries, which words, which kind of happening."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator import dates, gazetteer
from generator.document import Extraction, Identities, RawClaim
from generator.names import fold
from generator.resolve import copied, partial, sameness
from generator.resolve.part_words import weighed

Key = tuple[int, int]  # (number of the document, number of the claim)

_STOP = frozenset(
    "the a an and or of to in on at by for from with as that this which who whom it its his her their they them he she "
    "was were is are be been being has have had will would said says say also after before during between into over "
    "under about not no than then when where while there here some more most such new last next two three one take "
    "took taken make made hold held part place both year month week day monday tuesday wednesday thursday friday "
    "saturday sunday january february march april may june july august september october november december".split()
)
_ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth another again".split())
# "Another 37 people", "a second person": so many more, and not another happening.
_MORE = re.compile(
    r"\banother (?=\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|dozen|hundred|thousand|some)",
    re.I,
)
# "Lost it and found it again": the second half is no second time of the first.
_BACK_AGAIN = re.compile(r"\b(?:it|him|her|them|from|once|doors|open(?:s|ed)?) again\b", re.I)
# Of a rocket's second stage or the second half of the year: a part, or a rank, and no round of a happening.
_NO_ROUND = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[ -](?:stage|half|quarter|floor|storey|largest|"
    r"biggest|highest|best|division|army|corps|regiment|instance|seed|place|anniversary)\b",
    re.I,
)
# "The two countries", "both companies", "the two men": of which kind, in the words' own gender.
_BOTH = re.compile(
    r"\b(?:two|both) (?:(?P<place>countries|nations|states|sides|governments|neighbou?rs|capitals)"
    r"|(?P<organization>companies|firms|groups|banks|carriers|clubs|parties|agencies|ports|universities)"
    r"|(?P<person>men|women|candidates|leaders|ministers|presidents|rivals|defendants|scientists))\b",
    re.I,
)


SAME_PERSON, ONE_WITHOUT = 0.12, -0.06  # who acts tells more than where; one that names nobody tells less
TOPIC = 8  # names of which an article speaks most
SAME_NOUN = 0.08  # both speak of a memorandum, a visit, a trial


@dataclass(slots=True)
class Row:
    """A claim with what it is compared by. `features` are entity ids and countries ("cc:FR")."""

    key: Key
    claim: RawClaim
    entities: tuple[str, ...]
    features: frozenset[str]
    actors: frozenset[str]
    people: frozenset[str]
    words: frozenset[str]
    date: dates.Edtf | None
    round: frozenset[str]
    named: bool  # its title holds one of its names
    naming: int = 0  # how many are named in its title, besides a kicker
    doers: frozenset[str] = frozenset()  # who acts, and
    things: frozenset[str] = frozenset()  # what is acted on: words, and names as `sameness.parts` writes them
    others: frozenset[str] = frozenset()  # everybody whom its quote names, written so
    begun: dates.Edtf | None = None  # the date by which it is compared, and its first and last day as numbers
    low: int = 0
    high: int = 0
    printed: int = 0  # the last day on which its article can have been published, as a number
    topic: frozenset[str] = frozenset()  # those of whom its article speaks most
    told: frozenset[str] = frozenset()  # everybody whom its article names, and its words with a capital
    where: frozenset[str] = frozenset()  # the countries of the places that its quote names
    copy: str = ""  # its quote, where it is long enough to be known again in a copy


@dataclass(frozen=True, slots=True)
class Rarity:
    """How much a shared feature or word tells: the logarithm of how rarely claims have it."""

    features: Mapping[str, float]
    words: Mapping[str, float]
    parts: Mapping[str, float] = field(default_factory=dict)  # words of what acts and is acted on, in small letters


def _stem(word: str) -> str:
    for end in ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ed", "es", "s", "e"):
        if word.endswith(end) and len(word) - len(end) >= 4:
            return word[: -len(end)]
    return word


def words_of(text: str) -> frozenset[str]:
    """Stems of the content words."""
    return frozenset(_stem(w) for w in re.findall(r"[a-z][a-z-]{2,}", fold(text)) if w not in _STOP)


def _country(id: str, identities: Identities) -> str | None:
    who = identities.entities.get(id)
    if who is None:
        return None
    if who.type == "place":
        return gazetteer.country(who.name) or who.country
    if who.type == "organization":  # "French Navy", "Bank of Ghana"
        known = gazetteer.find(who.name)
        words = re.findall(r"[A-Z][\w-]+", who.name)
        return (known.iso if known else None) or next((iso for w in words if (iso := gazetteer.country_of(w))), None)
    return None


def is_country(id: str, identities: Identities) -> bool:
    """Whether an entity is a whole country."""
    return bool(gazetteer.country(identities.entities[id].name))


def _main_countries(d: int, extraction: Extraction, identities: Identities) -> frozenset[str]:
    """The two countries that a document speaks of most: whom "the two countries" means."""
    counts: Counter[str] = Counter()
    for m in range(len(extraction.mentions)):
        id = identities.of_mention.get((d, m))
        if id and (iso := _country(id, identities)):
            counts[f"cc:{iso}"] += 1
    for word in re.findall(r"\b[A-Z][a-z]{3,}\b", extraction.document.text):
        if iso := gazetteer.demonym(word):
            counts[f"cc:{iso}"] += 1
    return _first_two(counts)


def _main(d: int, extraction: Extraction, identities: Identities, kind: str) -> frozenset[str]:
    """The two firms, or people, that a document names most: "the two companies", "both candidates"."""
    ids = (identities.of_mention.get((d, m)) for m in range(len(extraction.mentions)))
    return _first_two(Counter(id for id in ids if id and identities.entities[id].type == kind))


# What people make and hold, and what has a story because of them.
_MADE = frozenset({"agreement", "named_event", "equipment"})


def _topic(d: int, extraction: Extraction, identities: Identities) -> tuple[frozenset[str], frozenset[str]]:
    """Of whom and what a document speaks most, and of whom at all; of two as often, of whom or where before of what."""
    ids = (identities.of_mention.get((d, m)) for m in range(len(extraction.mentions)))
    counts = Counter(id for id in ids if id)
    ranked = sorted(counts, key=lambda id: (-counts[id], identities.entities[id].type in _MADE, id))
    named = [_part(id, identities) for id in ranked]
    words = {fold(w).capitalize() for w in re.findall(r"(?<=[a-z,] )[A-Z][\w-]+", extraction.document.text)}
    return frozenset(named[:TOPIC]), frozenset(named) | words


def _first_two(counts: Counter[str]) -> frozenset[str]:
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return frozenset(name for name, n in ranked[:2] if n > 1)


def _without_names(text: str, claim: RawClaim, extraction: Extraction) -> str:
    """The quote with its names blotted out: they are compared as entities, not as words."""
    made, last = "", claim.start
    for m in claim.mentions:
        mention = extraction.mentions[m]
        if mention.start >= last:
            made += text[last : mention.start] + " "
            last = mention.end
    return made + text[last : claim.end]


def _called(ids: Mapping[int, str], extraction: Extraction, identities: Identities) -> dict[str, str]:
    """Word of a name near a claim -> type and id of whom it names."""
    called = {}
    for m, id in sorted(ids.items(), reverse=True):
        whole = extraction.mentions[m].text.split()
        halves = [half for word in whole for half in word.split("-") if half[:1].isupper()]
        for word in (*whole, *halves):  # a claim's parts are "Lind", "Berg" of "Lind-Berg", and "Lyra-2"
            called[fold(word)] = _part(id, identities)
    return called


def _part(id: str, identities: Identities) -> str:
    if is_country(id, identities):
        return f"@country:{_country(id, identities)}"
    return f"@{identities.entities[id].type}:{id}"


def begun(date: dates.Edtf) -> dates.Edtf:
    """A state that goes on is told by when it began: "has led it since 2019" is not what happened in 2022."""
    if date.interval and (date.end is None or date.start is None):
        point = date.start or date.end
        assert point is not None
        return dates.parse(point.text)
    return date


def _round(text: str) -> frozenset[str]:
    """Which of several a happening is: "the second visit", "another attempt"; a run-off is the second round."""
    text = _NO_ROUND.sub(" ", _BACK_AGAIN.sub(" ", _MORE.sub(" ", text)))
    found = {w for w in _ORDINALS if re.search(rf"\b{w}\b", text, re.I)}
    if re.search(r"\brun-?off\b", text, re.I):
        found.add("second")
    if re.search(r"\bfirst (?:round|leg|phase|attempt)\b", text, re.I):
        found.add("first")
    return frozenset(found)


@dataclass(slots=True)
class _Article:
    """An article as its claims are looked at: its number, its text, and what it says as a whole."""

    number: int
    extraction: Extraction
    identities: Identities
    printed: int
    topic: frozenset[str]
    told: frozenset[str]
    main: dict[str, frozenset[str]] = field(default_factory=dict)  # kind -> the two that it names most, once asked for

    def both(self, kind: str) -> frozenset[str]:
        """Whom "the two countries", "both companies" means, as features."""
        if kind not in self.main:
            of = (self.number, self.extraction, self.identities)
            self.main[kind] = _main_countries(*of) if kind == "place" else _main(*of, kind)
        return self.main[kind]

    def country(self, id: str) -> str | None:
        """ISO code of an entity's country."""
        return _country(id, self.identities)

    def type(self, id: str) -> str:
        """The kind of thing that an entity is."""
        return self.identities.entities[id].type


def rows(extractions: Sequence[Extraction], identities: Identities) -> list[Row]:
    """A row for every claim of every document, in their order."""
    made = []
    for d, extraction in enumerate(extractions):
        about = extraction.document
        day = about.published or (about.inferred[0] if about.inferred else None)
        printed = dates.parse(day).upper.toordinal() if day else 0
        article = _Article(d, extraction, identities, printed, *_topic(d, extraction, identities))
        made += [_row(article, c, claim) for c, claim in enumerate(extraction.claims)]
    return made


def _row(article: _Article, c: int, claim: RawClaim) -> Row:
    d, extraction, identities = article.number, article.extraction, article.identities
    mentions, text = extraction.mentions, extraction.document.text
    near = {*claim.mentions, *claim.context, *claim.actors}
    ids = {m: identities.of_mention[d, m] for m in near if (d, m) in identities.of_mention}
    quote = text[claim.start : claim.end]
    features = set(ids.values())
    features |= {f"cc:{iso}" for id in ids.values() if (iso := article.country(id))}
    features |= {f"cc:{iso}" for w in re.findall(r"\b[A-Z][a-z]{3,}\b", quote) if (iso := gazetteer.demonym(w))}
    for both in _BOTH.finditer(quote):
        features |= article.both(both.lastgroup or "place")
    actors = frozenset(ids[m] for m in claim.actors if m in ids)
    places = [ids[m] for m in claim.mentions if m in ids and article.type(ids[m]) == "place"]
    called = _called(ids, extraction, identities)
    plain = _without_names(text, claim, extraction).replace(claim.when or "\0", " ")
    date = dates.parse(claim.date) if claim.date else None
    began = partial.narrowed(begun(date), claim.when) if date else None
    return Row(
        key=(d, c),
        begun=began,
        low=began.lower.toordinal() if began else 0,
        high=began.upper.toordinal() if began else 0,
        claim=claim,
        entities=tuple(dict.fromkeys(ids[m] for m in (*claim.actors, *claim.mentions) if m in ids)),
        features=frozenset(features),
        actors=actors,
        people=frozenset(a for a in actors if article.type(a) == "person"),
        words=words_of(plain),
        date=date,
        round=_round(plain),
        named=any(mentions[m].text in claim.title for m in (*claim.mentions, *claim.actors) if m in ids),
        naming=len({ids[m] for m in ids if mentions[m].text in claim.title.rpartition(": ")[2]}),
        doers=sameness.parts(claim.doers, called),
        things=sameness.parts(claim.things, called),
        printed=article.printed,
        topic=article.topic,
        told=article.told,
        where=frozenset(iso for id in places if (iso := article.country(id))),
        copy=copied.quote(extraction, claim),
        others=frozenset(_part(ids[m], identities) for m in claim.mentions if m in ids),
    )


def rarity(of: Sequence[Row]) -> Rarity:
    """Counted over all claims."""
    total = len(of) + 1
    features = Counter(f for r in of for f in r.features)
    words = Counter(w for r in of for w in r.words)
    parts = Counter(w for r in of for w in {x.lower() for x in r.things | r.doers})
    return Rarity(
        {f: math.log(1 + total / n) for f, n in features.items()},
        {w: math.log(1 + total / n) for w, n in words.items()},
        {w: math.log(1 + total / n) for w, n in parts.items()},
    )


def _shared(one: frozenset[str], other: frozenset[str], weight: Mapping[str, float]) -> float:
    """Weight of what both have over that of the lesser, damped so that one common thing tells little; 0 to 1."""
    common = weighed(one & other, weight)
    if not common:
        return 0.0
    return common / (min(weighed(one, weight), weighed(other, weight)) + 1.0)


def _kinds(one: RawClaim, other: RawClaim) -> float:
    if not one.kinds or not other.kinds:
        return 0.35
    if one.kinds[0] == other.kinds[0]:
        return 1.0
    return 0.7 if set(one.kinds) & set(other.kinds) else 0.0


def likeness(one: Row, other: Row, weights: Rarity) -> float:
    """0 (nothing in common) to 1."""
    same_noun = bool(one.claim.noun) and one.claim.noun == other.claim.noun
    return (
        SAME_NOUN * same_noun
        + (SAME_PERSON if one.people & other.people else ONE_WITHOUT if one.people or other.people else 0.0)
        + 0.4 * _shared(one.features, other.features, weights.features)
        + 0.35 * _shared(one.words, other.words, weights.words)
        + 0.25 * _kinds(one.claim, other.claim)
    )
