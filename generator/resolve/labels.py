"""What a briefing's one story is about: the town, the dam, the ship whose name can head a title that says only "the".

"The river floods the valley" says in a list of events not which river; "Kamen: the river floods the valley" does.
Only what headlines name heads such titles, and of a firm only one without a rival in them: of two the words might mean
the other. So does a person's name what a court or a laboratory has of that person.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator import gazetteer, quantities
from generator.document import Extraction, Identities, Identity
from generator.model import EntityType
from generator.resolve.in_full import LIMIT

# Of a body, its owners or its deals a place says nothing.
_BODIES = frozenset(
    "shareholder board firm company buyer bidder owner investor creditor share brand deal offer merger takeover "
    "works factory plant mill group agency ministry court commission committee council party bank union university "
    "institute authority association federation foundation fund department office bureau service organization club "
    "league corporation consortium alliance coalition tribunal front movement regulator operator panel jury "
    # What a country has, no town need have.
    "government parliament cabinet law bill decree affair".split()
)
# Before people, or what flies, the name of a ship or probe would be taken for theirs.
_NOT_THINGS = frozenset(
    "flight launch rocket stage aircraft plane people person worker team man woman scientist engineer director captain "
    "minister president chairman crew passenger family victim"
    # Where a ship or a plane comes to is not its own.
    " berth quay pier dock harbour harbor port jetty terminal runway airport airfield base bridge road".split()
)
# Whatever a story's place or firm is, these are another's: one goes back to its own past, one is told of everywhere.
_NEVER = frozenset("flight season election campaign war storm quake earthquake record market price share".split())
_OFFICES = frozenset("court ministry agency commission committee council authority board police government".split())
# What a court, a doctor or a laboratory has of one.
_ONES_OWN = frozenset(
    "trial retrial hearing indictment verdict sentence sentencing conviction appeal charge ban suspension sample test "
    "extradition arrest funeral autopsy".split()
)
# Who is named most beside these bid for it, and it is another's.
_CALLED_FOR = re.compile(
    r"[^:]*: (?:the |an? |\d+ |two |three |four )?(?:bid|tender|bidding|auction|contest|competition)s? "
)
# These act for themselves, and are no firm's or club's.
_NO_FIRMS = re.compile(
    r"(?:The|An?|Two|Three) (?:[a-z]+ )?(?:town|city|municipality|village|district|county|borough|jury|mayor|resident"
    r"|villager)s?\b"
)
_NAME = re.compile(r"(?<!^)\b[^\W\d_]*[A-Z]")  # behind the first word
_DISTINCTIVE = 4  # letters of a word by which a headline means a name
_RIVAL = 2  # times as often as any other must headlines have a firm
_SKY = frozenset("moon mars venus jupiter saturn sun earth orbit".split())


@dataclass(frozen=True, slots=True)
class Label:
    """The name that heads a story's titles, and the numbers of the articles that have it."""

    name: str
    type: EntityType
    articles: frozenset[int]

    def fits(self, title: str, article: int) -> bool:
        """Whether it can head a title of an article: "The new mayor to be sworn in", not "The board rejects it"."""
        noun = subject(title)
        if article not in self.articles or self.name in title or noun is None or ":" in title:
            return False
        if self.type in ("organization", "person"):
            return False
        body = noun in _BODIES
        return not body if self.type == "place" else not (body or noun in _NOT_THINGS)

    def heads(self, title: str, article: int, names: Collection[str]) -> bool:
        """Whether it says of what a title is that has no name: "An audit is published", "Seven suspects named".

        `names`: all that the article names.
        """
        if article not in self.articles or ":" in title:
            return False
        if self.type == "person":  # the laboratory may be named, and nobody else
            own = next((w for w in title.split()[1:4] if w.islower()), "")
            return title.startswith("The ") and own in _ONES_OWN and not self._named(title)
        if self.type == "organization" and _NO_FIRMS.match(title):
            return False
        if _NAME.search(title) or any(title.startswith(name) for name in names):
            return False
        words = {quantities.singular(w) for w in re.findall(r"[a-z]+", title.lower())}
        return not words & _NEVER and (self.type != "equipment" or not words & _NOT_THINGS)

    def _named(self, title: str) -> bool:
        return any(w in title for w in re.findall(r"\w+", self.name) if len(w) >= _DISTINCTIVE)

    def instead(self, title: str, article: int, names: Collection[str]) -> str:
        """Of "Norvale Works: the tender is called" its own name for that of a bidder; any other title as it is."""
        rest = title.partition(": ")[2]
        called = self.type in ("place", "equipment") and _CALLED_FOR.match(title) is not None
        return self.headed(rest) if called and self.heads(rest, article, names) else title

    def headed(self, title: str) -> str:
        """The title with its name before it; as it was, where there is no room."""
        first = title.split(" ")[0]
        small = title if gazetteer.demonym(first) is not None else f"{title[0].lower()}{title[1:]}"
        longer = f"{self.name}: {small}"
        return longer if len(longer) <= LIMIT else title


