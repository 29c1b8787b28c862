"""The rows of the site's data, declared once: JSON, its JSON Schema, CSV, SQLite and their descriptions come from here.

Absent means unknown, as in the content model, whose names these keys share. A field marked `references` holds ids of
another table.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_serializer

from generator.model import EntityType, Rights, Status

EntityId = Annotated[str, Field(json_schema_extra={"references": "entities"})]
EventId = Annotated[str, Field(json_schema_extra={"references": "events"})]
SourceId = Annotated[str, Field(json_schema_extra={"references": "sources"})]
ClaimId = Annotated[str, Field(json_schema_extra={"references": "claims"})]
EventState = Literal["undisputed", "unverified", "disputed", "planned"]
Wording = Literal["quote", "paraphrase"]


# Beyond this a floating-point number tells no whole number from the next (IEEE 754), and SQLite has no integer for it.
_WHOLE = 2**53


def as_given(value: float) -> int | float:
    """A number as a source prints it: 214, not 214.0."""
    return int(value) if value.is_integer() and abs(value) < _WHOLE else value


class Record(BaseModel):
    """A row: frozen, and without a key that is not declared."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class FigureRecord(Record):
    """A number that a claim gives."""

    what: str = Field(description="what is counted or measured")
    value: float = Field(description="how many, how much")
    unit: str | None = Field(None, description="of what, where it is a measure: USD, km, %")
    bound: str | None = Field(None, description="about, least or most: so many is not exact, or a limit")

    @field_serializer("value")
    def _as_given(self, value: float) -> int | float:
        return as_given(value)


class Selector(Record):
    """W3C Web Annotation, TextQuoteSelector: the words with what stands around them in the source's text."""

    type: Literal["TextQuoteSelector"] = "TextQuoteSelector"
    exact: str = Field(description="the words, white space folded")
    prefix: str | None = Field(None, description="what stands before them in their sentence, at most 32 letters")
    suffix: str | None = Field(None, description="what stands behind them in their sentence, at most 32 letters")


class Target(Record):
    """W3C Web Annotation, SpecificResource: where a quote stands."""

    type: Literal["SpecificResource"] = "SpecificResource"
    source: str = Field(description="address of the source; of this briefing's page on it, where none is known")
    selector: Selector = Field(description="the words that were found there")


class ClaimRecord(Record):
    """This source says that this happened, then. Words are a quote only where the source printed them."""

    id: str = Field(description="source and number on its page")
    url: str = Field(description="address of the claim")
    event: EventId = Field(description="what it tells of")
    source: SourceId = Field(description="who says it")
    publisher: str | None = Field(None, description="of the source; of a digest, that of what it condenses")
    published: str | None = Field(None, description="day of publication, where the source prints it")
    wording: Wording = Field(description="quote: the source's own words; paraphrase: the words of a digest of it")
    quote: str | None = Field(None, description="what the source printed, word for word")
    paraphrase: str | None = Field(None, description="what our digest says; nobody printed these words")
    date: str | None = Field(None, description="EDTF; what this source alone says; absent when it gives no date")
    date_text: str | None = Field(None, description="the same in words")
    when: str | None = Field(None, description="the words from which that date was read")
    dated_by: str | None = Field(
        None, description="publication: news of the day told without a date; inference: from an inferred day"
    )
    said_by: str | None = Field(None, description="whom the source credits, in its words")
    post: str | None = Field(None, description="author of the embedded post in which the words stand")
    rival: bool = Field(description="whether its date cannot be true together with the event's")
    origin: int = Field(description="claims of one event with the same number rest on one origin, and count once")
    entities: tuple[EntityId, ...] = Field((), description="who and what takes part")
    place: EntityId | None = Field(None, description="where")
    figures: tuple[FigureRecord, ...] = Field((), description="the numbers it gives")
    original_start: int | None = Field(
        None, description="where it stands in the plain text of an original that is not published: first letter, from 0"
    )
    original_end: int | None = Field(None, description="the letter behind the last")
    link: str | None = Field(None, description="the source's address with a text fragment that leads to a quote in it")
    target: Target | None = Field(None, description="where a quote stands; absent of a paraphrase")


