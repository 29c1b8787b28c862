"""Bodies and things that one article shortens and another names in full, where the corpus offers one full name.

Each rule is a way in which reports shorten: without what a body is of ("Tamora Institute of Oceanography"), without
whose it is ("Samarel Growers' Union"), without a word for its kind of business ("Inderi Commercial Bank"), by letters
of a model's name ("KST-2" of "Kestro-2"). Names are found by their first or last word, so that the work stays linear.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from generator import gazetteer
from generator.names import fold
from generator.resolve import bodies_match, sounds
from generator.resolve.acronyms import Company
from generator.resolve.clusters import Clusters
from generator.resolve.local import is_generic

LARGEST = 40  # names with one first or last word, of which more tell nothing
_OF = re.compile(r"(?<!\s)\s++(?:of|for)\s++")
# What ties the name of a town to that of its river, its region or its saint.
_TOWN_OF = re.compile(
    r"(?<=[^\W_]) (?:del|de la|de los|de las|de|do|da|dos|on|upon|sur|am|an der|an|ob der|bei|nad|sul) "
)
# Bodies of which every country has one, so that a text about one country leaves the country out.
_BRANCHES = frozenset({
    "red cross", "red crescent", "olympic committee", "football association", "football federation",
    "chamber of commerce", "bar association", "medical association",
})  # fmt: skip
# What stands between the name and the kind of a firm, and is left out: "Inderi Commercial Bank".
_BUSINESS = frozenset(
    "commercial industrial investment savings mutual international regional general trading joint-stock cooperative"
    " agricultural insurance shipping construction engineering civil works mining".split()
)
_ROMAN = {
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "v": "5",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "x": "10",
}
_MODEL = re.compile(r"(?P<name>[^\W\d_][^\d]*?)(?<![\s\-])[\s\-]*+(?P<number>\d{1,3}|[IVX]{1,4})")
# What stands between the name of a plant and the number of its unit: "Orvala Unit 2", "Orvala No. 2".
_COUNTING = re.compile(r"[ -](?:unit|reactor|block|no\.?|nr\.?|number)$", re.IGNORECASE)
SHORTEST_WORD = 4  # letters that a word needs to be a name of its own
ALIKE = 0.05  # distance of sounds up to which the one differing word of two names is spelt in two ways


def join(clusters: Clusters) -> None:
    """Apply all the rules, those that ask least of the corpus first."""
    _join(clusters, _first, _without_object)
    _join(clusters, _first, _without_business)
    _join(clusters, _first, _with_clipped_trade)
    _join(clusters, _last, _without_owner, in_company=True)
    _join(clusters, _last, _without_region, in_company=True)
    _join_towns(clusters)
    _join_models(clusters)
    _join_ships(clusters)
    _join_spellings(clusters)


def _names(clusters: Clusters) -> Iterator[tuple[int, str]]:
    for index in clusters.live("organization"):
        for name in sorted(clusters.members[index].names):
            if " " in name and not bodies_match.is_acronym(name):
                yield index, name


def _first(name: str) -> str:
    return fold(name).split()[0]


def _last(name: str) -> str:
    return fold(name).removesuffix(" society").split()[-1]


def _join(
    clusters: Clusters, key: Callable[[str], str], shortens: Callable[[str, str], bool], in_company: bool = False
) -> None:
    """Join every name to the one fuller name of its block that it shortens, and that no text has beside it."""
    blocks: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for index, name in _names(clusters):
        blocks[key(name)][name].add(index)
    company = Company(clusters) if in_company else None
    for block in (blocks[k] for k in sorted(blocks)):
        if not 1 < len(block) <= LARGEST:
            continue
        for short in sorted(block, key=lambda n: (-len(n.split()), n)):
            longer = {n for n in sorted(block) if shortens(short, n)}
            roots = {clusters.root(i) for n in longer for i in block[n]}
            if len(roots) != 1:
                continue
            into = next(iter(roots))
            for index in sorted(block[short]):
                if _spelt_out(clusters, index) & _spelt_out(clusters, into):
                    continue
                if company is None or company.share(clusters.inside(into), [index]):
                    clusters.join(into, index)


def _spelt_out(clusters: Clusters, index: int) -> set[int]:
    """Documents that have a name of a set in words, and not by its letters alone."""
    members = (clusters.members[i] for i in clusters.inside(index))
    return {m.document for m in members if any(not bodies_match.is_acronym(n) for n in m.names)} - {-1}


def _plain(name: str) -> list[str]:
    return fold(name).replace("'", "").split()


def _without_object(short: str, full: str) -> bool:
    """As "Tamora Institute" of "Tamora Institute of Oceanography"."""
    parts = _OF.split(fold(full))
    if len(parts) == 2 and parts[0].removesuffix(" society") == fold(short) and fold(short) in _BRANCHES:
        return gazetteer.country(parts[1].title()) is not None  # "Red Cross Society of Ghana"
    return (
        len(parts) > 1
        and parts[0] == fold(short)
        and not is_generic(short)
        and not gazetteer.find(short)
        and _named(short.split()[0])
    )


def _without_business(short: str, full: str) -> bool:
    """As "Inderi Bank" of "Inderi Commercial Bank"."""
    a, b = _plain(short), _plain(full)
    more = b[len(a) - 1 : -1]
    return (
        len(a) > 1
        and len(b) > len(a)
        and b[: len(a) - 1] == a[:-1]
        and b[-1] == a[-1]
        and set(more) <= _BUSINESS
        and not gazetteer.find(short)
        and _named(short.split()[0])
    )


def _with_clipped_trade(short: str, full: str) -> bool:
    """As "Orva Hydro" of "Orva Hydropower Company": what the firm deals in is cut short, its kind left out."""
    a, b = _plain(short), _plain(full)
    at = len(a) - 1
    if 0 < at < len(b) and a[at] == f"{b[at]}s":
        a[at] = b[at]  # "Orva Signals" of "Orva Signal Services"
        return len(b) > len(a) and a == b[: at + 1] and _is_firm(a, b[at + 1 :], short)
    return (
        0 < at < len(b)
        and b[:at] == a[:at]
        and len(a[at]) >= SHORTEST_WORD
        and b[at] != a[at]
        and b[at].startswith(a[at])
        and _is_firm(a, b[at + 1 :], short)
    )


# What firms of any trade end their names with.
_SERVING = frozenset("service services solution solutions technology technologies".split())


def _is_firm(words: list[str], more: list[str], short: str) -> bool:
    """Whether words that are no kind of body end a firm's own name, and only its kind is left out behind them."""
    kinds = all(bodies_match.tells_kind(w) or w in gazetteer.legal_words() or w in _SERVING for w in more)
    return not bodies_match.tells_kind(words[-1]) and kinds and not gazetteer.find(short) and _named(short.split()[0])


