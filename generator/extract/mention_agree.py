"""Agreement over all texts: one name, one type, by weight of evidence, and what one text alone leaves in doubt."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from generator import gazetteer, personal_names
from generator.document import Mention
from generator.extract import mention_joined
from generator.extract.gazetteer_words import head_type, stop
from generator.extract.mention_corpus import LEANING, Corpus, Votes, families_of
from generator.extract.mention_types import CERTAIN
from generator.model import EntityType
from generator.names import fold

# Least share of the evidence (squares of votes) that a type has among those of a name; what a doubt counts.
SHARE = 0.6
DOUBT = 0.3


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
    mentions = mention_joined.apart(mention_joined.whole(mentions))
    firsts = _firsts(mentions)
    evidence = _evidence(mentions, firsts)
    corpus = Corpus.of(mentions, evidence, firsts)
    families = corpus.families
    decided = {n: verdict for n, rows in evidence.items() if (verdict := _decided(n, corpus.told(n, rows)))}
    _as_spelt_otherwise(decided)
    towns = {fold(m.text) for row in mentions for m in row if m.certain and m.type == _here(m) == "place"}
    products = _typed(mentions, "equipment", here=True) & _typed(mentions, "organization")
    alone = {fold(m.text) for row in mentions for m in row if m.certain and m.type == "organization"}
    made = []
    for found in mentions:
        surnames = {f for m in found if not _no_person(m, decided) for f in families_of(m, firsts)}
        # The last word of "La Orvana", a dam in other texts, which this one's model took for somebody.
        lost = {fold(m.text).split()[-1] for m in found if m.type == "person" and _no_person(m, decided)} - surnames
        # A town here, a family in another text, or a firm and its product: which one is meant, the text must tell.
        told = {fold(m.text) for m in found if isinstance(m, Finding) and m.told}
        shared = ((towns & families) - surnames) | (products - told)
        agreed = [(m, _agreed(m, decided, surnames, shared)) for m in found]
        doubted = lost | _firms_before_founders(found, firsts & alone)
        nobody = {m.start for m, a in agreed if a and a.type == "person" and fold(a.text) in doubted and not _here(m)}
        made.append(tuple(replace(a, certain=a.certain and a.start not in nobody) for _, a in agreed if a))
    return made


def _no_person(mention: Mention, decided: dict[str, tuple[EntityType, bool, float]]) -> bool:
    """Whether all texts together take a full name for something else, so that its last word is nobody's surname."""
    kind, certain, _ = decided.get(fold(mention.text), ("person", False, 0.0))
    return certain and kind != "person" and _here(mention) != "person"


def _firms_before_founders(found: Sequence[Mention], firms: Set[str]) -> set[str]:
    """Names of firms by which this text calls something before it names anybody of that surname in full.

    Newspapers name people in full first: what "Holt" is before "founded by Ada Holt" is the firm, then as later.
    """
    full: dict[str, int] = {}
    bare: dict[str, int] = {}
    for mention in found:
        if mention.type == "person":
            *first, last = fold(mention.text).split()
            if last in firms and not (_here(mention) and not first):
                (full if first else bare).setdefault(last, mention.start)
    return {name for name, start in bare.items() if name in full and start < full[name]}


def _decided(name: str, rows: Sequence[Votes]) -> tuple[EntityType, bool, float] | None:
    """The type of a name, whether it is certain, and its share of the evidence; nothing where nothing speaks for it."""
    votes: dict[EntityType, float] = defaultdict(float)
    for row in rows:
        for kind, weight in row.items():
            votes[kind] += weight**2
    if not votes:
        return None
    kind = max(votes, key=lambda k: (votes[k], k))
    share = votes[kind] / sum(votes.values())
    best = max((row.get(kind, 0.0) for row in rows), default=0.0)
    single = {"place": True, "organization": False}.get(kind)  # words that the name of a place, of a body may have
    several = _several_doubts(rows, kind) and single in (None, " " not in name)
    sure = best >= CERTAIN or (len(rows) > 2 and votes[kind] >= CERTAIN**2) or several
    return kind, sure and share >= SHARE, share


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
    return kind in ("place", "person", "organization") and len(leaning) > 1 and not others


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
