"""Changes of front matter that touch nothing else: comments, order, quoting, unknown keys and every other byte stay.

The caller says what the data should be, as a tree over what the page holds now:

    KEEP                    this value stays as it is written
    {key: target, ...}      a mapping: keys that are missing here go, keys that the page lacks are added
    Rows([(i, target)])     a list: row i of the page (None: a new row) in this order; rows not named go
    anything else           this value instead

Only the characters of changed values, or the lines of added and removed keys and rows, are written anew. A comment
inside what goes stays as a line of its own: it is somebody's. What was written is read again and compared before
anybody gets it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from generator import frontmatter
from generator.splicing import Edit
from generator.targets import KEEP, CannotEditError, Rows, canonical, expected

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_OPENING = re.compile(r"\A\ufeff?---[ \t]*(?:\r\n|\n|\r)")
_CLOSING = re.compile(r"^---[ \t]*(?=[\r\n]|\Z)", re.M)


@dataclass(frozen=True, slots=True)
class Parts:
    """A page cut at its fences, to the byte: `opening + front + closing + body` is the page."""

    opening: str
    front: str
    closing: str
    body: str


def cut(text: str) -> Parts:
    """Cut a page. Raises `CannotEditError` where there is no closed front matter."""
    opening = _OPENING.match(text)
    # A lone carriage return ends a line too, which `^` of a regular expression does not know.
    closing = _CLOSING.search(text, opening.end()) if opening else None
    if not opening or not closing:
        raise CannotEditError("there is no closed front matter")
    end = closing.end()
    end += 2 if text.startswith("\r\n", end) else 1 if end < len(text) else 0
    return Parts(text[: opening.end()], text[opening.end() : closing.start()], text[closing.start() : end], text[end:])


def read(text: str) -> tuple[dict[str, Any], Parts]:
    """The front matter of a page as plain data, and the page cut. Raises `CannotEditError` where it cannot be read."""
    parts = cut(text)
    try:
        return frontmatter.load(_normal(parts.front))[0], parts
    except frontmatter.FaultError as error:
        raise CannotEditError(error.message) from None


def front(text: str, target: Mapping[str, Any], order: Sequence[str] = ()) -> str:
    """The page with its front matter changed to `target`. `order`: where a new key belongs among the others.

    Raises `CannotEditError`; then nothing is known to be safe, and the page must stay.
    """
    parts = cut(text)
    made = mapping(parts.front, target, order)
    return parts.opening + made + parts.closing + parts.body


def mapping(source: str, target: Mapping[str, Any], order: Sequence[str] = ()) -> str:
    """The same for YAML that stands alone, as content/proposals.yaml."""
    try:
        now, _ = frontmatter.load(_normal(source))
        node = yaml.compose(source, Loader=_Loader)
    except (yaml.YAMLError, frontmatter.FaultError) as error:
        raise CannotEditError(str(error)) from None
    if not isinstance(node, yaml.MappingNode):
        node = yaml.MappingNode("tag:yaml.org,2002:map", [], None, None, flow_style=False)
    wanted = expected(target, now)
    if wanted == now and list(wanted) == list(now):
        return source
    edit = Edit(source)
    edit.mapping(node, target, list(order))
    made = edit.text()
    try:
        result, _ = frontmatter.load(_normal(made))
    except frontmatter.FaultError as error:
        raise CannotEditError(f"the change would break it: {error}") from None
    if result != wanted:
        raise CannotEditError("the change would touch more than was asked")
    return made


def _normal(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


__all__ = ["KEEP", "CannotEditError", "Parts", "Rows", "canonical", "cut", "expected", "front", "mapping", "read"]