def _without_owner(short: str, full: str) -> bool:
    """As "Growers' Union" of "Samarel Growers' Union", "Red Cross" of "Ghana Red Cross"."""
    a, b = _plain(short), _plain(full)
    if " ".join(a) in _BRANCHES and b[-1] == "society":
        b.pop()
    if not (1 < len(a) < len(b) <= len(a) + 2 and b[-len(a) :] == a):
        return False
    branch = " ".join(a) in _BRANCHES
    of_country = bool(bodies_match.countries(bodies_match.words(" ".join(full.split()[: len(b) - len(a)]))))
    if branch:
        return of_country
    whole = is_generic(short) or gazetteer.find(short) or not full.split()[0][0].isupper()
    return not whole and any("'" in w or "’" in w for w in short.split())


# Bodies of which a region has one of a name, unlike parties, churches and fronts.
_OF_REGIONS = frozenset(
    "fund centre center institute agency authority council commission programme program observatory foundation service"
    " survey facility board bureau office initiative laboratory network".split()
)
_REGIONAL = re.compile(
    r"(?:(?:north|south|east|west|central|northern|southern|eastern|western|nordic|baltic|balkan|arctic|alpine)[ -]?)*"
    r"(?:african|american|asian|european|nordic|baltic|balkan|arctic|alpine|caribbean|pacific|mediterranean)"
)


def _without_region(short: str, full: str) -> bool:
    """As "Harvest Fund" of "West African Harvest Fund": the adjective of a country or a region is left out."""
    a, b = _plain(short), _plain(full)
    if not (len(short.split()) > 1 and len(a) < len(b) <= len(a) + 2 and b[-len(a) :] == a and a[-1] in _OF_REGIONS):
        return False
    more = " ".join(b[: len(b) - len(a)])
    whose = gazetteer.demonym(more) or gazetteer.country(more) or _REGIONAL.fullmatch(more)
    return bool(whose) and not is_generic(short) and not gazetteer.find(short)


def _named(word: str) -> bool:
    """Whether a word is somebody's name, and no word for a kind of body: "Union Bank"."""
    return len(word) >= SHORTEST_WORD and not bodies_match.tells_kind(fold(word)) and not gazetteer.country_of(word)


