"""Markdown cut into its blocks, as Python-Markdown with `extra` and `sane_lists` cuts it: for `markup` and `prose`.

A block is one paragraph, heading, item, row or piece of code, without the marks at the beginning of its lines. Time
is linear in the text: every line is looked at once, and what is searched for beyond the line is searched for once.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from generator._inline import label, tidy

_FENCE = re.compile(r"(`{3,40}|~{3,40})(?:[ ]*[^`\n]*)?$")
_RAW = re.compile(
    r"<(?P<tag>address|article|aside|blockquote|center|details|dialog|div|dl|fieldset|figcaption|figure|footer|form|h[1-6]"
    r"|header|hgroup|main|menu|nav|noscript|object|ol|p|pre|script|section|style|summary|table|ul|video|iframe)\b(?P<rest>[^<>]*)>",
    re.I,
)
_ANY_TAG = re.compile(r"<(/?)([A-Za-z][^\s<>/]*+)[^<>]*+>")
_PHRASING = frozenset("a abbr b cite code em i mark q s small span strong sub sup time u".split())
_QUOTED = re.compile(r"(?:[ ]{0,3}>[ ]?)++")
_HEADING = re.compile(r"(#{1,6})(.*)")
_UNDERLINE = re.compile(r"(?:=+|-+)[ ]*$")
_RULE = re.compile(r"[ ]{0,3}(?:(?:-[ ]{0,2}){3,}+|(?:\*[ ]{0,2}){3,}+|(?:_[ ]{0,2}){3,}+)[ ]*$")
_ITEM = re.compile(r"[ ]*(?:(?P<bullet>[*+-])|\d+\.)[ ]+(?=\S)")
_DEFINITION = re.compile(r"[ ]{0,3}:[ ]{1,3}(?=\S)")
_REFERENCE = re.compile(
    r"""[ ]{0,3}\[([^\[\]^][^\[\]]*)\]:[ ]*<?[^\s<>]+>?(?:[ ]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ ]*$"""
)
_FOOTNOTE = re.compile(r"[ ]{0,3}\[\^[^\]]*\]:[ ]*")
_ABBREVIATION = re.compile(r"[ ]{0,3}\*\[[^\\\]]*\][ ]?:")
_ATTRIBUTES = re.compile(r"[ ]*\{:?[ ]*[^}\s][^\n}]*\}[ ]*$")
_DELIMITER_ROW = re.compile(r"[ ]{0,3}\|?[ ]*+:?-++:?[ ]*+(?:\|[ ]*+:?-++:?[ ]*+)*+\|?[ ]*+$")
_CELL_BORDER = re.compile(r"(?<!\\)\|")


class Block(NamedTuple):
    """`literal`: the text is shown as it is; `tight`: it follows the last block on the next line; `quotation`: the
    number of the block quotation it belongs to, 0 for none; `heading`: of a heading the id that its attributes give,
    or an empty text; `None` for all else.
    """

    text: str
    literal: bool = False
    tight: bool = False
    quotation: int = 0
    heading: str | None = None


def blocks(markdown: str) -> tuple[list[Block], set[str]]:
    """The blocks of a text in order, and the folded labels of its link definitions."""
    text = markdown.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    if "\t" in text:
        text = text.expandtabs(4)
    reader = _Reader()
    for literal, part in _parts(text):
        if literal:
            reader.interrupt()
            if part:
                reader.cut.append(Block(part, literal=True))
        else:
            reader.read(part)
    reader.end()
    return reader.cut, reader.defined


def _parts(text: str) -> Iterator[tuple[bool, str]]:
    """(literal, text) in order: fenced code, raw HTML and comments apart from Markdown."""
    if "```" not in text and "~~~" not in text and "<" not in text:
        yield False, text
        return
    at, pending, unclosed, commented = 0, 0, set[str](), True
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        first = text[at : at + 1]
        if first in "`~" and (fence := _FENCE.match(text[at:end])) and fence[1] not in unclosed:
            close = re.compile(rf"^{re.escape(fence[1])}[ ]*$", re.M).search(text, min(end + 1, len(text)))
            if close:
                yield False, text[pending:at]
                yield True, text[end + 1 : close.start()].strip("\n")
                at = pending = min(close.end() + 1, len(text))
                continue
            unclosed.add(fence[1])
        elif first == "<" and commented and text.startswith("<!--", at):
            close_at = text.find("-->", at)
            commented = close_at >= 0
            if commented:
                yield False, text[pending:at]
                yield True, ""
                at = pending = close_at + 3
                continue
        elif first == "<" and (raw := _RAW.match(text, at)) and "markdown" not in raw["rest"].lower():
            yield False, text[pending:at]
            at = pending = _raw_end(text, raw)
            yield True, _stripped(text[raw.start() : at])
            continue
        at = end + 1
    yield False, text[pending:]


def _raw_end(text: str, opening: re.Match[str]) -> int:
    """Behind the end tag that belongs to an opening one; the end of the text where there is none."""
    tag = opening["tag"].lower()
    depth = 1
    for found in re.compile(rf"<(/?){tag}\b[^<>]*>", re.I).finditer(text, opening.end()):
        depth += -1 if found[1] else 1
        if not depth:
            return found.end()
    return len(text)


def _stripped(raw: str) -> str:
    """The text of raw HTML, with a line break where an element ends that is more than words of a line."""
    pieces: list[str] = []
    at, silent = 0, ""
    for tag in _ANY_TAG.finditer(raw):
        name = tag[2].lower()
        if not silent:
            pieces += [re.sub(r"\s+", " ", raw[at : tag.start()]), "" if name in _PHRASING else "\n"]
            silent = name if name in ("script", "style") and not tag[1] else ""
        elif tag[1] and name == silent:
            silent = ""
        at = tag.end()
    if not silent:
        pieces.append(raw[at:])
    return tidy(html.unescape("".join(pieces)))


class _Reader:
    """Reads lines into blocks; remembers only what the next line needs."""

    def __init__(self) -> None:
        self.cut: list[Block] = []
        self.defined: set[str] = set()
        self.lines: list[str] = []  # of the block being read
        self.tight = False
        self.fresh = True  # at the start of a block: after an empty line
        self.kind = "paragraph"  # of the block being read: paragraph, list, code, table
        self.bullets = False
        self.in_list = False
        self.quoting = False
        self.quotations = 0
        self.broken = True  # since the last quotation something else came

    def read(self, text: str) -> None:
        for line in text.split("\n"):
            self.line(line)

    def interrupt(self) -> None:
        """Something that is not Markdown stands here."""
        self.end()
        self.broken = True
        self.in_list = False

    def end(self) -> None:
        self.flush()
        self.fresh, self.tight, self.quoting, self.kind = True, False, False, "paragraph"

    def flush(self, heading: str | None = None) -> None:
        if self.lines:
            literal = self.kind == "code"
            self.put("\n".join(self.lines), literal, heading)
            self.lines = []

    def put(self, text: str, literal: bool = False, heading: str | None = None) -> None:
        text = text.strip("\n") if literal else text.strip()
        if not text:
            return
        if self.quoting and self.broken:
            self.quotations += 1
        self.broken = not self.quoting
        self.cut.append(Block(text, literal, self.tight, self.quotations if self.quoting else 0, heading))
        self.tight = False

    def line(self, line: str) -> None:
        quoted = _QUOTED.match(line) if ">" in line[:12] else None
        if quoted and not (self.fresh and line.startswith("    ")):
            if not self.quoting:
                self.end()
                self.in_list = False
            self.quoting = True
            line = line[quoted.end() :]
            if not line.strip():
                self.flush()
                self.fresh, self.kind = True, "paragraph"
                return
        elif not line.strip():
            if self.kind == "code":
                self.lines.append("")
                self.fresh = True
                return
            self.end()
            return
        fresh, self.fresh = self.fresh, False
        if fresh:
            self.begin(line)
        if self.kind == "code":
            self.lines.append(line[4:] if line.startswith("    ") else line)
        else:
            self.text_line(line, fresh)

    def begin(self, line: str) -> None:
        """Decide what kind of block the first line after an empty one begins."""
        indented = line.startswith("    ")
        if self.kind == "code":
            if indented and not self.quoting:
                return
            self.flush()
        item = _ITEM.match(line)
        if indented and not self.in_list:
            self.kind = "code"
        elif item and not _RULE.match(line):
            self.kind, self.bullets = "list", bool(item["bullet"])
            self.in_list = True
        else:
            self.kind = "list" if indented else "paragraph"
            self.in_list = self.in_list and indented

    def text_line(self, line: str, fresh: bool) -> None:
        sign = line.lstrip(" ")[:1]
        if sign == "#" and (heading := _HEADING.match(line)):
            self.flush()
            self.tight = False
            self.put(_heading(heading[2]), heading=_id(heading[2]))
            self.tight = False
            return
        if sign in "-=*_|:" and self.mark(line):
            return
        if sign == "[" and self.define(line, fresh):
            return
        if sign == "*" and fresh and _ABBREVIATION.match(line):
            return
        if sign == "{" and not fresh and _ATTRIBUTES.match(line):
            return
        if sign == ":" and (self.cut or self.lines) and (definition := _DEFINITION.match(line)):
            tight = bool(self.lines)
            self.flush()
            self.tight = tight
            line = line[definition.end() :]
        elif self.kind == "list" and (item := _ITEM.match(line)):
            if bool(item["bullet"]) == self.bullets or line.startswith("    "):
                tight = bool(self.lines) or not fresh
                self.flush()
                self.tight = tight
                line = line[item.end() :]
        elif self.kind == "table":
            self.flush()
            self.tight = True
            line = _cells(line)
        self.lines.append(line.strip(" ") if not line.endswith("  ") else line.lstrip(" "))

    def mark(self, line: str) -> bool:
        """An underline of a heading, a rule, or the second row of a table."""
        if len(self.lines) == 1 and self.kind == "paragraph":
            if "|" in line and "|" in self.lines[0] and _DELIMITER_ROW.match(line):
                self.lines[0] = _cells(self.lines[0])
                self.kind = "table"
                return True
            if _UNDERLINE.match(line):
                given = _id(self.lines[0])
                self.lines[0] = _heading(self.lines[0])
                self.flush(given)
                self.tight = False
                return True
        if _RULE.match(line):
            self.flush()
            self.tight = False
            self.broken = True
            return True
        return False

    def define(self, line: str, fresh: bool) -> bool:
        """A link definition is not shown; of a footnote, the mark is not."""
        if reference := _REFERENCE.match(line):
            self.defined.add(label(reference[1]))
            return True
        if footnote := _FOOTNOTE.match(line):
            self.flush()
            self.tight = not fresh
            self.lines.append(line[footnote.end() :])
            self.in_list = True  # an indented paragraph behind it belongs to it and is not code
            return True
        return False


def _heading(text: str) -> str:
    """A heading's line without closing number signs and attributes."""
    for _ in range(2):
        text = text.rstrip()
        if text.endswith("}") and (at := text.rfind(" {")) >= 0:
            text = text[:at].rstrip()
        bare = text.rstrip("#")
        text = text if bare.endswith("\\") else bare
    return text.strip()


def _id(text: str) -> str:
    """The id that a heading's attributes give it: `## Words {#id}`."""
    given = re.search(r"\{:?[^{}#]*+#([\w:.-]++)[^{}]*+\}\s*+#*+\s*+$", text)
    return given[1] if given else ""


def _cells(row: str) -> str:
    return " ".join(cell.strip() for cell in _CELL_BORDER.split(row)).strip()
