"""The content model: one pydantic class per kind of page; a front matter key is one field with one description.

The reader, `check`, the JSON Schema and the reference of front matter all come from these declarations. Absent means
unknown: no key is ever null, so `None` here only says that the key is not there.
"""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from generator import dates

EntityType = Literal["person", "organization", "place", "agreement", "named_event", "equipment"]
ENTITY_TYPES: tuple[EntityType, ...] = get_args(EntityType)
Status = Literal["undisputed", "disputed", "unverified"]
DatedBy = Literal["publication", "inference"]
Rights = Literal["full", "excerpt"]


def _edtf(value: str) -> str:
    return dates.usable(value).text


def _day(value: str) -> str:
    date.fromisoformat(value)
    dates.usable(value)
    return value


def _id(value: str) -> str:
    if not value or any(c.isspace() or c in "/\\[]|#" for c in value):
        raise ValueError(f'"{value}" cannot be an id: small letters, digits and hyphens, as jane-doe')
    return value


def _present(value: str) -> str:
    if not value.strip():
        raise ValueError("it is empty; leave the key out where nothing is known")
    return value


EdtfText = Annotated[str, AfterValidator(_edtf)]
DayText = Annotated[str, AfterValidator(_day)]
Id = Annotated[str, AfterValidator(_id)]
Text = Annotated[str, AfterValidator(_present)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]


