"""A site of 300 sources and 420 events: every page is there, every link leads somewhere, no page grows out of hand."""

from __future__ import annotations

import gzip

from tests.site.crawl import faults, read
from tests.site.pelican_run import Built


def test_it_builds_without_a_problem(large_site: Built) -> None:
    assert large_site.status == 0, large_site.complained
    assert "no problems" in large_site.said


def test_every_event_has_a_line_and_an_entry_in_its_year(large_site: Built) -> None:
    events = {f"event-{path.stem}" for path in (large_site.content / "events").glob("*.md")}
    assert len(events) == 420
    chronology = large_site.folder / "chronology"
    assert events <= set(read(chronology / "index.html").ids)
    years = [set(read(path).ids) for path in chronology.glob("2*/index.html")]
    assert len(years) == 4
    assert events <= set.union(*years)


def test_every_report_stands_with_what_was_new_in_it_on_the_page_of_its_year(large_site: Built) -> None:
    reports = {path.stem for path in (large_site.content / "articles").glob("*.md")}
    assert len(reports) == 300
    years = [set(read(path).ids) & reports for path in large_site.folder.glob("chronology/reports/2*/index.html")]
    assert len(years) == 4
    assert set.union(*years) == reports
    assert sum(map(len, years)) == 300


def test_every_link_leads_somewhere(large_site: Built) -> None:
    assert faults(large_site.folder) == []


def test_no_page_grows_out_of_hand(large_site: Built) -> None:
    packed = {
        page.relative_to(large_site.folder).as_posix(): len(gzip.compress(page.read_bytes()))
        for page in large_site.pages()
    }
    assert {page: size for page, size in packed.items() if size > 60_000} == {}