def subject(title: str) -> str | None:
    """Of "The new mayor is sworn in": "mayor", of "The two firms agree": "firm"; `None` where no such noun opens it."""
    first, *words = re.split(r"\s+", title)
    if first != "The":
        return None
    nouns = (w for w in words if not w.isdigit() and w not in gazetteer.little_words())
    noun = next(nouns, "")
    return quantities.singular(noun) if re.fullmatch(r"[a-z-]+", noun) else None


def of_story(extractions: Sequence[Extraction], identities: Identities, told: Collection[int]) -> Label | None:
    """The place, thing or firm that most of these articles and the most headlines name; `None` where it is not one."""
    headed, having = _headed(extractions, identities, told)
    entities = identities.entities
    firms = sorted((n for id, n in headed.items() if entities[id].type == "organization"), reverse=True)
    ranked = _ranked(headed, having, told, (id for id in having if _heads(id, identities)))
    most = max(firms, default=0)
    first = ranked[0] if ranked else None
    second = headed[ranked[1]] if len(ranked) > 1 else 0
    if first is not None:
        most = max((n for id, n in headed.items() if _rival(entities[id], entities[first])), default=0)
    if first is not None and headed[first] > max(most, second):
        return Label(entities[first].name, entities[first].type, frozenset(told))
    ranked = _ranked(headed, having, told, (id for id in having if _is_firm(id, identities)))
    second = max([headed[first] if first is not None else 0, *firms[1:2]], default=0)
    if ranked and headed[ranked[0]] == most >= max(_RIVAL, _RIVAL * second):
        return Label(entities[ranked[0]].name, "organization", frozenset(having[ranked[0]]))
    return None


def of_person(extractions: Sequence[Extraction], identities: Identities, told: Collection[int]) -> Label | None:
    """The one person whom most of these articles and the most headlines name."""
    headed, having = _headed(extractions, identities, told)
    people = [id for id in having if identities.entities[id].type == "person"]
    ranked = _ranked(headed, having, told, people)
    if not ranked or headed[ranked[0]] < max(_RIVAL, _RIVAL * (headed[ranked[1]] if len(ranked) > 1 else 0)):
        return None
    return Label(identities.entities[ranked[0]].name, "person", frozenset(having[ranked[0]]))


def _ranked(
    headed: Counter[str], having: Mapping[str, Collection[int]], told: Collection[int], ids: Iterable[str]
) -> list[str]:
    """Of these ids those that a headline and half of the articles have, the likeliest first."""
    return sorted(
        (id for id in ids if headed[id] > 0 and 2 * len(having[id]) >= len(told)),
        key=lambda id: (-headed[id], -len(having[id]), id),
    )


def _headed(
    extractions: Sequence[Extraction], identities: Identities, told: Collection[int]
) -> tuple[Counter[str], dict[str, set[int]]]:
    """(how many headlines have an entity's name or the word that tells it, the articles that have the entity)."""
    headed, having = Counter[str](), dict[str, set[int]]()
    for number in sorted(told):
        extraction, title = extractions[number], extractions[number].document.title
        words, here = set(re.findall(r"[\w-]+", title)), set()
        for m, mention in enumerate(extraction.mentions):
            if (id := identities.of_mention.get((number, m))) is None:
                continue
            having.setdefault(id, set()).add(number)
            own = {w for w in re.findall(r"[\w-]+", mention.text) if w[:1].isupper() and len(w) >= _DISTINCTIVE}
            own = {mention.text.split()[-1]} & own if mention.type == "person" else own
            # Neither the "Leith" nor the "Norwegian" of a bank tells that a headline means the bank.
            own = {w for w in own if not gazetteer.find(w) and gazetteer.demonym(w) is None}
            if mention.text in title or own & words:
                here.add(id)
        headed.update(here)
    return headed, having


def _rival(body: Identity, of: Identity) -> bool:
    """Whether a body may be the story instead of a place: the Leith Port Authority is named after the port."""
    return body.type == "organization" and not set(of.name.split()) <= set(body.name.split())


def _is_firm(id: str, identities: Identities) -> bool:
    entity = identities.entities[id]
    return entity.type == "organization" and not _OFFICES & set(entity.name.lower().split())


def _heads(id: str, identities: Identities) -> bool:
    entity = identities.entities[id]
    if entity.type not in ("place", "equipment") or entity.name.lower() in _SKY:
        return False
    known = gazetteer.find(entity.name) if entity.type == "place" else None
    return known is None or known.kind not in ("country", "capital", "region")
