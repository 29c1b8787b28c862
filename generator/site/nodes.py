"""Sanitised HTML as a small tree, so that marks and links can be set into its text.

Meant for the output of nh3, which is well-formed and holds no comment, script or style; not for HTML at large.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from typing import TypeAlias

VOID = frozenset({"area", "br", "col", "hr", "img", "input", "wbr"})
# Tags that stand within a line of text: a mark may be set around them as a whole.
INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark", "q"}
    | {"s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
)
# Deeper nesting is flattened: no page needs it, and what walks the tree may then recurse.
MAX_DEPTH = 60


@dataclass(slots=True)
class Element:
    """One element; a tree's root has an empty tag. `apart`: its text is ours and no part of the running text."""

    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)
    apart: bool = False


Node: TypeAlias = Element | str


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self.open: list[Element] = [self.root]
        self.flattened: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if len(self.open) > MAX_DEPTH and tag not in VOID:
            self.flattened.append(tag)
            return
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if self.flattened:
            self.flattened.pop()
        elif len(self.open) > 1 and self.open[-1].tag == tag:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        children = self.open[-1].children
        if children and isinstance(children[-1], str):
            children[-1] += data
        else:
            children.append(data)


def parse(html: str) -> Element:
    """The tree of a fragment, under a root without a tag."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.root


def serialise(node: Node) -> str:
    """The tree as HTML; text and attribute values are escaped here and nowhere else."""
    if isinstance(node, str):
        return escape(node, quote=False).replace("\u00a0", "&nbsp;")
    inner = "".join(map(serialise, node.children))
    if not node.tag:
        return inner
    attrs = "".join(f' {name}="{escape(value)}"' for name, value in node.attrs.items())
    return f"<{node.tag}{attrs}>" + ("" if node.tag in VOID else f"{inner}</{node.tag}>")


def text_of(node: Node) -> str:
    """The running text of a node, without what is set apart."""
    if isinstance(node, str):
        return node
    return "" if node.apart else "".join(map(text_of, node.children))


def walk(node: Element) -> Iterator[Element]:
    """The element and all below it, in the order of the document."""
    yield node
    for child in node.children:
        if isinstance(child, Element):
            yield from walk(child)
