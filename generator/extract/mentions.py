"""The names in a text: flat, without rank, article, title or possessive, each with its type.

Order of work: words and runs of capitals (`mention_words`), cut into names (`mention_spans`), votes for their types
(`mention_types`), then agreement within the text here, and over all texts in `agree`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from generator import gazetteer
from generator.document import Document, Mention
from generator.extract import gazetteer_words as tables
from generator.extract import mention_types
from generator.extract.mention_ends import Candidate
from generator.extract.mention_spans import Cutter
from generator.extract.mention_words import neighbours
from generator.extract.mention_words import words as words_of
from generator.model import EntityType
from generator.names import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Least weight of a name that is published, least margin over the next type, and least weight of a doubtful one.
CERTAIN, MARGIN, DOUBTFUL = 1.5, 0.3, 0.6
_KNOWN_AS = re.compile(
    r",? \(?(?:also |better |widely |commonly |popularly |formerly |previously )?"
    r"(?:known as|called|nicknamed|known by the name) (?:the )?[\"“]?"
)
_NO_NAMES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE", "NORP"})


def find(doc: Doc, document: Document) -> tuple[Mention, ...]:
    """The names of one text, in its order, without overlap; offsets count characters of `document.text`.

    `doc` is made from `document.text`. What is doubtful has `certain=False`.
    """
    if doc.text != document.text:
        raise ValueError(f"{document.seed}: the parsed text is not the document's")
    words = words_of(doc)
    spans = {(e.start_char, e.end_char): e.label_ for e in doc.ents if e.label_ not in _NO_NAMES}
    cutter = Cutter(words, spans)
    candidates = _apart(cutter.cut())
    for candidate in candidates:
        mention_types.weigh(cutter, candidate)
    candidates = _without_descriptions(candidates, cutter)
    names = [document.text[words[c.start].start : words[c.stop - 1].end] for c in candidates]
    _share_in_lists(candidates, cutter)
    _share_with_aliases(candidates, names, document.text, cutter)
    _agree_within(candidates, names)
    candidates, names = _again(candidates, names, cutter)
    found = []
    for candidate in candidates:
        decided = mention_types.decide(candidate.votes)
        if decided is None or decided[1] < DOUBTFUL:
            continue
        kind, weight, margin = decided
        start, end = words[candidate.start].start, words[candidate.stop - 1].end
        certain = weight >= CERTAIN and margin >= MARGIN
        found.append(Mention(start, end, document.text[start:end], kind, certain))
    return tuple(found)


def _apart(candidates: list[Candidate]) -> list[Candidate]:
    """Without overlap: the longer one stays."""
    made: list[Candidate] = []
    for candidate in candidates:
        if made and candidate.start < made[-1].stop:
            if candidate.stop - candidate.start > made[-1].stop - made[-1].start:
                made[-1] = candidate
        else:
            made.append(candidate)
    return made


def _without_descriptions(candidates: list[Candidate], cutter: Cutter) -> list[Candidate]:
    """Without capitalised descriptions right behind a name with a number: "Falcon 9 Medium-Lift Rocket"."""
    made: list[Candidate] = []
    for candidate in candidates:
        before = made[-1] if made else None
        if (
            before
            and before.stop == candidate.start
            and cutter.head(candidate.start, candidate.stop) == "equipment"
            and cutter.words[before.stop - 1].gap == " "
        ):
            before.vote("equipment", 2.0)
            continue
        made.append(candidate)
    return made


def _share_in_lists(candidates: list[Candidate], cutter: Cutter) -> None:
    """As "the cities of A, B and C": what stands in a list with names of one type is likely of it."""
    words = cutter.words
    groups: list[list[Candidate]] = []
    for one, two in pairwise(candidates):
        between = [w.lower for w in words[one.stop : two.start]]
        gap = words[one.stop - 1].gap.strip()
        listed = not words[one.stop - 1].possessive and (
            (not between and gap == ",")
            or (
                between in (["and"], ["or"], ["and", "the"], ["the"])
                and gap in (",", "")
                and (between[0] != "the" or gap == ",")
            )
        )
        if listed and groups and groups[-1][-1] is one:
            groups[-1].append(two)
        elif listed:
            groups.append([one, two])
    for group in groups:
        decided = [mention_types.decide(c.votes) for c in group]
        strong = Counter(d[0] for d in decided if d and d[1] >= 2.3)
        if len(strong) != 1 or len(group) < 2:
            continue
        kind, members = strong.most_common()[0]
        for candidate, verdict in zip(group, decided, strict=True):
            if kind in ("place", "person", "organization") and (verdict is None or verdict[1] < 2.3):
                candidate.vote(kind, 2.4 if members > 1 and len(group) > 2 else 0.8)


def _share_with_aliases(candidates: list[Candidate], names: list[str], text: str, cutter: Cutter) -> None:
    """An acronym in brackets, or a name after "known as", is of the type of the name before it."""
    words = cutter.words
    for (one, first), (two, second) in pairwise(zip(candidates, names, strict=True)):
        between = text[words[one.stop - 1].end : words[two.start].start]
        kind = mention_types.decide(one.votes)
        if kind is None:
            continue
        if _abbreviates(second, first) and re.fullmatch(r"['’]?s?,? ?[(\[][\"“]?(?:the |or )?[\"“]?", between):
            two.votes = {kind[0]: max(3.0, kind[1])}
        elif _KNOWN_AS.fullmatch(between):
            two.vote(kind[0], 2.5)


def _again(candidates: list[Candidate], names: list[str], cutter: Cutter) -> tuple[list[Candidate], list[str]]:
    """With what was not seen as a name before: words that are the surname or the whole name of something found."""
    words = cutter.words
    known: dict[str, dict[EntityType, float]] = {}
    for candidate, name in zip(candidates, names, strict=True):
        verdict = mention_types.decide(candidate.votes)
        if verdict and verdict[1] >= CERTAIN and verdict[2] >= MARGIN:
            parts = name.split()
            if verdict[0] == "person" and len(parts) > 1:
                family = parts[0] if parts[0].casefold() in gazetteer.family_first() else parts[-1]
                for form in (family, re.sub(r"^[A-Za-z]{2}-", "", family)):
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


def _agree_within(candidates: list[Candidate], names: list[str]) -> None:
    """One name, one type within a text; a surname or a first name takes the type of the person's full name."""
    groups: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        groups[fold(name)].append(number)
    totals: dict[str, dict[EntityType, float]] = {}
    for name, members in groups.items():
        total: dict[EntityType, float] = {}
        for number in members:
            for kind, weight in candidates[number].votes.items():
                total[kind] = total.get(kind, 0.0) + weight
        # Two mentions tell more than one, but ten doubts are no certainty.
        totals[name] = {k: v / len(members) * min(1.0 + 0.25 * (len(members) - 1), 1.75) for k, v in total.items()}
    persons: dict[str, float] = {}
    for name, votes in totals.items():
        verdict = mention_types.decide(votes)
        parts = name.split()
        if verdict and verdict[0] == "person" and len(parts) > 1:
            for family in {parts[-1], parts[0]} if parts[0] in gazetteer.family_first() else {parts[-1]}:
                persons[family] = max(persons.get(family, 0.0), verdict[1])
            if len(parts) > 2:
                persons[" ".join(parts[-2:])] = verdict[1]
    ships = {
        n.split()[-1]: v
        for n, v in totals.items()
        if len(n.split()) == 2 and n.split()[0] in mention_types.SHIPS and v.get("equipment", 0) > CERTAIN
    }
    short: dict[str, float] = {}
    for name, votes in totals.items():
        verdict = mention_types.decide(votes)
        first = name.split()[0] if " " in name else ""
        if first and verdict and verdict[0] == "organization" and verdict[1] >= CERTAIN and len(first) > 3:
            short[first] = max(short.get(first, 0.0), 1.5)
    for name, votes in totals.items():
        if name in short and name not in persons and not gazetteer.find(name) and not gazetteer.is_given_name(name):
            votes["organization"] = votes.get("organization", 0.0) + short[name]
        if name in ships:
            votes["equipment"] = votes.get("equipment", 0.0) + 3.0
        if name in persons and persons[name] >= CERTAIN and "named_event" not in votes:
            known = gazetteer.find(names[groups[name][0]])
            votes["person"] = votes.get("person", 0.0) + (
                3.5 if not (known and known.kind in ("country", "capital")) else 0.5
            )
        for number in groups[name]:
            own = candidates[number]
            own.votes = dict(votes)


