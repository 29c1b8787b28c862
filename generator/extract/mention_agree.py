"""Agreement over all texts: one name, one type, by weight of evidence, and what one text alone leaves in doubt."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator import gazetteer, personal_names
from generator.document import Mention
from generator.extract import mention_joined
from generator.extract.gazetteer_words import head_type, stop
from generator.extract.mention_types import CERTAIN
from generator.extract.mention_within import family
from generator.model import EntityType
from generator.names import fold

# Least share of the evidence (squares of votes) that a type has among those of a name; what a doubt counts.
SHARE = 0.6
DOUBT = 0.3
FIRM = 4.0  # that a name begins one with a legal form ("Corp."): more than a model's doubt
HEAD = 3.0  # what a head word tells
LEANING = 1.2  # a vote that leans a name to a type, short of certainty
Votes = dict[EntityType, float]


@dataclass(frozen=True, slots=True)
class Finding(Mention):
    """A name as one text alone tells it, with what speaks for each type.

    `here`: what its own neighbours say; `told`: what the text says of the name somewhere, the language model aside;
    `either`: it may be a person as well as a place here.
    """

    votes: tuple[tuple[EntityType, float], ...] = ()
    here: EntityType | None = None
    told: EntityType | None = None
    either: bool = False


def agree(mentions: Sequence[Sequence[Mention]]) -> list[tuple[Mention, ...]]:
    """The mentions of all documents with one type for each name, by weight of evidence.

    A name that is certain in one text is one in all, where most of the evidence of all is for its type. A surname
    follows its document's full name, and stands alone for a full name of another; a mention whose own neighbours tell
    ("Ms Lincoln", "in Lincoln") stays what they say. What nothing speaks for is left out.
    """
    mentions = mention_joined.whole(mentions)
    firsts = _firsts(mentions)
    firms = {fold(m.text).split()[0] for row in mentions for m in row if gazetteer.is_legal_form(m.text.split()[-1])}
    whole = _without_legal_form(mentions)
    begun = _beginnings(mentions)
    waters = _landmarks(mentions)
    beginning: Votes = {"organization": 2.5}
    machine: Votes = {"equipment": 2.5}
    landmark: Votes = {"place": 2.5}
    evidence = _evidence(mentions, firsts)
    families = {f for row in mentions for m in row for f in _families(m, firsts)}
    series = {s for name, rows in evidence.items() if (s := _series(name)) and _surely(rows, "equipment")}
    bodies = _single_bodies(evidence)
    spelt = {_without_small(n): n for n, rows in evidence.items() if " " in n and _surely(rows, "organization")}
    decided: dict[str, tuple[EntityType, bool, float]] = {}
    for name, rows in evidence.items():
        if (whole_saint := next((s for s in _saints(name) if s in evidence), None)) is not None:
            rows = evidence[whole_saint]  # "S. Lucia" is "Santa Lucia"
        if (_series(name) or name) in series and not any(r.get("person", 0.0) > LEANING for r in rows):
            rows = [*rows, *[machine] * len(rows)]  # beside an "Orbis-2", "Orbis III", and "the first Orbis"
        if name in families and not gazetteer.find(name.title()):
            rows = [*rows, {"person": 1.5}]
        elif " " in name and spelt.get(_without_small(name), name) != name:
            rows = [*rows, *[beginning] * len(rows)]  # "Cables Maule" is "Cables del Maule"
        elif name in whole:
            firm: Votes = {"organization": FIRM}
            rows = [*rows, *[firm] * len(rows)]  # whatever its head says: "Polder Grain Terminal"
        elif name in firsts:
            rows = [*rows, {"organization": FIRM if name in firms else 2.5}]
        elif " " in name and name.split()[0] in firsts and _people_only(rows):
            rows = [*rows, {"organization": 2.5}]
        elif name in waters and name not in families:
            rows = [*rows, *[landmark] * len(rows)]  # "Livunzi" of "Livunzi River"
        elif name in begun and (_people_only(rows) or _by_head_alone(name, rows)):
            rows = [*rows, *[beginning] * len(rows)]  # "Harbour Cell" of "Harbour Cell Works"
        elif (
            " " in name
            and name.split()[0] in bodies
            and max((w for r in rows for w in r.values()), default=0.0) < CERTAIN
        ):
            rows = [*rows, {"organization": 2.0}]  # a doubtful name that begins with a firm's: its fuller one
        votes: dict[EntityType, float] = defaultdict(float)
        for row in rows:
            for kind, weight in row.items():
                votes[kind] += weight**2
        if not votes:
            continue
        kind = max(votes, key=lambda k: (votes[k], k))
        share = votes[kind] / sum(votes.values())
        best = max((row.get(kind, 0.0) for row in rows), default=0.0)
        several = _several_doubts(rows, kind) and not (kind == "place" and " " in name)
        sure = best >= CERTAIN or (len(rows) > 2 and votes[kind] >= CERTAIN**2) or several
        decided[name] = (kind, sure and share >= SHARE, share)
    _as_spelt_otherwise(decided)
    towns = {fold(m.text) for row in mentions for m in row if m.certain and m.type == _here(m) == "place"}
    products = _typed(mentions, "equipment", here=True) & _typed(mentions, "organization")
    made = []
    for found in mentions:
        surnames = {f for m in found for f in _families(m, firsts)}
        # A town here, a family in another text, or a firm and its product: which one is meant, the text must tell.
        told = {fold(m.text) for m in found if isinstance(m, Finding) and m.told}
        shared = ((towns & families) - surnames) | (products - told)
        made.append(tuple(m for mention in found if (m := _agreed(mention, decided, surnames, shared))))
    return made


_LETTERS = re.compile(r"(?P<vowel>[aou])(?:e|(?<=a)a)(?!$)")  # "oe" for "ø" and "ö", "aa" for "å"
_SHORTEST_SPELT = 6  # letters of a name from which on a spelling tells


def _as_spelt_otherwise(decided: dict[str, tuple[EntityType, bool, float]]) -> None:
    """A doubtful name is what its other spelling surely is: "Ringhoej" beside "Ringhøj", "Reis Pires", "Reis-Pires"."""
    sure: dict[str, set[EntityType]] = defaultdict(set)
    spelt = {n: _LETTERS.sub(r"\g<vowel>", n).replace("-", " ") for n in decided if len(n) >= _SHORTEST_SPELT}
    for name, key in spelt.items():
        if decided[name][1]:
            sure[key].add(decided[name][0])
    for name, key in spelt.items():
        if not decided[name][1] and len(sure[key]) == 1 and not gazetteer.find(name.title()):
            decided[name] = (next(iter(sure[key])), True, decided[name][2])


def _several_doubts(rows: Sequence[Votes], kind: EntityType) -> bool:
    """Whether texts that each leave a name in doubt lean to one type, and none to another."""
    leaning = [r for r in rows if r.get(kind, 0.0) >= LEANING * DOUBT and r[kind] == max(r.values())]
    others = [w for r in rows for k, w in r.items() if k != kind and w >= LEANING * DOUBT]
    return kind in ("place", "person") and len(leaning) > 1 and not others


def _single_bodies(evidence: dict[str, list[Votes]]) -> set[str]:
    """Names of one word that some text is sure to be a body's, and none a person's or a place's."""
    found = set()
    for name, rows in evidence.items():
        best = {k: max(r.get(k, 0.0) for r in rows) for r in rows for k in r}
        others = max((w for k, w in best.items() if k != "organization"), default=0.0)
        sure = best.get("organization", 0.0) >= CERTAIN and others < CERTAIN
        known = gazetteer.find(name.title()) or personal_names.is_given_name(name)
        if sure and not known and " " not in name and len(name) > 3:
            found.add(name)
    return found


