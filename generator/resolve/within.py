"""Who is who within one document: surnames to full names, acronyms to expansions, short forms to long ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from generator import gazetteer
from generator.document import Extraction, Mention
from generator.model import EntityType
from generator.names import fold
from generator.resolve import bodies_match, names_match, people, sounds

# Words that name a kind of institution alone: every country has one, so the country must be known.
_GENERIC = frozenset(
    "ministry department foreign defense interior health justice education finance energy economy "
    "environment transport agriculture culture labor trade"
    "  supreme court high constitutional appeal parliament senate central bank national police army navy "
    "air force armed guard security council cabinet"
    "  office public prosecutor federal state royal border coast intelligence service agency civil "
    "protection home affair social tourism sport industry"
    "  space division operation general staff electoral commission election assembly house representative "
    "government bureau treasury unit special military"
    "  meteorological emergency red crescent cross fire directorate district city municipal regional local "
    "planning statistics university hospital school college museum airport".split()
)


_OF_US = re.compile(r"(?:U\.S\.|US|United States|American) (?=[A-Z])")
MAIN_COUNTRY = 2.5  # times as often as the next is a country named whose institutions are meant


@dataclass(slots=True)
class Local:
    """One thing as one document names it; `document` is -1 for a page that editors keep."""

    document: int
    type: EntityType
    names: Counter[str] = field(default_factory=Counter)  # as printed -> how often
    mentions: list[int] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)  # what equality over documents goes by
    known: str | None = None
    left_out: bool = False
    # "f" and "m": what titles and pronouns beside it tell; "form": the name has a woman's form
    sexes: Counter[str] = field(default_factory=Counter)
    married: bool = False  # named by "Mrs" alone
    spans: list[tuple[int, int]] = field(default_factory=list)  # of its mentions, in the text
    elsewhere: bool = False  # a place of a better known one's name
    titled: bool = False  # one name behind an honorific that stands before given names: "Datuk Rahim"
    told: bool = False  # a bare surname of which the role tells whose it is

    @property
    def full(self) -> str:
        """Its fullest name here: most words, then most often, then first by letters."""
        return min(self.names, key=lambda n: (-len(n.split()), -self.names[n], n))


def canonical(name: str, kind: EntityType, owner: str = "") -> str:
    """What two names that are surely one have in common, as a key of the type."""
    known = gazetteer.find(name)
    if known is None and kind == "organization" and (of_us := _OF_US.match(name)):
        known = gazetteer.find(name[of_us.end() :])  # those of the table without a country are American
        known = known if known and known.iso is None and is_generic(known.name) else None
    if known and known.type == kind:
        if known.kind == "country":
            return f"place:={known.iso}"
        return f"{kind}:{gazetteer.key(known.name)}" + (f"={known.iso}" if known.kind in ("city", "capital") else "")
    if kind == "place":
        return f"place:{gazetteer.key(name)}"
    if kind == "person":
        return "person:" + " ".join(names_match.tokens(name))
    if kind == "equipment":
        name = re.sub(r"(?<=\d)s$", "", name)  # several of one model
    if kind == "organization" and (army := bodies_match.army_of(f"{owner} {name}" if owner else name)):
        return f"organization:army={army}"
    return f"{kind}:" + " ".join(bodies_match.words(f"{owner} {name}" if owner else name))


def is_generic(name: str) -> bool:
    """Whether an organization's name fits one in every country: "Defense Ministry"."""
    return set(bodies_match.words(name)) <= _GENERIC


