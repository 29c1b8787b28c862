from __future__ import annotations

from pathlib import Path

import pytest

from generator.site import search
from generator.site.canonical import canonical
from generator.site.output import Output
from tests.site.test_build import built

FACETS = (
    '<html lang="en"><head><meta name="a" content="{0}" data-pagefind-filter="year[content]">'
    '<meta name="b" content="{1}" data-pagefind-filter="kind[content]"></head>'
    "<body data-pagefind-body><h1>{2}</h1></body></html>"
)
PAGE = '<html lang="en"><body><main data-pagefind-body><h1>{0}</h1><p>The {0} sank.</p></main></body></html>'


def page(word: str) -> bytes:
    return PAGE.format(word).encode()


def test_the_index_holds_the_pages_that_are_results_and_only_the_engine() -> None:
    pages = [("/events/a/", page("ferry")), ("/events/", b"<html><body><main>a list</main></body></html>")]
    files, problems = search.index(search.indexer(), pages, "en")
    assert problems == []
    names = [path for path, _ in files]
    assert "search/pagefind/pagefind.js" in names
    assert sum("/fragment/" in name for name in names) == 1
    assert [name for name in names if "ui" in name.rpartition("/")[2]] == []


def test_the_same_pages_give_the_same_bytes() -> None:
    pages = [(f"/events/{n}/", FACETS.format(2000 + n % 30, "ab"[n % 2], f"ferry{n}").encode()) for n in range(60)]
    first, _ = search.index(search.indexer(), pages, "en")
    second, _ = search.index(search.indexer(), pages, "en")
    assert first == second
    assert sum("/filter/" in path for path, _ in first) == 2


def test_an_index_of_another_make_stays_as_it_came() -> None:
    files = {"pagefind-entry.json": b'{"languages": {"en": {"hash": "en_1"}}}', "pagefind.en_1.pf_meta": b"unknown"}
    assert canonical(dict(files)) == files


def test_without_the_program_the_site_is_whole_and_says_what_it_lacks(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "indexer", lambda: None)
    made, output = built(content)
    assert [p.rule for p in made.problems if p.rule == "search"] == ["search"]
    page = (output.folder / "search" / "index.html").read_text()
    assert "<form" not in page
    assert 'href="/chronology/"' in page


def test_a_program_that_fails_is_named_and_no_more(tmp_path: Path) -> None:
    program = tmp_path / "pagefind"
    program.write_text("#!/bin/sh\necho it broke >&2\nexit 3\n")
    program.chmod(0o755)
    files, problems = search.index(program, [("/a/", page("x"))], "en")
    assert files == []
    assert ["it broke" in p.message for p in problems] == [True]


def test_a_built_site_tells_the_search_what_each_page_is(content: Path) -> None:
    _, output = built(content)
    assert isinstance(output, Output)
    event = (output.folder / "events" / "2031-03-04-sandpiper-aground" / "index.html").read_text()
    assert '<meta name="briefing:kind" content="Event" data-pagefind-filter="kind[content]"' in event
    assert '<meta name="briefing:year" content="2031"' in event
    person = (output.folder / "entities" / "mara-quill" / "index.html").read_text()
    assert '<meta name="briefing:type" content="Person"' in person
    chronology = (output.folder / "chronology" / "index.html").read_text()
    assert "data-pagefind-body" not in chronology
