"""A briefing of any size out of chance with a seed: pages of content/, and the same articles as seeds to convert.

Invented throughout. Its shape is that of news: a few names stand everywhere and most hardly anywhere (Zipf's law), an
event is told by one to five articles, an article has some 300 words in eight paragraphs and names some eight entities.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from itertools import accumulate
from pathlib import Path

_FIRST = (
    "Ada Bram Cleo Dov Elin Farah Goran Hana Ivo Juna Kaspar Lida Milo Nora Orla Piet Quinn Rosa Sven Tilda".split()
)
_HEADS = "Ar Bel Cor Dun Ey Fal Grim Hol Ist Jor Kel Lund Mor Nes Ost Pel Rud Sal Tor Ul Var Wend Yst Zol".split()
_MIDDLES = "a be di fo ga he li mo na ro se ti va wi".split()
_TAILS = "bach berg den dorp feld gard holm kov land mark ness quist rop sen stad thal vik wold".split()
_BODIES = ("Council", "Union", "Port Authority", "Shipping Company", "Institute", "Trust")
_PAPERS = [f"{town} {kind}" for town in ("Northern", "Coastal", "Evening", "Island") for kind in
           ("Gazette", "Courier", "Post", "Herald", "Times", "Wire")]  # fmt: skip
_ACTS = (
    ("visited", "visits"), ("signed an agreement in", "signs an agreement in"), ("opened an office in", "opens in"),
    ("held talks in", "holds talks in"), ("closed a yard in", "closes a yard in"), ("met mayors in", "is received in"),
)  # fmt: skip
_PLAIN = (
    "The council approved a plan to widen the canal and to repair both locks before traffic resumes",
    "Engineers who surveyed the banks found cracks near the old mill, and residents asked for a fence",
    "Nobody was hurt, although several boats broke loose and drifted towards the bridge below the village",
    "Prices of berths have doubled in the last few years, and small firms fear that they will be driven out",
    "Opponents of the scheme say that its costs were never published in full",
    "A spokesman declined to comment on the report, but said that all rules had been followed",
    "The inquiry will hear witnesses in the coming weeks, among them two former pilots",
    "Critics called the decision hasty, while the port's own staff welcomed it",
    "Work on the second pier has been put off several times because steel was late",
    "The figures were confirmed by two people who had seen the papers and asked not to be named",
)
_NAMING = (
    "{name} was not present",
    "People close to {name} said that nothing had been decided",
    "{name} has asked for more time",
    "That would suit {name}, whose own plans depend on it",
    "The letter, which was addressed to {name}, names no sum",
)
_START = date(2021, 1, 4)


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what: its id, name and type."""

    id: str
    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, and the sentence in which every report tells it."""

    id: str
    title: str
    day: date
    said: str
    who: Entity
    place: Entity


@dataclass
class Article:
    """One report: which events it tells, whom it names, its paragraphs."""

    id: str
    title: str
    day: date
    publisher: str
    events: list[Event] = field(default_factory=list)
    named: list[Entity] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)

    @property
    def body(self) -> str:
        """Its text as Markdown."""
        return "\n\n".join(self.paragraphs) + "\n"


@dataclass
class Corpus:
    """So many articles, half as many entities, half as many events, and a note for a hundred articles."""

    size: int
    seed: int = 1
    entities: list[Entity] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)

    def __post_init__(self) -> None:
        chance = random.Random(self.seed)
        count = max(self.size // 2, 8)
        self.entities = list(_entities(chance, count))
        places = [e for e in self.entities if e.type == "place"]
        others = [e for e in self.entities if e.type != "place"]
        pick, where = _Zipf(chance, others), _Zipf(chance, places)
        self.events = [_event(chance, n, count, pick.one(), where.one()) for n in range(count)]
        days = 365 * 6
        for n in range(self.size):
            day = _START + timedelta(days=days * n // self.size)
            self.articles.append(Article(f"report-{n:06}", "", day, chance.choice(_PAPERS)))
        for event in self.events:  # the articles of the week after an event tell of it
            first = min((event.day - _START).days * self.size // days, self.size - 1)
            for _ in range(min(1 + int(chance.expovariate(0.6)), 5)):
                article = self.articles[min(first + 1 + chance.randrange(max(self.size * 7 // days, 4)), self.size - 1)]
                if event not in article.events:
                    article.events.append(event)
        for article in self.articles:
            _write(chance, article, pick)

    def content(self, folder: Path) -> Path:
        """Write it as the pages of a briefing."""
        for name in ("articles", "entities", "events", "notes", "pages"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        for entity in self.entities:
            text = f"---\nname: {entity.name}\ntype: {entity.type}\n---\n"
            (folder / f"entities/{entity.id}.md").write_text(text, encoding="utf-8")
        for event in self.events:
            text = (
                f"---\ntitle: {event.title}\ndate: '{event.day}'\nstatus: {self._status(event)}\n"
                f"entities: [{event.who.id}]\nplace: {event.place.id}\n---\n"
            )
            (folder / f"events/{event.id}.md").write_text(text, encoding="utf-8")
        for article in self.articles:
            (folder / f"articles/{article.id}.md").write_text(_page(article), encoding="utf-8")
        for n in range(max(self.size // 100, 2)):
            (folder / f"notes/note-{n:04}.md").write_text(self._note(n), encoding="utf-8")
        home = "---\ntitle: The coast and its ports\nsummary: An invented briefing\n---\nWhat is known of the coast.\n"
        (folder / "pages/home.md").write_text(home, encoding="utf-8")
        settings = "name: The coast\ntagline: An invented briefing\nrights: {default: full}\n"
        (folder / "briefing.yaml").write_text(settings, encoding="utf-8")
        return folder

    def seeds(self, folder: Path) -> Path:
        """Write its articles as seeds."""
        folder.mkdir(parents=True, exist_ok=True)
        for article in self.articles:
            front = f"---\ntitle: {article.title}\ndate: {article.day}\npublisher: {article.publisher}\n---\n"
            (folder / f"{article.id}.md").write_text(front + article.body, encoding="utf-8")
        return folder

    def _status(self, event: Event) -> str:
        return "undisputed" if len(self._papers()[event.id]) > 1 else "unverified"

    def _papers(self) -> dict[str, set[str]]:
        """Event -> publishers that tell of it."""
        if not hasattr(self, "_told"):
            self._told: dict[str, set[str]] = {event.id: set() for event in self.events}
            for article in self.articles:
                for event in article.events:
                    self._told[event.id].add(article.publisher)
        return self._told

    def _note(self, n: int) -> str:
        event, entity = self.events[n * 7 % len(self.events)], self.entities[n * 3 % len(self.entities)]
        article = next((a for a in self.articles[n * 11 % self.size :] if a.events), self.articles[0])
        return (
            f"---\ntitle: Note {n}\ndate: {_START + timedelta(days=n)}\n---\n## What is behind it\n\n"
            f"[[{entity.id}]] is part of a longer story, of which [[{event.id}]] is one step [@{article.id}].\n\n"
            f"![[{event.id}]]\n\nMore will be known when the papers are published.\n"
        )


class _Zipf:
    """Draws the first of a list more often than the second, and so on: the n-th in proportion to 1/n."""

    def __init__(self, chance: random.Random, of: list[Entity]) -> None:
        self.chance, self.of = chance, of
        self.weights = list(accumulate(1 / n for n in range(3, len(of) + 3)))

    def one(self) -> Entity:
        return self.chance.choices(self.of, cum_weights=self.weights)[0]


def _entities(chance: random.Random, count: int) -> Iterator[Entity]:
    taken: set[str] = set()
    while len(taken) < count:
        word = chance.choice(_HEADS) + chance.choice(_MIDDLES) + chance.choice(_MIDDLES) + chance.choice(_TAILS)
        kind = ("person", "person", "organization", "place")[len(taken) % 4]
        name = f"{chance.choice(_FIRST)} {word}" if kind == "person" else word
        name = f"{word} {chance.choice(_BODIES)}" if kind == "organization" else name
        if word in taken:
            continue
        taken.add(word)
        yield Entity(name.lower().replace(" ", "-"), name, kind)


def _event(chance: random.Random, number: int, count: int, who: Entity, place: Entity) -> Event:
    day = _START + timedelta(days=365 * 6 * number // count)
    told, title = chance.choice(_ACTS)
    said = f"On {day.day} {day:%B %Y} {who.name} {told} {place.name}"
    return Event(f"{day}-{who.id}-{number}", f"{who.name} {title} {place.name}", day, said, who, place)


def _write(chance: random.Random, article: Article, pick: _Zipf) -> None:
    """Give a report its title and text."""
    others = [pick.one() for _ in range(4)]
    actors = [e for event in article.events for e in (event.who, event.place)]
    article.named = list({e.id: e for e in (*actors, *others)}.values())
    first = article.events[0].title if article.events else f"What {others[0].name} knew"
    article.title = f"{first}, {chance.choice(('a report', 'an account', 'the papers', 'what is known'))}"
    told = [event.said for event in article.events]
    for n in range(8):
        lines = [chance.choice(_PLAIN)]
        if n < len(told):
            lines.insert(0, told[n])
        if n < len(others):
            lines.append(chance.choice(_NAMING).format(name=others[n].name))
        lines += [chance.choice(_PLAIN)] if n % 2 else []
        article.paragraphs.append(". ".join(lines) + ".")
    article.paragraphs += [f"{said}." for said in told[8:]]


def _page(article: Article) -> str:
    rows = "".join(f"  - id: {e.id}\n    names: [{e.name}]\n" for e in article.named)
    claims = "".join(
        f"  - id: {e.id}\n    date: '{e.day}'\n    when: On {e.day.day} {e.day:%B %Y}\n    quote: {e.said}\n"
        f"    entities: [{e.who.id}]\n    place: {e.place.id}\n"
        for e in article.events
    )
    return (
        f"---\ntitle: {article.title}\ndate: '{article.day}'\nsource:\n  seed: {article.id}.md\n"
        f"  sha256: {sha256(article.id.encode()).hexdigest()}\n  publisher: {article.publisher}\n"
        f"entities:\n{rows}" + (f"events:\n{claims}" if claims else "") + f"---\n{article.body}"
    )