def _people_only(rows: list[Votes]) -> bool:
    """Whether most speaks for a person wherever something speaks."""
    return all(row.get("person", 0.0) == max(row.values()) for row in rows if row)


def _without_legal_form(mentions: Sequence[Sequence[Mention]]) -> set[str]:
    """What firms with a legal form are called without it, whole or by their first words: "Polder Grain" of "… NV"."""
    found: set[str] = set()
    for mention in (m for row in mentions for m in row if m.type == "organization"):
        parts = mention.text.split()
        if len(parts) > 2 and gazetteer.is_legal_form(parts[-1]):
            found |= {fold(" ".join(parts[:n])) for n in range(2, len(parts))}
    return found


def _beginnings(mentions: Sequence[Sequence[Mention]]) -> set[str]:
    """First two words of the names of bodies that a head word ends, where they begin with no given name."""
    found: set[str] = set()
    for mention in (m for row in mentions for m in row if m.type == "organization" and m.certain):
        parts = fold(mention.text).split()
        if len(parts) > 2 and head_type(parts[-1]) == "organization" and not personal_names.may_be_given(parts[0]):
            found.add(" ".join(parts[:2]))
    return found


_NUMBERED = re.compile(r"(?P<series>[^\W\d_]{4,})[ -](?:\d{1,2}|[ivx]{1,4})")


def _series(name: str) -> str | None:
    """A folded name of one word without the number behind it."""
    found = _NUMBERED.fullmatch(name)
    return found["series"] if found else None


_SMALL = frozenset("del de la las los el du des di da do dos of the and und et y e van der".split())


def _without_small(name: str) -> str:
    """A folded name without its small words."""
    return " ".join(w for w in name.split() if w not in _SMALL)


def _saints(name: str) -> tuple[str, ...]:
    """What a folded name with a saint's initial may stand for."""
    initial, _, rest = name.partition(" ")
    return (
        tuple(f"{s} {rest}" for s in ("san", "santa", "santo", "sao", "st")) if initial in ("s.", "s") and rest else ()
    )


def _surely(rows: Sequence[Votes], kind: EntityType) -> bool:
    """Whether some text is sure of a type, and none says another as loudly."""
    best = max((r.get(kind, 0.0) for r in rows), default=0.0)
    return best >= CERTAIN and all(w < best for r in rows for k, w in r.items() if k != kind)


# Heads of places that go by the same name without them.
_NATURAL = frozenset(
    "river khola valley island islands district province region county strait volcano lake creek bay desert peninsula"
    " governorate oblast prefecture mountains mountain glacier".split()
)