class Front(BaseModel):
    """What all front matter has in common: unknown keys are refused here, and become warnings in `frontmatter`."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, allow_inf_nan=False)

    def as_dict(self) -> dict[str, Any]:
        """Plain values in the order of declaration, without what is absent."""
        return self.model_dump(exclude_none=True, exclude_defaults=True)


class Inferred(Front):
    """A day of publication that the seed does not print."""

    date: EdtfText = Field(description="EDTF interval in which it was published")
    reason: Text = Field(description="what it was inferred from")


class Source(Front):
    """Where an article comes from."""

    seed: Text = Field(description="path below the folder of seeds")
    sha256: Text = Field(description="hash of the seed's bytes")
    publisher: Text | None = Field(default=None, description="who published it; absent when the seed does not say")
    author: Text | None = Field(default=None, description="who wrote it")
    url: Text | None = Field(default=None, description="its address")
    archived: Text | None = Field(default=None, description="address of an archived copy")
    retrieved: DayText | None = Field(default=None, description="day on which it was fetched")
    verified: DayText | None = Field(
        default=None, description="day on which every quote was found in the original (briefing verify)"
    )
    verified_quotes: Text | None = Field(
        default=None, description="hashes of the quotes that were found then; other quotes are not verified"
    )
    gone: Literal["undecided", "kept"] | None = Field(
        default=None, description="its seed is there no more; editors': kept, or remove the page"
    )


class DigestOf(Front):
    """The original that a digest condenses, where it is known by title and address."""

    title: Text | None = Field(default=None, description="title of the original")
    url: Text | None = Field(default=None, description="address of the original")
    file: Text | None = Field(default=None, description="file name of the original")
    sha256: Text | None = Field(default=None, description="hash of the original's bytes")


class EntityRow(Front):
    """One entity as one source names it."""

    id: Id = Field(description="a page in content/entities/")
    names: tuple[Text, ...] = Field(default=(), description="the spellings this source uses, first the fullest")
    role: Text | None = Field(default=None, description="as this source states it")
    post: Text | None = Field(default=None, description="editors': author of the embedded post that says so")


class Figure(Front):
    """A number that a claim gives."""

    what: Text = Field(description="what is counted or measured")
    value: float = Field(description="how many, how much")
    unit: Text | None = Field(default=None, description="of what, where it is a measure: USD, km, %")
    bound: Literal["about", "least", "most"] | None = Field(
        default=None, description="the source says about, at least, or at most so many"
    )


class Original(Front):
    """Where a passage stands in an original that is not published: no words, only its place."""

    file: Text | None = Field(
        default=None, description="file name of the original; else the page's seed, of a digest the file of digest_of"
    )
    sha256: Text | None = Field(default=None, description="hash of that file's bytes, where it is named here")
    start: int = Field(ge=0, description="first character, from 0, of the original's plain text (briefing inspect)")
    end: int = Field(gt=0, description="behind the last character")

    @model_validator(mode="after")
    def _holds_something(self) -> Original:
        if self.end <= self.start:
            raise ValueError("its end is not behind its start")
        return self

    @property
    def place(self) -> str:
        """File, first character and end, as one text."""
        return f"{self.file or ''}:{self.start}-{self.end}"


class Claim(Front):
    """This source says that this happened, then."""

    id: Id | None = Field(default=None, description="a page in content/events/")
    date: EdtfText | None = Field(
        default=None, description="EDTF; what this source alone says; absent when it gives no date"
    )
    when: Text | None = Field(default=None, description="the source's own words for the date")
    dated_by: DatedBy | None = Field(
        default=None, description="publication: news of the day told without a date; inference"
    )
    lasts: Text | None = Field(
        None, description="a stated length from that date on, as P3D; it shapes the event's date"
    )
    kind: Text | None = Field(default=None, description="kind of happening, as visit, signing, exercise")
    quote: Text = Field(description="stands verbatim in the body")
    said_by: Text | None = Field(default=None, description="whom the source credits, in its words")
    post: Text | None = Field(default=None, description="author of the embedded post in which the quote stands")
    shared_with: tuple[Id, ...] = Field(
        default=(), description="articles that print the same passage (20 words or more) here"
    )
    entities: tuple[Id, ...] = Field(default=(), description="who and what takes part")
    place: Id | None = Field(default=None, description="where, a place of content/entities/")
    figures: tuple[Figure, ...] = Field(default=(), description="the numbers it gives")
    original: Original | None = Field(
        default=None, description="its place in the original, which briefing verify looks up"
    )
    proposed_by: Text | None = Field(
        default=None, description="the reader that proposed it (convert --reader), as llm:MODEL; a draft until accepted"
    )
    draft: bool = Field(default=False, description="uncertain: on the desk, not on the site")
    orphan: bool = Field(default=False, description="the source says this no longer: a draft until an editor decides")

    @model_validator(mode="before")
    @classmethod
    def _orphans_are_drafts(cls, data: Any) -> Any:
        if isinstance(data, dict) and data.get("orphan") in (True, "true"):
            return {**data, "draft": True}
        return data

    @property
    def proposal(self) -> bool:
        """Whether a language model proposed it and no editor has decided yet."""
        return bool(self.proposed_by and self.draft and not self.orphan)

    @property
    def pasted(self) -> bool:
        """Whether an editor gave a quote and nothing else yet: `convert` fills in the rest."""
        return not self.id and not self.draft


class ArticleFront(Front):
    """content/articles/SLUG.md: what one source says."""

    title: Text = Field(description="as printed, or made from the lead")
    title_by: Literal["converter"] | None = Field(default=None, description="converter: the seed has no title")
    date: DayText | None = Field(default=None, description="day of publication; absent when the seed does not say")
    published_inferred: Inferred | None = Field(default=None, description="then perhaps this")
    lang: str = Field(default="en", description="language of the text (ISO 639-1)")
    source: Source = Field(description="where it comes from")
    rights: Rights = Field(default="full", description="full: the body is published; excerpt: only what claims quote")
    wording: Literal["paraphrase"] | None = Field(
        default=None, description="paraphrase: a digest in the briefing's words"
    )
    digest_of: str | DigestOf | None = Field(
        default=None, description="then the original: file name, or title and address"
    )
    entities: tuple[EntityRow, ...] = Field(default=(), description="who and what it names")
    events: tuple[Claim, ...] = Field(default=(), description="its claims")
    draft: bool = Field(default=False, description="not on the site")

    @property
    def quotes(self) -> str:
        """Hashes of what its claims quote, and of the places to which a digest's claims point, with blanks between."""
        rows = {
            f"{' '.join(c.quote.split())}\0{c.original.place if c.original and self.wording == 'paraphrase' else ''}"
            for c in self.events
            if not c.draft
        }
        return " ".join(sorted(sha256(row.encode("utf-8", "surrogatepass")).hexdigest()[:6] for row in rows or {""}))

    @property
    def verified(self) -> str | None:
        """The day on which all that it quotes was found in the original; `None` where it has quoted anew since."""
        proved = set((self.source.verified_quotes or "").split())
        return self.source.verified if proved.issuperset(self.quotes.split()) else None

    def as_dict(self) -> dict[str, Any]:
        """As of the others, but language and rights always stand in the page: an editor looks for them."""
        plain = self.model_dump(exclude_none=True, exclude_defaults=True)
        return {
            k: plain.get(k, getattr(self, k)) for k in type(self).model_fields if k in plain or k in ("lang", "rights")
        }


