"""What the texts themselves tell of two names that are alike: one office, one company, never both in one text.

A spelling may differ by more than names alone can bear ("Velde", "Velden"). A newspaper holds to one spelling within an
article, though, so two people whom one text tells apart are two; and two who bear nearly one name, hold one office and
are never told of together are one. Whatever lacks such evidence stays a proposal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product

from generator import gazetteer, personal_names
from generator.document import Extraction
from generator.names import fold, one_slip, telling_role
from generator.resolve import blocking, forms, names_match, sounds
from generator.resolve.clusters import MOST_NAMES, Clusters
from generator.resolve.likely import Likely
from generator.resolve.local import Local

IN_OFFICE, IN_MUCH_COMPANY, IN_COMPANY = 1, 2, 3
MUCH_COMPANY = 4  # names that the texts of two share whose first names are one in two languages
SAME_FIRST, SAME_LAST = 0.06, 0.1  # distances up to which a first and a family name may be one by sound
LONG_ENOUGH = 5  # the same where a letter is too many behind the first four; an "s" makes another ("Roberts")
LONG_NAME = 7  # letters from which on a slip of the pen makes no other name
SHORTEST_NAME = 4  # shorter family names differ by a letter from others
SURE_PART = 0.7  # score from which on a part of a name may be the whole's in company alone
# Of places: what transliterations differ by, and what they may where the texts share company.
SPELLING_OF_PLACE, LOOSE_PLACE = 0.05, 0.12
SHORTEST_PLACE = 5
COMPANY = 2  # names besides countries that both texts share
# A key that more texts than this share tells nothing: it is what the whole briefing is about.
_EVERYWHERE = 0.5
# Words in a role that many bear.
_COMMON_ROLES = frozenset(
    "former deputy acting first chief senior leader official officials member head the of and for in at a an to its"
    " his her their who is was spokesman spokeswoman spokesperson year old new then late".split()
)
# Offices of which a text has many, and whose bearers are kin or namesakes as often: of what, must be told as well.
_RANKS = frozenset(
    "minister president director chairman chairwoman chairperson chief executive general colonel captain professor"
    " judge lawyer mayor governor senator prosecutor secretary manager coach doctor analyst nurse commander ambassador"
    " deputy vice prime premier reporter player founder owner candidate leader officer".split()
)
# Words in roles that say one thing of one who bears a part of the other's name: who leads a union is its secretary.
_FIELDS = {
    word: field
    for field, words in {
        "union": "union federation confederation syndicate unions workers miners trade labour labor guild",
        "law": "lawyer attorney counsel advocate barrister solicitor defence defense",
        "school": "teacher schoolteacher headteacher headmaster headmistress principal",
        "medicine": "doctor physician surgeon paediatrician pediatrician medic",
        "farm": "farmer grower peasant rancher planter",
        "money": "finance financial treasurer accountant bookkeeper cfo",
        "research": "scientist researcher professor scholar oceanographer hydrologist geologist historian",
        "police": "police detective inspector superintendent constable sheriff",
    }.items()
    for word in words.split()
}
_WORD = re.compile(r"[^\W\d_]{3,}")
# What one name alone may lack of the other.
_WEAK = frozenset({"surname alone", "one is Jr. or numbered", "one name alone"})
# One name is a part of the other: a family name or a first name less.
_PART = frozenset({"one name begins the other", "one name ends the other", "initial, and one name begins the other"})
# What tells of one who bears a name that it is not the other's who bears nearly the same.
_KIN = r"(?:son|daughter|father|mother|brother|sister|twin|nephew|niece|uncle|aunt|cousin|grandson|grandfather)"
_KIN_BEFORE = re.compile(rf"\b(?:(?:his|her|their|elder|older|younger|late|and|s['’]?|the)[ -])?{_KIN},? $")
_KIN_BEHIND = re.compile(rf",? (?:the |his |her |their |a |an )?(?:\w+ )?{_KIN}\b", re.I)


def join(clusters: Clusters, likely: Sequence[Likely], extractions: Sequence[Extraction]) -> list[Likely]:
    """Join the likely pairs that the texts tell to be one; the others are handed back."""
    facts = _Facts(clusters, extractions)
    left = []
    several = _parts_of_several(clusters, likely)
    for one, other, score, reasons in sorted(likely, key=lambda p: (-p[2], p[0], p[1])):
        if clusters.root(one) == clusters.root(other):
            continue
        if {one, other} & several:  # only an office that but one of them holds can tell
            if not (facts.of_one_office(one, other) and facts.tell(one, other, reasons) and clusters.join(one, other)):
                left.append((one, other, score, reasons))
            continue
        told = not _PART.isdisjoint(reasons) and facts.tell_part(one, other, score >= SURE_PART)
        if not ((told or facts.tell(one, other, reasons)) and clusters.join(one, other)):
            left.append((one, other, score, reasons))
    return left


def _parts_of_several(clusters: Clusters, likely: Sequence[Likely]) -> set[int]:
    """Those whose name may be a part of two people's: "Julio Paredes" of "Julio Paredes Luna" and "… Rivas".

    So may one without a middle name of two who have other ones.
    """
    wholes: dict[int, dict[int, str]] = {}
    for one, other, _, reasons in likely:
        if not (_PART | {names_match.INITIAL, names_match.MIDDLE_MORE}).isdisjoint(reasons):
            short, long = sorted((one, other), key=lambda i: len(clusters.members[i].full))
            wholes.setdefault(short, {}).setdefault(clusters.root(long), clusters.members[long].full)
    return {short for short, found in wholes.items() if not _may_be_one([found[k] for k in sorted(found)])}


def _may_be_one(names: Sequence[str]) -> bool:
    """Whether none of a few longer names contradicts another: "Julio Paredes L." and "Julio Paredes Luna"."""
    few = len(names) <= MOST_NAMES
    return few and all(names_match.persons(a, b).verdict != "different" for a, b in combinations(names, 2))


def nearness(one: str, other: str) -> int:
    """What two full names need to be one: IN_COMPANY least, IN_OFFICE the same office; 0 more than texts tell."""
    if names_match.persons(one, other).verdict == "same":
        return IN_COMPANY
    a, b = (names_match.suffix(names_match.tokens(n))[0] for n in (one, other))
    if len(a) < 2 or len(b) < 2 or (len(a) == len(b) > 2 and names_match.other_middle(a[1:-1], b[1:-1])):
        return 0
    first, last = names_match.given(a[0], b[0]), names_match.surname(a[-1], b[-1])
    initial = 1 in (len(a[0]), len(b[0]))
    if initial and last <= sounds.SPELLING and first < sounds.LOOSE:
        return IN_COMPANY
    east = (
        any(parts[0] in personal_names.either_order() for parts in (a, b))
        or min(len(a[-1]), len(b[-1])) < SHORTEST_NAME
    )
    same_first = first <= SAME_FIRST
    if same_first and not east and (last <= SAME_LAST or _slip(a[-1], b[-1])) and not forms.women_s(a[-1], b[-1]):
        return IN_COMPANY
    if forms.women_s(a[-1], b[-1]) or (first > SAME_FIRST and (a[0][-1] == "a") != (b[0][-1] == "a")):
        return 0
    if last == 0 and first <= names_match.EQUIVALENT and not east:
        return IN_MUCH_COMPANY
    if (same_first and not east and last <= sounds.LOOSE) or (
        last <= sounds.SPELLING and first <= names_match.EQUIVALENT
    ):
        return IN_OFFICE
    return IN_OFFICE if last == 0 and not east and names_match.slip_of_given(a[0], b[0]) else 0


def _slip(one: str, other: str) -> bool:
    """Whether one letter within a long name or at its end is wrong, which no other family is called by."""
    size = min(len(one), len(other))
    ends = (
        size >= LONG_ENOUGH
        and one[:4] == other[:4]
        and abs(len(one) - len(other)) == 1
        and "s" not in one[-1] + other[-1]
    )
    long = (size >= LONG_NAME and one[:3] == other[:3]) or ends
    return long and one_slip(one, other) and not names_match.of_fathers(one, other)


class _Facts:
    """Offices, company and documents of every set of locals, looked up as sets grow."""

    def __init__(self, clusters: Clusters, extractions: Sequence[Extraction]) -> None:
        self.clusters, self.extractions = clusters, extractions
        members = clusters.members
        self.company: dict[int, set[int]] = {}
        self.bodies: dict[int, list[int]] = {}  # of each document
        bearers: dict[int, int] = {}
        self.set_of = [clusters.root(i) for i in range(len(members))]  # as they are now
        for index in clusters.live("organization"):
            self.bodies.setdefault(members[index].document, []).append(index)
        for local, root in zip(members, self.set_of, strict=True):
            if local.document < 0 or any(gazetteer.country(n) for n in local.names):
                continue
            self.company.setdefault(local.document, set()).add(root)
        for keys in self.company.values():
            for key in keys:
                bearers[key] = bearers.get(key, 0) + 1
        most = max(3.0, _EVERYWHERE * len(self.company))
        self.telling = frozenset(k for k, n in bearers.items() if 1 < n <= most)

    def tell(self, one: int, other: int, reasons: Iterable[str]) -> bool:
        """Whether what is said of two people whose names are alike tells that they are one.

        The same office of the same body bears more than the same company, in which kin and colleagues stand as well.
        """
        if self.clusters.together(one, other) or not (_WEAK | _PART).isdisjoint(reasons):
            return False
        near = max((nearness(a, b) for a in self.full(one) for b in self.full(other)), default=0)
        mine, theirs = self.offices(one), self.offices(other)
        if near >= IN_COMPANY and (self.of_body_named(one, other) or self.of_body_named(other, one)):
            return True
        shared = mine & theirs
        if mine and theirs and len(shared) * 2 < min(len(mine), len(theirs)):
            return False
        common = len(self.common(one, other))
        company = common >= COMPANY
        if shared - _RANKS and (company or len(shared) >= min(2, len(mine), len(theirs))):
            return near >= IN_OFFICE
        return company and near >= (IN_COMPANY if common < MUCH_COMPANY else IN_MUCH_COMPANY)

    def of_body_named(self, one: int, other: int) -> bool:
        """Whether the role of one is a body alone, "of the Orvane Institute", and the other's texts have that body."""
        for local in self._set(one):
            roles: Mapping[int, str] = self.extractions[local.document].roles if local.document >= 0 else {}
            said = {
                fold(re.sub(r"^of (?:the )?", "", r)) for m in local.mentions if (r := roles.get(m, ""))[:3] == "of "
            }
            for body in self.bodies.get(local.document, ()) if said else ():
                named = said & {fold(n) for n in self.clusters.members[body].names}
                if named and not self.clusters.documents(body).isdisjoint(self.clusters.documents(other)):
                    return True
        return False

    def of_one_office(self, one: int, other: int) -> bool:
        """Whether both are told to hold one office, of which it is told of what."""
        return bool(self.offices(one) & self.offices(other) - _RANKS)

    def full(self, index: int) -> list[str]:
        """Full names of a set, the first few by letters."""
        names = {n for local in self._set(index) for n in local.names if len(names_match.tokens(n)) > 1}
        return sorted(names)[:MOST_NAMES]

    def tell_part(self, one: int, other: int, sure: bool) -> bool:
        """Whether one who is named by a part of the other's name is that person: never both in one text, nobody's
        kin, and of one office or one company.
        """
        if self.clusters.together(one, other) or self.kin(one) or self.kin(other):
            return False
        mine, theirs = self.offices(one), self.offices(other)
        if len(self.common(one, other, everywhere=True)) >= MUCH_COMPANY:
            return True
        if mine and theirs:
            fields = {_FIELDS.get(w, w) for w in mine} & {_FIELDS.get(w, w) for w in theirs}
            return bool(fields) and (sure or not fields <= _RANKS)
        return sure and len(self.common(one, other, everywhere=True)) >= COMPANY

    def kin(self, index: int) -> bool:
        """Whether a text tells of a set whose son or brother it is."""
        for local in self._set(index):
            text = self.extractions[local.document].document.text if local.document >= 0 else ""
            for number in local.mentions:
                mention = self.extractions[local.document].mentions[number]
                before = text[max(0, mention.start - 40) : mention.start]
                if _KIN_BEFORE.search(before) or _KIN_BEHIND.match(text, mention.end):
                    return True
        return False

    def offices(self, index: int) -> set[str]:
        """Telling words of all the roles that the documents give a set."""
        said: set[str] = set()
        for local in self._set(index):
            roles: Mapping[int, str] = self.extractions[local.document].roles if local.document >= 0 else {}
            for mention in local.mentions:
                role = roles.get(mention, "")
                if self.extractions[local.document].mentions[mention].type == "person" and telling_role(role) == 2:
                    said |= set(_WORD.findall(fold(role)))
        return said - _COMMON_ROLES

    def common(self, one: int, other: int, everywhere: bool = False) -> set[int]:
        """Sets that documents of both sets name, other than their own; `everywhere`: also what most documents name."""
        a, b = ({k for d in self.clusters.documents(i) for k in self.company.get(d, ())} for i in (one, other))
        if not everywhere:
            a &= self.telling
        own = {self.set_of[k] for i in (one, other) for k in self.clusters.inside(i)}
        return (a & b) - own

    def _set(self, index: int) -> list[Local]:
        return [self.clusters.members[i] for i in self.clusters.inside(index)]


