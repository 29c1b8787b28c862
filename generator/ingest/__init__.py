"""Seeds as Documents: bytes in, one article out. One module per format; nothing is fetched and nothing is run."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import PurePosixPath

from generator import markup
from generator.document import Document
from generator.ingest import charset, dateline, front, html, kinds, language, lead, markdown, posts, text
from generator.ingest.draft import About, Draft, Unreadable, written
from generator.seeds import LIMIT

__all__ = ["FORMATS", "LIMIT", "Unreadable", "read"]

Reader = Callable[[str, About], Draft]

# The suffix of a seed, in small letters -> what reads it.
FORMATS: dict[str, Reader] = {
    ".txt": text.read,
    ".text": text.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
    ".mht": html.read,
    ".mhtml": html.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
}


def read(name: str, data: bytes) -> Document:
    """The article in a seed. `name` is its path below the folder of seeds, with /.

    Raises `Unreadable` for what is no article: empty, binary, too large, of unknown format, without text, or with
    faulty front matter.
    """
    suffix = PurePosixPath(name).suffix.lower()
    reader = FORMATS.get(suffix)
    if len(data) > LIMIT:
        raise Unreadable(
            f"it has {len(data) // 1_000_000} MB; an article has at most {LIMIT // 1_000_000}: cut it into its articles"
        )
    if not data.strip():
        raise Unreadable("it is empty; put the article's text into it or take it away")
    if found := kinds.binary(data):
        raise Unreadable(f"it is {found[0]}; {found[1]}")
    if reader is None:
        known = ", ".join(FORMATS)
        what = f'its format "{suffix}" is unknown' if suffix else "its name has no suffix that tells its format"
        raise Unreadable(f"{what}; seeds are {known}")
    decoded = charset.decode(data, markup=reader is html.read)
    about, body = front.split(decoded)
    if reader is text.read and html.is_page(body):
        reader = html.read  # a saved page under the wrong name
    return _document(name, data, reader(body, about))


def _document(name: str, data: bytes, draft: Draft) -> Document:
    body = draft.markdown if draft.markdown is not None else written(draft.blocks)
    plain = markup.plain(body)
    if not plain:
        raise Unreadable("it holds no text of an article; put the text itself into it, not only a link or a picture")
    about = draft.about.cleaned()
    found, quotes = posts.located(plain, markup.quotations(body))
    return Document(
        seed=name,
        sha256=hashlib.sha256(data).hexdigest(),
        title=about.title or lead.from_lead(dateline.without(plain)),
        markdown=body,
        text=plain,
        lang=_language(about.lang, plain),
        title_by_converter=about.title is None,
        published=about.published,
        inferred=None if about.published else _inferred(about),
        stamped=None if about.published else about.stamped,
        above=None if about.published else about.above,
        publisher=about.publisher,
        author=about.author,
        url=about.url,
        archived=about.archived,
        retrieved=about.retrieved,
        wording=about.wording,
        digest_of=about.digest_of,
        rights=about.rights,
        posts=found,
        quotes=quotes,
    )


def _inferred(about: About) -> tuple[str, str] | None:
    """The days in which it lies by what its head says, and the reason; none where it says nothing."""
    if about.updated:
        return about.updated, f"its head says that it was last updated {about.updated}"
    return (about.within, f"it is dated {about.within}") if about.within else None


def _language(said: str | None, plain: str) -> str:
    """What the seed says, else what the words say; "en" where these are too few and nothing speaks against it."""
    if said:
        return said.replace("_", "-").split("-")[0].lower()
    return language.detect(plain)
