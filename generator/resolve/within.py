"""Who is who within one document: surnames to full names, acronyms to expansions, short forms to long ones."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from generator import gazetteer, personal_names
from generator.document import Extraction, Mention
from generator.resolve import bodies_match, home, names_match, people, sounds, spots
from generator.resolve.local import Local, canonical, is_generic, merge
from generator.resolve.within_bodies import join_bodies

# Vowels as reports write them that have no marks: "Fränk Schleck" in the table, "Frank Schleck" in the text.
_UNMARKED = str.maketrans("äöüÄÖÜåø", "aouAOUao")


def locals_of(
    number: int,
    extraction: Extraction,
    told: Mapping[int, str] | None = None,
    shared: frozenset[str] = frozenset(),
    surnames: frozenset[str] = frozenset(),
    elsewhere: Mapping[str, str] = MappingProxyType({}),
    towns: frozenset[str] = frozenset(),
    sexes: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
    country: str = "",
) -> list[Local]:
    """The things that one document names, each with all its certain mentions, in the order of the text.

    `told`: key of the person whom a mention by surname alone means, where roles tell; `shared`: surnames of
    several people over all documents; `surnames`: those of all full names over all documents; `elsewhere`: places that
    are not the ones which the gazetteer has under their name, and their country; `towns`: keys of names that some
    document has for a place's; `sexes`: surname -> full name -> sex of those of whom some document tells it;
    `country`: code of the one that the documents are about.
    """
    mentions = extraction.mentions
    text = extraction.document.text
    groups: dict[str, Local] = {}
    of_mention: dict[int, str] = {}
    told = {**people.introduced(mentions), **(told or {})}
    early = people.before_their_bearers(mentions, shared)
    written = {m.text for m in mentions if m.type == "person"}
    for index, mention in enumerate(mentions):
        if not mention.certain:
            continue
        if spots.means_a_place(index, mentions, text, towns):
            mention = replace(mention, type="place")
        far = elsewhere.get(gazetteer.key(mention.text)) if mention.type == "place" else None
        key = f"place:{gazetteer.key(mention.text)} in {far}" if far else _key(index, mention, mentions, text, written)
        title, pronoun = people.sexes(index, mentions, text)
        group = key
        if index in told:
            key = told[index]
            group = f"{key} told"
        elif index in early:
            group = f"{key} early"
        elif title and mention.type == "person" and " " not in key:
            group = f"{key} {title}"
        if mention.type == "person" and " " not in key and people.one_of_several(mention, text):
            group = f"{key} several"
        local = groups.setdefault(group, Local(number, mention.type, told=group.endswith(" told")))
        local.left_out |= group.endswith((" early", " several"))
        local.elsewhere |= bool(far)
        local.titled |= " " not in key and people.by_given_name(mention, text)
        local.keys |= {key, *_nicknamed(mention)}
        _put(local, index, mention, text, title, pronoun)
        of_mention[index] = group
    _join_declared(_of_bearers(extraction, of_mention), of_mention, groups)
    found = list({id(g): g for g in groups.values()}.values())  # declared pairs are one under two keys
    of_home = country if home.is_of(country, mentions) else ""
    found = join_bodies(_join_people(found, shared, surnames, sexes), home.spoken_of(mentions), text, of_home)
    for local in found:
        local.mentions.sort()
    return sorted(found, key=lambda x: x.mentions)


def _key(index: int, mention: Mention, mentions: Sequence[Mention], text: str, written: Collection[str]) -> str:
    """What equality over documents goes by. `written`: the names of people as the text writes them."""
    owner = _owner(index, mentions, text) if mention.type == "organization" and is_generic(mention.text) else ""
    plain = mention.text.translate(_UNMARKED)
    return canonical(plain if plain in written else mention.text, mention.type, owner)


def _put(local: Local, index: int, mention: Mention, text: str, title: str, pronoun: str) -> None:
    """Put a mention to what it names, with what the title and the pronoun beside it tell."""
    local.sexes.update([s for s in (title[:1], pronoun) if s])
    local.royal = max(local.royal, people.royal_title(mention, text))
    local.addressed |= bool(title)
    local.married |= title == "f mrs"
    if mention.type == "person" and people.feminine(mention.text):
        local.sexes["form"] = 1
    local.names[mention.text] += 1
    local.mentions.append(index)
    local.spans.append((mention.start, mention.end))


_NICKNAME = re.compile(r"\S+ [(\"“‘']{1,3}(?P<nick>[^\"“”’()]{2,20})[\"”’')]{1,3} (?P<last>.+)")


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
        return _state(mention, mentions[index + 1])
    return ""


def _state(mention: Mention, place: Mention) -> str:
    """The country whose institution stands in a place, or is of it: "the Ministry of Defence in Zagreb"."""
    known = gazetteer.find(place.text)
    if known and known.kind == "capital" and known.iso and _NATIONAL.search(mention.text):
        return next(iter(gazetteer.country_names(known.iso)), "")
    return place.text if gazetteer.country(place.text) else ""


# What a country has one of, so that its capital tells whose it is.
_NATIONAL = re.compile(
    r"\b(?:Ministry|Parliament|Senate|Treasury|Cabinet|Government|(?:Supreme|Constitutional) Court|Central Bank)\b"
)


def _of_bearers(extraction: Extraction, of_mention: Mapping[int, str]) -> list[tuple[int, int]]:
    """The declared pairs; of a surname alone ("Weber, whose real name is Ada Brook") its bearer named last before."""
    asked = {index for pair in extraction.aliases for index in pair}
    latest: dict[str, int] = {}
    instead: dict[int, int] = {}
    for index in sorted(of_mention):
        mention = extraction.mentions[index]
        parts = names_match.suffix(names_match.tokens(mention.text))[0] if mention.type == "person" else ()
        if len(parts) > 1:
            latest[parts[-1]] = index
        elif parts and index in asked and parts[0] in latest:
            instead[index] = latest[parts[0]]
    return [(instead.get(one, one), instead.get(other, other)) for one, other in extraction.aliases]


def _join_declared(aliases: Sequence[tuple[int, int]], of_mention: dict[int, str], groups: dict[str, Local]) -> None:
    for expansion, acronym in aliases:
        one, two = of_mention.get(expansion), of_mention.get(acronym)
        if one is None or two is None or groups[one] is groups[two]:
            continue
        if groups[one].type == groups[two].type or len(groups[two].names) == 1:
            into, other = groups[one], groups[two]
            own = set(into.keys)
            merge(into, other)
            if any(bodies_match.declared_otherwise(n, into.names) for n in other.names):
                into.keys = own  # the letters are better known as another's
            for key, local in list(groups.items()):
                if local is other:
                    groups[key] = into


def _join_people(
    found: list[Local],
    shared: frozenset[str] = frozenset(),
    surnames: frozenset[str] = frozenset(),
    sexes: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
) -> list[Local]:
    """A bare surname (rarely a first name) goes to the one person here that bears it; left out where two do.

    So does a name that is the end of a longer one, or has but a number with the surname. The arguments are those of
    `locals_of`.
    """
    named = [x for x in found if x.type == "person" and len(names_match.tokens(x.full)) > 1]
    gone: set[int] = set()
    for local in found:
        if local.type != "person" or local.told:
            continue
        parts, number = names_match.suffix(names_match.tokens(local.full))
        left = [p for p in named if p is not local and id(p) not in gone]
        bearer = None
        if len(parts) > 1:
            bearer = _of_longer_name(local.full, parts, left)
        elif len(parts) == 1 and number:  # "Holt Jr."
            same = [p for p in left if len(names_match.tokens(p.full)) > 2]
            same = [p for p in same if _last(p) == parts[0] and _number(p) == number]
            bearer = same[0] if len(same) == 1 else None
        elif parts and not local.left_out:
            bearer = _of_surname(local, parts[0], left, shared, surnames, sexes.get(parts[0], {}))
        if bearer is not None:
            merge(bearer, local)
            gone.add(id(local))
    return [x for x in found if id(x) not in gone]


def _of_longer_name(name: str, parts: tuple[str, ...], left: Sequence[Local]) -> Local | None:
    """The one whose longer name ends so: "Ben Salman", or, of "Ada B.", begins so."""
    longer = [p for p in left if names_match.ends(p.full, name)]
    if not longer and len(parts) == 2 and len(parts[1]) == 1:
        longer = [p for p in left if names_match.tokens(p.full)[0] == parts[0]]
        longer = [p for p in longer if _last(p)[0] == parts[1]]
        longer = longer if len(longer) == 1 and len(_last(longer[0])) > 1 else []
    return longer[0] if len(longer) == 1 else None


def _of_surname(
    local: Local,
    word: str,
    left: Sequence[Local],
    shared: frozenset[str],
    surnames: frozenset[str],
    elsewhere: Mapping[str, str],
) -> Local | None:
    """The one whom a text means that gives one word of the name alone; none, and that is left out, where two can be.

    `elsewhere`: full name -> sex of those of that surname of whom some document tells it.
    """
    exact, fitting = _bearing(local, word, left, surnames)
    fitting = people.of_sex(local.sexes, local.married, [(p, p.sexes) for p in fitting]) if fitting else []
    if not fitting and len(exact) == 1 and not local.addressed and word not in shared:
        fitting = exact  # the "he" of the next sentence may be somebody else; there is no other of the name
    if fitting and people.rather_another(local.sexes, [(p.names, p.sexes) for p in fitting], elsewhere):
        local.left_out = True  # "Ms Weber" beside Kim Weber, where others tell of Ada Weber
        return None
    initials = all(len(names_match.tokens(p.full)[0]) == 1 and not people.told(p.sexes) for p in fitting)
    if len(fitting) == 1 and not (initials and people.told(local.sexes) and word in shared):
        return fitting[0]
    if fitting:
        local.left_out = True  # of several, or "Ms Weber" beside "J. Weber", where there are other Webers
    return None


def _bearing(
    local: Local, word: str, left: Sequence[Local], surnames: frozenset[str]
) -> tuple[list[Local], Sequence[Local]]:
    """Those whose surname the word is, and those whom it fits best: them, or whose first name or spelling it is."""
    exact = [p for p in left if word in (_last(p), names_match.first_surname(p.full))]
    kings = [p for p in exact if len(names_match.suffix(names_match.tokens(p.full))[0]) == 1]
    exact = kings if len(kings) == 1 else exact  # "Leopold" beside Leopold III and his son, Prince Karl Leopold
    first = [p for p in left if names_match.tokens(p.full)[0] == word]
    fitting = exact
    if local.titled:  # "Tan Sri Hashim": rather his given name
        fitting = [p for p in left if p in exact or p in first]
    if not fitting and word not in surnames:  # a spelling of its own, which nobody else bears
        fitting = [p for p in left if names_match.surname(_last(p), word) <= sounds.SPELLING]
    if not fitting:
        fitting = first
    if not fitting and not personal_names.is_given_name(word):  # "Garcia" of "Gabriel Garcia Marquez"
        fitting = [p for p in left if word in names_match.tokens(p.full)[1:-1]]
    return exact, fitting


def _number(person: Local) -> str:
    return names_match.suffix(names_match.tokens(person.full))[1]


def _last(person: Local) -> str:
    return names_match.suffix(names_match.tokens(person.full))[0][-1]
