"""What one word before a time expression says of its clause: of what was, of what is to come, or nothing.

One function for each class of words; `cue` asks the one of a token's class. Which token is asked, and in what order,
stands in `tense`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from generator.extract.times import lexicon
from generator.extract.times.tokens import Tokens

Direction = Literal["past", "future", "present", "unknown"]

STOPS = frozenset({"STOP", "PARA"})
# Plural presents that speak of a calendar where a date follows at once: "polls open Sunday".
SCHEDULED = frozenset(
    "open begin start meet arrive leave loading resume close end vote return expire launch convene depart".split()
)
CLOCKWORK = frozenset({"AT", "ON", "CLOCK", "AM", "D2", "DECIMAL", "DIGAM", "ZONE", "COMMA", "NOON", "APPROX"})
# Before these a word in -ed is an adjective: "the proposed law", "its planned talks".
BEFORE_ADJECTIVE = frozenset({"THE", "A", "OWN", "OF", "IN", "FOR", "THIS", "THESE", "BY", "FROM", "NUM", "D2"})
_COUNTS = frozenset({"D2", "N2", "INT", "NUM", "DECIMAL", "YEAR4"})
# Behind these a present speaks of what is to come.
_CONDITIONS = frozenset({"unless", "if", "until"})
# Behind "is" these say that it has not been yet: "no relief is likely before Friday".
_TO_COME = frozenset({"likely", "unlikely", "possible", "imminent"})
# "expect fog on Thursday"; but "expect second-quarter profits to have risen".
_FORESEEN = frozenset({"expect", "expects", "foresee", "foresees", "predict", "predicts"})
_LEADS = frozenset({"ON", "BY", "IN", "AT", "FROM", "UNTIL", "FOR"})
_NEAR = 8  # tokens from the conjunction to its verb
# Of these alone an "off" speaks of a day: "put off until May".
_PUT_OFF = frozenset("put puts putting called call calls calling hold held holding".split())
# Behind these "set" is an act, and no day on a calendar: "set off on Sunday", "set up", "set fire to".
SET_AS_AN_ACT = frozenset(
    "off out up fire sail foot about aside free alight ablaze ashore a an the his her its their new back down".split()
)


def cue(tokens: Tokens, at: int, first: int) -> Direction | None:
    """What the token at `at` says of an expression that begins at token `first`; `None` where it says nothing."""
    asked = _CUES.get(tokens.kind(at))
    return asked(tokens, at, first) if asked else None


def _act(tokens: Tokens, at: int) -> bool:
    """Whether a word in -ed tells an act, and is no adjective behind an article or the like."""
    return tokens.words[at].endswith("ed") and tokens.kind(at - 1) not in BEFORE_ADJECTIVE


def _will(tokens: Tokens, at: int, first: int) -> Direction:
    if tokens.words[at].lower() != "will" and tokens.words[at + 1] == "have":
        return "past"  # "we could have signed in winter"
    return "future"


def _plan(tokens: Tokens, at: int, first: int) -> Direction | None:
    if tokens.words[at] == "agreed" and tokens.kind(at + 2) in ("THE", "A", "OWN", "THIS", "THESE"):
        return "past"  # "had agreed to the sale on 3 May"
    led = tokens.words[at] in _FORESEEN and tokens.kind(first - 1) in _LEADS
    if tokens.kind(at + 1) == "TO" or tokens.words[at] in ("must", "should", "ahead") or led:
        return "future"
    return "past" if _act(tokens, at) else None


def _due(tokens: Tokens, at: int, first: int) -> Direction | None:
    word = tokens.words[at]
    if word == "off" and tokens.words[at - 1] not in _PUT_OFF:
        return None  # "a run-off", "set off", "cut off"
    if word == "set" and tokens.words[at + 1] in SET_AS_AN_ACT:
        return "present" if tokens.kind(at - 1) == "IS" else "past"
    if _calendar(tokens, at, first) or tokens.kind(at - 1) in ("IS", "BE"):
        return "future"
    return "past" if _act(tokens, at) else None


def _opens(tokens: Tokens, at: int, first: int) -> Direction | None:
    return None if tokens.kind(at - 1) in _COUNTS else "future"  # "by 71 runs on July 13"


def _to(tokens: Tokens, at: int, first: int) -> Direction | None:
    """An infinitive ("to be held", "to open") points forward unless a past verb governs it."""
    following = tokens.kind(at + 1)
    if following == "BE":
        return "future"
    led = tokens.kind(at - 1) in ("IS", "WAS") and tokens.words[at - 1] != "had"  # "had to leave" is done
    verb = following in ("LOW", "EDGE", "OPENS", "UNIT") or tokens.words[at + 1] == "present"  # "are to start"
    return "future" if led and verb else None


def _be(tokens: Tokens, at: int, first: int) -> Direction | None:
    if tokens.words[at].lower() != "been":
        return None
    return "future" if tokens.kind(first - 1) == "UNTIL" else "past"


def _said(tokens: Tokens, at: int, first: int) -> Direction | None:
    return None if tokens.kind(at - 1) == "BE" else "past"  # "will be told to leave by Friday"


def _has(tokens: Tokens, at: int, first: int) -> Direction | None:
    if tokens.kind(at - 1) == "TO":
        return "future" if tokens.kind(at - 2) == "PLAN" else None  # "hope to have it clear by noon"
    owed = tokens.lower(at + 1) == "to" and tokens.lower(at - 1) != "would"
    return "future" if owed else "past"  # "has to meet by 1 August"


def _was(tokens: Tokens, at: int, first: int) -> Direction:
    return "past"


def _past_verb(tokens: Tokens, at: int, first: int) -> Direction | None:
    if tokens.kind(at - 1) in ("BE", "IS"):
        return None
    if any(tokens.kind(k) in ("WILL", "MAYBE") for k in range(max(0, at - 3), at)):
        done = tokens.words[at - 1] == "have" and tokens.words[at - 2].lower() != "will"
        return "past" if done else "future"  # "could have signed"; "will stay closed"
    return None if tokens.kind(at - 1) in BEFORE_ADJECTIVE else "past"


def _capital(tokens: Tokens, at: int, first: int) -> Direction | None:
    """As in "Launched in March, the craft is to circle the Moon"."""
    return "past" if tokens.kind(at - 1) in STOPS and _participle(tokens.words[at]) else None


def _is(tokens: Tokens, at: int, first: int) -> Direction:
    following = tokens.words[at + 1].lower() if at + 1 < len(tokens.shape) else ""
    if (following.endswith("ing") and len(following) > 5) or following in _TO_COME:
        return "future"
    if all(tokens.kind(k) in CLOCKWORK for k in range(at + 1, first)):
        return "future"  # "kick-off is at 8 pm on Saturday"
    if any(tokens.words[k] in _CONDITIONS for k in range(max(0, at - _NEAR), at)):
        return "future"  # "unless a deal is struck by Monday"
    return "present"


def _participle(word: str) -> bool:
    """Whether a word that begins a sentence can be a past participle."""
    lower = word.casefold()
    return (
        lower.endswith("ed") and len(lower) > 4 and lower not in lexicon.NOT_PAST
    ) or lower in lexicon.IRREGULAR_PAST


def _calendar(tokens: Tokens, at: int, first: int) -> bool:
    """Whether a word of the calendar speaks of the date ahead: "due on Monday", "put off until May", "set to open"."""
    following = tokens.kind(at + 1)
    if following == "TO":
        return True
    if tokens.words[at] in lexicon.DEFERRALS:
        # "put off until May" speaks of May; "was called off on Tuesday" of a Tuesday past.
        return following in ("FOR", "UNTIL", "TO")
    return following in ("FOR", "FROM", "ON", "IN", "BY", "UNTIL", "NEXT", "AT") and first - at <= 6


_CUES: Final[dict[str, Callable[[Tokens, int, int], Direction | None]]] = {
    "WILL": _will,
    "MAYBE": _will,
    "PLAN": _plan,
    "DUE": _due,
    "OPENS": _opens,
    "TO": _to,
    "BE": _be,
    "SAID": _said,
    "HAS": _has,
    "WAS": _was,
    "PASTV": _past_verb,
    "CAP": _capital,
    "IS": _is,
}