def _landmarks(mentions: Sequence[Sequence[Mention]]) -> set[str]:
    """What rivers, islands and districts are called for short: "Livunzi" of "Livunzi River", "Lake Ohrid"'s "Ohrid"."""
    found: set[str] = set()
    for mention in (m for row in mentions for m in row if m.type == "place" and m.certain):
        parts = fold(mention.text).split()
        if len(parts) == 2 and parts[1] in _NATURAL:
            found.add(parts[0])
        elif len(parts) == 2 and parts[0] in ("lake", "river"):
            found.add(parts[1])
    return {f for f in found if len(f) > 3 and not stop("common", f) and not gazetteer.demonym(f)}


def _by_head_alone(name: str, rows: list[Votes]) -> bool:
    """Whether a place is told by the last word of its name alone: "Harrow Ridge" of "Harrow Ridge Metals"."""
    headed = head_type(name.split()[-1]) == "place" and gazetteer.find(name.title()) is None
    return headed and all(row.get("place", 0.0) <= HEAD + 1.5 for row in rows)


def _typed(mentions: Sequence[Sequence[Mention]], kind: EntityType, here: bool = False) -> set[str]:
    """Names that some text is sure to be of a type, or whose own neighbours say so."""
    return {
        fold(m.text) for row in mentions for m in row if m.certain and m.type == kind and (not here or _here(m) == kind)
    }


def _here(mention: Mention) -> EntityType | None:
    """What a mention's own neighbours say."""
    return mention.here if isinstance(mention, Finding) else None


def _agreed(
    mention: Mention, decided: dict[str, tuple[EntityType, bool, float]], surnames: set[str], shared: set[str]
) -> Mention | None:
    """One mention in the light of all; None where nothing speaks for it."""
    name = fold(mention.text)
    plain = Mention(mention.start, mention.end, mention.text, mention.type, mention.certain)
    here = _here(mention)
    if (isinstance(mention, Finding) and mention.either) or (name in shared and here is None):
        return replace(plain, certain=False)
    if mention.certain and (here == mention.type or name in surnames):
        return plain
    if name not in decided:
        return None
    kind, certain, share = decided[name]
    if here is not None and here != kind:
        return plain if mention.certain else replace(plain, certain=False)
    return replace(plain, type=kind, certain=certain or (mention.certain and kind == mention.type and share >= SHARE))


def _evidence(mentions: Sequence[Sequence[Mention]], firsts: set[str]) -> dict[str, list[Votes]]:
    """Name -> for each document what it says in all; its mentions agree already, but where neighbours tell."""
    evidence: dict[str, list[Votes]] = defaultdict(list)
    said: dict[str, set[EntityType]] = defaultdict(set)
    for mention in (m for row in mentions for m in row):
        if isinstance(mention, Finding) and mention.told:
            said[fold(mention.text)].add(mention.told)
    for row in mentions:
        untold = {fold(m.text) for m in row if isinstance(m, Finding) and m.told is None}
        here: dict[str, Votes] = {}
        sure = {fold(m.text) for m in row if m.certain}
        for mention in row:
            if isinstance(mention, Finding):
                votes = dict(mention.votes)
            else:
                votes = {mention.type: 2.0 if mention.certain else 0.5}
            own = here.setdefault(fold(mention.text), {})
            for kind, weight in votes.items():
                own[kind] = max(own.get(kind, 0.0), weight)
        for name in {w for m in row if m.type == "person" and (p := fold(m.text).split())[0] in firsts for w in p[1:]}:
            if "person" in here.get(name, {}):  # no surname: the whole was a body's name
                here[name]["person"] = min(here[name]["person"], 1.0)
        for name, own in here.items():
            if name in untold and len(said.get(name, ())) == 1:  # other texts tell what this one's model guesses at
                own.update({k: w * DOUBT for k, w in own.items() if k not in said[name]})
            # What a text leaves in doubt by itself tells less than what another is sure of.
            evidence[name].append(own if name in sure else {k: w * DOUBT for k, w in own.items()})
    return evidence


def _families(mention: Mention, firsts: set[str]) -> set[str]:
    """What a person of this full name may be called by alone; nothing where the name is one word, or a body's."""
    parts = fold(mention.text).split()
    if mention.type != "person" or not mention.certain or len(parts) < 2 or parts[0] in firsts:
        return set()
    return {parts[-1], family(parts)}


def _firsts(mentions: Sequence[Sequence[Mention]]) -> set[str]:
    """First words of the names of bodies that are certain somewhere: what they are called for short."""
    names = {
        folded
        for row in mentions
        for m in row
        if m.certain
        and m.type == "organization"
        and " " in m.text
        and not stop("public-body", (folded := fold(m.text)).split()[-1])
    }
    firsts = {name.split()[0] for name in names}
    return {
        f
        for f in firsts
        if len(f) > 3
        and not personal_names.is_given_name(f)
        and not gazetteer.find(f.title())
        and not gazetteer.demonym(f)
        and not stop("common", f)
        and not stop("people", f)
        and head_type(f) is None
    }
