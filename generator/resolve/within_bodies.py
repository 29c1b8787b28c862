"""Bodies within one document: acronyms and short forms to the fuller name that they fit; a firm's arms stay apart."""

from __future__ import annotations

import re
from collections import Counter

from generator import gazetteer, personal_names
from generator.names import fold, one_slip
from generator.resolve import bodies_match
from generator.resolve.local import GENERIC, Local, is_generic, merge

MAIN_COUNTRY = 2.5  # times as often as the next is a country named whose institutions are meant
# What tells that a longer name is another body's, beside that name: "its Riga subsidiary, Brandal Factoring Baltija".
_ARM = r"(?:subsidiary|unit|arm|division|affiliate|branch|offshoot|parent(?: company)?|holding(?: company)?|foundation)"
_ARM_BEFORE = re.compile(rf"\b{_ARM}(?:,| called| named|,? known as)? (?:the )?$")
_ARM_BEHIND = re.compile(rf",? (?:the|its|a|an) (?:[\w-]+ ){{0,2}}{_ARM}\b")


def _arm(short: Local, long: Local, text: str) -> bool:
    """Whether the longer of two names is an arm, the parent or the court above, as its words or its sentence tell."""
    if long.type != "organization" or is_generic(short.full) or bodies_match.is_acronym(short.full):
        return False
    first = min(long.spans) if long.spans else (0, 0)
    arm = bodies_match.arm_of(short.full, long.full) or bodies_match.higher_court(short.full, long.full)
    if min(short.spans, default=first) < first and arm:
        return True
    before = text[max(0, first[0] - 40) : first[0]]
    return bool(_ARM_BEFORE.search(before) or _ARM_BEHIND.match(text, first[1]))


def _of_two(short: str, full: str, single: set[str]) -> bool:
    """Whether a longer name is made of two that the text has alone: "Orva Kestrel Bank", of "Orva" and of "Kestrel"."""
    parts = fold(full).split()
    if " " in short or parts[:1] != [fold(short)] or len(parts) < 2:
        return False
    return parts[1] in single and not gazetteer.find(full.split()[1])


def join_bodies(found: list[Local], countries: Counter[str], text: str, home: str = "") -> list[Local]:
    """Acronyms and short forms to the one fuller name here that they fit.

    `countries`: those of the text, and how often; `home`: code of the one that this and the other texts are about.
    """
    gone: set[int] = set()
    single = {fold(n) for x in found if x.type in ("organization", "place") for n in x.names if " " not in n}
    others = [x for x in found if x.type not in ("person", "place")]
    for local in others:
        name = local.full
        kinds = [x for x in others if x is not local and id(x) not in gone and x.type == local.type]
        fitting = [x for x in kinds if any(bodies_match.acronym_of(name, n) for n in x.names)]
        if not fitting and not gazetteer.find(name):
            fitting = [
                x
                for x in kinds
                if any(bodies_match.within(name, n, local.type) for n in x.names)
                and not (_arm(local, x, text) or _of_two(name, x.full, single))
            ]
            longest = [x for x in fitting if not any(bodies_match.within(x.full, y.full, y.type) for y in fitting)]
            fitting = longest or fitting
        if not fitting and local.type in ("named_event", "agreement"):
            fitting = [
                x
                for x in kinds
                if len(name) >= 8
                and _near(bodies_match.words(name), bodies_match.words(x.full))
                and local.names.total() <= x.names.total()
            ]
        if len(fitting) == 1 and id(fitting[0]) != id(local):
            merge(fitting[0], local)
            gone.add(id(local))
    kept = [x for x in found if id(x) not in gone]
    for local in kept:
        if (
            local.type == "organization"
            and all(is_generic(n) and not gazetteer.find(n) for n in local.names)
            and not any("=" in k for k in local.keys)
        ):
            if iso := (home if _of_state(local) else None) or _spoken_of(countries):
                local.keys = {
                    f"organization:{' '.join(sorted([*bodies_match.words(n), f'={iso}']))}" for n in local.names
                }
            elif not countries and all(len(bodies_match.words(n)) > 2 for n in local.names):
                continue  # "State Labour Court", where no country is spoken of: the one of the corpus
            elif not any(len(bodies_match.words(k)) and "organization:" in k and _owned(k) for k in local.keys):
                local.left_out = True
    return kept


# What a country has several of: those of one text and of another need not be one.
_LOCAL = frozenset("district regional municipal city local county provincial town village magistrates".split())


def _of_state(local: Local) -> bool:
    """Whether a country has one of the name: a "High Court", and no "District Court"."""
    return all(_LOCAL.isdisjoint(fold(n).split()) for n in local.names)


def _spoken_of(countries: Counter[str]) -> str | None:
    """The only country of a document, or the one that it names much more than any other."""
    ranked = countries.most_common(2)
    if not ranked or (len(ranked) > 1 and (ranked[0][1] < MAIN_COUNTRY * ranked[1][1] or ranked[0][1] < 3)):
        return None
    return ranked[0][0]


def _owned(key: str) -> bool:
    """Whether a key holds a word that is not generic: its owner."""
    return not set(key.removeprefix("organization:").split()) <= GENERIC


def _near(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """All words equal but one, which differs in a letter."""
    if one == other:
        return True
    if len(one) != len(other):
        return False
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(differing) == 1 and one_slip(*differing[0]) and min(len(w) for w in differing[0]) >= 5


def country_misspelt(name: str) -> str | None:
    """Code of the only country whose name is one letter away ("Germnay"); None where the name is known or short."""
    folded = fold(name)
    if len(folded) < 6 or gazetteer.find(name) or gazetteer.demonym(folded) or personal_names.is_given_name(folded):
        return None
    return gazetteer.near_country(folded)
