"""Whether a clause speaks of what was or of what will be, from the words around a time expression.

No parser: the nearest cue in the sentence decides, with the habits of English word order: a verb before the expression
governs it ("will meet on Monday"), an expression at the front is governed by the first verb behind it ("On Monday, the
two will meet").
"""

from __future__ import annotations

from generator.extract.times import lexicon
from generator.extract.times.cues import BEFORE_ADJECTIVE, CLOCKWORK, SCHEDULED, SET_AS_AN_ACT, STOPS, Direction, cue
from generator.extract.times.tokens import CLASS, Tokens

_REACH = 40  # tokens looked at on either side: longer than nearly every clause
_NEAR = 8  # tokens from a participle to its day
NEXT = 2  # tokens within which a present behind an expression is the verb that it goes before
_ENTRY = frozenset({"DASH", "HYPHEN", "COLON"})
_FINITE_PAST = frozenset({"PASTV", "WAS", "SAID"})


def direction(tokens: Tokens, first: int, beyond: int) -> Direction:
    """Tense of the clause around tokens first..beyond-1."""
    shape, size = tokens.shape, len(tokens.shape)
    if first > 0 and CLASS[shape[first - 1]] == "OF":
        return "unknown"  # "the verdict of 20 April will stand": the date is the verdict's
    begins = first == 0 or "\n" in tokens.text[tokens.ends[first - 1] : tokens.starts[first]]
    if (begins or CLASS[shape[first - 1]] == "PARA") and beyond < size and CLASS[shape[beyond]] in _ENTRY:
        return "future" if _coming(tokens, beyond + 1) else "past"  # "12 March – The tanker arrives"
    # A verb right behind: "the minister on Monday said", "on Monday will".
    if beyond < size:
        kind = CLASS[shape[beyond]]
        if kind in _FINITE_PAST:
            return "past"
        if kind == "WILL" and not _issued(tokens, first):
            return "future"
    near = first - 1
    while near > max(0, first - 5) and CLASS[shape[near]] in CLOCKWORK:
        near -= 1
    if near >= 0 and tokens.words[near] in SCHEDULED and tokens.kind(near - 1) not in ("THE", "A", "OWN"):
        return "future"  # but "after the close on Wednesday"
    if first > 0 and CLASS[shape[first - 1]] == "SINCE":
        return "past"
    if tokens.kind(near) == "UNTIL" and tokens.kind(near - 1) == "HAS":
        return "future"  # "has until noon on Friday to answer"
    if first > 0 and CLASS[shape[first - 1]] in ("BY", "FOR", "FROM") and _asked_for(tokens, first, beyond):
        return "future"
    moved = first > 0 and CLASS[shape[first - 1]] in ("UNTIL", "TO")
    if moved and any(tokens.words[k] in lexicon.DEFERRALS for k in range(max(0, first - 7), first - 1)):
        return "future"
    if first > 0 and tokens.words[first - 1] in _FROM_THEN_ON:
        declared = (tokens.words[at] for at in range(max(0, first - _REACH), first - 1))
        if not _DECLARED.isdisjoint(declared):
            return "future"  # "imposed a curfew, starting Friday"
    if _resolves(tokens, first) or _asked_until(tokens, first):
        return "future"
    found = _before(tokens, first)
    if found != "unknown":
        return found
    return _after(tokens, beyond)


_THAT = frozenset({"that", "which", "who", "whose", "whether", "how", "why", "where", "when", "what", "if"})
_FROM_THEN_ON = frozenset({"starting", "beginning", "effective", "commencing"})
_DECLARED = frozenset("declared declares announced announces ordered orders imposed imposes decreed proclaimed".split())
_SHE = frozenset({"it", "he", "she", "they"})


def _issued(tokens: Tokens, first: int) -> bool:
    """Whether a day before "will" is that of a participle: "the notice sent to buyers on 3 May will be withdrawn"."""
    for at in range(first - 2, max(-1, first - _NEAR), -1):
        kind = CLASS[tokens.shape[at]]
        if kind in STOPS or kind == "COMMA":
            return False
        if kind == "PASTV":
            return tokens.kind(at - 1) not in BEFORE_ADJECTIVE and tokens.kind(at - 1) in ("LOW", "CAP")
    return False


