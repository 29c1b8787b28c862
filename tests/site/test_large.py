"""A site of 300 sources and 420 events: every page is there, every link leads somewhere, no page grows out of hand."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tests.site.crawl import faults, read
from tests.site.large_fixture import write_large
from tests.site.pelican_run import Built, run_pelican


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder: Path = tmp_path_factory.mktemp("large")
    return run_pelican(write_large(folder), folder / "output")


def test_it_builds_without_a_problem(large: Built) -> None:
    assert large.status == 0, large.complained
    assert "no problems" in large.said


def test_every_event_has_a_line_and_an_entry_in_its_year(large: Built) -> None:
    events = {f"event-{path.stem}" for path in (large.content / "events").glob("*.md")}
    assert len(events) == 420
    chronology = large.folder / "chronology"
    assert events <= set(read(chronology / "index.html").ids)
    years = [set(read(path).ids) for path in chronology.glob("2*/index.html")]
    assert len(years) == 4
    assert events <= set.union(*years)


def test_every_link_leads_somewhere(large: Built) -> None:
    assert faults(large.folder) == []


def test_no_page_grows_out_of_hand(large: Built) -> None:
    packed = {
        page.relative_to(large.folder).as_posix(): len(gzip.compress(page.read_bytes())) for page in large.pages()
    }
    assert {page: size for page, size in packed.items() if size > 60_000} == {}
