"""Agreement within one text: what stands in a list, in brackets, or bears a name of something already found.

A newspaper gives the full name first, and a part of it from then on: the last word of a person's, the first of a
body's. So the whole text tells what a single word names.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise

from generator import gazetteer, personal_names
from generator.extract import gazetteer_words as tables
from generator.extract import (
    mention_kinds,
    mention_lists,
    mention_people,
    mention_shared,
    mention_told,
    mention_types,
)
from generator.extract.acronyms import abbreviates
from generator.extract.mention_ends import Candidate
from generator.extract.mention_shared import family
from generator.extract.mention_spans import Cutter
from generator.extract.mention_types import CERTAIN, MARGIN
from generator.extract.mention_words import neighbours
from generator.model import EntityType
from generator.names import fold

KNOWN_AS = re.compile(
    r",? (?:whose real name (?:is|was)|born|real name:?|n[ée]e?|alias|aka|a\.k\.a\.) "
    r"|,? \(?(?:also |better |widely |commonly |popularly |formerly |previously )?"
    r"(?:known as|called|nicknamed|spelt|spelled|written|transliterated as|romani[sz]ed as|known by the name"
    r"|known by its (?:\w+ )?(?:initials|acronym)) (?:the )?[\"“]?"
)


def agree(candidates: list[Candidate], names: list[str], text: str, cutter: Cutter) -> list[str]:
    """Settle the votes of a text's candidates among each other, and add those only now seen; their names."""
    mention_lists.share_in_lists(candidates, cutter)
    mention_lists.from_to(candidates, cutter)
    _share_with_aliases(candidates, names, text, cutter)
    _shortened(candidates, names, cutter, mention_people.addressed(candidates, names, cutter))
    _series(candidates, names, cutter)
    mention_told.speaks_of_itself(candidates, text, cutter)
    mention_told.trust_the_text(candidates, names)
    mention_shared.settle(candidates, names, cutter)
    found, shown = _again(candidates, names, cutter)
    candidates[:] = found
    return shown


# "A counter from X, called Y" tells nothing of X.
_PREPOSITIONS = frozenset("from in of by for to near at with on".split())


def _share_with_aliases(candidates: list[Candidate], names: list[str], text: str, cutter: Cutter) -> None:
    """An acronym in brackets, or a name after "known as", is of the type of the name before it."""
    words = cutter.words
    for (one, first), (two, second) in pairwise(zip(candidates, names, strict=True)):
        between = text[words[one.stop - 1].end : words[two.start].start]
        kind = mention_types.decide(one.votes)
        if kind is None:
            continue
        initials = second.isupper() and len(second) > 1 and (abbreviates(second, first) or _more_letters(second, first))
        capitals = second.isupper() and 2 < len(second) < 7 and words[two.stop - 1].gap.startswith(")")
        if capitals and re.fullmatch(r" \(", between) and one.stop - one.start > 2 and kind[0] == "organization":
            one.vote("organization", 1.5)
        if kind[0] == "person" and initials and re.fullmatch(r" \(", between):
            for candidate in (one, two):  # people have no initials in brackets
                candidate.votes = {"organization": 3.0}
            continue
        letters = native_letters(text, words[two.start].start, words[two.stop - 1].end) if between == " (" else ""
        if kind[0] == "organization" and abbreviates(letters, second):
            two.votes = {"organization": 3.0}
            continue
        if abbreviates(second, first) and re.fullmatch(r"['’]?s?,? ?[(\[][\"“]?(?:the |or )?[\"“]?", between):
            two.votes = {kind[0]: max(3.0, kind[1])}
        elif (
            re.fullmatch(r"['’]?s?,? ?\(", between)
            and kind[0] == "organization"
            and cutter.head(one.start, one.stop) == "organization"
            and " " not in second
            and not gazetteer.find(second)
            and words[two.stop - 1].gap.startswith(")")
        ):
            two.vote("organization", 2.0)
        elif KNOWN_AS.fullmatch(between) and not (
            kind[0] != "person" and one.start and words[one.start - 1].lower in _PREPOSITIONS
        ):
            two.vote(kind[0], 2.5)


