"""What a reader needs who has no mouse, little sight, other colours, or larger letters."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import Served
from tests.browser.test_pages import KINDS, OVERFLOW

pytestmark = pytest.mark.browser

FOCUSED = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  // What is drawn over an invisible control (a radio button under its label) is what a reader sees.
  const seen = e.matches("input[type=radio]") ? e.closest("label") : e;
  const style = getComputedStyle(seen), box = seen.getBoundingClientRect();
  return {
    tag: e.localName, text: (e.getAttribute("aria-label") ?? e.textContent).trim().slice(0, 40),
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    sized: box.width > 0 && box.height > 0,
  };
}"""


def test_every_page_can_be_walked_through_with_the_tabulator(browser: Any, served: Served) -> None:
    """Focus is always on something that can be seen, is outlined, and leaves at the end."""
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    page = context.new_page()
    wrong: list[str] = []
    for kind in ("home", "chronology", "event", "entity", "entities", "sources", "article", "search", "disputes"):
        page.goto(served.url + KINDS[kind])
        page.locator("h1").evaluate("h1 => { document.activeElement.blur(); getSelection().removeAllRanges(); }")
        steps = 0
        while steps < 200:
            page.keyboard.press("Tab")
            at = page.evaluate(FOCUSED)
            if at is None:
                break
            steps += 1
            if not at["outlined"] or not at["sized"]:
                wrong.append(f"{kind}: {at}")
        assert 5 < steps < 200, f"{kind}: {steps} steps"
    context.close()
    assert wrong == []


def test_the_skip_link_is_first_and_leads_to_the_text(browser: Any, served: Served) -> None:
    page = browser.new_page()
    page.goto(served.url + "chronology/")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["text"] == "Skip to the text"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
    page.close()


def test_every_page_has_its_landmarks(browser: Any, served: Served) -> None:
    page = browser.new_page()
    for kind, path in KINDS.items():
        page.goto(served.url + path)
        counts = [page.locator(f"body > {tag}").count() for tag in ("header", "main", "footer")]
        assert counts == [1, 1, 1], kind
        assert page.locator("header nav[aria-label]").count() == 1
    page.close()


def test_letters_twice_as_large_still_fit(browser: Any, served: Served) -> None:
    """200 % in the browser is half the width in CSS pixels, or the reader's own larger letters."""
    context = browser.new_context(viewport={"width": 640, "height": 450})
    page = context.new_page()
    wrong = {}
    for kind, path in KINDS.items():
        page.goto(served.url + path)
        for larger in ("", "200%"):
            page.evaluate("size => { document.documentElement.style.fontSize = size; }", larger)
            found = page.evaluate(OVERFLOW)
            if found:
                wrong[f"{kind} {larger}"] = found
    context.close()
    assert wrong == {}


def test_colours_of_the_readers_own_leave_status_and_choice_visible(browser: Any, served: Served) -> None:
    context = browser.new_context(forced_colors="active", viewport={"width": 1200, "height": 900})
    page = context.new_page()
    page.goto(served.url + "chronology/")
    marks = page.locator(".event .mark")
    adjust = {m.evaluate("e => getComputedStyle(e).forcedColorAdjust") for m in marks.all()}
    assert adjust == {"none"}
    chosen = page.locator(".tabs label:has(:checked)").evaluate("e => getComputedStyle(e).borderBottomColor")
    other = page.locator(".tabs label:not(:has(:checked))").first.evaluate("e => getComputedStyle(e).borderBottomColor")
    assert chosen != other
    context.close()


def test_who_wants_no_motion_gets_none(browser: Any, served: Served) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    for path in ("", "chronology/", "search/"):
        page.goto(served.url + path)
        moving = page.evaluate(
            """() => [...document.querySelectorAll("*")].filter((e) => {
              const s = getComputedStyle(e);
              const moves = s.animationName !== "none" || parseFloat(s.transitionDuration) > 0;
              return moves || s.scrollBehavior === "smooth";
            }).length"""
        )
        assert moving == 0
    context.close()
