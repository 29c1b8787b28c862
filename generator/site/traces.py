"""Which notes, and which links between pages, a page was made of: what is to be known before it may stay as it is."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from generator.site.context import SiteContext
from generator.site.facts import Facts
from generator.site.output import Stamp
from generator.views.data.page import Export
from generator.views.lookup import Backlink, Lookup

Value = TypeVar("Value")


class Trace(NamedTuple):
    """What was made at once: what it asked for, the files that it became, and what of them is listed or indexed."""

    asked: frozenset[str]
    files: tuple[str, ...]
    listed: tuple[Export, ...] = ()
    indexed: str = ""  # hash of the words that the search finds it by; "" where it is no result


@dataclass(frozen=True, slots=True)
class Listing:
    """The pages of a row of the table (address, content page that it shows), and what was asked for to list them."""

    asked: frozenset[str]
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
    def key_of(facts: Facts, theme: Path, siteurl: str) -> str:
        """The key of a site: facts, theme, address, and the day that feeds without any other have."""
        left_out = facts.linked.briefing.left_out
        total = sha256(repr((facts.key, left_out, siteurl, os.environ.get("SOURCE_DATE_EPOCH"))).encode())
        for folder in ("templates", "static"):
            for path in sorted(p for p in (theme / folder).rglob("*") if p.is_file()):
                total.update(f"{path.relative_to(theme).as_posix()}\0".encode() + sha256(path.read_bytes()).digest())
        return total.hexdigest()

    @staticmethod
    def name_of(folder: Path) -> str:
        """Under which name the build of a folder is left for the next."""
        return f"site-{sha256(os.path.realpath(folder).encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"

    def changed(self, look: Lookup) -> frozenset[str]:
        """What pages of a site made with the same key may have asked for, and is another thing now."""
        notes = {id: page.body for id, page in look.briefing.notes.items()}
        return frozenset(
            _differing("notes", self.notes, notes) | _differing("backlinks", self.backlinks, look.backlinks)
        )


def _differing(name: str, before: Mapping[str, Value], now: Mapping[str, Value]) -> set[str]:
    return {f"{name} {id}" for id in {*before, *now} if before.get(id) != now.get(id)}


@dataclass(slots=True)
class Watch:
    """Writes down what is asked for."""

    asked: set[str] = field(default_factory=set)

    def look(self, look: Lookup) -> Lookup:
        """The same, watched. Which notes there are is part of every key; what they say is not."""
        briefing = replace(look.briefing, notes=_Watched("notes", look.briefing.notes, self.asked))
        return replace(look, briefing=briefing, backlinks=_Watched("backlinks", look.backlinks, self.asked))

    def taken(self) -> frozenset[str]:
        """What was asked for since it was taken last."""
        taken = frozenset(self.asked)
        self.asked.clear()
        return taken


class _Watched(Mapping[str, Value], Generic[Value]):
    def __init__(self, name: str, of: Mapping[str, Value], asked: set[str]) -> None:
        self._name, self._of, self._asked = name, of, asked

    def __getitem__(self, id: str) -> Value:
        self._asked.add(f"{self._name} {id}")
        return self._of[id]

    def __contains__(self, id: object) -> bool:
        if self._name == "backlinks":  # which pages are linked to follows from what notes say
            self._asked.add(f"{self._name} {id}")
        return id in self._of

    def __iter__(self) -> Iterator[str]:
        if self._name == "backlinks":
            raise NotImplementedError("no page is made of all links")
        return iter(self._of)

    def __len__(self) -> int:
        return len(self._of)
