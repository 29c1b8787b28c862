"""What is said of a person beside the name and tells two bearers of one surname apart: title, pronoun, role."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import TypeVar

from generator import gazetteer, personal_names
from generator.document import Extraction, Mention
from generator.names import telling_role
from generator.resolve import names_match

T = TypeVar("T")
_TITLE = re.compile(
    r"\b(?:(Mrs|Ms|Miss|Madame|Madam|Mme|Lady|Dame|Señora|Señorita|Frau|Sister|Signora|Mlle|Doña|Datin|Puan|Daw|Smt|Shrimati"
    r"|Begum|Alhaja|Hajiya|Hadja|Khunying)|(Mr|Sir|Lord|Monsieur|Señor|Herr|Signor|Encik|Shri|Alhaji|Maulana))\.? $"
)
# One that begins the very next sentence; a later one is of somebody else as often.
_PRONOUN = re.compile(r"(?:[^.!?]|\.(?=\S))*[.!?][\"”’)]?\s+(?:(She|Her)|(He|His))\b")
_BEFORE = re.compile(r"\b(?:(she)|(he)) (?:was|is|has been) (?:named|identified|known) as $", re.I)
# How far behind a name its pronoun is looked for, in characters.
_NEAR = 160
_OFFICE = re.compile(r"[^\W\d_]{3,}")
_SHORT_OFFICES = {
    "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "col": "colonel", "sgt": "sergeant",
    "capt": "captain", "prof": "professor", "pres": "president", "congressman": "representative",
    "congresswoman": "representative", "min": "minister", "amb": "ambassador", "pm": "premier",
    "primeminister": "premier",
}  # fmt: skip


def sexes(index: int, mentions: Sequence[Mention], text: str) -> tuple[str, str]:
    """What the title right before a person's name tells, and what the pronoun of the next sentence: "f", "m", nothing.

    "f mrs" is the title that a woman may bear with her husband's name.
    """
    mention = mentions[index]
    if mention.type != "person":
        return "", ""
    title = _TITLE.search(text, max(0, mention.start - 12), mention.start)
    upto = mention.end + _NEAR
    following = next((m.start for m in mentions[index + 1 : index + 4] if m.type == "person"), upto)
    pronoun = _BEFORE.search(text, max(0, mention.start - 30), mention.start) or _PRONOUN.match(
        text, mention.end, min(upto, following)
    )
    told = (("f mrs" if title[1] in ("Mrs", "Mme", "Madame") else "f") if title[1] else "m") if title else ""
    return told, ("f" if pronoun[1] else "m") if pronoun else ""


# Honorifics that stand before a given name, where English has its titles before surnames.
_BEFORE_GIVEN = re.compile(
    r"\b(?:Datuk|Dato['’]?|Datin|Tan Sri|Puan Sri|Tun|Toh Puan|Tengku|Encik|Puan|Khun|Khunying|U|Daw|Ko|Ma|Ato|Weizero"
    r"|Pak|Mak|Cik|Bapak|Ibu|Tuan|Pakcik|Makcik|Pak Cik|Mak Cik"
    r"|Sheikha?|Shaikh|Sayy?id|Hajji|Haji|Hajah|Alhaji|Alhaja|Hajiya|Don|Doña|Dom|Dona|Ustaz|Pandit|Shri|Sri)"
    r"(?: Seri| Sri)? $"
)
_BEHIND_GIVEN = re.compile(r" (?:Bey|Hanım|Hanim|Efendi|[Ss]aheb|[Ss]ahib)\b")


def by_given_name(mention: Mention, text: str) -> bool:
    """Whether what stands beside one name of a person tells that it is a given name: "Khun Somchai", "Ahmet Bey"."""
    if mention.type != "person":
        return False
    before = text[max(0, mention.start - 16) : mention.start]
    if _BEHIND_GIVEN.search(mention.text):
        return True
    return bool(_BEFORE_GIVEN.search(before) or _BEHIND_GIVEN.match(text, mention.end))


_REIGNS = r"King|Queen|Emperor|Empress|Sultan|Emir|Tsar|Tsarina|Shah|Pope|Grand Duke|Grand Duchess"
_ROYAL = re.compile(
    rf"\b(?:(?P<reigns>{_REIGNS})|(?:Crown )?(?:Prince|Princess)|Duke|Duchess|Archduke|Archduchess|Infante|Infanta) $"
)


def royal_title(mention: Mention, text: str) -> str:
    """What the title before a person's name tells: "reigns" of a king, "of the house" of a princess; else nothing."""
    found = _ROYAL.search(text, max(0, mention.start - 20), mention.start) if mention.type == "person" else None
    return "" if found is None else "reigns" if found["reigns"] else "of the house"


