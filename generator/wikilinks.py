"""What editors' text points to, outside of code: pages, events to be set in, sources that are cited.

`[[id]]`, `[[id|label]]`, `[[page#heading]]`; `![[event]]`; `[@source]`; `[words](../events/id.md)`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote

Kind = Literal["link", "embed", "cite", "file"]

# Code, where brackets are only brackets, or one of the five. Bounded, so that no text makes it slow. A definition at
# the beginning of a line (`[@source]: ../articles/source.md`, by which GitHub links the raw text) is none of them.
_CODE = (
    r"(?P<fence>^(?P<bar>`{3,}+|~{3,}+)[^\n]*\n(?s:.*?)(?:^(?P=bar)|\Z))"
    r"|(?P<code>(?P<tick>`{1,3})(?!`)[^`\n]{1,500}(?P=tick))"
)
_TOKEN = re.compile(
    _CODE + r"|(?P<embed>!)?\[\[(?P<target>(?:[^\[\]|\n]|\n(?![ \t]*\n)){1,200})"
    r"(?:\|(?P<label>(?:[^\[\]\n]|\n(?![ \t]*\n)){1,300}))?\]\]"
    r"|(?<!\\)\[(?P<cites>@[^\s\[\]@;|#,]{1,200}(?:;[ ]?@[^\s\[\]@;|#,]{1,200}){0,20})\](?![(\[:])"
    r"|\]\((?P<file>(?![a-zA-Z][a-zA-Z0-9+.-]*:|/)[^\s()<>#]{1,300}\.md(?:#[^\s()<>]{0,200})?)\)",
    re.M,
)


_IMAGE = re.compile(_CODE + r"|!\[[^\[\]\n]{0,300}\]\((?:\.{0,2}/){0,9}(?P<image>images/[^\s()<>]{1,300})", re.M)


@dataclass(frozen=True, slots=True)
class WikiLink:
    """One of them: what it points to, the words shown (None: the target's own name), and where it stands.

    `link`: to a page or one of its headings; `embed`: an event to be set in here; `cite`: a source; `file`: a Markdown
    link to the file of another page, whose target is that page's id.
    """

    target: str
    label: str | None
    start: int
    line: int  # from 1, within the body
    kind: Kind = "link"

    @property
    def page(self) -> str:
        """The target without its heading; empty for a heading of the page itself."""
        return self.target.partition("#")[0].strip()

    @property
    def heading(self) -> str:
        """The heading that is meant, of headings within headings the last; empty where it is the whole page."""
        return self.target.rpartition("#")[2].strip() if "#" in self.target else ""


def find(body: str) -> Iterator[WikiLink]:
    """Everything that a body points to, in order."""
    line, last = 1, 0
    for match in _TOKEN.finditer(body):
        line += body.count("\n", last, match.start())
        last = match.start()
        yield from _links(match, line)


def images(body: str) -> Iterator[tuple[str, int]]:
    """Images of content/images/ that a body shows: path below content/, and line within the body."""
    for match in _IMAGE.finditer(body) if "images/" in body else ():
        if match["image"]:
            yield unquote(match["image"]), 1 + body.count("\n", 0, match.start())


def replace(body: str, render: Callable[[WikiLink], str], kinds: frozenset[Kind] = frozenset({"link"})) -> str:
    """The body with everything of these kinds as `render` writes it; code and the rest are left alone."""
    line, last = 1, 0

    def one(match: re.Match[str]) -> str:
        nonlocal line, last
        line += body.count("\n", last, match.start())
        last = match.start()
        links = list(_links(match, line))
        return "".join(map(render, links)) if links and links[0].kind in kinds else match[0]

    return _TOKEN.sub(one, body)


def retarget(body: str, to: Callable[[WikiLink], str | None], kinds: frozenset[Kind]) -> str:
    """The body with links of these kinds to other pages, whose ids `to` gives (`None`: it stays); label, heading,
    folder and every other byte stay.
    """

    def one(match: re.Match[str]) -> str:
        link = next(_links(match, 0), None)
        id = to(link) if link and link.kind in kinds else None
        if link is None or id is None:
            return match[0]
        part = "file" if link.kind == "file" else "target"
        page, mark, heading = match[part].partition("#")
        page = f"{page[: page.rfind('/') + 1]}{id}.md" if part == "file" else page.replace(link.page, id, 1)
        before, behind = match.start(part) - match.start(), match.end(part) - match.start()
        return match[0][:before] + page + mark + heading + match[0][behind:]

    return _TOKEN.sub(one, body)


def _links(match: re.Match[str], line: int) -> Iterator[WikiLink]:
    at = match.start()
    if match["target"] is not None:
        label = " ".join((match["label"] or "").split()) or None  # an editor's program may have broken the line in it
        # In a table other programs want the bar escaped: [[id\\|label]].
        target = match["target"].removesuffix("\\") if match["label"] else match["target"]
        yield WikiLink(" ".join(target.split()), label, at, line, "embed" if match["embed"] else "link")
    elif match["cites"] is not None:
        for slug in match["cites"].split(";"):
            yield WikiLink(slug.strip().removeprefix("@"), None, at, line, "cite")
    elif match["file"] is not None:
        path, mark, heading = unquote(match["file"]).partition("#")
        yield WikiLink(path.rpartition("/")[2].removesuffix(".md") + mark + heading, None, at, line, "file")
