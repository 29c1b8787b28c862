"""Whether two claims tell one act on one thing, whatever dates they give.

Two reports that differ about the day of a happening can be told from reports of two happenings only by all else: the
same act (after synonyms), the same thing that it is done to, nobody else in the part of whom it is done to or by, no
other place, no other round. That is asked of a dispute; it also joins reports of which one is vague about the time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from generator.resolve import counts, plans
from generator.resolve.part_words import is_own as is_own
from generator.resolve.part_words import named, numbers, own, small, typed, weighed
from generator.resolve.part_words import parts as parts

if TYPE_CHECKING:
    from generator.resolve.likeness import Row

# How far apart, in days, two readings of one act's date can lie: by how rarely a thing undergoes the act.
REACH = {"years": 3660, "only": 366, "months": 62, "": 8}
# Stages of a contest, a trial or a text: a semi-final is not the final, an interim report not the last.
_STAGES = frozenset(
    "semi semi-final semifinal quarter-final quarterfinal final preliminary interim provisional draft qualifier heat "
    "primary by-election pilot prototype rehearsal".split()
)
# What cannot be two things in one part: of whom something is done to, another name is another happening.
_THINGS = ("person", "organization", "place", "country", "agreement", "named_event", "equipment")
_OF_ONE = frozenset({"die:years"})
# What befalls one person, of whom a report may speak as "the founder of the bank".
_ON_PEOPLE = frozenset(
    "arrest:months convict:months sentence:months find_guilty:months charge:months acquit:months".split()
) | {"free:months", "leave:months", "appoint:months", "die:years", "plead:months"}
# What two sides do together, so that either can be told as the one who does it.
_MUTUAL = frozenset("win:months merge:months sign:years meet visit buy:months restore:years attack fight".split())
# Stages of one proceeding that are told apart where they have dates apart.
_TWO_STAGES = ("find_guilty:months", "sentence:months")
# What each of several parties does on its own behalf: another who does it does another.
_BY_EACH = frozenset({"sue:months", "appeal:months", "bid:months"})
_WITH = frozenset({"terminate:months"})  # what is done to a paper, which bears its other party's name
_IN_ROUNDS = frozenset({"elect:months", "win:months", "runoff:months"})  # what comes again within weeks
STORY = 3  # names that two articles speak of most, so that "the merger" of one is that of the other
MONTH = 31  # days
_LAUNCH, _FLOOD, _WON = "launch:months", "flood:months", "win:months"
DESCRIBED = 2  # words for who acts, by which a body without its name is known
HALF = 0.5  # of what the shorter telling names must be named by the other
_FULL = 0.8


def same_act(one: Row, other: Row) -> frozenset[str]:
    """The acts that both can tell; one death is that of one person, and many people die in one place."""
    acts = one.claim.acts & other.claim.acts
    if acts & _OF_ONE and not typed(one.things, "person") & typed(other.things, "person"):
        return acts if counts.one_toll(one, other) and one_story(one, other, 2) else acts - _OF_ONE
    return acts


def _countries(row: Row) -> frozenset[str]:
    """The countries that a claim speaks of, also by their capitals, bodies and people, as parts."""
    return frozenset(f"@country:{f[3:]}" for f in row.features if f.startswith("cc:"))


def rare(one: Row, other: Row) -> bool:
    """Whether both tell an act that one thing seldom undergoes twice."""
    return any(":" in act for act in same_act(one, other))


def other_act(one: Row, other: Row) -> bool:
    """Whether both tell such an act, and not one and the same."""
    rare_ones = [any(":" in act for act in row.claim.acts) for row in (one, other)]
    return all(rare_ones) and not same_act(one, other)


def contrary(one: Row, other: Row) -> bool:
    """Whether the parts of two claims of one act exclude each other: other names, numbers or stages in one part.

    "Marek Lesniak was arrested", "Tomasz Lesniak was arrested"; "Tulpar 1 was lost", "Tulpar 2 was lost".
    """
    whole = _whole(one) | _countries(one), _whole(other) | _countries(other)
    acting = ("person", "organization") if _BY_EACH & same_act(one, other) else ("person",)
    for ours, theirs, types in ((one.things, other.things, _THINGS), (one.doers, other.doers, acting)):
        for type in types:
            mine, yours = typed(ours, type), typed(theirs, type)
            if mine and yours and mine.isdisjoint(whole[1]) and yours.isdisjoint(whole[0]):
                if type == "place" and _one_flood(one, other):
                    continue
                return not _carried(one, other)
    if _WON in same_act(one, other) and _two_winners(one, other):
        return True
    if _WITH & same_act(one, other):
        parties = typed(_whole(one), "organization"), typed(_whole(other), "organization")
        if parties[0] - parties[1] and parties[1] - parties[0]:
            return True
    told = one.things | one.doers, other.things | other.doers
    mine, yours = numbers(told[0]), numbers(told[1])
    if mine and yours and mine.isdisjoint(yours):
        return True
    return small(told[0]) & _STAGES != small(told[1]) & _STAGES


def _carried(one: Row, other: Row) -> bool:
    """Whether one tells the launch of a rocket, and the other that of what it carries, from one place on one day."""
    return _LAUNCH in same_act(one, other) and one_day(one, other) and bool(typed(one.others & other.others, "place"))


def _two_winners(one: Row, other: Row) -> bool:
    """Whether two claims name two who won: "Lind wins the Tour", told of 2004, is not "Berg wins the Tour"."""
    if any(re.search(r"\b(?:lose|loses|lost|beaten)\b", r.claim.title) for r in (one, other)):
        return False
    mine, yours = named(one.doers), named(other.doers)
    return bool(mine and yours) and mine.isdisjoint(_whole(other)) and yours.isdisjoint(_whole(one))


def _one_flood(one: Row, other: Row) -> bool:
    """Whether a river's flood and a town's are of one day and one story: "the Heron burst its banks"."""
    return _FLOOD in same_act(one, other) and one_day(one, other) and one_story(one, other, STORY)


def _named_beside(one: Row, other: Row) -> bool:
    """Whether one claim calls a craft by its kind, and names it beside: "Lyra 2, a satellite, fell silent"."""
    crafts = typed(other.things, "equipment")
    return (
        bool(crafts) and crafts <= one.others and not own(one.things) and rare(one, other) and one_story(one, other, 2)
    )


def _bare(one: Row, other: Row) -> bool:
    """Whether one claim leaves out what its article is about: "it filed suit on 4 April", "A sued B on 11 April"."""
    if own(one.things) or len(one.things) > 1 or not own(other.things) or reach(one, other) != REACH["months"]:
        return False
    one_name = bool(own(one.doers & other.doers)) and one_story(one, other, STORY)
    # "The country's competition authority", which one of the two calls by its name, too.
    described = len(small(one.doers & other.doers)) >= DESCRIBED and one_story(one, other, 2)
    return (one_name or described) and _all_told(own(other.things), one)


def apart(one: Row, other: Row) -> bool:
    """Whether two claims of other dates tell two acts: the parts are exchanged, or they are two stages.

    "Shareholders of A approved it", "Those of B approved it, two days after those of A"; "convicted", "sentenced".
    """
    acts = one.claim.acts, other.claim.acts
    for first, second in (_TWO_STAGES, _TWO_STAGES[::-1]):
        if first in acts[0] and second in acts[1] and not (first in acts[1] or second in acts[0]):
            return True
    if same_act(one, other) <= _MUTUAL:
        return False
    for type in ("person", "organization"):
        mine, yours = typed(_agents(one), type), typed(_agents(other), type)
        if mine and yours and mine.isdisjoint(yours) and (mine & _whole(other) or yours & _whole(one)):
            return True
    return False


def _wordless(one: Row, other: Row) -> bool:
    """Whether a claim tells a rare act and nothing else, in a text on one story: "Contact was lost on 3 May"."""
    empty = [not (row.things or row.doers) for row in (one, other)]
    if same_act(one, other) <= _IN_ROUNDS and not plans.compatible(one, other):
        return False  # "the poll of 14 November" is not the one of 5 December
    least = 2 if same_act(one, other) & _ON_PEOPLE else STORY  # "The accused pleaded": in an article on a trial
    return any(empty) and rare(one, other) and one_story(one, other, least) and bool(one.words & other.words)


def _agents(row: Row) -> frozenset[str]:
    """Who acts; of a verb without an object, whoever undergoes it."""
    return row.doers or row.things


def share(one: frozenset[str], other: frozenset[str], weight: Mapping[str, float]) -> float:
    """Weight of what both name over that of the lesser telling; 0 to 1."""
    ours, theirs = small(one), small(other)
    least = min(weighed(ours, weight), weighed(theirs, weight))
    return weighed(ours & theirs, weight) / least if least else 0.0


def _whole(row: Row) -> frozenset[str]:
    """All that a claim names: who acts, what is acted on, and whoever else its quote names."""
    return row.things | row.doers | row.others


def _cover(one: Row, other: Row, weight: Mapping[str, float]) -> float:
    """How much of what is acted on in one claim the other names too; 0 to 1."""
    things, told = small(one.things), small(_whole(other))
    total = weighed(things, weight)
    return weighed(things & told, weight) / total if total else 0.0


def _in_common(one: Row, other: Row) -> bool:
    """Whether a name that is nobody's but theirs speaks for both.

    A claim that names nothing ("the merger was completed") is of what its article names.
    """
    ours, theirs = one.things | one.doers, other.things | other.doers
    if named_in_both(one, other):
        return True
    if sum(f.startswith("cc:") for f in one.features & other.features) > 1:
        return True  # the same two countries
    if not own(_whole(one)) and not own(_whole(other)):
        return one_story(one, other, 1)
    if (not own(ours) and own(theirs) & one.told) or (not own(theirs) and own(ours) & other.told):
        return True
    if _short_for(one, other) or _short_for(other, one) or _bare(one, other) or _bare(other, one):
        return True
    return _unnamed(one, other) and one_story(one, other, STORY)


def named_in_both(one: Row, other: Row) -> bool:
    """Whether somebody or something that acts or is acted on in one of two claims is named by the other as well."""
    return bool(own(_whole(one) & _whole(other)) & (one.things | one.doers | other.things | other.doers))


def _short_for(one: Row, other: Row) -> bool:
    """Whether one claim gives a thing short that the other names, and its article names too: "the gates of the dam"."""
    if not one.things & other.things or own(one.things):
        return False
    # "The dam that held back Lake Osk gave way": the name stands with the thing, and the articles are of one story.
    beside = rare(one, other) and not own(one.doers | other.doers | other.things) and one_story(one, other, 2)
    return bool((own(other.others) if beside else own(other.things)) & one.told)


def _all_told(names: frozenset[str], row: Row) -> bool:
    """Whether the article of a claim has each of these names, or an own word of it: "the Heron", a river."""
    return all(
        p in row.told or any(w in row.told and is_own(w) for w in map(str.capitalize, p.partition(":")[2].split("-")))
        for p in names
    )


def one_story(one: Row, other: Row, least: int) -> bool:
    """Whether the articles of two claims speak most of the same."""
    return len(own(one.topic & other.topic)) >= least


def one_happening(one: Row, other: Row, weight: Mapping[str, float]) -> bool:
    """Whether all but the date says that two claims tell one happening."""
    if not same_act(one, other) or contrary(one, other):
        return False
    if one.claim.planned != other.claim.planned and not (one_day(one, other) or plans.kept(one, other)):
        return False  # what was planned for a day and done on it is one
    if counts.tolls_differ(one, other) and not rare(one, other) and one.begun != other.begun:
        return False  # two counts of two days are two counts: "17 dead by Tuesday", "31 dead by Friday"
    if not _in_common(one, other):
        return False
    if one.things & other.things and max(_cover(one, other, weight), _cover(other, one, weight)) >= HALF:
        return True
    acting = (one.things | one.doers, other.things | other.doers)
    among = share(*acting, weight)
    if _bare(one, other) or _bare(other, one) or _wordless(one, other):
        return True
    if _named_beside(one, other) or _named_beside(other, one):
        return True
    return among >= _FULL or (bool(own(one.doers & other.doers)) and among >= HALF)


def fitting(one: Row, other: Row, *, same_day: bool) -> bool:
    """Whether two claims whose dates agree can hardly be two happenings: one rare act, on something that both name.

    "The dealer was arrested at the airport in March", "his arrest in March": who it is, one of them leaves out.
    """
    if same_day and _steps(one, other):
        return True
    if not rare(one, other) or contrary(one, other):
        return False
    if one.claim.planned != other.claim.planned and not (
        same_day or _within_month(one, other) or plans.kept(one, other)
    ):
        return False
    if same_day and _carried(one, other):
        return True
    if _unnamed(one, other) and own(one.others & other.others):
        return True  # "the man was caught in Tripoli in February"
    if same_day and _unnamed(one, other) and one_story(one, other, 1):
        return True  # "the floods of 18 and 19 May", in two texts on one matter
    if same_day and one_story(one, other, STORY) and not apart(one, other):
        return True  # the river burst its banks, and the town was inundated
    if not _in_common(one, other):
        return False
    if same_day or one.things & other.things:
        return True
    if _unnamed(one, other) and _within_month(one, other):
        return True  # "the craft is due in orbit in early July", of an article that speaks most of one craft
    # One story, and the same people acting: "the court set that judgment aside", "the court quashed his conviction".
    return one_story(one, other, 2) and bool(small(one.doers) & small(other.doers))


# Of one thing on one day two words for one happening, or two steps of it: whoever is held was stopped for it.
_ONE_DAY = (("halt", "arrest:months"), ("halt", "abduct:months"))


def _steps(one: Row, other: Row) -> bool:
    """Whether two articles tell two steps of one happening: "the Osk was stopped", "the police detained the Osk"."""
    acts = one.claim.acts, other.claim.acts
    paired = any((a in acts[0] and b in acts[1]) or (b in acts[0] and a in acts[1]) for a, b in _ONE_DAY)
    return paired and one.key[0] != other.key[0] and bool(own(one.things & other.things)) and not contrary(one, other)


def one_day(one: Row, other: Row) -> bool:
    """Whether both tell one and the same day."""
    return bool(one.low) and one.low == one.high == other.low == other.high


def _within_month(one: Row, other: Row) -> bool:
    """Whether both dates are told to the month or better."""
    return all(r.begun is not None and r.begun.days <= MONTH for r in (one, other))


def _unnamed(one: Row, other: Row) -> bool:
    """Whether one of two claims names nobody who acts or is acted on: "the man was caught"."""
    return not own(one.things | one.doers) or not own(other.things | other.doers)


def reach(one: Row, other: Row) -> int:
    """Days that may lie between two readings of the date of one act."""
    earlier, later = (one, other) if one.low <= other.low else (other, one)
    outlived = 0 < earlier.printed < later.low  # what was the last when the one was written was not so for the other
    acts = [a for a in same_act(one, other) if not (outlived and is_only(a))]
    return max((REACH[a.partition(":")[2]] for a in acts), default=0)


def is_only(act: str) -> bool:
    """Whether an act is told as the only one of its kind: "was last inspected"."""
    return act.endswith(":only")
