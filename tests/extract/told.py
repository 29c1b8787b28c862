"""What a text is told to publish: the whole of extraction on one invented article."""

from __future__ import annotations

from generator import convert, markup
from generator.document import Document, RawClaim


def claims_of(
    text: str, published: str | None = "2025-10-23", title: str = "A title", publisher: str | None = None
) -> tuple[RawClaim, ...]:
    """All claims of a text, with what waits for an editor."""
    markdown = markup.escape(text)
    document = Document("x.txt", "0", title, markdown, markup.plain(markdown), published=published, publisher=publisher)
    (made,) = convert.extract([document], None, lambda *_: None).extractions
    return made.claims


def told(
    text: str, published: str | None = "2025-10-23", title: str = "A title", publisher: str | None = None
) -> list[tuple[str, str]]:
    """(date, title) of what can open an event by itself."""
    made = claims_of(text, published, title, publisher)
    return [(c.date, c.title) for c in made if c.date and not c.draft and c.whole]


def titles(text: str, published: str | None = "2025-10-23") -> list[str]:
    """What a text is told to publish, without its dates."""
    return [title for _, title in told(text, published)]


def dated_titles(text: str) -> list[str]:
    """The titles of all claims that have a date, drafts among them."""
    return [c.title for c in claims_of(text) if c.date]