def of_sex(mine: Counter[str], married: bool, people: Sequence[tuple[T, Counter[str]]]) -> list[T]:
    """Those of whom a title and a surname can be said; "Mrs" of a man's namesake only where she is known as a woman."""
    wanted = leading(mine)
    if not wanted:
        return [person for person, _ in people]
    fitting = [(person, leading(theirs), theirs["form"]) for person, theirs in people]
    return [p for p, sex, form in fitting if sex == wanted or (sex == "" and (not married or form))]


def rather_another(
    mine: Counter[str], here: Sequence[tuple[Mapping[str, int], Counter[str]]], elsewhere: Mapping[str, str]
) -> bool:
    """Whether a title tells a sex that nothing tells of the bearers here, while another bearer elsewhere is of it.

    `here`: (names, sexes) of the bearers in the text; `elsewhere`: full name of every bearer -> sex that is told.
    """
    wanted = leading(mine)
    if not wanted or not elsewhere or any(leading(s) == wanted or (wanted == "f" and s["form"]) for _, s in here):
        return False
    own = {" ".join(names_match.tokens(n)) for names, _ in here for n in names}
    if any(elsewhere.get(n) == wanted for n in own):
        return False
    others = (name for name, sex in elsewhere.items() if sex == wanted)
    return any(all(names_match.persons(name, mine).verdict == "different" for mine in own) for name in others)


def told(sexes: Counter[str]) -> bool:
    """Whether a title or a pronoun tells a sex."""
    return sexes["f"] + sexes["m"] > 0


_FEMININE = re.compile(r"\S*(?:ova|eva|ina|skaya|ska|aia|ówna)$|\S+dóttir$")


@lru_cache(maxsize=1)
def _women() -> frozenset[str]:
    text = (files("generator") / "extract" / "data" / "given_women.txt").read_text(encoding="utf-8")
    return frozenset(w for line in text.splitlines() if not line.startswith("#") for w in line.split())


def feminine(name: str) -> bool:
    """Whether the form of a full name is a woman's: a family name in -ova, a first name in -a."""
    parts = name.casefold().split()
    first = parts[0] if parts else ""
    return len(parts) > 1 and (first.endswith("a") or first in _women() or _FEMININE.fullmatch(parts[-1]) is not None)


def leading(found: Counter[str]) -> str:
    """Of which sex more is told than of the other: "f", "m", or nothing."""
    if found["f"] == found["m"]:
        return ""
    return "f" if found["f"] > found["m"] else "m"


def introduced(mentions: Sequence[Mention]) -> dict[int, str]:
    """Mention by surname alone -> key of its bearer, where a namesake is named in full later only."""
    bearers: dict[str, dict[str, int]] = defaultdict(dict)
    bare: list[tuple[int, str]] = []
    for index, mention in enumerate(mentions):
        if mention.type == "person" and mention.certain:
            parts = names_match.suffix(names_match.tokens(mention.text))[0]
            if len(parts) > 1 and " " in mention.text:
                double = names_match.tokens(mention.text.split()[-1])  # "Ann Lind-Berg" is "Lind-Berg"
                for surname in {parts[-1], " ".join(double), names_match.first_surname(mention.text)} - {""}:
                    bearers[surname].setdefault(" ".join(parts), index)
            elif parts:
                bare.append((index, " ".join(parts)))
    found = {}
    for index, surname in bare:
        before = [full for full, first in bearers.get(surname, {}).items() if first < index]
        if len(before) == 1 and len(bearers[surname]) > 1:
            found[index] = f"person:{before[0]}"
    return found


