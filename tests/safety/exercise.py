"""The program at work, once through: who watches meets what is made only on the way, as a pattern with a name in it."""

from __future__ import annotations

import tempfile
import types
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def run() -> None:
    """Convert the seeds of the tests, check the pages, and build their site and that of an invented briefing."""
    from generator import briefing, compose, convert, ingest, markup, pasted, store
    from generator.extract import accused, elsewhere
    from generator.ingest import toplines
    from generator.reader import answer
    from generator.site import build, search
    from generator.site.output import Output
    from generator.views import lookup
    from tests.site.content_fixture import write_content

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        convert.convert(ROOT / "tests/fixtures/seeds", folder / "converted" / "content")
        (folder / "invented").mkdir()
        write_content(folder / "invented")
        indexer, search.indexer = search.indexer, lambda: None
        try:
            for content in (folder / "converted" / "content", folder / "invented" / "content"):
                linked, _ = briefing.link(store.load(content))
                build.build(lookup.of(linked), content, ROOT / "theme", "", Output(content.parent / "output"))
        finally:
            search.indexer = indexer
    for path in sorted((ROOT / "tests/ingest/cases").rglob("*")):
        if path.suffix in ingest.FORMATS and path.is_file():
            try:
                ingest.read(path.name, path.read_bytes())
            except ingest.Unreadable:
                continue
    # What an editor pastes, fences in, or finds under a headline.
    markup.plain("~~~\ncode\n~~~\n")
    accused.is_tried("Ann Sorel was told of.\nSorel was charged with fraud.", "Sorel")
    toplines._office("Reuters", signed=False)
    elsewhere.times("Le 3 mai 2031, puis en juin 2031.", "fr")
    elsewhere.times("3 May 2031", "xx")  # a language whose months nobody knows
    pasted.find("He saw it word for word.", "word for word")
    answer.parse('{"claims": [{"quote": "word for word"}]}')
    read: Any = types.SimpleNamespace(document=types.SimpleNamespace(text="He saw it word for word."), claims=())
    front: Any = types.SimpleNamespace(events=())
    compose._excerpt(read, front, ["word for word"])