def declared_aliases(doc: Doc, mentions: Sequence[Mention]) -> tuple[tuple[int, int], ...]:
    """Pairs (index of the full name, of the short one) that the text declares: "World Bank (WB)", "X, known as Y"."""
    found = []
    for index in range(len(mentions) - 1):
        one, two = mentions[index], mentions[index + 1]
        between = doc.text[one.end : two.start]
        if _KNOWN_AS.fullmatch(between) and one.type == two.type:
            found.append((index, index + 1))
            continue
        if not re.fullmatch(r"['’]?s?,? ?[(\[](?:the |also known as |or |known as )?[\"“]?", between) or doc.text[
            two.end : two.end + 2
        ].lstrip('"”')[:1] not in (")", "]", ",", ";"):
            continue
        if _abbreviates(two.text, one.text):
            found.append((index, index + 1))
        elif _abbreviates(one.text, two.text):
            found.append((index + 1, index))
        elif (
            two.text.isupper()
            and len(two.text) <= 6
            and one.type == two.type == "organization"
            and len(one.text.split()) > 1
        ):
            found.append((index, index + 1))  # an acronym of the name in its own language
    return tuple(found)


def _abbreviates(short: str, full: str) -> bool:
    """Whether the letters of an acronym begin words of the name, in order."""
    letters = re.sub(r"[^A-Za-z]", "", short).casefold()
    parts = [w for w in re.split(r"[\s\-&]+", fold(full)) if w]
    if len(letters) < 2 or len(short.split()) > 1 or len(parts) < 2 or len(letters) > len(parts) * 4:
        return False
    return initials_match(letters, tuple(parts)) or (len(parts) > 2 and initials_match(letters, tuple(parts[1:])))


