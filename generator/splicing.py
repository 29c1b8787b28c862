"""The text of YAML with some values, keys and rows changed, and every other character where it was. See `rewriting`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from generator import frontmatter
from generator.targets import KEEP, CannotEditError, Rows, plain

_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[^\r\n]*", re.M)


class Edit:
    """Collects the changes of one text, all by offsets of the text as it was."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.changes: list[tuple[int, int, int, str]] = []
        found = re.search(r"\r\n|\n|\r", source)
        self.newline = found[0] if found else "\n"

    def text(self) -> str:
        """The text with all changes."""
        made: list[str] = []
        at = 0
        for start, end, _, new in sorted(self.changes):
            if start < at:
                raise CannotEditError("two changes touch one another")
            made += [self.source[at:start], new]
            at = end
        return "".join([*made, self.source[at:]])

    def put(self, start: int, end: int, new: str) -> None:
        """Put new text in the place of `source[start:end]`."""
        self.changes.append((start, end, len(self.changes), new.replace("\n", self.newline)))

    # ---- where things stand ----

    def end(self, node: yaml.Node) -> int:
        """Where the text of a node ends; for blocks that is before the line break and what follows it."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style:
            if not node.value:
                return int(node.start_mark.index)
            last = node.value[-1]
            key, value = last if isinstance(last, tuple) else (last, last)
            return max(self.end(key), self.end(value))
        end = int(node.end_mark.index)
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            start = int(node.start_mark.index)
            return start + len(self.source[start:end].rstrip())
        return end

    def line_end(self, at: int) -> int:
        """Behind the line break that ends the line of `at`."""
        found = re.compile(r"\r\n|\n|\r").search(self.source, at)
        return found.end() if found else len(self.source)

    def line_start(self, at: int) -> int:
        """Where the line of `at` begins."""
        return max(self.source.rfind("\n", 0, at), self.source.rfind("\r", 0, at)) + 1

    def comments(self, start: int, end: int, nodes: Sequence[yaml.Node]) -> list[str]:
        """The comments in a stretch of the text that holds these nodes."""
        inside = [span for node in nodes for span in _scalars(node)]
        return [
            m[0] for m in _COMMENT.finditer(self.source, start, end) if not any(a <= m.start() < b for a, b in inside)
        ]

    def add_lines(self, at: int, text: str) -> None:
        """Whole lines at the beginning of a line, or at the end of a text that lacks its last line break."""
        glue = "" if at == 0 or self.source[at - 1] in "\r\n" else "\n"
        self.put(at, at, glue + text if glue == "" else glue + text.rstrip("\n"))

    # ---- mappings ----

    def mapping(self, node: yaml.MappingNode, target: Mapping[str, Any], order: list[str]) -> None:
        """Change a mapping; `order` says where new keys belong."""
        if node.flow_style:
            self._flow_mapping(node, target)
            return
        entries = [(key.value, key, value) for key, value in node.value]
        gone = [e for e in entries if e[0] not in target]
        if gone and len(gone) == len(entries):
            raise CannotEditError("no key of the mapping would stay")
        first = next((number for number, (name, _, _) in enumerate(entries) if name in target), len(entries))
        for number, (name, key, value) in enumerate(entries):
            if name in target:
                self.value(key, value, target[name])
            elif number > first or not self._behind_dash(entries):
                self._delete_entry(entries, number)
        if gone and 0 < first < len(entries) and self._behind_dash(entries):
            self._delete_first(entries, first)
        column = entries[0][1].start_mark.column if entries else 0
        here = [name for name, _, _ in entries]
        for name in [n for n in target if n not in here]:
            self._insert_entry(entries, name, target[name], column, order or list(target))

    def _behind_dash(self, entries: list[tuple[str, yaml.Node, yaml.Node]]) -> bool:
        """Whether the first key stands behind the dash of a row."""
        start = int(entries[0][1].start_mark.index) if entries else 0
        return self.source[self.line_start(start) : start].strip() != ""

    def _delete_entry(self, entries: list[tuple[str, yaml.Node, yaml.Node]], number: int) -> None:
        _, key, value = entries[number]
        start, indent = int(key.start_mark.index), " " * key.start_mark.column
        end = self.line_end(max(self.end(key), self.end(value)))
        kept = self.comments(start, end, [key, value])
        self.put(self.line_start(start), end, "".join(f"{indent}{c}\n" for c in kept))

    def _delete_first(self, entries: list[tuple[str, yaml.Node, yaml.Node]], count: int) -> None:
        """The first keys of a row go; the next one comes up to its dash."""
        start, following = (int(entries[i][1].start_mark.index) for i in (0, count))
        indent = " " * entries[0][1].start_mark.column
        kept = self.comments(start, following, [node for _, *nodes in entries[:count] for node in nodes])
        self.put(start, following, "".join(f"{c}\n{indent}" for c in kept))

    def _insert_entry(
        self,
        entries: list[tuple[str, yaml.Node, yaml.Node]],
        name: str,
        target: Any,
        column: int,
        order: list[str],
    ) -> None:
        text = _lines({name: plain(target)}, column)
        before = order[: order.index(name)] if name in order else order
        known = [e for e in entries if e[0] in before]
        if known:
            _, key, value = max(known, key=lambda e: int(e[1].start_mark.index))
            self.add_lines(self.line_end(max(self.end(key), self.end(value))), text)
        elif entries:
            start = int(entries[0][1].start_mark.index)
            if self._behind_dash(entries):
                self.put(start, start, text.lstrip() + " " * column)
            else:
                self.add_lines(self.line_start(start), text)
        else:
            self.add_lines(len(self.source), text)

    def _flow_mapping(self, node: yaml.MappingNode, target: Mapping[str, Any]) -> None:
        entries = [(key.value, key, value) for key, value in node.value]
        for _, key, value in entries:
            if key.value in target:
                self.value(key, value, target[key.value], flow=True)
        spans = [(int(k.start_mark.index), self.end(v)) for _, k, v in entries]
        here = {name for name, _, _ in entries}
        new = [_inline({n: plain(t)})[1:-1] for n, t in target.items() if n not in here]
        kept = [i for i, (name, _, _) in enumerate(entries) if name in target]
        self._flow_items(node, spans, kept, [(len(spans), text) for text in new])

    # ---- one value ----

    def value(self, key: yaml.Node, node: yaml.Node, target: Any, *, flow: bool = False) -> None:
        """Change the value of a key; `flow`: inside of braces."""
        if target is KEEP:
            return
        keys = [k.value for k, _ in node.value] if isinstance(node, yaml.MappingNode) else []
        if isinstance(target, Mapping) and isinstance(node, yaml.MappingNode) and any(k in target for k in keys):
            self.mapping(node, target, list(target))
            return
        if isinstance(target, Rows) and isinstance(node, yaml.SequenceNode) and node.value and target.rows:
            self.rows(node, target)
            return
        wanted = plain(target)
        at = int(key.end_mark.index)
        colon = self.source.index(":", at) + 1
        inline = (isinstance(node, yaml.ScalarNode) and node.style not in ("|", ">")) or bool(_flowing(node))
        if flow:
            if not inline:
                raise CannotEditError("a block inside of braces")
            self.put(colon, self.end(node), f" {_inline([wanted])[1:-1]}")
            return
        made = _lines({"k": wanted}, key.start_mark.column)[key.start_mark.column + 2 :].rstrip("\n")
        if inline and not made.startswith("\n"):
            start, end = int(node.start_mark.index), self.end(node)
            if end <= colon or (isinstance(node, yaml.ScalarNode) and start == end):  # an empty value
                self.put(colon, colon, made)
            else:
                self.put(start, end, made.lstrip())
            return
        end = max(self.end(node), colon)
        kept = self.comments(colon, self.line_end(end), [node])
        indent = " " * (key.start_mark.column + 2)
        stop = end if inline else len(self.source[: self.line_end(end)].rstrip("\r\n"))
        if not inline and kept and not made.startswith("\n"):
            # The comments of the block stand below the value, where they still belong to the key.
            made += "".join(f"\n{indent}{c}" for c in kept)
        elif not inline and kept:
            made = "".join(f"\n{indent}{c}" for c in kept) + made
        elif inline and kept:
            stop = len(self.source[: self.line_end(end)].rstrip("\r\n"))
            made = f" {kept[0]}" + made
        self.put(colon, stop, made)

    # ---- lists ----

    def rows(self, node: yaml.SequenceNode, target: Rows) -> None:
        """Change a list."""
        items = list(node.value)
        kept = [i for i, _ in target.rows if i is not None]
        if kept != sorted(set(kept)):
            raise CannotEditError("rows would change their order")
        for i, wanted in target.rows:
            if i is not None:
                self._item(items[i], wanted, flow=bool(node.flow_style))
        new: list[tuple[int, Any]] = []  # behind which row of the page, new value
        behind = -1
        for i, wanted in target.rows:
            if i is None:
                new.append((behind, plain(wanted)))
            else:
                behind = i
        if node.flow_style:
            spans = [(int(item.start_mark.index), self.end(item)) for item in items]
            self._flow_items(node, spans, kept, [(at + 1, _inline([value])[1:-1]) for at, value in new])
            return
        self._block_items(items, kept, new)

    def _item(self, node: yaml.Node, target: Any, *, flow: bool) -> None:
        if target is KEEP:
            return
        if isinstance(target, Mapping) and isinstance(node, yaml.MappingNode) and node.value:
            self.mapping(node, target, list(target))
        elif isinstance(node, yaml.ScalarNode):
            text = _inline([plain(target)])[1:-1] if flow else _row(plain(target), 0)[2:].rstrip("\n")
            self.put(int(node.start_mark.index), self.end(node), text)
        else:
            raise CannotEditError("a row would become another kind of thing")

    def _block_items(self, items: list[yaml.Node], kept: list[int], new: list[tuple[int, Any]]) -> None:
        dash = self.source.rindex("-", 0, int(items[0].start_mark.index) + 1)
        column = dash - self.line_start(dash)
        indent = " " * column
        ends = [self.line_end(max(self.end(item), int(item.start_mark.index))) for item in items]
        for i, item in enumerate(items):
            if i in kept:
                continue
            start = self.line_start(self.source.rindex("-", 0, int(item.start_mark.index) + 1))
            left = self.comments(start, ends[i], [item])
            self.put(start, ends[i], "".join(f"{indent}{c}\n" for c in left))
        for behind, value in new:
            at = self.line_start(dash) if behind < 0 else ends[behind]
            self.add_lines(at, _row(value, column))

    def _flow_items(
        self, node: yaml.Node, spans: list[tuple[int, int]], kept: list[int], new: list[tuple[int, str]]
    ) -> None:
        """Take out and add items between brackets. `new`: (before which item, text)."""
        if not kept:
            inside = int(node.start_mark.index) + 1, int(node.end_mark.index) - 1
            if self.comments(*inside, [node]):
                raise CannotEditError("a comment stands in a list of which nothing stays")
            self.put(*inside, ", ".join(text for _, text in new))
            return
        for i, (start, end) in enumerate(spans):
            if i in kept:
                continue
            before = any(k < i for k in kept)
            low, high = (spans[i - 1][1], end) if before else (start, spans[i + 1][0])
            gap = self.source[low:start] + self.source[end:high]
            if "#" in gap:
                raise CannotEditError("a comment stands between the items of a list")
            self.put(low, high, "")
        for at, text in new:
            left = [k for k in kept if k < at]
            if left:
                self.put(spans[left[-1]][1], spans[left[-1]][1], f", {text}")
            else:
                self.put(spans[0][0], spans[0][0], f"{text}, ")


def _flowing(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def _scalars(node: yaml.Node) -> list[tuple[int, int]]:
    if isinstance(node, yaml.ScalarNode):
        start, end = int(node.start_mark.index), int(node.end_mark.index)
        return [(start, end)]
    if isinstance(node, yaml.SequenceNode):
        return [span for child in node.value for span in _scalars(child)]
    if isinstance(node, yaml.MappingNode):
        return [span for pair in node.value for child in pair for span in _scalars(child)]
    return []


def _lines(value: Any, column: int) -> str:
    """A value as block lines, each indented to a column."""
    return "".join(f"{' ' * column}{line}\n" for line in frontmatter.block(value).rstrip("\n").split("\n"))


def _row(value: Any, column: int) -> str:
    """A row of a block list."""
    if isinstance(value, Mapping):
        return _lines([value], column)
    return f"{' ' * column}- {_inline([value])[1:-1]}\n"


def _inline(value: Any) -> str:
    """A list or mapping on one line."""
    return frontmatter.inline(value)
