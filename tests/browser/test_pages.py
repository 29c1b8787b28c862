"""Every kind of page in a real browser: narrow and wide, light and dark, with and without scripts."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Served, serving
from tests.site.hostile import VECTORS
from tests.site.pelican_run import run_pelican
from tests.site.test_hostile import hostile_content

pytestmark = pytest.mark.browser

WIDTHS = (360, 800, 1400)
KINDS = {
    "home": "",
    "chronology": "chronology/",
    "first-reports": "chronology/reports/",
    "kinds": "chronology/kinds/",
    "one-report": "chronology/one-report/",
    "year": "chronology/2031/",
    "year-of-one-event": "chronology/2029/",
    "filtered": "chronology/?entity=port-elian&from=2031",
    "search": "search/",
    "found": "search/?q=sandpiper",
    "changes": "changes/",
    "disputes": "disputes/",
    "numbers": "disputes/numbers/",
    "event": "events/2031-03-04-sandpiper-aground/",
    "event-planned": "events/2031-07-ferry-compact-signing/",
    "entities": "entities/",
    "entity": "entities/mara-quill/",
    "entity-hostile": "entities/brack-and-sons/",
    "entity-rtl": "entities/layla-haddad/",
    "map": "map/",
    "network": "network/",
    "sources": "sources/",
    "article": "sources/sandpiper-runs-aground/",
    "digest": "sources/our-digest-of-a-third/",
    "notes": "notes/",
    "note": "notes/what-aground-means/",
    "page": "about/",
    "data": "data/",
    "not-found": "no/such/page/",
}


class Watch:
    """All that a page does which it should not."""

    def __init__(self, page: Any, base: str, expected_404: str = "") -> None:
        self.faults: list[str] = []
        host = base.split("/repo/")[0]
        page.on("console", lambda m: self._console(m, expected_404))
        page.on("pageerror", lambda e: self.faults.append(f"script: {e}"))
        page.on("dialog", self._dialog)
        page.on("request", lambda r: r.url.startswith(host) or self.faults.append(f"request to {r.url}"))
        page.on("requestfailed", lambda r: self._failed(r))

    def _failed(self, request: Any) -> None:
        # What the browser was still fetching when the test went on to the next page is no fault of the page.
        if "ERR_ABORTED" not in (request.failure or ""):
            self.faults.append(f"failed: {request.url} ({request.failure})")

    def _console(self, message: Any, expected_404: str) -> None:
        missing = "404" in message.text and message.location.get("url", "") == expected_404
        if message.type in ("error", "warning") and not (expected_404 and missing):
            self.faults.append(f"console: {message.text}")

    def _dialog(self, dialog: Any) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()


OVERFLOW = """() => {
  const root = document.scrollingElement, wide = root.scrollWidth - innerWidth;
  if (wide <= 0) return "";
  const out = [...document.body.querySelectorAll("*")].filter(e => e.getBoundingClientRect().right > innerWidth + 1);
  const named = out.slice(0, 4).map(e => `<${e.localName} class="${e.getAttribute("class")}">`);
  return `${wide} px too wide: ${named.join(" ")}`;
}"""
# What waits for the pointer or the keyboard is tried as well.
PROVOKE = """() => {
  for (const element of document.querySelectorAll("*"))
    for (const type of ["mouseover", "click", "focus", "toggle", "error", "load"])
      if (type !== "click" || !element.closest("a, summary")) element.dispatchEvent(new Event(type));
}"""
BROKEN = """async () => {
  const broken = [];
  for (const image of document.images) {
    image.loading = "eager";
    try { await image.decode(); } catch { broken.push(image.currentSrc || image.src); }
  }
  return broken;
}"""


# Each colour scheme is looked at with one setting; what scripts do is tried in test_scripts.
@pytest.mark.parametrize(
    ("scheme", "scripts"), [("light", False), ("dark", True)], ids=["light-no-scripts", "dark-scripts"]
)
def test_pages_fit_and_load_nothing_foreign(
    browser: Any, served: Served, tmp_path: Path, scheme: str, scripts: bool
) -> None:
    # Pictures of what is wrong always; of everything where somebody wants to look at it all.
    shots = Path(os.environ["BROWSER_SCREENSHOTS"]) if os.environ.get("BROWSER_SCREENSHOTS") else None
    context = browser.new_context(color_scheme=scheme, java_script_enabled=scripts)
    wrong: list[str] = []
    for kind, path in KINDS.items():
        page = context.new_page()
        url = served.url + path
        watch = Watch(page, served.url, url if kind == "not-found" else "")
        answer = page.goto(url)
        assert answer.status == (404 if kind == "not-found" else 200), kind
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            overflow = page.evaluate(OVERFLOW)
            if overflow:
                wrong.append(f"{kind} at {width}: {overflow}")
            if shots or overflow or watch.faults:
                page.screenshot(path=(shots or tmp_path) / f"{kind}-{width}-{scheme}.png", full_page=True)
        wrong += [f"{kind}: broken image {src}" for src in page.evaluate(BROKEN)] if scripts else []
        wrong += [f"{kind}: {fault}" for fault in watch.faults]
        page.close()
    context.close()
    assert wrong == [], f"screenshots are in {tmp_path}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_accessible(browser: Any, served: Served, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(
        color_scheme=scheme, viewport={"width": 360 if scheme == "dark" else 1400, "height": 900}
    )
    page = context.new_page()
    wrong = {}
    for kind, path in KINDS.items():
        page.goto(served.url + path)
        # WCAG 2.2 asks for targets of 24 pixels; axe looks for it only when told to.
        results = Axe().run(page, options={"rules": {"target-size": {"enabled": True}}})
        if results.violations_count:
            wrong[kind] = [
                f"{v['id']}: {v['help']}; {', '.join(str(n['target']) for n in v['nodes'][:3])}"
                for v in results.response["violations"]
            ]
    context.close()
    assert wrong == {}


def test_a_reader_gets_from_the_home_page_to_the_words_of_a_source(browser: Any, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.url)
    page.get_by_role("navigation").get_by_role("link", name="Chronology").first.click()
    page.locator("main h3, main h4").get_by_role("link", name="The Sandpiper runs aground off Corran Bay").first.click()
    assert page.url == served.url + KINDS["event"]
    page.locator(f"main a[href*='{KINDS['article']}']").first.click()
    assert "/repo/sources/sandpiper-runs-aground/" in page.url
    page.locator("a.said__n").first.click()
    assert page.url.endswith("#n1")
    assert page.locator("#n1").is_visible()
    context.close()


@pytest.mark.parametrize("width", [360, 800, 1400])
def test_a_link_to_a_claim_shows_its_words_below_what_stays_on_the_screen(
    browser: Any, served: Served, width: int
) -> None:
    """Every claim of a source: what sticks to the top covers none, and its note below the paragraph is not the goal."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 640})
    page = context.new_page()
    page.goto(served.url + KINDS["article"])
    claims = page.locator("mark.said[id]").evaluate_all("all => all.map(e => [e.id, e.textContent])")
    assert claims
    for id, words in claims:
        page.goto("about:blank")
        page.goto(f"{served.url}{KINDS['article']}#{id}")
        assert page.locator(":target").text_content() == words
        top = page.locator(":target").evaluate("e => e.getClientRects()[0].top")
        assert page.locator(".running").evaluate("e => e.getBoundingClientRect().bottom") < top < 640
        page.locator(f".mnote__n[href='#{id}']").wait_for(state="attached")
    context.close()


