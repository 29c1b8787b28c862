"""Whether the gold of the saved pages can be right: every paragraph stands in its page, in order, and every fact too.

python -m tests.exam.check_pages
"""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from pathlib import Path

HERE = Path(__file__).parent
_NOTE = re.compile(r'<a class="footnote-anchor"[^<>]*>\d+</a>')  # no part of the text
_SHORT = 25  # characters: such a paragraph may stand in a menu or a list of ingredients as well


class _Text(HTMLParser):
    """All text of a page outside scripts and style sheets."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.pieces.append(data)


def _fold(text: str) -> str:
    return re.sub(r"[\s\u00ad\u200b]+", "", text)


def faults(page: Path) -> list[str]:
    """What cannot be right in the gold of one page."""
    data = page.read_bytes()
    said = re.search(rb"charset=[\"']?([\w-]+)", data)
    source = data.decode(said[1].decode() if said else "utf-8")
    parser = _Text()
    parser.feed(_NOTE.sub("", source))
    parser.close()
    shown, everything = _fold("".join(parser.pieces)), _fold(html.unescape(source)).lower()
    head, _, text = page.with_suffix(".txt").read_text(encoding="utf-8").partition("\n\n")
    facts = dict(line.removeprefix("# ").split(":", 1) for line in head.split("\n"))
    found = [] if [*facts] == ["title", "date", "author", "publisher"] else [f"{page.name}: the facts are {[*facts]}"]
    at = 0
    for paragraph in re.split(r"\n+", text.strip()):
        start = shown.find(_fold(paragraph), at)
        if start < 0:
            found.append(f"{page.name}: not there, or not in order: {paragraph[:80]}")
        if len(paragraph) >= _SHORT:
            at = max(at, start + len(_fold(paragraph)))
    stated = [facts.get("title", ""), facts.get("publisher", ""), *facts.get("author", "").split(",")]
    return found + [f"{page.name}: nowhere: {s.strip()}" for s in stated if _fold(s).lower() not in everything]


if __name__ == "__main__":
    print("\n".join(f for page in sorted(HERE.glob("pages*/*.html")) for f in faults(page)) or "no faults")
