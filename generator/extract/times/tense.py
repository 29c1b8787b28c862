"""Whether a clause speaks of what was or of what will be, from the words around a time expression.

No parser: the nearest cue in the sentence decides, with the habits of English word order: a verb before the expression
governs it ("will meet on Monday"), an expression at the front is governed by the first verb behind it ("On Monday, the
two will meet").
"""

from __future__ import annotations

from typing import Literal

from generator.extract.times import lexicon
from generator.extract.times.tokens import CLASS, Tokens

Direction = Literal["past", "future", "present", "unknown"]

_REACH = 40  # tokens looked at on either side: longer than nearly every clause
_STOPS = frozenset({"STOP", "PARA"})
_ENTRY = frozenset({"DASH", "HYPHEN", "COLON"})
_FINITE_PAST = frozenset({"PASTV", "WAS", "SAID"})
# Plural presents that speak of a calendar where a date follows at once: "polls open Sunday".
_SCHEDULED = frozenset(
    "open begin start meet arrive leave loading resume close end vote return expire launch convene depart".split()
)
_CLOCKWORK = frozenset({"AT", "ON", "CLOCK", "AM", "D2", "DECIMAL", "DIGAM", "ZONE", "COMMA", "NOON", "APPROX"})
# Before these a word in -ed is an adjective: "the proposed law", "its planned talks".
_BEFORE_ADJECTIVE = frozenset(
    {"THE", "A", "OWN", "OF", "IN", "WITH", "FOR", "THIS", "THESE", "BY", "FROM", "NUM", "D2"}
)


_COUNTS = frozenset({"D2", "N2", "INT", "NUM", "DECIMAL", "YEAR4"})
# Behind these a present speaks of what is to come.
_CONDITIONS = frozenset({"unless", "if", "until"})
_NEAR = 8  # tokens from the conjunction to its verb
# Of these alone an "off" speaks of a day: "put off until May".
_PUT_OFF = frozenset("put puts putting called call calls calling hold held holding".split())
# Behind these "set" is an act, and no day on a calendar: "set off on Sunday", "set up", "set fire to".
_SET_AS_AN_ACT = frozenset(
    "off out up fire sail foot about aside free alight ablaze ashore a an the his her its their new back down".split()
)


def _participle(word: str) -> bool:
    """Whether a word that begins a sentence can be a past participle."""
    lower = word.casefold()
    return (
        lower.endswith("ed") and len(lower) > 4 and lower not in lexicon.NOT_PAST
    ) or lower in lexicon.IRREGULAR_PAST