def locals_of(
    number: int,
    extraction: Extraction,
    told: Mapping[int, str] | None = None,
    shared: frozenset[str] = frozenset(),
    surnames: frozenset[str] = frozenset(),
    elsewhere: Mapping[str, str] = MappingProxyType({}),
) -> list[Local]:
    """The things that one document names, each with all its certain mentions, in the order of the text.

    `told`: key of the person whom a mention by surname alone means, where roles tell; `shared`: surnames of
    several people over all documents; `surnames`: those of all full names over all documents; `elsewhere`: places that
    are not the ones which the gazetteer has under their name, and their country.
    """
    mentions = extraction.mentions
    text = extraction.document.text
    groups: dict[str, Local] = {}
    of_mention: dict[int, str] = {}
    countries = _countries(mentions)
    told = {**people.introduced(mentions), **(told or {})}
    early = people.before_their_bearers(mentions, shared)
    for index, mention in enumerate(mentions):
        if not mention.certain:
            continue
        owner = _owner(index, mentions, text) if mention.type == "organization" and is_generic(mention.text) else ""
        key = canonical(mention.text, mention.type, owner)
        if far := elsewhere.get(gazetteer.key(mention.text)) if mention.type == "place" else None:
            key = f"place:{gazetteer.key(mention.text)} in {far}"
        title, pronoun = people.sexes(index, mentions, text)
        group = key
        if index in told:
            key = told[index]
            group = f"{key} told"
        elif index in early:
            group = f"{key} early"
        elif title and mention.type == "person" and " " not in key:
            group = f"{key} {title}"
        local = groups.setdefault(group, Local(number, mention.type, told=group.endswith(" told")))
        local.sexes.update([s for s in (title[:1], pronoun) if s])
        local.left_out |= group.endswith(" early")
        local.elsewhere |= bool(far)
        local.titled |= " " not in key and people.by_given_name(mention, text)
        local.married |= title == "f mrs"
        if mention.type == "person" and people.feminine(mention.text):
            local.sexes["form"] = 1
        local.names[mention.text] += 1
        local.mentions.append(index)
        local.spans.append((mention.start, mention.end))
        local.keys |= {key, *_nicknamed(mention)}
        of_mention[index] = group
    _join_declared(extraction.aliases, of_mention, groups)
    found = list(dict.fromkeys(id(g) for g in groups.values()))
    unique = {id(g): g for g in groups.values()}
    found_locals = [unique[i] for i in found]
    found_locals = _join_people(found_locals, shared, surnames)
    found_locals = _join_bodies(found_locals, countries, text)
    for local in found_locals:
        local.mentions.sort()
    return sorted(found_locals, key=lambda x: x.mentions)


_NICKNAME = re.compile(r"\S+ [(\"“‘']+(?P<nick>[^\"“”’()]{2,20})[\"”’')]+ (?P<last>.+)")


def _nicknamed(mention: Mention) -> set[str]:
    """Key of the name that a nickname in quotation marks makes: of 'Sione "Tiny" Leota', that of "Tiny Leota"."""
    found = _NICKNAME.fullmatch(mention.text) if mention.type == "person" else None
    return {canonical(f"{found['nick']} {found['last']}", "person")} if found else set()


def _owner(index: int, mentions: Sequence[Mention], text: str) -> str:
    """The place or body whose institution it is: "Chad's Foreign Ministry", "Ministry of Defense of Chad"."""
    mention = mentions[index]
    if (
        index
        and re.fullmatch(r"['’]s? ", text[mentions[index - 1].end : mention.start])
        and mentions[index - 1].type in ("place", "organization")
    ):
        return mentions[index - 1].text
    if (
        index + 1 < len(mentions)
        and mentions[index + 1].type == "place"
        and text[mention.end : mentions[index + 1].start] in (" of ", " in ", " of the ")
    ):
        return mentions[index + 1].text if gazetteer.country(mentions[index + 1].text) else ""
    return ""


def _countries(mentions: Sequence[Mention]) -> Counter[str]:
    """Countries that a document names, by places and by institutions."""
    found: Counter[str] = Counter()
    for mention in mentions:
        iso = gazetteer.country(mention.text) if mention.type == "place" else gazetteer.country_of(mention.text)
        if iso:
            found[iso] += 1
    return found


