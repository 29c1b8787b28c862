"""Texts made to hurt, through whole readers: does the time they take grow with the length, or with its square?

`python -m tests.safety.growth CHARACTERS SECONDS [NAME...]` prints, as JSON, what took more processor time than that.
"""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Callable, Iterator

# What is repeated; each alone, behind a word, in lines and in paragraphs.
PUMPS = (
    "a", "A", "1", " ", "\n", "\t", "a ", "A. ", "a. ", "A, ", "Anna Berg ", "on Monday ", "2 May 2021, ",
    "“a” ", "[", "]", "[[", "[[a", "[[a]]", "[a](", "[a](b) ", "![", "![a](b) ", "(", ")", "<", ">", "<a",
    "<a>", "<!--", "<![CDATA[", "</", "<b>", "<div>", "<p>", "&", "&#", "&amp;", "*", "**", "*a ", "_", "_a ",
    "`", "``", "`a` ", "```\n", "~~~\n", "> ", "- ", "- a\n", "  - a\n", "1. a\n", "#", "# a\n", "a\n---\n",
    "|", "|a", "|-", "a|b\n-|-\n", ": a\n", "{", "{: a}", "\\", "\\[", "'", '"', ": ", "a: b\n", "- - ", "? ",
    "&a ", "*a, ", "[a, ", "{a: ", "\u2028", "\u202e", "\u00a0", "\u200d", "e\u0301", "\u0301", "@a ", "(@a) ",
    "— ", "http://a.b/ ", "a@b.c ", "www.", "a-", "A-", "a'", "By A and ", "(AP) ", "[^a]", "[^a]: b\n",
    "*[a]: b\n", "[a]: b\n", "\x00", "\r", "<script>", "<table><tr><td>", "<li>", "<a href='x'>", "{% ", "{{ ",
    "==", "$", "said ", "January ", "19", "2021-", "1/1/", "1.1.", "12:30 ",
)  # fmt: skip


def texts(size: int) -> Iterator[tuple[str, str]]:
    """(name, text of about `size` characters)."""
    for pump in PUMPS:
        yield f"{pump!r}", pump * (size // len(pump))
        yield f"word {pump!r}", "Word " + pump * (size // len(pump)) + " end."
        if "\n" not in pump:
            yield f"lines of {pump!r}", (pump * 20 + "\n") * (size // (20 * len(pump) + 1))
            yield f"paragraphs of {pump!r}", (pump * 20 + "\n\n") * (size // (20 * len(pump) + 2))


def readers() -> dict[str, Callable[[str], object]]:
    """Everything that takes a text from outside."""
    from generator import frontmatter, ingest, markup, merge_text, wikilinks
    from generator.extract import times
    from generator.model import NoteFront
    from generator.names import fold, slug
    from generator.site.markdown import Renderer

    def seed(suffix: str, around: str = "{}") -> Callable[[str], object]:
        def read(text: str) -> object:
            try:
                return ingest.read(f"a{suffix}", around.replace("{}", text).encode("utf-8", "replace"))
            except ingest.Unreadable as error:
                return error

        return read

    def note(text: str) -> object:
        return frontmatter.parse(f"---\ntitle: x\nsummary: {text}\n---\n", NoteFront, "x", "x.md")

    return {
        "txt": seed(".txt"),
        "md": seed(".md"),
        "html": seed(".html"),
        "page": seed(".html", "<html><body><article><h1>A title</h1>{}</article></body></html>"),
        "front matter": note,
        "body": lambda text: frontmatter.parse(f"---\ntitle: x\n---\n{text}", NoteFront, "x", "x.md"),
        "plain": markup.plain,
        "escape": lambda text: markup.plain(markup.escape(text)),
        "site": lambda text: Renderer("/x").html(text),
        "wikilinks": lambda text: list(wikilinks.find(text)),
        "times": lambda text: times.read(text, "2021-05-03"),
        "merge": lambda text: merge_text.merge(merge_text.hashes(text), "b " + text, text + " a"),
        "names": lambda text: (fold(text), slug(text)),
    }


class SlowError(BaseException):
    """It took too long; no reader may catch it."""


def run(size: int, seconds: float, names: list[str]) -> list[tuple[str, str]]:
    """(reader, text) of all that took longer."""

    def stop(*_: object) -> None:
        raise SlowError

    signal.signal(signal.SIGVTALRM, stop)
    slow = []
    for name, read in readers().items():
        if names and name not in names:
            continue
        for shown, text in texts(size):
            signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
            try:
                read(text)
            except SlowError:
                slow.append((name, shown))
            finally:
                signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return slow


if __name__ == "__main__":
    print(json.dumps(run(int(sys.argv[1]), float(sys.argv[2]), sys.argv[3:]), indent=1, ensure_ascii=False))
