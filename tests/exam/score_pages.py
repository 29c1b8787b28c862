"""Score the reading of saved web pages: invented pages of many makes, each beside the text that its author wrote.

    python -m tests.exam.score_pages [-v] [--pages pages2]

The figure is the F1 of words in their order (longest matching blocks), per page and as mean over pages; then how many
titles, days, authors and publishers are right. With -v the words that are missing or too many in each page.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from generator import ingest, markup

HERE = Path(__file__).parent
FOLDERS = ("pages", "pages2")
FIELDS = ("title", "date", "author", "publisher")


@dataclass
class Figures:
    """Over all pages: F1 of each page's words, and which of the four facts are right."""

    f1: dict[str, float] = field(default_factory=dict)
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))

    @property
    def mean(self) -> float:
        return sum(self.f1.values()) / len(self.f1)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+|[^\w\s]", text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"'))


def _gold(path: Path) -> tuple[dict[str, str], str]:
    head, _, text = path.read_text(encoding="utf-8").partition("\n\n")
    pairs = (line.removeprefix("# ").split(":", 1) for line in head.splitlines())
    facts = {name: fact.strip() for name, fact in pairs}
    return facts, text


def score(say: Callable[[str], None] = lambda _: None, pages: str = "pages") -> Figures:
    """Read every page of a folder beside this file, and compare."""
    figures = Figures()
    for page in sorted((HERE / pages).glob("*.html")):
        facts, gold = _gold(page.with_suffix(".txt"))
        document = ingest.read(page.name, page.read_bytes())
        wanted, got = _words(gold), _words(document.text)
        matcher = SequenceMatcher(None, wanted, got, autojunk=False)
        same = sum(block.size for block in matcher.get_matching_blocks())
        figures.f1[page.name] = 2 * same / (len(wanted) + len(got))
        say(f"--- {page.name}: {figures.f1[page.name]:.3f}")
        for kind, i1, i2, j1, j2 in matcher.get_opcodes():
            if kind != "equal":
                lacking, more = " ".join(wanted[i1:i2]), " ".join(got[j1:j2])
                for what, words in (("lacks", lacking), ("more", more)):
                    if words:
                        say(f"  {what}: {words[:160]}")
        read = {
            "title": document.title or "", "date": document.published or "", "author": document.author or "",
            "publisher": document.publisher or "",
        }  # fmt: skip
        for name in FIELDS:
            if markup.fold(str(read[name])).casefold() == markup.fold(facts.get(name, "")).casefold():
                figures.right[name] += 1
            else:
                say(f"  {name}: {read[name]!r}, should be {facts.get(name, '')!r}")
    return figures


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("-v", action="store_true", help="say what is missing or too much in each page")
    parser.add_argument("--pages", choices=FOLDERS, help="which pages (all)")
    args = parser.parse_args()
    for folder in [args.pages] if args.pages else FOLDERS:
        figures = score(print if args.v else lambda _: None, folder)
        print(f"{folder}: words F1 {figures.mean:.3f} over {len(figures.f1)}")
        print(", ".join(f"{name} {n}" for name, n in figures.right.items()))


if __name__ == "__main__":
    main()