class EventRecord(Record):
    """One event over all sources."""

    id: str = Field(description="chosen once, never changed")
    url: str = Field(description="its permanent address")
    title: str = Field(description="in the headline present")
    date: str | None = Field(None, description="EDTF; the best reading of all claims")
    date_text: str | None = Field(None, description="the same in words")
    first_day: str | None = Field(
        None, description="first day of that date, which may itself be approximate; absent where it is open"
    )
    last_day: str | None = Field(
        None, description="last day of that date, which may itself be approximate; absent where it is open"
    )
    dated_by: str | None = Field(None, description="publication: only the day of a report is known")
    status: Status = Field(description="what the claims say together")
    state: EventState = Field(description="the same, or planned: its date lies after the newest source")
    status_text: str = Field(description="status and reason, in words")
    key: bool = Field(description="whether the editors count it among the key events")
    because: str | None = Field(None, description="why date or status is not what the claims alone give")
    reports: int = Field(description="number of claims")
    independent: int = Field(description="number of independent origins of these")
    entities: tuple[EntityId, ...] = Field((), description="who and what takes part, and where")
    place: EntityId | None = Field(None, description="where")
    reviewed: str | None = Field(None, description="day on which a person checked it")


class EntityRecord(Record):
    """Who or what takes part."""

    id: str = Field(description="chosen once, never changed")
    url: str = Field(description="its permanent address")
    name: str = Field(description="the preferred name")
    type: EntityType = Field(description="what kind of thing it is")
    aliases: tuple[str, ...] = Field((), description="every other spelling")
    same_as: tuple[str, ...] = Field((), description="addresses of the same thing elsewhere")
    latitude: float | None = Field(None, description="degrees, north positive")
    longitude: float | None = Field(None, description="degrees, east positive")
    country: str | None = Field(None, description="ISO 3166-1 code")
    sources: int = Field(description="number of sources that name it")
    events: int = Field(description="number of events in which it takes part")
    reviewed: str | None = Field(None, description="day on which a person checked it")


class SourceRecord(Record):
    """One article, without its text."""

    id: str = Field(description="chosen once, never changed")
    url: str = Field(description="this briefing's page on it")
    title: str = Field(description="as printed, or ours")
    title_is_ours: bool = Field(description="whether it has no title of its own")
    wording: Wording = Field(description="quote: shown in its own words; paraphrase: condensed in a digest of ours")
    rights: Rights = Field(description="full: its text is shown; excerpt: only what claims quote")
    publisher: str | None = Field(None, description="who published it; of a digest, what it condenses")
    author: str | None = Field(None, description="who wrote it")
    published: str | None = Field(None, description="day of publication; absent when it does not say")
    published_inferred: str | None = Field(None, description="EDTF interval in which it was published")
    inferred_from: str | None = Field(None, description="what that was inferred from")
    lang: str = Field(description="language of its text (ISO 639-1)")
    address: str | None = Field(None, description="its own address")
    archived: str | None = Field(None, description="address of an archived copy")
    retrieved: str | None = Field(None, description="day on which it was fetched")
    verified: str | None = Field(None, description="day on which its quotes were found in the original")
    digest_of: str | None = Field(None, description="title of the original that a digest condenses")
    digest_of_address: str | None = Field(None, description="address of that original")
    sha256: str = Field(description="hash of the file that was read")
    claims: int = Field(description="number of its claims here")


class NameRecord(Record):
    """How one source calls an entity."""

    source: SourceId = Field(description="who calls it so")
    entity: EntityId = Field(description="whom or what")
    name: str | None = Field(None, description="a spelling")
    role: str | None = Field(None, description="as this source states it")
    post: str | None = Field(None, description="author of the embedded post that says so")


class EventEntityRecord(Record):
    """Who takes part in an event."""

    event: EventId = Field(description="in what")
    entity: EntityId = Field(description="who or what")
    is_place: bool = Field(description="whether it is where the event took place")


class ClaimEntityRecord(Record):
    """Whom a claim names."""

    claim: ClaimId = Field(description="which")
    entity: EntityId = Field(description="whom or what")
    is_place: bool = Field(description="whether it says that it took place there")


class ClaimFigureRecord(FigureRecord):
    """A number of a claim."""

    claim: ClaimId = Field(description="which gives it")


class EventDocument(EventRecord):
    """One event with all its claims and the entities that take part: what its page is made of."""

    claims: tuple[ClaimRecord, ...] = Field((), description="as its page shows them: rivals last")
    who: tuple[EntityRecord, ...] = Field((), description="the entities that take part")


class EntityDocument(EntityRecord):
    """One entity with its names by source and its events in time: what its page is made of."""

    names: tuple[NameRecord, ...] = Field((), description="how each source calls it")
    chronology: tuple[EventRecord, ...] = Field((), description="the events in which it takes part, in time")
