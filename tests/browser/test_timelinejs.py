"""The file for TimelineJS in TimelineJS itself, from its npm package: every event is a slide that says what we say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from generator.cms import bundle
from tests.browser.conftest import Served, serving
from tests.browser.test_pages import Watch

# A new version needs its hash here: `dist.integrity`, as npm prints it.
TIMELINEJS = bundle.Package(
    "@knight-lab/timelinejs",
    "3.9.11",
    "sha512-+jUuY1OJ+9zSO5O3AfYSLd1yB0vQkm22zyIElz8BWT5DQ9mL0rsxlQkBKAqLbWpJjFuAAJeqzLY35xFIg6GW4g==",
    {
        "js/timeline.js": "package/dist/js/timeline.js",
        "css/timeline.css": "package/dist/css/timeline.css",
        "css/fonts/font.georgia-helvetica.css": "package/dist/css/fonts/font.georgia-helvetica.css",
        "css/icons/tl-icons.ttf": "package/dist/css/icons/tl-icons.ttf",
    },
)
# What its guide says to put on a page; the fonts are the reader's own, so that nothing is asked of another host.
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>A timeline</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="css/timeline.css">
<style>html, body, #line { height: 100%; margin: 0 }</style>
<div id="line"></div>
<script src="js/timeline.js"></script>
<script>
const here = {script_path: new URL("js/", location).href, font: "georgia-helvetica"}
window.made = new TL.Timeline("line", "timeline.json", {...here, hash_bookmark: true})
</script>
"""
SLIDES = """() => [...document.querySelectorAll(".tl-slide")].map(slide => ({
  id: slide.id,
  headline: slide.querySelector(".tl-headline").textContent.trim(),
  date: (slide.querySelector(".tl-headline-date") || {textContent: ""}).textContent.trim(),
  text: slide.querySelector(".tl-text-content").textContent,
  links: [...slide.querySelectorAll(".tl-text-content a")].map(a => a.getAttribute("href")),
}))"""


@pytest.fixture(scope="module")
def program() -> dict[str, bytes]:
    try:
        return bundle.of_npm(TIMELINEJS)
    except bundle.BundleError as error:
        pytest.skip(f"no TimelineJS to try: {error}")


@dataclass
class Shown:
    """A timeline that is drawn, and the file that it was drawn from."""

    page: Any
    watch: Watch
    file: dict[str, Any]

    def slides(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.page.evaluate(SLIDES)
        return found

    def now(self) -> str:
        """The id of the slide that is shown."""
        return str(self.page.evaluate("made.current_id"))


def drawn(browser: Any, program: dict[str, bytes], site: Path, folder: Path) -> Iterator[Shown]:
    for name, data in program.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    text = (site / "data" / "timeline.json").read_text(encoding="utf-8")
    (folder / "timeline.json").write_text(text, encoding="utf-8")
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    context = browser.new_context(viewport={"width": 1200, "height": 800})
    with serving(folder, "/") as served:
        page = context.new_page()
        watch = Watch(page, served.url)
        page.goto(served.url)
        page.wait_for_function("made.ready")
        yield Shown(page, watch, json.loads(text))
        context.close()


@pytest.fixture
def shown(browser: Any, program: dict[str, bytes], shipped: Served, tmp_path: Path) -> Iterator[Shown]:
    """The briefing that the repository ships."""
    yield from drawn(browser, program, shipped.folder, tmp_path)


@pytest.fixture
def invented(browser: Any, program: dict[str, bytes], served: Served, tmp_path: Path) -> Iterator[Shown]:
    """A briefing whose titles hold signs of markup, below a path."""
    yield from drawn(browser, program, served.folder, tmp_path)


@pytest.mark.parametrize("of", ["shown", "invented"])
def test_every_event_is_a_slide_with_its_headline_and_its_date_in_our_words(
    of: str, request: pytest.FixtureRequest
) -> None:
    shown: Shown = request.getfixturevalue(of)
    title, *slides = shown.slides()
    assert title["headline"] == unescape(shown.file["title"]["text"]["headline"])
    told = [(e["unique_id"], unescape(e["text"]["headline"]), e["display_date"]) for e in shown.file["events"]]
    assert len(told) > 4
    assert [(slide["id"], slide["headline"], slide["date"]) for slide in slides] == told
    assert len({slide["id"] for slide in slides}) == len(slides)
    markers = shown.page.locator(".tl-timemarker-text .tl-headline").all_text_contents()
    assert sorted(text.strip() for text in markers) == sorted(headline for _, headline, _ in told)
    assert shown.watch.faults == []


def test_no_slide_shows_markup_and_each_leads_to_its_page(shown: Shown, shipped: Served) -> None:
    for slide in shown.slides():
        assert not [mark for mark in ("[[", "]]", "<p>", "&amp;", "&#") if mark in slide["text"] + slide["headline"]]
        assert slide["links"], slide["id"]
        for link in slide["links"]:
            assert (shipped.folder / link.strip("/") / "index.html").is_file()


def test_the_reader_moves_by_button_key_and_marker(shown: Shown) -> None:
    ids = ["title", *(event["unique_id"] for event in shown.file["events"])]
    page = shown.page
    assert shown.now() == ids[0]
    page.locator(".tl-slidenav-next").click()
    assert shown.now() == ids[1]
    page.keyboard.press("ArrowRight")
    page.wait_for_function(f"made.current_id == {json.dumps(ids[2])}")
    page.locator(".tl-slidenav-previous").click()
    assert shown.now() == ids[1]
    page.locator(f"#{ids[5]}-marker").focus()
    page.keyboard.press("Enter")
    page.wait_for_function(f"made.current_id == {json.dumps(ids[5])}")
    page.locator(f"#{ids[5]} .tl-headline").wait_for()
    assert page.evaluate("location.hash") == f"#event-{ids[5]}"
    for _ in ids[6:]:
        page.locator(".tl-slidenav-next").click()
    assert shown.now() == ids[-1]
    assert shown.watch.faults == []
