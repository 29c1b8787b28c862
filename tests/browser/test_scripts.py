"""What scripts add: filters that combine and can be shared, the search, previews, sorting; nothing needs them."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Served, serving
from tests.site.large_fixture import write_large
from tests.site.pelican_run import run_pelican

pytestmark = pytest.mark.browser

STATIC = Path(__file__).parents[2] / "theme" / "static"
ALL = 6  # events of the invented briefing


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page of a desk, with whatever it complains of."""
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    opened = context.new_page()
    faults: list[str] = []
    opened.on("console", lambda m: m.type in ("error", "warning") and faults.append(m.text))
    opened.on("pageerror", lambda error: faults.append(str(error)))
    yield opened
    context.close()
    assert faults == []


def shown(page: Any) -> list[str]:
    return [title.inner_text() for title in page.locator(".event:visible .event__title").all()]


# ---- filters ----


def test_filters_combine_are_counted_and_stand_in_the_address(page: Any, served: Served) -> None:
    page.goto(served.url + "chronology/")
    assert len(shown(page)) == ALL
    page.get_by_text("Filter by name, kind, source or time").click()
    page.locator("select[name=entity]").select_option(label="Port Elian (2)")
    assert page.locator("output").inner_text() == f"2 of {ALL} events are shown."
    page.get_by_label("From", exact=True).fill("2031-05-01")
    assert shown(page) == ["The Ferry Compact is signed"]
    assert page.url == served.url + "chronology/?entity=port-elian&from=2031-05-01"
    # The years that are left empty go as well.
    assert page.locator(".year:visible").count() == 1


def test_a_shared_address_shows_the_same_filters(page: Any, served: Served) -> None:
    page.goto(served.url + "chronology/?status=disputed&source=aground-on-thursday&from=2031&to=2031-03")
    assert shown(page) == ["The Sandpiper runs aground off Corran Bay"]
    assert page.get_by_label("To", exact=True).input_value() == "2031-03-31"
    assert page.locator("#f-disputed").is_checked()


def test_an_address_with_nonsense_shows_everything(page: Any, served: Served) -> None:
    page.goto(served.url + "chronology/?entity=nobody&status=odd&from=soon&kind=%22%3E")
    assert len(shown(page)) == ALL


def test_an_anchor_that_is_no_text_leads_nowhere(page: Any, served: Served) -> None:
    page.goto(served.url + "chronology/#100%")
    assert len(shown(page)) == ALL


def test_show_all_takes_every_filter_back(page: Any, served: Served) -> None:
    page.goto(served.url + "chronology/?entity=mara-quill&to=2030-01-01")
    assert shown(page) == ["The line is founded"]
    page.get_by_role("button", name="Show all").click()
    page.get_by_text(f"All {ALL} events are shown.").wait_for()
    assert len(shown(page)) == ALL
    assert page.url == served.url + "chronology/"


def test_nothing_that_fits_is_said(page: Any, served: Served) -> None:
    page.goto(served.url + "chronology/?entity=mara-quill&status=disputed")
    assert shown(page) == []
    assert page.get_by_role("status").inner_text() == f"None of the {ALL} events matches."


def test_a_link_into_the_page_is_stronger_than_a_filter(page: Any, served: Served) -> None:
    page.goto(served.url + "chronology/?entity=mara-quill#event-2031-03-07-harbour-closes")
    assert "Port Elian closes its harbour" in shown(page)
    assert len(shown(page)) == ALL


def test_the_drawing_pales_what_is_filtered_out(page: Any, served: Served) -> None:
    page.goto(served.url + "chronology/?entity=mara-quill")
    # One event has no date and no mark.
    assert page.locator(".overview--wide a").count() == ALL - 1
    assert page.locator(".overview--wide a:not(.is-out)").count() == 2


def test_without_scripts_no_dead_control_is_shown(browser: Any, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in ("chronology/", "entities/", "search/", "events/2031-03-04-sandpiper-aground/"):
        page.goto(served.url + path)
        assert page.locator("select:visible, input:not([type=radio]):visible, button:visible").count() == 0, path
        assert page.locator("main a:visible").count() > 3
    # By status a reader can filter all the same.
    page.goto(served.url + "chronology/")
    page.locator("#f-disputed").check()
    assert shown(page) == ["The Sandpiper runs aground off Corran Bay"]
    context.close()


# ---- search ----


def test_a_slash_opens_the_search_from_every_page(page: Any, served: Served) -> None:
    page.goto(served.url + "disputes/")
    page.keyboard.press("/")
    page.wait_for_url(served.url + "search/")
    page.locator("input[name=q]:focus").wait_for()
    page.keyboard.type("compact/")
    assert page.get_by_role("searchbox").input_value() == "compact/"


def test_events_names_and_sources_are_results_of_their_own(page: Any, served: Served) -> None:
    page.goto(served.url + "search/")
    page.get_by_role("searchbox").fill("Sandpiper")
    page.get_by_text("results for Sandpiper").wait_for()
    links = [link.get_attribute("href") for link in page.locator(".results a").all()]
    assert "/repo/events/2031-03-04-sandpiper-aground/" in links
    assert "/repo/entities/mv-sandpiper/" in links
    assert "/repo/sources/sandpiper-runs-aground/" in links
    assert page.url == served.url + "search/?q=Sandpiper"
    page.get_by_label("kind").select_option("Event")
    page.locator(".results a[href*='/entities/']").first.wait_for(state="detached")
    assert page.url == served.url + "search/?q=Sandpiper&kind=Event"


def test_a_search_can_be_shared_and_its_texts_stay_texts(page: Any, served: Served) -> None:
    page.goto(served.url + "search/?q=dredging&type=Organisation")
    page.locator(".results a").first.wait_for()
    assert page.locator(".results h2").all_inner_texts() == ['Brack & Sons <b>Dredging</b> "Ltd"']
    assert page.get_by_label("type of name").input_value() == "Organisation"


def test_a_search_page_that_is_only_opened_fetches_no_index(page: Any, served: Served) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served.url + "search/")
    page.wait_for_timeout(300)
    assert [url for url in asked if "pagefind" in url] == []


