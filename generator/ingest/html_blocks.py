"""A tree of HTML, or of trafilatura's XML, as blocks of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from generator import markup
from generator.ingest import characters
from generator.ingest.draft import Block, Kind

# Element -> what its content is. HTML's names, and those of trafilatura's XML (head, quote, item, lb, hi, ref, cell).
_BLOCKS: dict[str, Kind | None] = {
    "p": "prose",
    "div": None,
    "section": None,
    "article": None,
    "main": None,
    "body": None,
    "header": None,
    "html": None,
    "h1": "heading",
    "h2": "heading",
    "h3": "heading",
    "h4": "heading",
    "h5": "heading",
    "h6": "heading",
    "head": "heading",
    "li": "item",
    "item": "item",
    "dd": "item",
    "dt": "item",
    "ul": None,
    "ol": None,
    "dl": None,
    "list": None,
    "blockquote": "quote",
    "quote": "quote",
    "q-block": "quote",
    "pre": "code",
    "tr": "table",
    "row": "table",
    "table": None,
    "tbody": None,
    "thead": None,
    "tfoot": None,
    "caption": "prose",
    "center": None,
    "address": "prose",
    "details": None,
    "summary": "prose",
    "figure": None,
    "figcaption": "prose",
    "fieldset": None,
    "hr": None,
    "aside": None,
    "footer": None,
    "comments": None,
    "main-text": None,
}
_STRONG, _EMPHASIS = {"b", "strong"}, {"i", "em", "cite"}
NEVER = frozenset(
    """script style noscript template svg iframe object embed form button input select textarea nav canvas audio video
    map menu marquee dialog title meta link graphic img picture source""".split()
)
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\[\]\\\"]+$")
LONGEST_CELL = 400  # characters; a cell with more is a column of the page
_SPACE = re.compile(r"[ \t\r\f\v\u00a0]+")
_SEEN = re.compile(r"\S")


def name_of(element: Any) -> str:
    """An element's name in small letters; of a comment or instruction, nothing."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


class Traced(NamedTuple):
    """A block, the element of the page that holds it, the share of its text that is links, and of which line first
    words are a link: 0 the first, 1 the second; -1 none of these.
    """

    block: Block
    element: Any
    linked: float
    opens: int = -1


def blocks(root: Any, apart: Iterable[Any] = ()) -> list[Block]:
    """The blocks of a tree, in order. Elements in `apart` are left out."""
    return [one.block for one in traced(root, apart)]


def traced(root: Any, apart: Iterable[Any] = ()) -> list[Traced]:
    """The blocks of a tree as `blocks` gives them, each with where it comes from."""
    writer = _Writer(root, set(apart))
    writer.visit(root, None, 2, 0)
    writer.flush(None, 2, 0)
    return writer.made


class _Writer:
    def __init__(self, root: Any, apart: set[Any]) -> None:
        self.made: list[Traced] = []
        self.run: list[_Run] = []  # the line being written
        self.apart = apart
        self.groups = 0
        self.at = root  # the block whose line is being written
        self.links = 0  # how many links are open
        self.holders = self._holders(root)

    def _holders(self, root: Any) -> set[Any]:
        """Elements that hold blocks: these are walked through, all others are part of a line."""
        found: set[Any] = set()
        for element in root.iter():
            if name_of(element) in _BLOCKS:
                above = element.getparent()
                while above is not None and above not in found:
                    found.add(above)
                    above = above.getparent()
        return found

    def visit(self, element: Any, kind: Kind | None, level: int, group: int) -> None:
        is_link = _leads_away(element, name_of(element))
        self.links += is_link
        self.text(element.text, code=kind == "code")
        for child in element:
            name = name_of(child)
            if not name or name in NEVER or child in self.apart:
                self.text(child.tail)
                continue
            if name in _BLOCKS:
                self.flush(kind, level, group)
                self.block(child, name, kind, level, group)
            elif child in self.holders:
                self.visit(child, kind, level, group)
            else:
                self.inline(child, name)
            self.text(child.tail, code=kind == "code")
        self.links -= is_link

    def block(self, child: Any, name: str, kind: Kind | None, level: int, group: int) -> None:
        own = _BLOCKS[name]
        if name in ("tr", "row"):
            return self.row(child)
        if own == "heading":
            rank = name[1:] if name != "head" else (child.get("rend") or "h2").lstrip("h")
            level = min(max(int(rank) if rank.isdecimal() and len(rank) < 3 else 2, 2), 6)
        if own == "quote" and kind != "quote":
            self.groups += 1
            group = self.groups
        inner = "quote" if kind == "quote" and own in (None, "prose", "item", "heading") else own or kind
        if kind == "item" and own in (None, "prose"):
            inner = "item"
        self.enclosed(child, inner, level, group)

    def enclosed(self, child: Any, kind: Kind | None, level: int, group: int) -> None:
        outer, self.at = self.at, child
        self.visit(child, kind, level, group)
        self.flush(kind, level, group)
        self.at = outer

    def row(self, row: Any) -> None:
        if self.lays_out(row):
            for cell in row:
                if name_of(cell) and name_of(cell) not in NEVER and cell not in self.apart:
                    self.enclosed(cell, None, 2, 0)
            return
        cells = [" ".join(characters.clean("".join(cell.itertext())).split()) for cell in row if name_of(cell)]
        text = " ".join(c for c in cells if c)
        if text:
            linked = sum(len("".join(a.itertext()).strip()) for a in row.iter("a", "ref"))
            self.made.append(Traced(Block(markup.escape(text), text, "prose"), row, min(1.0, linked / len(text))))

    def lays_out(self, row: Any) -> bool:
        """Whether a row parts the page and not a table's data: as pages were built before style sheets."""
        return row in self.holders or any(len("".join(cell.itertext())) > LONGEST_CELL for cell in row)

    def text(self, text: str | None, code: bool = False) -> None:
        if text:
            clean = characters.clean(text, keep_layout=True)
            clean = clean if code else _SPACE.sub(" ", clean.replace("\n", " "))
            self.run.append(_Run(_escaped(clean), clean, _mask(clean, self.links > 0)))

    def inline(self, element: Any, name: str) -> None:
        if name in ("br", "lb"):
            self.run.append(_Run("\n", "\n", "\n"))
            return
        outer, self.run = self.run, []
        leads_away = _leads_away(element, name)
        self.links += leads_away
        self.text(element.text)
        for child in element:
            inner = name_of(child)
            if inner and inner not in NEVER and child not in self.apart:
                self.inline(child, inner)
            self.text(child.tail)
        self.links -= leads_away
        made, self.run = _Run.joined(self.run), outer
        self.run.append(made._replace(marked=_marked(name, element, made.marked)))

    def flush(self, kind: Kind | None, level: int, group: int) -> None:
        """Finish the line being written: one block, or several where empty lines part it."""
        if not self.run:
            return
        run = _Run.joined(self.run)
        self.run = []
        if kind == "code":
            if run.text.strip():
                self.made.append(Traced(Block(run.text.strip("\n"), run.text.strip("\n"), "code"), self.at, 0.0))
            return
        for piece, plain, linked, opens in _pieces(run):
            exact = markup.fold(markup.plain(piece)) == markup.fold(plain)
            made = Block(piece if exact else markup.escape(plain), plain, kind or "prose", level, group)
            self.made.append(Traced(made, self.at, linked, opens))