def _merge(into: Local, other: Local) -> None:
    into.names.update(other.names)
    into.mentions.extend(other.mentions)
    into.spans.extend(other.spans)
    into.sexes.update(other.sexes)
    into.elsewhere |= other.elsewhere
    into.keys |= other.keys


def _join_declared(aliases: Sequence[tuple[int, int]], of_mention: dict[int, str], groups: dict[str, Local]) -> None:
    for expansion, acronym in aliases:
        one, two = of_mention.get(expansion), of_mention.get(acronym)
        if one is None or two is None or groups[one] is groups[two]:
            continue
        if groups[one].type == groups[two].type or len(groups[two].names) == 1:
            into, other = groups[one], groups[two]
            _merge(into, other)
            for key, local in list(groups.items()):
                if local is other:
                    groups[key] = into


def _join_people(
    found: list[Local], shared: frozenset[str] = frozenset(), surnames: frozenset[str] = frozenset()
) -> list[Local]:
    """A bare surname (rarely a first name) goes to the one person here that bears it; left out where two do."""
    named = [x for x in found if x.type == "person" and len(names_match.tokens(x.full)) > 1]
    gone: set[int] = set()
    for local in found:
        parts, number = names_match.suffix(names_match.tokens(local.full))
        if local.type == "person" and len(parts) > 1 and local.told:
            continue
        if local.type == "person" and len(parts) > 1:
            longer = [p for p in named if p is not local and id(p) not in gone and names_match.ends(p.full, local.full)]
            if len(longer) == 1:
                _merge(longer[0], local)
                gone.add(id(local))
            if not longer and len(parts) == 2 and len(parts[1]) == 1:  # "Ada B."
                longer = [p for p in named if names_match.tokens(p.full)[0] == parts[0] and p is not local]
                longer = [p for p in longer if id(p) not in gone and _last(p)[0] == parts[1]]
                if len(longer) == 1 and len(_last(longer[0])) > 1:
                    _merge(longer[0], local)
                    gone.add(id(local))
            continue
        if local.type == "person" and len(parts) == 1 and number:  # "Holt Jr."
            whole = [p for p in named if p is not local and id(p) not in gone and len(names_match.tokens(p.full)) > 2]
            same = [p for p in whole if _last(p) == parts[0] and _number(p) == number]
            if len(same) == 1:
                _merge(same[0], local)
                gone.add(id(local))
        if local.type != "person" or len(parts) != 1 or number or local.told or local.left_out:
            continue
        people_left = [p for p in named if id(p) not in gone]
        exact = [p for p in people_left if parts[0] in (_last(p), names_match.first_surname(p.full))]
        fitting = exact
        if local.titled:  # "Tan Sri Hashim": rather his given name
            fitting = [p for p in people_left if p in exact or names_match.tokens(p.full)[0] == parts[0]]
        if not fitting and parts[0] not in surnames:  # a spelling of its own, which nobody else bears
            fitting = [p for p in people_left if names_match.surname(_last(p), parts[0]) <= sounds.SPELLING]
        if not fitting:
            fitting = [p for p in people_left if names_match.tokens(p.full)[0] == parts[0]]
        if not fitting:  # "Garcia" of "Gabriel Garcia Marquez"
            fitting = [
                p
                for p in people_left
                if parts[0] in names_match.tokens(p.full)[1:-1] and not gazetteer.is_given_name(parts[0])
            ]
        fitting = people.of_sex(local.sexes, local.married, [(p, p.sexes) for p in fitting]) if fitting else []
        initials = all(len(names_match.tokens(p.full)[0]) == 1 and not people.told(p.sexes) for p in fitting)
        if len(fitting) == 1 and not (initials and people.told(local.sexes) and parts[0] in shared):
            _merge(fitting[0], local)
            gone.add(id(local))
        elif fitting:
            local.left_out = True  # of several, or "Ms Weber" beside "J. Weber", where there are other Webers
    return [x for x in found if id(x) not in gone]


