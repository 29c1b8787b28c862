"""The index of names: by type; who is named by one report alone stands folded."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from generator.model import ENTITY_TYPES
from generator.names import fold
from generator.views import addresses, overviews
from generator.views.claims import Link
from generator.views.lookup import Lookup
from generator.views.words import count, t

_ALIASES = 3  # shown of each entity
_LETTERS_FROM = 24  # names; a shorter list is not parted by letters


@dataclass(frozen=True, slots=True)
class Name:
    """One line of the index."""

    id: str
    name: str
    address: str
    aliases: tuple[str, ...]
    reports: int
    events: int
    said: str  # "two of five reports"


@dataclass(frozen=True, slots=True)
class Letter:
    """Names under one letter; an empty letter: the list is too short to be parted."""

    letter: str
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """All entities of one type, under their letters; `folded` are those of one report alone."""

    id: str
    label: str
    total: int
    letters: tuple[Letter, ...]
    folded: tuple[Letter, ...]
    folded_label: str


@dataclass(frozen=True, slots=True)
class EntitiesIndex:
    """All of the page."""

    title: str
    description: str
    standfirst: str
    kinds: tuple[Kind, ...]
    overviews: tuple[Link, ...]  # the same in drawings


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
            kinds.append(
                Kind(kind, t(f"types.{kind}"), len(names), _letters(shown, kind), _letters(folded, kind), label)
            )
    return EntitiesIndex(
        title=t("nav.names"),
        description=t("entities.description", name=look.name),
        standfirst=t("entities.standfirst", n=total) if kinds else t("entities.empty"),
        kinds=tuple(kinds),
        overviews=overviews.links(look),
    )


def _letters(names: list[Name], kind: str) -> tuple[Letter, ...]:
    """Names in the order of their letters; a short list stands as one."""
    if not names:
        return ()
    if len(names) <= _LETTERS_FROM:
        return (Letter("", tuple(names)),)
    parted = groupby(names, key=lambda name: sort_key(name.name, kind)[0][:1].upper())
    return tuple(Letter(letter, tuple(of)) for letter, of in parted)


def _name(look: Lookup, id: str, total: int) -> Name:
    front = look.briefing.entities[id].front
    number = len(look.briefing.named_in.get(id, ()))
    said = t("count.of_reports", n=number, total=count(total))
    aliases = tuple(a for a in front.aliases if fold(a) != fold(front.name))[:_ALIASES]
    events = len(look.briefing.events_of.get(id, ()))
    return Name(id, front.name, addresses.entity(id), aliases, number, events, said)
