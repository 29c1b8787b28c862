"""What passes between the stages of the converter: Document, Extraction, Identities, Happening. Values only.

All offsets count characters of `Document.text`, the plain text of its Markdown body.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from generator.model import EntityType

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Post:
    """An embedded post (a message of a social network set into the article): evidence of its own."""

    start: int
    end: int
    author: str
    published: str | None  # EDTF day


@dataclass(frozen=True, slots=True)
class Document:
    """One seed, read. `markdown` is the body as it goes into the page; `text` is `markup.plain(markdown)`."""

    seed: str  # path below the folder of seeds, with /
    sha256: str
    title: str
    markdown: str
    text: str
    lang: str = "en"
    title_by_converter: bool = False
    published: str | None = None  # a day, YYYY-MM-DD
    inferred: tuple[str, str] | None = None  # where none is printed: EDTF interval in which it lies, and the reason
    stamped: str | None = None  # where none is printed: the day of its dateline without the year, "July 7"
    above: str | None = None  # where none is printed: the day above its headline, of the issue or of the page's saving
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    archived: str | None = None
    retrieved: str | None = None
    wording: Literal["paraphrase"] | None = None
    digest_of: str | dict[str, str] | None = None
    rights: Literal["full", "excerpt"] | None = None  # only where the seed itself says
    posts: tuple[Post, ...] = ()
    quotes: tuple[tuple[int, int], ...] = ()  # spans of block quotations


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text: the longest one, without rank, article or possessive."""

    start: int
    end: int
    text: str
    type: EntityType
    certain: bool = True  # a doubtful name is proposed, not published


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression. `date` is EDTF for DATE, TimeML's value else; None when unresolved."""

    start: int
    end: int
    text: str
    type: TimexType
    date: str | None = None


@dataclass(frozen=True, slots=True)
class BareDay:
    """A day printed without its year, in a text that prints no day of its own: "On 4 October", "on Tuesday"."""

    start: int
    text: str
    direction: Literal["past", "future", "present", "unknown"]  # of its clause
    open: bool  # whether the text alone leaves open of which year


@dataclass(frozen=True, slots=True)
class RawFigure:
    """A number that a claim gives."""

    what: str
    value: float
    unit: str | None = None
    bound: Literal["about", "least", "most"] | None = None


@dataclass(frozen=True, slots=True)
class RawClaim:
    """A happening that the text reports, before it is known which event it is. The quote is `text[start:end]`."""

    start: int
    end: int
    title: str
    kinds: tuple[str, ...] = ()  # kinds of news event that its words name, the likeliest first
    by_another: bool = False  # the first of them is of another happening, by which this one is dated
    head: int = 0  # offset of the word that names the happening
    date: str | None = None
    when: str | None = None
    ahead: bool | None = None  # an unresolved date: whether it lies before or after the day of publication
    dated_by: Literal["publication", "inference"] | None = None
    lasts: str | None = None  # a stated length, as P3D
    said_by: str | None = None
    post: str | None = None
    mentions: tuple[int, ...] = ()  # indexes into Extraction.mentions
    actors: tuple[int, ...] = ()  # those of them that act
    context: tuple[int, ...] = ()  # mentions of its whole sentence
    noun: str = ""  # lemma of the event noun that it names: visit, talks; empty where a verb tells all
    leaning: bool = False  # "the visit began": which one, another sentence says
    place: int | None = None
    figures: tuple[RawFigure, ...] = ()
    draft: bool = False
    whole: bool = True  # its title can be read alone; else it joins only what another claim tells whole
    in_story: bool = False  # its title is clear to whoever knows the story, though it cannot be read alone
    plain: bool = False  # its clause is whole: the story's name before its title makes it clear
    doubts: tuple[str, ...] = ()  # names of the reasons of `extract.gate` against publishing it by itself
    planned: bool = False
    was: str = ""  # of a plan: its title when its day has passed and nobody tells what came: "was to open"
    did: str = ""  # of a plan: its title when another report tells it as done: "opens"
    done: bool = False  # told as past
    lead: bool = False  # told in the first paragraph
    alone: bool = False  # its title can be read alone though its words name nobody: it bears the text's topic
    acts: frozenset[str] = frozenset()  # what is done, folded over synonyms: "leave:months" (see extract/acts)
    doers: frozenset[str] = frozenset()  # words for who does it; those of names with a capital
    things: frozenset[str] = frozenset()  # words for what it is done to
    proposed_by: str | None = None  # the reader that proposed it: a draft that takes part in nothing
    beside: int | None = None  # of another's figure for what a claim before it counts: that claim's head
    given: bool = False  # an editor's own, by its quote: it draws no claim without a date to its event
    sound: bool = True  # a draft only because its words make no title: evidence for an event that others tell

    @property
    def kind(self) -> str:
        """The likeliest kind; empty where none is known."""
        return self.kinds[0] if self.kinds and not self.by_another else ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document says, read alone."""

    document: Document
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    claims: tuple[RawClaim, ...] = ()
    roles: dict[int, str] = field(default_factory=dict)  # index of a mention -> role as stated
    labels: frozenset[int] = frozenset()  # mentions that only tell a paper from others: "the Calder report"
    aliases: tuple[tuple[int, int], ...] = ()  # (expansion, acronym) pairs that the text itself declares
    bare: tuple[BareDay, ...] = ()  # where the document has no day, in the text's order


@dataclass(frozen=True, slots=True)
class Identity:
    """One entity over all documents."""

    id: str
    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    coordinates: tuple[float, float] | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Identities:
    """Who is who: every published mention's entity, and what a person should decide."""

    entities: dict[str, Identity]
    of_mention: dict[tuple[int, int], str]  # (document number, mention number) -> entity id
    proposals: tuple[tuple[str, str, float, tuple[str, ...]], ...] = ()  # id, id, score, reasons
    # Document number -> (entity id, name) of whom its headline alone names.
    headed: Mapping[int, tuple[tuple[str, str], ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Happening:
    """One event over all documents; `claims` are (document number, claim number)."""

    id: str
    title: str
    date: str | None
    status: Literal["undisputed", "disputed", "unverified"]
    claims: tuple[tuple[int, int], ...]
    entities: tuple[str, ...] = ()
    place: str | None = None
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was found in a set of seeds, resolved over all of them."""

    extractions: tuple[Extraction, ...]
    identities: Identities
    happenings: tuple[Happening, ...]
    shared: Mapping[int, Sequence[tuple[int, int, frozenset[int]]]] = field(default_factory=dict)
    redirects: Mapping[str, str] = field(default_factory=dict)  # ids that gave way to others
    # document -> (EDTF, reason) of its day as inferred without the editor who wrote otherwise, by whom it was read
    inferred: Mapping[int, tuple[str, str] | None] = field(default_factory=dict)
