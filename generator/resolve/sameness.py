"""Whether two claims tell one act on one thing, whatever dates they give.

Two reports that differ about the day of a happening can be told from reports of two happenings only by all else: the
same act (after synonyms), the same thing that it is done to, nobody else in the part of whom it is done to or by, no
other place, no other round. That is asked of a dispute; it also joins reports of which one is vague about the time.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from generator import gazetteer
from generator.document import RawClaim

# How far apart, in days, two readings of one act's date can lie: by how rarely a thing undergoes the act.
REACH = {"years": 3660, "months": 92, "": 8}
# Stages of a contest, a trial or a text: a semi-final is not the final, an interim report not the last.
_STAGES = frozenset(
    "semi semi-final semifinal quarter-final quarterfinal final preliminary interim provisional draft qualifier heat "
    "primary by-election pilot prototype rehearsal".split()
)
HALF = 0.5  # of what the shorter telling names must be named by the other
_FULL = 0.8


@cache
def _general() -> frozenset[str]:
    """Words that stand in names without being anybody's: ranks, heads of bodies' names, days."""
    return frozenset(
        word
        for table in ("titles.txt", "heads.txt", "words.txt")
        for words in gazetteer.sections(table).values()
        for word in words
    )


@cache
def is_own(word: str) -> bool:
    """Whether a word of a claim's parts is somebody's own name, and no country's."""
    if not word[:1].isupper() or word.lower() in _general():
        return False
    return gazetteer.demonym(word) is None and gazetteer.country(word) is None


def _numbers(words: frozenset[str]) -> frozenset[str]:
    return frozenset(w for w in words if w[:1].isdigit())


def _small(words: frozenset[str]) -> frozenset[str]:
    return frozenset(w.lower() for w in words)


def same_act(one: RawClaim, other: RawClaim) -> frozenset[str]:
    """The acts that both can tell."""
    return one.acts & other.acts


def contrary(one: RawClaim, other: RawClaim) -> bool:
    """Whether the parts of two claims of one act exclude each other: other names, numbers or stages in one part.

    "Marek Lesniak was arrested", "Tomasz Lesniak was arrested"; "Tulpar 1 was lost", "Tulpar 2 was lost".
    """
    for ours, theirs in ((one.things, other.things), (one.doers, other.doers)):
        mine, yours = {w for w in ours if is_own(w)}, {w for w in theirs if is_own(w)}
        if mine and yours and mine.isdisjoint(yours):
            rest = _small((one.things | one.doers) if ours is other.things else (other.things | other.doers))
            if _small(frozenset(yours)).isdisjoint(rest) and not _crossed(one, other):
                return True
        if len(mine & yours) and mine - yours and yours - mine and _people(ours, theirs):
            return True
    first, second = one.things | one.doers, other.things | other.doers
    numbers = _numbers(first), _numbers(second)
    if numbers[0] and numbers[1] and numbers[0].isdisjoint(numbers[1]):
        return True
    stages = _small(first) & _STAGES, _small(second) & _STAGES
    return stages[0] != stages[1]


def _crossed(one: RawClaim, other: RawClaim) -> bool:
    """Whether a name of one's things acts in the other: "Y fell to X", "X took Y"."""
    ours, theirs = {w for w in one.things if is_own(w)}, {w for w in other.things if is_own(w)}
    return bool(ours & other.doers or theirs & one.doers)


def _people(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Two given names before one family name are two people."""
    return any(gazetteer.is_given_name(w) for w in ours - theirs if w[:1].isupper()) and any(
        gazetteer.is_given_name(w) for w in theirs - ours if w[:1].isupper()
    )


def share(one: frozenset[str], other: frozenset[str], weight: Mapping[str, float]) -> float:
    """Weight of what both name over that of the lesser telling; 0 to 1."""
    common = sum(weight.get(w.lower(), 1.0) for w in _small(one) & _small(other))
    least = min(sum(weight.get(w, 1.0) for w in _small(one)), sum(weight.get(w, 1.0) for w in _small(other)))
    return common / least if least else 0.0


def one_happening(one: RawClaim, other: RawClaim, weight: Mapping[str, float]) -> bool:
    """Whether all but the date says that two claims tell one happening."""
    acts = same_act(one, other)
    if not acts or one.planned != other.planned or contrary(one, other):
        return False
    all_of = one.things | one.doers, other.things | other.doers
    own = {w for w in all_of[0] & all_of[1] if is_own(w)}
    if not own:
        return False
    if one.things and other.things:
        # A named thing, or the same kind of thing in the same hands.
        if share(one.things, other.things, weight) >= HALF and (one.things & other.things):
            return True
    return share(*all_of, weight) >= _FULL or (bool(own & one.doers & other.doers) and share(*all_of, weight) >= HALF)


def reach(one: RawClaim, other: RawClaim) -> int:
    """Days that may lie between two readings of the date of one act."""
    acts = same_act(one, other)
    return max((REACH[a.partition(":")[2]] for a in acts), default=0)
