"""What parts two claims that have names, kind and time in common: another place, another day, another toll."""

from __future__ import annotations

from generator import dates
from generator.resolve import counts, sameness
from generator.resolve.likeness import Row

YEAR = 366  # days


def gap(row: Row, other: Row) -> int:
    """Days from the end of the earlier date to the beginning of the later."""
    return max(other.low - row.high, row.low - other.high)


# What goes on for days, so that a report of its first day and one of its second are of one.
_LASTING = frozenset({"visit", "meeting", "exercise", "protest"})


def next_day(row: Row, other: Row) -> bool:
    """Whether two claims tell of two days that follow each other, and not of one act or of what goes on for days."""
    if row.begun is None or other.begun is None or dates.compatible(row.begun, other.begun) or gap(row, other) != 1:
        return False
    going_on = set(row.claim.kinds[:1]) & set(other.claim.kinds[:1]) & _LASTING
    named = row.claim.noun and row.claim.noun == other.claim.noun
    return not (row.claim.acts & other.claim.acts or going_on or named)


def another(row: Row, other: Row, relation: str) -> bool:
    """Whether the parts of two claims that no common day holds together exclude each other.

    "Beat Lind in the final", told without a day, is not what was told as "beat Berg on Saturday".
    """
    loose = relation == "near" or (relation == "undated" and bool(sameness.same_act(row, other)))
    return loose and sameness.contrary(row, other)


def two_things(row: Row, other: Row) -> bool:
    """Whether two claims tell one rare act on two things that have names: two launches, two arrests of one day."""
    return sameness.one_day(row, other) and sameness.rare(row, other) and sameness.contrary(row, other)


def other_victims(row: Row, other: Row) -> bool:
    """Whether each claim tells what befell somebody without a name, and not the same: two drivers here, a welder there.

    Of two accidents at one place within a week that is all that tells them apart.
    """
    things = [frozenset(t for t in r.things if t[:1].islower()) for r in (row, other)]
    named = any(sameness.is_own(t) for r in (row, other) for t in r.things | r.doers)
    return all(things) and things[0].isdisjoint(things[1]) and not named and not sameness.rare(row, other)


# Why the gate doubts that a time is that of the verb.
_DAY_DOUBTED = frozenset(
    {
        "hour",
        "before",
        "for its day",
        "noun's time",
        "next verb's time",
        "part's time",
        "deadline",
        "vague",
        "ahead",
        "began",
        "two days",
    }
)


def no_rival(row: Row) -> bool:
    """Whether a draft's day is not surely its own, so that it contradicts no other report's."""
    return not _DAY_DOUBTED.isdisjoint(row.claim.doubts)


def _one_day_in_one_text(row: Row, other: Row) -> bool:
    """Whether an article tells two things of one day: "called a strike", "raised prices"; by their acts or nouns."""
    if row.key[0] != other.key[0] or row.claim.leaning or other.claim.leaning:
        return False
    noun = row.claim.noun and row.claim.noun == other.claim.noun
    if row.claim.when == other.claim.when and row.claim.kinds[:1] == other.claim.kinds[:1]:
        return False  # "was struck in 2003, when cholera killed 68 people"
    return not (noun or row.claim.acts & other.claim.acts) and not row.things & other.things


def _two_towns(row: Row, other: Row) -> bool:
    """Whether each claim names a place of which the other's article knows nothing: a fire at Tarn, a fire at Osk.

    Only of what has no name but its place.
    """
    if any(sameness.is_own(p) for r in (row, other) for p in r.things | r.doers):
        return False
    places = [frozenset(p for p in r.others if p.startswith("@place:")) for r in (row, other)]
    return all(places) and places[0].isdisjoint(other.told) and places[1].isdisjoint(row.told)


def _of_other_things(row: Row, other: Row) -> bool:
    """Whether one claim is of some years, and each has its own thing without a name: practices close, schools close.

    In so long a time much of one kind happens to one body or place.
    """
    years = any(r.begun is not None and r.begun.days > YEAR for r in (row, other))
    things = [{t for t in r.things if t[:1].islower()} for r in (row, other)]
    return years and all(things) and things[0].isdisjoint(things[1])


def elsewhere(row: Row, other: Row) -> bool:
    """Whether an undated claim, or one of the same text, tells another happening than it seems to."""
    if _of_other_things(row, other):
        return True
    if row.date is None and (row.claim.planned or row.claim.ahead) and other.claim.done:
        return True  # what is still to come is not what was done
    one_day = row.begun is not None and row.begun == other.begun
    if not one_day and _two_towns(row, other):
        return True
    if row.where and other.where and row.where.isdisjoint(other.where) and not one_day:
        return True  # two landfalls of one storm, two stops of one tour
    if row.date is None and other.claim.dated_by == "publication" and counts.counts_differ(row, other):
        return True  # a toll of some other day
    # An article that gives two acts two dates tells them as two things.
    if _one_day_in_one_text(row, other):
        return True
    apart = row.date is not None and other.date is not None and row.date.text != other.date.text
    return apart and row.key[0] == other.key[0] and not row.claim.leaning and not sameness.same_act(row, other)
