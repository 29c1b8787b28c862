"""The content folder before a run: what of it is a person's, and what it says of who is who and what happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from generator import faults, frontmatter, markup, merge, recognise, rewriting, store
from generator.content import Content
from generator.document import Document
from generator.merge import Decision, Record, hashed
from generator.model import EntityFront
from generator.pairing import Claims


@dataclass(frozen=True, slots=True)
class Raw:
    """A page as it lies on the disk: its text, its front matter as plain data, its body to the byte."""

    text: str
    data: Mapping[str, Any]
    body: str


@dataclass(frozen=True)
class Before:
    """What stood in the folder when the run began."""

    folder: Path
    content: Content
    disk: Mapping[str, str]  # path below content/ -> hash
    records: Mapping[str, Record]

    @cached_property
    def raw(self) -> dict[str, Raw]:
        """The pages that are not as they were generated, by path; those that cannot be read are missing."""
        found: dict[str, Raw] = {}
        for path, value in self.disk.items():
            record = self.records.get(path)
            if record and record.page == value:
                continue
            if page := self.read(path):
                found[path] = page
        return found

    def read(self, path: str) -> Raw | None:
        """One page, if it still is what was found at the beginning."""
        data = store.read_bytes(self.folder, path)
        if data is None or store.digest(data) != self.disk.get(path):
            return None
        try:
            text = data.decode("utf-8")
            parts = rewriting.cut(text)
            front, _ = frontmatter.load(parts.front.replace("\r\n", "\n").replace("\r", "\n"))
        except (UnicodeDecodeError, rewriting.CannotEditError, frontmatter.FaultError):
            return None
        return Raw(text, front, parts.body)

    @cached_property
    def foreign(self) -> set[str]:
        """Paths of pages that hold anything beside what was generated."""
        return {p for p, v in self.disk.items() if not (r := self.records.get(p)) or r.page != v}

    @cached_property
    def theirs(self) -> set[str]:
        """Paths on which a person said something: a key, a value, prose."""
        return {
            p
            for p in self.foreign
            if p not in self.raw or merge.touched(self.records.get(p), self.raw[p].data, self.raw[p].body)
        }

    @cached_property
    def living(self) -> dict[str, str]:
        """Old id -> the id that stands for it now."""
        return faults.redirects(self.content)

    @cached_property
    def gone(self) -> set[str]:
        """Paths that were generated and that a person removed."""
        return set(self.records) - set(self.disk)

    @cached_property
    def refused(self) -> set[str]:
        """Ids of entities and events that a person removed, and not for another page."""
        ids = {p.rpartition("/")[2].removesuffix(".md") for p in self.gone if not p.startswith("articles/")}
        return ids - set(self.living)

    @cached_property
    def refused_names(self) -> set[str]:
        """Hashes of the names that stood on the pages of removed entities."""
        found: set[str] = set()
        for path in self.gone:
            if path.startswith("entities/") and path.rpartition("/")[2].removesuffix(".md") in self.refused:
                fields = self.records[path].fields
                found |= {str(fields.get("name", "")), *map(str, fields.get("aliases", ()))}
        return found - {""}

    @property
    def known(self) -> list[tuple[str, EntityFront]]:
        """Entity pages of people's making: evidence of who is who.

        A page that redirects another has that one's names too, also where the editor did not copy them.
        """
        names: dict[str, dict[str, None]] = {}
        for article in self.content.articles:
            for row in article.front.entities:
                if row.id in self.living:
                    names.setdefault(self.living[row.id], {}).update(dict.fromkeys(row.names))
        found = []
        for page in self.content.entities:
            if f"entities/{page.id}.md" in self.theirs:
                have = (page.front.name, *page.front.aliases)
                more = tuple(n for n in names.get(page.id, ()) if n not in have)
                front = page.front.model_copy(update={"aliases": page.front.aliases + more}) if more else page.front
                found.append((page.id, front))
        return found

    @property
    def generated(self) -> dict[str, EntityFront]:
        """Entity pages of our own that nobody has touched."""
        return {p.id: p.front for p in self.content.entities if f"entities/{p.id}.md" not in self.theirs}

    @property
    def standing(self) -> set[str]:
        """Ids of pages that the converter never makes, and old addresses, which no new page may take."""
        return {p.id for p in self.content.notes} | {p.id for p in self.content.pages} | set(self.living)

    @cached_property
    def decided(self) -> dict[str, dict[str, Decision]]:
        """Page -> field -> what a person said of a conflict."""
        found: dict[str, dict[str, Decision]] = {}
        for row in self.content.conflicts:
            if row.keep:
                found.setdefault(row.page, {})[row.field] = row.keep
        return found

    @cached_property
    def listed(self) -> dict[str, set[str]]:
        """Page -> fields that were conflicts until now."""
        found: dict[str, set[str]] = {}
        for row in self.content.conflicts:
            found.setdefault(row.page, set()).add(row.field)
        return found

    def articles(self, documents: Sequence[Document]) -> dict[int, str]:
        """Number of a document -> id of its page, living or removed."""
        return recognise.pages_of(documents, self.content, self.records)

    def claimed(self, documents: Sequence[Document], ids: Mapping[int, str]) -> dict[tuple[str, str], str]:
        """(seed, hash of the folded quote) -> event, of the claims that exist already and of those that are removed.

        A claim whose quote, date or event a person changed is found by the quote that was generated for it.
        """
        seeds = {id: documents[d].seed for d, id in ids.items()}
        found: dict[tuple[str, str], str] = {}
        for article in self.content.articles:
            seed = seeds.get(article.id)
            if seed is None:
                continue
            path = f"articles/{article.id}.md"
            rows = [c for c in article.front.events if c.id and not c.draft]
            for claim in rows:
                found.setdefault((seed, hashed(markup.fold(claim.quote))), self.living.get(str(claim.id), str(claim.id)))
            record = self.records.get(path)
            was = record.fields.get("events", ()) if record else ()
            if not isinstance(was, list):
                continue
            for row in was:
                if row.get("id") in self.refused:
                    found.setdefault((seed, str(row.get("quote"))), str(row["id"]))
            if path in self.raw:
                found |= self._removed(path, seed, was)
        for path in self.gone:
            id = path.removeprefix("articles/").removesuffix(".md")
            was = self.records[path].fields.get("events", ())
            if path.startswith("articles/") and id in seeds and isinstance(was, list):
                for row in was:
                    found.setdefault((seeds[id], str(row.get("quote"))), self._event(row))
        return {key: id for key, id in found.items() if id}

    def _removed(self, path: str, seed: str, was: list[Any]) -> dict[tuple[str, str], str]:
        page = self.raw[path]
        mine = [row for row in page.data.get("events", ()) if isinstance(row, Mapping)]
        text = markup.fold(markup.plain(page.body))
        found = {}
        for b, m, _ in Claims(text, text, self.living).pair("events", was, mine, []):
            if b is None:
                continue
            quote, row = str(was[b].get("quote")), mine[m] if m is not None else was[b]
            if m is not None and row.get("draft") == "true":
                continue
            found[seed, quote] = self._event(row)
        return found

    def _event(self, row: Mapping[str, Any]) -> str:
        id = str(row.get("id") or "")
        return self.living.get(id, id)


def look(folder: Path) -> Before:
    """Look at the folder once."""
    return Before(folder, store.load(folder), store.on_disk(folder), store.generated(folder))
