"""What the words around a clause take back: a condition, a cancellation, a question how, somebody's own camp.

A title tells one clause. Where the clause beside it says that this is only so if the river rises, that the trip was
cancelled, or whose the camp was, a title without it would say something untrue.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.beside import word_behind
from generator.extract.title_words import prose

if TYPE_CHECKING:
    from spacy.tokens import Token

    from generator.extract.title_words import Frame

_QUOTES = ('"', "“", "”")
_IF = frozenset({"if", "unless", "provided", "providing"})
_CALLED_OFF = frozenset("cancel postpone scrap abandon shelve scrub axe defer".split())
_OFF = frozenset({"off", "back"})  # "called off", "put back"
# Nobody does this to what is their own.
_AGAINST = frozenset(
    "attack raid bomb bombard shell storm ambush assault search seize besiege capture destroy overrun".split()
)
_OWNING = frozenset({"its", "their", "his", "her"})
_SET = frozenset({"set", "fix", "schedule", "list", "slate"})


def taken_back(word: Token, title: str, times: frozenset[int]) -> bool:
    """Whether the words around what `word` tells take it back; `times`: tokens of time expressions."""
    if called_off(word):
        return True
    if word.pos_ not in ("VERB", "AUX") or not title:
        return False
    return (
        on_condition(word, title)
        or how(word)
        or day_set(word, times)
        or of_the_other(word, title)
        or last_seen(word)
        or made_what(word)
    )


def on_condition(verb: Token, title: str) -> bool:
    """Of "the bridge will be closed if the river rises": told without its "if", it says what nobody said."""
    return _condition(verb) is not None and " if " not in title and " unless " not in title


def _condition(verb: Token) -> Token | None:
    """The clause behind "if" on which a verb hangs, or the verb to whose infinitive it belongs."""
    above = verb.head if verb.dep_ == "xcomp" else verb
    clauses = (c for t in (verb, above) for c in t.children if c.dep_ == "advcl")
    return next((c for c in clauses if any(m.dep_ == "mark" and m.lower_ in _IF for m in c.children)), None)


def with_condition(title: str, verb: Token, frame: Frame, limit: int) -> str:
    """The title of a plan with its condition, where it has room for it and the words read alone."""
    clause = _condition(verb)
    if clause is None or any(_leans(t, frame) for t in clause.subtree):
        return title
    words = prose(frame, [t.i for t in clause.subtree if t.text not in _QUOTES])
    longer = f"{title} {words[0].lower()}{words[1:]}"
    return longer if words.lower().startswith(("if ", "unless ")) and len(longer) <= limit else title


def _leans(token: Token, frame: Frame) -> bool:
    """Whether a word of a condition cannot be read alone, or tells it in the past: "if *she failed*"."""
    if token.tag_ in ("PRP", "PRP$", "DT") and token.lower_ not in ("the", "a", "an", "no", "any", "all", "both"):
        return True
    return token.i in frame.skip or token.tag_ == "VBD" or token.pos_ == "SPACE"


def called_off(word: Token) -> bool:
    """Of "cancelled a trip planned for Friday", "the talks planned for Friday were called off": they are not to be."""
    noun = word.head if word.dep_ in ("acl", "relcl") else None
    if noun is None or noun.dep_ not in ("dobj", "nsubjpass"):
        return False
    told = noun.head
    off = told.lemma_.lower() in ("call", "put") and any(c.lower_ in _OFF for c in told.children)
    return off or told.lemma_.lower() in _CALLED_OFF


def how(verb: Token) -> bool:
    """Of "How the vote was won, and by whom": the heading of what is to be told, or a question; no report of it."""
    asked = any(c.lower_ in ("how", "why") and c.dep_ == "advmod" and c.i < verb.i for c in verb.children)
    return asked and (verb.dep_ == "ROOT" or verb.head.pos_ not in ("VERB", "AUX"))


def day_set(verb: Token, times: frozenset[int]) -> bool:
    """Of "the court has fixed 8 May for the hearing": the hearing is then."""
    if verb.lemma_.lower() not in _SET:
        return False
    things = [c for c in verb.children if c.dep_ in ("dobj", "npadvmod") and c.i > verb.i]
    if any(t.i in times for c in things for t in (c, *c.lefts)) and not any(c.i not in times for c in things):
        return any(c.dep_ == "prep" and c.lower_ == "for" for t in (verb, *things) for c in t.children)
    return False


def of_the_other(verb: Token, title: str) -> bool:
    """Of "two days after the army attacked one of its camps": of whom the main clause tells."""
    if verb.lemma_.lower() not in _AGAINST or verb.dep_ not in ("advcl", "pcomp", "ccomp"):
        return False
    things = (c for c in verb.children if c.dep_ == "dobj")
    owned = any(t.tag_ == "PRP$" and t.lower_ in _OWNING for c in things for t in c.subtree)
    return owned and any(f" {word} " in title for word in _OWNING)


def last_seen(verb: Token) -> bool:
    """Of "he last saw her on 2 May": that he saw her is no news, that it was the last time would be."""
    seen = verb.lemma_.lower() in ("see", "hear")
    return seen and any(c.lower_ == "last" and c.i < verb.i and c.dep_ in ("advmod", "amod") for c in verb.children)


def made_what(verb: Token) -> bool:
    """Of "Berg declared president-elect", a line without "is": who is declared something, and does not declare it."""
    if verb.lemma_.lower() not in ("declare", "name", "elect", "appoint", "proclaim", "crown") or verb.tag_ != "VBD":
        return False
    if any(c.dep_ in ("aux", "auxpass", "ccomp", "dative") for c in verb.children) or verb.sent[-1].text in (".", "!"):
        return False
    things = [c for c in verb.children if c.dep_ in ("dobj", "oprd", "attr") and c.i > verb.i]
    return (
        len(things) == 1
        and things[0].left_edge.i == verb.i + 1
        and things[0].tag_ == "NN"
        and not any(c.dep_ in ("det", "poss", "nummod") for c in things[0].children)
        and word_behind(verb) not in ("war", "force", "bankruptcy", "independence", "victory")
    )
