"""Titles that can be read alone: a name set before one that names nobody, as a newspaper's kicker does.

"The merger is completed" says nothing in a list of events; "Norvale: the merger is completed" does. The name is that
of which the whole text speaks most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.document import Document, Mention
from generator.extract.clauses import noun_kinds
from generator.extract.referents import BODIES

if TYPE_CHECKING:
    from spacy.tokens import Token

LIMIT = 90
LEAST = 3  # words without which not even a kicker makes a title
IN_TITLE, IN_LEAD = 4, 2  # mentions that a place in the headline or the first paragraph is worth
_SMALL = frozenset({"the", "a", "an", "both", "two", "three", "more", "some", "no"})
# What one person has to do with: before these a person's name stands as it does in a newspaper's kicker.
_FIRMS = frozenset({"company", "firm", "group", "defence", "defense"})
TRIED = 4
_ONES_OWN = frozenset(
    "trial hearing indictment verdict sentencing sentence conviction appeal charge arrest autopsy funeral burial jury "
    "judgment judgement case retrial inquest prosecution".split()
)
_WHO_DO = ("er", "or", "ist", "guard", "man", "woman", "people", "staff", "half", "person", "player")
_THINGS = ("meter", "puter", "tower", "river", "border", "tanker", "actor", "motor", "sensor", "rator", "tter", "ainer")
_PLACES = 0.5  # where something happens tells less of it than who acts


@dataclass(frozen=True, slots=True)
class Topic:
    """Whom or what a text is about: a name in full, its type, and whether headline or lead name it."""

    name: str
    type: str
    leading: bool


def topics(document: Document, mentions: Sequence[Mention]) -> tuple[Topic, ...]:
    """What a text is about, the likeliest first; only what it names more than once, or in its headline or lead."""
    lead = document.text.find("\n\n")
    worth: Counter[str] = Counter()
    fullest: dict[str, Mention] = {}
    leading: set[str] = set()
    for mention in mentions:
        key = mention.text.split()[-1].lower() if mention.type == "person" else mention.text.lower()
        worth[key] += 4 if mention.type != "place" else int(4 * _PLACES)
        if key not in fullest:
            headed = mention.text.split()[-1] in document.title
            opens = 0 <= mention.start < lead
            worth[key] += 4 * IN_TITLE * headed + 4 * IN_LEAD * opens
            leading |= {key} if headed or opens else set()
            fullest[key] = mention
        elif len(mention.text) > len(fullest[key].text):
            fullest[key] = mention
    order = sorted(worth, key=lambda key: (worth[key], key), reverse=True)
    return tuple(Topic(fullest[k].text, fullest[k].type, k in leading) for k in order if worth[k] > 4)


def fits(topic: Topic, noun: Token, named_places: bool) -> bool:
    """Whether a name can stand as a kicker before a title whose subject is `noun`, as that which it is about.

    A person only before what a court, a doctor or the grave has with one; a body before a happening, or before itself
    ("Norvale: the company …" says it), never before another body; a place where the sentence names no other.
    """
    happens, word = bool(noun_kinds(noun)), noun.lemma_.lower()
    if topic.type == "person":
        return word in _ONES_OWN
    if topic.type == "place":
        return topic.leading and (happens or word not in _FIRMS) and not named_places and not _another(noun)
    return (happens or word not in BODIES) and not _another(noun) and not _acts_for_itself(noun)


def _another(noun: Token) -> bool:
    return any(c.lower_ in ("another", "other", "its", "his", "her", "their", "some") for c in noun.lefts)


def _acts_for_itself(noun: Token) -> bool:
    """Of "the bodyguard", "a juror", "half of the staff": people, of whom it is not said whose they are."""
    word = noun.lower_.rstrip("s")
    return noun.tag_ in ("NN", "NNS") and word.endswith(_WHO_DO) and not word.endswith(_THINGS) and not noun_kinds(noun)


def kicked(
    title: str, topics: Sequence[Topic], noun: Token | None, named_places: bool, least: int = LEAST
) -> str | None:
    """The title with its kicker; `None` where there is none that fits, or no room for it."""
    if noun is None or len(title.split()) < least:
        return None
    # Where somebody is told of most, but nothing of him here, the place of the story may head what happens there.
    # Where it is a place in which the story only ends, what it is about comes next.
    first = topics[0].type if topics else ""
    second = [t for t in topics[1:TRIED] if t.leading and (t.type == "place") == (first == "person")]
    second = second if first in ("person", "place") else []
    name = next((t.name for t in (*topics[:1], *second[:1]) if fits(t, noun, named_places)), None)
    if name is None:
        return None
    first, _, rest = title.partition(" ")
    named = first.lower() not in _SMALL and (noun.left_edge.pos_ == "PROPN" or not first[1:].islower())
    plain = first if named else first.lower()
    made = f"{name}: {plain} {rest}"
    return made if len(made) <= LIMIT else None