def before_their_bearers(mentions: Sequence[Mention], shared: frozenset[str]) -> set[int]:
    """Mentions by a surname that several people of the corpus bear, before the text names its only bearer in full.

    As "Sen. Reed" in a report that goes on to Maria Reed: a text that begins with a surname alone may mean another.
    """
    first: dict[str, int] = {}
    bare: list[tuple[int, str]] = []
    for index, mention in enumerate(mentions):
        if mention.type == "person" and mention.certain:
            parts, number = names_match.suffix(names_match.tokens(mention.text))
            if len(parts) > 1:
                first.setdefault(parts[-1], index)
                first.setdefault(names_match.first_surname(mention.text), index)
            elif parts and parts[0] in shared and not number:
                bare.append((index, parts[0]))
    return {index for index, surname in bare if index < first.get(surname, -1)}


def surnames(extractions: Sequence[Extraction]) -> dict[str, set[str]]:
    """Surnames of the full names in all documents -> first letters of those who bear them."""
    firsts: dict[str, set[str]] = defaultdict(set)
    for extraction in extractions:
        for mention in extraction.mentions:
            if mention.type == "person" and mention.certain:
                parts = names_match.suffix(names_match.tokens(mention.text))[0]
                if len(parts) > 1:
                    firsts[parts[-1]].add(parts[0][0])
    return firsts


_OF_OTHERS = re.compile(
    r".*?\b(?:uncle|aunt|son|daughter|brother|sister|wife|husband|widow|widower|father|mother|nephew|niece|cousin|aide"
    r"|adviser|advisor|spokesman|spokeswoman|spokesperson|lawyer|counsel|deputy|rival|successor|predecessor|ally|friend"
    r"|secretary|assistant)\b(?= (?:of|to|for) )",
    re.IGNORECASE,
)


