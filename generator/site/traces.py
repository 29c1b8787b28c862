"""What of a briefing a page was made of: what is to be known before it may stay as it is.

Things that were asked for are named "NAME ID", after a mapping of the `Lookup` or its briefing and the key in it;
"NAME ?ID" is whether there is such a key, "NAME #" all keys in their order, "NAME *" all of it. Ten thousand pages ask
a million times, so each thing is a number, the CRC-32 of its name: where two have one, a page is made again that could
have stood.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import ItemsView, Iterable, Iterator, Mapping, ValuesView
from dataclasses import dataclass, field, fields, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar
from zlib import crc32

from generator.site.context import SiteContext
from generator.site.facts import Facts
from generator.site.output import Stamp
from generator.site.shelf import Packed
from generator.views.data.page import Export
from generator.views.lookup import Backlink, Lookup
from generator.views.note_heads import opening

Value = TypeVar("Value")
KEYS, WHOLE = "#", "*"
CONTENT = "content"  # asked for by what is made of all pages at once, and is not followed further
_ROWS = frozenset({"history", "in_time"})  # fields that are no mappings, and that few pages show


def number(thing: str) -> int:
    """The number of a thing that can be asked for."""
    return crc32(thing.encode("utf-8", "surrogatepass"))


def packed(asked: Iterable[int]) -> bytes:
    """Numbers as four bytes each."""
    return array("I", asked).tobytes()


def untouched(asked: bytes, changed: frozenset[int]) -> bool:
    """Whether none of these `packed` numbers is among those of what has changed."""
    return not changed or changed.isdisjoint(memoryview(asked).cast("I"))


class Trace(NamedTuple):
    """What was made at once: what it asked for (`packed`), the files that it became, and what of them is listed or
    indexed.
    """

    asked: bytes
    files: tuple[str, ...]
    listed: tuple[Export, ...] = ()
    indexed: str = ""  # hash of the words that the search finds it by; "" where it is no result


@dataclass(frozen=True, slots=True)
class Listing:
    """The pages of a row of the table (address, content page that it shows), and what was asked for to list them:
    `first` before there was one, which counts for each of them and is kept here once. Both are `packed`.
    """

    asked: bytes
    first: bytes
    pages: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Index:
    """The index of the search: a hash of all that it was made of, and its files."""

    said: str = ""
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LastBuild:
    """A site as it was finished. `key` is a hash of all that it was made of but for the bodies of its notes."""

    key: str
    site: SiteContext
    notes: Mapping[str, str]  # id -> body
    backlinks: Mapping[str, tuple[Backlink, ...]]
    traces: Mapping[str, Trace]
    rows: Mapping[str, Listing]
    files: Mapping[str, Stamp]
    index: Index = Index()

    @staticmethod
    def frame_of(theme: Path, siteurl: str) -> str:
        """A hash of what is no content: theme, address, and the day that feeds without any other have."""
        total = sha256(repr((siteurl, os.environ.get("SOURCE_DATE_EPOCH"))).encode())
        for folder in ("templates", "static"):
            for path in sorted(p for p in (theme / folder).rglob("*") if p.is_file()):
                total.update(f"{path.relative_to(theme).as_posix()}\0".encode() + sha256(path.read_bytes()).digest())
        return total.hexdigest()

    @staticmethod
    def key_of(facts: Facts, frame: str) -> str:
        """The key of a site of these facts."""
        return sha256(repr((facts.key, facts.linked.briefing.left_out, frame)).encode()).hexdigest()

    @staticmethod
    def name_of(folder: Path) -> str:
        """Under which name the build of a folder is left for the next."""
        return f"site-{sha256(os.path.realpath(folder).encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"

    def _opens_otherwise(self, id: str, look: Lookup) -> bool:
        return id not in self.notes or opening(self.notes[id]) != look.openings[id]

    def changed(self, facts: Facts, before: Facts | None, frame: str) -> frozenset[str] | None:
        """What its pages may have asked for, and is another thing now; `None` where that cannot be told. `before`: the
        facts that were left on the shelf, perhaps those that it was made of.
        """
        look = facts.look
        bodies = {id for id, page in look.briefing.notes.items() if self.notes.get(id) != page.body}
        linked = {id for id in {*self.backlinks, *look.backlinks} if self.backlinks.get(id) != look.backlinks.get(id)}
        found = _named("briefing.notes", bodies | (self.notes.keys() - look.briefing.notes.keys()))
        found |= _named("backlinks", linked)
        found |= _named("openings", {id for id in bodies if self._opens_otherwise(id, look)})
        if self.key == LastBuild.key_of(facts, frame):
            return frozenset(found)
        if before is None or self.key != LastBuild.key_of(before, frame):
            return None
        others = _differing("briefing.", before.look.briefing, look.briefing), _differing("", before.look, look)
        if others[0] is None or others[1] is None:
            return None
        return frozenset({*found, *others[0], *others[1], CONTENT})


def _differing(prefix: str, before: Any, now: Any) -> set[str] | None:
    """What differs in the fields of a `Lookup` or `Briefing`; `None` where it is one that every page may show."""
    found: set[str] = set()
    for name in (of.name for of in fields(now) if of.name != "briefing"):
        old, new = getattr(before, name), getattr(now, name)
        if isinstance(new, Mapping):
            found |= _of_mapping(prefix + name, old, new)
        elif old != new:
            if name not in _ROWS:
                return None
            found.add(f"{prefix}{name} *")
    return found


def _of_mapping(name: str, old: Mapping[Any, Any], new: Mapping[Any, Any]) -> set[str]:
    if old is new:
        return set()
    if isinstance(old, Packed) and isinstance(new, Packed):
        ids = old.differing(new)
    else:
        ids = {id for id in new if id not in old or (old[id] is not new[id] and old[id] != new[id])}
        ids |= old.keys() - new.keys()
    found = _named(name, ids) | {f"{name} ?{id}" for id in set(old) ^ set(new)}
    return found if list(old) == list(new) else found | {f"{name} #", f"{name} *"}


def _named(name: str, ids: set[Any]) -> set[str]:
    return {f"{name} {id}" for id in ids} | {f"{name} *" for _ in ids}


@dataclass(slots=True)
class Watch:
    """Writes down what is asked for."""

    asked: dict[str, set[Any]] = field(default_factory=dict)

    def look(self, look: Lookup) -> Lookup:
        """The same, watched. What is neither a mapping nor one of `_ROWS` every page may show without being asked."""
        briefing = replace(look.briefing, **self._watched("briefing.", look.briefing))
        return replace(look, briefing=briefing, **self._watched("", look))

    def _watched(self, prefix: str, of: Any) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for name in (part.name for part in fields(of)):
            value, asked = getattr(of, name), self.asked.setdefault(prefix + name, set())
            if isinstance(value, Mapping):
                made[name] = _Watched(value, asked)
            elif name in _ROWS:
                made[name] = _WatchedRow(value)
                made[name].asked = asked
        return made

    def taken(self) -> frozenset[int]:
        """The numbers of what was asked for since it was taken last."""
        taken = frozenset(number(f"{name} {id}") for name, ids in self.asked.items() for id in ids)
        for ids in self.asked.values():
            ids.clear()
        return taken


class _Watched(Mapping[Any, Value], Generic[Value]):
    """A mapping that writes down what of it is asked for."""

    __slots__ = ("_asked", "_of")

    def __init__(self, of: Mapping[Any, Value], asked: set[Any]) -> None:
        self._of, self._asked = of, asked

    def __getitem__(self, id: Any) -> Value:
        self._asked.add(id)
        return self._of[id]

    def get(self, id: Any, default: Any = None) -> Any:
        self._asked.add(id)
        return self._of.get(id, default)

    def __contains__(self, id: object) -> bool:
        self._asked.add(f"?{id}")
        return id in self._of

    def __iter__(self) -> Iterator[Any]:
        self._asked.add(KEYS)
        return iter(self._of)

    def __len__(self) -> int:
        self._asked.add(KEYS)
        return len(self._of)

    def items(self) -> ItemsView[Any, Value]:
        self._asked.add(WHOLE)
        return self._of.items()

    def values(self) -> ValuesView[Value]:
        self._asked.add(WHOLE)
        return self._of.values()


class _WatchedRow(tuple[Any, ...]):
    """The same for a row, of which nobody needs a part."""

    asked: set[Any]

    def __getitem__(self, index: Any) -> Any:
        self.asked.add(WHOLE)
        return super().__getitem__(index)

    def __iter__(self) -> Iterator[Any]:
        self.asked.add(WHOLE)
        return super().__iter__()

    def __len__(self) -> int:
        self.asked.add(WHOLE)
        return super().__len__()

    def __contains__(self, thing: object) -> bool:
        self.asked.add(WHOLE)
        return super().__contains__(thing)