def _coming(tokens: Tokens, first: int) -> bool:
    """Whether an entry of a chronology tells what will be: not of "Norvale says that it will fold", where it says so.

    `first`: its first token behind the mark; a pronoun there is its subject, and later one of what is said.
    """
    for at in range(first, min(len(tokens.shape), first + _REACH // 2)):
        kind, word = CLASS[tokens.shape[at]], tokens.words[at].lower()
        if kind == "WILL":
            return True
        if kind in STOPS or word in _THAT or (word in _SHE and at > first):
            return False
    return False


# Verbs of what is still to be done, by a day that lies ahead also where they are in the past: "asked for it by Friday".
_DEMANDS = frozenset(
    "asked asks ask demanded demands ordered orders required requires requested urged urges commits committed obliges "
    "obliged instructed gives given told wants requiring asking demanding ordering obliging allows allowed".split()
)
# Verbs by which something gets its day on a calendar: "called for Wednesday", "proposed for Thursday".
_SET = frozenset({"set", "sets", "scheduled", "booked", "fixed", "slated"})  # "set sentencing for June 17"
_CALLED = frozenset(
    "called convened proposed summoned planned requested announced organised organized fixed promises plans".split()
)


def _asked_for(tokens: Tokens, first: int, beyond: int) -> bool:
    """Whether a date is a deadline behind a verb of demand, or the day for which something is called."""
    shape = tokens.shape
    if CLASS[shape[first - 1]] == "FOR":
        following = CLASS[shape[beyond]] if beyond < len(shape) else "PARA"
        dated = any(tokens.words[at] in _SET for at in range(max(0, first - 6), first - 2))
        return (dated or tokens.lower(first - 2) in _CALLED) and following != "POSS"
    for at in range(first - 2, max(-1, first - _REACH), -1):
        kind = CLASS[shape[at]]
        if kind in STOPS or kind == "WAS":
            return False
        if tokens.words[at] in _DEMANDS:
            return True
    return False


def _resolves(tokens: Tokens, first: int) -> bool:
    """Whether the sentence is one of a resolution, "To call the voters to the urns on 3 May": that is still to be."""
    at = first - 1
    while at > first - _REACH and at >= 0 and CLASS[tokens.shape[at]] not in STOPS:
        if CLASS[tokens.shape[at]] == "COMMA":
            return False  # "To mark the day, she flew to Osk on 3 May"
        at -= 1
    begins = at < 0 or CLASS[tokens.shape[at]] in STOPS
    if tokens.kind(at + 1) == "D2" and tokens.kind(at + 2) in ("DOT", "STOP", "QUOTE"):
        at += 2  # "2. To call the voters …"
    return begins and tokens.words[at + 1] == "To" and tokens.kind(at + 2) == "LOW" and at + 2 < first


def _asked_until(tokens: Tokens, first: int) -> bool:
    """Whether something is asked for until then: "called on them to stop all marches until the vote on 3 May"."""
    for at in range(first - 1, max(0, first - 6), -1):
        if CLASS[tokens.shape[at]] in STOPS:
            return False
        if tokens.kind(at) == "UNTIL":
            before = range(at - 1, max(0, at - 8), -1)
            led = next((k for k in before if tokens.words[k] == "to" and tokens.kind(k + 1) == "LOW"), None)
            return led is not None and any(
                tokens.words[k] in _DEMANDS or tokens.words[k] == "called" for k in range(max(0, led - 8), led)
            )
    return False


_HE = frozenset({"it", "he", "she"})
_WHO = frozenset({"who", "which", "whose", "where", "whom"})


def _present(word: str) -> bool:
    """Whether a word can be a present of the third person: "sits", "reopens"."""
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))


# Plural presents that their own complement shows: "go on trial", "stand trial", "appear in court", "come into force".
_GO = {
    "go": frozenset({"on", "to", "into", "before"}),
    "stand": frozenset({"trial"}),
    "appear": frozenset({"in", "before"}),
    "come": frozenset({"into", "before", "up"}),
    "return": frozenset({"to"}),
    "take": frozenset({"office", "effect"}),
    "face": frozenset({"trial", "court"}),
}
_NO_PRESENT = frozenset({"TO", "WILL", "MAYBE", "BE", "HAS", "WAS", "SAID"})


