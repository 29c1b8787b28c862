"""The country that the articles are about: whose "High Court" a text means that names no country, or several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from generator import gazetteer
from generator.document import Extraction, Mention

HALF = 0.5  # of the articles must name a country, with its cities, more often than any other
LEAD = 2.0  # times as many as the next one leads in


def spoken_of(mentions: Sequence[Mention]) -> Counter[str]:
    """Countries that a document names, by places and by institutions, each as often."""
    found: Counter[str] = Counter()
    for mention in mentions:
        iso = gazetteer.country(mention.text) if mention.type == "place" else gazetteer.country_of(mention.text)
        if iso:
            found[iso] += 1
    return found


def with_cities(mentions: Sequence[Mention]) -> Counter[str]:
    """The same with those of the cities, states and provinces that it names, where no other of a name is as large."""
    places = (gazetteer.find(m.text) for m in mentions if m.type == "place")
    cities = Counter(p.iso for p in places if p and p.iso and p.alone and p.kind in ("city", "capital", "region"))
    return spoken_of(mentions) + cities


def of_all(extractions: Iterable[Extraction]) -> str:
    """Code of the country that leads in half of the articles that name any, and in far more than another; or ""."""
    leading: Counter[str] = Counter()
    articles = 0
    for extraction in extractions:
        ranked = with_cities([m for m in extraction.mentions if m.certain]).most_common(2)
        articles += bool(ranked)
        if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
            leading[ranked[0][0]] += 1
    best = leading.most_common(2)
    if not best or best[0][1] < HALF * articles or (len(best) > 1 and best[0][1] < LEAD * best[1][1]):
        return ""
    return best[0][0]


def is_of(home: str, mentions: Sequence[Mention]) -> bool:
    """Whether a text speaks of that country, and of no other one more."""
    spoken = with_cities(mentions)
    return bool(home) and spoken[home] == max(spoken.values(), default=0) > 0
