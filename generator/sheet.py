"""One page in the hands of a careful editor: keys and list items change, every other byte stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator import rewriting
from generator.model import Front
from generator.rewriting import KEEP, Rows


class Sheet:
    """The text of a page, and what is to be changed in it. Raises `CannotEditError` where it cannot be read."""

    def __init__(self, text: str, model: type[Front]) -> None:
        self.data, parts = rewriting.read(text)
        self._text, self._body, self._model = text, parts.body, model
        self._target: dict[str, Any] = dict.fromkeys(self.data, KEEP)
        self._more = ""

    def set(self, key: str, value: Any) -> None:
        """Give a key a value; None takes the key out."""
        if value is None:
            self._target.pop(key, None)
        elif rewriting.canonical(value) != self.data.get(key):
            self._target[key] = value

    def add(self, key: str, values: Iterable[str]) -> None:
        """Add what a list of plain values does not hold yet."""
        have = [str(v) for v in self._list(key)]
        new = [v for v in dict.fromkeys(values) if v not in have]
        if new:
            rows: list[tuple[int | None, Any]] = [(i, KEEP) for i in range(len(have))]
            self._target[key] = Rows((*rows, *((None, v) for v in new))) if have else new

    def drop(self, key: str, values: Iterable[str]) -> None:
        """Take values out of a list."""
        gone = set(values)
        kept = [(i, KEEP) for i, v in enumerate(self._list(key)) if v not in gone]
        if len(kept) == len(self._list(key)):
            return
        if kept:
            self._target[key] = Rows(tuple(kept))
        else:
            self._target.pop(key, None)

    def exchange(self, key: str, old: Iterable[str], new: str) -> None:
        """Put one value in place of others in a list, where the first of them stands."""
        gone, have = set(old), self._list(key)
        first = next((i for i, v in enumerate(have) if v in gone), None)
        if first is None or new in have:
            self.drop(key, gone)
        else:
            rows = ((i, new if i == first else KEEP) for i, v in enumerate(have) if i == first or v not in gone)
            self._target[key] = Rows(tuple(rows))

    def rows(self, key: str, rows: Iterable[tuple[int | None, Any]]) -> None:
        """Say what a list of mappings should be; see `rewriting.Rows`."""
        wanted = tuple(rows)
        if all(t is KEEP for _, t in wanted) and len(wanted) == len(self._list(key)):
            return
        if wanted:
            self._target[key] = Rows(wanted)
        else:
            self._target.pop(key, None)

    def within(self, key: str, **changes: Any) -> None:
        """Change keys of a mapping; None takes a key out."""
        old = self.data.get(key)
        self._target[key] = row(old, **changes) if isinstance(old, Mapping) and old else changes

    def append(self, prose: str) -> None:
        """Put prose at the end of the body."""
        if prose.strip():
            self._more += f"\n{prose.strip()}\n"

    def _list(self, key: str) -> list[Any]:
        value = self.data.get(key)
        return value if isinstance(value, list) else []

    def text(self) -> str:
        """The page as it is now."""
        made = rewriting.front(self._text, self._target, list(self._model.model_fields))
        if not self._more:
            return made
        gap = "" if not self._body or self._body.endswith("\n") else "\n"
        return made + gap + (self._more if self._body.strip() else self._more.lstrip("\n"))


def look_again(sheet: Sheet, claims: Iterable[str]) -> None:
    """Mark a reviewed event of which these claims are new, changed or gone, until a person has looked again."""
    known = sheet.data.get("look_again") == "true"
    sheet.set("look_again", True)
    if known:
        sheet.add("look_at", claims)
    else:
        sheet.set("look_at", [*claims] or None)


def replaced(values: list[Any], old: str, new: str) -> Rows | None:
    """The list with one value in place of another, which stands in it once; `None` where nothing changes."""
    if old not in values:
        return None
    rows: list[tuple[int | None, Any]] = []
    for i, value in enumerate(values):
        if value != old:
            rows.append((i, KEEP))
        elif new not in values and values.index(old) == i:
            rows.append((i, new))
    return Rows(tuple(rows))


def row(data: Mapping[str, Any], **changes: Any) -> dict[str, Any]:
    """The target of a row with some keys changed; None takes a key out."""
    made = {key: KEEP for key in data if changes.get(key, KEEP) is not None}
    return made | {key: value for key, value in changes.items() if value is not None}
