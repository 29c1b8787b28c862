"""Dates printed without their year: where it comes from, and what "early" and "late" do to a date.

From what is printed beside it (May last year), from the passage's frame ("In 1969 … in July"), else from the day of
publication and the tense of the clause.
"""

from __future__ import annotations

import re
from datetime import date

from generator import dates
from generator.extract.times import periods
from generator.extract.times.patterns import compiled
from generator.extract.times.reading import Basis, Context, Reading

# "early", "the end of", "later in"; what it modifies becomes approximate.
MOD = (
    "(?P<mod>(?:THE )?(?:EARLY(?: HYPHEN? (?:TO|OR) EARLY)? (?:HYPHEN|ON|IN)?"
    "|(?:THE )?EDGE OF|EARLIER IN|APPROX(?! TO)) )?"
)
# "last year" and its kin behind a month: May last year, January of the previous year.
RELYEAR = (
    "(?:OF )?(?P<rel>LAST|THIS|NEXT|CURRENT|(?:THE|THAT) (?:SAME|PREVIOUS|FOLLOWING|CURRENT|COMING|NEXT)"
    "|(?<=OF)(?:THE|THAT)) "
    "(?P<relunit>UNIT)"
)
_SHIFT = {
    "last": -1,
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "next": 1,
    "coming": 1,
    "following": 1,
    "upcoming": 1,
}


# The year that a row of dates shares: "in June and July 2021", "on May 3, May 5 and June 1, 2018".
_SHARED_YEAR = compiled(
    "(?:COMMA (?:MON DAYNUM?|DAYNUM MON) ){0,3}COMMA? (?:AND|OR|TO|DASHES) (?:EARLY )?(?:MON(?: DAYNUM)?|DAYNUM MON)"
    "(?: COMMA)? (?P<y>YEAR4)"
)


# Of years no longer past than this the news speaks in passing: a bare month behind them is mostly the latest one.
RECENT = 8
SOON = 14  # days ahead, within which a day without its year is the coming one
HALF = 6  # months back, beyond which a month told next is that of the year after
HISTORY = 1980  # before, nothing that is printed on a page is news
SENTENCE = 40  # tokens looked back over for the year of the sentence
AROUND = 4  # months before or behind, one of which "for March" means


def date_reading(value: str, basis: Basis, c: Context) -> Reading:
    """A DATE, approximate where the expression says early, late or about; a day stays exact under "late"."""
    if c.has("mod") and (dates.parse(value).precision != "day" or "/" in value or _about(c)):
        value = periods.about(value)
    return Reading("DATE", value, basis)


def _about(c: Context) -> bool:
    return any(w in ("about", "around", "circa", "approximately", "roughly") for w in c.words("mod"))


def year_of(c: Context, month: int, day: int | None = None) -> tuple[int, Basis] | None:
    """The year of a month, or of a day in it, that is printed without one."""
    if c.has("y"):
        return full_year(c, "y"), "absolute"
    if c.has("relunit"):
        return relative_year(c) if c.unit("relunit") == "Y" else None
    if odd_year(c):
        return None
    if (told := _year_in_sentence(c)) is not None:
        return told, "narrated"
    if shared := _SHARED_YEAR.match(c.tokens.shape, c.match.end()):
        return int(c.tokens.words[shared.start("y")]), "absolute"
    if (listed := _of_list(c, month, day)) is not None:
        return listed, "narrated"
    over = c.story.near(c.paragraph)
    if over and over.precision in ("season", "quarter", "half") and _within(over, month, c.published):
        return over.upper.year if month <= over.upper.month else over.lower.year, "narrated"  # "last summer … in July"
    direction = c.direction()
    if c.before() == "FOR" and day is None and c.published is not None and not c.story.steady:
        near = _nearest(c.published, month)
        if near is not None:
            return near, "published"  # "sales for December", "coffee for March": of the months around
    frame = c.story.framed(c.paragraph)
    published = c.published
    if frame is None and published is None and (c.story.historical or direction == "past"):
        frame = c.story.near(c.paragraph)
        if frame is not None and not c.story.historical:
            # News without a day: of which year a bare month is, only its own paragraph can say, and no bare year there:
            # "They founded the firm in 2019. It was sold on 17 January."
            here = c.story.last_paragraph == c.paragraph and c.before() != "SINCE"
            frame = frame if here and (frame.precision in ("day", "month") or _one_sentence(c)) else None
    if (
        frame is not None
        and direction != "future"
        and frame.precision in ("day", "month", "year", "season", "quarter", "half")
    ):
        base = frame.lower
        exact = frame.precision in ("day", "month") or frame.text.endswith("-24")  # of a winter January is the second
        # Behind December a January is the next one; behind July "was sold in June" is the June just before.
        wraps = exact and frame.start is not None and base.month - month > HALF
        found = base.year + 1 if wraps else base.year
        remembered = published is None or c.story.steady or published.year - found > RECENT
        # "In April 2019 she set out. In May … By December …": one row of months, told from its first on.
        remembered = remembered or (c.story.row and _fronted(c) and exact and month > base.month)
        if remembered and (published is None or (found, month) <= (published.year, published.month)):
            return found, "narrated"
    if published is None:
        return None
    return nearest_year(published, month, day, direction), "published"


def _of_list(c: Context, month: int, day: int | None) -> int | None:
    """The year by the list of days in which it stands."""
    if not c.story.listed.entries:
        return None
    ahead = c.before() in ("FOR", "UNTIL", "BY", "TO") or c.direction() == "future"
    return c.story.listed.year(c.match.start(), month, day, ahead=ahead, since=c.before() == "SINCE")


