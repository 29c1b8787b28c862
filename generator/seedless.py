"""Articles whose seeds are not there, read from their pages: what they say still counts for all the others.

Whom "Berg" means in one article another one tells, and so it is with the day on which an undated article appeared, with
a passage that two print, with the title of an event. Without its seed an article stays on the site until an editor
removes it; so that nothing else moves until then, it is read on, from the text that its page holds. Its page stays as
it is, but for what an editor asks for there (`filling`).
"""

from __future__ import annotations

from collections.abc import Collection

from generator import markup
from generator.before import Before
from generator.document import Document
from generator.frontmatter import Page
from generator.model import ArticleFront


def documents(was: Before, there: Collection[str]) -> dict[str, Document]:
    """Article id -> what its page holds, for articles that were generated and of which no seed was read.

    `there`: ids of the articles whose seeds were read.
    """
    pages = {a.id: a for a in was.content.articles if a.id not in there and f"articles/{a.id}.md" in was.records}
    return {id: made for id, page in pages.items() if (made := _document(page)).text}


def _document(page: Page[ArticleFront]) -> Document:
    from generator.ingest import posts  # with it come the readers of all kinds of seeds, which few runs need

    front, body = page.front, page.body.strip("\n")
    text = markup.plain(body)
    found, quotes = posts.located(text, markup.quotations(body))
    source, inferred, digest = front.source, front.published_inferred, front.digest_of
    return Document(
        seed=source.seed,
        sha256=source.sha256,
        title=front.title,
        markdown=body,
        text=text,
        lang=front.lang,
        title_by_converter=front.title_by is not None,
        published=front.date,
        inferred=(inferred.date, inferred.reason) if inferred and not front.date else None,
        publisher=source.publisher,
        author=source.author,
        url=source.url,
        archived=source.archived,
        retrieved=source.retrieved,
        wording=front.wording,
        digest_of=digest if digest is None or isinstance(digest, str) else digest.model_dump(exclude_none=True),
        rights=front.rights,
        posts=found,
        quotes=quotes,
    )
