"""Words by which a text goes on with what it has named: of a treaty "the pact", of its one ship "the vessel"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.document import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

    from generator.extract.referents import Referents

# Each line: what one thing may be called in turn.
_GROUPS = tuple(
    frozenset(line.split())
    for line in (
        "deal agreement accord treaty pact",
        "contract order deal",
        "merger takeover combination tie-up acquisition",
        "election vote ballot poll",
        "trial case proceedings",
        "report study paper",
        "inquiry investigation probe",
        "crash accident disaster collapse",
        "flood flooding deluge",
        "blaze fire",
        "blast explosion",
        "strike walkout",
        "festival event",
        "dam barrage wall",
        "levee dyke embankment",
    )
)
# What a text may call the one ship, craft or machine that it names.
_CRAFT = frozenset(
    "probe satellite spacecraft craft orbiter lander rover rocket ship vessel tanker barge ferry liner freighter "
    "trawler plane aircraft jet airliner submarine yacht corvette frigate telescope reactor".split()
)
# One thing may be several of these; of two of different sorts a text tells of two things.
_SORTS = frozenset(
    "ship vessel tanker barge ferry liner freighter trawler submarine yacht corvette frigate bulker carrier coaster "
    "steamer schooner tug dredger icebreaker destroyer cutter plane aircraft jet airliner helicopter bomber".split()
)
# Times as often as any other a text must speak of the one that it means: of its one ship, body or country.
MOSTLY = 3


def others(lemma: str) -> frozenset[str]:
    """The words by which a thing of this name may be called as well, itself among them."""
    return frozenset({lemma}).union(*(group for group in _GROUPS if lemma in group))


def craft(word: str, mentions: Sequence[Mention], before: int) -> int | None:
    """Of "the ship": the number of its last mention before a place in the text, where the text names just one."""
    if word not in _CRAFT:
        return None
    named = Counter(m.text for m in mentions if m.type == "equipment")
    first, *rest = named.most_common(2) or [("", 0)]
    if not first[1] or (rest and first[1] < MOSTLY * rest[0][1]):
        return None
    known = [i for i, m in enumerate(mentions) if m.text == first[0]]
    return max((i for i in known if mentions[i].end <= before), key=lambda i: mentions[i].end, default=known[0])


def may_be_another(who: Referents, noun: Token, described: Token | None = None) -> bool:
    """Whether "the ship", "the hall" need not be the one that a text described before: it names another, or a trawler.

    `described`: the noun by which it was described, whose own names are not another's.
    """
    beside = {who.mentions[i].text for i in who.names_of(described)} if described is not None else set()
    word = noun.lemma_.lower()
    if any(who.mentions[i].text not in beside for i in who.called_so.ending.get(word, ())):
        return True
    if word not in _SORTS:
        return False
    named = any(m.type == "equipment" and m.text not in beside for m in who.mentions)
    return named or not (_SORTS - {word}).isdisjoint(who.beside)
