"""The day that a page bears above its headline, beside its name or the weather: "Thursday, 16 May 2030 | Osk 21°C".

Some papers print the day of the issue there, some pages the day on which they are called up. It is taken note of, and
what the article tells decides (`resolve.above`).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator import dates
from generator.ingest import days
from generator.ingest.html_blocks import NEVER, name_of

LONGEST = 160  # characters of such a line


def day(tree: Any) -> str | None:
    """The first day with its weekday above the headline; none where there is no headline, or the two do not fit."""
    for line in _above(tree):
        found = days.day_in(line) if len(line) <= LONGEST else None
        words = {w.strip(",.|·") for w in line.lower().split()}
        if found and dates.WEEKDAYS[date.fromisoformat(found).weekday()] in words:
            return found
    return None


def _above(tree: Any) -> Iterator[str]:
    """The texts of the body that stand before its first headline."""
    if tree.find(".//h1") is None:
        return
    within = False
    for element in tree.iter():
        name = name_of(element)
        within = within or name == "body"
        if name == "h1":
            return
        if within and name and name not in NEVER:
            yield " ".join((element.text or "").split())
            yield from (" ".join((child.tail or "").split()) for child in element)
