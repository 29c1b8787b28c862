"""Events and sources set into a rendered text: `![[event]]`, `[@source]`, and the list of sources at its foot.

This is done last, when the text's own anchors and classes have been put in order: what is set in is the site's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from generator.prose import CREDIT, HELD, credit_of
from generator.site.nodes import Element, Node, parse, text_of, walk
from generator.wikilinks import WikiLink


class Parts(Protocol):
    """What can be set in, as HTML of the theme."""

    def event(self, target: str) -> str | None:
        """An event with its sources; `None` where the site has no such event."""

    def unshown(self, target: str) -> str | None:
        """What is said in place of an event that the site does not show yet; `None` where there is no such event."""

    def words(self, target: str) -> str:
        """What is said within a line for what leads to no page of the site."""

    def link(self, target: str) -> tuple[str, str] | None:
        """(address as a link, title) of an event that is named within a line."""

    def source(self, id: str) -> tuple[str, str]:
        """(label, address as a link or nothing) of a source."""

    def mark(self, number: int, id: str) -> str:
        """What the number of a source says to those who do not see the list."""

    def sources(self, ids: Sequence[str], mark: str) -> str:
        """The list at the foot of a text; `mark` is part of every id in it."""


def set_in(root: Element, held: Sequence[WikiLink], parts: Parts, mark: str) -> None:
    """Put everything that is still held where it belongs, and the sources that are cited at the end."""
    for element in walk(root):
        element.children = _joined(element.children)
    cited: dict[str, int] = {}
    _Setting(held, parts, mark, cited).blocks(root)
    if cited:
        root.children += parse(parts.sources(list(cited), mark)).children


def _joined(children: Sequence[Node]) -> list[Node]:
    """Pieces of text that stand beside each other as one."""
    made: list[Node] = []
    for child in children:
        if isinstance(child, str) and made and isinstance(made[-1], str):
            made[-1] += child
        else:
            made.append(child)
    return made


class _Setting:
    def __init__(self, held: Sequence[WikiLink], parts: Parts, mark: str, cited: dict[str, int]) -> None:
        self.held, self.parts, self.mark, self.cited = held, parts, mark, cited

    def blocks(self, element: Element) -> None:
        made: list[Node] = []
        quoted = False  # whether the last block was a quotation that names no source yet
        for child in element.children:
            if isinstance(child, str):
                made += self._inline(child)
                quoted = quoted and not child.strip()
                continue
            text = text_of(child) if child.tag == "p" else ""
            tokens = [self.held[int(n)] for n in HELD.findall(text)] if CREDIT.fullmatch(text) else []
            if len(tokens) == 1 and tokens[0].kind == "embed":
                html = self.parts.event(tokens[0].target)
                said = None if html else self.parts.unshown(tokens[0].target)
                made += parse(html).children if html else [Element("p", {}, [said])] if said else []
            elif quoted and tokens and all(t.kind == "cite" for t in tokens):
                made.append(self._credit(tokens))
            elif child.tag == "blockquote":
                quotations = self._quotations(child)
                made += quotations
                quoted = isinstance(quotations[-1], Element) and quotations[-1].tag == "blockquote"
                continue
            else:
                self.blocks(child)
                made.append(child)
            quoted = False
        element.children = made

    def _quotations(self, element: Element) -> list[Node]:
        """A quotation and below it who is quoted; Markdown makes one of several that follow each other."""
        made: list[Node] = []
        part = Element(element.tag, element.attrs)
        for child in element.children:
            part.children.append(child)
            tokens = self._credited(child)
            if tokens:
                if isinstance(child, Element) and not text_of(child).strip():
                    part.children.pop()
                credit = self._credit(tokens)
                self.blocks(part)
                made += [part, "\n", credit, "\n"]
                part = Element(element.tag)
        if any(not isinstance(child, str) or child.strip() for child in part.children) or not made:
            self.blocks(part)
            made.append(part)
        return made if isinstance(made[-1], Element) else made[:-1]

    def _credited(self, block: Node) -> list[WikiLink]:
        """The sources at the end of a paragraph of a quotation, taken out of it: they are none of its words."""
        if isinstance(block, str) or block.tag != "p" or not block.children or not isinstance(block.children[-1], str):
            return []
        found = credit_of(block.children[-1])
        tokens = [self.held[int(n)] for n in HELD.findall(found[0])] if found else []
        if not found or not tokens or any(t.kind != "cite" for t in tokens):
            return []
        block.children[-1] = block.children[-1][: found.start()].rstrip()
        return tokens

    def _credit(self, tokens: Sequence[WikiLink]) -> Element:
        """The line below a quotation: who is quoted."""
        children: list[Node] = []
        for i, token in enumerate(tokens):
            label, address = self.parts.source(token.page)
            children += ["; "] if i else []
            children += [Element("cite", {}, [Element("a", {"href": address}, [label]) if address else label]), " "]
            children.append(self._number(token.page))
        return Element("p", {"class": "cited-by"}, children)

    def _number(self, id: str) -> Element:
        number = self.cited.setdefault(id, len(self.cited) + 1)
        attrs = {"class": "cited-ref", "href": f"#src-{self.mark}-{number}", "aria-label": self.parts.mark(number, id)}
        return Element("a", attrs, [f"[{number}]"])

    def _inline(self, text: str) -> list[Node]:
        made: list[Node] = []
        end = 0
        for match in HELD.finditer(text):
            made.append(text[end : match.start()])
            end = match.end()
            link = self.held[int(match[1])]
            if link.kind == "cite":
                made.append(self._number(link.page))
            else:
                to = self.parts.link(link.target)
                words = link.label or (to[1] if to else self.parts.words(link.target))
                made.append(Element("a", {"href": to[0]}, [words]) if to else words)
        made.append(text[end:])
        return [node for node in made if node != ""]