def test_an_old_address_takes_the_reader_to_the_living_page(browser: Any, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.url + "entities/m-quill/")
    page.wait_for_url(served.url + KINDS["entity"], timeout=5000)
    context.close()


def test_no_hostile_text_runs_even_without_the_policy(browser: Any, tmp_path: Path) -> None:
    """The Content-Security-Policy is set aside, so that the escaping stands alone."""
    content = hostile_content(tmp_path)
    body = "\n\n".join(VECTORS)
    (content / "notes" / "all.md").write_text(f"---\ntitle: All\n---\n{body}\n", encoding="utf-8")
    built = run_pelican(content, tmp_path / "output", siteurl="/repo")
    assert built.status == 0, built.complained + built.said
    some = [f"{kind}{i}/" for i in (0, 5, 24, 40) for kind in ("entities/e", "events/v", "sources/a", "notes/n")]
    with serving(built.folder, "/repo/") as site:
        context = browser.new_context(bypass_csp=True)
        page = context.new_page()
        watch = Watch(page, site.url)
        for path in ["", "chronology/", "disputes/", "entities/", "sources/", "notes/", "notes/all/", *some]:
            page.goto(site.url + path)
            page.evaluate(PROVOKE)
        context.close()
    # One vector is an image of the site that is not there.
    assert [fault for fault in watch.faults if "status of 404" not in fault] == []
