"""The content folder before a run: what of it is a person's, and what it says of who is who and what happened."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from generator import doubled, faults, markup, merge, rewriting, signed, store
from generator.content import Content, ids_in
from generator.document import Document, Extraction
from generator.frontmatter import Page
from generator.identities import names_replaced, unsaid
from generator.merge import Decision, Record, hashed
from generator.model import ArticleFront, EntityFront
from generator.names import fold
from generator.pairing import Claims
from generator.pasted import BARE, Asked, undated
from generator.problems import Problem, errors
from generator.row_ids import THEIRS


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
    wanted: frozenset[str] = frozenset()  # paths that a person removed and wants after all (`wanted_again`)
    returned: Mapping[str, tuple[str, Raw]] = field(default_factory=dict)  # of these: (commit, page as git has it)
    still: frozenset[str] = frozenset()  # paths of events and entities of which nothing is known now (`unread`)

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

    def made(self, path: str, key: str) -> Any:
        """What a key of a page was last generated as, in hashes; `None` where it was not."""
        record = self.records.get(path)
        return record.fields.get(key) if record else None

    def given(self, key: str, folder: str) -> dict[str, str]:
        """Page id -> hash of what a key was last generated as, for the pages of one folder."""
        found = {id: self.made(f"{folder}/{id}.md", key) for id in ids_in(folder, self.records)}
        return {id: value for id, value in found.items() if isinstance(value, str)}

    def read(self, path: str) -> Raw | None:
        """One page, if it still is what was found at the beginning."""
        data = store.read_bytes(self.folder, path)
        if data is None or store.digest(data) != self.disk.get(path):
            return None
        try:
            text = data.decode("utf-8")
            front, parts = rewriting.read(text)
        except (UnicodeDecodeError, rewriting.CannotEditError):
            return None
        return Raw(text, front, parts.body)

    @cached_property
    def unreadable(self) -> list[Problem]:
        """What is wrong with pages of whose front matter nothing can be read; they are left alone."""
        shown = {f"{self.content.folder}/{path}" for path in self.disk}
        usable = {page.path for page in self.content.all()}
        return [p for p in errors(self.content.problems) if p.path in shown - usable]

    @property
    def faulty(self) -> set[str]:
        """Paths of these pages."""
        return {p.path.removeprefix(f"{self.content.folder}/") for p in self.unreadable}

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
        return set(self.records) - set(self.disk) - self.wanted

    @cached_property
    def refused(self) -> set[str]:
        """Ids of entities and events that a person removed, and not for another page."""
        return (ids_in("entities", self.gone) | ids_in("events", self.gone)) - set(self.living)

    @cached_property
    def refused_names(self) -> set[str]:
        """Hashes of the names that stood on the pages of removed entities."""
        found: set[str] = set()
        for id in ids_in("entities", self.gone) & self.refused:
            path = f"entities/{id}.md"
            found |= {str(self.made(path, "name") or ""), *map(str, self.made(path, "aliases") or ())}
        return found - {""}

    def known(self, extractions: Sequence[Extraction]) -> list[tuple[str, EntityFront]]:
        """Entity pages of people's making: evidence of who is who.

        A page has the names too by which articles name it or what it redirects, also where the editor who gave it
        another name did not keep the old one as an alias; not those that the editor took out or put on another page.
        The name that the editor replaced is known where a seed still says it, whether or not its article has a page.
        """
        on: dict[str, set[str]] = {}
        for page in self.content.entities:
            for name in (page.front.name, *page.front.aliases):
                on.setdefault(fold(name), set()).add(page.id)
        names: dict[str, dict[str, None]] = {}
        for article in self.content.articles:
            for row in article.front.entities:
                names.setdefault(self.living.get(row.id, row.id), {}).update(dict.fromkeys(row.names))
        for id, name in self._replaced(extractions):
            names.setdefault(id, {})[name] = None
        found, shared = [], self.sharing
        lost = unsaid(self.content, extractions)
        for page in self.content.entities:
            path = f"entities/{page.id}.md"
            if path in self.theirs or page.id in shared:
                out = set(map(str, self.made(path, "aliases") or ()))
                have = (page.front.name, *page.front.aliases)
                more = tuple(
                    n
                    for n in names.get(page.id, ())
                    if n not in have and hashed(n) not in out and not on.get(fold(n), set()) - {page.id}
                )
                said = tuple(n for n in page.front.aliases if n not in lost or hashed(n) not in out)
                found.append((page.id, page.front.model_copy(update={"aliases": said + more})))
        return found

    def _replaced(self, extractions: Sequence[Extraction]) -> list[tuple[str, str]]:
        """Ids of entities to which an editor gave another name, each with the one generated, if still said."""
        lost: dict[str, list[str]] = {}
        for id, was in names_replaced(self.content, self.records).items():
            lost.setdefault(was, []).append(id)
        said = sorted({m.text for e in extractions for m in e.mentions}) if lost else []
        return [(id, name) for name in said for id in lost.get(hashed(name), ())]

    @property
    def generated(self) -> dict[str, EntityFront]:
        """Entity pages of our own that nobody has touched, and that share no name with one that somebody has."""
        theirs = self.sharing | ids_in("entities", self.theirs)
        return {p.id: p.front for p in self.content.entities if p.id not in theirs}

    @property
    def by_people(self) -> dict[str, EntityFront]:
        """Entity pages that a person made, or accepted of what a language model proposed. Where nothing is known of
        what was generated, none is sure to be a person's.
        """
        return {
            p.id: p.front
            for p in self.content.entities
            if not p.front.draft and (p.front.proposed_by or (self.records and self._by_hand(f"entities/{p.id}.md")))
        }

    def _by_hand(self, path: str) -> bool:
        return path not in self.records or str(self.made(path, "name")).startswith(THEIRS)

    @cached_property
    def sharing(self) -> set[str]:
        """Ids of entities that share a name with one on whose page a person wrote."""
        return doubled.sharing(self.content.entities, self.theirs)

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

    def asked(self, documents: Sequence[Document], ids: Mapping[int, str]) -> dict[str, list[Asked]]:
        """Seed -> the claims that an editor made on its page: a pasted quote, with a date or without."""
        numbers = {id: d for d, id in ids.items()}
        found: dict[str, list[Asked]] = {}
        for article in self.content.articles:
            path = f"articles/{article.id}.md"
            if article.id not in numbers or path not in self.raw:
                continue
            text = markup.fold(markup.plain(article.body))
            was, mine = self.recorded(path), [c.as_dict() for c in article.front.events]
            forgotten = not (path in self.records and self.records[path].known)
            stated = {markup.fold(c.quote) for c in article.front.events if c.id and not c.draft}
            for b, m, _ in Claims(text, text, self.living).pair("events", was, mine, []):
                filled = forgotten if b is None else str(was[b].get("quote")).startswith(THEIRS)
                waits = m is not None and b is not None and _waits(was[b], mine[m])
                if m is not None and not mine[m].get("id") and markup.fold(mine[m]["quote"]) in stated:
                    continue  # it is a claim of this page already; `check` says so
                if m is not None and (waits or ((filled or not mine[m].get("id")) and not mine[m].get("draft"))):
                    date = mine[m]["date"] if _given(was, b, mine[m]) else None
                    if "date" not in mine[m]:  # where it is put to an event, none is guessed
                        date = "" if mine[m].get("id") else BARE
                    found.setdefault(documents[numbers[article.id]].seed, []).append((mine[m]["quote"], date))
        return found

    def claimed(self, extractions: Sequence[Extraction], ids: Mapping[int, str]) -> dict[tuple[str, str], str]:
        """(seed, hash of the folded quote) -> event, of the claims that exist already and of those that are removed.

        A claim whose quote a person changed is found by the quote that was generated for it, and one whose source was
        corrected by its place.
        """
        numbers = {id: d for d, id in ids.items()}
        found: dict[tuple[str, str], str] = {}
        for article in self.content.articles:
            if article.id not in numbers:
                continue
            extraction = extractions[numbers[article.id]]
            seed = extraction.document.seed
            path = f"articles/{article.id}.md"
            was = self.recorded(path)
            mine = [c.as_dict() for c in article.front.events]
            if path in self.raw or article.front.source.sha256 != extraction.document.sha256:
                text = markup.fold(markup.plain(article.body))
                rows = self._paired(extraction, text, was, mine)
            else:
                rows = [(hashed(markup.fold(row["quote"])), row) for row in mine]
            rows += [(str(row.get("quote")).removeprefix(THEIRS), row) for row in was if row.get("id") in self.refused]
            for quote, row in rows:
                if row.get("id") and not row.get("draft"):
                    found.setdefault((seed, quote), self.living.get(row["id"], row["id"]))
        for id in sorted(ids_in("articles", self.gone) & set(numbers)):
            seed = extractions[numbers[id]].document.seed
            for row in self.recorded(f"articles/{id}.md"):
                if row.get("id"):
                    quote = str(row.get("quote")).removeprefix(THEIRS)
                    found.setdefault((seed, quote), self.living.get(row["id"], row["id"]))
        return found

    def taken_out(self, article: Page[ArticleFront], extraction: Extraction) -> set[str]:
        """Quotes, folded, of the claims that would be made and that a person took out of the article's page."""
        path = f"articles/{article.id}.md"
        if path not in self.raw:
            return set()
        text = markup.fold(markup.plain(article.body))
        was, mine = self.recorded(path), [c.as_dict() for c in article.front.events]
        rows = self.triples(extraction, text, was, mine)
        return {quote for quote, b, m in rows if b is not None and m is None}

    def refused_quotes(self) -> set[str]:
        """Hashes of the quotes of all claims that were generated and that a person took out of an article's page."""
        found: set[str] = set()
        for article in self.content.articles:
            path = f"articles/{article.id}.md"
            if path in self.raw:
                here = {hashed(claim.quote) for claim in article.front.events}
                found |= {str(row.get("quote")).removeprefix(THEIRS) for row in self.recorded(path)} - here
        return found

    def doubted(self, path: str) -> Collection[str]:
        """Hashes of the doubts of an article's reviewed claims that were told already."""
        return tuple(self.made(path, signed.DOUBTED) or ())

    def recorded(self, path: str) -> list[dict[str, Any]]:
        """What was last generated of an article's claims, as hashes."""
        was = self.made(path, "events")
        rows = [row for row in was if isinstance(row, dict)] if isinstance(was, list) else []
        return [row | {"id": str(row["id"]).removeprefix(THEIRS)} if "id" in row else row for row in rows]

    def _paired(
        self, extraction: Extraction, text: str, was: Sequence[Any], mine: Sequence[Any]
    ) -> list[tuple[str, Mapping[str, Any]]]:
        """Hash of a new quote -> the claim of the page that it belongs to, or the one that a person removed."""
        rows = ((quote, m if m is not None else b) for quote, b, m in self.triples(extraction, text, was, mine))
        return [(hashed(quote), row) for quote, row in rows if row is not None]

    def triples(
        self, extraction: Extraction, text: str, was: Sequence[Any], mine: Sequence[Any]
    ) -> list[tuple[str, Mapping[str, Any] | None, Mapping[str, Any] | None]]:
        """(new quote, what was last generated of its claim, its row on the page) of every claim that would be made."""
        document = extraction.document
        new = [{"quote": markup.fold(document.text[c.start : c.end])} for c in extraction.claims]
        pairs = Claims(text, markup.fold(document.text), self.living).pair("events", was, mine, new)
        return [
            (new[n]["quote"], was[b] if b is not None else None, mine[m] if m is not None else None)
            for b, m, n in pairs
            if n is not None
        ]


def _waits(was: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    """Whether a claim was waiting for a date, and an editor has not published it otherwise."""
    return bool(row.get("draft")) and not row.get("id") and undated(was)


def _given(was: Sequence[Any], b: int | None, row: Mapping[str, Any]) -> bool:
    """Whether the date of an editor's own claim is the editor's too."""
    return "date" in row and (b is None or was[b].get("date") != hashed(row["date"]))


def look(folder: Path) -> Before:
    """Look at the folder once. A page that an editor renamed has the record of its old name."""
    content, disk, records = store.load(folder), store.on_disk(folder), store.generated(folder)
    inherited = {}
    for kind, pages in (("entities", content.entities), ("events", content.events)):
        for page in pages:
            path = f"{kind}/{page.id}.md"
            for old in page.front.redirects if path not in records else ():
                was = records.get(f"{kind}/{old}.md")
                if was and f"{kind}/{old}.md" not in disk:
                    inherited[path] = replace(was, page=store.EDITED if was.page else "")
                    break
    return Before(folder, content, disk, {**records, **inherited})
