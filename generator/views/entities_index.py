"""The index of names: by type; who is named by one report alone stands folded."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import ENTITY_TYPES
from generator.names import fold
from generator.views import addresses
from generator.views.lookup import Lookup
from generator.views.words import count, t

_ALIASES = 3  # shown of each entity


@dataclass(frozen=True, slots=True)
class Name:
    """One line of the index."""

    id: str
    name: str
    address: str
    aliases: tuple[str, ...]
    reports: int
    said: str  # "two of five reports"


@dataclass(frozen=True, slots=True)
class Kind:
    """All entities of one type."""

    id: str
    label: str
    total: int
    names: tuple[Name, ...]
    folded: tuple[Name, ...]
    folded_label: str


@dataclass(frozen=True, slots=True)
class EntitiesIndex:
    """All of the page."""

    title: str
    description: str
    standfirst: str
    kinds: tuple[Kind, ...]


def sort_key(name: str, kind: str) -> tuple[str, str]:
    """People by their last name where it is one (not a numeral), everything else by its first word."""
    words = fold(name).split()
    if kind == "person" and len(words) > 1 and not set(words[-1]) <= set("ivx") and len(words[-1].strip(".")) > 1:
        return words[-1], fold(name)
    return fold(name), ""


def view(look: Lookup) -> EntitiesIndex:
    """The index of a briefing's entities."""
    total = len(look.briefing.articles)
    kinds = []
    for kind in ENTITY_TYPES:
        ids = [e.id for e in look.briefing.entities.values() if e.front.type == kind]
        ids.sort(key=lambda id: (sort_key(look.entity_name(id), kind), id))
        names = [_name(look, id, total) for id in ids]
        often = [n for n in names if n.reports > 1]
        # With nothing named twice, a fold would hide everything.
        shown, folded = (often, [n for n in names if n.reports < 2]) if often else (names, [])
        if names:
            label = t("entities.one_report", number=len(folded))
            kinds.append(Kind(kind, t(f"types.{kind}"), len(names), tuple(shown), tuple(folded), label))
    return EntitiesIndex(
        title=t("nav.names"),
        description=t("entities.description", name=look.name),
        standfirst=t("entities.standfirst", n=total) if kinds else t("entities.empty"),
        kinds=tuple(kinds),
    )


def _name(look: Lookup, id: str, total: int) -> Name:
    front = look.briefing.entities[id].front
    number = len(look.briefing.named_in.get(id, ()))
    said = t("count.of_reports", n=number, total=count(total))
    aliases = tuple(a for a in front.aliases if fold(a) != fold(front.name))[:_ALIASES]
    return Name(id, front.name, addresses.entity(id), aliases, number, said)