def _more_letters(letters: str, name: str) -> bool:
    """Whether letters begin with a name's initials and go on with a word that it leaves out: "Orva Kestrel (OKB)"."""
    initials = "".join(part[0] for part in fold(name).split())
    return 1 < len(initials) == len(letters) - 1 and letters.casefold().startswith(initials)


def _again(candidates: list[Candidate], names: list[str], cutter: Cutter) -> tuple[list[Candidate], list[str]]:
    """With what was not seen as a name before: words that are the surname or the whole name of something found."""
    words = cutter.words
    known: dict[str, dict[EntityType, float]] = {}
    for candidate, name in zip(candidates, names, strict=True):
        verdict = mention_types.decide(candidate.votes)
        if verdict and verdict[1] >= CERTAIN and verdict[2] >= MARGIN:
            parts = name.split()
            if verdict[0] == "person" and len(parts) > 1:
                family = parts[0] if parts[0].casefold() in personal_names.family_first() else parts[-1]
                first = parts[0] if personal_names.may_be_given(parts[0]) else family  # Indonesians are called so
                for form in (family, re.sub(r"^[A-Za-z]{2}-", "", family), first):
                    if len(form) > 2:
                        known.setdefault(form, {"person": 3.0})
            elif len(parts) == 1 and len(name) > 3 and not tables.is_common(words[candidate.start]):
                known.setdefault(name, dict(candidate.votes))
    taken = {i for c in candidates for i in range(c.start, c.stop)}
    added = []
    for index, word in enumerate(words):
        if index in taken or not word.cap or word.text not in known:
            continue
        beside = (index and neighbours(words, index - 1) and words[index - 1].cap and index - 1 not in taken) or (
            neighbours(words, index) and words[index + 1].cap and index + 1 not in taken
        )
        if not beside and not (word.first and tables.stop("function", word)):
            added.append((Candidate(index, index + 1, dict(known[word.text])), word.text))
    both = sorted([*zip(candidates, names, strict=True), *added], key=lambda row: row[0].start)
    return [c for c, _ in both], [n for _, n in both]


_LETTERS_BEHIND = re.compile(r", (?P<letters>[A-Z]{2,8})\)")


def native_letters(text: str, start: int, end: int) -> str:
    """The letters behind a name in brackets: "the Supreme Court (Høyeste Rett, HR)"."""
    found = _LETTERS_BEHIND.match(text, end) if text[start - 1 : start] == "(" else None
    return found["letters"] if found else ""


_LETTERS = re.compile(r"[A-Z]{2,3}")  # of a legal form, or of what a firm makes, before its name
_NUMBERED = re.compile(r"(?P<series>[^\W\d_]{3}.*?)[ -]?(?P<number>\d{1,3}|[IVX]{1,4})")


_TELLS = 1.2  # votes, besides what the model thinks, that make a name of one word a person's or a body's
_ARTICLES = frozenset("a an the its new".split())


def _series(candidates: list[Candidate], names: list[str], cutter: Cutter) -> None:
    """Names that differ in their number alone ("Orbis-2", "Orbis-3") are of one type: what one is, the others are."""
    groups: dict[str, list[Candidate]] = defaultdict(list)
    for candidate, name in zip(candidates, names, strict=True):
        if found := _NUMBERED.fullmatch(name):
            groups[fold(found["series"])].append(candidate)
    made: set[str] = set()
    for series, group in groups.items():
        kinds = Counter(
            v[0] for c in group if (v := mention_types.decide(c.votes)) and v[1] >= CERTAIN and v[2] >= MARGIN
        )
        if len(kinds) == 1:
            (kind,) = kinds
            if kind == "equipment" and " " not in series:
                made.add(series)
            for candidate in group:
                if (verdict := mention_types.decide(candidate.votes)) is None or verdict[1] < CERTAIN:
                    candidate.vote(kind, 2.0)
    firms = {
        fold(n)
        for c, n in zip(candidates, names, strict=True)
        if c.votes.get("organization", 0.0) - c.guess.get("organization", 0.0) >= CERTAIN
    }
    told = {
        fold(n)
        for c, n in zip(candidates, names, strict=True)
        if c.start and cutter.words[c.start - 1].gap == " " and cutter.words[c.start - 1].lower in _ARTICLES
    }
    for candidate, name in zip(candidates, names, strict=True):
        parts = fold(name).split()
        beside = len(parts) == 2 and parts[0] in made and not cutter.head(candidate.start, candidate.stop)
        if beside and fold(name) in told - firms:
            candidate.vote("equipment", 2.0)  # beside an "Arc 4" and an "Arc 5", the "Arc Lite"


