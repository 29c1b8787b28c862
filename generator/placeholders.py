"""The words of the starter that only tell an editor what to write: a page on which they stand is not finished.

They are no fault, since a briefing is built and looked at long before its about page is written. But nobody should
publish them unwarned.
"""

from __future__ import annotations

import re

from generator.content import Content
from generator.problems import Problem, short

# How each begins; tests/test_start.py holds them against the pages in starter/content/pages/.
BEGINNINGS = (
    "Say in one sentence what this briefing is about",
    "Say here, in a paragraph or two, what this briefing is about",
    "This text is `content/pages/home.md`",
    "Say here who makes this briefing, who pays for it",
    "Say which articles were taken, and how they were chosen",
    "Every page of this site is a text file. Say here where to write",
    "Say under which licence the briefing's own words may be used",
)
# What `briefing init` fills in, and a page that was copied from elsewhere may still hold: @TITLE@.
_MARK = re.compile(r"(?<!\w)@[A-Z]{3,20}@")


def find(content: Content) -> list[Problem]:
    """A warning for each that still stands on a standing page, in its title, its summary or its text."""
    found = []
    for page in content.pages:
        rows = [(page.line("title"), page.front.title), (page.line("summary"), page.front.summary or "")]
        rows += list(enumerate(page.body.split("\n"), page.body_line))
        for line, text in rows:
            if text.strip().startswith(BEGINNINGS):
                message = f'"{short(text.strip())}" only tells you what to write here, and readers would see it'
                remedy = "write your own words in its place, or take it out"
                found.append(Problem(page.path, line, message, remedy, "warning", rule="placeholder"))
            for mark in _MARK.findall(text):
                message = f'"{mark}" stands for words that nobody has written, and readers would see it'
                found.append(Problem(page.path, line, message, "write them in its place", "warning", "placeholder"))
    return found
