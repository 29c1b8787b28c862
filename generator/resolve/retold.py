"""A vague retelling of what another report tells better is no event of its own.

"The first rocket failed in late 2023", said in passing, beside a report of the failure of 21 November: whether they are
one, no rule may be sure of. But a reader who finds both on the chronology takes them for two, and so does not trust it.
The vaguer one stays with the editors, as a draft.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator import dates
from generator.names import fold
from generator.resolve import sameness
from generator.resolve.likeness import Row

BRIEF = 3  # days of a date that is as good as one day
MONTH = 31  # days
SAME_STORY = 2  # names of which two articles on one story speak most
_VIOLENT = frozenset({"attack", "disaster", "accident", "death"})  # kinds of happening
_HARM = frozenset({"attack", "kill", "die:years", "explode:months", "burn:months"})  # acts
_BODIES = ("@person:", "@organization:", "@agreement:", "@equipment:", "@named_event:")


def vague(rows: Sequence[Row]) -> bool:
    """Whether one article alone tells an event, and gives no day for it."""
    return len({r.key[0] for r in rows}) == 1 and all(r.date is None or r.date.days > BRIEF for r in rows)


def retells(row: Row, other: Row) -> bool:
    """Whether a claim can be a vaguer telling of what another article tells to the day, or to a shorter time."""
    if row.begun is None or other.begun is None or row.key[0] == other.key[0]:
        return False
    if other.begun.days >= row.begun.days or not dates.compatible(row.begun, other.begun):
        return False
    if row.round and other.round and row.round != other.round:
        return False
    if row.claim.planned:
        return _plan_of(row, other)
    if other.claim.planned:
        return False
    if _two_names(row, other) or _one_scene(row, other):
        return True
    if not sameness.rare(row, other) or row.round != other.round:
        return False
    if sameness.contrary(row, other) and not _one_surname(row, other):
        return False
    things = {w.lower() for w in row.things | row.doers} & {w.lower() for w in other.things | other.doers}
    return bool(things) or _one_surname(row, other) or sameness.one_story(row, other, sameness.STORY)


def _plan_of(row: Row, other: Row) -> bool:
    """Whether a plan for a stretch of time is what another article of the story plans, or tells, more exactly.

    "A third satellite is to fly in 2026", "the Lyra 3 is to be launched in the spring of 2026": a plan so vague tells
    a reader nothing beside the better one.
    """
    if not sameness.one_story(row, other, SAME_STORY):
        return False
    alike = set(row.claim.kinds) & set(other.claim.kinds) or row.claim.acts & other.claim.acts
    return bool(alike or row.words & other.words or (row.things & other.things))


def _two_names(row: Row, other: Row) -> bool:
    """Whether two who act or are acted on in one act by the month are named by the other within that month as well.

    "Lind stepped aside for Berg in May" is the pact that Lind signed with Berg on 7 May.
    """
    if row.begun is None or row.begun.days > MONTH:
        return False
    ours = {p for p in row.things | row.doers | row.others if p.startswith(_BODIES)}
    theirs = {p for p in other.things | other.doers | other.others if p.startswith(_BODIES)}
    acting = {p for p in row.doers | row.things if p.startswith(_BODIES)}
    common = ours & theirs
    return len(common) > 1 and bool(common & acting) and common == ours


def _one_scene(row: Row, other: Row) -> bool:
    """Whether both tell of violence or of an accident within a month at what bears one name: an hotel, a bridge.

    "A gunman killed five people at the Corvina in March" is the shooting at the Corvina on 7 March.
    """
    if row.begun is None or row.begun.days > MONTH:
        return False
    whole = [r.things | r.doers | r.others for r in (row, other)]
    common = {p for p in whole[0] & whole[1] if sameness.is_own(p)}
    done_to = {p for p in row.things & other.things if sameness.is_own(p)}
    violent = all(_VIOLENT & {*r.claim.kinds[:2]} or _HARM & r.claim.acts for r in (row, other))
    if done_to and len(common) > 1:
        return True
    return violent and (len(common) > 1 or (bool(common) and bool(row.words & other.words | row.doers & other.doers)))


def _one_surname(row: Row, other: Row) -> bool:
    """Whether both tell of people of one surname, of which one is perhaps the other's short form."""
    ours, theirs = _surnames(row), _surnames(other)
    return bool(ours & theirs)


def _surnames(row: Row) -> frozenset[str]:
    named = row.things | row.doers
    return frozenset(
        w.rpartition("-")[2] if w.startswith("@person:") else fold(w)
        for w in named
        if w.startswith("@person:") or (not w.startswith("@") and sameness.is_own(w))
    )
