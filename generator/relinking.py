"""Links in editors' texts to a page that gets another id: they are written anew, and a split takes that back.

Its old address leads there anyway. But whoever reads the files, in an editor or on GitHub, looks for the id that stands
in them. Only the ids within the links change, no other byte.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

import yaml

from generator import faults, rewriting, wikilinks
from generator.content import FOLDERS, id_of
from generator.desk import Deed, Desk
from generator.merge import hashed
from generator.rewriting import CannotEditError
from generator.wikilinks import Kind, WikiLink

SETTINGS: Final = "briefing.yaml"  # whose lines under `changes` hold links, too
OWN: Final = frozenset[Kind]({"link", "embed", "file"})
_IN_ARTICLES: Final = frozenset[Kind]({"link"})  # the rest is somebody else's text
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LINK: Final = "\0"  # in place of an id, where a line is to be known again whatever its pages are called
Links = dict[str, list[str]]  # path -> by what each link is known again


@dataclass
class _Change:
    """What is done to each text. `to`: a link, and by what it is known -> the id for it; `done`: by what the links are
    known that were changed.
    """

    to: Callable[[WikiLink, str], str | None]
    ids: Collection[str]
    done: list[str] = field(default_factory=list)

    def text(self, text: str, kinds: frozenset[Kind] = OWN) -> str:
        keys = iter(_keys(text, self.ids, kinds))

        def one(link: WikiLink) -> str | None:
            if not _meant(link, self.ids, kinds):
                return None
            key = next(keys, "")
            id = self.to(link, key)
            if id is not None:
                self.done.append(key)
            return id

        return wikilinks.retarget(text, one, kinds)


def renamed(desk: Desk, deed: Deed, old: str, new: str, ids: Iterable[str] = ()) -> Links:
    """Every link to the page `old` becomes one to `new`; by what they are known again. `ids`: all that both pages are
    called.
    """
    known, found = {old, new, *ids}, Links()
    for path in sorted({*desk.texts, *deed.changes}):
        if old in (_as_left(desk, deed, path) or ""):
            change = _Change(lambda link, _: new if link.page == old else None, known)
            if _changed(desk, deed, path, change):
                found[path] = change.done
    if found:
        count = sum(map(len, found.values()))
        where = ", ".join(f"{path} ({len(done)})" if len(done) > 1 else path for path, done in found.items())
        deed.said.append(f"{count:,} link{'s' * (count > 1)} to {old} now name{'s' * (count == 1)} {new}: {where}.")
    return found


def restored(desk: Desk, deed: Deed, links: Mapping[str, Any], old: str, ids: Iterable[str]) -> None:
    """The links that were to `old` are so again, as far as their lines are as they were; the others are named."""
    known, living = {old, *ids}, faults.redirects(desk.content)
    for was, wanted in links.items():
        now = living.get(id_of(was))
        path = f"{was.partition('/')[0]}/{now}.md" if now and was not in desk.texts else was
        if _as_left(desk, deed, path) is None or not isinstance(wanted, list):
            continue
        change = _Change(partial(_back, old, wanted), known)
        _changed(desk, deed, path, change)
        if left := len(wanted) - len(change.done):
            deed.said.append(f"{path}: {left} link{'s' * (left > 1)} to {old} changed since the merge; look there.")


def _back(old: str, wanted: Collection[str], _: WikiLink, key: str) -> str | None:
    return old if key in wanted else None


def _as_left(desk: Desk, deed: Deed, path: str) -> str | None:
    return deed.changes[path] if path in deed.changes else desk.texts.get(path)


def _changed(desk: Desk, deed: Deed, path: str, change: _Change) -> bool:
    """Whether anything changed in one file."""
    text = _as_left(desk, deed, path) or ""
    folder = path.partition("/")[0]
    try:
        if path == SETTINGS:
            made = _scalars(text, "changes", change)
        elif folder in FOLDERS:
            made = _page(text, folder, id_of(path), change)
        else:
            return False
    except CannotEditError:  # `check` names the page, and its links lead on as they are
        return False
    if made != text:
        deed.changes[path] = made
    return bool(change.done)


def _page(text: str, folder: str, id: str, change: _Change) -> str:
    parts = rewriting.cut(text)
    front = parts.front
    if (folder, id) == ("pages", "home"):
        front = _scalars(front, "summary", change)
    body = change.text(parts.body, _IN_ARTICLES if folder == "articles" else OWN)
    return parts.opening + front + parts.closing + body


def _scalars(source: str, key: str, change: _Change) -> str:
    """YAML with the links changed in a text, or in the `text` of each row of a list, as it is written there."""
    if "[[" not in source:
        return source
    try:
        root = yaml.compose(source, Loader=_Loader)
    except yaml.YAMLError:
        return source
    nodes = _under(root, key)
    nodes += [text for rows in nodes for row in _items(rows) for text in _under(row, "text")]
    for node in reversed([node for node in nodes if isinstance(node, yaml.ScalarNode)]):
        low, high = node.start_mark.index, node.end_mark.index
        source = source[:low] + change.text(source[low:high]) + source[high:]
    return source


def _under(node: yaml.Node | None, key: str) -> list[yaml.Node]:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return [value for name, value in pairs if name.value == key]


def _items(node: yaml.Node) -> list[yaml.Node]:
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def _meant(link: WikiLink, ids: Collection[str], kinds: frozenset[Kind]) -> bool:
    """Whether a link is one to these pages that may change. In an article one without words of its own stays: its id is
    a word of the text, which claims may quote.
    """
    return link.page in ids and (kinds is OWN or link.label is not None)


def _keys(text: str, ids: Collection[str], kinds: frozenset[Kind]) -> list[str]:
    """By what each link to these pages is known again: its line without their ids, which of such lines, which in it."""
    marked = wikilinks.retarget(text, lambda link: _LINK if _meant(link, ids, kinds) else None, kinds)
    lines, keys = Counter[str](), []
    for line in marked.split("\n"):
        if count := line.count(_LINK):
            known = hashed(line)
            keys += [f"{known}.{lines[known]}.{n}" for n in range(count)]
            lines[known] += 1
    return keys
