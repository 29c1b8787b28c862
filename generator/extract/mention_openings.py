"""What a line or a sentence opens with: the place of a dateline in capitals, a greeting, an adjective like a town."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from generator import gazetteer, personal_names
from generator.extract import gazetteer_words as tables
from generator.extract.mention_words import PARTICLES, Word, neighbours

_DAY = r"(?:\d{1,2} [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2})(?:,? \d{4})?"
# What follows the place: a country or region, a day, an agency in brackets, a dash; each may lack but the last.
_BEHIND_PLACE = re.compile(
    r"(?:, (?!(?:\d|[A-Z][a-z]{2,8}\.? \d))[A-Z][\w.]{1,20}(?: [A-Z][\w.]{1,20}){0,2})?"
    rf"(?:, {_DAY})?(?: \([^()\n]{{2,40}}\))?[.,]? ?[-–—]{{1,2}}\s"
)
_LONGEST_PLACE = 6  # words
_LONGEST_BEHIND = 12


def datelines(words: list[Word]) -> Iterator[tuple[int, int]]:
    """Words [from, to) of places in capitals that begin a line: "PONTE DE CIMA, Portugal, 3 May (Agency) -"."""
    for start, word in enumerate(words):
        if not (word.first and word.caps):
            continue
        stop = start + 1
        while (
            stop < len(words)
            and stop - start < _LONGEST_PLACE
            and words[stop - 1].gap == " "
            and (words[stop].caps or words[stop].text in PARTICLES)
        ):
            stop += 1
        behind = "".join(w.text + w.gap for w in words[stop : stop + _LONGEST_BEHIND])
        shouted = (
            words[stop - 1].gap.strip() in ("-", "–", "—") and len([w for w in words[stop : stop + 2] if w.caps]) > 1
        )
        if shouted:
            continue  # "SOCCER - SCOTTISH LEAGUE STANDINGS."
        if words[stop - 1].caps and _BEHIND_PLACE.match(words[stop - 1].gap + behind):
            yield start, stop


# Towns whose names are adjectives that open a sentence before what they describe: "Nice flowers".
_ADJECTIVES = frozenset("nice mobile split superior normal upper ideal orange lucky noble best".split())


def describes(words: list[Word], index: int) -> bool:
    """Whether the first word of a sentence is an ordinary adjective before a noun in small letters."""
    word = words[index]
    following = words[index + 1] if index + 1 < len(words) and word.gap == " " else None
    return (
        word.first
        and not word.caps
        and word.lower in _ADJECTIVES
        and following is not None
        and not following.cap
        and (following.tag.startswith("NN") or following.tag.startswith("JJ"))
    )


def greets(words: list[Word], index: int, seen: Collection[str]) -> bool:
    """Whether an unknown word begins an exclamation and is called to somebody: "Obrigado, Brasil!", "Tillykke!".

    `seen`: words that have their capital within a sentence somewhere in the text.
    """
    word = words[index]
    if not word.first or word.caps or word.headline or word.text in seen or word.possessive:
        return False
    to_whom = words[index + 1] if index + 1 < len(words) and word.gap == ", " else None
    called = word.gap.startswith("!") or (to_whom is not None and to_whom.gap.startswith("!"))
    return called and not (gazetteer.find(word.text) or personal_names.may_be_given(word.text))


def begins_body(words: list[Word], stop: int) -> bool:
    """Whether the capitals behind a known place's name end a body's: "Yellow Sea Weather Bureau"."""
    behind = words[stop - 1 : stop + 5]
    caps = [word.cap and neighbours(behind, i) for i, word in enumerate(behind[1:])]
    more = caps.index(False) if False in caps else len(caps)
    return more > 0 and tables.head_type(behind[more]) == "organization"