def initials_match(letters: str, parts: tuple[str, ...]) -> bool:
    """Letters taken from the beginnings of words, each important word giving at least one."""
    if not parts:
        return not letters
    word, rest = parts[0], parts[1:]
    if word in (
        "of",
        "the",
        "and",
        "for",
        "de",
        "du",
        "des",
        "in",
        "on",
        "to",
        "la",
        "et",
        "al",
        "a",
    ) and initials_match(letters, rest):
        return True
    return any(
        letters.startswith(word[:size]) and initials_match(letters[size:], rest)
        for size in range(1, min(4, len(word)) + 1)
    )


def agree(mentions: Sequence[Sequence[Mention]]) -> list[tuple[Mention, ...]]:
    """The mentions of all documents with one type for each name, by weight of evidence.

    A certain mention counts as one, a doubtful one a quarter. A name becomes certain in all where half of its mentions
    are, or nearly all agree on its type and one is certain or three documents have it; tied types make it doubtful.
    A surname follows its document's full name.
    """
    weights: dict[str, Counter[EntityType]] = defaultdict(Counter)
    sure: Counter[str] = Counter()
    total: Counter[str] = Counter()
    documents: dict[str, set[int]] = defaultdict(set)
    for number, row in enumerate(mentions):
        for mention in row:
            name = fold(mention.text)
            weights[name][mention.type] += 4 if mention.certain else 1
            total[name] += 1
            documents[name].add(number)
            sure[name] += mention.certain
    made = []
    for row in mentions:
        surnames = {fold(m.text).split()[-1] for m in row if m.type == "person" and m.certain and " " in m.text}
        changed = []
        for mention in row:
            name = fold(mention.text)
            if name in surnames:  # decided within its own document
                changed.append(mention)
                continue
            ranked = weights[name].most_common()
            kind = max(ranked, key=lambda item: (item[1], item[0] == mention.type, item[0]))[0]
            share = weights[name][kind] / sum(weights[name].values())
            # One sure finding of a name of several words tells of the doubtful ones, too, unless they speak against it.
            needed = 0.6 if sure[name] and " " in name else 0.8
            known = sure[name] > 0 or len(documents[name]) > 2
            elsewhere = sure[name] * 2 >= total[name] or (share >= needed and known)
            certain = (mention.certain or elsewhere) and share > 0.5
            changed.append(Mention(mention.start, mention.end, mention.text, kind, certain))
        made.append(tuple(changed))
    return made