class EntityFront(Front):
    """content/entities/ID.md: who or what it is, under which names."""

    name: Text = Field(description="the preferred name")
    type: EntityType = Field(description="what kind of thing it is")
    aliases: tuple[Text, ...] = Field(default=(), description="every other spelling")
    same_as: tuple[Text, ...] = Field(default=(), description="editors': addresses of the same thing elsewhere")
    coordinates: tuple[Latitude, Longitude] | None = Field(
        default=None, description="places: latitude, longitude in degrees"
    )
    country: Text | None = Field(default=None, description="places: ISO 3166-1 code of the country")
    redirects: tuple[Id, ...] = Field(default=(), description="ids that were merged into this one")
    reviewed: DayText | None = Field(default=None, description="editors': a person has checked this page, on that day")
    proposed_by: Text | None = Field(
        default=None, description="the reader that proposed it (convert --reader), as llm:MODEL; a draft until accepted"
    )
    draft: bool = Field(default=False, description="not on the site")

    @property
    def proposal(self) -> bool:
        """Whether a language model proposed it and no editor has decided yet."""
        return bool(self.proposed_by and self.draft)


class EventFront(Front):
    """content/events/ID.md: what happened and when, over all sources."""

    title: Text = Field(description="in the headline present")
    date: EdtfText | None = Field(
        default=None,
        description="EDTF, as 2024-03-31, 2024-03 or 2024-03-30/2024-04-02; the best reading of all claims",
    )
    status: Status = Field(default="unverified", description="what the claims say together")
    because: Text | None = Field(
        default=None, description="editors': why date or status is not what the claims alone give"
    )
    entities: tuple[Id, ...] = Field(default=(), description="who and what takes part")
    place: Id | None = Field(default=None, description="where, a place of content/entities/")
    key: bool = Field(default=False, description="editors': among the key events")
    redirects: tuple[Id, ...] = Field(default=(), description="ids that were merged into this one")
    reviewed: DayText | None = Field(default=None, description="editors': a person has checked this page, on that day")
    look_again: bool = Field(
        default=False, description="its reports have changed since it was reviewed; briefing accept takes this away"
    )
    look_at: tuple[Text, ...] = Field(
        default=(),
        description="article and first words of claims that are new, changed or gone since then; what it says no more",
    )
    draft: bool = Field(default=False, description="not on the site")

    def as_dict(self) -> dict[str, Any]:
        """As of the others, but the status always stands in the page."""
        plain = self.model_dump(exclude_none=True, exclude_defaults=True)
        return {k: plain.get(k, self.status) for k in type(self).model_fields if k in plain or k == "status"}


class NoteFront(Front):
    """content/notes/SLUG.md: an editors' note."""

    title: Text = Field(description="of the note")
    date: DayText | None = Field(default=None, description="day on which it was written")
    updated: DayText | None = Field(default=None, description="day of its last change")
    author: Text | None = Field(default=None, description="who wrote it")
    summary: Text | None = Field(default=None, description="one sentence for lists and search engines")
    redirects: tuple[Id, ...] = Field(default=(), description="old addresses of this note")
    draft: bool = Field(default=False, description="not on the site")


class PageFront(Front):
    """content/pages/SLUG.md: home, about, method, and other standing pages."""

    title: Text = Field(description="of the page")
    summary: Text | None = Field(default=None, description="one sentence for lists; the home page's may hold [[links]]")
    updated: DayText | None = Field(default=None, description="day of its last change")
    draft: bool = Field(default=False, description="not on the site")


class Proposal(Front):
    """Two entities that may be one: a person decides."""

    pair: tuple[Id, Id] = Field(description="ids of two pages in content/entities/")
    score: float = Field(description="how likely it is, from 0 to 1")
    reasons: tuple[Text, ...] = Field(default=(), description="what speaks for it")
    same: bool | None = Field(default=None, description="editors': true joins the two, false keeps them apart for ever")


class Proposals(Front):
    """content/proposals.yaml."""

    proposals: tuple[Proposal, ...] = Field(default=(), description="the pairs, the undecided ones among them")


class Conflict(Front):
    """One thing that a person and the converter both changed. The person's stands until it is decided."""

    page: Text = Field(description="path below the folder of pages")
    field: Text = Field(description="key on that page, as title, source.publisher, events[first words].date")
    yours: str = Field(description="what stands on the page")
    new: str = Field(description="what the converter would write now")
    keep: Literal["yours", "new"] | None = Field(
        default=None, description="editors': which of them; the next run of convert carries it out"
    )


class Conflicts(Front):
    """content/conflicts.yaml."""

    conflicts: tuple[Conflict, ...] = Field(default=(), description="what waits for a decision")