def _one_sentence(c: Context) -> bool:
    """Whether a year of long ago stands before it in its sentence: "Besieged in 1683, it was relieved in May"."""
    for at in range(c.match.start() - 1, max(-1, c.match.start() - SENTENCE), -1):
        if c.tokens.kind(at) in ("STOP", "PARA"):
            return False
        if c.tokens.kind(at) == "YEAR4":
            return int(c.tokens.words[at]) < HISTORY
    return False


def _within(told: dates.Edtf, month: int, published: date | None) -> bool:
    """Whether a month is one of those of a season or quarter that is over."""
    months = {(told.lower.month - 1 + k) % 12 + 1 for k in range((told.upper - told.lower).days // 28 or 1)}
    return month in months and published is not None and told.upper < published


def _fronted(c: Context) -> bool:
    """Whether the expression opens its sentence: "In May, …", "By 4 December …"."""
    return c.before() in ("IN", "ON", "BY") and c.before(2) in ("STOP", "PARA", "QUOTE")


def _year_in_sentence(c: Context) -> int | None:
    """2016 in "since 2016, when, in March, …"."""
    at = c.match.start() - 1
    kinds = [c.tokens.kind(k) for k in range(at, at - 6, -1)]
    if "WHEN" not in kinds:
        return None
    behind = kinds.index("WHEN") + 1
    if not set(kinds[: behind - 1]) <= {"IN", "ON", "COMMA", "BY"}:
        return None
    behind += kinds[behind : behind + 1] == ["COMMA"]
    return int(c.tokens.words[at - behind]) if kinds[behind : behind + 1] == ["YEAR4"] else None


def _nearest(published: date, month: int) -> int | None:
    """The year of the month that lies within a few months of a day, before or behind it."""
    gap = (month - published.month + 6) % 12 - 6
    if abs(gap) > AROUND:
        return None
    return published.year + (published.month - 1 + gap) // 12


def nearest_year(published: date, month: int, day: int | None, direction: str) -> int:
    """The year by tense: the last such month or day for the past, the coming one for the future, else the nearer."""
    if day and direction == "past" and _soon(published, month, day):
        return published.year + (month < published.month)
    here = (month, day) if day else (month,)
    today = (published.month, published.day) if day else (published.month,)
    if direction == "past":
        return published.year if here <= today else published.year - 1
    if direction == "future":
        return published.year if here >= today else published.year + 1
    ahead = month - published.month
    if ahead > 5:  # a report looks back further than forward
        return published.year - 1
    return published.year + 1 if ahead < -8 else published.year


def _soon(published: date, month: int, day: int) -> bool:
    """Whether a day without its year lies in the days ahead: of the day a year ago nobody leaves the year out.

    "Also in this issue: bridge closed from 2 December", of 24 November.
    """
    try:
        coming = date(published.year + (month < published.month), month, day)
    except ValueError:
        return False
    return 0 < (coming - published).days <= SOON


def relative_year(c: Context) -> tuple[int, Basis] | None:
    """The year that "last year", "that same year" … names; `None` where its anchor is not known."""
    words = c.words("rel")
    shift = _SHIFT.get(words[-1], 0)
    narrated = words[0] in ("the", "that") and words[-1] not in ("current", "coming", "next")
    # "Work began in 2018. In March of the next year it stopped": where the past is told, "the next" is "the following".
    narrated = narrated or (words == ["the", "next"] and c.direction() == "past")
    if narrated:
        told = c.story.meant(c.paragraph)
        if told is not None and words == ["the"] and c.published and told.lower.year > c.published.year:
            return None  # "Rents may fall by 2035. … in the first quarter of the year": which is not said
        if told is not None:
            return told.lower.year + shift, "narrated"
        if words == ["the"] or shift == 0:
            return (c.published.year, "published") if c.published else None
    return (c.published.year + shift, "published") if c.published else None


def full_year(c: Context, group: str) -> int:
    """A printed year with its century: '98 is 1998."""
    number, word = c.digits(group), c.word(group)
    if word[0] in "'’" or len(word) == 2:
        return number + (2000 if number < 40 else 1900)
    return number


# What may follow "on the 9th", or "on 9 May 3000", where no noun does ("on the 9th floor").
NO_NOUN = frozenset(
    "and but he she it they we i you when while as after before at in on with to for from by his the".split()
)
_BARE = re.compile(r"[0-9]{4,15}")


def odd_year(c: Context) -> bool:
    """Whether a year is printed beyond all that news tells of: "until 31 December 9999", or a slip of the pen.

    Not so "On 9 May 3000 people marched", where the number counts something.
    """
    comma = (c.after() == "COMMA" and c.after(-1) in ("D2", "ORD")) or c.after() == "OF"
    if c.after(int(comma)) != "INT" or not _BARE.fullmatch(c.after_word(int(comma))):
        return False
    counted = c.after(int(comma) + 1) in ("LOW", "CAP", "UNIT", "UNITS")
    return not counted or c.after_word(int(comma) + 1) in NO_NOUN


def unresolved() -> Reading:
    """A date that is seen and not understood."""
    return Reading("DATE", None)


YEAR = "(?P<y>YEAR4|SHORTYEAR)"
WHICH = (
    "(?P<which>(?:THE )?(?:LAST|PAST|NEXT|COMING|FOLLOWING|PREVIOUS|THIS COMING|THIS PAST|THIS|SAME)|THAT SAME|THAT) "
)