def direction(tokens: Tokens, first: int, beyond: int) -> Direction:
    """Tense of the clause around tokens first..beyond-1."""
    shape, size = tokens.shape, len(tokens.shape)
    if first > 0 and CLASS[shape[first - 1]] == "OF":
        return "unknown"  # "the verdict of 20 April will stand": the date is the verdict's
    begins = first == 0 or "\n" in tokens.text[tokens.ends[first - 1] : tokens.starts[first]]
    if (begins or CLASS[shape[first - 1]] == "PARA") and beyond < size and CLASS[shape[beyond]] in _ENTRY:
        coming = any(CLASS[kind] == "WILL" for kind in shape[beyond : beyond + _REACH // 2])
        return "future" if coming else "past"  # a line of a chronology: "12 March – The tanker arrives"
    # A verb right behind: "the minister on Monday said", "on Monday will".
    if beyond < size:
        kind = CLASS[shape[beyond]]
        if kind in _FINITE_PAST:
            return "past"
        if kind == "WILL":
            return "future"
    near = first - 1
    while near > max(0, first - 5) and CLASS[shape[near]] in _CLOCKWORK:
        near -= 1
    if near >= 0 and tokens.words[near] in _SCHEDULED:
        return "future"
    if first > 0 and CLASS[shape[first - 1]] == "SINCE":
        return "past"
    if first > 0 and CLASS[shape[first - 1]] in ("BY", "FOR") and _asked_for(tokens, first, beyond):
        return "future"
    moved = first > 0 and CLASS[shape[first - 1]] in ("UNTIL", "TO")
    if moved and any(tokens.words[k] in lexicon.DEFERRALS for k in range(max(0, first - 7), first - 1)):
        return "future"
    found = _before(tokens, first)
    if found != "unknown":
        return found
    return _after(tokens, beyond)


# Verbs of what is still to be done, by a day that lies ahead also where they are in the past: "asked for it by Friday".
_DEMANDS = frozenset(
    "asked asks ask demanded demands ordered orders required requires requested urged urges commits committed obliges "
    "obliged instructed gives given told wants requiring asking demanding ordering obliging allows allowed".split()
)
# Verbs by which something gets its day on a calendar: "called for Wednesday", "proposed for Thursday".
_SET = frozenset({"set", "sets", "scheduled", "booked", "fixed", "slated"})  # "set sentencing for June 17"
_CALLED = frozenset("called convened proposed summoned planned requested announced organised organized fixed".split())


def _asked_for(tokens: Tokens, first: int, beyond: int) -> bool:
    """Whether a date is a deadline behind a verb of demand, or the day for which something is called."""
    shape = tokens.shape
    if CLASS[shape[first - 1]] == "FOR":
        following = CLASS[shape[beyond]] if beyond < len(shape) else "PARA"
        dated = any(tokens.words[at] in _SET for at in range(max(0, first - 6), first - 2))
        return (dated or tokens.words[first - 2] in _CALLED) and following != "POSS"
    for at in range(first - 2, max(-1, first - _REACH), -1):
        kind = CLASS[shape[at]]
        if kind in _STOPS or kind == "WAS":
            return False
        if tokens.words[at] in _DEMANDS:
            return True
    return False


_HE = frozenset({"it", "he", "she"})
_WHO = frozenset({"who", "which", "whose", "where", "whom"})


def _present(word: str) -> bool:
    """Whether a word can be a present of the third person: "sits", "reopens"."""
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _behind_aside(tokens: Tokens, comma: int, *, told: bool) -> int | None:
    """Of "The mill, which burned in March, reopens": the token before the relative clause that a comma closes.

    Its tense is not that of the sentence. `told`: a word that can be the sentence's verb stands behind the comma;
    else one must stand before the clause ("publishes a memoir, which she tried to stop, on 4 May").
    """
    shape = tokens.shape
    for at in range(comma - 1, max(0, comma - _REACH // 2), -1):
        if CLASS[shape[at]] in _STOPS:
            return None
        if CLASS[shape[at]] == "COMMA":
            if tokens.lower(at + 1) not in _WHO:
                return None
            begin = at - 1
            while begin > 0 and CLASS[shape[begin]] not in _STOPS:
                begin -= 1
            if told or any(_present(tokens.words[k]) for k in range(begin + 1, at)):
                return at - 1
            return None
    return None


def _before(tokens: Tokens, first: int) -> Direction:
    shape = tokens.shape
    at = first - 1
    stop = max(-1, first - 1 - _REACH)
    passive = told = False
    while at > stop:
        kind = CLASS[shape[at]]
        if kind in _STOPS:
            break
        previous = CLASS[shape[at - 1]] if at else "PARA"
        if kind == "COMMA" and (told or first - at <= 2):
            further = _behind_aside(tokens, at, told=told)
            if further is not None:
                at = further
                continue
        if kind in ("LOW", "OPENS") and _present(tokens.words[at]):
            told = True
            if at and tokens.lower(at - 1) in _HE and (at == 1 or CLASS[shape[at - 2]] in _STOPS):
                return "future"  # "It sits again on Tuesday": no news is told in the present
        if tokens.words[at] == "next" and tokens.words[at + 1] in _SCHEDULED:
            return "future"  # "ministers next meet in Vienna on 5 June"
        if kind in ("WILL", "MAYBE") and tokens.words[at].lower() != "will" and tokens.words[at + 1] == "have":
            return "past"  # "we could have signed in winter"
        if kind == "WILL":
            return "future"
        if kind == "PLAN":
            following = CLASS[shape[at + 1]] if at + 1 < len(shape) else "PARA"
            if following == "TO" or tokens.words[at] in ("must", "should", "ahead"):
                return "future"
            if tokens.words[at].endswith("ed") and previous not in _BEFORE_ADJECTIVE:
                return "past"
        elif kind == "DUE" and tokens.words[at] == "off" and tokens.words[at - 1] not in _PUT_OFF:
            pass  # "a run-off", "set off", "cut off"
        elif kind == "DUE" and tokens.words[at] == "set" and tokens.words[at + 1] in _SET_AS_AN_ACT:
            return "present" if previous == "IS" else "past"
        elif kind == "DUE":
            if _calendar(tokens, at, first) or previous in ("IS", "BE"):
                return "future"
            if tokens.words[at].endswith("ed") and previous not in _BEFORE_ADJECTIVE:
                return "past"
        elif kind == "OPENS" and previous in _COUNTS:
            pass  # "by 71 runs on July 13"
        elif kind == "OPENS":
            return "future"
        elif kind == "TO":
            # An infinitive ("to be held", "to open") points forward unless a past verb governs it.
            following = CLASS[shape[at + 1]] if at + 1 < len(shape) else "PARA"
            if following == "BE":
                return "future"
            led = previous in ("IS", "WAS") and tokens.words[at - 1] != "had"  # "had to leave" is done
            if led and (following == "LOW" or tokens.words[at + 1] == "present"):
                return "future"
        elif kind == "BE":
            passive = tokens.words[at].lower() != "been"
            if not passive:
                return "future" if CLASS[shape[first - 1]] == "UNTIL" else "past"
        elif kind == "SAID" and previous == "BE":
            pass  # "will be told to leave by Friday"
        elif kind == "HAS" and tokens.lower(at + 1) == "to" and tokens.lower(at - 1) != "would":
            return "future"  # "has to meet by 1 August"
        elif kind in ("WAS", "SAID") or kind == "HAS":
            return "past"
        elif kind == "PASTV":
            if previous == "BE":
                at -= 1
                continue
            if previous == "IS":
                at -= 1
                continue
            if any(CLASS[shape[k]] in ("WILL", "MAYBE") for k in range(max(0, at - 3), at)):
                done = tokens.words[at - 1] == "have" and tokens.words[at - 2].lower() != "will"
                return "past" if done else "future"  # "could have signed"; "will stay closed"
            if previous not in _BEFORE_ADJECTIVE:
                return "past"
        elif kind == "CAP" and previous in _STOPS and _participle(tokens.words[at]):
            return "past"  # "Launched in March, the craft is to circle the Moon"
        elif kind == "IS":
            following = tokens.words[at + 1].lower() if at + 1 < len(shape) else ""
            if following.endswith("ing") and len(following) > 5:
                return "future"
            if all(CLASS[shape[k]] in _CLOCKWORK for k in range(at + 1, first)):
                return "future"  # "kick-off is at 8 pm on Saturday"
            if any(tokens.words[k] in _CONDITIONS for k in range(max(0, at - _NEAR), at)):
                return "future"  # "unless a deal is struck by Monday"
            return "present"
        elif kind == "MAYBE":
            return "future"
        at -= 1
    return "unknown"


def _calendar(tokens: Tokens, at: int, first: int) -> bool:
    """Whether a word of the calendar speaks of the date ahead: "due on Monday", "put off until May", "set to open"."""
    following = CLASS[tokens.shape[at + 1]] if at + 1 < len(tokens.shape) else "PARA"
    if following == "TO":
        return True
    if tokens.words[at] in lexicon.DEFERRALS:
        # "put off until May" speaks of May; "was called off on Tuesday" of a Tuesday past.
        return following in ("FOR", "UNTIL", "TO")
    return following in ("FOR", "FROM", "ON", "IN", "BY", "UNTIL", "LATER", "NEXT", "AT") and first - at <= 6


def _after(tokens: Tokens, beyond: int) -> Direction:
    shape, size = tokens.shape, len(tokens.shape)
    for at in range(beyond, min(size, beyond + _REACH)):
        kind = CLASS[shape[at]]
        if kind in _STOPS:
            break
        previous = CLASS[shape[at - 1]] if at else "PARA"
        if kind in ("WILL", "MAYBE"):
            return "future"
        if kind in ("WAS", "SAID", "HAS"):
            return "past"
        if kind == "PASTV" and previous not in _BEFORE_ADJECTIVE:
            return "past"
        if kind == "PLAN":
            following = CLASS[shape[at + 1]] if at + 1 < size else "PARA"
            if following == "TO":
                return "future"
        if kind == "OPENS" or (kind == "DUE" and at + 1 < size and CLASS[shape[at + 1]] in ("TO", "FOR")):
            return "future"
        if kind == "IS":
            following = tokens.words[at + 1].lower() if at + 1 < size else ""
            if following == "to" or (following.endswith("ing") and len(following) > 5):
                return "future"
            return "present"
    return "unknown"


def perfect(tokens: Tokens, first: int, beyond: int) -> bool:
    """Whether the clause is in the present or present perfect: it tells of a state that lasts."""
    shape = tokens.shape
    for at in range(first - 1, max(-1, first - 1 - _REACH), -1):
        kind = CLASS[shape[at]]
        if kind in _STOPS:
            break
        if kind in ("HAS",):
            return True
        if kind in ("WAS", "SAID"):
            return False
        if kind == "IS":
            return True
    for at in range(beyond, min(len(shape), beyond + _REACH)):
        kind = CLASS[shape[at]]
        if kind in _STOPS:
            break
        if kind in ("HAS", "IS"):
            return True
        if kind in ("WAS", "SAID", "PASTV"):
            return False
    return False