# An office of two words: a "minister" is neither the prime minister nor the chief minister.
_OFFICES = re.compile(
    r"\b(prime|chief|first|vice|deputy|attorney|surgeon|secretary|major|lieutenant|brigadier|managing|finance)[ -]"
    r"(minister|president|premier|governor|general|executive|justice|mayor|director|chairman)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    tables = gazetteer.sections("titles.txt", whole_lines=True)
    found = (t.casefold().rstrip(".") for kind in ("honorific", "rank", "position") for t in tables[kind])
    return frozenset(t for t in found if " " not in t and len(t) > 2) - {"mrs", "miss", "madame", "sir", "lord", "lady"}


_WORD_BEFORE = re.compile(r"(?:^|[\s“\"(])(?P<title>[A-Z][a-z]{2,})\.? $")


# Titles that rulers award, so that one of a family name bears them: "Tan Sri Lau" is no other Lau.
_AWARDED = re.compile(r"\b(Tan Sri|Puan Sri|Toh Puan|Datuk(?: Seri)?|Dato['’]?(?: Seri| Sri)?) $")


def _said(role: str, mention: Mention, text: str) -> set[str]:
    """Words of the office told with a name: of its role, and the title right before it."""
    plain = _OFFICES.sub(lambda m: f"{m[1]}{m[2]}", _own(role))
    awarded = None
    before = _WORD_BEFORE.search(text[max(0, mention.start - 16) : mention.start])
    title = before["title"].casefold() if before else ""
    if before and (awarded := _AWARDED.search(text, max(0, mention.start - 16), mention.start)):
        title = "".join(awarded[1].casefold().split())
    words: list[str] = [w.casefold() for w in _OFFICE.findall(plain)] + (
        [title] if title in _titles() or awarded else []
    )
    joined = _OFFICES.search(_own(role))
    if joined and title == joined[2].casefold():
        words = words[:-1]  # "Chief Minister Rao", whose title ends with what stands before the name
    return {_SHORT_OFFICES.get(w, w) for w in words}


def _own(role: str) -> str:
    """A role without the office of somebody else that it names: "uncle of the prime minister", "aide to the mayor"."""
    found = _OF_OTHERS.match(role)
    return found[0] if found else role


# What makes of a surname one bearer of several, and does not say which: "either Weber", "the Weber whom nobody knew".
_ONE_OF = re.compile(r"\b(?:either|neither|both|another|which|every|each|no|other|any|called|named)\s$", re.IGNORECASE)
_THE, _WHOM = re.compile(r"\bthe\s$", re.IGNORECASE), re.compile(r"\s(?:for whom|whom|who|that)\b")


def one_of_several(mention: Mention, text: str) -> bool:
    """Whether a text speaks of bearers of a name, so that it does not tell whose the name is here."""
    before = text[max(0, mention.start - 12) : mention.start]
    return bool(_ONE_OF.search(before) or (_THE.search(before) and _WHOM.match(text, mention.end)))


def known_sexes(extractions: Sequence[Extraction]) -> dict[str, dict[str, str]]:
    """Surname -> full name of a bearer, folded -> "f" or "m", where titles, pronouns or a woman's first name tell it.

    Only surnames of several bearers are of use, so that the others are left away.
    """
    counts: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for extraction in extractions:
        for index, mention in enumerate(extraction.mentions):
            if mention.type == "person" and mention.certain:
                parts = names_match.suffix(names_match.tokens(mention.text))[0]
                if len(parts) > 1:
                    said = [s[:1] for s in sexes(index, extraction.mentions, extraction.document.text) if s]
                    counts[parts[-1]][" ".join(parts)].update([*said, *("f" if parts[0] in _women() else "")])
    return {
        surname: {full: leading(told) for full, told in bearers.items()}
        for surname, bearers in counts.items()
        if len(bearers) > 1
    }


def by_role(extractions: Sequence[Extraction]) -> dict[int, dict[int, str]]:
    """Document -> mention by surname alone -> key of the one person of that surname who bears the role told with it.

    As "Prosecutor Weber" in a report that names the lawyer Ada Weber only, where another names the prosecutor Jo Weber.
    """
    roles: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    short: list[tuple[int, int, str, set[str]]] = []
    for number, extraction in enumerate(extractions):
        for index, mention in enumerate(extraction.mentions):
            if mention.type != "person" or not mention.certain:
                continue
            role = extraction.roles.get(index, "")
            role = role if telling_role(role) else ""  # the body of somebody is no office
            parts = names_match.suffix(names_match.tokens(mention.text))[0]
            said = _said(role, mention, extraction.document.text)
            if len(parts) > 1 and len(parts[0]) > 1:
                ahead = parts[0] if parts[0] in personal_names.family_first() else ""
                for tail in {parts[-1], ahead, names_match.first_surname(mention.text), " ".join(parts[-2:])} - {""}:
                    roles[tail][" ".join(parts)] |= said
            if 0 < len(parts) < 3 and said:
                short.append((number, index, " ".join(parts), said))
    # Two words are a family name only where two people and more bear them behind their first names.
    bare = [s for s in short if " " not in s[2] or len(set(roles.get(s[2], ())) - {s[2]}) > 1]
    found: dict[int, dict[int, str]] = defaultdict(dict)
    for number, index, surname, said in bare:
        bearers: Mapping[str, set[str]] = {n: r for n, r in roles.get(surname, {}).items() if n != surname}
        best = max((len(theirs & said) for theirs in bearers.values()), default=0)
        fitting = [full for full, theirs in sorted(bearers.items()) if best and len(theirs & said) == best]
        if len(bearers) > 1 and len(fitting) == 1:
            found[number][index] = f"person:{fitting[0]}"
    return found
