"""Articles whose pages cannot be read just now, because a person is at work in them: they count as git last had them.

A colon in a quote makes a page unreadable, and the editor may not see it at once. Until it is mended, its claims are
those of the last commit, so that no other page moves for it; the page itself stays as it lies.

Also for a run with nothing new, which reads no other pages: those that people wrote on, and which of them are so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from generator import frontmatter, store, undoing
from generator.before import Before
from generator.content import id_of
from generator.merge import Record
from generator.model import ArticleFront
from generator.problems import Problem, errors


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


def edited(
    folder: Path, disk: Mapping[str, str], records: Mapping[str, Record]
) -> tuple[tuple[str, ...], list[Problem]]:
    """The pages that hold anything beside what was generated, and what is wrong with those that cannot be read, which
    are not among them.
    """
    readable, faulty = list[str](), list[Problem]()
    for path in sorted(p for p, value in disk.items() if not (r := records.get(p)) or r.page != value):
        page, problems = store.parsed(folder, folder / path)
        if page:
            readable.append(path)
        else:
            faulty += errors(problems)
    return tuple(readable), faulty