def join_places(clusters: Clusters, extractions: Sequence[Extraction]) -> None:
    """Join names of places that transliterations of one name can be: "Zhanabulak", "Janabulak".

    One at least is none that the gazetteer knows, no text has both, and the texts share company: the more, the farther
    the names are apart.
    """
    facts = _Facts(clusters, extractions)
    blocks: dict[tuple[str, ...], list[int]] = {}
    for index in clusters.live("place"):
        name = clusters.members[index].full
        if len(name) >= SHORTEST_PLACE and not gazetteer.country(name):
            words = fold(name).replace("-", " ").split()
            for key in {tuple(k) for k in product(*(blocking.skeletons(w) for w in words[:3]))}:
                blocks.setdefault(key, []).append(index)
    for key in sorted(blocks):
        firsts = list({clusters.members[i].full: i for i in reversed(blocks[key])}.values())[: blocking.LARGEST]
        for one, other in combinations(sorted(firsts), 2):
            far = _apart(clusters.members[one].full, clusters.members[other].full)
            if clusters.root(one) == clusters.root(other) or far > LOOSE_PLACE:
                continue
            needed = COMPANY - (far <= SPELLING_OF_PLACE)
            if not clusters.together(one, other) and len(facts.common(one, other)) >= needed:
                clusters.join(one, other)


def _apart(one: str, other: str) -> float:
    """How far two names of places sound apart, by their worst word; 1 where they cannot be one name."""
    if gazetteer.find(one) and gazetteer.find(other):
        return 1.0
    a, b = fold(one).replace("-", " ").split(), fold(other).replace("-", " ").split()
    if len(a) != len(b):
        return 1.0
    return max(sounds.distance(x, y) for x, y in zip(a, b, strict=True))