# ---- previews, index, citing ----


def test_a_link_shows_its_page_on_focus_until_escape(page: Any, served: Served) -> None:
    page.goto(served.url + "events/2031-03-04-sandpiper-aground/")
    link = page.locator("a[href$='/events/2029-founding-of-the-line/']").first
    link.evaluate("link => link.focus({ focusVisible: true })")
    card = page.get_by_role("tooltip")
    card.wait_for()
    assert "The line is founded" in card.inner_text()
    assert "about two years ago" in card.inner_text()
    assert link.get_attribute("aria-describedby") == "preview"
    page.keyboard.press("Escape")
    assert not card.is_visible()
    assert link.get_attribute("aria-describedby") is None


def test_a_link_beside_its_own_words_shows_nothing_more(page: Any, served: Served) -> None:
    page.goto(served.url + "chronology/")
    page.locator(".event__title a").first.evaluate("link => link.focus({ focusVisible: true })")
    page.wait_for_timeout(700)
    assert page.get_by_role("tooltip").count() == 0


def test_a_preview_of_a_name_says_who_it_is(page: Any, served: Served) -> None:
    page.goto(served.url + "sources/sandpiper-runs-aground/")
    page.locator("main a[href$='/entities/mara-quill/']").first.hover()
    card = page.get_by_role("tooltip")
    card.wait_for()
    assert "chair of the Harbour Board" in card.inner_text()


def test_a_preview_of_a_digest_has_no_quotation_marks(page: Any, served: Served) -> None:
    page.goto(served.url + "events/2031-03-04-sandpiper-aground/")
    page.locator("a[href$='/events/2029-founding-of-the-line/']").first.hover()
    card = page.get_by_role("tooltip")
    card.wait_for()
    assert "Our digest of" in card.inner_text()
    assert "“" not in card.inner_text()


def test_names_are_found_and_sorted(page: Any, served: Served) -> None:
    page.goto(served.url + "entities/")
    page.get_by_role("searchbox").fill("quill")
    assert page.locator(".index li:visible a").all_inner_texts() == ["Mara Quill"]
    page.get_by_role("searchbox").fill("")
    page.get_by_label("Most events first").check()
    assert page.url == served.url + "entities/?sort=events"
    assert page.locator("#place ~ .sec__body .index").first.locator("a").all_inner_texts()[0] == "Port Elian"


def test_the_text_to_cite_names_the_whole_address(page: Any, served: Served) -> None:
    page.goto(served.url + "events/2031-03-04-sandpiper-aground/")
    text = page.locator("#cite-text").inner_text()
    assert served.url + "events/2031-03-04-sandpiper-aground/" in text
    assert re.search(r"\([0-9a-f]{12}\)\.$", text)


def test_our_scripts_are_small() -> None:
    packed = sum(len(gzip.compress(path.read_bytes())) for path in STATIC.glob("*.js"))
    assert packed <= 15_000


@pytest.mark.parametrize("width", [360, 1400])
def test_nothing_jumps_while_a_page_is_read(browser: Any, served: Served, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    for path in ("", "chronology/", "entities/", "search/", "entities/mara-quill/", "sources/sandpiper-runs-aground/"):
        page.goto(served.url + path)
        shift = page.evaluate(
            """() => new Promise((done) => {
              let sum = 0;
              new PerformanceObserver((list) => { for (const e of list.getEntries()) sum += e.value; })
                .observe({ type: "layout-shift", buffered: true });
              setTimeout(() => done(sum), 300);
            })"""
        )
        assert shift < 0.01, path
    context.close()


def test_no_page_of_the_shipped_briefing_is_heavy(browser: Any, shipped: Served) -> None:
    """At most 120 kB of everything that a first view fetches, as a server packs it; a font is packed already."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.partition("?")[0]))
    heavy = {}
    # A page that only leads on to another has no view of its own.
    pages = [f for f in sorted(shipped.folder.rglob("*.html")) if 'http-equiv="refresh"' not in f.read_text("utf-8")]
    for file in pages:
        fetched.clear()
        page.goto(shipped.url + file.relative_to(shipped.folder).as_posix().removesuffix("index.html"))
        total = 0
        for url in set(fetched):
            asked = shipped.folder / url.removeprefix(shipped.url)
            data = (asked / "index.html" if asked.is_dir() else asked).read_bytes()
            total += len(data) if asked.suffix == ".woff2" else len(gzip.compress(data))
        if total > 120_000:
            heavy[file.parent.name] = total
    context.close()
    assert heavy == {}


def test_filters_work_over_hundreds_of_events(page: Any, tmp_path: Path) -> None:
    built = run_pelican(write_large(tmp_path), tmp_path / "output")
    with serving(built.folder, "/") as site:
        page.goto(site.url + "chronology/?entity=varno&from=2028&to=2028")
        said = page.get_by_role("status").inner_text()
        assert re.fullmatch(r"\d+ of 420 events are shown\.", said)
        titles = shown(page)
        assert len(titles) == int(said.split()[0]) > 3
        assert all(title.endswith("Varno") for title in titles)
        assert page.locator(".year:visible").count() == 1