def _join_towns(clusters: Clusters) -> None:
    """As "San Mateo" of "San Mateo del Guadil": the one town of the corpus whose name goes on so, in one company."""
    begun: dict[str, set[int]] = defaultdict(set)
    for index in clusters.live("place"):
        for name in clusters.members[index].names:
            if len(parts := _TOWN_OF.split(fold(name), maxsplit=1)) > 1:
                begun[parts[0]].add(index)
    company = Company(clusters)
    for index in clusters.live("place"):
        for name in sorted(clusters.members[index].names):
            roots = {clusters.root(i) for i in begun.get(fold(name), ())}
            if len(roots) != 1 or (gazetteer.find(name) and not clusters.members[index].elsewhere):
                continue
            into = next(iter(roots))
            apart = not _spelt_out(clusters, index) & _spelt_out(clusters, into)
            if apart and company.share(clusters.inside(into), [index]):
                clusters.join(into, index)


def _join_models(clusters: Clusters) -> None:
    """As "KST-2" of one text and "Kestro-2" of another: the one thing of that number whose name has those letters."""
    full: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    short: list[tuple[int, str, str]] = []
    for index in clusters.live("equipment"):
        for name in sorted(clusters.members[index].names):
            found = _MODEL.fullmatch(name)
            if not found:
                continue
            number = _ROMAN.get(found["number"].casefold(), found["number"])
            base = _COUNTING.sub("", found["name"])
            if base.isupper() and 1 < len(base) <= 4:
                short.append((index, base.casefold(), number))
            elif len(base) > 4:
                full[number][fold(base).replace("-", " ").strip()].add(index)
    for number in sorted(full):
        clusters.join_all([[*sorted(full[number][n])] for n in sorted(full[number])])  # "Kestro II", "Kestro-2"
        names = sorted(full[number])[:LARGEST]
        for one, other in ((a, b) for i, a in enumerate(names) for b in names[i + 1 :]):
            if sounds.distance(one, other) <= ALIKE:
                clusters.join(min(full[number][one]), min(full[number][other]))
    for index, letters, number in short:
        fitting = {clusters.root(i) for n in full.get(number, {}) if _within(letters, n) for i in full[number][n]}
        if len(fitting) == 1:
            clusters.join(next(iter(fitting)), index)


_SHIP = re.compile(r"(?P<prefix>[A-Z]{2,5}|M/V|M/T|S/S) (?P<name>[^\W\d_].{2,})")


def _join_ships(clusters: Clusters) -> None:
    """As "Orvane" of one text and "HMS Orvane" of another: the only ship of that name with letters before it."""
    prefixed: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    bare: dict[str, set[int]] = defaultdict(set)
    for index in clusters.live("equipment"):
        for name in sorted(clusters.members[index].names):
            if found := _SHIP.fullmatch(name):
                prefixed[fold(found["name"])][found["prefix"]].add(index)
            else:
                bare[fold(name)].add(index)
    for name in sorted(prefixed.keys() & bare.keys()):
        if len(prefixed[name]) == 1:
            clusters.join_all([[*sorted(*prefixed[name].values()), *sorted(bare[name])]])


def _within(letters: str, name: str) -> bool:
    """Whether letters stand in a name in this order, its first one first: "kst" in "kestro"."""
    rest = iter(name)
    return name[:1] == letters[:1] and all(letter in rest for letter in letters)


def _join_spellings(clusters: Clusters) -> None:
    """As "Inderi Bank" and "Enderi Bank": all words equal but a long one, which only sounds alike, in one company."""
    blocks: dict[tuple[str, ...], dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for index, name in _names(clusters):
        parts = _plain(name)
        for i, word in enumerate(parts):
            if len(word) > SHORTEST_WORD and word.replace("-", "").isalpha() and not bodies_match.tells_kind(word):
                blocks[(str(i), *parts[:i], *parts[i + 1 :])][word].add(index)
    company = Company(clusters)
    for key in sorted(blocks):
        words = sorted(blocks[key])
        if not 1 < len(words) <= LARGEST:
            continue
        for one, other in ((a, b) for i, a in enumerate(words) for b in words[i + 1 :]):
            if sounds.distance(one, other) > ALIKE or (gazetteer.find(one) and gazetteer.find(other)):
                continue
            a, b = (min(blocks[key][w]) for w in (one, other))
            if not clusters.together(a, b) and company.share(clusters.inside(a), clusters.inside(b)):
                clusters.join(a, b)
