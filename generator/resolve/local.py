"""One thing as one document names it, and the keys by which equal ones are found."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from generator import gazetteer
from generator.model import EntityType
from generator.resolve import bodies_match, names_match

# Words that name a kind of institution alone: every country has one, so the country must be known.
GENERIC = frozenset(
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
    royal: str = ""  # what a royal title before it says: "reigns", "of the house"
    addressed: bool = False  # a title before it tells a sex
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
        name = re.sub(r"(?<=[^\W\d_]{3})(?=\d)", "-", name)  # "Orbis2" in a post
    if kind == "organization" and (army := bodies_match.army_of(f"{owner} {name}" if owner else name)):
        return f"organization:army={army}"
    return f"{kind}:" + " ".join(bodies_match.words(f"{owner} {name}" if owner else name))


def is_generic(name: str) -> bool:
    """Whether an organization's name fits one in every country: "Defense Ministry"."""
    return set(bodies_match.words(name)) <= GENERIC


def merge(into: Local, other: Local) -> None:
    """Put what a document says of one thing to another, which it is."""
    into.names.update(other.names)
    into.mentions.extend(other.mentions)
    into.spans.extend(other.spans)
    into.sexes.update(other.sexes)
    into.addressed |= other.addressed
    into.elsewhere |= other.elsewhere
    into.royal = max(into.royal, other.royal)
    into.keys |= other.keys
