"""What comes out of the printer: the whole chronology with every claim and every source, folds open."""

from __future__ import annotations

import unicodedata
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from generator import briefing, store
from generator.views import lookup
from generator.views.chronology import paged
from tests.browser.conftest import Served, serving
from tests.site.pelican_run import ROOT, Built

pytestmark = pytest.mark.browser


def letters(text: str) -> str:
    """Words without what a line end can do to them: a PDF knows no spaces and breaks words."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum() and unicodedata.category(c) != "Lm")


def printed(browser: Any, url: str) -> str:
    from pypdf import PdfReader

    page = browser.new_page()
    page.goto(url)
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    page.close()
    return letters("".join(sheet.extract_text() for sheet in PdfReader(BytesIO(pdf)).pages))


def missing(content: Path, text: str, *, in_pages: bool = False) -> list[str]:
    """Claims, sources and titles of the data that the printed text lacks."""
    look = lookup.of(briefing.link(store.load(content))[0])
    assert paged(look) is in_pages
    wanted = [claim.quote for claims in look.claims.values() for claim in claims]
    wanted += [look.sources[r.article].label for facts in look.events.values() for r in facts.reports]
    wanted += [facts.title for facts in look.events.values()]
    return [words for words in wanted if letters(words) not in text]


def test_the_shipped_chronology_prints_every_claim_and_source(browser: Any, shipped: Served) -> None:
    assert missing(ROOT / "content", printed(browser, shipped.url + "chronology/")) == []


def test_the_invented_chronology_prints_every_claim_and_source(
    browser: Any, served: Served, prefixed_site: Built
) -> None:
    assert missing(prefixed_site.content, printed(browser, served.url + "chronology/")) == []


def test_the_years_of_a_long_chronology_print_every_claim_and_source(browser: Any, large_site: Built) -> None:
    """300 sources, 420 events: the chronology is a line for each, its words stand on the pages of the years."""
    years = sorted(path.parent.name for path in large_site.folder.glob("chronology/2*/index.html"))
    assert len(years) == 4
    with serving(large_site.folder, "/") as site:
        text = "".join(printed(browser, f"{site.url}chronology/{year}/") for year in years)
        lines = printed(browser, f"{site.url}chronology/")
    assert missing(large_site.content, text, in_pages=True) == []
    events = store.load(large_site.content).events
    assert [event.front.title for event in events if letters(event.front.title) not in lines] == []


def test_what_is_for_the_screen_alone_is_not_printed(browser: Any, served: Served) -> None:
    text = printed(browser, served.url + "chronology/")
    assert letters("Follow one") not in text
    assert letters("events are shown") not in text
    assert letters("A word") not in text


def test_an_article_prints_its_margin_notes(browser: Any, served: Served) -> None:
    text = printed(browser, served.url + "sources/aground-on-thursday/")
    assert letters("One independent report says 4 March 2031.") in text


def test_a_printed_list_of_sources_leaves_titles_room(browser: Any, large_site: Built, shipped: Served) -> None:
    """On A4 the columns' least widths, meant for screens, once left a title a word a line over forty sheets."""
    with serving(large_site.folder, "/") as site:
        for url in (site.url, shipped.url):
            page = browser.new_page(viewport={"width": 794, "height": 1123})
            page.goto(url + "sources/")
            page.emulate_media(media="print")
            page.evaluate("document.documentElement.style.width = '650px'")  # the sheet within its margins
            share, spilt = page.evaluate(
                """() => [...document.querySelectorAll('table.sources')].filter(t => t.offsetWidth).map(t => [
                    t.querySelector('tbody th').offsetWidth / t.closest('main').offsetWidth,
                    [...t.querySelectorAll('th, td')].some(cell => cell.scrollWidth > cell.clientWidth + 1),
                ])[0]"""
            )
            page.close()
            assert share > 0.2
            assert not spilt
