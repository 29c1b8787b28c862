"""What a text tells of whether somebody is a man or a woman: titles, pronouns, "his wife", "a widow"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.extract.tokens import text_of

if TYPE_CHECKING:
    from spacy.tokens import Span

    from generator.extract.referents import Referents

HE, SHE = frozenset({"he", "him", "his"}), frozenset({"she", "her", "hers"})
_TITLE = re.compile(r"\b(?:(Mrs|Ms|Miss|Madame|Madam|Mme|Lady|Dame|Frau)|(Mr|Sir|Lord|Monsieur|Herr))\.? $")
MEN = frozenset({"man", "husband", "father", "son", "brother", "widower", "businessman", "chairman", "spokesman"})
WOMEN = frozenset({"woman", "wife", "mother", "daughter", "sister", "widow", "chairwoman", "spokeswoman"})
_OWNED = frozenset({"whose", "his", "her", "their", "s", "and", "with"})


def note(who: Referents, sentence: Span) -> None:
    """Note what titles and pronouns tell, where a sentence names one person only."""
    people = [i for i in who.within(sentence.start_char, sentence.end_char) if who.mentions[i].type == "person"]
    text = text_of(who.doc)
    for i in people:
        start = who.mentions[i].start
        if title := _TITLE.search(text, max(0, start - 12), start):
            who.sexes[who.key(i)]["f" if title[1] else "m"] += 3
        words = re.findall(r"[a-z]+", text[max(0, start - 24) : start].lower())[-2:]
        behind = re.findall(r"[a-z]+", text[who.mentions[i].end : who.mentions[i].end + 24].lower())[:3]
        if not _OWNED & set(behind):  # "Ann Sorel, whose brother", "Ann Sorel's husband", "Ann Sorel and her son"
            words += behind
        for word in words:  # "his wife Ann Sorel", "Ann Sorel, a widow"
            if word in MEN | WOMEN:
                who.sexes[who.key(i)]["m" if word in MEN else "f"] += 2
    if len({who.key(i) for i in people}) != 1:
        return
    end = who.mentions[people[0]].end
    words = [t.lower_ for t in sentence if t.tag_ in ("PRP", "PRP$") and t.idx > end]
    told = {"f" if w in SHE else "m" for w in words if w in SHE or w in HE}
    if len(told) == 1:
        who.sexes[who.key(people[0])][told.pop()] += 1
