"""Plain text: an article as it was copied from a page or came over a wire."""

from __future__ import annotations

from generator.ingest import characters, spaced
from generator.ingest.article import drafted
from generator.ingest.draft import About, Draft, block
from generator.ingest.paragraphs import paragraphs


def read(text: str, about: About) -> Draft:
    """The draft of a plain text. `about` is what its front matter says."""
    return drafted([block(p) for p in paragraphs(spaced.closed(characters.clean(text)))], about)
