"""The events by what they are: how often there was a meeting, what was signed, whom a court judged.

With a script the chronology's filter does the same; this page is for readers without one, and for counting.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from generator.views import addresses
from generator.views.entries import Told, line, told
from generator.views.filters import kind_name
from generator.views.folds import cut
from generator.views.lookup import Lookup
from generator.views.words import capital, figure, t

_SHOWN = 60  # events of one kind; the chronology has all
_TOLD = 120  # events of all kinds that stand with their words; of more each has one line


@dataclass(frozen=True, slots=True)
class KindGroup:
    """The events of one kind, oldest first; `more` says how many did not fit."""

    id: str
    name: str
    count: str
    figure: str
    events: tuple[Told, ...]  # with words, where they are not too many
    more: str


@dataclass(frozen=True, slots=True)
class ByKind:
    """All of the page."""

    title: str
    description: str
    standfirst: str
    groups: tuple[KindGroup, ...]


def view(look: Lookup) -> ByKind | None:
    """The most frequent kind first, what has none last; `None` where that would part nothing.

    An event that its reports call by two kinds stands under both.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for id, facts in look.events.items():
        for kind in dict.fromkeys(r.claim.kind or "" for r in facts.reports) or ("",):
            found[kind].append(id)
    some = {id for kind, ids in found.items() if kind for id in ids}
    found[""] = [id for id in found.pop("", []) if id not in some]
    kinds = sorted((k for k in found if k), key=lambda k: (-len(found[k]), k))
    if len(kinds) < 2:
        return None
    words = sum(map(len, found.values())) <= _TOLD
    groups = [_group(look, kind, found[kind], words) for kind in [*kinds, *([""] if found[""] else [])]]
    return ByKind(
        title=t("kinds.title"),
        description=t("kinds.description", name=look.name),
        standfirst=t("kinds.standfirst"),
        groups=tuple(groups),
    )


def _event(look: Lookup, id: str, words: bool) -> Told:
    facts = look.events[id]
    return told(look, facts) if words else Told(line(facts), None)


def _group(look: Lookup, kind: str, ids: list[str], words: bool) -> KindGroup:
    shown, rest = cut(ids, _SHOWN)
    return KindGroup(
        id=f"kind-{'-'.join(kind.split()) or 'none'}",
        name=capital(kind_name(kind)) if kind else t("kinds.none"),
        count=capital(t("count.events", n=len(ids))),
        figure=figure(len(ids)),
        events=tuple(_event(look, id, words) for id in shown),
        more=capital(t("kinds.more", n=len(rest))) if rest else "",
    )


def address(look: Lookup) -> str:
    """Of the page; empty where there is none."""
    kinds = {r.claim.kind for facts in look.events.values() for r in facts.reports if r.claim.kind}
    return addresses.KINDS if len(kinds) > 1 else ""