def _beside_the_guess(candidate: Candidate, kind: EntityType) -> float:
    """What speaks for a type besides what the model thinks."""
    return candidate.votes.get(kind, 0.0) - candidate.guess.get(kind, 0.0)


def _somebody(candidates: list[Candidate], names: list[str]) -> set[str]:
    """Folded names of one word that an age, an office or "who" beside them tells to be a person's, and no body's."""
    told: Counter[str] = Counter()
    for candidate, name in zip(candidates, names, strict=True):
        if " " not in name and candidate.here in (None, "person"):
            told[fold(name)] += _beside_the_guess(candidate, "person") >= _TELLS
            told[fold(name)] -= len(candidates) * (_beside_the_guess(candidate, "organization") >= _TELLS)
    families = {fold(name).split()[-1] for name in names if " " in name}
    return {name for name, times in told.items() if times > 0} - families


def _shortened(candidates: list[Candidate], names: list[str], cutter: Cutter, people: set[str]) -> None:
    """A name of two words whose last stands alone as well is a person's, one whose first stands alone a body's."""
    alone = {fold(n) for n in names if " " not in n}
    # What a village is called by, and a woman who was born there; bodies are called by their first word. What is told
    # to be a town is no family: "Nordia closed Harvest Almora's laboratory in Almora".
    called = {fold(n) for c, n in zip(candidates, names, strict=True) if " " not in n and c.here != "place"}
    firms = {fold(n) for c, n in zip(candidates, names, strict=True) if " " not in n and c.here == "organization"}
    told: dict[str, list[Candidate]] = defaultdict(list)  # single words behind "the"
    for candidate, name in zip(candidates, names, strict=True):
        before = cutter.words[candidate.start - 1] if candidate.start else None
        if " " not in name and before is not None and before.lower == "the" and before.gap == " ":
            told[fold(name)].append(candidate)
    somebody = _somebody(candidates, names)
    for candidate, name in zip(candidates, names, strict=True):
        parts = fold(name).split()
        if len(parts) < 2 or cutter.head(candidate.start, candidate.stop) or gazetteer.find(name):
            continue
        if fold(name) in people:
            continue
        if tables.small_head(cutter.words[candidate.start], "first") == "organization":
            continue  # "Slovan Brenov" is "Brenov", and nobody
        if cutter.words[candidate.stop - 1].text in mention_kinds.UNDERTAKINGS:
            continue
        common = any(tables.is_common(w) for w in cutter.words[candidate.start : candidate.stop])
        if len(parts) == 2 and parts[0] in alone and parts[1] in told and not common:
            candidate.votes = {"equipment": 2.6}  # "the Corvid Prisma": Corvid makes it, and "the Prisma" it is
            for other in told[parts[1]]:
                other.vote("equipment", 2.0)
            continue
        if parts[-1] in firms and _LETTERS.fullmatch(name.split()[0]):
            candidate.votes = {"organization": 2.0}  # "CP Velkor", where "shares in Velkor" rise
            continue
        first, last = parts[0] in called, family(parts) in called or parts[-1] in called
        if first != last and not any(tables.is_common(w) for w in cutter.words[candidate.start : candidate.stop]):
            known = gazetteer.find(parts[0].title()) or personal_names.may_be_given(parts[0])
            if last and not gazetteer.find(parts[-1].title()):
                candidate.vote("person", 1.8)
            elif (
                first
                and gazetteer.country(parts[0].title()) is None  # "Before Chad Leo Mann had only seen one country"
                and max(_beside_the_guess(candidate, k) for k in ("organization", "equipment")) < _TELLS
                and (parts[0] in somebody or _beside_the_guess(candidate, "person") >= _TELLS)
            ):
                candidate.vote("person", 1.8)  # called by a first name alone, as Malays and Ethiopians are
            elif not known and "person" in candidate.votes:
                candidate.vote("organization", 2.0)  # people are called by their last name, bodies by their first
