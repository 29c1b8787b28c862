"""Links to words of a source, in Chromium: it opens the page at them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.views.data import quoting
from tests.browser.conftest import serving

# What stands in a publisher's page, far below its beginning, in markup of its own.
PARAGRAPHS = (
    "<p>The ferry <em>Kestrel</em>, a well-known sight &amp; an old one, ran aground.</p>",
    "<p>“It was over in a minute,” said Ann Okoye-Lund; nobody was hurt (50% of the crew slept).</p>",
    "<p>The board met at noon, heard three witnesses, and closed the line</p><p>until the inquiry reports in May.</p>",
    "<p>وصلت العبارة إلى الميناء يوم الإثنين</p>",
)
# Where a browser has gone to, as the number of the paragraph at the middle of the window.
AT = """() => [...document.querySelectorAll("section")].findIndex(section => {
  const box = section.getBoundingClientRect()
  return scrollY > 0 && box.top < innerHeight && box.bottom > 0
})"""


@pytest.mark.parametrize(
    ("quote", "at"),
    [
        ("The ferry Kestrel, a well-known sight & an old one", 0),
        ("It was over in a minute", 1),
        ("nobody was hurt (50% of the crew slept)", 1),
        ("heard three witnesses, and closed the line until the inquiry reports in May", 2),
        ("The board met at noon, heard three witnesses, and closed the line until the inquiry reports", 2),
        ("وصلت العبارة إلى الميناء", 3),
    ],
)
def test_a_browser_opens_the_source_at_the_words_that_are_quoted(
    browser: Any, tmp_path: Path, quote: str, at: int
) -> None:
    far = '<div style="height: 3000px"></div>'
    body = "".join(f"{far}<section>{text}</section>" for text in PARAGRAPHS)
    (tmp_path / "index.html").write_text(f"<!doctype html><meta charset=utf-8><title>t</title>{body}{far}", "utf-8")
    context = browser.new_context()
    with serving(tmp_path, "/") as served:
        page = context.new_page()
        page.goto(quoting.at_words(served.url, quote))
        page.wait_for_function(f"({AT})() == {at}")
    context.close()
