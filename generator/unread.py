"""Articles whose pages cannot be read just now, because a person is at work in them: they count as git last had them.

A colon in a quote makes a page unreadable, and the editor may not see it at once, or commits it so. Until it is mended,
its claims are those of the last commit in which it can be read, so that no other page moves for it; the page itself
stays as it lies. Where git has none, nothing is concluded: whatever it told when it was last read stays as it is.

Also for a run with nothing new, which reads no other pages: those that people wrote on, and which of them are so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from generator import frontmatter, store, undoing
from generator.before import Before
from generator.content import id_of
from generator.frontmatter import Page
from generator.merge import Record
from generator.model import ArticleFront
from generator.problems import Problem, errors
from generator.row_ids import THEIRS


def look(was: Before) -> Before:
    """The folder with what git has of the articles that cannot be read."""
    found = {path: _readable(was, path) for path in articles_of(was)}
    if not found:
        return was
    articles = [*was.content.articles, *(page for page in found.values() if page)]
    was = replace(was, content=replace(was.content, articles=tuple(sorted(articles, key=lambda a: a.id))))
    return replace(was, still=frozenset(_told(was, [path for path, page in found.items() if page is None])))


def _told(was: Before, paths: Iterable[str]) -> Iterator[str]:
    """Paths of the pages of events and entities of which these articles told when they were last read."""
    for path in paths:
        for kind in ("events", "entities"):
            for row in was.made(path, kind) or ():
                if isinstance(row, Mapping) and (id := str(row.get("id", "")).removeprefix(THEIRS)):
                    yield f"{kind}/{was.living.get(id, id)}.md"


def _readable(was: Before, path: str) -> Page[ArticleFront] | None:
    """An article as it last stood in git so that it can be read."""
    shown = f"{was.content.folder}/{path} (as committed)"  # whatever is said of the page itself names its own path
    pages = (frontmatter.parse(t, ArticleFront, id_of(path), shown)[0] for t in undoing.versions(was.folder, path))
    return next((page for page in pages if page), None)


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
