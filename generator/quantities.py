"""When two figures are for one thing, and whether both can be right.

Reports count one thing under several words ("11 dead", "11 people killed"), round ("some 7,500"), and hedge ("at least
40"). Two figures are rivals only where they count one thing and no reading of their words makes both right.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.model import Figure
from generator.names import fold

# What is counted, under its other words. General words of news; the second half says what became of them.
_SAME: dict[str, tuple[str, ...]] = {
    "person": ("people", "victim", "human being", "inhabitant", "individual", "protester", "demonstrator", "marcher"),
    "person killed": (
        "dead", "death", "fatality", "death toll", "toll", "life", "life lost", "casualty killed", "body", "killed",
        "person dead", "person died", "person drowned", "victim killed", "killing", "person drowned killed",
    ),
    "person injured": ("injured", "wounded", "injury", "hurt", "person wounded", "person hurt", "casualty injured"),
    "person missing": ("missing", "missing person"),
    "person arrested": ("arrest", "detainee", "person detained", "arrested", "detained"),
    "person evacuated": ("evacuee", "evacuated", "person rescued", "rescued", "person saved"),
    "soldier": ("troop", "serviceman", "man under arms", "military personnel"),
    "policeman": ("police officer", "officer"),
    "stake": ("share", "holding", "interest", "shareholding"),
    "year in prison": ("year", "year in jail", "prison year", "year of imprisonment"),
    "sum": ("price", "value", "worth", "cost", "contract value"),
}  # fmt: skip
_IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "lives": "life",
    "policemen": "policeman", "servicemen": "serviceman",
}  # fmt: skip
_CANON = {other: key for key, others in _SAME.items() for other in others}
ABOUT = 0.1  # what "about" leaves open on either side
_ROUND = 100  # a figure of this size that ends in noughts was rounded


@lru_cache(maxsize=10_000)
def thing(what: str) -> str:
    """What a figure counts, so that two words for it are one: "Troops" and "soldiers" are "soldier"."""
    words = [singular(w) for w in fold(what).split()]
    name = " ".join(words)
    if name in _CANON:
        return _CANON[name]
    if len(words) > 1 and words[0] in _CANON and " " not in words[0]:
        name = " ".join([_CANON[words[0]], *words[1:]])  # "troops killed", "soldiers killed"
    return _CANON.get(name, name)


def singular(word: str) -> str:
    """Of "companies" "company": one of what a noun in small letters is."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


def span(figure: Figure) -> tuple[float, float]:
    """The lowest and the highest number that the figure's words allow."""
    value = figure.value
    slack = _rounding(value) if figure.unit or abs(value) >= _ROUND else 0.0
    if figure.bound == "about":
        slack = max(slack, abs(value) * ABOUT)
    low = float("-inf") if figure.bound == "most" else value - slack
    high = float("inf") if figure.bound == "least" else value + slack
    return low, high


def _rounding(value: float) -> float:
    """Half a unit of the last digit that is not a nought: 7,500 may be 7,450 to 7,550; 312 is 312."""
    digits = re.sub(r"[^0-9]", "", f"{abs(value):.0f}") if value == int(value) else ""
    noughts = len(digits) - len(digits.rstrip("0"))
    return 0.5 * 10**noughts if digits and noughts else 0.0


def agree(one: Figure, other: Figure) -> bool:
    """Whether both figures can be right."""
    (low, high), (least, most) = span(one), span(other)
    return low <= most and least <= high
