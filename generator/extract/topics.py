"""What a text is about: the names of which it speaks most, or which its headline and its first paragraph have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.document import Document, Mention
from generator.extract import accused

if TYPE_CHECKING:
    from generator.model import EntityType

IN_TITLE, IN_LEAD = 4, 2  # mentions that a place in the headline or the first paragraph is worth
LEAD = 400  # characters, of a text without paragraphs
_PLACES = 0.5  # where something happens tells less of it than who acts
_CASE = r"(?:case|trial|affair|scandal|disaster|inquiry)"
SHORT = 100  # characters of a line that may be a masthead
_ENDS = (".", "!", "?", ":", "…", '"', "”", "’")


@dataclass(frozen=True, slots=True)
class Topic:
    """Whom or what a text is about: a name in full, its type, and whether headline or lead name it."""

    name: str
    type: EntityType
    leading: bool
    headed: bool
    weight: float  # against that of the next one of its type
    tried: bool = False  # whether the text says of that person to be accused, arrested or convicted
    alone: bool = False  # and of nobody else
    once: bool = False  # whether the text has the name only once
    case: bool = False  # of a place: whether the text speaks of its case, as "the Radek case"


def of_text(document: Document, mentions: Sequence[Mention]) -> tuple[Topic, ...]:
    """What a text is about, the likeliest first; only what it names more than once, or in its headline or lead."""
    lead = document.text.find("\n\n")
    lead = lead if lead > 0 else LEAD
    worth: Counter[str] = Counter()
    times: Counter[str] = Counter()
    fullest: dict[str, Mention] = {}
    leading: set[str] = set()
    heading: set[str] = set()
    publisher = (document.publisher or "").casefold()
    for mention in mentions:
        if publisher and mention.text.casefold() in publisher:
            continue  # the paper itself
        key = mention.text.split()[-1].lower() if mention.type == "person" else mention.text.lower()
        times.update(set(mention.text.lower().split()))
        worth[key] += 4 if mention.type != "place" else int(4 * _PLACES)
        if key not in fullest:
            headed = _headed(mention, document.title)
            opens = 0 <= mention.start < lead and _in_prose(document.text, mention)
            worth[key] += 4 * IN_TITLE * headed + 4 * IN_LEAD * opens
            leading |= {key} if headed or opens else set()
            heading |= {key} if headed else set()
            fullest[key] = mention
        elif len(mention.text) > len(fullest[key].text):
            fullest[key] = mention
    words = f"{document.title}\n{document.text}"
    order = sorted(worth, key=lambda key: (worth[key], key), reverse=True)
    parts = {key: frozenset(fullest[key].text.lower().split()) for key in order}
    found = []
    for key in order:
        kind = fullest[key].type
        own = parts[key]  # the order is one of worth: the first of its type that shares no word is the next one
        next_one = next((worth[k] for k in order if fullest[k].type == kind and own.isdisjoint(parts[k])), 1)
        if worth[key] > 4:
            called = fullest[key].text if kind != "person" else fullest[key].text.split()[-1]
            tried = kind in ("person", "organization") and accused.is_tried(document.text, called)
            weight = worth[key] / max(next_one, 1)
            case = kind == "place" and bool(re.search(rf"\b{re.escape(fullest[key].text)} {_CASE}\b", words))
            once = all(times[word] < 2 and word not in document.title.lower() for word in own)
            # A ship that the text names once, and not in its first sentence, only comes by.
            late = once and kind == "equipment" and ". " in document.text[: fullest[key].start]
            leads = key in leading and not late
            about = Topic(fullest[key].text, kind, leads, key in heading, weight, tried, once=once, case=case)
            found.append(about)
    alone = sum(t.tried and t.type == "person" for t in found) == 1
    return tuple(replace(t, alone=alone and t.tried and t.type == "person") for t in found)


def _headed(mention: Mention, title: str) -> bool:
    """Whether a headline has a name: a person's by the surname, any other whole ("Linares" is not Deportes Linares)."""
    name = mention.text.split()[-1] if mention.type == "person" else mention.text
    return name in title


def _in_prose(text: str, mention: Mention) -> bool:
    """Whether a name stands in a sentence, and not in a masthead: "The Radek Gazette, Graz, 12 July 2019"."""
    begins, ends = text.rfind("\n", 0, mention.start) + 1, text.find("\n", mention.end)
    line = text[begins : ends if ends >= 0 else len(text)].rstrip()
    return len(line) > SHORT or line.endswith(_ENDS)
