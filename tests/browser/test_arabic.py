"""A site in Arabic, from right to left, whose sources name people and ships in Latin letters too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.conftest import Served, serving
from tests.browser.test_pages import OVERFLOW, WIDTHS
from tests.site import arabic_fixture
from tests.site.pelican_run import run_pelican

pytestmark = pytest.mark.browser

KINDS = {
    "home": "",
    "chronology": "chronology/",
    "first-reports": "chronology/reports/",
    "kinds": "chronology/kinds/",
    "one-report": "chronology/one-report/",
    "search": "search/",
    "changes": "changes/",
    "disputes": "disputes/",
    "event": "events/2031-05-04-crane-falls/",
    "event-latin": "events/2031-07-bridge-reopens/",
    "entities": "entities/",
    "entity": "entities/huda-alwan/",
    "entity-latin": "entities/norvik-cranes/",
    "map": "map/",
    "network": "network/",
    "sources": "sources/",
    "article": "sources/ughliqa-al-jisr/",
    "article-english": "sources/crane-on-the-bridge/",
    "digest": "sources/mulakhkhas/",
    "notes": "notes/",
    "note": "notes/kalimatan/",
    "page": "about/",
    "data": "data/",
    "not-found": "no/such/page/",
}

# Everything that a reader can see, hear or be told by a script.
SAID = """() => {
  const told = [document.title, document.body.innerText];
  for (const e of document.querySelectorAll("*")) {
    for (const { name, value } of e.attributes)
      if (/^(aria-label|alt|placeholder|data-(all|some|none|single|failed|copied|label))$/.test(name)) told.push(value);
    if (e.matches("svg title, svg text, option, summary, caption, .vh, link[title]"))
      told.push(e.getAttribute("title") ?? e.textContent);
    if (e.matches("meta[name=description], meta[name^='briefing:'], meta[property='og:title']")) told.push(e.content);
  }
  return told.join("\\n");
}"""

# Runs of text in Latin letters alone that would take the order of the Arabic around them.
ASTRAY = """() => {
  const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode, bare = node.data.replace(/\\u2068[^\\u2069]*\\u2069/g, "");
    if (!/[A-Za-z]{2}/.test(bare) || /[\\u0600-\\u06ff]/.test(node.data)) continue;
    if (node.parentElement.closest("script, style, svg, dt")) continue;
    let kept = false;
    for (let e = node.parentElement; e && e !== document.body && !kept; e = e.parentElement) {
      const style = getComputedStyle(e);
      kept = style.direction === "ltr" || style.unicodeBidi === "plaintext";
      if (style.display !== "inline") break;
    }
    if (!kept) found.push(node.data.trim());
  }
  return found;
}"""

# Words of a drawing that are not in it, wholly or in part.
OUTSIDE = """() => [...document.querySelectorAll("svg text")].filter((text) => {
  const box = text.getBoundingClientRect();
  return box.width && (box.left < 0 || box.right > document.documentElement.clientWidth);
}).map((text) => text.textContent)"""

# Formats, addresses, and what else is written in Latin letters everywhere.
_FORMATS = """
    Atom CSV Datasette EDTF FollowTheMoney ISO JSON Schema SQL SQLite TimelineJS SHA Natural Earth quote paraphrase
    feeds events atom xml sources notes changes chronology ics json csv claims entities names event claim figures
    briefing sqlite ftm timeline http repo index
""".split()


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("arabic")
    built = run_pelican(arabic_fixture.write_content(folder), folder / "output", siteurl="/repo")
    assert built.status == 0, built.complained + built.said
    assert built.complained == ""
    with serving(built.folder, "/repo/") as site:
        yield site


def content_words() -> set[str]:
    """Every word that the content itself has in Latin letters."""
    of = arabic_fixture
    tables = (of.ARTICLES, of.ENTITIES, of.EVENTS, of.NOTES, of.PAGES)
    text = " ".join(f"{id} {page}" for table in tables for id, page in table.items())
    return set(re.findall("[A-Za-z]+", text))


def test_no_word_of_the_interface_is_left_in_english(browser: Any, arabic: Served) -> None:
    page = browser.new_page()
    known = content_words() | set(_FORMATS)
    left = {}
    for kind, path in KINDS.items():
        page.goto(arabic.url + path)
        latin = set(re.findall("[A-Za-z]{2,}", page.evaluate(SAID)))
        # Checksums are letters too.
        left[kind] = {word for word in latin - known if not re.fullmatch("[a-f]+", word)}
    page.close()
    assert {kind: words for kind, words in left.items() if words} == {}


def test_every_page_runs_from_right_to_left(browser: Any, arabic: Served) -> None:
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    for kind, path in KINDS.items():
        page.goto(arabic.url + path)
        html = page.locator("html")
        assert (html.get_attribute("lang"), html.get_attribute("dir")) == ("ar", "rtl"), kind
        name = page.locator(".masthead__name").bounding_box()
        nav = page.locator(".masthead .nav").bounding_box()
        assert name["x"] > nav["x"], kind
    page.goto(arabic.url + KINDS["article-english"])
    # A source keeps its own direction, and the notes beside it are the site's.
    assert page.locator(".annotated").evaluate("e => getComputedStyle(e).direction") == "ltr"
    assert page.locator(".mnotes").first.evaluate("e => getComputedStyle(e).direction") == "rtl"
    page.close()


def test_names_of_another_script_keep_their_own_order(browser: Any, arabic: Served) -> None:
    page = browser.new_page()
    astray = {}
    for kind, path in KINDS.items():
        page.goto(arabic.url + path)
        astray[kind] = page.evaluate(ASTRAY)
    page.close()
    assert {kind: texts for kind, texts in astray.items() if texts} == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_pages_and_drawings_fit(browser: Any, arabic: Served, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    wrong = {}
    for kind, path in KINDS.items():
        page.goto(arabic.url + path)
        found = page.evaluate(OVERFLOW) or page.evaluate(OUTSIDE)
        if found:
            wrong[kind] = found
    page.close()
    assert wrong == {}


@pytest.mark.parametrize(("scheme", "width"), [("light", 1400), ("dark", 360)])
def test_pages_are_accessible(browser: Any, arabic: Served, scheme: str, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
    page = context.new_page()
    wrong = {}
    for kind, path in KINDS.items():
        page.goto(arabic.url + path)
        results = Axe().run(page)
        if results.violations_count:
            wrong[kind] = [
                f"{v['id']}: {v['help']}; {', '.join(str(n['target']) for n in v['nodes'][:3])}"
                for v in results.response["violations"]
            ]
    context.close()
    assert wrong == {}


def test_scripts_speak_the_language_of_the_page(browser: Any, arabic: Served) -> None:
    page = browser.new_page()
    page.goto(arabic.url + "chronology/?status=disputed")
    assert page.locator(".found output").text_content() == "الأحداث المعروضة: 1 من أصل 4."
    page.goto(arabic.url + "entities/?q=هدى")
    assert page.locator(".found output").text_content() == "الأسماء المطابقة: 1."
    page.goto(arabic.url + "search/?q=Norvik")
    page.locator(".results li").first.wait_for()
    assert re.fullmatch("النتائج عن Norvik: \\d\\.", page.locator(".found output").text_content())
    page.close()