class _Run(NamedTuple):
    """A piece of a line: as Markdown, as text, and letter by letter whether it is part of a link."""

    marked: str
    text: str
    mask: str

    @staticmethod
    def joined(runs: list[_Run]) -> _Run:
        return _Run("".join(r.marked for r in runs), "".join(r.text for r in runs), "".join(r.mask for r in runs))


def _leads_away(element: Any, name: str) -> bool:
    """Whether an element is a link, and not only to a place on its own page, as headings and notes have.

    A bare "#" is no place: there a script leads the reader on.
    """
    if name not in ("a", "ref"):
        return False
    address = element.get("href") or element.get("target") or ""
    return len(address) == 1 or not address.startswith("#")


def _mask(text: str, linked: bool) -> str:
    """As long as the text, with its line breaks: "L" where a letter or sign is part of a link."""
    return _SEEN.sub("L", text) if linked else text.replace("L", "l")


def _escaped(text: str) -> str:
    """Markdown of a piece of a line: as `markup.escape`, with the blanks around it kept."""
    bare = text.strip(" \n")
    if not bare:
        return text
    start = text.index(bare[0])
    return text[:start] + markup.escape(bare) + text[start + len(bare) :]


def _marked(name: str, element: Any, inner: str) -> str:
    """A phrase with its emphasis or link."""
    rend = element.get("rend") or ""
    bare = inner.strip()
    if not bare or "\n" in bare:
        return inner
    lead, trail = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
    if name in _STRONG or rend == "#b":
        return f"{lead}**{bare}**{trail}"
    if name in _EMPHASIS or rend == "#i":
        return f"{lead}*{bare}*{trail}"
    if name in ("a", "ref"):
        address = (element.get("href") or element.get("target") or "").strip().replace("(", "%28").replace(")", "%29")
        if len(address) <= 2000 and _ADDRESS.match(address) and "](" not in bare:
            return f"{lead}[{bare}]({address}){trail}"
    return inner


def _pieces(run: _Run) -> list[tuple[str, str, float, int]]:
    """A run of lines as paragraphs, each with the share of links and where one opens a line: parted by empty lines, and
    behind finished prose.
    """
    marked_lines, lines, masks = run.marked.split("\n"), run.text.split("\n"), run.mask.split("\n")
    if not len(marked_lines) == len(lines) == len(masks):
        plain = markup.fold(run.text)
        return [(markup.escape(plain), plain, _share(run.mask), -1)] if plain else []
    made: list[tuple[list[str], list[str], list[str]]] = []
    going_on = False
    for one, plain, mask in zip(marked_lines, lines, masks, strict=True):
        one, plain, mask = (" ".join(text.split()) for text in (one, plain, mask))
        if not plain:
            going_on = False
            continue
        if not going_on:
            made.append(([], [], []))
        for lists, value in zip(made[-1], (one, plain, mask), strict=True):
            lists.append(value)
        going_on = not (len(plain) >= 80 and plain[-1] in '.!?”"’')
    return [("\n".join(ones), "\n".join(plains), _share("".join(masks)), _opens(masks)) for ones, plains, masks in made]


_OPENING = re.compile(r"\W{0,4}L+(?: L+){2,}")  # three words of a link and more


def _opens(masks: list[str]) -> int:
    return next((n for n, mask in enumerate(masks[:2]) if _OPENING.match(mask)), -1)


def _share(mask: str) -> float:
    return mask.count("L") / max(1, len("".join(mask.split())))
