"""Articles whose pages cannot be read just now, because a person is at work in them: they count as git last had them.

A colon in a quote makes a page unreadable, and the editor may not see it at once. Until it is mended, its claims are
those of the last commit, so that no other page moves for it; the page itself stays as it lies.
"""

from __future__ import annotations

from dataclasses import replace

from generator import frontmatter, undoing
from generator.before import Before
from generator.content import id_of
from generator.model import ArticleFront


def look(was: Before) -> Before:
    """The folder with what git has of the articles that cannot be read."""
    articles = list(was.content.articles)
    for path in articles_of(was):
        text = undoing.committed(was.folder, path)
        shown = f"{was.content.folder}/{path} (as committed)"  # whatever is said of the page itself names its own path
        page, _ = frontmatter.parse(text, ArticleFront, id_of(path), shown) if text else (None, ())
        articles += [page] if page else []
    if len(articles) == len(was.content.articles):
        return was
    return replace(was, content=replace(was.content, articles=tuple(sorted(articles, key=lambda a: a.id))))


def articles_of(was: Before) -> list[str]:
    """Paths of the articles that cannot be read."""
    return sorted(path for path in was.faulty if path.startswith("articles/"))
