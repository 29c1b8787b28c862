"""How long a site takes: cold, and after one change, beside a plain Pelican and Hugo with as many pages."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench import references
from bench.corpus import Corpus
from bench.measuring import Run, run

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what was run, beside what (the name and the run), and what is aimed at."""

    what: str
    run: Run | None
    of: tuple[str, Run] | None = None
    aim: str = ""


def rows(size: int, folder: Path, *, twice: bool = True) -> Iterator[Row]:
    """Every measurement with so many articles, in folders below `folder`, one after the other."""
    corpus = Corpus(size)
    pages = size + len(corpus.entities) + len(corpus.events)
    reference = _reference(references.pelican, corpus, folder / "pelican")
    assert reference
    plain = ("plain Pelican", reference)
    yield Row(f"plain Pelican, {pages:,} pages", reference)
    hugo = _reference(references.hugo, corpus, folder / "hugo")
    yield Row("Hugo, the same pages", hugo, plain) if hugo else Row("Hugo (not installed)", None)

    content = corpus.content(folder / "site/content")
    first = build(content)
    cold = ("cold", first)
    yield Row("this program, cold", first, plain, "1.5, 2,000 MB")
    for what, change, aim in (
        ("nothing changed", lambda: None, ""),
        ("one note changed", lambda: append(content / "notes/note-0001.md", "One thing more.\n"), "0.1, 3 s"),
        ("one article changed", lambda: append(next(content.glob("articles/*.md")), "One thing more.\n"), ""),
        ("one event renamed", lambda: _rename(next(content.glob("events/*.md"))), ""),
    ):
        change()
        yield Row(f"again, {what}", build(content), cold, aim)
    whole = build(content, search=True)
    yield Row("with the search's index", whole)
    yield Row("with it again, nothing changed", build(content, search=True), ("with it", whole))
    shutil.rmtree(folder)
    if twice:
        yield Row("this program, twice as much", build(Corpus(size * 2).content(folder / "site/content")), cold, "2.2")
        shutil.rmtree(folder)


def build(content: Path, *, search: bool = False) -> Run:
    """One build as `make html` makes it, beside the content; without the search's index unless it is asked for."""
    command = [sys.executable, "-m", "pelican", content.name, "-o", "output", "-s", str(ROOT / "pelicanconf.py")]
    command += [] if search else ["-e", "SEARCH_INDEX=false"]
    return run(command, content.parent, {"PYTHONPATH": str(ROOT), "SITEURL": ""})


def _reference(make: Callable[[Corpus, Path], list[str]], corpus: Corpus, folder: Path) -> Run | None:
    """A build by another program; `None` where it is not installed."""
    command = make(corpus, folder)
    done = run(command, folder) if shutil.which(command[0]) else None
    shutil.rmtree(folder)
    return done


def append(page: Path, text: str) -> None:
    """Put words at the end of a page."""
    page.write_text(page.read_text(encoding="utf-8") + text, encoding="utf-8")


def _rename(page: Path) -> None:
    text = re.sub(r"^title: (.*)$", r"title: \1 at last", page.read_text(encoding="utf-8"), count=1, flags=re.M)
    page.write_text(text, encoding="utf-8")
