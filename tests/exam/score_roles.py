"""Score the roles of a topic: what each article is found to call somebody, against `roles.yaml`.

A role is right when most of its words are those of one accepted phrase: F1 of words of two thirds, articles and "of"
apart. A role of somebody of whom the gold tells none in that article is wrong.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

ENOUGH = 0.65
_SMALL = frozenset("a an the of s his her its their".split())
Scores = tuple[int, int, int]  # right, given, wanted


def words(text: str) -> Counter[str]:
    """The words of a role that count, folded."""
    return Counter(w for w in re.findall(r"[^\W_]+", text.casefold().replace("’", "'")) if w not in _SMALL)


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def agree(given: str, accepted: str | Sequence[str]) -> bool:
    """Whether a role has the words of one of the phrases."""
    one = words(given)
    for phrase in [accepted] if isinstance(accepted, str) else accepted:
        two = words(phrase)
        if 2 * (one & two).total() >= ENOUGH * (one.total() + two.total()) > 0:
            return True
    return False


def score(
    entities: Sequence[Mapping[str, Any]],
    gold: Mapping[int, Mapping[str, Any]],
    articles: Mapping[int, Mapping[str, Any]],
    say: Callable[[str], None],
) -> Scores:
    """(right, given, wanted) over the articles of one topic; places, and what is no entity of the gold, apart."""
    right = given = wanted = 0
    for number, front in articles.items():
        told = dict(gold.get(number) or {})
        optional = told.pop("optional", {})
        bearers = {}
        for e in entities:
            if number in e["in"]:
                names = [_plain(n) for n in e["names"]]
                bearers |= {tail: e for n in names for tail in (n, n.partition(". ")[2]) if tail}  # "Prof. Ann Hill"
        left = set(told)
        wanted += len(told)
        for row in front.get("entities") or []:
            bearer = next((bearers[_plain(n)] for n in row.get("names") or [] if _plain(n) in bearers), None)
            if bearer is None or bearer["type"] == "place" or not row.get("role"):
                continue
            accepted = told.get(bearer["id"])
            if accepted is None and bearer["id"] in optional:
                continue
            given += 1
            if accepted is not None and agree(row["role"], accepted) and bearer["id"] in left:
                right += 1
                left.discard(bearer["id"])
            else:
                say(f"wrong role of {bearer['id']} in {number}: {row['role']!r}, should be {accepted or 'none'}")
                left.discard(bearer["id"])
        for who in sorted(left):
            say(f"missed role of {who} in {number}: {told[who]}")
    return right, given, wanted