def _number(person: Local) -> str:
    return names_match.suffix(names_match.tokens(person.full))[1]


def _last(person: Local) -> str:
    return names_match.suffix(names_match.tokens(person.full))[0][-1]


# What tells that a longer name is another body's, beside that name: "its Riga subsidiary, Brandal Factoring Baltija".
_ARM = r"(?:subsidiary|unit|arm|division|affiliate|branch|offshoot|parent(?: company)?|holding(?: company)?|foundation)"
_ARM_BEFORE = re.compile(rf"\b{_ARM}(?:,| called| named|,? known as)? (?:the )?$")
_ARM_BEHIND = re.compile(rf",? (?:the|its|a|an) (?:[\w-]+ ){{0,2}}{_ARM}\b")


def _arm(short: Local, long: Local, text: str) -> bool:
    """Whether the longer of two names is an arm or the parent of the body, as its words or its sentence tell."""
    if long.type != "organization" or is_generic(short.full) or bodies_match.is_acronym(short.full):
        return False
    first = min(long.spans) if long.spans else (0, 0)
    if min(short.spans, default=first) < first and bodies_match.arm_of(short.full, long.full):
        return True
    before = text[max(0, first[0] - 40) : first[0]]
    return bool(_ARM_BEFORE.search(before) or _ARM_BEHIND.match(text, first[1]))


def _join_bodies(found: list[Local], countries: Counter[str], text: str) -> list[Local]:
    """Acronyms and short forms to the one fuller name here that they fit."""
    gone: set[int] = set()
    others = [x for x in found if x.type not in ("person", "place")]
    for local in others:
        name = local.full
        kinds = [x for x in others if x is not local and id(x) not in gone and x.type == local.type]
        fitting = [x for x in kinds if any(bodies_match.acronym_of(name, n) for n in x.names)]
        if not fitting and not gazetteer.find(name):
            fitting = [
                x
                for x in kinds
                if any(bodies_match.within(name, n, local.type) for n in x.names) and not _arm(local, x, text)
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
            _merge(fitting[0], local)
            gone.add(id(local))
    kept = [x for x in found if id(x) not in gone]
    for local in kept:
        if (
            local.type == "organization"
            and all(is_generic(n) and not gazetteer.find(n) for n in local.names)
            and not any("=" in k for k in local.keys)
        ):
            if iso := _spoken_of(countries):
                local.keys = {
                    f"organization:{' '.join(sorted([*bodies_match.words(n), f'={iso}']))}" for n in local.names
                }
            elif not countries and all(len(bodies_match.words(n)) > 2 for n in local.names):
                continue  # "State Labour Court", where no country is spoken of: the one of the corpus
            elif not any(len(bodies_match.words(k)) and "organization:" in k and _owned(k) for k in local.keys):
                local.left_out = True
    return kept


def _spoken_of(countries: Counter[str]) -> str | None:
    """The only country of a document, or the one that it names much more than any other."""
    ranked = countries.most_common(2)
    if not ranked or (len(ranked) > 1 and (ranked[0][1] < MAIN_COUNTRY * ranked[1][1] or ranked[0][1] < 3)):
        return None
    return ranked[0][0]


def _owned(key: str) -> bool:
    """Whether a key holds a word that is not generic: its owner."""
    return not set(key.removeprefix("organization:").split()) <= _GENERIC


def _near(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """All words equal but one, which differs in a letter."""
    if one == other:
        return True
    if len(one) != len(other):
        return False
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(differing) == 1 and gazetteer.one_slip(*differing[0]) and min(len(w) for w in differing[0]) >= 5


def country_misspelt(name: str) -> str | None:
    """Code of the only country whose name is one letter away ("Germnay"); None where the name is known or short."""
    folded = fold(name)
    if len(folded) < 6 or gazetteer.find(name) or gazetteer.demonym(folded) or gazetteer.is_given_name(folded):
        return None
    return gazetteer.near_country(folded)
