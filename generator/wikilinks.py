"""Links between pages as editors write them: `[[id]]`, `[[id|label]]`, outside of code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

# Code, where brackets are only brackets, or a link. Bounded, so that no text makes it slow.
_TOKEN = re.compile(
    r"(?P<fence>^(?P<bar>`{3,}|~{3,})[^\n]*\n(?s:.*?)(?:^(?P=bar)|\Z))"
    r"|(?P<code>(?P<tick>`{1,3})(?!`)[^`\n]{1,500}(?P=tick))"
    r"|(?<!!)\[\[(?P<target>[^\[\]|\n]{1,200})(?:\|(?P<label>[^\[\]\n]{1,300}))?\]\]",
    re.M,
)


@dataclass(frozen=True, slots=True)
class WikiLink:
    """One link: what it points to, the words shown (None: the target's own name), and where it stands."""

    target: str
    label: str | None
    start: int
    line: int  # from 1, within the body


def find(body: str) -> Iterator[WikiLink]:
    """Every link of a body, in order."""
    line, last = 1, 0
    for match in _TOKEN.finditer(body):
        if match["target"] is None:
            continue
        line += body.count("\n", last, match.start())
        last = match.start()
        yield WikiLink(match["target"].strip(), (match["label"] or "").strip() or None, match.start(), line)


def replace(body: str, render: Callable[[WikiLink], str]) -> str:
    """The body with every link as `render` writes it; code is left alone."""

    def one(match: re.Match[str]) -> str:
        if match["target"] is None:
            return match[0]
        return render(WikiLink(match["target"].strip(), (match["label"] or "").strip() or None, match.start(), 0))

    return _TOKEN.sub(one, body)