def _plural_present(tokens: Tokens, at: int) -> bool:
    """Of "two men accused of arson go on trial on 4 May": no "accused" tells when that is."""
    behind = _GO.get(tokens.words[at])
    if behind is None or at < 1 or tokens.lower(at + 1) not in behind:
        return False
    before = tokens.kind(at - 1)
    return (
        before not in _NO_PRESENT
        and before not in STOPS
        and before != "COMMA"
        and tokens.lower(at - 1) not in ("did", "let")
    )


def _behind_aside(tokens: Tokens, comma: int, *, told: bool) -> int | None:
    """Of "The mill, which burned in March, reopens": the token before the relative clause that a comma closes.

    Its tense is not that of the sentence. `told`: a word that can be the sentence's verb stands behind the comma;
    else one must stand before the clause ("publishes a memoir, which she tried to stop, on 4 May").
    """
    shape = tokens.shape
    for at in range(comma - 1, max(0, comma - _REACH // 2), -1):
        if CLASS[shape[at]] in STOPS:
            return None
        if CLASS[shape[at]] == "COMMA":
            if tokens.lower(at + 1) not in _WHO:
                return None
            begin = at - 1
            while begin > 0 and CLASS[shape[begin]] not in STOPS:
                begin -= 1
            if told or any(_present(tokens.words[k]) for k in range(begin + 1, at)):
                return at - 1
            return None
    return None


# Pasts that are written as the present is, which of one person has an s: "On 3 May the chairman put his name under it".
_SAME_PAST = frozenset("put cut hit shut cast quit split beat shed".split())


def _same_past(tokens: Tokens, at: int) -> bool:
    return tokens.words[at] in _SAME_PAST and tokens.kind(at - 1) in ("LOW", "CAP") and tokens.lower(at - 1)[-1:] != "s"


def _before(tokens: Tokens, first: int) -> Direction:
    """What the nearest cue before the expression says; a relative clause between commas is passed over."""
    shape = tokens.shape
    at = first - 1
    stop = max(-1, first - 1 - _REACH)
    told = False
    while at > stop:
        kind = CLASS[shape[at]]
        if kind in STOPS:
            break
        if kind == "COMMA" and (told or first - at <= 2):
            further = _behind_aside(tokens, at, told=told)
            if further is not None:
                at = further
                continue
        if kind in ("LOW", "OPENS") and _present(tokens.words[at]):
            told = True
            if at and tokens.lower(at - 1) in _HE and (at == 1 or CLASS[shape[at - 2]] in STOPS):
                return "future"  # "It sits again on Tuesday": no news is told in the present
        if _plural_present(tokens, at):
            return "future"  # no news is told in the present
        if tokens.words[at] == "next" and tokens.words[at + 1] in SCHEDULED:
            return "future"  # "ministers next meet in Vienna on 5 June"
        found = cue(tokens, at, first)
        if found is not None:
            return found
        at -= 1
    return "unknown"


def _after(tokens: Tokens, beyond: int) -> Direction:
    shape, size = tokens.shape, len(tokens.shape)
    for at in range(beyond, min(size, beyond + _REACH)):
        kind = CLASS[shape[at]]
        if kind in STOPS:
            break
        previous = CLASS[shape[at - 1]] if at else "PARA"
        if kind == "WILL" or (kind == "MAYBE" and tokens.words[at] != "could"):
            return "future"  # "On 20 January they could show it" is told
        if kind in ("WAS", "SAID", "HAS"):
            return "past"
        if kind == "PASTV" and previous not in BEFORE_ADJECTIVE:
            return "past"
        if kind == "PLAN":
            following = CLASS[shape[at + 1]] if at + 1 < size else "PARA"
            if following == "TO":
                return "future"
        if _same_past(tokens, at):
            return "past"
        if kind == "DUE" and tokens.words[at] == "set" and tokens.lower(at + 1) in SET_AS_AN_ACT:
            return "past"  # "On 3 May the cabinet set up an office"
        if tokens.words[at] == "comes" and at - beyond < NEXT:
            return "future"  # "Before that, in December, comes the vote"
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
        if kind in STOPS:
            break
        if kind in ("HAS",):
            return True
        if kind in ("WAS", "SAID"):
            return False
        if kind == "IS":
            return True
    for at in range(beyond, min(len(shape), beyond + _REACH)):
        kind = CLASS[shape[at]]
        if kind in STOPS:
            break
        if kind in ("HAS", "IS"):
            return True
        if kind in ("WAS", "SAID", "PASTV"):
            return False
    return False
