"""Whom a report credits, as a reader says it: pages keep the bare words of the text ("military statement", "police").

English gives a lone singular noun an article. What is named (it has a capital), has an article or a number already, or
is said without one (officials, police) stays as it is.
"""

from __future__ import annotations

import re

from generator.views.words import spoken

_DETERMINED = re.compile(
    r"(?:an?|the|his|her|its|their|our|this|that|one|two|three|four|five|several|some|many|both|all|no|unnamed|\d+)\b",
    re.I,
)
# A name that owns it stands for the article: "Colonel Rimer's office". "The Navy's spokesman" keeps its own.
_OWNED = re.compile(r"(?<![\w.-])[A-ZÀ-Þ][\w.-]*(?:['’]s|s['’])(?= )")
# Heads of what one speaks of as one among several: "a statement", "a spokesman".
_ONE = frozenset(
    "statement spokesman spokeswoman spokesperson official source report post letter document communique release "
    "newspaper broadcaster agency witness lawyer doctor expert analyst researcher officer minister diplomat resident "
    "survivor relative colleague study survey poll memo paper filing website blog magazine channel station".split()
)
# Heads of which there is but one in sight: "the army", "the club".
_THE = frozenset(
    "army military navy government ministry police court parliament cabinet administration company club union party "
    "team league city town line airline bank airport port office embassy hospital university council commission "
    "coastguard prosecution opposition palace".split()
)
# What begins with a vowel to the ear: short capitals are spelled out (an FBI official, a US official).
_VOWEL = re.compile(r"[AEFHILMNORSX][A-Z]{0,2}\b|(?![A-Z]{2,3}\b)[aeioAEIO]|[uU]n[^i]")


def teller(*, digest: bool, post: bool, credits: bool) -> str:
    """The key of the words that say whose a claim is."""
    return f"claim.by.{'digest.' * digest}{'post.' * post}{'credits' if credits else 'alone'}"


def credited(said_by: str) -> str:
    """The words with the article that English wants: "a military statement", "the army", "officials". In a sentence of
    another language they stand as the source has them.
    """
    if spoken().language != "en":
        return said_by
    head = re.split(r" (?:of|in|for|from|at|on|by|with|who|close|familiar)\b|,", said_by, maxsplit=1)[0].split()
    if not head or _DETERMINED.match(said_by) or _OWNED.search(" ".join(head)):
        return said_by
    if head[-1] in _THE:
        return f"the {said_by}"
    if head[-1] in _ONE:
        return f"{'an' if _VOWEL.match(said_by) else 'a'} {said_by}"
    return said_by
