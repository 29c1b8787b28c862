"""Ten questions per topic, asked as a reader with a telephone and no script would: at most three clicks from home."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.browser.conftest import Served
from tests.browser.questions import INVENTED, SHIPPED, Question

pytestmark = pytest.mark.browser

TELEPHONE = {"width": 360, "height": 800}

# The shortest stretch of the page, in pixels, that holds all of the words. Folded text does not count: nobody sees it.
STRETCH = """(words) => {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  let text = "", node; const starts = [];
  while ((node = walker.nextNode())) {
    const box = node.parentElement;
    if (!box.checkVisibility({contentVisibilityAuto: true}) || !box.getClientRects().length) continue;
    starts.push([text.length, node]);
    text += node.data.replace(/\\s/g, " ");
  }
  const place = (at) => { let i = starts.findLastIndex(([start]) => start <= at); return starts[i]; };
  const tops = words.map((word) => {
    const found = [];
    const pattern = new RegExp(word.replace(/[.*+?^${}()|[\\]\\\\]/g, "\\\\$&").replace(/ /g, " +"), "g");
    for (const match of text.matchAll(pattern)) {
      const [start, node] = place(match.index);
      const range = document.createRange();
      range.setStart(node, match.index - start);
      range.setEnd(node, Math.min(node.length, match.index - start + 1));
      found.push(range.getBoundingClientRect().top);
    }
    return found;
  });
  if (tops.some((found) => !found.length)) return words.filter((_, i) => !tops[i].length);
  let best = Infinity;
  for (const from of tops.flat()) {
    const spans = tops.map((found) => Math.min(...found.filter((top) => top >= from - 1), Infinity));
    best = Math.min(best, Math.max(...spans) - from);
  }
  return best;
}"""


def ask(browser: Any, site: Served, question: Question) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=TELEPHONE)
    page = context.new_page()
    page.goto(site.url)
    assert len(question.way) <= 3
    for words in question.way:
        link = page.get_by_role("link", name=re.compile(words)).locator("visible=true").first
        link.click(timeout=3000)
        page.wait_for_load_state()
    stretch = page.evaluate(STRETCH, list(question.answer))
    context.close()
    assert isinstance(stretch, (int, float)), f"{page.url} does not show {stretch}"
    assert stretch <= TELEPHONE["height"], f"{page.url} shows it over {stretch} pixels"


@pytest.mark.parametrize("question", SHIPPED, ids=lambda q: q.asked)
def test_the_shipped_briefing_answers(browser: Any, shipped: Served, question: Question) -> None:
    ask(browser, shipped, question)


@pytest.mark.parametrize("question", INVENTED, ids=lambda q: q.asked)
def test_the_invented_briefing_answers(browser: Any, served: Served, question: Question) -> None:
    ask(browser, served, question)


def test_whose_words_they_are_stays_in_view_while_an_article_is_read(browser: Any, shipped: Served) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=TELEPHONE)
    page = context.new_page()
    page.goto(shipped.url)
    page.get_by_role("link", name="Sources", exact=True).first.click()
    page.get_by_role("link", name=re.compile("posts that went before")).first.click()
    page.get_by_text("Palestinians condemned the step").scroll_into_view_if_needed()
    above = page.get_by_text("Our digest of Al Bawaba, 18 July 2022", exact=True)
    seen = above.evaluate("e => ({top: e.getBoundingClientRect().top, at: scrollY})")
    context.close()
    assert seen["at"] > TELEPHONE["height"]
    assert 0 <= seen["top"] < 20
