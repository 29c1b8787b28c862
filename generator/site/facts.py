"""The content as it was read, linked and looked up. Of what the last build knew, only what has changed is done again.

A file is known by the hash of its bytes. Where nothing but the bodies of notes differs, what the last build linked and
looked up stands, but for what the notes say.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from generator import briefing, store
from generator.briefing import Briefing, Linked
from generator.content import FOLDERS, Content
from generator.frontmatter import Page
from generator.model import NoteFront
from generator.site import forks
from generator.site.shelf import Packed, Shelf
from generator.store import Parsed
from generator.views import lookup, texts, words
from generator.views.lookup import Lookup
from generator.views.revisions import Revision
from generator.views.texts import ArticleText

NAME = "site-facts"
_NOTES = "notes/"
_OTHERS = (store.SETTINGS, store.PROPOSALS, store.CONFLICTS, store.GENERATED)


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the site is made of. `key` is a hash of it but for the bodies of notes."""

    key: str
    files: Mapping[str, str]  # path below content/ -> hash of its bytes
    parsed: Mapping[str, Parsed]  # page, by its path -> what was read
    content: Content
    linked: Linked
    look: Lookup

    def packed(self) -> Facts:
        """The same for the shelf: the sentences of articles one by one, for few are asked for when a note changes."""
        said = self.look.texts
        return replace(self, look=replace(self.look, texts=said if isinstance(said, Packed) else Packed(said)))


def load(folder: Path, past: tuple[Revision, ...], shelf: Shelf) -> tuple[Facts, Facts | None]:
    """The facts of a folder of content, and those that were left on the shelf: the same ones where nothing has changed
    that makes it worth to leave others.
    """
    before = shelf.get(NAME, Facts)
    files = hashes(folder)
    old = before.files if before else {}
    known = {path: before.parsed[path] for path in before.parsed if files.get(path) == old[path]} if before else {}
    notes = {p: known.get(p) or store.parsed(folder, folder / p) for p in sorted(files) if p.startswith(_NOTES)}
    key = _key(folder, files, notes, past)
    if before and before.key == key:
        pages: tuple[Page[NoteFront], ...] = tuple(page for page, _ in notes.values() if page)
        content = replace(before.content, notes=pages)
        linked = briefing.relinked(content, before.linked)
        if linked:
            with words.speaking(content.settings.lang):
                look = lookup.again(before.look, linked.briefing)
            return Facts(key, files, {**before.parsed, **notes}, content, linked, look), before
    parsed: dict[str, Parsed] = {}

    def each(work: Callable[[Path], Parsed], paths: Sequence[Path]) -> Iterator[Parsed]:
        names = [path.relative_to(folder).as_posix() for path in paths]
        new = [path for path, name in zip(paths, names, strict=True) if name not in known]
        made = forks.each(work, new)
        parsed.update((name, known.get(name) or next(made)) for name in names)
        yield from parsed.values()

    content = store.load(folder, each)
    linked = briefing.linked_pages(content)
    with words.speaking(content.settings.lang):
        known_look = before.look if before else None
        look = lookup.of(linked.briefing, past, _texts(linked.briefing, known_look), known_look)
    return Facts(key, files, parsed, content, linked, look), before


def _texts(now: Briefing, before: Lookup | None) -> Mapping[str, ArticleText]:
    """The texts of all articles, of which those that have not changed stay packed."""
    if before is None or not isinstance(before.texts, Packed):
        return texts.of(now, list(now.articles), forks.each)
    same = set(texts.unchanged(before.briefing, now))
    new = texts.of(now, [id for id in now.articles if id not in same], forks.each)
    return before.texts.renewed(now.articles, new)


def hashes(folder: Path) -> dict[str, str]:
    """Path below content/ -> hash, of every page and of the files beside them."""
    found = {}
    for name in FOLDERS:
        try:
            with os.scandir(folder / name) as entries:
                for entry in entries:
                    if entry.name.endswith(".md") and not entry.name.startswith("."):
                        found[f"{name}/{entry.name}"] = _hash(folder, name, entry)
        except OSError:
            continue
    for name in _OTHERS:
        found[name] = store.page_hash(folder, name) or ""
    return found


def _hash(folder: Path, name: str, entry: os.DirEntry[str]) -> str:
    """What is a plain file is read at once; what else it may be, `store` knows."""
    if entry.is_file(follow_symlinks=False) and entry.stat(follow_symlinks=False).st_size <= store.MAX_BYTES:
        with open(entry.path, "rb", buffering=0) as file:
            return sha256(file.read()).hexdigest()
    return store.page_hash(folder, f"{name}/{entry.name}") or ""


def _key(folder: Path, files: Mapping[str, str], notes: Mapping[str, Parsed], past: tuple[Revision, ...]) -> str:
    total = sha256(repr((str(folder), past, sorted(store.images(folder)))).encode("utf-8", "surrogatepass"))
    for path, of in sorted(files.items()):
        page, found = notes.get(path, (None, []))
        said = repr((page.front, page.lines, page.body_line, found)) if page else of
        total.update(f"{path}\0{said}\0".encode("utf-8", "surrogatepass"))
    return total.hexdigest()
